/* sa_connection.c -- Connection: statements and transactions as scripts run them.
 *
 * The record (runtime/engine.h) is the truth about transactions, because operations use it without
 * this object: connection_object_sync() brings the Transaction objects in line before they are
 * looked at.
 */
#include "bind/bind.h"
#include "bind/sa_inside.h"

/* --- records ---------------------------------------------------------------------------------- */

static ConnectionObject *connection_find(Value v)
{
    ConnectionObject *c = as(ConnectionObject, v);
    if (!c && v.tag == TAG_OBJ && is_instance(v, &AsyncConnection_class))
        c = as(ConnectionObject, value_find_attr_text(v, "sync_connection"));
    return c;
}

EngineConnection *connection_find_record(Value v)
{
    ConnectionObject *c = connection_find(v);
    return c ? c->record : NULL;
}

EngineConnection *connection_get_record(Value v)
{
    EngineConnection *record = connection_find_record(v);
    if (!record)
        raise_exception(&NoInspectionAvailable_class,
                        "No inspection system is available for object of type %s",
                        value_repr(OBJ(class_of(v)))->text);
    return record;
}

static ConnectionObject *connection_object_make(EngineObject *engine, EngineConnection *record)
{
    ConnectionObject *c = obj_new(ConnectionObject);
    c->record = record;
    c->engine = engine;
    c->options = engine ? dict_copy(engine->options) : dict_new();
    record->script = OBJ(c);
    return c;
}

Value connection_object_for(EngineConnection *record)
{
    return is_set(record->script) ? record->script : OBJ(connection_object_make(NULL, record));
}

DbapiConnection *connection_object_dbapi(ConnectionObject *c)
{
    if (!c->dbapi)
        c->dbapi = dbapi_connection_new(c->record);
    return c->dbapi;
}

/* Listeners of the engine, its class, its pool and the pool's class. */
static void call_listeners(ConnectionObject *c, const char *name)
{
    Value targets[] = {OBJ(c->engine), c->engine->pool};
    Value arguments[] = {OBJ(connection_object_dbapi(c)), OBJ(connection_object_dbapi(c)),
                         OBJ(connection_object_dbapi(c))};
    size_t count = strcmp(name, "checkout") == 0 ? 3 : 2;
    for (size_t i = 0; i < COUNT_OF(targets); i++)
        event_call(targets[i], name, count, arguments, NULL);
}

static void set_begin_listeners(EngineObject *engine)
{
    List *functions = event_listeners(OBJ(engine), "begin");
    engine->engine->on_begin.length = 0;
    for (size_t i = 0; i < functions->length; i++)
        vec_push(&engine->engine->on_begin, functions->at[i]);
}

ConnectionObject *connection_object_open(EngineObject *engine)
{
    set_begin_listeners(engine);
    ConnectionObject *c = connection_object_make(engine, engine_connect(engine->engine));
    if (c->record->is_fresh)
        call_listeners(c, "connect");
    call_listeners(c, "checkout");
    Value argument = OBJ(c);
    event_call(OBJ(engine), "engine_connect", 1, &argument, NULL);
    return c;
}

/* --- transactions ----------------------------------------------------------------------------- */

NATIVE0(ConnectionObject, begin)
{
    connection_object_sync(self);
    if (self->transaction)
        raise_exception(
            &InvalidRequestError_class,
            "This connection has already initialized a SQLAlchemy Transaction() object via begin() "
            "or "
            "autobegin; can't call begin() here unless rollback() or commit() is called first.");
    connection_begin(self->record);
    connection_object_sync(self);
    return OBJ(self->transaction);
}

Value connection_object_begin(Value connection)
{
    return ConnectionObject_begin(get_as(ConnectionObject, connection, "connection"), NULL);
}

NATIVE0(ConnectionObject, begin_nested)
{
    connection_object_sync(self);
    TransactionObject *t = transaction_object_new(self, &NestedTransaction_class);
    t->savepoint = connection_savepoint(self->record);
    connection_object_sync(self);
    t->outer = self->nested;
    self->nested = t;
    return OBJ(t);
}

NATIVE0(ConnectionObject, commit)
{
    return connection_object_commit(self);
}

NATIVE0(ConnectionObject, rollback)
{
    return connection_object_rollback(self);
}

NATIVE0(ConnectionObject, in_transaction)
{
    return BOOL(self->record->began);
}

NATIVE0(ConnectionObject, in_nested_transaction)
{
    connection_object_sync(self);
    return BOOL(self->nested && self->nested->is_active);
}

