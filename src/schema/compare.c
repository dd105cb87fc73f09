/* compare.c -- what `column == 5`, `column + x`, `column.in_([...])` build. */
#include "schema/expr_inside.h"

/* --- NOT of an operator ----------------------------------------------------------------------- */

SqlOperator operator_negated(SqlOperator op)
{
    static const SqlOperator pairs[][2] = {
        {SQL_EQ, SQL_NE},
        {SQL_LT, SQL_GE},
        {SQL_GT, SQL_LE},
        {SQL_IS, SQL_IS_NOT},
        {SQL_IN, SQL_NOT_IN},
        {SQL_LIKE, SQL_NOT_LIKE},
        {SQL_ILIKE, SQL_NOT_ILIKE},
        {SQL_CONTAINS, SQL_NOT_CONTAINS},
        {SQL_ICONTAINS, SQL_NOT_ICONTAINS},
        {SQL_STARTSWITH, SQL_NOT_STARTSWITH},
        {SQL_ISTARTSWITH, SQL_NOT_ISTARTSWITH},
        {SQL_ENDSWITH, SQL_NOT_ENDSWITH},
        {SQL_IENDSWITH, SQL_NOT_IENDSWITH},
        {SQL_MATCH, SQL_NOT_MATCH},
        {SQL_REGEXP_MATCH, SQL_NOT_REGEXP_MATCH},
        {SQL_BETWEEN, SQL_NOT_BETWEEN},
        {SQL_IS_DISTINCT_FROM, SQL_IS_NOT_DISTINCT_FROM},
    };
    for (size_t i = 0; i < COUNT_OF(pairs); i++)
        for (int side = 0; side < 2; side++)
            if (pairs[i][side] == op)
                return pairs[i][1 - side];
    return SQL_NONE;
}

static SqlOperator operator_mirrored(SqlOperator op)
{
    switch (op) {
    case SQL_LT:
        return SQL_GT;
    case SQL_GT:
        return SQL_LT;
    case SQL_LE:
        return SQL_GE;
    case SQL_GE:
        return SQL_LE;
    default:
        return op;
    }
}

/* --- operands --------------------------------------------------------------------------------- */

/* The parameter beside a column is called like it: id = :id_1 */
Str *operand_name(const ClauseElement *expression)
{
    switch (expression->kind) {
    case EXPR_COLUMN:
        return ((const ColumnClause *)expression)->key;
    case EXPR_FUNCTION:
        return ((const Function *)expression)->name;
    default:
        return NULL;
    }
}

static bool is_list_value(Value v)
{
    return is_instance(v, &list_class) || is_instance(v, &tuple_class);
}

/* tuple_(a, b) == (1, 2) */
static ClauseElement *tuple_operand(const TupleClause *tuple, SqlOperator op, Value v)
{
    TupleClause *made = element_new(TupleClause, EXPR_TUPLE);
    List *items = list_from(v);
    for (size_t i = 0; i < items->length; i++) {
        ClauseElement *beside = i < tuple->items.length ? tuple->items.at[i] : null_new();
        vec_push(
            &made->items,
            ELEMENT(bind_new(NULL, items->at[i],
                             type_for_compared(element_type(beside), op, items->at[i]), true)));
    }
    made->column_element.type = tuple->column_element.type;
    return ELEMENT(made);
}

static ClauseElement *typed_like(ClauseElement *element, ClauseElement *expression, Type *type)
{
    Type *beside = type ? type : element_type(expression);
    if (element->kind != EXPR_BIND || !type_is_null(element_type(element)) || type_is_null(beside))
        return element;
    BindParameter *bind = element_clone(element);
    bind->column_element.type = beside;
    return ELEMENT(bind);
}

ClauseElement *operand_typed(ClauseElement *expression, SqlOperator op, Value v, Type *type)
{
    ClauseElement *element = element_find(v);
    if (element && element_is_from(element))
        raise_expected("SQL expression element or literal value", v);
    if (element)
        return typed_like(element_is_select(element) ? element_from_value(v, NULL) : element,
                          expression, type);
    if (expression->kind == EXPR_TUPLE && is_list_value(v))
        return tuple_operand((TupleClause *)expression, op, v);
    if (is_instance(v, &type_class))
        raise_expected("SQL expression element or literal value", v);
    Type *own = type ? type : type_for_compared(element_type(expression), op, v);
    return ELEMENT(bind_new(operand_name(expression), v, own, true));
}

ClauseElement *operand_from(ClauseElement *expression, SqlOperator op, Value v)
{
    return operand_typed(expression, op, v, NULL);
}

/* --- comparisons ------------------------------------------------------------------------------ */

static bool is_collection_test(const ClauseElement *element)
{
    const UnaryExpression *unary = (const UnaryExpression *)element;
    return element->kind == EXPR_UNARY && (unary->op == SQL_ANY || unary->op == SQL_ALL);
}

static bool is_constant(Value v)
{
    if (is_none(v) || v.tag == TAG_BOOL)
        return true;
    const ClauseElement *element = v.tag == TAG_OBJ ? as(ClauseElement, v) : NULL;
    return element && (element->kind == EXPR_NULL_ || element->kind == EXPR_TRUE_ ||
                       element->kind == EXPR_FALSE_);
}

static ClauseElement *comparison(ClauseElement *left, SqlOperator op, ClauseElement *right,
                                 bool reversed)
{
    SqlOperator negate = is_collection_test(right) && !reversed ? SQL_NONE : operator_negated(op);
    if (reversed && is_collection_test(left))
        negate = SQL_NONE;
    BinaryExpression *made =
        reversed ? binary_with(right, op, left, negate) : binary_with(left, op, right, negate);
    made->column_element.type = boolean_type();
    return ELEMENT(made);
}

