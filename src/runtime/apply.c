/* apply.c -- runs actions against the context: table [action] -> DDL elements, executed in
 * Alembic's order. */
#include "runtime/actions.h"

typedef void (*RunAction)(MigrationContext *context, const Action *action);

void context_execute_ddl(MigrationContext *context, Ddl *ddl)
{
    context_execute(context, ELEMENT(ddl), NULL);
}

static bool has(const MigrationContext *context, Feature feature)
{
    return dialect_has(context->dialect, feature);
}

static void run_on(MigrationContext *context, DdlKind kind, void *subject)
{
    context_execute_ddl(context, ddl_new(kind, subject));
}

/* An ALTER element that names the table of the operation. */
static Ddl *alteration(const Action *action, DdlKind kind, void *subject)
{
    Ddl *ddl = ddl_new(kind, subject);
    ddl->table_name = action->op->table_name;
    ddl->schema = action->op->schema;
    ddl->quote = action->op->quote;
    ddl->quote_schema = action->op->quote_schema;
    ddl->column_name = action->op->column_name;
    ddl->quote_column = action->op->quote_column;
    ddl->quote_new = action->op->quote_new;
    return ddl;
}

/* --- tables ---------------------------------------------------------------------------------- */

/* Each named type is created (or dropped) once in a run, however many tables use it. */
static void run_types(MigrationContext *context, const DdlVec *types)
{
    for (size_t i = 0; i < types->length; i++) {
        const Type *type = (const Type *)types->at[i]->subject;
        Str *key =
            str_format("%s %s.%s", type_is(type, TYPE_Enum) ? "enum" : "domain",
                       type->schema ? type->schema->text : "", type->name ? type->name->text : "");
        if (type->metadata || map_has(&context->named_types, key))
            continue;
        map_put(&context->named_types, key, types->at[i]);
        context_execute_ddl(context, types->at[i]);
    }
}

/* Index(...).ddl_if(...) */
static bool index_is_wanted(const MigrationContext *context, const Index *index)
{
    if (!is_set(index->condition))
        return true;
    Value arguments[] = {NONE, OBJ(index), NONE};
    Dict *keywords = dict_new();
    dict_set_text(keywords, "dialect", type_dialect(context->dialect->name));
    return ddl_condition_holds(index->condition, context->dialect->name, list_of(3, arguments), keywords);
}

static void tell_listeners(MigrationContext *context, Table *table, const char *event)
{
    const RuntimeHooks *hooks = runtime_hooks();
    if (hooks->table_event)
        hooks->table_event(context, table, event);
}

static void create_table(MigrationContext *context, const Action *action)
{
    Table *table = action->table;
    DdlVec types = sql_types_to_create(context->dialect, table);
    tell_listeners(context, table, "before_create");
    run_types(context, &types);
    Ddl *create = ddl_new(DDL_CREATE_TABLE, (Obj *)table);
    create->if_not_exists =
        action->op->kind == OP_CREATE_TABLE && op_says(action->op->if_not_exists);
    context_execute_ddl(context, create);
    tell_listeners(context, table, "after_create");
    for (size_t i = 0; i < table->indexes.length; i++)
        if (index_is_wanted(context, table->indexes.at[i]))
            run_on(context, DDL_CREATE_INDEX, table->indexes.at[i]);
    if (!has(context, FEATURE_COMMENTS))
        return;
    if (table->comment && table->comment->length)
        run_on(context, DDL_SET_TABLE_COMMENT, table);
    for (size_t i = 0; i < table->columns.length; i++)
        if (table->columns.at[i]->comment && table->columns.at[i]->comment->length)
            run_on(context, DDL_SET_COLUMN_COMMENT, table->columns.at[i]);
}

static void drop_table(MigrationContext *context, const Action *action)
{
    tell_listeners(context, action->table, "before_drop");
    Ddl *drop = ddl_new(DDL_DROP_TABLE, (Obj *)action->table);
    drop->if_exists = action->op->kind == OP_DROP_TABLE && op_says(action->op->if_exists);
    context_execute_ddl(context, drop);
    tell_listeners(context, action->table, "after_drop");
    DdlVec types = sql_types_to_drop(context->dialect, action->table);
    run_types(context, &types);
}

static void rename_table(MigrationContext *context, const Action *action)
{
    Ddl *rename = alteration(action, DDL_RENAME_TABLE, NULL);
    rename->new_name = action->op->new_table_name;
    context_execute_ddl(context, rename);
}

static void create_table_comment(MigrationContext *context, const Action *action)
{
    run_on(context, DDL_SET_TABLE_COMMENT, action->table);
}

static void drop_table_comment(MigrationContext *context, const Action *action)
{
    run_on(context, DDL_DROP_TABLE_COMMENT, action->table);
}

/* --- columns --------------------------------------------------------------------------------- */

