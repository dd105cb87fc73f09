/* fuzz_run.c -- a script, run for a limited number of steps, with the library and the names of a migration
 * but without permissions. What it prints is thrown away. floor: bind
 * seeds: tests/py */
#include "bind/bind.h"
#include "pystd/pystd.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { STEPS = 20000 };

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool running;

/* The heap ends the program when memory runs out; here that ends the script. */
_Noreturn void _exit(int code)
{
    if (running)
        err_raise(err_new(ERR_TOOL, "fuzz.memory", "out of memory"));
    _Exit(code);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    mem_init();
    vm_init();
    import_add_modules(pystd_modules);
    bind_init();
    return 0;
}

static void run_text(void *arg)
{
    Dict *names = dict_new();
    dict_set_text(names, "__name__", STR(str_from("fuzz")));
    execute_text(arg, names, str_from("input.py"));
}

/* The message and the repr of what was raised are made, too. */
static void show_error(void *arg)
{
    Err *err = arg;
    if (err->exception) {
        value_repr(OBJ(err->exception));
        value_str(OBJ(err->exception));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (utf8_check((const char *)data, size) >= 0)
        return 0;
    running = true;
    vm_set_budget(STEPS);
    Err *err = protect(run_text, str_new((const char *)data, size));
    vm_set_budget(STEPS);
    if (err)
        protect(show_error, err);
    running = false;
    return 0;
}
