/* index.c -- Index: columns or expressions of one table, with dialect options. */
#include "schema/schema.h"

Index *index_new(Str *name, Table *table)
{
    Index *index = obj_new(Index);
    index->name = name;
    index->name_source = name ? NAME_PLAIN : NAME_NONE;
    index->options = dict_new();
    if (table)
        table_add_index(table, index);
    return index;
}

Index *index_copy(const Index *index)
{
    Index *copy = obj_new(Index);
    Obj head = copy->obj;
    *copy = *index;
    copy->obj = head;
    copy->table = NULL;
    memset(&copy->expressions, 0, sizeof copy->expressions);
    memset(&copy->column_names, 0, sizeof copy->column_names);
    for (size_t i = 0; i < index->expressions.length; i++) {
        Column *column = as(Column, OBJ(index->expressions.at[i]));
        vec_push(&copy->column_names, column ? column->clause.key : NULL);
        vec_push(&copy->expressions, column ? NULL : index->expressions.at[i]);
    }
    return copy;
}

/* Names wait in column_names (a NULL expression beside each) until the index has a table. */
void index_resolve_columns(Index *index)
{
    for (size_t i = 0; i < index->column_names.length; i++) {
        const Str *name = index->column_names.at[i];
        if (!name || index->expressions.at[i])
            continue;
        Column *column = table_find_column(index->table, name);
        if (!column)
            raise_exception(&ConstraintColumnNotFoundError_class,
                            "Can't create Index on table '%s': no column named '%s' is present.",
                            table_name(index->table)->text, name->text);
        index->expressions.at[i] = (ClauseElement *)column;
    }
}

static void index_take(Index *index, Value item)
{
    Str *name = value_find_str(item);
    ClauseElement *element = name ? NULL : as(ClauseElement, item);
    if (!name && !element)
        element = as(ClauseElement, value_find_attr_text(item, "column"));
    if (!name && !element) /* an attribute of a mapped class */
        element = element_find(item);
    if (!name && !element)
        raise_exception(&ArgumentError_class, "Column expression expected for an index, got %s.",
                        value_repr(item)->text);
    vec_push(&index->column_names, name);
    vec_push(&index->expressions, element);
}

/* Index("ix", t.c.a, func.lower(t.c.b)) finds its table through its columns. */
static Table *table_of(const Index *index)
{
    for (size_t i = 0; i < index->expressions.length; i++) {
        Table *table = index->expressions.at[i] ? element_find_table(index->expressions.at[i]) : NULL;
        if (table)
            return table;
    }
    return NULL;
}

#define INDEX_INIT(P)                                                                              \
    P(POS, any, name, None)                                                                        \
    P(REST, list, expressions, Empty)                                                              \
    P(KEY, bool, unique, False)                                                                    \
    P(KEY, any, quote, None)                                                                       \
    P(KEY, dict, info, None)                                                                       \
    P(KEY, any, _table, None)                                                                      \
    P(KEY, bool, _column_flag, False)                                                              \
    P(KWREST, dict, options, Empty)
NATIVE(Index, init, INDEX_INIT)
{
    self->pos = vm_script_position();
    self->name = name_from(a->name, &self->quote, &self->name_source);
    if (!is_absent(a->quote))
        self->quote = value_truth(a->quote) ? TRI_TRUE : TRI_FALSE;
    self->unique = a->unique;
    self->implicit = a->_column_flag;
    self->info = a->info;
    self->options = dialect_options(&Index_class, a->options);
    for (size_t i = 0; i < a->expressions->length; i++)
        index_take(self, a->expressions->at[i]);
    Table *table = is_absent(a->_table) ? table_of(self) : get_as(Table, a->_table, "_table");
    if (table)
        table_add_index(table, self);
    return OBJ(self);
}

NATIVE0(Index, expressions)
{
    List *list = list_new(self->expressions.length);
    for (size_t i = 0; i < self->expressions.length; i++)
        list_append(list, self->expressions.at[i] ? OBJ(self->expressions.at[i])
                                                  : STR(self->column_names.at[i]));
    return OBJ(list);
}

NATIVE0(Index, columns)
{
    ColumnCollection *columns = obj_new(ColumnCollection);
    for (size_t i = 0; i < self->expressions.length; i++) {
        Column *column = as(Column, OBJ(self->expressions.at[i]));
        if (!column)
            continue;
        vec_push(&columns->items, &column->clause);
        map_put(&columns->by_key, column->clause.key, column);
    }
    return OBJ(columns);
}

NATIVE0(Index, name)
{
    if (self->name && self->name_source == NAME_FINAL)
        return conv_new(self->name);
    return STR(self->name);
}

NATIVE(Index, set_name, ONE_VALUE)
{
    self->name = name_from(a->value, &self->quote, &self->name_source);
    return NONE;
}

static Str *index_repr(Value self)
{
    const Index *index = as(Index, self);
    Buf out = {0};
    buf_format(&out, "Index(%s", value_repr(STR(index->name))->text);
    for (size_t i = 0; i < index->expressions.length; i++)
        buf_format(&out, ", %s",
                   index->expressions.at[i] ? value_repr(OBJ(index->expressions.at[i]))->text
                                            : value_repr(STR(index->column_names.at[i]))->text);
    if (index->unique)
        buf_text(&out, ", unique=True");
    buf_char(&out, ')');
    return buf_str(&out);
}

static const Field index_fields[] = {
    FIELD(Index, obj, table, READONLY),
    FIELD(Index, bool, unique, MUTABLE),
    FIELD_AS("dialect_kwargs", Index, obj, options, READONLY),
    FIELD_AS("kwargs", Index, obj, options, READONLY),
    {0},
};
#define RUN_DDL(P) P(POS, any, bind, Required) P(POS, bool, checkfirst, False)
NATIVE(Index, create, RUN_DDL)
{
    schema_run_ddl((Obj *)self, a->bind, DDL_CREATE_INDEX, a->checkfirst, NONE);
    return OBJ(self);
}

NATIVE(Index, drop, RUN_DDL)
{
    schema_run_ddl((Obj *)self, a->bind, DDL_DROP_INDEX, a->checkfirst, NONE);
    return NONE;
}

#define DDL_IF(P)                                                                                  \
    P(POS, any, dialect, None)                                                                     \
    P(POS, any, callable_, None)                                                                   \
    P(POS, any, state, None)
NATIVE(Index, ddl_if, DDL_IF)
{
    self->condition = ddl_condition_new(a->dialect, a->callable_, a->state);
    return OBJ(self);
}

SCHEMA_ITEM_INFO(Index)

static const Method index_methods[] = {
    PROPERTY_SET(Index, info, set_info),
    METHOD(Index, ddl_if),
    METHOD(Index, create),
    METHOD(Index, drop),
    PROPERTY_SET(Index, name, set_name),
    PROPERTY(Index, expressions),
    PROPERTY(Index, columns),
    {0},
};
const Class Index_class = {
    CLASS(Index, "sqlalchemy.sql.schema", object),
    .init = INIT(Index),
    .fields = index_fields,
    .methods = index_methods,
    .repr = index_repr,
};
