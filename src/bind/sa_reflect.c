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

static void fill_table(Reading *reading, Table *table, Value include);

/* --- columns ---------------------------------------------------------------------------------- */

static bool is_included(Value include, const Str *name)
{
    return is_absent(include) || value_contains(include, STR(name));
}

static Value text_value(const Dict *d, const char *name)
{
    Value v = dict_find_text(d, name);
    return is_set(v) ? v : NONE;
}

static Computed *computed_from(const ReflectedColumn *reflected)
{
    Computed *computed = obj_new(Computed);
    computed->sqltext = ELEMENT(text_new(reflected->computed));
    computed->persisted = reflected->computed_persisted ? TRI_TRUE : TRI_FALSE;
    return computed;
}

static Identity *identity_from(const ReflectedIdentity *reflected)
{
    Identity *identity = obj_new(Identity);
    identity->always = reflected->always;
    identity->options.start = reflected->start;
    identity->options.increment = reflected->increment;
    identity->options.minvalue = reflected->minvalue;
    identity->options.maxvalue = reflected->maxvalue;
    identity->options.cache = reflected->cache;
    identity->options.cycle = reflected->cycle ? TRI_TRUE : TRI_FALSE;
    return identity;
}

/* The column's dict after the listeners for "column_reflect" have seen and perhaps changed it. */
static Dict *listened_dict(const Reading *reading, const Table *table,
                           const ReflectedColumn *reflected)
{
    Dict *d = reflected_column_dict(reflected, reading->dialect == &sqlite_dialect);
    Value arguments[] = {inspector_new(reading->bind), OBJ(table), OBJ(d)};
    event_call(OBJ(table->metadata), "column_reflect", 3, arguments, NULL);
    event_call(OBJ(table), "column_reflect", 3, arguments, NULL);
    return d;
}

static bool has_listeners(const Table *table)
{
    return event_listeners(OBJ(table), "column_reflect")->length ||
           event_listeners(OBJ(table->metadata), "column_reflect")->length;
}

static Column *column_from(const Reading *reading, const Table *table,
                           const ReflectedColumn *reflected)
{
    Str *name = reflected->name;
    Type *type = reflected->type;
    Value value = STR(reflected->default_text);
    if (has_listeners(table)) {
        const Dict *d = listened_dict(reading, table, reflected);
        name = value_str(text_value(d, "name"));
        type = type_from_value(text_value(d, "type"));
        value = text_value(d, "default");
    }
    Column *column = column_new(name, type);
    column->nullable = reflected->nullable;
    column->nullable_given = true;
    column->comment = reflected->comment;
    if (reading->dialect != &sqlite_dialect)
        column->autoincrement = BOOL(reflected->autoincrement);
    if (!is_none(value)) {
        Str *text = value_find_str(value);
        column->server_default = server_default_from(text ? OBJ(text_new(text)) : value, false);
        column->server_default->is_reflected = true;
        column->server_default->column = column;
    }
    if (reflected->computed) {
        column->computed = computed_from(reflected);
        column->computed->column = column;
    }
    if (reflected->identity) {
        column->identity = identity_from(reflected->identity);
        column->identity->column = column;
    }
    return column;
}

static void add_columns(const Reading *reading, Table *table, const ReflectedTable *reflected,
                        Value include)
{
    for (size_t i = 0; i < reflected->columns.length; i++) {
        if (!is_included(include, reflected->columns.at[i]->name))
            continue;
        Column *column = column_from(reading, table, reflected->columns.at[i]);
        table_drop_column(table, column->clause.key);
        table_add_column(table, column);
    }
}

/* --- constraints ------------------------------------------------------------------------------ */

static bool all_present(const Table *table, const StrVec *names)
{
    for (size_t i = 0; i < names->length; i++)
        if (!names->at[i] || !table_find_column(table, names->at[i]))
            return false;
    return true;
}

/* Names out of the database are final: no naming convention is applied to them. */
static Constraint *constraint_from(ConstraintKind kind, Str *name, Str *comment)
{
    Constraint *constraint = constraint_new(kind, name);
    constraint->name_source = name ? NAME_FINAL : NAME_NONE;
    constraint->comment = comment;
    return constraint;
}

static Value strings(const StrVec *names)
{
    List *list = list_new(names->length);
    for (size_t i = 0; i < names->length; i++)
        list_append(list, STR(names->at[i]));
    return OBJ(list);
}

static void add_primary_key(const Reading *reading, Table *table, const ReflectedKey *reflected)
{
    if (!reflected)
        return;
    Constraint *key = table->primary_key;
    key->name = reflected->name;
    key->name_source = reflected->name ? NAME_FINAL : NAME_NONE;
    key->comment = reflected->comment;
    key->columns.length = 0;
    if (reading->dialect != &sqlite_dialect)
        dict_set_text(key->options, "postgresql_include", strings(&reflected->include));
    for (size_t i = 0; i < reflected->columns.length; i++) {
        Column *column = table_find_column(table, reflected->columns.at[i]);
        if (!column)
            continue;
        column->primary_key = true;
        vec_push(&key->columns, column);
    }
}

