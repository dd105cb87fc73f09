/* sa_inspect.c -- sqlalchemy.inspect and the Inspector: the records of reflect/ as the dicts that
 * scripts read.
 *
 * An answer is kept by the Inspector until clear_cache(), as the reference does; on an Engine each
 * question takes a connection for itself.
 */
#include "bind/bind.h"
#include "bind/sa_face.h"
#include "bind/sa_reflect.h"

typedef struct Inspector {
    Obj obj;
    Value bind;             /* Engine or Connection              */
    Reflection *reflection; /* keeps the types known             */
    const Dialect *dialect;
    const InspectorShape *shape; /* which dicts, and in which order */
    Dict *info_cache;
} Inspector;

/* --- asking on a connection ------------------------------------------------------------------- */

typedef struct Question Question;
struct Question {
    Inspector *inspector;
    Value (*answer)(Question *q);
    Reflection *reflection;
    Str *schema, *name;
    RelationKind kinds;
    Value result;
};

static void ask(void *arg)
{
    Question *q = arg;
    q->result = q->answer(q);
}

static Reflection *reflection_on(Inspector *inspector, EngineConnection *record)
{
    if (!inspector->reflection)
        inspector->reflection = reflection_new(record->db);
    inspector->reflection->db = record->db;
    return inspector->reflection;
}

static Value ask_now(Question *q)
{
    EngineConnection *record = connection_find_record(q->inspector->bind);
    if (record) {
        connection_begin(record);
        connection_prepare(record);
        q->reflection = reflection_on(q->inspector, record);
        ask(q);
        return q->result;
    }
    ConnectionObject *c = connection_object_open(get_as(EngineObject, q->inspector->bind, "bind"));
    q->reflection = reflection_on(q->inspector, c->record);
    Err *err = protect(ask, q);
    connection_object_close(c);
    if (err)
        err_raise(err);
    return q->result;
}

/* The answer known under this method and subject, or a new one. */
static Value ask_cached(const char *method, Question q)
{
    Value key = STR(
        str_format("%s %s %s", method, q.schema ? q.schema->text : "", q.name ? q.name->text : ""));
    Value known = dict_find(q.inspector->info_cache, key);
    if (!is_set(known)) {
        known = ask_now(&q);
        dict_set(q.inspector->info_cache, key, known);
    }
    return known;
}

static _Noreturn void raise_no_table(const Question *q)
{
    raise_exception(&NoSuchTableError_class, "%s",
                    q->schema ? str_format("%s.%s", q->schema->text, q->name->text)->text
                              : q->name->text);
}

static ReflectedTable *table_get(const Question *q, unsigned parts)
{
    ReflectedTable *table = reflect_table_parts(q->reflection, q->schema, q->name, parts);
    if (!table)
        raise_no_table(q);
    return table;
}

/* --- records as dicts ------------------------------------------------------------------------- */

static Value strings(const StrVec *names)
{
    List *list = list_new(names->length);
    for (size_t i = 0; i < names->length; i++)
        list_append(list, STR(names->at[i]));
    return OBJ(list);
}

static Dict *identity_dict(const ReflectedIdentity *identity)
{
    Dict *d = dict_new();
    dict_set_text(d, "always", BOOL(identity->always));
    dict_set_text(d, "start", identity->start);
    dict_set_text(d, "increment", identity->increment);
    dict_set_text(d, "minvalue", identity->minvalue);
    dict_set_text(d, "maxvalue", identity->maxvalue);
    dict_set_text(d, "cache", identity->cache);
    dict_set_text(d, "cycle", BOOL(identity->cycle));
    return d;
}

