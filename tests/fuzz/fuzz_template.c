/* fuzz_template.c -- a Mako template, rendered with the names of script.py.mako. floor: runtime */
#include "pystd/pystd.h"
#include "runtime/runtime.h"

enum { STEPS = 20000 };

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    mem_init();
    vm_init();
    import_add_modules(pystd_modules);
    return 0;
}

static void render(void *arg)
{
    static const char *const names[] = {"message", "up_revision", "down_revision", "create_date", "imports",
                                        "branch_labels", "depends_on", "upgrades", "downgrades"};
    Dict *dict = dict_new();
    for (size_t i = 0; i < COUNT_OF(names); i++)
        dict_set_text(dict, names[i], i % 3 ? STR(str_from(names[i])) : NONE);
    template_render_text(str_from("script.py.mako"), arg, dict);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (utf8_check((const char *)data, size) >= 0)
        return 0;
    vm_set_budget(STEPS);
    protect(render, str_new((const char *)data, size));
    return 0;
}
