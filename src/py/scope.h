/* scope.h -- which names of a script are local, cells, free or global: the pass before compiling.
 */
#ifndef RETORT_PY_SCOPE_H
#define RETORT_PY_SCOPE_H

#include "py/ast.h"

typedef enum ScopeKind {
    SCOPE_MODULE,
    SCOPE_CLASS,
    SCOPE_FUNCTION,
    SCOPE_LAMBDA,
    SCOPE_COMPREHENSION,
    SCOPE_TYPE_PARAMETERS, /* the function around a generic class, function or alias (PEP 695) */
    SCOPE_TYPE_VALUE       /* lazily evaluated: the value of a `type` statement, a bound       */
} ScopeKind;

typedef enum NameKind {
    NAME_UNRESOLVED,
    NAME_LOCAL,           /* slot, or the namespace of a class or module */
    NAME_CELL,            /* slot holding a cell made here               */
    NAME_FREE,            /* slot holding a cell of an outer function    */
    NAME_GLOBAL_IMPLICIT, /* globals, then builtins                      */
    NAME_GLOBAL_EXPLICIT,
} NameKind;

typedef struct Symbol {
    Str *name;
    NameKind kind;
    bool
        is_passed; /* class scopes: bound here, and an outer cell of the same name passes through */
    bool is_parameter, is_bound, is_global, is_nonlocal, is_used, is_annotated;
    bool is_added_to; /* x += ... : see OP_APPEND */
    Pos pos; /* first seen */
    uint32_t slot;
} Symbol;

typedef struct Scope Scope;
struct Scope {
    ScopeKind kind;
    const Node *node;
    Scope *parent;
    Str *name;
    Str *private_class; /* for mangling: the class this is inside of, or NULL */
    Map symbols;        /* name -> Symbol * */
    VEC(Scope *) children;
    size_t cursor; /* where scope_child looks first */
    bool is_generator, is_coroutine, needs_class_cell, has_return_value;
    bool future_annotations; /* of the module's scope */
    Str *file;
};

/* The module's scope with all inside it resolved. */
Scope *scope_build(const Node *root, Str *file);
/* The scope that this node opened inside `parent`; `kind` tells a generic function from its body.
 */
Scope *scope_child(Scope *parent, const Node *node, ScopeKind kind);
Symbol *scope_find(const Scope *scope, Str *name);
static inline bool scope_is_function(const Scope *scope)
{
    return scope->kind >= SCOPE_FUNCTION;
}
/* __x inside class C is _C__x. */
Str *scope_mangle(const Scope *scope, Str *name);
_Noreturn void scope_raise(Str *file, const Node *where, const char *format, ...) PRINTF_LIKE(3, 4);

#endif
