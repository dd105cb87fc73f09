/* cursor_events.c -- before_cursor_execute, after_cursor_execute: listeners of a connection, of its engine and of their
 * classes are told of each statement, as the driver is given it. With retval=True what they answer is run instead. */
#include "bind/bind.h"
#include "bind/sa_inside.h"

/* What both events of a statement are given, and may keep things in. */
typedef struct ExecutionContext {
    Obj obj;
    Value statement, parameters, connection, cursor;
    bool executemany;
} ExecutionContext;

static const Field context_fields[] = {
    FIELD(ExecutionContext, any, statement, READONLY),
    FIELD(ExecutionContext, any, parameters, READONLY),
    FIELD(ExecutionContext, any, cursor, READONLY),
    FIELD(ExecutionContext, bool, executemany, READONLY),
    FIELD_AS("root_connection", ExecutionContext, any, connection, READONLY),
    {0}};

static const Class ExecutionContext_class = {
    CLASS_NAMED(ExecutionContext, "ExecutionContext", "sqlalchemy.engine.interfaces", object),
    .flags = CLASS_ABSTRACT,
    .fields = context_fields,
};

static Value context_new_for(const Execution *execution, Value connection, Value cursor)
{
    ExecutionContext *context = obj_new(ExecutionContext);
    context->statement = STR(execution->text);
    context->parameters = execution->params;
    context->connection = connection;
    context->cursor = cursor;
    context->executemany = execution->is_multi;
    return OBJ(context);
}

/* The connection's listeners, then the engine's. */
typedef struct Listening {
    Value target;
    List *functions;
} Listening;

enum { TARGETS = 2 };

static size_t find_listeners(const ConnectionObject *c, const char *name, Listening *found)
{
    const Value targets[TARGETS] = {OBJ(c), c->engine ? OBJ(c->engine) : NONE};
    size_t count = 0;
    for (size_t i = 0; i < TARGETS; i++) {
        found[i] = (Listening){targets[i], event_listeners(targets[i], name)};
        count += found[i].functions->length;
    }
    return count;
}

/* (statement, parameters) of a listener with retval=True. */
static void take_answer(Execution *execution, Value answer)
{
    const Tuple *pair = as(Tuple, answer);
    if (!pair || pair->length != 2 || !is_instance(pair->at[0], &str_class))
        raise_type("a listener of before_cursor_execute with retval=True returns (statement, "
                   "parameters), and not %s",
                   value_repr(answer)->text);
    execution->text = (Str *)pair->at[0].obj;
    execution->params = pair->at[1];
}

static bool call_all(Execution *execution, const char *name)
{
    ConnectionObject *c = as(ConnectionObject, connection_object_for(execution->connection));
    Listening found[TARGETS];
    bool changed = false;
    if (!find_listeners(c, name, found))
        return false;
    if (!is_set(execution->context)) {
        execution->cursor = call_method(OBJ(connection_object_dbapi(c)), "cursor", 0, NULL);
        execution->context = context_new_for(execution, OBJ(c), execution->cursor);
    }
    for (size_t i = 0; i < TARGETS; i++)
        for (size_t k = 0; k < found[i].functions->length; k++) {
            const Value arguments[] = {OBJ(c),
                                       execution->cursor,
                                       STR(execution->text),
                                       execution->params,
                                       execution->context,
                                       BOOL(execution->is_multi)};
            Value function = found[i].functions->at[k];
            Value answer = call_dict(function, COUNT_OF(arguments), arguments, NULL);
            if (!event_returns_value(found[i].target, function))
                continue;
            take_answer(execution, answer);
            changed = true;
        }
    return changed;
}

bool before_cursor_execute(Execution *execution)
{
    return event_has_cursor_listeners() && call_all(execution, "before_cursor_execute");
}

void after_cursor_execute(Execution *execution)
{
    if (event_has_cursor_listeners())
        call_all(execution, "after_cursor_execute");
}
