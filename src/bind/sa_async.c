/* sa_async.c -- sqlalchemy.ext.asyncio's engine, connection, transaction and streamed result.
 *
 * Drivers block here, so everything runs when it is called, and what is awaited is done already.
 * Most methods are those of the synchronous objects: a table says which, and whether their result
 * is awaited.
 */
#include "bind/bind.h"
#include "bind/sa_inside.h"

/* --- methods of the synchronous object -------------------------------------------------------- */

typedef enum Delegation {
    AWAITED,   /* await it                                   */
    PLAIN,     /* call it                                    */
    ATTRIBUTE, /* read it                                    */
    VIEW,      /* a result whose result is a result again    */
    SELF       /* await it, and get the async object         */
} Delegation;

typedef struct Delegate {
    const char *name;
    Delegation how;
} Delegate;

/* What reading such a method gives: something to call. */
typedef struct AsyncMethod {
    Obj obj;
    Value async, target; /* the asynchronous object and the one behind it */
    Str *name;
    Delegation how;
} AsyncMethod;
extern const Class AsyncMethod_class;

static Value async_result_new(Value result);

static Value async_method_call(Value self, const Call *arguments)
{
    AsyncMethod *m = (AsyncMethod *)self.obj;
    Value result = call_with(value_get_attr(m->target, m->name), arguments);
    switch (m->how) {
    case AWAITED:
        return done_new(result);
    case SELF:
        return done_new(m->async);
    case VIEW:
        return async_result_new(result);
    case PLAIN:
    case ATTRIBUTE:
        break;
    }
    return result;
}

const Class AsyncMethod_class = {
    CLASS_NAMED(AsyncMethod, "method", "builtins", object),
    .flags = CLASS_ABSTRACT,
    .call = async_method_call,
};

static const Delegate *delegate_find(const Delegate *table, const Str *name)
{
    for (; table->name; table++)
        if (str_is(name, table->name))
            return table;
    return NULL;
}

static Value delegate_value(const Delegate *d, Value async, Value target)
{
    if (d->how == ATTRIBUTE)
        return value_get_attr(target, intern(d->name));
    AsyncMethod *m = (AsyncMethod *)object_allocate(&AsyncMethod_class);
    m->async = async;
    m->target = target;
    m->name = intern(d->name);
    m->how = d->how;
    return OBJ(m);
}

/* --- AsyncEngine ------------------------------------------------------------------------------ */

typedef struct AsyncEngine {
    Obj obj;
    EngineObject *sync_engine;
} AsyncEngine;
typedef struct AsyncConnection {
    Obj obj;
    AsyncEngine *engine;
    ConnectionObject *sync_connection; /* NULL until started */
    bool begins;                       /* made by engine.begin(): also opens a transaction */
} AsyncConnection;

#define ENGINE_INIT(P) P(POS, any, sync_engine, Required)
NATIVE(AsyncEngine, init, ENGINE_INIT)
{
    self->sync_engine = get_as(EngineObject, a->sync_engine, "sync_engine");
    return NONE;
}

static const Delegate engine_delegates[] = {
    {"dispose", AWAITED},
    {"raw_connection", AWAITED},
    {"url", ATTRIBUTE},
    {"pool", ATTRIBUTE},
    {"dialect", ATTRIBUTE},
    {"name", ATTRIBUTE},
    {"driver", ATTRIBUTE},
    {"echo", ATTRIBUTE},
    {"engine", ATTRIBUTE},
    {"clear_compiled_cache", PLAIN},
    {"get_execution_options", PLAIN},
    {"update_execution_options", PLAIN},
    {0},
};

static Value engine_getattr(Value self, Str *name)
{
    const Delegate *d = delegate_find(engine_delegates, name);
    return d ? delegate_value(d, self, OBJ(((AsyncEngine *)self.obj)->sync_engine)) : UNSET;
}

static AsyncConnection *connection_new(AsyncEngine *engine, bool begins)
{
    AsyncConnection *c = obj_new(AsyncConnection);
    c->engine = engine;
    c->begins = begins;
    return c;
}

