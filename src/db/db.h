/* db.h -- door of the drivers: database URLs, connections, statements in, cells out.
 *
 *     Url *url = url_parse(str_from("postgresql+asyncpg://me@localhost/shop"));
 *     Connection *c = db_open(url, NULL);
 *     Cell below = cell_int(10);
 *     Result *r = db_execute(c, str_from("select id, name from item where id < $1"),
 *                            &below, NULL, 1);
 *     for (size_t row = 0; row < r->row_count; row++)
 *         Cell name = result_cell(r, row, 1);
 *     db_close(c);
 *
 * This folder knows bytes and servers; it knows nothing of script values, tables or migrations.
 *
 * Ownership: a Connection owns one server or library handle until db_close; everything else is on
 * the collected heap. A Result owns copies only: its statement was drained and released before
 * db_execute returned, so it may be read after any other statement, and after db_close.
 *
 * Errors are raised as ERR_DATABASE. `db_error_class` and `db_error_original` tell which exception
 * SQLAlchemy and the Python driver would have raised. The password of a URL is never in any
 * message.
 *
 * Transactions are the caller's: nothing here begins one by itself, with one exception, the
 * implicit BEGIN of pysqlite (db_set_legacy_begin). A script may send COMMIT or ROLLBACK as a plain
 * statement, so ask db_transaction_state after each statement instead of remembering.
 */
#ifndef RETORT_DB_DB_H
#define RETORT_DB_DB_H

#include "base/base.h"

/* --- URLs (url.c) ---------------------------------------------------------------------------- */

/* The value of one query key. Repeated keys make a list, as in sqlalchemy.engine.URL.query. */
typedef struct UrlValue {
    StrVec items; /* at least one */
    bool is_list; /* shown to scripts as a tuple; otherwise exactly one item, shown as a str */
} UrlValue;

/* sqlalchemy.engine.URL. NULL is Python's None. Immutable once made; url_copy for a changed one. */
typedef struct Url {
    Str *drivername; /* "postgresql+asyncpg" */
    Str *username, *password, *host;
    int64_t port; /* -1 = None */
    Str *database;
    Map query; /* Str -> UrlValue *, in order of appearance */
} Url;

/* As sqlalchemy.engine.make_url(text), version 2.0. Raises "db.url.parse" (ArgumentError) and
 * "db.url.port" (ValueError). Does not ask whether the dialect exists: db_driver_get does. */
Url *url_parse(const Str *text);
/* As URL.render_as_string: decoded parts are encoded again, query keys are sorted. Hidden: "***".
 */
Str *url_render(const Url *url, bool hide_password);
/* As repr(url) == str(url) in 2.0: the hidden form. */
Str *url_text(const Url *url);
bool url_equal(const Url *a, const Url *b);
/* A copy whose fields may be changed; its query map is its own, the UrlValues are shared. */
Url *url_copy(const Url *url);
/* Left of the "+": "postgresql". */
Str *url_backend_name(const Url *url);
/* Right of the "+"; without one the default driver: "psycopg2" or "pysqlite". Raises as
 * db_driver_get for a backend without a driver here. */
Str *url_driver_name(const Url *url);
/* The first value of a query key, or NULL. */
Str *url_query_find(const Url *url, const char *key);
/* Replaces or adds one plain query value (used on a url_copy). */
void url_query_put(Url *url, const char *key, Str *value);
/* urllib.parse quote(text, safe) and unquote / unquote_plus. */
Str *url_quote(const Str *text, const char *safe);
Str *url_quote_plus(const Str *text);
Str *url_unquote(const Str *text, bool plus_is_space);

/* --- Cells ----------------------------------------------------------------------------------- */

typedef enum CellKind {
    CELL_NULL,
    CELL_BOOL,        /* boolean                                                                */
    CELL_INT64,       /* integer: int2, int4, int8, oid; sqlite INTEGER                         */
    CELL_DOUBLE,      /* real: float4, float8; sqlite REAL                                      */
    CELL_TEXT,        /* text; also every type not named here, as the server prints it          */
    CELL_BYTES,       /* bytes: bytea decoded; sqlite BLOB                                      */
    CELL_NUMERIC,     /* text "12.50", "NaN": exact, for Decimal                                */
    CELL_DATE,        /* text "2024-01-31" (ISO; also "infinity" and "... BC")                  */
    CELL_TIME,        /* text "12:00:00.5"                                                      */
    CELL_TIMETZ,      /* text "12:00:00+09"                                                     */
    CELL_TIMESTAMP,   /* text "2024-01-31 12:00:00.123456"                                      */
    CELL_TIMESTAMPTZ, /* text "2024-01-31 12:00:00+09" in the session's time zone               */
    CELL_INTERVAL,    /* text in IntervalStyle postgres: "1 mon 2 days 03:00:00"                */
    CELL_UUID,        /* text, lower case                                                       */
    CELL_JSON,        /* text of json and jsonb                                                 */
    CELL_ARRAY,       /* text "{1,2}" with `element`; cell_array takes it apart                 */
    CELL_INT_RANGE,   /* text "[1,5)", as the four below; cell_range takes it apart             */
    CELL_NUMERIC_RANGE,
    CELL_DATE_RANGE,
    CELL_TIMESTAMP_RANGE,
    CELL_TIMESTAMPTZ_RANGE,
} CellKind;

