/* bindings.h -- which names a file binds, anywhere in it: private to the surveys of py/. */
#ifndef RETORT_PY_BINDINGS_H
#define RETORT_PY_BINDINGS_H

#include "py/parse.h"
#include "py/py.h"

typedef struct Bindings {
    Set *bound;              /* by anything but an import */
    Set *imported;           /* by imports, those under TYPE_CHECKING too */
    VEC(const Node *) stars; /* from x import * */
    bool is_open;            /* globals(), exec() and their like bind what nobody can see */
} Bindings;

Bindings bindings_of(const Node *tree);

#endif
