/* type.c -- Type: one record for every column type class; identity, construction from scripts, variants. */
#include "schema/schema.h"

#define INFO_GENERIC(name_, base, family) {&name_##_class, #name_, NULL},
#define INFO_POSTGRES(ident, name_, module, base, family) {&ident##_class, name_, "postgresql"},
#define INFO_SQLITE(ident, name_, module, base, family) {&ident##_class, name_, "sqlite"},
#define INFO_FOREIGN(ident, name_, module, base, family) {&ident##_class, name_, module},
const TypeInfo type_info[TYPE_COUNT] = {{&TypeEngine_class, "TypeEngine", NULL},
                                        GENERIC_TYPE_LIST(INFO_GENERIC) POSTGRES_TYPE_LIST(INFO_POSTGRES)
                                            SQLITE_TYPE_LIST(INFO_SQLITE)
                                                FOREIGN_TYPE_LIST(INFO_FOREIGN)};

/* The row of a class or of its nearest native base. */
static TypeId id_of_class(const Class *class)
{
    for (const Class *c = class; c; c = c->base)
        for (size_t id = 0; id < TYPE_COUNT; id++)
            if (type_info[id].class == c)
                return (TypeId)id;
    return TYPE_TypeEngine;
}

TypeId type_id(const Type *type)
{
    if (type->id == TYPE_TypeEngine)
        ((Type *)(uintptr_t)type)->id = id_of_class(type->obj.class); /* a cache */
    return type->id;
}

bool type_is(const Type *type, TypeId id)
{
    return type && (type->id == id || is_subclass(type_info[type_id(type)].class, type_info[id].class));
}

void type_prepare(Type *type)
{
    if (type->ready)
        return;
    type->ready = true;
    type->length = type->precision = type->scale = type->decimal_return_scale = type->dimensions = -1;
    type->create_type = type->native_enum = type->native_uuid = type->as_uuid = true;
    type->validate_strings = false;
    TypeId id = type_id(type);
    type->asdecimal = type_is(type, TYPE_Numeric) && !type_is(type, TYPE_Float);
    if (id == TYPE_UUID || id == TYPE_Uuid)
        type->as_uuid = true;
}

Type *type_new(TypeId id)
{
    Type *type = (Type *)object_allocate(type_info[id].class);
    type->id = id;
    type_prepare(type);
    return type;
}

/* --- from script values ----------------------------------------------------------------------------------- */

static bool is_type_class(Value v)
{
    return is_instance(v, &type_class) && is_subclass((const Class *)v.obj, &TypeEngine_class);
}

Type *type_from_value(Value v)
{
    if (is_absent(v))
        return type_new(TYPE_NullType);
    if (value_is_opaque(v)) { /* fine until its DDL is asked for */
        Type *unknown = type_new(TYPE_NullType);
        unknown->impl = v;
        return unknown;
    }
    Type *type = as(Type, v);
    if (type) {
        type_prepare(type);
        return type;
    }
    if (is_type_class(v)) {
        Type *made = get_as(Type, instantiate((const Class *)v.obj, &(Call){0}), "type");
        type_prepare(made);
        return made;
    }
    if (is_callable(v)) { /* SQLAlchemy calls anything callable: lambda: String(5) */
        Value made = call(v, 0, NULL);
        if (as(Type, made))
            return as(Type, made);
    }
    raise_exception(&ArgumentError_class, "Object %s is not a legal type", value_repr(v)->text);
}

typedef struct PlainType {
    const Class *class;
    TypeId id;
} PlainType;

Type *type_of_value(Value v)
{
    const PlainType rows[] = {
        {&bool_class, TYPE_Boolean}, {&int_class, TYPE_Integer},        {&float_class, TYPE_Float},
        {&str_class, TYPE_String},   {&bytes_class, TYPE_LargeBinary},
    };
    /* from modules this floor does not know: found by name */
    static const struct {
        const char *name;
        TypeId id;
    } named[] = {
        {"datetime", TYPE_DateTime}, {"date", TYPE_Date},     {"time", TYPE_Time},
        {"timedelta", TYPE_Interval}, {"Decimal", TYPE_Numeric}, {"UUID", TYPE_Uuid},
    };
    const Class *class = class_of(v);
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (is_subclass(class, rows[i].class))
            return type_new(rows[i].id);
    for (const Class *c = class; c; c = c->base)
        for (size_t i = 0; i < COUNT_OF(named); i++)
            if (str_is(class_name(c), named[i].name))
                return type_new(named[i].id);
    Type *range = range_find_type(v);
    return range ? range : type_new(TYPE_NullType);
}

