/* import.c -- import statements and module objects: sys.modules, packages, relative names, from and
 * star. A top-level module nobody knows becomes an opaque one (opaque.c), except where the script
 * is ready for an ImportError. */
#include "py/frame.h"
#include "py/parse.h"

#define Module_class module_class

Dict *import_modules(void)
{
    return vm.modules;
}

List *import_path(void)
{
    return vm.path;
}

void import_set_path(const StrVec *folders)
{
    vm.path->length = 0;
    for (size_t i = 0; i < folders->length; i++)
        list_append(vm.path, STR(folders->at[i]));
}

void import_add_installed(Str *folder)
{
    list_append(vm.installed, STR(folder));
}

void import_add_modules(const ModuleDef *const *table)
{
    vec_push(&vm.tables, table);
}

/* --- errors ----------------------------------------------------------------------------------- */

static _Noreturn void raise_import(const Class *class, Str *name, Str *message)
{
    BaseException *e = exception_new(class, STR(message));
    e->name = STR(name);
    err_raise(exception_error(e));
}

static _Noreturn void raise_not_found(Str *name, const Module *parent)
{
    Str *message = str_format("No module named '%s'", name->text);
    if (parent && !parent->search_path)
        message = str_format("%s; '%s' is not a package", message->text, parent->name->text);
    raise_import(&ModuleNotFoundError_class, name, message);
}

/* --- module objects --------------------------------------------------------------------------- */

static Str *parent_name(const Str *name)
{
    const char *dot = strrchr(name->text, '.');
    return dot ? intern_bytes(name->text, (size_t)(dot - name->text)) : NULL;
}

/* Room for the names of a revision file: growing to it step by step would take twice as much. */
enum { USUAL_GLOBALS = 16 };

Module *module_new(Str *name)
{
    Module *module = obj_new(Module);
    module->name = str_intern(name);
    module->obj.attrs = dict_new();
    Str *outer = parent_name(name);
    module->package = outer ? outer : str_intern(str_empty);
    Dict *globals = module->obj.attrs;
    dict_reserve(globals, USUAL_GLOBALS);
    dict_set_str(globals, N(__name__), STR(module->name));
    dict_set_str(globals, N(__doc__), NONE);
    dict_set_str(globals, N(__package__), STR(module->package));
    dict_set_str(globals, N(__loader__), NONE);
    if (name == N(__main__)) /* the spec of others is made when it is asked for */
        dict_set_str(globals, N(__spec__), NONE);
    return module;
}

static void module_set_package(Module *module, List *folders)
{
    module->search_path = folders ? folders : list_new(0);
    module->package = module->name;
    dict_set_str(module->obj.attrs, N(__package__), STR(module->name));
    dict_set_str(module->obj.attrs, N(__path__), OBJ(module->search_path));
}

void module_execute(Module *module, Str *file, Str *source)
{
    Code *code = compile_text(source, file, 'x');
    Frame *frame = frame_new(code, NULL, module->obj.attrs);
    frame->names = module->obj.attrs;
    if (code->doc)
        dict_set_str(module->obj.attrs, N(__doc__), STR(code->doc));
    vm_run(frame, UNSET);
}

static Value export_value(const Export *row)
{
    switch (row->kind) {
    case EXPORT_CLASS_ITEM:
        return OBJ(row->item);
    case EXPORT_FUNCTION_ITEM:
        return native_function(row->item);
    case EXPORT_MAKE_ITEM:
        return row->make();
    case EXPORT_INT_ITEM:
        return INT(row->number);
    case EXPORT_TEXT_ITEM:
        return STR(intern(row->item));
    case EXPORT_MODULE_ITEM:
        return OBJ(import_module(intern(row->item)));
    case EXPORT_END:
        break;
    }
    return UNSET;
}

static Value find_export(const ModuleDef *definition, const Str *name)
{
    for (const Export *const *table = definition->exports; table && *table; table++)
        for (const Export *row = *table; row->name; row++)
            if (str_is(name, row->name))
                return export_value(row);
    return UNSET;
}

/* sqlalchemy.orm without an import of its own: native submodules are always there. */
static Value find_native_submodule(const Module *module, const Str *name)
{
    Found found;
    Str *full = str_intern(str_format("%s.%s", module->name->text, name->text));
    Value known = dict_find_str(vm.modules, full);
    if (is_set(known))
        return known;
    if (!import_find(full, module, &found) || found.file || found.folders)
        return UNSET;
    return OBJ(import_module(full));
}