NATIVE0(AsyncEngine, connect)
{
    return OBJ(connection_new(self, false));
}

NATIVE0(AsyncEngine, begin)
{
    return OBJ(connection_new(self, true));
}

#define OPTIONS_PARAMS(P) P(KWREST, dict, options, Empty)
NATIVE(AsyncEngine, execution_options, OPTIONS_PARAMS)
{
    AsyncEngine *copy = obj_new(AsyncEngine);
    Value sync = call_dict(value_get_attr(OBJ(self->sync_engine), intern("execution_options")), 0,
                           NULL, a->options);
    copy->sync_engine = (EngineObject *)sync.obj;
    return OBJ(copy);
}

static Str *async_engine_repr(Value self)
{
    return str_format("Async%s", value_repr(OBJ(((AsyncEngine *)self.obj)->sync_engine))->text);
}

static const Field async_engine_fields[] = {FIELD(AsyncEngine, obj, sync_engine, READONLY), {0}};
static const Method async_engine_methods[] = {METHOD(AsyncEngine, connect),
                                              METHOD(AsyncEngine, begin),
                                              METHOD(AsyncEngine, execution_options),
                                              {0}};
const Class AsyncEngine_class = {
    CLASS(AsyncEngine, "sqlalchemy.ext.asyncio.engine", object),
    .flags = CLASS_ANY_ATTR,
    .init = INIT(AsyncEngine),
    .fields = async_engine_fields,
    .methods = async_engine_methods,
    .getattr = engine_getattr,
    .repr = async_engine_repr,
};

/* --- AsyncConnection -------------------------------------------------------------------------- */

static ConnectionObject *started(AsyncConnection *c)
{
    if (!c->sync_connection) {
        BaseException *e = exception_new(
            &InvalidRequestError_class,
            STR(str_from(
                "AsyncConnection context has not been started and object has not been awaited.")));
        raise_object(OBJ(e));
    }
    return c->sync_connection;
}

static const Delegate connection_delegates[] = {
    {"execute", AWAITED},
    {"scalar", AWAITED},
    {"scalars", AWAITED},
    {"exec_driver_sql", AWAITED},
    {"commit", AWAITED},
    {"rollback", AWAITED},
    {"close", AWAITED},
    {"invalidate", AWAITED},
    {"get_isolation_level", AWAITED},
    {"execution_options", SELF},
    {"in_transaction", PLAIN},
    {"in_nested_transaction", PLAIN},
    {"get_execution_options", PLAIN},
    {"closed", ATTRIBUTE},
    {"invalidated", ATTRIBUTE},
    {"dialect", ATTRIBUTE},
    {"info", ATTRIBUTE},
    {"default_isolation_level", ATTRIBUTE},
    {0},
};

static Value connection_getattr(Value self, Str *name)
{
    const Delegate *d = delegate_find(connection_delegates, name);
    return d ? delegate_value(d, self, OBJ(started((AsyncConnection *)self.obj))) : UNSET;
}

static void start(AsyncConnection *c)
{
    if (c->sync_connection)
        raise_exception(&InvalidRequestError_class, "connection is already started");
    c->sync_connection = connection_object_open(c->engine->sync_engine);
    if (c->begins)
        connection_object_begin(OBJ(c->sync_connection));
}

NATIVE0(AsyncConnection, start)
{
    start(self);
    return done_new(OBJ(self));
}

NATIVE0(AsyncConnection, await)
{
    start(self);
    return call_method(done_new(OBJ(self)), "__await__", 0, NULL);
}

#define LEAVE_PARAMS(P)                                                                            \
    P(POS, any, type, Required) P(POS, any, value, Required) P(POS, any, traceback, Required)
typedef struct Leave {
    ConnectionObject *connection;
    Value args[3];
} Leave;

static void leave_transaction(void *arg)
{
    Leave *leave = arg;
    if (leave->connection->transaction)
        call_method(OBJ(leave->connection->transaction), "__exit__", 3, leave->args);
}

