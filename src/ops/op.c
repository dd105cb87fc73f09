/* op.c -- what all operation records share: kinds and classes, the script's position, reverse(),
 * to_diff_tuple(). */
#include "ops/inside.h"

#define OP_INFO_ROW(kind, class_, directive, batchable, reversible)                                \
    [OP_##kind] = {#class_, #directive, &class_##_class, batchable, reversible},
const OpInfo op_info[OP_COUNT] = {OP_LIST(OP_INFO_ROW)};

MigrateOperation *op_new(OpKind kind)
{
    MigrateOperation *op = (MigrateOperation *)object_allocate(op_info[kind].class);
    op_start(op, kind, NONE, NONE);
    return op;
}

void op_start(MigrateOperation *op, OpKind kind, Value table_name, Value schema)
{
    NameSource source;
    op->kind = kind;
    op->pos = vm_position();
    op->table_name = name_from(table_name, &op->quote, &source);
    op->schema = name_from(schema, &op->quote_schema, &source);
    op->name_source = NAME_NONE;
    op->kw = dict_new();
}

void op_take_name(MigrateOperation *op, Value name)
{
    op->name = name_from(name, &op->quote_name, &op->name_source);
}

Value op_name_value(const MigrateOperation *op)
{
    if (op->name && op->name_source == NAME_FINAL)
        return conv_new(op->name);
    return STR(op->name);
}

bool op_says(Value flag)
{
    return !is_absent(flag) && value_truth(flag);
}

bool op_find_kind(const MigrateOperation *op, OpKind *kind)
{
    for (size_t i = 0; i < OP_COUNT; i++)
        if (is_subclass(op->obj.class, op_info[i].class)) {
            *kind = (OpKind)i;
            return true;
        }
    return false;
}

Dict *op_naming_of(Value migration_context)
{
    if (is_absent(migration_context))
        return NULL;
    Value options = value_find_attr_text(migration_context, "opts");
    if (!is_instance(options, &dict_class))
        return NULL;
    Value metadata = dict_find_text((Dict *)options.obj, "target_metadata");
    if (is_absent(metadata))
        return NULL;
    Value convention = value_find_attr_text(metadata, "naming_convention");
    return is_instance(convention, &dict_class) ? (Dict *)convention.obj : NULL;
}

List *op_column_names(const ColumnVec *columns)
{
    List *names_ = list_new(columns->length);
    for (size_t i = 0; i < columns->length; i++)
        list_append(names_, STR(column_name(columns->at[i])));
    return names_;
}

/* --- what scripts see of every operation ----------------------------------------------------- */

NATIVE0(MigrateOperation, info)
{
    if (!self->info)
        self->info = dict_new();
    return OBJ(self->info);
}

static void require_kind(const MigrateOperation *op)
{
    OpKind kind;
    if (!op_find_kind(op, &kind))
        raise_exception(&NotImplementedError_class, "%s", "");
}

NATIVE0(MigrateOperation, reverse)
{
    require_kind(self);
    return OBJ(op_reverse(self));
}

NATIVE0(MigrateOperation, to_diff_tuple)
{
    require_kind(self);
    return op_diff_tuple(self);
}

static const Method operation_methods[] = {
    PROPERTY(MigrateOperation, info),
    METHOD(MigrateOperation, reverse),
    METHOD(MigrateOperation, to_diff_tuple),
    {0},
};
const Class MigrateOperation_class = {
    CLASS(MigrateOperation, "alembic.operations.ops", object),
    .methods = operation_methods,
};

#define ALTER_TABLE_INIT(P)                                                                        \
    P(POS, any, table_name, Required)                                                              \
    P(KEY, any, schema, None)
NATIVE(AlterTableOp, init, ALTER_TABLE_INIT)
{
    op_start(self, OP_COUNT, a->table_name, a->schema);
    return OBJ(self);
}

static const Field alter_table_fields[] = {
    FIELD(AlterTableOp, str, table_name, MUTABLE),
    FIELD(AlterTableOp, str, schema, MUTABLE),
    {0},
};
const Class AlterTableOp_class = {
    CLASS(AlterTableOp, "alembic.operations.ops", MigrateOperation),
    .init = INIT(AlterTableOp),
    .fields = alter_table_fields,
};

/* --- exports --------------------------------------------------------------------------------- */

const Export operation_class_exports[] = {
    EXPORT_CLASS(MigrateOperation),
    EXPORT_CLASS(AlterTableOp),
    EXPORT_CLASS(AddConstraintOp),
#define EXPORT_OP(kind, class_, directive, batchable, reversible) EXPORT_CLASS(class_),
    OP_LIST(EXPORT_OP) EXPORT_CLASS(OpContainer),
    EXPORT_CLASS(ModifyTableOps),
    EXPORT_CLASS(UpgradeOps),
    EXPORT_CLASS(DowngradeOps),
    EXPORT_CLASS(MigrationScript),
    {0},
};
