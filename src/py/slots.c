/* slots.c -- __slots__: members that have a place in the instance instead of an entry in its
 * __dict__. The places lie behind the struct of the base; a class all of whose bases have slots
 * gives its instances no __dict__. */
#include "py/internal.h"
#include "py/py.h"

/* One slot seen as a descriptor: a member of its class. */
typedef struct SlotMember {
    Obj obj;
    Str *name;
    const Class *owner;
    size_t offset; /* of a Value in the instance */
} SlotMember;

static Value *slot_place(const SlotMember *slot, Value instance)
{
    if (!is_instance(instance, slot->owner))
        raise_type("descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                   slot->name->text, slot->owner->name, class_text(instance));
    return (Value *)(void *)((char *)instance.obj + slot->offset);
}

static Value slot_get(Value self, Value instance, const Class *owner)
{
    const SlotMember *slot = (const SlotMember *)self.obj;
    if (!is_set(instance))
        return self;
    Value v = *slot_place(slot, instance);
    if (!is_set(v))
        raise_no_attribute(instance, slot->name);
    return v;
}

/* value UNSET: del */
static bool slot_set(Value self, Value instance, Value value)
{
    const SlotMember *slot = (const SlotMember *)self.obj;
    Value *place = slot_place(slot, instance);
    if (!is_set(value) && !is_set(*place))
        raise_exception_with(&AttributeError_class, STR(slot->name));
    *place = value;
    return true;
}

static Str *slot_repr(Value self)
{
    const SlotMember *slot = (const SlotMember *)self.obj;
    return str_format("<member '%s' of '%s' objects>", slot->name->text, slot->owner->name);
}

static Value slot_getattr(Value self, Str *name)
{
    const SlotMember *slot = (const SlotMember *)self.obj;
    if (name == N(__name__))
        return STR(slot->name);
    if (name == N(__qualname__))
        return STR(str_format("%s.%s", class_qualname(slot->owner)->text, slot->name->text));
    return str_is(name, "__objclass__") ? OBJ(slot->owner) : UNSET;
}

static const Class SlotMember_class = {
    CLASS_NAMED(SlotMember, "member_descriptor", "builtins", object),
    .flags = CLASS_FINAL,
    .get = slot_get,
    .set = slot_set,
    .repr = slot_repr,
    .getattr = slot_getattr,
};

/* --- the names -------------------------------------------------------------------------------- */

/* __name of class _C is _C__name. */
static Str *mangle(const char *class, Str *name)
{
    if (!str_starts_with(name, "__") || str_ends_with(name, "__"))
        return name;
    class += strspn(class, "_");
    return *class ? str_intern(str_format("_%s%s", class, name->text)) : name;
}

static Str *slot_name(Value item)
{
    Str *name = value_find_str(item);
    if (!name)
        raise_type("__slots__ items must be strings, not '%s'", class_text(item));
    if (!value_truth(call_method(item, "isidentifier", 0, NULL)))
        raise_type("__slots__ must be identifiers");
    return str_intern(name);
}

static const List *slot_names(Value slots)
{
    List *names = list_new(4);
    if (value_find_str(slots)) {
        list_append(names, STR(slot_name(slots)));
        return names;
    }
    Iter it = iter_open(slots);
    for (Value item; iter_next(&it, &item);)
        list_append(names, STR(slot_name(item)));
    return names;
}

/* --- the class -------------------------------------------------------------------------------- */

/* Natives that make their instances by the size of the class; others would not leave the room. */
static bool leaves_room(const Class *base)
{
    static const Class *const classes[] = {&object_class, &list_class, &dict_class, &set_class};
    while (class_is_heap(base))
        base = base->base;
    for (size_t i = 0; i < COUNT_OF(classes); i++)
        if (base == classes[i])
            return true;
    return is_subclass(base, &BaseException_class) || base->flags & CLASS_BOXED;
}

/* Whose instances have no fixed size in CPython. */
static bool is_sized_by_value(const Class *base)
{
    return is_subclass(base, &int_class) || is_subclass(base, &tuple_class) ||
           is_subclass(base, &bytes_class) || is_subclass(base, &type_class);
}

static bool any_takes_attrs(const Tuple *bases)
{
    for (size_t i = 0; i < bases->length; i++)
        if (object_takes_attrs((const Class *)bases->at[i].obj))
            return true;
    return false;
}

static void add_slot(Class *class, Dict *members, Str *name)
{
    Str *mangled = mangle(class->name, name);
    if (is_set(dict_find_str(members, mangled)))
        raise_value("'%s' in __slots__ conflicts with class variable", name->text);
    SlotMember *slot = obj_new(SlotMember);
    slot->name = mangled;
    slot->owner = class;
    slot->offset = class->size;
    class->size += sizeof(Value);
    dict_set_str(members, mangled, OBJ(slot));
}

void slots_define(Class *class, Dict *members, const Tuple *bases)
{
    Value slots = dict_find_str(members, N(__slots__));
    if (!is_set(slots))
        return;
    const List *names = slot_names(slots);
    bool takes_attrs = any_takes_attrs(bases), has_dict = false;
    size_t count = 0;
    for (size_t i = 0; i < names->length; i++) {
        Str *name = names->at[i].str;
        bool is_dict = name == N(__dict__);
        if (is_dict && (takes_attrs || has_dict))
            raise_type("__dict__ slot disallowed: we already got one");
        has_dict = has_dict || is_dict;
        count += !is_dict && name != N(__weakref__);
    }
    if (count && is_sized_by_value(class->base))
        raise_type("nonempty __slots__ not supported for subtype of '%s'", class->base->name);
    if (count && !leaves_room(class->base)) /* its slots are entries of a __dict__ */
        return;
    if (!takes_attrs && !has_dict)
        class->flags &= ~(unsigned)CLASS_ANY_ATTR;
    class->size = (class->size + sizeof(void *) - 1) / sizeof(void *) * sizeof(void *);
    for (size_t i = 0; i < names->length; i++)
        if (names->at[i].str != N(__dict__) && names->at[i].str != N(__weakref__))
            add_slot(class, members, names->at[i].str);
}
