/* sa_engine.c -- create_engine and its kin, and the Engine object. Nothing connects before
 * connect(). */
#include "bind/bind.h"
#include "bind/sa_face.h"

/* --- options ---------------------------------------------------------------------------------- */

/* What create_engine takes; anything else is a TypeError, as there. */
static const char *const known_options[] = {
    "async_creator",
    "async_fallback",
    "client_encoding",
    "connect_args",
    "creator",
    "echo",
    "echo_pool",
    "enable_from_linting",
    "executemany_batch_page_size",
    "executemany_mode",
    "execution_options",
    "future",
    "hide_parameters",
    "implicit_returning",
    "insertmanyvalues_page_size",
    "isolation_level",
    "json_deserializer",
    "json_serializer",
    "label_length",
    "logging_name",
    "max_identifier_length",
    "max_overflow",
    "module",
    "native_datetime",
    "native_inet_types",
    "paramstyle",
    "plugins",
    "pool",
    "pool_logging_name",
    "pool_pre_ping",
    "pool_recycle",
    "pool_reset_on_return",
    "pool_size",
    "pool_timeout",
    "pool_use_lifo",
    "poolclass",
    "prepared_statement_cache_size",
    "prepared_statement_name_func",
    "query_cache_size",
    "skip_autocommit_rollback",
    "use_insertmanyvalues",
    "use_native_hstore",
    "use_native_uuid",
    "_coerce_config",
};

static bool is_known_option(const Str *name)
{
    for (size_t i = 0; i < COUNT_OF(known_options); i++)
        if (str_is(name, known_options[i]))
            return true;
    return false;
}

static void check_options(const Dict *options, const DriverFace *driver)
{
    Buf unknown = {0};
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(options, &i));) {
        Str *name = value_find_str(entry->key);
        if (name && !is_known_option(name))
            buf_format(&unknown, "%s'%s'", unknown.length ? "," : "", name->text);
    }
    if (unknown.length)
        raise_type(
            "Invalid argument(s) %s sent to create_engine(), using configuration "
            "%s/QueuePool/Engine.  Please "
            "check that the keyword arguments are appropriate for this combination of components.",
            buf_str(&unknown)->text, driver->class_name);
}

static Value option(const Dict *options, const char *name)
{
    Value v = dict_find_text(options, name);
    return is_set(v) ? v : NONE;
}

/* "true", "on", "1" ... of a configuration file. */
static Value truth_from_text(Value v)
{
    static const char *const yes[] = {"true", "yes", "on", "y", "t", "1"};
    static const char *const no[] = {"false", "no", "off", "n", "f", "0"};
    Str *text = value_find_str(v);
    if (!text)
        return v;
    Str *lower = str_lower_ascii(str_trim(text));
    for (size_t i = 0; i < COUNT_OF(yes); i++) {
        if (str_is(lower, yes[i]))
            return TRUE_VALUE;
        if (str_is(lower, no[i]))
            return FALSE_VALUE;
    }
    if (str_is(lower, "debug"))
        return TRUE_VALUE;
    raise_value("String is not true/false: %s", value_repr(STR(lower))->text);
}

static void coerce_options(Dict *options)
{
    static const char *const switches[] = {
        "echo", "echo_pool", "future", "hide_parameters", "pool_pre_ping", "use_insertmanyvalues"};
    for (size_t i = 0; i < COUNT_OF(switches); i++) {
        Value v = dict_find_text(options, switches[i]);
        if (is_set(v))
            dict_set_text(options, switches[i], truth_from_text(v));
    }
}

/* schema_translate_map={None: "a", "b": "c"} */
static Map *translate_map(Value v)
{
    Dict *given = as(Dict, v);
    if (!given || given->length == 0)
        return NULL;
    Map *map = new (Map);
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(given, &i));)
        map_put(map, is_none(entry->key) ? str_empty : value_str(entry->key),
                is_none(entry->value) ? str_empty : value_str(entry->value));
    return map;
}

/* --- pools: classes that only say how connections are kept ------------------------------------ */

typedef struct PoolObject {
    Obj obj;
    Engine *engine;
} PoolObject;
extern const Class PoolObject_class, NullPool_class, QueuePool_class, StaticPool_class,
    SingletonThreadPool_class, AssertionPool_class, AsyncAdaptedQueuePool_class,
    FallbackAsyncAdaptedQueuePool_class;

