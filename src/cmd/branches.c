/* branches.c -- `branches`: the revisions with more than one child. Connects to nothing. */
#include "cmd/cmd.h"

const Option branches_options[] = {OPTION_VERBOSE, {0}};

int command_branches(Opts *opts)
{
    Session session = session_open(opts);
    Buf out = {0};
    write_branches(&out, project_graph(session.project), opts_flag(opts, "verbose"));
    session_print(&session, &out);
    return 0;
}
