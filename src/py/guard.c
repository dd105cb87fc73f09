/* guard.c -- repr() of containers that contain themselves: "[...]".
 *
 * The objects being written form a chain through the C stack; its head is one of the few
 * file-static variables of the house, for repr slots have no argument to carry it.
 */
#include "py/py.h"
#include "py/internal.h"

typedef struct Guard {
    Obj *obj;
    struct Guard *outer;
    void (*write)(Buf *out, Obj *obj);
    Buf out;
} Guard;

static Guard *innermost;

static void write_guarded(void *argument)
{
    Guard *guard = argument;
    guard->write(&guard->out, guard->obj);
}

Str *repr_guarded(Obj *obj, const char *again, void (*write)(Buf *out, Obj *obj))
{
    for (const Guard *g = innermost; g; g = g->outer)
        if (g->obj == obj)
            return str_from(again);
    vm_check_stack_in(" while getting the repr of an object");
    Guard guard = {obj, innermost, write, {0}};
    innermost = &guard;
    Err *err = protect(write_guarded, &guard);
    innermost = guard.outer;
    if (err)
        err_raise(err);
    return buf_str(&guard.out);
}