static void add_column(MigrationContext *context, const Action *action)
{
    Ddl *add = alteration(action, DDL_ADD_COLUMN, action->column);
    add->if_not_exists = op_says(action->op->if_not_exists);
    add->inline_references = action->op->inline_references;
    add->inline_primary_key = action->op->inline_primary_key;
    context_execute_ddl(context, add);
}

static void drop_column(MigrationContext *context, const Action *action)
{
    Ddl *drop = alteration(action, DDL_DROP_COLUMN, action->column);
    drop->column_name = column_name(action->column);
    drop->if_exists = op_says(action->op->if_exists);
    context_execute_ddl(context, drop);
}

static void create_column_comment(MigrationContext *context, const Action *action)
{
    run_on(context, DDL_SET_COLUMN_COMMENT, action->column);
}

static void alter_nullable(MigrationContext *context, const Action *action)
{
    if (action->op->modify_nullable == TRI_UNSET)
        return;
    Ddl *ddl = alteration(action, DDL_COLUMN_NULLABLE, NULL);
    ddl->nullable = action->op->modify_nullable;
    context_execute_ddl(context, ddl);
}

static DdlKind kind_of_default(const MigrateOperation *op)
{
    Value to = op->modify_server_default, from = op->existing_server_default;
    if (as(Computed, to) || (is_set(from) && as(Computed, from)))
        return DDL_COLUMN_COMPUTED;
    if (as(Identity, to) || (is_set(from) && as(Identity, from)))
        return DDL_COLUMN_IDENTITY;
    return DDL_COLUMN_DEFAULT;
}

static void run_default(MigrationContext *context, const Action *action, DdlKind kind, Value to, Value from)
{
    Ddl *ddl = alteration(action, kind, NULL);
    ddl->server_default = to;
    ddl->existing_server_default = from;
    context_execute_ddl(context, ddl);
}

/* A default that takes the place of an identity, or the other way round: PostgreSQL wants the old one gone first. */
static bool exchange_default(MigrationContext *context, const Action *action)
{
    Value to = action->op->modify_server_default, from = action->op->existing_server_default;
    if (!has(context, FEATURE_IDENTITY) || is_absent(to) || is_absent(from) || as(Computed, to) || as(Computed, from) ||
        !as(Identity, to) == !as(Identity, from))
        return false;
    run_default(context, action, as(Identity, from) ? DDL_COLUMN_IDENTITY : DDL_COLUMN_DEFAULT, NONE, from);
    run_default(context, action, as(Identity, to) ? DDL_COLUMN_IDENTITY : DDL_COLUMN_DEFAULT, to, NONE);
    return true;
}

/* An identity that replaces something unknown is written as changes to a plain one (SET ...), as
 * the reference does unless existing_server_default=None says that there was none. */
static void alter_default(MigrationContext *context, const Action *action)
{
    const MigrateOperation *op = action->op;
    if (!is_set(op->modify_server_default) || exchange_default(context, action))
        return;
    Value from = op->existing_server_default;
    DdlKind kind = kind_of_default(op);
    if (kind == DDL_COLUMN_IDENTITY && !is_none(from) && (!is_set(from) || !as(Identity, from)))
        from = OBJ(obj_new(Identity));
    run_default(context, action, kind, op->modify_server_default, from);
}

static void alter_type(MigrationContext *context, const Action *action)
{
    if (!action->op->modify_type)
        return;
    Ddl *ddl = alteration(action, DDL_COLUMN_TYPE, NULL);
    Value using = dict_find_text(action->op->kw, "postgresql_using");
    ddl->type = action->op->modify_type;
    ddl->existing_type = action->op->existing_type;
    ddl->using = is_absent(using) ? NULL : value_str(using);
    context_execute_ddl(context, ddl);
}

static void alter_comment(MigrationContext *context, const Action *action)
{
    if (!is_set(action->op->modify_comment))
        return;
    Ddl *ddl = alteration(action, DDL_COLUMN_COMMENT, NULL);
    ddl->comment = value_find_str(action->op->modify_comment);
    context_execute_ddl(context, ddl);
}

static void alter_name(MigrationContext *context, const Action *action)
{
    if (!action->op->modify_name)
        return;
    Ddl *ddl = alteration(action, DDL_COLUMN_NAME, NULL);
    ddl->new_name = action->op->modify_name;
    context_execute_ddl(context, ddl);
}

