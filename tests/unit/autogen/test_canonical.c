/* Expressions compared by the server of RETORT_TEST_PG (see tests/pg.sh), and without one. */
#include "unit.h"

#include "autogen/canonical.h"

#include <stdlib.h>

static bool same(const char *a, const char *b)
{
    return canonical_text_equal(str_from(a), str_from(b));
}

TEST(texts_are_compared_without_spaces_case_and_outer_parentheses)
{
    CHECK(same("a > 1", "A>1"));
    CHECK(same("((a > 1))", "a > 1"));
    CHECK(same("now()", "NOW( )"));
    CHECK(!same("(a) + (b)", "a) + (b"));
    CHECK(!same("a > 1", "a > 10"));
    CHECK(!same("is null", "isnull"));
}

TEST(quoted_text_is_compared_as_it_is)
{
    CHECK(!same("'A'", "'a'"));
    CHECK(!same("'a b'", "'ab'"));
    CHECK(same("x = 'it''s )'", "(x='it''s )')"));
    CHECK(!same("\"A\"", "\"a\""));
    CHECK(same("\"total\" > 0", "total>0"));
    CHECK(!same("\"Total\" > 0", "total>0"));
    CHECK(same("\"a\" IS NULL AND \"b\"<>\"a\"OR b IS NULL", "a is null and b<>a or b is null"));
}

TEST(a_lone_literal_loses_its_cast)
{
    CHECK(same("'draft'", "'draft'::character varying"));
    CHECK(same("'{}'", "'{}'::text[]"));
    CHECK(same("'1'::numeric(10,2)", "'1'"));
    CHECK(!same("'a'::text || 'b'", "'a'"));
    CHECK(same("total >= 0::numeric", "total>=0"));
    CHECK(same("(total > (5)::numeric)", "total>5"));
    CHECK(!same("f(5)::numeric", "f5"));
    CHECK(same("name <> 'x'::text AND n > 5", "name <> 'x' and n>5"));
    CHECK(same("at > '2020-01-01 00:00:00'::timestamp(3) without time zone", "at > '2020-01-01 00:00:00'"));
    CHECK(same("x = '-1'::integer", "x = -1"));
    CHECK(!same("x::integer > 5", "x > 5"));
    CHECK(!same("'a'::text", "'a'::text || 'b'::text"));
    CHECK(same("'0'::numeric", "0"));
    CHECK(same("'-1'::integer", "(-1)"));
    CHECK(!same("'x'", "x"));
    CHECK(!canonical_text_equal(NULL, str_from("x")));
    CHECK(canonical_text_equal(NULL, NULL));
}

static Connection *server(void)
{
    const char *url = getenv("RETORT_TEST_PG");
    if (!url)
        return NULL;
    Connection *db = db_open(url_parse(str_from(url)), NULL);
    db_run(db, "DROP SCHEMA IF EXISTS \"Canon\" CASCADE; CREATE SCHEMA \"Canon\";"
               "CREATE TABLE \"Canon\".\"T t\" (id bigint, \"Total\" numeric, name varchar(20), at timestamptz, tags text[])");
    return db;
}

static Expression *expression(ExpressionKind kind, const char *text)
{
    Expression *e = new (Expression);
    *e = (Expression){.kind = kind, .schema = str_from("Canon"), .table = str_from("T t"), .text = str_from(text)};
    return e;
}

static const char *answer(Connection *db, Expression *e)
{
    ExpressionVec all = {0};
    vec_push(&all, e);
    canonical_ask(db, &all);
    return e->canonical ? e->canonical->text : "(none)";
}

static Expression *default_of(const char *column, const char *text)
{
    Expression *e = expression(EXPRESSION_DEFAULT, text);
    e->column = str_from(column);
    return e;
}

TEST(the_server_prints_expressions_of_the_model)
{
    Connection *db = server();
    if (!db)
        return;
    CHECK_TEXT(answer(db, expression(EXPRESSION_CHECK, "\"Total\">=0")), "\"Total\" >= 0::numeric");
    CHECK_TEXT(answer(db, default_of("at", "timezone('utc',now())")), "timezone('utc'::text, now())");
    CHECK_TEXT(answer(db, default_of("name", "'it''s'")), "'it''s'::character varying");
    Expression *computed = expression(EXPRESSION_COMPUTED, "id+1");
    computed->type_text = str_from("bigint");
    CHECK_TEXT(answer(db, computed), "(id + 1)");
    db_close(db);
}

TEST(many_at_once_and_those_that_fail_harm_nobody)
{
    Connection *db = server();
    if (!db)
        return;
    ExpressionVec all = {0};
    vec_push(&all, expression(EXPRESSION_CHECK, "nowhere > 1"));
    vec_push(&all, expression(EXPRESSION_CHECK, "id > 1"));
    vec_push(&all, expression(EXPRESSION_CHECK, "id > 1); DROP TABLE \"Canon\".\"T t\"; --"));
    vec_push(&all, expression(EXPRESSION_CHECK, "$retort$ '"));
    Expression *missing = expression(EXPRESSION_CHECK, "true");
    missing->table = str_from("none");
    vec_push(&all, missing);
    vec_push(&all, expression(EXPRESSION_CHECK, "name  is   null"));
    canonical_ask(db, &all);
    CHECK(!all.at[0]->canonical);
    CHECK_TEXT(all.at[1]->canonical->text, "id > 1");
    CHECK(!all.at[3]->canonical);
    CHECK(!all.at[4]->canonical);
    CHECK_TEXT(all.at[5]->canonical->text, "name IS NULL");
    CHECK(!db_in_transaction(db));
    CHECK(db_run(db, "SELECT 1 FROM pg_class WHERE relname LIKE 'retort%'")->row_count == 0);
    CHECK(db_run(db, "SELECT * FROM \"Canon\".\"T t\"")->row_count == 0);
    db_close(db);
}

TEST(a_transaction_of_the_caller_goes_on)
{
    Connection *db = server();
    if (!db)
        return;
    db_begin(db);
    db_run(db, "INSERT INTO \"Canon\".\"T t\" (id) VALUES (7)");
    CHECK_TEXT(answer(db, expression(EXPRESSION_CHECK, "id>1")), "id > 1");
    CHECK(db_transaction_state(db) == TRANSACTION_OPEN);
    db_commit(db);
    CHECK(db_run(db, "SELECT 1 FROM \"Canon\".\"T t\" WHERE id = 7")->row_count == 1);
    db_run(db, "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
    CHECK_TEXT(answer(db, expression(EXPRESSION_CHECK, "id>1")), "(none)");
    db_close(db);
}

UNIT_MAIN
