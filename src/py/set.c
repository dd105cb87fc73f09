/* set.c -- the script types set and frozenset over set_table.c.
 *
 * In which order operands are walked, and when tables are copied whole, is CPython's: it shows in the results.
 */
#include "py/py.h"
#include "py/internal.h"
#include "py/frame.h"

Set *set_new(void)
{
    return obj_new(Set);
}

static bool is_any_set(Value v)
{
    return v.tag == TAG_OBJ && (is_instance(v, &set_class) || is_instance(v, &frozenset_class));
}

static bool is_exact_dict(Value v)
{
    return v.tag == TAG_OBJ && v.obj->class == &dict_class;
}

void set_extend(Set *set, Value iterable)
{
    if (is_any_set(iterable)) {
        set_merge(set, (Set *)iterable.obj);
        return;
    }
    if (is_exact_dict(iterable)) {
        set_merge_keys(set, (Dict *)iterable.obj);
        return;
    }
    Iter it = iter_open(iterable);
    Value item;
    while (iter_next(&it, &item))
        set_add(set, item);
}

static Set *set_of_class(const Class *class, Value items)
{
    Set *set = (Set *)object_allocate(class);
    set_extend(set, items);
    return set;
}

Set *set_from(Value iterable)
{
    return set_of_class(&set_class, iterable);
}

/* The set itself when it is one, else a new one with the items. */
static const Set *as_set(Value v)
{
    return is_any_set(v) ? (Set *)v.obj : set_from(v);
}

/* A copy as methods return it: the built-in class, frozen or not as self. */
static const Class *plain_class(Value self)
{
    return is_instance(self, &frozenset_class) ? &frozenset_class : &set_class;
}

/* --- algebra ---------------------------------------------------------------------------------- */

/* Adds to `result` what of `walked` is (or is not) in `other`. */
static void filter_into(Set *result, const Set *walked, const Set *other, bool wanted)
{
    const SetItem *item;
    for (size_t i = 0; (item = set_next(walked, &i));) {
        SetItem kept = *item;
        if (set_has_item(other, &kept) == wanted)
            set_put(result, kept);
    }
}

static Set *intersection(const Set *a, Value other, const Class *class)
{
    Set *result = (Set *)object_allocate(class);
    if (other.tag == TAG_OBJ && other.obj == &a->obj) {
        set_merge(result, a);
        return result;
    }
    if (is_any_set(other)) {
        const Set *b = (Set *)other.obj;
        bool swaps = b->length > a->length;
        filter_into(result, swaps ? a : b, swaps ? b : a, true);
        return result;
    }
    Iter it = iter_open(other);
    for (Value key; iter_next(&it, &key);) {
        SetItem item = set_item(key);
        if (set_has_item(a, &item))
            set_put(result, item);
    }
    return result;
}

static void remove_all(Set *self, Value other)
{
    if (!is_any_set(other)) {
        Iter it = iter_open(other);
        for (Value key; iter_next(&it, &key);)
            set_remove(self, key);
        set_drop_dummies(self);
        return;
    }
    const Set *removed = (Set *)other.obj;
    const SetItem *item;
    if (removed == self) {
        set_clear(self);
        return;
    }
    if (removed->length / 8 > self->length)
        removed = intersection(self, other, &set_class);
    for (size_t i = 0; (item = set_next(removed, &i));)
        set_remove_item(self, item);
    set_drop_dummies(self);
}

static void keep_unknown_keys(Set *result, const Set *self, const Dict *known)
{
    const SetItem *item;
    for (size_t i = 0; (item = set_next(self, &i));)
        if (!dict_has(known, item->key))
            set_put(result, *item);
}

