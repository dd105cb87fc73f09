/* downgrade.c -- `downgrade REVISION`: run the scripts backwards to the revision. */
#include "cmd/cmd.h"

const Option downgrade_options[] = {
    OPTION_SQL, OPTION_TAG, OPTIONS_MIGRATE, OPTION_DRY_RUN, OPTION_JSON, OPTION_REVISION, {0}};

static StepVec plan(Environment *env, StrVec heads, MigrationContext *context)
{
    StepVec steps = plan_downgrade(project_graph(env->project), env->destination.at.at[0],
                                   symbols_tuple(heads));
    const Session *session = env->job;
    return opts_flag(session->opts, "dry_run") ? session_show_plan(session, &steps, &heads) : steps;
}

int command_downgrade(Opts *opts)
{
    bool sql = opts_flag(opts, "sql"), dry = opts_flag(opts, "dry_run");
    check_dry_run(opts);
    Session session = session_open(opts);
    RevisionRange range = range_argument(opts_text(opts, "revision"), sql);
    if (sql && !range.from)
        raise_tool("rev.range",
                   type_next("without a database the start must be said: the revision it is at, a "
                             "colon, and the target",
                             "downgrade --sql REVISION:base", NULL),
                   "downgrade with --sql requires <fromrev>:<torev>");
    Environment env = {.plan = plan,
                       .migrates = !dry,
                       .dont_mutate = dry,
                       .job = &session,
                       .as_sql = sql,
                       .starting_revision = range.from,
                       .destination = symbols_one(range.to),
                       .tag = opts_text(opts, "tag")};
    session_run_environment(&session, &env);
    return 0;
}
