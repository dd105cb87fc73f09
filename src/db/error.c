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
