/* set.c -- the script types set and frozenset: a Dict table without values. */
#include "py/py.h"
#include "py/internal.h"

Set *set_new(void)
{
    return obj_new(Set);
}

void set_add(Set *set, Value item)
{
    if (!dict_has(&set->dict, item))
        dict_set(&set->dict, item, UNSET);
}

bool set_has(const Set *set, Value item)
{
    return dict_has(&set->dict, item);
}

static bool is_any_set(Value v)
{
    return v.tag == TAG_OBJ && (is_instance(v, &set_class) || is_instance(v, &frozenset_class));
}

static void set_extend(Set *set, Value iterable)
{
    if (is_any_set(iterable)) {
        dict_update(&set->dict, (Dict *)iterable.obj);
        return;
    }
    Iter it = iter_open(iterable);
    Value item;
    while (iter_next(&it, &item))
        set_add(set, item);
}

Set *set_from(Value iterable)
{
    Set *set = set_new();
    set_extend(set, iterable);
    return set;
}

/* The set itself when it is one, else a new one with the items. */
static const Set *as_set(Value v)
{
    return is_any_set(v) ? (Set *)v.obj : set_from(v);
}

static Set *set_of_class(const Class *class, const Set *items)
{
    Set *set = (Set *)object_allocate(class);
    dict_update(&set->dict, &items->dict);
    return set;
}

/* A copy as methods return it: the built-in class, frozen or not as self. */
static const Class *plain_class(Value self)
{
    return is_instance(self, &frozenset_class) ? &frozenset_class : &set_class;
}

/* --- algebra ---------------------------------------------------------------------------------- */

/* Adds to `result` what of `a` is (or is not) in `b`. */
static void filter_into(Set *result, const Set *a, const Set *b, bool wanted)
{
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(&a->dict, &i));) {
        Value item = entry->key;
        if (set_has(b, item) == wanted)
            set_add(result, item);
    }
}

Value set_combine(Operator op, const Set *a, const Set *b, const Class *class)
{
    Set *result = (Set *)object_allocate(class);
    switch (op) {
    case OPERATOR_OR:
        dict_update(&result->dict, &a->dict);
        dict_update(&result->dict, &b->dict);
        break;
    case OPERATOR_AND:
        if (b->dict.length < a->dict.length)
            filter_into(result, b, a, true);
        else
            filter_into(result, a, b, true);
        break;
    case OPERATOR_SUB:
        filter_into(result, a, b, false);
        break;
    default:
        filter_into(result, a, b, false);
        filter_into(result, b, a, false);
    }
    return OBJ(result);
}

static bool is_subset(const Set *a, const Set *b)
{
    DictEntry *entry;
    if (a->dict.length > b->dict.length)
        return false;
    for (size_t i = 0; (entry = dict_next(&a->dict, &i));)
        if (!set_has(b, entry->key))
            return false;
    return true;
}

static bool compare_sets(Operator op, const Set *a, const Set *b)
{
    size_t left = a->dict.length, right = b->dict.length;
    switch (op) {
    case OPERATOR_EQ:
        return left == right && is_subset(a, b);
    case OPERATOR_NE:
        return left != right || !is_subset(a, b);
    case OPERATOR_LT:
        return left < right && is_subset(a, b);
    case OPERATOR_LE:
        return is_subset(a, b);
    case OPERATOR_GT:
        return right < left && is_subset(b, a);
    default:
        return is_subset(b, a);
    }
}

bool set_equal(const Set *a, const Set *b)
{
    return compare_sets(OPERATOR_EQ, a, b);
}

static bool is_set_operator(Operator op)
{
    return op == OPERATOR_OR || op == OPERATOR_AND || op == OPERATOR_SUB || op == OPERATOR_XOR;
}

static Value set_binop(Operator op, Value left, Value right)
{
    if (!is_any_set(left) || !is_any_set(right))
        return UNSET;
    const Set *a = (Set *)left.obj, *b = (Set *)right.obj;
    if (op >= OPERATOR_EQ && op <= OPERATOR_GE)
        return BOOL(compare_sets(op, a, b));
    return is_set_operator(op) ? set_combine(op, a, b, plain_class(left)) : UNSET;
}

/* Makes self what `items` holds. */
static void set_replace(Set *self, const Set *items)
{
    Dict *to = &self->dict;
    const Dict *from = &items->dict;
    to->entries = from->entries;
    to->length = from->length;
    to->used = from->used;
    to->capacity = from->capacity;
    to->index = from->index;
    to->index_size = from->index_size;
    to->hashes = from->hashes;
}

static void combine_in_place(Operator op, Set *self, const Set *other)
{
    set_replace(self, (Set *)set_combine(op, self, other, &set_class).obj);
}

