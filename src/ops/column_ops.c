/* column_ops.c -- records about one column: add, drop, alter. */
#include "ops/inside.h"

/* --- AddColumnOp ----------------------------------------------------------------------------- */

#define ADD_COLUMN_INIT(P)                                                                         \
    P(POS, any, table_name, Required)                                                              \
    P(POS, any, column, Required)                                                                  \
    P(KEY, any, schema, None)                                                                      \
    P(KEY, any, if_not_exists, None)                                                               \
    P(KEY, any, inline_references, None)                                                           \
    P(KEY, any, inline_primary_key, None)                                                          \
    P(KWREST, dict, kw, Empty)
NATIVE(AddColumnOp, init, ADD_COLUMN_INIT)
{
    op_start(self, OP_ADD_COLUMN, a->table_name, a->schema);
    self->column = get_as(Column, a->column, "column");
    self->if_not_exists = a->if_not_exists;
    self->inline_references = value_truth(a->inline_references);
    self->inline_primary_key = value_truth(a->inline_primary_key);
    self->insert_before = value_find_str(dict_find_text(a->kw, "insert_before"));
    self->insert_after = value_find_str(dict_find_text(a->kw, "insert_after"));
    self->kw = a->kw;
    return OBJ(self);
}

MigrateOperation *op_add_column(Str *table_name, Str *schema, Column *column)
{
    MigrateOperation *op = op_new(OP_ADD_COLUMN);
    op->table_name = table_name;
    op->schema = schema;
    op->column = column;
    return op;
}

MigrateOperation *op_drop_column(Str *table_name, Str *schema, Column *column)
{
    MigrateOperation *op = op_new(OP_DROP_COLUMN);
    op->table_name = table_name;
    op->schema = schema;
    op->column_name = column_name(column);
    op->reverse = op_add_column(table_name, schema, column);
    return op;
}

#define FROM_COLUMN(P) P(POS, any, col, Required)
NATIVE_CLASS(AddColumnOp, from_column, FROM_COLUMN)
{
    Column *column = get_as(Column, a->col, "col");
    const Table *table = get_as(Table, OBJ(column->clause.table), "col.table");
    return OBJ(op_add_column(table_name(table), table_schema(table), column));
}

#define FROM_COLUMN_AND_TABLE(P)                                                                   \
    P(POS, any, schema, Required)                                                                  \
    P(POS, str, tname, Required)                                                                   \
    P(POS, any, col, Required)
NATIVE_CLASS(AddColumnOp, from_column_and_tablename, FROM_COLUMN_AND_TABLE)
{
    return OBJ(op_add_column(a->tname, value_find_str(a->schema), get_as(Column, a->col, "col")));
}

NATIVE_CLASS(DropColumnOp, from_column_and_tablename, FROM_COLUMN_AND_TABLE)
{
    return OBJ(op_drop_column(a->tname, value_find_str(a->schema), get_as(Column, a->col, "col")));
}

NATIVE0(AddColumnOp, column)
{
    return OBJ(self->column);
}

NATIVE(AddColumnOp, set_column, ONE_VALUE)
{
    self->column = get_as(Column, a->value, "column");
    return NONE;
}

NATIVE0(AddColumnOp, to_column)
{
    return OBJ(self->column);
}

static const Field add_column_fields[] = {
    FIELD(AddColumnOp, any, if_not_exists, MUTABLE),
    FIELD(AddColumnOp, bool, inline_references, MUTABLE),
    FIELD(AddColumnOp, bool, inline_primary_key, MUTABLE),
    FIELD(AddColumnOp, obj, kw, READONLY),
    {0},
};
static const Method add_column_methods[] = {
    ATTRIBUTE(AddColumnOp, column),
    METHOD(AddColumnOp, to_column),
    CLASS_METHOD(AddColumnOp, from_column),
    CLASS_METHOD(AddColumnOp, from_column_and_tablename),
    {0},
};
const Class AddColumnOp_class = {
    CLASS(AddColumnOp, "alembic.operations.ops", AlterTableOp),
    .init = INIT(AddColumnOp),
    .fields = add_column_fields,
    .methods = add_column_methods,
};

/* --- DropColumnOp ---------------------------------------------------------------------------- */

#define DROP_COLUMN_INIT(P)                                                                        \
    P(POS, any, table_name, Required)                                                              \
    P(POS, any, column_name, Required)                                                             \
    P(KEY, any, schema, None)                                                                      \
    P(KEY, any, if_exists, None)                                                                   \
    P(KEY, any, _reverse, None)                                                                    \
    P(KWREST, dict, kw, Empty)
NATIVE(DropColumnOp, init, DROP_COLUMN_INIT)
{
    NameSource source;
    op_start(self, OP_DROP_COLUMN, a->table_name, a->schema);
    self->column_name = name_from(a->column_name, &self->quote_column, &source);
    self->if_exists = a->if_exists;
    self->reverse = as(MigrateOperation, a->_reverse);
    self->kw = a->kw;
    return OBJ(self);
}

#define MIGRATION_CONTEXT(P) P(POS, any, migration_context, None)
NATIVE(DropColumnOp, to_column, MIGRATION_CONTEXT)
{
    return OBJ(op_to_column(self, NULL));
}

