/* range_long.c -- ranges whose bounds or length do not fit in 64 bits, and slices of such lengths: the arithmetic
 * of range.c with ints of any size. To scripts they are a range like any other. */
#include "py/py.h"
#include "py/internal.h"

#include <math.h>

typedef struct LongRange {
    Obj obj;
    Value start, stop, step, length;
} LongRange;

typedef struct LongRangeIterator {
    Obj obj;
    Value next, step, left;
} LongRangeIterator;

static const Class LongRange_class, LongRangeIterator_class;

static Value add(Value a, Value b)
{
    return value_operate(OPERATOR_ADD, a, b);
}

static Value subtract(Value a, Value b)
{
    return value_operate(OPERATOR_SUB, a, b);
}

static bool is_negative(Value n)
{
    return value_order(n, INT(0)) < 0;
}

/* How many numbers from start, by step, lie before stop. */
static Value count_steps(Value start, Value stop, Value step)
{
    bool back = is_negative(step);
    Value span = back ? subtract(start, stop) : subtract(stop, start);
    if (value_order(span, INT(0)) <= 0)
        return INT(0);
    Value size = back ? value_operate(OPERATOR_NEG, step, UNSET) : step;
    return add(value_operate(OPERATOR_FLOORDIV, subtract(span, INT(1)), size), INT(1));
}

Value range_long_new(Value start, Value stop, Value step)
{
    LongRange *range = obj_new(LongRange);
    range->start = start;
    range->stop = stop;
    range->step = step;
    range->length = count_steps(start, stop, step);
    return OBJ(range);
}

static Value item_at(const LongRange *r, Value i)
{
    return add(r->start, value_operate(OPERATOR_MUL, i, r->step));
}

/* A bound of a slice: from the end when negative, within low and high; `missing` when it is None. */
static Value clamp_bound(Value bound, Value length, Value low, Value high, Value missing)
{
    if (is_absent(bound))
        return missing;
    bound = slice_member_int(bound);
    if (is_negative(bound))
        bound = add(bound, length);
    return value_order(bound, low) < 0 ? low : value_order(bound, high) > 0 ? high : bound;
}

void slice_long_indices(const Slice *slice, Value length, Value indices[3])
{
    Value step = is_absent(slice->step) ? INT(1) : slice_member_int(slice->step);
    if (!value_truth(step))
        raise_value("slice step cannot be zero");
    bool back = is_negative(step);
    Value low = INT(back ? -1 : 0), high = back ? subtract(length, INT(1)) : length;
    indices[0] = clamp_bound(slice->start, length, low, high, back ? high : low);
    indices[1] = clamp_bound(slice->stop, length, low, high, back ? low : high);
    indices[2] = step;
}

static Value long_range_subscript(Value self, Value key)
{
    const LongRange *r = (LongRange *)self.obj;
    if (key.tag == TAG_OBJ && key.obj->class == &slice_class) {
        Value part[3];
        slice_long_indices((Slice *)key.obj, r->length, part);
        return range_from_values(item_at(r, part[0]), item_at(r, part[1]),
                                 value_operate(OPERATOR_MUL, part[2], r->step));
    }
    if (!is_index(key))
        raise_type("range indices must be integers or slices, not %s", class_text(key));
    Value i = value_index(key);
    if (is_negative(i))
        i = add(i, r->length);
    if (is_negative(i) || value_order(i, r->length) >= 0)
        raise_exception(&IndexError_class, "range object index out of range");
    return item_at(r, i);
}

/* The position of an int, or UNSET. */
static Value find_position(const LongRange *r, Value v)
{
    if (v.tag == TAG_FLOAT && isfinite(v.number) && v.number == trunc(v.number))
        v = int_from_double(v.number);
    if (!is_int(v) && v.tag != TAG_BOOL)
        return UNSET;
    Value behind = subtract(v, r->start);
    if (value_truth(value_operate(OPERATOR_MOD, behind, r->step)))
        return UNSET;
    Value i = value_operate(OPERATOR_FLOORDIV, behind, r->step);
    return is_negative(i) || value_order(i, r->length) >= 0 ? UNSET : i;
}

static bool long_range_contains(Value self, Value item)
{
    return is_set(find_position((LongRange *)self.obj, item));
}

