/* autogen_context.c -- AutogenContext as scripts make and see it, and what the comparison asks of the world of script
 * objects (inspector, listeners, registered comparators). */
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

static Dict *script_renderers(const char *which)
{
    Module *hooks = find_hooks();
    if (!hooks)
        return NULL;
    return (Dict *)value_get_as(call(module_find(hooks, which), 0, NULL), &dict_class, "renderers");
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

const AutogenPorch autogen_porch = {inspector_of, dialect_of, column_reflect, script_comparators,
                                    ask_terminal};

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
bool context_wants_compat(const MigrationContext *context)
{
    Value option = dict_find_text(context->options, "compat");
    return is_set(option) ? value_truth(option)
                          : context->env && config_flag(context->env->config, "compat");
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

MigrationContext *migration_context_argument(Value v)
{
    MigrationContext *context = migration_context_record(v);
    if (!context)
        raise_type("'context' must be MigrationContext, not %s", class_of(v)->name);
    return context;
}

static AutogenSetup setup_for(MigrationContext *context, Value metadata, Dict *opts, bool compares)
{
    if (compares && context->as_sql)
        raise_tool(
            "autogen.offline", NULL,
            "autogenerate can't use as_sql=True as it prevents querying the database for schema "
            "information");
    return (AutogenSetup){
        .migration_context = migration_context_object(context),
        .connection = context_bind(context),
        .metadata = is_absent(metadata) ? UNSET : metadata,
        .opts = opts,
        .dialect = context->dialect,
        .db = compares ? open_connection(context) : NULL,
        .version_table = context->version_table,
        .version_table_schema = context->version_table_schema,
        .env_py = context->env ? path_join(context->env->project->location, "env.py") : NULL,
        .compat = context_wants_compat(context),
        .renames = asked_renames(context),
        .may_ask = may_ask(context),
        .porch = &autogen_porch,
    };
}

AutogenContext *autogen_context_new(const AutogenSetup *setup)
{
    AutogenContext *context = obj_new(AutogenContext);
    autogen_context_set_up(context, setup);
    return context;
}

AutogenContext *autogen_context_for(MigrationContext *context, Value metadata, bool compares)
{
    const AutogenSetup setup = setup_for(context, metadata, context->options, compares);
    return autogen_context_new(&setup);
}

static Str *text_option(const AutogenContext *context, const char *name)
{
    Value v = autogen_option(context, name);
    return is_none(v) ? NULL : value_str(v);
}

/* What stands before names: the option, "" for False and None, or what is usual. */
static const char *prefix_option(const AutogenContext *context, const char *name, const char *usual)
{
    Value v = context->setup.opts ? dict_find_text(context->setup.opts, name) : UNSET;
    if (!is_set(v))
        return usual;
    return value_truth(v) ? value_str(v)->text : "";
}

RenderContext autogen_render_context(AutogenContext *context)
{
    return (RenderContext){
        .autogen = context,
        .dialect = context->setup.dialect,
        .alembic_prefix = prefix_option(context, "alembic_module_prefix", "op."),
        .sqlalchemy_prefix = prefix_option(context, "sqlalchemy_module_prefix", "sa."),
        .user_prefix = text_option(context, "user_module_prefix"),
        .render_as_batch = value_truth(autogen_option(context, "render_as_batch")),
        .render_item = autogen_option(context, "render_item"),
        .imports = context->imports,
        .renderers = script_renderers("renderers_by_class"),
        .constraint_renderers = script_renderers("constraint_renderers_by_class"),
    };
}

/* --- as scripts see it --------------------------------------------------------------------------------------- */

#define CONTEXT_INIT(P)                                                                            \
    P(POS, any, migration_context, Required)                                                       \
    P(POS, any, metadata, None)                                                                    \
    P(POS, dict, opts, None)                                                                       \
    P(POS, bool, autogenerate, True)
NATIVE(AutogenContext, init, CONTEXT_INIT)
{
    MigrationContext *context = migration_context_argument(a->migration_context);
    Dict *opts = a->opts ? a->opts : context->options;
    const AutogenSetup setup = setup_for(context, a->metadata, opts, a->autogenerate);
    autogen_context_set_up(self, &setup);
    return OBJ(self);
}

NATIVE0(AutogenContext, metadata)
{
    return is_set(self->setup.metadata) ? self->setup.metadata : NONE;
}

NATIVE0(AutogenContext, connection)
{
    return is_set(self->setup.connection) ? self->setup.connection : NONE;
}

NATIVE0(AutogenContext, migration_context)
{
    return is_set(self->setup.migration_context) ? self->setup.migration_context : NONE;
}

NATIVE0(AutogenContext, opts)
{
    return self->setup.opts ? OBJ(self->setup.opts) : OBJ(dict_new());
}

NATIVE0(AutogenContext, dialect)
{
    return self->setup.porch ? self->setup.porch->dialect(self) : NONE;
}

NATIVE0(AutogenContext, inspector)
{
    if (!self->setup.db || !self->setup.porch)
        raise_type("can't return inspector as this AutogenContext has no database connection");
    if (!is_set(self->inspector))
        self->inspector = self->setup.porch->inspector(self);
    return self->inspector;
}

NATIVE0(AutogenContext, imports)
{
    return OBJ(self->imports);
}

NATIVE(AutogenContext, set_imports, ONE_VALUE)
{
    Set *set = set_new();
    Iter it = iter_open(a->value);
    for (Value item; iter_next(&it, &item);)
        set_add(set, item);
    self->imports = is_instance(a->value, &set_class) ? (Set *)a->value.obj : set;
    return NONE;
}

NATIVE0(AutogenContext, sorted_tables)
{
    autogen_load_tables(self);
    List *list = list_new(self->sorted_tables.length);
    for (size_t i = 0; i < self->sorted_tables.length; i++)
        list_append(list, OBJ(self->sorted_tables.at[i]));
    return OBJ(list);
}

NATIVE0(AutogenContext, table_key_to_table)
{
    autogen_load_tables(self);
    Dict *dict = dict_new();
    for (size_t i = 0; i < self->tables_by_key.length; i++)
        dict_set_str(dict, self->tables_by_key.at[i].key, OBJ(self->tables_by_key.at[i].value));
    return OBJ(dict);
}

#define NAME_FILTER(P)                                                                             \
    P(POS, str, name, None) P(POS, str, type_, Required) P(POS, dict, parent_names, Required)
NATIVE(AutogenContext, run_name_filters, NAME_FILTER)
{
    return BOOL(autogen_wants_name(self, a->name, a->type_->text, a->parent_names));
}

#define OBJECT_FILTER(P)                                                                           \
    P(POS, any, object_, Required)                                                                 \
    P(POS, any, name, Required)                                                                    \
    P(POS, str, type_, Required)                                                                   \
    P(POS, any, reflected, Required)                                                               \
    P(POS, any, compare_to, Required)
NATIVE(AutogenContext, run_object_filters, OBJECT_FILTER)
{
    return BOOL(autogen_wants_object(self, a->object_, value_find_str(a->name), a->type_->text,
                                     value_truth(a->reflected), a->compare_to));
}

/* --- `with autogen_context._within_batch():` ---------------------------------------------------------------------- */

typedef struct BatchText {
    Obj obj;
    AutogenContext *context;
} BatchText;
static const Class BatchText_class;

NATIVE0(BatchText, __enter__)
{
    self->context->has_batch = true;
    return NONE;
}

#define EXIT_PARAMS(P)                                                                             \
    P(ONLY, any, kind, None)                                                                       \
    P(ONLY, any, value, None)                                                                      \
    P(ONLY, any, traceback, None)
NATIVE(BatchText, __exit__, EXIT_PARAMS)
{
    self->context->has_batch = false;
    return FALSE_VALUE;
}

static const Method batch_text_methods[] = {
    METHOD(BatchText, __enter__), METHOD(BatchText, __exit__), {0}};
static const Class BatchText_class = {
    CLASS_NAMED(BatchText, "_GeneratorContextManager", "contextlib", object),
    .methods = batch_text_methods,
};

NATIVE0(AutogenContext, _within_batch)
{
    BatchText *block = obj_new(BatchText);
    block->context = self;
    return OBJ(block);
}

static const Field context_fields[] = {
    FIELD_AS("_has_batch", AutogenContext, bool, has_batch, MUTABLE),
    {0},
};
static const Method context_methods[] = {
    PROPERTY(AutogenContext, metadata),
    PROPERTY(AutogenContext, connection),
    PROPERTY(AutogenContext, migration_context),
    PROPERTY(AutogenContext, opts),
    PROPERTY(AutogenContext, dialect),
    PROPERTY(AutogenContext, inspector),
    PROPERTY_SET(AutogenContext, imports, set_imports),
    PROPERTY(AutogenContext, sorted_tables),
    PROPERTY(AutogenContext, table_key_to_table),
    METHOD(AutogenContext, _within_batch),
    METHOD(AutogenContext, run_name_filters),
    METHOD(AutogenContext, run_object_filters),
    METHOD_AS("run_filters", AutogenContext, run_object_filters),
    {0},
};
const Class AutogenContext_class = {
    CLASS(AutogenContext, "alembic.autogenerate.api", object),
    .init = &AutogenContext_init_native,
    .flags = CLASS_ANY_ATTR,
    .fields = context_fields,
    .methods = context_methods,
};
