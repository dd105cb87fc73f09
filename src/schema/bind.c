/* bind.c -- bindparam() and literal(): values that travel beside the text. */
#include "schema/expr_inside.h"

static Type *bind_type(Value type, Value value, bool expanding)
{
    if (!is_absent(type))
        return type_from_value(type);
    if (!is_set(value) || is_none(value))
        return null_type();
    if (!expanding)
        return type_of_value(value);
    List *items = list_from(value);
    return items->length ? type_of_value(items->at[0]) : null_type();
}

#define BINDPARAM(P)                                                                               \
    P(POS, any, key, Required)                                                                     \
    P(POS, any, value, Unset)                                                                      \
    P(POS, any, type_, None)                                                                       \
    P(POS, bool, unique, False)                                                                    \
    P(POS, any, required, Unset)                                                                   \
    P(POS, any, quote, None)                                                                       \
    P(POS, any, callable_, None)                                                                   \
    P(POS, bool, expanding, False)                                                                 \
    P(POS, bool, isoutparam, False)                                                                \
    P(POS, bool, literal_execute, False)
FUNCTION(expression, bindparam, BINDPARAM)
{
    ClauseElement *like = as(ColumnClause, a->key) ? (ClauseElement *)a->key.obj : NULL;
    Str *name = like              ? ((ColumnClause *)like)->key
                : is_none(a->key) ? NULL
                                  : value_find_str(a->key);
    if (!name && !is_none(a->key))
        raise_expected("Parameter name", a->key);
    BindParameter *bind =
        bind_new(name, a->value, bind_type(a->type_, a->value, a->expanding), a->unique || !name);
    if (like && is_none(a->type_))
        bind->column_element.type = element_type(like);
    bind->required =
        is_set(a->required) ? value_truth(a->required) : !is_set(a->value) && is_none(a->callable_);
    if (!bind->required && !is_set(bind->value))
        bind->value = NONE;
    bind->callable = is_none(a->callable_) ? UNSET : a->callable_;
    bind->expanding = a->expanding;
    bind->literal_execute = a->literal_execute;
    bind->expand_op = SQL_IN;
    return OBJ(bind);
}

#define LITERAL(P)                                                                                 \
    P(POS, any, value, Required) P(POS, any, type_, None) P(POS, bool, literal_execute, False)
FUNCTION(expression, literal, LITERAL)
{
    BindParameter *bind = bind_new(NULL, a->value, bind_type(a->type_, a->value, false), true);
    bind->literal_execute = a->literal_execute;
    return OBJ(bind);
}

const Export bind_exports[] = {
    EXPORT_FUNCTION(expression, bindparam),
    EXPORT_FUNCTION(expression, literal),
    {0},
};

NATIVE0(BindParameter, effective_value)
{
    if (is_set(self->callable))
        return call(self->callable, 0, NULL);
    return is_set(self->value) ? self->value : NONE;
}

NATIVE0(BindParameter, key)
{
    return STR(self->name ? self->name : str_from("param"));
}

static const Field bind_fields[] = {
    FIELD(BindParameter, any, value, MUTABLE),      FIELD(BindParameter, bool, unique, READONLY),
    FIELD(BindParameter, bool, required, READONLY), FIELD(BindParameter, bool, expanding, READONLY),
    FIELD(BindParameter, any, callable, READONLY),  {0},
};
static const Method bind_methods[] = {
    PROPERTY(BindParameter, effective_value),
    PROPERTY(BindParameter, key),
    {0},
};
const Class BindParameter_class = {
    CLASS(BindParameter, "sqlalchemy.sql.elements", ColumnElement),
    .fields = bind_fields,
    .methods = bind_methods,
};