NATIVE0(ConnectionObject, get_transaction)
{
    connection_object_sync(self);
    return OBJ(self->transaction);
}

NATIVE0(ConnectionObject, get_nested_transaction)
{
    connection_object_sync(self);
    return OBJ(self->nested);
}

/* --- execution -------------------------------------------------------------------------------- */

static _Noreturn void raise_not_executable(Value statement)
{
    raise_exception(&ObjectNotExecutableError_class, "Not an executable object: %s",
                    value_repr(statement)->text);
}

/* What is to be run: statements as they are, functions inside a SELECT. */
static ClauseElement *executable_from(Value statement)
{
    ClauseElement *element = is_instance(statement, &ClauseElement_class)
                                 ? (ClauseElement *)statement.obj
                             : statement.tag == TAG_OBJ ? element_find(statement)
                                                        : NULL;
    if (!element)
        raise_not_executable(statement);
    bool is_own = (element->obj.class->flags & CLASS_HEAP) != 0;
    if (is_own &&
        (is_instance(statement, &Executable_class) || is_instance(statement, &DDLElement_class)))
        return element;
    switch (element->kind) {
    case EXPR_TEXT:
    case EXPR_SELECT:
    case EXPR_COMPOUND:
    case EXPR_TEXTUAL_SELECT:
    case EXPR_INSERT:
    case EXPR_UPDATE:
    case EXPR_DELETE:
    case EXPR_DDL:
    case EXPR_CUSTOM:
        return element;
    case EXPR_FUNCTION:
        return (ClauseElement *)call_method(OBJ(element), "select", 0, NULL).obj;
    case EXPR_SEQUENCE: {
        Value select = module_find(import_module(intern("sqlalchemy")), "select"),
              next = OBJ(element);
        return (ClauseElement *)call(select, 1, &next).obj;
    }
    default:
        raise_not_executable(statement);
    }
}

static const Dict *parameter_set(Value v)
{
    Dict *set = as(Dict, v);
    if (set)
        return set;
    if (is_instance(v, &RowMapping_class)) {
        Dict *made = dict_new();
        Iter it = iter_open(v);
        for (Value key; iter_next(&it, &key);)
            dict_set(made, key, value_subscript(v, key));
        return made;
    }
    return NULL;
}

typedef VEC(const Dict *) SetVec;

static SetVec parameter_sets(Value parameters)
{
    SetVec sets = {0};
    if (is_absent(parameters))
        return sets;
    const Dict *single = parameter_set(parameters);
    if (single) {
        vec_push(&sets, single);
        return sets;
    }
    if (!is_instance(parameters, &list_class) && !is_instance(parameters, &tuple_class))
        raise_exception(&ArgumentError_class, "mapping or list expected for parameters");
    Iter it = iter_open(parameters);
    for (Value item; iter_next(&it, &item);) {
        const Dict *set = parameter_set(item);
        if (!set)
            raise_exception(&ArgumentError_class,
                            "List argument must consist only of dictionaries");
        vec_push(&sets, set);
    }
    return sets;
}

static List *set_list(const SetVec *sets)
{
    List *all = list_new(sets->length);
    for (size_t i = 0; i < sets->length; i++)
        list_append(all, OBJ(sets->at[i]));
    return all;
}

static _Noreturn void raise_missing(ConnectionObject *c, const Stmt *stmt, const SetVec *sets,
                                    Value key, size_t number)
{
    Str *message = str_format(
        "(sqlalchemy.exc.InvalidRequestError) A value is required for bind parameter %s, in "
        "parameter group %zu",
        value_repr(key)->text, number);
    BaseException *e = exception_new(&StatementError_class, STR(message));
    Dict *attrs = object_attrs(&e->obj);
    dict_set_text(attrs, "statement", STR(connection_shown_text(c->record, stmt)));
    dict_set_text(attrs, "params", OBJ(set_list(sets)));
    dict_set_text(attrs, "ismulti", FALSE_VALUE);
    dict_set_text(attrs, "code", STR(str_from("cd3x")));
    raise_object(OBJ(e));
}

static Stmt *compile_for(const ConnectionObject *c, ClauseElement *element, const Dict *values,
                         const Map *translate)
{
    CompileOptions options = {.style = c->record->dialect->style,
                              .values = values ? values : dict_new(),
                              .schema_translate = translate};
    return sql_compile(c->record->dialect, element, &options);
}

