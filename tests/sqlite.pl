#!/usr/bin/perl
# sqlite.pl -- runs one file of tests/sqlite: what a script makes of a SQLite database that holds something.
#
#     # a column is dropped
#     >>> before
#     CREATE TABLE t (id INTEGER PRIMARY KEY, x INT, y INT);
#     INSERT INTO t VALUES (1, 2, 3);
#     >>> upgrade
#     with op.batch_alter_table("t") as batch_op:
#         batch_op.drop_column("y")
#     >>> after
#     CREATE TABLE ... (the database as sqlite3's .dump has it, without the version table)
#     ---
#     # the next case
#
# "error: words" in front of the dump expects a failure that says the words, and then the dump may be missing:
# it has to be the one from before. ">>> after differs: SUBJECT" marks what the reference does not do; SUBJECT
# is the first cell of a row of docs/differences.md. An optional ">>> ini" has lines for alembic.ini.
#
# sqlite.pl FILE WORK-DIRECTORY prints TAP. BLESS=1 rewrites the sections that differ: with the reference as
# OPS_PROGRAM those without mark, else those with it. With OPS_PROGRAM marked sections are not judged.
# EVERY=5 runs every fifth case.
use strict;
use warnings;

my ($file, $work) = @ARGV;
my $reference = $ENV{OPS_PROGRAM};
my $program = $reference || "$ENV{BUILD}/retort";
my $fixtures = "$ENV{TOP}/tests/fixtures/project";

# --- files --------------------------------------------------------------------------------------

