/* alembic_context.c -- what env.py talks to: `alembic.context` (EnvironmentContext) and MigrationContext. */
#include "bind/bind.h"

/* --- MigrationContext ------------------------------------------------------------------------------------------ */

typedef struct ContextObject {
    Obj obj;
    MigrationContext *context;
} ContextObject;
static const Class ContextObject_class;

Value migration_context_object(MigrationContext *context)
{
    if (!context->script_object) {
        ContextObject *made = obj_new(ContextObject);
        made->context = context;
        context->script_object = made;
    }
    return OBJ(context->script_object);
}

MigrationContext *migration_context_record(Value v)
{
    ContextObject *object = as(ContextObject, v);
    return object ? object->context : NULL;
}

/* --- blocks: `with context.begin_transaction():`, `with ctx.autocommit_block():` ----------------------------------- */

typedef struct TransactionBlock {
    Obj obj;
    MigrationContext *context;
    bool opened;
} TransactionBlock;
static const Class TransactionBlock_class;
typedef struct AutocommitObject {
    Obj obj;
    MigrationContext *context;
    AutocommitBlock block;
} AutocommitObject;
static const Class AutocommitObject_class;

NATIVE0(TransactionBlock, __enter__)
{
    return OBJ(self);
}

#define EXIT_PARAMS(P)                                                                             \
    P(ONLY, any, kind, None)                                                                       \
    P(ONLY, any, value, None)                                                                      \
    P(ONLY, any, traceback, None)
NATIVE(TransactionBlock, __exit__, EXIT_PARAMS)
{
    if (self->opened)
        context_end(self->context, !is_none(a->kind));
    self->opened = false;
    return FALSE_VALUE;
}

NATIVE0(TransactionBlock, commit)
{
    if (self->opened)
        context_end(self->context, false);
    self->opened = false;
    return NONE;
}

NATIVE0(TransactionBlock, rollback)
{
    if (self->opened)
        context_end(self->context, true);
    self->opened = false;
    return NONE;
}

static const Method transaction_methods[] = {
    METHOD(TransactionBlock, __enter__), METHOD(TransactionBlock, __exit__),
    METHOD(TransactionBlock, commit), METHOD(TransactionBlock, rollback), {0}};
static const Class TransactionBlock_class = {
    CLASS_NAMED(TransactionBlock, "_ProxyTransaction", "alembic.runtime.migration", object),
    .methods = transaction_methods,
};

static Value transaction_block(MigrationContext *context, bool per_migration)
{
    TransactionBlock *block = obj_new(TransactionBlock);
    block->context = context;
    block->opened = context_begin(context, per_migration);
    return OBJ(block);
}

NATIVE0(AutocommitObject, __enter__)
{
    self->block = context_autocommit_enter(self->context);
    return NONE;
}

NATIVE(AutocommitObject, __exit__, EXIT_PARAMS)
{
    context_autocommit_leave(self->context, self->block);
    return FALSE_VALUE;
}

static const Method autocommit_methods[] = {METHOD(AutocommitObject, __enter__),
                                            METHOD(AutocommitObject, __exit__), {0}};
static const Class AutocommitObject_class = {
    CLASS_NAMED(AutocommitObject, "_AutocommitBlock", "alembic.runtime.migration", object),
    .methods = autocommit_methods,
};

/* --- configure --------------------------------------------------------------------------------------------------- */

static const Dialect *dialect_of_url(Value given)
{
    Url *url = url_parse(value_str(given)); /* a URL object prints itself, password hidden */
    db_driver_get(url);
    return dialect_find(url_backend_name(url));
}

static const Dialect *dialect_of_name(const Str *name)
{
    const Dialect *dialect = dialect_find(name);
    if (!dialect)
        dialect = dialect_of_url(STR(str_format("%s://", name->text)));
    return dialect;
}

static EngineConnection *require_connection(Value given)
{
    EngineConnection *connection = connection_find_record(given);
    if (!connection)
        raise_tool("env.not-a-connection", "write `with engine.connect() as connection:` around configure()",
                   "'connection' argument to configure() is expected to be a "
                   "sqlalchemy.engine.Connection instance, got %s",
                   value_repr(given)->text);
    return connection;
}

static Dict *convention_of(Value metadata)
{
    MetaData *found = as(MetaData, metadata);
    if (!found && is_instance(metadata, &list_class) && ((List *)metadata.obj)->length)
        found = as(MetaData, ((List *)metadata.obj)->at[0]);
    return found ? found->naming_convention : NULL;
}

