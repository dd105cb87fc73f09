/* operate.c -- operators: reflected and in-place methods, comparison, and the errors of both. */
#include "py/py.h"
#include "py/int.h"

#include <math.h>

static bool is_comparison(Operator op)
{
    return op >= OPERATOR_EQ && op <= OPERATOR_GE;
}

/* --- what needs no dispatch ------------------------------------------------------------------- */

static Value float_fast(Operator op, double a, double b)
{
    switch (op) {
    case OPERATOR_ADD:
        return FLOAT(a + b);
    case OPERATOR_SUB:
        return FLOAT(a - b);
    case OPERATOR_MUL:
        return FLOAT(a * b);
    case OPERATOR_DIV:
        return b == 0 ? UNSET : FLOAT(a / b);
        COMPARISONS(a, b)
    default:
        return UNSET;
    }
}

static Value str_fast(Operator op, const Str *a, const Str *b)
{
    switch (op) {
    case OPERATOR_ADD:
        return STR(str_concat(a, b));
    case OPERATOR_EQ:
        return BOOL(str_equal(a, b));
    case OPERATOR_NE:
        return BOOL(!str_equal(a, b));
    case OPERATOR_LT:
        return BOOL(str_compare(a, b) < 0);
    case OPERATOR_LE:
        return BOOL(str_compare(a, b) <= 0);
    case OPERATOR_GT:
        return BOOL(str_compare(a, b) > 0);
    case OPERATOR_GE:
        return BOOL(str_compare(a, b) >= 0);
    default:
        return UNSET;
    }
}

/* UNSET: the rules of classes decide. */
static Value operate_fast(Operator op, Value a, Value b)
{
    if (a.tag != b.tag)
        return UNSET;
    switch (a.tag) {
    case TAG_INT:
        return int_fast(op, a.integer, b.integer);
    case TAG_FLOAT:
        return float_fast(op, a.number, b.number);
    case TAG_STR:
        return str_fast(op, a.str, b.str);
    default:
        return UNSET;
    }
}

/* --- natives on both sides -------------------------------------------------------------------- */

/* A method that a native class declares as a row instead of by the binop slot. */
static Value native_row(Value self, Str *method, Value other)
{
    Value member = class_find(class_of(self), method);
    if (member.tag != TAG_OBJ || member.obj->class == &SlotFunction_class)
        return UNSET;
    Value result = special_call(self, method, is_set(other), &other);
    return result.tag == TAG_OBJ && result.obj == NOT_IMPLEMENTED.obj ? UNSET : result;
}

static Value equal_by_slot(Value a, Value b)
{
    const Class *with = class_with_slot(class_of(a), offsetof(Class, equal));
    if (with && with != &object_class && is_instance(b, with))
        return BOOL(with->equal(a, b));
    return UNSET;
}

static Value equality_by_slots(Operator op, Value a, Value b)
{
    Value equal = equal_by_slot(a, b);
    if (!is_set(equal))
        equal = equal_by_slot(b, a);
    return is_set(equal) && op == OPERATOR_NE ? BOOL(!equal.boolean) : equal;
}

static Value operate_natives(Operator op, Value a, Value b)
{
    const Class *left = class_with_slot(class_of(a), offsetof(Class, binop));
    const Class *right = class_with_slot(class_of(b), offsetof(Class, binop));
    Value result = UNSET;
    bool right_first =
        left && right && left != right && is_subclass(right, left) && left->binop != right->binop;
    if (right_first)
        result = right->binop(op, a, b);
    if (!is_set(result) && left)
        result = left->binop(op, a, b);
    if (!is_set(result) && right && !right_first && (!left || right->binop != left->binop))
        result = right->binop(op, a, b);
    if (!is_set(result) && (op == OPERATOR_EQ || op == OPERATOR_NE))
        result = equality_by_slots(op, a, b);
    if (!is_set(result) && a.tag == TAG_OBJ)
        result = native_row(a, operator_method(op, false), b);
    if (!is_set(result) && b.tag == TAG_OBJ)
        result = native_row(b, operator_method(op, true), a);
    return result;
}