/* --- methods of both -------------------------------------------------------------------------- */

#define SET_OTHERS(P) P(REST, list, others, Empty)

static Value combine_all(Operator op, Value self, const List *others)
{
    const Class *class = plain_class(self);
    Set *result = set_of_class(class, (Set *)self.obj);
    for (size_t i = 0; i < others->length; i++)
        result = (Set *)set_combine(op, result, as_set(others->at[i]), class).obj;
    return OBJ(result);
}

NATIVE_VALUE(AnySet, union, SET_OTHERS)
{
    Set *result = set_of_class(plain_class(self), (Set *)self.obj);
    for (size_t i = 0; i < a->others->length; i++)
        set_extend(result, a->others->at[i]);
    return OBJ(result);
}

NATIVE_VALUE(AnySet, intersection, SET_OTHERS)
{
    return combine_all(OPERATOR_AND, self, a->others);
}

NATIVE_VALUE(AnySet, difference, SET_OTHERS)
{
    return combine_all(OPERATOR_SUB, self, a->others);
}

NATIVE_VALUE(AnySet, symmetric_difference, ONE_VALUE)
{
    return set_combine(OPERATOR_XOR, (Set *)self.obj, as_set(a->value), plain_class(self));
}

NATIVE_VALUE(AnySet, issubset, ONE_VALUE)
{
    return BOOL(is_subset((Set *)self.obj, as_set(a->value)));
}

NATIVE_VALUE(AnySet, issuperset, ONE_VALUE)
{
    return BOOL(is_subset(as_set(a->value), (Set *)self.obj));
}

NATIVE_VALUE(AnySet, isdisjoint, ONE_VALUE)
{
    Iter it = iter_open(a->value);
    Value item;
    while (iter_next(&it, &item))
        if (set_has((Set *)self.obj, item))
            return FALSE_VALUE;
    return TRUE_VALUE;
}

NATIVE_VALUE(AnySet, copy, NO_PARAMS)
{
    if (self.obj->class == &frozenset_class)
        return self;
    return OBJ(set_of_class(plain_class(self), (Set *)self.obj));
}

/* --- methods of set --------------------------------------------------------------------------- */

#define SET_INIT(P) P(ONLY, any, iterable, Unset)
NATIVE(Set, init, SET_INIT)
{
    set_replace(self, set_new());
    if (is_set(a->iterable))
        set_extend(self, a->iterable);
    return NONE;
}

NATIVE(Set, add, ONE_VALUE)
{
    set_add(self, a->value);
    return NONE;
}

/* A set as an item to look for stands for the frozenset of the same items. */
static Value lookup_item(Value item)
{
    bool is_mutable = item.tag == TAG_OBJ && item.obj->class == &set_class;
    return is_mutable ? OBJ(set_of_class(&frozenset_class, (Set *)item.obj)) : item;
}

NATIVE(Set, discard, ONE_VALUE)
{
    dict_remove(&self->dict, lookup_item(a->value));
    return NONE;
}

NATIVE(Set, remove, ONE_VALUE)
{
    if (!is_set(dict_remove(&self->dict, lookup_item(a->value))))
        raise_exception_with(&KeyError_class, a->value);
    return NONE;
}

NATIVE0(Set, pop)
{
    size_t i = 0;
    const DictEntry *entry = dict_next(&self->dict, &i);
    if (!entry)
        raise_exception_with(&KeyError_class, STR(str_from("pop from an empty set")));
    Value item = entry->key;
    dict_remove(&self->dict, item);
    return item;
}

NATIVE0(Set, clear)
{
    set_replace(self, set_new());
    return NONE;
}

NATIVE(Set, update, SET_OTHERS)
{
    for (size_t i = 0; i < a->others->length; i++)
        set_extend(self, a->others->at[i]);
    return NONE;
}

NATIVE(Set, intersection_update, SET_OTHERS)
{
    for (size_t i = 0; i < a->others->length; i++)
        combine_in_place(OPERATOR_AND, self, as_set(a->others->at[i]));
    return NONE;
}

NATIVE(Set, difference_update, SET_OTHERS)
{
    for (size_t i = 0; i < a->others->length; i++)
        combine_in_place(OPERATOR_SUB, self, as_set(a->others->at[i]));
    return NONE;
}

NATIVE(Set, symmetric_difference_update, ONE_VALUE)
{
    combine_in_place(OPERATOR_XOR, self, as_set(a->value));
    return NONE;
}

/* s |= other and its kin: only sets (and key views) qualify. */
static Value operate_in_place(Operator op, Set *self, Value other)
{
    if (!is_any_set(other) && !is_instance(other, &dict_keys_class) &&
        !is_instance(other, &dict_items_class))
        return NOT_IMPLEMENTED;
    combine_in_place(op, self, as_set(other));
    return OBJ(self);
}

