/* list.c -- the script type list. */
#include "py/py.h"
#include "py/internal.h"

/* A short one lies in one block with its items, until it grows. */
List *list_new(size_t capacity)
{
    enum { SHORT = 16 };
    if (capacity == 0 || capacity > SHORT) {
        List *list = obj_new(List);
        if (capacity)
            vec_reserve(list, capacity);
        return list;
    }
    List *list = mem_alloc(sizeof *list + capacity * sizeof(Value));
    list->obj.class = &list_class;
    list->at = (Value *)(list + 1);
    list->capacity = capacity;
    return list;
}

List *list_of(size_t count, const Value *items)
{
    List *list = list_new(count);
    items_copy(list->at, items, count);
    list->length = count;
    return list;
}

void list_append(List *list, Value item)
{
    vec_push(list, item);
}

void list_append_unshared(List *list, Value item)
{
    if (list->length == list->capacity) {
        Value *outgrown = list->at;
        size_t size = list->capacity * sizeof *outgrown;
        vec_reserve(list, list->length + 1);
        mem_give_back(outgrown, size);
    }
    value_store(&list->at[list->length++], item);
}

List *list_from(Value iterable)
{
    List *list = list_new(0);
    list_extend(list, iterable);
    return list;
}

static void extend_array(List *list, const Value *items, size_t count)
{
    vec_reserve(list, list->length + count);
    if (count)
        memmove(list->at + list->length, items, count * sizeof *items);
    list->length += count;
}

/* Too long a one is refused before the memory is filled with its beginning. */
static void reserve_for_range(List *list, Value range)
{
    const int64_t longest = INT64_C(1) << 28;
    int64_t length = value_length(range);
    if (length > longest)
        raise_exception_args(&MemoryError_class, 0, NULL);
    vec_reserve(list, list->length + (size_t)length);
}

void list_extend(List *list, Value iterable)
{
    const Class *class = iterable.tag == TAG_OBJ ? iterable.obj->class : NULL;
    if (class == &list_class) {
        List *other = (List *)iterable.obj;
        size_t count = other->length;
        vec_reserve(list, list->length + count);
        extend_array(list, other->at, count);
    } else if (class == &tuple_class) {
        extend_array(list, ((Tuple *)iterable.obj)->at, ((Tuple *)iterable.obj)->length);
    } else {
        Iter it = iter_open(iterable);
        if (class && is_subclass(class, &range_class))
            reserve_for_range(list, iterable);
        if (class && class_is_heap(class))
            value_length_hint(iterable, 0);
        Value item;
        while (iter_next(&it, &item))
            vec_push(list, item);
    }
}

/* --- methods ---------------------------------------------------------------------------------- */

#define LIST_INIT(P) P(ONLY, any, iterable, Unset)
NATIVE(List, init, LIST_INIT)
{
    self->length = 0;
    if (is_set(a->iterable))
        list_extend(self, a->iterable);
    return NONE;
}

NATIVE(List, append, ONE_VALUE)
{
    vec_push(self, a->value);
    return NONE;
}

#define LIST_EXTEND(P) P(ONLY, any, iterable, Required)
NATIVE(List, extend, LIST_EXTEND)
{
    list_extend(self, a->iterable);
    return NONE;
}

NATIVE(List, iadd, LIST_EXTEND)
{
    list_extend(self, a->iterable);
    return OBJ(self);
}

#define LIST_INSERT(P) P(ONLY, int, index, Required) P(ONLY, any, value, Required)
NATIVE(List, insert, LIST_INSERT)
{
    int64_t i = a->index, length = (int64_t)self->length;
    if (i < 0)
        i = i + length < 0 ? 0 : i + length;
    if (i > length)
        i = length;
    vec_insert(self, (size_t)i, a->value);
    return NONE;
}

#define LIST_POP(P) P(ONLY, int, index, MinusOne)
NATIVE(List, pop, LIST_POP)
{
    if (self->length == 0)
        raise_exception(&IndexError_class, "pop from empty list");
    int64_t i = a->index < 0 ? a->index + (int64_t)self->length : a->index;
    if (i < 0 || i >= (int64_t)self->length)
        raise_exception(&IndexError_class, "pop index out of range");
    Value item = self->at[i];
    vec_remove(self, (size_t)i);
    return item;
}

NATIVE(List, remove, ONE_VALUE)
{
    for (size_t i = 0; i < self->length; i++)
        if (value_equal(self->at[i], a->value)) {
            if (i < self->length)
                vec_remove(self, i);
            return NONE;
        }
    raise_value("list.remove(x): x not in list");
}