#define POOL_INIT(P) P(REST, list, args, Empty) P(KWREST, dict, options, Empty)
NATIVE(PoolObject, init, POOL_INIT)
{
    return NONE;
}

NATIVE0(PoolObject, dispose)
{
    if (self->engine)
        engine_dispose(self->engine);
    return NONE;
}

NATIVE0(PoolObject, size)
{
    return INT(5);
}

NATIVE0(PoolObject, zero)
{
    return INT(0);
}

NATIVE0(PoolObject, status)
{
    return STR(str_format("Pool size: 5  Connections in pool: %zu",
                          self->engine ? self->engine->idle.length : 0));
}

static const Method pool_methods[] = {
    METHOD(PoolObject, dispose),
    METHOD(PoolObject, status),
    METHOD(PoolObject, size),
    METHOD_AS("checkedin", PoolObject, zero),
    METHOD_AS("checkedout", PoolObject, zero),
    METHOD_AS("overflow", PoolObject, zero),
    {0},
};
const Class PoolObject_class = {
    CLASS_NAMED(PoolObject, "Pool", "sqlalchemy.pool.base", object),
    .init = INIT(PoolObject),
    .methods = pool_methods,
};
typedef PoolObject NullPool, QueuePool, StaticPool, SingletonThreadPool, AssertionPool,
    AsyncAdaptedQueuePool, FallbackAsyncAdaptedQueuePool;
#define POOL_CLASS(T, base_) const Class T##_class = {CLASS(T, "sqlalchemy.pool.impl", base_)};
POOL_CLASS(NullPool, PoolObject)
POOL_CLASS(QueuePool, PoolObject)
POOL_CLASS(StaticPool, PoolObject)
POOL_CLASS(SingletonThreadPool, PoolObject)
POOL_CLASS(AssertionPool, PoolObject)
POOL_CLASS(AsyncAdaptedQueuePool, QueuePool)
POOL_CLASS(FallbackAsyncAdaptedQueuePool, AsyncAdaptedQueuePool)

const Export pool_exports[] = {
    EXPORT_CLASS_AS("Pool", PoolObject),
    EXPORT_CLASS(NullPool),
    EXPORT_CLASS(QueuePool),
    EXPORT_CLASS(StaticPool),
    EXPORT_CLASS(SingletonThreadPool),
    EXPORT_CLASS(AssertionPool),
    EXPORT_CLASS(AsyncAdaptedQueuePool),
    EXPORT_CLASS(FallbackAsyncAdaptedQueuePool),
    EXPORT_CLASS_AS("PoolProxiedConnection", DbapiConnection),
    {0},
};

/* --- making an engine ------------------------------------------------------------------------- */

static void set_pool(EngineObject *self, const Dict *options)
{
    Value class = option(options, "poolclass");
    if (!is_none(option(options, "pool")))
        class = OBJ(class_of(option(options, "pool")));
    const Class *wanted = is_instance(class, &type_class) ? (const Class *)class.obj
                          : self->engine->is_shared       ? &SingletonThreadPool_class
                          : self->engine->is_async        ? &AsyncAdaptedQueuePool_class
                                                          : &QueuePool_class;
    if (!is_subclass(wanted, &PoolObject_class))
        raise_type("poolclass must be a Pool class, not %s", value_repr(class)->text);
    if (is_subclass(wanted, &NullPool_class)) {
        self->engine->pooled = false;
        self->engine->is_shared = false;
    } else if (is_subclass(wanted, &StaticPool_class)) {
        self->engine->is_shared = true;
    }
    PoolObject *pool = (PoolObject *)object_allocate(wanted);
    pool->engine = self->engine;
    self->pool = OBJ(pool);
}

static void apply_options(EngineObject *self, const Dict *options)
{
    Value level = dict_find_text(options, "isolation_level"),
          map = dict_find_text(options, "schema_translate_map");
    if (is_set(level))
        self->engine->isolation_level = is_none(level) ? NULL : value_str(level);
    if (is_set(map))
        self->engine->schema_translate = translate_map(map);
    dict_update(self->options, options);
}

