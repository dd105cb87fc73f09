/* rename.c -- tables and columns under a new name: what `--rename old:new` says, or whoever sits at the terminal; and where
 * nothing was said, the drop that may be a rename: its line in the file tells how it would be written. */
#include "autogen/inside.h"

/* --- what was asked ------------------------------------------------------------------------------------------------ */

static const char rename_hint[] =
    "--rename old_table:new_table, table.old_column:new_column, or enum_type.old_member:new_member";

struct Rename {
    Str *from, *to;
    bool is_used;
};

static _Noreturn void refuse(const Str *text)
{
    raise_tool("autogen.rename", rename_hint, "Can't read --rename %s", text->text);
}

/* "a.b.c" -> "c" */
static Str *last_part(const Str *name)
{
    const char *dot = strrchr(name->text, '.');
    size_t from = dot ? (size_t)(dot - name->text) + 1 : 0;
    return str_slice_bytes(name, from, name->length);
}

RenameVec renames_from(const StrVec *texts)
{
    RenameVec list = {0};
    for (size_t i = 0; i < texts->length; i++) {
        const Str *text = texts->at[i];
        const char *colon = strchr(text->text, ':');
        size_t at = colon ? (size_t)(colon - text->text) : 0;
        if (!at || at + 1 == text->length)
            refuse(text);
        Rename *rename = new (Rename);
        rename->from = str_slice_bytes(text, 0, at);
        rename->to = last_part(str_slice_bytes(text, at + 1, text->length));
        vec_push(&list, rename);
    }
    return list;
}

static Str *find(AutogenContext *context, const Str *name)
{
    for (size_t i = 0; i < context->renames.length; i++)
        if (str_equal(context->renames.at[i]->from, name)) {
            context->renames.at[i]->is_used = true;
            return context->renames.at[i]->to;
        }
    return NULL;
}

static bool has_model(AutogenContext *context, const Str *schema, const Str *name)
{
    autogen_load_tables(context);
    for (size_t i = 0; i < context->sorted_tables.length; i++) {
        const Table *table = context->sorted_tables.at[i];
        const Str *own = table_schema(table);
        if (own && str_equal(own, reflect_default_schema(context->reflection)))
            own = NULL;
        if (str_equal(table_name(table), name) && strings_equal(own, schema))
            return true;
    }
    return false;
}

Str *renamed_table(AutogenContext *context, const Str *schema, Str *name)
{
    Str *to = context->renames.length ? find(context, qualified_name(schema, name)) : NULL;
    if (to && !has_model(context, schema, to))
        raise_tool("autogen.rename", "the new name is that of a table in the models",
                   "The models have no table '%s' that '%s' could be renamed to",
                   qualified_name(schema, to)->text, qualified_name(schema, name)->text);
    return to ? to : name;
}

Str *renamed_member(AutogenContext *context, const Str *type, Str *label)
{
    Str *to = context->renames.length ? find(context, qualified_name(type, label)) : NULL;
    return to ? to : label;
}

/* The table goes by both of its names. */
static Str *renamed_column(AutogenContext *context, const Str *schema, const Str *old_table,
                           const Str *new_table, Str *name)
{
    Str *to = find(context, qualified_name(qualified_name(schema, old_table), name));
    if (!to)
        to = find(context, qualified_name(qualified_name(schema, new_table), name));
    return to ? to : name;
}

const ReflectedTable *table_under_new_names(AutogenContext *context, const Str *schema,
                                            const ReflectedTable *table)
{
    Map names = {0}, spelled = {0};
    const Str *new_table =
        context->renames.length ? renamed_table(context, schema, table->name) : NULL;
    for (size_t i = 0; new_table && i < table->columns.length; i++) {
        Str *from = table->columns.at[i]->name;
        Str *to = renamed_column(context, schema, table->name, new_table, from);
        if (to == from)
            continue;
        map_put(&names, from, to);
        map_put(&spelled, from, sql_name_text(context->setup.dialect, to, TRI_UNSET));
    }
    return names.length
               ? reflected_table_renamed(table, context->comparing->flavor, &names, &spelled)
               : table;
}

StrVec *rename_clauses(const Dialect *dialect, const ReflectedTable *table)
{
    StrVec *clauses = new (StrVec);
    RenameStepVec steps = rename_steps(table ? &table->new_names : &(Map){0});
    for (size_t i = 0; i < steps.length; i++)
        vec_push(clauses, str_format("RENAME COLUMN %s TO %s",
                                     sql_name_text(dialect, steps.at[i].from, TRI_UNSET)->text,
                                     sql_name_text(dialect, steps.at[i].to, TRI_UNSET)->text));
    return clauses;
}

StrVec renamed_columns(AutogenContext *context, const Str *schema, const Str *old_table,
                       const StrVec *names)
{
    StrVec renamed = {0};
    Str *new_table = renamed_table(context, schema, (Str *)(uintptr_t)old_table);
    for (size_t i = 0; i < names->length; i++)
        vec_push(&renamed, renamed_column(context, schema, old_table, new_table, names->at[i]));
    return renamed;
}

