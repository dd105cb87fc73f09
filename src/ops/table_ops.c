/* table_ops.c -- records about whole tables: create, drop, rename, comment. */
#include "ops/inside.h"

/* Takes a keyword out of **kw: what Table() names explicitly is a member of the record. */
static Value take_keyword(Dict *keywords, const char *name)
{
    Value v = dict_remove(keywords, STR(intern(name)));
    return is_absent(v) ? NONE : v;
}

static void take_table_keywords(MigrateOperation *op, Dict *keywords)
{
    op->kw = keywords;
    Value info = take_keyword(keywords, "info"), prefixes = take_keyword(keywords, "prefixes");
    op->comment = value_find_str(take_keyword(keywords, "comment"));
    op->info = is_none(info) ? NULL : dict_copy((Dict *)value_get_as(info, &dict_class, "info"));
    op->prefixes = is_none(prefixes) ? NULL : list_from(prefixes);
}

/* --- CreateTableOp --------------------------------------------------------------------------- */

#define CREATE_TABLE_INIT(P)                                                                       \
    P(POS, any, table_name, Required)                                                              \
    P(POS, list, columns, Required)                                                                \
    P(KEY, any, schema, None)                                                                      \
    P(KEY, any, if_not_exists, None)                                                               \
    P(KEY, any, _namespace_metadata, None)                                                         \
    P(KEY, bool, _constraints_included, False)                                                     \
    P(KWREST, dict, kw, Empty)
NATIVE(CreateTableOp, init, CREATE_TABLE_INIT)
{
    op_start(self, OP_CREATE_TABLE, a->table_name, a->schema);
    self->columns = a->columns;
    self->if_not_exists = a->if_not_exists;
    self->constraints_included = a->_constraints_included;
    self->namespace_metadata = as(MetaData, a->_namespace_metadata);
    take_table_keywords(self, a->kw);
    return OBJ(self);
}

/* Columns first, then constraints: what CreateTableOp(...).columns holds. */
static List *table_items(const Table *table)
{
    List *items = list_new(table->columns.length + table->constraints.length);
    for (size_t i = 0; i < table->columns.length; i++)
        list_append(items, OBJ(table->columns.at[i]));
    for (size_t i = 0; i < table->constraints.length; i++)
        list_append(items, OBJ(table->constraints.at[i]));
    return items;
}

static void take_table(MigrateOperation *op, Table *table)
{
    op->table_name = table_name(table);
    op->schema = table_schema(table);
    op->quote = table->clause.quote;
    op->quote_schema = table->clause.quote_schema;
    op->comment = table->comment;
    op->info = table->info ? dict_copy(table->info) : NULL;
    op->kw = table->options ? dict_copy(table->options) : dict_new();
    op->prefixes = list_new(0);
    for (size_t i = 0; i < table->prefixes.length; i++)
        list_append(op->prefixes, STR(table->prefixes.at[i]));
    op->source = &table->clause.from.element.obj;
}

MigrateOperation *op_create_table(Table *table)
{
    MigrateOperation *op = op_new(OP_CREATE_TABLE);
    take_table(op, table);
    op->columns = table_items(table);
    op->constraints_included = true;
    op->namespace_metadata = table->metadata;
    return op;
}

MigrateOperation *op_drop_table(Table *table)
{
    MigrateOperation *op = op_new(OP_DROP_TABLE);
    take_table(op, table);
    op->reverse = op_create_table(table);
    return op;
}

#define FROM_TABLE(P)                                                                              \
    P(POS, any, table, Required)                                                                   \
    P(KEY, any, _namespace_metadata, None)
NATIVE_CLASS(CreateTableOp, from_table, FROM_TABLE)
{
    MigrateOperation *op = op_create_table(get_as(Table, a->table, "table"));
    if (as(MetaData, a->_namespace_metadata))
        op->namespace_metadata = as(MetaData, a->_namespace_metadata);
    return OBJ(op);
}

#define MIGRATION_CONTEXT(P) P(POS, any, migration_context, None)
NATIVE(MigrateOperation, to_table, MIGRATION_CONTEXT)
{
    return OBJ(op_to_table(self, op_naming_of(a->migration_context)));
}

LIST_ATTRIBUTE(MigrateOperation, columns)
LIST_ATTRIBUTE(MigrateOperation, prefixes)

NATIVE0(MigrateOperation, namespace_metadata)
{
    return OBJ(self->namespace_metadata);
}

static const Field create_table_fields[] = {
    FIELD(CreateTableOp, str, table_name, MUTABLE),
    FIELD(CreateTableOp, str, schema, MUTABLE),
    FIELD(CreateTableOp, any, if_not_exists, MUTABLE),
    FIELD(CreateTableOp, str, comment, MUTABLE),
    FIELD(CreateTableOp, obj, kw, READONLY),
    FIELD_AS("_constraints_included", CreateTableOp, bool, constraints_included, MUTABLE),
    {0},
};
static const Method create_table_methods[] = {
    ATTRIBUTE(MigrateOperation, columns),
    ATTRIBUTE(MigrateOperation, prefixes),
    PROPERTY_AS("_namespace_metadata", MigrateOperation, namespace_metadata),
    CLASS_METHOD(CreateTableOp, from_table),
    METHOD(MigrateOperation, to_table),
    {0},
};
const Class CreateTableOp_class = {
    CLASS(CreateTableOp, "alembic.operations.ops", MigrateOperation),
    .init = INIT(CreateTableOp),
    .fields = create_table_fields,
    .methods = create_table_methods,
};

