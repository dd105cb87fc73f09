/* column.c -- Column: what a script says about one column of a table, and joining it to the table. */
#include "schema/schema.h"

static size_t columns_made; /* creation_order: declarative classes sort their columns by it */

Column *column_new(Str *name, Type *type)
{
    Column *column = obj_new(Column);
    column->clause.column_element.element.kind = EXPR_COLUMN;
    column->clause.column_element.type = type;
    column->clause.name = column->clause.key = name;
    column->nullable = true;
    column->autoincrement = STR(str_from("auto"));
    column->creation_order = ++columns_made;
    return column;
}

ServerDefault *server_default_from(Value argument, bool for_update)
{
    if (is_absent(argument))
        return NULL;
    ServerDefault *given = as(FetchedValue, argument);
    if (given)
        return given;
    if (value_is_opaque(argument))
        opaque_raise(argument);
    ServerDefault *made = obj_new(DefaultClause);
    made->argument = value_find_str(argument) ? STR(value_find_str(argument)) : argument;
    if (!is_str(made->argument) && !as(ClauseElement, argument))
        raise_exception(&ArgumentError_class,
                        "Argument 'arg' is expected to be one of type '<class 'str'>' or '<class "
                        "'sqlalchemy.sql.elements.ClauseElement'>' or '<class "
                        "'sqlalchemy.sql.elements.TextClause'>', got '%s'",
                        value_repr(OBJ(class_of(argument)))->text);
    made->for_update = for_update;
    return made;
}

/* --- arguments in any place: Column("id", Integer), Column(Integer, ForeignKey(...)) ---------------- */

static void column_take_type(Column *column, Value v)
{
    column->clause.column_element.type = type_from_value(v);
}

static bool is_type_argument(Value v)
{
    if (as(Type, v))
        return true;
    return is_instance(v, &type_class) && is_subclass((const Class *)v.obj, &TypeEngine_class);
}

static void column_take_foreign_key(Column *column, ForeignKey *key)
{
    if (key->parent && key->parent != column)
        raise_exception(&InvalidRequestError_class, "This ForeignKey already has a parent !");
    key->parent = column;
    vec_push(&column->foreign_keys, key);
}

/* One positional argument after the name and type: what SQLAlchemy calls a SchemaItem. */
static void column_take_item(Column *column, Value item)
{
    if (as(ForeignKey, item))
        column_take_foreign_key(column, as(ForeignKey, item));
    else if (as(Identity, item)) {
        column->identity = as(Identity, item);
        column->identity->column = column;
    } else if (as(Computed, item)) {
        column->computed = as(Computed, item);
        column->computed->column = column;
    } else if (as(Sequence, item)) {
        column->sequence = as(Sequence, item);
        column->sequence->column = column;
    } else if (as(FetchedValue, item)) {
        ServerDefault *fetched = as(FetchedValue, item);
        *(fetched->for_update ? &column->server_onupdate : &column->server_default) = fetched;
    } else if (as(Constraint, item))
        vec_push(&column->constraints, as(Constraint, item));
    else if (is_callable(value_find_attr_text(item, "_set_parent_with_dispatch")))
        call_method(item, "_set_parent_with_dispatch", 1, (Value[]){OBJ(column)});
    else
        raise_exception(&ArgumentError_class,
                        "'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got %s",
                        value_repr(item)->text);
}

static void column_take_name(Column *column, Value v)
{
    NameSource source;
    column->clause.name = name_from(v, &column->clause.quote, &source);
    if (!column->clause.key)
        column->clause.key = column->clause.name;
}

static void column_take_positional(Column *column, const List *items, Value name, Value type)
{
    size_t i = 0;
    if (i < items->length && (value_find_str(items->at[i]) || is_none(items->at[i]))) {
        if (!is_absent(name))
            raise_exception(&ArgumentError_class, "May not pass name positionally and as a keyword.");
        name = items->at[i++];
    }
    if (i < items->length && (is_type_argument(items->at[i]) || value_is_opaque(items->at[i]))) {
        if (!is_absent(type))
            raise_exception(&ArgumentError_class, "May not pass type_ positionally and as a keyword.");
        type = items->at[i++];
    }
    column_take_name(column, name);
    column_take_type(column, type);
    for (; i < items->length; i++)
        if (!is_none(items->at[i]))
            column_take_item(column, items->at[i]);
}

