/* class.c -- the structure of classes: order of resolution, own members, the lookup cache.
 *
 * A native class is a const struct; whatever changes about it lives in its ClassState. Looking up a
 * member asks each class of the MRO for what it defines itself (script dict, then the rows of
 * methods and fields, then its slots seen as dunder methods) and remembers the answer per class.
 */
#include "py/py.h"
#include "py/internal.h"

#include <stdio.h>

typedef struct Member {
    Value value; /* UNSET: known to be missing */
    const Class *owner;
} Member;

static const Class *class_plain_base(const Class *class)
{
    return class->base;
}

/* --- order of resolution ---------------------------------------------------------------------- */

typedef VEC(const Class *) ClassVec;

static ClassVec direct_bases(const Class *class)
{
    ClassVec bases = {0};
    if (class->state->bases) {
        for (size_t i = 0; i < class->state->bases->length; i++)
            vec_push(&bases, (const Class *)class->state->bases->at[i].obj);
        return bases;
    }
    if (class->base)
        vec_push(&bases, class->base);
    for (size_t i = 0; class->mixins && class->mixins[i]; i++)
        vec_push(&bases, class->mixins[i]);
    return bases;
}

static _Noreturn void raise_inconsistent(const ClassVec *bases)
{
    Buf list = {0};
    for (size_t i = 0; i < bases->length; i++)
        buf_format(&list, "%s%s", i ? ", " : "", bases->at[i]->name);
    raise_type("Cannot create a consistent method resolution\norder (MRO) for bases %s",
               buf_str(&list)->text);
}

/* C3: the lists to merge are the bases' own orders and the list of bases. */
typedef struct MergeList {
    const Class *const *at; /* NULL-terminated, consumed from the front */
} MergeList;

static bool is_in_tail(const MergeList *list, const Class *class)
{
    if (!list->at[0])
        return false;
    for (size_t i = 1; list->at[i]; i++)
        if (list->at[i] == class)
            return true;
    return false;
}

static const Class *merge_candidate(const MergeList *lists, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const Class *class = lists[i].at[0];
        bool blocked = !class;
        for (size_t k = 0; !blocked && k < count; k++)
            blocked = is_in_tail(&lists[k], class);
        if (!blocked)
            return class;
    }
    return NULL;
}

static bool lists_left(const MergeList *lists, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (lists[i].at[0])
            return true;
    return false;
}

static const Class **compute_mro(const Class *class)
{
    ClassVec order = {0}, bases = direct_bases(class);
    vec_push(&order, class);
    MergeList *lists = new_array(MergeList, bases.length + 1);
    for (size_t i = 0; i < bases.length; i++)
        lists[i].at = class_mro(bases.at[i]);
    size_t count = bases.length + 1;
    ClassVec last = bases;
    vec_push(&last, NULL);
    lists[bases.length].at = last.at;
    while (lists_left(lists, count)) {
        const Class *next = merge_candidate(lists, count);
        if (!next)
            raise_inconsistent(&bases);
        vec_push(&order, next);
        for (size_t i = 0; i < count; i++)
            if (lists[i].at[0] == next)
                lists[i].at++;
    }
    vec_push(&order, NULL);
    return order.at;
}

const Class *const *class_mro(const Class *class)
{
    if (!class->state->mro)
        class->state->mro = compute_mro(class);
    return class->state->mro;
}

Tuple *class_bases(const Class *class)
{
    if (class->state->bases)
        return class->state->bases;
    ClassVec bases = direct_bases(class);
    Value *items = new_array(Value, bases.length + 1);
    for (size_t i = 0; i < bases.length; i++)
        items[i] = OBJ(bases.at[i]);
    return tuple_new(bases.length, items);
}

bool is_subclass(const Class *class, const Class *base)
{
    if (base == &object_class)
        return true;
    for (; !class_is_heap(class) && !class->mixins; class = class_plain_base(class)) {
        if (class == base)
            return true;
        if (!class_plain_base(class))
            return false;
    }
    for (const Class *const *c = class_mro(class); *c; c++)
        if (*c == base)
            return true;
    return false;
}

/* --- what a class defines itself -------------------------------------------------------------- */

/* A native field seen as a descriptor. */
typedef struct FieldMember {
    Obj obj;
    const Field *field;
    const Class *owner;
} FieldMember;

/* A native property. */
typedef struct PropertyMember {
    Obj obj;
    const Method *method;
    const Class *owner;
} PropertyMember;