/* --- script classes --------------------------------------------------------------------------- */

/* self.method(other), UNSET for NotImplemented or no such method. */
static Value try_method(Value self, Value member, Str *method, Value other)
{
    if (!is_set(member))
        return UNSET;
    if (is_none(member))
        raise_type("'%s' object does not support %s", class_text(self), method->text);
    Value result = member.tag == TAG_OBJ && member.obj->class == &SlotFunction_class
                       ? slot_function_call(member, self, &(Call){.count = 1, .args = &other})
                       : special_call(self, method, 1, &other);
    return result.tag == TAG_OBJ && result.obj == NOT_IMPLEMENTED.obj ? UNSET : result;
}

static Value operate_scripts(Operator op, Value a, Value b)
{
    const Class *left = class_of(a), *right = class_of(b), *left_owner, *right_owner;
    Str *method = operator_method(op, false), *reflected = operator_method(op, true);
    Value on_left = class_find_owner(left, method, &left_owner);
    Value on_right = class_find_owner(right, reflected, &right_owner);
    if (left == right && !is_comparison(op))
        on_right = UNSET;
    bool right_first = is_set(on_right) && left != right && is_subclass(right, left) &&
                       (is_comparison(op) || right_owner != left_owner);
    Value result = right_first ? try_method(b, on_right, reflected, a) : UNSET;
    if (!is_set(result))
        result = try_method(a, on_left, method, b);
    if (!is_set(result) && !right_first)
        result = try_method(b, on_right, reflected, a);
    return result;
}

static Value operate(Operator op, Value a, Value b)
{
    Value result = operate_fast(op, a, b);
    if (is_set(result))
        return result;
    if (class_is_heap(class_of(a)) || class_is_heap(class_of(b)))
        return operate_scripts(op, a, b);
    return operate_natives(op, a, b);
}

/* --- errors ----------------------------------------------------------------------------------- */

static bool is_sequence(Value v)
{
    return is_instance(v, &str_class) || is_instance(v, &list_class) ||
           is_instance(v, &tuple_class) || is_instance(v, &bytes_class) ||
           is_instance(v, &bytearray_class);
}

/* Containers that neither repeat nor are repeated. */
static bool has_items(Value v)
{
    return is_instance(v, &dict_class) || is_instance(v, &set_class) ||
           is_instance(v, &frozenset_class) || is_instance(v, &range_class);
}

static const char *sequence_name(Value v)
{
    const Class *class = class_of(v);
    while (class_is_heap(class))
        class = class->base;
    return class->name;
}

/* A subclass with an __add__ of its own is no sequence to `+` any more. */
static bool has_own_add(Value v)
{
    return class_is_heap(class_of(v)) && is_set(class_override(class_of(v), N(__add__), offsetof(Class, binop)));
}

static _Noreturn void raise_operands(Operator op, Value a, Value b, bool in_place)
{
    const char *left = class_told(class_of(a)), *right = class_told(class_of(b));
    if (op == OPERATOR_ADD && is_sequence(a) && !has_own_add(a)) {
        if (is_instance(a, &bytes_class) || is_instance(a, &bytearray_class))
            raise_type("can't concat %s to %s", right, left);
        raise_type("can only concatenate %s (not \"%s\") to %s", sequence_name(a), right,
                   sequence_name(a));
    }
    if (op == OPERATOR_MUL && (is_sequence(a) || (is_sequence(b) && (!in_place || !has_items(a)))))
        raise_type("can't multiply sequence by non-int of type '%s'",
                   is_sequence(a) ? right : left);
    const char *symbol = operator_symbol(op);
    if (is_comparison(op))
        raise_type("'%s' not supported between instances of '%s' and '%s'", symbol, left, right);
    if (in_place && op == OPERATOR_POW)
        symbol = "**";
    raise_type("unsupported operand type(s) for %s%s: '%s' and '%s'", symbol, in_place ? "=" : "",
               left, right);
}

