/* heads.c -- `heads`: the newest revisions of the history. Connects to nothing. */
#include "cmd/cmd.h"

const Option heads_options[] = {
    OPTION_VERBOSE,
    {"--resolve-dependencies", OPT_FLAG, "Treat dependency versions as down revisions"},
    {"--check", OPT_FLAG, "Exit with 1, naming files and the merge to type, when there is more than one head"},
    OPTION_JSON,
    {0},
};

static void write_json(Buf *out, Graph *graph, bool resolve_dependencies)
{
    RevisionVec heads = list_heads(graph, resolve_dependencies);
    JsonWriter w = json_document_begin(out);
    json_key(&w, "heads");
    write_revisions_json(&w, &heads);
    json_document_end(&w);
}

int command_heads(Opts *opts)
{
    Session session = session_open(opts);
    Graph *graph = project_graph(session.project);
    bool resolve = opts_flag(opts, "resolve_dependencies");
    Buf out = {0};
    if (opts_flag(opts, "json"))
        write_json(&out, graph, resolve);
    else
        write_heads(&out, graph, session_list_style(&session), resolve);
    session_print(&session, &out);
    if (opts_flag(opts, "check"))
        check_one_head(graph, opts->program->name);
    return 0;
}
