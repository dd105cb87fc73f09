/* steps.c -- run_migrations(): plan, then each step in its transaction: the script, then the rows
 * of the version table.
 *
 * What the first reading of the version table finds to do is done only after a second reading
 * inside the transaction that does it.
 */
#include "runtime/runtime.h"

static const char logger[] = "alembic.runtime.migration";

typedef struct StepRun {
    MigrationContext *context;
    Dict *keywords;
    StrVec heads; /* rows of the version table now                     */
    StepVec steps;
    Value *functions; /* upgrade() or downgrade() of each                  */
    size_t at;        /* the step that runs                                */
    bool opened;      /* its transaction is open and is ours to end        */
} StepRun;

/* upgrade() or downgrade() of the step's module; found before anything runs. */
static Value step_function(MigrationContext *context, const Step *step)
{
    const char *name = step->kind == STEP_UPGRADE ? "upgrade" : "downgrade";
    Module *module = project_module(context->env->project, step->revision);
    Value function = module_find(module, name);
    if (!is_set(function)) {
        Err *err = err_new(ERR_SCRIPT, "rev.no-function", "module '%s' has no attribute '%s'",
                           module->name->text, name);
        err->pos = (Pos){.file = step->revision->path, .line = 1, .column = 1};
        err->hint = str_format("define `def %s():` in it; a body of `pass` is enough", name);
        err_raise(err);
    }
    return function;
}

static void ask_plan(void *arg)
{
    StepRun *run = arg;
    Environment *env = run->context->env;
    run->steps = env->plan(env, run->heads, run->context);
}

/* A row of the version table that no file defines is another matter than a word of the command
 * line. */
static void explain_rows(const StepRun *run, Err *err)
{
    const char *hint = NULL;
    if (err->code && strcmp(err->code, "rev.not-found") == 0)
        hint = hint_unknown_rows(project_graph(run->context->env->project), &run->heads);
    if (hint)
        err->hint = str_from(hint);
}

static void plan_steps(StepRun *run)
{
    Err *err = protect(ask_plan, run);
    if (err) {
        explain_rows(run, err);
        err_raise(err);
    }
    project_tell_warnings(run->context->env->project);
    run->functions = new_array(Value, run->steps.length);
    for (size_t i = 0; i < run->steps.length; i++)
        if (run->steps.at[i].kind != STEP_STAMP)
            run->functions[i] = step_function(run->context, &run->steps.at[i]);
}

static void notify(const StepRun *run, const Step *step)
{
    const RuntimeHooks *hooks = runtime_hooks();
    if (is_absent(run->context->on_version_apply) || !hooks->version_applied)
        return;
    hooks->version_applied(run->context, step, &run->heads, run->keywords);
}

static void run_step(StepRun *run)
{
    MigrationContext *context = run->context;
    const Step *step = &run->steps.at[run->at];
    if (context->as_sql && run->heads.length == 0)
        version_table_create(context, false);
    logging_emit(logger, LOGGING_INFO, str_format("Running %s", step_log(step)->text));
    if (context->as_sql)
        context_print_raw(context, str_format("-- Running %s", step_short_log(step)->text)->text);
    journal_begin(context, run->at);
    if (step->kind != STEP_STAMP)
        call_dict(run->functions[run->at], 0, NULL, run->keywords);
    interrupt_insist();
    RowChangeVec changes = step_rows(project_graph(context->env->project), step, &run->heads);
    for (size_t i = 0; i < changes.length; i++)
        version_table_change(context, &changes.at[i]);
    notify(run, step);
    journal_end(context, run->at);
}

/* --- transactions of steps ----------------------------------------------------------------------
 */

/* Where the context wants one transaction for each step; offline it is text. */
static void open_step(StepRun *run)
{
    run->opened = context_begin(run->context, true);
    if (!run->context->as_sql)
        context_begin_writing(run->context);
}

static void close_step(StepRun *run, bool failed)
{
    if (!failed && !run->context->as_sql)
        context_check_lock(run->context);
    if (run->opened && !(failed && run->context->as_sql))
        context_end(run->context, failed);
    run->opened = false;
}

/* Runs a part of the work in the step's transaction, which the next part goes on with. */
static void run_open(StepRun *run, void (*part)(void *))
{
    Err *err = protect(part, run);
    if (!err)
        return;
    close_step(run, true);
    err_raise(err);
}

