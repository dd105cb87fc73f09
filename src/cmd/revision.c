/* revision.c -- `revision`: write a new revision file from the template, empty or with what the
 * models and the database differ by. */
#include "cmd/cmd.h"

#include <stdio.h>

const Option revision_options[] = {
    OPTION_MESSAGE,
    {"--autogenerate", OPT_FLAG,
     "Populate revision script with candidate migration operations, based on comparison of "
     "database to "
     "model."},
    OPTION_SQL,
    {"--head", OPT_VALUE, "Specify head revision or <branchname>@head to base new revision on."},
    OPTION_SPLICE,
    OPTION_BRANCH_LABEL,
    {"--version-path", OPT_VALUE, "Specify specific path from config for version file"},
    OPTION_REV_ID,
    {"--depends-on", OPT_APPEND,
     "Specify one or more revision identifiers which this revision should depend on."},
    {"--rename", OPT_APPEND,
     "With --autogenerate, a table, table.column or enum_type.member of the database that the "
     "models have under a new name; may be given several times. What is not given here is asked "
     "about on a terminal",
     .metavar = "OLD:NEW"},
    {"--allow-empty", OPT_FLAG,
     "With --autogenerate, write a file even when models and database do not differ."},
    OPTIONS_LOCK,
    {0},
};

static RevisionArguments arguments_from(const Opts *opts, const Config *config)
{
    return (RevisionArguments){
        .message = opts_text(opts, "message"),
        .rev_id = opts_text(opts, "rev_id"),
        .head = opts_text(opts, "head"),
        .branch_label = opts_text(opts, "branch_label"),
        .version_path = opts_text(opts, "version_path"),
        .depends_on = *opts_list(opts, "depends_on"),
        .splice = opts_flag(opts, "splice"),
        .autogenerate = opts_flag(opts, "autogenerate"),
        .hook = config->revision_hook,
    };
}

static void check_sql(bool autogenerate, bool environment, bool sql)
{
    if (sql && autogenerate)
        raise_tool("revision.autogenerate-sql", "comparing needs the database: leave out --sql",
                   "Using --sql with --autogenerate does not make any sense");
    if (sql && !environment)
        raise_tool(
            "revision.sql", "leave out --sql, or set revision_environment = true",
            "Using --sql with the revision command when revision_environment is not configured "
            "does not make any sense");
}

/* Alembic writes a file that does nothing; here that has to be asked for. */
static bool has_nothing_to_write(const Session *session, const RevisionContext *context,
                                 const Opts *opts)
{
    return opts_flag(opts, "autogenerate") && !opts_flag(opts, "allow_empty") &&
           !config_flag(session->config, "compat") && revision_context_is_empty(context);
}

int command_revision(Opts *opts)
{
    bool sql = opts_flag(opts, "sql"), autogenerate = opts_flag(opts, "autogenerate");
    check_sql(autogenerate, true, sql);
    Session session = session_open(opts);
    bool environment = autogenerate || config_truth(session.config, "revision_environment", false);
    check_sql(autogenerate, environment, sql);
    RevisionArguments arguments = arguments_from(opts, session.config);
    RevisionContext *context = revision_context_new(session.project, &arguments);
    Environment env = {.plan = revision_context_plan,
                       .as_sql = sql,
                       .dont_mutate = true,
                       .told = TOLD_AS_SQL,
                       .keeps_out =
                           autogenerate, /* nobody migrates while the schemas are compared */
                       .job = context};
    if (environment)
        session_run_environment(&session, &env);
    if (environment && has_nothing_to_write(&session, context, opts)) {
        if (!session.config->quiet)
            puts("No changes in schema detected; no file was written (--allow-empty writes one).");
        return 0;
    }
    revision_context_write(context, env.template_arguments);
    return 0;
}
