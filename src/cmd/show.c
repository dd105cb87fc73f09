/* show.c -- `show REV`: everything about one revision, or about where the database is. */
#include "cmd/cmd.h"

const Option show_options[] = {{"rev", OPT_POSITIONAL}, {0}};

int command_show(Opts *opts)
{
    Session session = session_open(opts);
    Str *symbol = opts_text(opts, "rev");
    Symbols symbols = symbols_one(symbol);
    if (str_is(symbol, "current"))
        symbols = symbols_tuple(session_current_rows(&session, NULL));
    Buf out = {0};
    write_show(&out, project_graph(session.project), symbols);
    session_print(&session, &out);
    return 0;
}
