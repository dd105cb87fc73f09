/* postgres_expr.c -- expressions of sqlalchemy.dialects.postgresql: array, aggregate_order_by,
 * hstore, text search; and the table of element classes that scripts import. */
#include "schema/expr_inside.h"

/* --- array([...]) ----------------------------------------------------------------------------- */

static Type *array_type_of(const ArrayLiteral *array, Value given)
{
    Type *type = type_new(TYPE_PG_ARRAY);
    if (!is_absent(given))
        type->item_type = type_from_value(given);
    else
        type->item_type = array->items.length ? element_type(array->items.at[0]) : null_type();
    if (type_is(type->item_type,
                TYPE_ARRAY)) { /* an array of arrays has more dimensions, not array items */
        type->dimensions = type->item_type->dimensions > 0 ? type->item_type->dimensions + 1 : 2;
        type->item_type = type->item_type->item_type;
    }
    return type;
}

#define ARRAY_PARAMS(P)                                                                            \
    P(POS, list, clauses, Required) P(KEY, any, type_, None) P(KWREST, dict, keywords, Empty)
FUNCTION(postgresql, array, ARRAY_PARAMS)
{
    ArrayLiteral *array = element_new(ArrayLiteral, EXPR_ARRAY);
    for (size_t i = 0; i < a->clauses->length; i++)
        vec_push(&array->items, element_from_value(a->clauses->at[i], NULL));
    array->column_element.type = array_type_of(array, a->type_);
    return OBJ(array);
}

const Class ArrayLiteral_class = {
    CLASS_NAMED(ArrayLiteral, "array", "sqlalchemy.dialects.postgresql.array", ColumnElement),
};

/* --- aggregate_order_by(target, *order_by) ---------------------------------------------------- */

#define AGGREGATE_ORDER_BY(P) P(POS, any, target, Required) P(REST, list, order_by, Empty)
FUNCTION(postgresql, aggregate_order_by, AGGREGATE_ORDER_BY)
{
    AggregateOrderBy *made = element_new(AggregateOrderBy, EXPR_AGGREGATE_ORDER_BY);
    made->target = element_from_value(a->target, NULL);
    made->column_element.type = element_type(made->target);
    elements_from(&made->order_by, a->order_by, element_from_name);
    if (!made->order_by.length)
        raise_type("at least one ORDER BY element is required");
    return OBJ(made);
}

const Class AggregateOrderBy_class = {
    CLASS_NAMED(AggregateOrderBy, "aggregate_order_by", "sqlalchemy.dialects.postgresql.ext",
                ColumnElement),
};

/* --- functions -------------------------------------------------------------------------------- */

#define ARGUMENTS(P) P(REST, list, arguments, Empty)
static Value function_of(const char *name, const List *arguments, Type *type)
{
    Value function = value_get_attr(function_generator(), intern(name));
    Value made = call(function, arguments->length, arguments->at);
    if (type)
        COLUMN_ELEMENT(made.obj)->type = type;
    return made;
}

