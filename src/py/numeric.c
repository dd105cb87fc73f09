/* numeric.c -- the builtins that count: abs, divmod, pow, round, sum, min, max, bin, oct, hex. */
#include "py/py.h"
#include "py/internal.h"
#include "py/builtins.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* type(v).name(v, args...): for numbers made by scripts and by native classes. */
static Value number_method(Value v, Str *name, size_t count, const Value *args)
{
    return v.tag == TAG_OBJ ? special_call(v, name, count, args) : UNSET;
}

FUNCTION(builtins, abs, ONE_VALUE)
{
    Value own = number_method(a->value, N(__abs__), 0, NULL);
    if (is_set(own))
        return own;
    Value n = value_plain(a->value);
    if (n.tag == TAG_FLOAT)
        return FLOAT(fabs(n.number));
    if (!is_int(n))
        raise_type("bad operand type for abs(): '%s'", class_text(a->value));
    Value whole = value_index(n);
    bool negative = value_truth(value_operate(OPERATOR_LT, whole, INT(0)));
    return negative ? value_operate(OPERATOR_NEG, whole, UNSET) : whole;
}

static bool is_number(Value v)
{
    return v.tag == TAG_FLOAT || is_int(v);
}

/* Errors that name divmod() rather than the division it is made of. */
static void check_divmod(Value left, Value right)
{
    bool is_float = left.tag == TAG_FLOAT || right.tag == TAG_FLOAT;
    if (is_number(left) && is_number(right)) {
        if (is_float && !value_truth(right))
            raise_division("float divmod()");
    } else if ((!may_operate(left) && !may_operate(right)) || class_is_heap(class_of(left)) ||
               class_is_heap(class_of(right))) {
        raise_type("unsupported operand type(s) for divmod(): '%s' and '%s'", class_text(left),
                   class_text(right));
    }
}

#define TWO_VALUES(P) P(ONLY, any, left, Required) P(ONLY, any, right, Required)
FUNCTION(builtins, divmod, TWO_VALUES)
{
    Value own = number_method(a->left, N(__divmod__), 1, &a->right);
    if (is_set(own) && !value_is(own, NOT_IMPLEMENTED))
        return own;
    bool alike = class_of(a->left) == class_of(a->right);
    own = a->right.tag == TAG_OBJ && !alike
              ? special_call(a->right, intern("__rdivmod__"), 1, &a->left)
              : UNSET;
    if (is_set(own) && !value_is(own, NOT_IMPLEMENTED))
        return own;
    check_divmod(value_plain(a->left), value_plain(a->right));
    Value pair[] = {value_operate(OPERATOR_FLOORDIV, a->left, a->right),
                    value_operate(OPERATOR_MOD, a->left, a->right)};
    return OBJ(tuple_new(2, pair));
}

/* A __pow__ of a script or of a native row; the slots of the built-in classes know no third
 * argument. */
static Value pow_override(Value base, const Value *args)
{
    Value member = base.tag == TAG_OBJ ? class_find(base.obj->class, N(__pow__)) : UNSET;
    if (!is_set(member) || (member.tag == TAG_OBJ && member.obj->class == &SlotFunction_class))
        return UNSET;
    Value result = number_method(base, N(__pow__), 2, args);
    return value_is(result, NOT_IMPLEMENTED) ? UNSET : result;
}

#define POW_PARAMS(P) P(POS, any, base, Required) P(POS, any, exp, Required) P(POS, any, mod, None)
FUNCTION(builtins, pow, POW_PARAMS)
{
    if (is_none(a->mod))
        return value_operate(OPERATOR_POW, a->base, a->exp);
    Value args[] = {a->exp, a->mod};
    Value base = value_plain(a->base), exponent = value_plain(a->exp), mod = value_plain(a->mod);
    if (is_int(base) && is_int(exponent) && is_int(mod))
        return int_pow_mod(base, exponent, mod);
    Value own = pow_override(a->base, args);
    if (is_set(own))
        return own;
    if (as(Complex, base) || as(Complex, exponent) || as(Complex, mod))
        raise_value("complex modulo");
    if (base.tag == TAG_FLOAT || exponent.tag == TAG_FLOAT || mod.tag == TAG_FLOAT)
        raise_type("pow() 3rd argument not allowed unless all arguments are integers");
    raise_type("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", class_text(a->base),
               class_text(a->exp), class_text(a->mod));
}