NATIVE0(List, clear)
{
    self->at = NULL;
    self->length = self->capacity = 0;
    return NONE;
}

NATIVE0(List, copy)
{
    return OBJ(list_of(self->length, self->at));
}

NATIVE0(List, reverse)
{
    for (size_t i = 0, j = self->length; i + 1 < j; i++) {
        Value item = self->at[i];
        self->at[i] = self->at[--j];
        self->at[j] = item;
    }
    return NONE;
}

NATIVE(List, count, ONE_VALUE)
{
    int64_t count = 0;
    for (size_t i = 0; i < self->length; i++)
        count += value_equal(self->at[i], a->value);
    return INT(count);
}

#define LIST_INDEX(P)                                                                              \
    P(ONLY, any, value, Required) P(ONLY, any, start, Unset) P(ONLY, any, stop, Unset)
NATIVE(List, index, LIST_INDEX)
{
    int64_t length = (int64_t)self->length, start = index_bound(a->start, length, 0),
            stop = index_bound(a->stop, length, INT64_MAX);
    for (int64_t i = start; i < stop && i < (int64_t)self->length; i++)
        if (value_equal(self->at[i], a->value))
            return INT(i);
    raise_value("%s is not in list", value_repr(a->value)->text);
}

#define LIST_SORT(P) P(KEY, any, key, None) P(KEY, any, reverse, False)
NATIVE(List, sort, LIST_SORT)
{
    sort_list(self, a->key, value_truth(a->reverse));
    return NONE;
}

NATIVE0(List, reversed)
{
    return reversed_iterator(OBJ(self));
}

NATIVE(List, imul, ONE_VALUE)
{
    int64_t times = repeat_count(a->value);
    if (times < 0)
        raise_type("can't multiply sequence by non-int of type '%s'", class_text(a->value));
    List *all = list_repeat(self, times);
    self->at = all->at;
    self->length = all->length;
    self->capacity = all->capacity;
    return OBJ(self);
}

/* --- slots ------------------------------------------------------------------------------------ */

static void write_list(Buf *out, Obj *obj)
{
    const List *list = (List *)obj;
    buf_char(out, '[');
    for (size_t i = 0; i < list->length; i++) {
        buf_text(out, i ? ", " : "");
        buf_add(out, value_repr(list->at[i]));
    }
    buf_char(out, ']');
}

static Str *list_repr(Value self)
{
    return repr_guarded(self.obj, "[...]", write_list);
}

List *list_repeat(const List *list, int64_t times)
{
    size_t count, bytes;
    if (__builtin_mul_overflow(list->length, (size_t)times, &count) ||
        __builtin_mul_overflow(count, sizeof(Value), &bytes))
        raise_exception(&MemoryError_class, "%s", "");
    List *result = list_new(count);
    for (size_t i = 0; i < count; i++)
        result->at[i] = list->at[i % list->length];
    result->length = count;
    return result;
}

static Value list_multiply(Value left, Value right)
{
    bool is_left = is_instance(left, &list_class);
    Value other = is_left ? right : left;
    int64_t times = repeat_count(other);
    if (times >= 0)
        return OBJ(list_repeat((List *)(is_left ? left : right).obj, times));
    return UNSET;
}

static Value list_concat(Value left, Value right)
{
    if (!is_instance(left, &list_class))
        return UNSET;
    if (!is_instance(right, &list_class)) {
        if (may_operate(right))
            return UNSET;
        raise_type("can only concatenate list (not \"%s\") to list", class_text(right));
    }
    const List *a = (List *)left.obj, *b = (List *)right.obj;
    List *both = list_new(a->length + b->length);
    extend_array(both, a->at, a->length);
    extend_array(both, b->at, b->length);
    return OBJ(both);
}

static Value list_binop(Operator op, Value left, Value right)
{
    if (op == OPERATOR_ADD)
        return list_concat(left, right);
    if (op == OPERATOR_MUL)
        return list_multiply(left, right);
    if (op < OPERATOR_EQ || op > OPERATOR_GE || !is_instance(left, &list_class) ||
        !is_instance(right, &list_class))
        return UNSET;
    const List *a = (List *)left.obj, *b = (List *)right.obj;
    return sequence_compare(op, a->at, a->length, b->at, b->length);
}

static Value list_slice(const List *list, const Slice *slice)
{
    int64_t start, stop, step;
    int64_t count = slice_indices(slice, (int64_t)list->length, &start, &stop, &step);
    if (step == 1)
        return OBJ(list_of((size_t)count, count ? list->at + start : NULL));
    List *part = list_new((size_t)count);
    for (int64_t i = 0; i < count; i++)
        vec_push(part, list->at[start + i * step]);
    return OBJ(part);
}

