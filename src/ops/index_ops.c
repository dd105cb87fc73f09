/* index_ops.c -- records about indexes, and those that touch rows: bulk_insert, execute. */
#include "ops/inside.h"

/* --- CreateIndexOp --------------------------------------------------------------------------- */

#define CREATE_INDEX_INIT(P)                                                                       \
    P(POS, any, index_name, Required)                                                              \
    P(POS, any, table_name, Required)                                                              \
    P(POS, any, columns, Required)                                                                 \
    P(KEY, any, schema, None)                                                                      \
    P(KEY, any, unique, False)                                                                     \
    P(KEY, any, if_not_exists, None)                                                               \
    P(KWREST, dict, kw, Empty)
NATIVE(CreateIndexOp, init, CREATE_INDEX_INIT)
{
    op_start(self, OP_CREATE_INDEX, a->table_name, a->schema);
    op_take_name(self, a->index_name);
    self->index_columns = list_from(a->columns);
    self->unique = tri_from(a->unique);
    self->if_not_exists = a->if_not_exists;
    self->kw = a->kw;
    return OBJ(self);
}

static List *index_items(const Index *index)
{
    List *items = list_new(index->expressions.length);
    for (size_t i = 0; i < index->expressions.length; i++)
        list_append(items, index->expressions.at[i] ? OBJ(index->expressions.at[i])
                                                    : STR(index->column_names.at[i]));
    return items;
}

static void take_index(MigrateOperation *op, const Index *index)
{
    if (!index->table) /* the reference asserts it */
        raise_exception(&AssertionError_class, "the index %s has no table",
                        value_repr(STR(index->name))->text);
    op->name = index->name;
    op->name_source = index->name_source;
    op->table_name = table_name(index->table);
    op->schema = table_schema(index->table);
    op->quote = index->table->clause.quote;
    op->quote_schema = index->table->clause.quote_schema;
    op->unique = index->unique ? TRI_TRUE : TRI_FALSE;
    op->kw = index->options ? dict_copy(index->options) : dict_new();
    op->source = (Obj *)(uintptr_t)&index->obj;
}

MigrateOperation *op_create_index(const Index *index)
{
    MigrateOperation *op = op_new(OP_CREATE_INDEX);
    take_index(op, index);
    op->index_columns = index_items(index);
    return op;
}

MigrateOperation *op_drop_index(const Index *index)
{
    MigrateOperation *op = op_new(OP_DROP_INDEX);
    take_index(op, index);
    op->reverse = op_create_index(index);
    dict_set_text(op->kw, "unique", BOOL(index->unique));
    return op;
}

#define FROM_INDEX(P) P(POS, any, index, Required)
NATIVE_CLASS(CreateIndexOp, from_index, FROM_INDEX)
{
    return OBJ(op_create_index(get_as(Index, a->index, "index")));
}

NATIVE_CLASS(DropIndexOp, from_index, FROM_INDEX)
{
    return OBJ(op_drop_index(get_as(Index, a->index, "index")));
}

#define MIGRATION_CONTEXT(P) P(POS, any, migration_context, None)
NATIVE(MigrateOperation, to_index, MIGRATION_CONTEXT)
{
    return OBJ(op_to_index(self, op_naming_of(a->migration_context)));
}

NAME_ATTRIBUTE(MigrateOperation)
LIST_ATTRIBUTE(CreateIndexOp, index_columns)
TRI_ATTRIBUTE(CreateIndexOp, unique)

static const Field create_index_fields[] = {
    FIELD(CreateIndexOp, str, table_name, MUTABLE),
    FIELD(CreateIndexOp, str, schema, MUTABLE),
    FIELD(CreateIndexOp, any, if_not_exists, MUTABLE),
    FIELD(CreateIndexOp, obj, kw, READONLY),
    {0},
};
static const Method create_index_methods[] = {
    ATTRIBUTE_AS("index_name", MigrateOperation, name),
    ATTRIBUTE_AS("columns", CreateIndexOp, index_columns),
    ATTRIBUTE(CreateIndexOp, unique),
    CLASS_METHOD(CreateIndexOp, from_index),
    METHOD(MigrateOperation, to_index),
    {0},
};
const Class CreateIndexOp_class = {
    CLASS(CreateIndexOp, "alembic.operations.ops", MigrateOperation),
    .init = INIT(CreateIndexOp),
    .fields = create_index_fields,
    .methods = create_index_methods,
};