typedef struct HookJob {
    Value hook, name, result;
} HookJob;

static void hook_job(void *arg)
{
    HookJob *job = arg;
    job->result = call(job->hook, 1, &job->name);
}

/* def __getattr__(name) of a module: its AttributeError means there is none. */
static Value call_module_hook(Value hook, Str *name)
{
    HookJob job = {hook, STR(name), UNSET};
    Err *err = protect(hook_job, &job);
    if (err && !err_is(err, &AttributeError_class))
        err_raise(err);
    return err ? UNSET : job.result;
}

/* Whether a library that is built in has such a name somewhere: `list` of its package is text with a space
 * on either side of each. */
static bool is_listed(const Module *module, const char *list, const char *word)
{
    const char *name = module->name->text, *dot = strchr(name, '.');
    Str *top = dot ? intern_bytes(name, (size_t)(dot - name)) : module->name;
    Module *package = module->file ? NULL : as(Module, dict_find_str(vm.modules, top));
    Value words = package && !package->is_opaque ? module_find(package, list) : UNSET;
    return is_str(words) && strstr(words.str->text, str_format(" %s ", word)->text);
}

static const char *inner_name(const Str *name)
{
    const char *dot = strchr(name->text, '.');
    return dot ? dot + 1 : "";
}

/* A name that the library has and that is not built in, as if its module were not available: annotations may
 * say it, and a misspelt name is still an error. */
static bool is_left_out(const Module *module, const Str *name)
{
    if (module->definition && module->definition->open_names) /* a proxy, such as alembic.op */
        return false;
    return is_listed(module, "__known_names__", name->text) ||
           is_listed(module, "__known_modules__",
                     inner_name(str_format("%s.%s", module->name->text, name->text)));
}

/* A package of ours that says of itself not to have all of the real one. */
static bool is_incomplete(const Module *module)
{
    return module && module->search_path &&
           is_set(dict_find_str(module->obj.attrs, N(__incomplete__)));
}

/* A stand-in that says so, or that is inside of one that does. */
static bool is_of_incomplete(const Module *module)
{
    if (is_set(dict_find_str(module->obj.attrs, N(__incomplete__))))
        return true;
    const char *name = module->name->text, *dot = strchr(name, '.');
    return dot && is_incomplete(as(Module, dict_find_str(vm.modules, intern_bytes(name, (size_t)(dot - name)))));
}

/* sqlalchemy.ext.asyncio.session.async_sessionmaker: what the package of a left out module has by that name. */
static Value find_in_parent(const Module *module, Str *name)
{
    const char *dot = strrchr(module->name->text, '.');
    Str *outer = intern_bytes(module->name->text, (size_t)(dot - module->name->text));
    Module *parent = as(Module, dict_find_str(vm.modules, outer));
    if (!parent || parent->is_opaque || parent->file)
        return UNSET;
    Value v = module_find_attribute(parent, name);
    return is_set(v) && value_is_opaque(v) ? UNSET : v;
}

/* pydantic.main.BaseModel, where pydantic is built in and has no module of that name: the package's. */
static Value find_in_package(const Module *module, Str *name)
{
    const char *text = module->name->text, *dot = strchr(text, '.');
    if (!dot || name->text[0] == '_')
        return UNSET;
    Module *package =
        as(Module, dict_find_str(vm.modules, intern_bytes(text, (size_t)(dot - text))));
    if (!package || package->is_opaque)
        return UNSET;
    if (!is_incomplete(package))
        return find_in_parent(module, name);
    Value hook = dict_find_str(package->obj.attrs, N(__getattr__)),
          v = dict_find_str(package->obj.attrs, name);
    return is_set(v) || !is_set(hook) ? v : call_module_hook(hook, name);
}

/* module.__spec__: few ask for it, so it is made then. */
static Value module_make_spec(Module *module)
{
    if (module->is_opaque)
        return NONE;
    Value make = module_find(import_module(intern("importlib.util")), "_spec_of"),
          self = OBJ(module), spec = call(make, 1, &self);
    dict_set_str(module->obj.attrs, N(__spec__), spec);
    return spec;
}

Value module_spec_global(const Dict *globals)
{
    Value name = dict_find_str(globals, N(__name__));
    Module *module =
        is_str(name) ? value_as(dict_find(vm.modules, name), &module_class) : NULL;
    return module && module->obj.attrs == globals ? module_make_spec(module) : UNSET;
}

