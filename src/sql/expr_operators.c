/* expr_operators.c -- operators as text. Parentheses are in the expressions already
 * (schema/element_make.c). */
#include "sql/expr_inside.h"

static const char *const operator_texts[SQL_OPERATOR_COUNT] = {
    [SQL_AND] = " AND ",
    [SQL_OR] = " OR ",
    [SQL_ADD] = " + ",
    [SQL_MUL] = " * ",
    [SQL_SUB] = " - ",
    [SQL_MOD] = " % ",
    [SQL_NEG] = "-",
    [SQL_LT] = " < ",
    [SQL_LE] = " <= ",
    [SQL_NE] = " != ",
    [SQL_GT] = " > ",
    [SQL_GE] = " >= ",
    [SQL_EQ] = " = ",
    [SQL_IS_DISTINCT_FROM] = " IS DISTINCT FROM ",
    [SQL_IS_NOT_DISTINCT_FROM] = " IS NOT DISTINCT FROM ",
    [SQL_CONCAT] = " || ",
    [SQL_MATCH] = " MATCH ",
    [SQL_IN] = " IN ",
    [SQL_COMMA] = ", ",
    [SQL_FROM] = " FROM ",
    [SQL_IS] = " IS ",
    [SQL_IS_NOT] = " IS NOT ",
    [SQL_COLLATE] = " COLLATE ",
    [SQL_EXISTS] = "EXISTS ",
    [SQL_DISTINCT] = "DISTINCT ",
    [SQL_NOT] = "NOT ",
    [SQL_ANY] = "ANY ",
    [SQL_ALL] = "ALL ",
    [SQL_DESC] = " DESC",
    [SQL_ASC] = " ASC",
    [SQL_NULLS_FIRST] = " NULLS FIRST",
    [SQL_NULLS_LAST] = " NULLS LAST",
    [SQL_BITWISE_XOR] = " ^ ",
    [SQL_BITWISE_OR] = " | ",
    [SQL_BITWISE_AND] = " & ",
    [SQL_BITWISE_NOT] = "~",
    [SQL_BITWISE_LSHIFT] = " << ",
    [SQL_BITWISE_RSHIFT] = " >> ",
    [SQL_SLICE] = ":",
};

const char *operator_text(SqlOperator op)
{
    return operator_texts[op];
}

/* a op b; `eager`: in parentheses when it is itself an operand */
void write_generic_binary(Writer *w, BinaryExpression *binary, const char *text, bool eager)
{
    ExprState *state = expr_state(w);
    bool outer = state->in_operator;
    write_text(w, outer && eager ? "(" : "");
    state->in_operator = true;
    write_element(w, binary->left);
    write_text(w, text);
    write_element(w, binary->right);
    state->in_operator = outer;
    write_text(w, outer && eager ? ")" : "");
}

/* --- LIKE ------------------------------------------------------------------------------------- */

typedef struct LikeForm {
    SqlOperator op;
    bool before, after, lower, negated; /* '%' || x || '%' */
} LikeForm;

static const LikeForm like_forms[] = {
    {SQL_LIKE, false, false, false, false},      {SQL_NOT_LIKE, false, false, false, true},
    {SQL_ILIKE, false, false, true, false},      {SQL_NOT_ILIKE, false, false, true, true},
    {SQL_CONTAINS, true, true, false, false},    {SQL_NOT_CONTAINS, true, true, false, true},
    {SQL_ICONTAINS, true, true, true, false},    {SQL_NOT_ICONTAINS, true, true, true, true},
    {SQL_STARTSWITH, false, true, false, false}, {SQL_NOT_STARTSWITH, false, true, false, true},
    {SQL_ISTARTSWITH, false, true, true, false}, {SQL_NOT_ISTARTSWITH, false, true, true, true},
    {SQL_ENDSWITH, true, false, false, false},   {SQL_NOT_ENDSWITH, true, false, false, true},
    {SQL_IENDSWITH, true, false, true, false},   {SQL_NOT_IENDSWITH, true, false, true, true},
};

