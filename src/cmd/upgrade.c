/* upgrade.c -- `upgrade REVISION`: run the scripts from where the database is to the revision. */
#include "cmd/cmd.h"

const Option upgrade_options[] = {OPTION_SQL, OPTION_TAG, OPTIONS_MIGRATE, OPTION_REVISION, {0}};

static StepVec plan(Environment *env, StrVec heads, MigrationContext *context)
{
    return plan_upgrade(project_graph(env->project), env->destination.at.at[0], symbols_tuple(heads));
}

int command_upgrade(Opts *opts)
{
    bool sql = opts_flag(opts, "sql");
    Session session = session_open(opts);
    RevisionRange range = range_argument(opts_text(opts, "revision"), sql);
    Environment env = {.plan = plan,
                       .migrates = true,
                       .as_sql = sql,
                       .starting_revision = range.from,
                       .destination = symbols_one(range.to),
                       .tag = opts_text(opts, "tag")};
    session_run_environment(&session, &env);
    return 0;
}
