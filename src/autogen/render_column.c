/* render_column.c -- sa.Column(...) and what stands behind its server_default. */
#include "autogen/inside.h"

static const char *flag_text(bool flag)
{
    return flag ? "True" : "False";
}

/* --- defaults ----------------------------------------------------------------------------------- */

static Str *render_computed(RenderContext *r, const Computed *computed)
{
    Str *text = render_expression(r, OBJ(computed->sqltext), RENDER_BARE);
    const char *persisted = "";
    if (computed->persisted != TRI_UNSET)
        persisted = computed->persisted == TRI_TRUE ? "persisted=True" : "persisted=False";
    return str_format("%sComputed(%s, %s)", r->sqlalchemy_prefix, text->text, persisted);
}

static void add_number(ArgumentList *list, const char *keyword, Value v)
{
    if (!is_absent(v))
        argument_add_keyword(list, keyword, value_str(v)->text);
}

static void add_tri(ArgumentList *list, const char *keyword, Tri tri)
{
    if (tri != TRI_UNSET)
        argument_add_flag(list, keyword, tri == TRI_TRUE);
}

static Str *render_identity(RenderContext *r, const Identity *identity)
{
    ArgumentList list = {0};
    const SequenceOptions *options = &identity->options;
    argument_add_flag(&list, "always", identity->always);
    add_tri(&list, "on_null", identity->on_null);
    add_number(&list, "start", options->start);
    add_number(&list, "increment", options->increment);
    add_number(&list, "minvalue", options->minvalue);
    add_number(&list, "maxvalue", options->maxvalue);
    add_tri(&list, "nominvalue", options->nominvalue);
    add_tri(&list, "nomaxvalue", options->nomaxvalue);
    add_tri(&list, "cycle", options->cycle);
    add_number(&list, "cache", options->cache);
    add_tri(&list, "order", options->order);
    return str_format("%sIdentity(%s)", r->sqlalchemy_prefix, argument_text(&list)->text);
}

/* A text loses one quote at either end: a default read as 'x' and one written as x are the same file. */
static Str *render_default_text(const Str *text)
{
    const char *from = text->text, *to = from + text->length;
    from += to > from && *from == '\'';
    to -= to > from && to[-1] == '\'';
    return value_repr(STR(str_new(from, (size_t)(to - from))));
}

static Str *render_default_argument(RenderContext *r, Value argument)
{
    if (!is_set(argument))
        return str_format("%sFetchedValue()", r->sqlalchemy_prefix);
    if (is_str(argument))
        return render_default_text(argument.str);
    return render_expression(r, argument, RENDER_DEFAULT);
}

Str *render_server_default(RenderContext *r, Value given)
{
    Str *text = NULL;
    if (render_by_hook(r, "server_default", given, &text))
        return text;
    if (as(Computed, given))
        return render_computed(r, as(Computed, given));
    if (as(Identity, given))
        return render_identity(r, as(Identity, given));
    const ServerDefault *clause = as(ServerDefault, given);
    if (clause)
        return render_default_argument(r, clause->argument);
    return is_absent(given) ? NULL : render_default_argument(r, given);
}

/* --- columns ------------------------------------------------------------------------------------ */

/* column.server_default as scripts see it. */
static Value server_default_of(const Column *column)
{
    if (column->computed)
        return OBJ(column->computed);
    if (column->identity)
        return OBJ(column->identity);
    return column->server_default ? OBJ(column->server_default) : NONE;
}

static void add_server_default(RenderContext *r, ArgumentList *list, const Column *column)
{
    Value given = server_default_of(column);
    Str *text = is_none(given) ? NULL : render_server_default(r, given);
    if (!text || !text->length)
        return;
    if (column->computed || column->identity)
        argument_add(list, text->text);
    else
        argument_add_keyword(list, "server_default", text->text);
}

static void add_autoincrement(ArgumentList *list, Value autoincrement)
{
    bool is_default = is_absent(autoincrement) || (is_str(autoincrement) && str_is(autoincrement.str, "auto"));
    if (!is_default)
        argument_add_keyword(list, "autoincrement", value_repr(autoincrement)->text);
}

/* CHECKs without a name, given with the column: Alembic leaves them out. */
static void add_checks(RenderContext *r, ArgumentList *list, const Column *column)
{
    for (size_t i = 0; i < column->constraints.length; i++) {
        Constraint *check = column->constraints.at[i];
        bool stands_here = check->kind == CONSTRAINT_CHECK && !check->type_bound && !check->name;
        Str *text = stands_here ? render_constraint(r, check, NULL) : NULL;
        if (text)
            argument_add(list, text->text);
    }
}

Str *render_column(RenderContext *r, Column *column, bool with_checks)
{
    Str *text = NULL;
    if (render_by_hook(r, "column", OBJ(column), &text))
        return text;
    ArgumentList list = {0};
    argument_add_repr(&list, column_name(column));
    argument_add(&list, render_type(r, column_type(column))->text);
    if (with_checks)
        add_checks(r, &list, column);
    add_server_default(r, &list, column);
    add_autoincrement(&list, column->autoincrement);
    argument_add_keyword(&list, "nullable", flag_text(column->nullable));
    if (column->system)
        argument_add_flag(&list, "system", true);
    if (column->comment && column->comment->length)
        argument_add_text(&list, "comment", column->comment);
    argument_add_options(r, &list, column->options);
    return str_format("%sColumn(%s)", r->sqlalchemy_prefix, argument_text(&list)->text);
}
