/* compare_check.c -- CHECK constraints by name; their texts are not compared here. */
#include "autogen/inside.h"

typedef struct CheckSide {
    Map by_name; /* name -> Constraint */
    StrVec names; /* sorted */
} CheckSide;

static void add_check(CheckSide *side, Constraint *check)
{
    if (!check->name)
        return;
    if (!map_has(&side->by_name, check->name))
        vec_push(&side->names, check->name);
    map_put(&side->by_name, check->name, check);
}

/* Those of the table and of its columns, but not those that Boolean and Enum types make. */
static CheckSide model_checks(const Table *table)
{
    CheckSide side = {0};
    for (size_t i = 0; i < table->constraints.length; i++)
        if (table->constraints.at[i]->kind == CONSTRAINT_CHECK && !table->constraints.at[i]->type_bound)
            add_check(&side, table->constraints.at[i]);
    for (size_t i = 0; i < table->columns.length; i++) {
        const Column *column = table->columns.at[i];
        for (size_t j = 0; j < column->constraints.length; j++)
            if (column->constraints.at[j]->kind == CONSTRAINT_CHECK)
                add_check(&side, column->constraints.at[j]);
    }
    texts_sort(&side.names);
    return side;
}

Constraint *model_check_find(const Comparison *c, const Str *name)
{
    CheckSide side = model_checks(c->model);
    return map_find(&side.by_name, name);
}

static CheckSide database_checks(Comparison *c)
{
    CheckSide side = {0};
    const TableFilling filling = autogen_filling(c->context);
    for (size_t i = 0; i < c->reflected->checks.length; i++) {
        const ReflectedCheck *reflected = c->reflected->checks.at[i];
        if (!reflected->name || !wants_part_name(c, reflected->name, "check_constraint"))
            continue;
        Constraint *check = reflected_check_new(reflected, &filling);
        check->table = c->database;
        add_check(&side, check);
    }
    texts_sort(&side.names);
    return side;
}

/* --- what Alembic reports although nothing differs ---------------------------------------------------------------- */

/* A CHECK of the model that has no name in it: the database gave it one, or its type or convention will. */
static bool is_nameless(const Constraint *check)
{
    return check->kind == CONSTRAINT_CHECK && (check->type_bound || !check->name);
}

static size_t count_nameless(const ConstraintVec *list, size_t limit, const Str *name, bool *named)
{
    size_t count = 0;
    for (size_t i = 0; i < list->length; i++) {
        if (!is_nameless(list->at[i]))
            continue;
        Str *final = constraint_final_name(list->at[i], limit);
        *named = *named || (final && str_equal(final, name));
        count += !final;
    }
    return count;
}

/* Whether a CHECK of the database may be one that the model has without a name. Without compat such a one is not
 * reported as removed: its name is that of a type's constraint, or one the server makes ("table_column_check"). */
static bool may_be_nameless(const Comparison *c, const Str *name)
{
    bool named = false;
    size_t limit = c->context->setup.dialect->identifier_limit, count = 0;
    count += count_nameless(&c->model->constraints, limit, name, &named);
    for (size_t i = 0; i < c->model->columns.length; i++) {
        const Column *column = c->model->columns.at[i];
        ConstraintVec inline_ = {column->constraints.at, column->constraints.length,
                                 column->constraints.capacity};
        count += count_nameless(&inline_, limit, name, &named);
    }
    if (named || !count)
        return named;
    Str *start = str_format("%s_", c->table_name->text);
    return str_starts_with(name, start->text) && strstr(name->text, "check");
}

/* --- the comparator --------------------------------------------------------------------------------------------------- */

static void remove_check(Comparison *c, Constraint *check)
{
    bool inherited = reflected_check_find(c, check->name)->is_inherited;
    if (!c->context->setup.compat && (inherited || may_be_nameless(c, check->name)))
        return;
    if (!autogen_wants_object(c->context, OBJ(check), check->name, "check_constraint", true, NONE))
        return;
    add_op(c, drop_constraint_op(c, check));
    log_found("check_constraints", "Detected removed check constraint %s on table %s", name_repr(check->name),
              name_repr(c->table_name));
}