static void column_take_default(Column *column, Value value)
{
    Sequence *sequence = as(Sequence, value);
    if (sequence) {
        column->sequence = sequence;
        sequence->column = column;
    } else {
        column->default_value = column_default_argument(value);
    }
}

static void column_take_server_default(Column *column, Value value)
{
    if (as(Computed, value) || as(Identity, value))
        column_take_item(column, value);
    else
        column->server_default = server_default_from(value, false);
}

static Tri tri_from(Value v)
{
    return is_absent(v) ? TRI_UNSET : value_truth(v) ? TRI_TRUE : TRI_FALSE;
}

/* A generated column has nothing else that fills it. */
static void column_check_generated(const Column *column)
{
    bool filled = column->server_default || column->server_onupdate;
    if (column->computed && (filled || column->identity))
        raise_exception(&ArgumentError_class,
                        "A generated column cannot specify a server_default or a server_onupdate argument");
    if (column->identity && filled)
        raise_exception(&ArgumentError_class, "A column with an Identity object cannot specify a server_default or "
                                              "a server_onupdate argument");
    if (column->identity && column->autoincrement.tag == TAG_BOOL && !column->autoincrement.boolean)
        raise_exception(&ArgumentError_class,
                        "A column with an Identity object cannot specify autoincrement=False");
}

/* An identity column is never nullable by default; a primary key neither. */
static void column_settle_nullable(Column *column, Value nullable)
{
    column->nullable_given = is_set(nullable);
    if (column->nullable_given)
        column->nullable = value_truth(nullable);
    else
        column->nullable = !column->primary_key && !column->identity;
}

#define COLUMN_INIT(P)                                                                             \
    P(REST, list, items, Empty) /* Column("id", Integer()), Column(Integer(), ForeignKey(..)) */   \
    P(KEY, any, name, Unset)                                                                       \
    P(KEY, any, type_, Unset)                                                                      \
    P(KEY, any, autoincrement, Unset)                                                              \
    P(KEY, any, default__, Unset)                                                                  \
    P(KEY, any, insert_default, Unset)                                                             \
    P(KEY, str, doc, None)                                                                         \
    P(KEY, str, key, None)                                                                         \
    P(KEY, any, index, Unset)                                                                      \
    P(KEY, any, unique, Unset)                                                                     \
    P(KEY, dict, info, None)                                                                       \
    P(KEY, any, nullable, Unset)                                                                   \
    P(KEY, any, onupdate, Unset)                                                                   \
    P(KEY, any, primary_key, Unset)                                                                \
    P(KEY, any, server_default, Unset)                                                             \
    P(KEY, any, server_onupdate, Unset)                                                            \
    P(KEY, any, quote, Unset)                                                                      \
    P(KEY, bool, system, False)                                                                    \
    P(KEY, str, comment, None)                                                                     \
    P(KEY, any, _proxies, Unset)                                                                   \
    P(KWREST, dict, options, Empty)
NATIVE(Column, init, COLUMN_INIT)
{
    self->clause.column_element.element.kind = EXPR_COLUMN;
    self->creation_order = ++columns_made;
    self->pos = vm_script_position();
    self->clause.key = a->key;
    column_take_positional(self, a->items, a->name, a->type_);
    if (!is_absent(a->quote))
        self->clause.quote = tri_from(a->quote);
    self->primary_key = is_set(a->primary_key) && value_truth(a->primary_key);
    self->autoincrement = is_set(a->autoincrement) ? a->autoincrement : STR(str_from("auto"));
    self->index = tri_from(a->index);
    self->unique = tri_from(a->unique);
    self->system = a->system;
    self->doc = a->doc;
    self->comment = a->comment;
    self->info = a->info;
    if (!is_absent(a->default__) || !is_absent(a->insert_default))
        column_take_default(self, is_absent(a->insert_default) ? a->default__ : a->insert_default);
    self->onupdate = is_absent(a->onupdate) ? UNSET : column_default_argument(a->onupdate);
    if (!is_absent(a->server_default))
        column_take_server_default(self, a->server_default);
    self->server_onupdate = server_default_from(a->server_onupdate, true);
    column_check_generated(self);
    column_settle_nullable(self, a->nullable);
    self->options = dialect_options(&Column_class, a->options);
    return OBJ(self);
}

/* --- copies ----------------------------------------------------------------------------------------- */

