#!/usr/bin/perl
# online.pl -- runs the cases of one file of tests/ops or tests/online on real databases: what the catalog, the rows and
# the script's prints are then must be what the reference left, which tests/online/NAME.out holds.
#
#     # add a column with a default @ postgresql
#     < CREATE TABLE account ()
#     + column public.account.age #1 integer NOT NULL DEFAULT 0
#
# "< " makes what the case needs, "> " is what it printed, "- " and "+ " what the database lost and got, "error: " and
# "at: " how it failed and in which statement. The case's own section `>>> before` (SQL for both) or `>>> before sqlite`
# stands for the "< " lines; the script and the sections of a first case named "before all" are those of every case. "@ sqlite differs: SUBJECT" marks an outcome that is not the reference's: SUBJECT is the
# first cell of a row of docs/differences.md.
#
# online.pl FILE.out WORK-DIRECTORY [postgresql=URL] prints TAP. All cases run in one process. BLESS=1 REFERENCE=alembic
# records what the reference leaves (BLESS=derive finds out anew what the cases need); BLESS=retort writes our outcome
# where they are marked as different. REFERENCE alone compares the reference with what is recorded.
#
# A file with sections ">>> revision" holds histories: its cases go up and down step by step, then at once
# (_histories.py).
use strict;
use warnings;

my ($recorded, $work, @urls) = @ARGV;
push @urls, 'sqlite=sqlite://';
my ($name) = $recorded =~ m{([^/]+)\.out$} or die "$recorded: not a .out file\n";
my ($file) = grep { -f } "$ENV{TOP}/tests/ops/$name.txt", "$ENV{TOP}/tests/online/$name.txt";
defined $file or die "$recorded: no file of cases has this name\n";
my $driver = "$ENV{TOP}/tests/online/" . (slurp($file) =~ /^>>> revision$/m ? '_histories.py' : '_driver.py');
my $bless = $ENV{BLESS} // '';

sub slurp {
    my ($path) = @_;
    open my $in, '<', $path or return '';
    local $/;
    return <$in> // '';
}

sub spill {
    my ($path, $text) = @_;
    open my $out, '>', $path or die "$path: $!\n";
    print $out $text;
    close $out or die "$path: $!\n";
}

# The program that runs the driver: ours, or the reference's interpreter by way of an env.py.
sub command {
    my (@arguments) = @_;
    return ("$ENV{BUILD}/retort", qw(--allow write --allow read-anywhere run), $driver, @arguments) if !$ENV{REFERENCE} || $bless eq 'retort';
    mkdir "$work/reference";
    spill("$work/reference/env.py", <<'PY');
import os
import runpy
import sys

sys.argv = os.environ["ONLINE_DRIVER"].split("\n")
sys.path.insert(0, os.path.dirname(sys.argv[0]))
from alembic import context

del context._proxy  # a program of its own has no environment
runpy.run_path(sys.argv[0], run_name="__main__")
sys.stdout.flush()
os._exit(0)  # the history is at an end here; env.py is not gone back to
PY
    spill("$work/reference/alembic.ini", "[alembic]\nscript_location = $work/reference\npath_separator = os\n");
    mkdir "$work/reference/versions";
    $ENV{ONLINE_DRIVER} = join "\n", $driver, @arguments;
    return ($ENV{REFERENCE}, '-c', "$work/reference/alembic.ini", 'current');
}

# {"case name @ dialect" => [lines]}, and what the program wrote to stderr when it failed.
sub outcomes {
    my (@arguments) = @_;
    my @names = map { /^# *(.*)/m ? $1 : '' } grep { /\S/ } split /^---[ \t]*\n/m, slurp($file);
    open my $saved, '>&', \*STDERR or die;
    open STDERR, '>', "$work/errors" or die;
    open my $out, '-|', command(@arguments) or die "$!\n";
    my (%got, $key);
    while (<$out>) {
        if (/^=== (\d+) (\w+)$/) { $got{$key = "$names[$1 - 1] @ $2"} = []; next }
        push @{$got{$key}}, $_ if defined $key;
    }
    close $out;
    open STDERR, '>&', $saved;
    return (\%got, $? ? "exit $?\n" . slurp("$work/errors") : '', @names);
}

# {key => text}, {key => subject of the difference}
sub read_recorded {
    my (%want, %differs, $key);
    for (split /^/m, slurp($recorded)) {
        if (/^# (.* @ \w+)(?: differs: (.*))?$/) {
            $want{$key = $1} = '';
            $differs{$key} = $2 if defined $2;
        } else {
            $want{$key} .= $_ if /\S/;
        }
    }
    return (\%want, \%differs);
}

sub report {
    my ($key, $want, $got) = @_;
    print "not ok - $recorded: $key\n";
    spill("$work/expected", $want);
    spill("$work/got", $got);
    my @lines = split /^/m, `diff -u --label expected --label got '$work/expected' '$work/got'`;
    print map { "#   $_" } @lines[0 .. ($#lines < 39 ? $#lines : 39)];
}

my %subjects = map { /^\| *(.*?) *\|/ ? ($1 => 1) : () } split /^/m, slurp("$ENV{TOP}/docs/differences.md");
my ($want, $differs) = read_recorded();
$subjects{$_} or die "$recorded: docs/differences.md has no row '$_'\n" for values %$differs;
my ($got, $failure, @names) = outcomes($file, $bless eq 'derive' ? 'derive' : $recorded, @urls);
print "not ok - $recorded: the program failed\n", map { "#   $_" } split /^/m, $failure if $failure;
my @dialects = map { /^(\w+)=/ } @urls;
for my $key (map { my $case = $_; map { "$case @ $_" } @dialects } @names) {
    next if !defined $got->{$key} && !defined $want->{$key} && !$failure; # not for this dialect
    my $text = join '', @{$got->{$key} // ["not run\n"]};
    my $is_other = defined $differs->{$key} && $ENV{REFERENCE} && $bless ne 'retort';
    if ($bless && !$failure) {
        $want->{$key} = $text unless $is_other || $bless eq 'retort' && !defined $differs->{$key};
        print "ok - $recorded: $key\n";
    } elsif ($is_other || $text eq ($want->{$key} // '')) {
        print "ok - $recorded: $key\n";
    } else {
        report($key, $want->{$key} // "nothing is recorded\n", $text);
    }
}
spill($recorded, join '', map {
    my $case = $_;
    map { "# $_" . (defined $differs->{$_} ? " differs: $differs->{$_}" : '') . "\n$want->{$_}" } grep { defined $want->{$_} } map { "$case @ $_" } qw(postgresql sqlite)
} @names) if $bless && !$failure;
