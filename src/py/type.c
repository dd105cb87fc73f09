/* type.c -- the metaclass `type`: making classes, making instances, attributes of class objects. */
#include "py/py.h"
#include "py/frame.h"
#include "py/internal.h"

/* --- choosing bases and metaclass ------------------------------------------------------------- */

Tuple *class_resolve_bases(Tuple *bases)
{
    List *out = NULL;
    for (size_t i = 0; i < bases->length; i++) {
        Value base = bases->at[i];
        Value entries = value_as_class(base) ? UNSET : value_find_attr(base, N(__mro_entries__));
        if (is_set(entries)) {
            const Value arg = OBJ(bases);
            out = out ? out : list_of(i, bases->at);
            Tuple *more = tuple_from(call(entries, 1, &arg));
            for (size_t k = 0; k < more->length; k++)
                list_append(out, more->at[k]);
        } else if (out)
            list_append(out, base);
    }
    return out ? tuple_new(out->length, out->at) : bases;
}

static const Class *base_class(Value base)
{
    const Class *class = value_as_class(base);
    if (!class)
        raise_type("bases must be types");
    if (class->flags & CLASS_FINAL)
        raise_type("type '%s' is not an acceptable base type", class->name);
    return class;
}

static const Class *derived_metaclass(const Class *winner, const Tuple *bases)
{
    for (size_t i = 0; i < bases->length; i++) {
        const Class *meta = class_of(bases->at[i]);
        if (is_subclass(winner, meta))
            continue;
        if (!is_subclass(meta, winner))
            raise_type(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                "subclass of the metaclasses of all its bases");
        winner = meta;
    }
    return winner;
}

const Class *class_pick_metaclass(const Class *wish, const Tuple *bases)
{
    return derived_metaclass(wish ? wish : &type_class, bases);
}

/* Keywords of a script call as a Call behind `count` leading arguments. */
static Value call_leading(Value function, size_t count, const Value *args, const Dict *keywords)
{
    if (!keywords || keywords->length == 0)
        return call(function, count, args);
    return call_dict(function, count, args, keywords);
}

Value class_build(const Class *metaclass, Str *name, Tuple *bases, Dict *members, Dict *keywords)
{
    const Value args[] = {STR(name), OBJ(bases), OBJ(members)};
    return call_leading(OBJ(metaclass), 3, args, keywords);
}

Class *class_make(Str *name, Tuple *bases, Dict *members, Dict *keywords)
{
    bases = class_resolve_bases(bases);
    Value wish = keywords ? dict_remove(keywords, STR(N(metaclass))) : UNSET;
    const Class *meta = class_pick_metaclass(is_set(wish) ? value_as_class(wish) : NULL, bases);
    Value made = class_build(meta, name, bases, members, keywords);
    return (Class *)(uintptr_t)value_as_class(made);
}

/* --- type.__new__ ----------------------------------------------------------------------------- */

/* The class, native or with __slots__, that gave instances of `class` their struct. */
static const Class *layout_of(const Class *class)
{
    while ((class_is_heap(class) && class->base->size == class->size) ||
           (!class_is_heap(class) && class->base && class->base->size == class->size &&
                                    !((class->flags ^ class->base->flags) & CLASS_BOXED)))
        class = class->base;
    return class;
}

/* class Kind(str, sqlalchemy.Enum), where enum.Enum was meant: classes of libraries are Python there, so that
 * CPython makes it, and models use its names. */
static bool may_stand_together(const Class *a, const Class *b)
{
    return (a->flags & CLASS_BOXED) && !(b->flags & CLASS_BOXED) &&
           strcmp(b->module, "builtins") != 0;
}

