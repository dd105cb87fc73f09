/* inside.h -- shared by the files of ops/ only: members of the record as script attributes. */
#ifndef RETORT_OPS_INSIDE_H
#define RETORT_OPS_INSIDE_H

#include "ops/ops.h"

/* A member as a script attribute: the native that reads it and the one that assigns it. A list is
 * taken from any iterable; TRI is None, True or False; GIVEN is a value for which False means "not
 * mentioned". */
#define LIST_ATTRIBUTE(T, member)                                                                  \
    NATIVE0(T, member)                                                                             \
    {                                                                                              \
        return OBJ(self->member);                                                                  \
    }                                                                                              \
    NATIVE(T, set_##member, ONE_VALUE)                                                             \
    {                                                                                              \
        self->member = is_none(a->value) ? NULL : list_from(a->value);                             \
        return NONE;                                                                               \
    }
#define TRI_ATTRIBUTE(T, member)                                                                   \
    NATIVE0(T, member)                                                                             \
    {                                                                                              \
        return tri_value(self->member);                                                            \
    }                                                                                              \
    NATIVE(T, set_##member, ONE_VALUE)                                                             \
    {                                                                                              \
        self->member = tri_from(a->value);                                                         \
        return NONE;                                                                               \
    }
#define TYPE_ATTRIBUTE(T, member)                                                                  \
    NATIVE0(T, member)                                                                             \
    {                                                                                              \
        return OBJ(self->member);                                                                  \
    }                                                                                              \
    NATIVE(T, set_##member, ONE_VALUE)                                                             \
    {                                                                                              \
        self->member = type_or_none(a->value);                                                     \
        return NONE;                                                                               \
    }
#define GIVEN_ATTRIBUTE(T, member)                                                                 \
    NATIVE0(T, member)                                                                             \
    {                                                                                              \
        return is_set(self->member) ? self->member : FALSE_VALUE;                                  \
    }                                                                                              \
    NATIVE(T, set_##member, ONE_VALUE)                                                             \
    {                                                                                              \
        self->member = given_or_unset(a->value);                                                   \
        return NONE;                                                                               \
    }
#define ATTRIBUTE(T, member) PROPERTY_SET(T, member, set_##member)
#define ATTRIBUTE_AS(name, T, member)                                                              \
    {                                                                                              \
        name, &T##_##member##_native, METHOD_PROPERTY, &T##_set_##member##_native                  \
    }

/* constraint_name, index_name: conv stays conv. */
#define NAME_ATTRIBUTE(T)                                                                          \
    NATIVE0(T, name)                                                                               \
    {                                                                                              \
        return op_name_value(self);                                                                \
    }                                                                                              \
    NATIVE(T, set_name, ONE_VALUE)                                                                 \
    {                                                                                              \
        op_take_name(self, a->value);                                                              \
        return NONE;                                                                               \
    }

static inline Value tri_value(Tri tri)
{
    return tri == TRI_TRUE ? TRUE_VALUE : tri == TRI_FALSE ? FALSE_VALUE : NONE;
}

static inline Tri tri_from(Value v)
{
    return is_absent(v) ? TRI_UNSET : value_truth(v) ? TRI_TRUE : TRI_FALSE;
}

/* False and "not given" are the same: not mentioned. */
static inline Value given_or_unset(Value v)
{
    return v.tag == TAG_BOOL && !v.boolean ? UNSET : v;
}

static inline Type *type_or_none(Value v)
{
    return is_absent(v) ? NULL : type_from_value(v);
}

/* op.c */
/* What every __init__ does first: kind, position, the table it is about. */
void op_start(MigrateOperation *op, OpKind kind, Value table_name, Value schema);
void op_take_name(MigrateOperation *op, Value name);
/* The naming convention a migration context carries for its target_metadata, or NULL. */
Dict *op_naming_of(Value migration_context);
/* Columns as lists of their names. */
List *op_column_names(const ColumnVec *columns);

#endif
