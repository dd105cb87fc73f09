/* history.c -- `history`: the revisions, newest first. Connects only for `current` and
 * --indicate-current. */
#include "cmd/cmd.h"

const Option history_options[] = {
    {"-r, --rev-range", OPT_VALUE, "Specify a revision range; format is [start]:[end]"},
    OPTION_VERBOSE,
    {"-i, --indicate-current", OPT_FLAG, "Indicate the current revision"},
    OPTION_JSON,
    {0},
};

static Symbols end_of(Str *text, const StrVec *rows, const char *fallback)
{
    if (text && str_is(text, "current"))
        return symbols_tuple(*rows);
    return symbols_one(text ? text : str_from(fallback));
}

static void write_json(Buf *out, const RevisionVec *revisions, const StrVec *rows)
{
    for (size_t i = 0; i < revisions->length; i++)
        for (size_t k = 0; k < rows->length; k++)
            revisions->at[i]->is_current |= str_equal(revisions->at[i]->id, rows->at[k]);
    JsonWriter w = json_document_begin(out);
    json_key(&w, "revisions");
    write_revisions_json(&w, revisions);
    json_document_end(&w);
}

static bool is_current(const Str *symbol)
{
    return symbol && str_is(symbol, "current");
}

int command_history(Opts *opts)
{
    Session session = session_open(opts);
    Str *range = opts_text(opts, "rev_range"), *base = NULL, *head = NULL;
    bool marks = opts_flag(opts, "indicate_current");
    if (range)
        history_range_split(range, &base, &head);
    bool asks = marks || is_current(base) || is_current(head) ||
                config_truth(session.config, "revision_environment", false);
    StrVec rows = {0};
    if (asks)
        rows = session_current_rows(&session, NULL);
    if (is_current(base) || is_current(head))
        require_known_rows(project_graph(session.project), &rows);
    Buf out = {0};
    Graph *graph = project_graph(session.project);
    Symbols from = end_of(base, &rows, "base"), to = end_of(head, &rows, "heads");
    if (opts_flag(opts, "json")) {
        RevisionVec revisions = list_history(graph, from, to);
        write_json(&out, &revisions, &rows);
    } else {
        write_history(&out, graph, from, to, session_list_style(&session), marks, rows);
    }
    session_print(&session, &out);
    return 0;
}
