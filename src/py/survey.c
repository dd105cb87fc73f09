/* survey.c -- what a script would be refused for, found without running its functions: names that the
 * built-in modules do not have, keywords their functions do not take, values of modules that are not
 * available used where a value is needed, built-ins that are refused, and doors of the sandbox that are closed.
 *
 * Only what is certain is told. A name counts when the module's own globals (it was loaded) or an
 * import in one of its functions say what it is and nothing else in the file binds it; what a script
 * computes is unknown, and nothing is said about it. */
#include "py/bindings.h"
#include "py/frame.h"
#include "py/internal.h"

typedef struct Survey {
    Str *file;
    Dict *globals;  /* of the module, or an empty dict when it could not be loaded */
    Dict *imported; /* by functions: name -> value, NONE when two imports differ */
    Bindings names; /* of the whole file */
    bool knows_all; /* whether a name that nobody binds can be told */
    FindingVec *findings;
    const Reach *reach; /* NULL: every function counts */
    const Node *owner;  /* the class whose body this is, or NULL */
    int guards;    /* inside try with a handler for import errors */
    int annotated; /* inside an annotation: nothing there is used */
} Survey;

static void add(Survey *s, const Node *n, const char *code, Str *message)
{
    Finding finding = {code, node_pos(n, s->file), message, NULL};
    vec_push(s->findings, finding);
}

/* --- what an expression is -------------------------------------------------------------------- */

typedef struct AttributeJob {
    Value of, found;
    Str *name;
} AttributeJob;

static void find_attribute_job(void *arg)
{
    AttributeJob *job = arg;
    job->found = value_find_attr(job->of, job->name);
}

static Value find_attribute(Value of, Str *name)
{
    AttributeJob job = {of, UNSET, name};
    return protect(find_attribute_job, &job) ? UNSET : job.found;
}

/* Modules inside the binary and their classes: what they lack is known. */
static bool is_library_module(Value v)
{
    const Module *module = v.tag == TAG_OBJ && v.obj->class == &module_class ? (Module *)v.obj : NULL;
    return module && !module->is_opaque && !module->file && is_str(dict_find_str(v.obj->attrs, N(__name__)));
}

static Value name_value(const Survey *s, Str *name)
{
    if (set_has(s->names.bound, STR(name)))
        return UNSET;
    Value v = dict_find_str(s->imported, name);
    if (!is_set(v))
        v = dict_find_str(s->globals, name);
    if (!is_set(v))
        v = vm_find_builtin(name);
    if (!is_set(v))
        v = opaque_from_star(s->globals, name);
    return is_none(v) ? UNSET : v;
}

/* The value of a chain of names, or UNSET. Calls and subscripts of what is not available go on. */
static Value resolve(const Survey *s, const Node *n)
{
    Value of;
    switch (n->kind) {
    case NODE_NAME:
        return name_value(s, n->name.id);
    case NODE_ATTRIBUTE:
        of = resolve(s, n->attribute.value);
        return is_set(of) && (value_is_opaque(of) || is_library_module(of) || value_as_class(of))
                   ? find_attribute(of, n->attribute.name)
                   : UNSET;
    case NODE_CALL:
        of = resolve(s, n->call.callee);
        return is_set(of) && value_is_opaque(of) ? opaque_attribute(of, str_from("()")) : UNSET;
    case NODE_SUBSCRIPT:
        of = resolve(s, n->subscript.value);
        return is_set(of) && value_is_opaque(of) ? of : UNSET;
    default:
        return UNSET;
    }
}

/* "os.path.join": the dotted name of a chain that starts at a library module, or NULL. */
static Str *dotted_name(const Survey *s, const Node *n)
{
    if (n->kind == NODE_NAME) {
        Value v = name_value(s, n->name.id);
        if (!is_set(v) || v.tag != TAG_OBJ)
            return NULL;
        if (is_library_module(v))
            return ((Module *)v.obj)->name;
        Value name = find_attribute(v, N(__name__)), module = find_attribute(v, N(__module__));
        if (!is_str(name))
            return NULL;
        return is_str(module) && !str_is(module.str, "builtins")
                   ? str_format("%s.%s", module.str->text, name.str->text)
                   : name.str;
    }
    if (n->kind != NODE_ATTRIBUTE)
        return NULL;
    Str *of = dotted_name(s, n->attribute.value);
    return of ? str_format("%s.%s", of->text, n->attribute.name->text) : NULL;
}

