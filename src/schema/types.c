/* types.c -- the type classes: one init per family of parameters, one row per class. */
#include "schema/expr_inside.h"
#include "schema/type_inside.h"

#include <stdlib.h>

/* A length or precision: nothing, a number, a text of digits. Anything else would reach the SQL as it is. */
static int64_t number_or_unset(Value v)
{
    if (is_absent(v))
        return -1;
    v = value_plain(v);
    if (v.tag == TAG_BOOL)
        return v.boolean;
    if (is_str(v) && v.str->length > 0 && v.str->length < 10 && strspn(v.str->text, "0123456789") == v.str->length)
        return strtoll(v.str->text, NULL, 10);
    if (v.tag != TAG_INT)
        raise_type("%%d format: a real number is required, not %s", class_name(class_of(v))->text);
    return v.integer;
}

int64_t type_length_from(Value v)
{
    return is_str(v) && str_is(v.str, "max") ? LENGTH_MAX : number_or_unset(v);
}

static bool truth_or(Value v, bool fallback)
{
    return is_absent(v) ? fallback : value_truth(v);
}

/* --- inits ---------------------------------------------------------------------------------------------------- */

#define PLAIN_INIT(P) P(REST, list, arguments, Empty) P(KWREST, dict, keywords, Empty)
NATIVE(Type, init_plain, PLAIN_INIT)
{
    type_prepare(self);
    if (a->arguments->length || a->keywords->length)
        raise_type("%s() takes no arguments", class_name(self->obj.class)->text);
    return OBJ(self);
}

#define STRING_INIT(P) P(POS, any, length, None) P(POS, any, collation, None)
NATIVE(Type, init_String, STRING_INIT)
{
    type_prepare(self);
    self->length = type_length_from(a->length);
    self->collation = value_find_str(a->collation);
    return OBJ(self);
}

#define NUMERIC_INIT(P)                                                                            \
    P(POS, any, precision, None)                                                                   \
    P(POS, any, scale, None)                                                                       \
    P(POS, any, decimal_return_scale, None)                                                        \
    P(POS, bool, asdecimal, True)
NATIVE(Type, init_Numeric, NUMERIC_INIT)
{
    type_prepare(self);
    self->precision = number_or_unset(a->precision);
    self->scale = number_or_unset(a->scale);
    self->decimal_return_scale = number_or_unset(a->decimal_return_scale);
    self->asdecimal = a->asdecimal;
    return OBJ(self);
}

#define FLOAT_INIT(P)                                                                              \
    P(POS, any, precision, None)                                                                   \
    P(POS, bool, asdecimal, False)                                                                 \
    P(POS, any, decimal_return_scale, None)
NATIVE(Type, init_Float, FLOAT_INIT)
{
    type_prepare(self);
    self->precision = number_or_unset(a->precision);
    self->decimal_return_scale = number_or_unset(a->decimal_return_scale);
    self->asdecimal = a->asdecimal;
    return OBJ(self);
}

#define BINARY_INIT(P) P(POS, any, length, None)
NATIVE(Type, init__Binary, BINARY_INIT)
{
    type_prepare(self);
    self->length = type_length_from(a->length);
    return OBJ(self);
}
NATIVE_AS(Type, init_LargeBinary, init__Binary)

#define TIME_INIT(P) P(POS, bool, timezone, False)
NATIVE(Type, init_Time, TIME_INIT)
{
    type_prepare(self);
    self->timezone = a->timezone;
    return OBJ(self);
}
NATIVE_AS(Type, init_DateTime, init_Time)
NATIVE_AS(Type, init_TIMESTAMP, init_Time)

#define PG_TIME_INIT(P) P(POS, bool, timezone, False) P(POS, any, precision, None)
NATIVE(Type, init_PG_TIME, PG_TIME_INIT)
{
    type_prepare(self);
    self->timezone = a->timezone;
    self->precision = number_or_unset(a->precision);
    return OBJ(self);
}

