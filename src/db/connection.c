/* connection.c -- chooses the driver of a URL and passes calls on to it; transactions as plain
 * statements. Knows no foreign library. */
#include "db/db.h"

#include "db/driver.h"

/* --- drivers --------------------------------------------------------------------------------- */

typedef struct Spelling {
    const char *backend, *python_driver;
    const Driver *driver; /* NULL: known to SQLAlchemy, refused here */
} Spelling;

/* The first spelling of a backend is its default. */
static const Spelling spellings[] = {
    {"postgresql", "psycopg2", &pg_driver},
    {"postgresql", "asyncpg", &pg_driver},
    {"postgresql", "psycopg", &pg_driver},
    {"postgresql", "psycopg_async", &pg_driver},
    {"postgresql", "psycopg2cffi", &pg_driver},
    {"postgresql", "pg8000", &pg_driver},
    {"sqlite", "pysqlite", &sqlite_driver},
    {"sqlite", "aiosqlite", &sqlite_driver},
    {"sqlite", "pysqlcipher", NULL},
    {"mysql", NULL, NULL},
    {"mariadb", NULL, NULL},
    {"oracle", NULL, NULL},
    {"mssql", NULL, NULL},
};

static const char *const known_drivers =
    "drivers here: postgresql (also +psycopg2, +psycopg, +asyncpg, +pg8000) and sqlite (also "
    "+pysqlite, +aiosqlite)";

/* Right of the first "+", or NULL. */
static const char *driver_part(const Url *url)
{
    const char *plus = strchr(url->drivername->text, '+');
    return plus ? plus + 1 : NULL;
}

static const Spelling *spelling_find(const Url *url)
{
    const Str *backend = url_backend_name(url);
    const char *wanted = driver_part(url);
    for (size_t i = 0; i < COUNT_OF(spellings); i++) {
        const Spelling *s = &spellings[i];
        if (str_is(backend, s->backend) &&
            (!wanted || !s->python_driver || strcmp(wanted, s->python_driver) == 0))
            return s;
    }
    return NULL;
}

static _Noreturn void raise_unknown_dialect(const Url *url)
{
    bool postgres = str_is(url_backend_name(url), "postgres");
    const char *hint = postgres ? "write postgresql:// instead of postgres://" : known_drivers;
    raise_database("db.dialect", hint, "Can't load plugin: sqlalchemy.dialects:%s",
                   str_replace(url->drivername, "+", ".")->text);
}

static const Spelling *spelling_get(const Url *url)
{
    const Spelling *s = spelling_find(url);
    if (!s)
        raise_unknown_dialect(url);
    if (!s->driver)
        raise_database("db.dialect", known_drivers, "No driver for %s databases here",
                       url->drivername->text);
    return s;
}

const Driver *db_driver_get(const Url *url)
{
    return spelling_get(url)->driver;
}

Str *url_driver_name(const Url *url)
{
    const char *wanted = driver_part(url);
    return wanted ? str_from(wanted) : str_from(spelling_get(url)->python_driver);
}

/* --- opening and running --------------------------------------------------------------------- */

static void open_call(void *connection)
{
    Connection *c = connection;
    c->driver->open(c, c->args);
}

/* Nothing is begun yet, and libpq's connecting cannot be stopped: a signal ends the program. */
static void open_driver(Connection *c)
{
    interrupt_check();
    interrupt_exits(true);
    Err *err = protect(open_call, c);
    interrupt_exits(false);
    if (err)
        err_raise(err);
}

Connection *db_open(const Url *url, const ConnectArgs *args)
{
    Connection *c = new (Connection);
    c->driver = db_driver_get(url);
    c->driver_name = url_driver_name(url);
    c->url = url;
    c->args = args;
    open_driver(c);
    return c;
}

Connection *db_open_beside(const Connection *like, const char *application_name)
{
    Connection *c = new (Connection);
    *c = (Connection){.driver = like->driver,
                      .driver_name = like->driver_name,
                      .url = like->url,
                      .args = like->args,
                      .application_name = application_name};
    open_driver(c);
    return c;
}

void db_close(Connection *c)
{
    if (c && c->handle)
        c->driver->close(c);
}