/* --- round ------------------------------------------------------------------------------------ */

/* x to the nearest multiple of 10 ** -digits, ties (of the exact binary value) to even. */
static double round_tens(double x, int digits)
{
    char text[400];
    snprintf(text, sizeof text, "%.40e", x); /* log10() rounds 9999999999999992 up */
    int exponent = atoi(strchr(text, 'e') + 1);
    double unit = pow(10, -digits);
    if (unit > fabs(x) * 10)
        return copysign(0.0, x);
    if (exponent + digits < 0)
        return fabs(x) > unit / 2 ? copysign(unit, x) : copysign(0.0, x);
    snprintf(text, sizeof text, "%.*e", exponent + digits, x);
    return strtod(text, NULL);
}

double double_round(double x, int64_t digits)
{
    char text[800];
    if (!isfinite(x) || x == 0.0 || digits > 323)
        return x;
    if (digits < -308)
        return copysign(0.0, x);
    snprintf(text, sizeof text, "%.*f", digits < 0 ? 0 : (int)digits, x);
    double result = digits < 0 ? round_tens(x, (int)digits) : strtod(text, NULL);
    if (isinf(result))
        raise_exception(&OverflowError_class, "rounded value too large to represent");
    return result;
}

/* n to a multiple of 10 ** digits, ties to even. */
static Value round_int(Value n, int64_t digits)
{
    if (digits <= 0)
        return n;
    Value unit = value_operate(OPERATOR_POW, INT(10), INT(digits));
    Value quotient = value_operate(OPERATOR_FLOORDIV, n, unit);
    Value rest = value_operate(OPERATOR_MOD, n, unit);
    int order = value_order(value_operate(OPERATOR_MUL, rest, INT(2)), unit);
    bool odd = value_truth(value_operate(OPERATOR_MOD, quotient, INT(2)));
    if (order > 0 || (order == 0 && odd))
        quotient = value_operate(OPERATOR_ADD, quotient, INT(1));
    return value_operate(OPERATOR_MUL, quotient, unit);
}

#define ROUND_PARAMS(P) P(POS, any, number, Required) P(POS, any, ndigits, None)
FUNCTION(builtins, round, ROUND_PARAMS)
{
    Value n = value_plain(a->number);
    bool whole = is_none(a->ndigits);
    if (n.tag == TAG_FLOAT)
        return whole ? int_from_double(nearbyint(n.number))
                     : FLOAT(double_round(n.number, index_clamped(a->ndigits)));
    if (is_int(n)) {
        int64_t digits = whole ? 0 : index_clamped(a->ndigits);
        return round_int(value_index(n), digits == INT64_MIN ? INT64_MAX : -digits);
    }
    Value own = number_method(a->number, N(__round__), whole ? 0 : 1, &a->ndigits);
    if (!is_set(own))
        raise_type("type %s doesn't define __round__ method", class_text(a->number));
    return own;
}

/* --- bases ------------------------------------------------------------------------------------ */

static Value with_prefix(Value v, int base, const char *prefix)
{
    const Str *digits = int_digits(value_index(v), base);
    bool negative = digits->text[0] == '-';
    return STR(str_format("%s%s%s", negative ? "-" : "", prefix, digits->text + negative));
}

FUNCTION(builtins, bin, ONE_VALUE)
{
    return with_prefix(a->value, 2, "0b");
}

FUNCTION(builtins, oct, ONE_VALUE)
{
    return with_prefix(a->value, 8, "0o");
}

FUNCTION(builtins, hex, ONE_VALUE)
{
    return with_prefix(a->value, 16, "0x");
}

/* --- sum, min, max ---------------------------------------------------------------------------- */