/* --- values that are needed ------------------------------------------------------------------- */

static void need_value(Survey *s, const Node *n)
{
    Value v = n ? resolve(s, n) : UNSET;
    if (!is_set(v) || !value_is_opaque(v))
        return;
    bool is_module = v.obj->class == &module_class;
    const Opaque *opaque = (const Opaque *)v.obj;
    const Module *module = (const Module *)v.obj;
    Pos at = is_module ? module->imported_at : opaque->imported_at;
    Str *path = is_module ? module->name : opaque->path;
    Str *from = is_module ? module->name : opaque->module;
    Str *place = at.file ? str_format(" (imported at line %u)", at.line) : str_empty;
    add(s, n, "import.unavailable",
        str_format("`%s` comes from module '%s'%s, which is not available, and a value is needed here",
                   str_replace(path, ".()", "()")->text, from->text, place->text));
}

static const char *const indifferent[] = {
    /* builtins that ask nothing of their arguments */
    "isinstance", "issubclass", "hasattr", "getattr", "setattr", "type", "id", "callable", "repr",
    "super", "property", "classmethod", "staticmethod", "cast",
};

static bool is_indifferent(const Str *name)
{
    for (size_t i = 0; name && i < COUNT_OF(indifferent); i++)
        if (str_is(name, indifferent[i]))
            return true;
    return false;
}

/* Arguments that are kept and never used by DDL. */
static bool is_kept(const Str *keyword)
{
    return keyword && (str_is(keyword, "default") || str_is(keyword, "onupdate") ||
                       str_is(keyword, "key") || str_is(keyword, "info"));
}

/* --- calls ------------------------------------------------------------------------------------ */

static const Native *native_of(Value callee)
{
    if (!is_set(callee) || callee.tag != TAG_OBJ)
        return NULL;
    if (callee.obj->class == &native_function_class)
        return ((NativeFunction *)callee.obj)->native;
    const Class *class = value_as_class(callee);
    if (!class || class_is_heap(class))
        return NULL;
    for (const Class *c = class; c; c = c->base)
        if (c->construct || c->init)
            return c->construct ? c->construct : c->init;
    return NULL;
}

static void check_keywords(Survey *s, const Node *n, Value callee)
{
    const Native *native = native_of(callee);
    for (size_t i = 0; native && i < n->call.keywords->length; i++) {
        const Node *keyword = n->call.keywords->at[i];
        if (!keyword->keyword.name || native_takes(native, keyword->keyword.name))
            continue;
        Str *name = dotted_name(s, n->call.callee);
        add(s, keyword, "name.keyword",
            str_format("%s() got an unexpected keyword argument '%s'",
                       name ? name->text : native->name, keyword->keyword.name->text));
    }
}

static const Node *call_argument(const Node *n, size_t position, const char *keyword)
{
    if (position < n->call.arguments->length)
        return n->call.arguments->at[position];
    for (size_t i = 0; i < n->call.keywords->length; i++)
        if (n->call.keywords->at[i]->keyword.name && str_is(n->call.keywords->at[i]->keyword.name, keyword))
            return n->call.keywords->at[i]->keyword.value;
    return NULL;
}

static bool writes(const Node *mode)
{
    return mode && mode->kind == NODE_CONSTANT && mode->constant.type == CONSTANT_STR &&
           strpbrk(mode->constant.string->text, "wax+") != NULL;
}

static void check_door(Survey *s, const Node *n)
{
    Str *name = dotted_name(s, n->call.callee);
    Permission permission = ALLOW_WRITE;
    const char *rule = NULL;
    if (name && (str_is(name, "open") || str_is(name, "io.open")))
        rule = writes(call_argument(n, 1, "mode")) ? sandbox_rule("open:w", &permission) : NULL;
    else if (name)
        rule = sandbox_rule(name->text, &permission);
    else if (n->call.callee->kind == NODE_ATTRIBUTE)
        rule = sandbox_rule(str_format(".%s", n->call.callee->attribute.name->text)->text, &permission);
    if (rule && !vm_is_allowed(permission))
        add(s, n, "sandbox",
            str_format("%s() is refused: %s", name ? name->text : n->call.callee->attribute.name->text,
                       rule));
}