static void create_check(Comparison *c, Constraint *check)
{
    if (!autogen_wants_object(c->context, OBJ(check), check->name, "check_constraint", false, NONE))
        return;
    add_op(c, create_constraint_op(c, check));
    log_found("check_constraints", "Detected added check constraint %s on table %s", name_repr(check->name),
              name_repr(c->table_name));
}

/* Alembic compares names only. */
static void compare_texts(Comparison *c, Constraint *database, Constraint *model)
{
    const ReflectedCheck *reflected = reflected_check_find(c, database->name);
    Decision decision = expression_decision(c, EXPRESSION_CHECK, database->name, reflected->sqltext);
    if (c->context->setup.compat || decision != DECISION_DIFFERENT)
        return;
    if (!autogen_wants_object(c->context, OBJ(model), model->name, "check_constraint", false, OBJ(database)))
        return;
    add_op(c, drop_constraint_op(c, database));
    add_op(c, create_constraint_op(c, model));
    log_found("check_constraints", "Detected changed check constraint %s on table %s", name_repr(database->name),
              name_repr(c->table_name));
}

static bool is_same_text(const Comparison *c, const Constraint *database, const Constraint *model)
{
    const Dialect *dialect = c->context->setup.dialect;
    const ReflectedCheck *reflected = reflected_check_find(c, database->name);
    return !reflected->is_inherited &&
           canonical_text_equal(sql_inline_text(dialect, model->sqltext), reflected->sqltext);
}

static const Constraint *find_renamed(Comparison *c, const CheckSide *model,
                                      const CheckSide *database, const Constraint *gone)
{
    for (size_t i = 0; i < model->names.length; i++) {
        Constraint *check = map_find(&model->by_name, model->names.at[i]);
        if (!map_has(&database->by_name, model->names.at[i]) && is_same_text(c, gone, check) &&
            autogen_wants_object(c->context, OBJ(check), check->name, "check_constraint", false,
                                 OBJ(gone)))
            return check;
    }
    return NULL;
}

/* What goes while the same comes under another name is renamed. */
static void rename_checks(Comparison *c, const CheckSide *model, CheckSide *database)
{
    if (c->context->setup.compat || !c->context->comparing->renames_constraints)
        return;
    for (size_t i = 0; i < database->names.length; i++) {
        Str *from = database->names.at[i];
        Constraint *gone = map_find(&database->by_name, from);
        const Constraint *check = map_has(&model->by_name, from) || may_be_nameless(c, from)
                                      ? NULL
                                      : find_renamed(c, model, database, gone);
        if (!check)
            continue;
        add_constraint_rename(c, from, check->name);
        log_found("check_constraints", "Detected renamed check constraint %s on table %s: %s",
                  name_repr(from), name_repr(c->table_name), name_repr(check->name));
        map_remove(&database->by_name, from);
        map_put(&database->by_name, check->name, NULL);
        vec_remove(&database->names, i);
        i--;
    }
}

Verdict compare_checks(Comparison *c)
{
    if (!c->database || !c->model)
        return VERDICT_CONTINUE;
    CheckSide model = model_checks(c->model), database = database_checks(c);
    rename_checks(c, &model, &database);
    for (size_t i = 0; i < database.names.length; i++)
        if (!map_has(&model.by_name, database.names.at[i]))
            remove_check(c, map_find(&database.by_name, database.names.at[i]));
    for (size_t i = 0; i < model.names.length; i++) {
        Constraint *there = map_find(&database.by_name, model.names.at[i]);
        if (there)
            compare_texts(c, there, map_find(&model.by_name, model.names.at[i]));
    }
    for (size_t i = 0; i < model.names.length; i++)
        if (!map_has(&database.by_name, model.names.at[i]))
            create_check(c, map_find(&model.by_name, model.names.at[i]));
    return VERDICT_CONTINUE;
}
