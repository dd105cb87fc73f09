/* alembic_autogenerate.c -- alembic.autogenerate: comparing and rendering for scripts. */
#include "bind/revision_context.h"

/* --- compare_metadata, produce_migrations ------------------------------------------------------------------------ */

static MigrationScript *migrations_of(Value context, Value metadata)
{
    OpContainer *upgrade = op_container_new(&UpgradeOps_class), *downgrade = op_container_new(&DowngradeOps_class);
    autogen_populate(autogen_context_for(migration_context_argument(context), metadata, true),
                     upgrade, downgrade);
    return migration_script_new(NONE, NONE, upgrade, downgrade);
}

#define COMPARE_PARAMS(P) P(POS, any, context, Required) P(POS, any, metadata, Required)
FUNCTION(autogenerate, compare_metadata, COMPARE_PARAMS)
{
    const MigrationScript *script = migrations_of(a->context, a->metadata);
    return OBJ(op_container_diffs(get_as(OpContainer, script->upgrade_ops->at[0], "upgrade_ops")));
}

FUNCTION(autogenerate, produce_migrations, COMPARE_PARAMS)
{
    return OBJ(migrations_of(a->context, a->metadata));
}

/* --- render_python_code ---------------------------------------------------------------------------- */

static void add_imports(Set *into, Value lines)
{
    const List *list = is_absent(lines) ? NULL : list_from(lines);
    for (size_t i = 0; list && i < list->length; i++)
        set_add(into, list->at[i]);
}

static Value given_or(Value given, const char *usual)
{
    return is_set(given) ? given : STR(str_from(usual));
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
    const MigrationContext *context = migration_context_record(a->migration_context);
    Dict *opts = dict_new();
    dict_set_text(opts, "sqlalchemy_module_prefix", given_or(a->sqlalchemy_module_prefix, "sa."));
    dict_set_text(opts, "alembic_module_prefix", given_or(a->alembic_module_prefix, "op."));
    dict_set_text(opts, "render_item", a->render_item);
    dict_set_text(opts, "render_as_batch", BOOL(a->render_as_batch));
    dict_set_text(opts, "user_module_prefix", a->user_module_prefix);
    const AutogenSetup setup = {
        .migration_context = a->migration_context,
        .opts = opts,
        .dialect = context ? context->dialect : &generic_dialect,
        .compat = context && context_wants_compat(context),
        .porch = &autogen_porch,
    };
    AutogenContext *autogen = autogen_context_new(&setup);
    add_imports(autogen->imports, a->imports);
    RenderContext render = autogen_render_context(autogen);
    return STR(render_body(&render, container));
}

Value alembic_hooks_getattr(Str *name)
{
    Module *hooks = import_module(intern("_alembic_hooks"));
    return str_starts_with(name, "__") ? UNSET : module_find(hooks, name->text);
}

const Export alembic_autogenerate_exports[] = {
    EXPORT_FUNCTION(autogenerate, compare_metadata),
    EXPORT_FUNCTION(autogenerate, produce_migrations),
    EXPORT_FUNCTION(autogenerate, render_python_code),
    EXPORT_CLASS(AutogenContext),
    {0},
};
