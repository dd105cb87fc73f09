/* unknown_base.c -- tables of classes with a base out of a library that is not available: class Token(Base, TokenMixin).
 * The mixin may have columns, so what only the database has may well be the mixin's: it is left alone, with a warning,
 * instead of being dropped. */
#include "autogen/inside.h"

/* Libraries whose bases of mapped classes have no columns. */
static bool is_of_library(const Str *path, const char *library)
{
    size_t length = strlen(library);
    return strncmp(path->text, library, length) == 0 && path->text[length] == '.';
}

static bool is_without_columns(const Str *path)
{
    static const char *const libraries[] = {
        "dataclasses_json", "flask_authorize", "flask_login",           "flask_security",
        "graphene",         "marshmallow",     "sqlalchemy_serializer", "strawberry"};
    for (size_t i = 0; i < COUNT_OF(libraries); i++)
        if (is_of_library(path, libraries[i]))
            return true;
    return false;
}

/* "authlib.TokenMixin", or NULL. */
static const Str *unknown_base(const Table *model)
{
    const Dict *attrs = ((const Obj *)model)->attrs;
    Value base = attrs ? dict_find_text(attrs, "__unavailable__") : UNSET;
    const Str *path = is_set(base) ? opaque_path(base) : NULL;
    return path && !is_without_columns(path) ? path : NULL;
}

static bool all_known(const StrVec *columns, const StrVec *unknown)
{
    for (size_t i = 0; i < columns->length; i++)
        for (size_t j = 0; columns->at[i] && j < unknown->length; j++)
            if (str_equal(columns->at[i], unknown->at[j]))
                return false;
    return true;
}

/* Of such a list of the table, what stands on none of the unknown columns. */
#define TAKE_KNOWN(member)                                                                         \
    do {                                                                                           \
        part->member.at = NULL;                                                                    \
        part->member.length = part->member.capacity = 0;                                           \
        for (size_t i = 0; i < whole->member.length; i++)                                          \
            if (all_known(&whole->member.at[i]->columns, unknown))                                 \
                vec_push(&part->member, whole->member.at[i]);                                      \
    } while (0)

static const ReflectedTable *without(const ReflectedTable *whole, const StrVec *unknown)
{
    ReflectedTable *part = new (ReflectedTable);
    *part = *whole;
    part->columns.at = NULL;
    part->columns.length = part->columns.capacity = 0;
    for (size_t i = 0; i < whole->columns.length; i++) {
        const StrVec name = {.at = &whole->columns.at[i]->name, .length = 1};
        if (all_known(&name, unknown))
            vec_push(&part->columns, whole->columns.at[i]);
    }
    if (part->primary_key && !all_known(&part->primary_key->columns, unknown))
        part->primary_key = NULL;
    TAKE_KNOWN(uniques);
    TAKE_KNOWN(foreign_keys);
    TAKE_KNOWN(indexes);
    part->checks.length = 0; /* their columns are not known */
    return part;
}

const ReflectedTable *reflected_known_part(const ReflectedTable *whole, Table *model)
{
    const Str *base = model ? unknown_base(model) : NULL;
    StrVec unknown = {0};
    for (size_t i = 0; base && i < whole->columns.length; i++)
        if (!table_find_column(model, whole->columns.at[i]->name))
            vec_push(&unknown, whole->columns.at[i]->name);
    if (!unknown.length)
        return whole;
    Str *message = str_format("Table '%s' is of a class with the base %s, which is not available in retort: the columns "
                              "%s, that only the database has, may be of it and are left alone",
                              whole->name->text, base->text, tuple_text(&unknown)->text);
    logging_emit("alembic.autogenerate.compare.tables", LOGGING_WARNING, message);
    return without(whole, &unknown);
}