static void run_step_call(void *arg)
{
    run_step(arg);
}

/* What is behind us need not be kept: a history of thousands would fill the memory with its code. */
static void forget_step(StepRun *run)
{
    run->functions[run->at] = UNSET;
    if (run->steps.at[run->at].revision)
        run->steps.at[run->at].revision->module = NULL;
}

static void run_steps(StepRun *run)
{
    journal_plan(run->context, &run->steps);
    for (run->at = 0; run->at < run->steps.length; run->at++) {
        if (run->at > 0 || run->context->as_sql)
            open_step(run);
        run_open(run, run_step_call);
        close_step(run, false);
        forget_step(run);
    }
    close_step(run, false); /* of no step at all */
}

/* --- runs ---------------------------------------------------------------------------------------
 */

/* By itself it is nothing that a VACUUM of the first revision may not commit. */
static void create_version_table(MigrationContext *context)
{
    Connection *db = context->connection->db;
    bool wrote = db_has_written(db);
    version_table_create(context, true);
    db_set_written(db, wrote);
}

static bool same_heads(const StrVec *a, const StrVec *b)
{
    bool same = a->length == b->length;
    for (size_t i = 0; same && i < a->length; i++)
        same = str_equal(a->at[i], b->at[i]);
    return same;
}

/* Rows as they are under the transaction; the version table when there is none yet. */
static void read_again(void *arg)
{
    StepRun *run = arg;
    MigrationContext *context = run->context;
    StrVec seen = run->heads;
    run->heads = context->env->purge ? (StrVec){0} : context_heads(context);
    if (run->heads.length == 0)
        create_version_table(context);
    if (context->env->purge)
        version_table_delete_all(context);
    if (context->env->purge || !same_heads(&seen, &run->heads))
        plan_steps(run);
}

static bool is_up_to_date(StepRun *run)
{
    if (run->context->env->purge)
        return false;
    run->heads = context_heads(run->context);
    plan_steps(run);
    return run->steps.length == 0 && (run->heads.length > 0 || version_table_exists(run->context));
}

static void migrate(StepRun *run)
{
    run->context->is_untouched = !db_in_transaction(context_connection(run->context)->db);
    if (is_up_to_date(run))
        return;
    context_lock(run->context);
    open_step(run);
    run_open(run, read_again);
    run_steps(run);
}

/* Commands that look at the rows or compare the models: no steps, but a version table, as always.
 */
static void look(StepRun *run)
{
    MigrationContext *context = run->context;
    context->is_untouched = !db_in_transaction(context_connection(context)->db);
    if (context->env->keeps_out)
        context_lock(context);
    run->heads = context_heads(context);
    if (run->heads.length == 0 && !context->env->dont_mutate) {
        bool began = connection_in_transaction(context->connection);
        version_table_create(context, true);
        if (!began)
            connection_commit(context->connection);
    }
    if (context->env->plan)
        plan_steps(run);
    run_steps(run);
}

static void write_script(StepRun *run)
{
    if (run->context->env->purge)
        raise_tool("rev.purge-offline", "--sql does not read the table; leave out one of the two",
                   "Can't use --purge with --sql mode");
    run->heads = context_heads(run->context);
    if (run->context->env->plan)
        plan_steps(run);
    run_steps(run);
}

void context_run(MigrationContext *context, Dict *keywords)
{
    Environment *env = context->env;
    if (!env)
        raise_exception(&Exception_class, "run_migrations() needs an environment");
    StepRun run = {.context = context, .keywords = keywords};
    if (context->as_sql)
        write_script(&run);
    else if (env->migrates)
        migrate(&run);
    else
        look(&run);
}

void context_stamp(MigrationContext *context, Graph *graph, Symbols target)
{
    StrVec heads = context_heads(context);
    if (heads.length == 0)
        version_table_create(context, !context->as_sql);
    StepVec steps = plan_stamp(graph, target, heads);
    for (size_t i = 0; i < steps.length; i++) {
        RowChangeVec changes = step_rows(graph, &steps.at[i], &heads);
        for (size_t k = 0; k < changes.length; k++)
            version_table_change(context, &changes.at[k]);
    }
}
