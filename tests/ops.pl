#!/usr/bin/perl
# ops.pl -- runs one file of tests/ops: scripts and the offline SQL each dialect must print for them.
#
#     # add a column with a default
#     op.add_column("account", sa.Column("age", sa.Integer(), server_default="0", nullable=False))
#     >>> postgresql
#     ALTER TABLE account ADD COLUMN age INTEGER DEFAULT '0' NOT NULL;
#     >>> sqlite
#     ALTER TABLE account ADD COLUMN age INTEGER DEFAULT '0' NOT NULL;
#     ---
#     # the next case
#
# A case is the body of upgrade(); op, sa, postgresql and sqlite are imported. ">>> postgresql sqlite" names
# two dialects with the same text; "error: words" after the SQL (or instead of it) expects a failure that says
# the words. White space at line ends and empty lines around a statement list do not count.
# ">>> sqlite differs: SUBJECT" marks a text that is not the reference's: SUBJECT is the first cell of a row of
# docs/differences.md. ">>> before" is what a database needs before: only online.pl reads it.
#
# All cases of a file become one linear history, run once per dialect with --sql; after a case that fails
# the run is continued behind it. ops.pl FILE WORK-DIRECTORY prints TAP. BLESS=1 rewrites what differs and gives
# a case without sections those of both dialects: with the reference as OPS_PROGRAM (`make bless`) that records
# its output and its errors. With OPS_REFERENCE=1, for that, sections marked as different are left alone.
use strict;
use warnings;

my ($file, $work) = @ARGV;
my $program = "$ENV{BUILD}/retort";
$program = $ENV{OPS_PROGRAM} if $ENV{OPS_PROGRAM};
my $reference = $ENV{OPS_REFERENCE};
my $fixtures = "$ENV{TOP}/tests/fixtures/project";
my %urls = (postgresql => 'postgresql://user@localhost/test', sqlite => 'sqlite:///test.db');

# --- reading ------------------------------------------------------------------------------------

sub slurp {
    my ($path) = @_;
    open my $in, '<', $path or die "$path: $!\n";
    local $/;
    my $text = <$in>;
    return defined $text ? $text : '';
}

sub spill {
    my ($path, $text) = @_;
    open my $out, '>', $path or die "$path: $!\n";
    print $out $text;
    close $out or die "$path: $!\n";
}

# The subjects of docs/differences.md: first cells of its rows.
my %differences = map { /^\| *(.*?) *\|/ ? ($1 => 1) : () } split /^/m, slurp("$ENV{TOP}/docs/differences.md");

