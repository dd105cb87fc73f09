/* type_repr.c -- repr() of types as SQLAlchemy's generic_repr prints them, which is what autogenerate writes into
 * files: arguments in the order of __init__, those that differ from their defaults, as keywords. */
#include "schema/schema.h"

typedef struct Repr {
    Buf out;
    bool comma;
} Repr;

static void add(Repr *r, const char *keyword, const char *text)
{
    buf_format(&r->out, "%s%s%s%s", r->comma ? ", " : "", keyword, *keyword ? "=" : "", text);
    r->comma = true;
}

static void add_number(Repr *r, const char *keyword, int64_t n)
{
    if (n >= 0)
        add(r, keyword, str_format("%lld", (long long)n)->text);
}

static void add_text(Repr *r, const char *keyword, const Str *text)
{
    if (text)
        add(r, keyword, value_repr(STR(text))->text);
}

static void add_flag(Repr *r, const char *keyword, bool value, bool fallback)
{
    if (value != fallback)
        add(r, keyword, value ? "True" : "False");
}

static void add_length(Repr *r, int64_t length)
{
    if (length == LENGTH_MAX)
        add(r, "length", "'max'");
    else
        add_number(r, "length", length);
}

static void repr_string(Repr *r, const Type *type)
{
    add_length(r, type->length);
    add_text(r, "collation", type->collation);
}

static void repr_numeric(Repr *r, const Type *type)
{
    add_number(r, "precision", type->precision);
    if (!type_is(type, TYPE_Float))
        add_number(r, "scale", type->scale);
    if (!type_is(type, TYPE_Float))
        add_number(r, "decimal_return_scale", type->decimal_return_scale);
    add_flag(r, "asdecimal", type->asdecimal, !type_is(type, TYPE_Float));
    if (type_is(type, TYPE_Float))
        add_number(r, "decimal_return_scale", type->decimal_return_scale);
}

static void repr_time(Repr *r, const Type *type)
{
    if (!type_info[type_id(type)].dialect || type_is(type, TYPE_PG_TIMESTAMP) || type_is(type, TYPE_PG_TIME))
        add_flag(r, "timezone", type->timezone, false); /* sqlite.DATETIME does not show it */
    add_number(r, "precision", type->precision);
}

static void repr_binary(Repr *r, const Type *type)
{
    add_length(r, type->length);
}

static void repr_array(Repr *r, const Type *type)
{
    add(r, "", type_repr(type->item_type)->text);
    add_flag(r, "as_tuple", type->as_tuple, false);
    add_number(r, "dimensions", type->dimensions);
    add_flag(r, "zero_indexes", type->zero_indexes, false);
}

static void repr_uuid(Repr *r, const Type *type)
{
    add_flag(r, "as_uuid", type->as_uuid, true);
    add_flag(r, "native_uuid", type->native_uuid, true);
}

static void repr_json(Repr *r, const Type *type)
{
    add_flag(r, "none_as_null", type->none_as_null, false);
    if (type->item_type)
        add(r, "astext_type", type_repr(type->item_type)->text);
    else if (type_is(type, TYPE_PG_JSON))
        add(r, "astext_type", "Text()");
}

/* As there, create_type is not shown. */
static void repr_labels(Repr *r, const Type *type)
{
    for (size_t i = 0; i < type->labels.length; i++)
        add(r, "", value_repr(type_label(type, i))->text);
}

static void repr_enum(Repr *r, const Type *type)
{
    repr_labels(r, type);
    add_text(r, "name", type->name);
    add_text(r, "schema", type->schema);
    if (type->metadata)
        add(r, "metadata", "MetaData()");
    add_flag(r, "inherit_schema", type->inherit_schema, false);
    if (!type_is(type, TYPE_PG_ENUM))
        add_flag(r, "native_enum", type->native_enum, true);
    add_flag(r, "create_constraint", type->create_constraint, false);
    if (type->length_given && type->length != type_longest_label(type))
        add(r, "length",
            type->length < 0 ? "None" : str_format("%lld", (long long)type->length)->text);
}

/* As there, nothing else is shown. */
static void repr_domain(Repr *r, const Type *type)
{
    add_text(r, "", type->name);
    add(r, "", type_repr(type->item_type)->text);
}

