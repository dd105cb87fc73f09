/* singleton.c -- None, Ellipsis and NotImplemented; bool is in bool.c. */
#include "py/py.h"
#include "py/internal.h"

static Str *none_repr(Value self)
{
    return intern("None");
}

static bool none_truth(Value self)
{
    return false;
}

static int64_t none_hash(Value self)
{
    return 0xFCA86420;
}

#define NO_ARGUMENTS(P) P(REST, list, args, Empty) P(KWREST, dict, keywords, Empty)
NATIVE_CLASS(NoneType, construct, NO_ARGUMENTS)
{
    if (a->args->length + a->keywords->length)
        raise_type("%s takes no arguments", class->name);
    return class == &NoneType_class ? NONE : class == &ellipsis_class ? ELLIPSIS : NOT_IMPLEMENTED;
}

const Class NoneType_class = {
    .obj = {.class = &type_class},
    .name = "NoneType",
    .module = "builtins",
    .base = &object_class,
    .size = sizeof(Obj),
    .state = &(ClassState){0},
    .flags = CLASS_FINAL,
    .construct = CONSTRUCT(NoneType),
    .repr = none_repr,
    .truth = none_truth,
    .hash = none_hash,
};

static Str *ellipsis_repr(Value self)
{
    return intern("Ellipsis");
}

const Class ellipsis_class = {
    CLASS_NAMED(Obj, "ellipsis", "builtins", object),
    .flags = CLASS_FINAL,
    .construct = CONSTRUCT(NoneType),
    .repr = ellipsis_repr,
};
Obj ellipsis_object = {.class = &ellipsis_class};

static Str *not_implemented_repr(Value self)
{
    return intern("NotImplemented");
}

const Class NotImplementedType_class = {
    CLASS_NAMED(Obj, "NotImplementedType", "builtins", object),
    .flags = CLASS_FINAL,
    .construct = CONSTRUCT(NoneType),
    .repr = not_implemented_repr,
};
Obj not_implemented_object = {.class = &NotImplementedType_class};