static Value taken(Dict *options, const char *name)
{
    Value v = dict_find_text(options, name);
    return is_set(v) ? v : NONE;
}

static _Noreturn void raise_no_target(void)
{
    Str *text = str_from("Connection, url, or dialect_name is required.");
    Err *err = exception_error(exception_new(&Exception_class, STR(text)));
    err->hint = str_from("give configure() a connection=, or a url= that is not None: is sqlalchemy.url set?");
    err_raise(err);
}

static MigrationContext *configure(Environment *env, Dict *options)
{
    Value connection = taken(options, "connection"), url = taken(options, "url");
    Value dialect_name = taken(options, "dialect_name"), dialect_given = taken(options, "dialect");
    EngineConnection *record = NULL;
    const Dialect *dialect = NULL;
    if (!is_none(connection)) {
        record = require_connection(connection);
        dialect = record->dialect;
    } else if (!is_none(url)) {
        dialect = dialect_of_url(url);
    } else if (!is_none(dialect_name)) {
        dialect = dialect_of_name(value_str(dialect_name));
    } else if (!is_none(dialect_given)) {
        dialect = dialect_of_name(value_str(value_get_attr(dialect_given, N(name))));
    } else {
        raise_no_target();
    }
    bool as_sql = env ? env->as_sql : value_truth(taken(options, "as_sql"));
    bool has_buffer = !is_none(taken(options, "output_buffer")) ||
                      (env && !is_absent(env->config->output_buffer));
    if (!has_buffer && is_set(print_redirection()))
        dict_set_text(options, "output_buffer", print_redirection());
    MigrationContext *context = context_new(env, dialect, as_sql ? NULL : record, options);
    context->script_connection = as_sql ? UNSET : connection;
    context->naming_convention = convention_of(taken(options, "target_metadata"));
    static const char *const consumed[] = {"connection", "url", "dialect_name", "dialect",
                                           "dialect_opts"};
    for (size_t i = 0; i < COUNT_OF(consumed); i++) /* context.opts has them not */
        dict_remove(options, STR(intern(consumed[i])));
    return context;
}

#define CONTEXT_CONFIGURE(P)                                                                       \
    P(POS, any, connection, None)                                                                  \
    P(POS, any, url, None)                                                                         \
    P(POS, any, dialect_name, None)                                                                \
    P(POS, any, dialect, None)                                                                     \
    P(POS, any, environment_context, None)                                                         \
    P(POS, any, dialect_opts, None)                                                                \
    P(POS, dict, opts, None)
/* MigrationContext.configure(connection, opts={...}) outside of env.py. */
NATIVE_CLASS(ContextObject, configure, CONTEXT_CONFIGURE)
{
    Dict *options = a->opts ? dict_copy(a->opts) : dict_new();
    dict_set_text(options, "connection", a->connection);
    dict_set_text(options, "url", a->url);
    dict_set_text(options, "dialect_name", a->dialect_name);
    dict_set_text(options, "dialect", a->dialect);
    dict_set_text(options, "dialect_opts", a->dialect_opts);
    return migration_context_object(configure(NULL, options));
}

/* --- methods of MigrationContext -------------------------------------------------------------------------------------- */

NATIVE0(ContextObject, get_current_heads)
{
    StrVec heads = context_heads(self->context);
    return OBJ(tuple_of_strings(heads.length, heads.at));
}

NATIVE0(ContextObject, get_current_revision)
{
    StrVec heads = context_heads(self->context);
    if (heads.length > 1)
        raise_tool("rev.multiple-heads", NULL,
                   "Version table '%s' has more than one head present; please use get_current_heads()",
                   self->context->version_table->text);
    return heads.length ? STR(heads.at[0]) : NONE;
}

#define BEGIN_PARAMS(P) P(POS, bool, _per_migration, False)
NATIVE(ContextObject, begin_transaction, BEGIN_PARAMS)
{
    return transaction_block(self->context, a->_per_migration);
}

NATIVE0(ContextObject, autocommit_block)
{
    AutocommitObject *block = obj_new(AutocommitObject);
    block->context = self->context;
    return OBJ(block);
}

#define EXECUTE_PARAMS(P) P(POS, any, sql, Required) P(POS, any, execution_options, None)
static Value execute(MigrationContext *context, Value sql)
{
    ClauseElement *element = element_from_text(sql);
    Result *result = context_execute(context, element, NULL);
    return result ? result_object_new(context->connection, result, NULL) : NONE;
}

