/* error.c -- database errors: how they are raised here, and which Python exception and text each
 * one stands for. Knows the tables of psycopg2 and sqlite3, no connection. */
#include "db/db.h"

#include "db/driver.h"

_Noreturn void raise_database(const char *code, const char *hint, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Err *err = err_new(ERR_DATABASE, code, "%s", str_format_list(format, args)->text);
    va_end(args);
    err->hint = hint ? str_from(hint) : NULL;
    err_raise(err);
}

_Noreturn void raise_failed_statement(const char *code, const Str *sql, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Err *err = err_new(ERR_DATABASE, code, "%s", str_format_list(format, args)->text);
    va_end(args);
    err->statement = str_new(sql->text, sql->length);
    err_raise(err);
}

typedef struct CodeClass {
    const char *code, *name;
} CodeClass;

/* Errors that carry neither a SQLSTATE nor an sqlite code. */
static const CodeClass code_classes[] = {
    {"db.url.parse", "ArgumentError"},
    {"db.url.port", "ValueError"},
    {"db.url.hosts", "ArgumentError"},
    {"db.url.sqlite", "ArgumentError"},
    {"db.dialect", "NoSuchModuleError"},
    {"db.argument", "TypeError"},
    {"db.connect", "OperationalError"},
    {"db.connect.option", "ProgrammingError"},
    {"db.library", "InterfaceError"},
    {"db.closed", "ProgrammingError"},
    {"db.statement-nul", "ProgrammingError"},
    {"db.text-nul", "ValueError"},
    {"db.statement-empty", "ProgrammingError"},
    {"db.statement-copy", "ProgrammingError"},
    {"db.statement-parameters", "ProgrammingError"},
    {"db.sqlite.many-statements", "ProgrammingError"},
    {"db.sqlite.parameter", "ProgrammingError"},
    {"db.parameter", "ProgrammingError"},
    {"db.connection-lost", "OperationalError"},
    {"db.cell.utf8", "OperationalError"},
    {"db.cell.array", "DataError"},
};

static const char *code_class_find(const char *code)
{
    for (size_t i = 0; i < COUNT_OF(code_classes); i++)
        if (strcmp(code_classes[i].code, code) == 0)
            return code_classes[i].name;
    return NULL;
}

const char *db_error_class(const Err *err)
{
    const char *code = err->code ? err->code : "", *name;
    if (err->sqlstate[0])
        return sqlstate_dbapi_class(err->sqlstate);
    if ((name = code_class_find(code)) || (name = sqlite_error_class_find(code)))
        return name;
    return "DatabaseError";
}

Str *db_error_original(const Err *err)
{
    const char *code = err->code ? err->code : "";
    const char *name = db_error_class(err);
    if (strncmp(code, "db.sqlite.", strlen("db.sqlite.")) == 0)
        return str_format("sqlite3.%s", name);
    const char *exact = err->sqlstate[0] ? sqlstate_class_find(err->sqlstate) : NULL;
    return exact ? str_format("psycopg2.errors.%s", exact) : str_format("psycopg2.%s", name);
}

const char *db_error_sqlite_name(const Err *err)
{
    return sqlite_error_name_find(err->code ? err->code : "");
}

typedef struct StateHint {
    const char *sqlstate, *part, *hint; /* part of the message, NULL = any */
} StateHint;

static const StateHint state_hints[] = {
    {"55P03", "lock timeout",
     "another session holds a lock that this statement needs: end it, come back at a quieter time, or raise "
     "lock_timeout"},
    {"55P03", NULL, "another session holds a lock that this statement needs; try again"},
    {"57014", "statement timeout",
     "the statement took longer than statement_timeout: raise it for migrations (SET statement_timeout in "
     "env.py), or do the work in smaller parts"},
    {"57014", "user request", "somebody cancelled the statement (pg_cancel_backend)"},
    {"40P01", NULL, "two sessions waited for each other and the server chose this one; run it again"},
    {"40001", NULL, "another transaction changed the same rows; run it again"},
    {"25006", NULL,
     "this server or session takes no writes: is it a standby, or is default_transaction_read_only on?"},
    {"25P03", NULL,
     "the session sat in its transaction longer than idle_in_transaction_session_timeout: the script spent "
     "that time outside of the database"},
    {"25P04", NULL, "the transaction took longer than transaction_timeout"},
    {"08P01", "query_wait_timeout",
     "PgBouncer had no server connection left: the migration lock takes one beside the migration's; raise "
     "pool_size, connect to the server itself, or run with --no-lock"},
    {"53100", NULL, "the server's disk is full"},
    {"53200", NULL, "the server ran out of memory; max_locks_per_transaction may be too small"},
};

Str *db_error_hint(const Err *err)
{
    for (size_t i = 0; i < COUNT_OF(state_hints); i++)
        if (strcmp(err->sqlstate, state_hints[i].sqlstate) == 0 &&
            (!state_hints[i].part || strstr(err->message->text, state_hints[i].part)))
            return str_from(state_hints[i].hint);
    return NULL;
}

bool db_error_is_cancel(const Err *err)
{
    const char *sqlite = db_error_sqlite_name(err);
    return strcmp(err->sqlstate, "57014") == 0 || (sqlite && strcmp(sqlite, "SQLITE_INTERRUPT") == 0);
}

bool db_error_is_disconnect(const Err *err)
{
    static const char *const states[] = {"57P01", "57P02", "57P03", "57P05", "25P03", "25P04"};
    if (err->code &&
        (strcmp(err->code, "db.connection-lost") == 0 || strcmp(err->code, "db.closed") == 0))
        return true;
    for (size_t i = 0; i < COUNT_OF(states); i++)
        if (strcmp(states[i], err->sqlstate) == 0)
            return true;
    return strncmp(err->sqlstate, "08", 2) == 0;
}