Dict *reflected_column_dict(const ReflectedColumn *column, const Dialect *dialect)
{
    Dict *d = dict_new();
    dict_set_text(d, "name", STR(column->name));
    dict_set_text(d, "type", OBJ(column->type));
    dict_set_text(d, "nullable", BOOL(column->nullable));
    dict_set_text(d, "default", STR(column->default_text));
    dict_set_text(d, "primary_key", INT(column->primary_key));
    dict_set_text(d, "autoincrement", BOOL(column->autoincrement));
    dict_set_text(d, "comment", STR(column->comment));
    if (column->computed) {
        Dict *computed = dict_new();
        dict_set_text(computed, "sqltext", STR(column->computed));
        dict_set_text(computed, "persisted", BOOL(column->computed_persisted));
        dict_set_text(d, "computed", OBJ(computed));
    }
    if (column->identity)
        dict_set_text(d, "identity", OBJ(identity_dict(column->identity)));
    return dict_shaped(d, face_of(dialect)->shape.column);
}

static Value columns_answer(Question *q)
{
    ReflectedTable *table = table_get(q, REFLECT_COLUMNS);
    List *list = list_new(table->columns.length);
    for (size_t i = 0; i < table->columns.length; i++)
        list_append(list, OBJ(reflected_column_dict(table->columns.at[i], q->inspector->dialect)));
    return OBJ(list);
}

static Value primary_key_answer(Question *q)
{
    const ReflectedKey *key = table_get(q, REFLECT_CONSTRAINTS)->primary_key;
    Dict *d = dict_new(), *options = dict_new();
    if (!key) {
        dict_set_text(d, "name", NONE);
        dict_set_text(d, "constrained_columns", OBJ(list_new(0)));
        return OBJ(d);
    }
    dict_set_text(d, "constrained_columns", strings(&key->columns));
    dict_set_text(d, "name", STR(key->name));
    dict_set_text(d, "comment", STR(key->comment));
    dict_set_text(options, "postgresql_include", strings(&key->include));
    dict_set_text(d, "dialect_options", OBJ(options));
    return OBJ(dict_shaped(d, q->inspector->shape->primary_key));
}