static void *member_as(Value self, const Class *class)
{
    BUG_UNLESS(self.tag == TAG_OBJ && self.obj->class == class);
    return self.obj;
}

static Value field_read(const Field *field, const char *at)
{
    switch (field->type) {
    case FIELD_any: {
        Value v = *(const Value *)(const void *)at;
        return is_set(v) ? v : NONE;
    }
    case FIELD_str:
        return STR(*(Str *const *)(const void *)at);
    case FIELD_bool:
        return BOOL(*(const bool *)at);
    case FIELD_int:
        return INT(*(const int64_t *)(const void *)at);
    case FIELD_count: {
        int64_t n = *(const int64_t *)(const void *)at;
        return n < 0 ? NONE : INT(n);
    }
    case FIELD_obj:
        return OBJ(*(Obj *const *)(const void *)at);
    }
    BUG("unknown field type");
}

static int64_t long_from(Value v)
{
    Value n = value_index(v);
    if (n.tag != TAG_INT)
        raise_exception(&OverflowError_class, "Python int too large to convert to C long");
    return n.integer;
}

static void field_write(const Field *field, char *at, Value v)
{
    switch (field->type) {
    case FIELD_any:
        *(Value *)(void *)at = v;
        return;
    case FIELD_str:
        if (!is_absent(v) && !value_find_str(v))
            raise_type("'%s' must be str or None, not %s", field->name, class_text(v));
        *(Str **)(void *)at = is_absent(v) ? NULL : value_find_str(v);
        return;
    case FIELD_bool:
        *(bool *)at = value_truth(v);
        return;
    case FIELD_int:
        *(int64_t *)(void *)at = long_from(v);
        return;
    case FIELD_count:
        *(int64_t *)(void *)at = is_absent(v) ? -1 : long_from(v);
        return;
    case FIELD_obj:
        raise_attribute("attribute '%s' is not writable", field->name);
    }
}

/* A class of a library is written in Python elsewhere, where a script's subclass may use any name for its own:
 * class Choice(TypeDecorator): def __init__(self, kind): self.enum_class = kind */
static bool may_hide(Value instance, const Class *owner)
{
    return instance.tag == TAG_OBJ && instance.obj->class->flags & CLASS_HEAP &&
           !(instance.obj->class->flags & CLASS_NO_ATTR) &&
           !str_is(class_module(owner), "builtins");
}

static Value find_hidden_by(Value instance, const Class *owner, const char *name)
{
    return may_hide(instance, owner) && instance.obj->attrs
               ? dict_find_text(instance.obj->attrs, name)
               : UNSET;
}

static Value field_get(Value self, Value instance, const Class *owner)
{
    if (!is_set(instance))
        return self;
    FieldMember *m = member_as(self, self.obj->class);
    Value own =
        m->field->access == READONLY ? find_hidden_by(instance, m->owner, m->field->name) : UNSET;
    if (is_set(own))
        return own;
    char *at = value_get_as(instance, m->owner, "self");
    return field_read(m->field, at + m->field->offset);
}

static bool field_set(Value self, Value instance, Value value)
{
    FieldMember *m = member_as(self, self.obj->class);
    char *at = value_get_as(instance, m->owner, "self");
    if (m->field->access == MEMBER ||
        (m->field->access == READONLY && str_is(class_module(m->owner), "builtins")))
        raise_attribute("readonly attribute");
    if (m->field->access == READONLY && is_set(value) && may_hide(instance, m->owner)) {
        dict_set_text(object_attrs(instance.obj), m->field->name, value);
        return true;
    }
    if (m->field->access == READONLY)
        raise_attribute("attribute '%s' of '%s' objects is not writable", m->field->name,
                        class_told(m->owner));
    field_write(m->field, at + m->field->offset, is_set(value) ? value : NONE);
    return true;
}

static Str *field_repr(Value self)
{
    FieldMember *m = member_as(self, self.obj->class);
    return str_format("<member '%s' of '%s' objects>", m->field->name, m->owner->name);
}

static const Class FieldMember_class = {
    CLASS_NAMED(FieldMember, "member_descriptor", "builtins", object),
    .flags = CLASS_FINAL,
    .get = field_get,
    .set = field_set,
    .repr = field_repr,
};