NATIVE_AS(Type, init_PG_TIMESTAMP, init_PG_TIME)

/* Whether something stands between the fields of "%(year)04d-%(month)02d". */
static bool format_has_separator(const char *format)
{
    while (*format)
        if (*format != '%')
            return true;
        else
            format += strcspn(format, "d") + (strchr(format, 'd') != NULL);
    return false;
}

#define SQLITE_TIME_INIT(P)                                                                        \
    P(POS, any, storage_format, None)                                                              \
    P(POS, any, regexp, None)                                                                      \
    P(KEY, bool, truncate_microseconds, False)                                                     \
    P(KEY, bool, timezone, False)
NATIVE(Type, init_SQLITE_DateTime, SQLITE_TIME_INIT)
{
    type_prepare(self);
    self->timezone = a->timezone;
    Str *format = value_find_str(a->storage_format);
    self->digits_only = format && !format_has_separator(format->text);
    return OBJ(self);
}
NATIVE_AS(Type, init_SQLITE_Time, init_SQLITE_DateTime)

#define INTERVAL_INIT(P)                                                                           \
    P(POS, bool, native, True)                                                                     \
    P(POS, any, second_precision, None)                                                            \
    P(POS, any, day_precision, None)
NATIVE(Type, init_Interval, INTERVAL_INIT)
{
    type_prepare(self);
    self->native = a->native;
    self->precision = number_or_unset(a->second_precision);
    self->scale = number_or_unset(a->day_precision);
    return OBJ(self);
}

#define PG_INTERVAL_INIT(P) P(POS, any, precision, None) P(POS, str, fields, None)
NATIVE(Type, init_INTERVAL, PG_INTERVAL_INIT)
{
    type_prepare(self);
    self->precision = number_or_unset(a->precision);
    self->fields = a->fields;
    return OBJ(self);
}

#define BIT_INIT(P) P(POS, any, length, None) P(POS, bool, varying, False)
NATIVE(Type, init_BIT, BIT_INIT)
{
    type_prepare(self);
    self->varying = a->varying;
    self->length = number_or_unset(a->length);
    if (self->length <= 0 && !a->varying)
        self->length = 1; /* BIT(0) too, as there */
    return OBJ(self);
}

#define JSON_INIT(P) P(POS, bool, none_as_null, False)
NATIVE(Type, init_JSON, JSON_INIT)
{
    type_prepare(self);
    self->none_as_null = a->none_as_null;
    return OBJ(self);
}

#define PG_JSON_INIT(P) P(POS, bool, none_as_null, False) P(POS, any, astext_type, None)
NATIVE(Type, init_PG_JSON, PG_JSON_INIT)
{
    type_prepare(self);
    self->none_as_null = a->none_as_null;
    self->item_type = is_absent(a->astext_type) ? NULL : type_from_value(a->astext_type);
    return OBJ(self);
}

#define HSTORE_INIT(P) P(POS, any, text_type, None)
NATIVE(Type, init_HSTORE, HSTORE_INIT)
{
    type_prepare(self);
    self->item_type = is_absent(a->text_type) ? NULL : type_from_value(a->text_type);
    return OBJ(self);
}

#define GENERIC_UUID_INIT(P) P(POS, bool, as_uuid, True) P(POS, bool, native_uuid, True)
NATIVE(Type, init_Uuid, GENERIC_UUID_INIT)
{
    type_prepare(self);
    self->as_uuid = a->as_uuid;
    self->native_uuid = a->native_uuid;
    return OBJ(self);
}

#define UUID_INIT(P) P(POS, bool, as_uuid, True)
NATIVE(Type, init_UUID, UUID_INIT)
{
    type_prepare(self);
    self->as_uuid = a->as_uuid;
    return OBJ(self);
}

#define ARRAY_INIT(P)                                                                              \
    P(POS, any, item_type, Required)                                                               \
    P(POS, bool, as_tuple, False)                                                                  \
    P(POS, any, dimensions, None)                                                                  \
    P(POS, bool, zero_indexes, False)
