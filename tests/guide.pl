#!/usr/bin/perl
# guide.pl -- turns a guide (docs/guide.md) into a shell script that does what it says, block by block.
#
#     perl tests/guide.pl docs/guide.md > steps.sh
#     perl tests/guide.pl --code docs/guide.md        its code without comments, to compare translations
#
# ```bash blocks are run line by line. A comment before a block says what is to be done with it:
#     <!-- fails -->            the last command must fail
# A ```text block is what the last command printed, all of it or lines of it.
#     <!-- file: PATH -->       the block is written to that file
#     <!-- append: PATH -->     ... added to it
#     <!-- upgrade: REVISION -->  the block is the body of upgrade() of a revision on top of the one written last;
#     <!-- upgrade: REVISION; downgrade: CODE -->  ... that has a way back
use strict;
use warnings;

my $only_code = @ARGV && $ARGV[0] eq '--code' && shift @ARGV;
my ($directive, $kind, @block, $parent, $count) = ('');
print "# from $ARGV[0]\n" unless $only_code;
while (my $line = <>) {
    chomp $line;
    if (defined $kind) {
        if ($line eq '```') { finish(); undef $kind; $directive = ''; @block = () }
        else { push @block, $line }
    } elsif ($line =~ /^<!-- (.*) -->$/) { $directive = $1 }
    elsif ($line =~ /^```(\w+)$/) { $kind = $1; @block = () }
}
die "guide.pl: no blocks in it\n" unless $count;

sub finish {
    $count++;
    if ($only_code) {
        print "-- $kind $directive\n", map { "$_\n" } grep { !/^\s*#/ && !/comment=/ } @block;
    } elsif ($kind eq 'bash') { commands() }
    elsif ($kind eq 'python') { python() }
    elsif ($kind eq 'text') { print "printed <<'END_OF_BLOCK'\n", (map { "$_\n" } @block), "END_OF_BLOCK\n" }
    else { die "guide.pl: a $kind block is nothing to run\n" }
}

sub commands {
    my @lines = grep { !/^#/ && /\S/ } @block;
    my $last = $directive eq 'fails' ? pop @lines : undef;
    print "works ", quoted($_), "\n" for @lines;
    print "fails ", quoted($last), "\n" if defined $last;
}

sub python {
    if (my ($how, $path) = $directive =~ /^(file|append): (\S+)$/) {
        $parent = $1 if $path =~ m{versions/(\w+)\.py$};
        here($how eq 'append' ? '>>' : '>', $path, @block);
    } elsif ($directive =~ /^upgrade: (\w+)(?:; downgrade: (.+))?$/) {
        my ($revision, $back) = ($1, $2 // 'pass');
        here('>', "alembic/versions/$revision.py", "\"\"\"Guide: $revision.\"\"\"", 'import sqlalchemy as sa',
            'from alembic import op', 'from sqlalchemy.dialects import postgresql', '', "revision = \"$revision\"",
            "down_revision = \"$parent\"", '', '', 'def upgrade() -> None:', (map { /\S/ ? "    $_" : '' } @block),
            '', '', 'def downgrade() -> None:', "    $back");
        $parent = $revision;
    } else { die "guide.pl: what is to be done with this block? $block[0]\n" }
}

sub here {
    my ($how, $path, @lines) = @_;
    print "cat $how", quoted($path), " <<'END_OF_BLOCK'\n", (map { "$_\n" } @lines), "END_OF_BLOCK\n";
}

sub quoted {
    my $text = shift;
    $text =~ s/'/'\\''/g;
    return "'$text'";
}