static Value property_member_get(Value self, Value instance, const Class *owner)
{
    if (!is_set(instance))
        return self;
    PropertyMember *m = member_as(self, self.obj->class);
    Value own = m->method->setter ? UNSET : find_hidden_by(instance, m->owner, m->method->name);
    if (is_set(own))
        return own;
    const Call call = {0};
    return m->method->native->thunk(m->method->native, instance, &call);
}

static bool property_member_set(Value self, Value instance, Value value)
{
    PropertyMember *m = member_as(self, self.obj->class);
    const Native *setter = m->method->setter;
    if (!setter && is_set(value) && may_hide(instance, m->owner)) {
        dict_set_text(object_attrs(instance.obj), m->method->name, value);
        return true;
    }
    if (!setter && (m->owner->flags & CLASS_NO_ATTR || str_is(class_module(m->owner), "builtins")))
        raise_attribute("attribute '%s' of '%s' objects is not writable", m->method->name,
                        class_told(m->owner));
    if (!setter || !is_set(value))
        raise_attribute("property '%s' of '%s' object has no %s", m->method->name, m->owner->name,
                        is_set(value) ? "setter" : "deleter");
    const Call call = {.count = 1, .args = &value};
    setter->thunk(setter, instance, &call);
    return true;
}

static Str *property_member_repr(Value self)
{
    PropertyMember *m = member_as(self, self.obj->class);
    return str_format("<attribute '%s' of '%s' objects>", m->method->name, m->owner->name);
}

static const Class PropertyMember_class = {
    CLASS_NAMED(PropertyMember, "getset_descriptor", "builtins", object),
    .flags = CLASS_FINAL,
    .get = property_member_get,
    .set = property_member_set,
    .repr = property_member_repr,
};

static Value member_of_method(const Class *class, const Method *method)
{
    if (method->kind != METHOD_PROPERTY)
        return native_method(method->native, class, method->kind);
    PropertyMember *m = obj_new(PropertyMember);
    m->method = method;
    m->owner = class;
    return OBJ(m);
}

static Value member_of_field(const Class *class, const Field *field)
{
    FieldMember *m = obj_new(FieldMember);
    m->field = field;
    m->owner = class;
    return OBJ(m);
}

/* A class's table of methods, then each of the further ones; NULL after the last. */
static const Method *method_table(const Class *class, size_t number)
{
    if (number == 0)
        return class->methods;
    return class->more_methods ? class->more_methods[number - 1] : NULL;
}

static Value native_own(const Class *class, const Str *name)
{
    const Method *m;
    for (size_t i = 0; (m = method_table(class, i)); i++)
        for (; m->name; m++)
            if (str_is(name, m->name))
                return member_of_method(class, m);
    for (const Field *f = class->fields; f && f->name; f++)
        if (str_is(name, f->name))
            return member_of_field(class, f);
    if (name == N(__doc__) && class->doc)
        return STR(str_from(class->doc));
    if (name == N(__module__) && class != &type_class)
        return STR(intern(class->module));
    return dunder_own(class, name);
}

/* Other classes' assignments to native classes bump the version kept in object's state: then every
 * cache is out of date. Script classes clear the one name in themselves and below. */
static Map *class_cache(const Class *class)
{
    ClassState *state = class->state;
    if (state->version != object_class.state->version) {
        state->members = (Map){0};
        state->version = object_class.state->version;
    }
    return &state->members;
}

static void cache_put(const Class *class, Str *name, Value value, const Class *owner)
{
    Member *member = new (Member);
    *member = (Member){value, owner};
    map_put(class_cache(class), name, member);
}

Value class_own(const Class *class, Str *name)
{
    Value own = class->state->dict ? dict_find_str(class->state->dict, name) : UNSET;
    if (is_set(own) || class_is_heap(class))
        return own;
    name = str_intern(name);
    Member *cached = map_find(class_cache(class), name);
    if (cached && cached->owner == class)
        return cached->value;
    own = native_own(class, name);
    if (is_set(own))
        cache_put(class, name, own, class);
    return own;
}

void class_own_names(const Class *class, List *out)
{
    if (class->state->dict) {
        DictEntry *entry;
        for (size_t i = 0; (entry = dict_next(class->state->dict, &i));)
            list_append(out, entry->key);
    }
    if (class_is_heap(class))
        return;
    const Method *m;
    for (size_t i = 0; (m = method_table(class, i)); i++)
        for (; m->name; m++)
            list_append(out, STR(intern(m->name)));
    for (const Field *f = class->fields; f && f->name; f++)
        list_append(out, STR(intern(f->name)));
    dunder_own_names(class, out);
}