void renames_finish(const AutogenContext *context)
{
    for (size_t i = 0; i < context->renames.length; i++)
        if (!context->renames.at[i]->is_used)
            raise_tool("autogen.rename", rename_hint,
                       "The database has no table or column '%s' to rename",
                       context->renames.at[i]->from->text);
}

/* --- the operations -------------------------------------------------------------------------------------------------- */

static MigrateOperation *table_rename(Str *schema, const RenameStep *step)
{
    MigrateOperation *op = op_new(OP_RENAME_TABLE);
    op->schema = schema;
    op->table_name = step->from;
    op->new_table_name = step->to;
    return op;
}

void add_table_renames(Comparison *c, Str *schema, const Map *names)
{
    RenameStepVec steps = rename_steps(names);
    for (size_t i = 0; i < steps.length; i++)
        add_op(c, table_rename(schema, &steps.at[i]));
    for (size_t i = 0; i < names->length; i++)
        log_found("tables", "Renamed table %s to %s",
                  name_repr(qualified_name(schema, names->at[i].key)), name_repr(names->at[i].value));
}

static MigrateOperation *column_rename(const Comparison *c, const RenameStep *step, const Column *column)
{
    MigrateOperation *op = op_new(OP_ALTER_COLUMN);
    op->table_name = c->table_name;
    op->schema = c->schema;
    op->column_name = step->from;
    op->modify_name = step->to;
    op->existing_type = column_type(column);
    op->existing_nullable = column->nullable ? TRI_TRUE : TRI_FALSE;
    return op;
}

/* The column of the database that a step moves, on its way to its new name too. */
static const Column *column_of_step(const Comparison *table, const RenameStepVec *steps, size_t at)
{
    const Str *name = steps->at[at].to;
    for (size_t i = at + 1; i < steps->length; i++)
        if (str_equal(steps->at[i].from, name))
            name = steps->at[i].to;
    return table_find_column(table->database, name);
}

static bool is_second_step(const RenameStepVec *steps, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (str_equal(steps->at[i].to, steps->at[at].from))
            return true;
    return false;
}

static OpContainer *container_for_renames(const Comparison *table, List *ops)
{
    OpContainer *container = op_container_new(&ModifyTableOps_class);
    container->op.table_name = table->table_name;
    container->op.schema = table->schema;
    list_append(ops, OBJ(container));
    return container;
}

/* In a container of their own, and a second one for those that waited: what follows in a batch block knows only the
 * names at its start. */
void add_column_renames(const Comparison *table, List *ops)
{
    const Map *names = &table->reflected->new_names;
    RenameStepVec steps = rename_steps(names);
    OpContainer *container = NULL;
    for (size_t i = 0; i < steps.length; i++) {
        if (!container || is_second_step(&steps, i))
            container = container_for_renames(table, ops);
        list_append(container->ops,
                    OBJ(column_rename(table, &steps.at[i], column_of_step(table, &steps, i))));
    }
    for (size_t i = 0; i < names->length; i++)
        log_found("tables", "Renamed column '%s.%s' to %s",
                  qualified_name(table->schema, table->table_name)->text, names->at[i].key->text,
                  name_repr(names->at[i].value));
}

/* --- what a drop may be ---------------------------------------------------------------------------------------------- */

static bool has_same_columns(const Table *a, const Table *b)
{
    size_t common = 0;
    for (size_t i = 0; i < a->columns.length; i++)
        common += table_find_column(b, column_name(a->columns.at[i])) != NULL;
    return common && 2 * common > a->columns.length && 2 * common > b->columns.length;
}

/* A new table with most of the columns of the dropped one. */
static const MigrateOperation *find_new_table(const MigrateOperation *drop, const List *ops)
{
    const Table *old = as(Table, OBJ(drop->source));
    for (size_t i = 0; old && i < ops->length; i++) {
        const MigrateOperation *op = as(MigrateOperation, ops->at[i]);
        const Table *fresh = op && op->source ? as(Table, OBJ(op->source)) : NULL;
        if (fresh && op->kind == OP_CREATE_TABLE && strings_equal(op->schema, drop->schema) && has_same_columns(old, fresh))
            return op;
    }
    return NULL;
}

static void suggest_table(MigrateOperation *drop, const List *ops)
{
    const MigrateOperation *create = find_new_table(drop, ops);
    if (!create)
        return;
    Str *from = qualified_name(drop->schema, drop->table_name), *to = create->table_name;
    op_add_note(
        drop,
        str_format("if %s was renamed: revision --autogenerate --rename %s:%s, or instead of both",
                   from->text, from->text, to->text));
    op_add_note(
        drop,
        str_format("    op.rename_table(%s, %s%s)", name_repr(drop->table_name), name_repr(to),
                   drop->schema ? str_format(", schema=%s", name_repr(drop->schema))->text : ""));
}

