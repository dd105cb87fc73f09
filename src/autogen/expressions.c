/* expressions.c -- what the models say in SQL and the database says in other words: gathered over all tables, decided
 * by the server in one go, and asked for by the comparators of defaults, computed columns, CHECKs and indexes. */
#include "autogen/inside.h"

struct Expressions {
    ExpressionVec asked;
    Map by_key; /* key -> Expression */
};

static Str *expression_key(ExpressionKind kind, const Str *schema, const Str *table, const Str *name)
{
    return str_format("%d\x01%s\x01%s\x01%s", (int)kind, schema ? schema->text : "", table->text, name->text);
}

static void add_expression(const Comparison *c, const Str *name, Expression given)
{
    struct Expressions *all = c->context->expressions;
    Expression *e = new (Expression);
    *e = given;
    e->schema = c->schema;
    e->table = c->reflected->name; /* as it is called now */
    e->alterations = c->rename_clauses;
    vec_push(&all->asked, e);
    map_put(&all->by_key, expression_key(e->kind, c->schema, c->table_name, name), e);
}

/* --- what one table has ------------------------------------------------------------------------------ */

static void gather_default(const Comparison *c, const Column *database, const Column *model)
{
    Str *text = sql_default_text(c->context->setup.dialect, model);
    Str *printed = sql_default_text(c->context->setup.dialect, database);
    if (text && printed && !canonical_text_equal(text, printed))
        add_expression(c, column_name(model),
                       (Expression){.kind = EXPRESSION_DEFAULT, .column = column_name(database), .text = text});
}

const ReflectedColumn *reflected_column_find(const Comparison *c, const Str *name)
{
    for (size_t i = 0; i < c->reflected->columns.length; i++)
        if (str_equal(c->reflected->columns.at[i]->name, name))
            return c->reflected->columns.at[i];
    return NULL;
}

static void gather_computed(const Comparison *c, const Column *database, const Column *model)
{
    const ReflectedColumn *reflected = reflected_column_find(c, column_name(database));
    Str *text = sql_inline_text(c->context->setup.dialect, model->computed->sqltext);
    if (reflected && reflected->computed && !canonical_text_equal(text, reflected->computed))
        add_expression(c, column_name(model),
                       (Expression){.kind = EXPRESSION_COMPUTED, .type_text = reflected->type_text, .text = text});
}

/* FLOAT(24) is REAL to the server; what a type of this migration is, nobody can ask yet. */
static void gather_type(const Comparison *c, Column *database, Column *model)
{
    const ReflectedColumn *reflected = reflected_column_find(c, column_name(database));
    bool unknown =
        type_is(column_type(database), TYPE_NullType) || type_is(column_type(model), TYPE_NullType);
    if (reflected && !unknown && c->context->comparing->prints_types &&
        column_type_texts_differ(c, database, model))
        add_expression(
            c, column_name(model),
            (Expression){.kind = EXPRESSION_TYPE,
                         .text = sql_type_text(c->context->setup.dialect, column_type(model))});
}

static void gather_columns(const Comparison *c, bool with_defaults)
{
    for (size_t i = 0; i < c->model->columns.length; i++) {
        Column *model = c->model->columns.at[i],
               *database = table_find_column(c->database, column_name(model));
        if (!database)
            continue;
        gather_type(c, database, model);
        if (model->computed && database->computed)
            gather_computed(c, database, model);
        else if (with_defaults && model->server_default && database->server_default)
            gather_default(c, database, model);
    }
}

const ReflectedCheck *reflected_check_find(const Comparison *c, const Str *name)
{
    for (size_t i = 0; name && i < c->reflected->checks.length; i++)
        if (c->reflected->checks.at[i]->name && str_equal(c->reflected->checks.at[i]->name, name))
            return c->reflected->checks.at[i];
    return NULL;
}

static void gather_checks(const Comparison *c)
{
    size_t limit = c->context->setup.dialect->identifier_limit;
    for (size_t i = 0; i < c->model->constraints.length; i++) {
        const Constraint *check = c->model->constraints.at[i];
        if (check->kind != CONSTRAINT_CHECK || check->type_bound)
            continue;
        Str *name = constraint_final_name(check, limit);
        const ReflectedCheck *reflected = reflected_check_find(c, name);
        Str *text = reflected ? sql_inline_text(c->context->setup.dialect, check->sqltext) : NULL;
        if (reflected && !canonical_text_equal(text, reflected->sqltext))
            add_expression(c, name, (Expression){.kind = EXPRESSION_CHECK, .text = text});
    }
}

