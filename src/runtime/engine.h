/* engine.h -- engines and connections as migrations use them: SQLAlchemy's autobegin transactions
 * over db/.
 *
 * The script objects (Engine, Connection, Result) live in bind/sa_engine.c and carry these records.
 * A statement goes through connection_execute whether it comes from a script, an operation or the
 * version table; that one place begins the transaction, binds values, tells the observers and adds
 * the script's position to errors. Included by runtime.h.
 */
#ifndef RETORT_RUNTIME_ENGINE_H
#define RETORT_RUNTIME_ENGINE_H

#include "db/db.h"
#include "sql/sql.h"

typedef struct Engine {
    Url *url;
    const Dialect *dialect;
    ConnectArgs *arguments; /* NULL = none                                                       */
    Str *isolation_level;   /* "AUTOCOMMIT", "SERIALIZABLE", ...; NULL = the server's            */
    Map *schema_translate;  /* execution_options(schema_translate_map=...)                       */
    Str *default_schema; /* what a script set as dialect.default_schema_name; NULL: the server's */
    bool echo;           /* log statements to sqlalchemy.engine.Engine at INFO                */
    bool is_async;
    bool hide_parameters;  /* create_engine(hide_parameters=True)                               */
    bool pooled;           /* closed connections wait in `idle` for the next connect            */
    Value options;         /* dict of execution options, or unset                               */
    VEC(Value) on_connect; /* event.listen(engine, "connect", fn)                               */
    VEC(Value) on_begin;   /* event.listen(engine, "begin", fn)                                 */
    struct Engine *origin; /* whose pool this one uses: engine.execution_options() makes copies   */
    VEC(Connection *) idle; /* the pool                                                          */
    Connection *shared;     /* sqlite :memory: and StaticPool: the one connection of everybody   */
    bool is_shared;
} Engine;

typedef struct EngineConnection {
    Engine *engine;
    Connection *db;
    const Dialect *dialect;
    bool began;           /* a transaction is open in SQLAlchemy's view (autobegin or begin()) */
    bool autocommit;      /* isolation_level AUTOCOMMIT: statements commit by themselves       */
    Str *isolation_level; /* set by execution_options on this connection; NULL = the engine's  */
    unsigned savepoints;  /* nested transactions so far: names sa_savepoint_N                  */
    Map *schema_translate;
    bool closed;
    bool is_fresh;   /* the driver's connection was opened for this one                   */
    bool sent_begin; /* the driver sent BEGIN; a COMMIT run as plain SQL does not reset it */
    Str *blockers;   /* who the running statement waits for, as last seen (lock.c), or NULL */
    Value script;    /* the Connection object of scripts, or unset                        */
} EngineConnection;

/* What Err.execution of a failed statement points to: as the Python driver would have been called.
 */
typedef struct Execution {
    EngineConnection *connection;
    Str *text;    /* with the driver's placeholders                                    */
    Value params; /* dict or tuple; of an executemany the list of them                 */
    bool is_multi;
    bool is_shared; /* many rows in one text: messages show both of its ends             */
    Value cursor, context; /* what listeners of cursor events are given, or unset          */
} Execution;

/* What create_engine does before connecting: URL, driver, connect_args dict, isolation level.
 * Raises as it. */
Engine *engine_new(Url *url, const Dict *connect_args, const Dict *options);
/* engine.execution_options(): another engine on the same pool. */
Engine *engine_copy(Engine *engine);
/* Connects now, or takes a connection out of the pool. */
EngineConnection *engine_connect(Engine *engine);
/* Closes what waits in the pool. */
void engine_dispose(Engine *engine);
/* A new driver's connection in place of one that was invalidated. */
void connection_reconnect(EngineConnection *connection);
/* Rolls back what is open and closes; may be called twice. */
void connection_close(EngineConnection *connection);

/* Opens a transaction if none is open (BEGIN is sent with the first statement's turn: SQLAlchemy's
 * BEGIN (implicit)). On sqlite the driver's own legacy BEGIN rules apply, as with pysqlite. */
void connection_begin(EngineConnection *connection);
/* The same, and on sqlite the driver's BEGIN IMMEDIATE now: nobody else writes from here on (db_begin_writing).
 */
