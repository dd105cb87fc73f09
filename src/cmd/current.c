/* current.c -- `current`: the revisions a database is at. */
#include "cmd/cmd.h"

const Option current_options[] = {
    {"-c, --check-heads", OPT_FLAG,
     "Check if all head revisions are applied to the database. Exit with an error code if this is not "
     "the case."},
    OPTION_VERBOSE,
    {0},
};

static StepVec show_rows(Environment *env, StrVec rows, MigrationContext *context)
{
    Session *session = env->job;
    bool verbose = opts_flag(session->opts, "verbose");
    Graph *graph = project_graph(env->project);
    Buf out = {0};
    if (verbose && context->connection)
        buf_format(&out, "Current revision(s) for %s:\n",
                   url_render(context->connection->engine->url, true)->text);
    if (opts_flag(session->opts, "check_heads"))
        check_rows_at_heads(graph, rows);
    write_current(&out, graph, rows, verbose);
    session_print(session, &out);
    return (StepVec){0};
}

int command_current(Opts *opts)
{
    Session session = session_open(opts);
    Environment env = {.plan = show_rows, .dont_mutate = true, .job = &session};
    session_run_environment(&session, &env);
    return 0;
}
