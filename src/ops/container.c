/* container.c -- ModifyTableOps, UpgradeOps, DowngradeOps and MigrationScript: what autogenerate
 * hands to hooks. */
#include "ops/inside.h"

OpContainer *op_container_new(const Class *class)
{
    OpContainer *container = (OpContainer *)object_allocate(class);
    container->op.kind = OP_COUNT;
    container->ops = list_new(0);
    if (class == &UpgradeOps_class)
        container->token = str_from("upgrades");
    if (class == &DowngradeOps_class)
        container->token = str_from("downgrades");
    return container;
}

/* An item may be an operation of a script's own class, so its methods are called the script's way.
 */
List *op_container_diffs(const OpContainer *container)
{
    List *diffs = list_new(container->ops->length);
    for (size_t i = 0; i < container->ops->length; i++) {
        Value item = container->ops->at[i];
        const OpContainer *inner = as(OpContainer, item);
        if (!inner) {
            list_append(diffs, call_method(item, "to_diff_tuple", 0, NULL));
            continue;
        }
        const List *inside = op_container_diffs(inner);
        for (size_t j = 0; j < inside->length; j++)
            list_append(diffs, inside->at[j]);
    }
    return diffs;
}

List *op_container_reversed(const OpContainer *container)
{
    size_t count = container->ops->length;
    List *reversed = list_new(count);
    for (size_t i = 0; i < count; i++)
        list_append(reversed, NONE);
    for (size_t i = 0; i < count;
         i++) /* the first that cannot be undone is the one that is told of */
        reversed->at[count - 1 - i] = call_method(container->ops->at[i], "reverse", 0, NULL);
    return reversed;
}

/* --- OpContainer ----------------------------------------------------------------------------- */

static void container_start(OpContainer *self, Value ops)
{
    self->op.kind = OP_COUNT;
    self->op.pos = vm_position();
    self->ops = is_absent(ops) ? list_new(0) : list_from(ops);
}

#define CONTAINER_INIT(P) P(POS, any, ops, None)
NATIVE(OpContainer, init, CONTAINER_INIT)
{
    container_start(self, a->ops);
    return OBJ(self);
}

NATIVE0(OpContainer, is_empty)
{
    return BOOL(self->ops->length == 0);
}

NATIVE0(OpContainer, as_diffs)
{
    return OBJ(op_container_diffs(self));
}

/* ops is the list itself, not a copy: hooks append to it and assign slices of it. */
NATIVE0(OpContainer, ops)
{
    return OBJ(self->ops);
}

NATIVE(OpContainer, set_ops, ONE_VALUE)
{
    self->ops = is_instance(a->value, &list_class) ? (List *)a->value.obj : list_from(a->value);
    return NONE;
}

NATIVE0(OpContainer, reverse)
{
    OpContainer *back = op_container_new(&OpContainer_class);
    back->ops = self->undo ? self->undo : op_container_reversed(self);
    back->undo = self->ops;
    return OBJ(back);
}

static const Method container_methods[] = {
    METHOD(OpContainer, reverse),
    METHOD(OpContainer, is_empty),
    METHOD(OpContainer, as_diffs),
    ATTRIBUTE(OpContainer, ops),
    {0},
};
const Class OpContainer_class = {
    CLASS(OpContainer, "alembic.operations.ops", MigrateOperation),
    .init = INIT(OpContainer),
    .methods = container_methods,
};

/* --- ModifyTableOps -------------------------------------------------------------------------- */

#define MODIFY_INIT(P)                                                                             \
    P(POS, any, table_name, Required)                                                              \
    P(POS, any, ops, Required)                                                                     \
    P(KEY, any, schema, None)
NATIVE(ModifyTableOps, init, MODIFY_INIT)
{
    NameSource source;
    container_start(self, a->ops);
    self->op.table_name = name_from(a->table_name, &self->op.quote, &source);
    self->op.schema = name_from(a->schema, &self->op.quote_schema, &source);
    return OBJ(self);
}

