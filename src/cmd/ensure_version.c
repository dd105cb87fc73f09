/* ensure_version.c -- `ensure_version`: create the version table, nothing else. */
#include "cmd/cmd.h"

const Option ensure_version_options[] = {OPTION_SQL, OPTIONS_MIGRATE, {0}};

static StepVec create_table(Environment *env, StrVec heads, MigrationContext *context)
{
    if (context->as_sql)
        version_table_create(context, false);
    return (StepVec){0};
}

int command_ensure_version(Opts *opts)
{
    Session session = session_open(opts);
    Environment env = {.plan = create_table,
                       .migrates = true,
                       .told = TOLD_AS_SQL,
                       .as_sql = opts_flag(opts, "sql")};
    session_run_environment(&session, &env);
    return 0;
}
