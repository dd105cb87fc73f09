/* engine.c -- engines and connections over db/: autobegin, isolation levels, savepoints. The Python
 * drivers' habits are reproduced here: psycopg2 sends BEGIN with the first statement and never
 * notices a COMMIT that was run as plain SQL; pysqlite begins by itself, at DML only. Statements are
 * run by execution.c. */
#include "runtime/engine.h"
#include "runtime/runtime.h"

#include "pystd/pystd.h"

#include <time.h>

/* --- engines ---------------------------------------------------------------------------------- */

static Str *argument_text(Value v)
{
    return is_none(v) ? NULL : value_str(v);
}

static void put_arguments(Map *map, const Dict *from)
{
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(from, &i));)
        map_put(map, value_str(entry->key), argument_text(entry->value));
}

static ConnectArgs *arguments_from(const Dict *connect_args)
{
    if (!connect_args || connect_args->length == 0)
        return NULL;
    ConnectArgs *arguments = new (ConnectArgs);
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(connect_args, &i));) {
        bool is_settings = is_instance(entry->value, &dict_class) && is_str(entry->key) &&
                           str_is(entry->key.str, "server_settings");
        if (is_settings)
            put_arguments(&arguments->server_settings, (const Dict *)entry->value.obj);
        else
            map_put(&arguments->values, value_str(entry->key), argument_text(entry->value));
    }
    return arguments;
}

static bool is_memory(const Url *url)
{
    Str *mode = url_query_find(url, "mode");
    return !url->database || url->database->length == 0 || str_is(url->database, ":memory:") ||
           (mode && str_is(mode, "memory"));
}

static const Dialect *dialect_of(const Url *url)
{
    const Dialect *dialect = dialect_find(url_backend_name(url));
    return dialect ? dialect : &generic_dialect;
}

Engine *engine_new(Url *url, const Dict *connect_args, const Dict *options)
{
    Engine *engine = new (Engine);
    db_driver_get(url);
    engine->url = url;
    engine->dialect = dialect_of(url);
    engine->arguments = arguments_from(connect_args);
    engine->pooled = true;
    engine->is_shared = dialect_has(engine->dialect, FEATURE_IN_PROCESS) && is_memory(url);
    Value level = options ? dict_find_text(options, "isolation_level") : UNSET;
    if (!is_absent(level))
        engine->isolation_level = value_str(level);
    Value echo = options ? dict_find_text(options, "echo") : UNSET;
    engine->echo = is_set(echo) && value_truth(echo);
    Value hide = options ? dict_find_text(options, "hide_parameters") : UNSET;
    engine->hide_parameters = is_set(hide) && value_truth(hide);
    return engine;
}

static const char *const engine_logger = "sqlalchemy.engine.Engine";

bool engine_logs(const Engine *engine)
{
    return engine->echo || logging_is_enabled(engine_logger, LOGGING_INFO);
}

/* The line of the handler that SQLAlchemy adds for echo=True when the project set up none. */
static void echo(const Str *message)
{
    struct timespec now;
    struct tm parts;
    char date[32];
    clock_gettime(CLOCK_REALTIME, &now);
    localtime_r(&now.tv_sec, &parts);
    strftime(date, sizeof date, "%Y-%m-%d %H:%M:%S", &parts);
    print_text(str_format("%s,%03d INFO %s %s\n", date, (int)(now.tv_nsec / 1000000), engine_logger,
                          message->text));
}

void engine_log(const Engine *engine, Str *message)
{
    bool is_heard =
        logging_is_enabled(engine_logger, LOGGING_INFO) && logging_has_handlers(engine_logger);
    if (is_heard)
        logging_emit(engine_logger, LOGGING_INFO, message);
    else if (engine->echo)
        echo(message);
}

Engine *engine_copy(Engine *engine)
{
    Engine *copy = new (Engine);
    *copy = *engine;
    copy->origin = engine->origin ? engine->origin : engine;
    return copy;
}

static Engine *pool_of(Engine *engine)
{
    return engine->origin ? engine->origin : engine;
}

