#!/usr/bin/perl
# autogen.pl -- runs one file of tests/autogen: a database, models, and what autogenerate must make of them.
#
#     # a column gets longer
#     >>> before
#     Table("t", m, Column("a", String(10)))
#     >>> after
#     Table("t", m, Column("a", String(20)))
#     >>> postgresql sqlite
#     upgrade:
#         op.alter_column('t', 'a', ...
#     diffs: ...
#     log: ...
#     ---
#     # the next case
#
# Sections of a case: `before` (Python: tables of MetaData m, created in the database), `ddl` or `ddl postgresql` (SQL run
# before that), `after` (Python: the models; default: none), `options` (keywords of configure(), one a line), `only` (a database, by
# itself), `not run` (why the file cannot be applied: Retort's own is, and undone, and what goes wrong there is said).
# What must come out: `postgresql`, `sqlite` or both names; that is recorded from the reference. Where Retort does
# better a section `retort postgresql` says so, and the other one is what --compat must give.
#
# autogen.pl FILE WORK-DIRECTORY [postgresql=URL] prints TAP. All cases of a file run in one process and mode, in
# transactions that are rolled back. BLESS=1 REFERENCE_PYTHON=python records what the reference says; BLESS=retort
# writes the `retort` sections.
use strict;
use warnings;

my ($file, $work, @urls) = @ARGV;
push @urls, 'sqlite=sqlite://';
my @dialects = map { /^(\w+)=/ } @urls;
my $driver = "$ENV{TOP}/tests/autogen/_driver.py";
my $bless = $ENV{BLESS} // '';

sub slurp {
    my ($path) = @_;
    open my $in, '<', $path or die "$path: $!\n";
    local $/;
    return <$in> // '';
}

sub tidy {
    my ($text) = @_;
    $text =~ s/[ \t]+$//mg;
    $text =~ s/\A\n+|\n+\z//g;
    return $text;
}

# {name, sections => [[header, text], ...], want => {"postgresql" | "retort postgresql" => text}}
sub read_cases {
    my @cases;
    for my $block (split /^---[ \t]*\n/m, slurp($file)) {
        next unless $block =~ /\S/;
        my ($head, @rest) = split /^>>> *(.*)\n/m, $block;
        $head =~ /^# *(.*)\n/m or die "$file: a case must begin with '# name'\n";
        my %case = (name => $1, sections => [], want => {});
        while (my ($header, $text) = splice @rest, 0, 2) {
            my $ours = $header =~ s/^retort +//;
            my @names = split ' ', $header;
            if (grep { !/^(postgresql|sqlite)$/ } @names) {
                push @{$case{sections}}, [$header, $text // ''];
                next;
            }
            $case{want}{($ours ? 'retort ' : '') . $_} = tidy($text // '') for @names;
        }
        push @cases, \%case;
    }
    return @cases;
}

# What a program says of every case: {"NUMBER DIALECT" => text}, and what it wrote to stderr.
sub outcomes {
    my ($mode, @program) = @_;
    my $errors = "$work/errors";
    open my $saved, '>&', \*STDERR or die;
    open STDERR, '>', $errors or die;
    open my $out, '-|', @program, $driver, $file, $mode, @urls or die "$program[0]: $!\n";
    my (%got, $key);
    while (<$out>) {
        if (/^=== (\d+ \w+)$/) { $got{$key = $1} = ''; next }
        $got{$key} .= $_ if defined $key;
    }
    close $out;
    open STDERR, '>&', $saved;
    my $failure = $? ? "exit $?\n" . slurp($errors) : '';
    return ({map { $_ => tidy($got{$_}) } keys %got}, $failure);
}

# The expectations of a case as sections: equal ones share a header.
sub write_wants {
    my ($want) = @_;
    my $text = '';
    for my $prefix ('', 'retort ') {
        my @names = grep { defined $want->{"$prefix$_"} } qw(postgresql sqlite);
        while (my $name = shift @names) {
            my $body = $want->{"$prefix$name"};
            my @same = grep { $want->{"$prefix$_"} eq $body } @names;
            @names = grep { $want->{"$prefix$_"} ne $body } @names;
            $text .= '>>> ' . join(' ', ($prefix ? 'retort' : ()), $name, @same) . "\n" . ($body eq '' ? '' : "$body\n");
        }
    }
    return $text;
}

sub write_file {
    my (@cases) = @_;
    my @blocks;
    for my $case (@cases) {
        my $text = "# $case->{name}\n";
        for (@{$case->{sections}}) {
            my $body = tidy($_->[1]);
            $text .= ">>> $_->[0]\n" . ($body eq '' ? '' : "$body\n");
        }
        push @blocks, $text . write_wants($case->{want});
    }
    open my $out, '>', $file or die "$file: $!\n";
    print $out join "---\n", @blocks;
    close $out or die "$file: $!\n";
}

sub fail {
    my ($name, $expected, $got) = @_;
    print "not ok - $name\n";
    for (['expected', $expected], ['got', $got]) {
        open my $out, '>', "$work/$_->[0]" or die;
        print $out "$_->[1]\n";
        close $out;
    }
    print map { "#   $_" } grep { !/^(---|\+\+\+) / } `diff -u $work/expected $work/got`;
}

my @cases = read_cases();
my @retort = ("$ENV{BUILD}/retort", '--allow', 'read-anywhere', 'run');
if ($bless eq '1' && $ENV{REFERENCE_PYTHON}) {
    my ($got, $failure) = outcomes('', $ENV{REFERENCE_PYTHON});
    die $failure if $failure;
    for my $number (0 .. $#cases) {
        for (@dialects) {
            my $text = $got->{"$number $_"};
            $cases[$number]{want}{$_} = $text if defined $text;
        }
    }
    write_file(@cases);
}
my ($ours, $broken) = outcomes('runs', @retort);
my ($compat, $broken_too) = outcomes('compat', @retort);
if ($bless eq 'retort') {
    for my $number (0 .. $#cases) {
        my $want = $cases[$number]{want};
        for (@dialects) {
            my $text = $ours->{"$number $_"};
            next unless defined $text;
            delete $want->{"retort $_"};
            $want->{"retort $_"} = $text if $text ne ($want->{$_} // '');
        }
    }
    write_file(@cases);
}
for my $number (0 .. $#cases) {
    my ($name, $want) = @{$cases[$number]}{qw(name want)};
    for (@dialects) {
        my ($got, $got_compat) = ($ours->{"$number $_"}, $compat->{"$number $_"});
        my $label = "$file: $name, $_";
        if (!defined $got) {
            print "not ok - $label\n#   nothing came out of it\n" if $broken || defined $want->{$_};
            next;
        }
        if (!defined $want->{$_}) {
            print "not ok - $label\n#   has no expectation: record it (see the head of tests/autogen.pl)\n";
            next;
        }
        my $expected = $want->{"retort $_"} // $want->{$_};
        if ($got eq $expected) { print "ok - $label\n" }
        else { fail($label, $expected, $got) }
        if (defined $got_compat && $got_compat eq $want->{$_}) { print "ok - $label, --compat\n" }
        else { fail("$label, --compat", $want->{$_}, $got_compat // 'nothing') }
    }
}
for ($broken, $broken_too) {
    print "not ok - $file: the run\n", map { "#   $_\n" } (split /\n/, $_)[0 .. 40] if $_;
}
