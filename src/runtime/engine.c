/* engine.c -- engines and connections over db/: autobegin, isolation levels, savepoints, and the
 * one place where statements are run. The Python drivers' habits are reproduced here: psycopg2
 * sends BEGIN with the first statement and never notices a COMMIT that was run as plain SQL;
 * pysqlite begins by itself, at DML only. */
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

static bool engine_logs(const Engine *engine)
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

static void check_open(const EngineConnection *c)
{
    if (c->closed)
        raise_exception(&ResourceClosedError_class, "This Connection is closed");
}

/* --- transactions ----------------------------------------------------------------------------- */

void connection_begin(EngineConnection *c)
{
    check_open(c);
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
    check_open(c);
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
    check_open(c);
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
    check_open(c);
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
    check_open(c);
    engine_log(c->engine, str_format("RELEASE SAVEPOINT %s", name->text));
    db_release(c->db, name->text);
}

void connection_rollback_savepoint(EngineConnection *c, const Str *name)
{
    check_open(c);
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
    check_open(c);
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
    check_open(c);
    if (c->autocommit)
        return str_from("AUTOCOMMIT");
    if (c->isolation_level)
        return c->isolation_level;
    if (dialect_has(c->dialect, FEATURE_DRIVER_BEGINS))
        return sqlite_level(c);
    Result *result = db_run(c->db, "show transaction isolation level");
    return str_upper_ascii(result_cell(result, 0, 0).text);
}

/* --- running ---------------------------------------------------------------------------------- */

/* One statement on its way: as the driver runs it, and as errors and logs show it. */
typedef struct Run {
    EngineConnection *connection;
    Execution *execution;
    const Stmt *stmt; /* NULL: SQL of the driver's own                */
    Value params;     /* driver SQL: a sequence, a mapping, or unset  */
    bool is_cursor;   /* below SQLAlchemy: no autobegin, no log       */
    Str *sql;
    CellVec cells;
    Result *result;
} Run;

static bool is_named_style(const EngineConnection *c)
{
    return !dialect_has(c->dialect, FEATURE_PLAIN_VALUES) && !str_is(c->db->driver_name, "asyncpg") &&
           !str_is(c->db->driver_name, "pg8000");
}

/* %(name)s, as psycopg2 gets the text; other drivers get it as it is. */
Str *connection_shown_text(const EngineConnection *c, const Stmt *stmt)
{
    if (!is_named_style(c))
        return stmt->text;
    StrVec places = {0};
    for (size_t i = 0; i < stmt->params.length; i++)
        vec_push(&places, str_format("%%(%s)s", stmt->params.at[i].name->text));
    return placeholders_replace(stmt->text, &places, true);
}

static Value shown_params(const EngineConnection *c, const Stmt *stmt, const Value *values)
{
    if (!is_named_style(c))
        return OBJ(tuple_new(stmt->params.length, values));
    Dict *params = dict_new();
    for (size_t i = 0; i < stmt->params.length; i++)
        dict_set_str(params, stmt->params.at[i].name, values[i]);
    return OBJ(params);
}

/* The parameters as the caller gave them, for errors that happen before the driver. */
static Value given_params(const Stmt *stmt)
{
    Dict *params = dict_new();
    for (size_t i = 0; i < stmt->params.length; i++)
        if (is_set(stmt->params.at[i].value))
            dict_set_str(params, stmt->params.at[i].name, stmt->params.at[i].value);
    Value set = OBJ(params);
    return params->length ? OBJ(list_of(1, &set)) : NONE;
}

typedef struct Binding {
    EngineConnection *connection;
    const Stmt *stmt;
    Value *values;
} Binding;

static void bind_values(void *arg)
{
    Binding *binding = arg;
    for (size_t i = 0; i < binding->stmt->params.length; i++) {
        const BoundParam *param = &binding->stmt->params.at[i];
        if (!is_set(param->value)) {
            Value message =
                STR(str_format("A value is required for bind parameter '%s'", param->name->text));
            BaseException *missing = exception_new(&InvalidRequestError_class, message);
            dict_set_text(object_attrs(&missing->obj), "code", STR(str_from("cd3x")));
            raise_object(OBJ(missing));
        }
        binding->values[i] =
            value_for_driver(binding->connection->dialect, param->value, param->type);
    }
}

