/* boolean.c -- and_(), or_(), not_() and the constants true(), false(), null(). */
#include "schema/expr_inside.h"

static ClauseElement *raw_list(SqlOperator op, const ElementVec *items)
{
    BooleanClauseList *list = element_new(BooleanClauseList, EXPR_BOOLEAN_LIST);
    list->op = op;
    list->column_element.type = boolean_type();
    for (size_t i = 0; i < items->length; i++) {
        const BooleanClauseList *inner = (BooleanClauseList *)items->at[i];
        if (items->at[i]->kind == EXPR_BOOLEAN_LIST && inner->op == op)
            for (size_t j = 0; j < inner->items.length; j++)
                vec_push(&list->items, inner->items.at[j]);
        else
            vec_push(&list->items, items->at[i]);
    }
    return ELEMENT(list);
}

/* and_(x, true()) is x; and_(x, false()) is false(); one element stays alone. */
ClauseElement *boolean_join(SqlOperator op, const ElementVec *items)
{
    ExprKind neutral = op == SQL_AND ? EXPR_TRUE_ : EXPR_FALSE_;
    ExprKind absorbing = op == SQL_AND ? EXPR_FALSE_ : EXPR_TRUE_;
    ElementVec kept = {0};
    ClauseElement *seen_neutral = NULL;
    for (size_t i = 0; i < items->length; i++) {
        ClauseElement *item = items->at[i];
        if (item->kind == neutral)
            seen_neutral = item;
        else if (item->kind == absorbing)
            return element_self_group(item, SQL_AS_BOOLEAN);
        else
            vec_push(&kept, item);
    }
    if (!kept.length && seen_neutral)
        vec_push(&kept, seen_neutral);
    if (kept.length == 1)
        return element_self_group(kept.at[0], SQL_AS_BOOLEAN);
    for (size_t i = 0; i < kept.length; i++)
        kept.at[i] = element_self_group(kept.at[i], op);
    return raw_list(op, &kept);
}

static Value join(SqlOperator op, const List *arguments)
{
    ElementVec items = {0};
    elements_from(&items, arguments, element_from_condition);
    return OBJ(boolean_join(op, &items));
}

#define CLAUSES(P) P(REST, list, clauses, Empty)
FUNCTION(expression, and_, CLAUSES)
{
    return join(SQL_AND, a->clauses);
}

FUNCTION(expression, or_, CLAUSES)
{
    return join(SQL_OR, a->clauses);
}

#define NOT_PARAMS(P) P(POS, any, clause, Required)
FUNCTION(expression, not_, NOT_PARAMS)
{
    return OBJ(element_not(element_from_condition(a->clause)));
}

FUNCTION(expression, true_, NO_PARAMS)
{
    return OBJ(boolean_constant_new(true));
}

FUNCTION(expression, false_, NO_PARAMS)
{
    return OBJ(boolean_constant_new(false));
}

FUNCTION(expression, null_, NO_PARAMS)
{
    return OBJ(null_new());
}

const Export boolean_exports[] = {
    EXPORT_FUNCTION(expression, and_),
    EXPORT_FUNCTION(expression, or_),
    EXPORT_FUNCTION(expression, not_),
    EXPORT_FUNCTION_AS("true", expression, true_),
    EXPORT_FUNCTION_AS("false", expression, false_),
    EXPORT_FUNCTION_AS("null", expression, null_),
    {0},
};

NATIVE0(BooleanClauseList, clauses)
{
    List *list = list_new(self->items.length);
    for (size_t i = 0; i < self->items.length; i++)
        list_append(list, OBJ(self->items.at[i]));
    return OBJ(list);
}

static const Method boolean_list_methods[] = {PROPERTY(BooleanClauseList, clauses), {0}};
const Class BooleanClauseList_class = {
    CLASS(BooleanClauseList, "sqlalchemy.sql.elements", ColumnElement),
    .methods = boolean_list_methods,
};
const Class Null_class = {CLASS(Null, "sqlalchemy.sql.elements", ColumnElement)};
const Class True__class = {CLASS(True_, "sqlalchemy.sql.elements", ColumnElement)};
const Class False__class = {CLASS(False_, "sqlalchemy.sql.elements", ColumnElement)};
