/* compare_column.c -- the columns of a table that both sides have: added, altered, removed; and NULL. */
#include "autogen/inside.h"

/* The name that the server keeps of it: PostgreSQL cuts what is too long, silently, so that Alembic proposes such a
 * column again on every run. */
static Str *kept_name(const Comparison *c, const Column *column)
{
    Str *name = column_name(column);
    size_t limit = c->context->setup.dialect->identifier_limit;
    if (c->context->setup.compat || name->length <= limit)
        return name;
    const char *end = name->text + limit;
    return str_new(
        name->text,
        (size_t)((((unsigned char)*end & 0xC0) == 0x80 ? utf8_before(end) : end) - name->text));
}

static Column *model_column(const Comparison *c, const Str *name)
{
    for (size_t i = 0; i < c->model->columns.length; i++) {
        Column *column = c->model->columns.at[i];
        if (!column->system && str_equal(kept_name(c, column), name))
            return column;
    }
    return NULL;
}

static bool wants_column(Comparison *c, Column *column, bool reflected, Column *other)
{
    return autogen_wants_object(c->context, OBJ(column), column_name(column), "column", reflected, OBJ(other));
}

static Str *table_text(const Comparison *c)
{
    return qualified_name(c->schema, c->table_name);
}

static void compare_new_column(Comparison *c, Column *column)
{
    if (!wants_column(c, column, false, NULL))
        return;
    add_op(c, op_add_column(c->table_name, c->schema, column));
    log_found("tables", "Detected added column '%s.%s'", table_text(c)->text, column_name(column)->text);
}

static bool has_changes(const MigrateOperation *alter)
{
    return value_truth(call_method(OBJ(alter), "has_changes", 0, NULL));
}

static void compare_both(Comparison *c, Column *database, Column *model)
{
    if (!wants_column(c, model, false, database))
        return;
    Comparison inner = *c;
    inner.column_name = column_name(database);
    inner.database_column = database;
    inner.model_column = model;
    inner.alter = op_new(OP_ALTER_COLUMN);
    inner.alter->table_name = c->table_name;
    inner.alter->schema = c->schema;
    inner.alter->column_name = inner.column_name;
    inner.alter->source = (Obj *)model;
    dispatch(&inner, TARGET_COLUMN);
    if (has_changes(inner.alter))
        add_column_change(&inner);
}

/* Whether include_name lets the database's column of that name be seen. */
static bool sees(Comparison *c, const Column *column)
{
    return column && wants_part_name(c, column_name(column), "column");
}

/* Computed columns are added behind those that they may stand on, and go before them. */
static bool is_computed(const Comparison *c, const Column *column)
{
    return column->computed && !c->context->setup.compat;
}

static void compare_new_columns(Comparison *c, Column **seen, bool computed)
{
    for (size_t i = 0; i < c->model->columns.length; i++) {
        Column *model = c->model->columns.at[i];
        if (!model->system && !seen[i] && is_computed(c, model) == computed)
            compare_new_column(c, model);
    }
}

void compare_columns(Comparison *c)
{
    Column **seen = new_array(Column *, c->model->columns.length + 1);
    for (size_t i = 0; i < c->model->columns.length; i++) {
        Column *model = c->model->columns.at[i];
        Column *database =
            model->system ? NULL : table_find_column(c->database, kept_name(c, model));
        seen[i] = sees(c, database) ? database : NULL;
    }
    compare_new_columns(c, seen, false);
    compare_new_columns(c, seen, true);
    for (size_t i = 0; i < c->model->columns.length; i++)
        if (seen[i])
            compare_both(c, seen[i], c->model->columns.at[i]);
}

/* A column of the parent table goes there. */
static bool is_inherited(const Comparison *c, const Column *column)
{
    const ReflectedColumn *reflected = reflected_column_find(c, column_name(column));
    return !c->context->setup.compat && reflected && reflected->is_inherited;
}

static void compare_removed_column(Comparison *c, Column *column)
{
    if (model_column(c, column_name(column)) || is_inherited(c, column) || !sees(c, column) ||
        !wants_column(c, column, true, NULL))
        return;
    add_op(c, op_drop_column(c->table_name, c->schema, column));
    log_found("tables", "Detected removed column '%s.%s'", table_text(c)->text, column_name(column)->text);
}

void compare_removed_columns(Comparison *c)
{
    for (int computed = 1; computed >= 0; computed--)
        for (size_t i = 0; i < c->database->columns.length; i++)
            if (is_computed(c, c->database->columns.at[i]) == computed)
                compare_removed_column(c, c->database->columns.at[i]);
}

/* --- NULL ------------------------------------------------------------------------------------------------------ */

/* A computed column of the model that says nothing of NULL, and any identity column. */
static bool decides_by_itself(const Column *database, const Column *model)
{
    bool computed = database->computed || model->computed;
    return (computed && !model->nullable_given) || database->identity || model->identity;
}

Verdict compare_nullable(Comparison *c)
{
    const Column *database = c->database_column, *model = c->model_column;
    c->alter->existing_nullable = database->nullable ? TRI_TRUE : TRI_FALSE;
    if (database->nullable == model->nullable)
        return VERDICT_CONTINUE;
    if (decides_by_itself(database, model)) {
        log_found("constraints", "Ignoring nullable change on identity column '%s.%s'", c->table_name->text,
                  c->column_name->text);
        return VERDICT_CONTINUE;
    }
    c->alter->modify_nullable = model->nullable ? TRI_TRUE : TRI_FALSE;
    log_found("constraints", "Detected %s on column '%s.%s'", model->nullable ? "NULL" : "NOT NULL",
              c->table_name->text, c->column_name->text);
    return VERDICT_STOP;
}
