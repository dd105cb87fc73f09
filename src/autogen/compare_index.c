/* compare_index.c -- indexes and UNIQUE constraints together, since databases make one out of the other: by name,
 * and unnamed constraints by their columns. */
#include "autogen/inside.h"

/* --- signatures ------------------------------------------------------------------------------------------------ */

/* An index or a UNIQUE constraint, seen alike. */
typedef struct KeySig {
    Constraint *unique;
    Index *index;
    Str *name;      /* NULL: unnamed */
    Str *signature; /* what it is without its name */
} KeySig;
typedef VEC(KeySig) SigVec;

StrVec key_column_names(const Constraint *key)
{
    StrVec names = {0};
    for (size_t i = 0; i < key->columns.length; i++)
        vec_push(&names, column_name(key->columns.at[i]));
    return names;
}

bool key_has_column(const Constraint *key, const Str *name)
{
    for (size_t i = 0; i < key->columns.length; i++)
        if (str_equal(column_name(key->columns.at[i]), name))
            return true;
    return false;
}

static Str *unique_signature(const Constraint *unique)
{
    StrVec names = key_column_names(unique);
    texts_sort(&names);
    return tuple_text(&names);
}

/* The name of element i; NULL for an expression. */
static Str *element_name(const Index *index, size_t i)
{
    const ColumnClause *column = as(ColumnClause, OBJ(index->expressions.at[i]));
    return column ? column->name : NULL;
}

static Str *index_signature(const Index *index)
{
    StrVec names = {0};
    for (size_t i = 0; i < index->expressions.length; i++)
        vec_push(&names, element_name(index, i));
    return str_format("%d%s", index->unique, tuple_text(&names)->text);
}

static bool find_column(ClauseElement *element, void *data)
{
    Column **found = data;
    if (!*found && element->kind == EXPR_COLUMN)
        *found = as(Column, OBJ(element));
    return !*found;
}

/* What SQLAlchemy calls index.columns: the first column that each element mentions. */
static StrVec index_column_names(const Index *index)
{
    StrVec names = {0};
    for (size_t i = 0; i < index->expressions.length; i++) {
        Column *column = NULL;
        element_walk(index->expressions.at[i], find_column, &column);
        if (column)
            vec_push(&names, column_name(column));
    }
    return names;
}

static KeySig sig_of_unique(Constraint *unique, Str *name)
{
    return (KeySig){.unique = unique, .name = name, .signature = unique_signature(unique)};
}

static KeySig sig_of_index(Index *index, Str *name)
{
    return (KeySig){.index = index, .name = name, .signature = index_signature(index)};
}

static const KeySig *find_name(const SigVec *list, const Str *name)
{
    for (size_t i = list->length; i-- > 0;)
        if (list->at[i].name && str_equal(list->at[i].name, name))
            return &list->at[i];
    return NULL;
}

static bool has_signature(const SigVec *list, const Str *signature)
{
    for (size_t i = 0; i < list->length; i++)
        if (str_equal(list->at[i].signature, signature))
            return true;
    return false;
}

/* --- both sides --------------------------------------------------------------------------------------------------- */

typedef struct Sides {
    SigVec database_uniques, database_indexes, model_uniques, model_indexes;
} Sides;

static void add_model_keys(const Table *model, KeySides *sides)
{
    for (size_t i = 0; i < model->constraints.length; i++)
        if (model->constraints.at[i]->kind == CONSTRAINT_UNIQUE)
            vec_push(&sides->model_uniques, model->constraints.at[i]);
    for (size_t i = 0; i < model->indexes.length; i++)
        vec_push(&sides->model_indexes, model->indexes.at[i]);
}

/* An empty INCLUDE is not said. */
void drop_empty_include(Dict *options)
{
    Value include = dict_find_text(options, "postgresql_include");
    if (is_set(include) && !value_truth(include))
        dict_remove(options, STR(intern("postgresql_include")));
}

