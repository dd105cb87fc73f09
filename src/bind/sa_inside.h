/* sa_inside.h -- what the files of sqlalchemy's modules share: the structs behind engines,
 * connections, results. */
#ifndef RETORT_BIND_SA_INSIDE_H
#define RETORT_BIND_SA_INSIDE_H

#include "bind/bind.h"

/* NATIVE(Tuple, ...) and as(Dict, v) name the class object after the C struct. */
#define List_class  list_class
#define Tuple_class tuple_class
#define Dict_class  dict_class

/* --- rows (sa_row.c) -------------------------------------------------------------------------- */

/* The columns of a result, shared by its rows. */
typedef struct RowKeys {
    StrVec names;
    Map places;               /* name -> position + 1; of columns with one name the last          */
    ColumnElement **elements; /* what each column is, NULL where unknown; NULL: none known */
} RowKeys;

typedef struct Row {
    Tuple tuple;
    RowKeys *keys;
} Row;
typedef struct RowMapping {
    Obj obj;
    Row *row;
} RowMapping;
extern const Class Row_class, RowMapping_class, ResultKeys_class;

RowKeys *row_keys_new(const StrVec *names);
Row *row_new(RowKeys *keys, size_t count, const Value *values);
Value row_mapping_new(Row *row);
Value result_keys_new(RowKeys *keys);
/* Position of a column by str, int or column element; raises NoSuchColumnError. */
size_t row_keys_get(const RowKeys *keys, Value key);
/* -1 when there is no such column. */
ptrdiff_t row_keys_find(const RowKeys *keys, Value key);

/* --- results (sa_result.c) -------------------------------------------------------------------- */

typedef struct ResultSource ResultSource;
typedef struct ResultObject ResultObject;
typedef ResultObject CursorResult, ScalarResult, MappingResult, TupleResult;
extern const Class Result_class, CursorResult_class, ScalarResult_class, MappingResult_class,
    TupleResult_class, IteratorResult_class;

/* Adds the rows of a further execution of the same statement (executemany). */
void result_object_add(Value result, Result *more);
void result_object_set_key(Value result, Value inserted_primary_key);
/* A result of values already there: names and a list of tuples. */
Value result_object_of_rows(const StrVec *names, const List *rows);

/* --- URLs (sa_url.c) -------------------------------------------------------------------------- */

typedef struct UrlObject {
    Obj obj;
    const Url *url;
} UrlObject;
extern const Class UrlObject_class;
Value url_object_new(const Url *url);
/* str or URL -> the record; raises ArgumentError. */
Url *url_from_value(Value v);

/* --- dialects (sa_dialect.c) ------------------------------------------------------------------ */

typedef struct DialectObject {
    Obj obj;
    const Dialect *dialect;
    Str *driver;
    EngineConnection *connection; /* NULL: never connected           */
    bool is_async;
} DialectObject;
extern const Class DialectObject_class, PGDialect_class, SQLiteDialect_class, DefaultDialect_class,
    IdentifierPreparer_class, TypeCompiler_class;
DialectObject *dialect_object_make(const Dialect *dialect, Str *driver, bool is_async);

/* --- engines (sa_engine.c) -------------------------------------------------------------------- */

typedef struct EngineObject {
    Obj obj;
    Engine *engine;
    DialectObject *dialect;
    Dict *options; /* execution options                    */
    Value pool;
} EngineObject;
extern const Class EngineObject_class, MockConnection_class;
EngineObject *engine_object_new(const Dict *arguments);

/* --- connections (sa_connection.c) ------------------------------------------------------------ */

typedef struct TransactionObject TransactionObject;
typedef struct ConnectionObject {
    Obj obj;
    EngineConnection *record;
    EngineObject *engine;
    TransactionObject *transaction, *nested; /* NULL when there is none */
    Dict *options;
    struct DbapiConnection *dbapi;
    bool invalidated;
} ConnectionObject;
struct TransactionObject {
    Obj obj;
    ConnectionObject *connection;
    bool is_active;
    bool is_closed;           /* deassociated: commit() and rollback() mean nothing more */
    Str *savepoint;           /* of nested ones                                           */
    TransactionObject *outer; /* the nested transaction around it                         */
};
extern const Class ConnectionObject_class, TransactionObject_class, RootTransaction_class,
    NestedTransaction_class;