/* Whether operations drop a column of that name and add one: it changes, and gets no other name. */
static bool is_made_again(const List *ops, const Str *name)
{
    bool drops = false, adds = false;
    for (size_t i = 0; i < ops->length; i++) {
        const MigrateOperation *op = as(MigrateOperation, ops->at[i]);
        drops |= op && op->kind == OP_DROP_COLUMN && str_equal(op->column_name, name);
        adds |= op && op->kind == OP_ADD_COLUMN && str_equal(column_name(op->column), name);
    }
    return drops && adds;
}

/* The only new column of the same type. */
static const MigrateOperation *find_successor(AutogenContext *context, const MigrateOperation *drop, const List *ops)
{
    const Dialect *dialect = context->setup.dialect;
    const MigrateOperation *found = NULL;
    if (!drop->reverse || !drop->reverse->column || is_made_again(ops, drop->column_name))
        return NULL;
    Str *type = sql_type_text(dialect, column_type(drop->reverse->column));
    for (size_t i = 0; i < ops->length; i++) {
        const MigrateOperation *op = as(MigrateOperation, ops->at[i]);
        if (!op || op->kind != OP_ADD_COLUMN || is_made_again(ops, column_name(op->column)) ||
            !str_equal(sql_type_text(dialect, column_type(op->column)), type))
            continue;
        if (found)
            return NULL;
        found = op;
    }
    return found;
}

static void suggest_column(AutogenContext *context, MigrateOperation *drop, const List *ops)
{
    const MigrateOperation *add = find_successor(context, drop, ops);
    if (!add)
        return;
    Str *from = qualified_name(qualified_name(drop->schema, drop->table_name), drop->column_name);
    Str *to = column_name(add->column);
    op_add_note(
        drop,
        str_format("if %s was renamed: revision --autogenerate --rename %s:%s, or instead of both",
                   from->text, from->text, to->text));
    op_add_note(
        drop,
        str_format("    op.alter_column(%s, %s, new_column_name=%s%s)", name_repr(drop->table_name),
                   name_repr(drop->column_name), name_repr(to),
                   drop->schema ? str_format(", schema=%s", name_repr(drop->schema))->text : ""));
}

/* --- questions -------------------------------------------------------------------------------------------------------- */

/* Names that begin or end alike for more than half of the longer one, or of which one is within the other. */
static bool are_similar(const Str *a, const Str *b)
{
    size_t shorter = a->length < b->length ? a->length : b->length, longer = a->length + b->length - shorter;
    size_t head = 0, tail = 0;
    while (head < shorter && a->text[head] == b->text[head])
        head++;
    while (tail < shorter - head && a->text[a->length - 1 - tail] == b->text[b->length - 1 - tail])
        tail++;
    return 2 * (head + tail) > longer || strstr(a->text, b->text) || strstr(b->text, a->text);
}

/* Yes is usual where the names are similar, too. */
static bool ask_about(AutogenContext *context, const char *what, Str *from, const Str *old_name, Str *to)
{
    Str *question = str_format("Was %s %s renamed to %s?", what, from->text, to->text);
    if (!context->setup.porch || !context->setup.porch->ask ||
        !context->setup.porch->ask(question->text, are_similar(old_name, to)))
        return false;
    Rename *rename = new (Rename);
    *rename = (Rename){.from = from, .to = to};
    vec_push(&context->renames, rename);
    return true;
}

static bool ask_of_drop(AutogenContext *context, const MigrateOperation *drop, const List *ops)
{
    bool is_table = drop->kind == OP_DROP_TABLE;
    const MigrateOperation *fresh = is_table ? find_new_table(drop, ops) : find_successor(context, drop, ops);
    if (!fresh)
        return false;
    Str *table = qualified_name(drop->schema, drop->table_name);
    return is_table ? ask_about(context, "table", table, drop->table_name, fresh->table_name)
                    : ask_about(context, "column", qualified_name(table, drop->column_name), drop->column_name,
                                column_name(fresh->column));
}

bool renames_ask(AutogenContext *context, const List *ops)
{
    bool renamed = false;
    for (size_t i = 0; i < ops->length; i++) {
        const OpContainer *inner = as(OpContainer, ops->at[i]);
        const MigrateOperation *op = inner ? NULL : as(MigrateOperation, ops->at[i]);
        if (inner)
            renamed |= renames_ask(context, inner->ops);
        if (op && (op->kind == OP_DROP_TABLE || op->kind == OP_DROP_COLUMN))
            renamed |= ask_of_drop(context, op, ops);
    }
    return renamed;
}

void suggest_rename(AutogenContext *context, MigrateOperation *drop, const List *ops)
{
    if (drop->kind == OP_DROP_TABLE)
        suggest_table(drop, ops);
    else
        suggest_column(context, drop, ops);
}
