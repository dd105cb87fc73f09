/* column_operators.c -- ColumnOperators: the operators and methods that build expressions out of a
 * column. */
#include "schema/expr_inside.h"

typedef ClauseElement ColumnOperators;

/* --- Python's operators ----------------------------------------------------------------------- */

static const SqlOperator sql_operators[OPERATOR_COUNT] = {
    [OPERATOR_ADD] = SQL_ADD,
    [OPERATOR_SUB] = SQL_SUB,
    [OPERATOR_MUL] = SQL_MUL,
    [OPERATOR_DIV] = SQL_TRUEDIV,
    [OPERATOR_FLOORDIV] = SQL_FLOORDIV,
    [OPERATOR_MOD] = SQL_MOD,
    [OPERATOR_AND] = SQL_AND,
    [OPERATOR_OR] = SQL_OR,
    [OPERATOR_EQ] = SQL_EQ,
    [OPERATOR_NE] = SQL_NE,
    [OPERATOR_LT] = SQL_LT,
    [OPERATOR_LE] = SQL_LE,
    [OPERATOR_GT] = SQL_GT,
    [OPERATOR_GE] = SQL_GE,
};

static _Noreturn void raise_unsupported(const char *name)
{
    raise_exception(&NotImplementedError_class, "Operator '%s' is not supported on this expression",
                    name);
}

static Value unary_operator(Operator op, ClauseElement *element)
{
    if (op == OPERATOR_INVERT)
        return OBJ(element_not(element));
    if (op == OPERATOR_NEG)
        return OBJ(unary_new(SQL_NEG, element, element_type(element)));
    return UNSET;
}

static Value column_binop(Operator op, Value left, Value right)
{
    if (!is_set(right))
        return unary_operator(op, as(ClauseElement, left));
    if (!is_set(left))
        return unary_operator(op, as(ClauseElement, right));
    ClauseElement *a = as(ColumnElement, left) ? (ClauseElement *)left.obj : NULL;
    SqlOperator sql = sql_operators[op];
    ClauseElement *shifted = a ? type_shift(a, op, right) : NULL;
    if (shifted)
        return OBJ(shifted);
    if (op == OPERATOR_LSHIFT || op == OPERATOR_RSHIFT)
        raise_unsupported(op == OPERATOR_LSHIFT ? "lshift" : "rshift");
    if (sql == SQL_NONE)
        return UNSET;
    if (a)
        return OBJ(compare(a, sql, right));
    return OBJ(compare_reversed(left, sql, (ClauseElement *)right.obj));
}

static bool column_contains(Value self, Value item)
{
    raise_unsupported("contains");
}

/* --- one operand ------------------------------------------------------------------------------ */

#define OTHER(P) P(POS, any, other, Required)
#define BINARY_METHOD(name, op)                                                                    \
    NATIVE(ColumnOperators, name, OTHER)                                                           \
    {                                                                                              \
        return OBJ(compare(self, op, a->other));                                                   \
    }
BINARY_METHOD(is_, SQL_IS)
BINARY_METHOD(is_not, SQL_IS_NOT)
BINARY_METHOD(is_distinct_from, SQL_IS_DISTINCT_FROM)
BINARY_METHOD(is_not_distinct_from, SQL_IS_NOT_DISTINCT_FROM)
BINARY_METHOD(concat, SQL_CONCAT)
BINARY_METHOD(bitwise_xor, SQL_BITWISE_XOR)
BINARY_METHOD(bitwise_or, SQL_BITWISE_OR)
BINARY_METHOD(bitwise_and, SQL_BITWISE_AND)
BINARY_METHOD(bitwise_lshift, SQL_BITWISE_LSHIFT)
BINARY_METHOD(bitwise_rshift, SQL_BITWISE_RSHIFT)

#define IN_METHOD(name, op)                                                                        \
    NATIVE(ColumnOperators, name, OTHER)                                                           \
    {                                                                                              \
        return OBJ(compare_in(self, op, a->other));                                                \
    }
IN_METHOD(in_, SQL_IN)
IN_METHOD(not_in, SQL_NOT_IN)

#define MODIFIER_METHOD(name, op)                                                                  \
    NATIVE0(ColumnOperators, name)                                                                 \
    {                                                                                              \
        return OBJ(modifier_new(op, self));                                                        \
    }
MODIFIER_METHOD(desc, SQL_DESC)
MODIFIER_METHOD(asc, SQL_ASC)
MODIFIER_METHOD(nulls_first, SQL_NULLS_FIRST)
MODIFIER_METHOD(nulls_last, SQL_NULLS_LAST)

