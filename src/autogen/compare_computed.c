/* compare_computed.c -- computed columns. No server alters one: what changed is dropped and added
 * again (its values are computed, so none is lost), and so is one that stands on a column of
 * another type where the database insists on it. What the server drops along with it, indexes and
 * constraints, is dropped before it by name and made again as it was; the comparators of the table
 * find it there.
 *
 * Alembic warns that a computed column cannot be modified, when defaults are compared. */
#include "autogen/inside.h"

/* --- what changed ------------------------------------------------------------------------------ */

/* Only what is left when spaces, quotes and parentheses are gone counts. */
static Str *normalized(const Comparison *c, const Computed *computed)
{
    Buf out = {0};
    Str *text = computed ? sql_inline_text(c->context->setup.dialect, computed->sqltext) : str_empty;
    for (size_t i = 0; i < text->length; i++)
        if (!strchr(" ()'\"`[]\t\r\n", text->text[i]))
            buf_char(&out, text->text[i]);
    return value_str(call_method(STR(buf_str(&out)), "lower", 0, NULL));
}

static void warn(const Comparison *c)
{
    diag_warning((Pos){0}, "Computed default on %s cannot be modified", column_label(c)->text);
}

static bool is_stored(const Computed *computed)
{
    return computed->persisted == TRI_TRUE;
}

/* Where the catalog has the text as it was written; STORED or VIRTUAL counts, too. */
static Decision decide_by_text(const Comparison *c, const Computed *database, const Computed *model)
{
    const Dialect *dialect = c->context->setup.dialect;
    bool same = is_stored(database) == is_stored(model) &&
                canonical_text_equal(sql_inline_text(dialect, database->sqltext),
                                     sql_inline_text(dialect, model->sqltext));
    return same ? DECISION_SAME : DECISION_DIFFERENT;
}

static Decision decide(const Comparison *c, const Computed *database, const Computed *model)
{
    if (c->context->expressions && c->context->comparing->keeps_texts)
        return decide_by_text(c, database, model);
    Str *printed = sql_inline_text(c->context->setup.dialect, database->sqltext);
    return expression_decision(c, EXPRESSION_COMPUTED, c->column_name, printed);
}

Verdict compare_computed(Comparison *c)
{
    const Computed *database = c->database_column->computed, *model = c->model_column->computed;
    if (!database && !model)
        return VERDICT_CONTINUE;
    Decision decision = database && model ? decide(c, database, model) : DECISION_NONE;
    if (decision == DECISION_DIFFERENT) {
        vec_push(c->made_again, c->column_name);
        log_found("server_defaults", "Detected changed computed column '%s'", column_label(c)->text);
    }
    if (decision == DECISION_NONE && (!model || !str_equal(normalized(c, model), normalized(c, database))))
        warn(c);
    return VERDICT_STOP;
}

/* --- what stands on what ----------------------------------------------------------------------- */

/* Whether the SQL text, as a catalog prints it, names the column. */
static bool mentions(const Comparison *c, const Str *sql, const Str *column)
{
    return sql && sql_mentions_column(c->context->comparing->flavor, sql, column);
}

static bool stands_on(const Comparison *c, const Constraint *constraint, const Str *column)
{
    const ReflectedExclusion *exclusion;
    switch (constraint->kind) {
    case CONSTRAINT_CHECK:
        return mentions(c, sql_inline_text(c->context->setup.dialect, constraint->sqltext), column);
    case CONSTRAINT_EXCLUDE:
        exclusion = reflected_exclusion_find(c, constraint->name);
        return exclusion && mentions(c, exclusion->definition, column);
    case CONSTRAINT_PRIMARY_KEY:
        return false;
    default:
        return key_has_column(constraint, column);
    }
}

bool constraint_stands_on_any(const Comparison *c, const Constraint *constraint,
                              const StrVec *columns)
{
    for (size_t i = 0; i < columns->length; i++)
        if (stands_on(c, constraint, columns->at[i]))
            return true;
    return false;
}

/* By the whole definition where the catalog prints one, else by its items and its condition. */
static bool index_mentions(const Comparison *c, const Index *index, const ReflectedIndex *reflected,
                           const Str *column)
{
    if (reflected->definition)
        return mentions(c, reflected->definition, column);
    bool found = mentions(c, reflected->where, column);
    for (size_t i = 0; i < index->expressions.length && !found; i++)
        found = mentions(c, index_element_text(c->context->setup.dialect, index, i), column);
    return found;
}

