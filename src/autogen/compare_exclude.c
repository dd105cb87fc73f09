/* compare_exclude.c -- exclusion constraints of PostgreSQL, by name; whether they say the same the
 * server decides. Alembic does not compare them, and loses them in downgrades. */
#include "autogen/inside.h"

static bool is_exclusion(const Constraint *constraint)
{
    return constraint->kind == CONSTRAINT_EXCLUDE;
}

Str *exclusion_name(const Comparison *c, const Constraint *exclusion)
{
    Str *name = constraint_final_name(exclusion, c->context->setup.dialect->identifier_limit);
    return name ? name : constraint_default_name(exclusion, 0);
}

static Constraint *find_named(const Comparison *c, const Table *table, const Str *name)
{
    for (size_t i = 0; i < table->constraints.length; i++)
        if (is_exclusion(table->constraints.at[i]) &&
            str_equal(exclusion_name(c, table->constraints.at[i]), name))
            return table->constraints.at[i];
    return NULL;
}

Constraint *model_exclusion_find(const Comparison *c, const Str *name)
{
    return find_named(c, c->model, name);
}

const ReflectedExclusion *reflected_exclusion_find(const Comparison *c, const Str *name)
{
    for (size_t i = 0; i < c->reflected->exclusions.length; i++)
        if (str_equal(c->reflected->exclusions.at[i]->index->name, name))
            return c->reflected->exclusions.at[i];
    return NULL;
}

static bool wants(Comparison *c, Constraint *constraint, bool reflected, const Constraint *other)
{
    return autogen_wants_object(c->context, OBJ(constraint), constraint->name, "exclude_constraint",
                                reflected, other ? OBJ(other) : NONE);
}

static void log_exclusion(const Comparison *c, const char *what, const Str *name)
{
    log_found("constraints", "Detected %s exclusion constraint %s on table %s", what,
              name_repr(name), name_repr(c->table_name));
}

static void compare_old(Comparison *c, Constraint *database)
{
    Constraint *model = find_named(c, c->model, database->name);
    if (!model) {
        if (!wants_part_name(c, database->name, "exclude_constraint") ||
            !wants(c, database, true, NULL))
            return;
        add_op(c, drop_constraint_op(c, database));
        log_exclusion(c, "removed", database->name);
        return;
    }
    Str *printed = reflected_exclusion_find(c, database->name)->definition;
    if (expression_decision(c, EXPRESSION_EXCLUDE, database->name, printed) != DECISION_DIFFERENT ||
        !wants(c, model, false, database))
        return;
    add_op(c, drop_constraint_op(c, database));
    add_op(c, create_constraint_op(c, model));
    log_exclusion(c, "changed", database->name);
}

Verdict compare_exclusions(Comparison *c)
{
    if (!c->database || !c->model || !c->context->comparing->has_exclusions)
        return VERDICT_CONTINUE;
    for (size_t i = 0; i < c->database->constraints.length; i++)
        if (is_exclusion(c->database->constraints.at[i]))
            compare_old(c, c->database->constraints.at[i]);
    for (size_t i = 0; i < c->model->constraints.length; i++) {
        Constraint *model = c->model->constraints.at[i];
        if (!is_exclusion(model) || find_named(c, c->database, exclusion_name(c, model)) ||
            !wants(c, model, false, NULL))
            continue;
        add_op(c, create_constraint_op(c, model));
        log_exclusion(c, "added", exclusion_name(c, model));
    }
    return VERDICT_CONTINUE;
}