NATIVE(Set, ior, ONE_VALUE)
{
    return operate_in_place(OPERATOR_OR, self, a->value);
}

NATIVE(Set, iand, ONE_VALUE)
{
    return operate_in_place(OPERATOR_AND, self, a->value);
}

NATIVE(Set, isub, ONE_VALUE)
{
    return operate_in_place(OPERATOR_SUB, self, a->value);
}

NATIVE(Set, ixor, ONE_VALUE)
{
    return operate_in_place(OPERATOR_XOR, self, a->value);
}

/* --- slots ------------------------------------------------------------------------------------ */

static void write_items(Buf *out, Obj *obj)
{
    DictEntry *entry;
    Value self = OBJ(obj);
    const Dict *items = &((Set *)obj)->dict;
    if (obj->class != &set_class || items->length == 0)
        buf_format(out, "%s(", class_text(self));
    const char *before = "{";
    for (size_t i = 0; (entry = dict_next(items, &i)); before = ", ") {
        buf_text(out, before);
        buf_add(out, value_repr(entry->key));
    }
    buf_text(out, items->length ? "}" : "");
    if (obj->class != &set_class || items->length == 0)
        buf_char(out, ')');
}

static Str *set_repr(Value self)
{
    return repr_guarded(self.obj, str_format("%s(...)", class_text(self))->text, write_items);
}

static bool set_contains(Value self, Value item)
{
    return set_has((Set *)self.obj, lookup_item(item));
}

static int64_t set_length(Value self)
{
    return (int64_t)((Set *)self.obj)->dict.length;
}

/* Independent of the order; the mixing is CPython's. */
static int64_t frozenset_hash(Value self)
{
    const Dict *items = &((Set *)self.obj)->dict;
    DictEntry *entry;
    uint64_t hash = 0;
    for (size_t i = 0; (entry = dict_next(items, &i));) {
        uint64_t h = (uint64_t)entry->hash;
        hash ^= ((h ^ UINT64_C(89869747)) ^ (h << 16)) * UINT64_C(3644798167);
    }
    hash ^= (items->length + 1) * UINT64_C(1927868237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069U + 907133923U;
    return hash == UINT64_MAX ? 590923713 : (int64_t)hash;
}

#define FROZENSET_CONSTRUCT(P) P(ONLY, any, iterable, Unset)
NATIVE_CLASS(Frozenset, construct, FROZENSET_CONSTRUCT)
{
    if (class == &frozenset_class && a->iterable.tag == TAG_OBJ &&
        a->iterable.obj->class == &frozenset_class)
        return a->iterable;
    Set *set = (Set *)object_allocate(class);
    if (is_set(a->iterable))
        set_extend(set, a->iterable);
    return OBJ(set);
}

#define METHODS_OF_BOTH                                                                            \
    METHOD(AnySet, union), METHOD(AnySet, intersection), METHOD(AnySet, difference),               \
        METHOD(AnySet, symmetric_difference), METHOD(AnySet, issubset),                            \
        METHOD(AnySet, issuperset), METHOD(AnySet, isdisjoint), METHOD(AnySet, copy)

static const Method set_methods[] = {
    METHODS_OF_BOTH,
    METHOD(Set, add),
    METHOD(Set, discard),
    METHOD(Set, remove),
    METHOD(Set, pop),
    METHOD(Set, clear),
    METHOD(Set, update),
    METHOD(Set, intersection_update),
    METHOD(Set, difference_update),
    METHOD(Set, symmetric_difference_update),
    METHOD_AS("__ior__", Set, ior),
    METHOD_AS("__iand__", Set, iand),
    METHOD_AS("__isub__", Set, isub),
    METHOD_AS("__ixor__", Set, ixor),
    {0},
};
static const Method frozenset_methods[] = {METHODS_OF_BOTH, {0}};

const Class set_class = {
    CLASS_NAMED(Set, "set", "builtins", object),
    .init = INIT(Set),
    .methods = set_methods,
    .repr = set_repr,
    .binop = set_binop,
    .contains = set_contains,
    .length = set_length,
    .hash = hash_unhashable,
    .iter = container_iter,
    .class_subscript = generic_class_subscript,
};

const Class frozenset_class = {
    CLASS_NAMED(Set, "frozenset", "builtins", object),
    .construct = CONSTRUCT(Frozenset),
    .methods = frozenset_methods,
    .repr = set_repr,
    .binop = set_binop,
    .contains = set_contains,
    .length = set_length,
    .hash = frozenset_hash,
    .iter = container_iter,
    .class_subscript = generic_class_subscript,
};
