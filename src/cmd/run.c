/* run.c -- `run FILE`: one script in the evaluator, without a database; for trying things and for the tests. */
#include "cmd/cmd.h"

const Option run_options[] = {
    {"file", OPT_POSITIONAL, "the script"},
    {"arguments", OPT_POSITIONAL, "what sys.argv holds after the script's name", .count = '*'},
    {0},
};

int command_run(Opts *opts)
{
    session_start_evaluator(opts);
    Str *file = opts_text(opts, "file");
    StrVec arguments = {0}, folders = {0};
    vec_push(&arguments, file);
    const StrVec *rest = opts_list(opts, "arguments");
    for (size_t i = 0; i < rest->length; i++)
        vec_push(&arguments, rest->at[i]);
    vm_set_arguments(&arguments);
    vec_push(&folders, path_directory(path_absolute(file)));
    import_set_path(&folders);
    module_run_file(N(__main__), file);
    return 0;
}
