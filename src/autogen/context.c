/* context.c -- AutogenContext: the options of one comparison, and its tables; what hooks see of it. */
#include "autogen/inside.h"

static bool has_metadata(const AutogenContext *context)
{
    return !is_absent(context->setup.metadata);
}

static void require_metadata(const AutogenContext *context)
{
    if (has_metadata(context) || !context->setup.env_py)
        return;
    raise_tool("autogen.no-metadata", "pass target_metadata=Base.metadata to context.configure() in env.py",
               "Can't proceed with --autogenerate option; environment script %s does not provide a MetaData "
               "object or sequence of objects to the context.",
               context->setup.env_py->text);
}

AutogenContext *autogen_context_new(const AutogenSetup *setup)
{
    AutogenContext *context = obj_new(AutogenContext);
    context->setup = *setup;
    context->imports = set_new();
    context->comparing = autogen_dialect_find(setup->dialect);
    if (!is_set(setup->metadata))
        context->setup.metadata = autogen_option(context, "target_metadata");
    if (!setup->db)
        return context;
    context->reflection = reflection_new(setup->db);
    context->renames = renames_from(&setup->renames);
    context->dispatch = dispatch_new(context);
    require_metadata(context);
    return context;
}

Value autogen_option(const AutogenContext *context, const char *name)
{
    Value v = context->setup.opts ? dict_find_text(context->setup.opts, name) : UNSET;
    return is_set(v) ? v : NONE;
}

/* --- the tables of the models --------------------------------------------------------------------------------- */

static const List *metadata_list(const AutogenContext *context)
{
    Value given = context->setup.metadata;
    if (is_absent(given))
        return list_new(0);
    return as(MetaData, given) ? list_of(1, &given) : list_from(given);
}

static void refuse_duplicates(const AutogenContext *context, const MetaData *metadata)
{
    StrVec twice = {0};
    for (size_t i = 0; i < metadata->tables.length; i++)
        if (map_has(&context->tables_by_key, metadata->tables.at[i].key))
            vec_push(&twice, metadata->tables.at[i].key);
    if (!twice.length)
        return;
    Buf out = {0};
    texts_sort(&twice);
    for (size_t i = 0; i < twice.length; i++)
        buf_format(&out, "%s\"%s\"", i ? ", " : "", twice.at[i]->text);
    raise_value("Duplicate table keys across multiple MetaData objects: %s", buf_str(&out)->text);
}

/* As MetaData.sorted_tables does: a foreign key to a table that is nowhere is an error. Columns whose type is that of
 * what they refer to get it now, whichever table was made first. */
static void require_referents(const MetaData *metadata)
{
    for (size_t i = 0; i < metadata->tables.length; i++) {
        const Table *table = metadata->tables.at[i].value;
        for (size_t j = 0; j < table->columns.length; j++)
            column_type(table->columns.at[j]);
        for (size_t j = 0; j < table->constraints.length; j++)
            if (table->constraints.at[j]->kind == CONSTRAINT_FOREIGN_KEY && table->constraints.at[j]->elements.length)
                value_get_attr(OBJ(table->constraints.at[j]->elements.at[0]), intern("column"));
    }
}

void autogen_load_tables(AutogenContext *context)
{
    if (context->has_tables)
        return;
    context->has_tables = true;
    const List *list = metadata_list(context);
    for (size_t i = 0; i < list->length; i++) {
        const MetaData *metadata = get_as(MetaData, list->at[i], "target_metadata");
        refuse_duplicates(context, metadata);
        require_referents(metadata);
        TableVec sorted = metadata_sorted_tables(metadata, NULL);
        for (size_t j = 0; j < sorted.length; j++) {
            vec_push(&context->sorted_tables, sorted.at[j]);
            map_put(&context->tables_by_key, sorted.at[j]->key, sorted.at[j]);
        }
    }
}

/* --- as scripts see it ----------------------------------------------------------------------------------------- */

NATIVE0(AutogenContext, metadata)
{
    return is_set(self->setup.metadata) ? self->setup.metadata : NONE;
}