typedef struct Cell {
    CellKind kind;
    CellKind element; /* of CELL_ARRAY: what its items are */
    union {
        bool boolean;
        int64_t integer;
        double real;
        Str *text;
        struct {
            const char *data;
            size_t length;
        } bytes;
    };
} Cell;

typedef VEC(Cell) CellVec;

/* Shorthands for parameters. */
static inline Cell cell_null(void)
{
    return (Cell){.kind = CELL_NULL};
}

static inline Cell cell_int(int64_t integer)
{
    return (Cell){.kind = CELL_INT64, .integer = integer};
}

static inline Cell cell_text(Str *text)
{
    return (Cell){.kind = CELL_TEXT, .text = text};
}

/* The items of a PostgreSQL array; inner dimensions are CELL_ARRAY cells again. Raises
 * "db.cell.array" when the text is not an array. */
CellVec cell_array(const Cell *array);

/* What a value of the kind is, from the text the server prints. */
Cell cell_printed(CellKind kind, const char *text, size_t length);

typedef struct CellRange {
    bool is_empty;
    char bounds[3];    /* "[)"                                 */
    Cell lower, upper; /* CELL_NULL where the range is open    */
} CellRange;

/* range.c: raise "db.cell.range" when the text is none. The ranges of a multirange "{[1,2),[4,5)}" are cells of the
 * kind given. */
CellRange cell_range(const Cell *range);
CellVec cell_multirange(CellKind range_kind, const Str *text);

/* --- Results --------------------------------------------------------------------------------- */

typedef struct ResultColumn {
    Str *name;
    CellKind kind;    /* of its cells unless NULL; sqlite: CELL_TEXT, each cell has its own kind  */
    CellKind element; /* when kind is CELL_ARRAY                                                  */
    uint32_t type;    /* PostgreSQL type oid, else 0                                              */
    int32_t modifier; /* PostgreSQL atttypmod, else -1                                            */
    uint32_t table;   /* PostgreSQL oid of the table it comes from, else 0                        */
    Str *declared;    /* sqlite: declared type of the column it comes from, else NULL             */
} ResultColumn;

typedef struct ResultBlock ResultBlock;

typedef struct Result {
    bool has_rows; /* a statement that returns rows, even when there are none                     */
    ResultColumn *columns;
    size_t column_count, row_count;
    int64_t affected;    /* cursor.rowcount of the Python driver: rows changed, or -1             */
    int64_t last_row_id; /* sqlite cursor.lastrowid after INSERT / REPLACE, else 0                */
    Str *command;        /* PostgreSQL command tag "INSERT 0 1"; sqlite: first word, upper case   */
    ResultBlock **blocks; /* private to result.c                                                  */
    size_t block_capacity;
} Result;

/* One cell, decoded now. Raises "db.cell.utf8" (OperationalError) when text is not UTF-8. */
Cell result_cell(const Result *result, size_t row, size_t column);
/* A whole row in one pass: cells[0 .. column_count). */
void result_row(const Result *result, size_t row, Cell *cells);
/* Position of the first column of that name, or -1. */
ptrdiff_t result_column_find(const Result *result, const char *name);

/* --- Connections (connection.c) -------------------------------------------------------------- */

typedef struct Connection Connection;

/* create_engine(connect_args={...}) as text: scalars by Python's str() ("True", "5"), NULL = None.
 */
typedef struct ConnectArgs {
    Map values;          /* Str -> Str * or NULL */
    Map server_settings; /* asyncpg's server_settings={"search_path": "app"}: Str -> Str * */
} ConnectArgs;