static void check_call(Survey *s, const Node *n)
{
    Value callee = resolve(s, n->call.callee);
    check_door(s, n);
    if (!is_set(callee) || value_is_opaque(callee))
        return;
    if (builtin_refusal(callee)) {
        add(s, n, "name.refused", str_from(builtin_refusal(callee)));
        return;
    }
    check_keywords(s, n, callee);
    Str *name = dotted_name(s, n->call.callee);
    bool known = native_of(callee) || (value_as_class(callee) && !class_is_heap(value_as_class(callee)));
    if (!known || is_indifferent(name))
        return;
    for (size_t i = 0; i < n->call.arguments->length; i++)
        need_value(s, n->call.arguments->at[i]);
    for (size_t i = 0; i < n->call.keywords->length; i++)
        if (!is_kept(n->call.keywords->at[i]->keyword.name))
            need_value(s, n->call.keywords->at[i]->keyword.value);
}

/* --- imports ---------------------------------------------------------------------------------- */

static void remember(Survey *s, Str *name, Value v)
{
    Value known = dict_find_str(s->imported, name);
    dict_set_str(s->imported, name, is_set(known) && !value_is(known, v) ? NONE : v);
}

typedef struct ImportJob {
    Str *name;
    Value module;
} ImportJob;

static void import_job(void *arg)
{
    ImportJob *job = arg;
    job->module = OBJ(import_module(job->name));
}

/* A module inside the binary or loaded already; UNSET: of the project (not run by looking), or unknown. */
static Value library_module(Str *name)
{
    Value known = dict_find_str(vm.modules, name);
    Found found;
    if (is_set(known))
        return known;
    const char *dot = strchr(name->text, '.');
    Str *top = dot ? intern_bytes(name->text, (size_t)(dot - name->text)) : name;
    if (!import_find(top, NULL, &found) || found.file || found.folders)
        return UNSET;
    ImportJob job = {name, UNSET};
    return protect(import_job, &job) ? UNSET : job.module;
}

/* A module that is neither here nor in the project: its names are opaque from this line on. */
static Value missing_module(const Survey *s, const Node *n, Str *name)
{
    Found found;
    const char *dot = strchr(name->text, '.');
    Str *top = dot ? intern_bytes(name->text, (size_t)(dot - name->text)) : name;
    if (is_set(dict_find_str(vm.modules, top)) || import_find(top, NULL, &found))
        return UNSET;
    return opaque_new(name, name, node_pos(n, s->file));
}

static void survey_import(Survey *s, const Node *n)
{
    for (size_t i = 0; i < n->import.names->length; i++) {
        const Node *alias = n->import.names->at[i];
        Str *name = alias->alias.name;
        const char *dot = strchr(name->text, '.');
        Str *top = dot ? intern_bytes(name->text, (size_t)(dot - name->text)) : name;
        Value module = library_module(name);
        if (!is_set(module))
            module = missing_module(s, n, name);
        if (!is_set(module) && is_set(library_module(top)) && is_library_module(library_module(top)) && !s->guards)
            add(s, alias, "import.missing", str_format("No module named '%s'", name->text));
        if (is_set(module))
            remember(s, alias->alias.as_name ? alias->alias.as_name : top,
                     alias->alias.as_name ? module : library_module(top));
    }
}

static Value find_submodule(Value package, Str *name)
{
    const Module *module = package.obj->class == &module_class ? (const Module *)package.obj : NULL;
    Found found;
    Str *full = module ? str_intern(str_format("%s.%s", module->name->text, name->text)) : NULL;
    if (!full || (!is_set(dict_find_str(vm.modules, full)) && !import_find(full, module, &found)))
        return UNSET;
    return library_module(full);
}

