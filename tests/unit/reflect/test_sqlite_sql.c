/* test_sqlite_sql.c -- what is found in the text of CREATE TABLE. */
#include "unit.h"

#include "reflect/sqlite_sql.h"
#include "reflect/sql_tokens.h"

static TableSql parse(const char *sql)
{
    return table_sql_parse(str_from(sql));
}

TEST(named_constraints)
{
    TableSql t = parse(
        "CREATE TABLE t (\n\ta INTEGER, b INTEGER, \n\tCONSTRAINT pk_t PRIMARY KEY (a), \n\t"
        "CONSTRAINT \"uq t\" UNIQUE (b, \"a\"), CONSTRAINT ck CHECK (a > (1) AND b <> ')')\n)");
    CHECK_TEXT(t.primary_key->name->text, "pk_t");
    CHECK(t.uniques.length == 1 && t.uniques.at[0]->columns.length == 2);
    CHECK_TEXT(t.uniques.at[0]->name->text, "uq t");
    CHECK_TEXT(t.uniques.at[0]->columns.at[1]->text, "a");
    CHECK(t.checks.length == 1);
    CHECK_TEXT(t.checks.at[0]->name->text, "ck");
    CHECK_TEXT(t.checks.at[0]->sqltext->text, "a > (1) AND b <> ')'");
}

TEST(foreign_keys)
{
    TableSql t = parse(
        "create table t (a int references p, b int, constraint fk foreign key (a, b) references "
        "[other t] (x, y) on delete set null on update no action deferrable initially deferred)");
    CHECK(t.foreign_keys.length == 1);
    const ReflectedForeignKey *key = t.foreign_keys.at[0];
    CHECK_TEXT(key->name->text, "fk");
    CHECK_TEXT(key->referred_table->text, "other t");
    CHECK_TEXT(key->referred_columns.at[1]->text, "y");
    CHECK_TEXT(key->ondelete->text, "SET NULL");
    CHECK(!key->onupdate && key->deferrable == TRI_TRUE);
    CHECK_TEXT(key->initially->text, "DEFERRED");
}

TEST(columns)
{
    TableSql t = parse("CREATE TABLE \"t\" (id INTEGER PRIMARY KEY, -- comment, with (\n `x y` "
                       "VARCHAR(20) NOT NULL UNIQUE, "
                       "total INT GENERATED ALWAYS AS (id * (2 + 1)) STORED, z INT CHECK (z > 0))");
    CHECK(t.primary_key && !t.primary_key->name);
    CHECK(t.uniques.length == 1 && !t.uniques.at[0]->name);
    CHECK_TEXT(t.uniques.at[0]->columns.at[0]->text, "x y");
    CHECK_TEXT(table_sql_find_column(&t, str_from("TOTAL"))->generated->text, "id * (2 + 1)");
    CHECK(t.checks.length == 1 && !t.checks.at[0]->name);
}

TEST(broken_text)
{
    CHECK(table_sql_parse(NULL).checks.length == 0);
    CHECK(parse("").uniques.length == 0);
    CHECK(parse("CREATE TABLE t AS SELECT 1").uniques.length == 0);
    CHECK(parse("CREATE TABLE t (a CHECK (a > '").checks.length == 1);
    CHECK(parse("CREATE TABLE t (a, FOREIGN KEY (").foreign_keys.length == 0);
}

/* What SQLite takes and the reference's patterns do not see. */
TEST(column_clauses)
{
    TableSql t = parse("CREATE TABLE t (id INTEGER CONSTRAINT pk PRIMARY KEY ASC ON CONFLICT REPLACE "
                       "AUTOINCREMENT, n VARCHAR(20) COLLATE NOCASE CONSTRAINT nn NOT NULL ON CONFLICT "
                       "IGNORE DEFAULT ('a, CHECK (1)') CONSTRAINT uq UNIQUE, m DEFAULT -1 COLLATE \"my "
                       "coll\", p INT CONSTRAINT fk REFERENCES q ON DELETE SET DEFAULT ON UPDATE RESTRICT "
                       "MATCH full NOT DEFERRABLE INITIALLY immediate CHECK (p > 0) /* ) */)");
    CHECK(t.autoincrement && t.columns.length == 4);
    CHECK_TEXT(t.primary_key->name->text, "pk");
    CHECK_TEXT(t.primary_key->on_conflict->text, "REPLACE");
    CHECK_TEXT(t.columns.at[1]->collation->text, "NOCASE");
    CHECK_TEXT(t.columns.at[1]->not_null_conflict->text, "IGNORE");
    CHECK_TEXT(t.columns.at[2]->collation->text, "my coll");
    CHECK(t.uniques.length == 1 && t.checks.length == 1 && !t.checks.at[0]->name);
    CHECK_TEXT(t.uniques.at[0]->name->text, "uq");
    const ReflectedForeignKey *key = t.inline_keys.at[0];
    CHECK(t.inline_keys.length == 1 && key->referred_columns.length == 0);
    CHECK_TEXT(key->name->text, "fk");
    CHECK_TEXT(key->ondelete->text, "SET DEFAULT");
    CHECK_TEXT(key->onupdate->text, "RESTRICT");
    CHECK_TEXT(key->match->text, "FULL");
    CHECK(key->deferrable == TRI_FALSE);
}