static const LikeForm *find_like(SqlOperator op)
{
    for (size_t i = 0; i < COUNT_OF(like_forms); i++)
        if (like_forms[i].op == op)
            return &like_forms[i];
    return NULL;
}

static void write_like_side(Writer *w, ClauseElement *element, bool lower)
{
    write_text(w, lower ? "lower(" : "");
    write_element(w, element);
    write_text(w, lower ? ")" : "");
}

/* 'x' || (a || b) is written without parentheses. */
static ClauseElement *like_part(const BinaryExpression *binary, const LikeForm *form)
{
    const Grouping *grouping = (const Grouping *)binary->right;
    if (!(form->before || form->after) || binary->right->kind != EXPR_GROUPING ||
        grouping->element->kind != EXPR_BINARY)
        return binary->right;
    const BinaryExpression *inner = (const BinaryExpression *)grouping->element;
    return inner->op == SQL_CONCAT ? grouping->element : binary->right;
}

/* The text around a part: '%' || x || '%' */
static void write_like(Writer *w, const BinaryExpression *binary, const LikeForm *form)
{
    bool lower = form->lower && !EXPR_FLAG(w, has_ilike);
    const char *percent = w->options.style == PARAM_PYFORMAT ? "'%%'" : "'%'";
    write_like_side(w, binary->left, lower);
    write_format(w, "%s%s ", form->negated ? " NOT" : "",
                 form->lower && !lower ? " ILIKE" : " LIKE");
    if (form->before)
        write_format(w, "%s || ", percent);
    write_like_side(w, like_part(binary, form), lower);
    if (form->after)
        write_format(w, " || %s", percent);
    if (is_set(binary->escape) && !is_none(binary->escape)) {
        write_text(w, " ESCAPE ");
        write_literal(w, binary->escape, type_new(TYPE_String));
    }
}

/* --- division --------------------------------------------------------------------------------- */

/* a / b of integers is a true division: the right side is made numeric. */
static void write_true_division(Writer *w, const BinaryExpression *binary)
{
    Type *type = element_type(binary->right);
    write_element(w, binary->left);
    write_text(w, " / ");
    write_element(w,
                  ELEMENT(cast_new(binary->right,
                                   type_is(type, TYPE_Numeric) ? type : type_new(TYPE_Numeric))));
}

static void write_floor_division(Writer *w, BinaryExpression *binary)
{
    bool integers = type_is(element_type(binary->left), TYPE_Integer) &&
                    type_is(element_type(binary->right), TYPE_Integer);
    write_text(w, integers ? "" : "FLOOR(");
    write_element(w, binary->left);
    write_text(w, " / ");
    write_element(w, binary->right);
    write_text(w, integers ? "" : ")");
}

/* --- the cell --------------------------------------------------------------------------------- */

static void write_index(Writer *w, const BinaryExpression *binary)
{
    write_element(w, binary->left);
    write_text(w, "[");
    write_element(w, binary->right);
    write_text(w, "]");
}

static void write_not_in(Writer *w, BinaryExpression *binary)
{
    write_text(w, "(");
    write_generic_binary(w, binary, " NOT IN ", false);
    write_text(w, ")");
}

static void write_not_match(Writer *w, BinaryExpression *binary)
{
    BinaryExpression *match = element_clone(binary);
    match->op = SQL_MATCH;
    write_text(w, "NOT ");
    write_binary(w, ELEMENT(match));
}

/* str(expression) shows what no dialect says. */
static bool write_shown_regexp(Writer *w, BinaryExpression *binary)
{
    if (w->dialect->base)
        return false;
    if (binary->op == SQL_REGEXP_REPLACE) {
        write_text(w, "<regexp replace>(");
        write_generic_binary(w, binary, ", ", false);
        write_text(w, ")");
    } else {
        write_generic_binary(
            w, binary, binary->op == SQL_REGEXP_MATCH ? " <regexp> " : " <not regexp> ", false);
    }
    return true;
}

static _Noreturn void raise_no_regexp(Writer *w, const char *what)
{
    raise_compile(w, "%s dialect does not support regular expression%s", w->dialect->name, what);
}

