/* sa_dbapi.c -- the driver's connection and cursor as scripts reach them: conn.connection.cursor(),
 * the first argument of "connect" events, engine.raw_connection(). One class stands for psycopg2's,
 * asyncpg's and sqlite3's alike.
 */
#include "bind/bind.h"
#include "bind/sa_inside.h"

typedef struct DbapiCursor {
    Obj obj;
    DbapiConnection *connection;
    const Result *result; /* NULL before the first execute */
    size_t next;
    bool is_closed;
    Value arraysize;
} DbapiCursor;

DbapiConnection *dbapi_connection_new(EngineConnection *record)
{
    DbapiConnection *c = obj_new(DbapiConnection);
    bool is_sqlite = dialect_has(record->dialect, FEATURE_DRIVER_BEGINS);
    c->obj.class = is_sqlite ? &SqliteConnection_class : &PostgresConnection_class;
    c->record = record;
    return c;
}

Tuple *dbapi_row(const Dialect *dialect, const Result *result, size_t row)
{
    Value *values = new_array(Value, result->column_count + 1);
    for (size_t i = 0; i < result->column_count; i++) {
        Cell cell = result_cell(result, row, i);
        values[i] = value_from_cell(dialect, &cell);
    }
    return tuple_new(result->column_count, values);
}

/* --- cursors ---------------------------------------------------------------------------------- */

static Result *run_cursor(DbapiCursor *cursor, Str *sql, Value params)
{
    if (cursor->is_closed)
        raise_exception(&InterfaceError_class, "cursor already closed");
    return connection_execute_cursor(cursor->connection->record, sql, params);
}

#define EXECUTE_PARAMS(P) P(POS, str, sql, Required) P(POS, any, parameters, None)
NATIVE(DbapiCursor, execute, EXECUTE_PARAMS)
{
    self->result = run_cursor(self, a->sql, a->parameters);
    self->next = 0;
    return OBJ(self);
}

#define EXECUTEMANY_PARAMS(P) P(POS, str, sql, Required) P(POS, any, seq_of_parameters, Required)
NATIVE(DbapiCursor, executemany, EXECUTEMANY_PARAMS)
{
    Iter it = iter_open(a->seq_of_parameters);
    for (Value params; iter_next(&it, &params);)
        self->result = run_cursor(self, a->sql, params);
    self->next = 0;
    return OBJ(self);
}

#define SCRIPT_PARAMS(P) P(POS, str, sql_script, Required)
NATIVE(DbapiCursor, executescript, SCRIPT_PARAMS)
{
    self->result = db_execute_script(self->connection->record->db, a->sql_script);
    self->next = 0;
    return OBJ(self);
}

static bool cursor_fetch(DbapiCursor *self, Value *row)
{
    if (!self->result || !self->result->has_rows) {
        if (dialect_has(self->connection->record->dialect, FEATURE_IN_PROCESS))
            return false;
        raise_exception(&ProgrammingError_class, "no results to fetch");
    }
    if (self->next >= self->result->row_count)
        return false;
    *row = OBJ(dbapi_row(self->connection->record->dialect, self->result, self->next++));
    return true;
}

NATIVE0(DbapiCursor, fetchone)
{
    Value row;
    return cursor_fetch(self, &row) ? row : NONE;
}

static Value fetch_rows(DbapiCursor *self, size_t limit)
{
    List *rows = list_new(0);
    Value row;
    while (rows->length < limit && cursor_fetch(self, &row))
        list_append(rows, row);
    return OBJ(rows);
}

NATIVE0(DbapiCursor, fetchall)
{
    return fetch_rows(self, SIZE_MAX);
}

#define FETCHMANY_PARAMS(P) P(POS, int, size, One)
NATIVE(DbapiCursor, fetchmany, FETCHMANY_PARAMS)
{
    return fetch_rows(self, a->size < 0 ? 0 : (size_t)a->size);
}

