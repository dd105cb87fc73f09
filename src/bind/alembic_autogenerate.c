/* alembic_autogenerate.c -- alembic.autogenerate: comparing and rendering for scripts, and what the comparison asks
 * of the world of script objects (inspector, listeners, registered comparators). */
#include "bind/revision_context.h"
#include "bind/sa_reflect.h"

#include <stdio.h>
#include <unistd.h>

static const char hooks_module[] = "_alembic_hooks";

/* --- what scripts registered ---------------------------------------------------------------------------------- */

/* The module of hooks if a script imported it: without one nothing is registered. */
static Module *find_hooks(void)
{
    Value module = dict_find_text(import_modules(), hooks_module);
    return is_set(module) ? value_as(module, &module_class) : NULL;
}

static List *script_comparators(void)
{
    Module *hooks = find_hooks();
    return hooks ? list_from(call(module_find(hooks, "comparator_rows"), 0, NULL)) : NULL;
}

static Dict *script_renderers(void)
{
    Module *hooks = find_hooks();
    if (!hooks)
        return NULL;
    return (Dict *)value_get_as(call_method(module_find(hooks, "renderers"), "by_class", 0, NULL), &dict_class,
                                "renderers");
}

/* --- what the comparison asks --------------------------------------------------------------------------------- */

static Value inspector_of(AutogenContext *context)
{
    return inspector_new(context->setup.connection);
}

static Value dialect_of(AutogenContext *context)
{
    const MigrationContext *migration = migration_context_record(context->setup.migration_context);
    return dialect_object_new(context->setup.dialect, migration ? migration->connection : NULL);
}

/* Listeners on Table as a class hear of every table that is read. */
static void column_reflect(AutogenContext *context, Table *table, const ReflectedColumn *column,
                           ColumnDraft *draft)
{
    if (!event_listeners(OBJ(table), "column_reflect")->length)
        return;
    Dict *d = reflected_column_dict(column, context->setup.dialect);
    dict_set_text(d, "default", draft->server_default);
    Value arguments[] = {inspector_of(context), OBJ(table), OBJ(d)};
    event_call(OBJ(table), "column_reflect", 3, arguments, NULL);
    draft->name = value_str(dict_find_text(d, "name"));
    draft->type = type_from_value(dict_find_text(d, "type"));
    Value server_default = dict_find_text(d, "default");
    draft->server_default = is_set(server_default) ? server_default : NONE;
}

/* What y or n answers; an empty line means `usual`. No without a terminal. */
static bool ask_terminal(const char *question, bool usual)
{
    char answer[16] = "";
    if (!term_is_tty(STDIN_FILENO) || !term_is_tty(STDERR_FILENO))
        return false;
    term_before_error_output();
    dprintf(STDERR_FILENO, "%s [%s] ", question, usual ? "Y/n" : "y/N");
    if (!fgets(answer, sizeof answer, stdin))
        return false;
    return *answer == '\n' ? usual : *answer == 'y' || *answer == 'Y';
}

static const AutogenPorch porch = {inspector_of, dialect_of, column_reflect, script_comparators, ask_terminal};

/* --- contexts --------------------------------------------------------------------------------------------------- */

static Connection *open_connection(const MigrationContext *context)
{
    if (!context->connection)
        return NULL;
    connection_begin(context->connection);
    connection_prepare(context->connection);
    return context->connection->db;
}

/* --compat and the ini key, or configure(compat=True). */
static bool wants_compat(const MigrationContext *context)
{
    Value option = dict_find_text(context->options, "compat");
    return is_set(option) ? value_truth(option) : context->env && config_flag(context->env->config, "compat");
}

/* --rename, as often as it was given. */
static StrVec asked_renames(const MigrationContext *context)
{
    StrVec renames = {0};
    const Dict *options = context->env ? context->env->config->command_options : NULL;
    Value given = options ? dict_find_text(options, "rename") : UNSET;
    const List *list = is_absent(given) ? NULL : list_from(given);
    for (size_t i = 0; list && i < list->length; i++)
        vec_push(&renames, value_str(list->at[i]));
    return renames;
}

/* The command that takes --rename asks where nothing was said. */
static bool may_ask(const MigrationContext *context)
{
    const Dict *options = context->env ? context->env->config->command_options : NULL;
    return options && is_set(dict_find_text(options, "rename"));
}

AutogenContext *autogen_context_for(MigrationContext *context, Value metadata, bool compares)
{
    if (compares && context->as_sql)
        raise_tool("autogen.offline", NULL,
                   "autogenerate can't use as_sql=True as it prevents querying the database for schema "
                   "information");
    const AutogenSetup setup = {
        .migration_context = migration_context_object(context),
        .connection = context_bind(context),
        .metadata = is_absent(metadata) ? UNSET : metadata,
        .opts = context->options,
        .dialect = context->dialect,
        .db = compares ? open_connection(context) : NULL,
        .version_table = context->version_table,
        .version_table_schema = context->version_table_schema,
        .env_py = context->env ? path_join(context->env->project->location, "env.py") : NULL,
        .compat = wants_compat(context),
        .renames = asked_renames(context),
        .may_ask = may_ask(context),
        .porch = &porch,
    };
    return autogen_context_new(&setup);
}