#define UNARY_METHOD(name, op, type)                                                               \
    NATIVE0(ColumnOperators, name)                                                                 \
    {                                                                                              \
        return OBJ(unary_new(op, self, type));                                                     \
    }
UNARY_METHOD(distinct, SQL_DISTINCT, element_type(self))
UNARY_METHOD(bitwise_not, SQL_BITWISE_NOT, element_type(self))
UNARY_METHOD(any_, SQL_ANY, boolean_type())
UNARY_METHOD(all_, SQL_ALL, boolean_type())

/* --- LIKE and its kin ------------------------------------------------------------------------- */

static Value like(ClauseElement *self, SqlOperator op, Value other, Str *escape)
{
    ClauseElement *made = compare(self, op, other);
    if (escape)
        ((BinaryExpression *)made)->escape = STR(escape);
    return OBJ(made);
}

#define LIKE(P) P(POS, any, other, Required) P(POS, str, escape, None)
#define LIKE_METHOD(name, op)                                                                      \
    NATIVE(ColumnOperators, name, LIKE)                                                            \
    {                                                                                              \
        return like(self, op, a->other, a->escape);                                                \
    }
LIKE_METHOD(like, SQL_LIKE)
LIKE_METHOD(ilike, SQL_ILIKE)
LIKE_METHOD(not_like, SQL_NOT_LIKE)
LIKE_METHOD(not_ilike, SQL_NOT_ILIKE)

/* "50%" becomes "50/%" */
static Value autoescaped(Value other, const Str *escape)
{
    Str *text = value_find_str(other);
    if (!text)
        raise_type("String value expected when autoescape=True");
    if (!str_is(escape, "%") && !str_is(escape, "_"))
        text = str_replace(text, escape->text, str_concat(escape, escape)->text);
    text = str_replace(text, "%", str_format("%s%%", escape->text)->text);
    return STR(str_replace(text, "_", str_format("%s_", escape->text)->text));
}

static Value part_test(ClauseElement *self, SqlOperator op, Value other, Str *escape,
                       bool autoescape)
{
    if (!autoescape)
        return like(self, op, other, escape);
    if (!escape)
        escape = str_from("/");
    return like(self, op, autoescaped(other, escape), escape);
}

#define PART(P)                                                                                    \
    P(POS, any, other, Required) P(KEY, str, escape, None) P(KEY, bool, autoescape, False)
#define PART_METHOD(name, op)                                                                      \
    NATIVE(ColumnOperators, name, PART)                                                            \
    {                                                                                              \
        return part_test(self, op, a->other, a->escape, a->autoescape);                            \
    }
PART_METHOD(startswith, SQL_STARTSWITH)
PART_METHOD(istartswith, SQL_ISTARTSWITH)
PART_METHOD(endswith, SQL_ENDSWITH)
PART_METHOD(iendswith, SQL_IENDSWITH)
PART_METHOD(icontains, SQL_ICONTAINS)

/* Text inside text; for JSONB, arrays, HSTORE and ranges the operator @>. */
NATIVE(ColumnOperators, contains, PART)
{
    ClauseElement *made = type_contains(self, a->other);
    return made ? OBJ(made) : part_test(self, SQL_CONTAINS, a->other, a->escape, a->autoescape);
}

/* --- the rest --------------------------------------------------------------------------------- */

#define BETWEEN(P)                                                                                 \
    P(POS, any, cleft, Required) P(POS, any, cright, Required) P(KEY, bool, symmetric, False)
NATIVE(ColumnOperators, between, BETWEEN)
{
    Between_ *made = element_new(Between_, EXPR_BETWEEN_);
    made->element = element_self_group(self, SQL_BETWEEN);
    made->low = element_self_group(operand_from(self, SQL_AND, a->cleft), SQL_AND);
    made->high = element_self_group(operand_from(self, SQL_AND, a->cright), SQL_AND);
    made->symmetric = a->symmetric;
    return OBJ(made);
}

#define MATCH(P) P(POS, any, other, Required) P(KWREST, dict, modifiers, Empty)
NATIVE(ColumnOperators, match, MATCH)
{
    BinaryExpression *made = (BinaryExpression *)compare(self, SQL_MATCH, a->other);
    made->modifiers = a->modifiers;
    made->column_element.type = type_new(TYPE_MatchType);
    return OBJ(made);
}