/* Columns of INCLUDE go by name. */
static void rename_included(const Comparison *c, Dict *options)
{
    Value include = dict_find_text(options, "postgresql_include");
    if (!c->context->renames.length || !is_set(include))
        return;
    List *names = list_from(include), *renamed = list_new(names->length);
    for (size_t i = 0; i < names->length; i++) {
        const Column *column = table_find_column(c->database, value_str(names->at[i]));
        list_append(renamed, column ? STR(column_name(column)) : names->at[i]);
    }
    dict_set_text(options, "postgresql_include", OBJ(renamed));
}

static void add_database_index(Comparison *c, KeySides *sides, const ReflectedIndex *record,
                               const TableFilling *filling)
{
    Index *index = wants_part_name(c, record->name, "index") && !record->duplicates_constraint
                       ? reflected_index_new(c->database, record, filling)
                       : NULL;
    if (!index)
        return;
    drop_empty_include(index->options);
    rename_included(c, index->options);
    table_add_index(c->database, index);
    vec_push(&sides->database_indexes, index);
}

/* The uniques of a table that goes are part of it. */
static void add_database_keys(Comparison *c, KeySides *sides)
{
    const TableFilling filling = autogen_filling(c->context);
    const ReflectedTable *reflected = c->reflected;
    for (size_t i = 0; c->model && i < reflected->uniques.length; i++) {
        Constraint *unique =
            wants_part_name(c, reflected->uniques.at[i]->name, "unique_constraint")
                ? reflected_unique_new(c->database, reflected->uniques.at[i], &filling)
                : NULL;
        if (!unique)
            continue;
        drop_empty_include(unique->options);
        rename_included(c, unique->options);
        table_add_constraint(c->database, unique);
        vec_push(&sides->database_uniques, unique);
    }
    for (size_t i = 0; i < reflected->indexes.length; i++)
        add_database_index(c, sides, reflected->indexes.at[i], &filling);
    for (size_t i = 0; filling.exact && i < reflected->expression_indexes.length; i++)
        add_database_index(c, sides, reflected->expression_indexes.at[i], &filling);
}

static Sides read_sides(Comparison *c)
{
    Sides sides = {0};
    KeySides keys = {0};
    size_t limit = c->context->setup.dialect->identifier_limit;
    if (c->model)
        add_model_keys(c->model, &keys);
    if (c->database)
        add_database_keys(c, &keys);
    if (c->context->comparing->correct_keys)
        c->context->comparing->correct_keys(c, &keys);
    for (size_t i = 0; i < keys.database_uniques.length; i++) {
        Constraint *unique = keys.database_uniques.at[i];
        vec_push(&sides.database_uniques, sig_of_unique(unique, unique->name));
    }
    for (size_t i = 0; i < keys.database_indexes.length; i++) {
        Index *index = keys.database_indexes.at[i];
        vec_push(&sides.database_indexes, sig_of_index(index, index->name));
    }
    for (size_t i = 0; i < keys.model_uniques.length; i++) {
        Constraint *unique = keys.model_uniques.at[i];
        vec_push(&sides.model_uniques, sig_of_unique(unique, constraint_final_name(unique, limit)));
    }
    for (size_t i = 0; i < keys.model_indexes.length; i++) {
        Index *index = keys.model_indexes.at[i];
        vec_push(&sides.model_indexes, sig_of_index(index, index_final_name(index, limit)));
    }
    return sides;
}

/* The names of a side, sorted, each once. */
static StrVec names_of(const SigVec *uniques, const SigVec *indexes)
{
    StrVec names = {0}, distinct = {0};
    for (size_t i = 0; i < uniques->length; i++)
        if (uniques->at[i].name)
            vec_push(&names, uniques->at[i].name);
    for (size_t i = 0; i < indexes->length; i++)
        if (indexes->at[i].name)
            vec_push(&names, indexes->at[i].name);
    texts_sort(&names);
    for (size_t i = 0; i < names.length; i++)
        if (i == 0 || !str_equal(names.at[i], names.at[i - 1]))
            vec_push(&distinct, names.at[i]);
    return distinct;
}

