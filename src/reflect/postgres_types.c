/* postgres_types.c -- what format_type() says ("character varying(50)[]") as a Type: built-in types
 * by a table, then enums and domains by name. */
#include "reflect/reflect.h"
#include "reflect/inside.h"

#include <ctype.h>
#include <stdlib.h>

/* How the arguments in parentheses are taken. */
typedef enum Arguments {
    NO_ARGUMENTS,
    LENGTH,
    PRECISION_SCALE,
    TIME_ZONE,
    NO_TIME_ZONE,
    VARYING,
    DOUBLE_53
} Arguments;

static const struct {
    const char *name;
    TypeId id;
    Arguments arguments;
} types[] = {
    {"integer", TYPE_INTEGER, NO_ARGUMENTS},
    {"character varying", TYPE_VARCHAR, LENGTH},
    {"text", TYPE_TEXT, NO_ARGUMENTS},
    {"boolean", TYPE_BOOLEAN, NO_ARGUMENTS},
    {"timestamp without time zone", TYPE_PG_TIMESTAMP, NO_TIME_ZONE},
    {"timestamp with time zone", TYPE_PG_TIMESTAMP, TIME_ZONE},
    {"timestamp", TYPE_PG_TIMESTAMP, NO_TIME_ZONE},
    {"bigint", TYPE_BIGINT, NO_ARGUMENTS},
    {"uuid", TYPE_UUID, NO_ARGUMENTS},
    {"jsonb", TYPE_PG_JSONB, NO_ARGUMENTS},
    {"json", TYPE_PG_JSON, NO_ARGUMENTS},
    {"numeric", TYPE_NUMERIC, PRECISION_SCALE},
    {"date", TYPE_DATE, NO_ARGUMENTS},
    {"double precision", TYPE_DOUBLE_PRECISION, DOUBLE_53},
    {"smallint", TYPE_SMALLINT, NO_ARGUMENTS},
    {"character", TYPE_CHAR, LENGTH},
    {"\"char\"", TYPE_String, NO_ARGUMENTS},
    {"name", TYPE_String, NO_ARGUMENTS},
    {"real", TYPE_REAL, NO_ARGUMENTS},
    {"float", TYPE_FLOAT, NO_ARGUMENTS},
    {"bytea", TYPE_PG_BYTEA, NO_ARGUMENTS},
    {"time without time zone", TYPE_PG_TIME, NO_TIME_ZONE},
    {"time with time zone", TYPE_PG_TIME, TIME_ZONE},
    {"time", TYPE_PG_TIME, NO_TIME_ZONE},
    {"bit", TYPE_PG_BIT, LENGTH},
    {"bit varying", TYPE_PG_BIT, VARYING},
    {"inet", TYPE_PG_INET, NO_ARGUMENTS},
    {"cidr", TYPE_PG_CIDR, NO_ARGUMENTS},
    {"citext", TYPE_PG_CITEXT, NO_ARGUMENTS},
    {"hstore", TYPE_PG_HSTORE, NO_ARGUMENTS},
    {"macaddr", TYPE_PG_MACADDR, NO_ARGUMENTS},
    {"macaddr8", TYPE_PG_MACADDR8, NO_ARGUMENTS},
    {"money", TYPE_PG_MONEY, NO_ARGUMENTS},
    {"oid", TYPE_PG_OID, NO_ARGUMENTS},
    {"regclass", TYPE_PG_REGCLASS, NO_ARGUMENTS},
    {"tsvector", TYPE_PG_TSVECTOR, NO_ARGUMENTS},
    {"int4range", TYPE_PG_INT4RANGE, NO_ARGUMENTS},
    {"int8range", TYPE_PG_INT8RANGE, NO_ARGUMENTS},
    {"numrange", TYPE_PG_NUMRANGE, NO_ARGUMENTS},
    {"daterange", TYPE_PG_DATERANGE, NO_ARGUMENTS},
    {"tsrange", TYPE_PG_TSRANGE, NO_ARGUMENTS},
    {"tstzrange", TYPE_PG_TSTZRANGE, NO_ARGUMENTS},
    {"int4multirange", TYPE_PG_INT4MULTIRANGE, NO_ARGUMENTS},
    {"int8multirange", TYPE_PG_INT8MULTIRANGE, NO_ARGUMENTS},
    {"nummultirange", TYPE_PG_NUMMULTIRANGE, NO_ARGUMENTS},
    {"datemultirange", TYPE_PG_DATEMULTIRANGE, NO_ARGUMENTS},
    {"tsmultirange", TYPE_PG_TSMULTIRANGE, NO_ARGUMENTS},
    {"tstzmultirange", TYPE_PG_TSTZMULTIRANGE, NO_ARGUMENTS},
};