/* ondelete, deferrable ... that are not the default. */
static Dict *foreign_key_options(const ReflectedForeignKey *key, const char *shape)
{
    Dict *options = dict_new();
    struct {
        const char *name;
        Value value;
    } rows[] = {
        {"onupdate", STR(key->onupdate)},
        {"ondelete", STR(key->ondelete)},
        {"initially", STR(key->initially)},
        {"deferrable", key->deferrable == TRI_UNSET ? NONE : BOOL(key->deferrable == TRI_TRUE)},
        {"match", STR(key->match)},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (!is_none(rows[i].value))
            dict_set_text(options, rows[i].name, rows[i].value);
    return dict_shaped(options, shape);
}

static Value foreign_keys_answer(Question *q)
{
    ReflectedTable *table = table_get(q, REFLECT_CONSTRAINTS);
    List *list = list_new(table->foreign_keys.length);
    for (size_t i = 0; i < table->foreign_keys.length; i++) {
        const ReflectedForeignKey *key = table->foreign_keys.at[i];
        Dict *d = dict_new();
        dict_set_text(d, "name", STR(key->name));
        dict_set_text(d, "constrained_columns", strings(&key->columns));
        dict_set_text(d, "referred_schema", STR(key->referred_schema));
        dict_set_text(d, "referred_table", STR(key->referred_table));
        dict_set_text(d, "referred_columns", strings(&key->referred_columns));
        dict_set_text(d, "options",
                      OBJ(foreign_key_options(key, q->inspector->shape->foreign_key_options)));
        dict_set_text(d, "comment", STR(key->comment));
        list_append(list, OBJ(dict_shaped(d, q->inspector->shape->foreign_key)));
    }
    return OBJ(list);
}

static Value uniques_answer(Question *q)
{
    ReflectedTable *table = table_get(q, REFLECT_CONSTRAINTS);
    List *list = list_new(table->uniques.length);
    for (size_t i = 0; i < table->uniques.length; i++) {
        const ReflectedKey *key = table->uniques.at[i];
        Dict *d = dict_new(), *options = dict_new();
        dict_set_text(options, "postgresql_include", strings(&key->include));
        dict_set_text(options, "postgresql_nulls_not_distinct", BOOL(key->nulls_not_distinct));
        dict_set_text(d, "name", STR(key->name));
        dict_set_text(d, "column_names", strings(&key->columns));
        dict_set_text(d, "comment", STR(key->comment));
        dict_set_text(d, "dialect_options", OBJ(options));
        list_append(list, OBJ(dict_shaped(d, q->inspector->shape->unique)));
    }
    return OBJ(list);
}

static Value checks_answer(Question *q)
{
    ReflectedTable *table = table_get(q, REFLECT_CONSTRAINTS);
    List *list = list_new(table->checks.length);
    for (size_t i = 0; i < table->checks.length; i++) {
        const ReflectedCheck *check = table->checks.at[i];
        Dict *d = dict_new(), *options = dict_new();
        dict_set_text(d, "name", STR(check->name));
        dict_set_text(d, "sqltext", STR(check->sqltext));
        dict_set_text(d, "comment", STR(check->comment));
        if (check->not_valid)
            dict_set_text(options, "not_valid", TRUE_VALUE);
        if (check->no_inherit)
            dict_set_text(options, "no_inherit", TRUE_VALUE);
        if (options->length)
            dict_set_text(d, "dialect_options", OBJ(options));
        list_append(list, OBJ(dict_shaped(d, q->inspector->shape->check)));
    }
    return OBJ(list);
}

/* Element i as written in "expressions", or the column. */
static Str *element_name(const ReflectedIndex *index, size_t i)
{
    return index->columns.at[i] ? index->columns.at[i] : index->expressions.at[i];
}

static Dict *sorting_dict(const ReflectedIndex *index)
{
    Dict *d = dict_new();
    for (size_t i = 0; i < index->sorting.length && i < index->columns.length; i++)
        if (index->sorting.at[i].length)
            dict_set_str(
                d, element_name(index, i),
                OBJ(tuple_of_strings(index->sorting.at[i].length, index->sorting.at[i].at)));
    return d;
}

static Value index_dict(const ReflectedIndex *index, const Inspector *inspector)
{
    Dict *d = dict_new(), *sorting = sorting_dict(index);
    dict_set_text(d, "name", STR(index->name));
    dict_set_text(d, "unique",
                  inspector->shape->unique_is_number ? INT(index->unique) : BOOL(index->unique));
    dict_set_text(d, "column_names", strings(&index->columns));
    if (index->expressions.length)
        dict_set_text(d, "expressions", strings(&index->expressions));
    if (sorting->length)
        dict_set_text(d, "column_sorting", OBJ(sorting));
    if (index->duplicates_constraint)
        dict_set_text(d, "duplicates_constraint", STR(index->duplicates_constraint));
    dict_set_text(d, "include_columns", strings(&index->include));
    dict_set_text(d, "dialect_options",
                  OBJ(reflected_index_options(index, inspector->dialect->name)));
    return OBJ(dict_shaped(d, inspector->shape->index));
}

static Value indexes_answer(Question *q)
{
    ReflectedTable *table = table_get(q, REFLECT_INDEXES);
    List *list = list_new(table->indexes.length);
    for (size_t i = 0; i < table->indexes.length; i++)
        list_append(list, index_dict(table->indexes.at[i], q->inspector));
    return OBJ(list);
}

static Value comment_answer(Question *q)
{
    if (!dialect_has(q->inspector->dialect, FEATURE_COMMENTS))
        raise_object(OBJ(exception_new(&NotImplementedError_class, UNSET)));
    Dict *d = dict_new();
    dict_set_text(d, "text", STR(table_get(q, 0)->comment));
    return OBJ(d);
}

static Value enums_answer(Question *q)
{
    ReflectedEnumVec enums = reflect_enums(q->reflection, q->schema);
    List *list = list_new(enums.length);
    for (size_t i = 0; i < enums.length; i++) {
        const ReflectedEnum *e = enums.at[i];
        Dict *d = dict_new();
        dict_set_text(d, "name", STR(e->name));
        dict_set_text(d, "schema", STR(e->schema));
        dict_set_text(d, "visible", BOOL(e->visible));
        dict_set_text(d, "labels", strings(&e->labels));
        list_append(list, OBJ(d));
    }
    return OBJ(list);
}

static List *domain_checks(const ReflectedDomain *domain)
{
    List *list = list_new(domain->checks.length);
    for (size_t i = 0; i < domain->checks.length; i++) {
        Dict *d = dict_new();
        dict_set_text(d, "name", STR(domain->check_names.at[i]));
        dict_set_text(d, "check", STR(domain->checks.at[i]));
        list_append(list, OBJ(d));
    }
    return list;
}

static Value domains_answer(Question *q)
{
    ReflectedDomainVec domains = reflect_domains(q->reflection, q->schema);
    List *list = list_new(domains.length);
    for (size_t i = 0; i < domains.length; i++) {
        const ReflectedDomain *domain = domains.at[i];
        Dict *d = dict_new();
        dict_set_text(d, "name", STR(domain->name));
        dict_set_text(d, "schema", STR(domain->schema));
        dict_set_text(d, "visible", BOOL(domain->visible));
        dict_set_text(d, "type", STR(domain->type));
        dict_set_text(d, "nullable", BOOL(!domain->not_null));
        dict_set_text(d, "default", STR(domain->default_text));
        dict_set_text(d, "constraints", OBJ(domain_checks(domain)));
        dict_set_text(d, "collation", STR(domain->collation));
        list_append(list, OBJ(d));
    }
    return OBJ(list);
}

static Value names_answer(Question *q)
{
    StrVec names = reflect_relation_names(q->reflection, q->schema, q->kinds);
    return strings(&names);
}

static Value schemas_answer(Question *q)
{
    StrVec names = reflect_schema_names(q->reflection);
    return strings(&names);
}

static void require_sequences(const Question *q)
{
    if (!dialect_has(q->inspector->dialect, FEATURE_SEQUENCES))
        raise_object(OBJ(exception_new(&NotImplementedError_class, UNSET)));
}

static Value sequences_answer(Question *q)
{
    require_sequences(q);
    StrVec names = reflect_sequence_names(q->reflection, q->schema);
    return strings(&names);
}

static Value has_table_answer(Question *q)
{
    return BOOL(reflect_has_relation(q->reflection, q->schema, q->name, RELATION_ANY));
}

static Value has_sequence_answer(Question *q)
{
    require_sequences(q);
    return BOOL(reflect_has_sequence(q->reflection, q->schema, q->name));
}

static Value has_schema_answer(Question *q)
{
    return BOOL(reflect_has_schema(q->reflection, q->name));
}

static Value default_schema_answer(Question *q)
{
    return STR(reflect_default_schema(q->reflection));
}

static Value view_answer(Question *q)
{
    Str *text = reflect_view_definition(q->reflection, q->schema, q->name);
    if (!text)
        raise_no_table(q);
    return STR(text);
}

/* --- Inspector -------------------------------------------------------------------------------- */

static void inspector_set_bind(Inspector *inspector, Value bind)
{
    const Dialect *dialect = dialect_find_in(bind);
    bool is_bind = connection_find_record(bind) || as(EngineObject, bind);
    if (!is_bind || !dialect)
        raise_exception(&NoInspectionAvailable_class,
                        "No inspection system is available for object of type <class '%s.%s'>",
                        class_module(class_of(bind))->text, class_text(bind));
    inspector->bind = bind;
    inspector->dialect = dialect;
    inspector->shape = &face_of(dialect)->shape;
    inspector->info_cache = dict_new();
}

Value inspector_new(Value bind)
{
    Inspector *inspector = obj_new(Inspector);
    inspector_set_bind(inspector, bind);
    return OBJ(inspector);
}

#define BIND_PARAM(P) P(POS, any, bind, Required)
NATIVE(Inspector, init, BIND_PARAM)
{
    inspector_set_bind(self, a->bind);
    return NONE;
}

NATIVE_CLASS(Inspector, from_engine, BIND_PARAM)
{
    return inspector_new(a->bind);
}

static Str *text_or_null(Value v)
{
    return is_none(v) ? NULL : value_str(v);
}

#define TABLE_PARAMS(P)                                                                            \
    P(POS, any, table_name, Required) P(POS, any, schema, None) P(KWREST, dict, options, Empty)
#define TABLE_QUESTION(method, answer_)                                                            \
    NATIVE(Inspector, method, TABLE_PARAMS)                                                        \
    {                                                                                              \
        return ask_cached(#method, (Question){.inspector = self,                                   \
                                              .answer = answer_,                                   \
                                              .schema = text_or_null(a->schema),                   \
                                              .name = value_str(a->table_name)});                  \
    }
