/* toddl.c -- table [op] -> the actions it stands for, in the order in which Alembic's
 * implementations run them. */
#include "runtime/actions.h"

typedef void (*ToActions)(const MigrationContext *context, const MigrateOperation *op,
                          ActionVec *out);

/* MetaData.naming_convention of target_metadata, when there is one. */
static Dict *naming_of(const MigrationContext *context)
{
    if (context->naming_convention || !context->options)
        return context->naming_convention;
    Value metadata = dict_find_text(context->options, "target_metadata");
    const MetaData *model = is_absent(metadata) ? NULL : as(MetaData, metadata);
    return model ? model->naming_convention : NULL;
}

static void push(ActionVec *out, ActionKind kind, const MigrateOperation *op, Action action)
{
    action.kind = kind;
    action.op = op;
    vec_push(out, action);
}
#define PUSH(kind, ...) push(out, ACTION_##kind, op, (Action){__VA_ARGS__})

/* --- tables ---------------------------------------------------------------------------------- */

static void create_table(const MigrationContext *context, const MigrateOperation *op,
                         ActionVec *out)
{
    PUSH(CREATE_TABLE, .table = op_to_table(op, naming_of(context)));
}

static void drop_table(const MigrationContext *context, const MigrateOperation *op, ActionVec *out)
{
    PUSH(DROP_TABLE, .table = op_to_table(op, naming_of(context)));
}

static void rename_table(const MigrationContext *context, const MigrateOperation *op,
                         ActionVec *out)
{
    PUSH(RENAME_TABLE, .table = NULL);
}

static void create_table_comment(const MigrationContext *context, const MigrateOperation *op,
                                 ActionVec *out)
{
    PUSH(CREATE_TABLE_COMMENT, .table = op_to_table(op, naming_of(context)));
}

static void drop_table_comment(const MigrationContext *context, const MigrateOperation *op,
                               ActionVec *out)
{
    PUSH(DROP_TABLE_COMMENT, .table = op_to_table(op, naming_of(context)));
}

/* --- columns --------------------------------------------------------------------------------- */

/* A single-column foreign key that ADD COLUMN ... REFERENCES has said already. */
static bool is_inline(const MigrateOperation *op, const Column *column,
                      const Constraint *constraint)
{
    return op->inline_references && constraint->kind == CONSTRAINT_FOREIGN_KEY &&
           column->foreign_keys.length == 1 && constraint->columns.length == 1;
}

static void add_column(const MigrationContext *context, const MigrateOperation *op, ActionVec *out)
{
    Column *column = op_to_column(op, naming_of(context));
    const Table *table = column_table(column);
    PUSH(ADD_COLUMN, .column = column);
    for (size_t i = 0; i < table->constraints.length; i++) {
        Constraint *constraint = table->constraints.at[i];
        if (constraint->kind != CONSTRAINT_PRIMARY_KEY && !is_inline(op, column, constraint))
            PUSH(ADD_CONSTRAINT, .constraint = constraint);
    }
    for (size_t i = 0; i < table->indexes.length; i++)
        PUSH(CREATE_INDEX, .index = table->indexes.at[i]);
    if (column->comment && column->comment->length &&
        dialect_has(context->dialect, FEATURE_COMMENTS))
        PUSH(CREATE_COLUMN_COMMENT, .column = column);
}

static void drop_column(const MigrationContext *context, const MigrateOperation *op, ActionVec *out)
{
    PUSH(DROP_COLUMN, .column = op_to_column(op, naming_of(context)));
}

/* CHECKs that Boolean and Enum types bring along belong to the type: dropped with the old, added
 * with the new. */
static void type_constraints(const MigrationContext *context, const MigrateOperation *op,
                             Type *type, ActionKind kind, ActionVec *out)
{
    MigrateOperation add = {.obj = op->obj, .kind = OP_ADD_COLUMN, .table_name = op->table_name};
    add.schema = op->schema;
    add.column = column_new(op->column_name, type);
    const Table *table = op_to_table(&add, naming_of(context));
    for (size_t i = 0; i < table->constraints.length; i++) {
        Constraint *constraint = table->constraints.at[i];
        if (constraint->kind != CONSTRAINT_PRIMARY_KEY &&
            sql_constraint_text(context->dialect, constraint))
            push(out, kind, op, (Action){.constraint = constraint});
    }
}

static void alter_column(const MigrationContext *context, const MigrateOperation *op,
                         ActionVec *out)
{
    if (op->existing_type && op->modify_type)
        type_constraints(context, op, op->existing_type, ACTION_DROP_CONSTRAINT, out);
    PUSH(ALTER_COLUMN, .column = NULL);
    if (op->modify_type)
        type_constraints(context, op, op->modify_type, ACTION_ADD_CONSTRAINT, out);
}

