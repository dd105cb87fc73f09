/* batch.c -- the block of op.batch_alter_table: keeps actions until it ends, then runs them as
 * plain ALTERs or has the table copied (batch_copy.c). Which of the two "auto" means is the
 * dialect's: SQLite can do little with ALTER. */
#include "runtime/batch_copy.h"

struct Batch {
    MigrationContext *context;
    BatchOptions options;
    ActionVec actions;
};

Batch *batch_new(MigrationContext *context, const BatchOptions *options)
{
    Batch *batch = new (Batch);
    if (!str_is(options->recreate, "auto") && !str_is(options->recreate, "always") &&
        !str_is(options->recreate, "never"))
        raise_value("recreate may be one of 'auto', 'always', or 'never'.");
    batch->context = context;
    batch->options = *options;
    return batch;
}

Str *batch_table_name(const Batch *batch)
{
    return batch->options.table_name;
}

Str *batch_schema(const Batch *batch)
{
    return batch->options.schema;
}

/* A column SQLite cannot add: its default is an expression, or it is a stored generated one. */
static bool is_beyond_add(const Column *column)
{
    if (column->computed)
        return column->computed->persisted == TRI_TRUE;
    const ServerDefault *given = column->server_default;
    return given && is_set(given->argument) && !is_str(given->argument);
}

static bool needs_copy(const Action *action)
{
    switch (action->kind) {
    case ACTION_ADD_COLUMN:
        return is_beyond_add(action->column);
    case ACTION_CREATE_INDEX:
    case ACTION_DROP_INDEX:
        return false;
    default:
        return true;
    }
}

static bool should_recreate(const Batch *batch)
{
    if (!str_is(batch->options.recreate, "auto"))
        return str_is(batch->options.recreate, "always");
    if (dialect_has(batch->context->dialect, FEATURE_ALTER_COLUMNS))
        return false;
    for (size_t i = 0; i < batch->actions.length; i++)
        if (needs_copy(&batch->actions.at[i]))
            return true;
    return false;
}

/* Raw SQL does not wait. */
Value batch_apply(Batch *batch, MigrateOperation *op)
{
    if (op->kind == OP_EXECUTE || op->kind == OP_BULK_INSERT)
        return operation_apply(batch->context, op);
    if (op->kind == OP_CREATE_TABLE || op->kind == OP_DROP_TABLE)
        raise_exception(&NotImplementedError_class, "Can't %s table in batch mode",
                        op->kind == OP_CREATE_TABLE ? "create" : "drop");
    ActionVec actions = operation_actions(batch->context, op);
    for (size_t i = 0; i < actions.length; i++) {
        if (actions.at[i].kind == ACTION_ADD_COLUMN && (op->insert_before || op->insert_after) &&
            !should_recreate(batch))
            raise_tool(
                "batch.column-order", "pass recreate='always' to batch_alter_table()",
                "Can't specify insert_before or insert_after when using ALTER; please specify "
                "recreate='always'");
        vec_push(&batch->actions, actions.at[i]);
    }
    return NONE;
}

bool batch_keeps(const MigrationContext *context)
{
    if (dialect_has(context->dialect, FEATURE_ALTER_COLUMNS))
        return false;
    Config *config = context->env ? context->env->config : NULL;
    Str *way = config ? config_find(config, "sqlite_batch") : NULL;
    if (way && !str_is(way, "safe") && !str_is(way, "alembic"))
        raise_tool("config.sqlite-batch", "write `safe`, or `alembic` for the reference's way",
                   "sqlite_batch is '%s'; it may be 'safe' or 'alembic'", way->text);
    return !way || str_is(way, "safe");
}

static Table *existing_table(Batch *batch, const ReflectedTable **found)
{
    if (batch->options.copy_from)
        return batch->options.copy_from;
    if (batch->context->as_sql)
        raise_tool(
            "batch.offline", "pass copy_from=Table(...) to batch_alter_table()",
            "This operation cannot proceed in --sql mode; batch mode with dialect %s requires a "
            "live "
            "database connection with which to reflect the table \"%s\". To generate a batch SQL "
            "migration script using table \"move and copy\", a complete Table object should be "
            "passed "
            "to the \"copy_from\" argument of the batch_alter_table() method so that table "
            "reflection "
            "can be skipped.",
            batch->context->dialect->name, batch->options.table_name->text);
    return batch_reflect(batch->context, &batch->options, found);
}

static void recreate(Batch *batch)
{
    const ReflectedTable *found = NULL;
    Table *table = existing_table(batch, &found);
    TableCopy *copy =
        table_copy_new(batch->context, table, &batch->options, !batch->options.copy_from, found);
    for (size_t i = 0; i < batch->actions.length; i++)
        table_copy_change(copy, &batch->actions.at[i]);
    table_copy_finish(copy);
}

void batch_flush(Batch *batch)
{
    if (should_recreate(batch)) {
        recreate(batch);
        return;
    }
    for (size_t i = 0; i < batch->actions.length; i++)
        action_run(batch->context, &batch->actions.at[i]);
}