static void survey_import_from(Survey *s, const Node *n)
{
    if (n->import_from.level || !n->import_from.module)
        return;
    Str *name = n->import_from.module;
    Value module = library_module(name);
    if (!is_set(module))
        module = missing_module(s, n, name);
    for (size_t i = 0; is_set(module) && i < n->import_from.names->length; i++) {
        const Node *alias = n->import_from.names->at[i];
        if (str_is(alias->alias.name, "*"))
            continue;
        Value v = find_attribute(module, alias->alias.name);
        if (!is_set(v))
            v = find_submodule(module, alias->alias.name);
        if (is_set(v))
            remember(s, alias->alias.as_name ? alias->alias.as_name : alias->alias.name, v);
        else if (is_library_module(module) && !s->guards)
            add(s, alias, "name.missing",
                str_format("cannot import name '%s' from '%s'", alias->alias.name->text, name->text));
    }
}

static void collect_imports(void *arg, const Node *n)
{
    if (n->kind == NODE_IMPORT)
        survey_import(arg, n);
    else if (n->kind == NODE_IMPORT_FROM)
        survey_import_from(arg, n);
}

/* --- the walk --------------------------------------------------------------------------------- */

static void walk(void *arg, const Node *n);

static void walk_list(Survey *s, const NodeList *list)
{
    for (size_t i = 0; i < list->length; i++)
        walk(s, list->at[i]);
}

static bool is_type_checking(const Node *test)
{
    return (test->kind == NODE_NAME && str_is(test->name.id, "TYPE_CHECKING")) ||
           (test->kind == NODE_ATTRIBUTE && str_is(test->attribute.name, "TYPE_CHECKING"));
}

/* except, except Exception, except (ImportError, AttributeError): who writes that is ready for it. */
static bool catches(const Node *type)
{
    static const char *const ready[] = {"ImportError", "ModuleNotFoundError", "Exception", "BaseException",
                                        "AttributeError", "NameError", "TypeError"};
    if (!type)
        return true;
    if (type->kind == NODE_TUPLE) {
        for (size_t i = 0; i < type->tuple.items->length; i++)
            if (catches(type->tuple.items->at[i]))
                return true;
        return false;
    }
    for (size_t i = 0; type->kind == NODE_NAME && i < COUNT_OF(ready); i++)
        if (str_is(type->name.id, ready[i]))
            return true;
    return false;
}

static void walk_try(Survey *s, const Node *n)
{
    bool guarded = false;
    for (size_t i = 0; i < n->try_.handlers->length; i++)
        guarded |= catches(n->try_.handlers->at[i]->handler.type);
    s->guards += guarded;
    walk_list(s, n->try_.body);
    s->guards -= guarded;
    walk_list(s, n->try_.handlers);
    walk_list(s, n->try_.orelse);
    walk_list(s, n->try_.finally);
}

static void walk_function(Survey *s, const Node *n)
{
    const Reach *reach = s->reach;
    if (reach && !reach_has(reach, n, s->owner, s->globals))
        return;
    s->reach = NULL; /* what stands inside runs with it */
    s->annotated++;
    walk(s, n->function.parameters);
    s->annotated--;
    walk_list(s, n->function.decorators);
    walk_list(s, n->function.body);
    s->reach = reach;
}

static void walk_class(Survey *s, const Node *n)
{
    const Node *outer = s->owner;
    s->owner = n;
    node_each_child(n, walk, s);
    s->owner = outer;
}

static void check_attribute(Survey *s, const Node *n)
{
    Value of = resolve(s, n->attribute.value);
    bool is_class = is_set(of) && value_as_class(of) && !class_is_heap(value_as_class(of));
    if (!is_set(of) || (!is_library_module(of) && !is_class) || s->guards)
        return;
    if (is_set(find_attribute(of, n->attribute.name)))
        return;
    const char *what = is_class ? "type object" : "module";
    const char *name = is_class ? value_as_class(of)->name : ((Module *)of.obj)->name->text;
    add(s, n, "name.missing",
        str_format("%s '%s' has no attribute '%s'", what, name, n->attribute.name->text));
}

/* --- names that nobody binds ------------------------------------------------------------------ */