/* The generic Interval shows nothing of its own: there it is a TypeDecorator around DateTime. */
static void repr_interval(Repr *r, const Type *type)
{
    add_number(r, "precision", type->precision);
    add_text(r, "fields", type->fields);
}

static void repr_boolean(Repr *r, const Type *type)
{
    add_flag(r, "create_constraint", type->create_constraint, false);
    add_text(r, "name", type->name);
}

static void repr_bit(Repr *r, const Type *type)
{
    add_number(r, "length", type->length);
    add_flag(r, "varying", type->varying, false);
}

static void repr_hstore(Repr *r, const Type *type)
{
    add(r, "text_type", type->item_type ? type_repr(type->item_type)->text : "Text()");
}

static void repr_tuple(Repr *r, const Type *type)
{
    for (size_t i = 0; i < type->type_count; i++)
        add(r, "", type_repr(type->types[i])->text);
}

/* Arguments as given, and those of other dialects' types. */
static void repr_arguments(Repr *r, const Type *type)
{
    for (size_t i = 0; type->arguments && i < type->arguments->length; i++)
        add(r, "", value_repr(type->arguments->at[i])->text);
    DictEntry *entry;
    for (size_t i = 0; type->keywords && (entry = dict_next(type->keywords, &i));)
        add(r, value_str(entry->key)->text, value_repr(entry->value)->text);
}

/* The arguments of a script's own __init__, found as attributes of the same names: those without a default by position,
 * the others where they differ from it. False when __init__ is not a script's. */
static bool repr_by_signature(Repr *r, const Type *type)
{
    Value init = class_find(type->obj.class, intern("__init__"));
    Value code = is_set(init) ? value_find_attr_text(init, "__code__") : UNSET;
    if (!is_set(code))
        return false;
    const List *parameters = list_from(value_find_attr_text(code, "co_varnames"));
    size_t count = (size_t)value_find_attr_text(code, "co_argcount").integer;
    Value given = value_find_attr_text(init, "__defaults__");
    const List *defaults = is_absent(given) ? list_new(0) : list_from(given);
    for (size_t i = 1; i < count; i++) { /* 0 is self */
        Str *name = value_str(parameters->at[i]);
        Value v = value_find_attr_text(OBJ(type), name->text);
        if (i + defaults->length < count)
            add(r, "", value_repr(is_set(v) ? v : NONE)->text);
        else if (is_set(v) && !value_equal(v, defaults->at[i + defaults->length - count]))
            add(r, name->text, value_repr(v)->text);
    }
    return true;
}

typedef struct ReprRow {
    TypeId id;
    void (*write)(Repr *r, const Type *type);
} ReprRow;

/* The first row whose type the given one is. */
static const ReprRow repr_rows[] = {
    {TYPE_Enum, repr_enum},
    {TYPE_String, repr_string},
    {TYPE_Numeric, repr_numeric},
    {TYPE_DateTime, repr_time},
    {TYPE_Time, repr_time},
    {TYPE__Binary, repr_binary},
    {TYPE_ARRAY, repr_array},
    {TYPE_Uuid, repr_uuid},
    {TYPE_JSON, repr_json},
    {TYPE_PG_DOMAIN, repr_domain},
    {TYPE_PG_INTERVAL, repr_interval},
    {TYPE_Boolean, repr_boolean},
    {TYPE_PG_BIT, repr_bit},
    {TYPE_PG_HSTORE, repr_hstore},
    {TYPE_TupleType, repr_tuple},
};

static void write_arguments(Repr *r, const Type *type)
{
    if (repr_by_signature(r, type))
        return;
    if (type->arguments || type->keywords) {
        repr_arguments(r, type);
        return;
    }
    for (size_t i = 0; i < COUNT_OF(repr_rows); i++)
        if (type_is(type, repr_rows[i].id)) {
            repr_rows[i].write(r, type);
            return;
        }
}

Str *type_repr(const Type *type)
{
    Repr r = {0};
    const Type *inspected = type;
    if (type_is(type, TYPE_TypeDecorator) && type_decorated(type))
        inspected = type_decorated(type);
    buf_format(&r.out, "%s(", class_name(type->obj.class)->text);
    if (inspected != type && type_is(inspected, TYPE_Enum))
        repr_labels(&r, inspected); /* as there, nothing else is shown */
    else
        write_arguments(&r, inspected);
    buf_char(&r.out, ')');
    return buf_str(&r.out);
}