NATIVE0(DbapiCursor, description)
{
    if (!self->result || !self->result->has_rows)
        return NONE;
    List *columns = list_new(self->result->column_count);
    for (size_t i = 0; i < self->result->column_count; i++) {
        const ResultColumn *column = &self->result->columns[i];
        Value parts[] = {STR(column->name),
                         column->type ? INT(column->type) : NONE,
                         NONE,
                         NONE,
                         NONE,
                         NONE,
                         NONE};
        list_append(columns, OBJ(tuple_new(COUNT_OF(parts), parts)));
    }
    return OBJ(tuple_from(OBJ(columns)));
}

NATIVE0(DbapiCursor, rowcount)
{
    return INT(self->result ? self->result->affected : -1);
}

NATIVE0(DbapiCursor, lastrowid)
{
    return self->result ? INT(self->result->last_row_id) : NONE;
}

#define MOGRIFY_PARAMS(P) P(POS, str, sql, Required) P(POS, any, parameters, None)
NATIVE(DbapiCursor, mogrify, MOGRIFY_PARAMS)
{
    Str *text = is_none(a->parameters)
                    ? a->sql
                    : placeholders_format(self->connection->record->db, a->sql, a->parameters);
    return OBJ(bytes_new(text->text, text->length));
}

#define COPY_PARAMS(P) P(REST, list, args, Empty) P(KWREST, dict, options, Empty)
NATIVE(DbapiCursor, copy_expert, COPY_PARAMS)
{
    raise_exception(&NotImplementedError_class,
                    "COPY is not available to scripts here; use INSERT");
}

NATIVE0(DbapiCursor, close)
{
    self->is_closed = true;
    return NONE;
}

NATIVE0(DbapiCursor, closed)
{
    return BOOL(self->is_closed);
}

NATIVE0(DbapiCursor, enter)
{
    return OBJ(self);
}

#define EXIT_PARAMS(P) P(REST, list, args, Empty)
NATIVE(DbapiCursor, leave, EXIT_PARAMS)
{
    self->is_closed = true;
    return FALSE_VALUE;
}

static Value cursor_iter(Value self)
{
    return self;
}

static Value cursor_next(Value self)
{
    Value row;
    return cursor_fetch((DbapiCursor *)self.obj, &row) ? row : UNSET;
}

static const Field cursor_fields[] = {FIELD(DbapiCursor, obj, connection, READONLY),
                                      FIELD(DbapiCursor, any, arraysize, MUTABLE),
                                      {0}};
static const Method cursor_methods[] = {
    METHOD(DbapiCursor, execute),
    METHOD(DbapiCursor, executemany),
    METHOD(DbapiCursor, executescript),
    METHOD(DbapiCursor, fetchone),
    METHOD(DbapiCursor, fetchall),
    METHOD(DbapiCursor, fetchmany),
    PROPERTY(DbapiCursor, description),
    PROPERTY(DbapiCursor, rowcount),
    PROPERTY(DbapiCursor, lastrowid),
    METHOD(DbapiCursor, mogrify),
    METHOD(DbapiCursor, copy_expert),
    METHOD_AS("copy_from", DbapiCursor, copy_expert),
    METHOD_AS("copy_to", DbapiCursor, copy_expert),
    METHOD(DbapiCursor, close),
    PROPERTY(DbapiCursor, closed),
    METHOD_AS("__enter__", DbapiCursor, enter),
    METHOD_AS("__exit__", DbapiCursor, leave),
    {0},
};
const Class DbapiCursor_class = {
    CLASS_NAMED(DbapiCursor, "cursor", "dbapi", object),
    .flags = CLASS_ABSTRACT,
    .fields = cursor_fields,
    .methods = cursor_methods,
    .iter = cursor_iter,
    .next = cursor_next,
};

/* Scripts ask `isinstance(connection, sqlite3.Connection)`, or whether "sqlite" is in its class's module. */
typedef DbapiCursor SqliteCursor;
typedef DbapiCursor PostgresCursor;
const Class SqliteCursor_class = {CLASS_NAMED(SqliteCursor, "Cursor", "sqlite3", DbapiCursor),
                                  .flags = CLASS_ABSTRACT};
