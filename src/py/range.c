/* range.c -- the script type range. What does not fit in 64 bits is range_long.c's. */
#include "py/py.h"
#include "py/internal.h"

int64_t range_length(const Range *r)
{
    uint64_t span, step;
    if (r->step > 0) {
        if (r->start >= r->stop)
            return 0;
        span = (uint64_t)r->stop - (uint64_t)r->start;
        step = (uint64_t)r->step;
    } else {
        if (r->start <= r->stop)
            return 0;
        span = (uint64_t)r->start - (uint64_t)r->stop;
        step = -(uint64_t)r->step;
    }
    return (int64_t)((span - 1) / step + 1);
}

static Range *range_new(int64_t start, int64_t stop, int64_t step)
{
    Range *range = obj_new(Range);
    range->start = start;
    range->stop = stop;
    range->step = step;
    return range;
}

/* Whether len() of the range can be told. */
static bool has_short_length(int64_t start, int64_t stop, int64_t step)
{
    uint64_t span = step > 0 ? (uint64_t)stop - (uint64_t)start : (uint64_t)start - (uint64_t)stop;
    uint64_t size = step > 0 ? (uint64_t)step : -(uint64_t)step;
    bool is_empty = step > 0 ? start >= stop : start <= stop;
    return is_empty || (span - 1) / size < INT64_MAX;
}

Value range_from_values(Value start, Value stop, Value step)
{
    if (!value_truth(step))
        raise_value("range() arg 3 must not be zero");
    if (start.tag != TAG_INT || stop.tag != TAG_INT || step.tag != TAG_INT ||
        !has_short_length(start.integer, stop.integer, step.integer))
        return range_long_new(start, stop, step);
    return OBJ(range_new(start.integer, stop.integer, step.integer));
}

#define RANGE_CONSTRUCT(P)                                                                         \
    P(ONLY, any, start, Required) P(ONLY, any, stop, Unset) P(ONLY, any, step, Unset)
NATIVE_CLASS(Range, construct, RANGE_CONSTRUCT)
{
    Value start = value_index(a->start);
    if (!is_set(a->stop))
        return range_from_values(INT(0), start, INT(1));
    Value stop = value_index(a->stop);
    return range_from_values(start, stop, is_set(a->step) ? value_index(a->step) : INT(1));
}

static int64_t range_item(const Range *r, int64_t i)
{
    return (int64_t)((uint64_t)r->start + (uint64_t)i * (uint64_t)r->step);
}

/* The position of an int, or -1. */
static int64_t range_find(const Range *r, int64_t n)
{
    bool inside = r->step > 0 ? n >= r->start && n < r->stop : n <= r->start && n > r->stop;
    if (!inside)
        return -1;
    uint64_t behind =
        r->step > 0 ? (uint64_t)n - (uint64_t)r->start : (uint64_t)r->start - (uint64_t)n;
    uint64_t step = r->step > 0 ? (uint64_t)r->step : -(uint64_t)r->step;
    return behind % step == 0 ? (int64_t)(behind / step) : -1;
}

/* The position of the first equal item, or -1: floats and script objects are compared one by one.
 */
static int64_t range_position(const Range *r, Value v)
{
    if (v.tag == TAG_INT || v.tag == TAG_BOOL)
        return range_find(r, v.tag == TAG_INT ? v.integer : v.boolean);
    if (v.tag != TAG_FLOAT && v.tag != TAG_OBJ)
        return -1;
    int64_t length = range_length(r);
    for (int64_t i = 0; i < length; i++)
        if (value_equal(INT(range_item(r, i)), v))
            return i;
    return -1;
}

NATIVE(Range, index, ONE_VALUE)
{
    int64_t at = range_position(self, a->value);
    if (at < 0)
        raise_value("%s is not in range", value_repr(a->value)->text);
    return INT(at);
}

NATIVE(Range, count, ONE_VALUE)
{
    return INT(range_position(self, a->value) >= 0);
}

NATIVE0(Range, reversed)
{
    return reversed_iterator(OBJ(self));
}

static Str *range_repr(Value self)
{
    const Range *r = (Range *)self.obj;
    if (r->step == 1)
        return str_format("range(%lld, %lld)", (long long)r->start, (long long)r->stop);
    return str_format("range(%lld, %lld, %lld)", (long long)r->start, (long long)r->stop,
                      (long long)r->step);
}

static Value range_subscript(Value self, Value key)
{
    const Range *r = (Range *)self.obj;
    int64_t length = range_length(r);
    if (key.tag != TAG_OBJ || key.obj->class != &slice_class)
        return INT(range_item(r, (int64_t)sequence_index(key, length, "range")));
    Value part[3];
    slice_long_indices((Slice *)key.obj, INT(length), part);
    const Value first = INT(r->start), by = INT(r->step);
    return range_from_values(
        value_operate(OPERATOR_ADD, first, value_operate(OPERATOR_MUL, part[0], by)),
        value_operate(OPERATOR_ADD, first, value_operate(OPERATOR_MUL, part[1], by)),
        value_operate(OPERATOR_MUL, part[2], by));
}

/* Ranges are equal when they stand for the same numbers. */
static Value range_binop(Operator op, Value left, Value right)
{
    if ((op != OPERATOR_EQ && op != OPERATOR_NE) || !is_instance(left, &range_class) ||
        !is_instance(right, &range_class))
        return UNSET;
    if (left.obj->class != &range_class || right.obj->class != &range_class)
        return BOOL(range_long_equal(left, right) == (op == OPERATOR_EQ));
    const Range *a = (Range *)left.obj, *b = (Range *)right.obj;
    int64_t length = range_length(a);
    bool same = length == range_length(b) &&
                (length == 0 || (a->start == b->start && (length == 1 || a->step == b->step)));
    return BOOL(same == (op == OPERATOR_EQ));
}

static int64_t range_hash(Value self)
{
    const Range *r = (Range *)self.obj;
    int64_t length = range_length(r);
    Value items[] = {INT(length), length ? INT(r->start) : NONE, length > 1 ? INT(r->step) : NONE};
    return value_hash(OBJ(tuple_new(3, items)));
}

static bool range_contains(Value self, Value item)
{
    return range_position((Range *)self.obj, item) >= 0;
}

static int64_t range_len(Value self)
{
    return range_length((Range *)self.obj);
}

static const Field range_fields[] = {
    FIELD(Range, int, start, READONLY),
    FIELD(Range, int, stop, READONLY),
    FIELD(Range, int, step, READONLY),
    {0},
};
static const Method range_methods[] = {
    METHOD(Range, index),
    METHOD(Range, count),
    METHOD_AS("__reversed__", Range, reversed),
    {0},
};

const Class range_class = {
    CLASS_NAMED(Range, "range", "builtins", object),
    .flags = CLASS_FINAL | CLASS_FIXED_HASH,
    .construct = CONSTRUCT(Range),
    .fields = range_fields,
    .methods = range_methods,
    .repr = range_repr,
    .binop = range_binop,
    .subscript = range_subscript,
    .contains = range_contains,
    .length = range_len,
    .hash = range_hash,
    .iter = container_iter,
};