NATIVE0(ModifyTableOps, reverse)
{
    OpContainer *back = op_container_new(&ModifyTableOps_class);
    back->op.table_name = self->op.table_name;
    back->op.schema = self->op.schema;
    back->ops = op_container_reversed(self);
    return OBJ(back);
}

static const Field modify_fields[] = {
    FIELD_AS("table_name", ModifyTableOps, str, op.table_name, MUTABLE),
    FIELD_AS("schema", ModifyTableOps, str, op.schema, MUTABLE),
    {0},
};
static const Method modify_methods[] = {METHOD(ModifyTableOps, reverse), {0}};
const Class ModifyTableOps_class = {
    CLASS(ModifyTableOps, "alembic.operations.ops", OpContainer),
    .init = INIT(ModifyTableOps),
    .fields = modify_fields,
    .methods = modify_methods,
};

/* --- UpgradeOps, DowngradeOps ---------------------------------------------------------------- */

#define UPGRADE_INIT(P) P(POS, any, ops, None) P(POS, str, upgrade_token, None)
NATIVE(UpgradeOps, init, UPGRADE_INIT)
{
    container_start(self, a->ops);
    self->token = a->upgrade_token ? a->upgrade_token : str_from("upgrades");
    return OBJ(self);
}

#define DOWNGRADE_INIT(P) P(POS, any, ops, None) P(POS, str, downgrade_token, None)
NATIVE(DowngradeOps, init, DOWNGRADE_INIT)
{
    container_start(self, a->ops);
    self->token = a->downgrade_token ? a->downgrade_token : str_from("downgrades");
    return OBJ(self);
}

#define REVERSE_INTO(P) P(POS, any, downgrade_ops, Required)
NATIVE(UpgradeOps, reverse_into, REVERSE_INTO)
{
    OpContainer *into = get_as(OpContainer, a->downgrade_ops, "downgrade_ops");
    *into->ops = *op_container_reversed(self);
    return a->downgrade_ops;
}

NATIVE0(UpgradeOps, reverse)
{
    OpContainer *back = op_container_new(&DowngradeOps_class);
    back->ops = op_container_reversed(self);
    return OBJ(back);
}

NATIVE0(DowngradeOps, reverse)
{
    OpContainer *back = op_container_new(&UpgradeOps_class);
    back->ops = op_container_reversed(self);
    return OBJ(back);
}

static const Field upgrade_fields[] = {
    FIELD_AS("upgrade_token", UpgradeOps, str, token, MUTABLE),
    {0},
};
static const Field downgrade_fields[] = {
    FIELD_AS("downgrade_token", DowngradeOps, str, token, MUTABLE),
    {0},
};
static const Method upgrade_methods[] = {
    METHOD(UpgradeOps, reverse),
    METHOD(UpgradeOps, reverse_into),
    {0},
};
static const Method downgrade_methods[] = {METHOD(DowngradeOps, reverse), {0}};
const Class UpgradeOps_class = {
    CLASS(UpgradeOps, "alembic.operations.ops", OpContainer),
    .init = INIT(UpgradeOps),
    .fields = upgrade_fields,
    .methods = upgrade_methods,
};
const Class DowngradeOps_class = {
    CLASS(DowngradeOps, "alembic.operations.ops", OpContainer),
    .init = INIT(DowngradeOps),
    .fields = downgrade_fields,
    .methods = downgrade_methods,
};

/* --- MigrationScript ------------------------------------------------------------------------- */

/* One container or a list of them, each of the class. */
static List *take_containers(Value v, const Class *class)
{
    if (is_absent(v))
        return list_new(0);
    List *list = as(OpContainer, v) ? list_of(1, &v) : list_from(v);
    for (size_t i = 0; i < list->length; i++)
        value_get_as(list->at[i], class, class->name);
    return list;
}

static Value only_container(const List *list, const char *class_name_, const char *attribute)
{
    if (list->length > 1)
        raise_value(
            "This MigrationScript instance has a multiple-entry list for %s; please use the %s "
            "attribute.",
            class_name_, attribute);
    return list->length ? list->at[0] : NONE;
}

