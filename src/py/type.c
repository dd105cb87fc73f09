/* type.c -- the metaclass `type`: making classes, attributes of class objects. Their instances: instance.c. */
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

const Class *class_layout(const Class *class)
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
        const Class *layout = class_layout(base), *so_far = best ? class_layout(best) : NULL;
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
        return OBJ(class_shown(args->at[0]));
    if (args->length != 3)
        raise_type(class == &type_class ? "type() takes 1 or 3 arguments"
                                        : "type.__new__() takes exactly 3 arguments (%zu given)",
                   args->length);
    Str *name = value_find_str(args->at[0]);
    if (name && strlen(name->text) != name->length)
        raise_value("type name must not contain null characters");
    if (!name)
        raise_type("type.__new__() argument 1 must be str, not %s", is_none(args->at[0]) ? "None" : class_of(args->at[0])->name);
    if (!as(Tuple, args->at[1]))
        raise_type("type.__new__() argument 2 must be tuple, not %s", is_none(args->at[1]) ? "None" : class_of(args->at[1])->name);
    if (!as(Dict, args->at[2]))
        raise_type("type.__new__() argument 3 must be dict, not %s", is_none(args->at[2]) ? "None" : class_of(args->at[2])->name);
    return type_make(class, name, as(Tuple, args->at[1]), as(Dict, args->at[2]), a->keywords);
}

NATIVE_VALUE(type, init, TYPE_NEW)
{
    return NONE;
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

Value class_dir(const Class *class, const Dict *attrs)
{
    Dict *seen = dict_new();
    for (const Class *const *c = class_mro(class); *c; c++) {
        List *names_of = list_new(8);
        class_own_names(*c, names_of);
        for (size_t i = 0; i < names_of->length; i++)
            dict_set(seen, names_of->at[i], NONE);
    }
    if (attrs)
        dict_update(seen, attrs);
    List *list = list_from(OBJ(seen));
    sort_values(list->at, list->length, NONE, false);
    return OBJ(list);
}

NATIVE_VALUE(type, dir, NO_PARAMS)
{
    return class_dir(self_class(self), NULL);
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