TABLE_QUESTION(get_columns, columns_answer)
TABLE_QUESTION(get_pk_constraint, primary_key_answer)
TABLE_QUESTION(get_foreign_keys, foreign_keys_answer)
TABLE_QUESTION(get_unique_constraints, uniques_answer)
TABLE_QUESTION(get_check_constraints, checks_answer)
TABLE_QUESTION(get_indexes, indexes_answer)
TABLE_QUESTION(get_table_comment, comment_answer)
TABLE_QUESTION(get_view_definition, view_answer)
TABLE_QUESTION(has_table, has_table_answer)
TABLE_QUESTION(has_sequence, has_sequence_answer)

NATIVE(Inspector, get_table_options, TABLE_PARAMS)
{
    return OBJ(dict_new());
}

#define SCHEMA_PARAMS(P) P(POS, any, schema, None) P(KWREST, dict, options, Empty)
#define SCHEMA_QUESTION(method, answer_, kinds_)                                                   \
    NATIVE(Inspector, method, SCHEMA_PARAMS)                                                       \
    {                                                                                              \
        return ask_cached(#method, (Question){.inspector = self,                                   \
                                              .answer = answer_,                                   \
                                              .schema = text_or_null(a->schema),                   \
                                              .kinds = kinds_});                                   \
    }
