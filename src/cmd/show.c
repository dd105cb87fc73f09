/* show.c -- `show REV`: everything about one revision, or about where the database is. */
#include "cmd/cmd.h"

const Option show_options[] = {{"rev", OPT_POSITIONAL}, OPTION_JSON, {0}};

static void write_json(Buf *out, Graph *graph, Symbols symbols)
{
    RevisionVec revisions = graph_find_revisions(graph, symbols);
    JsonWriter w = json_document_begin(out);
    json_key(&w, "revisions");
    write_revisions_json(&w, &revisions);
    json_document_end(&w);
}

int command_show(Opts *opts)
{
    Session session = session_open(opts);
    Str *symbol = opts_text(opts, "rev");
    Symbols symbols = symbols_one(symbol);
    if (str_is(symbol, "current"))
        symbols = session_current_symbols(&session);
    Buf out = {0};
    if (opts_flag(opts, "json"))
        write_json(&out, project_graph(session.project), symbols);
    else
        write_show(&out, project_graph(session.project), symbols, session_list_style(&session));
    session_print(&session, &out);
    return 0;
}
