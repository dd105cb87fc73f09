/* run.c -- `run FILE`: one script in the evaluator, without a database; for trying things and for the tests. */
#include "cmd/cmd.h"

#include "py/parse.h"

const Option run_options[] = {
    {"-c", OPT_VALUE, "the script itself, instead of a file; what follows is for the script", .metavar = "CODE",
     .count = '~'},
    {"file", OPT_POSITIONAL, "the script; - reads it from standard input", .count = '?'},
    {"arguments", OPT_POSITIONAL, "what sys.argv holds after the script's name, options too", .count = '~'},
    {0},
};

/* Where the text comes from, and how sys.argv[0] and tracebacks call it. */
typedef struct Source {
    Str *argument, *path, *folder, *text;
} Source;

static Str *standard_input(void)
{
    size_t length;
    const char *data = file_read_bytes(str_from("/dev/stdin"), &length);
    ptrdiff_t bad = utf8_check(data, length);
    if (bad >= 0)
        raise_file("file.not-utf8", (Pos){.file = str_from("<stdin>")}, "standard input is not UTF-8: byte 0x%02x at %td",
                   (unsigned char)data[bad], bad);
    return str_new(data, length);
}

static Source source_open(const Opts *opts)
{
    Str *code = opts_text(opts, "c"), *file = opts_text(opts, "file"), *here = path_absolute(str_from("."));
    if (code)
        return (Source){str_from("-c"), str_from("<string>"), here, code};
    if (!file)
        opts_raise(opts, "the following arguments are required: file");
    if (str_is(file, "-"))
        return (Source){file, str_from("<stdin>"), here, standard_input()};
    return (Source){file, file, path_directory(path_absolute(file)), source_read(file)};
}

static void run_main(void *arg)
{
    const Source *source = arg;
    module_run_text(N(__main__), source->path, source->text);
}

/* What the script asked for with atexit.register(), however it ended. */
static void run_exit_functions(void)
{
    Value module = dict_find_text(import_modules(), "atexit");
    Value run = is_set(module) ? value_find_attr_text(module, "_run_exitfuncs") : UNSET;
    if (is_set(run))
        call(run, 0, NULL);
}

int command_run(Opts *opts)
{
    session_start_evaluator(opts);
    Source source = source_open(opts);
    StrVec arguments = {0}, folders = {0};
    vec_push(&arguments, source.argument);
    if (opts_text(opts, "c") && opts_text(opts, "file"))
        vec_push(&arguments, opts_text(opts, "file"));
    const StrVec *rest = opts_list(opts, "arguments");
    for (size_t i = 0; i < rest->length; i++)
        vec_push(&arguments, rest->at[i]);
    vm_set_arguments(&arguments);
    vec_push(&folders, source.folder);
    import_set_path(&folders);
    interrupt_catch_keyboard();
    Err *err = protect(run_main, &source);
    run_exit_functions();
    if (err)
        err_raise(err);
    return 0;
}
