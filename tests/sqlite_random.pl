#!/usr/bin/perl
# sqlite_random.pl -- random SQLite tables with rows, random blocks of batch operations on them: what must be
# there afterwards is.
#
# sqlite_random.pl SEED COUNT WORK-DIRECTORY prints one line for each table that is not as it should be, and
# "COUNT tables, N wrong". Every table has a parent and a child, and perhaps indexes, a trigger and a view. PLAIN=1
# leaves out what the reference loses or orders by chance, so that its program (OPS_PROGRAM) can be run too;
# then the schema is printed.
use strict;
use warnings;

my ($seed, $count, $work) = @ARGV;
my $plain = $ENV{PLAIN};
my $program = $ENV{OPS_PROGRAM} || "$ENV{BUILD}/retort";
my $fixtures = "$ENV{TOP}/tests/fixtures/project";
srand $seed;

sub chance { return rand() < $_[0] }
sub pick { return $_[rand @_] }
sub spill {
    my ($path, $text) = @_;
    open my $out, '>', $path or die "$path: $!\n";
    print $out $text;
    close $out or die "$path: $!\n";
}

# --- tables -------------------------------------------------------------------------------------

# type => [how SQLAlchemy says it, affinity class, values]
my %types = (
    'INTEGER' => ['sa.Integer()', 'int', [0, 1, -7, 123456789012, 'NULL']],
    'BIGINT' => ['sa.BigInteger()', 'int', [5, -9223372036854775807, 'NULL']],
    'VARCHAR(20)' => ['sa.String(20)', 'text', ["'a'", "'B b'", "'it''s'", "'\x{c3}\x{a4}'", 'NULL']],
    'TEXT' => ['sa.Text()', 'text', ["''", "'long text, with (signs)'", "'12'", 'NULL']],
    'NUMERIC(8, 2)' => ['sa.Numeric(8, 2)', 'num', [1.5, -2, 0.25, 'NULL']],
    'FLOAT' => ['sa.Float()', 'num', [0.5, 1e10, 'NULL']],
    'BLOB' => ['sa.LargeBinary()', 'bin', ["x'00ff'", "x''", 'NULL']],
    'DATETIME' => ['sa.DateTime()', 'time', ["'2024-01-31 10:00:00.000000'", 'NULL']],
    'BOOLEAN' => ['sa.Boolean()', 'bool', [0, 1, 'NULL']],
);
my @names = ('a', 'b', 'name', 'Mixed', 'two words', 'select', 'q"q', 'value', 'x1', 'order', "\x{c3}\x{a4}", 'c:c', 'p%p', 'group');
sub quoted { my ($name) = @_; $name =~ s/"/""/g; return "\"$name\"" }
sub py { my ($text) = @_; $text =~ s/(["\\])/\\$1/g; return "\"$text\"" }

sub new_column {
    my ($name) = @_;
    my $type = pick(sort keys %types);
    my %c = (name => $name, from => $name, type => $type, sql_from => quoted($name));
    $c{notnull} = 1 if chance(0.2);
    $c{default} = pick(grep { $_ ne 'NULL' } @{$types{$type}[2]}) if chance(0.2) && $type ne 'BLOB';
    $c{collate} = pick('NOCASE', 'RTRIM') if !$plain && chance(0.2) && $types{$type}[1] eq 'text';
    return \%c;
}

sub definition {
    my ($c) = @_;
    my $sql = quoted($c->{name}) . " $c->{type}";
    $sql .= " COLLATE $c->{collate}" if $c->{collate};
    $sql .= " DEFAULT $c->{default}" if defined $c->{default};
    $sql .= ' NOT NULL' if $c->{notnull};
    $sql .= " AS ($c->{generated}) " . pick('STORED', 'VIRTUAL') if $c->{generated};
    return $sql;
}

sub new_table {
    my ($number) = @_;
    my %t = (name => pick("t$number", "t$number", "T $number"), number => $number);
    my @free = sort { rand() <=> 0.5 } @names;
    my @columns = map { new_column($_) } @free[0 .. int(rand 5) + 1];
    push @columns, {name => 'uid', from => 'uid', sql_from => '"uid"', type => 'INTEGER'};
    if (!$plain && chance(0.3)) {
        push @columns, {name => 'made', from => 'made', type => 'INTEGER', generated => 'id * 2', sql_from => 'made'};
    }
    $t{columns} = [{name => 'id', from => 'id', type => 'INTEGER', pk => 1, notnull => 1, sql_from => '"id"'}, @columns];
    $t{spare} = [@free[7 .. $#free]];
    $t{auto} = !$plain && chance(0.3);
    my $name = quoted($t{name});
    my @parts = map { definition($_) } @columns;
    unshift @parts, $t{auto} ? 'id INTEGER PRIMARY KEY AUTOINCREMENT' : 'id INTEGER NOT NULL';
    $t{columns}[0]{notnull} = 0 if $t{auto};
    push @parts, 'PRIMARY KEY (id)' unless $t{auto};
    push @parts, 'CHECK (id > -1000)' if !$plain && chance(0.3) && ($t{unnamed} = 1);
    push @parts, 'CONSTRAINT ck_id CHECK (id <> 77)' if chance(0.3) && ($t{checked} = 1);
    push @parts, "CONSTRAINT fk_u FOREIGN KEY(uid) REFERENCES u$number (id) ON DELETE CASCADE" if (!$plain || !$t{checked}) && chance(0.6) && ($t{fk} = 1);
    my $options = !$plain && !$t{auto} && chance(0.15) ? ' WITHOUT ROWID' : '';
    my $sql = "CREATE TABLE u$number (id INTEGER PRIMARY KEY);\nINSERT INTO u$number VALUES (1), (2), (3);\n";
    $sql .= "CREATE TABLE $name (" . join(', ', @parts) . ")$options;\n";
    $t{rowid} = $options eq '';
    # rows
    my @stored = grep { !$_->{generated} } @{$t{columns}};
    $t{rows} = chance(0.1) ? 0 : 1 + int(rand 12);
    for my $row (1 .. $t{rows}) {
        my @values = map {
            my $c = $_;
            my $v = $c->{pk} ? $row * 3 : $c->{name} eq 'uid' ? pick(1, 2, 3, 'NULL') : pick(@{$types{$c->{type}}[2]});
            $v eq 'NULL' && $c->{notnull} ? pick(grep { $_ ne 'NULL' } @{$types{$c->{type}}[2]}) : $v;
        } @stored;
        $sql .= "INSERT INTO $name (" . join(', ', map { quoted($_->{name}) } @stored) . ') VALUES (' . join(', ', @values) . ");\n";
    }
    $sql .= "UPDATE sqlite_sequence SET seq = 500 WHERE name = '$t{name}';\n" if $t{auto};
    $sql .= "CREATE TABLE c$number (id INTEGER PRIMARY KEY, tid INTEGER REFERENCES $name (id) ON DELETE CASCADE);\n";
    $sql .= "INSERT INTO c$number (tid) SELECT id FROM $name;\n";
    $t{sql} = $sql;
    add_objects(\%t);
    return \%t;
}

# Indexes, a trigger, a view; {indexes} name -> columns they need.
sub add_objects {
    my ($t) = @_;
    my $name = quoted($t->{name});
    my @columns = grep { !$_->{pk} && $_->{type} ne 'BLOB' && !$_->{generated} } @{$t->{columns}};
    $t->{indexes} = {};
    for my $i (1 .. ($plain ? int(rand 2) : int(rand 4))) {
        my $c = pick(@columns);
        my $index = "ix_$t->{number}_$i";
        my $shape = $plain ? 0 : int(rand 4);
        my $item = $shape == 1 ? quoted($c->{name}) . ' DESC' : $shape == 2 ? 'abs(' . quoted($c->{name}) . ')' : quoted($c->{name});
        my $where = $shape == 3 ? ' WHERE ' . quoted($c->{name}) . ' IS NOT NULL' : '';
        $t->{sql} .= "CREATE INDEX $index ON $name ($item)$where;\n";
        $t->{indexes}{$index} = $c;
    }
    return if $plain;
    if (chance(0.4)) {
        my $c = pick(@columns);
        $t->{sql} .= "CREATE TABLE log$t->{number} (what);\nCREATE TRIGGER tr_$t->{number} AFTER INSERT ON $name BEGIN INSERT INTO log$t->{number} VALUES (new." . quoted($c->{name}) . "); END;\n";
        $t->{trigger} = $c;
    }
    if (chance(0.4)) {
        my $c = pick(@columns);
        $t->{sql} .= "CREATE VIEW v$t->{number} AS SELECT id, " . quoted($c->{name}) . " AS shown FROM $name WHERE id > 0;\n";
        $t->{view} = $c;
    }
}

# --- operations ---------------------------------------------------------------------------------

sub is_used { my ($t, $c) = @_; return grep { $_ && $_ == $c } $t->{trigger}, $t->{view}, values %{$t->{indexes}} }

sub drop_column {
    my ($t) = @_;
    my @can = grep { !$_->{pk} && !$_->{touched} && !is_used($t, $_) } @{$t->{columns}};
    return unless @can && @{$t->{columns}} > 2;
    my $c = pick(@can);
    @{$t->{columns}} = grep { $_ != $c } @{$t->{columns}};
    $t->{fk} = 0 if $c->{name} eq 'uid';
    return 'batch_op.drop_column(' . py($c->{name}) . ')';
}

sub add_column {
    my ($t) = @_;
    my $name = shift @{$t->{spare}};
    return unless defined $name;
    my $c = {name => $name, type => 'INTEGER', sql_from => chance(0.5) ? '7' : 'NULL', touched => 1};
    $c->{default} = "'7'" if $c->{sql_from} eq '7';
    push @{$t->{columns}}, $c;
    $t->{added} = 1;
    return 'batch_op.add_column(sa.Column(' . py($name) . ', sa.Integer()' . ($c->{default} ? ', server_default="7"' : '') . '))';
}

sub rename_column {
    my ($t) = @_;
    my @can = grep { !$_->{pk} && !$_->{touched} && !($plain && is_used($t, $_)) } @{$t->{columns}};
    my $name = shift @{$t->{spare}};
    return unless @can && defined $name;
    my $c = pick(@can);
    my $old = $c->{name};
    $c->{name} = $name;
    $c->{touched} = 1;
    return 'batch_op.alter_column(' . py($old) . ', new_column_name=' . py($name) . ')';
}

sub change_type {
    my ($t) = @_;
    my @can = grep { !$_->{pk} && !$_->{touched} && !$_->{generated} && !defined $_->{default} && !is_used($t, $_) && $_->{name} ne 'uid' } @{$t->{columns}};
    return unless @can;
    my $c = pick(@can);
    my $type = pick(grep { $types{$_}[1] ne 'bool' && $types{$_}[1] ne 'bin' } sort keys %types);
    $c->{sql_from} = "CAST($c->{sql_from} AS $type)" if $types{$type}[1] ne $types{$c->{type}}[1];
    $c->{type} = $type;
    $c->{touched} = 1;
    return 'batch_op.alter_column(' . py($c->{name}) . ", type_=$types{$type}[0])";
}

sub loosen {
    my ($t) = @_;
    my @can = grep { $_->{notnull} && !$_->{pk} && !$_->{touched} } @{$t->{columns}};
    return unless @can;
    my $c = pick(@can);
    $c->{notnull} = 0;
    $c->{touched} = 1;
    return 'batch_op.alter_column(' . py($c->{name}) . ', nullable=True)';
}

sub add_check { my ($t) = @_; return if $plain || $t->{new_check}++; return 'batch_op.create_check_constraint("ck_new", "id >= 0")' }
sub drop_check { my ($t) = @_; return unless $t->{checked}; $t->{checked} = 0; return 'batch_op.drop_constraint("ck_id", type_="check")' }
sub drop_key { my ($t) = @_; return unless $t->{fk} && !grep { $_->{name} eq 'uid' && $_->{touched} } @{$t->{columns}}; $t->{fk} = 0; return 'batch_op.drop_constraint("fk_u", type_="foreignkey")' }

sub drop_index {
    my ($t) = @_;
    my ($index) = grep { !/new/ } sort keys %{$t->{indexes}};
    return unless $index;
    delete $t->{indexes}{$index};
    return "batch_op.drop_index(\"$index\")";
}

sub add_index {
    my ($t) = @_;
    return if $t->{new_index}++ || ($plain && %{$t->{indexes}});
    my @can = grep { !$_->{touched} } @{$t->{columns}};
    my $c = pick(@can);
    $t->{indexes}{"ix_new_$t->{number}"} = $c;
    $c->{touched} = 1;
    return "batch_op.create_index(\"ix_new_$t->{number}\", [" . py($c->{name}) . '])';
}

my @operations = (\&drop_column, \&add_column, \&rename_column, \&change_type, \&loosen, \&add_check, \&drop_check, \&drop_key, \&drop_index, \&add_index);

sub block_of {
    my ($t) = @_;
    my @lines;
    for (1 .. 1 + int(rand 4)) {
        my $line = pick(@operations)->($t);
        push @lines, $line if defined $line;
    }
    # a new column goes behind the last one, and to no place in particular when that is dropped later
    @lines = ((grep { /drop_column/ } @lines), grep { !/drop_column/ } @lines);
    push @lines, 'pass' unless @lines;
    return 'with op.batch_alter_table(' . py($t->{name}) . ', recreate="always") as batch_op:' . "\n" . join '', map { "        $_\n" } @lines;
}

# --- what must be there -------------------------------------------------------------------------

my $database = "$work/random/test.db";

# All questions in one run of the shell: the answers in their order.
sub ask {
    spill("$work/ask.sql", join '', ".mode list\n", map { "$_\n.print \@\@\n" } @_);
    my @answers = split /\@\@\n/, `sqlite3 '$database' <'$work/ask.sql' 2>&1`, -1;
    s/\s+\z// for @answers;
    return @answers[0 .. $#_];
}

# The rows the new table must have, made of the old one before.
sub expected_rows {
    my ($t) = @_;
    my $items = join ', ', map { "$_->{sql_from} AS e$_->{place}" } @{$t->{columns}};
    return "CREATE TABLE expected$t->{number} AS SELECT $items FROM " . quoted($t->{name}) . ";\n";
}

my @questions = qw(columns rows same children indexes triggers view counter sql);

sub questions {
    my ($t) = @_;
    my ($name, $literal, $number) = (quoted($t->{name}), $t->{name}, $t->{number});
    my $same = join ' AND ', map { 't.' . quoted($_->{name}) . " IS e.e$_->{place}" } @{$t->{columns}};
    return ("SELECT name || ' ' || upper(type) || ' ' || \"notnull\" FROM pragma_table_xinfo('$literal');",
        "SELECT count(*) FROM $name;",
        "SELECT count(*) FROM expected$number e JOIN $name t ON t.id = e.e0 WHERE $same;",
        "SELECT count(*) FROM c$number;",
        "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = '$literal' AND sql <> '' ORDER BY name;",
        "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '$literal';",
        $t->{view} ? "SELECT count(*) FROM v$number;" : 'SELECT 0;',
        $t->{auto} ? "SELECT seq FROM sqlite_sequence WHERE name = '$literal';" : 'SELECT 0;',
        "SELECT sql FROM sqlite_master WHERE name = '$literal' AND type = 'table';");
}

sub wrong {
    my ($t, %is) = @_;
    my @columns = @{$t->{columns}};
    my @wrong;
    my $want = join "\n", map { "$_->{name} $_->{type} " . ($_->{notnull} ? 1 : 0) } @columns;
    push @wrong, "columns\n$is{columns}\ninstead of\n$want" if $is{columns} ne $want;
    for my $what (qw(rows same children)) {
        push @wrong, "$what: $is{$what} instead of $t->{rows}" if $is{$what} ne $t->{rows};
    }
    $want = join "\n", sort keys %{$t->{indexes}};
    push @wrong, "indexes $is{indexes} instead of $want" if $is{indexes} ne $want;
    push @wrong, 'the trigger is gone' if $is{triggers} ne ($t->{trigger} ? 1 : 0);
    push @wrong, 'the view does not work' if $t->{view} && $is{view} ne $t->{rows};
    push @wrong, 'the counter is lost' if $t->{auto} && $t->{rows} && $is{counter} ne '500';
    push @wrong, 'a check is lost' if ($t->{unnamed} && $is{sql} !~ /CHECK \(id > -1000\)/) || ($t->{checked} && $is{sql} !~ /CONSTRAINT ck_id CHECK/);
    push @wrong, 'WITHOUT ROWID is lost' if !$t->{rowid} && $is{sql} !~ /WITHOUT ROWID/;
    push @wrong, 'the foreign key is lost' if $t->{fk} && $is{sql} !~ /CONSTRAINT fk_u FOREIGN KEY.* ON DELETE CASCADE/;
    push @wrong, 'a collation is lost' if (grep { $_->{collate} && $types{$_->{type}}[1] eq 'text' } @columns) > (() = $is{sql} =~ /COLLATE/g);
    return @wrong;
}

# --- the run ------------------------------------------------------------------------------------

mkdir $_ for "$work/random", "$work/random/migrations", "$work/random/migrations/versions";
unlink $database;
my (@tables, $blocks, $setup);
for my $number (1 .. $count) {
    my $t = new_table($number);
    my $place = 0;
    $_->{place} = $place++ for @{$t->{columns}};
    my $before = $t->{sql};
    my $block = block_of($t);
    for my $c (@{$t->{columns}}) { $c->{place} = $place++ unless defined $c->{place} }
    $setup .= $before . expected_rows($t);
    $blocks .= "    # table $number\n    $block\n";
    push @tables, $t;
}
spill("$work/setup.sql", "BEGIN;\n${setup}COMMIT;\n");
system "sqlite3 -bail '$database' <'$work/setup.sql'";
die "the tables could not be made\n" if $?;
system "cp '$fixtures/env.py' '$fixtures/script.py.mako' '$work/random/migrations/'";
open my $in, '<', "$fixtures/alembic.ini" or die;
my $ini = join '', <$in>;
$ini =~ s/\@URL\@/sqlite:\/\/\/test.db/;
spill("$work/random/alembic.ini", $ini);
my $keys = $plain ? '' : "    op.execute('PRAGMA foreign_keys = ON')\n";
spill("$work/random/migrations/versions/one.py", "from alembic import op\nimport sqlalchemy as sa\n\nrevision = 'one'\ndown_revision = None\n\n\ndef upgrade():\n$keys$blocks");
system "cd '$work/random' && $program upgrade head >../random.out 2>&1 </dev/null";
if ($?) {
    print `cat '$work/random.out'`, "seed $seed: the run failed\n";
    exit 1;
}
my $failed = 0;
my @answers = ask(map { questions($_) } @tables);
for my $t (@tables) {
    my %is;
    @is{@questions} = splice @answers, 0, scalar @questions;
    my @wrong = wrong($t, %is);
    print "seed $seed, table $t->{name}: $_\n" for @wrong;
    $failed++ if @wrong;
}
my ($integrity, $keys_left) = ask('PRAGMA integrity_check;', 'PRAGMA foreign_key_check;');
print "integrity: $integrity, foreign keys: ", $keys_left || 'ok', "\n";
print ask("SELECT sql FROM sqlite_master WHERE name NOT LIKE 'alembic%' AND name NOT LIKE 'expected%';"), "\n" if $plain;
print "$count tables, $failed wrong\n";
exit($failed ? 1 : 0);