/* Table constraints may follow each other without a comma, and names may be words of SQL in quotes. */
TEST(table_constraints)
{
    TableSql t = parse("CREATE TABLE \"a(b\" (\"check\" INT, [unique] TEXT, 'primary' INT, x\n-- CHECK (no)\n, "
                       "PRIMARY KEY (\"check\", x) ON CONFLICT FAIL CONSTRAINT u UNIQUE ([unique]) ON CONFLICT "
                       "REPLACE CHECK (x <> 'UNIQUE (x)') FOREIGN KEY (x) REFERENCES \"a(b\") WITHOUT ROWID, STRICT");
    CHECK(t.columns.length == 4 && t.without_rowid && t.strict && !t.autoincrement);
    CHECK_TEXT(t.columns.at[2]->name->text, "primary");
    CHECK(t.primary_key->columns.length == 2);
    CHECK_TEXT(t.primary_key->on_conflict->text, "FAIL");
    CHECK(t.uniques.length == 1 && t.checks.length == 1 && t.foreign_keys.length == 1);
    CHECK_TEXT(t.uniques.at[0]->name->text, "u");
    CHECK_TEXT(t.uniques.at[0]->on_conflict->text, "REPLACE");
    CHECK_TEXT(t.checks.at[0]->sqltext->text, "x <> 'UNIQUE (x)'");
    CHECK_TEXT(t.foreign_keys.at[0]->referred_table->text, "a(b");
    CHECK(parse("CREATE VIRTUAL TABLE f USING fts5(a, CHECK)").is_virtual);
}

TEST(indexes)
{
    IndexSql plain = index_sql_parse(str_from("CREATE UNIQUE INDEX i ON t (a, \"b c\")"));
    CHECK(plain.is_plain && plain.items.length == 2 && !plain.where);
    IndexSql other = index_sql_parse(str_from(
        "create index if not exists \"where\" on t(lower(a || ') where'), b collate nocase desc) where a <> 'where' -- end"));
    CHECK(!other.is_plain && other.items.length == 2);
    CHECK_TEXT(other.items.at[0]->text, "lower(a || ') where')");
    CHECK_TEXT(other.items.at[1]->text, "b collate nocase desc");
    CHECK_TEXT(other.where->text, "a <> 'where'");
    CHECK(index_sql_parse(NULL).items.length == 0);
}

TEST(renamed_columns)
{
    Map names = {0};
    map_put(&names, str_from("x"), str_from("\"new \"\"x\"\"\""));
    map_put(&names, str_from("lower"), str_from("l"));
    Str *sql = str_from(
        "lower(X) = 'x' AND \"x\" > t.[x] COLLATE x AND CAST(y AS x) IS NOT lower || X'00' -- x");
    CHECK_TEXT(
        sql_rename_columns(SQL_OF_SQLITE, sql, &names)->text,
        "lower(\"new \"\"x\"\"\") = 'x' AND \"new \"\"x\"\"\" > t.\"new \"\"x\"\"\" COLLATE x "
        "AND CAST(y AS x) IS NOT l || X'00' -- x");
    CHECK(sql_mentions_column(SQL_OF_SQLITE, sql, str_from("Y")));
    CHECK(!sql_mentions_column(SQL_OF_SQLITE, sql, str_from("z")));
    CHECK(!sql_mentions_column(SQL_OF_SQLITE, str_from("'z' <> z(1)"), str_from("z")));
}

TEST(renamed_columns_of_postgres)
{
    Map names = {0};
    map_put(&names, str_from("x"), str_from("y"));
    map_put(&names, str_from("Big"), str_from("\"Bigger\""));
    Str *sql =
        str_from("(a[x] > 'x'::x) AND (\"Big\" = s.x(x)) AND X IS NULL AND (x).x <> E'\\\\ x' AND "
                 "EXTRACT(x FROM x) = (big)::x.x");
    CHECK_TEXT(sql_rename_columns(SQL_OF_POSTGRES, sql, &names)->text,
               "(a[y] > 'x'::x) AND (\"Bigger\" = s.x(y)) AND X IS NULL AND (y).x <> E'\\\\ x' AND "
               "EXTRACT(x FROM y) = (big)::x.x");
    CHECK(sql_mentions_column(SQL_OF_POSTGRES, str_from("USING btree (lower(\"a\"\"b\"))"),
                              str_from("a\"b")));
    CHECK(!sql_mentions_column(SQL_OF_POSTGRES, sql, str_from("s")));
}

UNIT_MAIN