static const Class *best_base(const Tuple *bases, unsigned *flags)
{
    const Class *best = NULL;
    for (size_t i = 0; i < bases->length; i++) {
        const Class *base = base_class(bases->at[i]);
        const Class *layout = layout_of(base), *so_far = best ? layout_of(best) : NULL;
        *flags |= base->flags & CLASS_NAMES;
        if (!best || (layout != so_far && is_subclass(layout, so_far)))
            best = base;
        else if (may_stand_together(so_far, layout) || may_stand_together(layout, so_far))
            *flags |= CLASS_NAMES;
        else if (!is_subclass(so_far, layout) && so_far != &object_class && layout != &object_class)
            raise_type("multiple bases have instance lay-out conflict");
    }
    return best;
}

static void wrap_member(Dict *members, Str *name, const Class *wrapper)
{
    Value f = dict_find_str(members, name);
    if (f.tag != TAG_OBJ || f.obj->class != &function_class)
        return;
    Wrapper *wrapped = (Wrapper *)object_allocate(wrapper);
    wrapped->function = f;
    dict_set_str(members, name, OBJ(wrapped));
}

static void finish_members(Class *class, Dict *members)
{
    wrap_member(members, N(__new__), &staticmethod_class);
    wrap_member(members, N(__init_subclass__), &classmethod_class);
    wrap_member(members, N(__class_getitem__), &classmethod_class);
    if (is_set(dict_find_str(members, N(__eq__))) && !is_set(dict_find_str(members, N(__hash__))))
        dict_set_str(members, N(__hash__), NONE);
    if (!is_set(dict_find_str(members, N(__doc__))))
        dict_set_str(members, N(__doc__), NONE);
    Value qualname = dict_remove(members, STR(N(__qualname__)));
    if (is_set(qualname) && !value_find_str(qualname))
        raise_type("type __qualname__ must be a str, not %s", class_text(qualname));
    class->state->qualname = is_set(qualname) ? value_find_str(qualname) : str_from(class->name);
    if (!is_set(dict_find_str(members, N(__module__)))) {
        Value module = dict_find_str(frame_globals(), N(__name__));
        dict_set_str(members, N(__module__), is_set(module) ? module : STR(intern("builtins")));
    }
}

static Class *class_allocate(const Class *meta, Str *name, Tuple *bases, Dict *members)
{
    unsigned mixed = 0;
    const Class *best = best_base(bases, &mixed);
    Class *class = (Class *)object_allocate(meta);
    class->name = name->text;
    class->module = "__main__";
    class->base = best;
    class->size = best->size;
    class->flags = CLASS_HEAP | CLASS_ANY_ATTR | (best->flags & CLASS_BOXED) | mixed;
    class->state = new (ClassState);
    class->state->bases = bases;
    class->state->dict = members;
    class->state->version = object_class.state->version;
    slots_define(class, members, bases);
    finish_members(class, members);
    class_mro(class);
    return class;
}

static void register_below(const Class *class, const Tuple *bases)
{
    for (size_t i = 0; i < bases->length; i++) {
        ClassState *state = ((const Class *)bases->at[i].obj)->state;
        if (!state->subclasses)
            state->subclasses = list_new(2);
        list_append(state->subclasses, OBJ(class));
    }
}

typedef struct NameCall {
    Value member, args[2];
} NameCall;

static void call_set_name(void *arg)
{
    NameCall *job = arg;
    special_call(job->member, N(__set_name__), 2, job->args);
}

/* The error of a __set_name__ goes on, with a note that says whose it was. */
static _Noreturn void note_set_name(Err *err, const Class *class, const DictEntry *entry)
{
    if (err->exception) {
        Value note = STR(str_format("Error calling __set_name__ on '%s' instance %s in '%s'", class_text(entry->value),
                                    value_repr(entry->key)->text, class->name));
        call_method(OBJ(err->exception), "add_note", 1, &note);
    }
    err_raise(err);
}