NATIVE(Type, init_ARRAY, ARRAY_INIT)
{
    type_prepare(self);
    self->item_type = type_from_value(a->item_type);
    if (type_is(self->item_type, type_is(self, TYPE_PG_ARRAY) ? TYPE_PG_ARRAY : TYPE_ARRAY))
        raise_value("Do not nest ARRAY types; ARRAY(basetype) handles multi-dimensional arrays of "
                    "basetype");
    self->as_tuple = a->as_tuple;
    self->dimensions = number_or_unset(a->dimensions);
    self->zero_indexes = a->zero_indexes;
    return OBJ(self);
}

#define BOOLEAN_INIT(P)                                                                            \
    P(POS, bool, create_constraint, False)                                                         \
    P(POS, any, name, None)                                                                        \
    P(POS, any, _create_events, None)                                                              \
    P(POS, any, _adapted_from, None)
NATIVE(Type, init_Boolean, BOOLEAN_INIT)
{
    NameSource source;
    type_prepare(self);
    self->create_constraint = a->create_constraint;
    self->name = name_from(a->name, NULL, &source);
    self->name_given = self->name != NULL;
    return OBJ(self);
}

#define TUPLE_INIT(P) P(REST, list, types, Empty)
NATIVE(Type, init_TupleType, TUPLE_INIT)
{
    type_prepare(self);
    self->type_count = a->types->length;
    self->types = new_array(Type *, a->types->length);
    for (size_t i = 0; i < a->types->length; i++)
        self->types[i] = type_from_value(a->types->at[i]);
    return OBJ(self);
}

/* --- Enum -------------------------------------------------------------------------------------------------------- */

static bool is_enum_class(Value v)
{
    return is_instance(v, &type_class) && is_set(value_find_attr_text(v, "__members__"));
}

/* Enum(Color): the labels are the names of the members, or what values_callable gives. */
static void enum_take_class(Type *self, Value class)
{
    self->enum_class = class;
    self->enum_values = list_new(0);
    Value members = value_get_attr(class, intern("__members__"));
    Iter it = iter_open(call_method(members, "items", 0, NULL));
    Value item;
    while (iter_next(&it, &item)) {
        const Tuple *pair = tuple_from(item);
        Value member_name = value_find_attr_text(pair->at[1], "name");
        if (self->omit_aliases && is_set(member_name) && !value_equal(member_name, pair->at[0]))
            continue;
        vec_push(&self->labels, value_str(pair->at[0]));
        list_append(self->enum_values, pair->at[1]);
    }
    if (is_absent(self->values_callable))
        return;
    const List *labels = list_from(call(self->values_callable, 1, &class));
    self->labels = (StrVec){0};
    for (size_t i = 0; i < labels->length; i++)
        vec_push(&self->labels, value_str(value_plain(labels->at[i])));
}

/* Enum(("a", "b")) is a mistake that works as long as nobody asks for the labels: ADD COLUMN of a type that is there. */
static bool enum_take_tuple(Type *self, const List *labels)
{
    if (labels->length != 1 || !is_instance(labels->at[0], &tuple_class))
        return false;
    self->tuple_label = (Tuple *)labels->at[0].obj;
    vec_push(&self->labels, value_repr(labels->at[0]));
    return true;
}

static void enum_take_labels(Type *self, const List *labels)
{
    if (enum_take_tuple(self, labels))
        return;
    for (size_t i = 0; i < labels->length; i++) {
        Str *label = value_find_str(labels->at[i]);
        if (!label && value_is_opaque(labels->at[i]))
            opaque_raise(labels->at[i]);
        if (!label)
            raise_exception(&ArgumentError_class, "Enum values must be strings, got %s",
                            value_repr(labels->at[i])->text);
        vec_push(&self->labels, label);
    }
}