SCHEMA_QUESTION(get_table_names, names_answer, RELATION_TABLE)
SCHEMA_QUESTION(get_view_names, names_answer, RELATION_VIEW)
SCHEMA_QUESTION(get_materialized_view_names, names_answer, RELATION_MATERIALIZED_VIEW)
SCHEMA_QUESTION(get_sequence_names, sequences_answer, RELATION_ANY)
SCHEMA_QUESTION(get_schema_names, schemas_answer, RELATION_ANY)
SCHEMA_QUESTION(get_enums, enums_answer, RELATION_ANY)
SCHEMA_QUESTION(get_domains, domains_answer, RELATION_ANY)

NATIVE(Inspector, get_temp_table_names, SCHEMA_PARAMS)
{
    return OBJ(list_new(0));
}

#define NAME_PARAM(P) P(POS, any, schema_name, Required) P(KWREST, dict, options, Empty)
NATIVE(Inspector, has_schema, NAME_PARAM)
{
    return ask_cached("has_schema", (Question){.inspector = self,
                                               .answer = has_schema_answer,
                                               .name = value_str(a->schema_name)});
}

#define INDEX_PARAMS(P)                                                                            \
    P(POS, any, table_name, Required)                                                              \
    P(POS, any, index_name, Required) P(POS, any, schema, None) P(KWREST, dict, options, Empty)
NATIVE(Inspector, has_index, INDEX_PARAMS)
{
    Value arguments[] = {a->table_name, a->schema};
    Value has = call_method(OBJ(self), "has_table", 2, arguments);
    if (!value_truth(has))
        return FALSE_VALUE;
    Iter it = iter_open(call_method(OBJ(self), "get_indexes", 2, arguments));
    for (Value index; iter_next(&it, &index);)
        if (value_equal(dict_find_text((Dict *)index.obj, "name"), a->index_name))
            return TRUE_VALUE;
    return FALSE_VALUE;
}