static void alter_column(MigrationContext *context, const Action *action)
{
    const MigrateOperation *op = action->op;
    bool type_first = has(context, FEATURE_ALTER_COLUMNS);
    if (type_first && !is_absent(dict_find_text(op->kw, "postgresql_using")) && !op->modify_type)
        raise_tool("op.using-without-type", "give type_= beside postgresql_using=",
                   "postgresql_using must be used with the type_ parameter");
    if (type_first)
        alter_type(context, action);
    if (!is_absent(dict_find_text(op->kw, "autoincrement")) ||
        !is_absent(dict_find_text(op->kw, "existing_autoincrement")))
        diag_warning(op->pos, "autoincrement and existing_autoincrement only make sense for MySQL");
    alter_nullable(context, action);
    alter_default(context, action);
    if (!type_first)
        alter_type(context, action);
    alter_comment(context, action);
    alter_name(context, action);
}

/* --- constraints, indexes -------------------------------------------------------------------- */

static const char no_alter[] = "No support for ALTER of constraints in SQLite dialect. Please "
                               "refer to the batch mode feature which "
                               "allows for SQLite migrations using a copy-and-move strategy.";

static void add_constraint(MigrationContext *context, const Action *action)
{
    Constraint *constraint = action->constraint;
    if (constraint->type_bound && !sql_constraint_text(context->dialect, constraint))
        return;
    if (has(context, FEATURE_ALTER_CONSTRAINTS))
        run_on(context, DDL_ADD_CONSTRAINT, constraint);
    else if (!constraint->type_bound)
        raise_exception(&NotImplementedError_class, "%s", no_alter);
    else
        diag_warning(
            action->op->pos,
            "Skipping unsupported ALTER for creation of implicit constraint. Please refer to the "
            "batch mode feature which allows for SQLite migrations using a copy-and-move "
            "strategy.");
}

static void drop_constraint(MigrationContext *context, const Action *action)
{
    if (!has(context, FEATURE_ALTER_CONSTRAINTS)) {
        if (!action->constraint->type_bound)
            raise_exception(&NotImplementedError_class, "%s", no_alter);
        return;
    }
    Ddl *drop = ddl_new(DDL_DROP_CONSTRAINT, &action->constraint->obj);
    drop->if_exists = action->op->kind == OP_DROP_CONSTRAINT && op_says(action->op->if_exists);
    context_execute_ddl(context, drop);
}

static void create_index(MigrationContext *context, const Action *action)
{
    Ddl *create = ddl_new(DDL_CREATE_INDEX, &action->index->obj);
    create->if_not_exists =
        action->op->kind == OP_CREATE_INDEX && op_says(action->op->if_not_exists);
    context_execute_ddl(context, create);
}

static void drop_index(MigrationContext *context, const Action *action)
{
    Ddl *drop = ddl_new(DDL_DROP_INDEX, &action->index->obj);
    drop->if_exists = op_says(action->op->if_exists);
    context_execute_ddl(context, drop);
}

/* --- execute --------------------------------------------------------------------------------- */

static ClauseElement *executable(Value sqltext)
{
    Str *text = value_find_str(sqltext);
    ClauseElement *element = text ? ELEMENT(text_new(text)) : element_find(sqltext);
    if (!element)
        raise_exception(&ObjectNotExecutableError_class, "Not an executable object: %s",
                        value_repr(sqltext)->text);
    return element;
}

static void execute(MigrationContext *context, const Action *action)
{
    ClauseElement *element = executable(action->op->sqltext);
    const Dict *options = action->op->execution_options;
    if (options && options->length && !context->as_sql && !is_absent(context->script_connection))
        call_dict(value_get_attr(context->script_connection, intern("execution_options")), 0, NULL,
                  options);
    context_execute(context, element, NULL);
}

static const RunAction runners[ACTION_COUNT] = {
    [ACTION_CREATE_TABLE] = create_table,
    [ACTION_DROP_TABLE] = drop_table,
    [ACTION_RENAME_TABLE] = rename_table,
    [ACTION_ADD_COLUMN] = add_column,
    [ACTION_DROP_COLUMN] = drop_column,
    [ACTION_ALTER_COLUMN] = alter_column,
    [ACTION_ADD_CONSTRAINT] = add_constraint,
    [ACTION_DROP_CONSTRAINT] = drop_constraint,
    [ACTION_CREATE_INDEX] = create_index,
    [ACTION_DROP_INDEX] = drop_index,
    [ACTION_CREATE_TABLE_COMMENT] = create_table_comment,
    [ACTION_DROP_TABLE_COMMENT] = drop_table_comment,
    [ACTION_CREATE_COLUMN_COMMENT] = create_column_comment,
    [ACTION_BULK_INSERT] = action_insert_rows,
    [ACTION_EXECUTE] = execute,
};

void action_run(MigrationContext *context, const Action *action)
{
    runners[action->kind](context, action);
}

Value operation_apply(MigrationContext *context, MigrateOperation *op)
{
    ActionVec actions = operation_actions(context, op);
    for (size_t i = 0; i < actions.length; i++)
        action_run(context, &actions.at[i]);
    return op->kind == OP_CREATE_TABLE ? OBJ(actions.at[0].table) : NONE;
}
