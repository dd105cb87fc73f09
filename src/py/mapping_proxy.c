/* mapping_proxy.c -- mappingproxy: a read-only view of a mapping, such as the __dict__ of a class. */
#include "py/py.h"
#include "py/internal.h"

typedef struct MappingProxy {
    Obj obj;
    Value mapping;
} MappingProxy;
#define MappingProxy_class mapping_proxy_class

static Value mapping_of(Value self)
{
    return ((MappingProxy *)self.obj)->mapping;
}

Value mapping_proxy_new(Value mapping)
{
    MappingProxy *proxy = obj_new(MappingProxy);
    proxy->mapping = mapping;
    return OBJ(proxy);
}

NATIVE_CLASS(MappingProxy, construct, ONE_VALUE)
{
    Value v = a->value;
    bool is_mapping = v.tag == TAG_OBJ && !is_instance(v, &list_class) && !is_instance(v, &tuple_class) &&
                      (class_with_slot(v.obj->class, offsetof(Class, subscript)) ||
                       is_set(class_find(v.obj->class, N(__getitem__))));
    if (!is_mapping)
        raise_type("mappingproxy() argument must be a mapping, not %s", class_text(v));
    return mapping_proxy_new(v);
}

static void write_proxy(Buf *out, Obj *obj)
{
    buf_text(out, "mappingproxy(");
    buf_add(out, value_repr(mapping_of(OBJ(obj))));
    buf_char(out, ')');
}

static Str *proxy_repr(Value self)
{
    return repr_guarded(self.obj, "mappingproxy({...})", write_proxy);
}

static Str *proxy_str(Value self)
{
    return value_str(mapping_of(self));
}

static Value proxy_subscript(Value self, Value key)
{
    return value_subscript(mapping_of(self), key);
}

static bool proxy_contains(Value self, Value item)
{
    return value_contains(mapping_of(self), item);
}

static int64_t proxy_length(Value self)
{
    return value_length(mapping_of(self));
}

static Value proxy_iter(Value self)
{
    return value_iter(mapping_of(self));
}

static Value unwrapped(Value v)
{
    return v.tag == TAG_OBJ && v.obj->class == &mapping_proxy_class ? mapping_of(v) : v;
}

/* == compares what is inside; | makes a new mapping of it. */
static Value proxy_binop(Operator op, Value left, Value right)
{
    if (op != OPERATOR_EQ && op != OPERATOR_NE && op != OPERATOR_OR)
        return UNSET;
    return value_operate(op, unwrapped(left), unwrapped(right));
}

/* get, keys, values, items, copy: those of the mapping. */
static Value proxy_getattr(Value self, Str *name)
{
    static const char *const shared[] = {"get", "keys", "values", "items", "copy"};
    for (size_t i = 0; i < COUNT_OF(shared); i++)
        if (str_is(name, shared[i]))
            return value_get_attr(mapping_of(self), name);
    return UNSET;
}

NATIVE_VALUE(MappingProxy, reversed, NO_PARAMS)
{
    return call_method(mapping_of(self), "__reversed__", 0, NULL);
}

/* As hashable as the mapping behind it: since Python 3.12. */
static int64_t proxy_hash(Value self)
{
    return value_hash(mapping_of(self));
}

static const Method proxy_methods[] = {METHOD_AS("__reversed__", MappingProxy, reversed), {0}};

const Class mapping_proxy_class = {
    CLASS_NAMED(MappingProxy, "mappingproxy", "builtins", object),
    .flags = CLASS_FINAL,
    .construct = CONSTRUCT(MappingProxy),
    .methods = proxy_methods,
    .repr = proxy_repr,
    .str = proxy_str,
    .subscript = proxy_subscript,
    .contains = proxy_contains,
    .length = proxy_length,
    .iter = proxy_iter,
    .binop = proxy_binop,
    .getattr = proxy_getattr,
    .hash = proxy_hash,
    .class_subscript = generic_class_subscript,
};
