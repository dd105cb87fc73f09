/* batch_change.c -- the changes of a batch block, made to the copy of the table: columns, constraints,
 * indexes. */
#include "runtime/batch_copy.h"

/* --- columns ---------------------------------------------------------------------------------- */

static void add_column(TableCopy *copy, const Action *action)
{
    Column *column = column_copy(action->column);
    copy_place_column(copy, column_name(column), action->op->insert_before, action->op->insert_after);
    memset(&column->foreign_keys, 0, sizeof column->foreign_keys);
    column->unique = column->index =
        TRI_FALSE; /* their constraint and index are actions of their own */
    Slot slot = {.key = column_name(column), .column = column};
    vec_push(&copy->slots, slot);
}

/* The name of the CHECK that a Boolean or Enum brought along, given as existing_type. */
static void forget_type_check(TableCopy *copy, const Type *type)
{
    if (type && (type_is(type, TYPE_Enum) || type_is(type, TYPE_Boolean)) && type->name)
        map_remove(&copy->named, type->name);
}

static void drop_column(TableCopy *copy, const Action *action)
{
    Str *key = column_name(action->column);
    const Slot *slot = slot_get(copy, key);
    ColumnVec *keys = &copy->table->primary_key->columns;
    for (size_t i = 0; i < keys->length; i++)
        if (str_equal(column_name(keys->at[i]), key)) {
            vec_remove(keys, i);
            break;
        }
    if (slot->original)
        vec_push(&copy->dropped, key);
    vec_remove(&copy->slots, (size_t)(slot - copy->slots.at));
    copy_forget_order(copy, key);
    Value existing = dict_find_text(action->op->kw, "existing_type");
    forget_type_check(copy, is_absent(existing) ? NULL : type_from_value(existing));
}

/* The class below TypeEngine that a type derives from: what decides whether values need a CAST. A
 * decorator has that of what it decorates; variants do not count. */
static const Class *affinity(const Type *type)
{
    bool decorates = type_is(type, TYPE_TypeDecorator);
    const Class *class = (decorates ? type_for_dialect(type, "default") : type)->obj.class;
    while (class->base && class->base != &TypeEngine_class)
        class = class->base;
    return class;
}

/* An unnamed CHECK of the old type, which the reference never copies: column IN (...). */
static void forget_unnamed_check(TableCopy *copy, const Str *key)
{
    for (size_t i = copy->unnamed.length; i-- > 0;) {
        const Constraint *constraint = copy->unnamed.at[i];
        const TextClause *text =
            constraint->sqltext ? as(TextClause, OBJ(constraint->sqltext)) : NULL;
        if (copy->reflected && text && sqlite_is_membership(text->text, key))
            vec_remove(&copy->unnamed, i);
    }
}

/* CHECKs of the old type go with it, and those of the new one come as actions of their own: neither
 * is made by the type joining the table. */
static Type *without_constraint(Type *type)
{
    if (!type->create_constraint)
        return type;
    Type *copy = type_copy(type);
    copy->create_constraint = false;
    return copy;
}

/* existing: existing_type, or NULL; a collation that it tells of and the new type has not goes. */
static void change_type(TableCopy *copy, Slot *slot, Type *type, const Type *existing)
{
    const Dialect *dialect = copy->context->dialect;
    bool as_it_is = type_is(type, TYPE_JSON) && !dialect_has(dialect, FEATURE_ALTER_COLUMNS);
    if (slot->original && !as_it_is && affinity(column_type(slot->column)) != affinity(type))
        vec_push(&slot->casts, sql_type_text(dialect, type));
    forget_unnamed_check(copy, slot->key);
    slot->column->clause.column_element.type = without_constraint(type);
    slot->column->declared = NULL;
    if (type->collation || (existing && existing->collation))
        slot->column->collation = NULL;
}

static void rename_column(TableCopy *copy, Slot *slot, const MigrateOperation *op)
{
    slot->column->clause.name = op->modify_name;
    forget_type_check(copy, op->existing_type);
}

static void change_default(Slot *slot, Value to)
{
    slot->column->server_default = NULL;
    slot->column->computed = NULL;
    slot->column->identity = NULL;
    if (as(Computed, to))
        slot->column->computed = as(Computed, to);
    else if (as(Identity, to))
        slot->column->identity = as(Identity, to);
    else if (!is_none(to))
        slot->column->server_default = server_default_from(to, false);
}

static void alter_column(TableCopy *copy, const Action *action)
{
    const MigrateOperation *op = action->op;
    Slot *slot = slot_get(copy, op->column_name);
    if (op->modify_name && !str_equal(op->modify_name, op->column_name))
        rename_column(copy, slot, op);
    if (op->modify_type)
        change_type(copy, slot, op->modify_type, op->existing_type);
    if (op->modify_nullable != TRI_UNSET)
        slot->column->nullable = op->modify_nullable == TRI_TRUE;
    if (is_set(op->modify_server_default))
        change_default(slot, op->modify_server_default);
    if (is_set(op->autoincrement))
        slot->column->autoincrement = BOOL(value_truth(op->autoincrement));
    if (is_set(op->modify_comment))
        slot->column->comment = value_find_str(op->modify_comment);
}