static const Field drop_column_fields[] = {
    FIELD(DropColumnOp, str, column_name, MUTABLE),
    FIELD(DropColumnOp, any, if_exists, MUTABLE),
    FIELD(DropColumnOp, obj, kw, READONLY),
    FIELD_AS("_reverse", DropColumnOp, obj, reverse, READONLY),
    {0},
};
static const Method drop_column_methods[] = {
    METHOD(DropColumnOp, to_column),
    CLASS_METHOD(DropColumnOp, from_column_and_tablename),
    {0},
};
const Class DropColumnOp_class = {
    CLASS(DropColumnOp, "alembic.operations.ops", AlterTableOp),
    .init = INIT(DropColumnOp),
    .fields = drop_column_fields,
    .methods = drop_column_methods,
};

/* --- AlterColumnOp --------------------------------------------------------------------------- */

#define ALTER_COLUMN_INIT(P)                                                                       \
    P(POS, any, table_name, Required)                                                              \
    P(POS, any, column_name, Required)                                                             \
    P(KEY, any, schema, None)                                                                      \
    P(KEY, any, existing_type, None)                                                               \
    P(KEY, any, existing_server_default, False)                                                    \
    P(KEY, any, existing_nullable, None)                                                           \
    P(KEY, any, existing_comment, None)                                                            \
    P(KEY, any, modify_nullable, None)                                                             \
    P(KEY, any, modify_comment, False)                                                             \
    P(KEY, any, modify_server_default, False)                                                      \
    P(KEY, any, modify_name, None)                                                                 \
    P(KEY, any, modify_type, None)                                                                 \
    P(KWREST, dict, kw, Empty)
static Value absent_to_unset(Value v)
{
    return is_absent(v) ? UNSET : v;
}

static bool changes_nothing(const AlterColumnOp *self)
{
    return self->modify_nullable == TRI_UNSET && !is_set(self->modify_server_default) &&
           !is_set(self->modify_comment) && !self->modify_type && !self->modify_name;
}

/* A Column in place of the name is only noticed by the reference once there is something to alter. */
static Str *altered_name(AlterColumnOp *self, Value given)
{
    NameSource source;
    const Column *column = as(Column, given);
    return column && changes_nothing(self) ? column_name(column) : name_from(given, &self->quote_column, &source);
}

NATIVE(AlterColumnOp, init, ALTER_COLUMN_INIT)
{
    NameSource source;
    op_start(self, OP_ALTER_COLUMN, a->table_name, a->schema);
    self->existing_type = value_find_str(a->existing_type) ? NULL : type_or_none(a->existing_type); /* as there */
    self->existing_server_default = given_or_unset(a->existing_server_default);
    self->existing_nullable = tri_from(a->existing_nullable);
    self->existing_comment = a->existing_comment;
    self->modify_nullable = tri_from(a->modify_nullable);
    self->modify_comment = given_or_unset(a->modify_comment);
    self->modify_server_default = given_or_unset(a->modify_server_default);
    self->modify_name = name_from(a->modify_name, &self->quote_new, &source);
    self->modify_type = type_or_none(a->modify_type);
    self->autoincrement = absent_to_unset(dict_find_text(a->kw, "autoincrement"));
    self->existing_autoincrement = absent_to_unset(dict_find_text(a->kw, "existing_autoincrement"));
    self->insert_before = value_find_str(dict_find_text(a->kw, "insert_before"));
    self->insert_after = value_find_str(dict_find_text(a->kw, "insert_after"));
    self->kw = a->kw;
    self->column_name = altered_name(self, a->column_name);
    return OBJ(self);
}

TRI_ATTRIBUTE(AlterColumnOp, modify_nullable)
TRI_ATTRIBUTE(AlterColumnOp, existing_nullable)
TYPE_ATTRIBUTE(AlterColumnOp, modify_type)
TYPE_ATTRIBUTE(AlterColumnOp, existing_type)
GIVEN_ATTRIBUTE(AlterColumnOp, modify_server_default)
GIVEN_ATTRIBUTE(AlterColumnOp, existing_server_default)
GIVEN_ATTRIBUTE(AlterColumnOp, modify_comment)

static bool has_modify_keyword(const Dict *keywords)
{
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(keywords, &i));)
        if (value_find_str(entry->key) && str_starts_with(value_find_str(entry->key), "modify_"))
            return true;
    return false;
}

NATIVE0(AlterColumnOp, has_changes)
{
    return BOOL(self->modify_nullable != TRI_UNSET || is_set(self->modify_server_default) ||
                self->modify_type || is_set(self->modify_comment) || has_modify_keyword(self->kw));
}

static const Field alter_column_fields[] = {
    FIELD(AlterColumnOp, str, column_name, MUTABLE),
    FIELD(AlterColumnOp, str, modify_name, MUTABLE),
    FIELD(AlterColumnOp, any, existing_comment, MUTABLE),
    FIELD(AlterColumnOp, obj, kw, READONLY),
    {0},
};
static const Method alter_column_methods[] = {
    ATTRIBUTE(AlterColumnOp, modify_nullable),
    ATTRIBUTE(AlterColumnOp, existing_nullable),
    ATTRIBUTE(AlterColumnOp, modify_type),
    ATTRIBUTE(AlterColumnOp, existing_type),
    ATTRIBUTE(AlterColumnOp, modify_server_default),
    ATTRIBUTE(AlterColumnOp, existing_server_default),
    ATTRIBUTE(AlterColumnOp, modify_comment),
    METHOD(AlterColumnOp, has_changes),
    {0},
};
const Class AlterColumnOp_class = {
    CLASS(AlterColumnOp, "alembic.operations.ops", AlterTableOp),
    .init = INIT(AlterColumnOp),
    .fields = alter_column_fields,
    .methods = alter_column_methods,
};