/* An exception of a type's bind processing reaches the script inside a StatementError. */
static _Noreturn void raise_wrapped(Err *err, const EngineConnection *c, const Stmt *stmt)
{
    BaseException *orig = exception_from(err);
    const Class *class = orig->obj.class;
    if (err->kind != ERR_SCRIPT || !is_subclass(class, &Exception_class))
        err_raise(err);
    bool is_own = is_subclass(class, &SQLAlchemyError_class) && orig->args && orig->args->length;
    Str *text = value_str(is_own ? orig->args->at[0] : OBJ(orig));
    Value message = STR(
        str_format("(%s.%s) %s", class_module(class)->text, class_name(class)->text, text->text));
    BaseException *wrapped = exception_new(&StatementError_class, message);
    Dict *attrs = object_attrs(&wrapped->obj);
    dict_set_text(attrs, "statement", STR(connection_shown_text(c, stmt)));
    dict_set_text(attrs, "params", given_params(stmt));
    dict_set_text(attrs, "orig", OBJ(orig));
    dict_set_text(attrs, "ismulti", FALSE_VALUE);
    if (is_own)
        dict_set_text(attrs, "code", value_get_attr(OBJ(orig), intern("code")));
    wrapped->cause = OBJ(orig);
    raise_object(OBJ(wrapped));
}

static void prepare_statement(Run *run)
{
    EngineConnection *c = run->connection;
    const Stmt *stmt = run->stmt;
    size_t count = stmt->params.length;
    Value *values = new_array(Value, count + 1);
    Err *err = protect(bind_values, &(Binding){c, stmt, values});
    if (err)
        raise_wrapped(err, c, stmt);
    run->sql = stmt->text;
    run->execution->text = connection_shown_text(c, stmt);
    run->execution->params = shown_params(c, stmt, values);
    run->execution->is_shared = stmt->is_shared;
    if (count == 0)
        return;
    StrVec literals = {0};
    for (size_t i = 0; i < count; i++) {
        if (dialect_has(c->dialect, FEATURE_PLAIN_VALUES))
            vec_push(&run->cells, cell_from_value(values[i], i + 1));
        else
            vec_push(&literals, driver_literal(c->db, values[i]));
    }
    if (!dialect_has(c->dialect, FEATURE_PLAIN_VALUES))
        run->sql = placeholders_replace(stmt->text, &literals, false);
}