static EngineObject *engine_make(Value url, Dict *options, bool is_async)
{
    if (!is_none(option(options, "creator")) || !is_none(option(options, "async_creator")))
        raise_exception(
            &NotImplementedError_class,
            "create_engine(creator=...) needs a Python driver; give the connection as a URL");
    Url *record = url_from_value(url);
    Dict *connect_args = as(Dict, option(options, "connect_args"));
    EngineObject *self = obj_new(EngineObject);
    if (value_truth(option(options, "_coerce_config")))
        coerce_options(options);
    self->engine = engine_new(record, connect_args, options);
    self->engine->is_async = is_async;
    check_options(options,
                  face_driver(face_of(self->engine->dialect), url_driver_name(self->engine->url)));
    self->dialect = dialect_object_make(self->engine->dialect, url_driver_name(record), is_async);
    self->options = dict_new();
    set_pool(self, options);
    Dict *execution = as(Dict, option(options, "execution_options"));
    if (execution)
        apply_options(self, execution);
    return self;
}

#define CREATE_PARAMS(P) P(POS, any, url, Required) P(KWREST, dict, options, Empty)
FUNCTION(engine, create_engine, CREATE_PARAMS)
{
    return OBJ(engine_make(a->url, a->options, false));
}

static Value async_engine_new(EngineObject *sync);

static void check_async(const EngineObject *self)
{
    static const char *const drivers[] = {"asyncpg", "aiosqlite", "psycopg", "psycopg_async"};
    for (size_t i = 0; i < COUNT_OF(drivers); i++)
        if (str_is(self->dialect->driver, drivers[i]))
            return;
    raise_exception(
        &InvalidRequestError_class,
        "The asyncio extension requires an async driver to be used. The loaded '%s' is not async.",
        self->dialect->driver->text);
}

FUNCTION(engine, create_async_engine, CREATE_PARAMS)
{
    EngineObject *self = engine_make(a->url, a->options, true);
    check_async(self);
    return async_engine_new(self);
}

/* The reference's bare KeyError, with what to do about it. */
static _Noreturn void raise_no_url(const Str *prefix)
{
    Err *err = exception_error(exception_new(&KeyError_class, STR(str_from("url"))));
    err->hint = str_format(
        "no %surl is configured: set it in the [alembic] section of alembic.ini, or in env.py by "
        "config.set_main_option(\"%surl\", ...)",
        prefix->text, prefix->text);
    err_raise(err);
}

/* The entries of a mapping that begin with prefix, without it; url apart. */
static Dict *options_from(Value configuration, const Str *prefix, const Dict *overrides, Value *url)
{
    Dict *options = dict_new();
    Iter it = iter_open(configuration);
    for (Value key; iter_next(&it, &key);) {
        Str *name = value_find_str(key);
        if (name && str_starts_with(name, prefix->text))
            dict_set_str(options, str_intern(str_slice_bytes(name, prefix->length, name->length)),
                         value_subscript(configuration, key));
    }
    dict_set_text(options, "_coerce_config", TRUE_VALUE);
    dict_update(options, overrides);
    *url = dict_remove(options, STR(intern("url")));
    if (!is_set(*url))
        raise_no_url(prefix);
    return options;
}

#define CONFIG_PARAMS(P)                                                                           \
    P(POS, any, configuration, Required) P(POS, any, prefix, Unset) P(KWREST, dict, options, Empty)
static const Str *prefix_of(Value given)
{
    return is_set(given) ? value_str(given) : str_from("sqlalchemy.");
}

FUNCTION(engine, engine_from_config, CONFIG_PARAMS)
{
    Value url;
    Dict *options = options_from(a->configuration, prefix_of(a->prefix), a->options, &url);
    return OBJ(engine_make(url, options, false));
}

FUNCTION(engine, async_engine_from_config, CONFIG_PARAMS)
{
    Value url;
    Dict *options = options_from(a->configuration, prefix_of(a->prefix), a->options, &url);
    EngineObject *self = engine_make(url, options, true);
    check_async(self);
    return async_engine_new(self);
}

/* --- Engine ----------------------------------------------------------------------------------- */

Engine *engine_find_record(Value v)
{
    EngineObject *object = as(EngineObject, v);
    if (!object && v.tag == TAG_OBJ && is_instance(v, &AsyncEngine_class))
        object = as(EngineObject, value_find_attr_text(v, "sync_engine"));
    return object ? object->engine : NULL;
}

