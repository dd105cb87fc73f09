/* instance.c -- making instances, and `object`, the class above all others. */
#include "py/py.h"
#include "py/frame.h"
#include "py/internal.h"

/* --- instances -------------------------------------------------------------------------------- */

Obj *object_allocate(const Class *class)
{
    if (class->flags & CLASS_NAMES)
        raise_type("cannot create '%s' instances: multiple bases have instance lay-out conflict",
                   class->name);
    Obj *obj = mem_alloc(class->size);
    obj->class = class;
    return obj;
}

static bool is_slot_of(Value member, const Class *owner)
{
    return member.tag == TAG_OBJ && member.obj->class == &SlotFunction_class &&
           ((SlotFunction *)member.obj)->owner == owner;
}

static Value object_make(const Class *class, size_t argument_count);

/* __new__ with the class put before the arguments. */
static Value call_new(const Class *class, const Call *call)
{
    Value make = class_find(class, N(__new__));
    if (is_slot_of(make, &object_class)) /* what nearly all classes have */
        return object_make(class, call->count + call->keyword_count);
    if (make.tag == TAG_OBJ && make.obj->class == &SlotFunction_class)
        return slot_function_call(make, OBJ(class), call);
    if (make.tag == TAG_OBJ && make.obj->class == &staticmethod_class)
        make = ((Wrapper *)make.obj)->function;
    return call_with_self(make, OBJ(class), call);
}

/* A native __new__ stands instead of the __init__ of the classes above it. */
static bool is_above(Value init, Value new_)
{
    if (!is_instance(init, &SlotFunction_class) || !is_instance(new_, &SlotFunction_class))
        return false;
    const Class *upper = ((SlotFunction *)init.obj)->owner, *lower = ((SlotFunction *)new_.obj)->owner;
    return upper != lower && is_subclass(lower, upper);
}

/* A built-in class that is made by its own constructor, with nothing to do after it. */
static bool is_only_constructed(const Class *class)
{
    return class->construct && !class->init && !class_is_heap(class) && class != &type_class;
}

/* list(X) where X is not available is as unknown as X: a module may say it, whoever reads the list is told. */
static bool is_made_of_items(const Class *class)
{
    return class == &list_class || class == &tuple_class || class == &set_class ||
           class == &frozenset_class || class == &dict_class;
}

Value class_instantiate(const Class *class, const Call *call)
{
    if (call->count == 1 && call->args[0].tag == TAG_OBJ &&
        call->args[0].obj->class == &opaque_class && is_made_of_items(class))
        return opaque_converted(class, call->args[0]);
    if (class->flags & CLASS_STRUCTURAL)
        raise_type("Protocols cannot be instantiated");
    bool is_done = is_only_constructed(class);
    Value made = is_done ? class->construct->thunk(class->construct, OBJ(class), call)
                         : call_new(class, call);
    if (is_done && class_of(made) == class)
        return made;
    if (class == &type_class && call->count == 1)
        return made;
    const Class *actual = class_of(made);
    if (!is_subclass(actual, class))
        return made;
    Value init = class_find(actual, N(__init__));
    Value new_ = class_find(class, N(__new__));
    if ((is_slot_of(init, &object_class) && !is_slot_of(new_, &object_class)) || is_above(init, new_))
        return made;
    Value result =
        made.tag == TAG_OBJ && init.tag == TAG_OBJ &&
                (init.obj->class == &function_class || init.obj->class == &SlotFunction_class)
            ? call_with_self(init, made, call)
            : call_with(member_bind(init, made, actual), call);
    if (!is_none(result) && init.obj->class == &function_class)
        raise_type("__init__() should return None, not '%s'", class_text(result));
    return made;
}

Value instantiate(const Class *class, const Call *call)
{
    const Class *meta = class->obj.class;
    if (meta != &type_class) {
        Value override = class_override(meta, N(__call__), offsetof(Class, call));
        if (is_set(override))
            return call_with_self(override, OBJ(class), call);
    }
    return class_instantiate(class, call);
}