static Set *difference(const Set *self, Value other, const Class *class)
{
    bool is_dict = is_exact_dict(other), is_set = is_any_set(other);
    size_t size = is_dict ? ((Dict *)other.obj)->length : is_set ? ((Set *)other.obj)->length : 0;
    Set *result = (Set *)object_allocate(class);
    if ((!is_dict && !is_set) || self->length / 4 > size) {
        set_merge(result, self);
        remove_all(result, other);
    } else if (is_dict)
        keep_unknown_keys(result, self, (Dict *)other.obj);
    else
        filter_into(result, self, (Set *)other.obj, false);
    return result;
}

static void toggle(Set *self, const SetItem *item)
{
    if (!set_remove_item(self, item))
        set_put(self, *item);
}

static void toggle_all(Set *self, Value other)
{
    if (other.tag == TAG_OBJ && other.obj == &self->obj) {
        set_clear(self);
        return;
    }
    if (is_exact_dict(other)) {
        DictEntry *entry;
        for (size_t i = 0; (entry = dict_next((Dict *)other.obj, &i));) {
            SetItem item = set_item(entry->key);
            toggle(self, &item);
        }
        return;
    }
    const Set *others = as_set(other);
    const SetItem *item;
    for (size_t i = 0; (item = set_next(others, &i));)
        toggle(self, item);
}

static Set *symmetric_difference(Value self, Value other, const Class *class)
{
    Set *result = set_of_class(class, other);
    toggle_all(result, self);
    return result;
}

static Value combine(Operator op, Value left, Value right, const Class *class)
{
    Set *a = (Set *)left.obj, *result;
    switch (op) {
    case OPERATOR_OR:
        result = set_of_class(class, left);
        set_extend(result, right);
        return OBJ(result);
    case OPERATOR_AND:
        return OBJ(intersection(a, right, class));
    case OPERATOR_SUB:
        return OBJ(difference(a, right, class));
    default:
        return OBJ(symmetric_difference(left, right, class));
    }
}

static bool is_subset(const Set *a, const Set *b)
{
    const SetItem *item;
    if (a->length > b->length)
        return false;
    for (size_t i = 0; (item = set_next(a, &i));)
        if (!set_has_item(b, item))
            return false;
    return true;
}

static bool compare_sets(Operator op, const Set *a, const Set *b)
{
    size_t left = a->length, right = b->length;
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
    if (op >= OPERATOR_EQ && op <= OPERATOR_GE)
        return BOOL(compare_sets(op, (Set *)left.obj, (Set *)right.obj));
    return is_set_operator(op) ? combine(op, left, right, plain_class(left)) : UNSET;
}

/* --- methods of both -------------------------------------------------------------------------- */

#define SET_OTHERS(P) P(REST, list, others, Empty)

NATIVE_VALUE(AnySet, union, SET_OTHERS)
{
    Set *result = set_of_class(plain_class(self), self);
    for (size_t i = 0; i < a->others->length; i++)
        set_extend(result, a->others->at[i]);
    return OBJ(result);
}

static const Set *intersect_all(Value self, const List *others, const Class *class)
{
    if (!others->length)
        return set_of_class(class, self);
    const Set *result = (Set *)self.obj;
    for (size_t i = 0; i < others->length; i++)
        result = intersection(result, others->at[i], class);
    return result;
}

NATIVE_VALUE(AnySet, intersection, SET_OTHERS)
{
    return OBJ(intersect_all(self, a->others, plain_class(self)));
}

NATIVE_VALUE(AnySet, difference, SET_OTHERS)
{
    const Class *class = plain_class(self);
    if (!a->others->length)
        return OBJ(set_of_class(class, self));
    Set *result = difference((Set *)self.obj, a->others->at[0], class);
    for (size_t i = 1; i < a->others->length; i++)
        remove_all(result, a->others->at[i]);
    return OBJ(result);
}

NATIVE_VALUE(AnySet, symmetric_difference, ONE_VALUE)
{
    return OBJ(symmetric_difference(self, a->value, plain_class(self)));
}

NATIVE_VALUE(AnySet, issubset, ONE_VALUE)
{
    return BOOL(is_subset((Set *)self.obj, as_set(a->value)));
}