/* The module of a star import that is loaded, or UNSET. */
static Value star_module(const Node *star)
{
    return star->import_from.level || !star->import_from.module ? UNSET : library_module(star->import_from.module);
}

static bool all_stars_known(const Survey *s)
{
    bool are_run = is_set(dict_find_str(s->globals, N(__name__)));
    for (size_t i = 0; i < s->names.stars.length; i++)
        if (!are_run && !is_set(star_module(s->names.stars.at[i])))
            return false;
    return true;
}

static bool comes_from_star(const Survey *s, Str *name)
{
    for (size_t i = 0; i < s->names.stars.length; i++) {
        Value module = star_module(s->names.stars.at[i]);
        if (is_set(module) && (value_is_opaque(module) || is_set(find_attribute(module, name))))
            return true;
    }
    return false;
}

static void check_name(Survey *s, const Node *n)
{
    Str *name = n->name.id;
    if (!s->knows_all || s->guards || str_starts_with(name, "__") || set_has(s->names.bound, STR(name)) ||
        set_has(s->names.imported, STR(name)) || is_set(dict_find_str(s->globals, name)) ||
        is_set(vm_find_builtin(name)) || is_set(opaque_from_star(s->globals, name)) || comes_from_star(s, name))
        return;
    add(s, n, "name.undefined", str_format("name '%s' is not defined", name->text));
}

static void check_operands(Survey *s, const Node *n)
{
    for (size_t i = 0; n->kind == NODE_COMPARE && i < n->compare.rights->length; i++)
        if (n->compare.ops[i] != COMPARE_IS && n->compare.ops[i] != COMPARE_IS_NOT) {
            need_value(s, n->compare.left);
            need_value(s, n->compare.rights->at[i]);
        }
}

/* What this node alone asks for; its children are walked by whoever calls. */
static void check_node(Survey *s, const Node *n)
{
    switch (n->kind) {
    case NODE_FOR:
        need_value(s, n->for_.iterable);
        break;
    case NODE_CLAUSE:
        need_value(s, n->clause.iterable);
        break;
    case NODE_FORMATTED:
        need_value(s, n->formatted.value);
        break;
    case NODE_STARRED:
        need_value(s, n->starred.value);
        break;
    case NODE_NAME:
        check_name(s, n);
        break;
    case NODE_COMPARE:
        check_operands(s, n);
        break;
    case NODE_CALL:
        check_call(s, n);
        break;
    case NODE_ATTRIBUTE:
        check_attribute(s, n);
        break;
    default:
        break;
    }
}

static void walk(void *arg, const Node *n)
{
    Survey *s = arg;
    if (n->kind == NODE_TRY) {
        walk_try(s, n);
        return;
    }
    if (n->kind == NODE_FUNCTION) {
        walk_function(s, n);
        return;
    }
    if (n->kind == NODE_CLASS) {
        walk_class(s, n);
        return;
    }
    if (n->kind == NODE_IF && is_type_checking(n->if_.test)) {
        walk_list(s, n->if_.orelse);
        return;
    }
    if (n->kind == NODE_ANNOTATED) {
        if (n->annotated.value)
            walk(s, n->annotated.value);
        return;
    }
    if (!s->annotated)
        check_node(s, n);
    collect_imports(s, n);
    node_each_child(n, walk, s);
}

static void survey_tree(Str *file, const Node *tree, Dict *globals, const Reach *reach,
                        FindingVec *findings)
{
    Survey s = {.file = file,
                .globals = globals,
                .imported = dict_new(),
                .names = bindings_of(tree),
                .reach = reach,
                .findings = findings};
    s.knows_all = !s.names.is_open && all_stars_known(&s);
    node_each_child(tree, walk, &s);
}

void survey_script(Str *file, Str *text, Dict *globals, Reach *reach, FindingVec *findings)
{
    Node *tree = parse_module(file, text);
    globals = globals ? globals : dict_new();
    reach_listen(reach, tree, globals);
    survey_tree(file, tree, globals, NULL, findings);
}

void survey_module(Str *file, Str *text, Dict *globals, const Reach *reach, FindingVec *findings)
{
    survey_tree(file, parse_module(file, text), globals, reach, findings);
}