NATIVE0(AutogenContext, connection)
{
    return is_set(self->setup.connection) ? self->setup.connection : NONE;
}

NATIVE0(AutogenContext, migration_context)
{
    return is_set(self->setup.migration_context) ? self->setup.migration_context : NONE;
}

NATIVE0(AutogenContext, opts)
{
    return self->setup.opts ? OBJ(self->setup.opts) : OBJ(dict_new());
}

NATIVE0(AutogenContext, dialect)
{
    return self->setup.porch ? self->setup.porch->dialect(self) : NONE;
}

NATIVE0(AutogenContext, inspector)
{
    if (!self->setup.db || !self->setup.porch)
        raise_type("can't return inspector as this AutogenContext has no database connection");
    if (!is_set(self->inspector))
        self->inspector = self->setup.porch->inspector(self);
    return self->inspector;
}

NATIVE0(AutogenContext, imports)
{
    return OBJ(self->imports);
}

NATIVE(AutogenContext, set_imports, ONE_VALUE)
{
    Set *set = set_new();
    Iter it = iter_open(a->value);
    for (Value item; iter_next(&it, &item);)
        set_add(set, item);
    self->imports = is_instance(a->value, &set_class) ? (Set *)a->value.obj : set;
    return NONE;
}

NATIVE0(AutogenContext, sorted_tables)
{
    autogen_load_tables(self);
    List *list = list_new(self->sorted_tables.length);
    for (size_t i = 0; i < self->sorted_tables.length; i++)
        list_append(list, OBJ(self->sorted_tables.at[i]));
    return OBJ(list);
}

NATIVE0(AutogenContext, table_key_to_table)
{
    autogen_load_tables(self);
    Dict *dict = dict_new();
    for (size_t i = 0; i < self->tables_by_key.length; i++)
        dict_set_str(dict, self->tables_by_key.at[i].key, OBJ(self->tables_by_key.at[i].value));
    return OBJ(dict);
}

#define NAME_FILTER(P)                                                                             \
    P(POS, str, name, None) P(POS, str, type_, Required) P(POS, dict, parent_names, Required)
NATIVE(AutogenContext, run_name_filters, NAME_FILTER)
{
    return BOOL(autogen_wants_name(self, a->name, a->type_->text, a->parent_names));
}

#define OBJECT_FILTER(P)                                                                           \
    P(POS, any, object_, Required)                                                                 \
    P(POS, any, name, Required)                                                                    \
    P(POS, str, type_, Required)                                                                   \
    P(POS, any, reflected, Required)                                                               \
    P(POS, any, compare_to, Required)
NATIVE(AutogenContext, run_object_filters, OBJECT_FILTER)
{
    return BOOL(autogen_wants_object(self, a->object_, value_find_str(a->name), a->type_->text,
                                     value_truth(a->reflected), a->compare_to));
}

static const Field context_fields[] = {
    FIELD_AS("_has_batch", AutogenContext, bool, has_batch, MUTABLE),
    {0},
};
static const Method context_methods[] = {
    PROPERTY(AutogenContext, metadata),
    PROPERTY(AutogenContext, connection),
    PROPERTY(AutogenContext, migration_context),
    PROPERTY(AutogenContext, opts),
    PROPERTY(AutogenContext, dialect),
    PROPERTY(AutogenContext, inspector),
    PROPERTY_SET(AutogenContext, imports, set_imports),
    PROPERTY(AutogenContext, sorted_tables),
    PROPERTY(AutogenContext, table_key_to_table),
    METHOD(AutogenContext, run_name_filters),
    METHOD(AutogenContext, run_object_filters),
    METHOD_AS("run_filters", AutogenContext, run_object_filters),
    {0},
};
const Class AutogenContext_class = {
    CLASS(AutogenContext, "alembic.autogenerate.api", object),
    .flags = CLASS_ANY_ATTR,
    .fields = context_fields,
    .methods = context_methods,
};
