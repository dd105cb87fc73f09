/* fuzz_parse.c -- the first byte chooses what the text is: a module, an expression, or a module of which
 * only the header is read. What was read can be written as lisp, and is compiled. floor: py
 * seeds: tests/py */
#include "py/py.h"
#include "py/code.h"
#include "py/parse.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    mem_init();
    vm_init();
    return 0;
}

typedef struct Rule {
    Node *(*parse)(Str *file, Str *source);
    Code *(*compile)(Node *tree, Str *file, const Str *source);
} Rule;

typedef struct Job {
    const Rule *rule;
    Str *source;
} Job;

static void read_text(void *arg)
{
    const Job *job = arg;
    Str *file = str_from("input.py");
    Node *tree = job->rule->parse(file, job->source);
    node_dump(tree);
    if (job->rule->compile)
        job->rule->compile(tree, file, job->source);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Rule rules[] = {{parse_module, compile_module},
                                 {parse_expression, compile_expression},
                                 {parse_header, NULL}};
    if (size == 0 || utf8_check((const char *)data + 1, size - 1) >= 0)
        return 0;
    protect(read_text,
            &(Job){&rules[data[0] % COUNT_OF(rules)], str_new((const char *)data + 1, size - 1)});
    return 0;
}