const ReflectedIndex *reflected_index_find(const Comparison *c, const Str *name)
{
    for (size_t i = 0; name && i < c->reflected->indexes.length; i++)
        if (str_equal(c->reflected->indexes.at[i]->name, name))
            return c->reflected->indexes.at[i];
    for (size_t i = 0; name && i < c->reflected->expression_indexes.length; i++)
        if (str_equal(c->reflected->expression_indexes.at[i]->name, name))
            return c->reflected->expression_indexes.at[i];
    return NULL;
}

bool index_is_plain(const Index *model, const ReflectedIndex *database)
{
    if (model->options->length || index_has_expression(model) || database->expressions.length || database->where ||
        database->using || database->include.length || database->with.length || database->nulls_not_distinct)
        return false;
    for (size_t i = 0; i < model->expressions.length; i++)
        if (!as(ColumnClause, OBJ(model->expressions.at[i])))
            return false;
    for (size_t i = 0; i < database->columns.length; i++)
        if ((i < database->operators.length && database->operators.at[i]) ||
            (i < database->sorting.length && database->sorting.at[i].length))
            return false;
    return true;
}

static void gather_indexes(const Comparison *c)
{
    size_t limit = c->context->setup.dialect->identifier_limit;
    for (size_t i = 0; i < c->model->indexes.length; i++) {
        const Index *index = c->model->indexes.at[i];
        Str *name = index_final_name(index, limit);
        const ReflectedIndex *reflected = reflected_index_find(c, name);
        if (reflected && !index_is_plain(index, reflected) &&
            !canonical_index_equal(index, reflected->definition))
            add_expression(c, name, (Expression){.kind = EXPRESSION_INDEX, .index = index});
    }
}

static void gather_exclusions(const Comparison *c)
{
    for (size_t i = 0; i < c->model->constraints.length; i++) {
        const Constraint *model = c->model->constraints.at[i];
        if (model->kind != CONSTRAINT_EXCLUDE)
            continue;
        Str *key = exclusion_key(c, model);
        const ReflectedExclusion *reflected = reflected_exclusion_find(c, key);
        bool is_nameless = *key->text == '\x01' && c->reflected->exclusions.length;
        if (is_nameless || (reflected && !canonical_exclusion_equal(model, reflected->definition)))
            add_expression(c, key, (Expression){.kind = EXPRESSION_EXCLUDE, .constraint = model});
    }
}

void expressions_gather(const Comparison *c)
{
    if (c->context->setup.compat)
        return;
    if (!c->context->expressions)
        c->context->expressions = new (struct Expressions);
    Value defaults = autogen_option(c->context, "compare_server_default");
    gather_columns(c, !is_absent(defaults) && value_truth(defaults));
    gather_checks(c);
    gather_indexes(c);
    gather_exclusions(c);
}

/* --- the answers --------------------------------------------------------------------------------------- */

/* What the catalog keeps as it was written has no other form. */
static void take_as_written(const ExpressionVec *asked)
{
    for (size_t i = 0; i < asked->length; i++)
        if (asked->at[i]->kind == EXPRESSION_CHECK)
            asked->at[i]->canonical = asked->at[i]->text;
}

void expressions_decide(AutogenContext *context)
{
    if (!context->expressions)
        return;
    if (context->comparing->keeps_texts)
        take_as_written(&context->expressions->asked);
    else
        canonical_ask(context->setup.db, &context->expressions->asked);
}

static const Expression *find_expression(const Comparison *c, ExpressionKind kind, const Str *name)
{
    const struct Expressions *all = c->context->expressions;
    return all && name ? map_find(&all->by_key, expression_key(kind, c->schema, c->table_name, name)) : NULL;
}

Str *expression_printed(const Comparison *c, ExpressionKind kind, const Str *name)
{
    const Expression *e = find_expression(c, kind, name);
    return e ? e->canonical : NULL;
}

Decision expression_decision(const Comparison *c, ExpressionKind kind, const Str *name, const Str *printed)
{
    if (!c->context->expressions || !name || !printed)
        return DECISION_NONE;
    const Expression *e = find_expression(c, kind, name);
    if (!e)
        return DECISION_SAME; /* equal as texts: nobody had to be asked */
    if (!e->canonical)
        return DECISION_NONE;
    bool same = kind == EXPRESSION_INDEX ? canonical_definition_equal(e->canonical, printed)
                                         : canonical_text_equal(e->canonical, printed);
    return same ? DECISION_SAME : DECISION_DIFFERENT;
}