/* --- DropIndexOp ----------------------------------------------------------------------------- */

#define DROP_INDEX_INIT(P)                                                                         \
    P(POS, any, index_name, Required)                                                              \
    P(POS, any, table_name, None)                                                                  \
    P(KEY, any, schema, None)                                                                      \
    P(KEY, any, if_exists, None)                                                                   \
    P(KEY, any, _reverse, None)                                                                    \
    P(KWREST, dict, kw, Empty)
NATIVE(DropIndexOp, init, DROP_INDEX_INIT)
{
    op_start(self, OP_DROP_INDEX, a->table_name, a->schema);
    op_take_name(self, a->index_name);
    self->if_exists = a->if_exists;
    self->reverse = as(MigrateOperation, a->_reverse);
    self->kw = a->kw;
    return OBJ(self);
}

static const Field drop_index_fields[] = {
    FIELD(DropIndexOp, str, table_name, MUTABLE),
    FIELD(DropIndexOp, str, schema, MUTABLE),
    FIELD(DropIndexOp, any, if_exists, MUTABLE),
    FIELD(DropIndexOp, obj, kw, READONLY),
    FIELD_AS("_reverse", DropIndexOp, obj, reverse, READONLY),
    {0},
};
static const Method drop_index_methods[] = {
    ATTRIBUTE_AS("index_name", MigrateOperation, name),
    CLASS_METHOD(DropIndexOp, from_index),
    METHOD(MigrateOperation, to_index),
    {0},
};
const Class DropIndexOp_class = {
    CLASS(DropIndexOp, "alembic.operations.ops", MigrateOperation),
    .init = INIT(DropIndexOp),
    .fields = drop_index_fields,
    .methods = drop_index_methods,
};

/* --- BulkInsertOp, ExecuteSQLOp -------------------------------------------------------------- */

#define BULK_INSERT_INIT(P)                                                                        \
    P(POS, any, table, Required)                                                                   \
    P(POS, any, rows, Required)                                                                    \
    P(KEY, bool, multiinsert, True)
NATIVE(BulkInsertOp, init, BULK_INSERT_INIT)
{
    op_start(self, OP_BULK_INSERT, NONE, NONE);
    self->target = get_as(FromClause, a->table, "table");
    self->rows = a->rows;
    self->multiinsert = a->multiinsert;
    return OBJ(self);
}

static const Field bulk_insert_fields[] = {
    FIELD_AS("table", BulkInsertOp, obj, target, READONLY),
    FIELD(BulkInsertOp, any, rows, MUTABLE),
    FIELD(BulkInsertOp, bool, multiinsert, MUTABLE),
    {0},
};
const Class BulkInsertOp_class = {
    CLASS(BulkInsertOp, "alembic.operations.ops", MigrateOperation),
    .init = INIT(BulkInsertOp),
    .fields = bulk_insert_fields,
};

#define EXECUTE_INIT(P)                                                                            \
    P(POS, any, sqltext, Required)                                                                 \
    P(KEY, dict, execution_options, None)
NATIVE(ExecuteSQLOp, init, EXECUTE_INIT)
{
    op_start(self, OP_EXECUTE, NONE, NONE);
    self->sqltext = a->sqltext;
    self->execution_options = a->execution_options;
    return OBJ(self);
}

static const Field execute_fields[] = {
    FIELD(ExecuteSQLOp, any, sqltext, MUTABLE),
    FIELD(ExecuteSQLOp, obj, execution_options, READONLY),
    {0},
};
const Class ExecuteSQLOp_class = {
    CLASS(ExecuteSQLOp, "alembic.operations.ops", MigrateOperation),
    .init = INIT(ExecuteSQLOp),
    .fields = execute_fields,
};
