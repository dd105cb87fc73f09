/* compare_default.c -- what stands behind DEFAULT: values and identity columns; and autoincrement, which is noted for
 * the rendered line. */
#include "autogen/inside.h"

/* --- the objects ----------------------------------------------------------------------------------------------- */

Value column_default_object(const Column *column)
{
    if (column->computed)
        return OBJ(column->computed);
    return column->identity ? OBJ(column->identity) : OBJ(column->server_default);
}

static bool has_default(const Column *column)
{
    return column->computed || column->identity || column->server_default;
}

static bool is_compared(const Comparison *c)
{
    return has_default(c->database_column) || has_default(c->model_column);
}

/* A DefaultClause, not only a FetchedValue(). */
static const ServerDefault *clause_of(const Column *column)
{
    const ServerDefault *given = column->server_default;
    return given && !column->computed && !column->identity && is_set(given->argument) ? given : NULL;
}

static Str *database_text(const Column *column)
{
    const ServerDefault *given = clause_of(column);
    const TextClause *text = given ? as(TextClause, given->argument) : NULL;
    return text ? text->text : NULL;
}

static Str *model_text(const Comparison *c)
{
    const ServerDefault *given = clause_of(c->model_column);
    if (!given)
        return NULL;
    Str *text = value_find_str(given->argument);
    return text ? text : sql_inline_text(c->context->setup.dialect, as(ClauseElement, given->argument));
}

Str *column_label(const Comparison *c)
{
    return str_format("%s.%s", c->table_name->text, c->column_name->text);
}

/* --- compare_server_default ------------------------------------------------------------------------------------- */

/* False when not given; None lets the comparison go on. */
static Value user_option(const Comparison *c)
{
    const Dict *opts = c->context->setup.opts;
    Value v = opts ? dict_find_text(opts, "compare_server_default") : UNSET;
    return is_set(v) ? v : FALSE_VALUE;
}

static Value call_user(const Comparison *c, Value function)
{
    Value migration_context = c->context->setup.migration_context;
    Value arguments[] = {
        is_set(migration_context) ? migration_context : NONE,
        OBJ(c->database_column),
        OBJ(c->model_column),
        STR(database_text(c->database_column)),
        column_default_object(c->model_column),
        STR(model_text(c)),
    };
    return call(function, COUNT_OF(arguments), arguments);
}

static void modify_default(Comparison *c)
{
    c->alter->modify_server_default = column_default_object(c->model_column);
}

/* compare_server_default=False is about values. Alembic leaves out identities and computed columns with them. */
static bool is_about_values(const Comparison *c)
{
    const Column *database = c->database_column, *model = c->model_column;
    bool generated = database->identity || database->computed || model->identity || model->computed;
    bool by_text = database->computed && model->computed && c->context->comparing->keeps_texts;
    return !generated || c->context->setup.compat ||
           !(c->context->comparing->sees_generated || by_text);
}

Verdict compare_default_by_user(Comparison *c)
{
    if (!is_compared(c))
        return VERDICT_CONTINUE;
    c->alter->existing_server_default = column_default_object(c->database_column);
    Value user = user_option(c);
    if (user.tag == TAG_BOOL && !user.boolean)
        return is_about_values(c) ? VERDICT_STOP : VERDICT_CONTINUE;
    if (!is_callable(user))
        return VERDICT_CONTINUE;
    Value answer = call_user(c, user);
    if (value_truth(answer)) {
        modify_default(c);
        log_found("server_defaults", "User defined function %s detected server default on column '%s'",
                  value_str(user)->text, column_label(c)->text);
        return VERDICT_STOP;
    }
    return answer.tag == TAG_BOOL ? VERDICT_STOP : VERDICT_CONTINUE;
}

/* --- identity ------------------------------------------------------------------------------------------------------- */

static void add_if_said(StrVec *differing, const char *name, Value model, Value database)
{
    if (!is_absent(model) && (is_absent(database) || !value_equal(model, database)))
        vec_push(differing, str_from(name));
}

static Value said(Tri tri)
{
    return tri == TRI_TRUE ? TRUE_VALUE : tri == TRI_FALSE ? FALSE_VALUE : NONE;
}

