/* test_expr.c -- expressions and statements as SQL text, and the values that travel beside it. */
#include "../unit.h"

#include "pystd/pystd.h"
#include "sql/sql.h"

static const Export *const tables[] = {EXPRESSION_EXPORTS, postgres_expression_exports, NULL};
static const ModuleDef expressions = {"expressions", tables, false, NULL};
static const ModuleDef *const modules[] = {&expressions, NULL};

static Dict *names(void)
{
    static Dict *made;
    if (!made) {
        vm_init();
        import_add_modules(pystd_modules);
        import_add_modules(modules);
        made = dict_new();
        execute_text(str_from("from expressions import *\n"
                              "from expressions import array\n"
                              "x = column('x')\n"
                              "t = table('t', column('a'), column('b'))\n"),
                     made, str_from("test"));
    }
    return made;
}

static Stmt *compile(const Dialect *dialect, ParamStyle style, bool literal, const char *expression)
{
    Value v = evaluate_text(str_from(expression), names(), str_from("test"));
    CompileOptions options = {.style = style, .literal_binds = literal};
    return sql_compile(dialect, ELEMENT(v.obj), &options);
}

static const char *postgres(const char *expression)
{
    return compile(&postgres_dialect, PARAM_DOLLAR, false, expression)->text->text;
}

/* They are looked up by halving. */
TEST(reserved_words_are_sorted)
{
    const Dialect *const all[] = {&generic_dialect, &postgres_dialect, &sqlite_dialect};
    for (size_t i = 0; i < COUNT_OF(all); i++)
        for (size_t k = 1; k < all[i]->reserved->count; k++)
            CHECK(strcmp(all[i]->reserved->at[k - 1], all[i]->reserved->at[k]) < 0);
}

static const char *literal(const char *expression)
{
    return compile(&postgres_dialect, PARAM_DOLLAR, true, expression)->text->text;
}

static const char *sqlite(const char *expression)
{
    return compile(&sqlite_dialect, PARAM_QUESTION, false, expression)->text->text;
}

TEST(operators_group_by_precedence)
{
    CHECK_TEXT(literal("(x + 1) * 2"), "(x + 1) * 2");
    CHECK_TEXT(literal("x + 1 + 2"), "x + 1 + 2");
    CHECK_TEXT(literal("x - (x - 1)"), "x - (x - 1)");
    CHECK_TEXT(literal("and_(x == 1, or_(x == 2, x == 3))"), "x = 1 AND (x = 2 OR x = 3)");
    CHECK_TEXT(literal("~and_(x == 1, x == 2)"), "NOT (x = 1 AND x = 2)");
}

TEST(none_is_null)
{
    CHECK_TEXT(literal("x == None"), "x IS NULL");
    CHECK_TEXT(literal("x != None"), "x IS NOT NULL");
    CHECK_TEXT(literal("x == 'it\\'s'"), "x = 'it''s'");
}

TEST(text_finds_parameters)
{
    CHECK_TEXT(postgres("text('a = :a AND b = x::int AND c = \\\\:c')"),
               "a = $1 AND b = x::int AND c = :c");
    CHECK_TEXT(literal("text('a = :a').bindparams(a=5)"), "a = 5");
    CHECK_TEXT(literal("text('a = :a')"), "a = NULL");
}

TEST(lists_are_expanded_for_execution)
{
    CHECK_TEXT(postgres("x.in_([1, 2])"), "x IN ($1, $2)");
    CHECK_TEXT(sqlite("x.in_([1, 2])"), "x IN (?, ?)");
    CHECK_TEXT(postgres("x.in_([])"), "x IN (NULL) AND (1 != 1)");
    CHECK_TEXT(literal("x.notin_([1])"), "(x NOT IN (1))");
}

TEST(a_repeated_value_keeps_its_number)
{
    const char *text = postgres("(lambda f: select(f).group_by(f))(func.coalesce(x, 5))");
    CHECK_TEXT(text, "SELECT coalesce(x, $1) AS coalesce_1 GROUP BY coalesce(x, $1)");
}

TEST(values_of_ctes_come_first_for_question_marks)
{
    Stmt *stmt = compile(&sqlite_dialect, PARAM_QUESTION, false,
                         "select((lambda c: select(c.c.a).where(c.c.a == "
                         "2))(select(t.c.a).where(t.c.b == 1).cte('c'))"
                         ".subquery('q'))");
    CHECK(stmt->params.length == 2);
    CHECK(stmt->params.at[0].value.integer == 1);
    CHECK(stmt->params.at[1].value.integer == 2);
}

TEST(statements)
{
    CHECK_TEXT(literal("insert(t).values(b='x', a=1)"), "INSERT INTO t (a, b) VALUES (1, 'x')");
    CHECK_TEXT(literal("update(t).values(a=2).where(t.c.b == 'x')"),
               "UPDATE t SET a=2 WHERE t.b = 'x'");
    CHECK_TEXT(literal("delete(t).where(t.c.a.is_(None))"), "DELETE FROM t WHERE t.a IS NULL");
    CHECK_TEXT(literal("select(t.c.a).where(t.c.b.like('a%'))"),
               "SELECT t.a \nFROM t \nWHERE t.b LIKE 'a%'");
}

TEST(result_columns_are_recorded)
{
    Stmt *stmt = compile(&postgres_dialect, PARAM_DOLLAR, false, "select(t.c.a, func.count())");
    CHECK(stmt->returns_rows);
    CHECK(stmt->result_names.length == 2);
    CHECK_TEXT(stmt->result_names.at[1]->text, "count_1");
}

UNIT_MAIN
