/* alembic_render.c -- alembic.autogenerate.render: the pieces of the text, for functions of render_item and
 * renderers.dispatch_for. What only plugs them together is in lib/_alembic_render.py. */
#include "bind/revision_context.h"

static RenderContext context_argument(Value v)
{
    return autogen_render_context(get_as(AutogenContext, v, "autogen_context"));
}

static Value text_or_none(Str *text)
{
    return text ? STR(text) : NONE;
}

/* --- operations ------------------------------------------------------------------------------- */

static List *list_of_lines(const StrVec *lines)
{
    List *list = list_new(lines->length);
    for (size_t i = 0; i < lines->length; i++)
        list_append(list, STR(lines->at[i]));
    return list;
}

#define RENDER_OP(P) P(POS, any, autogen_context, Required) P(POS, any, op, Required)
FUNCTION(alembic_render, render_op, RENDER_OP)
{
    RenderContext render = context_argument(a->autogen_context);
    StrVec lines = render_op_lines(&render, a->op);
    return OBJ(list_of_lines(&lines));
}

FUNCTION(alembic_render, render_op_text, RENDER_OP)
{
    RenderContext render = context_argument(a->autogen_context);
    return STR(render_op_text(&render, a->op));
}

/* As if no script had registered a renderer for that operation. */
FUNCTION(alembic_render, _render_usual, RENDER_OP)
{
    RenderContext render = context_argument(a->autogen_context);
    StrVec lines = render_usual_lines(&render, a->op);
    return lines.length == 1 ? STR(lines.at[0]) : OBJ(list_of_lines(&lines));
}

#define RENDER_BODY(P) P(POS, any, op_container, Required) P(POS, any, autogen_context, Required)
FUNCTION(alembic_render, _render_cmd_body, RENDER_BODY)
{
    RenderContext render = context_argument(a->autogen_context);
    return STR(render_lines(&render, get_as(OpContainer, a->op_container, "op_container")));
}

/* --- what operations are made of ---------------------------------------------------------------- */

#define RENDER_TYPE(P)                                                                             \
    P(POS, any, type_, Required)                                                                   \
    P(POS, any, autogen_context, Required)                                                         \
    P(POS, bool, _skip_variants, False)
FUNCTION(alembic_render, _repr_type, RENDER_TYPE)
{
    RenderContext render = context_argument(a->autogen_context);
    Type *type = type_from_value(a->type_);
    return STR(a->_skip_variants ? render_type_alone(&render, type) : render_type(&render, type));
}

#define RENDER_COLUMN(P) P(POS, any, column, Required) P(POS, any, autogen_context, Required)
FUNCTION(alembic_render, _render_column, RENDER_COLUMN)
{
    RenderContext render = context_argument(a->autogen_context);
    return text_or_none(render_column(&render, get_as(Column, a->column, "column"), false));
}

#define RENDER_DEFAULT(P)                                                                          \
    P(POS, any, default_, Required)                                                                \
    P(POS, any, autogen_context, Required)                                                         \
    P(POS, bool, repr_, True)
FUNCTION(alembic_render, _render_server_default, RENDER_DEFAULT)
{
    RenderContext render = context_argument(a->autogen_context);
    if (!a->repr_ && is_str(a->default_))
        return a->default_;
    return text_or_none(render_server_default(&render, a->default_));
}

#define RENDER_CONSTRAINT(P)                                                                       \
    P(POS, any, constraint, Required)                                                              \
    P(POS, any, autogen_context, Required)                                                         \
    P(POS, any, namespace_metadata, None)
FUNCTION(alembic_render, _render_constraint, RENDER_CONSTRAINT)
{
    RenderContext render = context_argument(a->autogen_context);
    return text_or_none(render_constraint(&render, get_as(Constraint, a->constraint, "constraint"),
                                          as(MetaData, a->namespace_metadata)));
}

FUNCTION(alembic_render, _render_usual_constraint, RENDER_CONSTRAINT)
{
    RenderContext render = context_argument(a->autogen_context);
    return text_or_none(render_usual_constraint(&render,
                                                get_as(Constraint, a->constraint, "constraint"),
                                                as(MetaData, a->namespace_metadata)));
}

#define RENDER_EXPRESSION(P)                                                                       \
    P(POS, any, value, Required)                                                                   \
    P(POS, any, autogen_context, Required)                                                         \
    P(KEY, bool, wrap_in_element, True)                                                            \
    P(KEY, bool, is_server_default, False)                                                         \
    P(KEY, bool, is_index, False)
FUNCTION(alembic_render, _render_potential_expr, RENDER_EXPRESSION)
{
    RenderContext render = context_argument(a->autogen_context);
    RenderForm form = !a->wrap_in_element    ? RENDER_BARE
                      : a->is_index          ? RENDER_INDEX
                      : a->is_server_default ? RENDER_DEFAULT
                                             : RENDER_WRAPPED;
    return STR(render_expression(&render, a->value, form));
}

#define RENDER_HOOK(P)                                                                             \
    P(POS, str, type_, Required)                                                                   \
    P(POS, any, object_, Required) P(POS, any, autogen_context, Required)
FUNCTION(alembic_render, _user_defined_render, RENDER_HOOK)
{
    RenderContext render = context_argument(a->autogen_context);
    Str *text = NULL;
    return render_by_hook(&render, a->type_->text, a->object_, &text) ? text_or_none(text)
                                                                      : FALSE_VALUE;
}

/* --- prefixes ------------------------------------------------------------------------------------ */

#define CONTEXT(P) P(POS, any, autogen_context, Required)
FUNCTION(alembic_render, _alembic_autogenerate_prefix, CONTEXT)
{
    RenderContext render = context_argument(a->autogen_context);
    return STR(str_from(render_prefix(&render)));
}

FUNCTION(alembic_render, _sqlalchemy_autogenerate_prefix, CONTEXT)
{
    return STR(str_from(context_argument(a->autogen_context).sqlalchemy_prefix));
}

const Export alembic_render_exports[] = {
    EXPORT_FUNCTION(alembic_render, render_op),
    EXPORT_FUNCTION(alembic_render, render_op_text),
    EXPORT_FUNCTION(alembic_render, _render_usual),
    EXPORT_FUNCTION(alembic_render, _render_cmd_body),
    EXPORT_FUNCTION(alembic_render, _repr_type),
    EXPORT_FUNCTION(alembic_render, _render_column),
    EXPORT_FUNCTION(alembic_render, _render_server_default),
    EXPORT_FUNCTION(alembic_render, _render_constraint),
    EXPORT_FUNCTION(alembic_render, _render_usual_constraint),
    EXPORT_FUNCTION(alembic_render, _render_potential_expr),
    EXPORT_FUNCTION(alembic_render, _user_defined_render),
    EXPORT_FUNCTION(alembic_render, _alembic_autogenerate_prefix),
    EXPORT_FUNCTION(alembic_render, _sqlalchemy_autogenerate_prefix),
    {0},
};