ConnectionObject *connection_object_open(EngineObject *engine);
void connection_object_close(ConnectionObject *c);
Value connection_object_commit(ConnectionObject *c);
Value connection_object_rollback(ConnectionObject *c);
/* Brings the Transaction objects in line with the record. */
void connection_object_sync(ConnectionObject *c);
TransactionObject *transaction_object_new(ConnectionObject *c, const Class *class);
void transaction_object_end(TransactionObject *t, bool commit);
Value connection_execute_value(ConnectionObject *c, Value statement, Value parameters,
                               Value options);
Value connection_info(const EngineConnection *c); /* Connection.info */
Value result_scalar(Value result);

/* --- DBAPI connections (sa_dbapi.c) ----------------------------------------------------------- */

typedef struct DbapiConnection {
    Obj obj;
    EngineConnection *record;
} DbapiConnection;
extern const Class DbapiConnection_class, DbapiCursor_class, SqliteConnection_class,
    SqliteCursor_class, PostgresConnection_class, PostgresCursor_class;
DbapiConnection *dbapi_connection_new(EngineConnection *record);
/* The driver's connection of a Connection, always the same object. */
DbapiConnection *connection_object_dbapi(ConnectionObject *c);
/* A script's sequence of values out of one row of a driver's result. */
Tuple *dbapi_row(const Dialect *dialect, const Result *result, size_t row);

/* --- events (sa_event.c) ---------------------------------------------------------------------- */

/* Functions registered for a target and an event name, in order; never NULL. */
List *event_listeners(Value target, const char *name);
/* Whether anybody ever listened to that; the names a program asks often are remembered. */
bool event_has_cursor_listeners(void);
/* Of those, the ones whose answer counts: listen(..., retval=True). */
bool event_returns_value(Value target, Value function);
/* event.listen(target, name, function) */
void event_add(Value target, Str *name, Value function);
void event_call(Value target, const char *name, size_t count, const Value *args,
                const Dict *keywords);
/* Where DDL runs that listeners hear of. */
typedef struct DdlPlace {
    Value bind; /* what has execute(): Connection, or what prints */
    const Dialect *dialect;
    EngineConnection *connection; /* NULL: only a dialect is known */
} DdlPlace;
/* execute_if(dialect=..., callable_=...) of a DDL element, ddl_if() of an index. */
bool ddl_is_wanted(const DdlPlace *place, Value condition, Value ddl, Value target);
/* before_create and its kin: functions are called with (target, bind, **keywords), DDL elements are executed. */
void ddl_listeners_call(const DdlPlace *place, const List *listeners, Value target, Dict *keywords);
extern const Export event_exports[];

/* --- the rest --------------------------------------------------------------------------------- */

extern const Class AsyncEngine_class, AsyncConnection_class, AsyncTransaction_class,
    AsyncResult_class;
extern const Class Inspector_class;
/* An Inspector on an Engine or Connection. */
Value inspector_new(Value bind);
void sa_exc_init(void);
void sa_compiler_init(void);
void sa_compiled_init(void);
void sa_create_init(void);
void sa_dialect_init(void); /* ischema_names of the classes of dialects */
void sa_inspect_init(void);

extern const ModuleDef psycopg2_module, psycopg2_errors_module, psycopg2_extensions_module,
    psycopg_module, psycopg_errors_module, asyncpg_module, asyncpg_exceptions_module,
    sqlite3_module, asyncpg_dialect_module;
extern const Export async_engine_exports[];
extern const Export engine_exports[], engine_url_exports[], engine_result_exports[],
    engine_class_exports[], postgres_dialect_exports[], sqlite_dialect_exports[],
    mysql_dialect_exports[], mssql_dialect_exports[], oracle_dialect_exports[], exc_exports[],
    pool_exports[], dialect_exports[], compiler_exports[], sql_compiler_exports[],
    inspection_exports[];

#endif