/* --- changes: constraints, indexes ----------------------------------------------------------- */

static void forget_unnamed(TableCopy *copy, const Constraint *constraint)
{
    for (size_t i = 0; i < copy->unnamed.length; i++)
        if (copy->unnamed.at[i] == constraint) {
            vec_remove(&copy->unnamed, i);
            return;
        }
}

static void add_constraint(TableCopy *copy, const Action *action)
{
    Constraint *constraint = action->constraint;
    Str *name = copied_constraint_name(copy, constraint);
    /* a new column's type makes its CHECK when the column joins the new table */
    if (constraint->type_bound && action->op->kind == OP_ADD_COLUMN)
        return;
    if (constraint->kind == CONSTRAINT_PRIMARY_KEY)
        forget_unnamed(copy, copy->table->primary_key);
    if (name)
        map_put(&copy->named, name, constraint);
    else
        vec_push(&copy->unnamed, constraint);
}

static void drop_column_check(TableCopy *copy, Str *name, const ColumnCheck *check)
{
    Column *column = slot_get(copy, check->column_key)->column;
    map_remove(&copy->column_checks, name);
    for (size_t i = 0; i < column->constraints.length; i++)
        if (column->constraints.at[i]->name && str_equal(column->constraints.at[i]->name, name)) {
            vec_remove(&column->constraints, i);
            return;
        }
}

/* One without a name is found by the name that PostgreSQL would have given it: generated files drop it so. */
static Constraint *take_unnamed(TableCopy *copy, const Str *name)
{
    for (size_t i = 0; i < copy->unnamed.length; i++) {
        Constraint *constraint = copy->unnamed.at[i];
        if (constraint->kind == CONSTRAINT_CHECK || !str_equal(constraint_default_name(constraint, 0), name))
            continue;
        vec_remove(&copy->unnamed, i);
        return constraint;
    }
    return NULL;
}

static void drop_constraint(TableCopy *copy, const Action *action)
{
    const Constraint *given = action->constraint;
    if (!given->name && given->type_bound)
        return;
    if (!given->name)
        raise_value("Constraint must have a name");
    const ColumnCheck *check = map_find(&copy->column_checks, given->name);
    if (check) {
        drop_column_check(copy, given->name, check);
        return;
    }
    const Constraint *found = map_find(&copy->named, given->name);
    if (!found)
        found = take_unnamed(copy, given->name);
    if (!found && given->type_bound)
        return;
    if (!found)
        raise_value("No such constraint: '%s'", given->name->text);
    map_remove(&copy->named, given->name);
    for (size_t i = 0; found->kind == CONSTRAINT_PRIMARY_KEY && i < found->columns.length; i++)
        slot_get(copy, column_name(found->columns.at[i]))->column->primary_key = false;
}

static void create_index(TableCopy *copy, const Action *action)
{
    map_put(&copy->new_indexes, action->index->name ? action->index->name : str_empty,
            action->index);
}

static void drop_index(TableCopy *copy, const Action *action)
{
    Str *name = action->index->name;
    if (!name || (!map_remove(&copy->indexes, name) && !map_remove(&copy->index_texts, name)))
        raise_value("No such index: '%s'",
                    action->index->name ? action->index->name->text : "None");
}

static void rename_table(TableCopy *copy, const Action *action)
{
    raise_exception(&NotImplementedError_class, "a table cannot be renamed while it is copied; use "
                                                "op.rename_table() after the block");
}

/* Comments are part of the copied Table. */
static void nothing(TableCopy *copy, const Action *action)
{
}

static void (*const changes[ACTION_COUNT])(TableCopy *copy, const Action *action) = {
    [ACTION_RENAME_TABLE] = rename_table,     [ACTION_ADD_COLUMN] = add_column,
    [ACTION_DROP_COLUMN] = drop_column,       [ACTION_ALTER_COLUMN] = alter_column,
    [ACTION_ADD_CONSTRAINT] = add_constraint, [ACTION_DROP_CONSTRAINT] = drop_constraint,
    [ACTION_CREATE_INDEX] = create_index,     [ACTION_DROP_INDEX] = drop_index,
    [ACTION_CREATE_TABLE_COMMENT] = nothing,  [ACTION_DROP_TABLE_COMMENT] = nothing,
    [ACTION_CREATE_COLUMN_COMMENT] = nothing,
};

void table_copy_change(TableCopy *copy, const Action *action)
{
    BUG_UNLESS(changes[action->kind]);
    changes[action->kind](copy, action);
}