static void enum_take_values(Type *self, const List *values, bool named_by_class)
{
    if (values->length == 1 && is_instance(values->at[0], &list_class))
        raise_type("Enum() takes its members one by one, not as a list: Enum(*%s)",
                   value_repr(values->at[0])->text);
    if (values->length == 1 && is_enum_class(values->at[0]))
        enum_take_class(self, values->at[0]);
    else
        enum_take_labels(self, values);
    if (named_by_class && is_set(self->enum_class))
        self->name = str_lower_ascii(class_name((const Class *)self->enum_class.obj));
}

static void enum_take_length(Type *self, Value given)
{
    int64_t longest = type_longest_label(self);
    self->length = longest;
    self->length_given = is_set(given);
    if (!self->length_given)
        return;
    self->length = number_or_unset(given);
    if (self->length >= 0 && self->length < longest)
        raise_value("When provided, length must be larger or equal than the length of the longest "
                    "enum value. %lld < %lld",
                    (long long)self->length, (long long)longest);
}

#define ENUM_INIT(P)                                                                               \
    P(REST, list, enums, Empty)                                                                    \
    P(KEY, any, name, Unset)                                                                       \
    P(KEY, any, create_constraint, None)                                                           \
    P(KEY, any, native_enum, None)                                                                 \
    P(KEY, any, length, Unset)                                                                     \
    P(KEY, any, schema, None)                                                                      \
    P(KEY, any, metadata, None)                                                                    \
    P(KEY, any, inherit_schema, None)                                                              \
    P(KEY, bool, validate_strings, False)                                                          \
    P(KEY, any, values_callable, None)                                                             \
    P(KEY, any, sort_key_function, None)                                                           \
    P(KEY, any, omit_aliases, None)                                                                \
    P(KEY, any, create_type, None)                                                                 \
    P(KEY, any, quote, None)                                                                       \
    P(KEY, any, native, None)                                                                      \
    P(KEY, any, collation, None)                                                                   \
    P(KEY, any, checkfirst, None)                                                                  \
    P(KEY, any, _create_events, None)                                                              \
    P(KEY, any, _adapted_from, None)                                                               \
    P(KEY, any, _disable_warnings, None)                                                           \
    P(KWREST, dict, others, Empty) /* SQLAlchemy overlooks them */
NATIVE(Type, init_Enum, ENUM_INIT)
{
    NameSource source;
    type_prepare(self);
    self->name = name_from(a->name, &self->quote, &source);
    if (!is_absent(a->quote))
        self->quote = value_truth(a->quote) ? TRI_TRUE : TRI_FALSE;
    self->name_given = self->name != NULL;
    self->create_constraint = truth_or(a->create_constraint, false);
    self->native_enum = type_is(self, TYPE_PG_ENUM) || truth_or(a->native_enum, true);
    self->schema = value_find_str(a->schema);
    self->metadata = as(MetaData, a->metadata);
    self->inherit_schema = truth_or(a->inherit_schema, false);
    self->validate_strings = a->validate_strings;
    self->values_callable = a->values_callable;
    self->omit_aliases = truth_or(a->omit_aliases, true);
    self->create_type = truth_or(a->create_type, true);
    enum_take_values(self, a->enums, !is_set(a->name));
    enum_take_length(self, a->length);
    return OBJ(self);
}

#define DOMAIN_INIT(P)                                                                             \
    P(POS, any, name, Required)                                                                    \
    P(POS, any, data_type, Required)                                                               \
    P(KEY, str, collation, None)                                                                   \
    P(KEY, any, default__, None)                                                                   \
    P(KEY, str, constraint_name, None)                                                             \
    P(KEY, any, not_null, None)                                                                    \
    P(KEY, any, check, None)                                                                       \
    P(KEY, bool, create_type, True)                                                                \
    P(KEY, str, schema, None)                                                                      \
    P(KEY, any, metadata, None)                                                                    \
    P(KEY, bool, inherit_schema, False)                                                            \
    P(KEY, any, quote, None)
