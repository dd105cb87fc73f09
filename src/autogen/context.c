/* context.c -- AutogenContext: the options of one comparison, and its tables. */
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

void autogen_context_set_up(AutogenContext *context, const AutogenSetup *setup)
{
    context->setup = *setup;
    context->imports = set_new();
    context->comparing = autogen_dialect_find(setup->dialect);
    if (!is_set(setup->metadata))
        context->setup.metadata = autogen_option(context, "target_metadata");
    if (!setup->db)
        return;
    context->reflection = reflection_new(setup->db);
    context->renames = renames_from(&setup->renames);
    context->dispatch = dispatch_new(context);
    require_metadata(context);
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
    modules_require_all();
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