NATIVE(AsyncConnection, leave, LEAVE_PARAMS)
{
    ConnectionObject *c = started(self);
    Leave leave = {c, {a->type, a->value, a->traceback}};
    Err *err = self->begins ? protect(leave_transaction, &leave) : NULL;
    connection_object_close(c);
    if (err)
        err_raise(err);
    return done_new(FALSE_VALUE);
}

#define RUN_PARAMS(P)                                                                              \
    P(ONLY, any, fn, Required) P(REST, list, args, Empty) P(KWREST, dict, options, Empty)
NATIVE(AsyncConnection, run_sync, RUN_PARAMS)
{
    List *arguments = list_new(a->args->length + 1);
    list_append(arguments, OBJ(started(self)));
    for (size_t i = 0; i < a->args->length; i++)
        list_append(arguments, a->args->at[i]);
    return done_new(call_dict(a->fn, arguments->length, arguments->at, a->options));
}

#define EXECUTE_PARAMS(P)                                                                          \
    P(POS, any, statement, Required)                                                               \
    P(POS, any, parameters, None) P(KEY, any, execution_options, None)
NATIVE(AsyncConnection, stream, EXECUTE_PARAMS)
{
    Value result =
        connection_execute_value(started(self), a->statement, a->parameters, a->execution_options);
    return done_new(async_result_new(result));
}

NATIVE(AsyncConnection, stream_scalars, EXECUTE_PARAMS)
{
    Value result =
        connection_execute_value(started(self), a->statement, a->parameters, a->execution_options);
    return done_new(async_result_new(call_method(result, "scalars", 0, NULL)));
}

NATIVE0(AsyncConnection, get_raw_connection)
{
    return done_new(value_get_attr(OBJ(started(self)), intern("connection")));
}

static Value transaction_new(AsyncConnection *connection, bool nested);

NATIVE0(AsyncConnection, begin)
{
    return transaction_new(self, false);
}

NATIVE0(AsyncConnection, begin_nested)
{
    return transaction_new(self, true);
}

static const Field async_connection_fields[] = {
    FIELD(AsyncConnection, obj, sync_connection, READONLY),
    FIELD(AsyncConnection, obj, engine, READONLY),
    FIELD_AS("sync_engine", AsyncConnection, obj, engine, READONLY),
    {0},
};
static const Method async_connection_methods[] = {
    METHOD(AsyncConnection, start),
    METHOD_AS("__await__", AsyncConnection, await),
    METHOD_AS("__aenter__", AsyncConnection, start),
    METHOD_AS("__aexit__", AsyncConnection, leave),
    METHOD(AsyncConnection, run_sync),
    METHOD(AsyncConnection, stream),
    METHOD(AsyncConnection, stream_scalars),
    METHOD(AsyncConnection, get_raw_connection),
    METHOD(AsyncConnection, begin),
    METHOD(AsyncConnection, begin_nested),
    {0},
};
const Class AsyncConnection_class = {
    CLASS(AsyncConnection, "sqlalchemy.ext.asyncio.engine", object),
    .flags = CLASS_ABSTRACT | CLASS_ANY_ATTR,
    .fields = async_connection_fields,
    .methods = async_connection_methods,
    .getattr = connection_getattr,
};

/* --- AsyncTransaction ------------------------------------------------------------------------- */

typedef struct AsyncTransaction {
    Obj obj;
    AsyncConnection *connection;
    TransactionObject *sync_transaction; /* NULL until started */
    bool nested;
} AsyncTransaction;

static Value transaction_new(AsyncConnection *connection, bool nested)
{
    AsyncTransaction *t = obj_new(AsyncTransaction);
    t->connection = connection;
    t->nested = nested;
    started(connection);
    return OBJ(t);
}

static void transaction_start(AsyncTransaction *t)
{
    const char *method = t->nested ? "begin_nested" : "begin";
    t->sync_transaction =
        (TransactionObject *)call_method(OBJ(started(t->connection)), method, 0, NULL).obj;
}

NATIVE0(AsyncTransaction, start)
{
    transaction_start(self);
    return done_new(OBJ(self));
}