#define SEARCH_FUNCTION(name)                                                                      \
    FUNCTION(postgresql, name, ARGUMENTS)                                                          \
    {                                                                                              \
        return function_of(#name, a->arguments, NULL);                                             \
    }
SEARCH_FUNCTION(to_tsvector)
SEARCH_FUNCTION(to_tsquery)
SEARCH_FUNCTION(plainto_tsquery)
SEARCH_FUNCTION(phraseto_tsquery)
SEARCH_FUNCTION(websearch_to_tsquery)
SEARCH_FUNCTION(ts_headline)

FUNCTION(postgresql, hstore, ARGUMENTS)
{
    return function_of("hstore", a->arguments, type_new(TYPE_PG_HSTORE));
}

FUNCTION(postgresql, array_agg, ARGUMENTS)
{
    return function_of("array_agg", a->arguments, NULL);
}

#define ANY_PARAMS(P)                                                                              \
    P(POS, any, other, Required) P(POS, any, arrexpr, Required) P(POS, any, operator, None)
FUNCTION(postgresql, Any, ANY_PARAMS)
{
    return call_method(a->arrexpr, "any", 2, (Value[]){a->other, a->operator});
}

FUNCTION(postgresql, All, ANY_PARAMS)
{
    return call_method(a->arrexpr, "all", 2, (Value[]){a->other, a->operator});
}

const Export postgres_expression_exports[] = {
    EXPORT_FUNCTION(postgresql, array),
    EXPORT_FUNCTION(postgresql, aggregate_order_by),
    EXPORT_FUNCTION(postgresql, array_agg),
    EXPORT_FUNCTION(postgresql, hstore),
    EXPORT_FUNCTION(postgresql, to_tsvector),
    EXPORT_FUNCTION(postgresql, to_tsquery),
    EXPORT_FUNCTION(postgresql, plainto_tsquery),
    EXPORT_FUNCTION(postgresql, phraseto_tsquery),
    EXPORT_FUNCTION(postgresql, websearch_to_tsquery),
    EXPORT_FUNCTION(postgresql, ts_headline),
    EXPORT_FUNCTION(postgresql, Any),
    EXPORT_FUNCTION(postgresql, All),
    {0},
};

const Export expression_class_exports[] = {
    EXPORT_CLASS(ClauseElement),
    EXPORT_CLASS(ColumnElement),
    EXPORT_CLASS(ColumnOperators),
    EXPORT_CLASS_AS("Operators", ColumnOperators),
    EXPORT_CLASS(FromClause),
    EXPORT_CLASS(Executable),
    EXPORT_CLASS(ColumnClause),
    EXPORT_CLASS(ColumnCollection),
    EXPORT_CLASS(TableClause),
    EXPORT_CLASS(TextClause),
    EXPORT_CLASS(BindParameter),
    EXPORT_CLASS(Null),
    EXPORT_CLASS(True_),
    EXPORT_CLASS(False_),
    EXPORT_CLASS(BinaryExpression),
    EXPORT_CLASS(UnaryExpression),
    EXPORT_CLASS(BooleanClauseList),
    EXPORT_CLASS(ClauseList),
    EXPORT_CLASS_AS("Tuple", TupleClause),
    EXPORT_CLASS(Grouping),
    EXPORT_CLASS(Function),
    EXPORT_CLASS(FunctionElement),
    EXPORT_CLASS(GenericFunction),
    EXPORT_CLASS(Over),
    EXPORT_CLASS(WithinGroup),
    EXPORT_CLASS(FunctionFilter),
    EXPORT_CLASS(Cast),
    EXPORT_CLASS(TypeCoerce),
    EXPORT_CLASS(Extract),
    EXPORT_CLASS(CollationClause),
    EXPORT_CLASS(Case),
    EXPORT_CLASS(Label),
    EXPORT_CLASS(Exists),
    EXPORT_CLASS(AliasedReturnsRows),
    EXPORT_CLASS(Alias),
    EXPORT_CLASS(Subquery),
    EXPORT_CLASS(Lateral),
    EXPORT_CLASS(TableValuedAlias),
    EXPORT_CLASS(TableSample),
    EXPORT_CLASS_AS("CTE", Cte),
    EXPORT_CLASS(Join),
    EXPORT_CLASS(Values),
    EXPORT_CLASS(SelectBase),
    EXPORT_CLASS(GenerativeSelect),
    EXPORT_CLASS(Select),
    EXPORT_CLASS(CompoundSelect),
    EXPORT_CLASS(ScalarSelect),
    EXPORT_CLASS(TextualSelect),
    EXPORT_CLASS(UpdateBase),
    EXPORT_CLASS(ValuesBase),
    EXPORT_CLASS(Insert),
    EXPORT_CLASS(Update),
    EXPORT_CLASS(Delete),
    EXPORT_CLASS(Compiled),
    {0},
};