NATIVE0(EngineObject, connect)
{
    return OBJ(connection_object_open(self));
}

NATIVE0(EngineObject, raw_connection)
{
    return OBJ(dbapi_connection_new(connection_object_open(self)->record));
}

#define DISPOSE_PARAMS(P) P(POS, bool, close, True)
NATIVE(EngineObject, dispose, DISPOSE_PARAMS)
{
    engine_dispose(self->engine);
    return NONE;
}

#define OPTIONS_PARAMS(P) P(KWREST, dict, options, Empty)
NATIVE(EngineObject, execution_options, OPTIONS_PARAMS)
{
    EngineObject *copy = obj_new(EngineObject);
    Obj head = copy->obj;
    *copy = *self;
    copy->obj.class = head.class;
    copy->engine = engine_copy(self->engine);
    copy->options = dict_copy(self->options);
    apply_options(copy, a->options);
    return OBJ(copy);
}

NATIVE(EngineObject, update_execution_options, OPTIONS_PARAMS)
{
    apply_options(self, a->options);
    return NONE;
}

NATIVE0(EngineObject, get_execution_options)
{
    return OBJ(dict_copy(self->options));
}

NATIVE0(EngineObject, url)
{
    return url_object_new(self->engine->url);
}

NATIVE0(EngineObject, name)
{
    return STR(str_from(self->engine->dialect->name));
}

NATIVE0(EngineObject, driver)
{
    return STR(self->dialect->driver);
}

NATIVE0(EngineObject, get_echo)
{
    return BOOL(self->engine->echo);
}

NATIVE(EngineObject, set_echo, ONE_VALUE)
{
    self->engine->echo = value_truth(a->value);
    return NONE;
}

NATIVE0(EngineObject, itself)
{
    return OBJ(self);
}

NATIVE0(EngineObject, nothing)
{
    return NONE;
}

NATIVE0(EngineObject, hide_parameters)
{
    return BOOL(self->engine->hide_parameters);
}

#define HAS_TABLE_PARAMS(P) P(POS, any, table_name, Required) P(POS, any, schema, None)
NATIVE(EngineObject, has_table, HAS_TABLE_PARAMS)
{
    Value arguments[] = {a->table_name, a->schema};
    return call_method(inspector_new(OBJ(self)), "has_table", 2, arguments);
}

/* --- engine.begin() --------------------------------------------------------------------------- */

typedef struct EngineBegin {
    Obj obj;
    EngineObject *engine;
    ConnectionObject *connection;
} EngineBegin;
extern const Class EngineBegin_class;

NATIVE0(EngineBegin, enter)
{
    self->connection = connection_object_open(self->engine);
    call_method(connection_object_begin(OBJ(self->connection)), "__enter__", 0, NULL);
    return OBJ(self->connection);
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
    TransactionObject *t = leave->connection->transaction;
    if (t)
        call_method(OBJ(t), "__exit__", 3, leave->args);
}

NATIVE(EngineBegin, leave, LEAVE_PARAMS)
{
    Leave leave = {self->connection, {a->type, a->value, a->traceback}};
    Err *err = protect(leave_transaction, &leave);
    connection_object_close(self->connection);
    if (err)
        err_raise(err);
    return FALSE_VALUE;
}

static const Method begin_methods[] = {
    METHOD_AS("__enter__", EngineBegin, enter), METHOD_AS("__exit__", EngineBegin, leave), {0}};
const Class EngineBegin_class = {
    CLASS_NAMED(EngineBegin, "_GeneratorContextManager", "contextlib", object),
    .flags = CLASS_ABSTRACT,
    .methods = begin_methods,
};

NATIVE0(EngineObject, begin)
{
    EngineBegin *begin = obj_new(EngineBegin);
    begin->engine = self;
    return OBJ(begin);
}

static Str *engine_repr(Value self)
{
    return str_format("Engine(%s)", url_text(((EngineObject *)self.obj)->engine->url)->text);
}

static const Field engine_fields[] = {
    FIELD(EngineObject, obj, dialect, READONLY), FIELD(EngineObject, any, pool, MUTABLE), {0}};