typedef enum TransactionState {
    TRANSACTION_NONE,   /* idle, every statement commits by itself                           */
    TRANSACTION_OPEN,   /* in a transaction                                                  */
    TRANSACTION_FAILED, /* PostgreSQL: aborted, only ROLLBACK (TO SAVEPOINT) is taken        */
    TRANSACTION_LOST,   /* the connection is closed or broken                                */
} TransactionState;

/* What the server said beside the result (RAISE NOTICE, "relation exists, skipping"). */
typedef struct Notice {
    Str *severity; /* "NOTICE", "WARNING" */
    Str *message;
    Str *detail, *hint; /* or NULL */
    char sqlstate[6];
} Notice;

typedef VEC(Notice *) NoticeVec;

/* A lock that lives beside the transactions of a connection (lock.c). */
typedef struct DatabaseLock DatabaseLock;

/* One database engine. Only connection.c and lock.c call these; everyone else calls db_... below. */
/* Whether the pattern is found in the text; false: the search failed. */
typedef bool RegexpSearch(Str *pattern, Str *text, bool *found);

typedef struct Driver {
    const char *name;        /* backend name: "postgresql", "sqlite"                         */
    const char *placeholder; /* "$1": numbered from 1; "?": by position                      */
    void (*open)(Connection *c, const ConnectArgs *args);
    void (*close)(Connection *c);
    Result *(*execute)(Connection *c, const Str *sql, const Cell *params, const uint32_t *types,
                       size_t count);
    Result *(*execute_script)(Connection *c, const Str *sql);
    TransactionState (*transaction_state)(const Connection *c);
    int (*server_version)(const Connection *c);
    Str *(*server_version_text)(const Connection *c);
    Str *(*parameter_find)(const Connection *c, const char *name);
    Str *(*literal)(const Connection *c, const Str *text);
    void (*end)(Connection *c, bool commit);
    void (*set_legacy_begin)(Connection *c, bool legacy);
    void (*define_regexp)(Connection *c, RegexpSearch *search); /* NULL: the server has its own */
    void (*set_transactional)(Connection *c, bool transactional); /* NULL here and below: always so */
    void (*begin_writing)(Connection *c, int milliseconds);
    bool (*has_written)(const Connection *c);
    void (*set_written)(Connection *c, bool wrote);
    bool (*foreign_keys)(const Connection *c);
    void (*set_foreign_keys)(Connection *c, bool on);
    bool (*set_legacy_alter)(Connection *c, bool on);
    void (*interrupt)(Connection *c);
    void (*check)(Connection *c);
    int (*backend)(const Connection *c);
    void (*lock_name)(DatabaseLock *lock, Connection *c, const Str *schema, const Str *table);
    bool (*lock_try)(DatabaseLock *lock);
    Str *(*lock_holder)(DatabaseLock *lock);
    Str *(*lock_blockers)(DatabaseLock *lock, int backend); /* or NULL */
    void (*lock_release)(DatabaseLock *lock);
} Driver;

struct Connection {
    const Driver *driver;
    const Url *url;
    const ConnectArgs *args;      /* as given to db_open, or NULL                            */
    const char *application_name; /* PostgreSQL: in place of the one of the URL, or NULL     */
    Str *driver_name;  /* Python's: "asyncpg", "psycopg2", "pysqlite", ...                   */
    void *handle;      /* the driver's own; NULL once closed                                 */
    NoticeVec notices; /* not taken yet */
    /* PostgreSQL: called about every half second while a statement runs; it may use other connections,
     * and raises nothing. NULL = nobody asks. */
    void (*on_wait)(void *arg, double seconds);
    void *on_wait_argument;
    void *info; /* the user's own, as long as the connection lives: Connection.info; or NULL */
    uint64_t commits;  /* how often something was committed for good: transactions, or statements outside
                          of one; what a step wrote is safe once this went up after it */
};

/* The driver of a URL, or an error: "db.dialect" (NoSuchModuleError) names the drivers there are.
 */
const Driver *db_driver_get(const Url *url);
/* Connects. args may be NULL. Raises "db.connect" (OperationalError) with host, port, database and
 * a hint; "db.argument" (TypeError) for a connect argument or URL key the Python driver refuses
 * too. */
Connection *db_open(const Url *url, const ConnectArgs *args);
/* Another connection to where c is connected, which the server lists under that name. */
Connection *db_open_beside(const Connection *c, const char *application_name);
/* PostgreSQL: the process of the server, else 0. */
int db_backend(const Connection *c);
/* Raises "db.connection-lost" when the server is known to have closed the connection; asks nothing. */
void db_check(Connection *c);
/* Rolls back what is open, as the server does. Closing twice is allowed. */
void db_close(Connection *c);

