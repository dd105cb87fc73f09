/* element_make.c -- making elements from C: constructors, parentheses by precedence, NOT. */
#include "schema/expr_inside.h"

/* --- shared types ----------------------------------------------------------------------------- */

/* Types carry no state of an expression, so one object serves all of them. */
static Type *shared_type(TypeId id)
{
    static Type *types[TYPE_COUNT];
    if (!types[id])
        types[id] = type_new(id);
    return types[id];
}

Type *null_type(void)
{
    return shared_type(TYPE_NullType);
}

Type *boolean_type(void)
{
    return shared_type(TYPE_Boolean);
}

Type *string_type(void)
{
    return shared_type(TYPE_String);
}

Type *integer_type(void)
{
    return shared_type(TYPE_Integer);
}

Type *numeric_type(void)
{
    return shared_type(TYPE_Numeric);
}

/* --- constructors ----------------------------------------------------------------------------- */

void *element_allocate(const Class *class, ExprKind kind)
{
    Obj *made = object_allocate(class);
    ELEMENT(made)->kind = kind;
    if (is_subclass(class, &ColumnElement_class) || is_subclass(class, &TextClause_class))
        COLUMN_ELEMENT(made)->type = null_type();
    return made;
}

void *element_clone(const void *element)
{
    const Obj *old = element;
    const Class *native = old->class;
    while (native->flags & CLASS_HEAP)
        native = native->base;
    Obj *copy = object_allocate(old->class);
    memcpy((char *)copy + sizeof(Obj), (const char *)old + sizeof(Obj), native->size - sizeof(Obj));
    if (old->attrs)
        copy->attrs = dict_copy(old->attrs);
    return copy;
}

ColumnClause *column_clause_new(Str *name, Type *type)
{
    ColumnClause *column = element_new(ColumnClause, EXPR_COLUMN);
    column->name = column->key = name;
    if (type)
        column->column_element.type = type;
    return column;
}

ColumnClause *literal_column_new(Str *text, Type *type)
{
    ColumnClause *column = column_clause_new(text, type);
    column->is_literal = true;
    return column;
}

BindParameter *bind_new(Str *name, Value value, Type *type, bool unique)
{
    BindParameter *bind = element_new(BindParameter, EXPR_BIND);
    bind->name = name;
    bind->unique = unique;
    bind->value = value;
    bind->required = !is_set(value);
    if (type)
        bind->column_element.type = type;
    else if (is_set(value) && !is_none(value))
        bind->column_element.type = type_of_value(value);
    return bind;
}

ClauseElement *null_new(void)
{
    static Null *one; /* null() is null() */
    if (!one)
        one = element_new(Null, EXPR_NULL_);
    return ELEMENT(one);
}

static ClauseElement *constant_new(const Class *class, ExprKind kind)
{
    ColumnElement *made = element_allocate(class, kind);
    made->type = boolean_type();
    return ELEMENT(made);
}

ClauseElement *boolean_constant_new(bool value)
{
    static ClauseElement *both[2];
    if (!both[value])
        both[value] = value ? constant_new(&True__class, EXPR_TRUE_)
                            : constant_new(&False__class, EXPR_FALSE_);
    return both[value];
}

ClauseElement *grouping_new(ClauseElement *element)
{
    Grouping *grouping = element_new(Grouping, EXPR_GROUPING);
    grouping->element = element;
    grouping->column_element.type = element_type(element);
    return ELEMENT(grouping);
}

Label *label_new(Str *name, ClauseElement *element)
{
    Label *label = element_new(Label, EXPR_LABEL);
    while (element->kind == EXPR_LABEL)
        element = ((Label *)element)->element;
    label->name = name;
    label->column_element.type = element_type(element);
    label->element = element_self_group(element, SQL_AS);
    return label;
}

Cast *cast_new(ClauseElement *clause, Type *type)
{
    Cast *cast = element_new(Cast, EXPR_CAST);
    cast->clause = clause;
    cast->column_element.type = type;
    return cast;
}