/* Names of :name, @name and $name places in order of appearance, as sqlite numbers them. */
static StrVec sqlite_names(const Str *sql)
{
    StrVec names = {0};
    Map seen = {0};
    char quote = 0;
    for (const char *p = sql->text; *p; p++) {
        if (quote) {
            quote = *p == quote ? 0 : quote;
        } else if (*p == '\'' || *p == '"') {
            quote = *p;
        } else if (*p == ':' || *p == '@' || *p == '$') {
            size_t length =
                strspn(p + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
            Str *name = intern_bytes(p + 1, length);
            if (length && !map_has(&seen, name)) {
                map_put(&seen, name, name);
                vec_push(&names, name);
            }
            p += length;
        }
    }
    return names;
}

static void prepare_sqlite_driver(Run *run)
{
    if (!is_instance(run->params, &dict_class)) {
        Iter it = iter_open(run->params);
        size_t place = 0;
        for (Value item; iter_next(&it, &item);)
            vec_push(&run->cells, cell_from_value(item, ++place));
        return;
    }
    StrVec names = sqlite_names(run->sql);
    for (size_t i = 0; i < names.length; i++) {
        Value v = dict_find_str((Dict *)run->params.obj, names.at[i]);
        if (!is_set(v))
            raise_exception(&ProgrammingError_class,
                            "You did not supply a value for binding parameter :%s.",
                            names.at[i]->text);
        vec_push(&run->cells, cell_from_value(v, i + 1));
    }
}

/* asyncpg's $1 and the %s of the others. */
static void prepare_postgres_driver(Run *run)
{
    Connection *db = run->connection->db;
    if (is_named_style(run->connection)) {
        run->sql = placeholders_format(db, run->sql, run->params);
        return;
    }
    StrVec literals = {0};
    Iter it = iter_open(run->params);
    for (Value item; iter_next(&it, &item);)
        vec_push(&literals, driver_literal(db, item));
    run->sql = placeholders_replace(run->sql, &literals, false);
}

static void prepare_driver(Run *run)
{
    run->execution->text = run->sql;
    run->execution->params = is_absent(run->params) ? OBJ(tuple_new(0, NULL)) : run->params;
    bool has_params = !is_absent(run->params) && value_length(run->params) > 0;
    if (!has_params && is_named_style(run->connection) && !run->is_cursor)
        run->sql = str_replace(run->sql, "%%", "%"); /* psycopg2 formats even with no values */
    if (!has_params)
        return;
    if (dialect_has(run->connection->dialect, FEATURE_PLAIN_VALUES))
        prepare_sqlite_driver(run);
    else
        prepare_postgres_driver(run);
}

/* The text to send: BEGIN travels in front of the version table's own first query, which cannot
 * fail to parse, and spares a round trip; before anything else it goes by itself. */
static Str *begin_with(const Run *run)
{
    EngineConnection *c = run->connection;
    bool own = run->stmt && !run->stmt->source && run->cells.length == 0;
    bool needs_begin = !c->sent_begin && !c->autocommit && !c->isolation_level &&
                       dialect_has(c->dialect, FEATURE_TRANSACTIONAL_DDL) &&
                       !db_in_transaction(c->db);
    if (!own || !needs_begin) {
        send_begin(c);
        return run->sql;
    }
    c->sent_begin = true;
    return str_format("BEGIN;%s", run->sql->text);
}

static void run_statement(void *arg)
{
    Run *run = arg;
    if (run->stmt)
        prepare_statement(run);
    else
        prepare_driver(run);
    Str *sql = begin_with(run);
    run->result = db_execute(run->connection->db, sql, run->cells.at, NULL, run->cells.length);
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void log_statement(const Run *run, double seconds)
{
    const Engine *engine = run->connection->engine;
    const char *how = !run->stmt ? "raw sql" : run->stmt->is_ddl ? "no key" : "generated in";
    Str *took = run->stmt ? str_format("[%s %.5fs] ", how, seconds) : str_format("[%s] ", how);
    if (!engine_logs(engine))
        return;
    engine_log(engine, run->execution->text);
    Str *params = engine->hide_parameters
                      ? str_from("[SQL parameters hidden due to hide_parameters=True]")
                      : value_repr(run->execution->params);
    engine_log(engine, str_concat(took, params));
}

/* lock_timeout, statement_timeout: somebody may have been in the way. */
static bool is_lock_trouble(const Err *err)
{
    return strcmp(err->sqlstate, "55P03") == 0 || strcmp(err->sqlstate, "57014") == 0;
}

static Result *run_now(Run *run)
{
    EngineConnection *c = run->connection;
    check_open(c);
    if (!run->is_cursor)
        connection_begin(c);
    run->execution = new (Execution);
    run->execution->connection = c;
    double start = seconds_now();
    c->blockers = NULL;
    Err *err = protect(run_statement, run);
    if (run->execution->text && !run->is_cursor)
        log_statement(run, seconds_now() - start);
    if (!err)
        return run->result;
    if (err->kind == ERR_DATABASE)
        err->execution = run->execution;
    if (c->blockers && (is_lock_trouble(err) || err->kind == ERR_INTERRUPT))
        err->detail = str_format("BLOCKED BY:  %s%s%s", c->blockers->text, err->detail ? "\n" : "",
                                 err->detail ? err->detail->text : "");
    bool has_place = err->kind == ERR_DATABASE || err->kind == ERR_INTERRUPT;
    if (has_place && !err->pos.file)
        err->pos = run->stmt ? run->stmt->pos : vm_position();
    err_raise(err);
}

Result *connection_execute(EngineConnection *c, const Stmt *stmt)
{
    return run_now(&(Run){.connection = c, .stmt = stmt});
}

Result *connection_execute_driver(EngineConnection *c, Str *sql, Value params)
{
    return run_now(&(Run){.connection = c, .sql = sql, .params = params});
}

Result *connection_execute_cursor(EngineConnection *c, Str *sql, Value params)
{
    return run_now(&(Run){.connection = c, .sql = sql, .params = params, .is_cursor = true});
}

Result *connection_run(EngineConnection *c, const char *sql)
{
    return connection_execute_driver(c, str_from(sql), UNSET);
}
