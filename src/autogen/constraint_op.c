/* constraint_op.c -- operations about constraints: one that has no name gets told what the server
 * calls it, so that what undoes it has something to drop. */
#include "autogen/inside.h"

/* --- names in use -------------------------------------------------------------------------- */

static bool is_dropped(const Comparison *c, const Str *name)
{
    for (size_t i = 0; i < c->ops->ops->length; i++) {
        const MigrateOperation *op = as(MigrateOperation, c->ops->ops->at[i]);
        if (op && (op->kind == OP_DROP_CONSTRAINT || op->kind == OP_DROP_INDEX) &&
            strings_equal(op->name, name))
            return true;
    }
    return false;
}

static bool is_made(const Comparison *c, const Str *name)
{
    for (size_t i = 0; i < c->ops->ops->length; i++) {
        const MigrateOperation *op = as(MigrateOperation, c->ops->ops->at[i]);
        if (op && op->kind != OP_DROP_CONSTRAINT &&
            strings_equal(op->name ? op->name : op->default_name, name))
            return true;
    }
    return false;
}

#define ANY_NAMED(list, name_of)                                                                   \
    for (size_t i = 0; i < (list).length; i++)                                                     \
        if (strings_equal((list).at[i]->name_of, name))                                            \
            return true;

static bool is_present(const ReflectedTable *table, const Str *name)
{
    if (table->primary_key && strings_equal(table->primary_key->name, name))
        return true;
    ANY_NAMED(table->uniques, name)
    ANY_NAMED(table->foreign_keys, name)
    ANY_NAMED(table->checks, name)
    ANY_NAMED(table->indexes, name)
    return false;
}

static Str *free_name(const Comparison *c, const Constraint *constraint)
{
    for (unsigned attempt = 0;; attempt++) {
        Str *name = constraint_default_name(constraint, attempt);
        bool taken = c->reflected && is_present(c->reflected, name) && !is_dropped(c, name);
        if (!taken && !is_made(c, name))
            return name;
    }
}

/* --- operations ---------------------------------------------------------------------------- */

MigrateOperation *create_constraint_op(const Comparison *c, const Constraint *constraint)
{
    MigrateOperation *op = op_create_constraint(constraint);
    if (!op->name && !c->context->setup.compat)
        op->default_name = free_name(c, constraint);
    return op;
}

/* SQLite's may have no name: batch mode finds them by the one they would have. */
MigrateOperation *drop_constraint_op(const Comparison *c, const Constraint *constraint)
{
    MigrateOperation *op = op_drop_constraint(constraint);
    if (!op->name && !c->context->setup.compat)
        op->default_name = constraint_default_name(constraint, 0);
    return op;
}

/* --- other names ---------------------------------------------------------------------------- */

static Str *name_text(const Str *name)
{
    return sql_name_text(&postgres_dialect, name, TRI_UNSET);
}

static Str *constraint_rename(const Comparison *c, const Str *from, const Str *to)
{
    return str_format("ALTER TABLE %s RENAME CONSTRAINT %s TO %s",
                      sql_qualified_text(&postgres_dialect, c->schema, c->table_name)->text,
                      name_text(from)->text, name_text(to)->text);
}

static Str *index_rename(const Comparison *c, const Str *from, const Str *to)
{
    return str_format("ALTER INDEX %s RENAME TO %s",
                      sql_qualified_text(&postgres_dialect, c->schema, from)->text,
                      name_text(to)->text);
}

void add_constraint_rename(const Comparison *c, const Str *from, const Str *to)
{
    OpContainer *container = undoable(c->upgrade), undo = undo_of(container);
    add_execute(container, constraint_rename(c, from, to));
    add_execute(&undo, constraint_rename(c, to, from));
    container->difference = str_format("rename constraint %s on %s to %s", from->text,
                                       qualified_name(c->schema, c->table_name)->text, to->text);
}

void add_index_rename(const Comparison *c, const Str *from, const Str *to)
{
    OpContainer *container = undoable(c->upgrade), undo = undo_of(container);
    add_execute(container, index_rename(c, from, to));
    add_execute(&undo, index_rename(c, to, from));
    container->difference = str_format("rename index %s on %s to %s", from->text,
                                       qualified_name(c->schema, c->table_name)->text, to->text);
}