/* The keys of the first set decide; a set that lacks one is refused before anything runs. */
static void check_sets(ConnectionObject *c, ClauseElement *element, const SetVec *sets,
                       const Map *translate)
{
    for (size_t number = 1; number < sets->length; number++) {
        DictEntry *entry;
        for (size_t i = 0; (entry = dict_next(sets->at[0], &i));)
            if (!is_set(dict_find(sets->at[number], entry->key)))
                raise_missing(c, compile_for(c, element, sets->at[0], translate), sets, entry->key,
                              number);
    }
}

/* The set without what the first one has not: itself, mostly, for it has all keys of the first. */
static const Dict *aligned_set(const Dict *first, const Dict *set)
{
    if (set->length == first->length)
        return set;
    Dict *aligned = dict_new();
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(first, &i));)
        dict_set(aligned, entry->key, dict_find(set, entry->key));
    return aligned;
}

/* --- inserted_primary_key --------------------------------------------------------------------- */

static Value param_value(const Stmt *stmt, const Str *name)
{
    for (size_t i = 0; i < stmt->params.length; i++)
        if (stmt->params.at[i].name && str_equal(stmt->params.at[i].name, name))
            return stmt->params.at[i].value;
    return UNSET;
}

static Value key_value(const Column *column, const Dialect *dialect, const Stmt *stmt,
                       const Result *result)
{
    Value given = param_value(stmt, column->clause.key ? column->clause.key : column_name(column));
    ptrdiff_t at = result->has_rows && result->row_count
                       ? result_column_find(result, column_name(column)->text)
                       : -1;
    if (at >= 0) {
        Cell cell = result_cell(result, 0, (size_t)at);
        return value_from_cell(dialect, &cell);
    }
    if (is_set(given))
        return given;
    bool is_auto = table_autoincrement_column(column_table(column)) == column;
    return is_auto && result->last_row_id ? INT(result->last_row_id) : NONE;
}

/* Only of an INSERT of one row into a Table. */
static void set_inserted_key(Value object, const Dialect *dialect, const Stmt *stmt,
                             const Result *result)
{
    const Dml *insert = (const Dml *)stmt->source;
    Table *table = stmt->source->kind == EXPR_INSERT ? as(Table, OBJ(insert->table)) : NULL;
    if (!table || insert->select || insert->returning_given)
        return;
    StrVec names = {0};
    VEC(Value) values = {0};
    for (size_t i = 0; i < table->primary_key->columns.length; i++) {
        Column *column = table->primary_key->columns.at[i];
        vec_push(&names, column_name(column));
        vec_push(&values, key_value(column, dialect, stmt, result));
    }
    result_object_set_key(object, OBJ(row_new(row_keys_new(&names), values.length, values.at)));
}

/* --- running ---------------------------------------------------------------------------------- */

static Map *option_translate(const ConnectionObject *c, Value options)
{
    Dict *given = as(Dict, options);
    Dict *map = given ? as(Dict, dict_find_text(given, "schema_translate_map")) : NULL;
    if (!map)
        return c->record->schema_translate;
    Map *translate = new (Map);
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(map, &i));)
        map_put(translate, is_none(entry->key) ? str_empty : value_str(entry->key),
                is_none(entry->value) ? str_empty : value_str(entry->value));
    return translate;
}

/* An error in one of many sets is shown with all of them, as the reference's executemany does. */
typedef struct OneRun {
    ConnectionObject *connection;
    const Stmt *stmt;
    Result *result;
} OneRun;

static void run_one(void *arg)
{
    OneRun *run = arg;
    run->result = connection_execute(run->connection->record, run->stmt);
}

/* One set as the driver would have got it: a tuple in the order of the places, or a dict. */
static Value driver_set(const Stmt *stmt, const Dict *set, bool as_tuple)
{
    Value *values = new_array(Value, stmt->params.length + 1);
    Dict *named = dict_new();
    for (size_t i = 0; i < stmt->params.length; i++) {
        Value given = dict_find_str(set, stmt->params.at[i].name);
        values[i] = is_set(given) ? given : stmt->params.at[i].value;
        dict_set_str(named, stmt->params.at[i].name, values[i]);
    }
    return as_tuple ? OBJ(tuple_new(stmt->params.length, values)) : OBJ(named);
}

static List *driver_sets(const Execution *execution, const Stmt *stmt, const SetVec *sets)
{
    List *all = list_new(sets->length);
    for (size_t i = 0; i < sets->length; i++)
        list_append(all,
                    driver_set(stmt, sets->at[i], is_instance(execution->params, &tuple_class)));
    return all;
}