sub slurp {
    my ($path) = @_;
    open my $in, '<', $path or return '';
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

sub tidy {
    my ($text) = @_;
    $text =~ s/[ \t]+$//mg;
    $text =~ s/\A\s*\n//;
    $text =~ s/\s*\z//;
    return $text eq '' ? '' : "$text\n";
}

my %differences = map { /^\| *(.*?) *\|/ ? ($1 => 1) : () } split /^/m, slurp("$ENV{TOP}/docs/differences.md");

sub read_cases {
    my @cases;
    for my $block (split /^---[ \t]*\n/m, slurp($file)) {
        next unless $block =~ /\S/;
        my ($head, @rest) = split /^>>> *(.*)\n/m, $block;
        $head =~ /^# *(.*)\n/m or die "$file: a case must begin with '# name'\n";
        my %case = (name => $1, head => $head, before => '', ini => '', after => '');
        while (my ($title, $text) = splice @rest, 0, 2) {
            my ($section, $subject) = $title =~ /^(before|ini|upgrade|after)(?: +differs: *(.*?))? *$/
                or die "$file: $case{name}: unknown section '$title'\n";
            $case{$section} = defined $text ? $text : '';
            next unless defined $subject;
            $differences{$subject} or die "$file: $case{name}: docs/differences.md has no row '$subject'\n";
            $case{differs} = $subject;
        }
        defined $case{upgrade} or die "$file: $case{name}: no '>>> upgrade' section\n";
        push @cases, \%case;
    }
    return @cases;
}

# --- running ------------------------------------------------------------------------------------

sub dump_of {
    my ($database) = @_;
    my $text = `sqlite3 '$database' .dump`;
    $text =~ s/^(PRAGMA foreign_keys=OFF;|BEGIN TRANSACTION;|COMMIT;)\n//mg;
    $text =~ s/^(CREATE TABLE (IF NOT EXISTS )?alembic_version \(.*?^\);|INSERT INTO alembic_version .*?;)\n//msg;
    return tidy($text);
}

sub make_project {
    mkdir $_ for "$work/project", "$work/project/migrations", "$work/project/migrations/versions";
    spill("$work/project/migrations/$_", slurp("$fixtures/$_")) for 'env.py', 'script.py.mako';
}

sub write_revision {
    my ($case) = @_;
    my $ini = slurp("$fixtures/alembic.ini");
    $ini =~ s/\@URL\@/sqlite:\/\/\/test.db\n$case->{ini}/;
    spill("$work/project/alembic.ini", $ini);
    my $body = $case->{upgrade};
    $body =~ s/^(?=.*\S)/    /mg;
    spill("$work/project/migrations/versions/one.py", <<"PY");
"""$case->{name}"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

revision = 'one'
down_revision = None


def upgrade():
$body
    pass


def downgrade():
    pass
PY
}

# The last message of a traceback, a FAILED line, or one of our errors.
sub message_of {
    my ($error) = @_;
    $error =~ s/\(sqlite3\.\w+\) //g;
    return $1 if $error =~ /^FAILED: (.*)/m;
    my @lines = $error =~ /^(?:[\w.]+\.)?[A-Z]\w*(?:Error|Exception|Violation)(?:: (.*))?$/mg;
    return defined $lines[-1] ? $lines[-1] : 'no message' if @lines;
    return $1 if $error =~ /^\S+:\d+:\d+: (?:[\w.]+: )?(.*)/m;
    return $error;
}

sub run_case {
    my ($case) = @_;
    my $database = "$work/project/test.db";
    unlink glob "$database*";
    spill("$work/before.sql", $case->{before});
    system "sqlite3 -bail '$database' <'$work/before.sql' 2>'$work/before.err'";
    return {error => "the section before: " . slurp("$work/before.err")} if -s "$work/before.err";
    $case->{dump} = dump_of($database);
    write_revision($case);
    system "cd '$work/project' && timeout $ENV{LIMIT} $program upgrade head >../out 2>../err </dev/null";
    my $code = $? >> 8;
    my $checks = `sqlite3 '$database' 'PRAGMA integrity_check'`;
    my $dump = dump_of($database) . ($checks eq "ok\n" ? '' : "-- $checks");
    return {dump => $dump, code => $code, error => $code ? slurp("$work/err") . slurp("$work/out") : undef};
}

# --- judging ------------------------------------------------------------------------------------

sub outcome {
    my ($case, $got) = @_;
    return tidy($got->{dump}) unless defined $got->{error};
    # the reference leaves parts of a failed run behind
    my $rest = $reference || $got->{dump} eq $case->{dump} ? '' : $got->{dump};
    return tidy("error: " . message_of($got->{error}) . "\n$rest");
}

sub agrees {
    my ($case, $got) = @_;
    my ($words, $dump) = tidy($case->{after}) =~ /\A(?:error: (.*)\n)?(.*)\z/s;
    return 0 if defined $words != defined $got->{error} || !defined $got->{dump};
    return 0 if defined $words && index($got->{error}, $words) < 0;
    return 1 if defined $words && $reference;
    return $got->{dump} eq tidy(defined $words && $dump eq '' ? $case->{dump} : $dump);
}

sub report {
    my ($name, $expected, $got) = @_;
    print "not ok - $name\n";
    spill("$work/expected", $expected);
    spill("$work/got", $got);
    my @lines = split /^/m, `diff -u --label expected --label got '$work/expected' '$work/got'`;
    @lines = (@lines[0 .. 59], "...\n") if @lines > 60;
    print map { "#   $_" } @lines;
}

sub judge {
    my ($case) = @_;
    my $name = "$file: $case->{name}";
    my $got = run_case($case);
    if ($reference && defined $case->{differs}) {
        print "ok - $name\n";
    } elsif (agrees($case, $got)) {
        print "ok - $name\n";
    } elsif ($ENV{BLESS} && (!$reference) == defined $case->{differs}) {
        $case->{after} = outcome($case, $got);
        $case->{blessed} = 1;
        print "ok - $name\n";
    } else {
        my $text = outcome($case, $got);
        $text .= $got->{error} if defined $got->{error} && $case->{after} !~ /^error: /;
        report($name, tidy($case->{after}), tidy($text));
    }
}

sub rewrite {
    my @blocks;
    for my $case (@_) {
        my $block = $case->{head};
        $block .= ">>> before\n$case->{before}" if $case->{before} ne '';
        $block .= ">>> ini\n$case->{ini}" if $case->{ini} ne '';
        $block .= ">>> upgrade\n$case->{upgrade}>>> after";
        $block .= " differs: $case->{differs}" if defined $case->{differs};
        push @blocks, "$block\n$case->{after}";
    }
    spill($file, join "---\n", @blocks);
}

my @cases = read_cases();
@cases = @cases[grep { $_ % $ENV{EVERY} == 0 } 0 .. $#cases] if $ENV{EVERY};
make_project();
judge($_) for @cases;
rewrite(@cases) if grep { $_->{blessed} } @cases;