/* Neumaier's compensated sum, as Python 3.12 adds floats. `total` is a float; returns the first
 * item that is neither int nor float (UNSET: all were added). */
static Value sum_floats(Iter *it, double *total)
{
    double sum = *total, lost = 0.0, x;
    Value item = UNSET;
    while (iter_next(it, &item)) {
        if (item.tag == TAG_INT) { /* added as it is, without compensation */
            sum += (double)item.integer;
            item = UNSET;
            continue;
        }
        if (item.tag != TAG_FLOAT)
            break;
        x = item.number;
        double next = sum + x;
        lost += fabs(sum) >= fabs(x) ? (sum - next) + x : (x - next) + sum;
        sum = next;
        item = UNSET;
    }
    *total = lost != 0 && isfinite(lost) ? sum + lost : sum;
    return item;
}

static void check_sum_start(Value start)
{
    if (value_find_str(start))
        raise_type("sum() can't sum strings [use ''.join(seq) instead]");
    if (start.tag == TAG_OBJ && is_instance(start, &bytes_class))
        raise_type("sum() can't sum bytes [use b''.join(seq) instead]");
    if (start.tag == TAG_OBJ && is_instance(start, &bytearray_class))
        raise_type("sum() can't sum bytearray [use b''.join(seq) instead]");
}

#define SUM_PARAMS(P) P(ONLY, any, iterable, Required) P(POS, any, start, Zero)
FUNCTION(builtins, sum, SUM_PARAMS)
{
    Value total = a->start, item;
    Iter it = iter_open(a->iterable);
    check_sum_start(total);
    for (;;) {
        item = UNSET;
        if (total.tag == TAG_FLOAT)
            item = sum_floats(&it, &total.number);
        else if (!iter_next(&it, &item))
            item = UNSET;
        if (!is_set(item))
            return total;
        total = value_operate(OPERATOR_ADD, total, item);
    }
}

/* max (op GT) or min (op LT) of the items. */
static Value extreme(Value iterable, Value key, Operator op, Value *best)
{
    Iter it = iter_open(iterable);
    Value item, best_key = UNSET;
    while (iter_next(&it, &item)) {
        Value item_key = is_absent(key) ? item : call(key, 1, &item);
        if (is_set(best_key) && !value_truth(value_operate(op, item_key, best_key)))
            continue;
        *best = item;
        best_key = item_key;
    }
    return best_key;
}

static Value extreme_of(const char *name, Operator op, const List *args, Value key, Value fallback)
{
    Value best = UNSET;
    if (args->length == 0)
        raise_type("%s expected at least 1 argument, got 0", name);
    if (args->length > 1 && is_set(fallback))
        raise_type("Cannot specify a default for %s() with multiple positional arguments", name);
    Value iterable = args->length > 1 ? OBJ(args) : args->at[0];
    if (is_set(extreme(iterable, key, op, &best)))
        return best;
    if (!is_set(fallback))
        raise_value("%s() iterable argument is empty", name);
    return fallback;
}

#define EXTREME_PARAMS(P)                                                                          \
    P(REST, list, args, Empty) P(KEY, any, key, None) P(KEY, any, default__, Unset)
FUNCTION(builtins, max, EXTREME_PARAMS)
{
    return extreme_of("max", OPERATOR_GT, a->args, a->key, a->default__);
}

FUNCTION(builtins, min, EXTREME_PARAMS)
{
    return extreme_of("min", OPERATOR_LT, a->args, a->key, a->default__);
}

const Export numeric_exports[] = {
    EXPORT_FUNCTION(builtins, abs),
    EXPORT_FUNCTION(builtins, divmod),
    EXPORT_FUNCTION(builtins, pow),
    EXPORT_FUNCTION(builtins, round),
    EXPORT_FUNCTION(builtins, bin),
    EXPORT_FUNCTION(builtins, oct),
    EXPORT_FUNCTION(builtins, hex),
    EXPORT_FUNCTION(builtins, sum),
    EXPORT_FUNCTION(builtins, max),
    EXPORT_FUNCTION(builtins, min),
    {0},
};
