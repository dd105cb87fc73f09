/* init.c -- `init DIRECTORY`: a new migration project. */
#include "cmd/cmd.h"

const Option init_options[] = {
    {"-t, --template", OPT_VALUE, "Setup template for use with 'init'", .default_value = "generic"},
    {"--package", OPT_FLAG, "Write empty __init__.py files to the environment and version locations"},
    {"directory", OPT_POSITIONAL, "location of scripts directory"},
    {0},
};

int command_init(Opts *opts)
{
    Config *config = session_open_config(opts);
    project_init(config, opts_text(opts, "directory"), opts_text(opts, "template"),
                 opts_flag(opts, "package"));
    return 0;
}
