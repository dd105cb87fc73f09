/* view.c -- dict.keys(), dict.values(), dict.items(): live windows on a dict, with set operations.
 */
#include "py/py.h"
#include "py/internal.h"

Value dict_view(Dict *dict, const Class *class)
{
    DictView *view = (DictView *)object_allocate(class);
    view->dict = dict;
    return OBJ(view);
}

static Dict *viewed(Value self)
{
    return ((DictView *)self.obj)->dict;
}

static void write_view(Buf *out, Obj *obj)
{
    Value self = OBJ(obj);
    bool is_ordered = false; /* OrderedDict has views of its own in CPython */
    for (const Class *c = viewed(self)->obj.class; c && !is_ordered; c = c->base)
        is_ordered = str_is(class_name(c), "OrderedDict");
    buf_format(out, "%s%s(", is_ordered ? "o" : "", class_text(self));
    buf_add(out, value_repr(OBJ(list_from(self))));
    buf_char(out, ')');
}

static Str *view_repr(Value self)
{
    return repr_guarded(self.obj, "...", write_view);
}

static int64_t view_length(Value self)
{
    return (int64_t)viewed(self)->length;
}

static bool keys_contains(Value self, Value item)
{
    return is_set(dict_find(viewed(self), item));
}

static bool items_contains(Value self, Value item)
{
    if (!is_instance(item, &tuple_class) || ((Tuple *)item.obj)->length != 2)
        return false;
    const Tuple *pair = (Tuple *)item.obj;
    Value found = dict_find(viewed(self), pair->at[0]);
    return is_set(found) && value_equal(found, pair->at[1]);
}

/* --- keys and items behave as sets ------------------------------------------------------------ */

static bool is_set_like(Value v)
{
    return is_instance(v, &set_class) || is_instance(v, &frozenset_class) ||
           is_instance(v, &dict_keys_class) || is_instance(v, &dict_items_class);
}

static bool all_in(Value items, Value container)
{
    Iter it = iter_open(items);
    Value item;
    while (iter_next(&it, &item))
        if (!value_contains(container, item))
            return false;
    return true;
}

static Value view_compare(Operator op, Value a, Value b)
{
    if (!is_set_like(a) || !is_set_like(b))
        return UNSET;
    int64_t left = value_length(a), right = value_length(b);
    switch (op) {
    case OPERATOR_EQ:
        return BOOL(left == right && all_in(a, b));
    case OPERATOR_NE:
        return BOOL(left != right || !all_in(a, b));
    case OPERATOR_LT:
        return BOOL(left < right && all_in(a, b));
    case OPERATOR_LE:
        return BOOL(left <= right && all_in(a, b));
    case OPERATOR_GT:
        return BOOL(left > right && all_in(b, a));
    default:
        return BOOL(left >= right && all_in(b, a));
    }
}

static bool is_view(Value v)
{
    return is_instance(v, &dict_keys_class) || is_instance(v, &dict_items_class);
}

/* The dict of its keys: sets take it in at once. */
static Value members(Value v)
{
    return is_instance(v, &dict_keys_class) ? OBJ(viewed(v)) : v;
}

static Value view_intersection(Value self, Value other)
{
    if (!is_view(self) || (is_view(other) && value_length(other) > value_length(self))) {
        Value swapped = self;
        self = other;
        other = swapped;
    }
    if (other.tag == TAG_OBJ && other.obj->class == &set_class &&
        value_length(self) <= value_length(other))
        return call_method(other, "intersection", 1, &self);
    Set *result = set_new();
    Iter it = iter_open(other);
    for (Value item; iter_next(&it, &item);)
        if (value_contains(self, item))
            set_add(result, item);
    return OBJ(result);
}

static Value view_binop(Operator op, Value left, Value right)
{
    if (op >= OPERATOR_EQ && op <= OPERATOR_GE)
        return view_compare(op, left, right);
    if (op != OPERATOR_OR && op != OPERATOR_AND && op != OPERATOR_SUB && op != OPERATOR_XOR)
        return UNSET;
    if (!is_set_like(left) && !is_set_like(right))
        return UNSET;
    return op == OPERATOR_AND ? view_intersection(left, right)
                              : set_combined(op, members(left), right);
}

NATIVE_VALUE(View, isdisjoint, ONE_VALUE)
{
    Iter it = iter_open(a->value);
    Value item;
    while (iter_next(&it, &item))
        if (value_contains(self, item))
            return FALSE_VALUE;
    return TRUE_VALUE;
}

NATIVE_VALUE(View, reversed, NO_PARAMS)
{
    return reversed_iterator(self);
}

NATIVE_VALUE(View, mapping, NO_PARAMS)
{
    return mapping_proxy_new(OBJ(viewed(self)));
}

static const Method set_like_methods[] = {
    METHOD(View, isdisjoint),
    METHOD_AS("__reversed__", View, reversed),
    PROPERTY(View, mapping),
    {0},
};
static const Method values_methods[] = {
    METHOD_AS("__reversed__", View, reversed),
    PROPERTY(View, mapping),
    {0},
};

const Class dict_keys_class = {
    CLASS_NAMED(DictView, "dict_keys", "builtins", object),
    .flags = CLASS_FINAL | CLASS_ABSTRACT,
    .methods = set_like_methods,
    .repr = view_repr,
    .length = view_length,
    .contains = keys_contains,
    .binop = view_binop,
    .hash = hash_unhashable,
    .iter = container_iter,
};
const Class dict_items_class = {
    CLASS_NAMED(DictView, "dict_items", "builtins", object),
    .flags = CLASS_FINAL | CLASS_ABSTRACT,
    .methods = set_like_methods,
    .repr = view_repr,
    .length = view_length,
    .contains = items_contains,
    .binop = view_binop,
    .hash = hash_unhashable,
    .iter = container_iter,
};
const Class dict_values_class = {
    CLASS_NAMED(DictView, "dict_values", "builtins", object),
    .flags = CLASS_FINAL | CLASS_ABSTRACT,
    .methods = values_methods,
    .repr = view_repr,
    .length = view_length,
    .iter = container_iter,
};
