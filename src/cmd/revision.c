/* revision.c -- `revision`: write a new revision file from the template. */
#include "cmd/cmd.h"

const Option revision_options[] = {
    OPTION_MESSAGE,
    {"--autogenerate", OPT_FLAG,
     "Populate revision script with candidate migration operations, based on comparison of database to "
     "model."},
    OPTION_SQL,
    {"--head", OPT_VALUE, "Specify head revision or <branchname>@head to base new revision on."},
    OPTION_SPLICE,
    OPTION_BRANCH_LABEL,
    {"--version-path", OPT_VALUE, "Specify specific path from config for version file"},
    OPTION_REV_ID,
    {"--depends-on", OPT_APPEND,
     "Specify one or more revision identifiers which this revision should depend on."},
    {0},
};

static StepVec no_steps(Environment *env, StrVec heads, MigrationContext *context)
{
    return (StepVec){0};
}

/* revision_environment = true: env.py runs first, and may bring template arguments. */
static Dict *run_environment(Session *session, bool sql)
{
    Environment env = {.plan = no_steps, .as_sql = sql};
    session_run_environment(session, &env);
    return env.template_arguments;
}

static void refuse_autogenerate(bool sql)
{
    if (sql)
        raise_tool("revision.autogenerate-sql", NULL,
                   "Using --sql with --autogenerate does not make any sense");
    Err *err = err_new(ERR_FILE, "revision.autogenerate",
                       "revision --autogenerate is not there yet in this version of retort");
    err->hint = str_from("write an empty revision with `revision -m ...` and fill it in by hand");
    err_raise(err);
}

int command_revision(Opts *opts)
{
    bool sql = opts_flag(opts, "sql");
    if (opts_flag(opts, "autogenerate"))
        refuse_autogenerate(sql);
    Session session = session_open(opts);
    bool environment = config_truth(session.config, "revision_environment", false);
    if (sql && !environment)
        raise_tool("revision.sql", NULL,
                   "Using --sql with the revision command when revision_environment is not configured "
                   "does not make any sense");
    Dict *template_arguments = environment ? run_environment(&session, sql) : NULL;
    Str *head = opts_text(opts, "head"), *label = opts_text(opts, "branch_label");
    NewRevisionRequest request = {
        .id = opts_text(opts, "rev_id"),
        .message = opts_text(opts, "message"),
        .head = head ? symbols_one(head) : symbols_one(str_from("head")),
        .splice = opts_flag(opts, "splice"),
        .version_path = opts_text(opts, "version_path"),
        .depends_on = *opts_list(opts, "depends_on"),
    };
    if (label)
        vec_push(&request.branch_labels, label);
    project_new_revision(session.project, &request, template_arguments);
    return 0;
}