/* --- what is found -------------------------------------------------------------------------------------------------- */

static bool wants(Comparison *c, const KeySig *sig, bool reflected, const KeySig *other)
{
    Value object = sig->index ? OBJ(sig->index) : OBJ(sig->unique);
    Value against = !other ? NONE : other->index ? OBJ(other->index) : OBJ(other->unique);
    Str *name = sig->index ? sig->index->name : sig->unique->name;
    return autogen_wants_object(c->context, object, name, sig->index ? "index" : "unique_constraint", reflected,
                                against);
}

static const char *what_is(const KeySig *sig)
{
    return sig->index ? "index" : "unique constraint";
}

static void add_create(Comparison *c, const KeySig *sig)
{
    add_op(c, sig->index ? op_create_index(sig->index) : create_constraint_op(c, sig->unique));
}

static void add_drop(Comparison *c, const KeySig *sig)
{
    add_op(c, sig->index ? op_drop_index(sig->index) : drop_constraint_op(c, sig->unique));
}

/* UNIQUE constraints come and go with their table. */
static bool is_part_of_table(const Comparison *c, const KeySig *sig)
{
    return sig->unique && (!c->database || !c->model);
}

static void found_added(Comparison *c, const KeySig *sig)
{
    if (is_part_of_table(c, sig) || !wants(c, sig, false, NULL))
        return;
    StrVec names = sig->index ? index_column_names(sig->index) : key_column_names(sig->unique);
    add_create(c, sig);
    log_found("constraints", "Detected added %s %s on '%s'", what_is(sig),
              name_repr(sig->index ? sig->index->name : sig->unique->name), tuple_text(&names)->text);
}

/* It goes with what the partitioned table has. */
static bool is_inherited(const Comparison *c, const KeySig *sig)
{
    const ReflectedIndex *index = reflected_index_find(c, sig->name);
    return !c->context->setup.compat && index && index->is_inherited;
}

static void found_removed(Comparison *c, const KeySig *sig)
{
    if (is_part_of_table(c, sig) || is_inherited(c, sig) || !wants(c, sig, true, NULL))
        return;
    add_drop(c, sig);
    log_found("constraints", "Detected removed %s %s on %s", what_is(sig), name_repr(sig->name),
              name_repr(c->table_name));
}

static void found_changed(Comparison *c, const KeySig *database, const KeySig *model, const Str *why)
{
    if (!wants(c, model, false, database))
        return;
    log_found("constraints", "Detected changed %s %s on %s: %s", what_is(database), name_repr(database->name),
              name_repr(c->table_name), why->text);
    add_drop(c, database);
    add_create(c, model);
}

static const KeySig *model_named(const Sides *sides, const Str *name)
{
    const KeySig *index = find_name(&sides->model_indexes, name);
    return index ? index : find_name(&sides->model_uniques, name);
}

static const KeySig *database_named(const Sides *sides, const Str *name, const KeySig *like)
{
    const KeySig *unique = find_name(&sides->database_uniques, name),
                 *index = find_name(&sides->database_indexes, name);
    if (unique && index)
        return like && like->index ? index : unique;
    return unique ? unique : index;
}

/* --- other names ------------------------------------------------------------------------------ */

/* Whether only the names differ. What the server would have to be asked about counts as different. */
static bool is_same_key(Comparison *c, const KeySig *database, const KeySig *model)
{
    if (!database->index != !model->index || !str_equal(database->signature, model->signature))
        return false;
    if (model->unique)
        return c->context->comparing->judge_unique(c, model->unique, database->unique).equality ==
               EQUALITY_EQUAL;
    const ReflectedIndex *reflected = reflected_index_find(c, database->name);
    return reflected && (index_is_plain(model->index, reflected) ||
                         canonical_index_equal(model->index, reflected->definition));
}