/* Runs a statement and drains its result. params: what the placeholders stand for; types: their
 * PostgreSQL oids, 0 = let the server infer, NULL = all 0.
 * PostgreSQL without parameters takes several statements in one text and returns the last result
 * (psycopg2; asyncpg would refuse). sqlite takes one statement, as Python's sqlite3:
 * "db.sqlite.many-statements" (ProgrammingError). */
Result *db_execute(Connection *c, const Str *sql, const Cell *params, const uint32_t *types,
                   size_t count);
/* db_execute without parameters, from a C string. */
Result *db_run(Connection *c, const char *sql);
/* Many statements: on sqlite commits first and then runs all of them, as Cursor.executescript. */
Result *db_execute_script(Connection *c, const Str *sql);

TransactionState db_transaction_state(const Connection *c);
/* Open or failed. */
bool db_in_transaction(const Connection *c);
/* BEGIN; "SET TRANSACTION" and the like are the caller's. Nothing when one is open already. */
void db_begin(Connection *c);
/* COMMIT / ROLLBACK when a transaction is open, otherwise nothing (DBAPI connection.commit()).
 * COMMIT of a failed transaction is a ROLLBACK on the server, without an error. */
void db_commit(Connection *c);
void db_rollback(Connection *c);
/* ROLLBACK that never raises, for clean-up while another error is on its way. */
void db_rollback_quietly(Connection *c);
/* SAVEPOINT name / RELEASE SAVEPOINT name / ROLLBACK TO SAVEPOINT name; the name is a plain word.
 */
void db_savepoint(Connection *c, const char *name);
void db_release(Connection *c, const char *name);
void db_rollback_to(Connection *c, const char *name);
/* Does what is undone again, whether it raises or not: in a transaction, or between savepoints of the one that is
 * open. Raises only when the connection is gone. */
void db_rehearse(Connection *c, const char *savepoint, void (*what)(void *arg), void *arg);
/* sqlite: what `x REGEXP y` does. PostgreSQL: no effect. */
void db_define_regexp(Connection *c, RegexpSearch *search);
/* sqlite: pysqlite's isolation_level "" (true, how connections start unless connect args say
 * otherwise) or None (false: the caller begins, DDL is transactional). PostgreSQL: no effect. */
void db_set_legacy_begin(Connection *c, bool legacy);
/* sqlite: begin (IMMEDIATE) before whatever writes, so that DDL is inside the transaction too, as on
 * PostgreSQL. Statements then mean this: BEGIN, COMMIT, ROLLBACK of a script are a savepoint inside
 * of it (COMMIT without a BEGIN is the whole); PRAGMA foreign_keys works at once; what cannot run in
 * a transaction (VACUUM, DETACH, PRAGMA journal_mode=...) runs beside it while nothing is
 * written, else raises "db.sqlite.transaction". Has no effect while the connection is in autocommit
 * mode (db_set_legacy_begin false). PostgreSQL: always so. */
void db_set_transactional(Connection *c, bool transactional);
/* sqlite, transactional: the BEGIN IMMEDIATE now. It waits that long for another process's, -1 = as the
 * connect argument `timeout` says, then raises "db.sqlite.busy". */
void db_begin_writing(Connection *c, int milliseconds);
/* sqlite, transactional: whether anything was written in this transaction, which keeps VACUUM and the
 * like from running. Setting it to false says that what was written may be committed by itself. */
bool db_has_written(const Connection *c);
void db_set_written(Connection *c, bool wrote);
/* sqlite: whether foreign keys are enforced, and switching that, inside a transaction too (raises
 * "db.sqlite.foreign-keys" while a deferred violation is pending; a ROLLBACK switches back).
 * PostgreSQL: always true, nothing. */
bool db_foreign_keys(const Connection *c);
void db_set_foreign_keys(Connection *c, bool on);

/* sqlite: with true ALTER TABLE RENAME leaves views and triggers as they are, and does not mind those
 * that do not compile while a table is away; returns how it stood. PostgreSQL: false, nothing. */
bool db_set_legacy_alter(Connection *c, bool on);

/* 150020 for PostgreSQL 15.20 (PQserverVersion); 3040001 for SQLite 3.40.1. No round trip. */
int db_server_version(const Connection *c);
/* "15.20 (Debian 15.20-0+deb12u1)", "3.40.1" */
Str *db_server_version_text(const Connection *c);
/* A parameter the server reports by itself ("standard_conforming_strings", "TimeZone",
 * "server_encoding", ...), or NULL. No round trip; always NULL on sqlite. */
