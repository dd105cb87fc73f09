/* test_sqlite_sql.c -- what is found in the text of CREATE TABLE. */
#include "unit.h"

#include "reflect/sqlite_sql.h"

static TableSql parse(const char *sql)
{
    return table_sql_parse(str_from(sql));
}

TEST(named_constraints)
{
    TableSql t = parse(
        "CREATE TABLE t (\n\ta INTEGER, b INTEGER, \n\tCONSTRAINT pk_t PRIMARY KEY (a), \n\t"
        "CONSTRAINT \"uq t\" UNIQUE (b, \"a\"), CONSTRAINT ck CHECK (a > (1) AND b <> ')')\n)");
    CHECK_TEXT(t.primary_key->text, "pk_t");
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
    CHECK(!t.primary_key);
    CHECK(t.uniques.length == 1 && !t.uniques.at[0]->name);
    CHECK_TEXT(t.uniques.at[0]->columns.at[0]->text, "x y");
    CHECK_TEXT(((Str *)map_find(&t.generated, intern("total")))->text, "id * (2 + 1)");
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

UNIT_MAIN