/* What is not in the module's dict yet. */
static Value module_find_missing(Module *module, Str *name)
{
    if (name == N(__spec__))
        return module_make_spec(module);
    Dict *globals = module->obj.attrs;
    Value v = UNSET;
    if (module->definition) {
        v = find_export(module->definition, name);
        if (is_set(v)) {
            dict_set_str(globals, str_intern(name), v);
            return v;
        }
        if (module->definition->getattr)
            v = module->definition->getattr(name);
    }
    bool is_dunder =
        name->text[0] == '_' && name->text[1] == '_' && name->length > 2; /* __() translates */
    if (!is_set(v) && !is_dunder && !module->file && module->search_path)
        v = find_native_submodule(module, name);
    if (is_set(v))
        return v;
    if (module->is_opaque) {
        v = is_dunder ? UNSET : find_in_package(module, name);
        if (is_set(v))
            return v;
        return is_dunder && !str_is(name, "__version__") ? UNSET
                                                         : opaque_attribute(OBJ(module), name);
    }
    Value hook = dict_find_str(globals, N(__getattr__));
    if (is_set(hook) && !is_dunder)
        v = call_module_hook(hook, name);
    if (is_set(v) || is_dunder || module->file ||
        !(is_of_incomplete(module) || is_left_out(module, name)))
        return v;
    return opaque_new(str_format("%s.%s", module->name->text, name->text), module->name,
                      vm_position());
}

Value module_find_attribute(Module *module, Str *name)
{
    Value v = dict_find_str(module->obj.attrs, name);
    return is_set(v) ? v : module_find_missing(module, name);
}

Value module_find(Module *module, const char *name)
{
    return module_find_attribute(module, intern(name));
}

static Value module_getattr(Value self, Str *name)
{
    return module_find_missing((Module *)self.obj, name);
}

static Str *module_repr(Value self)
{
    const Module *module = (const Module *)self.obj;
    if (module->file)
        return str_format("<module '%s' from '%s'>", module->name->text, module->file->text);
    if (module->is_made)
        return str_format("<module '%s'>", module->name->text);
    return str_format("<module '%s' (built-in)>", module->name->text);
}

#define MODULE_PARAMS(P) P(POS, str, name, Required) P(POS, any, doc, None)
NATIVE_CLASS(Module, construct, MODULE_PARAMS)
{
    Module *module = module_new(a->name);
    dict_set_str(module->obj.attrs, N(__doc__), a->doc);
    dict_set_str(module->obj.attrs, N(__spec__), NONE);
    module->obj.class = class;
    module->is_made = true;
    return OBJ(module);
}

/* A class of modules names them itself: super().__init__(name). */
NATIVE(Module, init, MODULE_PARAMS)
{
    self->name = a->name;
    dict_set_str(self->obj.attrs, N(__name__), STR(a->name));
    dict_set_str(self->obj.attrs, N(__doc__), a->doc);
    return NONE;
}

const Class module_class = {CLASS_NAMED(Module, "module", "builtins", object),
                            .flags = CLASS_ANY_ATTR,
                            .construct = CONSTRUCT(Module),
                            .init = INIT(Module),
                            .repr = module_repr,
                            .getattr = module_getattr};

/* --- loading ---------------------------------------------------------------------------------- */

typedef struct LoadJob {
    Module *module;
    Str *file, *source;
} LoadJob;

static void load_job(void *arg)
{
    LoadJob *job = arg;
    module_execute(job->module, job->file, job->source ? job->source : source_read(job->file));
}

/* A module that fails to load is forgotten again; one that lacks a library is given up, unless the script is
 * prepared for that. */
static void module_load(Module *module, Str *file, Str *source, ImportGuard guard)
{
    LoadJob job = {module, file, source};
    Frame *frame = vm.frame;
    Err *err = protect(load_job, &job);
    if (!err)
        return;
    vm.frame = frame;
    if (guard != IMPORT_GUARDED && module_give_up(module, err))
        return;
    dict_remove(vm.modules, STR(module->name));
    err_raise(err);
}

