/* sqlite.c -- the SQLite driver, the only file that includes sqlite3.h. Behaves as Python's sqlite3
 * module under SQLAlchemy: its implicit BEGIN, its row counts, its messages; and, where the runtime
 * asks for it (db_set_transactional), gives a revision one real transaction instead: DDL is inside,
 * and what SQLite only takes outside of one is run around it where that loses nothing. */
#include "db/db.h"

#include "db/driver.h"

#include <sqlite3.h>
#include <time.h>

/* A connection's own. */
typedef struct Session {
    sqlite3 *db;
    RegexpSearch *search;
    bool legacy_begin;  /* BEGIN before INSERT, UPDATE, DELETE, REPLACE, as pysqlite              */
    bool transactional; /* ... or before anything that writes */
    Str *begin_mode;   /* "", "DEFERRED", "IMMEDIATE" or "EXCLUSIVE" for pysqlite's BEGIN         */
    bool begun_here;   /* the open transaction was begun by the driver, not by a script           */
    bool wrote;        /* ... and something was written in it                                     */
    bool script_began; /* a script's own BEGIN inside of it: a savepoint                          */
    bool keys_changed; /* foreign_keys was switched inside of it ...                              */
    bool keys_before;  /* ... and was this                                                        */
    int busy_limit;    /* milliseconds to wait for another process's lock                         */
} Session;

/* --- errors ---------------------------------------------------------------------------------- */

typedef struct SqliteCode {
    int value;
    const char *name; /* "SQLITE_CONSTRAINT_UNIQUE" */
    const char *code; /* "db.sqlite.constraint_unique" */
} SqliteCode;

#define CODE(NAME, slug)                                                                           \
    {                                                                                              \
        NAME, #NAME, "db.sqlite." slug                                                             \
    }
