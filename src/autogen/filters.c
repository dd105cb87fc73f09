/* filters.c -- include_name and include_object: what the project leaves out of the comparison; and the small
 * helpers that all comparators use. */
#include "autogen/inside.h"

/* --- filters ------------------------------------------------------------------------------------------------- */

/* parents gets "schema_qualified_table_name", unless the name is a schema's. */
static void qualify_parents(Dict *parents, Str *name, const char *kind)
{
    Value schema = dict_find_text(parents, "schema_name");
    if (!is_set(schema))
        return;
    Str *table = strcmp(kind, "table") == 0 ? name : value_find_str(dict_find_text(parents, "table_name"));
    if (!table || !table->length)
        return;
    Str *schema_name = value_find_str(schema);
    bool qualified = schema_name && schema_name->length;
    dict_set_text(parents, "schema_qualified_table_name",
                  STR(qualified_name(qualified ? schema_name : NULL, table)));
}

bool autogen_wants_name(AutogenContext *context, Str *name, const char *kind, Dict *parents)
{
    qualify_parents(parents, name, kind);
    Value filter = autogen_option(context, "include_name");
    if (!value_truth(filter))
        return true;
    Value arguments[] = {STR(name), STR(str_from(kind)), OBJ(parents)};
    return value_truth(call(filter, 3, arguments));
}

bool autogen_wants_object(AutogenContext *context, Value object, Str *name, const char *kind, bool reflected,
                          Value compare_to)
{
    Value filter = autogen_option(context, "include_object");
    if (!value_truth(filter))
        return true;
    Value arguments[] = {object, STR(name), STR(str_from(kind)), BOOL(reflected), compare_to};
    return value_truth(call(filter, 5, arguments));
}

bool wants_part_name(Comparison *c, Str *name, const char *kind)
{
    if (!value_truth(autogen_option(c->context, "include_name")))
        return true;
    Dict *parents = dict_new();
    dict_set_text(parents, "table_name", STR(c->table_name));
    dict_set_text(parents, "schema_name", STR(c->schema));
    return autogen_wants_name(c->context, name, kind, parents);
}

/* --- helpers -------------------------------------------------------------------------------------------------- */

void add_op(Comparison *c, MigrateOperation *op)
{
    list_append(c->ops->ops, OBJ(op));
}

Str *qualified_name(const Str *schema, const Str *name)
{
    return schema ? str_format("%s.%s", schema->text, name->text) : str_new(name->text, name->length);
}

const char *name_repr(const Str *name)
{
    return value_repr(STR(name))->text;
}

void log_found(const char *part, const char *format, ...)
{
    Str *logger = str_format("alembic.autogenerate.compare.%s", part);
    if (!logging_is_enabled(logger->text, LOGGING_INFO))
        return;
    va_list args;
    va_start(args, format);
    Str *message = str_format_list(format, args);
    va_end(args);
    logging_emit(logger->text, LOGGING_INFO, message);
}

bool strings_equal(const Str *a, const Str *b)
{
    return a && b ? str_equal(a, b) : a == b;
}

Str *tuple_text(const StrVec *names)
{
    Value *items = new_array(Value, names->length + 1);
    for (size_t i = 0; i < names->length; i++)
        items[i] = STR(names->at[i]);
    return value_repr(OBJ(tuple_new(names->length, items)));
}
