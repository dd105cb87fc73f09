/* stamp.c -- `stamp REVISIONS`: write the version table without running scripts. */
#include "cmd/cmd.h"

const Option stamp_options[] = {
    OPTION_SQL,
    OPTION_TAG,
    {"--purge", OPT_FLAG, "Unconditionally erase the version table before stamping"},
    OPTIONS_MIGRATE,
    OPTION_REVISIONS,
    {0},
};

static StepVec plan(Environment *env, StrVec heads, MigrationContext *context)
{
    return plan_stamp(project_graph(env->project), env->destination, heads);
}

int command_stamp(Opts *opts)
{
    bool sql = opts_flag(opts, "sql");
    Session session = session_open(opts);
    Environment env = {.plan = plan,
                       .migrates = true,
                       .told = TOLD_AS_SQL | TOLD_TARGET | TOLD_PURGE,
                       .as_sql = sql,
                       .purge = opts_flag(opts, "purge"),
                       .tag = opts_text(opts, "tag")};
    const StrVec *given = opts_list(opts, "revisions");
    StrVec targets = {0};
    for (size_t i = 0; i < given->length; i++) {
        RevisionRange range = {.to = given->at[i]};
        if (sql && strchr(range.to->text, ':'))
            range = range_argument(range.to, sql);
        if (range.from && env.starting_revision && !str_equal(range.from, env.starting_revision))
            raise_tool(
                "rev.range", "run it once for each start",
                "Stamp operation with --sql only supports a single starting revision at a time");
        if (range.from)
            env.starting_revision = range.from;
        vec_push(&targets, range.to);
    }
    env.destination = symbols_tuple(targets);
    session_run_environment(&session, &env);
    return 0;
}