ClauseList *clause_list_new(SqlOperator op, bool group)
{
    ClauseList *list = element_new(ClauseList, EXPR_CLAUSE_LIST);
    list->op = op;
    list->group = group;
    return list;
}

BinaryExpression *binary_with(ClauseElement *left, SqlOperator op, ClauseElement *right,
                              SqlOperator negate)
{
    BinaryExpression *binary = element_new(BinaryExpression, EXPR_BINARY);
    binary->left = element_self_group(left, op);
    binary->right = element_self_group(right, op);
    binary->op = op;
    binary->negate = negate;
    return binary;
}

ColumnElement *binary_new(SqlOperator op, ClauseElement *left, ClauseElement *right, Type *type)
{
    BinaryExpression *binary = binary_with(left, op, right, operator_negated(op));
    if (type)
        binary->column_element.type = type;
    else
        binary->column_element.type =
            sql_operator_is(op, SQL_COMPARISON) ? boolean_type() : element_type(left);
    return COLUMN_ELEMENT(binary);
}

ColumnElement *binary_custom_new(const CustomOperator *op, ClauseElement *left,
                                 ClauseElement *right)
{
    BinaryExpression *binary = element_new(BinaryExpression, EXPR_BINARY);
    binary->op = SQL_CUSTOM;
    binary->custom = (CustomOperator *)(uintptr_t)op;
    binary->left = element_self_group_custom(left, SQL_CUSTOM, op);
    binary->right = element_self_group_custom(right, SQL_CUSTOM, op);
    if (op->return_type)
        binary->column_element.type = op->return_type;
    else
        binary->column_element.type = op->is_comparison ? boolean_type() : element_type(left);
    return COLUMN_ELEMENT(binary);
}

ColumnElement *unary_new(SqlOperator op, ClauseElement *element, Type *type)
{
    UnaryExpression *unary = element_new(UnaryExpression, EXPR_UNARY);
    unary->op = op;
    unary->element = element_self_group(element, op);
    if (type)
        unary->column_element.type = type;
    return COLUMN_ELEMENT(unary);
}

ColumnElement *modifier_new(SqlOperator modifier, ClauseElement *element)
{
    UnaryExpression *unary = element_new(UnaryExpression, EXPR_UNARY);
    unary->modifier = modifier;
    unary->element = element_self_group(element, modifier);
    return COLUMN_ELEMENT(unary);
}

/* A boolean value standing as a condition: "x" or, without native booleans, "x = 1". */
static ClauseElement *boolean_test(ClauseElement *element, SqlOperator op)
{
    UnaryExpression *unary = element_new(UnaryExpression, EXPR_UNARY);
    unary->op = op;
    unary->element = element;
    unary->is_boolean_test = true;
    unary->column_element.type = boolean_type();
    return ELEMENT(unary);
}

/* --- parentheses ------------------------------------------------------------------------------ */

enum { PRECEDENCE_UNKNOWN = -100, PRECEDENCE_LARGEST = 100 };

static int precedence_of(SqlOperator op, const CustomOperator *custom)
{
    return op == SQL_CUSTOM ? (int)custom->precedence : sql_operator_precedence(op);
}

static bool same_operator(SqlOperator a, const CustomOperator *custom_a, SqlOperator b,
                          const CustomOperator *custom_b)
{
    return a == b && (a != SQL_CUSTOM || custom_a == custom_b);
}

/* Whether an expression made by `op` needs parentheses as an operand of `against`. */
static bool needs_group(SqlOperator op, const CustomOperator *custom, SqlOperator against,
                        const CustomOperator *against_custom)
{
    bool natural = op == SQL_CUSTOM ? custom->is_natural : sql_operator_is(op, SQL_NATURAL);
    if (natural && same_operator(op, custom, against, against_custom))
        return false;
    if (against == SQL_NONE)
        return true;
    int outer = precedence_of(against, against_custom);
    if (outer == PRECEDENCE_UNKNOWN)
        outer = PRECEDENCE_LARGEST;
    return precedence_of(op, custom) <= outer;
}