static const KeySig *find_renamed(Comparison *c, const Sides *sides, const KeySig *database)
{
    const SigVec *list = database->index ? &sides->model_indexes : &sides->model_uniques;
    for (size_t i = 0; i < list->length; i++) {
        const KeySig *model = &list->at[i];
        if (model->name && !database_named(sides, model->name, model) &&
            is_same_key(c, database, model) && wants(c, model, false, database))
            return model;
    }
    return NULL;
}

static void take_new_name(Comparison *c, KeySig *database, const KeySig *model)
{
    log_found("constraints", "Detected renamed %s %s on %s: %s", what_is(database),
              name_repr(database->name), name_repr(c->table_name), name_repr(model->name));
    if (database->index)
        add_index_rename(c, database->name, model->name);
    else
        add_constraint_rename(c, database->name, model->name);
    database->name = model->name;
}

static void rename_side(Comparison *c, const Sides *sides, SigVec *list)
{
    for (size_t i = 0; i < list->length; i++) {
        KeySig *database = &list->at[i];
        bool stays = !database->name || model_named(sides, database->name);
        const KeySig *model =
            stays || is_inherited(c, database) ? NULL : find_renamed(c, sides, database);
        if (model)
            take_new_name(c, database, model);
    }
}

/* What goes while the same comes under another name is renamed: nothing is built again, and keys that need it stay. */
static void rename_keys(Comparison *c, Sides *sides)
{
    if (c->context->setup.compat || !c->context->comparing->renames_constraints || !c->database ||
        !c->model || c->made_again->length)
        return;
    rename_side(c, sides, &sides->database_uniques);
    rename_side(c, sides, &sides->database_indexes);
}

/* --- the comparator --------------------------------------------------------------------------------------------------- */

/* An unnamed UNIQUE of the model over the same columns takes the name the database gave it. */
static bool is_unnamed_in_model(const Sides *sides, const KeySig *database)
{
    for (size_t i = 0; database->unique && i < sides->model_uniques.length; i++) {
        const KeySig *model = &sides->model_uniques.at[i];
        if (!model->name && str_equal(model->signature, database->signature))
            return true;
    }
    return false;
}

static void compare_missing(Comparison *c, const Sides *sides, const Str *name)
{
    const KeySig *unique = find_name(&sides->database_uniques, name),
                 *index = find_name(&sides->database_indexes, name);
    if (unique && is_unnamed_in_model(sides, unique))
        return;
    bool doubled = unique && index;
    if (doubled && (has_signature(&sides->model_indexes, index->signature) ||
                    has_signature(&sides->model_uniques, unique->signature)))
        return;
    if (unique)
        found_removed(c, unique);
    if (index)
        found_removed(c, index);
}

static void compare_pair(Comparison *c, const KeySig *database, const KeySig *model)
{
    if (!database->index != !model->index) {
        found_removed(c, database);
        found_added(c, model);
        return;
    }
    const AutogenDialect *dialect = c->context->comparing;
    Judgement judgement = model->index ? dialect->judge_index(c, model->index, database->index)
                                       : dialect->judge_unique(c, model->unique, database->unique);
    if (judgement.equality == EQUALITY_DIFFERENT)
        found_changed(c, database, model, judgement.why);
    else if (judgement.equality == EQUALITY_SKIP)
        log_found("constraints", "Cannot compare %s %s, assuming equal and skipping. %s", what_is(database),
                  name_repr(database->name), judgement.why->text);
}

/* SQLite's may have no name, and Alembic never sees them go. */
static void compare_unnamed_removed(Comparison *c, const Sides *sides)
{
    for (size_t i = 0; !c->context->setup.compat && i < sides->database_uniques.length; i++) {
        const KeySig *database = &sides->database_uniques.at[i];
        if (!database->name && !is_unnamed_in_model(sides, database))
            found_removed(c, database);
    }
}