static Connection *take_connection(Engine *engine, bool *is_fresh)
{
    if (engine->is_shared && engine->shared && engine->shared->handle)
        return engine->shared;
    while (engine->idle.length > 0) {
        Connection *waiting = vec_pop(&engine->idle);
        if (db_transaction_state(waiting) != TRANSACTION_LOST)
            return waiting;
    }
    *is_fresh = true;
    const Environment *env = environment_find();
    if (env && env->no_database)
        raise_tool("env.no-database", "connect only when context.is_offline_mode() is false",
                   "env.py connects to the database while it is only looked at");
    Connection *db = db_open(engine->url, engine->arguments);
    connection_define_regexp(db);
    if (engine->is_shared)
        engine->shared = db;
    return db;
}

EngineConnection *engine_connect(Engine *engine)
{
    EngineConnection *c = new (EngineConnection);
    c->engine = engine;
    c->dialect = engine->dialect;
    c->schema_translate = engine->schema_translate;
    c->db = take_connection(pool_of(engine), &c->is_fresh);
    if (engine->isolation_level)
        connection_set_isolation_level(c, engine->isolation_level);
    return c;
}

void connection_reconnect(EngineConnection *c)
{
    c->is_fresh = c->began = c->sent_begin = c->autocommit = false;
    c->isolation_level = NULL;
    c->db = take_connection(pool_of(c->engine), &c->is_fresh);
    if (c->engine->isolation_level)
        connection_set_isolation_level(c, c->engine->isolation_level);
}

void engine_dispose(Engine *engine)
{
    engine = pool_of(engine);
    while (engine->idle.length > 0)
        db_close(vec_pop(&engine->idle));
    if (engine->shared)
        db_close(engine->shared);
    engine->shared = NULL;
}

enum { POOL_SIZE = 5 };

/* Back into the pool as it came out: no transaction, the engine's isolation level. */
static void give_back(EngineConnection *c)
{
    Engine *engine = pool_of(c->engine);
    if (c->autocommit && dialect_has(c->dialect, FEATURE_DRIVER_BEGINS))
        db_set_legacy_begin(c->db, true);
    db_set_transactional(c->db, false);
    if (engine->is_shared)
        return;
    if (engine->pooled && engine->idle.length < POOL_SIZE &&
        db_transaction_state(c->db) == TRANSACTION_NONE)
        vec_push(&engine->idle, c->db);
    else
        db_close(c->db);
}

void connection_close(EngineConnection *c)
{
    if (c->closed)
        return;
    if (c->began)
        engine_log(c->engine, str_from("ROLLBACK"));
    db_rollback_quietly(c->db);
    c->began = c->sent_begin = false;
    c->closed = true;
    if (db_transaction_state(c->db) != TRANSACTION_LOST)
        give_back(c);
}

void connection_check_open(const EngineConnection *c)
{
    if (c->closed)
        raise_exception(&ResourceClosedError_class, "This Connection is closed");
}

/* --- transactions ----------------------------------------------------------------------------- */

void connection_begin(EngineConnection *c)
{
    connection_check_open(c);
    if (c->began)
        return;
    c->began = true;
    engine_log(c->engine,
               str_from(c->autocommit
                            ? "BEGIN (implicit; DBAPI should not BEGIN due to autocommit mode)"
                            : "BEGIN (implicit)"));
    for (size_t i = 0; is_set(c->script) && i < c->engine->on_begin.length; i++)
        call(c->engine->on_begin.at[i], 1, &c->script);
}

void connection_begin_writing(EngineConnection *c, int milliseconds)
{
    connection_begin(c);
    if (!c->autocommit)
        db_begin_writing(c->db, milliseconds);
}

bool connection_restart(EngineConnection *c)
{
    if (c->engine->on_begin.length > 0)
        return false;
    db_rollback(c->db);
    c->sent_begin = false;
    return true;
}

bool connection_in_transaction(const EngineConnection *c)
{
    return c->began;
}

void connection_commit(EngineConnection *c)
{
    connection_check_open(c);
    if (c->began)
        engine_log(
            c->engine,
            str_from(
                c->autocommit
                    ? "COMMIT using DBAPI connection.commit(), has no effect due to autocommit mode"
                    : "COMMIT"));
    c->began = c->sent_begin = false;
    db_commit(c->db);
}

