/* current.c -- `current`: the revisions a database is at. */
#include "cmd/cmd.h"

const Option current_options[] = {
    {"-c, --check-heads", OPT_FLAG,
     "Check if all head revisions are applied to the database. Exit with an error code if this is not "
     "the case."},
    OPTION_VERBOSE,
    OPTION_JSON,
    {0},
};

static void write_json(Buf *out, Graph *graph, const StrVec *rows, const MigrationContext *context)
{
    RevisionVec tips = graph_all_current(graph, *rows);
    for (size_t i = 0; i < tips.length; i++)
        tips.at[i]->is_current = true;
    JsonWriter w = json_document_begin(out);
    json_key(&w, "database");
    json_str(&w, context->connection ? url_render(context->connection->engine->url, true) : NULL);
    json_key(&w, "rows");
    json_begin_array(&w);
    for (size_t i = 0; i < rows->length; i++)
        json_str(&w, rows->at[i]);
    json_end_array(&w);
    json_key(&w, "current");
    write_revisions_json(&w, &tips);
    json_document_end(&w);
}

static StepVec show_rows(Environment *env, StrVec rows, MigrationContext *context)
{
    Session *session = env->job;
    bool verbose = opts_flag(session->opts, "verbose");
    Graph *graph = project_graph(env->project);
    Buf out = {0};
    bool json = opts_flag(session->opts, "json");
    if (verbose && !json && context->connection)
        buf_format(&out, "Current revision(s) for %s:\n",
                   url_render(context->connection->engine->url, true)->text);
    if (opts_flag(session->opts, "check_heads"))
        check_rows_at_heads(graph, rows);
    if (json)
        write_json(&out, graph, &rows, context);
    else
        write_current(&out, graph, rows, session_list_style(session));
    session_print(session, &out);
    return (StepVec){0};
}

int command_current(Opts *opts)
{
    Session session = session_open(opts);
    Environment env = {
        .plan = show_rows, .dont_mutate = true, .told = TOLD_DONT_MUTATE, .job = &session};
    session_run_environment(&session, &env);
    return 0;
}