NATIVE(ContextObject, execute, EXECUTE_PARAMS)
{
    return execute(self->context, a->sql);
}

#define KEYWORD_PARAMS(P) P(KWREST, dict, keywords, Empty)
NATIVE(ContextObject, run_migrations, KEYWORD_PARAMS)
{
    context_run(self->context, a->keywords);
    return NONE;
}

Value context_bind(MigrationContext *context)
{
    if (context->as_sql)
        return mock_connection_object(context);
    return is_set(context->script_connection) ? context->script_connection : NONE;
}

NATIVE0(ContextObject, bind)
{
    return context_bind(self->context);
}

NATIVE0(ContextObject, dialect)
{
    return dialect_object_new(self->context->dialect, self->context->connection);
}

NATIVE0(ContextObject, as_sql)
{
    return BOOL(self->context->as_sql);
}

NATIVE0(ContextObject, purge)
{
    return BOOL(self->context->env && self->context->env->purge);
}

NATIVE0(ContextObject, opts)
{
    return OBJ(self->context->options);
}

NATIVE0(ContextObject, config)
{
    return self->context->env ? config_object(self->context->env->config) : NONE;
}

NATIVE0(ContextObject, script)
{
    return self->context->env ? script_directory_object(self->context->env->project) : NONE;
}

NATIVE0(ContextObject, version_table)
{
    return STR(self->context->version_table);
}

NATIVE0(ContextObject, version_table_schema)
{
    return STR(self->context->version_table_schema);
}

NATIVE0(ContextObject, environment_context)
{
    return self->context->env ? environment_object(self->context->env) : NONE;
}

NATIVE0(ContextObject, impl)
{
    return impl_object(self->context);
}

NATIVE0(ContextObject, transactional_ddl)
{
    return BOOL(self->context->transactional_ddl);
}

/* Private there, and called by env.py files that lock the table before they migrate. */
#define ENSURE_PARAMS(P) P(POS, bool, purge, False)
NATIVE(ContextObject, ensure_version_table, ENSURE_PARAMS)
{
    version_table_create(self->context, true);
    if (a->purge)
        version_table_delete_all(self->context);
    return NONE;
}

/* stamp(script, revision): the version table as if the scripts had run. */
#define STAMP_PARAMS(P) P(POS, any, script_directory, Required) P(POS, any, revision, Required)
NATIVE(ContextObject, stamp, STAMP_PARAMS)
{
    Project *project = script_directory_record(a->script_directory);
    if (!project)
        raise_type("stamp() expects a ScriptDirectory");
    Symbols target = value_find_str(a->revision) ? symbols_one(value_find_str(a->revision)) : symbols_none();
    context_stamp(self->context, project_graph(project), target);
    return NONE;
}

#define STATIC_OUTPUT(P) P(POS, str, text, Required)
NATIVE(ContextObject, static_output, STATIC_OUTPUT)
{
    context_print_raw(self->context, a->text->text);
    return NONE;
}

static const Method context_methods[] = {
    CLASS_METHOD(ContextObject, configure),
    METHOD(ContextObject, get_current_heads),
    METHOD(ContextObject, get_current_revision),
    METHOD(ContextObject, begin_transaction),
    METHOD(ContextObject, autocommit_block),
    METHOD(ContextObject, execute),
    METHOD_AS("_exec", ContextObject, execute),
    METHOD(ContextObject, run_migrations),
    METHOD(ContextObject, stamp),
    METHOD_AS("_ensure_version_table", ContextObject, ensure_version_table),
    METHOD(ContextObject, static_output),
    PROPERTY(ContextObject, bind),
    PROPERTY_AS("connection", ContextObject, bind),
    PROPERTY(ContextObject, dialect),
    PROPERTY(ContextObject, as_sql),
    PROPERTY(ContextObject, purge),
    PROPERTY(ContextObject, opts),
    PROPERTY(ContextObject, config),
    PROPERTY(ContextObject, script),
    PROPERTY(ContextObject, version_table),
    PROPERTY(ContextObject, version_table_schema),
    PROPERTY(ContextObject, environment_context),
    PROPERTY(ContextObject, impl),
    PROPERTY(ContextObject, transactional_ddl),
    {0},
};
static const Class ContextObject_class = {
    CLASS_NAMED(ContextObject, "MigrationContext", "alembic.runtime.migration", object),
    .methods = context_methods,
};
const Export alembic_migration_exports[] = {EXPORT_CLASS_AS("MigrationContext", ContextObject), {0}};