void connection_rollback(EngineConnection *c)
{
    connection_check_open(c);
    if (c->began)
        engine_log(c->engine,
                   str_from(c->autocommit ? "ROLLBACK using DBAPI connection.rollback(), has no "
                                            "effect due to autocommit mode"
                                          : "ROLLBACK"));
    c->began = c->sent_begin = false;
    db_rollback(c->db);
}

/* What psycopg2 does before a statement when it has not begun yet. */
static void send_begin(EngineConnection *c)
{
    if (c->sent_begin || c->autocommit || dialect_has(c->dialect, FEATURE_DRIVER_BEGINS))
        return;
    c->sent_begin = true;
    if (db_in_transaction(c->db))
        return;
    if (c->isolation_level)
        db_run(c->db, str_format("BEGIN ISOLATION LEVEL %s", c->isolation_level->text)->text);
    else
        db_begin(c->db);
}

void connection_prepare(EngineConnection *c)
{
    connection_check_open(c);
    send_begin(c);
}

Str *connection_savepoint(EngineConnection *c)
{
    connection_begin(c);
    Str *name = str_format("sa_savepoint_%u", ++c->savepoints);
    engine_log(c->engine, str_format("SAVEPOINT %s", name->text));
    send_begin(c);
    db_savepoint(c->db, name->text);
    return name;
}

void connection_release_savepoint(EngineConnection *c, const Str *name)
{
    connection_check_open(c);
    engine_log(c->engine, str_format("RELEASE SAVEPOINT %s", name->text));
    db_release(c->db, name->text);
}

void connection_rollback_savepoint(EngineConnection *c, const Str *name)
{
    connection_check_open(c);
    engine_log(c->engine, str_format("ROLLBACK TO SAVEPOINT %s", name->text));
    db_rollback_to(c->db, name->text);
}

/* --- isolation levels ------------------------------------------------------------------------- */

/* The level in the spelling of the table; raises ArgumentError for unknown ones. */
static Str *level_get(const EngineConnection *c, const Str *level)
{
    Str *upper = str_upper_ascii(str_replace(level, "_", " "));
    const char *const *levels = c->dialect->isolation_levels;
    Buf list = {0};
    for (; *levels; levels++) {
        if (str_is(upper, *levels))
            return upper;
        buf_format(&list, "%s%s", list.length ? ", " : "", *levels);
    }
    raise_exception(&ArgumentError_class,
                    "Invalid value %s for isolation_level. Valid isolation levels for '%s' are %s",
                    value_repr(STR(upper))->text, c->dialect->name, buf_str(&list)->text);
}

void connection_set_isolation_level(EngineConnection *c, const Str *level)
{
    connection_check_open(c);
    if (c->began)
        raise_exception(&InvalidRequestError_class,
                        "This connection has already initialized a SQLAlchemy Transaction() object "
                        "via begin() or "
                        "autobegin; isolation_level may not be altered unless rollback() or "
                        "commit() is called first.");
    Str *wanted = level ? level_get(c, level) : NULL;
    bool autocommit = wanted && str_is(wanted, "AUTOCOMMIT");
    if (dialect_has(c->dialect, FEATURE_DRIVER_BEGINS)) {
        db_set_legacy_begin(c->db, !autocommit);
        if (wanted && !autocommit)
            db_run(c->db, str_is(wanted, "SERIALIZABLE") ? "PRAGMA read_uncommitted = 0"
                                                         : "PRAGMA read_uncommitted = 1");
    }
    c->autocommit = autocommit;
    c->isolation_level = autocommit ? NULL : wanted;
}

static Str *sqlite_level(EngineConnection *c)
{
    Result *result = db_run(c->db, "PRAGMA read_uncommitted");
    Cell cell = result->row_count ? result_cell(result, 0, 0) : cell_int(0);
    return str_from(cell.kind == CELL_INT64 && cell.integer == 1 ? "READ UNCOMMITTED"
                                                                 : "SERIALIZABLE");
}

Str *connection_isolation_level(EngineConnection *c)
{
    connection_check_open(c);
    if (c->autocommit)
        return str_from("AUTOCOMMIT");
    if (c->isolation_level)
        return c->isolation_level;
    if (dialect_has(c->dialect, FEATURE_DRIVER_BEGINS))
        return sqlite_level(c);
    Result *result = db_run(c->db, "show transaction isolation level");
    return str_upper_ascii(result_cell(result, 0, 0).text);
}