static bool is_boolean_operator(SqlOperator op, const CustomOperator *custom)
{
    if (op == SQL_CUSTOM)
        return custom->is_comparison;
    return sql_operator_is(op, SQL_COMPARISON) || op == SQL_NOT || op == SQL_IS_TRUE ||
           op == SQL_IS_FALSE || op == SQL_AND || op == SQL_OR;
}

static ClauseElement *group_operation(ClauseElement *element, SqlOperator op,
                                      const CustomOperator *custom, SqlOperator against,
                                      const CustomOperator *against_custom)
{
    if (needs_group(op, custom, against, against_custom) ||
        (against == SQL_NOT && !is_boolean_operator(op, custom)))
        return grouping_new(element);
    return element;
}

static ClauseElement *group_plain(ClauseElement *element, SqlOperator against)
{
    if ((against == SQL_AND || against == SQL_OR || against == SQL_AS_BOOLEAN) &&
        type_is_boolean(element_type(element)))
        return boolean_test(element, SQL_IS_TRUE);
    if (against == SQL_ANY || against == SQL_ALL)
        return grouping_new(element);
    return element;
}

static ClauseElement *relabel(Label *label, ClauseElement *inner)
{
    if (inner == label->element)
        return ELEMENT(label);
    Label *copy = element_clone(label);
    copy->element = inner;
    return ELEMENT(copy);
}

static ClauseElement *group_unary(UnaryExpression *unary, SqlOperator against,
                                  const CustomOperator *custom)
{
    if (unary->is_boolean_test)
        return ELEMENT(unary);
    if (unary->op != SQL_NONE && needs_group(unary->op, unary->custom, against, custom))
        return grouping_new(ELEMENT(unary));
    return ELEMENT(unary);
}

static ClauseElement *group_coerced(TypeCoerce *coerce, SqlOperator against,
                                    const CustomOperator *custom)
{
    ClauseElement *inner = element_self_group_custom(coerce->clause, against, custom);
    if (inner == coerce->clause)
        return ELEMENT(coerce);
    TypeCoerce *copy = element_clone(coerce);
    copy->clause = inner;
    return ELEMENT(copy);
}

static ClauseElement *group_function(ClauseElement *function, SqlOperator against)
{
    if (against == SQL_GETITEM && type_is(element_type(function), TYPE_ARRAY))
        return grouping_new(function);
    return group_plain(function, against);
}

ClauseElement *element_self_group_custom(ClauseElement *e, SqlOperator against,
                                         const CustomOperator *custom)
{
    switch (e->kind) {
    case EXPR_BINARY: {
        const BinaryExpression *binary = (BinaryExpression *)e;
        return group_operation(e, binary->op, binary->custom, against, custom);
    }
    case EXPR_BETWEEN_:
        return group_operation(e, SQL_BETWEEN, NULL, against, custom);
    case EXPR_BOOLEAN_LIST: {
        const BooleanClauseList *list = (BooleanClauseList *)e;
        return list->items.length ? group_operation(e, list->op, NULL, against, custom) : e;
    }
    case EXPR_CLAUSE_LIST: {
        const ClauseList *list = (ClauseList *)e;
        return list->group && needs_group(list->op, NULL, against, custom) ? grouping_new(e) : e;
    }
    case EXPR_UNARY:
        return group_unary((UnaryExpression *)e, against, custom);
    case EXPR_EXISTS:
        return needs_group(SQL_EXISTS, NULL, against, custom) ? grouping_new(e) : e;
    case EXPR_FILTER:
        return needs_group(SQL_FILTER, NULL, against, custom) ? grouping_new(e) : e;
    case EXPR_LABEL:
        return relabel((Label *)e,
                       element_self_group_custom(((Label *)e)->element, against, custom));
    case EXPR_TYPE_COERCE:
        return group_coerced((TypeCoerce *)e, against, custom);
    case EXPR_TEXT:
        return against == SQL_IN || against == SQL_NOT_IN ? grouping_new(e) : e;
    case EXPR_FUNCTION:
        return group_function(e, against);
    case EXPR_ARRAY:
        return against == SQL_ANY || against == SQL_ALL || against == SQL_GETITEM ? grouping_new(e)
                                                                                  : e;
    case EXPR_SELECT:
    case EXPR_COMPOUND:
    case EXPR_JOIN:
        return grouping_new(e);
    case EXPR_TUPLE:
    case EXPR_GROUPING:
    case EXPR_SCALAR_SELECT:
    case EXPR_AGGREGATE_ORDER_BY:
        return e;
    default:
        return as(ColumnElement, OBJ(e)) ? group_plain(e, against) : e;
    }
}