static void check_open(const Connection *c)
{
    if (!c->handle)
        raise_database("db.closed", NULL, "Cannot operate on a closed database.");
}

int db_backend(const Connection *c)
{
    return c->handle && c->driver->backend ? c->driver->backend(c) : 0;
}

void db_check(Connection *c)
{
    check_open(c);
    if (c->driver->check)
        c->driver->check(c);
}

static void check_no_nul(const Str *sql)
{
    if (memchr(sql->text, '\0', sql->length))
        raise_failed_statement("db.statement-nul", sql, "the query contains a null character");
}

/* PostgreSQL has no text with a NUL inside; libpq would send what comes before it. */
static void check_params(const Connection *c, const Str *sql, const Cell *params, size_t count)
{
    if (c->driver != &pg_driver)
        return;
    for (size_t i = 0; i < count; i++) {
        bool is_text = params[i].kind == CELL_TEXT || params[i].kind >= CELL_NUMERIC;
        if (is_text && memchr(params[i].text->text, '\0', params[i].text->length))
            raise_failed_statement("db.text-nul", sql,
                                   "A string literal cannot contain NUL (0x00) characters.");
    }
}

/* One call of the driver, which a signal may cancel. */
typedef struct Call {
    Connection *c;
    const Str *sql;
    const Cell *params; /* of `execute` */
    const uint32_t *types;
    size_t count;
    bool is_script;
    Result *result;
} Call;

static void call_driver(void *arg)
{
    Call *call = arg;
    const Driver *driver = call->c->driver;
    call->result = call->is_script ? driver->execute_script(call->c, call->sql)
                                   : driver->execute(call->c, call->sql, call->params, call->types,
                                                     call->count);
}

static void cancel(void *connection)
{
    db_interrupt(connection);
}

static bool writes(const Result *result)
{
    static const char *const reading[] = {"SELECT",   "SHOW",   "SET",    "BEGIN",
                                          "ROLLBACK", "PRAGMA", "EXPLAIN"};
    const char *command = result->command ? result->command->text : "SELECT";
    size_t length = strcspn(command, " ");
    for (size_t i = 0; i < COUNT_OF(reading); i++)
        if (strlen(reading[i]) == length && strncmp(command, reading[i], length) == 0)
            return false;
    return true;
}

static void count_commit(const Call *call)
{
    if (db_transaction_state(call->c) == TRANSACTION_NONE && writes(call->result))
        call->c->commits++;
}

/* The error of a statement that a signal stopped is the signal. */
static _Noreturn void raise_stopped(Err *err)
{
    Err *signal = interrupt_take();
    if (!err->hint)
        err->hint = db_error_hint(err);
    if (!signal)
        err_raise(err);
    signal->statement = err->statement;
    signal->cause = db_error_is_cancel(err) ? NULL : err;
    err_raise(signal);
}

static Result *run(Call *call)
{
    check_open(call->c);
    check_no_nul(call->sql);
    InterruptStop before = interrupt_during((InterruptStop){cancel, call->c});
    Err *err = interrupt_take(); /* nothing new begins after a signal */
    if (!err)
        err = protect(call_driver, call);
    interrupt_during(before);
    if (err)
        raise_stopped(err);
    count_commit(call);
    return call->result;
}

Result *db_execute(Connection *c, const Str *sql, const Cell *params, const uint32_t *types,
                   size_t count)
{
    check_params(c, sql, params, count);
    return run(&(Call){c, sql, params, types, count});
}

Result *db_run(Connection *c, const char *sql)
{
    return db_execute(c, str_from(sql), NULL, NULL, 0);
}

Result *db_execute_script(Connection *c, const Str *sql)
{
    return run(&(Call){.c = c, .sql = sql, .is_script = true});
}

/* --- transactions ---------------------------------------------------------------------------- */

TransactionState db_transaction_state(const Connection *c)
{
    return c->handle ? c->driver->transaction_state(c) : TRANSACTION_LOST;
}

bool db_in_transaction(const Connection *c)
{
    TransactionState state = db_transaction_state(c);
    return state == TRANSACTION_OPEN || state == TRANSACTION_FAILED;
}

