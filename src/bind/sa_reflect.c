/* sa_reflect.c -- Table(..., autoload_with=bind) and metadata.reflect(bind): Table objects filled
 * from the database. */
#include "bind/bind.h"
#include "bind/sa_reflect.h"

/* One reading, with the tables that foreign keys lead to. */
typedef struct Reading {
    Value bind;
    ConnectionObject *own; /* opened for it; NULL when bind is a connection */
    Reflection *reflection;
    const Dialect *dialect;
    const Map *translate;
    const Dict *options;
    bool resolve_keys;
    Value include; /* None, or the names of the columns wanted */
    VEC(Table *) done;
} Reading;

static bool truth_option(const Dict *options, const char *name, bool fallback)
{
    Value v = options ? dict_find_text(options, name) : UNSET;
    return is_absent(v) ? fallback : value_truth(v);
}

static void fill_table(Reading *reading, Table *table, Value include);

/* --- listeners -------------------------------------------------------------------------------- */

static Value text_value(const Dict *d, const char *name)
{
    Value v = dict_find_text(d, name);
    return is_set(v) ? v : NONE;
}

static bool has_listeners(const Table *table)
{
    return event_listeners(OBJ(table), "column_reflect")->length ||
           event_listeners(OBJ(table->metadata), "column_reflect")->length;
}

/* The listeners for "column_reflect" see the column's dict and perhaps change it. */
static void tell_listeners(void *owner, Table *table, const ReflectedColumn *reflected,
                           ColumnDraft *draft)
{
    const Reading *reading = owner;
    if (!has_listeners(table))
        return;
    Dict *d = reflected_column_dict(reflected, reading->dialect);
    Value arguments[] = {inspector_new(reading->bind), OBJ(table), OBJ(d)};
    event_call(OBJ(table->metadata), "column_reflect", 3, arguments, NULL);
    event_call(OBJ(table), "column_reflect", 3, arguments, NULL);
    draft->name = value_str(text_value(d, "name"));
    draft->type = type_from_value(text_value(d, "type"));
    draft->server_default = text_value(d, "default");
}

/* The table a key refers to, read too unless it is there already. */
static void resolve_key(void *owner, Table *table, const ReflectedForeignKey *key)
{
    Reading *reading = owner;
    if (!reading->resolve_keys ||
        metadata_find_table(table->metadata, key->referred_table, key->referred_schema))
        return;
    Table *referred = table_new(table->metadata, key->referred_table, key->referred_schema);
    map_put(&table->metadata->tables, referred->key, referred);
    fill_table(reading, referred, NONE);
}

/* --- whole tables ----------------------------------------------------------------------------- */

static Str *schema_in_database(const Reading *reading, Str *schema)
{
    Str *mapped =
        reading->translate ? map_find(reading->translate, schema ? schema : str_empty) : NULL;
    return mapped ? (mapped->length ? mapped : NULL) : schema;
}

static void fill_table(Reading *reading, Table *table, Value include)
{
    for (size_t i = 0; i < reading->done.length; i++)
        if (reading->done.at[i] == table)
            return;
    vec_push(&reading->done, table);
    Str *schema = schema_in_database(reading, table_schema(table));
    const ReflectedTable *reflected = reflect_table(reading->reflection, schema, table_name(table));
    if (!reflected)
        raise_exception(&NoSuchTableError_class, "%s", table_name(table)->text);
    const TableFilling filling = {
        .dialect_name = reading->dialect->name,
        .keeps_columns = !truth_option(reading->options, "autoload_replace", true),
        .include_columns = include,
        .on_column = tell_listeners,
        .on_foreign_key = resolve_key,
        .owner = reading,
    };
    reflected_fill_table(table, reflected, &filling);
}

typedef struct Job {
    Reading *reading;
    Table *table;
    MetaData *metadata;
} Job;

/* Runs a job with a connection: the one given, or one of its own on an engine or inside an
 * inspector. */
static void with_connection(Value bind, const Dict *options, void (*run)(void *), Job *job)
{
    if (is_instance(bind, &Inspector_class))
        bind = value_get_attr(bind, intern("bind"));
    EngineObject *engine = as(EngineObject, bind);
    ConnectionObject *own = engine ? connection_object_open(engine) : NULL;
    EngineConnection *record = own ? own->record : connection_get_record(bind);
    Value include = options ? dict_find_text(options, "include_columns") : UNSET;
    Reading reading = {
        .bind = own ? OBJ(own) : bind,
        .own = own,
        .reflection = reflection_new(record->db),
        .dialect = record->dialect,
        .translate = record->schema_translate,
        .options = options,
        .resolve_keys = truth_option(options, "resolve_fks", true),
        .include = is_absent(include) ? NONE : include,
    };
    job->reading = &reading;
    if (!own) {
        connection_begin(record);
        connection_prepare(record);
        run(job);
        return;
    }
    Err *err = protect(run, job);
    connection_object_close(own);
    if (err)
        err_raise(err);
}