static const SqliteCode codes[] = {
    CODE(SQLITE_ERROR, "error"),
    CODE(SQLITE_ERROR_MISSING_COLLSEQ, "error_missing_collseq"),
    CODE(SQLITE_ERROR_RETRY, "error_retry"),
    CODE(SQLITE_ERROR_SNAPSHOT, "error_snapshot"),
    CODE(SQLITE_INTERNAL, "internal"),
    CODE(SQLITE_PERM, "perm"),
    CODE(SQLITE_ABORT, "abort"),
    CODE(SQLITE_ABORT_ROLLBACK, "abort_rollback"),
    CODE(SQLITE_BUSY, "busy"),
    CODE(SQLITE_BUSY_RECOVERY, "busy_recovery"),
    CODE(SQLITE_BUSY_SNAPSHOT, "busy_snapshot"),
    CODE(SQLITE_BUSY_TIMEOUT, "busy_timeout"),
    CODE(SQLITE_LOCKED, "locked"),
    CODE(SQLITE_LOCKED_SHAREDCACHE, "locked_sharedcache"),
    CODE(SQLITE_LOCKED_VTAB, "locked_vtab"),
    CODE(SQLITE_NOMEM, "nomem"),
    CODE(SQLITE_READONLY, "readonly"),
    CODE(SQLITE_READONLY_RECOVERY, "readonly_recovery"),
    CODE(SQLITE_READONLY_CANTLOCK, "readonly_cantlock"),
    CODE(SQLITE_READONLY_ROLLBACK, "readonly_rollback"),
    CODE(SQLITE_READONLY_DBMOVED, "readonly_dbmoved"),
    CODE(SQLITE_READONLY_CANTINIT, "readonly_cantinit"),
    CODE(SQLITE_READONLY_DIRECTORY, "readonly_directory"),
    CODE(SQLITE_INTERRUPT, "interrupt"),
    CODE(SQLITE_IOERR, "ioerr"),
    CODE(SQLITE_IOERR_READ, "ioerr_read"),
    CODE(SQLITE_IOERR_SHORT_READ, "ioerr_short_read"),
    CODE(SQLITE_IOERR_WRITE, "ioerr_write"),
    CODE(SQLITE_IOERR_FSYNC, "ioerr_fsync"),
    CODE(SQLITE_IOERR_TRUNCATE, "ioerr_truncate"),
    CODE(SQLITE_IOERR_DELETE, "ioerr_delete"),
    CODE(SQLITE_IOERR_LOCK, "ioerr_lock"),
    CODE(SQLITE_CORRUPT, "corrupt"),
    CODE(SQLITE_CORRUPT_INDEX, "corrupt_index"),
    CODE(SQLITE_CORRUPT_SEQUENCE, "corrupt_sequence"),
    CODE(SQLITE_CORRUPT_VTAB, "corrupt_vtab"),
    CODE(SQLITE_NOTFOUND, "notfound"),
    CODE(SQLITE_FULL, "full"),
    CODE(SQLITE_CANTOPEN, "cantopen"),
    CODE(SQLITE_CANTOPEN_ISDIR, "cantopen_isdir"),
    CODE(SQLITE_CANTOPEN_FULLPATH, "cantopen_fullpath"),
    CODE(SQLITE_CANTOPEN_SYMLINK, "cantopen_symlink"),
    CODE(SQLITE_PROTOCOL, "protocol"),
    CODE(SQLITE_SCHEMA, "schema"),
    CODE(SQLITE_TOOBIG, "toobig"),
    CODE(SQLITE_CONSTRAINT, "constraint"),
    CODE(SQLITE_CONSTRAINT_CHECK, "constraint_check"),
    CODE(SQLITE_CONSTRAINT_COMMITHOOK, "constraint_commithook"),
    CODE(SQLITE_CONSTRAINT_DATATYPE, "constraint_datatype"),
    CODE(SQLITE_CONSTRAINT_FOREIGNKEY, "constraint_foreignkey"),
    CODE(SQLITE_CONSTRAINT_FUNCTION, "constraint_function"),
    CODE(SQLITE_CONSTRAINT_NOTNULL, "constraint_notnull"),
    CODE(SQLITE_CONSTRAINT_PINNED, "constraint_pinned"),
    CODE(SQLITE_CONSTRAINT_PRIMARYKEY, "constraint_primarykey"),
    CODE(SQLITE_CONSTRAINT_ROWID, "constraint_rowid"),
    CODE(SQLITE_CONSTRAINT_TRIGGER, "constraint_trigger"),
    CODE(SQLITE_CONSTRAINT_UNIQUE, "constraint_unique"),
    CODE(SQLITE_CONSTRAINT_VTAB, "constraint_vtab"),
    CODE(SQLITE_MISMATCH, "mismatch"),
    CODE(SQLITE_MISUSE, "misuse"),
    CODE(SQLITE_NOLFS, "nolfs"),
    CODE(SQLITE_AUTH, "auth"),
    CODE(SQLITE_RANGE, "range"),
    CODE(SQLITE_NOTADB, "notadb"),
};

typedef struct PrimaryClass {
    int primary;
    const char *name;
} PrimaryClass;

/* CPython's table; codes not listed are DatabaseError. */
static const PrimaryClass primary_classes[] = {
    {SQLITE_INTERNAL, "InternalError"},    {SQLITE_NOTFOUND, "InternalError"},
    {SQLITE_NOMEM, "MemoryError"},         {SQLITE_ERROR, "OperationalError"},
    {SQLITE_PERM, "OperationalError"},     {SQLITE_ABORT, "OperationalError"},
    {SQLITE_BUSY, "OperationalError"},     {SQLITE_LOCKED, "OperationalError"},
    {SQLITE_READONLY, "OperationalError"}, {SQLITE_INTERRUPT, "OperationalError"},
    {SQLITE_IOERR, "OperationalError"},    {SQLITE_FULL, "OperationalError"},
    {SQLITE_CANTOPEN, "OperationalError"}, {SQLITE_PROTOCOL, "OperationalError"},
    {SQLITE_EMPTY, "OperationalError"},    {SQLITE_SCHEMA, "OperationalError"},
    {SQLITE_CORRUPT, "DatabaseError"},     {SQLITE_TOOBIG, "DataError"},
    {SQLITE_CONSTRAINT, "IntegrityError"}, {SQLITE_MISMATCH, "IntegrityError"},
    {SQLITE_MISUSE, "InterfaceError"},     {SQLITE_RANGE, "InterfaceError"},
};

