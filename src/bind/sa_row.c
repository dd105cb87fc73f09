/* sa_row.c -- Row and RowMapping: one row of a result, as a tuple with names and as a mapping. */
#include "bind/bind.h"
#include "bind/sa_inside.h"

/* --- keys ------------------------------------------------------------------------------------- */

RowKeys *row_keys_new(const StrVec *names)
{
    RowKeys *keys = new (RowKeys);
    for (size_t i = 0; i < names->length; i++) {
        Str *name = str_intern(names->at[i]);
        vec_push(&keys->names, name);
        map_put(&keys->places, name, (void *)(uintptr_t)(i + 1));
    }
    return keys;
}

static ptrdiff_t find_by_name(const RowKeys *keys, const Str *name)
{
    return (ptrdiff_t)(uintptr_t)map_find(&keys->places, name) - 1;
}

static ptrdiff_t find_by_element(const RowKeys *keys, Value key)
{
    ClauseElement *element = element_find(key);
    if (!element)
        return -1;
    for (size_t i = 0; keys->elements && i < keys->names.length; i++)
        if (keys->elements[i] == (ColumnElement *)element)
            return (ptrdiff_t)i;
    Str *name = element_result_name(element);
    return name ? find_by_name(keys, name) : -1;
}

ptrdiff_t row_keys_find(const RowKeys *keys, Value key)
{
    Str *name = value_find_str(key);
    if (name)
        return find_by_name(keys, name);
    key = value_plain(key);
    if (key.tag == TAG_INT) {
        int64_t count = (int64_t)keys->names.length,
                at = key.integer < 0 ? key.integer + count : key.integer;
        return at >= 0 && at < count ? (ptrdiff_t)at : -1;
    }
    return find_by_element(keys, key);
}

static _Noreturn void raise_no_column(Value key)
{
    raise_exception(&NoSuchColumnError_class, "Could not locate column in row for column '%s'",
                    value_str(key)->text);
}

size_t row_keys_get(const RowKeys *keys, Value key)
{
    ptrdiff_t at = row_keys_find(keys, key);
    if (at < 0 && value_plain(key).tag == TAG_INT)
        raise_exception(&IndexError_class, "tuple index out of range");
    if (at < 0)
        raise_no_column(key);
    return (size_t)at;
}

/* --- result.keys() ---------------------------------------------------------------------------- */

typedef struct ResultKeys {
    Obj obj;
    RowKeys *keys;
} ResultKeys;

static List *names_list(const RowKeys *keys)
{
    List *list = list_new(keys->names.length);
    for (size_t i = 0; i < keys->names.length; i++)
        list_append(list, STR(keys->names.at[i]));
    return list;
}

static RowKeys *keys_of(Value self)
{
    return ((ResultKeys *)self.obj)->keys;
}

static Str *keys_repr(Value self)
{
    return str_format("RMKeyView(%s)", value_repr(OBJ(names_list(keys_of(self))))->text);
}

static Value keys_iter(Value self)
{
    return value_iter(OBJ(names_list(keys_of(self))));
}

static int64_t keys_length(Value self)
{
    return (int64_t)keys_of(self)->names.length;
}

static bool keys_contains(Value self, Value item)
{
    return !is_int(value_plain(item)) && row_keys_find(keys_of(self), item) >= 0;
}

static Value keys_binop(Operator op, Value left, Value right)
{
    if (op != OPERATOR_EQ && op != OPERATOR_NE)
        return UNSET;
    return value_operate(op, OBJ(list_from(left)), OBJ(list_from(right)));
}

static Value keys_subscript(Value self, Value key)
{
    return value_subscript(OBJ(names_list(keys_of(self))), key);
}

const Class ResultKeys_class = {
    CLASS_NAMED(ResultKeys, "RMKeyView", "sqlalchemy.engine.result", object),
    .repr = keys_repr,
    .iter = keys_iter,
    .length = keys_length,
    .contains = keys_contains,
    .binop = keys_binop,
    .subscript = keys_subscript,
};

Value result_keys_new(RowKeys *keys)
{
    ResultKeys *view = obj_new(ResultKeys);
    view->keys = keys;
    return OBJ(view);
}

/* --- Row -------------------------------------------------------------------------------------- */

Row *row_new(RowKeys *keys, size_t count, const Value *values)
{
    Row *row = obj_new(Row);
    row->tuple.at = new_array(Value, count + 1);
    if (count)
        if (count)
        memcpy(row->tuple.at, values, count * sizeof *values);
    row->tuple.length = count;
    row->keys = keys;
    return row;
}

