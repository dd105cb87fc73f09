/* type_fields.c -- the attributes of type objects. */
#include "schema/type_inside.h"

#define TEXT(member)            FIELD(Type, str, member, MUTABLE)
#define FLAG(member)            FIELD(Type, bool, member, MUTABLE)
#define COUNT(member)           FIELD(Type, count, member, MUTABLE)
#define VALUE(member)           FIELD(Type, any, member, MUTABLE)
#define OBJECT(member)          FIELD(Type, obj, member, READONLY)
#define OBJECT_AS(name, member) FIELD_AS(name, Type, obj, member, READONLY)
#define END                                                                                        \
    {                                                                                              \
        0                                                                                          \
    }

const Field type_string_fields[] = {TEXT(collation), END};
const Field type_numeric_fields[] = {COUNT(precision), COUNT(scale), COUNT(decimal_return_scale),
                                     FLAG(asdecimal), END};
const Field type_time_fields[] = {FLAG(timezone), END};
const Field type_timestamp_fields[] = {FLAG(timezone), COUNT(precision), END};
const Field type_interval_fields[] = {FLAG(native), FLAG(timezone),
                                      FIELD_AS("second_precision", Type, count, precision, MUTABLE),
                                      FIELD_AS("day_precision", Type, count, scale, MUTABLE), END};
const Field type_server_interval_fields[] = {COUNT(precision), TEXT(fields), END};
const Field type_bit_fields[] = {FLAG(varying), END};
const Field type_json_fields[] = {FLAG(none_as_null), END};
const Field type_server_json_fields[] = {FLAG(none_as_null), OBJECT_AS("astext_type", item_type),
                                         END};
const Field type_hstore_fields[] = {OBJECT_AS("text_type", item_type), END};
const Field type_uuid_fields[] = {FLAG(as_uuid), FLAG(native_uuid), TEXT(collation), END};
const Field type_array_fields[] = {OBJECT(item_type), COUNT(dimensions), FLAG(as_tuple),
                                   FLAG(zero_indexes), END};
const Field type_boolean_fields[] = {TEXT(name), FLAG(create_constraint), END};
#define ENUM_FIELDS                                                                                \
    TEXT(name), TEXT(schema), FLAG(native_enum), FLAG(create_constraint), FLAG(validate_strings),  \
        FLAG(inherit_schema), VALUE(enum_class), VALUE(values_callable), OBJECT(metadata)
const Field type_enum_fields[] = {ENUM_FIELDS, END};
const Field type_server_enum_fields[] = {ENUM_FIELDS, FLAG(create_type), END};
const Field type_domain_fields[] = {TEXT(name),
                                    TEXT(schema),
                                    TEXT(collation),
                                    FLAG(create_type),
                                    OBJECT(metadata),
                                    FLAG(inherit_schema),
                                    TEXT(constraint_name),
                                    OBJECT_AS("data_type", item_type),
                                    END};
const Field type_decorator_fields[] = {VALUE(impl), END};

/* --- length, which may be "max" ---------------------------------------------------------------------------- */

NATIVE0(Type, length)
{
    return self->length == LENGTH_MAX ? STR(str_from("max"))
           : self->length < 0         ? NONE
                                      : INT(self->length);
}

NATIVE(Type, set_length, ONE_VALUE)
{
    self->length = type_length_from(a->value);
    return NONE;
}

const Method type_length_methods[] = {PROPERTY_SET(Type, length, set_length), {0}};

/* --- Enum, Boolean ------------------------------------------------------------------------------------------ */

NATIVE0(Type, enums)
{
    List *labels = list_new(self->labels.length);
    for (size_t i = 0; i < self->labels.length; i++)
        list_append(labels, type_label(self, i));
    return OBJ(labels);
}

const Method type_enum_methods[] = {PROPERTY(Type, enums), {0}};

/* --- DOMAIN --------------------------------------------------------------------------------------------------- */

NATIVE0(Type, default__)
{
    return is_set(self->default_value) ? self->default_value : NONE;
}

NATIVE0(Type, not_null)
{
    return BOOL(self->not_null == TRI_TRUE);
}

NATIVE0(Type, check)
{
    return is_set(self->check) ? self->check : NONE;
}

const Method type_domain_methods[] = {
    PROPERTY_AS("default", Type, default__),
    PROPERTY(Type, not_null),
    PROPERTY(Type, check),
    {0},
};

/* --- TypeDecorator -------------------------------------------------------------------------------------------- */

Value type_decorator_getattr(Value self, Str *name)
{
    Value impl = ((Type *)self.obj)->impl;
    return as(Type, impl) && name->text[0] != '_' ? value_find_attr(impl, name) : UNSET;
}