/* --- object ----------------------------------------------------------------------------------- */

#define ANY_ARGUMENTS(P) P(REST, list, args, Empty) P(KWREST, dict, keywords, Empty)

static void check_abstract(const Class *class)
{
    bool made_inside = class->flags & CLASS_FINAL &&
                       class_with_slot(class, offsetof(Class, init)) == &object_class &&
                       class_with_slot(class, offsetof(Class, construct)) == &object_class;
    if (class->flags & CLASS_ABSTRACT || made_inside)
        raise_type("cannot create '%s' instances", class->name);
    if (!class_is_heap(class))
        return;
    Value names_of = class_find(class, intern("__abstractmethods__"));
    if (!is_set(names_of) || !value_truth(names_of))
        return;
    List *list = list_from(names_of);
    sort_values(list->at, list->length, NONE, false);
    Buf text = {0};
    for (size_t i = 0; i < list->length; i++)
        buf_format(&text, "%s'%s'", i ? ", " : "", value_str(list->at[i])->text);
    raise_type(
        "Can't instantiate abstract class %s without an implementation for abstract method%s "
        "%s",
        class->name, list->length == 1 ? "" : "s", buf_str(&text)->text);
}

/* Whatever the class's natives put into their instances would be missing. */
static void check_bare(const Class *class)
{
    const Class *maker = class_with_slot(class, offsetof(Class, construct));
    if (maker != &object_class)
        raise_type("object.__new__(%s) is not safe, use %s.__new__()", class->name, maker->name);
}

/* A decorator that is not available may have given it a constructor, as @dataclass does. */
static bool has_unknown_constructor(const Class *class)
{
    return class_is_heap(class) && is_set(class_find(class, intern("__unavailable_decorator__")));
}

static Value object_make(const Class *class, size_t argument_count)
{
    check_abstract(class);
    check_bare(class);
    if (argument_count > 0 && !has_unknown_constructor(class)) {
        if (!is_slot_of(class_find(class, N(__new__)), &object_class))
            raise_type("object.__new__() takes exactly one argument (the type to instantiate)");
        if (is_slot_of(class_find(class, N(__init__)), &object_class))
            raise_type("%s() takes no arguments", class->name);
    }
    return OBJ(object_allocate(class));
}

NATIVE_CLASS(object, construct, ANY_ARGUMENTS)
{
    return object_make(class, a->args->length + a->keywords->length);
}

NATIVE_VALUE(object, init, ANY_ARGUMENTS)
{
    const Class *class = class_of(self);
    if (has_unknown_constructor(class))
        dict_update(object_attrs(self.obj), a->keywords);
    else if (a->args->length + a->keywords->length > 0) {
        if (!is_slot_of(class_find(class, N(__init__)), &object_class))
            raise_type("object.__init__() takes exactly one argument (the instance to initialize)");
        if (is_slot_of(class_find(class, N(__new__)), &object_class))
            raise_type("%s.__init__() takes exactly one argument (the instance to initialize)",
                       class->name);
    }
    return NONE;
}

static Str *object_repr(Value self)
{
    const Class *class = class_of(self);
    Str *module = class_module(class);
    if (str_is(module, "builtins"))
        return str_format("<%s object at %p>", class_qualname(class)->text, (void *)self.obj);
    return str_format("<%s.%s object at %p>", module->text, class_qualname(class)->text,
                      (void *)self.obj);
}

static int64_t object_hash(Value self)
{
    return (int64_t)((uintptr_t)self.obj >> 4);
}

static bool object_equal(Value a, Value b)
{
    return value_is(a, b);
}

static Value object_class_of(Value self)
{
    return OBJ(class_shown(self));
}

NATIVE_VALUE(object, class_get, NO_PARAMS)
{
    return object_class_of(self);
}

