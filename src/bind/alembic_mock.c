/* alembic_mock.c -- op.get_bind() in --sql mode: a connection that prints what it is asked to execute. It has no
 * rows to give, as the reference's MockConnection. */
#include "bind/bind.h"

typedef struct MockConnection {
    Obj obj;
    MigrationContext *context;
} MockConnection;
static const Class MockConnection_class;

#define EXECUTE_PARAMS(P)                                                                          \
    P(POS, any, statement, Required)                                                               \
    P(POS, any, parameters, None)                                                                  \
    P(KWREST, dict, options, Empty)
/* Parameters are put in place of the statement's binds, as text. */
NATIVE(MockConnection, execute, EXECUTE_PARAMS)
{
    Str *text = value_find_str(a->statement);
    ClauseElement *element = text ? ELEMENT(text_new(text)) : as(ClauseElement, a->statement);
    if (!element)
        raise_exception(&ObjectNotExecutableError_class, "Not an executable object: %s",
                        value_repr(a->statement)->text);
    const Dict *values =
        is_instance(a->parameters, &dict_class) ? (const Dict *)a->parameters.obj : NULL;
    context_execute(self->context, element, values);
    return NONE;
}

NATIVE0(MockConnection, dialect)
{
    return dialect_object_new(self->context->dialect, NULL);
}

NATIVE0(MockConnection, name)
{
    return STR(str_from(self->context->dialect->name));
}

NATIVE0(MockConnection, itself)
{
    return OBJ(self);
}

#define OPTIONS_PARAMS(P) P(KWREST, dict, options, Empty)
NATIVE(MockConnection, with_options, OPTIONS_PARAMS)
{
    return OBJ(self);
}

NATIVE0(MockConnection, nothing)
{
    return NONE;
}

static const Method mock_methods[] = {
    METHOD(MockConnection, execute),
    PROPERTY(MockConnection, dialect),
    PROPERTY(MockConnection, name),
    METHOD_AS("execution_options", MockConnection, with_options),
    PROPERTY_AS("engine", MockConnection, itself),
    METHOD_AS("connect", MockConnection, itself),
    METHOD_AS("schema_for_object", MockConnection, nothing),
    {0},
};
static const Class MockConnection_class = {
    CLASS(MockConnection, "sqlalchemy.engine.mock", object),
    .methods = mock_methods,
};

Value mock_connection_object(MigrationContext *context)
{
    MockConnection *mock = obj_new(MockConnection);
    mock->context = context;
    return OBJ(mock);
}