static Str *text_option(const AutogenContext *context, const char *name)
{
    Value v = autogen_option(context, name);
    return is_none(v) ? NULL : value_str(v);
}

/* What stands before names: the option, "" for False, or what is usual. */
static const char *prefix_option(const AutogenContext *context, const char *name, const char *usual)
{
    Value v = autogen_option(context, name);
    if (is_none(v))
        return usual;
    return value_truth(v) ? value_str(v)->text : "";
}

RenderContext autogen_render_context(AutogenContext *context)
{
    return (RenderContext){
        .dialect = context->setup.dialect,
        .alembic_prefix = prefix_option(context, "alembic_module_prefix", "op."),
        .sqlalchemy_prefix = prefix_option(context, "sqlalchemy_module_prefix", "sa."),
        .user_prefix = text_option(context, "user_module_prefix"),
        .render_as_batch = value_truth(autogen_option(context, "render_as_batch")),
        .render_item = autogen_option(context, "render_item"),
        .autogen_context = OBJ(context),
        .imports = context->imports,
        .renderers = script_renderers(),
    };
}

/* --- compare_metadata, produce_migrations ------------------------------------------------------------------------ */

static MigrationContext *context_argument(Value v)
{
    MigrationContext *context = migration_context_record(v);
    if (!context)
        raise_type("'context' must be MigrationContext, not %s", class_of(v)->name);
    return context;
}

static MigrationScript *migrations_of(Value context, Value metadata)
{
    OpContainer *upgrade = op_container_new(&UpgradeOps_class), *downgrade = op_container_new(&DowngradeOps_class);
    autogen_populate(autogen_context_for(context_argument(context), metadata, true), upgrade, downgrade);
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

/* --- render_python_code, render_op_text ---------------------------------------------------------------------------- */

static void add_imports(Set *into, Value lines)
{
    const List *list = is_absent(lines) ? NULL : list_from(lines);
    for (size_t i = 0; list && i < list->length; i++)
        set_add(into, list->at[i]);
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
    if (is_set(a->sqlalchemy_module_prefix))
        dict_set_text(opts, "sqlalchemy_module_prefix", a->sqlalchemy_module_prefix);
    if (is_set(a->alembic_module_prefix))
        dict_set_text(opts, "alembic_module_prefix", a->alembic_module_prefix);
    dict_set_text(opts, "render_item", a->render_item);
    dict_set_text(opts, "render_as_batch", BOOL(a->render_as_batch));
    dict_set_text(opts, "user_module_prefix", a->user_module_prefix);
    const AutogenSetup setup = {
        .migration_context = a->migration_context,
        .opts = opts,
        .dialect = context ? context->dialect : &generic_dialect,
        .compat = context && wants_compat(context),
        .porch = &porch,
    };
    AutogenContext *autogen = autogen_context_new(&setup);
    add_imports(autogen->imports, a->imports);
    RenderContext render = autogen_render_context(autogen);
    return STR(render_body(&render, container));
}

#define RENDER_OP(P) P(POS, any, autogen_context, Required) P(POS, any, op, Required)
FUNCTION(autogenerate, render_op_text, RENDER_OP)
{
    RenderContext render = autogen_render_context(get_as(AutogenContext, a->autogen_context, "autogen_context"));
    return STR(render_op_text(&render, a->op));
}

#define REPR_TYPE(P)                                                                               \
    P(POS, any, type_, Required)                                                                   \
    P(POS, any, autogen_context, Required)                                                         \
    P(KEY, any, _skip_variants, None)
FUNCTION(autogenerate, _repr_type, REPR_TYPE)
{
    RenderContext render = autogen_render_context(get_as(AutogenContext, a->autogen_context, "autogen_context"));
    return STR(render_type(&render, type_from_value(a->type_)));
}

Value alembic_hooks_getattr(Str *name)
{
    Module *hooks = import_module(intern(hooks_module));
    return str_starts_with(name, "__") ? UNSET : module_find(hooks, name->text);
}

const Export alembic_autogenerate_exports[] = {
    EXPORT_FUNCTION(autogenerate, compare_metadata),
    EXPORT_FUNCTION(autogenerate, produce_migrations),
    EXPORT_FUNCTION(autogenerate, render_python_code),
    EXPORT_FUNCTION(autogenerate, render_op_text),
    EXPORT_FUNCTION(autogenerate, _repr_type),
    EXPORT_CLASS(AutogenContext),
    {0},
};