/* DOUBLE_PRECISION(53) -> Double(53): the nearest class that is no SQL name, with what both know. */
Type *type_as_generic(const Type *type)
{
    for (TypeId id = type_id(type); id != TYPE_TypeEngine;) {
        const Class *base = type_info[id].class;
        if (!type_info[id].dialect && !str_equal(class_name(base), str_upper_ascii(class_name(base)))) {
            Type *made = type_new(id);
            Obj head = made->obj;
            *made = *type;
            made->obj = head;
            made->id = id;
            made->variants = (Map){0};
            return made;
        }
        id = id_of_class(base->base);
    }
    raise_exception(&NotImplementedError_class,
                    "Default TypeEngine.as_generic() heuristic method was unsuccessful for %s. A custom as_generic() "
                    "method must be implemented for this type class.",
                    class_name(type->obj.class)->text);
}

/* --- per dialect ----------------------------------------------------------------------------------------------- */

Type *type_decorated(const Type *type)
{
    Value given = type->obj.attrs ? dict_find_text(type->obj.attrs, "impl") : UNSET;
    return as(Type, is_set(given) ? given : type->impl);
}

/* TypeDecorator.load_dialect_impl(dialect) of the script, else `impl`. */
static Type *decorator_impl(const Type *type, const char *dialect_name)
{
    Value custom = class_find(type->obj.class, intern("load_dialect_impl"));
    if (is_set(custom) && class_of(custom) != &method_class && is_instance(custom, &function_class)) {
        Value dialect = type_dialect(dialect_name);
        return type_from_value(call_method(OBJ(type), "load_dialect_impl", 1, &dialect));
    }
    return type_from_value(value_find_attr_text(OBJ(type), "impl"));
}

/* with_variant(own, dialect_name), or NULL. Most types have none, so the name is not even looked at. */
static Type *variant_find(const Type *type, const char *dialect_name)
{
    return type->variants.length ? map_find(&type->variants, intern(dialect_name)) : NULL;
}

Type *type_for_dialect(const Type *type, const char *dialect_name)
{
    Type *own = variant_find(type, dialect_name);
    if (own)
        return type_for_dialect(own, dialect_name);
    if (type_id(type) == TYPE_TypeDecorator || type_id(type) == TYPE_PickleType)
        return type_for_dialect(decorator_impl(type, dialect_name), dialect_name);
    return (Type *)(uintptr_t)type;
}

/* What load_dialect_impl(dialect) is given: .name and type_descriptor(type). */
typedef struct TypeDialect {
    Obj obj;
    Str *name;
} TypeDialect;
extern const Class TypeDialect_class;

#define TYPE_DESCRIPTOR(P) P(POS, any, type_, Required)
NATIVE(TypeDialect, type_descriptor, TYPE_DESCRIPTOR)
{
    return OBJ(type_from_value(a->type_));
}

static const Field type_dialect_fields[] = {FIELD(TypeDialect, str, name, READONLY), {0}};
static const Method type_dialect_methods[] = {METHOD(TypeDialect, type_descriptor), {0}};
const Class TypeDialect_class = {
    CLASS_NAMED(TypeDialect, "Dialect", "sqlalchemy.engine.interfaces", object),
    .fields = type_dialect_fields,
    .methods = type_dialect_methods,
};

Value type_dialect(const char *dialect_name)
{
    TypeDialect *dialect = obj_new(TypeDialect);
    dialect->name = intern(dialect_name);
    return OBJ(dialect);
}

/* --- values on their way ------------------------------------------------------------------------------------------ */

/* The script's own process_bind_param / process_result_value, or UNSET when it has none. */
static Value decorated(const Type *type, const char *method, const char *dialect_name, Value v)
{
    Value found = class_find(type->obj.class, intern(method));
    if (!is_instance(found, &function_class))
        return UNSET;
    Value arguments[] = {v, type_dialect(dialect_name)};
    return call_method(OBJ(type), method, 2, arguments);
}

Value type_find_method(const Type *type, const char *name)
{
    if (!(type->obj.class->flags & CLASS_HEAP))
        return UNSET;
    Value found = class_find(type->obj.class, intern(name));
    return is_instance(found, &function_class) ? value_find_attr_text(OBJ(type), name) : UNSET;
}