ClauseElement *element_self_group(ClauseElement *element, SqlOperator against)
{
    return element_self_group_custom(element, against, NULL);
}

/* --- NOT -------------------------------------------------------------------------------------- */

/* An empty list behind IN is written otherwise than behind NOT IN. */
static ClauseElement *negated_right(BinaryExpression *binary)
{
    if (binary->right->kind != EXPR_BIND ||
        ((BindParameter *)binary->right)->expand_op != binary->op)
        return binary->right;
    BindParameter *bind = element_clone(binary->right);
    bind->expand_op = binary->negate;
    return ELEMENT(bind);
}

static ClauseElement *negate_plain(ClauseElement *element)
{
    if (type_is_boolean(element_type(element)))
        return boolean_test(element, SQL_IS_FALSE);
    return ELEMENT(unary_new(SQL_NOT, element, NULL));
}

static ClauseElement *negate_binary(BinaryExpression *binary)
{
    if (binary->op == SQL_CUSTOM ? !binary->custom_negate : binary->negate == SQL_NONE)
        return element_not(grouping_new(ELEMENT(binary)));
    BinaryExpression *copy = element_clone(binary);
    copy->right = negated_right(binary);
    copy->op = binary->negate;
    copy->negate = binary->op;
    copy->custom = binary->custom_negate;
    copy->custom_negate = binary->custom;
    return ELEMENT(copy);
}

static ClauseElement *negate_unary(UnaryExpression *unary)
{
    if (!unary->is_boolean_test)
        return type_is_boolean(unary->column_element.type)
                   ? ELEMENT(unary_new(SQL_NOT, ELEMENT(unary), boolean_type()))
                   : negate_plain(ELEMENT(unary));
    if (unary->element->kind == EXPR_TRUE_ || unary->element->kind == EXPR_FALSE_)
        return element_not(unary->element);
    return boolean_test(unary->element, unary->op == SQL_IS_TRUE ? SQL_IS_FALSE : SQL_IS_TRUE);
}

ClauseElement *element_not(ClauseElement *e)
{
    switch (e->kind) {
    case EXPR_TRUE_:
        return boolean_constant_new(false);
    case EXPR_FALSE_:
        return boolean_constant_new(true);
    case EXPR_BINARY:
        return negate_binary((BinaryExpression *)e);
    case EXPR_UNARY:
        return negate_unary((UnaryExpression *)e);
    case EXPR_BETWEEN_: {
        Between_ *copy = element_clone(e);
        copy->negated = !copy->negated;
        return ELEMENT(copy);
    }
    case EXPR_EXISTS:
        return ELEMENT(unary_new(SQL_NOT, e, boolean_type()));
    case EXPR_BOOLEAN_LIST:
    case EXPR_TEXT:
        return ELEMENT(unary_new(SQL_NOT, e, NULL));
    case EXPR_LABEL:
        return relabel((Label *)e, element_not(((Label *)e)->element));
    default:
        return negate_plain(e);
    }
}