const Class PostgresCursor_class = {
    CLASS_NAMED(PostgresCursor, "cursor", "psycopg2.extensions", DbapiCursor),
    .flags = CLASS_ABSTRACT};

/* --- connections ------------------------------------------------------------------------------ */

static DbapiCursor *cursor_new(DbapiConnection *connection)
{
    DbapiCursor *cursor = obj_new(DbapiCursor);
    bool is_sqlite = connection->obj.class == &SqliteConnection_class;
    cursor->obj.class = is_sqlite ? &SqliteCursor_class : &PostgresCursor_class;
    cursor->connection = connection;
    cursor->arraysize = INT(1);
    return cursor;
}

#define CURSOR_PARAMS(P) P(REST, list, args, Empty) P(KWREST, dict, options, Empty)
NATIVE(DbapiConnection, cursor, CURSOR_PARAMS)
{
    return OBJ(cursor_new(self));
}

NATIVE(DbapiConnection, execute, EXECUTE_PARAMS)
{
    DbapiCursor *cursor = cursor_new(self);
    cursor->result = run_cursor(cursor, a->sql, a->parameters);
    return OBJ(cursor);
}

NATIVE(DbapiConnection, executescript, SCRIPT_PARAMS)
{
    DbapiCursor *cursor = cursor_new(self);
    cursor->result = db_execute_script(self->record->db, a->sql_script);
    return OBJ(cursor);
}

NATIVE0(DbapiConnection, commit)
{
    db_commit(self->record->db);
    self->record->sent_begin = false;
    return NONE;
}

NATIVE0(DbapiConnection, rollback)
{
    db_rollback(self->record->db);
    self->record->sent_begin = false;
    return NONE;
}

NATIVE0(DbapiConnection, close)
{
    connection_close(self->record);
    return NONE;
}

NATIVE0(DbapiConnection, closed)
{
    return BOOL(self->record->closed);
}

NATIVE0(DbapiConnection, itself)
{
    return OBJ(self);
}

NATIVE0(DbapiConnection, get_info)
{
    return connection_info(self->record);
}

/* psycopg2: what was open is rolled back first. */
static void switch_autocommit(DbapiConnection *self, bool autocommit)
{
    EngineConnection *c = self->record;
    if (dialect_has(c->dialect, FEATURE_DRIVER_BEGINS)) {
        db_set_legacy_begin(c->db, !autocommit);
    } else {
        db_rollback(c->db);
        c->sent_begin = false;
    }
    c->autocommit = autocommit;
}

#define LEVEL_PARAM(P) P(POS, any, level, Required)
NATIVE(DbapiConnection, set_isolation_level, LEVEL_PARAM)
{
    switch_autocommit(self, value_equal(a->level, INT(0)));
    return NONE;
}

#define SESSION_PARAMS(P)                                                                          \
    P(POS, any, isolation_level, None)                                                             \
    P(POS, any, readonly, None) P(POS, any, deferrable, None) P(POS, any, autocommit, None)
NATIVE(DbapiConnection, set_session, SESSION_PARAMS)
{
    if (!is_none(a->autocommit))
        switch_autocommit(self, value_truth(a->autocommit));
    return NONE;
}

/* sqlite3: None = autocommit; psycopg2: the level's number. */
NATIVE0(DbapiConnection, get_isolation_level)
{
    bool autocommit = self->record->autocommit;
    if (dialect_has(self->record->dialect, FEATURE_DRIVER_BEGINS))
        return autocommit ? NONE : STR(str_empty);
    return autocommit ? INT(0) : NONE;
}

NATIVE(DbapiConnection, put_isolation_level, ONE_VALUE)
{
    if (dialect_has(self->record->dialect, FEATURE_DRIVER_BEGINS)) {
        /* the caller begins from now on: SQLAlchemy's "begin" recipe; it is no AUTOCOMMIT of
         * SQLAlchemy's */
        db_set_legacy_begin(self->record->db, !is_none(a->value));
        return NONE;
    }
    switch_autocommit(self, value_equal(a->value, INT(0)));
    return NONE;
}

NATIVE0(DbapiConnection, get_autocommit)
{
    return BOOL(self->record->autocommit);
}