MigrationScript *migration_script_new(Value rev_id, Value message, OpContainer *upgrade,
                                      OpContainer *downgrade)
{
    MigrationScript *script = obj_new(MigrationScript);
    script->op.kind = OP_COUNT;
    script->rev_id = rev_id;
    script->message = message;
    script->imports = OBJ(set_new());
    script->upgrade_ops = take_containers(OBJ(upgrade), &UpgradeOps_class);
    script->downgrade_ops = take_containers(OBJ(downgrade), &DowngradeOps_class);
    return script;
}

#define SCRIPT_INIT(P)                                                                             \
    P(POS, any, rev_id, Required)                                                                  \
    P(POS, any, upgrade_ops, Required)                                                             \
    P(POS, any, downgrade_ops, Required)                                                           \
    P(KEY, any, message, None)                                                                     \
    P(KEY, any, imports, None)                                                                     \
    P(KEY, any, head, None)                                                                        \
    P(KEY, any, splice, None)                                                                      \
    P(KEY, any, branch_label, None)                                                                \
    P(KEY, any, version_path, None)                                                                \
    P(KEY, any, depends_on, None)
NATIVE(MigrationScript, init, SCRIPT_INIT)
{
    self->op.kind = OP_COUNT;
    self->rev_id = a->rev_id;
    self->message = a->message;
    self->imports = is_none(a->imports) ? OBJ(set_new()) : a->imports;
    self->head = a->head;
    self->splice = a->splice;
    self->branch_label = a->branch_label;
    self->version_path = is_none(a->version_path) ? NONE : STR(value_str(a->version_path));
    self->depends_on = a->depends_on;
    self->upgrade_ops = take_containers(a->upgrade_ops, &UpgradeOps_class);
    self->downgrade_ops = take_containers(a->downgrade_ops, &DowngradeOps_class);
    return OBJ(self);
}

NATIVE0(MigrationScript, upgrade_ops)
{
    return only_container(self->upgrade_ops, "UpgradeOps", "upgrade_ops_list");
}

NATIVE(MigrationScript, set_upgrade_ops, ONE_VALUE)
{
    self->upgrade_ops = take_containers(a->value, &UpgradeOps_class);
    return NONE;
}

NATIVE0(MigrationScript, downgrade_ops)
{
    return only_container(self->downgrade_ops, "DowngradeOps", "downgrade_ops_list");
}

NATIVE(MigrationScript, set_downgrade_ops, ONE_VALUE)
{
    self->downgrade_ops = take_containers(a->value, &DowngradeOps_class);
    return NONE;
}

static const Field script_fields[] = {
    FIELD(MigrationScript, any, rev_id, MUTABLE),
    FIELD(MigrationScript, any, message, MUTABLE),
    FIELD(MigrationScript, any, imports, MUTABLE),
    FIELD(MigrationScript, any, head, MUTABLE),
    FIELD(MigrationScript, any, splice, MUTABLE),
    FIELD(MigrationScript, any, branch_label, MUTABLE),
    FIELD(MigrationScript, any, version_path, MUTABLE),
    FIELD(MigrationScript, any, depends_on, MUTABLE),
    FIELD_AS("_needs_render", MigrationScript, bool, needs_render, MUTABLE),
    FIELD_AS("upgrade_ops_list", MigrationScript, obj, upgrade_ops, READONLY),
    FIELD_AS("downgrade_ops_list", MigrationScript, obj, downgrade_ops, READONLY),
    {0},
};
static const Method script_methods[] = {
    ATTRIBUTE(MigrationScript, upgrade_ops),
    ATTRIBUTE(MigrationScript, downgrade_ops),
    {0},
};
const Class MigrationScript_class = {
    CLASS(MigrationScript, "alembic.operations.ops", MigrateOperation),
    .init = INIT(MigrationScript),
    .fields = script_fields,
    .methods = script_methods,
};