Str *db_parameter_find(const Connection *c, const char *name);
/* The text as a quoted SQL literal that this server reads back as it is. */
Str *db_literal(const Connection *c, const Str *text);
/* Stops the running statement. May be called from a signal handler of the front. */
void db_interrupt(Connection *c);
/* The notices since the last call, oldest first. */
NoticeVec db_take_notices(Connection *c);

/* --- Locks (lock.c) -------------------------------------------------------------------------- */

/* One migration at a time. On PostgreSQL advisory locks of a transaction that stays open on a connection
 * of its own: they survive whatever commits on the migration's connection, work through a pooler that
 * hands out servers by transaction, hold no snapshot, and end with the process. On sqlite a lock on a
 * byte of the database file that sqlite itself does not lock; no file, no lock.
 *
 * A lock is tried, never waited for in the server: who waits inside of a statement holds a snapshot, and
 * CREATE INDEX CONCURRENTLY of the holder would wait for that. */
struct DatabaseLock {
    const Driver *driver;
    Connection *session;  /* PostgreSQL: opened at the first try                                   */
    const Connection *like;
    Str *name;            /* for people: "database app (public.alembic_version)", or the file      */
    Str *session_name;    /* its application_name: "retort lock public.alembic_version"            */
    bool sees_commits;    /* false: the transaction asked for it reads an older snapshot           */
    int64_t key;
    VEC(int64_t) held;    /* keys that are ours; sqlite: one                                       */
    int file;             /* sqlite                                                                */
};

/* A lock for where c is connected; opens nothing. */
DatabaseLock *db_lock_new(Connection *c);
bool db_lock_is_for(const DatabaseLock *lock, const Connection *c);
/* Which lock the next try is about: of this version table (schema NULL: as c finds it). One question to
 * the server. */
void db_lock_name(DatabaseLock *lock, Connection *c, const Str *schema, const Str *table);
/* True when it is ours (now, or already). Raises "lock.connect" when its connection cannot be opened. */
bool db_lock_try(DatabaseLock *lock);
/* After a try in vain: who has it, for people; NULL when nobody is known (any more). */
Str *db_lock_holder(DatabaseLock *lock);
/* Who keeps the statement that c runs now from the lock it needs, for people; NULL = nobody. Asked on the
 * session of the migration lock; does not raise. */
Str *db_lock_blockers(DatabaseLock *lock, const Connection *c);
/* Raises "lock.lost" when the session that holds it is gone. */
void db_lock_check(DatabaseLock *lock);
/* All of them, for the next; close ends the session too. Neither raises. */
void db_lock_release(DatabaseLock *lock);
void db_lock_close(DatabaseLock *lock);

/* --- Errors ---------------------------------------------------------------------------------- */

/* The DBAPI class Python would raise, which is also the name in sqlalchemy.exc: "IntegrityError",
 * "OperationalError", "ProgrammingError", "DataError", "InternalError", "NotSupportedError",
 * "InterfaceError", "DatabaseError"; for errors before the driver: "ArgumentError",
 * "NoSuchModuleError", "TypeError", "ValueError". psycopg2's and CPython sqlite3's own tables. */
const char *db_error_class(const Err *err);
/* The inner exception, module and class: "psycopg2.errors.UniqueViolation",
 * "sqlite3.IntegrityError"; never NULL. */
Str *db_error_original(const Err *err);
/* str(exception.orig): the message, for PostgreSQL with the "LINE 1: ... ^" excerpt and the DETAIL,
 * HINT, CONTEXT lines as psycopg2 shows them (each ends in a newline). */
Str *db_error_text(const Err *err);
/* psycopg2.errors class of a SQLSTATE ("23505" -> "UniqueViolation"), or NULL. */
const char *sqlstate_class_find(const char *sqlstate);
/* PostgreSQL's condition name ("unique_violation"), or NULL. */
const char *sqlstate_condition_find(const char *sqlstate);
/* Extended result code name of sqlite ("SQLITE_CONSTRAINT_UNIQUE") for
 * sqlite3.Error.sqlite_errorname, or NULL when err is not one. */
const char *db_error_sqlite_name(const Err *err);
/* What to do about a time limit, a deadlock, a standby ...; NULL: nothing more than the server says. */
Str *db_error_hint(const Err *err);
/* The statement was cancelled: by db_interrupt, a time limit, an administrator. */
bool db_error_is_cancel(const Err *err);
/* True when the connection is of no use any more (server gone, terminated by an administrator). */
bool db_error_is_disconnect(const Err *err);

#endif
