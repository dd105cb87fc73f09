/* execution.c -- the one place where statements are run: values bound as the driver takes them, BEGIN in front of the
 * first, the log, and errors that know what was run. */
#include "runtime/engine.h"
#include "runtime/runtime.h"

#include "pystd/pystd.h"

#include <time.h>

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
        connection_prepare(c);
        return run->sql;
    }
    c->sent_begin = true;
    return str_format("BEGIN;%s", run->sql->text);
}

/* What a listener put in its place. */
static void prepare_again(Run *run)
{
    run->sql = run->execution->text;
    run->params = run->execution->params;
    run->cells.length = 0;
    prepare_driver(run);
}

static void run_statement(void *arg)
{
    Run *run = arg;
    const RuntimeHooks *hooks = runtime_hooks();
    bool is_told = !run->is_cursor && hooks->before_cursor_execute && hooks->after_cursor_execute;
    if (run->stmt)
        prepare_statement(run);
    else
        prepare_driver(run);
    if (is_told && hooks->before_cursor_execute(run->execution))
        prepare_again(run);
    Str *sql = begin_with(run);
    run->result = db_execute(run->connection->db, sql, run->cells.at, NULL, run->cells.length);
    if (is_told)
        hooks->after_cursor_execute(run->execution);
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
    connection_check_open(c);
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
