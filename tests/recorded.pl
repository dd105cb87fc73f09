#!/usr/bin/perl
# recorded.pl -- plays a file of recorded runs of Alembic through retort: perl tests/recorded.pl FILE
#
#     # a remark
#     % mkdir p1 && cd p1              shell that prepares something; lines in a row are one script. The folder it
#                                      ends in is that of what follows. [out] is all that it prints
#     $ alembic upgrade head           the command as it was typed, and what Alembic answered:
#     [out] a line of standard output
#     [err] a line of standard error; "..." stands for any lines
#     [rc] 0
#     [hint] what retort alone adds on standard error: what to type next
#     [differs] SUBJECT                we differ on purpose: a row of docs/differences.md, then what retort answers
#     [our out] ...                    (each of the three where it is not Alembic's)
#
# Alembic ran as `python -m alembic.config`, so its name is config.py. <work> is the folder of the test, <url> its
# database; times, random ids and addresses are masked. BLESS=1 writes [hint] and, below [differs], the lines of
# retort; BLESS=all marks each record that differs with "[differs] ?", for a person to name the subject or mend it.
use strict;
use warnings;

my ($file) = @ARGV;
my $bless = $ENV{BLESS} // '';
my ($top, $home) = @ENV{qw(TOP HOME)};
my $cwd_file = "$home/.recorded.cwd";
(my $name = $file) =~ s{.*/}{};
$home .= "/" . ($name =~ s{\..*}{}r);
mkdir $home or die "$home: $!";
my $bin = "$home/.recorded.bin";
mkdir $bin;
my ($retort) = grep { -x } map { "$_/retort" } split /:/, $ENV{PATH};
symlink $retort, "$bin/config.py" or die "cannot link $bin/config.py: $!";
$ENV{PATH} = "$bin:$ENV{PATH}";