static void call_set_names(const Class *class, const Dict *members)
{
    Dict *copy = dict_copy(members); /* a __set_name__ may add members */
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(copy, &i));) {
        if (entry->value.tag != TAG_OBJ || entry->value.obj->class == &function_class)
            continue;
        NameCall job = {entry->value, {OBJ(class), entry->key}};
        Err *err = protect(call_set_name, &job);
        if (err)
            note_set_name(err, class, entry);
    }
}

static void call_init_subclass(const Class *class, const Dict *keywords)
{
    Value hook = class_find_after(class, class, N(__init_subclass__), NULL);
    Value bound = member_bind(hook, UNSET, class);
    if (bound.tag == TAG_OBJ && bound.obj->class == &classmethod_class)
        bound = method_new(((Wrapper *)bound.obj)->function, OBJ(class));
    call_leading(bound, 0, NULL, keywords);
}

static void check_duplicates(const Tuple *bases)
{
    for (size_t i = 0; i < bases->length; i++)
        for (size_t k = 0; k < i; k++)
            if (value_is(bases->at[i], bases->at[k]) && value_as_class(bases->at[i]))
                raise_type("duplicate base class %s", value_as_class(bases->at[i])->name);
}

static Value type_make(const Class *meta, Str *name, Tuple *bases, Dict *given, Dict *keywords)
{
    if (bases->length == 0) {
        const Value object = OBJ(&object_class);
        bases = tuple_new(1, &object);
    }
    const Class *winner = derived_metaclass(meta, bases);
    check_duplicates(bases);
    for (size_t i = 0; i < bases->length; i++)
        base_class(bases->at[i]);
    if (winner != meta) {
        const Value args[] = {OBJ(winner), STR(name), OBJ(bases), OBJ(given)};
        Value make = class_find(winner, N(__new__));
        if (!(make.tag == TAG_OBJ && make.obj->class == &SlotFunction_class))
            return call_leading(member_bind(make, UNSET, winner), 4, args, keywords);
    }
    Dict *members = dict_new();
    dict_update(members, given);
    Value cell = dict_remove(members, STR(N(__classcell__)));
    Class *class = class_allocate(winner, str_intern(name), bases, members);
    if (is_set(cell))
        cell_set(cell, OBJ(class));
    register_below(class, bases);
    call_set_names(class, members);
    call_init_subclass(class, keywords);
    return OBJ(class);
}

#define TYPE_NEW(P) P(REST, list, args, Empty) P(KWREST, dict, keywords, Empty)
NATIVE_CLASS(type, construct, TYPE_NEW)
{
    const List *args = a->args;
    if (args->length == 1 && class == &type_class && a->keywords->length == 0)
        return OBJ(class_of(args->at[0]));
    if (args->length != 3)
        raise_type(class == &type_class ? "type() takes 1 or 3 arguments"
                                        : "type.__new__() takes exactly 3 arguments (%zu given)",
                   args->length);
    Str *name = value_find_str(args->at[0]);
    if (name && strlen(name->text) != name->length)
        raise_value("type name must not contain null characters");
    if (!name)
        raise_type("type.__new__() argument 1 must be str, not %s", class_of(args->at[0])->name);
    if (!as(Tuple, args->at[1]))
        raise_type("type.__new__() argument 2 must be tuple, not %s", class_of(args->at[1])->name);
    if (!as(Dict, args->at[2]))
        raise_type("type.__new__() argument 3 must be dict, not %s", class_of(args->at[2])->name);
    return type_make(class, name, as(Tuple, args->at[1]), as(Dict, args->at[2]), a->keywords);
}

NATIVE_VALUE(type, init, TYPE_NEW)
{
    return NONE;
}

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

