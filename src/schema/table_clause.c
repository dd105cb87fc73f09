/* table_clause.c -- TableClause, made by table("t", column("x")): a name with columns, without DDL.
 */
#include "schema/expr_inside.h"

TableClause *table_clause_new(Str *name, Str *schema)
{
    TableClause *table = element_new(TableClause, EXPR_TABLE);
    table->name = name;
    table->schema = schema;
    table->from.columns = column_collection_new();
    return table;
}

void table_clause_add(TableClause *table, ColumnClause *column)
{
    if (column->table && column->table != &table->from)
        raise_exception(&ArgumentError_class, "column object '%s' already assigned to table '%s'",
                        column->key->text,
                        from_name(ELEMENT(column->table)) ? from_name(ELEMENT(column->table))->text
                                                          : "anonymous");
    column->table = &table->from;
    column_collection_add(table->from.columns, column->key, column);
}

static void table_fill(TableClause *table, Value name, const List *columns, Value schema)
{
    NameSource source;
    table->from.element.kind = EXPR_TABLE;
    table->from.columns = column_collection_new();
    table->name = name_from(name, &table->quote, &source);
    table->schema = is_absent(schema) ? NULL : name_from(schema, &table->quote_schema, &source);
    for (size_t i = 0; i < columns->length; i++)
        table_clause_add(table, get_as(ColumnClause, columns->at[i], "column"));
}

#define TABLE(P) P(POS, any, name, Required) P(REST, list, columns, Empty) P(KEY, any, schema, None)
NATIVE(TableClause, init, TABLE)
{
    table_fill(self, a->name, a->columns, a->schema);
    return OBJ(self);
}

FUNCTION(expression, table, TABLE)
{
    TableClause *table = obj_new(TableClause);
    table_fill(table, a->name, a->columns, a->schema);
    return OBJ(table);
}

const Export table_exports[] = {EXPORT_FUNCTION(expression, table), {0}};

/* table.insert(), .update(), .delete() are the functions with the table in front. */
static Value statement(TableClause *self, const Class *class, ExprKind kind)
{
    Dml *dml = element_allocate(class, kind);
    dml->table = ELEMENT(self);
    return OBJ(dml);
}

/* 1.x: insert(values), update(whereclause, values), delete(whereclause) */
static Value with_values(Value made, Value values)
{
    return is_absent(values) ? made : call_method(made, "values", 1, &values);
}

static Value with_where(Value made, Value where)
{
    return is_absent(where) ? made : call_method(made, "where", 1, &where);
}

#define INSERT(P) P(POS, any, values, None) P(POS, bool, inline__, False)
NATIVE(TableClause, insert, INSERT)
{
    return with_values(statement(self, &Insert_class, EXPR_INSERT), a->values);
}

#define UPDATE(P)                                                                                  \
    P(POS, any, whereclause, None) P(POS, any, values, None) P(POS, bool, inline__, False)
NATIVE(TableClause, update, UPDATE)
{
    return with_values(with_where(statement(self, &Update_class, EXPR_UPDATE), a->whereclause),
                       a->values);
}

#define DELETE(P) P(POS, any, whereclause, None)
NATIVE(TableClause, delete, DELETE)
{
    return with_where(statement(self, &Delete_class, EXPR_DELETE), a->whereclause);
}

#define SELECT(P) P(POS, any, whereclause, None)
NATIVE(TableClause, select, SELECT)
{
    Select *select = element_new(Select, EXPR_SELECT);
    vec_push(&select->columns, ELEMENT(self));
    return with_where(OBJ(select), a->whereclause);
}

#define COLUMN(P) P(POS, any, column, Required)
NATIVE(TableClause, append_column, COLUMN)
{
    table_clause_add(self, get_as(ColumnClause, a->column, "column"));
    return NONE;
}

NATIVE0(TableClause, fullname)
{
    return STR(self->schema ? str_format("%s.%s", self->schema->text, self->name->text)
                            : self->name);
}

static Str *table_str(Value self)
{
    return ((TableClause *)self.obj)->name;
}

static const Field table_fields[] = {
    FIELD(TableClause, str, name, MUTABLE),
    FIELD(TableClause, str, schema, MUTABLE),
    FIELD_AS("description", TableClause, str, name, READONLY),
    {0},
};
static const Method table_methods[] = {
    METHOD(TableClause, insert),
    METHOD(TableClause, update),
    METHOD(TableClause, delete),
    METHOD(TableClause, select),
    METHOD(TableClause, append_column),
    PROPERTY(TableClause, fullname),
    {0},
};
const Class TableClause_class = {
    CLASS(TableClause, "sqlalchemy.sql.selectable", FromClause),
    .init = INIT(TableClause),
    .fields = table_fields,
    .methods = table_methods,
    .str = table_str,
};
