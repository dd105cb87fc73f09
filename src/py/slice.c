/* slice.c -- slices, and what list, tuple, str and range share about indices and comparison. */
#include "py/py.h"
#include "py/internal.h"

/* --- indices ---------------------------------------------------------------------------------- */

/* What CPython writes in C carries its module in messages ("datetime.date"); what it writes in
 * Python does not. */
static const struct {
    const char *module, *names; /* names NULL: all of them */
} told_with_module[] = {
    {"datetime", NULL}, {"decimal", NULL},   {"re", NULL},
    {"itertools", NULL}, {"operator", NULL}, {"_io", NULL},
    {"_hashlib", NULL}, {"functools", " partial "},
    {"collections", " OrderedDict defaultdict deque "}, {"types", " SimpleNamespace "},
};

const char *class_told(const Class *class)
{
    Str *module = class_module(class), *name = class_name(class);
    for (size_t i = 0; i < COUNT_OF(told_with_module); i++) {
        if (!str_is(module, told_with_module[i].module))
            continue;
        const char *names = told_with_module[i].names;
        if (!names || strstr(names, str_format(" %s ", name->text)->text))
            return str_format("%s.%s", module->text, name->text)->text;
    }
    return name->text;
}

const char *class_text(Value v)
{
    if (value_is_opaque(v)) /* whoever asks is about to refuse it */
        opaque_raise(v);
    return class_told(class_of(v));
}

bool may_operate(Value other)
{
    if (other.tag != TAG_OBJ)
        return false;
    const Class *class = other.obj->class;
    return (class->flags & CLASS_HEAP) || (class_with_slot(class, offsetof(Class, binop)) &&
                                           !str_is(class_module(class), "builtins"));
}

int64_t index_clamped(Value v)
{
    Value n = value_index(v);
    if (n.tag == TAG_INT)
        return n.integer;
    return value_truth(value_operate(OPERATOR_LT, n, INT(0))) ? INT64_MIN : INT64_MAX;
}

bool is_index(Value v)
{
    if (v.tag == TAG_INT || v.tag == TAG_BOOL)
        return true;
    return v.tag == TAG_OBJ &&
           (is_instance(v, &int_class) || is_set(class_find(v.obj->class, N(__index__))));
}

int64_t index_bound(Value v, int64_t length, int64_t fallback)
{
    if (!is_set(v))
        return fallback;
    if (!is_index(v))
        raise_type("slice indices must be integers or have an __index__ method");
    int64_t i = index_clamped(v);
    return i < 0 ? (i + length < 0 ? 0 : i + length) : i;
}

/* The index, or an error of this class when it needs more than 64 bits. */
static int64_t index_fitting(Value v, const Class *error)
{
    Value n = value_index(v);
    if (n.tag != TAG_INT)
        raise_exception(error, "cannot fit '%s' into an index-sized integer", class_text(v));
    return n.integer;
}

int64_t index_check_size(Value key)
{
    return index_fitting(key, &IndexError_class);
}

int64_t repeat_count(Value n)
{
    if (!is_index(n))
        return -1;
    int64_t count = index_fitting(n, &OverflowError_class);
    return count < 0 ? 0 : count;
}

size_t sequence_index(Value key, int64_t length, const char *what)
{
    if (!is_index(key))
        raise_type("%s indices must be integers or slices, not %s", what, class_text(key));
    bool is_range = strcmp(what, "range") == 0;
    int64_t i = is_range ? index_clamped(key) : index_check_size(key);
    if (i < 0)
        i += length;
    if (i < 0 || i >= length)
        raise_exception(&IndexError_class, "%s%sindex out of range",
                        is_range ? "range object" : strcmp(what, "bytes") == 0 ? "" : what,
                        strcmp(what, "bytes") == 0 ? "" : " ");
    return (size_t)i;
}

Value slice_member_int(Value v)
{
    if (!is_index(v))
        raise_type("slice indices must be integers or None or have an __index__ method");
    return value_index(v);
}

static int64_t slice_member(Value v)
{
    return index_clamped(slice_member_int(v));
}

/* A start or stop into [low, high], counted from the end when negative. */
static int64_t clamp_bound(Value v, int64_t length, int64_t low, int64_t high, int64_t fallback)
{
    if (is_absent(v))
        return fallback;
    int64_t i = slice_member(v);
    if (i < 0) {
        i += length;
        return i < low ? low : i;
    }
    return i > high ? high : i;
}