static bool is_hidden_insert(const ClauseElement *element)
{
    return element->kind == EXPR_INSERT && !((const Dml *)element)->returning_given;
}

/* Whether the driver gets many rows in one text, and an error tells of that text: psycopg2 always, others when the rows
 * come back. Else it gets the statement of one set, and all sets. */
static bool is_one_text(const ConnectionObject *c, const ClauseElement *element)
{
    return str_is(c->record->db->driver_name, "psycopg2") || !is_hidden_insert(element);
}

static Result *execute_one_of_many(ConnectionObject *c, const Stmt *stmt, ClauseElement *element,
                                   const SetVec *sets, const Map *translate)
{
    OneRun run = {c, stmt, NULL};
    Err *err = protect(run_one, &run);
    if (!err)
        return run.result;
    Execution *execution = err->execution;
    if (execution) {
        const Stmt *first = compile_for(c, element, sets->at[0], translate);
        execution->text = connection_shown_text(c->record, first);
        execution->params = OBJ(driver_sets(execution, first, sets));
        execution->is_multi = true;
    }
    err_raise(err);
}

/* The sets aligned to the first one's keys. */
static const Dict **aligned_sets(const SetVec *sets)
{
    const Dict **aligned = new_array(const Dict *, sets->length);
    aligned[0] = sets->at[0];
    for (size_t i = 1; i < sets->length; i++)
        aligned[i] = aligned_set(sets->at[0], sets->at[i]);
    return aligned;
}

/* The next sets: one, or on a server as many as an INSERT takes. */
static Result *execute_next(ConnectionObject *c, RowInsert *rows, const SetVec *sets,
                            const Dict *const *next, size_t length, const Stmt **stmt,
                            size_t *count)
{
    bool inserts = rows->insert->kind == EXPR_INSERT;
    *count = 1;
    *stmt = inserts ? row_insert_next(rows, next, length, count)
                    : compile_for(c, rows->insert, next[0], rows->schema_translate);
    if (inserts && rows->most > 1 && is_one_text(c, rows->insert))
        return connection_execute(c->record, *stmt);
    return execute_one_of_many(c, *stmt, rows->insert, sets, rows->schema_translate);
}

static Value execute_many(ConnectionObject *c, ClauseElement *element, const SetVec *sets,
                          const Map *translate)
{
    bool hidden = is_hidden_insert(element);
    if (hidden) /* nobody sees the keys that the database makes */
        element = get_as(ClauseElement, call_method(OBJ(element), "inline", 0, NULL), "insert");
    check_sets(c, element, sets, translate);
    const Dict **aligned = aligned_sets(sets);
    RowInsert rows = {.dialect = c->record->dialect, .schema_translate = translate, .insert = element};
    Value object = UNSET;
    for (size_t i = 0, count = 1; i < sets->length; i += count) {
        const Stmt *stmt;
        Result *result = execute_next(c, &rows, sets, aligned + i, sets->length - i, &stmt, &count);
        if (hidden)
            result->has_rows = false;
        if (is_set(object))
            result_object_add(object, result);
        else
            object = result_object_new(c->record, result, stmt);
    }
    return object;
}

static void check_usable(ConnectionObject *c)
{
    if (c->record->closed)
        raise_exception(&ResourceClosedError_class, "This Connection is closed");
    if (!c->invalidated)
        return;
    if (c->record->began) {
        BaseException *e =
            exception_new(&PendingRollbackError_class,
                          STR(str_from("Can't reconnect until invalid transaction is rolled back.  "
                                       "Please rollback() fully before proceeding")));
        dict_set_text(object_attrs(&e->obj), "code", STR(str_from("8s2b")));
        raise_object(OBJ(e));
    }
    connection_reconnect(c->record);
    c->invalidated = false;
    call_listeners(c, "connect");
}

Value connection_execute_value(ConnectionObject *c, Value statement, Value parameters,
                               Value options)
{
    if (is_instance(statement, &str_class))
        raise_not_executable(statement);
    check_usable(c);
    SetVec sets = parameter_sets(parameters);
    ClauseElement *element = executable_from(statement);
    const Map *translate = option_translate(c, options);
    Value object;
    if (sets.length > 1) {
        object = execute_many(c, element, &sets, translate);
    } else {
        Stmt *stmt = compile_for(c, element, sets.length ? sets.at[0] : NULL, translate);
        Result *result = connection_execute(c->record, stmt);
        object = result_object_new(c->record, result, stmt);
        set_inserted_key(object, c->record->dialect, stmt, result);
    }
    connection_object_sync(c);
    return object;
}