NATIVE(Type, init_DOMAIN, DOMAIN_INIT)
{
    NameSource source;
    type_prepare(self);
    self->name = name_from(a->name, &self->quote, &source);
    if (!is_absent(a->quote))
        self->quote = value_truth(a->quote) ? TRI_TRUE : TRI_FALSE;
    self->item_type = type_from_value(a->data_type);
    self->collation = a->collation;
    self->default_value = a->default__;
    self->constraint_name = a->constraint_name;
    self->not_null = is_absent(a->not_null) ? TRI_UNSET : value_truth(a->not_null) ? TRI_TRUE : TRI_FALSE;
    self->check = a->check;
    self->create_type = a->create_type;
    self->schema = a->schema;
    self->metadata = as(MetaData, a->metadata);
    self->inherit_schema = a->inherit_schema;
    return OBJ(self);
}

/* --- types of scripts and of other databases ------------------------------------------------------------------------- */

/* TypeDecorator(*args): impl is a class attribute, built with the arguments. */
NATIVE(Type, init_decorator, PLAIN_INIT)
{
    type_prepare(self);
    Value impl = value_find_attr_text(OBJ(self), "impl");
    if (is_absent(impl))
        raise_exception(&AssertionError_class,
                        "TypeDecorator implementations require a class-level variable 'impl' which "
                        "refers to the class of type being decorated");
    if (is_instance(impl, &type_class))
        impl = call_dict(impl, a->arguments->length, a->arguments->at, a->keywords);
    self->impl = OBJ(type_from_value(impl));
    dict_set_text(object_attrs(&self->obj), "impl", self->impl); /* in front of the class's */
    return OBJ(self);
}

/* What with_variant() made before SQLAlchemy 2.0: a name that isinstance() asks for. */
NATIVE(Type, init_variant, PLAIN_INIT)
{
    raise_exception(&NotImplementedError_class,
                    "Variant is no longer used in SQLAlchemy; this is a placeholder symbol "
                    "for backwards compatibility.");
}

#define PICKLE_INIT(P)                                                                             \
    P(POS, any, protocol, None)                                                                    \
    P(POS, any, pickler, None)                                                                     \
    P(POS, any, comparator, None)                                                                  \
    P(POS, any, impl, None)
NATIVE(Type, init_PickleType, PICKLE_INIT)
{
    type_prepare(self);
    self->impl = OBJ(is_absent(a->impl) ? type_new(TYPE_LargeBinary) : type_from_value(a->impl));
    return OBJ(self);
}

NATIVE(Type, init_foreign, PLAIN_INIT)
{
    type_prepare(self);
    type_take_foreign(self, a->arguments, a->keywords);
    return OBJ(self);
}

/* --- methods of every type ---------------------------------------------------------------------------------------------- */

Type *type_copy(const Type *type)
{
    Type *copy = (Type *)object_allocate(type->obj.class);
    Obj head = copy->obj;
    *copy = *type;
    copy->obj = head;
    if (type->obj.attrs)
        copy->obj.attrs = dict_copy(type->obj.attrs);
    copy->variants = (Map){0};
    for (size_t i = 0; i < type->variants.length; i++)
        map_put(&copy->variants, type->variants.at[i].key, type->variants.at[i].value);
    return copy;
}

#define WITH_VARIANT(P) P(POS, any, type_, Required) P(REST, list, dialect_names, Empty)
NATIVE(Type, with_variant, WITH_VARIANT)
{
    Type *copy = type_copy(self);
    Type *variant = type_from_value(a->type_);
    for (size_t i = 0; i < a->dialect_names->length; i++) {
        Str *dialect = str_intern(value_str(a->dialect_names->at[i]));
        if (map_has(&copy->variants, dialect))
            raise_exception(&ArgumentError_class,
                            "Dialect %s is already present in the mapping for this %s",
                            value_repr(STR(dialect))->text, value_repr(OBJ(self))->text);
        map_put(&copy->variants, dialect, variant);
    }
    return OBJ(copy);
}

NATIVE(Type, copy, PLAIN_INIT)
{
    return OBJ(type_copy(self));
}

