/* tuple.c -- the script type tuple. */
#include "py/py.h"
#include "py/internal.h"

/* Room for `count` items directly behind the struct. */
static Tuple *tuple_blank(size_t count)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, sizeof(Value), &bytes))
        raise_exception(&MemoryError_class, "%s", "");
    Tuple *tuple = mem_alloc(sizeof *tuple + bytes);
    tuple->obj.class = &tuple_class;
    tuple->at = (Value *)(tuple + 1);
    tuple->length = count;
    return tuple;
}

Tuple *tuple_new(size_t count, const Value *items)
{
    Tuple *tuple = tuple_blank(count);
    items_copy(tuple->at, items, count);
    return tuple;
}

Tuple *tuple_of_strings(size_t count, Str *const *items)
{
    Tuple *tuple = tuple_blank(count);
    for (size_t i = 0; i < count; i++)
        tuple->at[i] = STR(items[i]);
    return tuple;
}

Tuple *tuple_from(Value iterable)
{
    if (iterable.tag == TAG_OBJ && iterable.obj->class == &tuple_class)
        return (Tuple *)iterable.obj;
    List *list = list_from(iterable);
    return tuple_new(list->length, list->at);
}

#define TUPLE_CONSTRUCT(P) P(ONLY, any, iterable, Unset)
NATIVE_CLASS(Tuple, construct, TUPLE_CONSTRUCT)
{
    bool is_tuple = a->iterable.tag == TAG_OBJ && a->iterable.obj->class == &tuple_class;
    if (is_tuple && class == &tuple_class)
        return a->iterable;
    Tuple *items = is_set(a->iterable) ? tuple_from(a->iterable) : tuple_blank(0);
    if (class == &tuple_class)
        return OBJ(items);
    Tuple *tuple = (Tuple *)object_allocate(class);
    tuple->at = items->at;
    tuple->length = items->length;
    return OBJ(tuple);
}

NATIVE(Tuple, count, ONE_VALUE)
{
    int64_t count = 0;
    for (size_t i = 0; i < self->length; i++)
        count += value_equal(self->at[i], a->value);
    return INT(count);
}

#define TUPLE_INDEX(P)                                                                             \
    P(ONLY, any, value, Required) P(ONLY, any, start, Unset) P(ONLY, any, stop, Unset)
NATIVE(Tuple, index, TUPLE_INDEX)
{
    int64_t length = (int64_t)self->length, start = index_bound(a->start, length, 0),
            stop = index_bound(a->stop, length, length);
    for (int64_t i = start; i < stop && i < length; i++)
        if (value_equal(self->at[i], a->value))
            return INT(i);
    raise_value("tuple.index(x): x not in tuple");
}

NATIVE(Tuple, getnewargs, NO_PARAMS)
{
    return OBJ(tuple_new(1, (Value[]){OBJ(tuple_new(self->length, self->at))}));
}

/* --- slots ------------------------------------------------------------------------------------ */

static void write_tuple(Buf *out, Obj *obj)
{
    const Tuple *tuple = (Tuple *)obj;
    buf_char(out, '(');
    for (size_t i = 0; i < tuple->length; i++) {
        buf_text(out, i ? ", " : "");
        buf_add(out, value_repr(tuple->at[i]));
    }
    buf_text(out, tuple->length == 1 ? ",)" : ")");
}

static Str *tuple_repr(Value self)
{
    return repr_guarded(self.obj, "(...)", write_tuple);
}

static Value tuple_repeat(const Tuple *tuple, int64_t times)
{
    size_t count;
    if (__builtin_mul_overflow(tuple->length, (size_t)times, &count))
        raise_exception(&MemoryError_class, "%s", "");
    Tuple *result = tuple_blank(count);
    for (size_t i = 0; i < count; i++)
        result->at[i] = tuple->at[i % tuple->length];
    return OBJ(result);
}

static Value tuple_multiply(Value left, Value right)
{
    bool is_left = is_instance(left, &tuple_class);
    Value other = is_left ? right : left;
    int64_t times = repeat_count(other);
    if (times >= 0)
        return tuple_repeat((Tuple *)(is_left ? left : right).obj, times);
    return UNSET;
}