static const SqliteCode *code_by_value(int value)
{
    for (size_t i = 0; i < COUNT_OF(codes); i++)
        if (codes[i].value == value)
            return &codes[i];
    return value > 255 ? code_by_value(value & 255) : &codes[0];
}

static const SqliteCode *code_by_slug(const char *code)
{
    for (size_t i = 0; i < COUNT_OF(codes); i++)
        if (strcmp(codes[i].code, code) == 0)
            return &codes[i];
    return NULL;
}

const char *sqlite_error_name_find(const char *code)
{
    const SqliteCode *found = code_by_slug(code);
    return found ? found->name : NULL;
}

const char *sqlite_error_class_find(const char *code)
{
    const SqliteCode *found = code_by_slug(code);
    for (size_t i = 0; found && i < COUNT_OF(primary_classes); i++)
        if (primary_classes[i].primary == (found->value & 255))
            return primary_classes[i].name;
    return NULL;
}

/* The error the handle holds now, copied. The caller raises it once its statement is finalized. */
static Err *copy_error(sqlite3 *db, const Str *sql)
{
    Err *err = err_new(ERR_DATABASE, code_by_value(sqlite3_extended_errcode(db))->code, "%s",
                       sqlite3_errmsg(db));
    if (!sql)
        return err;
    err->statement = str_new(sql->text, sql->length);
    int offset = sqlite3_error_offset(db);
    if (offset >= 0 && (size_t)offset <= sql->length)
        err->statement_offset = str_index(sql, (size_t)offset) + 1;
    return err;
}

/* --- opening --------------------------------------------------------------------------------- */

static const char *open_hint(const SqliteArgs *args)
{
    if (args->uri || str_is(args->filename, ":memory:"))
        return NULL;
    if (file_is_directory(args->filename))
        return "this is a directory";
    if (!file_is_directory(path_directory(args->filename)))
        return "the directory does not exist; sqlite:///relative.db and sqlite:////absolute.db "
               "differ "
               "by one slash";
    return NULL;
}

/* Called by sqlite between its tries: waits longer each time, up to the limit. */
static int wait_for_lock(void *session, int tries)
{
    static const unsigned char milliseconds[] = {1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100};
    const Session *s = session;
    int last = COUNT_OF(milliseconds) - 1, waited = 0;
    for (int i = 0; i < tries; i++)
        waited += milliseconds[i < last ? i : last];
    if (waited >= s->busy_limit || interrupt_pending())
        return 0;
    nanosleep(&(struct timespec){.tv_nsec = milliseconds[tries < last ? tries : last] * 1000000L},
              NULL);
    return 1;
}

/* Before the first connection: no statistics of its memory, no lock around a connection, which one
 * thread uses, and no block of pages that most runs would only touch. Later calls change nothing. */
static void configure_library(void)
{
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
    sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0);
}

static void sqlite_open(Connection *c, const ConnectArgs *connect_args)
{
    SqliteArgs args = sqlite_args(c->url, connect_args);
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | (args.uri ? SQLITE_OPEN_URI : 0);
    sqlite3 *db = NULL;
    configure_library();
    if (sqlite3_open_v2(args.filename->text, &db, flags, NULL) != SQLITE_OK) {
        Err *err = copy_error(db, NULL);
        sqlite3_close_v2(db);
        const char *hint = open_hint(&args);
        err->hint = hint ? str_from(hint) : NULL;
        err->detail = str_format("DETAIL:  %s", args.filename->text);
        err_raise(err);
    }
    sqlite3_extended_result_codes(db, 1);
    Session *s = new (Session);
    s->db = db;
    s->busy_limit = (int)(args.timeout * 1000);
    sqlite3_busy_handler(db, wait_for_lock, s);
    s->legacy_begin = args.isolation_level != NULL;
    s->begin_mode = args.isolation_level ? args.isolation_level : str_empty;
    c->handle = s;
}

