/* compare_exclude.c -- exclusion constraints of PostgreSQL, by name; whether they say the same the
 * server decides. Alembic does not compare them, and loses them in downgrades. */
#include "autogen/inside.h"

static bool is_exclusion(const Constraint *constraint)
{
    return constraint->kind == CONSTRAINT_EXCLUDE;
}

static Str *given_name(const Comparison *c, const Constraint *exclusion)
{
    return constraint_final_name(exclusion, c->context->setup.dialect->identifier_limit);
}

Str *exclusion_key(const Comparison *c, const Constraint *exclusion)
{
    Str *name = given_name(c, exclusion);
    size_t i = 0;
    while (!name && c->model->constraints.at[i] != exclusion)
        i++;
    return name ? name : str_format("\x01%zu", i);
}

static Str *likely_name(const Comparison *c, const Constraint *exclusion)
{
    Str *name = given_name(c, exclusion);
    return name ? name : constraint_default_name(exclusion, 0);
}

const ReflectedExclusion *reflected_exclusion_find(const Comparison *c, const Str *name)
{
    for (size_t i = 0; i < c->reflected->exclusions.length; i++)
        if (str_equal(c->reflected->exclusions.at[i]->index->name, name))
            return c->reflected->exclusions.at[i];
    return NULL;
}

/* --- which is which ------------------------------------------------------------------------------ */

/* One without a name is known by what it says; where the server does not tell, by the name it would get. */
static bool says_the_same(const Comparison *c, const Constraint *model, const Constraint *database)
{
    const Str *definition = reflected_exclusion_find(c, database->name)->definition;
    const Str *printed = expression_printed(c, EXPRESSION_EXCLUDE, exclusion_key(c, model));
    if (printed)
        return canonical_text_equal(printed, definition);
    return canonical_exclusion_equal(model, definition) ||
           str_equal(likely_name(c, model), database->name);
}

/* For each constraint of the database that of the model, and the other way round: no one twice. */
typedef struct Pairs {
    const Comparison *c;
    Constraint **model_of, **database_of;
} Pairs;

static bool has_name(const Comparison *c, const Constraint *model, const Constraint *database)
{
    const Str *name = given_name(c, model);
    return name && str_equal(name, database->name);
}

static bool is_nameless_same(const Comparison *c, const Constraint *model,
                             const Constraint *database)
{
    return !given_name(c, model) && says_the_same(c, model, database);
}

typedef bool (*IsPair)(const Comparison *c, const Constraint *model, const Constraint *database);

static void pair(const Pairs *pairs, IsPair is_pair)
{
    const ConstraintVec *database = &pairs->c->database->constraints,
                        *model = &pairs->c->model->constraints;
    for (size_t i = 0; i < database->length; i++)
        for (size_t j = 0;
             is_exclusion(database->at[i]) && !pairs->model_of[i] && j < model->length; j++)
            if (is_exclusion(model->at[j]) && !pairs->database_of[j] &&
                is_pair(pairs->c, model->at[j], database->at[i])) {
                pairs->model_of[i] = model->at[j];
                pairs->database_of[j] = database->at[i];
            }
}

/* Names first: one without a name does not take what another one names. */
static Pairs pairs_of(const Comparison *c)
{
    const Pairs pairs = {c, new_array(Constraint *, c->database->constraints.length + 1),
                         new_array(Constraint *, c->model->constraints.length + 1)};
    pair(&pairs, has_name);
    pair(&pairs, is_nameless_same);
    return pairs;
}

Constraint *model_exclusion_find(const Comparison *c, const Constraint *database)
{
    const Pairs pairs = pairs_of(c);
    for (size_t i = 0; i < c->database->constraints.length; i++)
        if (c->database->constraints.at[i] == database)
            return pairs.model_of[i];
    return NULL;
}

/* --- the comparison ------------------------------------------------------------------------------ */

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

static void remove_exclusion(Comparison *c, Constraint *database)
{
    if (!wants_part_name(c, database->name, "exclude_constraint") ||
        !wants(c, database, true, NULL))
        return;
    add_op(c, drop_constraint_op(c, database));
    log_exclusion(c, "removed", database->name);
}

static void compare_both(Comparison *c, Constraint *database, Constraint *model)
{
    Str *printed = reflected_exclusion_find(c, database->name)->definition;
    if (!given_name(c, model) || !wants(c, model, false, database) ||
        expression_decision(c, EXPRESSION_EXCLUDE, database->name, printed) != DECISION_DIFFERENT)
        return;
    add_op(c, drop_constraint_op(c, database));
    add_op(c, create_constraint_op(c, model));
    log_exclusion(c, "changed", database->name);
}

/* The server makes one of two that say the same in a CREATE TABLE. */
static bool is_there_already(const Comparison *c, const Constraint *model)
{
    const ConstraintVec *database = &c->database->constraints;
    for (size_t i = 0; i < database->length; i++)
        if (is_exclusion(database->at[i]) && is_nameless_same(c, model, database->at[i]))
            return true;
    return false;
}

static void add_exclusion(Comparison *c, Constraint *model)
{
    if (is_there_already(c, model) || !wants(c, model, false, NULL))
        return;
    add_op(c, create_constraint_op(c, model));
    log_exclusion(c, "added", likely_name(c, model));
}

Verdict compare_exclusions(Comparison *c)
{
    if (!c->database || !c->model || !c->context->comparing->has_exclusions)
        return VERDICT_CONTINUE;
    const ConstraintVec *database = &c->database->constraints, *model = &c->model->constraints;
    const Pairs pairs = pairs_of(c);
    for (size_t i = 0; i < database->length; i++)
        if (pairs.model_of[i])
            compare_both(c, database->at[i], pairs.model_of[i]);
        else if (is_exclusion(database->at[i]))
            remove_exclusion(c, database->at[i]);
    for (size_t i = 0; i < model->length; i++)
        if (is_exclusion(model->at[i]) && !pairs.database_of[i])
            add_exclusion(c, model->at[i]);
    return VERDICT_CONTINUE;
}