Value type_bind_value(const Type *type, const char *dialect_name, Value v)
{
    const Type *own = variant_find(type, dialect_name);
    if (own)
        return type_bind_value(own, dialect_name, v);
    if (type_id(type) == TYPE_TypeDecorator) {
        Value made = decorated(type, "process_bind_param", dialect_name, v);
        return type_bind_value(decorator_impl(type, dialect_name), dialect_name, is_set(made) ? made : v);
    }
    if (type_is(type, TYPE_Enum))
        return enum_label(type, v);
    return value_plain(v);
}

Value type_literal_value(const Type *type, const char *dialect_name, Value v)
{
    const Type *own = map_find(&type->variants, intern(dialect_name));
    if (own)
        return type_literal_value(own, dialect_name, v);
    if (type_id(type) != TYPE_TypeDecorator)
        return type_bind_value(type, dialect_name, v);
    Value made = decorated(type, "process_literal_param", dialect_name, v);
    if (!is_set(made))
        made = decorated(type, "process_bind_param", dialect_name, v);
    return type_literal_value(decorator_impl(type, dialect_name), dialect_name, is_set(made) ? made : v);
}

Value type_result_value(const Type *type, const char *dialect_name, Value v)
{
    const Type *own = variant_find(type, dialect_name);
    if (own)
        return type_result_value(own, dialect_name, v);
    if (type_id(type) == TYPE_TypeDecorator) {
        v = type_result_value(decorator_impl(type, dialect_name), dialect_name, v);
        Value made = decorated(type, "process_result_value", dialect_name, v);
        return is_set(made) ? made : v;
    }
    if (type_is(type, TYPE_Enum))
        return enum_member(type, v);
    if (type_is(type, TYPE_Boolean) && v.tag == TAG_INT)
        return BOOL(v.integer != 0);
    return v;
}

/* --- labels of an Enum ------------------------------------------------------------------------------------------------ */

Value type_label(const Type *type, size_t i)
{
    return type->tuple_label ? OBJ(type->tuple_label) : STR(type->labels.at[i]);
}

int64_t type_longest_label(const Type *type)
{
    int64_t longest = 0;
    if (type->tuple_label)
        return (int64_t)type->tuple_label->length;
    for (size_t i = 0; i < type->labels.length; i++)
        if (type->labels.at[i]->characters > longest)
            longest = type->labels.at[i]->characters;
    return longest;
}

/* --- CHECKs that a type brings along --------------------------------------------------------------------------------- */

/* column IN (...), as the constraint of Boolean and Enum is written. */
static Constraint *type_constraint(Type *type, Column *column)
{
    Constraint *check = constraint_new(CONSTRAINT_CHECK, type->name_given ? type->name : NULL);
    check->type_bound = type;
    if (type->tuple_label)
        raise_exception(&ArgumentError_class, "Enum values must be strings, got %s",
                        type->labels.at[0]->text);
    List *items = list_new(0);
    if (type_is(type, TYPE_Enum))
        for (size_t i = 0; i < type->labels.length; i++)
            list_append(items, type_label(type, i));
    else
        for (int64_t i = 0; i < 2; i++)
            list_append(items, INT(i));
    check->sqltext = element_in_literals((ColumnElement *)column, items);
    vec_push(&check->columns, column);
    return check;
}

/* A named type in its table's schema, or in that of the MetaData it was given. */
static void take_schema(Type *type, const Table *table)
{
    if (type->inherit_schema && table)
        type->schema = table_schema(table);
    else if (type->metadata && !type->schema)
        type->schema = type->metadata->schema;
}

void type_attach(Type *type, Column *column)
{
    if (type_is(type, TYPE_ARRAY))
        return;
    if (type_id(type) == TYPE_TypeDecorator) {
        type = as(Type, value_find_attr_text(OBJ(type), "impl"));
        if (!type)
            return;
    }
    bool schema_type = type_is(type, TYPE_Enum) || type_is(type, TYPE_Boolean);
    Table *table = column_table(column);
    if (type_is(type, TYPE_Enum) || type_is(type, TYPE_PG_DOMAIN))
        take_schema(type, table);
    if (schema_type && type->create_constraint && table)
        table_add_constraint(table, type_constraint(type, column));
}