NATIVE0(Inspector, default_schema_name)
{
    return ask_cached("default_schema_name",
                      (Question){.inspector = self, .answer = default_schema_answer});
}

NATIVE0(Inspector, dialect)
{
    return value_get_attr(self->bind, intern("dialect"));
}

NATIVE0(Inspector, engine)
{
    return as(EngineObject, self->bind) ? self->bind : value_get_attr(self->bind, intern("engine"));
}

NATIVE0(Inspector, clear_cache)
{
    self->info_cache = dict_new();
    self->reflection = NULL;
    return NONE;
}

#define REFLECT_PARAMS(P)                                                                          \
    P(POS, any, table, Required)                                                                   \
    P(POS, any, include_columns, None)                                                             \
    P(POS, any, exclude_columns, None) P(POS, bool, resolve_fks, True)                             \
        P(KWREST, dict, options, Empty)
NATIVE(Inspector, reflect_table, REFLECT_PARAMS)
{
    Dict *options = dict_new();
    dict_set_text(options, "include_columns", a->include_columns);
    dict_set_text(options, "resolve_fks", BOOL(a->resolve_fks));
    reflect_into_table(get_as(Table, a->table, "table"), self->bind, options);
    return NONE;
}

/* --- tables in order of dependency --------------------------------------------------------------- */

/* "t", or (schema, "t") */
static Value table_label(const Table *table, bool with_schema)
{
    Value pair[] = {STR(table_schema(table)), STR(table_name(table))};
    return with_schema ? OBJ(tuple_new(2, pair)) : pair[1];
}

static void add_foreign_keys(List *list, const Table *table, bool with_schema)
{
    for (size_t i = 0; i < table->constraints.length; i++) {
        const Constraint *key = table->constraints.at[i];
        Value pair[] = {table_label(table, with_schema), STR(key->name)};
        if (key->kind == CONSTRAINT_FOREIGN_KEY)
            list_append(list, OBJ(tuple_new(2, pair)));
    }
}

static void add_sorted(List *list, Value label, List *keys)
{
    Value pair[] = {label, OBJ(keys)};
    list_append(list, OBJ(tuple_new(2, pair)));
}

/* (table, [foreign keys ...]); with a cycle all keys are at the end, under None, and the tables as they are called. */
static List *sorted_list(const MetaData *metadata, bool with_schema)
{
    ConstraintVec deferred = {0};
    TableVec sorted = metadata_sorted_tables(metadata, &deferred);
    List *list = list_new(sorted.length + 1), *late = list_new(0);
    for (size_t i = 0; i < sorted.length; i++) {
        const Table *table = deferred.length ? metadata->tables.at[i].value : sorted.at[i];
        List *own = list_new(0);
        add_foreign_keys(deferred.length ? late : own, table, with_schema);
        add_sorted(list, table_label(table, with_schema), own);
    }
    add_sorted(list, NONE, late);
    return list;
}

static void add_reflected(MetaData *metadata, const Question *q)
{
    StrVec names = reflect_relation_names(q->reflection, q->schema, RELATION_TABLE);
    Dict *options = dict_new();
    dict_set_text(options, "resolve_fks", FALSE_VALUE);
    for (size_t i = 0; i < names.length; i++) {
        Table *table = table_new(metadata, names.at[i], q->schema);
        map_put(&metadata->tables, table->key, table);
        reflect_into_table(table, q->inspector->bind, options);
    }
}

static Value sorted_answer(Question *q)
{
    MetaData *metadata = metadata_new();
    add_reflected(metadata, q);
    return OBJ(sorted_list(metadata, false));
}

SCHEMA_QUESTION(get_sorted_table_and_fkc_names, sorted_answer, RELATION_TABLE)

static Value tables_answer(Question *q)
{
    add_reflected(as(MetaData, q->result), q);
    return q->result;
}