static const Method engine_methods[] = {
    METHOD(EngineObject, connect),
    METHOD(EngineObject, begin),
    METHOD(EngineObject, raw_connection),
    METHOD(EngineObject, dispose),
    METHOD(EngineObject, execution_options),
    METHOD(EngineObject, update_execution_options),
    METHOD(EngineObject, get_execution_options),
    METHOD(EngineObject, has_table),
    METHOD_AS("clear_compiled_cache", EngineObject, nothing),
    PROPERTY(EngineObject, url),
    PROPERTY(EngineObject, name),
    PROPERTY(EngineObject, driver),
    PROPERTY_AS("engine", EngineObject, itself),
    PROPERTY(EngineObject, hide_parameters),
    PROPERTY_AS("logging_name", EngineObject, nothing),
    {"echo", &EngineObject_get_echo_native, METHOD_PROPERTY, &EngineObject_set_echo_native},
    {0},
};
const Class EngineObject_class = {
    CLASS_NAMED(EngineObject, "Engine", "sqlalchemy.engine.base", object),
    .flags = CLASS_ABSTRACT | CLASS_ANY_ATTR,
    .fields = engine_fields,
    .methods = engine_methods,
    .repr = engine_repr,
};

/* --- create_mock_engine ----------------------------------------------------------------------- */

typedef struct MockConnection {
    Obj obj;
    DialectObject *dialect;
    Value executor;
    const Url *url;
} MockConnection;

#define MOCK_PARAMS(P)                                                                             \
    P(POS, any, url, Required) P(POS, any, executor, Required) P(KWREST, dict, options, Empty)
FUNCTION(engine, create_mock_engine, MOCK_PARAMS)
{
    Url *url = url_from_value(a->url);
    db_driver_get(url);
    MockConnection *mock = obj_new(MockConnection);
    mock->dialect =
        dialect_object_make(dialect_find(url_backend_name(url)), url_driver_name(url), false);
    mock->executor = a->executor;
    mock->url = url;
    return OBJ(mock);
}

#define MOCK_EXECUTE(P)                                                                            \
    P(POS, any, obj_, Required) P(POS, any, parameters, None) P(POS, any, execution_options, None)
NATIVE(MockConnection, execute, MOCK_EXECUTE)
{
    Value arguments[] = {a->obj_, a->parameters};
    return call(self->executor, is_none(a->parameters) ? 1 : 2, arguments);
}

NATIVE(MockConnection, itself, OPTIONS_PARAMS)
{
    return OBJ(self);
}

NATIVE0(MockConnection, name)
{
    return STR(str_from(self->dialect->dialect->name));
}

NATIVE0(MockConnection, engine)
{
    return OBJ(self);
}

static const Field mock_fields[] = {FIELD(MockConnection, obj, dialect, READONLY), {0}};
static const Method mock_methods[] = {
    METHOD(MockConnection, execute),
    METHOD_AS("connect", MockConnection, itself),
    METHOD_AS("execution_options", MockConnection, itself),
    PROPERTY(MockConnection, engine),
    PROPERTY(MockConnection, name),
    {0},
};
const Class MockConnection_class = {
    CLASS(MockConnection, "sqlalchemy.engine.mock", object),
    .flags = CLASS_ABSTRACT,
    .fields = mock_fields,
    .methods = mock_methods,
};

/* --- async ------------------------------------------------------------------------------------ */

static Value async_engine_new(EngineObject *sync)
{
    Value argument = OBJ(sync);
    return instantiate(&AsyncEngine_class, &(Call){.count = 1, .args = &argument});
}

const Export engine_exports[] = {
    EXPORT_FUNCTION(engine, create_engine),          EXPORT_FUNCTION(engine, engine_from_config),
    EXPORT_FUNCTION(engine, create_mock_engine),     EXPORT_CLASS_AS("Engine", EngineObject),
    EXPORT_CLASS_AS("Connection", ConnectionObject), {0},
};
const Export async_engine_exports[] = {
    EXPORT_FUNCTION(engine, create_async_engine),
    EXPORT_FUNCTION(engine, async_engine_from_config),
    EXPORT_CLASS(AsyncEngine),
    EXPORT_CLASS(AsyncConnection),
    EXPORT_CLASS(AsyncTransaction),
    EXPORT_CLASS(AsyncResult),
    {0},
};
