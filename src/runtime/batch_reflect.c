/* batch_reflect.c -- the table of a batch block as the database has it, read through
 * Table(autoload_with=...). */
#include "reflect/reflect.h"
#include "runtime/actions.h"

static MetaData *metadata_for(const BatchOptions *options)
{
    MetaData *metadata = metadata_new();
    if (options->naming_convention && options->naming_convention->length)
        metadata->naming_convention = options->naming_convention;
    return metadata;
}

static void enclose_defaults(const Table *table)
{
    for (size_t i = 0; i < table->columns.length; i++) {
        ServerDefault *given = table->columns.at[i]->server_default;
        const TextClause *text =
            given && is_set(given->argument) ? as(TextClause, given->argument) : NULL;
        if (text && reflected_default_needs_parentheses(text->text))
            given->argument = OBJ(text_new(str_format("(%s)", text->text->text)));
    }
}

Table *batch_reflect(MigrationContext *context, const BatchOptions *options)
{
    List *arguments = list_new(2);
    list_append(arguments, STR(options->table_name));
    list_append(arguments, OBJ(metadata_for(options)));
    for (size_t i = 0; options->reflect_args && i < options->reflect_args->length; i++)
        list_append(arguments, options->reflect_args->at[i]);
    Dict *keywords = options->reflect_kwargs ? dict_copy(options->reflect_kwargs) : dict_new();
    dict_set_text(keywords, "schema", STR(options->schema));
    dict_set_text(keywords, "autoload_with", context->script_connection);
    Value made = call_dict(OBJ(&Table_class), arguments->length, arguments->at, keywords);
    Table *table = get_as(Table, made, "table");
    if (table->columns.length == 0)
        raise_exception(&NoSuchTableError_class, "%s", options->table_name->text);
    if (!dialect_has(context->dialect, FEATURE_ALTER_COLUMNS))
        enclose_defaults(table);
    return table;
}
