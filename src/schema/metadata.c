/* metadata.c -- MetaData: the set of tables of one model, its default schema and naming convention. */
#include "schema/schema.h"

MetaData *metadata_new(void)
{
    return obj_new(MetaData);
}

/* The key of a table: "schema.name", or "name" without a schema. */
static Str *table_key(const Str *name, const Str *schema)
{
    return schema ? str_format("%s.%s", schema->text, name->text) : str_from(name->text);
}

Table *metadata_find_table(const MetaData *metadata, const Str *name, const Str *schema)
{
    return map_find(&metadata->tables, table_key(name, schema));
}

#define METADATA_INIT(P)                                                                           \
    P(POS, any, schema, None)                                                                      \
    P(POS, any, quote_schema, None)                                                                \
    P(POS, dict, naming_convention, None)                                                          \
    P(POS, dict, info, None)                                                                       \
    P(KEY, any, bind, None) /* SQLAlchemy 1.x: accepted, as old revision files still pass it */
NATIVE(MetaData, init, METADATA_INIT)
{
    NameSource source;
    self->schema = name_from(a->schema, &self->quote_schema, &source);
    if (!is_absent(a->quote_schema))
        self->quote_schema = value_truth(a->quote_schema) ? TRI_TRUE : TRI_FALSE;
    if (a->naming_convention && a->naming_convention->length)
        self->naming_convention = a->naming_convention;
    self->info = a->info;
    return OBJ(self);
}

NATIVE0(MetaData, tables)
{
    Dict *tables = dict_new();
    for (size_t i = 0; i < self->tables.length; i++)
        dict_set_str(tables, self->tables.at[i].key, OBJ(self->tables.at[i].value));
    return OBJ(tables);
}

static Value list_sorted(const MetaData *self)
{
    TableVec sorted = metadata_sorted_tables(self, NULL);
    List *list = list_new(sorted.length);
    for (size_t i = 0; i < sorted.length; i++)
        list_append(list, OBJ(sorted.at[i]));
    return OBJ(list);
}

/* For the unit of work, which orders by it what is mapped. */
NATIVE0(MetaData, _sorted_tables)
{
    return list_sorted(self);
}

/* Scripts that ask for all tables do something to each: none may be missing. */
NATIVE0(MetaData, sorted_tables)
{
    modules_require_all();
    return list_sorted(self);
}

#define METADATA_REMOVE(P) P(POS, any, table, Required)
NATIVE(MetaData, remove, METADATA_REMOVE)
{
    map_remove(&self->tables, get_as(Table, a->table, "table")->key);
    return NONE;
}

/* env.py files join the tables of several models by it. */
#define ADD_TABLE(P)                                                                               \
    P(POS, any, name, Required) P(POS, any, schema, Required) P(POS, any, table, Required)
NATIVE(MetaData, _add_table, ADD_TABLE)
{
    Table *table = get_as(Table, a->table, "table");
    map_put(&self->tables, table->key, table);
    return NONE;
}

NATIVE0(MetaData, clear)
{
    self->tables = (Map){0};
    return NONE;
}

SCHEMA_ITEM_INFO(MetaData)

#define RUN_ALL(P) P(POS, any, bind, Required) P(POS, any, tables, None) P(POS, bool, checkfirst, True)
NATIVE(MetaData, create_all, RUN_ALL)
{
    if (is_none(a->tables))
        modules_require_all();
    schema_run_ddl(&self->obj, a->bind, DDL_CREATE_TABLE, a->checkfirst, a->tables);
    return NONE;
}

NATIVE(MetaData, drop_all, RUN_ALL)
{
    if (is_none(a->tables))
        modules_require_all();
    schema_run_ddl(&self->obj, a->bind, DDL_DROP_TABLE, a->checkfirst, a->tables);
    return NONE;
}

#define REFLECT(P)                                                                                 \
    P(POS, any, bind, Required)                                                                    \
    P(POS, any, schema, None)                                                                      \
    P(POS, bool, views, False)                                                                     \
    P(POS, any, only, None)                                                                        \
    P(KWREST, dict, options, Empty)
NATIVE(MetaData, reflect, REFLECT)
{
    Dict *options = dict_copy(a->options);
    dict_set_text(options, "schema", a->schema);
    dict_set_text(options, "views", BOOL(a->views));
    dict_set_text(options, "only", a->only);
    schema_reflect_metadata(self, a->bind, options);
    return NONE;
}

static Str *metadata_repr(Value self)
{
    return str_from("MetaData()");
}

static bool metadata_contains(Value self, Value item)
{
    MetaData *metadata = as(MetaData, self);
    Table *table = as(Table, item);
    Str *key = table ? table->key : value_find_str(item);
    return key && map_has(&metadata->tables, key);
}

static Dict *default_naming_convention(void)
{
    Dict *convention = dict_new();
    dict_set_text(convention, "ix", STR(str_from(naming_default_index)));
    return convention;
}

NATIVE0(MetaData, naming_convention)
{
    if (!self->naming_convention)
        self->naming_convention = default_naming_convention();
    return OBJ(self->naming_convention);
}

NATIVE(MetaData, set_naming_convention, ONE_VALUE)
{
    Dict *given = is_none(a->value) ? NULL : (Dict *)value_get_as(a->value, &dict_class, "naming_convention");
    self->naming_convention = given && given->length ? given : NULL;
    return NONE;
}

static const Field metadata_fields[] = {
    FIELD(MetaData, str, schema, MUTABLE),
    {0},
};
static const Method metadata_methods[] = {
    PROPERTY_SET(MetaData, naming_convention, set_naming_convention),
    PROPERTY(MetaData, tables),
    PROPERTY(MetaData, sorted_tables), PROPERTY(MetaData, _sorted_tables),
    PROPERTY_SET(MetaData, info, set_info),
    METHOD(MetaData, remove),
    METHOD(MetaData, _add_table),
    METHOD(MetaData, clear),
    METHOD(MetaData, create_all),
    METHOD(MetaData, drop_all),
    METHOD(MetaData, reflect),
    {0},
};
const Class MetaData_class = {
    CLASS(MetaData, "sqlalchemy.sql.schema", object),
    .init = INIT(MetaData),
    .fields = metadata_fields,
    .methods = metadata_methods,
    .repr = metadata_repr,
    .contains = metadata_contains,
};
