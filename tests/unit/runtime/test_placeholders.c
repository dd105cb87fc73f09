/* test_placeholders.c -- parameters written into the text, as psycopg2 does it. */
#include "unit.h"

#include "runtime/engine.h"

static const char *replaced(const char *text, bool escape)
{
    StrVec literals = {0};
    vec_push(&literals, str_from("'one'"));
    vec_push(&literals, str_from("2"));
    return placeholders_replace(str_from(text), &literals, escape)->text;
}

TEST(places)
{
    CHECK_TEXT(replaced("select $1, $2, $1::text, $3", false), "select 'one', 2, 'one'::text, $3");
    CHECK_TEXT(replaced("a$1 = $2", false), "a'one' = 2");
}

TEST(no_places)
{
    CHECK_TEXT(replaced("select '$1', \"$1\", E'\\'$1', $$ $1 $$, $x$ $2 $x$", false),
               "select '$1', \"$1\", E'\\'$1', $$ $1 $$, $x$ $2 $x$");
    CHECK_TEXT(replaced("select 1 -- $1\n, /* $1 /* $2 */ $1 */ $2", false),
               "select 1 -- $1\n, /* $1 /* $2 */ $1 */ 2");
    CHECK_TEXT(replaced("select 'open $1", false), "select 'open $1");
}

TEST(percent)
{
    CHECK_TEXT(replaced("a like '%x' and b = $1", true), "a like '%%x' and b = 'one'");
}

TEST(literals)
{
    static const struct {
        Value v;
        const char *text;
    } rows[] = {
        {{.tag = TAG_NONE}, "NULL"},
        {{.tag = TAG_BOOL, .boolean = true}, "true"},
        {{.tag = TAG_INT, .integer = 5}, "5"},
        {{.tag = TAG_INT, .integer = -5}, " -5"},
        {{.tag = TAG_FLOAT, .number = 1.5}, "1.5"},
    };
    vm_init();
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        CHECK_TEXT(driver_literal(NULL, rows[i].v)->text, rows[i].text);
    Value items[] = {INT(1), INT(2)};
    CHECK_TEXT(driver_literal(NULL, OBJ(tuple_new(2, items)))->text, "(1, 2)");
    CHECK_TEXT(driver_literal(NULL, OBJ(list_of(2, items)))->text, "ARRAY[1, 2]");
    CHECK_TEXT(driver_literal(NULL, OBJ(list_new(0)))->text, "'{}'");
    CHECK_TEXT(driver_literal(NULL, OBJ(bytes_new("\x01\xff", 2)))->text, "'\\x01ff'::bytea");
}

TEST(formats)
{
    vm_init();
    Value items[] = {INT(1), NONE};
    CHECK_TEXT(placeholders_format(NULL, str_from("%s %% %s"), OBJ(tuple_new(2, items)))->text,
               "1 % NULL");
    Dict *named = dict_new();
    dict_set_text(named, "a b", INT(7));
    CHECK_TEXT(placeholders_format(NULL, str_from("x=%(a b)s;"), OBJ(named))->text, "x=7;");
}

UNIT_MAIN