/* --- EnvironmentContext -------------------------------------------------------------------------------------------------- */

typedef struct EnvironmentObject {
    Obj obj;
    Environment *env;
    Value function; /* fn, when a script made it */
} EnvironmentObject;
static const Class EnvironmentObject_class;

Value environment_object(Environment *env)
{
    if (!env->script_object) {
        EnvironmentObject *made = obj_new(EnvironmentObject);
        made->env = env;
        env->script_object = made;
    }
    return OBJ(env->script_object);
}

/* --- EnvironmentContext(config, script, fn=...): an environment made by a script ------------------------------------------- */

/* fn(heads, context) says what to do. */
static StepVec plan_of_script(Environment *env, StrVec heads, MigrationContext *context)
{
    const EnvironmentObject *self = env->script_object;
    Value arguments[] = {OBJ(tuple_of_strings(heads.length, heads.at)), migration_context_object(context)};
    return steps_from_list(call(self->function, 2, arguments));
}

static Str *text_in(const Dict *dict, const char *name)
{
    Value v = dict_find_text(dict, name);
    return is_absent(v) ? NULL : value_str(v);
}

static bool truth_in(const Dict *dict, const char *name)
{
    Value v = dict_find_text(dict, name);
    return !is_absent(v) && value_truth(v);
}

static Symbols symbols_in(const Dict *dict, const char *name)
{
    Value v = dict_find_text(dict, name);
    if (is_absent(v))
        return symbols_none();
    if (value_find_str(v))
        return symbols_one(value_find_str(v));
    StrVec names = {0};
    const List *items = list_from(v);
    for (size_t i = 0; i < items->length; i++)
        vec_push(&names, value_str(items->at[i]));
    return symbols_tuple(names);
}

#define ENVIRONMENT_INIT(P)                                                                        \
    P(POS, any, config, Required)                                                                  \
    P(POS, any, script, Required)                                                                  \
    P(KWREST, dict, kw, Empty)
NATIVE(EnvironmentObject, init, ENVIRONMENT_INIT)
{
    Environment *env = new(Environment);
    env->config = config_record(a->config);
    env->project = script_directory_record(a->script);
    if (!env->config || !env->project)
        raise_type("EnvironmentContext(config, script) expects a Config and a ScriptDirectory");
    env->script_object = self;
    env->as_sql = truth_in(a->kw, "as_sql");
    env->purge = truth_in(a->kw, "purge");
    env->dont_mutate = truth_in(a->kw, "dont_mutate");
    env->told = context_told_options(a->kw);
    env->starting_revision = text_in(a->kw, "starting_rev");
    env->destination = symbols_in(a->kw, "destination_rev");
    env->tag = text_in(a->kw, "tag");
    Value function = dict_find_text(a->kw, "fn");
    if (!is_absent(function)) {
        self->function = function;
        env->plan = plan_of_script;
    }
    self->env = env;
    return OBJ(self);
}

NATIVE0(EnvironmentObject, __enter__)
{
    environment_enter(self->env);
    return OBJ(self);
}

#define LEAVE_PARAMS(P) P(REST, list, arguments, Empty)
NATIVE(EnvironmentObject, __exit__, LEAVE_PARAMS)
{
    environment_leave(self->env);
    return NONE;
}

/* The keywords of configure() by name; any other is kept in context.opts too. X(name) */
#define CONFIGURE_ROWS(X)  \
    X(connection) X(url) X(dialect_name) X(dialect_opts) X(transactional_ddl)  \
    X(transaction_per_migration) X(output_buffer) X(starting_rev) X(tag)  \
    X(template_args) X(render_as_batch) X(target_metadata) X(include_name)  \
    X(include_object) X(include_schemas) X(process_revision_directives) X(compare_type)  \
    X(compare_server_default) X(render_item) X(literal_binds) X(upgrade_token)  \
    X(downgrade_token) X(alembic_module_prefix) X(sqlalchemy_module_prefix)  \
    X(user_module_prefix) X(on_version_apply) X(autogenerate_plugins)