static void sqlite_close(Connection *c)
{
    Session *s = c->handle;
    sqlite3_close_v2(s->db);
    c->handle = NULL;
}

/* --- statements ------------------------------------------------------------------------------ */

static int bind_cell(sqlite3_stmt *statement, int position, const Cell *cell)
{
    switch (cell->kind) {
    case CELL_NULL:
        return sqlite3_bind_null(statement, position);
    case CELL_BOOL:
        return sqlite3_bind_int(statement, position, cell->boolean);
    case CELL_INT64:
        return sqlite3_bind_int64(statement, position, cell->integer);
    case CELL_DOUBLE:
        return sqlite3_bind_double(statement, position, cell->real);
    case CELL_BYTES:
        return sqlite3_bind_blob64(statement, position, cell->bytes.length ? cell->bytes.data : "",
                                   cell->bytes.length, SQLITE_STATIC);
    default:
        return sqlite3_bind_text64(statement, position, cell->text->text, cell->text->length,
                                   SQLITE_STATIC, SQLITE_UTF8);
    }
}

static void read_columns(sqlite3_stmt *statement, Result *result)
{
    for (size_t i = 0; i < result->column_count; i++) {
        ResultColumn *column = &result->columns[i];
        const char *name = sqlite3_column_name(statement, (int)i);
        const char *declared = sqlite3_column_decltype(statement, (int)i);
        column->name = str_lossy_from(name ? name : "");
        column->kind = CELL_TEXT;
        column->modifier = -1;
        column->declared = declared ? str_lossy_from(declared) : NULL;
    }
}

static void read_value(sqlite3_stmt *statement, int i, ResultBuilder *b)
{
    const void *bytes;
    switch (sqlite3_column_type(statement, i)) {
    case SQLITE_NULL:
        builder_put_null(b);
        break;
    case SQLITE_INTEGER:
        builder_put_int(b, sqlite3_column_int64(statement, i));
        break;
    case SQLITE_FLOAT:
        builder_put_double(b, sqlite3_column_double(statement, i));
        break;
    case SQLITE_BLOB:
        bytes = sqlite3_column_blob(statement, i);
        builder_put_bytes(b, CELL_BYTES, bytes, (size_t)sqlite3_column_bytes(statement, i));
        break;
    default:
        bytes = sqlite3_column_text(statement, i);
        builder_put_bytes(b, CELL_TEXT, bytes, (size_t)sqlite3_column_bytes(statement, i));
    }
}

/* Steps to the end; false on an error, which the handle then holds. */
static bool drain(sqlite3_stmt *statement, ResultBuilder *b)
{
    int status;
    while ((status = sqlite3_step(statement)) == SQLITE_ROW) {
        builder_row_start(b);
        for (size_t i = 0; i < b->result->column_count; i++)
            read_value(statement, (int)i, b);
        builder_row_end(b);
    }
    return status == SQLITE_DONE;
}

/* One statement: its result, or *err. The handle is free again when this returns. */
static Result *step_statement(sqlite3 *db, sqlite3_stmt *statement, const Str *sql, Err **err)
{
    Result *result = result_new((size_t)sqlite3_column_count(statement));
    result->has_rows = result->column_count > 0;
    ResultBuilder b = {.result = result};
    bool done = drain(statement, &b);
    *err = done ? NULL : copy_error(db, sql);
    /* after the first step: it may have compiled the statement anew for a changed table */
    read_columns(statement, result);
    if (done && sqlite_is_change(sqlite3_sql(statement))) {
        result->affected = sqlite3_changes(db);
        result->last_row_id = sqlite3_last_insert_rowid(db);
    }
    result->command = sqlite_first_word(sqlite3_sql(statement));
    sqlite3_finalize(statement);
    return result;
}