static void compare_unnamed_added(Comparison *c, const Sides *sides)
{
    StrVec missing = {0};
    for (size_t i = 0; i < sides->model_uniques.length; i++) {
        const KeySig *model = &sides->model_uniques.at[i];
        if (!model->name && !has_signature(&sides->database_uniques, model->signature))
            vec_push(&missing, model->signature);
    }
    texts_sort(&missing);
    for (size_t i = 0; i < missing.length; i++)
        for (size_t j = sides->model_uniques.length; j-- > 0;) {
            const KeySig *model = &sides->model_uniques.at[j];
            if (model->name || !str_equal(model->signature, missing.at[i]) ||
                (i && str_equal(missing.at[i], missing.at[i - 1])))
                continue;
            found_added(c, model);
            break;
        }
}

Verdict compare_indexes(Comparison *c)
{
    Sides sides = read_sides(c);
    rename_keys(c, &sides);
    StrVec database = names_of(&sides.database_uniques, &sides.database_indexes),
           model = names_of(&sides.model_uniques, &sides.model_indexes);
    for (size_t i = 0; i < database.length; i++)
        if (!model_named(&sides, database.at[i]))
            compare_missing(c, &sides, database.at[i]);
    compare_unnamed_removed(c, &sides);
    for (size_t i = 0; i < model.length; i++) {
        const KeySig *sig = model_named(&sides, model.at[i]);
        const KeySig *there = database_named(&sides, model.at[i], sig);
        if (there)
            compare_pair(c, there, sig);
    }
    for (size_t i = 0; i < model.length; i++)
        if (!database_named(&sides, model.at[i], NULL))
            found_added(c, model_named(&sides, model.at[i]));
    compare_unnamed_added(c, &sides);
    return VERDICT_CONTINUE;
}

/* --- judgements the dialects share --------------------------------------------------------------------------------- */

Str *unique_difference(const Index *model, const Index *database)
{
    static const char *const words[] = {"False", "True"};
    if (model->unique == database->unique)
        return NULL;
    return str_format("unique=%s to unique=%s", words[database->unique], words[model->unique]);
}

Str *index_element_text(const Dialect *dialect, const Index *index, size_t i)
{
    return sql_inline_text(dialect, index->expressions.at[i]);
}

/* Whether element i is more than a column, sorted or not. */
static bool is_expression(const ClauseElement *element)
{
    const UnaryExpression *sorted;
    while ((sorted = as(UnaryExpression, OBJ(element))))
        element = sorted->element;
    const ColumnClause *column = as(ColumnClause, OBJ(element));
    return !column || column->is_literal;
}

bool index_has_expression(const Index *index)
{
    for (size_t i = 0; i < index->expressions.length; i++)
        if (is_expression(index->expressions.at[i]))
            return true;
    return false;
}

Judgement judge_index_by_columns(Comparison *c, const Index *model, const Index *database)
{
    Str *unique = unique_difference(model, database);
    StrVec old = index_column_names(database), new_names = index_column_names(model);
    Str *from = tuple_text(&old), *to = tuple_text(&new_names);
    bool same = str_equal(from, to);
    if (!unique && same)
        return (Judgement){0};
    Str *columns = same ? NULL : str_format("expression %s to %s", from->text, to->text);
    Str *why = unique && columns ? str_format("%s, %s", unique->text, columns->text) : unique ? unique : columns;
    return (Judgement){EQUALITY_DIFFERENT, why};
}

Judgement judge_unique_by_columns(Comparison *c, const Constraint *model, const Constraint *database)
{
    Str *from = unique_signature(database), *to = unique_signature(model);
    if (str_equal(from, to))
        return (Judgement){0};
    return (Judgement){EQUALITY_DIFFERENT, str_format("expression %s to %s", from->text, to->text)};
}