static ForeignKey *foreign_key_copy(const ForeignKey *key)
{
    ForeignKey *copy = obj_new(ForeignKey);
    Obj head = copy->obj;
    *copy = *key;
    copy->obj = head;
    copy->parent = copy->column = NULL;
    copy->constraint = NULL;
    return copy;
}

Column *column_copy(const Column *column)
{
    Column *copy = (Column *)object_allocate(column->clause.column_element.element.obj.class);
    Obj head = copy->clause.column_element.element.obj;
    *copy = *column;
    copy->clause.column_element.element.obj = head;
    copy->clause.table = NULL;
    copy->creation_order = ++columns_made;
    memset(&copy->foreign_keys, 0, sizeof copy->foreign_keys);
    memset(&copy->constraints, 0, sizeof copy->constraints);
    for (size_t i = 0; i < column->foreign_keys.length; i++)
        if (!column->foreign_keys.at[i]->constraint || column->foreign_keys.at[i]->constraint->implicit)
            column_take_foreign_key(copy, foreign_key_copy(column->foreign_keys.at[i]));
    for (size_t i = 0; i < column->constraints.length; i++)
        if (!column->constraints.at[i]->type_bound)
            vec_push(&copy->constraints, constraint_copy(column->constraints.at[i]));
    return copy;
}

NATIVE0(Column, copy)
{
    return OBJ(column_copy(self));
}

Column *column_given(Value v)
{
    Column *column = as(Column, v);
    if (!column && !value_find_str(v))
        column = as(Column, value_find_attr_text(v, "column"));
    ClauseElement *element = column || value_find_str(v) ? NULL : element_find(v);
    return element ? as(Column, OBJ(element)) : column;
}

/* --- what scripts read --------------------------------------------------------------------------------- */

NATIVE0(Column, type)
{
    return OBJ(column_type(self));
}

NATIVE(Column, set_type, ONE_VALUE)
{
    column_take_type(self, a->value);
    return NONE;
}

NATIVE0(Column, constraints)
{
    Set *all = set_new();
    for (size_t i = 0; i < self->constraints.length; i++)
        set_add(all, OBJ(self->constraints.at[i]));
    return OBJ(all);
}

NATIVE0(Column, foreign_keys)
{
    Set *keys = set_new();
    for (size_t i = 0; i < self->foreign_keys.length; i++)
        set_add(keys, OBJ(self->foreign_keys.at[i]));
    return OBJ(keys);
}

SCHEMA_ITEM_INFO(Column)

static Value tri_value(Tri tri)
{
    return tri == TRI_UNSET ? NONE : BOOL(tri == TRI_TRUE);
}

NATIVE0(Column, index)
{
    return tri_value(self->index);
}

NATIVE0(Column, unique)
{
    return tri_value(self->unique);
}

NATIVE0(Column, default__)
{
    if (self->sequence)
        return OBJ(self->sequence);
    return is_set(self->default_value) ? column_default_wrapped(self, self->default_value, false)
                                       : NONE;
}

NATIVE0(Column, onupdate)
{
    return is_set(self->onupdate) ? column_default_wrapped(self, self->onupdate, true) : NONE;
}

NATIVE(Column, set_onupdate, ONE_VALUE)
{
    self->onupdate = is_absent(a->value) ? UNSET : column_default_argument(a->value);
    return NONE;
}

NATIVE(Column, set_default, ONE_VALUE)
{
    self->sequence = NULL;
    self->default_value = UNSET;
    if (!is_absent(a->value))
        column_take_default(self, a->value);
    return NONE;
}

NATIVE(Column, set_index, ONE_VALUE)
{
    self->index = tri_from(a->value);
    return NONE;
}

NATIVE(Column, set_unique, ONE_VALUE)
{
    self->unique = tri_from(a->value);
    return NONE;
}

NATIVE0(Column, server_default)
{
    if (self->computed)
        return OBJ(self->computed);
    return self->identity ? OBJ(self->identity) : OBJ(self->server_default);
}

NATIVE(Column, set_server_default, ONE_VALUE)
{
    self->server_default = NULL;
    self->computed = NULL;
    self->identity = NULL;
    if (!is_absent(a->value))
        column_take_server_default(self, a->value);
    return NONE;
}

