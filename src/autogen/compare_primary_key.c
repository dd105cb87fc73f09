/* compare_primary_key.c -- primary keys: columns, their order where the model says one (columns marked
 * primary_key=True stand as they were declared, mixins first: that is no wish), and the name where the model
 * has one. Alembic does not compare them. The old key goes before any column changes, since its columns
 * cannot take NULL; the new one comes after. */
#include "autogen/inside.h"

static bool has_name(const StrVec *names, const Str *name)
{
    for (size_t i = 0; i < names->length; i++)
        if (str_equal(names->at[i], name))
            return true;
    return false;
}

bool primary_key_moves(const Comparison *c)
{
    bool ordered = !c->model->primary_key->implicit;
    StrVec database = key_column_names(c->database->primary_key),
           model = key_column_names(c->model->primary_key);
    if (database.length != model.length)
        return true;
    for (size_t i = 0; i < model.length; i++)
        if (ordered ? !str_equal(database.at[i], model.at[i]) : !has_name(&database, model.at[i]))
            return true;
    return false;
}

static Str *wanted_name(const Comparison *c)
{
    return constraint_final_name(c->model->primary_key,
                                 c->context->setup.dialect->identifier_limit);
}

/* SQLite has keys without a name. */
static bool is_renamed(const Comparison *c)
{
    const Str *wanted = wanted_name(c), *present = c->database->primary_key->name;
    return wanted && present && c->model->primary_key->columns.length &&
           !str_equal(wanted, present);
}

static void log_change(const Comparison *c)
{
    StrVec from = key_column_names(c->database->primary_key),
           to = key_column_names(c->model->primary_key);
    log_found("constraints", "Detected changed primary key on table %s: %s to %s",
              name_repr(c->table_name), tuple_text(&from)->text, tuple_text(&to)->text);
}

static void make_again(Comparison *c)
{
    const Constraint *database = c->database->primary_key, *model = c->model->primary_key;
    if (database->columns.length)
        insert_op(c->ops->ops, 0, (Obj *)drop_constraint_op(c, database));
    if (model->columns.length)
        add_op(c, create_constraint_op(c, model));
    log_change(c);
}

/* The index stays, and so do the foreign keys that need it. */
static void rename_key(const Comparison *c)
{
    const Str *from = c->database->primary_key->name, *to = wanted_name(c);
    add_constraint_rename(c, from, to);
    log_found("constraints", "Detected renamed primary key on table %s: %s to %s",
              name_repr(c->table_name), name_repr(from), name_repr(to));
}

Verdict compare_primary_key(Comparison *c)
{
    if (!c->database || !c->model ||
        (c->reflected->primary_key && c->reflected->primary_key->is_inherited))
        return VERDICT_CONTINUE;
    bool moves = primary_key_moves(c);
    if ((!moves && !is_renamed(c)) ||
        !autogen_wants_object(c->context, OBJ(c->model->primary_key), wanted_name(c),
                              "primary_key_constraint", false, OBJ(c->database->primary_key)))
        return VERDICT_CONTINUE;
    if (moves || !c->context->comparing->renames_constraints)
        make_again(c);
    else
        rename_key(c);
    return VERDICT_CONTINUE;
}