#define SORT_PARAMS(P) P(POS, any, consider_schemas, None) P(KWREST, dict, options, Empty)
NATIVE(Inspector, sort_tables_on_foreign_key_dependency, SORT_PARAMS)
{
    MetaData *metadata = metadata_new();
    const Value none[] = {NONE};
    Iter it =
        iter_open(is_none(a->consider_schemas) ? OBJ(tuple_new(1, none)) : a->consider_schemas);
    for (Value schema; iter_next(&it, &schema);) {
        Question q = {.inspector = self, .answer = tables_answer, .schema = text_or_null(schema)};
        q.result = OBJ(metadata);
        ask_now(&q);
    }
    return OBJ(sorted_list(metadata, true));
}

static const Field inspector_fields[] = {
    FIELD(Inspector, any, bind, READONLY), FIELD(Inspector, obj, info_cache, READONLY), {0}};
static const Method inspector_methods[] = {
    CLASS_METHOD(Inspector, from_engine),
    METHOD(Inspector, get_columns),
    METHOD(Inspector, get_pk_constraint),
    METHOD(Inspector, get_foreign_keys),
    METHOD(Inspector, get_unique_constraints),
    METHOD(Inspector, get_check_constraints),
    METHOD(Inspector, get_indexes),
    METHOD(Inspector, get_table_comment),
    METHOD(Inspector, get_table_options),
    METHOD(Inspector, get_view_definition),
    METHOD(Inspector, has_table),
    METHOD(Inspector, has_sequence),
    METHOD(Inspector, has_schema),
    METHOD(Inspector, has_index),
    METHOD(Inspector, get_table_names),
    METHOD(Inspector, get_view_names),
    METHOD(Inspector, get_materialized_view_names),
    METHOD(Inspector, get_sequence_names),
    METHOD(Inspector, get_schema_names),
    METHOD(Inspector, get_enums),
    METHOD(Inspector, get_domains),
    METHOD(Inspector, get_temp_table_names),
    METHOD_AS("get_temp_view_names", Inspector, get_temp_table_names),
    METHOD(Inspector, get_sorted_table_and_fkc_names),
    METHOD(Inspector, sort_tables_on_foreign_key_dependency),
    METHOD(Inspector, reflect_table),
    METHOD(Inspector, clear_cache),
    PROPERTY(Inspector, default_schema_name),
    PROPERTY(Inspector, dialect),
    PROPERTY(Inspector, engine),
    {0},
};
const Class Inspector_class = {
    CLASS(Inspector, "sqlalchemy.engine.reflection", object),
    .init = INIT(Inspector),
    .fields = inspector_fields,
    .methods = inspector_methods,
};

/* --- inspect() -------------------------------------------------------------------------------- */

#define INSPECT_PARAMS(P) P(POS, any, subject, Required) P(POS, bool, raiseerr, True)
FUNCTION(inspection, inspect, INSPECT_PARAMS)
{
    Value v = a->subject;
    if (connection_find_record(v) || as(EngineObject, v))
        return inspector_new(v);
    if (is_instance(v, &AsyncEngine_class))
        raise_exception(&NoInspectionAvailable_class,
                        "Inspection on an AsyncEngine is currently not supported. Please obtain a "
                        "connection then use "
                        "``conn.run_sync`` to pass a callable where it's possible to call "
                        "``inspect`` on the passed "
                        "connection.");
    if (is_instance(v, &ClauseElement_class) || as(Constraint, v))
        return v;
    Value mapper = v.tag == TAG_OBJ ? value_find_attr_text(v, "__mapper__") : UNSET;
    if (is_set(mapper))
        return mapper;
    if (!a->raiseerr)
        return NONE;
    raise_exception(&NoInspectionAvailable_class,
                    "No inspection system is available for object of type <class '%s.%s'>",
                    class_module(class_of(v))->text, class_text(v));
}

const Export inspection_exports[] = {
    EXPORT_FUNCTION(inspection, inspect),
    EXPORT_CLASS(Inspector),
    EXPORT_CLASS_AS("PGInspector", Inspector),
    {0},
};
