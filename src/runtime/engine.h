/* engine.h -- engines and connections as migrations use them: SQLAlchemy's autobegin transactions over db/.
 *
 * The script objects (Engine, Connection, Result) live in bind/sa_engine.c and carry these records. A
 * statement goes through connection_execute whether it comes from a script, an operation or the version
 * table; that one place begins the transaction, binds values, tells the observers and adds the script's
 * position to errors. Included by runtime.h.
 */
#ifndef RETORT_RUNTIME_ENGINE_H
#define RETORT_RUNTIME_ENGINE_H

#include "db/db.h"
#include "sql/sql.h"

typedef struct Engine {
    Url *url;
    const Dialect *dialect;
    ConnectArgs *arguments;  /* NULL = none                                                       */
    Str *isolation_level;    /* "AUTOCOMMIT", "SERIALIZABLE", ...; NULL = the server's            */
    Map *schema_translate;   /* execution_options(schema_translate_map=...)                       */
    bool echo;               /* log statements to sqlalchemy.engine.Engine at INFO                */
    bool is_async;
    Value options;           /* dict of execution options, or unset                               */
    VEC(Value) on_connect;   /* event.listen(engine, "connect", fn)                               */
} Engine;

typedef struct EngineConnection {
    Engine *engine;
    Connection *db;
    const Dialect *dialect;
    bool began;              /* a transaction is open in SQLAlchemy's view (autobegin or begin()) */
    bool autocommit;         /* isolation_level AUTOCOMMIT: statements commit by themselves       */
    Str *isolation_level;    /* set by execution_options on this connection; NULL = the engine's  */
    unsigned savepoints;     /* nested transactions so far: names sa_savepoint_N                  */
    Map *schema_translate;
    bool closed;
} EngineConnection;

/* What create_engine does before connecting: URL, driver, connect_args dict, isolation level. Raises as it. */
Engine *engine_new(Url *url, const Dict *connect_args, const Dict *options);
/* Connects now. */
EngineConnection *engine_connect(Engine *engine);
/* Rolls back what is open and closes; may be called twice. */
void connection_close(EngineConnection *connection);

/* Opens a transaction if none is open (BEGIN is sent with the first statement's turn: SQLAlchemy's BEGIN
 * (implicit)). On sqlite the driver's own legacy BEGIN rules apply, as with pysqlite. */
void connection_begin(EngineConnection *connection);
bool connection_in_transaction(const EngineConnection *connection);
void connection_commit(EngineConnection *connection);
void connection_rollback(EngineConnection *connection);
/* SAVEPOINT sa_savepoint_1; returns its name. */
Str *connection_savepoint(EngineConnection *connection);
void connection_release_savepoint(EngineConnection *connection, const Str *name);
void connection_rollback_savepoint(EngineConnection *connection, const Str *name);
/* "AUTOCOMMIT", "READ COMMITTED", ...; NULL = back to the default. Refused inside a transaction as SQLAlchemy. */
void connection_set_isolation_level(EngineConnection *connection, const Str *level);
Str *connection_isolation_level(EngineConnection *connection);

/* Runs a compiled statement: autobegin, bind processing of params (types, script decorators), placeholders.
 * Errors are ERR_DATABASE with Err.pos = stmt->pos and the statement; the script sees sqlalchemy.exc. */
Result *connection_execute(EngineConnection *connection, const Stmt *stmt);
/* Plain SQL text without parameters, e.g. of the version table. */
Result *connection_run(EngineConnection *connection, const char *sql);

/* values.c: a script value as a driver's parameter, with the PostgreSQL type oid to announce (0 = unknown), and a
 * cell as a script value (datetime, Decimal, UUID, dict for json ... as the Python driver gives). */
Cell cell_from_value(const Dialect *dialect, Value v, const Type *type, uint32_t *oid);
Value value_from_cell(const Dialect *dialect, const Cell *cell);

#endif