/* x = NULL is IS NULL; x == True stays an equation. */
static ClauseElement *compare_constant(ClauseElement *left, SqlOperator op, Value right)
{
    ClauseElement *constant = element_from_constant(right);
    bool equation = (op == SQL_EQ || op == SQL_NE) && constant->kind != EXPR_NULL_;
    if (equation || op == SQL_IS_DISTINCT_FROM || op == SQL_IS_NOT_DISTINCT_FROM)
        return comparison(left, op, constant, false);
    if (op == SQL_EQ || op == SQL_IS)
        return comparison(left, SQL_IS, constant, false);
    if (op == SQL_NE || op == SQL_IS_NOT)
        return comparison(left, SQL_IS_NOT, constant, false);
    raise_exception(
        &ArgumentError_class,
        "Only '=', '!=', 'is_()', 'is_not()', 'is_distinct_from()', 'is_not_distinct_from()' "
        "operators can be used with None/True/False");
}

static ClauseElement *compare_boolean(ClauseElement *left, SqlOperator op, Value right)
{
    if (is_collection_test(left)) { /* any_(x) == 5 is written 5 = ANY (x) */
        ClauseElement *other =
            is_constant(right) ? element_from_constant(right) : operand_from(left, op, right);
        return comparison(left, operator_mirrored(op), other, true);
    }
    if (is_constant(right))
        return compare_constant(left, op, right);
    return comparison(left, op, operand_from(left, op, right), false);
}

/* --- arithmetic ------------------------------------------------------------------------------- */

static ClauseElement *operate(ClauseElement *left, SqlOperator op, ClauseElement *right)
{
    Type *type = operator_result_type(&op, element_type(left), element_type(right));
    BinaryExpression *made = binary_with(left, op, right, SQL_NONE);
    made->column_element.type = type;
    return ELEMENT(made);
}

ClauseElement *compare(ClauseElement *left, SqlOperator op, Value right)
{
    if (op == SQL_AND || op == SQL_OR) {
        ElementVec both = {0};
        vec_push(&both, left);
        vec_push(&both, element_from_condition(right));
        return boolean_join(op, &both);
    }
    if (sql_operator_is(op, SQL_COMPARISON))
        return compare_boolean(left, op, right);
    return operate(left, op, operand_from(left, op, right));
}

ClauseElement *compare_reversed(Value left, SqlOperator op, ClauseElement *right)
{
    if (op == SQL_AND || op == SQL_OR)
        return compare(element_from_condition(left), op, OBJ(right));
    if (sql_operator_is(op, SQL_COMPARISON))
        return compare_boolean(right, operator_mirrored(op), left);
    return operate(operand_from(right, op, left), op, right);
}

ClauseElement *compare_custom(ClauseElement *left, const CustomOperator *op, Value right)
{
    ClauseElement *other = operand_from(left, SQL_CUSTOM, right);
    ColumnElement *made = binary_custom_new(op, left, other);
    if (!op->return_type && !op->is_comparison) {
        SqlOperator same = SQL_CUSTOM;
        made->type = operator_result_type(&same, element_type(left), element_type(other));
    }
    return ELEMENT(made);
}

/* --- IN --------------------------------------------------------------------------------------- */

static bool has_elements(const List *items)
{
    for (size_t i = 0; i < items->length; i++)
        if (element_find(items->at[i]))
            return true;
    return false;
}

static ClauseElement *in_mixed_list(ClauseElement *left, SqlOperator op, const List *items)
{
    ClauseList *list = clause_list_new(SQL_COMMA, true);
    for (size_t i = 0; i < items->length; i++)
        vec_push(&list->items, operand_from(left, op, items->at[i]));
    return element_self_group(ELEMENT(list), op);
}

static ClauseElement *in_plain_list(ClauseElement *left, SqlOperator op, List *items)
{
    bool tuples = left->kind == EXPR_TUPLE;
    Type *type =
        tuples ? element_type(left)
               : type_for_compared(element_type(left), op, items->length ? items->at[0] : NONE);
    BindParameter *bind = bind_new(operand_name(left), OBJ(items), type, true);
    bind->expanding = true;
    bind->expand_op = op;
    bind->is_tuple_list = tuples || (items->length && is_list_value(items->at[0]));
    return ELEMENT(bind);
}

static ClauseElement *in_element(ClauseElement *element, SqlOperator op)
{
    if (element->kind == EXPR_BIND) {
        BindParameter *bind = element_clone(element);
        bind->expanding = true;
        bind->expand_op = op;
        return ELEMENT(bind);
    }
    if (element_is_select(element))
        return element_from_value(OBJ(element), NULL);
    if (element_is_from(element) && element->kind != EXPR_VALUES)
        return element_from_value(call_method(OBJ(element), "select", 0, NULL), NULL);
    return element_self_group(element, op);
}

static bool is_sequence(Value v)
{
    if (v.tag != TAG_OBJ || value_find_str(v) || is_instance(v, &bytes_class))
        return false;
    return is_instance(v, &list_class) || is_instance(v, &tuple_class) ||
           is_instance(v, &set_class) || is_instance(v, &frozenset_class) ||
           is_instance(v, &dict_class) || is_set(value_find_attr(v, N(__iter__)));
}

ClauseElement *compare_in(ClauseElement *left, SqlOperator op, Value list)
{
    ClauseElement *right, *element = element_find(list);
    if (element) {
        right = typed_like(in_element(element, op), left, NULL);
    } else if (is_sequence(list)) {
        List *items = list_from(list);
        right =
            has_elements(items) ? in_mixed_list(left, op, items) : in_plain_list(left, op, items);
    } else {
        raise_expected("IN expression list, SELECT construct, or bound parameter object", list);
    }
    return comparison(left, op, right, false);
}
