/* driver.h -- what the files of db/ share among themselves: the result builder, URL to connect
 * arguments, error makers. Not for other folders.
 */
#ifndef RETORT_DB_DRIVER_H
#define RETORT_DB_DRIVER_H

#include "db/db.h"

extern const Driver pg_driver;
extern const Driver sqlite_driver;

/* --- result.c: rows go in packed, one after the other --------------------------------------- */

/* A result being filled. row_start, one put per column, row_end. Nothing here raises, so that the
 * caller may hold a foreign handle meanwhile. */
typedef struct ResultBuilder {
    Result *result;
    Buf row; /* the row in progress */
} ResultBuilder;

Result *result_new(size_t column_count);
void builder_row_start(ResultBuilder *b);
void builder_row_end(ResultBuilder *b);
void builder_put_null(ResultBuilder *b);
void builder_put_bool(ResultBuilder *b, bool boolean);
void builder_put_int(ResultBuilder *b, int64_t integer);
void builder_put_double(ResultBuilder *b, double real);
/* Text-like kinds and CELL_BYTES. */
void builder_put_bytes(ResultBuilder *b, CellKind kind, const char *bytes, size_t length);
/* A value as PostgreSQL prints it, decoded by the kind of the column. */
void builder_put_printed(ResultBuilder *b, CellKind kind, const char *text, size_t length);

/* Text from a foreign library, which may be in any encoding: bad bytes become U+FFFD. */
Str *str_lossy(const char *bytes, size_t length);
Str *str_lossy_from(const char *text);

/* --- args.c: what a URL and connect_args mean to each Python driver ------------------------- */

/* libpq keywords in order; values are Str *. */
Map pg_keywords(const Url *url, const Str *driver_name, const ConnectArgs *args);

typedef struct SqliteArgs {
    Str *filename; /* absolute, ":memory:" or "file:..." */
    bool uri;
    double timeout;
    Str *isolation_level; /* NULL = None */
} SqliteArgs;

SqliteArgs sqlite_args(const Url *url, const ConnectArgs *args);

/* --- sqlite_words.c: what a statement means to transactions ------------------------------------- */

typedef enum SqliteKind {
    SQLITE_IS_PLAIN,
    SQLITE_IS_CHANGE,       /* INSERT, UPDATE, DELETE, REPLACE: pysqlite begins                  */
    SQLITE_IS_BEGIN,
    SQLITE_IS_COMMIT,       /* also END                                                          */
    SQLITE_IS_ROLLBACK,     /* of the whole transaction                                          */
    SQLITE_IS_SAVEPOINT,    /* the outermost one would be a transaction of its own               */
    SQLITE_IS_FOREIGN_KEYS, /* PRAGMA foreign_keys = ...: without effect in a transaction        */
    SQLITE_IS_DETACH,       /* refused when the transaction uses that database                   */
    SQLITE_IS_OUTSIDE,      /* VACUUM, PRAGMA journal_mode = ...: refused in one, or ignored      */
} SqliteKind;

SqliteKind sqlite_kind(const char *sql);
/* The value of PRAGMA foreign_keys = ...; false when it has none that sqlite understands. */
bool sqlite_foreign_keys_value(const char *sql, bool *on);
bool sqlite_is_change(const char *sql);
/* Upper case. */
Str *sqlite_first_word(const char *sql);
const char *sqlite_skip_blank(const char *at);

/* --- locks ---------------------------------------------------------------------------------- */

void pg_lock_name(DatabaseLock *lock, Connection *c, const Str *schema, const Str *table);
bool pg_lock_try(DatabaseLock *lock);
Str *pg_lock_holder(DatabaseLock *lock);
Str *pg_lock_blockers(DatabaseLock *lock, int backend);
void pg_lock_release(DatabaseLock *lock);
bool sqlite_lock_try(DatabaseLock *lock);
Str *sqlite_lock_holder(DatabaseLock *lock);
void sqlite_lock_release(DatabaseLock *lock);

/* --- errors ---------------------------------------------------------------------------------- */

_Noreturn void raise_database(const char *code, const char *hint, const char *format, ...)
    PRINTF_LIKE(3, 4);
/* For statements: raised with the SQL attached. */
_Noreturn void raise_failed_statement(const char *code, const Str *sql, const char *format, ...)
    PRINTF_LIKE(3, 4);
/* sqlite.c: class by "db.sqlite..." code, or NULL. */
const char *sqlite_error_class_find(const char *code);
const char *sqlite_error_name_find(const char *code);
/* sqlstate.c: psycopg2's base class of a SQLSTATE. */
const char *sqlstate_dbapi_class(const char *sqlstate);

#endif
