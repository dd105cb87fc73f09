/* reach.c -- which functions of a project its migrations can come to: those whose name a revision or env.py says,
 * and those that such a function says, and so on. Names only, whatever they are attributes of: too many are
 * reached rather than too few, and a web application that env.py imports is mostly left alone. */
#include "py/frame.h"
#include "py/internal.h"
#include "py/parse.h"

typedef struct ReachModule {
    Node *tree;
    Dict *globals;
} ReachModule;

struct Reach {
    Set *names;
    VEC(ReachModule) modules;
    Set *followed; /* functions whose names are in `names`: their nodes' addresses */
};

Reach *reach_new(void)
{
    Reach *reach = new (Reach);
    reach->names = set_new();
    reach->followed = set_new();
    return reach;
}

/* --- what is said ----------------------------------------------------------------------------- */

typedef struct Listener {
    Reach *reach;
    Dict *globals;
    bool heard; /* something new */
} Listener;

static const Node *root_of(const Node *n)
{
    while (true)
        switch (n->kind) {
        case NODE_ATTRIBUTE:
            n = n->attribute.value;
            break;
        case NODE_CALL:
            n = n->call.callee;
            break;
        case NODE_SUBSCRIPT:
            n = n->subscript.value;
            break;
        default:
            return n;
        }
}

/* op.execute, requests.get: their names are not the project's. */
static bool is_foreign(const Listener *l, const Node *n)
{
    const Node *root = root_of(n);
    Value v = root->kind == NODE_NAME ? dict_find_str(l->globals, root->name.id) : UNSET;
    if (!is_set(v) || v.tag != TAG_OBJ)
        return false;
    if (v.obj->class == &module_class)
        return !((const Module *)v.obj)->file;
    const Class *class = value_as_class(v);
    return value_is_opaque(v) || (class && !class_is_heap(class));
}

static void hear(Listener *l, Str *name)
{
    if (set_has(l->reach->names, STR(name)))
        return;
    set_add(l->reach->names, STR(name));
    l->heard = true;
}

static void listen(void *arg, const Node *n)
{
    Listener *l = arg;
    if (n->kind == NODE_NAME)
        hear(l, n->name.id);
    else if (n->kind == NODE_ATTRIBUTE && !is_foreign(l, n->attribute.value))
        hear(l, n->attribute.name);
    node_each_child(n, listen, l);
}

void reach_listen(Reach *reach, const Node *tree, Dict *globals)
{
    Listener listener = {reach, globals, false};
    node_each_child(tree, listen, &listener);
}

void reach_module(Reach *reach, Str *file, Str *text, Dict *globals)
{
    ReachModule module = {parse_module(file, text), globals};
    vec_push(&reach->modules, module);
}

/* --- which functions run ---------------------------------------------------------------------- */

static bool says(const Node *decorator, const char *name)
{
    if (decorator->kind == NODE_CALL)
        decorator = decorator->call.callee;
    return (decorator->kind == NODE_NAME && str_is(decorator->name.id, name)) ||
           (decorator->kind == NODE_ATTRIBUTE && str_is(decorator->attribute.name, name));
}

/* @event.listens_for(Engine, "connect"), @compiles(...): the library calls it. */
static bool is_registered(const Node *function)
{
    static const char *const registers[] = {"listens_for", "compiles", "dispatch_for",
                                            "register_operation", "implementation_for"};
    for (size_t i = 0; i < function->function.decorators->length; i++)
        for (size_t k = 0; k < COUNT_OF(registers); k++)
            if (says(function->function.decorators->at[i], registers[k]))
                return true;
    return false;
}

/* A method that a base knows is called by it, and these of types that a base only asks for. */
static bool is_override(const Node *function, const Node *owner, const Dict *globals)
{
    static const char *const of_types[] = {
        "process_bind_param", "process_literal_param", "process_result_value",  "load_dialect_impl",
        "bind_processor",     "literal_processor",     "result_processor",      "get_col_spec",
        "bind_expression",    "column_expression",     "coerce_compared_value",
    };
    for (size_t i = 0; i < COUNT_OF(of_types); i++)
        if (str_is(function->function.name, of_types[i]))
            return true;
    const Class *class = value_as_class(dict_find_str(globals, owner->class_.name));
    for (const Class *const *mro = class ? class_mro(class) + 1 : NULL; mro && *mro; mro++)
        if (*mro != &object_class && is_set(class_find(*mro, function->function.name)))
            return true;
    return false;
}

bool reach_has(const Reach *reach, const Node *function, const Node *owner, const Dict *globals)
{
    const Str *name = function->function.name;
    if (is_registered(function))
        return true;
    if (!owner)
        return set_has(reach->names, STR((Str *)(uintptr_t)name));
    if (!set_has(reach->names, STR(owner->class_.name)))
        return false;
    return str_starts_with(name, "__") || set_has(reach->names, STR((Str *)(uintptr_t)name)) ||
           is_override(function, owner, globals);
}

/* --- following -------------------------------------------------------------------------------- */

typedef struct Follower {
    Listener listener;
    const Node *owner;
} Follower;

static void follow(void *arg, const Node *n)
{
    Follower *f = arg;
    if (n->kind == NODE_FUNCTION) {
        Value key = INT((int64_t)(uintptr_t)n);
        if (!set_has(f->listener.reach->followed, key) &&
            reach_has(f->listener.reach, n, f->owner, f->listener.globals)) {
            set_add(f->listener.reach->followed, key);
            node_each_child(n, listen, &f->listener);
            f->listener.heard = true;
        }
        return;
    }
    const Node *outer = f->owner;
    if (n->kind == NODE_CLASS)
        f->owner = n;
    node_each_child(n, follow, f);
    f->owner = outer;
}

void reach_close(Reach *reach)
{
    bool more = true;
    while (more) {
        more = false;
        for (size_t i = 0; i < reach->modules.length; i++) {
            Follower follower = {{reach, reach->modules.at[i].globals, false}, NULL};
            node_each_child(reach->modules.at[i].tree, follow, &follower);
            more |= follower.listener.heard;
        }
    }
}