static void add_uniques(const Reading *reading, Table *table, const ReflectedTable *reflected)
{
    for (size_t i = 0; i < reflected->uniques.length; i++) {
        const ReflectedKey *key = reflected->uniques.at[i];
        if (!all_present(table, &key->columns))
            continue;
        Constraint *unique = constraint_from(CONSTRAINT_UNIQUE, key->name, key->comment);
        unique->column_names = key->columns;
        if (reading->dialect != &sqlite_dialect) {
            dict_set_text(unique->options, "postgresql_include", strings(&key->include));
            dict_set_text(unique->options, "postgresql_nulls_not_distinct",
                          BOOL(key->nulls_not_distinct));
        }
        table_add_constraint(table, unique);
    }
}

static void add_checks(Table *table, const ReflectedTable *reflected)
{
    for (size_t i = 0; i < reflected->checks.length; i++) {
        const ReflectedCheck *check = reflected->checks.at[i];
        Constraint *constraint = constraint_from(CONSTRAINT_CHECK, check->name, check->comment);
        constraint->sqltext = ELEMENT(text_new(check->sqltext));
        if (check->not_valid)
            dict_set_text(constraint->options, "postgresql_not_valid", TRUE_VALUE);
        table_add_constraint(table, constraint);
    }
}

/* The table a key refers to, read too unless it is there already. */
static void resolve_key(Reading *reading, const Table *table, const ReflectedForeignKey *key)
{
    if (metadata_find_table(table->metadata, key->referred_table, key->referred_schema))
        return;
    Table *referred = table_new(table->metadata, key->referred_table, key->referred_schema);
    map_put(&table->metadata->tables, referred->key, referred);
    fill_table(reading, referred, NONE);
}

static StrVec targets_of(const ReflectedForeignKey *key)
{
    StrVec targets = {0};
    for (size_t i = 0; i < key->referred_columns.length; i++) {
        Str *name =
            str_format("%s.%s", key->referred_table->text, key->referred_columns.at[i]->text);
        vec_push(&targets, key->referred_schema
                               ? str_format("%s.%s", key->referred_schema->text, name->text)
                               : name);
    }
    return targets;
}

static void add_foreign_keys(Reading *reading, Table *table, const ReflectedTable *reflected)
{
    for (size_t i = 0; i < reflected->foreign_keys.length; i++) {
        const ReflectedForeignKey *key = reflected->foreign_keys.at[i];
        if (!all_present(table, &key->columns))
            continue;
        if (reading->resolve_keys)
            resolve_key(reading, table, key);
        StrVec targets = targets_of(key);
        Constraint *constraint = foreign_key_constraint_new(key->name, &key->columns, &targets);
        constraint->name_source = key->name ? NAME_FINAL : NAME_NONE;
        constraint->link_to_name = true;
        constraint->comment = key->comment;
        constraint->onupdate = key->onupdate;
        constraint->ondelete = key->ondelete;
        constraint->match = key->match;
        constraint->deferrable = key->deferrable;
        constraint->initially = key->initially;
        table_add_constraint(table, constraint);
    }
}

/* --- indexes ---------------------------------------------------------------------------------- */

static const struct {
    const char *word;
    SqlOperator modifier;
} sort_words[] = {
    {"desc", SQL_DESC}, {"nulls_first", SQL_NULLS_FIRST}, {"nulls_last", SQL_NULLS_LAST}};

static ClauseElement *sorted_element(ClauseElement *element, const StrVec *words)
{
    for (size_t i = 0; i < words->length; i++)
        for (size_t k = 0; k < COUNT_OF(sort_words); k++)
            if (str_is(words->at[i], sort_words[k].word))
                element = ELEMENT(modifier_new(sort_words[k].modifier, element));
    return element;
}

static Index *index_from(const Reading *reading, Table *table, const ReflectedIndex *reflected)
{
    Index *index = index_new(reflected->name, NULL);
    index->name_source = NAME_FINAL;
    index->unique = reflected->unique;
    dict_update(index->options,
                reflected_index_options(reflected, reading->dialect == &sqlite_dialect));
    for (size_t i = 0; i < reflected->columns.length; i++) {
        Column *column =
            reflected->columns.at[i] ? table_find_column(table, reflected->columns.at[i]) : NULL;
        if (reflected->columns.at[i] && !column)
            return NULL;
        ClauseElement *element =
            column ? ELEMENT(column) : ELEMENT(text_new(reflected->expressions.at[i]));
        if (column && i < reflected->sorting.length)
            element = sorted_element(element, &reflected->sorting.at[i]);
        vec_push(&index->expressions, element);
    }
    return index;
}

static void add_indexes(const Reading *reading, Table *table, const ReflectedTable *reflected)
{
    for (size_t i = 0; i < reflected->indexes.length; i++) {
        Index *index = reflected->indexes.at[i]->duplicates_constraint
                           ? NULL
                           : index_from(reading, table, reflected->indexes.at[i]);
        if (index)
            table_add_index(table, index);
    }
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
    add_columns(reading, table, reflected, include);
    add_primary_key(reading, table, reflected->primary_key);
    add_foreign_keys(reading, table, reflected);
    add_indexes(reading, table, reflected);
    add_uniques(reading, table, reflected);
    add_checks(table, reflected);
    table->comment = reflected->comment ? reflected->comment : table->comment;
    table->is_view = reflected->kind != RELATION_TABLE;
}

typedef struct Job {
    Reading *reading;
    Table *table;
    MetaData *metadata;
} Job;

static bool truth_option(const Dict *options, const char *name, bool fallback)
{
    Value v = options ? dict_find_text(options, name) : UNSET;
    return is_absent(v) ? fallback : value_truth(v);
}

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

static void reflect_registered(Table *table, Value bind, Dict *options)
{
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
