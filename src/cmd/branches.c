/* branches.c -- `branches`: the revisions with more than one child. Connects to nothing. */
#include "cmd/cmd.h"

const Option branches_options[] = {OPTION_VERBOSE, OPTION_JSON, {0}};

static void write_json(Buf *out, Graph *graph)
{
    RevisionVec points = list_branches(graph);
    JsonWriter w = json_document_begin(out);
    json_key(&w, "branches");
    write_revisions_json(&w, &points);
    json_document_end(&w);
}

int command_branches(Opts *opts)
{
    Session session = session_open(opts);
    Graph *graph = project_graph(session.project);
    Buf out = {0};
    if (opts_flag(opts, "json"))
        write_json(&out, graph);
    else
        write_branches(&out, graph, session_list_style(&session));
    session_print(&session, &out);
    return 0;
}
