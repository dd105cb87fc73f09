/* unloaded.c -- modules of the project that stop half-way because they need a value of a library that is not
 * available: `stripe.Client().timeout + 1` in a module that the models import. Such a module is then as opaque as
 * the library itself: who needs a value of it is told why there is none, and who needs all tables of the models is
 * refused when it may lack some. */
#include "py/frame.h"
#include "py/internal.h"

#define Module_class module_class

static bool is_unavailable(const Err *err)
{
    return err->code && strcmp(err->code, "import.unavailable") == 0;
}

/* The error behind `err`: that of the module it comes from, when that one was not loaded either. */
static Err *root_of(Err *err)
{
    const BaseException *exception = err->exception;
    Value module = exception && is_str(exception->name)
                       ? dict_find_str(vm.modules, str_intern(exception->name.str))
                       : UNSET;
    const Module *from = as(Module, module);
    return from && from->root ? from->root : err;
}

/* __name__, __file__, __path__ ... alone. */
static Dict *dunders_of(const Dict *names)
{
    Dict *kept = dict_new();
    for (size_t i = 0; i < names->used; i++) {
        Value key = names->entries[i].key;
        if (is_str(key) && str_starts_with(key.str, "__"))
            dict_set(kept, key, names->entries[i].value);
    }
    return kept;
}

bool module_give_up(Module *module, Err *err)
{
    if (!is_unavailable(err) || !module->file)
        return false;
    module->obj.attrs = dunders_of(module->obj.attrs);
    module->is_opaque = true;
    module->failure = err;
    module->root = root_of(err);
    module->imported_at = err_script_place(err);
    vec_push(&vm.unloaded, module);
    return true;
}

/* What the script would have caught: the message without the name of its class. */
static Str *failure_text(const Err *failure)
{
    return value_str(OBJ(failure->exception));
}

Str *module_told(Str *name)
{
    const Module *module = as(Module, dict_find_str(vm.modules, name));
    if (!module || !module->failure)
        return NULL;
    return str_format("was not loaded (%s:%u: %s)", module->imported_at.file->text,
                      module->imported_at.line, failure_text(module->root)->text);
}

const Module *modules_next_unloaded(Str **why)
{
    while (vm.unloaded_told < vm.unloaded.length) {
        const Module *module = vm.unloaded.at[vm.unloaded_told++];
        if (module->failure != module->root)
            continue;
        *why = failure_text(module->failure);
        return module;
    }
    return NULL;
}

void module_miss(Str *name)
{
    if (!vm.unloaded.length)
        return;
    Module *module = as(Module, dict_find_str(vm.modules, str_intern(name)));
    if (module && module->failure)
        module->is_missed = true;
}

static _Noreturn void raise_incomplete(const Module *module)
{
    Err *err = new (Err);
    *err = *module->root;
    err->hint = str_format("module '%s' stopped there, and what it would have done next may make "
                           "tables: the models are "
                           "not whole without them; move the code that needs the library out of it",
                           module->name->text);
    err_raise(err);
}

void modules_require_all(void)
{
    for (size_t i = 0; i < vm.unloaded.length; i++) {
        Module *module = vm.unloaded.at[i];
        if (module->is_missed || unrun_may_make_tables(module->file, module->failure))
            raise_incomplete(module);
    }
}
