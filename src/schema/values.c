/* values.c -- values(column(...), name="v").data([(1, 2), ...]): rows that stand in FROM. */
#include "schema/expr_inside.h"

#define VALUES(P)                                                                                  \
    P(REST, list, columns, Empty) P(KEY, str, name, None) P(KEY, bool, literal_binds, False)
FUNCTION(expression, values, VALUES)
{
    Values *values = element_new(Values, EXPR_VALUES);
    values->name = a->name;
    values->is_named = a->name != NULL;
    values->literal_binds = a->literal_binds;
    values->rows = list_new(0);
    for (size_t i = 0; i < a->columns->length; i++)
        vec_push(&values->given, get_as(ColumnClause, a->columns->at[i], "column"));
    return OBJ(values);
}

static Values *values_copy(const Values *values)
{
    Values *copy = element_clone(values);
    copy->from.columns = NULL;
    copy->rows = list_of(values->rows->length, values->rows->at);
    return copy;
}

#define DATA(P) P(POS, list, values, Required)
NATIVE(Values, data, DATA)
{
    Values *copy = values_copy(self);
    for (size_t i = 0; i < a->values->length; i++)
        list_append(copy->rows, OBJ(tuple_from(a->values->at[i])));
    return OBJ(copy);
}

#define NAME(P) P(POS, str, name, None) P(POS, bool, flat, False)
NATIVE(Values, alias, NAME)
{
    Values *copy = values_copy(self);
    copy->name = a->name;
    copy->is_named = a->name != NULL;
    return OBJ(copy);
}

const Export values_exports[] = {EXPORT_FUNCTION(expression, values), {0}};

static const Method values_methods[] = {METHOD(Values, data), METHOD(Values, alias), {0}};
const Class Values_class = {CLASS(Values, "sqlalchemy.sql.selectable", FromClause),
                            .methods = values_methods};
