/* fuzz_parse.c -- the first byte chooses what the text is: a module, an expression, or a module of which
 * only the header is read. What was read can be written as lisp. floor: py
 * seeds: tests/py */
#include "py/py.h"
#include "py/parse.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    mem_init();
    vm_init();
    return 0;
}

typedef struct Job {
    Node *(*rule)(Str *file, Str *source);
    Str *source;
} Job;

static void read_text(void *arg)
{
    const Job *job = arg;
    node_dump(job->rule(str_from("input.py"), job->source));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Node *(*const rules[])(Str *, Str *) = {parse_module, parse_expression, parse_header};
    if (size == 0 || utf8_check((const char *)data + 1, size - 1) >= 0)
        return 0;
    protect(read_text, &(Job){rules[data[0] % COUNT_OF(rules)], str_new((const char *)data + 1, size - 1)});
    return 0;
}