static Value operate_unary(Operator op, Value a)
{
    const Class *class = class_of(a);
    Value override = class_override(class, operator_method(op, false), offsetof(Class, binop));
    const Class *with = class_with_slot(class, offsetof(Class, binop));
    Value result = UNSET;
    if (is_set(override))
        result = special_call(a, operator_method(op, false), 0, NULL);
    else if (with)
        result = with->binop(op, a, UNSET);
    if (!is_set(result))
        raise_type("bad operand type for unary %s: '%s'", operator_symbol(op), class->name);
    return result;
}

/* --- the door --------------------------------------------------------------------------------- */

static Value operate_or_raise(Operator op, Value a, Value b, bool in_place)
{
    Value result = operate(op, a, b);
    if (is_set(result))
        return result;
    if (op == OPERATOR_EQ || op == OPERATOR_NE)
        return BOOL(value_is(a, b) == (op == OPERATOR_EQ));
    raise_operands(op, a, b, in_place);
}

Value value_operate(Operator op, Value a, Value b)
{
    if (op >= OPERATOR_NEG)
        return operate_unary(op, a);
    return operate_or_raise(op, a, b, false);
}

static Str *in_place_method(Operator op)
{
    static const NameId methods[] = {
        [OPERATOR_ADD] = NAME___iadd__,           [OPERATOR_SUB] = NAME___isub__,
        [OPERATOR_MUL] = NAME___imul__,           [OPERATOR_DIV] = NAME___itruediv__,
        [OPERATOR_FLOORDIV] = NAME___ifloordiv__, [OPERATOR_MOD] = NAME___imod__,
        [OPERATOR_POW] = NAME___ipow__,           [OPERATOR_MATMUL] = NAME___imatmul__,
        [OPERATOR_LSHIFT] = NAME___ilshift__,     [OPERATOR_RSHIFT] = NAME___irshift__,
        [OPERATOR_AND] = NAME___iand__,           [OPERATOR_OR] = NAME___ior__,
        [OPERATOR_XOR] = NAME___ixor__,
    };
    return interned_names[methods[op]];
}

Value value_operate_in_place(Operator op, Value a, Value b)
{
    if (a.tag == TAG_OBJ) {
        Value result = special_call(a, in_place_method(op), 1, &b);
        if (is_set(result) && !(result.tag == TAG_OBJ && result.obj == NOT_IMPLEMENTED.obj))
            return result;
    }
    return operate_or_raise(op, a, b, true);
}

/* --- comparing -------------------------------------------------------------------------------- */

/* There is one empty tuple, to a script. */
static bool is_empty_pair(Value a, Value b)
{
    return a.obj->class == &tuple_class && b.obj->class == &tuple_class &&
           ((Tuple *)a.obj)->length + ((Tuple *)b.obj)->length == 0;
}

bool value_is(Value a, Value b)
{
    if (a.tag != b.tag)
        return false;
    switch (a.tag) {
    case TAG_UNSET:
    case TAG_NONE:
        return true;
    case TAG_BOOL:
        return a.boolean == b.boolean;
    case TAG_INT:
    case TAG_FLOAT: /* by its bits: nan is itself, 0.0 is not -0.0 */
        return a.integer == b.integer;
    case TAG_STR:
        return str_equal(a.str, b.str);
    case TAG_OBJ:
        return a.obj == b.obj || is_empty_pair(a, b);
    }
    return false;
}

bool value_equal(Value a, Value b)
{
    if (value_is(a, b))
        return true;
    if (a.tag == b.tag && a.tag != TAG_OBJ && a.tag != TAG_FLOAT)
        return false;
    return value_truth(value_operate(OPERATOR_EQ, a, b));
}

int value_order(Value a, Value b)
{
    if (a.tag == TAG_INT && b.tag == TAG_INT)
        return (a.integer > b.integer) - (a.integer < b.integer);
    if (a.tag == TAG_STR && b.tag == TAG_STR) {
        int order = str_compare(a.str, b.str);
        return (order > 0) - (order < 0);
    }
    if (value_truth(value_operate(OPERATOR_LT, a, b)))
        return -1;
    return value_truth(value_operate(OPERATOR_LT, b, a)) ? 1 : 0;
}