static Value list_subscript(Value self, Value key)
{
    const List *list = (List *)self.obj;
    if (key.tag == TAG_INT && key.integer >= 0 && (uint64_t)key.integer < list->length)
        return list->at[key.integer];
    if (key.tag == TAG_OBJ && key.obj->class == &slice_class)
        return list_slice(list, (Slice *)key.obj);
    return list->at[sequence_index(key, (int64_t)list->length, "list")];
}

/* list[from:to] = items, growing or shrinking. */
static void replace_run(List *list, size_t from, size_t to, const Value *items, size_t count)
{
    size_t tail = list->length - to, length = from + count + tail;
    vec_reserve(list, length);
    if (tail)
        memmove(list->at + from + count, list->at + to, tail * sizeof *list->at);
    if (count)
        memcpy(list->at + from, items, count * sizeof *items);
    list->length = length;
}

static void delete_steps(List *list, int64_t start, int64_t step, int64_t count)
{
    if (count && step < 0) { /* the same elements, from the front */
        start += (count - 1) * step;
        step = -step;
    }
    size_t kept = count ? (size_t)start : list->length;
    for (size_t i = kept; i < list->length; i++) {
        int64_t behind = (int64_t)i - start;
        if (behind % step != 0 || behind / step >= count)
            list->at[kept++] = list->at[i];
    }
    list->length = kept;
}

static void list_set_slice(List *list, const Slice *slice, Value value)
{
    int64_t start, stop, step;
    if (!is_set(value)) {
        int64_t count = slice_indices(slice, (int64_t)list->length, &start, &stop, &step);
        delete_steps(list, start, step, count);
        return;
    }
    slice_indices(slice, (int64_t)list->length, &start, &stop, &step);
    if (!is_iterable(value))
        raise_type(step == 1 ? "can only assign an iterable"
                             : "must assign iterable to extended slice");
    List *items = list_of(0, NULL);
    list_extend(items, value); /* which may change the list */
    int64_t count = slice_indices(slice, (int64_t)list->length, &start, &stop, &step);
    if (step == 1) {
        replace_run(list, (size_t)start, (size_t)(stop > start ? stop : start), items->at,
                    items->length);
        return;
    }
    if ((int64_t)items->length != count)
        raise_value("attempt to assign sequence of size %zu to extended slice of size %lld",
                    items->length, (long long)count);
    for (int64_t i = 0; i < count; i++)
        list->at[start + i * step] = items->at[i];
}

/* The index of list[key] = ... or del list[key]. */
static size_t list_target(const List *list, Value key)
{
    int64_t length = (int64_t)list->length;
    Value i = is_index(key) ? value_index(key) : key;
    if (i.tag == TAG_INT && (i.integer >= length || i.integer < -length))
        raise_exception(&IndexError_class, "list assignment index out of range");
    return sequence_index(i, length, "list");
}

/* list[i] = value, or del list[i]. */
static void list_set_subscript(Value self, Value key, Value value)
{
    List *list = (List *)self.obj;
    if (key.tag == TAG_OBJ && key.obj->class == &slice_class) {
        list_set_slice(list, (Slice *)key.obj, value);
        return;
    }
    size_t i = list_target(list, key);
    if (is_set(value))
        list->at[i] = value;
    else
        vec_remove(list, i);
}

static bool list_contains(Value self, Value item)
{
    const List *list = (List *)self.obj;
    for (size_t i = 0; i < list->length; i++)
        if (value_equal(list->at[i], item))
            return true;
    return false;
}

static int64_t list_length(Value self)
{
    return (int64_t)((List *)self.obj)->length;
}

static const Method list_methods[] = {
    METHOD(List, append),
    METHOD(List, extend),
    METHOD(List, insert),
    METHOD(List, pop),
    METHOD(List, remove),
    METHOD(List, clear),
    METHOD(List, copy),
    METHOD(List, reverse),
    METHOD(List, count),
    METHOD(List, index),
    METHOD(List, sort),
    METHOD_AS("__iadd__", List, iadd),
    METHOD_AS("__imul__", List, imul),
    METHOD_AS("__reversed__", List, reversed),
    {0},
};

const Class list_class = {
    CLASS_NAMED(List, "list", "builtins", object),
    .init = INIT(List),
    .methods = list_methods,
    .repr = list_repr,
    .binop = list_binop,
    .subscript = list_subscript,
    .set_subscript = list_set_subscript,
    .contains = list_contains,
    .length = list_length,
    .hash = hash_unhashable,
    .iter = container_iter,
    .class_subscript = generic_class_subscript,
};
