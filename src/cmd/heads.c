/* heads.c -- `heads`: the newest revisions of the history. Connects to nothing. */
#include "cmd/cmd.h"

const Option heads_options[] = {
    OPTION_VERBOSE,
    {"--resolve-dependencies", OPT_FLAG, "Treat dependency versions as down revisions"},
    {0},
};

int command_heads(Opts *opts)
{
    Session session = session_open(opts);
    Buf out = {0};
    write_heads(&out, project_graph(session.project), opts_flag(opts, "verbose"),
                opts_flag(opts, "resolve_dependencies"));
    session_print(&session, &out);
    return 0;
}