static Value class_instantiate(const Class *class, const Call *call)
{
    if (call->count == 1 && call->args[0].tag == TAG_OBJ &&
        call->args[0].obj->class == &opaque_class && is_made_of_items(class))
        return opaque_converted(class, call->args[0]);
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

static Value type_call(Value self, const Call *call)
{
    return class_instantiate((const Class *)self.obj, call);
}

/* --- attributes of class objects -------------------------------------------------------------- */

static const Class *self_class(Value self)
{
    const Class *class = value_as_class(self);
    if (!class)
        raise_type("descriptor requires a 'type' object but received a '%s'", class_text(self));
    return class;
}

static Str *type_repr(Value self)
{
    const Class *class = self_class(self);
    Str *module = class_module(class), *name = class_qualname(class);
    return str_is(module, "builtins") ? str_format("<class '%s'>", name->text)
                                      : str_format("<class '%s.%s'>", module->text, name->text);
}

NATIVE_VALUE(type, name_of, NO_PARAMS)
{
    return STR(class_name(self_class(self)));
}

NATIVE_VALUE(type, set_name, ONE_VALUE)
{
    const Class *class = self_class(self);
    Str *name = value_find_str(a->value);
    if (!name || !class_is_heap(class))
        raise_type("cannot set '__name__' attribute of immutable type '%s'", class->name);
    ((Class *)(uintptr_t) class)->name = name->text;
    return NONE;
}

NATIVE_VALUE(type, qualname, NO_PARAMS)
{
    return STR(class_qualname(self_class(self)));
}

NATIVE_VALUE(type, set_qualname, ONE_VALUE)
{
    if (!value_find_str(a->value))
        raise_type("can only assign string to %s.__qualname__, not '%s'", self_class(self)->name,
                   class_text(a->value));
    self_class(self)->state->qualname = value_find_str(a->value);
    return NONE;
}

NATIVE_VALUE(type, module, NO_PARAMS)
{
    Value own = class_own(self_class(self), N(__module__));
    return is_set(own) ? own : STR(class_module(self_class(self)));
}

NATIVE_VALUE(type, set_module, ONE_VALUE)
{
    class_set(self_class(self), N(__module__), a->value);
    return NONE;
}

NATIVE_VALUE(type, bases, NO_PARAMS)
{
    return OBJ(class_bases(self_class(self)));
}

NATIVE_VALUE(type, base_of, NO_PARAMS)
{
    return OBJ(self_class(self)->base);
}

NATIVE_VALUE(type, mro, NO_PARAMS)
{
    List *list = list_new(4);
    for (const Class *const *c = class_mro(self_class(self)); *c; c++)
        list_append(list, OBJ(*c));
    return OBJ(list);
}

NATIVE_VALUE(type, mro_tuple, NO_PARAMS)
{
    return OBJ(tuple_from(type_mro(self, NULL)));
}

NATIVE_VALUE(type, dict, NO_PARAMS)
{
    const Class *class = self_class(self);
    if (class_is_heap(class))
        return mapping_proxy_new(OBJ(class->state->dict));
    List *keys = list_new(8);
    class_own_names(class, keys);
    Dict *copy = dict_new();
    for (size_t i = 0; i < keys->length; i++)
        dict_set(copy, keys->at[i], class_own(class, value_find_str(keys->at[i])));
    return mapping_proxy_new(OBJ(copy));
}

NATIVE_VALUE(type, doc, NO_PARAMS)
{
    Value own = class_own(self_class(self), N(__doc__));
    return is_set(own) ? member_bind(own, UNSET, self_class(self)) : NONE;
}

NATIVE_VALUE(type, set_doc, ONE_VALUE)
{
    class_set(self_class(self), N(__doc__), a->value);
    return NONE;
}

NATIVE_VALUE(type, annotations, NO_PARAMS)
{
    const Class *class = self_class(self);
    Value own = class->state->dict ? dict_find_str(class->state->dict, N(__annotations__)) : UNSET;
    if (is_set(own))
        return own;
    if (!class_is_heap(class))
        raise_attribute("type object '%s' has no attribute '__annotations__'", class->name);
    own = OBJ(dict_new());
    class_set(class, N(__annotations__), own);
    return own;
}

NATIVE_VALUE(type, set_annotations, ONE_VALUE)
{
    class_set(self_class(self), N(__annotations__), a->value);
    return NONE;
}

NATIVE_VALUE(type, subclasses, NO_PARAMS)
{
    List *below = self_class(self)->state->subclasses;
    return OBJ(below ? list_of(below->length, below->at) : list_new(0));
}

NATIVE_VALUE(type, instancecheck, ONE_VALUE)
{
    return BOOL(is_subclass(class_of(a->value), self_class(self)));
}

NATIVE_VALUE(type, subclasscheck, ONE_VALUE)
{
    const Class *class = value_as_class(a->value);
    if (!class)
        raise_type("issubclass() arg 1 must be a class");
    return BOOL(is_subclass(class, self_class(self)));
}

#define PREPARE_PARAMS(P) P(REST, list, args, Empty) P(KWREST, dict, keywords, Empty)
NATIVE_CLASS(type, prepare, PREPARE_PARAMS)
{
    return OBJ(dict_new());
}

static void add_names(const Class *class, Dict *seen)
{
    for (const Class *const *c = class_mro(class); *c; c++) {
        List *names_of = list_new(8);
        class_own_names(*c, names_of);
        for (size_t i = 0; i < names_of->length; i++)
            dict_set(seen, names_of->at[i], NONE);
    }
}

static Value sorted_names(Dict *seen)
{
    List *list = list_from(OBJ(seen));
    sort_values(list->at, list->length, NONE, false);
    return OBJ(list);
}

NATIVE_VALUE(type, dir, NO_PARAMS)
{
    Dict *seen = dict_new();
    add_names(self_class(self), seen);
    return sorted_names(seen);
}

static Value type_binop(Operator op, Value left, Value right)
{
    return op == OPERATOR_OR ? union_binop(op, left, right) : UNSET;
}

static const Method type_methods[] = {
    {"__name__", &type_name_of_native, METHOD_PROPERTY, &type_set_name_native},
    {"__qualname__", &type_qualname_native, METHOD_PROPERTY, &type_set_qualname_native},
    {"__module__", &type_module_native, METHOD_PROPERTY, &type_set_module_native},
    {"__doc__", &type_doc_native, METHOD_PROPERTY, &type_set_doc_native},
    {"__annotations__", &type_annotations_native, METHOD_PROPERTY, &type_set_annotations_native},
    PROPERTY_AS("__bases__", type, bases),
    PROPERTY_AS("__base__", type, base_of),
    PROPERTY_AS("__mro__", type, mro_tuple),
    PROPERTY_AS("__dict__", type, dict),
    METHOD(type, mro),
    METHOD_AS("__subclasses__", type, subclasses),
    METHOD_AS("__instancecheck__", type, instancecheck),
    METHOD_AS("__subclasscheck__", type, subclasscheck),
    METHOD_AS("__dir__", type, dir),
    {"__prepare__", &type_prepare_native, METHOD_CLASS, NULL},
    {0},
};

const Class type_class = {
    .obj = {.class = &type_class},
    .name = "type",
    .module = "builtins",
    .base = &object_class,
    .size = sizeof(Class),
    .state = &(ClassState){0},
    .init = INIT(type),
    .construct = CONSTRUCT(type),
    .methods = type_methods,
    .repr = type_repr,
    .call = type_call,
    .binop = type_binop,
    .class_subscript = generic_class_subscript, /* type[int] */
};

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

static Value object_make(const Class *class, size_t argument_count)
{
    check_abstract(class);
    check_bare(class);
    if (argument_count > 0) {
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
    if (a->args->length + a->keywords->length > 0) {
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
    return OBJ(class_of(self));
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
        layout_of(class) != layout_of(class_of(self)))
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
    Dict *seen = dict_new();
    add_names(class_of(self), seen);
    if (self.tag == TAG_OBJ && self.obj->attrs)
        dict_update(seen, self.obj->attrs);
    return sorted_names(seen);
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
