/* unrun.c -- what the part of a module that did not run might have done to the models of a project. A module that stopped
 * half-way (unloaded.c) lacks no table when the rest of it only defines functions, plain classes and values: then
 * its tables are all there. Anything that could make one, import one or be the base of one counts as doing so. */
#include "py/frame.h"
#include "py/internal.h"
#include "py/parse.h"

static bool is_listed(const Str *name, const char *const *names, size_t count)
{
    for (size_t i = 0; name && i < count; i++)
        if (str_is(name, names[i]))
            return true;
    return false;
}

/* x, a.x, x[...]: x */
static const Str *last_name(const Node *n)
{
    while (n->kind == NODE_SUBSCRIPT)
        n = n->subscript.value;
    return n->kind == NODE_NAME ? n->name.id : n->kind == NODE_ATTRIBUTE ? n->attribute.name : NULL;
}

static bool is_plain_base(const Node *base)
{
    static const char *const names[] = {
        "ABC",     "BaseModel",   "BaseSettings", "Enum",   "Exception", "Flag",       "Generic",
        "IntEnum", "IntFlag",     "NamedTuple",   "object", "Protocol",  "StrEnum",    "TypedDict",
        "Thread",  "ValueError",  "RuntimeError", "dict",   "int",       "list",       "set",
        "str",     "JSONEncoder", "Formatter",    "Filter", "Handler",   "NodeVisitor"};
    const Str *name = last_name(base);
    return is_listed(name, names, COUNT_OF(names)) ||
           (name && (str_ends_with(name, "Error") || str_ends_with(name, "Exception")));
}

/* What makes a table, a base for tables, a class from data, or imports something, when it is called. */
static bool may_make(const Node *call)
{
    static const char *const names[] = {"MetaData",
                                        "SQLAlchemy",
                                        "SQLModel",
                                        "automap_base",
                                        "create_model",
                                        "declarative_base",
                                        "deferred_reflection",
                                        "exec",
                                        "eval",
                                        "generate_base",
                                        "import_module",
                                        "map_declaratively",
                                        "map_imperatively",
                                        "mapper",
                                        "registry",
                                        "type",
                                        "__import__",
                                        "walk_packages",
                                        "iter_modules"};
    const Str *name = last_name(call->call.callee);
    return !name || is_listed(name, names, COUNT_OF(names)) || str_ends_with(name, "Table") ||
           str_ends_with(name, "_table");
}

static bool may_make_class(const Node *n)
{
    for (size_t i = 0; i < n->class_.arguments->length; i++)
        if (!is_plain_base(n->class_.arguments->at[i]))
            return true;
    for (size_t i = 0; i < n->class_.decorators->length; i++) {
        const Node *by = n->class_.decorators->at[i];
        const Str *name = last_name(by->kind == NODE_CALL ? by->call.callee : by);
        if (!name || !str_is(name, "dataclass"))
            return true;
    }
    return n->class_.keywords->length > 0;
}

static bool is_for_type_checkers(const Node *n)
{
    const Str *name = last_name(n->if_.test);
    return name && str_is(name, "TYPE_CHECKING") && !n->if_.orelse->length;
}

typedef struct Look {
    const Node *tree;
    bool makes;
    unsigned depth; /* of functions that call functions */
} Look;

enum { LOOK_DEPTH = 8 };

static void look(void *arg, const Node *n);

/* A call of a function of the same file is what the function does. */
static void look_into(Look *l, const Node *callee)
{
    const NodeList *body = l->tree->module.body;
    for (size_t i = 0; callee->kind == NODE_NAME && i < body->length; i++) {
        const Node *n = body->at[i];
        if (n->kind != NODE_FUNCTION || n->function.name != callee->name.id)
            continue;
        l->makes |= l->depth == LOOK_DEPTH;
        l->depth++;
        for (size_t k = 0; k < n->function.body->length && !l->makes; k++)
            look(l, n->function.body->at[k]);
        l->depth--;
    }
}

static void look(void *arg, const Node *n)
{
    Look *l = arg;
    switch (n->kind) {
    case NODE_FUNCTION:
    case NODE_LAMBDA:
        return; /* what they do they do when called */
    case NODE_IMPORT:
    case NODE_IMPORT_FROM:
        l->makes = true;
        return;
    case NODE_IF:
        if (is_for_type_checkers(n))
            return;
        break;
    case NODE_CLASS:
        l->makes |= may_make_class(n);
        break;
    case NODE_CALL:
        l->makes |= may_make(n);
        look_into(l, n->call.callee);
        break;
    default:
        break;
    }
    node_each_child(n, look, arg);
}

/* The line of the module's own statement that `err` came out of; 1 when that is not known: all of it. */
static uint32_t stopped_at(const Str *file, const Err *err)
{
    for (const ErrFrame *frame = err->trace; frame; frame = frame->next)
        if (frame->pos.file && str_equal(frame->pos.file, file) &&
            str_is(frame->function, "<module>"))
            return frame->pos.line;
    return err->pos.file && str_equal(err->pos.file, file) ? err->pos.line : 1;
}

bool unrun_may_make_tables(Str *file, const Err *err)
{
    const Node *tree = parse_module(file, source_read(file));
    uint32_t line = stopped_at(file, err);
    Look l = {.tree = tree};
    for (size_t i = 0; i < tree->module.body->length && !l.makes; i++)
        if (tree->module.body->at[i]->end_line >= line)
            look(&l, tree->module.body->at[i]);
    return l.makes;
}