NATIVE0(AsyncTransaction, await)
{
    transaction_start(self);
    return call_method(done_new(OBJ(self)), "__await__", 0, NULL);
}

NATIVE(AsyncTransaction, leave, LEAVE_PARAMS)
{
    Value arguments[] = {a->type, a->value, a->traceback};
    call_method(OBJ(self->sync_transaction), "__exit__", 3, arguments);
    return done_new(FALSE_VALUE);
}

static const Delegate transaction_delegates[] = {
    {"commit", AWAITED},      {"rollback", AWAITED},   {"close", AWAITED},
    {"is_active", ATTRIBUTE}, {"is_valid", ATTRIBUTE}, {0},
};

static Value transaction_getattr(Value self, Str *name)
{
    AsyncTransaction *t = (AsyncTransaction *)self.obj;
    const Delegate *d = t->sync_transaction ? delegate_find(transaction_delegates, name) : NULL;
    return d ? delegate_value(d, self, OBJ(t->sync_transaction)) : UNSET;
}

static const Field async_transaction_fields[] = {
    FIELD(AsyncTransaction, obj, connection, READONLY),
    FIELD(AsyncTransaction, obj, sync_transaction, READONLY),
    FIELD(AsyncTransaction, bool, nested, READONLY),
    {0},
};
static const Method async_transaction_methods[] = {
    METHOD(AsyncTransaction, start),
    METHOD_AS("__await__", AsyncTransaction, await),
    METHOD_AS("__aenter__", AsyncTransaction, start),
    METHOD_AS("__aexit__", AsyncTransaction, leave),
    {0},
};
const Class AsyncTransaction_class = {
    CLASS(AsyncTransaction, "sqlalchemy.ext.asyncio.engine", object),
    .flags = CLASS_ABSTRACT | CLASS_ANY_ATTR,
    .fields = async_transaction_fields,
    .methods = async_transaction_methods,
    .getattr = transaction_getattr,
};

/* --- AsyncResult ------------------------------------------------------------------------------ */

typedef struct AsyncResult {
    Obj obj;
    Value result;
} AsyncResult;

static const Delegate result_delegates[] = {
    {"all", AWAITED},
    {"fetchall", AWAITED},
    {"fetchone", AWAITED},
    {"fetchmany", AWAITED},
    {"first", AWAITED},
    {"one", AWAITED},
    {"one_or_none", AWAITED},
    {"scalar", AWAITED},
    {"close", AWAITED},
    {"scalar_one", AWAITED},
    {"scalar_one_or_none", AWAITED},
    {"scalars", VIEW},
    {"mappings", VIEW},
    {"columns", VIEW},
    {"unique", VIEW},
    {"yield_per", VIEW},
    {"tuples", VIEW},
    {"keys", PLAIN},
    {"closed", ATTRIBUTE},
    {"rowcount", ATTRIBUTE},
    {0},
};

static Value async_result_new(Value result)
{
    AsyncResult *r = obj_new(AsyncResult);
    r->result = result;
    return OBJ(r);
}

static Value async_result_getattr(Value self, Str *name)
{
    const Delegate *d = delegate_find(result_delegates, name);
    return d ? delegate_value(d, self, ((AsyncResult *)self.obj)->result) : UNSET;
}

NATIVE0(AsyncResult, aiter)
{
    return OBJ(self);
}

NATIVE0(AsyncResult, anext)
{
    Value v = value_next(self->result);
    if (!is_set(v))
        raise_object(OBJ(exception_new(&StopAsyncIteration_class, UNSET)));
    return done_new(v);
}

static const Method async_result_methods[] = {
    METHOD_AS("__aiter__", AsyncResult, aiter), METHOD_AS("__anext__", AsyncResult, anext), {0}};
const Class AsyncResult_class = {
    CLASS(AsyncResult, "sqlalchemy.ext.asyncio.result", object),
    .flags = CLASS_ABSTRACT,
    .methods = async_result_methods,
    .class_subscript = generic_class_subscript,
    .getattr = async_result_getattr,
};