bool index_stands_on_any(const Comparison *c, const Index *index, const StrVec *columns)
{
    const ReflectedIndex *reflected = reflected_index_find(c, index->name);
    for (size_t i = 0; reflected && i < columns->length; i++)
        if (index_mentions(c, index, reflected, columns->at[i]))
            return true;
    return false;
}

/* Indexes and constraints of the database that go with the columns, once each. */
static KeySides standing(const Comparison *c)
{
    KeySides found = {0};
    for (size_t i = 0; i < c->database->indexes.length; i++) {
        Index *index = c->database->indexes.at[i];
        if (!index_stands_on_any(c, index, c->made_again))
            continue;
        drop_empty_include(index->options);
        vec_push(&found.database_indexes, index);
    }
    for (size_t i = 0; i < c->database->constraints.length; i++) {
        Constraint *constraint = c->database->constraints.at[i];
        if (!constraint_stands_on_any(c, constraint, c->made_again))
            continue;
        drop_empty_include(constraint->options);
        vec_push(&found.database_uniques, constraint);
    }
    return found;
}

static bool is_made_again(const Comparison *c, const Str *name)
{
    for (size_t i = 0; i < c->made_again->length; i++)
        if (str_equal(c->made_again->at[i], name))
            return true;
    return false;
}

/* Computed columns of both sides that stand on a column which gets another type. */
static void add_dependent(const Comparison *c, const Str *source)
{
    for (size_t i = 0; i < c->database->columns.length; i++) {
        const Column *database = c->database->columns.at[i];
        Column *model = table_find_column(c->model, column_name(database));
        const ReflectedColumn *reflected = reflected_column_find(c, column_name(database));
        if (!database->computed || !model || !model->computed || !reflected ||
            is_made_again(c, column_name(model)) || !mentions(c, reflected->computed, source))
            continue;
        vec_push(c->made_again, column_name(model));
        log_found("types", "Detected computed column '%s.%s' over a column that changes its type", c->table_name->text,
                  column_name(model)->text);
    }
}

static void add_all_dependent(const Comparison *c)
{
    if (c->context->setup.compat || !c->context->comparing->pins_sources)
        return;
    for (size_t i = 0; i < c->ops->ops->length; i++) {
        const MigrateOperation *op = as(MigrateOperation, c->ops->ops->at[i]);
        if (op && op->kind == OP_ALTER_COLUMN && op->modify_type)
            add_dependent(c, op->column_name);
    }
}

/* --- made again ---------------------------------------------------------------------------------- */

/* What is made anew is not altered. */
static void remove_alterations(const Comparison *c)
{
    List *ops = c->ops->ops;
    size_t kept = 0;
    for (size_t i = 0; i < ops->length; i++) {
        const MigrateOperation *op = as(MigrateOperation, ops->at[i]);
        if (!op || op->kind != OP_ALTER_COLUMN || !is_made_again(c, op->column_name))
            ops->at[kept++] = ops->at[i];
    }
    ops->length = kept;
}

static void drop_first(const Comparison *c, const KeySides *along)
{
    size_t at = 0;
    for (size_t i = 0; i < along->database_indexes.length; i++)
        insert_op(c->ops->ops, at++, (Obj *)op_drop_index(along->database_indexes.at[i]));
    for (size_t i = 0; i < along->database_uniques.length; i++)
        insert_op(c->ops->ops, at++, (Obj *)drop_constraint_op(c, along->database_uniques.at[i]));
    for (size_t i = 0; i < c->made_again->length; i++) {
        Column *column = table_find_column(c->database, c->made_again->at[i]);
        insert_op(c->ops->ops, at++, (Obj *)op_drop_column(c->table_name, c->schema, column));
    }
}

static void add_last(Comparison *c, const KeySides *along)
{
    for (size_t i = 0; i < c->made_again->length; i++)
        add_op(c, op_add_column(c->table_name, c->schema, table_find_column(c->model, c->made_again->at[i])));
    for (size_t i = 0; i < along->database_uniques.length; i++)
        add_op(c, create_constraint_op(c, along->database_uniques.at[i]));
    for (size_t i = 0; i < along->database_indexes.length; i++)
        add_op(c, op_create_index(along->database_indexes.at[i]));
}

void make_computed_again(Comparison *c)
{
    add_all_dependent(c);
    if (!c->made_again->length)
        return;
    remove_alterations(c);
    KeySides along = standing(c);
    drop_first(c, &along);
    add_last(c, &along);
}