/* a.op("#>")(b) */
static void write_custom(Writer *w, BinaryExpression *binary)
{
    Str *shown = str_format(" %s ", binary->custom->text->text);
    if (w->options.style == PARAM_PYFORMAT)
        shown = str_replace(shown, "%", "%%");
    write_generic_binary(w, binary, shown->text, binary->custom->eager_grouping);
}

void write_binary(Writer *w, ClauseElement *element)
{
    BinaryExpression *binary = (BinaryExpression *)element;
    const LikeForm *like = find_like(binary->op);
    if (EXPR_HOOK(w, binary)(w, binary))
        return;
    if (like) {
        write_like(w, binary, like);
        return;
    }
    switch (binary->op) {
    case SQL_CUSTOM:
        write_custom(w, binary);
        break;
    case SQL_TRUEDIV:
        write_true_division(w, binary);
        break;
    case SQL_FLOORDIV:
        write_floor_division(w, binary);
        break;
    case SQL_MOD:
        write_generic_binary(w, binary, w->options.style == PARAM_PYFORMAT ? " %% " : " % ", false);
        break;
    case SQL_NOT_IN:
        write_not_in(w, binary);
        break;
    case SQL_NOT_MATCH:
        write_not_match(w, binary);
        break;
    case SQL_GETITEM:
    case SQL_JSON_GETITEM:
    case SQL_JSON_PATH_GETITEM:
        write_index(w, binary);
        break;
    case SQL_REGEXP_MATCH:
    case SQL_NOT_REGEXP_MATCH:
    case SQL_REGEXP_REPLACE:
        if (!write_shown_regexp(w, binary))
            raise_no_regexp(w, binary->op == SQL_REGEXP_REPLACE ? " replacements" : "s");
        break;
    default:
        write_generic_binary(w, binary, operator_texts[binary->op], false);
    }
}

/* --- unary ------------------------------------------------------------------------------------ */

/* Whether the database takes it for a condition even without a boolean type. */
static bool is_condition(const ClauseElement *element)
{
    switch (element->kind) {
    case EXPR_GROUPING:
        return is_condition(((const Grouping *)element)->element);
    case EXPR_BOOLEAN_LIST:
    case EXPR_BETWEEN_:
        return true;
    case EXPR_BINARY: {
        const BinaryExpression *binary = (const BinaryExpression *)element;
        return binary->op == SQL_CUSTOM ? binary->custom->is_comparison
                                        : sql_operator_is(binary->op, SQL_COMPARISON);
    }
    default:
        return false;
    }
}

/* "x", "NOT x"; without native booleans "x = 1", "x = 0" */
static void write_boolean_test(Writer *w, const UnaryExpression *unary)
{
    bool plain = has_native_boolean(w) || is_condition(unary->element);
    bool wanted = unary->op == SQL_IS_TRUE;
    write_text(w, plain && !wanted ? "NOT " : "");
    write_element(w, unary->element);
    if (!plain)
        write_text(w, wanted ? " = 1" : " = 0");
}

/* ORDER BY a label of this SELECT: its name is enough. */
static void write_modified(Writer *w, const UnaryExpression *unary)
{
    write_element(w, unary->element);
    write_text(w, operator_texts[unary->modifier]);
}

void write_unary(Writer *w, ClauseElement *element)
{
    const UnaryExpression *unary = (UnaryExpression *)element;
    if (unary->is_boolean_test) {
        write_boolean_test(w, unary);
        return;
    }
    if (unary->modifier != SQL_NONE) {
        write_modified(w, unary);
        return;
    }
    write_text(w, operator_texts[unary->op]);
    write_element(w, unary->element);
}

void write_between(Writer *w, ClauseElement *element)
{
    const Between_ *between = (Between_ *)element;
    ExprState *state = expr_state(w);
    bool outer = state->in_operator;
    state->in_operator = true;
    write_element(w, between->element);
    write_format(w, "%s BETWEEN %s", between->negated ? " NOT" : "",
                 between->symmetric ? "SYMMETRIC " : "");
    write_element(w, between->low);
    write_text(w, " AND ");
    write_element(w, between->high);
    state->in_operator = outer;
}