/* Compiles the statement at `at`; *tail is what follows it. NULL for nothing but comments, or *err.
 */
static sqlite3_stmt *prepare(sqlite3 *db, const Str *sql, const char *at, const char **tail,
                             Err **err)
{
    sqlite3_stmt *statement = NULL;
    int left = (int)(sql->text + sql->length - at) + 1;
    if (sqlite3_prepare_v2(db, at, left, &statement, tail) == SQLITE_OK)
        return statement;
    *err = copy_error(db, sql);
    if ((*err)->statement_offset)
        (*err)->statement_offset += str_index(sql, (size_t)(at - sql->text));
    return NULL;
}

/* --- transactions ---------------------------------------------------------------------------- */

static bool is_open(const Session *s)
{
    return !sqlite3_get_autocommit(s->db);
}

/* A statement of the driver's own; the error, or NULL. */
static Err *run_own(Session *s, const char *sql)
{
    return sqlite3_exec(s->db, sql, NULL, NULL, NULL) == SQLITE_OK
               ? NULL
               : copy_error(s->db, str_from(sql));
}

static Err *begin_here(Session *s, const char *mode)
{
    Err *err = run_own(s, str_format("BEGIN %s", mode)->text);
    s->begun_here = !err;
    s->wrote = s->script_began = s->keys_changed = false;
    return err;
}

/* The BEGIN a statement needs; it comes after compiling, so that a syntax error begins nothing. */
static Err *begin_before(Session *s, sqlite3_stmt *statement, SqliteKind kind)
{
    bool writes = kind == SQLITE_IS_SAVEPOINT || !sqlite3_stmt_readonly(statement);
    if (!s->transactional && kind != SQLITE_IS_CHANGE)
        return NULL;
    if (!s->legacy_begin || !writes || kind == SQLITE_IS_OUTSIDE)
        return NULL;
    Err *err =
        is_open(s) ? NULL : begin_here(s, s->transactional ? "IMMEDIATE" : s->begin_mode->text);
    s->wrote = true;
    return err;
}

static bool foreign_keys(const Session *s)
{
    int on = 0;
    sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_FKEY, -1, &on);
    return on;
}

/* Whether nothing in this transaction waits for the foreign keys to come right. */
static bool has_pending_keys(const Session *s)
{
    int pending = 0, highest = 0;
    sqlite3_db_status(s->db, SQLITE_DBSTATUS_DEFERRED_FKS, &pending, &highest, 0);
    return pending != 0;
}

/* PRAGMA foreign_keys does nothing inside a transaction; the library's own switch does, and is safe
 * while no deferred violation is being counted, for the counter stands still when the keys are off.
 */
static Err *set_foreign_keys(Session *s, bool on, const Str *sql)
{
    if (foreign_keys(s) == on)
        return NULL;
    if (is_open(s) && has_pending_keys(s)) {
        Err *err =
            err_new(ERR_DATABASE, "db.sqlite.foreign-keys",
                    "foreign_keys cannot be switched while rows of this transaction violate a "
                    "deferred foreign key");
        err->hint = str_from("switch it before those rows are written, or put it into `with "
                             "op.get_context().autocommit_block():`");
        err->statement = str_new(sql->text, sql->length);
        return err;
    }
    if (is_open(s) && !s->keys_changed) {
        s->keys_changed = true;
        s->keys_before = !on;
    }
    sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_FKEY, (int)on, NULL);
    return NULL;
}

/* After a statement that may have ended the transaction. */
static void note_end(Session *s, bool was_open, bool is_rollback)
{
    if (!was_open || is_open(s))
        return;
    if (is_rollback && s->keys_changed)
        sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_FKEY, (int)s->keys_before, NULL);
    s->begun_here = s->wrote = s->script_began = s->keys_changed = false;
}

/* BEGIN, COMMIT and ROLLBACK of a script inside the revision's transaction are about a part of it:
 * a savepoint. Without a BEGIN of its own COMMIT means the whole, as it does with pysqlite. */