void connection_begin_writing(EngineConnection *connection, int milliseconds);
/* Ends what was begun so far, to begin anew with the next statement: for who has only read. Scripts do
 * not notice; false where "begin" listeners would. */
bool connection_restart(EngineConnection *connection);
bool connection_in_transaction(const EngineConnection *connection);
void connection_commit(EngineConnection *connection);
void connection_rollback(EngineConnection *connection);
/* SAVEPOINT sa_savepoint_1; returns its name. */
Str *connection_savepoint(EngineConnection *connection);
void connection_release_savepoint(EngineConnection *connection, const Str *name);
void connection_rollback_savepoint(EngineConnection *connection, const Str *name);
/* "AUTOCOMMIT", "READ COMMITTED", ...; NULL = back to the default. Refused inside a transaction as
 * SQLAlchemy. */
void connection_set_isolation_level(EngineConnection *connection, const Str *level);
Str *connection_isolation_level(EngineConnection *connection);

/* Runs a compiled statement: autobegin, bind processing of params (types, script decorators),
 * placeholders. Errors are ERR_DATABASE with Err.pos = stmt->pos and the statement; the script sees
 * sqlalchemy.exc. */
Result *connection_execute(EngineConnection *connection, const Stmt *stmt);
/* The text as errors and logs show it: with the placeholders of the Python driver. */
Str *connection_shown_text(const EngineConnection *connection, const Stmt *stmt);
/* Raises when it is closed. */
void connection_check_open(const EngineConnection *connection);
/* What the driver does before the first statement of a transaction, for who uses connection->db
 * directly. */
void connection_prepare(EngineConnection *connection);
/* Plain SQL text without parameters, e.g. of the version table. */
Result *connection_run(EngineConnection *connection, const char *sql);
/* SQL as the driver takes it (exec_driver_sql, cursor.execute): %s and %(name)s on PostgreSQL, ?
 * and :name on sqlite; params: a sequence, a mapping, or unset. */
Result *connection_execute_driver(EngineConnection *connection, Str *sql, Value params);
/* The same as a DBAPI cursor does it: no autobegin of SQLAlchemy's, nothing logged. */
Result *connection_execute_cursor(EngineConnection *connection, Str *sql, Value params);
/* Whether engine_log would say anything. */
bool engine_logs(const Engine *engine);
/* The engine's logger "sqlalchemy.engine.Engine" at INFO, when echo or the logging configuration
 * asks for it. */
void engine_log(const Engine *engine, Str *message);
/* Result column `column` of a row as scripts get it: by its expression's type, when there is one.
 */
Value connection_cell_value(const Dialect *dialect, const Cell *cell, Type *type);

/* values.c: a script value as SQLite's parameter number `place` (from 1, for the error), and a cell as
 * a script value (datetime, Decimal, UUID, dict for json ... as the Python driver gives). */
Cell cell_from_value(Value v, size_t place);
Value value_from_cell(const Dialect *dialect, const Cell *cell);
/* A value as the type hands it to the driver: decorators, Enum labels, JSON text, sqlite's texts
 * for dates. */
Value value_for_driver(const Dialect *dialect, Value v, Type *type);

/* ranges.c: values of range and multirange columns, as psycopg2 and SQLAlchemy's types have them. */
Value range_from_cell(const Dialect *dialect, const Cell *cell);
Value range_result(const Dialect *dialect, Value v, const Type *type);
Value range_parameter(Value v, const Type *type);
Str *range_find_literal(Connection *db, Value v); /* NULL: no range of psycopg2 */

/* regexp.c: the REGEXP of SQLite */
void connection_define_regexp(Connection *db);

/* placeholders.c: psycopg2's way of passing values, as literals in the text. `db` quotes the
 * strings. */
Str *driver_literal(Connection *db, Value v);
/* Text with $1, $2 ... (outside of quotes and comments) replaced; escape_percent: % elsewhere
 * becomes %%. */
Str *placeholders_replace(const Str *text, const StrVec *replacements, bool escape_percent);
/* text % params as psycopg2 does it. */
Str *placeholders_format(Connection *db, const Str *text, Value params);

#endif
