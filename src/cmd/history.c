/* history.c -- `history`: the revisions, newest first. Connects only for `current` and --indicate-current. */
#include "cmd/cmd.h"

const Option history_options[] = {
    {"-r, --rev-range", OPT_VALUE, "Specify a revision range; format is [start]:[end]"},
    OPTION_VERBOSE,
    {"-i, --indicate-current", OPT_FLAG, "Indicate the current revision"},
    {0},
};

static Symbols end_of(Str *text, const StrVec *rows, const char *fallback)
{
    if (text && str_is(text, "current"))
        return symbols_tuple(*rows);
    return symbols_one(text ? text : str_from(fallback));
}

int command_history(Opts *opts)
{
    Session session = session_open(opts);
    Str *range = opts_text(opts, "rev_range"), *base = NULL, *head = NULL;
    bool marks = opts_flag(opts, "indicate_current");
    if (range)
        history_range_split(range, &base, &head);
    bool asks = marks || (base && str_is(base, "current")) || (head && str_is(head, "current")) ||
                config_truth(session.config, "revision_environment", false);
    StrVec rows = {0};
    if (asks)
        rows = session_current_rows(&session, NULL);
    Buf out = {0};
    write_history(&out, project_graph(session.project), end_of(base, &rows, "base"),
                  end_of(head, &rows, "heads"), opts_flag(opts, "verbose"), marks, rows);
    session_print(&session, &out);
    return 0;
}