static const char *part_of_transaction(Session *s, SqliteKind kind)
{
    bool begins = kind == SQLITE_IS_BEGIN && s->begun_here && !s->script_began;
    bool ends = (kind == SQLITE_IS_COMMIT || kind == SQLITE_IS_ROLLBACK) && s->script_began;
    if (!begins && !ends)
        return NULL;
    s->script_began = begins;
    return begins                     ? "SAVEPOINT retort_begin"
           : kind == SQLITE_IS_COMMIT ? "RELEASE retort_begin"
                                      : "ROLLBACK TO retort_begin; RELEASE retort_begin";
}

static const char *const outside_hint = "put it first, into a revision of its own, or into `with "
                                        "op.get_context().autocommit_block():`, "
                                        "which commits what came before it";

static Err *needs_no_transaction(const Str *sql)
{
    Err *err = err_new(ERR_DATABASE, "db.sqlite.transaction",
                       "%s cannot run inside a transaction, and this revision has written already",
                       sqlite_first_word(sql->text)->text);
    err->hint = str_from(outside_hint);
    err->statement = str_new(sql->text, sql->length);
    return err;
}

/* VACUUM and the like: an empty transaction steps aside; *aside when it did. */
static Err *step_aside(Session *s, const Str *sql, bool *aside)
{
    if (!is_open(s) || !s->begun_here)
        return NULL;
    if (s->wrote)
        return needs_no_transaction(sql);
    Err *err = run_own(s, "COMMIT");
    *aside = !err;
    return err;
}

/* --- running --------------------------------------------------------------------------------- */

/* One statement of a text on its way. */
typedef struct Run {
    Session *s;
    const Str *sql;
    const char *at, *tail; /* where it begins, and what follows it                   */
    SqliteKind kind;
    bool is_alone; /* nothing may follow                                            */
    const Cell *params;
    size_t count;
} Run;

static Err *statement_error(const char *code, const Str *sql, const char *message)
{
    Err *err = err_new(ERR_DATABASE, code, "%s", message);
    err->statement = str_new(sql->text, sql->length);
    return err;
}

static Err *bind_all(const Run *run, sqlite3_stmt *statement)
{
    int wanted = sqlite3_bind_parameter_count(statement);
    if ((size_t)wanted != run->count)
        return statement_error(
            "db.statement-parameters", run->sql,
            str_format("Incorrect number of bindings supplied. The current statement "
                       "uses %d, and there are %zu supplied.",
                       wanted, run->count)
                ->text);
    for (size_t i = 0; i < run->count; i++)
        if (bind_cell(statement, (int)i + 1, &run->params[i]) != SQLITE_OK)
            return copy_error(run->s->db, run->sql);
    return NULL;
}

/* What is done in place of the statement inside a revision's transaction; true when something was.
 */
static bool run_instead(const Run *run, Err **err)
{
    bool on;
    Session *s = run->s;
    if (run->kind == SQLITE_IS_BEGIN && s->legacy_begin && !is_open(s))
        *err = begin_here(s, "IMMEDIATE");
    if (*err)
        return true;
    const char *part = part_of_transaction(s, run->kind);
    if (part)
        *err = run_own(s, part);
    else if (run->kind == SQLITE_IS_FOREIGN_KEYS && is_open(s) &&
             sqlite_foreign_keys_value(run->at, &on))
        *err = set_foreign_keys(s, on, run->sql);
    else
        return false;
    return true;
}

/* A compiled statement; finalized when this returns. */
static Result *run_compiled(const Run *run, sqlite3_stmt *statement, Err **err)
{
    Session *s = run->s;
    bool was_open = is_open(s);
    *err = begin_before(s, statement, run->kind);
    if (!*err)
        *err = bind_all(run, statement);
    if (*err) {
        sqlite3_finalize(statement);
        return NULL;
    }
    Result *result = step_statement(s->db, statement, run->sql, err);
    if (*err && run->kind == SQLITE_IS_DETACH && s->begun_here)
        (*err)->hint = str_from(outside_hint);
    note_end(s, was_open, run->kind == SQLITE_IS_ROLLBACK || *err);
    return result;
}