Value connection_object_execute(Value connection, Value statement, Value parameters)
{
    return connection_execute_value(get_as(ConnectionObject, connection, "connection"), statement,
                                    parameters, NONE);
}

#define EXECUTE_PARAMS(P)                                                                          \
    P(POS, any, statement, Required)                                                               \
    P(POS, any, parameters, None) P(KEY, any, execution_options, None)
NATIVE(ConnectionObject, execute, EXECUTE_PARAMS)
{
    return connection_execute_value(self, a->statement, a->parameters, a->execution_options);
}

NATIVE(ConnectionObject, scalar, EXECUTE_PARAMS)
{
    return result_scalar(
        connection_execute_value(self, a->statement, a->parameters, a->execution_options));
}

NATIVE(ConnectionObject, scalars, EXECUTE_PARAMS)
{
    Value result =
        connection_execute_value(self, a->statement, a->parameters, a->execution_options);
    return call_method(result, "scalars", 0, NULL);
}

/* A list of tuples or dicts is an executemany; one tuple or dict is one execution. */
static bool is_many(Value parameters)
{
    if (!is_instance(parameters, &list_class) || value_length(parameters) == 0)
        return false;
    Value first = ((List *)parameters.obj)->at[0];
    return is_instance(first, &tuple_class) || is_instance(first, &dict_class) ||
           is_instance(first, &list_class);
}

typedef struct DriverRun {
    ConnectionObject *connection;
    Str *statement;
    Value set;
    Result *result;
} DriverRun;

static void run_driver(void *arg)
{
    DriverRun *run = arg;
    run->result = connection_execute_driver(run->connection->record, run->statement, run->set);
}

/* An error in one of many sets is shown with all of them. */
static Result *execute_driver_one_of_many(ConnectionObject *c, Str *statement, List *sets, size_t i)
{
    DriverRun run = {c, statement, sets->at[i], NULL};
    Err *err = protect(run_driver, &run);
    if (!err)
        return run.result;
    Execution *execution = err->execution;
    if (execution) {
        execution->params = OBJ(sets);
        execution->is_multi = true;
    }
    err_raise(err);
}

#define DRIVER_PARAMS(P)                                                                           \
    P(POS, str, statement, Required)                                                               \
    P(POS, any, parameters, None) P(POS, any, execution_options, None)
NATIVE(ConnectionObject, exec_driver_sql, DRIVER_PARAMS)
{
    check_usable(self);
    bool many = is_many(a->parameters);
    List *sets = many ? (List *)a->parameters.obj : list_of(1, &a->parameters);
    Value object = UNSET;
    for (size_t i = 0; i < sets->length; i++) {
        Result *result = many ? execute_driver_one_of_many(self, a->statement, sets, i)
                              : connection_execute_driver(self->record, a->statement, sets->at[i]);
        if (i == 0)
            object = result_object_new(self->record, result, NULL);
        else
            result_object_add(object, result);
    }
    connection_object_sync(self);
    return object;
}

/* --- options ---------------------------------------------------------------------------------- */

#define OPTIONS_PARAMS(P) P(KWREST, dict, options, Empty)
NATIVE(ConnectionObject, execution_options, OPTIONS_PARAMS)
{
    Value level = dict_find_text(a->options, "isolation_level");
    Value map = dict_find_text(a->options, "schema_translate_map");
    check_usable(self);
    if (is_set(level))
        connection_set_isolation_level(self->record, is_none(level) ? NULL : value_str(level));
    if (is_set(map))
        self->record->schema_translate = option_translate(self, OBJ(a->options));
    dict_update(self->options, a->options);
    return OBJ(self);
}

NATIVE0(ConnectionObject, get_execution_options)
{
    return OBJ(dict_copy(self->options));
}

NATIVE0(ConnectionObject, get_isolation_level)
{
    Str *level = connection_isolation_level(self->record);
    if (!str_is(level, "AUTOCOMMIT"))
        return STR(level);
    /* the reference asks the server, which knows nothing of the driver's AUTOCOMMIT */
    return STR(str_from(self->record->dialect->default_isolation));
}

NATIVE0(ConnectionObject, default_isolation_level)
{
    return STR(str_from(self->record->dialect->default_isolation));
}

/* --- the rest --------------------------------------------------------------------------------- */

NATIVE0(ConnectionObject, close)
{
    connection_object_close(self);
    return NONE;
}