NATIVE_VALUE(AnySet, issuperset, ONE_VALUE)
{
    Iter it = iter_open(a->value);
    Value item;
    while (iter_next(&it, &item)) /* what comes behind one that is missing is not looked at */
        if (!set_has((Set *)self.obj, item))
            return FALSE_VALUE;
    return TRUE_VALUE;
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
    return OBJ(set_of_class(plain_class(self), self));
}

/* --- methods of set --------------------------------------------------------------------------- */

#define SET_INIT(P) P(ONLY, any, iterable, Unset)
NATIVE(Set, init, SET_INIT)
{
    set_clear(self);
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
    return is_mutable ? OBJ(set_of_class(&frozenset_class, item)) : item;
}

NATIVE(Set, discard, ONE_VALUE)
{
    set_remove(self, lookup_item(a->value));
    return NONE;
}

NATIVE(Set, remove, ONE_VALUE)
{
    if (!set_remove(self, lookup_item(a->value)))
        raise_exception_with(&KeyError_class, a->value);
    return NONE;
}

NATIVE0(Set, pop)
{
    Value item = set_pop(self);
    if (!is_set(item))
        raise_exception_with(&KeyError_class, STR(str_from("pop from an empty set")));
    return item;
}

NATIVE0(Set, clear)
{
    set_clear(self);
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
    set_replace(self, intersect_all(OBJ(self), a->others, &set_class));
    return NONE;
}

NATIVE(Set, difference_update, SET_OTHERS)
{
    for (size_t i = 0; i < a->others->length; i++)
        remove_all(self, a->others->at[i]);
    return NONE;
}

NATIVE(Set, symmetric_difference_update, ONE_VALUE)
{
    toggle_all(self, a->value);
    return NONE;
}

static void combine_in_place(Operator op, Set *self, Value other)
{
    if (op == OPERATOR_OR)
        set_extend(self, other);
    else if (op == OPERATOR_AND)
        set_replace(self, intersection(self, other, &set_class));
    else if (op == OPERATOR_SUB)
        remove_all(self, other);
    else
        toggle_all(self, other);
}

Value set_combined(Operator op, Value a, Value b)
{
    Set *set = set_from(a);
    combine_in_place(op, set, b);
    return OBJ(set);
}

/* s |= other and its kin: only sets (and key views) qualify. */
static Value operate_in_place(Operator op, Set *self, Value other)
{
    if (!is_any_set(other) && !is_instance(other, &dict_keys_class) &&
        !is_instance(other, &dict_items_class))
        return NOT_IMPLEMENTED;
    combine_in_place(op, self, other);
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
    const SetItem *item;
    const Set *set = (Set *)obj;
    if (obj->class != &set_class || set->length == 0)
        buf_format(out, "%s(", class_text(OBJ(obj)));
    const char *before = "{";
    for (size_t i = 0; (item = set_next(set, &i)); before = ", ") {
        buf_text(out, before);
        buf_add(out, value_repr(item->key));
    }
    buf_text(out, set->length ? "}" : "");
    if (obj->class != &set_class || set->length == 0)
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
    return (int64_t)((Set *)self.obj)->length;
}

/* Independent of the order; the mixing is CPython's. */
static int64_t frozenset_hash(Value self)
{
    const Set *set = (Set *)self.obj;
    const SetItem *item;
    uint64_t hash = 0;
    vm.loose_hashes += set->loose > 0;
    for (size_t i = 0; (item = set_next(set, &i));) {
        uint64_t h = (uint64_t)item->hash;
        hash ^= ((h ^ UINT64_C(89869747)) ^ (h << 16)) * UINT64_C(3644798167);
    }
    hash ^= (set->length + 1) * UINT64_C(1927868237);
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
    .flags = CLASS_FIXED_HASH,
    .methods = frozenset_methods,
    .repr = set_repr,
    .binop = set_binop,
    .contains = set_contains,
    .length = set_length,
    .hash = frozenset_hash,
    .iter = container_iter,
    .class_subscript = generic_class_subscript,
};