#define AS_GENERIC(P) P(POS, bool, allow_nulltype, False)
NATIVE(Type, as_generic, AS_GENERIC)
{
    return OBJ(type_as_generic(self));
}

NATIVE(Type, dialect_impl, ONE_VALUE)
{
    Value name = value_find_attr_text(a->value, "name");
    return OBJ(type_for_dialect(self, is_str(name) ? name.str->text : "default"));
}

/* super().load_dialect_impl(dialect) of a TypeDecorator. */
NATIVE(Type, load_dialect_impl, ONE_VALUE)
{
    if (type_id(self) != TYPE_TypeDecorator)
        raise_attribute("'%s' object has no attribute 'load_dialect_impl'",
                        class_name(self->obj.class)->text);
    return OBJ(type_decorated(self));
}

NATIVE0(Type, python_type)
{
    static const struct {
        TypeId id;
        const Class *class;
    } rows[] = {
        {TYPE_Boolean, &bool_class},  {TYPE_Integer, &int_class}, {TYPE_String, &str_class},
        {TYPE__Binary, &bytes_class}, {TYPE_JSON, &dict_class},   {TYPE_ARRAY, &list_class},
    };
    if (type_is(self, TYPE_Numeric) && !self->asdecimal)
        return OBJ(&float_class);
    if (type_is(self, TYPE_Enum) && !is_absent(self->enum_class))
        return self->enum_class;
    if (type_is(self, TYPE_Uuid) && !self->as_uuid)
        return OBJ(&str_class);
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (type_is(self, rows[i].id))
            return OBJ(rows[i].class);
    static const struct {
        TypeId id;
        const char *module, *name;
    } imported[] = {
        {TYPE_DateTime, "datetime", "datetime"},
        {TYPE_Date, "datetime", "date"},
        {TYPE_Time, "datetime", "time"},
        {TYPE_Interval, "datetime", "timedelta"},
        {TYPE_PG_INTERVAL, "datetime", "timedelta"},
        {TYPE_ORACLE_INTERVAL, "datetime", "timedelta"},
        {TYPE_Numeric, "decimal", "Decimal"},
        {TYPE_Uuid, "uuid", "UUID"},
    };
    for (size_t i = 0; i < COUNT_OF(imported); i++)
        if (type_is(self, imported[i].id))
            return value_get_attr(OBJ(import_module(intern(imported[i].module))),
                                  intern(imported[i].name));
    raise_exception(&NotImplementedError_class, "%s has no python_type",
                    class_name(self->obj.class)->text);
}

/* Whether rows may be told apart by its values. */
NATIVE0(Type, hashable)
{
    return BOOL(!type_is(self, TYPE_JSON) && (!type_is(self, TYPE_ARRAY) || self->as_tuple) &&
                !type_is(self, TYPE_PG_HSTORE));
}

#define COMPARE_VALUES(P) P(POS, any, x, Required) P(POS, any, y, Required)
NATIVE(Type, compare_values, COMPARE_VALUES)
{
    return BOOL(value_equal(a->x, a->y));
}

NATIVE0(Type, _type_affinity)
{
    return OBJ((Obj *)(uintptr_t)type_affinity(self));
}

#define COERCE_COMPARED(P) P(POS, any, op, Required) P(POS, any, value, Required)
NATIVE(Type, coerce_compared_value, COERCE_COMPARED)
{
    return OBJ(type_coerced(self, a->value));
}

NATIVE0(Type, should_evaluate_none)
{
    return BOOL(type_is(self, TYPE_JSON) && !self->none_as_null);
}

/* type.create(bind, checkfirst=...) and type.drop(bind) of named types: run by the floor with connections. */
static TypeRunner runner;

void type_set_runner(TypeRunner given)
{
    runner = given;
}

#define RUN_TYPE(P) P(POS, any, bind, Required) P(POS, any, checkfirst, None) P(KWREST, dict, keywords, Empty)
NATIVE(Type, create, RUN_TYPE)
{
    if (runner)
        runner(self, a->bind, DDL_CREATE_TYPE, truth_or(a->checkfirst, true));
    return NONE;
}