static Str *column_repr(Value self)
{
    Column *c = as(Column, self);
    Buf out = {0};
    buf_format(&out, "Column(%s, %s", value_repr(STR(column_name(c)))->text,
               value_repr(OBJ(column_type(c)))->text);
    for (size_t i = 0; i < c->foreign_keys.length; i++)
        buf_format(&out, ", %s", value_repr(OBJ(c->foreign_keys.at[i]))->text);
    for (size_t i = 0; i < c->constraints.length; i++)
        if (!c->constraints.at[i]->type_bound)
            buf_format(&out, ", %s", value_repr(OBJ(c->constraints.at[i]))->text);
    if (c->clause.table)
        buf_format(&out, ", table=<%s>", table_name(column_table(c))->text);
    else
        buf_text(&out, ", table=None");
    if (c->clause.key && column_name(c) && !str_equal(c->clause.key, column_name(c)))
        buf_format(&out, ", key=%s", value_repr(STR(c->clause.key))->text);
    if (c->primary_key)
        buf_text(&out, ", primary_key=True");
    if (!c->nullable)
        buf_text(&out, ", nullable=False");
    if (is_set(c->onupdate))
        buf_format(&out, ", onupdate=%s",
                   value_repr(column_default_wrapped(c, c->onupdate, true))->text);
    if (is_set(c->default_value))
        buf_format(&out, ", default=%s",
                   value_repr(column_default_wrapped(c, c->default_value, false))->text);
    else if (c->sequence)
        buf_format(&out, ", default=%s", value_repr(OBJ(c->sequence))->text);
    Value server_default = c->computed   ? OBJ(c->computed)
                           : c->identity ? OBJ(c->identity)
                                         : OBJ(c->server_default);
    if (!is_none(server_default))
        buf_format(&out, ", server_default=%s", value_repr(server_default)->text);
    if (c->comment)
        buf_format(&out, ", comment=%s", value_repr(STR(c->comment))->text);
    buf_char(&out, ')');
    return buf_str(&out);
}

static Str *column_str(Value self)
{
    const Column *c = as(Column, self);
    if (!c->clause.table || !column_name(c))
        return column_name(c) ? column_name(c) : str_from("(no name)");
    return str_format("%s.%s", table_full_name(column_table(c))->text, column_name(c)->text);
}

/* mapped_column() makes its Column later than it is called: this is the line where it was. */
#define TAKE_PLACE(P) P(POS, any, other, Required)
NATIVE(Column, _take_place, TAKE_PLACE)
{
    self->pos = get_as(Column, a->other, "other")->pos;
    return NONE;
}

static const Field column_fields[] = {
    FIELD_AS("name", Column, str, clause.name, MUTABLE),
    FIELD_AS("key", Column, str, clause.key, MUTABLE),
    FIELD_AS("table", Column, obj, clause.table, READONLY),
    FIELD(Column, bool, primary_key, MUTABLE),
    FIELD(Column, bool, nullable, MUTABLE),
    FIELD(Column, bool, system, READONLY),
    FIELD(Column, any, autoincrement, MUTABLE),
    FIELD(Column, str, comment, MUTABLE),
    FIELD(Column, str, doc, MUTABLE),
    FIELD(Column, obj, identity, READONLY),
    FIELD(Column, obj, computed, READONLY),
    FIELD(Column, obj, server_onupdate, READONLY),
    FIELD_AS("dialect_kwargs", Column, obj, options, READONLY),
    FIELD_AS("kwargs", Column, obj, options, READONLY),
    {0},
};
static const Method column_methods[] = {
    PROPERTY_SET(Column, type, set_type),
    PROPERTY_SET(Column, onupdate, set_onupdate),
    PROPERTY_SET(Column, server_default, set_server_default),
    PROPERTY(Column, foreign_keys),
    PROPERTY(Column, constraints),
    PROPERTY_SET(Column, info, set_info),
    PROPERTY_SET(Column, index, set_index),
    PROPERTY_SET(Column, unique, set_unique),
    {"default", &Column_default___native, METHOD_PROPERTY, &Column_set_default_native},
    METHOD(Column, copy),
    METHOD_AS("_copy", Column, copy),
    METHOD(Column, _take_place),
    {0},
};
const Class Column_class = {
    CLASS(Column, "sqlalchemy.sql.schema", ColumnClause),
    .init = INIT(Column),
    .fields = column_fields,
    .methods = column_methods,
    .repr = column_repr,
    .str = column_str,
};