/* A type text cut into parts: "timestamp(3) with time zone[]". */
typedef struct Parts {
    Str *name; /* without arguments and brackets */
    int64_t numbers[2];
    size_t count;
    bool is_array;
} Parts;

static Parts parts_of(const Str *text)
{
    Parts parts = {0};
    Buf name = {0};
    size_t end = text->length;
    while (end >= 2 && memcmp(text->text + end - 2, "[]", 2) == 0) {
        parts.is_array = true;
        end -= 2;
    }
    for (size_t i = 0; i < end; i++) {
        if (text->text[i] != '(') {
            buf_char(&name, text->text[i]);
            continue;
        }
        for (i++; i < end && text->text[i] != ')'; i++)
            if (isdigit((unsigned char)text->text[i]) && parts.count < COUNT_OF(parts.numbers)) {
                char *stop;
                parts.numbers[parts.count++] = strtoll(text->text + i, &stop, 10);
                i = (size_t)(stop - text->text) - 1;
            }
    }
    parts.name = buf_str(&name);
    return parts;
}

static void set_arguments(Type *type, Arguments arguments, const Parts *parts)
{
    switch (arguments) {
    case NO_ARGUMENTS:
        break;
    case LENGTH:
    case VARYING:
        type->varying = arguments == VARYING;
        if (parts->count)
            type->length = parts->numbers[0];
        break;
    case PRECISION_SCALE:
        if (parts->count == 2) {
            type->precision = parts->numbers[0];
            type->scale = parts->numbers[1];
        }
        break;
    case TIME_ZONE:
    case NO_TIME_ZONE:
        type->timezone = arguments == TIME_ZONE;
        if (parts->count)
            type->precision = parts->numbers[0];
        break;
    case DOUBLE_53:
        type->precision = 53;
        break;
    }
}

/* "interval", "interval day to second" */
static Type *interval_from(const Parts *parts)
{
    size_t word = strlen("interval");
    if (!str_is(parts->name, "interval") && !str_starts_with(parts->name, "interval "))
        return NULL;
    Type *type = type_new(TYPE_PG_INTERVAL);
    if (parts->name->length > word)
        type->fields = str_slice_bytes(parts->name, word + 1, parts->name->length);
    if (parts->count)
        type->precision = parts->numbers[0];
    return type;
}

static Type *builtin_from(const Parts *parts)
{
    for (size_t i = 0; i < COUNT_OF(types); i++)
        if (str_is(parts->name, types[i].name)) {
            Type *type = type_new(types[i].id);
            set_arguments(type, types[i].arguments, parts);
            return type;
        }
    return interval_from(parts);
}

/* --- enums and domains ------------------------------------------------------------------------ */

/* `schema."Odd name"` -> its one or two names. */
static StrVec names_in(const Str *text)
{
    StrVec names = {0};
    Buf name = {0};
    bool quoted = false;
    for (const char *p = text->text; *p; p++) {
        if (*p == '"' && quoted && p[1] == '"')
            buf_char(&name, *p++);
        else if (*p == '"')
            quoted = !quoted;
        else if (*p == '.' && !quoted) {
            vec_push(&names, buf_str(&name));
            name.length = 0;
        } else
            buf_char(&name, *p);
    }
    vec_push(&names, name.length ? buf_str(&name) : str_empty);
    return names;
}

static bool is_named(const StrVec *names, const Str *name, const Str *schema, bool visible)
{
    if (visible)
        return names->length == 1 && str_equal(names->at[0], name);
    return names->length == 2 && str_equal(names->at[0], schema) && str_equal(names->at[1], name);
}

static Type *enum_from(const ReflectedEnum *e)
{
    Type *type = type_new(TYPE_PG_ENUM);
    type->name = e->name;
    type->name_given = true;
    type->schema = e->visible ? NULL : e->schema;
    type->labels = e->labels;
    type->native_enum = type->create_type = true;
    for (size_t i = 0; i < e->labels.length; i++)
        if (type->length < (int64_t)e->labels.at[i]->characters)
            type->length = e->labels.at[i]->characters;
    return type;
}