NATIVE(Type, drop, RUN_TYPE)
{
    if (runner)
        runner(self, a->bind, DDL_DROP_TYPE, truth_or(a->checkfirst, true));
    return NONE;
}

static Str *repr_slot(Value self)
{
    return type_repr(as(Type, self));
}

static TypeStringifier stringifier; /* as the runner: registered once at start */

void type_set_stringifier(TypeStringifier given)
{
    stringifier = given;
}

static Str *str_slot(Value self)
{
    return stringifier ? stringifier(as(Type, self), NONE) : type_repr(as(Type, self));
}

#define COMPILE_TYPE(P) P(POS, any, dialect, None)
NATIVE(Type, compile, COMPILE_TYPE)
{
    return STR(stringifier ? stringifier(self, a->dialect) : type_repr(self));
}

static const Method type_methods[] = {
    METHOD(Type, with_variant),
    PROPERTY(Type, python_type),
    PROPERTY(Type, hashable),
    PROPERTY(Type, should_evaluate_none),
    METHOD(Type, copy),
    METHOD(Type, dialect_impl),
    METHOD(Type, create),
    METHOD(Type, drop),
    METHOD(Type, compile),
    METHOD(Type, load_dialect_impl),
    METHOD(Type, as_generic),
    METHOD(Type, compare_values),
    METHOD(Type, coerce_compared_value),
    PROPERTY(Type, _type_affinity),
    {0},
};
const Class TypeEngine_class = {
    CLASS_NAMED(Type, "TypeEngine", "sqlalchemy.sql.type_api", object),
    .class_subscript = generic_class_subscript, /* TypeDecorator[str] */
    .init = &Type_init_plain_native,
    .methods = type_methods,
    .repr = repr_slot,
    .str = str_slot,
};

/* A mixin, also of scripts' own types: `class Kind(TypeDecorator, SchemaType)`. It adds no members. */
typedef Obj SchemaType;
#define SCHEMA_TYPE_INIT(P)                                                                        \
    P(POS, any, name, None)                                                                        \
    P(POS, any, schema, None)                                                                      \
    P(POS, any, metadata, None)                                                                    \
    P(POS, any, inherit_schema, False)                                                             \
    P(KWREST, dict, keywords, Empty)
NATIVE(SchemaType, init, SCHEMA_TYPE_INIT)
{
    Dict *attributes = object_attrs(self);
    dict_set_text(attributes, "name", a->name);
    dict_set_text(attributes, "schema", a->schema);
    dict_set_text(attributes, "metadata", a->metadata);
    dict_set_text(attributes, "inherit_schema", a->inherit_schema);
    return OBJ(self);
}

const Class SchemaType_class = {
    CLASS(SchemaType, "sqlalchemy.sql.sqltypes", object),
    .init = &SchemaType_init_native,
};

/* --- the classes ------------------------------------------------------------------------------------------------------------ */

/* A family: its __init__, whose errors name the class that has it there, and its attributes. */
#define FAMILY(init_, members)                                                                     \
    .init = &Type_init_##init_##_native, .fields = type_##members##_fields
#define SCHEMA_TYPE                                                                                \
    .mixins = (const Class *const[])                                                               \
    {                                                                                              \
        &SchemaType_class, NULL                                                                    \
    }
#define NAMED_TYPE                                                                                 \
    .mixins = (const Class *const[])                                                               \
    {                                                                                              \
        &PG_NamedType_class, &SchemaType_class, NULL                                               \
    }