static Value row_getattr(Value self, Str *name)
{
    Row *row = (Row *)self.obj;
    ptrdiff_t at = find_by_name(row->keys, name);
    if (at >= 0)
        return row->tuple.at[at];
    if (str_starts_with(name, "__"))
        return UNSET;
    raise_attribute("Could not locate column in row for column '%s'", name->text);
}

NATIVE0(Row, mapping)
{
    return row_mapping_new(self);
}

static Dict *row_dict(const Row *row)
{
    Dict *dict = dict_new();
    for (size_t i = 0; i < row->tuple.length; i++)
        dict_set_str(dict, row->keys->names.at[i], row->tuple.at[i]);
    return dict;
}

NATIVE0(Row, _asdict)
{
    return OBJ(row_dict(self));
}

NATIVE0(Row, fields)
{
    return OBJ(tuple_of_strings(self->keys->names.length, self->keys->names.at));
}

NATIVE0(Row, _tuple)
{
    return OBJ(self);
}

static const Method row_methods[] = {
    PROPERTY_AS("_mapping", Row, mapping),
    PROPERTY_AS("_fields", Row, fields),
    METHOD(Row, _asdict),
    METHOD(Row, _tuple),
    METHOD_AS("tuple", Row, _tuple),
    PROPERTY_AS("t", Row, _tuple),
    PROPERTY_AS("_t", Row, _tuple),
    {0},
};
const Class Row_class = {
    CLASS(Row, "sqlalchemy.engine.row", tuple),
    .methods = row_methods,
    .getattr = row_getattr,
};

/* --- RowMapping ------------------------------------------------------------------------------- */

static Row *row_of(Value self)
{
    return ((RowMapping *)self.obj)->row;
}

Value row_mapping_new(Row *row)
{
    RowMapping *mapping = obj_new(RowMapping);
    mapping->row = row;
    return OBJ(mapping);
}

static Value mapping_subscript(Value self, Value key)
{
    Row *row = row_of(self);
    ptrdiff_t at = is_int(value_plain(key)) ? -1 : row_keys_find(row->keys, key);
    if (at < 0)
        raise_no_column(key);
    return row->tuple.at[at];
}

static Str *mapping_repr(Value self)
{
    return value_repr(OBJ(row_dict(row_of(self))));
}

static Value mapping_iter(Value self)
{
    return value_iter(OBJ(names_list(row_of(self)->keys)));
}

static int64_t mapping_length(Value self)
{
    return (int64_t)row_of(self)->tuple.length;
}

static bool mapping_contains(Value self, Value item)
{
    return !is_int(value_plain(item)) && row_keys_find(row_of(self)->keys, item) >= 0;
}

static Value mapping_as_dict(Value v)
{
    return is_instance(v, &RowMapping_class) ? OBJ(row_dict(row_of(v))) : v;
}

static Value mapping_binop(Operator op, Value left, Value right)
{
    if (op != OPERATOR_EQ && op != OPERATOR_NE)
        return UNSET;
    return value_operate(op, mapping_as_dict(left), mapping_as_dict(right));
}

NATIVE0(RowMapping, keys)
{
    return result_keys_new(self->row->keys);
}

NATIVE0(RowMapping, values)
{
    return OBJ(list_of(self->row->tuple.length, self->row->tuple.at));
}

NATIVE0(RowMapping, items)
{
    List *items = list_new(0);
    for (size_t i = 0; i < self->row->tuple.length; i++) {
        Value pair[] = {STR(self->row->keys->names.at[i]), self->row->tuple.at[i]};
        list_append(items, OBJ(tuple_new(2, pair)));
    }
    return OBJ(items);
}

#define MAPPING_GET(P) P(POS, any, key, Required) P(POS, any, default__, None)
NATIVE(RowMapping, get, MAPPING_GET)
{
    ptrdiff_t at = row_keys_find(self->row->keys, a->key);
    return at < 0 ? a->default__ : self->row->tuple.at[at];
}

static const Method mapping_methods[] = {
    METHOD(RowMapping, keys),
    METHOD(RowMapping, values),
    METHOD(RowMapping, items),
    METHOD(RowMapping, get),
    {0},
};
const Class RowMapping_class = {
    CLASS(RowMapping, "sqlalchemy.engine.row", object),
    .methods = mapping_methods,
    .repr = mapping_repr,
    .subscript = mapping_subscript,
    .iter = mapping_iter,
    .length = mapping_length,
    .contains = mapping_contains,
    .binop = mapping_binop,
};
