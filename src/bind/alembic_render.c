/* alembic_render.c -- alembic.autogenerate.render_python_code(): operations of a script as the text of a file. */
#include "autogen/autogen.h"
#include "bind/bind.h"

static const Dialect *dialect_of(Value migration_context)
{
    const MigrationContext *context = is_absent(migration_context) ? NULL : migration_context_record(migration_context);
    return context ? context->dialect : &generic_dialect;
}

static const char *prefix_from(Value v)
{
    return is_absent(v) ? "" : value_str(v)->text;
}

static Set *set_of(Value iterable)
{
    Set *set = set_new();
    const List *items = is_absent(iterable) ? NULL : list_from(iterable);
    for (size_t i = 0; items && i < items->length; i++)
        set_add(set, items->at[i]);
    return set;
}

#define RENDER_CODE(P)                                                                             \
    P(POS, any, up_or_down_op, Required)                                                           \
    P(POS, any, sqlalchemy_module_prefix, Unset)                                                   \
    P(POS, any, alembic_module_prefix, Unset)                                                      \
    P(POS, bool, render_as_batch, False)                                                           \
    P(POS, any, imports, None)                                                                     \
    P(POS, any, render_item, None)                                                                 \
    P(POS, any, migration_context, None)                                                           \
    P(POS, any, user_module_prefix, None)
FUNCTION(autogenerate, render_python_code, RENDER_CODE)
{
    const OpContainer *container = get_as(OpContainer, a->up_or_down_op, "up_or_down_op");
    RenderContext r = {
        .dialect = dialect_of(a->migration_context),
        .alembic_prefix = is_set(a->alembic_module_prefix) ? prefix_from(a->alembic_module_prefix) : "op.",
        .sqlalchemy_prefix = is_set(a->sqlalchemy_module_prefix) ? prefix_from(a->sqlalchemy_module_prefix) : "sa.",
        .user_prefix = is_absent(a->user_module_prefix) ? NULL : value_str(a->user_module_prefix),
        .render_as_batch = a->render_as_batch,
        .render_item = a->render_item,
        .autogen_context = NONE,
        .imports = set_of(a->imports),
    };
    return STR(render_body(&r, container));
}

const Export alembic_render_exports[] = {EXPORT_FUNCTION(autogenerate, render_python_code), {0}};