#define WITH_LENGTH            .methods = type_length_methods
#define FAMILY_PLAIN           .init = &Type_init_plain_native
#define FAMILY_STRING          FAMILY(String, string), WITH_LENGTH
#define FAMILY_NUMERIC         FAMILY(Numeric, numeric)
#define FAMILY_FLOAT           FAMILY(Float, numeric)
#define FAMILY_BINARY          .init = &Type_init__Binary_native, WITH_LENGTH
#define FAMILY_LARGE_BINARY    .init = &Type_init_LargeBinary_native, WITH_LENGTH
#define FAMILY_DATETIME        FAMILY(DateTime, time)
#define FAMILY_TIME            FAMILY(Time, time)
#define FAMILY_STAMP           FAMILY(TIMESTAMP, time)
#define FAMILY_PG_TIME         FAMILY(PG_TIME, timestamp)
#define FAMILY_PG_TIMESTAMP    FAMILY(PG_TIMESTAMP, timestamp)
#define FAMILY_SQLITE_DATETIME FAMILY(SQLITE_DateTime, time)
#define FAMILY_SQLITE_TIME     FAMILY(SQLITE_Time, time)
#define FAMILY_INTERVAL        FAMILY(Interval, interval)
#define FAMILY_PG_INTERVAL     FAMILY(INTERVAL, server_interval)
#define FAMILY_BIT             FAMILY(BIT, bit), WITH_LENGTH
#define FAMILY_JSON            FAMILY(JSON, json)
#define FAMILY_PG_JSON         FAMILY(PG_JSON, server_json)
#define FAMILY_HSTORE          FAMILY(HSTORE, hstore)
#define FAMILY_GENERIC_UUID    FAMILY(Uuid, uuid), WITH_LENGTH
#define FAMILY_UUID            FAMILY(UUID, uuid), WITH_LENGTH
#define FAMILY_ARRAY           FAMILY(ARRAY, array)
#define FAMILY_BOOLEAN         FAMILY(Boolean, boolean), SCHEMA_TYPE
#define FAMILY_TUPLE           .init = &Type_init_TupleType_native
#define FAMILY_ENUM            FAMILY(Enum, enum), .methods = type_enum_methods, SCHEMA_TYPE
#define FAMILY_PG_ENUM         FAMILY(Enum, server_enum), .methods = type_enum_methods, NAMED_TYPE
#define FAMILY_NAMED           .init = &Type_init_plain_native, SCHEMA_TYPE
#define FAMILY_DOMAIN          FAMILY(DOMAIN, domain), .methods = type_domain_methods
#define FAMILY_DECORATOR       FAMILY(decorator, decorator), .getattr = type_decorator_getattr
#define FAMILY_PICKLE          FAMILY(PickleType, decorator)
#define FAMILY_VARIANT         .init = &Type_init_variant_native
#define FAMILY_USER            .init = &Type_init_plain_native
#define FAMILY_FOREIGN         .init = &Type_init_foreign_native

#define TYPE_CLASS(ident, name_, module_, base_, family)                                           \
    const Class ident##_class = {                                                                  \
        .obj = {.class = &type_class},                                                             \
        .name = name_,                                                                             \
        .module = module_,                                                                         \
        .base = &base_##_class,                                                                    \
        .size = sizeof(Type),                                                                      \
        .state = &(ClassState){0},                                                                 \
        FAMILY_##family,                                                                           \
    };
#define GENERIC_CLASS(name, base, family) TYPE_CLASS(name, #name, "sqlalchemy.sql.sqltypes", base, family)
#define POSTGRES_CLASS(ident, name, module, base, family)                                          \
    TYPE_CLASS(ident, name, "sqlalchemy.dialects.postgresql." module, base, family)
#define SQLITE_CLASS(ident, name, module, base, family)                                            \
    TYPE_CLASS(ident, name, "sqlalchemy.dialects.sqlite." module, base, family)
#define FOREIGN_CLASS(ident, name, module, base, family)                                           \
    TYPE_CLASS(ident, name, "sqlalchemy.dialects." module, base, family)
GENERIC_TYPE_LIST(GENERIC_CLASS)
POSTGRES_TYPE_LIST(POSTGRES_CLASS)
SQLITE_TYPE_LIST(SQLITE_CLASS)
FOREIGN_TYPE_LIST(FOREIGN_CLASS)