#define COLLECT_OPTION(name)                                                                       \
    if (is_set(a->name))                                                                           \
        dict_set_text(options, #name, a->name);
#define KEYWORD_CONFIGURE(P)  \
    P(POS, any, connection, Unset)  \
    P(POS, any, url, Unset)  \
    P(POS, any, dialect_name, Unset)  \
    P(POS, any, dialect_opts, Unset)  \
    P(POS, any, transactional_ddl, Unset)  \
    P(POS, any, transaction_per_migration, Unset)  \
    P(POS, any, output_buffer, Unset)  \
    P(POS, any, starting_rev, Unset)  \
    P(POS, any, tag, Unset)  \
    P(POS, any, template_args, Unset)  \
    P(POS, any, render_as_batch, Unset)  \
    P(POS, any, target_metadata, Unset)  \
    P(POS, any, include_name, Unset)  \
    P(POS, any, include_object, Unset)  \
    P(POS, any, include_schemas, Unset)  \
    P(POS, any, process_revision_directives, Unset)  \
    P(POS, any, compare_type, Unset)  \
    P(POS, any, compare_server_default, Unset)  \
    P(POS, any, render_item, Unset)  \
    P(POS, any, literal_binds, Unset)  \
    P(POS, any, upgrade_token, Unset)  \
    P(POS, any, downgrade_token, Unset)  \
    P(POS, any, alembic_module_prefix, Unset)  \
    P(POS, any, sqlalchemy_module_prefix, Unset)  \
    P(POS, any, user_module_prefix, Unset)  \
    P(POS, any, on_version_apply, Unset)  \
    P(POS, any, autogenerate_plugins, Unset)  \
    P(KWREST, dict, kw, Empty)
/* Several calls of configure() add up. */
static void add_template_arguments(Environment *env, Value given)
{
    if (!is_instance(given, &dict_class))
        return;
    if (!env->template_arguments)
        env->template_arguments = dict_new();
    dict_update(env->template_arguments, (Dict *)given.obj);
}

NATIVE(EnvironmentObject, configure, KEYWORD_CONFIGURE)
{
    Dict *options = dict_new();
    CONFIGURE_ROWS(COLLECT_OPTION)
    dict_update(options, a->kw);
    context_add_options(options, self->env);
    self->env->context = configure(self->env, options);
    add_template_arguments(self->env, taken(options, "template_args"));
    return NONE;
}

NATIVE(EnvironmentObject, run_migrations, KEYWORD_PARAMS)
{
    context_run(context_current(), a->keywords);
    return NONE;
}

NATIVE0(EnvironmentObject, begin_transaction)
{
    return transaction_block(context_current(), false);
}

NATIVE0(EnvironmentObject, is_offline_mode)
{
    return BOOL(self->env->as_sql);
}

NATIVE0(EnvironmentObject, requires_connection)
{
    return BOOL(!self->env->as_sql);
}

NATIVE0(EnvironmentObject, is_transactional_ddl)
{
    return BOOL(context_current()->transactional_ddl);
}

NATIVE0(EnvironmentObject, get_head_revision)
{
    Revision *head = graph_current_head(project_graph(self->env->project));
    return head ? STR(head->id) : NONE;
}

NATIVE0(EnvironmentObject, get_head_revisions)
{
    StrVec ids = revision_ids(&project_graph(self->env->project)->heads);
    return OBJ(tuple_of_strings(ids.length, ids.at));
}

NATIVE0(EnvironmentObject, get_starting_revision_argument)
{
    return environment_starting_revision(self->env);
}

NATIVE0(EnvironmentObject, get_revision_argument)
{
    return environment_revision_argument(self->env);
}

NATIVE0(EnvironmentObject, get_tag_argument)
{
    return STR(self->env->tag);
}

/* -x name=value, as a list or split at the first "=" */
#define X_PARAMS(P) P(POS, bool, as_dictionary, False)
NATIVE(EnvironmentObject, get_x_argument, X_PARAMS)
{
    const StrVec *given = &self->env->config->x_arguments;
    Dict *by_name = dict_new();
    List *list = list_new(given->length);
    self->env->misses_x = self->env->misses_x || given->length == 0;
    for (size_t i = 0; i < given->length; i++) {
        const char *text = given->at[i]->text, *equals = strchr(text, '=');
        list_append(list, STR(given->at[i]));
        Str *key = equals ? str_new(text, (size_t)(equals - text)) : given->at[i];
        dict_set_str(by_name, str_intern(key), STR(equals ? str_from(equals + 1) : str_empty));
    }
    return a->as_dictionary ? OBJ(by_name) : OBJ(list);
}

NATIVE(EnvironmentObject, execute, EXECUTE_PARAMS)
{
    return execute(context_current(), a->sql);
}

NATIVE(EnvironmentObject, static_output, STATIC_OUTPUT)
{
    context_print_raw(context_current(), a->text->text);
    return NONE;
}

NATIVE0(EnvironmentObject, get_context)
{
    return migration_context_object(context_current());
}

NATIVE0(EnvironmentObject, get_bind)
{
    return context_bind(context_current());
}

NATIVE0(EnvironmentObject, get_impl)
{
    return impl_object(context_current());
}

NATIVE0(EnvironmentObject, config)
{
    return config_object(self->env->config);
}

NATIVE0(EnvironmentObject, script)
{
    return script_directory_object(self->env->project);
}

static const Method environment_methods[] = {
    METHOD(EnvironmentObject, __enter__),
    METHOD(EnvironmentObject, __exit__),
    METHOD(EnvironmentObject, configure),
    METHOD(EnvironmentObject, run_migrations),
    METHOD(EnvironmentObject, begin_transaction),
    METHOD(EnvironmentObject, is_offline_mode),
    METHOD(EnvironmentObject, requires_connection),
    METHOD(EnvironmentObject, is_transactional_ddl),
    METHOD(EnvironmentObject, get_head_revision),
    METHOD(EnvironmentObject, get_head_revisions),
    METHOD(EnvironmentObject, get_starting_revision_argument),
    METHOD(EnvironmentObject, get_revision_argument),
    METHOD(EnvironmentObject, get_tag_argument),
    METHOD(EnvironmentObject, get_x_argument),
    METHOD(EnvironmentObject, execute),
    METHOD(EnvironmentObject, static_output),
    METHOD(EnvironmentObject, get_context),
    METHOD(EnvironmentObject, get_bind),
    METHOD(EnvironmentObject, get_impl),
    PROPERTY(EnvironmentObject, config),
    PROPERTY(EnvironmentObject, script),
    {0},
};
static const Class EnvironmentObject_class = {
    CLASS_NAMED(EnvironmentObject, "EnvironmentContext", "alembic.runtime.environment", object),
    .init = INIT(EnvironmentObject),
    .methods = environment_methods,
};
const Export alembic_environment_exports[] = {EXPORT_CLASS_AS("EnvironmentContext", EnvironmentObject), {0}};

/* `alembic.context`: every name is an attribute of the current environment. */
Value alembic_context_getattr(Str *name)
{
    if (str_starts_with(name, "__"))
        return UNSET;
    return value_find_attr(environment_object(environment_current(name->text)), name);
}

/* --- on_version_apply ---------------------------------------------------------------------------------------------------------- */

static Value revision_tuple(const StrVec *ids)
{
    return OBJ(tuple_of_strings(ids->length, ids->at));
}

/* alembic.runtime.migration.MigrationInfo */
static Value step_info(const MigrationContext *context, const Step *step)
{
    const StrVec *up = step->is_upgrade ? &step->to : &step->from;
    const StrVec *down = step->is_upgrade ? &step->from : &step->to;
    Value arguments[] = {script_directory_object(context->env->project), BOOL(step->is_upgrade),
                         BOOL(step->kind == STEP_STAMP), revision_tuple(up), revision_tuple(down)};
    return call(module_find(import_module(intern("_alembic_tools")), "step_info"), COUNT_OF(arguments),
                arguments);
}

static void version_applied(MigrationContext *context, const Step *step, const StrVec *heads,
                            Dict *run_args)
{
    Value given = context->on_version_apply;
    const List *callbacks = is_callable(given) ? list_of(1, &given) : list_from(given);
    Set *current = set_new();
    for (size_t i = 0; i < heads->length; i++)
        set_add(current, STR(heads->at[i]));
    Dict *keywords = dict_new();
    dict_set_text(keywords, "ctx", migration_context_object(context));
    dict_set_text(keywords, "step", step_info(context, step));
    dict_set_text(keywords, "heads", OBJ(current));
    dict_set_text(keywords, "run_args", OBJ(run_args));
    for (size_t i = 0; i < callbacks->length; i++)
        call_dict(callbacks->at[i], 0, NULL, keywords);
}

static void write_output(Value output_buffer, const char *text)
{
    Value argument = STR(str_from(text));
    call_method(output_buffer, "write", 1, &argument);
}

void alembic_context_init(void)
{
    static const RuntimeHooks hooks = {version_applied, write_output, table_event,
                                       before_cursor_execute, after_cursor_execute};
    runtime_set_hooks(&hooks);
}