sub slurp { my ($path) = @_; local $/; open my $in, '<', $path or die "$path: $!"; return <$in> // ''; }
sub spew { my ($path, $text) = @_; open my $out, '>', $path or die "$path: $!"; print $out $text; close $out or die; }

my %subjects = map { /^\| (.*?) \|/ ? ($1 => 1) : () } split /\n/, slurp("$top/docs/differences.md");

# --- reading: a list of {lead, command, kind, out, err, rc, hint, differs, our} ------------------------------------

my (@records, @lead);
for my $line (split /\n/, slurp($file)) {
    if ($line =~ /^([\$%]) ?(.*)/) {
        my ($kind, $text) = ($1, $2);
        if ($kind eq '%' && @records && $records[-1]{kind} eq '%' && !@lead && !$records[-1]{answered}) {
            $records[-1]{command} .= "\n$text";
        } else {
            push @records, {kind => $kind, command => $text, lead => [@lead], out => [], err => [], hint => [], our => {}};
            @lead = ();
        }
    } elsif ($line =~ /^\[(out|err|rc|hint|differs|our out|our err|our rc)\] ?(.*)/) {
        my ($key, $text, $record) = ($1, $2, $records[-1]);
        $record->{answered} = 1;
        if ($key =~ /^our (\w+)/) { push @{$record->{our}{$1}}, $text }
        elsif ($key =~ /^(rc|differs)$/) { $record->{$key} = $text }
        else { push @{$record->{$key}}, $text }
    } elsif ($line =~ /^#|^$/) {
        push @lead, $line;
    } else {
        die "$file: not understood: $line\n";
    }
}

# --- playing ------------------------------------------------------------------------------------------------------

sub masked {
    my ($text) = @_;
    $text =~ s/\Q$home\E/<work>/g;
    $text =~ s{postgresql\+\w+://postgres@/\w+\?host=[^\s:]+}{<url>}g;
    $text =~ s/\b[0-9a-f]{12}(?=_|\b)/RANDOM/g;
    $text =~ s/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?/NOW/g;
    $text =~ s/_\d{10}_/_EPOCH_/g;
    $text =~ s{/20\d\d/\d\d\b}{/YEAR/MONTH}g;
    $text =~ s/0x7f[0-9a-f]+/ADDRESS/g;
    return $text;
}

# Through a shell only where there is something for it to do: that is the dearer half of a record.
sub run {
    my ($record) = @_;
    my $command = $record->{command};
    chomp(my $cwd = slurp($cwd_file));
    my @words = split ' ', $command;
    if ($record->{kind} eq '%' || $command =~ /^\w+=|["'\$*?|&;<>()\\]/) {
        spew("$home/.recorded.sh", ". \"\$TESTS/lib.sh\"\ncd '$cwd' || exit 99\nalembic() { config.py \"\$@\"; }\n"
            . "$command\ncode=\$?\npwd >$cwd_file\nexit \$code\n");
        @words = ('bash', "$home/.recorded.sh");
    } else {
        $words[0] =~ s/^alembic$/config.py/;
    }
    my $pid = fork // die "fork: $!";
    if (!$pid) {
        chdir $cwd or exit 99;
        open STDIN, '<', '/dev/null';
        open STDOUT, '>', "$home/.recorded.out";
        open STDERR, '>', "$home/.recorded.err";
        exec @words or exit 98;
    }
    waitpid $pid, 0;
    return $? >> 8;
}

sub play {
    my ($record) = @_;
    my $code = run($record);
    my %got = (rc => $code);
    for my $stream (qw(out err)) {
        my $text = slurp("$home/.recorded.$stream");
        $text = masked($text);
        $text =~ s{\n\z}{};
        $got{$stream} = [length $text ? split(/\n/, $text, -1) : ()];
    }
    # what to type next: the last lines, from "hint: " on
    my ($first) = grep { $got{err}[$_] =~ /^hint: / } 0 .. $#{$got{err}};
    $got{hint} = defined $first && $record->{kind} eq '$' ? [splice @{$got{err}}, $first] : [];
    return \%got;
}

sub matches { # GOT EXPECTED, where "..." in EXPECTED stands for any lines
    my ($got, $expected) = @_;
    my $pattern = join '', map { $_ eq '...' ? '(?:.*\n)*?' : quotemeta(masked($_)) . '\n' } @$expected;
    return join('', map { "$_\n" } @$got) =~ /\A$pattern\z/;
}

sub lines { my ($name, $list) = @_; return map { length $_ ? "[$name] $_" : "[$name]" } @$list; }

sub written {
    my ($record) = @_;
    my $command = join "\n", map { length $_ ? "$record->{kind} $_" : $record->{kind} } split /\n/, $record->{command}, -1;
    my @text = ($command, lines(out => $record->{out}), lines(err => $record->{err}));
    push @text, "[rc] $record->{rc}" if defined $record->{rc};
    push @text, lines(hint => $record->{hint});
    if (defined $record->{differs}) {
        push @text, "[differs] $record->{differs}";
        push @text, lines("our $_" => $record->{our}{$_} // []) for qw(out err rc);
    }
    return @{$record->{lead}}, @text;
}

spew($cwd_file, "$home\n");
my @wrong;
for my $record (@records) {
    my $got = play($record);
    $got = {rc => $got->{rc}, out => [@{$got->{out}}, @{$got->{err}}], err => [], hint => []} if $record->{kind} eq '%';
    my %agrees = (rc => $got->{rc} == ($record->{rc} // 0));
    $agrees{$_} = matches($got->{$_}, $record->{$_}) for qw(out err);
    $record->{differs} //= '?' if $bless eq 'all' && grep { !$_ } values %agrees;
    if ($bless) {
        $record->{hint} = $got->{hint};
        $record->{our} = {map { $agrees{$_} ? () : ($_ => ref $got->{$_} ? $got->{$_} : [$got->{$_}]) } qw(out err rc)}
            if defined $record->{differs};
    }
    my @problems;
    for my $part (qw(out err rc)) {
        my $expected = $record->{our}{$part};
        # what we print where Alembic prints nothing, and the other way round, is an empty list
        $expected //= [] if defined $record->{differs} && !$agrees{$part};
        $expected //= $part eq 'rc' ? [$record->{rc} // 0] : $record->{$part};
        my $is = $part eq 'rc' ? [$got->{rc}] : $got->{$part};
        push @problems, "$part:", "expected:", lines($part => $expected), "got:", lines($part => $is)
            unless matches($is, $expected);
    }
    push @problems, 'hint:', 'expected:', lines(hint => $record->{hint}), 'got:', lines(hint => $got->{hint})
        unless matches($got->{hint}, $record->{hint});
    push @problems, "no row of docs/differences.md is called '$record->{differs}'"
        if defined $record->{differs} && !$subjects{$record->{differs}};
    push @problems, 'marked as different, but it is the same' if defined $record->{differs} && !grep { !$_ } values %agrees;
    push @wrong, join "\n", "$record->{kind} $record->{command}", @problems if @problems;
}
spew($file, join("\n", (map { written($_) } @records), @lead) . "\n") if $bless;
print "$_\n\n" for @wrong;
print "$name: as recorded\n" unless @wrong;
exit(@wrong ? 1 : 0);