void db_begin(Connection *c)
{
    if (!db_in_transaction(c))
        db_run(c, "BEGIN");
}

void db_commit(Connection *c)
{
    if (db_in_transaction(c))
        c->driver->end(c, true);
}

void db_rollback(Connection *c)
{
    if (db_in_transaction(c))
        c->driver->end(c, false);
}

static void rollback_call(void *connection)
{
    db_rollback(connection);
}

void db_rollback_quietly(Connection *c)
{
    (void)protect(rollback_call, c);
}

static void run_named(Connection *c, const char *verb, const char *name)
{
    db_execute(c, str_format("%s %s", verb, name), NULL, NULL, 0);
}

void db_savepoint(Connection *c, const char *name)
{
    run_named(c, "SAVEPOINT", name);
}

void db_release(Connection *c, const char *name)
{
    run_named(c, "RELEASE SAVEPOINT", name);
}

void db_rollback_to(Connection *c, const char *name)
{
    run_named(c, "ROLLBACK TO SAVEPOINT", name);
}

void db_rehearse(Connection *c, const char *savepoint, void (*what)(void *arg), void *arg)
{
    bool nested = db_in_transaction(c);
    if (nested)
        db_savepoint(c, savepoint);
    else
        db_begin(c);
    Err *err = protect(what, arg);
    if (err && db_error_is_disconnect(err))
        err_raise(err);
    if (nested)
        db_rollback_to(c, savepoint);
    else
        db_rollback(c);
}

void db_define_regexp(Connection *c, RegexpSearch *search)
{
    check_open(c);
    if (c->driver->define_regexp)
        c->driver->define_regexp(c, search);
}

void db_set_legacy_begin(Connection *c, bool legacy)
{
    check_open(c);
    c->driver->set_legacy_begin(c, legacy);
}

void db_set_transactional(Connection *c, bool transactional)
{
    check_open(c);
    if (c->driver->set_transactional)
        c->driver->set_transactional(c, transactional);
}

typedef struct Begin {
    Connection *c;
    int milliseconds;
} Begin;

static void begin_call(void *arg)
{
    Begin *begin = arg;
    begin->c->driver->begin_writing(begin->c, begin->milliseconds);
}

void db_begin_writing(Connection *c, int milliseconds)
{
    check_open(c);
    Begin begin = {c, milliseconds};
    Err *err = c->driver->begin_writing ? protect(begin_call, &begin) : NULL;
    if (err)
        raise_stopped(err);
}

bool db_has_written(const Connection *c)
{
    check_open(c);
    return !c->driver->has_written || c->driver->has_written(c);
}

void db_set_written(Connection *c, bool wrote)
{
    check_open(c);
    if (c->driver->set_written)
        c->driver->set_written(c, wrote);
}

bool db_foreign_keys(const Connection *c)
{
    check_open(c);
    return !c->driver->foreign_keys || c->driver->foreign_keys(c);
}

void db_set_foreign_keys(Connection *c, bool on)
{
    check_open(c);
    if (c->driver->set_foreign_keys)
        c->driver->set_foreign_keys(c, on);
}

bool db_set_legacy_alter(Connection *c, bool on)
{
    check_open(c);
    return c->driver->set_legacy_alter && c->driver->set_legacy_alter(c, on);
}

/* --- facts about the server ------------------------------------------------------------------ */

int db_server_version(const Connection *c)
{
    check_open(c);
    return c->driver->server_version(c);
}

Str *db_server_version_text(const Connection *c)
{
    check_open(c);
    return c->driver->server_version_text(c);
}

Str *db_parameter_find(const Connection *c, const char *name)
{
    check_open(c);
    return c->driver->parameter_find(c, name);
}

Str *db_literal(const Connection *c, const Str *text)
{
    check_open(c);
    return c->driver->literal(c, text);
}

void db_interrupt(Connection *c)
{
    if (c->handle)
        c->driver->interrupt(c);
}

NoticeVec db_take_notices(Connection *c)
{
    NoticeVec taken = c->notices;
    c->notices = (NoticeVec){0};
    return taken;
}
