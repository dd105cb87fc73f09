/* sqlite.c -- the SQLite driver, the only file that includes sqlite3.h. Behaves as Python's sqlite3
 * module under SQLAlchemy: its implicit BEGIN, its row counts, its messages. */
#include "db/db.h"

#include "db/driver.h"

#include <sqlite3.h>
#include <strings.h>

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

static void sqlite_open(Connection *c, const ConnectArgs *connect_args)
{
    SqliteArgs args = sqlite_args(c->url, connect_args);
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | (args.uri ? SQLITE_OPEN_URI : 0);
    sqlite3 *db = NULL;
    if (sqlite3_open_v2(args.filename->text, &db, flags, NULL) != SQLITE_OK) {
        Err *err = copy_error(db, NULL);
        sqlite3_close_v2(db);
        const char *hint = open_hint(&args);
        err->hint = hint ? str_from(hint) : NULL;
        err->detail = str_format("DETAIL:  %s", args.filename->text);
        err_raise(err);
    }
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, (int)(args.timeout * 1000));
    c->handle = db;
    c->legacy_begin = args.isolation_level != NULL;
    c->begin_mode = args.isolation_level ? args.isolation_level : str_empty;
}

static void sqlite_close(Connection *c)
{
    sqlite3_close_v2(c->handle);
    c->handle = NULL;
}

/* --- statements ------------------------------------------------------------------------------ */

/* Past blanks and comments, as CPython looks for the first word. */
static const char *skip_blank(const char *at)
{
    for (;;) {
        if (*at && strchr(" \t\f\n\r", *at))
            at++;
        else if (at[0] == '-' && at[1] == '-')
            at += strcspn(at, "\n");
        else if (at[0] == '/' && at[1] == '*') {
            const char *end = strstr(at + 2, "*/");
            at = end ? end + 2 : at + strlen(at);
        } else
            return at;
    }
}

/* What pysqlite begins a transaction for, and counts rows of. WITH ... INSERT is not seen. */
static bool is_change(const char *sql)
{
    static const char *const verbs[] = {"insert", "update", "delete", "replace"};
    const char *word = skip_blank(sql);
    for (size_t i = 0; i < COUNT_OF(verbs); i++)
        if (strncasecmp(word, verbs[i], strlen(verbs[i])) == 0)
            return true;
    return false;
}

static Str *first_word(const char *sql)
{
    const char *word = skip_blank(sql);
    size_t length = 0;
    while ((word[length] | 0x20) >= 'a' && (word[length] | 0x20) <= 'z')
        length++;
    return str_upper_ascii(str_new(word, length));
}

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
    if (done && is_change(sqlite3_sql(statement))) {
        result->affected = sqlite3_changes(db);
        result->last_row_id = sqlite3_last_insert_rowid(db);
    }
    result->command = first_word(sqlite3_sql(statement));
    sqlite3_finalize(statement);
    return result;
}

/* Compiles the statement at `at`; *tail is what follows it. NULL for nothing but comments. */
static sqlite3_stmt *prepare(sqlite3 *db, const Str *sql, const char *at, const char **tail)
{
    sqlite3_stmt *statement = NULL;
    int left = (int)(sql->text + sql->length - at) + 1;
    if (sqlite3_prepare_v2(db, at, left, &statement, tail) != SQLITE_OK) {
        Err *err = copy_error(db, sql);
        if (err->statement_offset)
            err->statement_offset += str_index(sql, (size_t)(at - sql->text));
        err_raise(err);
    }
    return statement;
}

/* The BEGIN of pysqlite; it comes after compiling, so that a syntax error begins nothing. */
static Err *begin_as_pysqlite(Connection *c, const char *sql)
{
    if (!c->legacy_begin || !sqlite3_get_autocommit(c->handle) || !is_change(sql))
        return NULL;
    Str *begin = str_format("BEGIN %s", c->begin_mode->text);
    return sqlite3_exec(c->handle, begin->text, NULL, NULL, NULL) == SQLITE_OK
               ? NULL
               : copy_error(c->handle, begin);
}

static void bind_all(sqlite3_stmt *statement, const Str *sql, const Cell *params, size_t count)
{
    int wanted = sqlite3_bind_parameter_count(statement);
    if ((size_t)wanted != count) {
        sqlite3_finalize(statement);
        raise_failed_statement("db.statement-parameters", sql,
                        "Incorrect number of bindings supplied. The current statement uses %d, and "
                        "there are %zu supplied.",
                        wanted, count);
    }
    for (size_t i = 0; i < count; i++)
        if (bind_cell(statement, (int)i + 1, &params[i]) != SQLITE_OK) {
            Err *err = copy_error(sqlite3_db_handle(statement), sql);
            sqlite3_finalize(statement);
            err_raise(err);
        }
}

static Result *sqlite_execute(Connection *c, const Str *sql, const Cell *params,
                              const uint32_t *types, size_t count)
{
    const char *tail;
    sqlite3_stmt *statement = prepare(c->handle, sql, sql->text, &tail);
    if (*skip_blank(tail)) {
        sqlite3_finalize(statement);
        raise_failed_statement("db.sqlite.many-statements", sql,
                        "You can only execute one statement at a time.");
    }
    if (!statement)
        return result_new(0);
    Err *err = begin_as_pysqlite(c, sql->text);
    if (err) {
        sqlite3_finalize(statement);
        err_raise(err);
    }
    bind_all(statement, sql, params, count);
    Result *result = step_statement(c->handle, statement, sql, &err);
    if (err)
        err_raise(err);
    return result;
}

static Result *sqlite_execute_script(Connection *c, const Str *sql)
{
    if (!sqlite3_get_autocommit(c->handle))
        db_run(c, "COMMIT");
    Result *last = result_new(0);
    const char *at = sql->text, *end = sql->text + sql->length;
    while (at < end) {
        sqlite3_stmt *statement = prepare(c->handle, sql, at, &at);
        Err *err = NULL;
        if (statement)
            last = step_statement(c->handle, statement, sql, &err);
        if (err)
            err_raise(err);
    }
    return last;
}

/* --- the rest -------------------------------------------------------------------------------- */

static TransactionState sqlite_transaction_state(const Connection *c)
{
    return sqlite3_get_autocommit(c->handle) ? TRANSACTION_NONE : TRANSACTION_OPEN;
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

/* CPython commits what is open when isolation_level is set to None. */
static void sqlite_set_legacy_begin(Connection *c, bool legacy)
{
    if (!legacy && c->legacy_begin)
        db_commit(c);
    c->legacy_begin = legacy;
}

static void sqlite_interrupt_statement(Connection *c)
{
    sqlite3_interrupt(c->handle);
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
    .set_legacy_begin = sqlite_set_legacy_begin,
    .interrupt = sqlite_interrupt_statement,
};