NATIVE(DbapiConnection, put_autocommit, ONE_VALUE)
{
    switch_autocommit(self, value_truth(a->value));
    return NONE;
}

NATIVE0(DbapiConnection, notices)
{
    NoticeVec notices = db_take_notices(self->record->db);
    List *lines = list_new(0);
    for (size_t i = 0; i < notices.length; i++)
        list_append(lines, STR(str_format("%s:  %s\n", notices.at[i]->severity->text,
                                          notices.at[i]->message->text)));
    return OBJ(lines);
}

#define IGNORED_PARAMS(P) P(REST, list, args, Empty) P(KWREST, dict, options, Empty)
/* enable_load_extension, set_client_encoding ...: settings without an effect on migrations. */
NATIVE(DbapiConnection, ignore, IGNORED_PARAMS)
{
    return NONE;
}

NATIVE(DbapiConnection, create_function, IGNORED_PARAMS)
{
    raise_exception(&NotImplementedError_class,
                    "SQLite functions written in Python are not available here");
}

NATIVE0(DbapiConnection, enter)
{
    return OBJ(self);
}

#define LEAVE_PARAMS(P)                                                                            \
    P(POS, any, type, Required) P(POS, any, value, Required) P(POS, any, traceback, Required)
NATIVE(DbapiConnection, leave, LEAVE_PARAMS)
{
    if (is_none(a->type))
        db_commit(self->record->db);
    else
        db_rollback(self->record->db);
    self->record->sent_begin = false;
    return FALSE_VALUE;
}

static const Method connection_methods[] = {
    METHOD(DbapiConnection, cursor),
    METHOD(DbapiConnection, execute),
    METHOD(DbapiConnection, executescript),
    METHOD(DbapiConnection, commit),
    METHOD(DbapiConnection, rollback),
    METHOD(DbapiConnection, close),
    PROPERTY(DbapiConnection, closed),
    PROPERTY_AS("dbapi_connection", DbapiConnection, itself),
    PROPERTY_AS("driver_connection", DbapiConnection, itself),
    PROPERTY_AS("connection", DbapiConnection, itself),
    PROPERTY_AS("info", DbapiConnection, get_info),
    PROPERTY_AS("record_info", DbapiConnection, get_info),
    METHOD(DbapiConnection, set_isolation_level),
    METHOD(DbapiConnection, set_session),
    {"isolation_level", &DbapiConnection_get_isolation_level_native, METHOD_PROPERTY,
     &DbapiConnection_put_isolation_level_native},
    {"autocommit", &DbapiConnection_get_autocommit_native, METHOD_PROPERTY,
     &DbapiConnection_put_autocommit_native},
    PROPERTY(DbapiConnection, notices),
    METHOD(DbapiConnection, create_function),
    METHOD_AS("create_aggregate", DbapiConnection, create_function),
    METHOD_AS("create_collation", DbapiConnection, create_function),
    METHOD_AS("enable_load_extension", DbapiConnection, ignore),
    METHOD_AS("set_client_encoding", DbapiConnection, ignore),
    METHOD_AS("invalidate", DbapiConnection, ignore),
    METHOD_AS("detach", DbapiConnection, ignore),
    METHOD_AS("__enter__", DbapiConnection, enter),
    METHOD_AS("__exit__", DbapiConnection, leave),
    {0},
};
const Class DbapiConnection_class = {
    CLASS_NAMED(DbapiConnection, "connection", "dbapi", object),
    .flags = CLASS_ABSTRACT | CLASS_ANY_ATTR,
    .methods = connection_methods,
};

typedef DbapiConnection SqliteConnection;
typedef DbapiConnection PostgresConnection;
const Class SqliteConnection_class = {
    CLASS_NAMED(SqliteConnection, "Connection", "sqlite3", DbapiConnection),
    .flags = CLASS_ABSTRACT};
const Class PostgresConnection_class = {
    CLASS_NAMED(PostgresConnection, "connection", "psycopg2.extensions", DbapiConnection),
    .flags = CLASS_ABSTRACT};