static Value tuple_concat(Value left, Value right)
{
    if (!is_instance(left, &tuple_class))
        return UNSET;
    if (!is_instance(right, &tuple_class)) {
        if (may_operate(right))
            return UNSET;
        raise_type("can only concatenate tuple (not \"%s\") to tuple", class_text(right));
    }
    const Tuple *a = (Tuple *)left.obj, *b = (Tuple *)right.obj;
    Tuple *both = tuple_blank(a->length + b->length);
    if (a->length)
        memcpy(both->at, a->at, a->length * sizeof *a->at);
    if (b->length)
        memcpy(both->at + a->length, b->at, b->length * sizeof *b->at);
    return OBJ(both);
}

static Value tuple_binop(Operator op, Value left, Value right)
{
    if (op == OPERATOR_ADD)
        return tuple_concat(left, right);
    if (op == OPERATOR_MUL)
        return tuple_multiply(left, right);
    if (op < OPERATOR_EQ || op > OPERATOR_GE || !is_instance(left, &tuple_class) ||
        !is_instance(right, &tuple_class))
        return UNSET;
    const Tuple *a = (Tuple *)left.obj, *b = (Tuple *)right.obj;
    return sequence_compare(op, a->at, a->length, b->at, b->length);
}

static Value tuple_slice(const Tuple *tuple, const Slice *slice)
{
    int64_t start, stop, step;
    int64_t count = slice_indices(slice, (int64_t)tuple->length, &start, &stop, &step);
    if (step == 1 && (size_t)count == tuple->length && tuple->obj.class == &tuple_class)
        return OBJ(tuple);
    if (step == 1)
        return OBJ(tuple_new((size_t)count, tuple->at + start));
    Tuple *part = tuple_blank((size_t)count);
    for (int64_t i = 0; i < count; i++)
        part->at[i] = tuple->at[start + i * step];
    return OBJ(part);
}

static Value tuple_subscript(Value self, Value key)
{
    const Tuple *tuple = (Tuple *)self.obj;
    if (key.tag == TAG_OBJ && key.obj->class == &slice_class)
        return tuple_slice(tuple, (Slice *)key.obj);
    return tuple->at[sequence_index(key, (int64_t)tuple->length, "tuple")];
}

static bool tuple_contains(Value self, Value item)
{
    const Tuple *tuple = (Tuple *)self.obj;
    for (size_t i = 0; i < tuple->length; i++)
        if (value_equal(tuple->at[i], item))
            return true;
    return false;
}

static int64_t tuple_length(Value self)
{
    return (int64_t)((Tuple *)self.obj)->length;
}

/* CPython's xxHash of the item hashes, so that hash((1, 2)) prints the same. */
static int64_t tuple_hash(Value self)
{
    const uint64_t prime1 = UINT64_C(11400714785074694791), prime2 = UINT64_C(14029467366897019727),
                   prime5 = UINT64_C(2870177450012600261);
    const Tuple *tuple = (Tuple *)self.obj;
    uint64_t acc = prime5;
    vm_check_stack();
    for (size_t i = 0; i < tuple->length; i++) {
        acc += (uint64_t)value_hash(tuple->at[i]) * prime2;
        acc = ((acc << 31) | (acc >> 33)) * prime1;
    }
    acc += tuple->length ^ (prime5 ^ UINT64_C(3527539));
    return acc == UINT64_MAX ? 1546275796 : (int64_t)acc;
}

static const Method tuple_methods[] = {
    METHOD(Tuple, count),
    METHOD(Tuple, index),
    METHOD_AS("__getnewargs__", Tuple, getnewargs),
    {0},
};

const Class tuple_class = {
    CLASS_NAMED(Tuple, "tuple", "builtins", object),
    .construct = CONSTRUCT(Tuple),
    .methods = tuple_methods,
    .repr = tuple_repr,
    .binop = tuple_binop,
    .subscript = tuple_subscript,
    .contains = tuple_contains,
    .length = tuple_length,
    .flags = CLASS_FIXED_HASH,
    .hash = tuple_hash,
    .iter = container_iter,
    .class_subscript = generic_class_subscript,
};
