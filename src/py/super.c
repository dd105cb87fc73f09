/* super.c -- super(): attributes found behind a class in the order of resolution. */
#include "py/py.h"
#include "py/internal.h"
#include "py/instruction.h"

typedef struct Super {
    Obj obj;
    const Class *start;      /* the search begins behind it            */
    const Class *self_class; /* whose order of resolution counts       */
    Value self;              /* what methods are bound to, or UNSET    */
} Super;

/* Whose MRO counts: that of self when it is an instance of start, or self when it is a subclass. */
static const Class *super_check(const Class *start, Value self)
{
    const Class *as_class = value_as_class(self);
    if (as_class && is_subclass(as_class, start))
        return as_class;
    if (is_instance(self, start))
        return class_of(self);
    raise_type("super(type, obj): obj must be an instance or subtype of type");
}

#define SUPER_CONSTRUCT(P) P(ONLY, any, type__, Unset) P(ONLY, any, object__, Unset)
NATIVE_CLASS(Super, construct, SUPER_CONSTRUCT)
{
    Super *super = is_set(a->type__) ? (Super *)object_allocate(class) : (Super *)super_here().obj;
    if (!is_set(a->type__)) {
        super->obj.class = class;
        return OBJ(super);
    }
    super->start = value_as_class(a->type__);
    if (!super->start)
        raise_type("super() argument 1 must be a type, not %s", class_text(a->type__));
    super->self = is_none(a->object__) ? UNSET : a->object__;
    if (is_set(super->self))
        super->self_class = super_check(super->start, super->self);
    return OBJ(super);
}

Value super_here(void)
{
    Super *super = (Super *)object_allocate(&super_class);
    if (!frame_super_arguments(&super->start, &super->self))
        raise_exception(&RuntimeError_class, "super(): no arguments");
    super->self_class = super_check(super->start, super->self);
    return OBJ(super);
}

Value super_find_attr(Value v, Str *name)
{
    const Super *super = (Super *)v.obj;
    if (!is_set(super->self) || name == N(__class__))
        return UNSET;
    const Class *owner;
    Value member = class_find_after(super->self_class, super->start, name, &owner);
    if (!is_set(member)) /* it may be of a base that is not available */
        return opaque_inherited(OBJ(super->self_class), name);
    bool through_class = value_as_class(super->self) == super->self_class;
    return member_bind(member, through_class ? UNSET : super->self, super->self_class);
}

bool super_load_method(Value *self, Str *name, Value *function)
{
    if (self->tag != TAG_OBJ || self->obj->class != &super_class || name == N(__class__))
        return false;
    const Super *super = (const Super *)self->obj;
    if (!is_set(super->self) || value_as_class(super->self) == super->self_class)
        return false;
    *function = class_find_after(super->self_class, super->start, name, NULL);
    if (!member_takes_self(*function))
        return false;
    *self = super->self;
    return true;
}

static Str *super_repr(Value self)
{
    const Super *super = (Super *)self.obj;
    const char *start = class_name(super->start)->text;
    if (!is_set(super->self))
        return str_format("<super: <class '%s'>, NULL>", start);
    return str_format("<super: <class '%s'>, <%s object>>", start,
                      class_name(super->self_class)->text);
}

NATIVE_VALUE(Super, thisclass, NO_PARAMS)
{
    return OBJ(((Super *)self.obj)->start);
}

NATIVE_VALUE(Super, self_class, NO_PARAMS)
{
    return OBJ(((Super *)self.obj)->self_class);
}

static const Field super_fields[] = {FIELD_AS("__self__", Super, any, self, READONLY), {0}};
static const Method super_methods[] = {
    PROPERTY_AS("__thisclass__", Super, thisclass),
    PROPERTY_AS("__self_class__", Super, self_class),
    {0},
};

const Class super_class = {
    CLASS_NAMED(Super, "super", "builtins", object),
    .construct = CONSTRUCT(Super),
    .fields = super_fields,
    .methods = super_methods,
    .repr = super_repr,
};