/* --- lookup ----------------------------------------------------------------------------------- */

static const Member *find_member(const Class *class, Str *name)
{
    const Member *cached = map_find(class_cache(class), name);
    if (cached)
        return cached;
    Value found = UNSET;
    const Class *const *c = class_mro(class);
    for (; *c; c++)
        if (is_set(found = class_own(*c, name)))
            break;
    cache_put(class, name, found, *c);
    return map_find(class_cache(class), name);
}

/* In front of the classes' own caches: the members asked for last, whatever the class. An entry is
 * dropped with the class's own one (forget_member), all of them when a native class changes. */
typedef struct Recent {
    const Class *class;
    const Str *name;
    Member member;
} Recent;
static Recent recent[256]; /* more would only be more pages to touch in a short run */

static Recent *recent_slot(const Class *class, const Str *name)
{
    uintptr_t mixed = ((uintptr_t) class >> 4) * 31 + ((uintptr_t)name >> 4);
    return &recent[(mixed ^ mixed >> 10) % COUNT_OF(recent)];
}

static const Member *find_recent(const Class *class, Str *name)
{
    if (!name->interned)
        name = str_intern(name);
    Recent *r = recent_slot(class, name);
    if (r->class != class || r->name != name)
        *r = (Recent){class, name, *find_member(class, name)};
    return &r->member;
}

Value class_find_owner(const Class *class, Str *name, const Class **owner)
{
    const Member *member = find_recent(class, name);
    if (owner)
        *owner = member->owner;
    return member->value;
}

Value class_find(const Class *class, Str *name)
{
    return find_recent(class, name)->value;
}

Value class_find_after(const Class *class, const Class *after, Str *name, const Class **owner)
{
    const Class *const *c = class_mro(class);
    while (*c && *c != after)
        c++;
    Value found = UNSET;
    if (*c)
        for (c++; *c && !is_set(found = class_own(*c, name)); c++)
            ;
    if (owner)
        *owner = *c;
    return found;
}

const Class *class_above_with_slot(const Class *class, size_t slot)
{
    for (const Class *const *c = class_mro(class); *c; c++)
        if (*(void *const *)(const void *)((const char *)*c + slot))
            return *c;
    return NULL;
}

Value class_override(const Class *class, Str *name, size_t slot)
{
    if (!class_is_heap(class) && class_with_slot(class, slot))
        return UNSET;
    Value found = class_find(class, name);
    if (found.tag == TAG_OBJ && found.obj->class == &SlotFunction_class &&
        ((const SlotFunction *)found.obj)->owner == class_with_slot(class, slot))
        return UNSET;
    return found;
}

/* --- change ----------------------------------------------------------------------------------- */

static void forget_member(const Class *class, const Str *name)
{
    map_remove(&class->state->members, name);
    Recent *r = recent_slot(class, name);
    if (r->class == class && r->name == name)
        *r = (Recent){0};
    access_forget(class, name);
    List *below = class->state->subclasses;
    for (size_t i = 0; below && i < below->length; i++)
        forget_member((const Class *)below->at[i].obj, name);
}

/* value UNSET removes the member. */
void class_set(const Class *class, Str *name, Value value)
{
    ClassState *state = class->state;
    if (!state->dict)
        state->dict = dict_new();
    name = str_intern(name);
    if (is_set(value))
        dict_set_str(state->dict, name, value);
    else
        dict_remove(state->dict, STR(name));
    bool is_special = str_starts_with(name, "__"); /* a hook changes what other names come to */
    if (!class_is_heap(class) || is_special)
        access_forget_all();
    if (class_is_heap(class))
        forget_member(class, name);
    else {
        object_class.state->version++;
        memset(recent, 0, sizeof recent);
    }
}

/* --- names ------------------------------------------------------------------------------------ */

Str *class_name(const Class *class)
{
    return str_from(class->name);
}

Str *class_module(const Class *class)
{
    Value module = class_own(class, N(__module__));
    Str *text = is_set(module) ? value_find_str(module) : NULL;
    return text ? text : intern(class->module ? class->module : "builtins");
}

Str *class_qualname(const Class *class)
{
    return class->state->qualname ? class->state->qualname : class_name(class);
}

const Class *value_as_class(Value v)
{
    return v.tag == TAG_OBJ && is_subclass(v.obj->class, &type_class) ? (const Class *)v.obj : NULL;
}