static void run_table(void *arg)
{
    Job *job = arg;
    fill_table(job->reading, job->table, job->reading->include);
}

/* A table that could not be read leaves its metadata again. */
typedef struct Attempt {
    Job *job;
    Value bind;
    const Dict *options;
} Attempt;

static void attempt(void *arg)
{
    Attempt *a = arg;
    with_connection(a->bind, a->options, run_table, a->job);
}

void reflect_into_table(Table *table, Value bind, const Dict *options)
{
    Job job = {.table = table};
    bool was_empty = table->columns.length == 0;
    Err *err = protect(attempt, &(Attempt){&job, bind, options});
    if (!err)
        return;
    if (was_empty && table->metadata)
        map_remove(&table->metadata->tables, table->key);
    err_raise(err);
}

/* Table(..., listeners=[("column_reflect", f), ...]) */
static void add_listeners(const Table *table, Value given)
{
    Iter it = iter_open(given);
    for (Value item; iter_next(&it, &item);) {
        const Tuple *pair = tuple_from(item);
        if (pair->length == 2)
            event_add(OBJ(table), value_str(pair->at[0]), pair->at[1]);
    }
}

static void reflect_registered(Table *table, Value bind, Dict *options)
{
    Value listeners = dict_find_text(options, "listeners");
    if (is_set(listeners))
        add_listeners(table, listeners);
    reflect_into_table(table, bind, options);
}

/* --- metadata.reflect() ----------------------------------------------------------------------- */

static bool is_wanted(Value only, const Str *name, MetaData *metadata)
{
    if (is_absent(only))
        return true;
    if (!is_callable(only))
        return value_contains(only, STR(name));
    Value arguments[] = {STR(name), OBJ(metadata)};
    return value_truth(call(only, 2, arguments));
}

static void check_names(Value only, const StrVec *names, const Str *schema)
{
    Buf missing = {0};
    if (is_absent(only) || is_callable(only))
        return;
    Iter it = iter_open(only);
    for (Value wish; iter_next(&it, &wish);) {
        bool found = false;
        for (size_t i = 0; i < names->length && !found; i++)
            found = value_equal(wish, STR(names->at[i]));
        if (!found)
            buf_format(&missing, "%s%s", missing.length ? ", " : "", value_str(wish)->text);
    }
    if (missing.length)
        raise_exception(&InvalidRequestError_class,
                        "Could not reflect: requested table(s) not available in Engine%s: (%s)",
                        schema ? str_format(" schema '%s'", schema->text)->text : "",
                        buf_str(&missing)->text);
}

static void run_metadata(void *arg)
{
    Job *job = arg;
    Reading *reading = job->reading;
    Value schema_value = dict_find_text(reading->options, "schema"),
          only = dict_find_text(reading->options, "only");
    Str *schema = is_absent(schema_value) ? job->metadata->schema : value_str(schema_value);
    bool views = truth_option(reading->options, "views", false);
    bool extend = truth_option(reading->options, "extend_existing", false);
    RelationKind kinds = views ? RELATION_ANY : RELATION_TABLE;
    StrVec names =
        reflect_relation_names(reading->reflection, schema_in_database(reading, schema), kinds);
    check_names(only, &names, schema);
    if (names.length > 3)
        reflect_load_schema(reading->reflection, schema_in_database(reading, schema));
    for (size_t i = 0; i < names.length; i++) {
        Table *known = metadata_find_table(job->metadata, names.at[i], schema);
        if (!is_wanted(only, names.at[i], job->metadata) || (known && !extend))
            continue;
        Table *table = known ? known : table_new(job->metadata, names.at[i], schema);
        map_put(&job->metadata->tables, table->key, table);
        fill_table(reading, table, NONE);
    }
}

static void reflect_metadata(MetaData *metadata, Value bind, Dict *options)
{
    Job job = {.metadata = metadata};
    with_connection(bind, options, run_metadata, &job);
}

void sa_inspect_init(void)
{
    table_set_reflector(reflect_registered);
    schema_set_metadata_reflector(reflect_metadata);
}