static Result *empty_result(const Run *run)
{
    Result *result = result_new(0);
    result->command = sqlite_first_word(run->at);
    return result;
}

/* The statement at run->at; errors are returned, for the transaction may have to be begun again. */
static Result *compile_and_run(Run *run, Err **err)
{
    sqlite3_stmt *statement = prepare(run->s->db, run->sql, run->at, &run->tail, err);
    if (!*err && run->is_alone && *sqlite_skip_blank(run->tail))
        *err = statement_error("db.sqlite.many-statements", run->sql,
                               "You can only execute one statement at a time.");
    if (!*err && statement && !(run->s->transactional && run_instead(run, err)))
        return run_compiled(run, statement, err);
    sqlite3_finalize(statement);
    return *err || !statement ? result_new(0) : empty_result(run);
}

/* Whether the transaction has to be out of the way. An attached database that nothing has used can
 * go while it is open. */
static bool runs_outside(const Run *run)
{
    return run->s->transactional &&
           (run->kind == SQLITE_IS_OUTSIDE || (run->kind == SQLITE_IS_DETACH && !run->s->wrote));
}

static Result *run_next(Run *run, Err **err)
{
    bool aside = false;
    run->kind = sqlite_kind(run->at);
    if (runs_outside(run))
        *err = step_aside(run->s, run->sql, &aside);
    Result *result = *err ? NULL : compile_and_run(run, err);
    Err *again = aside ? begin_here(run->s, "IMMEDIATE") : NULL;
    if (!*err)
        *err = again;
    return result;
}

static Result *sqlite_execute(Connection *c, const Str *sql, const Cell *params,
                              const uint32_t *types, size_t count)
{
    Run run = {c->handle, sql, sql->text, .is_alone = true, .params = params, .count = count};
    Err *err = NULL;
    Result *result = run_next(&run, &err);
    if (err)
        err_raise(err);
    return result;
}

/* sqlite3's executescript commits first; a revision's transaction goes on instead. */
static Result *sqlite_execute_script(Connection *c, const Str *sql)
{
    Session *s = c->handle;
    if (!s->transactional && is_open(s))
        db_run(c, "COMMIT");
    Result *last = result_new(0);
    Run run = {s, sql, .tail = sql->text};
    while (run.tail < sql->text + sql->length) {
        Err *err = NULL;
        run.at = run.tail;
        last = run_next(&run, &err);
        if (err)
            err_raise(err);
    }
    return last;
}

/* --- the rest -------------------------------------------------------------------------------- */

static TransactionState sqlite_transaction_state(const Connection *c)
{
    return is_open(c->handle) ? TRANSACTION_OPEN : TRANSACTION_NONE;
}

static int sqlite_server_version(const Connection *c)
{
    return sqlite3_libversion_number();
}

static Str *sqlite_server_version_text(const Connection *c)
{
    return str_from(sqlite3_libversion());
}

static Str *sqlite_parameter_find(const Connection *c, const char *name)
{
    return NULL;
}

static Str *sqlite_literal(const Connection *c, const Str *text)
{
    return str_format("'%s'", str_replace(text, "'", "''")->text);
}

/* The whole transaction, whatever parts of it a script left open. */
static void sqlite_end(Connection *c, bool commit)
{
    Session *s = c->handle;
    s->script_began = false;
    db_run(c, commit ? "COMMIT" : "ROLLBACK");
}

/* CPython commits what is open when isolation_level is set to None. */
static Str *argument_text(sqlite3_value *value)
{
    const unsigned char *text = sqlite3_value_text(value);
    return text ? str_new((const char *)text, (size_t)sqlite3_value_bytes(value)) : NULL;
}