static Module *module_from(Str *name, const Found *found, ImportGuard guard)
{
    Module *module = module_new(name);
    module->definition = found->definition;
    dict_set_str(vm.modules, name, OBJ(module));
    if (found->is_package)
        module_set_package(module, found->folders);
    if (found->file) {
        module->file = found->file;
        dict_set_str(module->obj.attrs, N(__file__), STR(found->file));
        module_load(module, found->file, NULL, guard);
    } else if (found->frozen) {
        Str *file = str_format("<frozen %s>", name->text);
        module_load(module, file, str_new(found->frozen, found->frozen_length), guard);
    }
    return module;
}

static Module *module_opaque(Str *name, const Module *parent)
{
    Module *module = module_new(name);
    module->is_opaque = true;
    module->imported_at = parent ? parent->imported_at : vm_position();
    module_set_package(module, NULL);
    dict_set_str(vm.modules, name, OBJ(module));
    return module;
}

/* from .array import array, in the package's own file: the value has the name that its module had. */
static bool is_named_over(const Module *parent, Str *name)
{
    return parent && parent->definition && is_set(find_export(parent->definition, name));
}

/* One module whose parent is imported already; `inner` is what is asked for in it next, or NULL. */
static Value import_one(Str *name, Str *inner, Value parent_value, ImportGuard guard)
{
    Value known = dict_find_str(vm.modules, name);
    if (is_none(known))
        raise_import(&ModuleNotFoundError_class, name,
                     str_format("import of %s halted; None in sys.modules", name->text));
    if (is_set(known)) {
        Module *seen = as(Module, known);
        if (guard != IMPORT_PLAIN && seen && seen->is_opaque)
            raise_not_found(name, NULL);
        return known;
    }
    Module *parent = is_set(parent_value) ? as(Module, parent_value) : NULL, *module;
    Found found;
    if (parent && parent->is_opaque)
        module = module_opaque(name, parent);
    else if (import_find(name, parent, &found) ||
             (!parent && inner && import_find_installed_space(name, inner, &found)))
        module = module_from(name, &found, guard);
    else if (guard != IMPORT_PLAIN || (is_set(parent_value) && !is_incomplete(parent) &&
                         !(parent && is_listed(parent, "__known_modules__", inner_name(name)))))
        raise_not_found(name, parent);
    else
        module = module_opaque(name, NULL);
    Value loaded = dict_find_str(vm.modules, name); /* a module may replace itself */
    if (!is_set(loaded))
        loaded = OBJ(module);
    if (is_set(parent_value)) {
        Str *last = intern(strrchr(name->text, '.') + 1);
        if (!is_named_over(parent, last))
            value_set_attr(parent_value, last, loaded);
    }
    return loaded;
}

/* a, a.b, a.b.c in turn; *top gets the first. */
static Value import_dotted(Str *name, ImportGuard guard, Value *top)
{
    Value module = UNSET;
    const char *end = name->text;
    while (true) {
        const char *dot = strchr(end, '.');
        size_t length = dot ? (size_t)(dot - name->text) : name->length;
        size_t next = dot ? strcspn(dot + 1, ".") : 0;
        module = import_one(intern_bytes(name->text, length), dot ? str_new(dot + 1, next) : NULL,
                            module, guard);
        if (end == name->text && top)
            *top = module;
        if (!dot)
            return module;
        end = dot + 1;
    }
}

Module *import_module(Str *name)
{
    Value module = import_dotted(name, IMPORT_PLAIN, NULL);
    return get_as(Module, module, "module");
}

/* --- statements ------------------------------------------------------------------------------- */

static Str *package_of(Dict *globals)
{
    Value package = globals ? dict_find_str(globals, N(__package__)) : UNSET;
    if (is_str(package))
        return package.str;
    Value name = globals ? dict_find_str(globals, N(__name__)) : UNSET;
    if (!is_str(name))
        return str_empty;
    if (is_set(dict_find_str(globals, N(__path__))))
        return name.str;
    Str *outer = parent_name(name.str);
    return outer ? outer : str_empty;
}

/* from ..x import y, seen from the package of these globals. */
static Str *absolute_name(Str *name, Dict *globals, int64_t level)
{
    if (level == 0)
        return name;
    Str *package = package_of(globals);
    if (!package->length)
        raise_import(&ImportError_class, name,
                     str_from("attempted relative import with no known parent package"));
    for (int64_t i = 1; i < level; i++) {
        package = parent_name(package);
        if (!package)
            raise_import(&ImportError_class, name,
                         str_from("attempted relative import beyond top-level package"));
    }
    if (!name->length)
        return str_intern(package);
    return str_intern(str_format("%s.%s", package->text, name->text));
}