static Type *domain_from(Reflection *r, const ReflectedDomain *d)
{
    Type *type = type_new(TYPE_PG_DOMAIN);
    type->name = d->name;
    type->schema = d->visible ? NULL : d->schema;
    type->item_type = postgres_type_from(r, d->type, d->collation);
    type->collation = d->collation;
    type->default_value = d->default_text ? STR(d->default_text) : UNSET;
    type->not_null = d->not_null ? TRI_TRUE : TRI_FALSE;
    type->constraint_name = d->checks.length ? d->check_names.at[0] : NULL;
    type->check = d->checks.length ? STR(d->checks.at[0]) : UNSET;
    type->create_type = false;
    return type;
}

TypeVec reflect_named_types(Reflection *r)
{
    TypeVec all = {0};
    ReflectedEnumVec enums = reflect_enums(r, str_from("*"));
    for (size_t i = 0; i < enums.length; i++)
        vec_push(&all, enum_from(enums.at[i]));
    for (size_t i = 0; i < r->domains.length; i++) {
        Type *type = domain_from(r, r->domains.at[i]);
        type->item_type = postgres_type_from(r, r->domains.at[i]->full_type, NULL);
        if (type->collation && str_is(type->collation, "default"))
            type->collation = NULL;
        if (is_set(type->default_value))
            type->default_value = OBJ(text_new(value_str(type->default_value)));
        vec_push(&all, type);
    }
    return all;
}

static Type *named_from(Reflection *r, const Str *text)
{
    StrVec names = names_in(text);
    for (size_t i = 0; i < r->enums.length; i++)
        if (is_named(&names, r->enums.at[i]->name, r->enums.at[i]->schema, r->enums.at[i]->visible))
            return enum_from(r->enums.at[i]);
    for (size_t i = 0; i < r->domains.length; i++)
        if (is_named(&names, r->domains.at[i]->name, r->domains.at[i]->schema,
                     r->domains.at[i]->visible))
            return domain_from(r, r->domains.at[i]);
    return NULL;
}

/* "(Point,4326)" -> 'Point', '4326'; the first is a number where it looks like one, as in SQLAlchemy. */
static List *arguments_in(const Str *text)
{
    List *args = list_new(2);
    const char *open = strchr(text->text, '('), *close = open ? strchr(open, ')') : NULL;
    while (close && open < close) {
        const char *begin = open + 1 + strspn(open + 1, " ");
        size_t length = strcspn(begin, ",)");
        Str *word = str_new(begin, length);
        bool is_number = !args->length && length && strspn(word->text, "0123456789") == length;
        list_append(args, is_number ? INT(strtoll(word->text, NULL, 10)) : STR(word));
        open = begin + length;
    }
    return args;
}

/* Whoever has such columns imports these somewhere, if only in a revision that is not run now. */
static void load_library(const Str *name)
{
    static const struct {
        const char *type, *module;
    } libraries[] = {
        {"vector", "pgvector.sqlalchemy"},    {"halfvec", "pgvector.sqlalchemy"},
        {"sparsevec", "pgvector.sqlalchemy"}, {"geometry", "geoalchemy2.types"},
        {"geography", "geoalchemy2.types"},   {"raster", "geoalchemy2.types"},
    };
    for (size_t i = 0; i < COUNT_OF(libraries); i++)
        if (str_is(name, libraries[i].type))
            import_module(intern(libraries[i].module));
}

/* ischema_names[name], which a library or a script set; NULL: nobody did. */
static Type *registered_from(const Str *text, const Str *name)
{
    load_library(name);
    Module *module = value_as(dict_find_text(import_modules(), "_ischema_names"), &module_class);
    const Dict *names = module ? value_as(module_find(module, "postgresql"), &dict_class) : NULL;
    Value class = names ? dict_find_str(names, str_intern(str_lower_ascii(name))) : UNSET;
    if (!is_set(class))
        return NULL;
    List *args = arguments_in(text);
    return type_from_value(call(class, args->length, args->at));
}

Type *postgres_type_from(Reflection *r, const Str *text, Str *collation)
{
    if (!text)
        return type_new(TYPE_NullType);
    Parts parts = parts_of(text);
    Type *type = builtin_from(&parts);
    if (!type)
        type = named_from(r, parts.name);
    if (!type)
        type = registered_from(text, parts.name);
    if (!type)
        return type_new(TYPE_NullType);
    if (collation)
        type->collation = collation;
    if (!parts.is_array)
        return type;
    Type *array = type_new(TYPE_PG_ARRAY);
    array->item_type = type;
    return array;
}
