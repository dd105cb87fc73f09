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
# two dialects with the same text; "error: words" instead of SQL expects a failure that says the words.
# White space at line ends and empty lines around a statement list do not count.
#
# All cases of a file become one linear history, run once per dialect with --sql; after a case that fails
# the run is continued behind it. ops.pl FILE WORK-DIRECTORY prints TAP. BLESS=1 rewrites what differs
# (errors excepted).
use strict;
use warnings;

my ($file, $work) = @ARGV;
my $program = "$ENV{BUILD}/retort";
$program = $ENV{OPS_PROGRAM} if $ENV{OPS_PROGRAM};
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

# {name, script, want => {dialect => text}, sections => [[header, text], ...]}
sub read_cases {
    my @cases;
    for my $block (split /^---[ \t]*\n/m, slurp($file)) {
        next unless $block =~ /\S/;
        my ($head, @rest) = split /^>>> *(.*)\n/m, $block;
        $head =~ /^# *(.*)\n/m or die "$file: a case must begin with '# name'\n";
        my %case = (name => $1, script => $head, want => {}, sections => []);
        while (my ($dialects, $text) = splice @rest, 0, 2) {
            $text = '' unless defined $text;
            push @{$case{sections}}, [$dialects, $text];
            for my $dialect (split ' ', $dialects) {
                $urls{$dialect} or die "$file: $case{name}: unknown dialect $dialect\n";
                $case{want}{$dialect} = $text;
            }
        }
        %{$case{want}} or die "$file: $case{name}: no '>>> dialect' section\n";
        push @cases, \%case;
    }
    return @cases;
}

# --- running ------------------------------------------------------------------------------------

sub revision_id { return sprintf 'case%04d', $_[0] }

sub write_project {
    my ($dir, @cases) = @_;
    mkdir $_ for $dir, "$dir/migrations", "$dir/migrations/versions";
    spill("$dir/migrations/env.py", slurp("$fixtures/env.py"));
    spill("$dir/migrations/script.py.mako", slurp("$fixtures/script.py.mako"));
    for my $number (1 .. @cases) {
        my $body = $cases[$number - 1]{script};
        $body =~ s/^(?=.*\S)/    /mg;
        my $down = $number > 1 ? "'" . revision_id($number - 1) . "'" : 'None';
        spill("$dir/migrations/versions/" . revision_id($number) . '.py', <<"PY");
"""case $number"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

revision = '${\ revision_id($number)}'
down_revision = $down


def upgrade():
$body
    pass


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
        $got{$_} = {sql => $sql{$_}} for keys %sql;
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

sub judge {
    my ($case, $dialect, $got) = @_;
    my $name = "$file: $case->{name} [$dialect]";
    my $want = tidy($case->{want}{$dialect});
    my $error = $got->{error};
    if ($want =~ /^error: (.*)\n\z/) {
        if (!defined $error) {
            report($name, $want, tidy(defined $got->{sql} ? $got->{sql} : 'nothing'));
        } elsif (index($error, $1) < 0) {
            report($name, $want, tidy($error));
        } else {
            print "ok - $name\n";
        }
    } elsif (defined $error) {
        report($name, $want, tidy("error: $error"));
    } elsif (tidy($got->{sql}) eq $want) {
        print "ok - $name\n";
    } elsif ($ENV{BLESS}) {
        $case->{blessed}{$dialect} = tidy($got->{sql});
        print "ok - $name\n";
    } else {
        report($name, $want, tidy($got->{sql}));
    }
}

# The file again, with new texts; a section of two dialects that now differ is split.
sub rewrite {
    my (@cases) = @_;
    my @blocks;
    for my $case (@cases) {
        my $block = $case->{script};
        for my $section (@{$case->{sections}}) {
            my ($dialects, $text) = @$section;
            my %by_text;
            for my $dialect (split ' ', $dialects) {
                my $new = $case->{blessed}{$dialect};
                push @{$by_text{defined $new ? $new : $text}}, $dialect;
            }
            $block .= ">>> @{$by_text{$_}}\n$_" for sort { $by_text{$a}[0] cmp $by_text{$b}[0] } keys %by_text;
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