/* from package import module: names that are no attributes yet may be submodules. */
static void import_members(Value module_value, const Tuple *members, ImportGuard guard)
{
    Module *module = as(Module, module_value);
    if (!module || !module->search_path || module->is_opaque)
        return;
    for (size_t i = 0; i < members->length; i++) {
        Str *member = members->at[i].str;
        if (str_is(member, "*") || is_set(dict_find_str(module->obj.attrs, member)) ||
            is_set(module_find_missing(module, member)))
            continue;
        Str *full = str_intern(str_format("%s.%s", module->name->text, member->text));
        Found found;
        if (is_set(dict_find_str(vm.modules, full)) || import_find(full, module, &found))
            import_one(full, NULL, module_value, guard);
    }
}

Value import_statement(Str *name, Dict *globals, Value members, int64_t level, ImportGuard guard)
{
    Value top = UNSET, module = import_dotted(absolute_name(name, globals, level), guard, &top);
    if (is_absent(members))
        return top;
    import_members(module, (const Tuple *)members.obj, guard);
    return module;
}

Value import_call(Str *name, Dict *globals, Value fromlist, int64_t level)
{
    Tuple *members = is_absent(fromlist) ? NULL : tuple_from(fromlist);
    Value list = members && members->length ? OBJ(members) : NONE;
    return import_statement(str_intern(name), globals, list, level, IMPORT_CALLED);
}

static _Noreturn void raise_cannot_import(Value from, Str *name)
{
    const Module *module = as(Module, from);
    if (!module)
        raise_import(&ImportError_class, name, str_format("cannot import name '%s'", name->text));
    const char *file = module->file ? module->file->text : "unknown location";
    bool is_loading = false;
    for (const Frame *frame = vm.frame; frame; frame = frame->back)
        is_loading |= frame->names == module->obj.attrs && frame != vm.frame;
    if (is_loading)
        raise_import(
            &ImportError_class, module->name,
            str_format("cannot import name '%s' from partially initialized module '%s' (most "
                       "likely due to a circular import) (%s)",
                       name->text, module->name->text, file));
    raise_import(
        &ImportError_class, module->name,
        str_format("cannot import name '%s' from '%s' (%s)", name->text, module->name->text, file));
}

Value import_from(Value module, Str *name)
{
    Value v = value_find_attr(module, name);
    if (is_set(v))
        return v;
    const Module *from = as(Module, module);
    if (from) {
        Str *full = str_intern(str_format("%s.%s", from->name->text, name->text));
        v = dict_find_str(vm.modules, full);
    }
    if (!is_set(v) && from && from->is_opaque) /* a name with __, which is no attribute of it by itself */
        return opaque_attribute(module, name);
    if (!is_set(v))
        raise_cannot_import(module, name);
    return v;
}

static void bind_star_name(Module *module, Str *name, Dict *into)
{
    Value v = module_find_attribute(module, name);
    if (!is_set(v)) {
        Str *full = str_format("%s.%s", module->name->text, name->text);
        Found found;
        if (!module->search_path || !import_find(str_intern(full), module, &found))
            raise_attribute("module '%s' has no attribute '%s'", module->name->text, name->text);
        v = import_one(str_intern(full), NULL, OBJ(module), false);
    }
    dict_set_str(into, name, v);
}

void import_star(Value from, Dict *into)
{
    Module *module = get_as(Module, from, "module");
    if (module->is_opaque) {
        opaque_star(from, into);
        return;
    }
    Value all = module_find_attribute(module, N(__all__));
    Value beyond = module_find(module, "__unavailable_names__"); /* what it took in the same way */
    if (is_set(beyond) && !is_set(all))
        opaque_star(beyond, into);
    if (is_set(all)) {
        Iter it = iter_open(all);
        for (Value name; iter_next(&it, &name);)
            if (value_find_str(name))
                bind_star_name(module, str_intern(value_find_str(name)), into);
        return;
    }
    const ModuleDef *definition = module->definition;
    for (const Export *const *table = definition ? definition->exports : NULL; table && *table;
         table++)
        for (const Export *row = *table; row->name; row++)
            if (row->name[0] != '_')
                bind_star_name(module, intern(row->name), into);
    Dict *globals = dict_copy(module->obj.attrs);
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(globals, &i));)
        if (is_str(entry->key) && entry->key.str->text[0] != '_')
            dict_set(into, entry->key, entry->value);
}