NATIVE(LongRange, index, ONE_VALUE)
{
    Value at = find_position(self, a->value);
    if (!is_set(at))
        raise_value("%s is not in range", value_repr(a->value)->text);
    return at;
}

NATIVE(LongRange, count, ONE_VALUE)
{
    return INT(is_set(find_position(self, a->value)));
}

static Value walk(Value start, Value step, Value length)
{
    LongRangeIterator *it = obj_new(LongRangeIterator);
    it->next = start;
    it->step = step;
    it->left = length;
    return OBJ(it);
}

static Value long_range_iter(Value self)
{
    const LongRange *r = (LongRange *)self.obj;
    return walk(r->start, r->step, r->length);
}

NATIVE0(LongRange, reversed)
{
    return walk(item_at(self, subtract(self->length, INT(1))),
                value_operate(OPERATOR_NEG, self->step, UNSET), self->length);
}

static Value iterator_self(Value self)
{
    return self;
}

static Value iterator_next(Value self)
{
    LongRangeIterator *it = (LongRangeIterator *)self.obj;
    if (!value_truth(it->left))
        return UNSET;
    Value item = it->next;
    it->next = add(it->next, it->step);
    it->left = subtract(it->left, INT(1));
    return item;
}

static Str *long_range_repr(Value self)
{
    const LongRange *r = (LongRange *)self.obj;
    const char *start = value_repr(r->start)->text, *stop = value_repr(r->stop)->text;
    if (value_equal(r->step, INT(1)))
        return str_format("range(%s, %s)", start, stop);
    return str_format("range(%s, %s, %s)", start, stop, value_repr(r->step)->text);
}

static int64_t long_range_len(Value self)
{
    Value length = ((LongRange *)self.obj)->length;
    if (length.tag != TAG_INT)
        raise_exception(&OverflowError_class, "Python int too large to convert to C ssize_t");
    return length.integer;
}

static bool long_range_truth(Value self)
{
    return value_truth(((LongRange *)self.obj)->length);
}

/* What a range is equal by: its length, its start unless empty, its step unless there is one number. */
static Value essence(Value range)
{
    Value length, start = value_find_attr_text(range, "start"),
                  step = value_find_attr_text(range, "step");
    if (range.obj->class == &LongRange_class)
        length = ((LongRange *)range.obj)->length;
    else
        length = INT(range_length((Range *)range.obj));
    bool many = value_order(length, INT(1)) > 0;
    return OBJ(
        tuple_new(3, (Value[]){length, value_truth(length) ? start : NONE, many ? step : NONE}));
}

bool range_long_equal(Value left, Value right)
{
    return value_equal(essence(left), essence(right));
}

static Value long_range_binop(Operator op, Value left, Value right)
{
    if ((op != OPERATOR_EQ && op != OPERATOR_NE) || !is_instance(left, &range_class) ||
        !is_instance(right, &range_class))
        return UNSET;
    return BOOL(range_long_equal(left, right) == (op == OPERATOR_EQ));
}

static int64_t long_range_hash(Value self)
{
    return value_hash(essence(self));
}

static const Field long_range_fields[] = {
    FIELD(LongRange, any, start, READONLY),
    FIELD(LongRange, any, stop, READONLY),
    FIELD(LongRange, any, step, READONLY),
    {0},
};
static const Method long_range_methods[] = {
    METHOD(LongRange, index),
    METHOD(LongRange, count),
    METHOD_AS("__reversed__", LongRange, reversed),
    {0},
};
static const Class LongRange_class = {
    CLASS_NAMED(LongRange, "range", "builtins", range),
    .flags = CLASS_FINAL | CLASS_FIXED_HASH,
    .fields = long_range_fields,
    .methods = long_range_methods,
    .repr = long_range_repr,
    .binop = long_range_binop,
    .subscript = long_range_subscript,
    .contains = long_range_contains,
    .length = long_range_len,
    .truth = long_range_truth,
    .hash = long_range_hash,
    .iter = long_range_iter,
};
static const Class LongRangeIterator_class = {
    CLASS_NAMED(LongRangeIterator, "longrange_iterator", "builtins", object),
    .flags = CLASS_FINAL,
    .iter = iterator_self,
    .next = iterator_next,
};
