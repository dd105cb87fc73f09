/* context.c -- one migration context: its options, its output, its transactions. */
#include "runtime/outside.h"
#include "runtime/runtime.h"

#include <ctype.h>
#include <stdio.h>

static const char logger[] = "alembic.runtime.migration";

static RuntimeHooks hooks; /* how bind/ makes script objects; set once at start */

void runtime_set_hooks(const RuntimeHooks *given)
{
    hooks = *given;
}

const RuntimeHooks *runtime_hooks(void)
{
    return &hooks;
}

/* --- configure -------------------------------------------------------------------------------- */

static Value option(const Dict *options, const char *name)
{
    Value v = dict_find_text(options, name);
    return is_set(v) ? v : NONE;
}

static bool truth_option(const Dict *options, const char *name, bool fallback)
{
    Value v = option(options, name);
    return is_none(v) ? fallback : value_truth(v);
}

static Str *text_option(const Dict *options, const char *name, const char *fallback)
{
    Str *text = value_find_str(option(options, name));
    return text ? text : fallback ? str_from(fallback) : NULL;
}

/* dialect_opts={"paramstyle": "named"}; without it, what the driver of the URL uses. */
static ParamStyle style_of(const MigrationContext *context)
{
    Value given = option(context->options, "dialect_opts");
    Str *name =
        is_none(given) ? NULL : value_find_str(value_subscript(given, STR(str_from("paramstyle"))));
    ParamStyle style = context->style;
    if (name)
        param_style_find(name, &style);
    return style;
}

static void log_start(const MigrationContext *context)
{
    logging_emit(logger, LOGGING_INFO, str_format("Context impl %s.", context->dialect->impl_name));
    if (context->as_sql)
        logging_emit(logger, LOGGING_INFO, str_from("Generating static SQL"));
    logging_emit(logger, LOGGING_INFO,
                 str_format("Will assume %s DDL.",
                            context->transactional_ddl ? "transactional" : "non-transactional"));
}

MigrationContext *context_new(Environment *env, const Dialect *dialect,
                              EngineConnection *connection, Dict *options)
{
    MigrationContext *context = new (MigrationContext);
    context->env = env;
    context->dialect = dialect;
    context->connection = connection;
    context->options = options;
    context->as_sql = truth_option(options, "as_sql", env && env->as_sql);
    context->style = dialect->shown_style;
    bool has_style = !is_none(option(options, "dialect_opts")) &&
                     value_contains(option(options, "dialect_opts"), STR(str_from("paramstyle")));
    context->style = has_style ? style_of(context) : context->style;
    context->literal_binds = truth_option(options, "literal_binds", false);
    if (context->literal_binds && !context->as_sql)
        raise_tool("env.literal-binds", NULL,
                   "Can't use literal_binds setting without as_sql mode");
    context->transactional_ddl =
        truth_option(options, "transactional_ddl", dialect_has(dialect, FEATURE_TRANSACTIONAL_DDL));
    context->transaction_per_migration = truth_option(options, "transaction_per_migration", false);
    context->in_external_transaction =
        !context->as_sql && connection && connection_in_transaction(connection);
    context->version_table = text_option(options, "version_table", "alembic_version");
    context->version_table_schema = text_option(options, "version_table_schema", NULL);
    context->version_table_key = truth_option(options, "version_table_pk", true);
    context->starting_revision = text_option(options, "starting_rev", NULL);
    if (!context->starting_revision && env)
        context->starting_revision = env->starting_revision;
    context->on_version_apply = option(options, "on_version_apply");
    /* pysqlite's way: DDL commits by itself; else a revision is one transaction on SQLite as well
     */
    if (env && !context->as_sql && connection)
        db_set_transactional(connection->db, !config_flag(env->config, "driver_transactions"));
    log_start(context);
    return context;
}

MigrationContext *context_current(void)
{
    Environment *env = environment_current("get_context");
    if (!env->context)
        raise_exception(&Exception_class, "No context has been configured yet.");
    return env->context;
}

EngineConnection *context_connection(const MigrationContext *context)
{
    if (context->connection)
        return context->connection;
    Str *text = str_from("configure() was given no connection, and this run is online");
    Err *err = exception_error(exception_new(&AssertionError_class, STR(text)));
    err->hint =
        str_from("write context.configure(connection=...); url= and dialect_name= alone are "
                 "for --sql, where context.is_offline_mode() is true");
    err_raise(err);
}

/* --- output ----------------------------------------------------------------------------------- */

/* What configure() was given, else what Config() was given. */
static Value output_buffer(const MigrationContext *context)
{
    Value given = option(context->options, "output_buffer");
    return is_none(given) && context->env ? context->env->config->output_buffer : given;
}

static void output(MigrationContext *context, const char *text)
{
    if (context->env && context->env->output)
        buf_text(context->env->output, text);
    else if (hooks.write_output && !is_absent(output_buffer(context)))
        hooks.write_output(output_buffer(context), text);
    else
        fputs(text, stdout);
}

void context_print_raw(MigrationContext *context, const char *text)
{
    output(context, text);
    output(context, "\n\n");
}

