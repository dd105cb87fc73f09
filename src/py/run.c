/* run.c -- the doors of py.h: starting the interpreter, running files and text, calling. */
#include "py/frame.h"
#include "py/parse.h"

#include <sys/resource.h>

/* --- start ------------------------------------------------------------------------------------ */

static const ModuleDef *const own_modules[] = {&builtins_module, &literal_module, NULL};

/* The stack may be used up to a safe distance from its end. */
static char *find_stack_limit(void)
{
    enum { RESERVE = 512 * 1024, ASSUMED = 8 * 1024 * 1024, LARGEST = 64 * 1024 * 1024 };
    char here;
    struct rlimit limit;
    size_t size = ASSUMED;
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        size = limit.rlim_cur < LARGEST ? limit.rlim_cur : LARGEST;
    uintptr_t address = (uintptr_t)&here;
    return size > 2 * RESERVE ? (char *)(address - (size - RESERVE)) : NULL;
}

void vm_init(void)
{
    names_init();
    vm = (Vm){.modules = dict_new(),
              .path = list_new(4),
              .installed = list_new(4),
              .arguments = list_new(4),
              .stack_limit = find_stack_limit()};
    interrupt_tell(&vm.is_interrupted);
    import_add_modules(own_modules);
    dict_set_str(vm.modules, N(__main__), OBJ(module_new(N(__main__)))); /* the program itself */
    Module *builtins = import_module(intern("builtins"));
    vm.builtins = builtins->obj.attrs;
}

Value vm_find_builtin(Str *name)
{
    Value module = dict_find_text(vm.modules, "builtins");
    return module_find_attribute((Module *)module.obj, name);
}

void vm_set_arguments(const StrVec *arguments)
{
    vm.arguments->length = 0;
    for (size_t i = 0; i < arguments->length; i++)
        list_append(vm.arguments, STR(arguments->at[i]));
}

List *vm_arguments(void)
{
    return vm.arguments;
}

/* --- running ---------------------------------------------------------------------------------- */

Module *module_run_text(Str *name, Str *path, Str *text)
{
    Module *module = module_new(name);
    module->file = path;
    if (path->text[0] != '<') /* "<stdin>" is no file */
        dict_set_str(module->obj.attrs, N(__file__), STR(path));
    if (name == N(__main__))
        dict_set_str(vm.modules, name, OBJ(module));
    module_execute(module, path, text);
    return module;
}

Module *module_run_file(Str *name, Str *path)
{
    return module_run_text(name, path, source_read(path));
}

Value code_run(Value code_value, Dict *globals, Value locals)
{
    const Code *code = get_as(Code, code_value, "code");
    Dict *space = is_absent(locals) ? globals : as(Dict, locals);
    if (!space)
        raise_type("locals must be a mapping");
    Frame *frame = frame_new(code, NULL, globals);
    frame->names = space;
    return vm_run(frame, UNSET);
}

typedef struct CompileJob {
    Str *text, *file;
    char mode;
    Code *code;
} CompileJob;

static void compile_job(void *arg)
{
    CompileJob *job = arg;
    if (job->mode == 'e')
        job->code =
            compile_expression(parse_expression(job->file, job->text), job->file, job->text);
    else
        job->code = compile_module(parse_module(job->file, job->text), job->file, job->text);
}

/* e.text of a SyntaxError; statements end with a newline, as if written. */
static void add_line(BaseException *e, const Str *text, char mode)
{
    Tuple *place = is_instance(OBJ(e), &SyntaxError_class) && e->args->length == 2 &&
                           is_instance(e->args->at[1], &tuple_class)
                       ? (Tuple *)e->args->at[1].obj
                       : NULL;
    if (!place || place->length < 4 || place->at[1].tag != TAG_INT)
        return;
    const char *p = text->text;
    for (int64_t line = 1; line < place->at[1].integer; line++) {
        p = strchr(p, '\n');
        if (!p++)
            return;
    }
    size_t length = strcspn(p, "\n");
    bool ends_line = mode != 'e' || p[length];
    place->at[3] = STR(str_format("%.*s%s", (int)length, p, ends_line ? "\n" : ""));
}

Code *compile_text(Str *text, Str *file, char mode)
{
    CompileJob job = {text, file, mode, NULL};
    scratch_begin(); /* the tree is of no use once there is code */
    Err *err = protect(compile_job, &job);
    scratch_end();
    if (!err)
        return job.code;
    add_line(vm_error_object(err), text, mode);
    err_raise(err);
}

Value code_from_text(Str *text, Str *file, char mode)
{
    return OBJ(compile_text(text, file, mode));
}

Value evaluate_text(Str *text, Dict *variables, Str *file)
{
    return code_run(code_from_text(text, file, 'e'), variables, UNSET);
}

void execute_text(Str *text, Dict *globals, Str *file)
{
    code_run(code_from_text(text, file, 'x'), globals, UNSET);
}

/* --- calling ---------------------------------------------------------------------------------- */

Value call_with(Value function, const Call *call)
{
    if (function.tag != TAG_OBJ || function.obj->class != &function_class)
        return object_call(function, call);
    Value result;
    Frame *frame = vm_begin_call((Function *)function.obj, call, &result);
    if (!frame)
        return result;
    result = vm_run(frame, UNSET);
    frame_release(frame);
    return result;
}

Value call(Value function, size_t count, const Value *args)
{
    return call_with(function, &(Call){.count = count, .args = args});
}

Value call_dict(Value function, size_t count, const Value *args, const Dict *keywords)
{
    if (!keywords || !keywords->length)
        return call(function, count, args);
    Value *values = new_array(Value, count + keywords->length);
    Str **list = new_array(Str *, keywords->length);
    if (count)
        memcpy(values, args, count * sizeof(Value));
    size_t extra = 0;
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(keywords, &i)); extra++) {
        Str *name = value_find_str(entry->key);
        if (!name)
            raise_type("keywords must be strings");
        list[extra] = str_intern(name);
        values[count + extra] = entry->value;
    }
    return call_with(function, &(Call){count, values, extra, list});
}

Value call_method(Value self, const char *name, size_t count, const Value *args)
{
    Value function;
    const Call rest = {.count = count, .args = args};
    if (value_load_method(&self, intern(name), &function))
        return call_with_self(function, self, &rest);
    return call_with(function, &rest);
}

bool is_callable(Value v)
{
    const Class *class = class_of(v);
    return value_as_class(v) || CLASS_SLOT(class, call) || is_set(class_find(class, N(__call__)));
}