int64_t slice_indices(const Slice *slice, int64_t length, int64_t *start, int64_t *stop,
                      int64_t *step)
{
    *step = is_absent(slice->step) ? 1 : slice_member(slice->step);
    if (*step == 0)
        raise_value("slice step cannot be zero");
    if (*step == INT64_MIN)
        *step = -INT64_MAX;
    bool back = *step < 0;
    int64_t low = back ? -1 : 0, high = back ? length - 1 : length;
    *start = clamp_bound(slice->start, length, low, high, back ? high : low);
    *stop = clamp_bound(slice->stop, length, low, high, back ? low : high);
    if (back ? *start <= *stop : *start >= *stop)
        return 0;
    return back ? (*start - *stop - 1) / -*step + 1 : (*stop - *start - 1) / *step + 1;
}

/* --- comparison of sequences ------------------------------------------------------------------ */

Value sequence_compare(Operator op, const Value *a, size_t a_length, const Value *b,
                       size_t b_length)
{
    if (a_length != b_length && (op == OPERATOR_EQ || op == OPERATOR_NE))
        return BOOL(op == OPERATOR_NE);
    vm_check_stack_in(" in comparison");
    size_t i = 0;
    while (i < a_length && i < b_length && value_equal(a[i], b[i]))
        i++;
    if (i >= a_length || i >= b_length)
        return ordering_result(op, (a_length > b_length) - (a_length < b_length));
    if (op == OPERATOR_EQ || op == OPERATOR_NE)
        return BOOL(op == OPERATOR_NE);
    return value_operate(op, a[i], b[i]);
}

/* --- the script type -------------------------------------------------------------------------- */

Slice *slice_new(Value start, Value stop, Value step)
{
    Slice *slice = obj_new(Slice);
    slice->start = is_set(start) ? start : NONE;
    slice->stop = is_set(stop) ? stop : NONE;
    slice->step = is_set(step) ? step : NONE;
    return slice;
}

#define SLICE_CONSTRUCT(P)                                                                         \
    P(ONLY, any, start, Required) P(ONLY, any, stop, Unset) P(ONLY, any, step, None)
NATIVE_CLASS(Slice, construct, SLICE_CONSTRUCT)
{
    if (!is_set(a->stop))
        return OBJ(slice_new(NONE, a->start, NONE));
    return OBJ(slice_new(a->start, a->stop, a->step));
}

#define SLICE_INDICES(P) P(ONLY, any, length, Required)
NATIVE(Slice, indices, SLICE_INDICES)
{
    Value length = value_index(a->length), indices[3];
    if (value_order(length, INT(0)) < 0)
        raise_value("length should not be negative");
    slice_long_indices(self, length, indices);
    return OBJ(tuple_new(3, indices));
}

static Str *slice_repr(Value self)
{
    const Slice *s = (Slice *)self.obj;
    return str_format("slice(%s, %s, %s)", value_repr(s->start)->text, value_repr(s->stop)->text,
                      value_repr(s->step)->text);
}

static Value slice_binop(Operator op, Value left, Value right)
{
    if (op < OPERATOR_EQ || op > OPERATOR_GE || !is_instance(left, &slice_class) ||
        !is_instance(right, &slice_class))
        return UNSET;
    const Slice *a = (Slice *)left.obj, *b = (Slice *)right.obj;
    Value one[] = {a->start, a->stop, a->step}, two[] = {b->start, b->stop, b->step};
    return sequence_compare(op, one, 3, two, 3);
}

static const Field slice_fields[] = {
    FIELD(Slice, any, start, READONLY),
    FIELD(Slice, any, stop, READONLY),
    FIELD(Slice, any, step, READONLY),
    {0},
};
static const Method slice_methods[] = {METHOD(Slice, indices), {0}};

static int64_t slice_hash(Value self)
{
    const Slice *s = (Slice *)self.obj;
    return value_hash(OBJ(tuple_new(3, (Value[]){s->start, s->stop, s->step})));
}

const Class slice_class = {
    CLASS_NAMED(Slice, "slice", "builtins", object),
    .flags = CLASS_FINAL,
    .construct = CONSTRUCT(Slice),
    .fields = slice_fields,
    .methods = slice_methods,
    .repr = slice_repr,
    .binop = slice_binop,
    .hash = slice_hash,
};