/* --- DropTableOp ----------------------------------------------------------------------------- */

#define DROP_TABLE_INIT(P)                                                                         \
    P(POS, any, table_name, Required)                                                              \
    P(KEY, any, schema, None)                                                                      \
    P(KEY, any, if_exists, None)                                                                   \
    P(KEY, dict, table_kw, None)                                                                   \
    P(KEY, any, _reverse, None)
NATIVE(DropTableOp, init, DROP_TABLE_INIT)
{
    op_start(self, OP_DROP_TABLE, a->table_name, a->schema);
    self->if_exists = a->if_exists;
    self->reverse = as(MigrateOperation, a->_reverse);
    take_table_keywords(self, a->table_kw ? a->table_kw : dict_new());
    return OBJ(self);
}

NATIVE_CLASS(DropTableOp, from_table, FROM_TABLE)
{
    MigrateOperation *op = op_drop_table(get_as(Table, a->table, "table"));
    if (as(MetaData, a->_namespace_metadata))
        op->reverse->namespace_metadata = as(MetaData, a->_namespace_metadata);
    return OBJ(op);
}

static const Field drop_table_fields[] = {
    FIELD(DropTableOp, str, table_name, MUTABLE),
    FIELD(DropTableOp, str, schema, MUTABLE),
    FIELD(DropTableOp, any, if_exists, MUTABLE),
    FIELD(DropTableOp, str, comment, MUTABLE),
    FIELD_AS("table_kw", DropTableOp, obj, kw, READONLY),
    FIELD_AS("_reverse", DropTableOp, obj, reverse, READONLY),
    {0},
};
static const Method drop_table_methods[] = {
    ATTRIBUTE(MigrateOperation, prefixes),
    CLASS_METHOD(DropTableOp, from_table),
    METHOD(MigrateOperation, to_table),
    {0},
};
const Class DropTableOp_class = {
    CLASS(DropTableOp, "alembic.operations.ops", MigrateOperation),
    .init = INIT(DropTableOp),
    .fields = drop_table_fields,
    .methods = drop_table_methods,
};

/* --- RenameTableOp --------------------------------------------------------------------------- */

#define RENAME_TABLE_INIT(P)                                                                       \
    P(POS, any, old_table_name, Required)                                                          \
    P(POS, any, new_table_name, Required)                                                          \
    P(KEY, any, schema, None)
NATIVE(RenameTableOp, init, RENAME_TABLE_INIT)
{
    NameSource source;
    op_start(self, OP_RENAME_TABLE, a->old_table_name, a->schema);
    self->new_table_name = name_from(a->new_table_name, &self->quote_new, &source);
    return OBJ(self);
}

static const Field rename_table_fields[] = {
    FIELD(RenameTableOp, str, new_table_name, MUTABLE),
    {0},
};
const Class RenameTableOp_class = {
    CLASS(RenameTableOp, "alembic.operations.ops", AlterTableOp),
    .init = INIT(RenameTableOp),
    .fields = rename_table_fields,
};

/* --- CreateTableCommentOp, DropTableCommentOp ------------------------------------------------ */

#define CREATE_COMMENT_INIT(P)                                                                     \
    P(POS, any, table_name, Required)                                                              \
    P(POS, str, comment, None)                                                                     \
    P(KEY, any, schema, None)                                                                      \
    P(KEY, str, existing_comment, None)
NATIVE(CreateTableCommentOp, init, CREATE_COMMENT_INIT)
{
    op_start(self, OP_CREATE_TABLE_COMMENT, a->table_name, a->schema);
    self->comment = a->comment;
    self->existing_table_comment = a->existing_comment;
    return OBJ(self);
}

#define DROP_COMMENT_INIT(P)                                                                       \
    P(POS, any, table_name, Required)                                                              \
    P(KEY, any, schema, None)                                                                      \
    P(KEY, str, existing_comment, None)
NATIVE(DropTableCommentOp, init, DROP_COMMENT_INIT)
{
    op_start(self, OP_DROP_TABLE_COMMENT, a->table_name, a->schema);
    self->existing_table_comment = a->existing_comment;
    return OBJ(self);
}

static const Field comment_fields[] = {
    FIELD(CreateTableCommentOp, str, comment, MUTABLE),
    FIELD_AS("existing_comment", CreateTableCommentOp, str, existing_table_comment, MUTABLE),
    {0},
};
static const Method comment_methods[] = {METHOD(MigrateOperation, to_table), {0}};
const Class CreateTableCommentOp_class = {
    CLASS(CreateTableCommentOp, "alembic.operations.ops", AlterTableOp),
    .init = INIT(CreateTableCommentOp),
    .fields = comment_fields,
    .methods = comment_methods,
};
const Class DropTableCommentOp_class = {
    CLASS(DropTableCommentOp, "alembic.operations.ops", AlterTableOp),
    .init = INIT(DropTableCommentOp),
    .fields = comment_fields + 1,
    .methods = comment_methods,
};
