/* type_inside.h -- what the files of the types share: the attributes scripts find, one table per family of parameters.
 * A type has those of its family and of the classes it derives from, and no others: env.py files ask by hasattr(). */
#ifndef RETORT_SCHEMA_TYPE_INSIDE_H
#define RETORT_SCHEMA_TYPE_INSIDE_H
#include "schema/schema.h"

#define TYPE_FIELD_TABLES(X)                                                                       \
    X(string)                                                                                      \
    X(numeric)                                                                                     \
    X(time) X(timestamp) X(interval) X(server_interval) X(bit) X(json) X(server_json) X(hstore)    \
        X(uuid) X(array) X(boolean) X(enum) X(server_enum) X(domain) X(decorator)
#define TYPE_FIELD_TABLE(name) extern const Field type_##name##_fields[];
TYPE_FIELD_TABLES(TYPE_FIELD_TABLE)

/* Properties of the families that need more than fields. */
extern const Method type_length_methods[], type_enum_methods[], type_domain_methods[];

/* TypeDecorator: what it has not itself it asks of the type it wraps. */
Value type_decorator_getattr(Value self, Str *name);

#endif