/* REGEXP of something that is NULL is NULL. */
static void run_regexp(sqlite3_context *context, int count, sqlite3_value **arguments)
{
    (void)count;
    RegexpSearch *search = *(RegexpSearch **)sqlite3_user_data(context);
    Str *pattern = argument_text(arguments[0]), *text = argument_text(arguments[1]);
    bool found = false;
    if (!pattern || !text)
        sqlite3_result_null(context);
    else if (search(pattern, text, &found))
        sqlite3_result_int(context, found);
    else
        sqlite3_result_error(context, "user-defined function raised exception", -1);
}

static void sqlite_define_regexp(Connection *c, RegexpSearch *search)
{
    Session *s = c->handle;
    s->search = search;
    sqlite3_create_function(s->db, "regexp", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, &s->search,
                            run_regexp, NULL, NULL);
}

static void sqlite_set_legacy_begin(Connection *c, bool legacy)
{
    Session *s = c->handle;
    if (!legacy && s->legacy_begin)
        db_commit(c);
    s->legacy_begin = legacy;
}

static void sqlite_set_transactional(Connection *c, bool transactional)
{
    Session *s = c->handle;
    s->transactional = transactional;
}

static void sqlite_begin_writing(Connection *c, int milliseconds)
{
    Session *s = c->handle;
    int usual = s->busy_limit;
    if (!s->transactional || !s->legacy_begin || is_open(s))
        return;
    if (milliseconds >= 0)
        s->busy_limit = milliseconds;
    Err *err = begin_here(s, "IMMEDIATE");
    s->busy_limit = usual;
    if (err)
        err_raise(err);
}

static bool sqlite_has_written(const Connection *c)
{
    const Session *s = c->handle;
    return s->wrote;
}

static void sqlite_set_written(Connection *c, bool wrote)
{
    Session *s = c->handle;
    s->wrote = wrote;
}

static bool sqlite_foreign_keys(const Connection *c)
{
    return foreign_keys(c->handle);
}

static void sqlite_set_foreign_keys(Connection *c, bool on)
{
    Err *err = set_foreign_keys(c->handle, on, str_from("PRAGMA foreign_keys"));
    if (err)
        err_raise(err);
}

static bool sqlite_set_legacy_alter(Connection *c, bool on)
{
    Session *s = c->handle;
    int before = 0;
    sqlite3_db_config(s->db, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, -1, &before);
    sqlite3_db_config(s->db, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, (int)on, NULL);
    return before;
}

static void sqlite_lock_name(DatabaseLock *lock, Connection *c, const Str *schema, const Str *table)
{
    const Session *s = c->handle;
    const char *file = sqlite3_db_filename(s->db, "main");
    lock->name = file && *file ? str_lossy_from(file) : NULL;
    lock->sees_commits = true;
}

static void sqlite_interrupt_statement(Connection *c)
{
    Session *s = c->handle;
    sqlite3_interrupt(s->db);
}

const Driver sqlite_driver = {
    .name = "sqlite",
    .placeholder = "?",
    .open = sqlite_open,
    .close = sqlite_close,
    .execute = sqlite_execute,
    .execute_script = sqlite_execute_script,
    .transaction_state = sqlite_transaction_state,
    .server_version = sqlite_server_version,
    .server_version_text = sqlite_server_version_text,
    .parameter_find = sqlite_parameter_find,
    .literal = sqlite_literal,
    .end = sqlite_end,
    .set_legacy_begin = sqlite_set_legacy_begin,
    .define_regexp = sqlite_define_regexp,
    .set_transactional = sqlite_set_transactional,
    .begin_writing = sqlite_begin_writing,
    .has_written = sqlite_has_written,
    .set_written = sqlite_set_written,
    .foreign_keys = sqlite_foreign_keys,
    .set_foreign_keys = sqlite_set_foreign_keys,
    .set_legacy_alter = sqlite_set_legacy_alter,
    .interrupt = sqlite_interrupt_statement,
    .lock_name = sqlite_lock_name,
    .lock_try = sqlite_lock_try,
    .lock_holder = sqlite_lock_holder,
    .lock_release = sqlite_lock_release,
};