NATIVE_VALUE(object, class_set, ONE_VALUE)
{
    const Class *class = value_as_class(a->value);
    if (!class)
        raise_type("__class__ must be set to a class, not '%s' object", class_text(a->value));
    if (self.tag != TAG_OBJ || class->size != class_of(self)->size ||
        class_layout(class) != class_layout(class_of(self)))
        raise_type("__class__ assignment: '%s' object layout differs from '%s'", class->name,
                   class_text(self));
    self.obj->class = class;
    return NONE;
}

NATIVE_VALUE(object, dict, NO_PARAMS)
{
    if (self.tag != TAG_OBJ || !object_takes_attrs(class_of(self)))
        raise_no_attribute(self, N(__dict__));
    return OBJ(object_attrs(self.obj));
}

NATIVE_VALUE(object, set_dict, ONE_VALUE)
{
    Dict *dict = as(Dict, a->value);
    if (!dict)
        raise_type("__dict__ must be set to a dictionary, not a '%s'", class_text(a->value));
    self.obj->attrs = dict;
    return NONE;
}

NATIVE_VALUE(object, dir, NO_PARAMS)
{
    return class_dir(class_of(self), self.tag == TAG_OBJ ? self.obj->attrs : NULL);
}

#define FORMAT_PARAMS(P) P(ONLY, str, spec, Required)
NATIVE_VALUE(object, format, FORMAT_PARAMS)
{
    if (a->spec->length)
        raise_type("unsupported format string passed to %s.__format__", class_text(self));
    return STR(value_str(self));
}

NATIVE_VALUE(object, str, NO_PARAMS)
{
    return STR(value_repr(self));
}

#define NAME_PARAM(P) P(ONLY, str, name, Required)
NATIVE_VALUE(object, getattribute, NAME_PARAM)
{
    Value found = object_get_generic(self, str_intern(a->name));
    if (!is_set(found))
        raise_no_attribute(self, a->name);
    return found;
}

#define SETATTR_PARAMS(P) P(ONLY, str, name, Required) P(ONLY, any, value, Required)
NATIVE_VALUE(object, setattr, SETATTR_PARAMS)
{
    object_set_generic(self, str_intern(a->name), a->value);
    return NONE;
}

NATIVE_VALUE(object, delattr, NAME_PARAM)
{
    object_set_generic(self, str_intern(a->name), UNSET);
    return NONE;
}

NATIVE_CLASS(object, init_subclass, ANY_ARGUMENTS)
{
    if (a->args->length + a->keywords->length > 0)
        raise_type("%s.__init_subclass__() takes no keyword arguments", class->name);
    return NONE;
}

NATIVE_VALUE(object, getstate, NO_PARAMS)
{
    return self.tag == TAG_OBJ && self.obj->attrs ? OBJ(self.obj->attrs) : NONE;
}

static const Method object_methods[] = {
    {"__class__", &object_class_get_native, METHOD_PROPERTY, &object_class_set_native},
    {"__dict__", &object_dict_native, METHOD_PROPERTY, &object_set_dict_native},
    METHOD_AS("__dir__", object, dir),
    METHOD_AS("__format__", object, format),
    METHOD_AS("__str__", object, str),
    METHOD_AS("__getattribute__", object, getattribute),
    METHOD_AS("__setattr__", object, setattr),
    METHOD_AS("__delattr__", object, delattr),
    METHOD_AS("__getstate__", object, getstate),
    {"__init_subclass__", &object_init_subclass_native, METHOD_CLASS, NULL},
    {0},
};

const Class object_class = {
    .obj = {.class = &type_class},
    .name = "object",
    .module = "builtins",
    .size = sizeof(Obj),
    .state = &(ClassState){0},
    .init = INIT(object),
    .construct = CONSTRUCT(object),
    .methods = object_methods,
    .repr = object_repr,
    .hash = object_hash,
    .equal = object_equal,
};