/* The database knows no NO MINVALUE, only the bounds that it stands for: those of an ascending sequence here. */
static bool is_natural_bound(Value bound)
{
    static const int64_t natural[] = {1, INT16_MAX, INT32_MAX, INT64_MAX};
    for (size_t i = 0; bound.tag == TAG_INT && i < COUNT_OF(natural); i++)
        if (bound.integer == natural[i])
            return true;
    return false;
}

static void add_unbounded(const Comparison *c, StrVec *differing, const char *name, Tri model, Tri database, Value bound)
{
    if (c->context->setup.compat || !is_natural_bound(bound))
        add_if_said(differing, name, said(model), said(database));
}

/* The options that the model states and the database has otherwise, sorted. What the model leaves out is the
 * database's own choice. */
static StrVec differing_options(const Comparison *c, const Identity *model, const Identity *database)
{
    static const SequenceOptions nothing = {0};
    const SequenceOptions *m = model ? &model->options : &nothing, *d = database ? &database->options : &nothing;
    StrVec list = {0};
    if ((model && model->always) != (database && database->always))
        vec_push(&list, str_from("always"));
    add_if_said(&list, "cache", m->cache, d->cache);
    add_if_said(&list, "cycle", said(m->cycle), said(d->cycle));
    add_if_said(&list, "increment", m->increment, d->increment);
    add_if_said(&list, "maxvalue", m->maxvalue, d->maxvalue);
    add_if_said(&list, "minvalue", m->minvalue, d->minvalue);
    add_unbounded(c, &list, "nomaxvalue", m->nomaxvalue, d->nomaxvalue, d->maxvalue);
    add_unbounded(c, &list, "nominvalue", m->nominvalue, d->nominvalue, d->minvalue);
    add_if_said(&list, "start", m->start, d->start);
    return list;
}

static Str *list_text(const StrVec *names)
{
    List *list = list_new(names->length);
    for (size_t i = 0; i < names->length; i++)
        list_append(list, STR(names->at[i]));
    return value_repr(OBJ(list));
}

Verdict compare_identity(Comparison *c)
{
    const Identity *database = c->database_column->identity, *model = c->model_column->identity;
    if (!database && !model)
        return VERDICT_CONTINUE;
    StrVec differing = differing_options(c, model, database);
    if (!differing.length && !model == !database)
        return VERDICT_CONTINUE;
    modify_default(c);
    if (!differing.length)
        return VERDICT_CONTINUE;
    log_found("server_defaults", "Detected server default on column '%s': identity options attributes %s",
              column_label(c)->text, list_text(&differing)->text);
    return VERDICT_STOP;
}

/* --- autoincrement -------------------------------------------------------------------------------------------------- */

Verdict note_autoincrement(Comparison *c)
{
    Value said_ = c->model_column->autoincrement;
    bool counts = table_autoincrement_column(c->model) == c->model_column;
    if (!counts && said_.tag != TAG_BOOL)
        return VERDICT_CONTINUE;
    c->alter->autoincrement = counts ? TRUE_VALUE : said_;
    dict_set_text(c->alter->kw, "autoincrement", c->alter->autoincrement);
    return VERDICT_CONTINUE;
}

/* --- values ----------------------------------------------------------------------------------------------------------- */

/* Neither side is computed, an identity, or only fetched. */
static bool is_plain(const Column *column)
{
    return !has_default(column) || clause_of(column);
}

Verdict compare_default(Comparison *c)
{
    if (!is_compared(c))
        return VERDICT_CONTINUE;
    c->alter->existing_server_default = column_default_object(c->database_column);
    if (!is_plain(c->model_column) || !is_plain(c->database_column))
        return VERDICT_CONTINUE;
    if (!c->context->comparing->default_differs(c, database_text(c->database_column), model_text(c)))
        return VERDICT_CONTINUE;
    modify_default(c);
    log_found("server_defaults", "Dialect impl %s detected server default on column '%s'",
              c->context->setup.dialect->impl_name, column_label(c)->text);
    return VERDICT_STOP;
}