#define REGEXP_MATCH(P) P(POS, any, pattern, Required) P(POS, any, flags, None)
NATIVE(ColumnOperators, regexp_match, REGEXP_MATCH)
{
    BinaryExpression *made = binary_with(
        self, SQL_REGEXP_MATCH, operand_from(self, SQL_COMMA, a->pattern), SQL_NOT_REGEXP_MATCH);
    made->flags = is_none(a->flags) ? UNSET : a->flags;
    return OBJ(made);
}

#define REGEXP_REPLACE(P)                                                                          \
    P(POS, any, pattern, Required) P(POS, any, replacement, Required) P(POS, any, flags, None)
NATIVE(ColumnOperators, regexp_replace, REGEXP_REPLACE)
{
    ClauseList *both = clause_list_new(SQL_COMMA, false);
    vec_push(&both->items, operand_from(self, SQL_COMMA, a->pattern));
    vec_push(&both->items, operand_from(self, SQL_COMMA, a->replacement));
    BinaryExpression *made = binary_with(self, SQL_REGEXP_REPLACE, ELEMENT(both), SQL_NONE);
    made->flags = is_none(a->flags) ? UNSET : a->flags;
    return OBJ(made);
}

#define COLLATE(P) P(POS, str, collation, Required)
NATIVE(ColumnOperators, collate, COLLATE)
{
    CollationClause *clause = element_new(CollationClause, EXPR_COLLATE);
    clause->collation = a->collation;
    BinaryExpression *made = binary_with(self, SQL_COLLATE, ELEMENT(clause), SQL_NONE);
    made->column_element.type = element_type(self);
    return OBJ(made);
}

/* --- column.op("@>")(other) ------------------------------------------------------------------- */

typedef struct BoundOperator {
    Obj obj;
    ClauseElement *left;
    CustomOperator *op;
} BoundOperator;

static Value bound_call(Value self, const Call *given)
{
    const BoundOperator *bound = (BoundOperator *)self.obj;
    if (given->count != 1 || given->keyword_count)
        raise_type("an operator made by op() takes one operand");
    return OBJ(compare_custom(bound->left, bound->op, given->args[0]));
}

const Class BoundOperator_class = {
    CLASS_NAMED(BoundOperator, "custom_op", "sqlalchemy.sql.operators", object),
    .call = bound_call,
};

static Value bind_operator(ClauseElement *left, Str *text, int64_t precedence, bool is_comparison,
                           Value type)
{
    BoundOperator *bound = obj_new(BoundOperator);
    bound->left = left;
    bound->op = new (CustomOperator);
    bound->op->text = text;
    bound->op->precedence = precedence;
    bound->op->is_comparison = is_comparison;
    bound->op->return_type = is_absent(type) ? NULL : type_from_value(type);
    return OBJ(bound);
}

#define OP(P)                                                                                      \
    P(POS, str, opstring, Required)                                                                \
    P(POS, int, precedence, Zero)                                                                  \
    P(POS, bool, is_comparison, False)                                                             \
    P(POS, any, return_type, None)                                                                 \
    P(POS, any, python_impl, None)
NATIVE(ColumnOperators, op, OP)
{
    return bind_operator(self, a->opstring, a->precedence, a->is_comparison, a->return_type);
}

#define BOOL_OP(P)                                                                                 \
    P(POS, str, opstring, Required) P(POS, int, precedence, Zero) P(POS, any, python_impl, None)
NATIVE(ColumnOperators, bool_op, BOOL_OP)
{
    return bind_operator(self, a->opstring, a->precedence, true, UNSET);
}

#define OPERATE(P)                                                                                 \
    P(ONLY, any, op, Required) P(REST, list, other, Empty) P(KWREST, dict, keywords, Empty)
NATIVE(ColumnOperators, operate, OPERATE)
{
    List *args = list_new(a->other->length + 1);
    list_append(args, OBJ(self));
    for (size_t i = 0; i < a->other->length; i++)
        list_append(args, a->other->at[i]);
    return call_dict(a->op, args->length, args->at, a->keywords);
}

NATIVE(ColumnOperators, reverse_operate, OPERATE)
{
    List *args = list_from(OBJ(a->other));
    list_append(args, OBJ(self));
    return call_dict(a->op, args->length, args->at, a->keywords);
}