# {name, script, want => {dialect => text}, sections => [[header, text], ...]}
sub read_cases {
    my @cases;
    for my $block (split /^---[ \t]*\n/m, slurp($file)) {
        next unless $block =~ /\S/;
        my ($head, @rest) = split /^>>> *(.*)\n/m, $block;
        $head =~ /^# *(.*)\n/m or die "$file: a case must begin with '# name'\n";
        my %case = (name => $1, script => $head, want => {}, sections => []);
        @rest = ("@{[sort keys %urls]}", '') if !@rest && $ENV{BLESS};
        while (my ($header, $text) = splice @rest, 0, 2) {
            if ($header =~ /^before\b/) { # for online.pl
                $case{script_more} .= ">>> $header\n" . ($text // '');
                next;
            }
            my ($dialects, $differs) = $header =~ /^(.*?)(?: +differs: *(.*?) *)?$/;
            $text = '' unless defined $text;
            !defined $differs || $differences{$differs}
                or die "$file: $case{name}: docs/differences.md has no row '$differs'\n";
            push @{$case{sections}}, [$dialects, $text, $differs];
            for my $dialect (split ' ', $dialects) {
                $urls{$dialect} or die "$file: $case{name}: unknown dialect $dialect\n";
                $case{want}{$dialect} = $text;
                $case{differs}{$dialect} = 1 if defined $differs;
            }
        }
        %{$case{want}} or die "$file: $case{name}: no '>>> dialect' section\n";
        push @cases, \%case;
    }
    return @cases;
}

# --- running ------------------------------------------------------------------------------------

sub revision_id { return sprintf 'case%04d', $_[0] }

# The reference takes a second to start: a case that fails says so on stdout and the run goes on.
my $guard = <<'PY';
def upgrade():
    try:
        body()
    except Exception as error:
        print('\nerror:', (str(error) or 'no message').split('\n')[0])
PY

sub write_project {
    my ($dir, @cases) = @_;
    mkdir $_ for $dir, "$dir/migrations", "$dir/migrations/versions";
    spill("$dir/migrations/env.py", slurp("$fixtures/env.py"));
    spill("$dir/migrations/script.py.mako", slurp("$fixtures/script.py.mako"));
    for my $number (1 .. @cases) {
        my $body = $cases[$number - 1]{script};
        $body =~ s/^(?=.*\S)/    /mg;
        my ($function, $more) = $reference ? ('body', $guard) : ('upgrade', '');
        my $down = $number > 1 ? "'" . revision_id($number - 1) . "'" : 'None';
        spill("$dir/migrations/versions/" . revision_id($number) . '.py', <<"PY");
"""case $number"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

revision = '${\ revision_id($number)}'
down_revision = $down


def $function():
$body
    pass

$more

def downgrade():
    pass
PY
    }
}

# Runs the history from behind case number $from; (stdout, stderr, exit code).
sub run_program {
    my ($dir, $dialect, $from) = @_;
    my $ini = slurp("$fixtures/alembic.ini");
    $ini =~ s/\@URL\@/$urls{$dialect}/;
    spill("$dir/$dialect.ini", $ini);
    my $range = $from ? revision_id($from) . ':head' : 'head';
    system "cd '$dir' && timeout $ENV{LIMIT} $program -c $dialect.ini upgrade $range --sql >out 2>err </dev/null";
    return (slurp("$dir/out"), slurp("$dir/err"), $? >> 8);
}

# What the scripts printed, by case number, without the rows of the version table.
sub split_output {
    my ($output) = @_;
    my %sql;
    my (undef, @steps) = split /^-- Running upgrade (.*)\n/m, $output;
    while (my ($step, $text) = splice @steps, 0, 2) {
        $step =~ /-> case(\d+)/ or next;
        my $number = $1 + 0;
        $text =~ s/^(INSERT INTO|UPDATE) alembic_version .*;\n//mg;
        $text =~ s/\s*^COMMIT;\s*\z//m unless @steps;
        $sql{$number} = $text;
    }
    return %sql;
}

# {number => {sql or error}} of all cases in one dialect.
sub run_cases {
    my ($dir, $dialect, @cases) = @_;
    write_project($dir, @cases);
    my %got;
    for (my $from = 0; $from < @cases;) {
        my ($output, $errors, $code) = run_program($dir, $dialect, $from);
        my %sql = split_output($output);
        for (keys %sql) {
            $got{$_} = {sql => $sql{$_}};
            $got{$_}{error} = $1 if $reference && $got{$_}{sql} =~ s/^(error: .*)\s*\z//m;
        }
        last if $code == 0;
        my ($last) = sort { $b <=> $a } keys %sql;
        return undef unless $last; # not one case was reached
        $got{$last} = {error => $errors . $output, sql => $sql{$last}};
        $from = $last;
    }
    return \%got;
}

# When the history cannot even be loaded, each case gets a history of its own.
sub run_apart {
    my ($dialect, @cases) = @_;
    my %got;
    for my $number (1 .. @cases) {
        my $dir = "$work/$dialect.$number";
        my $one = run_cases($dir, $dialect, $cases[$number - 1]);
        $got{$number} = $one ? $one->{1} : {error => slurp("$dir/err") . slurp("$dir/out")};
    }
    return \%got;
}

# --- judging ------------------------------------------------------------------------------------

sub tidy {
    my ($text) = @_;
    $text =~ s/[ \t]+$//mg;
    $text =~ s/\A\s*\n//;
    $text =~ s/\s*\z//;
    return $text eq '' ? '' : "$text\n";
}

sub report {
    my ($name, $expected, $got) = @_;
    print "not ok - $name\n";
    spill("$work/expected", $expected);
    spill("$work/got", $got);
    my @lines = split /^/m, `diff -u --label expected --label got '$work/expected' '$work/got'`;
    @lines = (@lines[0 .. 39], "...\n") if @lines > 40;
    print map { "#   $_" } @lines;
    print "\n" if @lines && $lines[-1] !~ /\n\z/;
}

# What a case gave, as it stands in a section: the SQL, then the first line of the error.
sub outcome {
    my ($got) = @_;
    my $text = tidy(defined $got->{sql} ? $got->{sql} : '');
    return $text unless defined $got->{error};
    return tidy($text . "error: " . words_of(message_of($got->{error})));
}

# Without what names the compiler or an address: these are never the same.
sub words_of {
    my ($text) = @_;
    $text =~ s/Compiler (?:<[^>]*>|for dialect '\w+') //g;
    $text =~ s/ at 0x[0-9a-f]+/ at 0x/g;
    $text =~ s/\bbody\.<locals>/upgrade.<locals>/g; # $guard
    return $text;
}

# The message in a traceback, a FAILED line, or one of our errors.
sub message_of {
    my ($error) = @_;
    return $1 if $error =~ /^(?:FAILED|error): (.*)/m;
    my @lines = $error =~ /^(?:[\w.]+\.)?[A-Z]\w*(?:Error|Exception|Warning|Exit|Interrupt)(?:: (.*))?$/mg;
    return defined $lines[-1] ? $lines[-1] : 'no message' if @lines;
    return $1 if $error =~ /^\S+:\d+:\d+: (?:[\w.]+: )?(.*)/m;
    return $error;
}

# Whether the outcome is the one wanted: the same SQL, an error that says the words.
sub agrees {
    my ($want, $got) = @_;
    my ($sql, $words) = $want =~ /\A(.*?)(?:^error: (.*)\n)?\z/ms;
    return 0 if defined $words != defined $got->{error};
    return 0 if defined $words && index(words_of($got->{error}), words_of($words)) < 0;
    # the statements before an error are compared where the section lists them
    return 1 if defined $words && $sql eq '';
    return tidy(defined $got->{sql} ? $got->{sql} : '') eq tidy($sql);
}

sub judge {
    my ($case, $dialect, $got) = @_;
    my $name = "$file: $case->{name} [$dialect]";
    my $want = tidy($case->{want}{$dialect});
    if ($case->{differs}{$dialect} && $reference) {
        print "ok - $name\n";
    } elsif (agrees($want, $got)) {
        print "ok - $name\n";
    } elsif ($ENV{BLESS}) {
        $case->{blessed}{$dialect} = outcome($got);
        print "ok - $name\n";
    } else {
        my $text = outcome($got);
        $text .= $got->{error} if defined $got->{error} && $want !~ /^error: /m;
        report($name, $want, tidy($text));
    }
}

# The file again, with new texts; a section of two dialects that now differ is split.
sub rewrite {
    my (@cases) = @_;
    my @blocks;
    for my $case (@cases) {
        my $block = $case->{script} . ($case->{script_more} // '');
        for my $section (@{$case->{sections}}) {
            my ($dialects, $text, $differs) = @$section;
            my %by_text;
            for my $dialect (split ' ', $dialects) {
                my $new = $case->{blessed}{$dialect};
                push @{$by_text{defined $new ? $new : $text}}, $dialect;
            }
            my $mark = defined $differs ? " differs: $differs" : '';
            $block .= ">>> @{$by_text{$_}}$mark\n$_" for sort { $by_text{$a}[0] cmp $by_text{$b}[0] } keys %by_text;
        }
        push @blocks, $block;
    }
    spill($file, join "---\n", @blocks);
}

my @cases = read_cases();
for my $dialect (sort keys %urls) {
    grep { defined $_->{want}{$dialect} } @cases or next;
    my $got = run_cases("$work/$dialect", $dialect, @cases) || run_apart($dialect, @cases);
    for my $number (1 .. @cases) {
        my $case = $cases[$number - 1];
        next unless defined $case->{want}{$dialect};
        judge($case, $dialect, $got->{$number} || {error => 'this case was not reached'});
    }
}
rewrite(@cases) if $ENV{BLESS} && grep { $_->{blessed} } @cases;
