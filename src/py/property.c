/* property.c -- the descriptors property, classmethod and staticmethod. */
#include "py/py.h"
#include "py/internal.h"

/* --- property --------------------------------------------------------------------------------- */

#define PROPERTY_INIT(P)                                                                           \
    P(POS, any, fget, None) P(POS, any, fset, None) P(POS, any, fdel, None) P(POS, any, doc, None)
NATIVE(Property, init, PROPERTY_INIT)
{
    self->fget = a->fget;
    self->fset = a->fset;
    self->fdel = a->fdel;
    self->doc = a->doc;
    return NONE;
}

/* The same property, of the same (perhaps script-made) class, with one function replaced. */
static Value property_with(const Property *self, Value fget, Value fset, Value fdel)
{
    Value args[] = {fget, fset, fdel, self->doc};
    Value copy = instantiate(self->obj.class, &(Call){4, args, 0, NULL});
    if (is_instance(copy, &property_class))
        ((Property *)copy.obj)->name = self->name;
    return copy;
}

NATIVE(Property, getter, ONE_VALUE)
{
    return property_with(self, a->value, self->fset, self->fdel);
}

NATIVE(Property, setter, ONE_VALUE)
{
    return property_with(self, self->fget, a->value, self->fdel);
}

NATIVE(Property, deleter, ONE_VALUE)
{
    return property_with(self, self->fget, self->fset, a->value);
}

#define PROPERTY_SET_NAME(P) P(ONLY, any, owner, Required) P(ONLY, str, name, Required)
NATIVE(Property, set_name, PROPERTY_SET_NAME)
{
    self->name = a->name;
    return NONE;
}

NATIVE(Property, isabstract, NO_PARAMS)
{
    const Value functions[] = {self->fget, self->fset, self->fdel};
    for (size_t i = 0; i < COUNT_OF(functions); i++) {
        Value mark = is_absent(functions[i])
                         ? UNSET
                         : value_find_attr_text(functions[i], "__isabstractmethod__");
        if (is_set(mark) && value_truth(mark))
            return TRUE_VALUE;
    }
    return FALSE_VALUE;
}

NATIVE(Property, get_doc, NO_PARAMS)
{
    if (!is_absent(self->doc) || is_absent(self->fget))
        return is_set(self->doc) ? self->doc : NONE;
    Value doc = value_find_attr(self->fget, N(__doc__));
    return is_set(doc) ? doc : NONE;
}

NATIVE(Property, set_doc, ONE_VALUE)
{
    self->doc = a->value;
    return NONE;
}

/* "property 'x' of 'C' object has no setter" */
static _Noreturn void raise_without(const Property *self, Value instance, const char *what)
{
    const char *owner = class_qualname(class_of(instance))->text;
    if (self->name)
        raise_attribute("property %s of '%s' object has no %s", text_repr(self->name)->text, owner,
                        what);
    raise_attribute("property of '%s' object has no %s", owner, what);
}

static Value property_get(Value self, Value instance, const Class *owner)
{
    const Property *p = (Property *)self.obj;
    if (!is_set(instance))
        return self;
    if (is_absent(p->fget))
        raise_without(p, instance, "getter");
    return call(p->fget, 1, &instance);
}

static bool property_set(Value self, Value instance, Value value)
{
    const Property *p = (Property *)self.obj;
    Value function = is_set(value) ? p->fset : p->fdel, args[] = {instance, value};
    if (is_absent(function))
        raise_without(p, instance, is_set(value) ? "setter" : "deleter");
    call(function, is_set(value) ? 2 : 1, args);
    return true;
}

static const Field property_fields[] = {
    FIELD(Property, any, fget, READONLY),
    FIELD(Property, any, fset, READONLY),
    FIELD(Property, any, fdel, READONLY),
    {0},
};
static const Method property_methods[] = {
    METHOD(Property, getter),
    METHOD(Property, setter),
    METHOD(Property, deleter),
    METHOD_AS("__set_name__", Property, set_name),
    PROPERTY_AS("__isabstractmethod__", Property, isabstract),
    {"__doc__", &Property_get_doc_native, METHOD_PROPERTY, &Property_set_doc_native},
    {0},
};

const Class property_class = {
    CLASS_NAMED(Property, "property", "builtins", object),
    .init = INIT(Property),
    .fields = property_fields,
    .methods = property_methods,
    .get = property_get,
    .set = property_set,
};

/* --- classmethod and staticmethod ------------------------------------------------------------- */

NATIVE_VALUE(Wrapper, init, ONE_VALUE)
{
    ((Wrapper *)self.obj)->function = a->value;
    return NONE;
}

NATIVE_VALUE(Wrapper, isabstract, NO_PARAMS)
{
    Value mark = value_find_attr_text(((Wrapper *)self.obj)->function, "__isabstractmethod__");
    return BOOL(is_set(mark) && value_truth(mark));
}

/* __name__, __doc__, __annotations__ and what decorators left on the function. */
static Value wrapper_getattr(Value self, Str *name)
{
    Value function = ((Wrapper *)self.obj)->function;
    return is_set(function) ? value_find_attr(function, name) : UNSET;
}

static Str *wrapper_repr(Value self)
{
    return str_format("<%s(%s)>", class_text(self),
                      value_repr(((Wrapper *)self.obj)->function)->text);
}

static Value classmethod_get(Value self, Value instance, const Class *owner)
{
    Value function = ((Wrapper *)self.obj)->function, class = OBJ(owner);
    Value bound = member_bind(function, class, class_of(class));
    return bound.tag == TAG_OBJ && bound.obj == function.obj ? method_new(function, class) : bound;
}

static Value staticmethod_get(Value self, Value instance, const Class *owner)
{
    return ((Wrapper *)self.obj)->function;
}

static Value staticmethod_call(Value self, const Call *arguments)
{
    return call_with(((Wrapper *)self.obj)->function, arguments);
}

static const Field wrapper_fields[] = {
    FIELD_AS("__func__", Wrapper, any, function, READONLY),
    FIELD_AS("__wrapped__", Wrapper, any, function, READONLY),
    {0},
};
static const Method wrapper_methods[] = {
    PROPERTY_AS("__isabstractmethod__", Wrapper, isabstract),
    {0},
};

const Class classmethod_class = {
    CLASS_NAMED(Wrapper, "classmethod", "builtins", object),
    .flags = CLASS_ANY_ATTR,
    .init = INIT(Wrapper),
    .fields = wrapper_fields,
    .methods = wrapper_methods,
    .repr = wrapper_repr,
    .getattr = wrapper_getattr,
    .get = classmethod_get,
};

const Class staticmethod_class = {
    CLASS_NAMED(Wrapper, "staticmethod", "builtins", object),
    .flags = CLASS_ANY_ATTR,
    .init = INIT(Wrapper),
    .fields = wrapper_fields,
    .methods = wrapper_methods,
    .repr = wrapper_repr,
    .getattr = wrapper_getattr,
    .call = staticmethod_call,
    .get = staticmethod_get,
};