/* Trimmed, tabs as four blanks, and a semicolon. */
void context_print(MigrationContext *context, const char *text)
{
    char room[1024];
    Buf out = BUF_IN(room);
    size_t end = strlen(text), from = 0;
    while (from < end && isspace((unsigned char)text[from]))
        from++;
    while (end > from && isspace((unsigned char)text[end - 1]))
        end--;
    for (const char *tab; (tab = memchr(text + from, '\t', end - from));
         from = (size_t)(tab + 1 - text)) {
        buf_bytes(&out, text + from, (size_t)(tab - text) - from);
        buf_text(&out, "    ");
    }
    buf_bytes(&out, text + from, end - from);
    buf_text(&out, ";\n\n");
    output(context, out.data);
}

/* A statement between two transactions. */
typedef struct OutsideJob {
    MigrationContext *context;
    Stmt *stmt;
    Result *result;
} OutsideJob;

static void execute_alone(void *arg)
{
    OutsideJob *job = arg;
    job->result = connection_execute(job->context->connection, job->stmt);
}

/* CREATE INDEX CONCURRENTLY in a transaction of ours: what went before is committed, as
 * autocommit_block() does it. The reference passes it on, and the server refuses. */
static Result *execute_outside(MigrationContext *context, Stmt *stmt, const char *name)
{
    logging_emit(
        logger, LOGGING_INFO,
        str_format("%s runs outside of the transaction: what went before is committed", name));
    OutsideJob job = {.context = context, .stmt = stmt};
    AutocommitBlock block = context_autocommit_enter(context);
    Err *err = protect(execute_alone, &job);
    if (err) {
        connection_set_isolation_level(context->connection, block.isolation_level);
        if (!err->hint)
            err->hint = str_from(
                "what the revision did before this line is committed; an index that could not be "
                "built is left behind, invalid: drop it before the next try");
        err_raise(err);
    }
    context_autocommit_leave(context, block);
    return job.result;
}

/* The statement's name when it has to leave the transaction; NULL when it may or must stay where it
 * is. */
static const char *find_outside(const MigrationContext *context, const Stmt *stmt)
{
    bool is_ours = context->in_transaction && context->env && context->transactional_ddl;
    return is_ours && config_truth(context->env->config, "concurrently_outside", true)
               ? outside_find(stmt->text)
               : NULL;
}

Result *context_execute(MigrationContext *context, ClauseElement *element, const Dict *values)
{
    CompileOptions options = {
        .style = context->as_sql ? context->style : context->dialect->style,
        .values = values || context->as_sql ? values : dict_new(),
        .literal_binds = context->as_sql && context->literal_binds && element->kind != EXPR_DDL,
    };
    if (context->connection)
        options.schema_translate = context->connection->schema_translate;
    Stmt *stmt = sql_compile(context->dialect, element, &options);
    if (context->as_sql) {
        context_print(context, stmt->text->text);
        return NULL;
    }
    const char *outside = find_outside(context, stmt);
    return outside ? execute_outside(context, stmt, outside)
                   : connection_execute(context_connection(context), stmt);
}

/* --- transactions ----------------------------------------------------------------------------- */

bool context_begin(MigrationContext *context, bool per_migration)
{
    if (context->in_external_transaction)
        return false;
    bool now = context->transactional_ddl ? per_migration == context->transaction_per_migration
                                          : per_migration;
    if (!now)
        return false;
    if (context->as_sql) {
        if (context->transactional_ddl)
            context_print(context, "BEGIN");
        return context->transactional_ddl;
    }
    if (!context->transactional_ddl && context->in_transaction)
        return false;
    connection_begin(context_connection(context));
    context->in_transaction = true;
    return true;
}

void context_end(MigrationContext *context, bool failed)
{
    if (context->as_sql) {
        if (!failed)
            context_print(context, "COMMIT");
        return;
    }
    if (!context->in_transaction)
        return;
    context->in_transaction = false;
    if (failed)
        connection_rollback(context->connection);
    else
        connection_commit(context->connection);
}

AutocommitBlock context_autocommit_enter(MigrationContext *context)
{
    AutocommitBlock block = {0};
    if (context->as_sql) {
        if (context->transactional_ddl)
            context_print(context, "COMMIT");
        return block;
    }
    block.had_transaction = connection_in_transaction(context_connection(context));
    if (block.had_transaction)
        connection_commit(context->connection);
    context->in_transaction = false;
    block.isolation_level = context->connection->isolation_level;
    connection_set_isolation_level(context->connection, str_from("AUTOCOMMIT"));
    return block;
}

void context_autocommit_leave(MigrationContext *context, AutocommitBlock block)
{
    if (context->as_sql) {
        if (context->transactional_ddl)
            context_print(context, "BEGIN");
        return;
    }
    connection_commit(context->connection);
    connection_set_isolation_level(context->connection, block.isolation_level);
    if (block.had_transaction) {
        connection_begin(context->connection);
        context->in_transaction = true;
    }
}

/* --- heads ------------------------------------------------------------------------------------ */

/* Offline the heads are where the range starts. */
static StrVec offline_heads(const MigrationContext *context)
{
    StrVec heads = {0};
    Str *start = context->starting_revision;
    if (!start || str_is(start, "base"))
        return heads;
    if (!context->env) {
        vec_push(&heads, start);
        return heads;
    }
    Revision *revision = graph_find_revision(project_graph(context->env->project), start);
    if (revision)
        vec_push(&heads, revision->id);
    return heads;
}

StrVec context_heads(MigrationContext *context)
{
    if (context->as_sql)
        return offline_heads(context);
    if (context->starting_revision)
        raise_tool("env.starting-revision", NULL,
                   "Can't specify current_rev to context when using a database connection");
    return version_table_exists(context) ? version_table_rows(context) : (StrVec){0};
}