NATIVE0(ConnectionObject, closed)
{
    return BOOL(self->record->closed);
}

NATIVE0(ConnectionObject, dialect)
{
    Value known = self->engine ? OBJ(self->engine->dialect)
                               : dialect_object_new(self->record->dialect, self->record);
    ((DialectObject *)known.obj)->connection = self->record;
    return known;
}

/* The engine; of a connection that no script made, the connection, which can do most of the same.
 */
NATIVE0(ConnectionObject, engine)
{
    return self->engine ? OBJ(self->engine) : OBJ(self);
}

NATIVE0(ConnectionObject, connection)
{
    check_usable(self);
    return OBJ(connection_object_dbapi(self));
}

/* The same dict for everybody who gets this connection out of the pool. */
Value connection_info(const EngineConnection *c)
{
    if (!c->db->info)
        c->db->info = dict_new();
    return OBJ((Dict *)c->db->info);
}

NATIVE0(ConnectionObject, info)
{
    return connection_info(self->record);
}

#define ANY_PARAMS(P) P(REST, list, args, Empty) P(KWREST, dict, options, Empty)
NATIVE(ConnectionObject, invalidate, ANY_PARAMS)
{
    self->invalidated = true;
    db_close(self->record->db);
    return NONE;
}

NATIVE0(ConnectionObject, detach)
{
    return NONE;
}

NATIVE0(ConnectionObject, should_close_with_result)
{
    return FALSE_VALUE;
}

#define RUN_PARAMS(P)                                                                              \
    P(POS, any, callable_, Required) P(REST, list, args, Empty) P(KWREST, dict, options, Empty)
NATIVE(ConnectionObject, run_callable, RUN_PARAMS)
{
    List *arguments = list_new(0);
    list_append(arguments, OBJ(self));
    for (size_t i = 0; i < a->args->length; i++)
        list_append(arguments, a->args->at[i]);
    return call_dict(a->callable_, arguments->length, arguments->at, a->options);
}

NATIVE0(ConnectionObject, enter)
{
    return OBJ(self);
}

#define LEAVE_PARAMS(P)                                                                            \
    P(POS, any, type, Required) P(POS, any, value, Required) P(POS, any, traceback, Required)
NATIVE(ConnectionObject, leave, LEAVE_PARAMS)
{
    connection_object_close(self);
    return FALSE_VALUE;
}

static Str *connection_repr(Value self)
{
    return str_format("<sqlalchemy.engine.base.Connection object at 0x%llx>",
                      (unsigned long long)(uintptr_t)self.obj);
}

static const Field connection_fields[] = {FIELD(ConnectionObject, bool, invalidated, READONLY),
                                          {0}};
static const Method connection_methods[] = {
    METHOD(ConnectionObject, execute),
    METHOD(ConnectionObject, scalar),
    METHOD(ConnectionObject, scalars),
    METHOD(ConnectionObject, exec_driver_sql),
    METHOD(ConnectionObject, begin),
    METHOD(ConnectionObject, begin_nested),
    METHOD(ConnectionObject, commit),
    METHOD(ConnectionObject, rollback),
    METHOD(ConnectionObject, in_transaction),
    METHOD(ConnectionObject, in_nested_transaction),
    METHOD(ConnectionObject, get_transaction),
    METHOD(ConnectionObject, get_nested_transaction),
    METHOD(ConnectionObject, execution_options),
    METHOD(ConnectionObject, get_execution_options),
    METHOD(ConnectionObject, get_isolation_level),
    PROPERTY(ConnectionObject, default_isolation_level),
    METHOD(ConnectionObject, close),
    PROPERTY(ConnectionObject, closed),
    PROPERTY(ConnectionObject, dialect),
    PROPERTY(ConnectionObject, engine),
    PROPERTY(ConnectionObject, connection),
    PROPERTY(ConnectionObject, info),
    PROPERTY(ConnectionObject, should_close_with_result),
    METHOD(ConnectionObject, invalidate),
    METHOD(ConnectionObject, detach),
    METHOD(ConnectionObject, run_callable),
    METHOD_AS("__enter__", ConnectionObject, enter),
    METHOD_AS("__exit__", ConnectionObject, leave),
    {0},
};
const Class ConnectionObject_class = {
    CLASS_NAMED(ConnectionObject, "Connection", "sqlalchemy.engine.base", object),
    .flags = CLASS_ABSTRACT | CLASS_ANY_ATTR,
    .fields = connection_fields,
    .methods = connection_methods,
    .repr = connection_repr,
};