/* --- indexes, constraints -------------------------------------------------------------------- */

static void create_index(const MigrationContext *context, const MigrateOperation *op,
                         ActionVec *out)
{
    PUSH(CREATE_INDEX, .index = op_to_index(op, naming_of(context)));
}

static void drop_index(const MigrationContext *context, const MigrateOperation *op, ActionVec *out)
{
    PUSH(DROP_INDEX, .index = op_to_index(op, naming_of(context)));
}

static void create_constraint(const MigrationContext *context, const MigrateOperation *op,
                              ActionVec *out)
{
    PUSH(ADD_CONSTRAINT, .constraint = op_to_constraint(op, naming_of(context)));
}

static const struct {
    const char *name;
    const Class *class;
    ConstraintKind kind;
} drop_types[] = {
    {"foreignkey", &ForeignKeyConstraint_class, CONSTRAINT_FOREIGN_KEY},
    {"primary", &PrimaryKeyConstraint_class, CONSTRAINT_PRIMARY_KEY},
    {"unique", &UniqueConstraint_class, CONSTRAINT_UNIQUE},
    {"check", &CheckConstraint_class, CONSTRAINT_CHECK},
};

/* Without type_= it is a bare Constraint, which naming conventions have no row for. */
static Constraint *constraint_to_drop(const MigrateOperation *op)
{
    Constraint *made = NULL;
    if (!op->constraint_type) {
        made = (Constraint *)object_allocate(&Constraint_class);
        made->kind = CONSTRAINT_CHECK;
        made->options = dict_new();
    }
    for (size_t i = 0; !made && i < COUNT_OF(drop_types); i++)
        if (str_is(op->constraint_type, drop_types[i].name))
            made = constraint_new(drop_types[i].kind, NULL);
    if (!made)
        raise_type("'type' can be one of 'check', 'foreignkey', 'primary', 'unique', None");
    made->name = op->name;
    made->name_source = op->name_source;
    return made;
}

static void drop_constraint(const MigrationContext *context, const MigrateOperation *op,
                            ActionVec *out)
{
    MigrateOperation blank = {
        .obj = op->obj, .kind = OP_DROP_TABLE_COMMENT, .table_name = op->table_name};
    blank.schema = op->schema;
    blank.quote = op->quote;
    blank.quote_schema = op->quote_schema;
    Constraint *constraint = constraint_to_drop(op);
    table_add_constraint(op_to_table(&blank, naming_of(context)), constraint);
    PUSH(DROP_CONSTRAINT, .constraint = constraint);
}

/* --- rows, text ------------------------------------------------------------------------------ */

static void bulk_insert(const MigrationContext *context, const MigrateOperation *op, ActionVec *out)
{
    PUSH(BULK_INSERT, .table = NULL);
}

static void execute(const MigrationContext *context, const MigrateOperation *op, ActionVec *out)
{
    PUSH(EXECUTE, .table = NULL);
}

static const ToActions to_actions[OP_COUNT] = {
    [OP_CREATE_TABLE] = create_table,
    [OP_DROP_TABLE] = drop_table,
    [OP_RENAME_TABLE] = rename_table,
    [OP_ADD_COLUMN] = add_column,
    [OP_DROP_COLUMN] = drop_column,
    [OP_ALTER_COLUMN] = alter_column,
    [OP_CREATE_INDEX] = create_index,
    [OP_DROP_INDEX] = drop_index,
    [OP_CREATE_PRIMARY_KEY] = create_constraint,
    [OP_CREATE_UNIQUE] = create_constraint,
    [OP_CREATE_FOREIGN_KEY] = create_constraint,
    [OP_CREATE_CHECK] = create_constraint,
    [OP_CREATE_EXCLUDE] = create_constraint,
    [OP_DROP_CONSTRAINT] = drop_constraint,
    [OP_CREATE_TABLE_COMMENT] = create_table_comment,
    [OP_DROP_TABLE_COMMENT] = drop_table_comment,
    [OP_BULK_INSERT] = bulk_insert,
    [OP_EXECUTE] = execute,
};

ActionVec operation_actions(const MigrationContext *context, const MigrateOperation *op)
{
    ActionVec out = {0};
    if (op->kind >= OP_COUNT)
        raise_value("no dispatch function for object: %s", value_repr(OBJ(op))->text);
    to_actions[op->kind](context, op, &out);
    return out;
}
