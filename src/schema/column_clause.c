/* column_clause.c -- ColumnClause, made by column() and literal_column(), and ColumnCollection,
 * which is `table.c`. */
#include "schema/expr_inside.h"

/* --- ColumnClause ----------------------------------------------------------------------------- */

static void column_start(ColumnClause *column, Value name, Value type, bool is_literal)
{
    NameSource source;
    column->column_element.element.kind = EXPR_COLUMN;
    column->name = column->key = name_from(name, &column->quote, &source);
    column->is_literal = is_literal;
    column->column_element.type = is_absent(type) ? null_type() : type_from_value(type);
}

#define COLUMN(P)                                                                                  \
    P(POS, any, text, Required)                                                                    \
    P(POS, any, type_, None) P(POS, bool, is_literal, False) P(KEY, any, _selectable, None)
NATIVE(ColumnClause, init, COLUMN)
{
    column_start(self, a->text, a->type_, a->is_literal);
    return OBJ(self);
}

FUNCTION(expression, column, COLUMN)
{
    ColumnClause *column = obj_new(ColumnClause);
    column_start(column, a->text, a->type_, a->is_literal);
    return OBJ(column);
}

#define LITERAL_COLUMN(P) P(POS, str, text, Required) P(POS, any, type_, None)
FUNCTION(expression, literal_column, LITERAL_COLUMN)
{
    ColumnClause *column = obj_new(ColumnClause);
    column_start(column, STR(a->text), a->type_, true);
    return OBJ(column);
}

const Export column_exports[] = {
    EXPORT_FUNCTION(expression, column),
    EXPORT_FUNCTION(expression, literal_column),
    {0},
};

static Str *column_repr(Value self)
{
    const ColumnClause *column = (ColumnClause *)self.obj;
    return str_format("<sqlalchemy.sql.elements.ColumnClause at %p; %s>", (const void *)column,
                      column->name ? column->name->text : "None");
}

static const Field column_fields[] = {
    FIELD(ColumnClause, str, name, MUTABLE),
    FIELD(ColumnClause, str, key, MUTABLE),
    FIELD(ColumnClause, bool, is_literal, READONLY),
    FIELD(ColumnClause, obj, table, READONLY),
    {0},
};
const Class ColumnClause_class = {
    CLASS(ColumnClause, "sqlalchemy.sql.elements", ColumnElement),
    .init = INIT(ColumnClause),
    .fields = column_fields,
    .repr = column_repr,
};

/* --- ColumnCollection ------------------------------------------------------------------------- */

ColumnCollection *column_collection_new(void)
{
    return obj_new(ColumnCollection);
}

void column_collection_add(ColumnCollection *columns, Str *key, ColumnClause *column)
{
    vec_push(&columns->items, column);
    if (key && !map_has(&columns->by_key, key))
        map_put(&columns->by_key, key, column);
}

static Value collection_getattr(Value self, Str *name)
{
    ColumnClause *column = map_find(&((ColumnCollection *)self.obj)->by_key, name);
    return column ? OBJ(column) : UNSET;
}

static Value collection_item(Value self, Value key)
{
    const ColumnCollection *columns = (ColumnCollection *)self.obj;
    if (key.tag == TAG_INT) {
        int64_t i = key.integer < 0 ? key.integer + (int64_t)columns->items.length : key.integer;
        if (i < 0 || i >= (int64_t)columns->items.length)
            raise_exception_with(&IndexError_class, key);
        return OBJ(columns->items.at[i]);
    }
    Str *name = value_find_str(key);
    ColumnClause *column = name ? map_find(&columns->by_key, name) : NULL;
    if (!column)
        raise_exception_with(&KeyError_class, key);
    return OBJ(column);
}

static List *collection_list(const ColumnCollection *columns)
{
    List *list = list_new(columns->items.length);
    for (size_t i = 0; i < columns->items.length; i++)
        list_append(list, OBJ(columns->items.at[i]));
    return list;
}

static Value collection_iter(Value self)
{
    return value_iter(OBJ(collection_list((ColumnCollection *)self.obj)));
}

static bool collection_contains(Value self, Value item)
{
    Str *name = value_find_str(item);
    if (!name)
        raise_exception(&ArgumentError_class, "__contains__ requires a string argument");
    return map_has(&((ColumnCollection *)self.obj)->by_key, name);
}

static int64_t collection_length(Value self)
{
    return (int64_t)((ColumnCollection *)self.obj)->items.length;
}

NATIVE0(ColumnCollection, keys)
{
    List *list = list_new(self->by_key.length);
    for (size_t i = 0; i < self->by_key.length; i++)
        list_append(list, STR(self->by_key.at[i].key));
    return OBJ(list);
}

NATIVE0(ColumnCollection, values)
{
    return OBJ(collection_list(self));
}

NATIVE0(ColumnCollection, items)
{
    List *list = list_new(self->by_key.length);
    for (size_t i = 0; i < self->by_key.length; i++)
        list_append(list, OBJ(tuple_new(2, (Value[]){STR(self->by_key.at[i].key),
                                                     OBJ(self->by_key.at[i].value)})));
    return OBJ(list);
}

#define GET(P) P(POS, str, key, Required) P(POS, any, default__, None)
NATIVE(ColumnCollection, get, GET)
{
    ColumnClause *column = map_find(&self->by_key, a->key);
    return column ? OBJ(column) : a->default__;
}

#define CONTAINS_COLUMN(P) P(POS, any, column, Required)
NATIVE(ColumnCollection, contains_column, CONTAINS_COLUMN)
{
    for (size_t i = 0; i < self->items.length; i++)
        if (a->column.tag == TAG_OBJ && a->column.obj == (Obj *)self->items.at[i])
            return TRUE_VALUE;
    return FALSE_VALUE;
}

NATIVE0(ColumnCollection, as_readonly)
{
    return OBJ(self);
}

/* "ReadOnlyColumnCollection(t.a, t.b)" */
static Str *collection_repr(Value self)
{
    const ColumnCollection *columns = (ColumnCollection *)self.obj;
    Buf out = {0};
    buf_text(&out, "ReadOnlyColumnCollection(");
    for (size_t i = 0; i < columns->items.length; i++)
        buf_format(&out, "%s%s", i ? ", " : "", value_str(OBJ(columns->items.at[i]))->text);
    buf_char(&out, ')');
    return buf_str(&out);
}

static const Method collection_methods[] = {
    METHOD(ColumnCollection, keys),
    METHOD(ColumnCollection, values),
    METHOD(ColumnCollection, items),
    METHOD(ColumnCollection, get),
    METHOD(ColumnCollection, contains_column),
    METHOD(ColumnCollection, as_readonly),
    {0},
};
const Class ColumnCollection_class = {
    CLASS_NAMED(ColumnCollection, "ReadOnlyColumnCollection", "sqlalchemy.sql.base", object),
    .methods = collection_methods,
    .getattr = collection_getattr,
    .subscript = collection_item,
    .iter = collection_iter,
    .contains = collection_contains,
    .length = collection_length,
    .repr = collection_repr,
    .str = collection_repr,
};