static const Method operator_methods[] = {
    METHOD(ColumnOperators, operate),
    METHOD(ColumnOperators, reverse_operate),
    METHOD(ColumnOperators, is_),
    METHOD(ColumnOperators, is_not),
    METHOD_AS("isnot", ColumnOperators, is_not),
    METHOD(ColumnOperators, is_distinct_from),
    METHOD(ColumnOperators, is_not_distinct_from),
    METHOD_AS("isnot_distinct_from", ColumnOperators, is_not_distinct_from),
    METHOD(ColumnOperators, concat),
    METHOD(ColumnOperators, bitwise_xor),
    METHOD(ColumnOperators, bitwise_or),
    METHOD(ColumnOperators, bitwise_and),
    METHOD(ColumnOperators, bitwise_lshift),
    METHOD(ColumnOperators, bitwise_rshift),
    METHOD(ColumnOperators, bitwise_not),
    METHOD(ColumnOperators, in_),
    METHOD(ColumnOperators, not_in),
    METHOD_AS("notin_", ColumnOperators, not_in),
    METHOD(ColumnOperators, desc),
    METHOD(ColumnOperators, asc),
    METHOD(ColumnOperators, nulls_first),
    METHOD_AS("nullsfirst", ColumnOperators, nulls_first),
    METHOD(ColumnOperators, nulls_last),
    METHOD_AS("nullslast", ColumnOperators, nulls_last),
    METHOD(ColumnOperators, distinct),
    METHOD(ColumnOperators, any_),
    METHOD(ColumnOperators, all_),
    METHOD(ColumnOperators, like),
    METHOD(ColumnOperators, ilike),
    METHOD(ColumnOperators, not_like),
    METHOD_AS("notlike", ColumnOperators, not_like),
    METHOD(ColumnOperators, not_ilike),
    METHOD_AS("notilike", ColumnOperators, not_ilike),
    METHOD(ColumnOperators, startswith),
    METHOD(ColumnOperators, istartswith),
    METHOD(ColumnOperators, endswith),
    METHOD(ColumnOperators, iendswith),
    METHOD(ColumnOperators, contains),
    METHOD(ColumnOperators, icontains),
    METHOD(ColumnOperators, between),
    METHOD(ColumnOperators, match),
    METHOD(ColumnOperators, regexp_match),
    METHOD(ColumnOperators, regexp_replace),
    METHOD(ColumnOperators, collate),
    METHOD(ColumnOperators, op),
    METHOD(ColumnOperators, bool_op),
    {0},
};
const Class ColumnOperators_class = {
    CLASS(ColumnOperators, "sqlalchemy.sql.operators", TypeOperators),
    .methods = operator_methods,
    .binop = column_binop,
    .contains = column_contains,
};

/* --- BinaryExpression, UnaryExpression ... as scripts see them -------------------------------- */

/* `column in [columns]` compares with ==, whose truth is identity. */
static bool binary_truth(Value self)
{
    const BinaryExpression *binary = (BinaryExpression *)self.obj;
    if (binary->op != SQL_EQ && binary->op != SQL_NE)
        raise_type("Boolean value of this clause is not defined");
    return (binary->left == binary->right) == (binary->op == SQL_EQ);
}

static const Field binary_fields[] = {
    FIELD(BinaryExpression, obj, left, READONLY),
    FIELD(BinaryExpression, obj, right, READONLY),
    {0},
};
const Class BinaryExpression_class = {
    CLASS(BinaryExpression, "sqlalchemy.sql.elements", ColumnElement),
    .fields = binary_fields,
    .truth = binary_truth,
};
const Class Between__class = {
    CLASS_NAMED(Between_, "BinaryExpression", "sqlalchemy.sql.elements", ColumnElement)};

static const Field unary_fields[] = {FIELD(UnaryExpression, obj, element, READONLY), {0}};
const Class UnaryExpression_class = {
    CLASS(UnaryExpression, "sqlalchemy.sql.elements", ColumnElement),
    .fields = unary_fields,
};
const Class ClauseList_class = {CLASS(ClauseList, "sqlalchemy.sql.elements", ColumnElement)};
static const Field grouping_fields[] = {FIELD(Grouping, obj, element, READONLY), {0}};
const Class Grouping_class = {CLASS(Grouping, "sqlalchemy.sql.elements", ColumnElement),
                              .fields = grouping_fields};
const Class CollationClause_class = {
    CLASS(CollationClause, "sqlalchemy.sql.elements", ColumnElement)};
static const Field label_fields[] = {
    FIELD(Label, str, name, READONLY),
    FIELD_AS("key", Label, str, name, READONLY),
    FIELD(Label, obj, element, READONLY),
    {0},
};
const Class Label_class = {CLASS(Label, "sqlalchemy.sql.elements", ColumnElement),
                           .fields = label_fields};
