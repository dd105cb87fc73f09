/* math.c -- the math module, and _random: the Mersenne Twister behind lib/random.py. */
#include "pystd/pystd.h"
#include "pystd/inside.h"

#include <errno.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>

#define X_PARAMS(P)  P(ONLY, any, x, Required)
#define XY_PARAMS(P) P(ONLY, any, x, Required) P(ONLY, any, y, Required)

static Value checked(double result, double x)
{
    if (isnan(result) && !isnan(x))
        raise_value("math domain error");
    if (isinf(result) && isfinite(x))
        raise_exception(&OverflowError_class, "math range error");
    return FLOAT(result);
}

/* ... of functions that have poles: there it is the argument that is wrong. */
static Value checked_pole(double result, double x, bool is_pole)
{
    if (is_pole)
        raise_value("math domain error");
    return checked(result, x);
}

#define ONE(name, expression)                                                                      \
    FUNCTION(math, name, X_PARAMS)                                                                 \
    {                                                                                              \
        double x = value_to_double(a->x);                                                          \
        return checked(expression, x);                                                             \
    }
ONE(sqrt, sqrt(x))
ONE(cbrt, cbrt(x))
ONE(exp, exp(x))
ONE(exp2, exp2(x))
ONE(expm1, expm1(x))
ONE(sin, sin(x))
ONE(cos, cos(x))
ONE(tan, tan(x))
ONE(asin, asin(x))
ONE(acos, acos(x))
ONE(atan, atan(x))
ONE(sinh, sinh(x))
ONE(cosh, cosh(x))
ONE(tanh, tanh(x))
ONE(asinh, asinh(x))
ONE(acosh, acosh(x))
ONE(atanh, atanh(x))
ONE(fabs, fabs(x))
ONE(erf, erf(x))
ONE(erfc, erfc(x))

FUNCTION(math, log1p, X_PARAMS)
{
    double x = value_to_double(a->x);
    return checked_pole(log1p(x), x, x == -1);
}

FUNCTION(math, gamma, X_PARAMS)
{
    double x = value_to_double(a->x);
    return checked_pole(gamma_of(x), x, gamma_is_pole(x) || x == -INFINITY);
}

FUNCTION(math, lgamma, X_PARAMS)
{
    double x = value_to_double(a->x);
    return checked_pole(log_gamma_of(x), x, gamma_is_pole(x));
}

FUNCTION(math, degrees, X_PARAMS)
{
    return FLOAT(value_to_double(a->x) * (180.0 / M_PI));
}

FUNCTION(math, radians, X_PARAMS)
{
    return FLOAT(value_to_double(a->x) * (M_PI / 180.0));
}

#define TWO(name, expression)                                                                      \
    FUNCTION(math, name, XY_PARAMS)                                                                \
    {                                                                                              \
        double x = value_to_double(a->x), y = value_to_double(a->y);                               \
        return checked(expression, x + y);                                                         \
    }
FUNCTION(math, pow, XY_PARAMS)
{
    double x = value_to_double(a->x), y = value_to_double(a->y);
    return checked_pole(pow(x, y), x + y, x == 0 && y < 0 && isfinite(y));
}
TWO(fmod, fmod(x, y))
TWO(atan2, atan2(x, y))
TWO(copysign, copysign(x, y))
TWO(remainder, remainder(x, y))

#define TEST_OF(name, expression)                                                                  \
    FUNCTION(math, name, X_PARAMS)                                                                 \
    {                                                                                              \
        double x = value_to_double(a->x);                                                          \
        return BOOL(expression);                                                                   \
    }
TEST_OF(isnan, isnan(x))
TEST_OF(isinf, isinf(x) != 0)
TEST_OF(isfinite, isfinite(x))

/* floor and ceil: __floor__ of other numbers, an int for floats of any size. */
static Value to_int(Value v, const char *method, double (*round_)(double))
{
    v = value_plain(v);
    if (is_int(v))
        return value_index(v);
    Value own = v.tag == TAG_OBJ ? value_find_attr_text(v, method) : UNSET;
    if (is_set(own))
        return call(own, 0, NULL);
    return int_from_double(round_(value_to_double(v)));
}

FUNCTION(math, floor, X_PARAMS)
{
    return to_int(a->x, "__floor__", floor);
}

FUNCTION(math, ceil, X_PARAMS)
{
    return to_int(a->x, "__ceil__", ceil);
}

FUNCTION(math, trunc, X_PARAMS)
{
    Value x = value_plain(a->x);
    if (!is_int(x) && x.tag != TAG_FLOAT && !is_set(value_find_attr_text(x, "__trunc__")))
        raise_type("type %s doesn't define __trunc__ method", class_text(a->x));
    return to_int(a->x, "__trunc__", trunc);
}

/* A logarithm of ints of any size: of the mantissa, and of two as often as it was halved. */
static double logarithm(Value v, double (*log_of)(double))
{
    v = value_plain(v);
    if (v.tag == TAG_OBJ && is_int(v)) {
        Str *digits = int_digits(v, 16);
        int shift = 0, rest = digits->length > 15 ? (int)(digits->length - 15) * 4 : 0;
        double head = frexp(strtod(str_format("0x%.*s", 15, digits->text)->text, NULL), &shift);
        if (head <= 0)
            raise_value("math domain error");
        if (shift + rest <= DBL_MAX_EXP)
            return log_of(ldexp(head, shift + rest));
        return log_of(head) + log_of(2.0) * (shift + rest);
    }
    double x = value_to_double(v);
    if (x <= 0)
        raise_value("math domain error");
    return log_of(x);
}

#define LOG_PARAMS(P) P(ONLY, any, x, Required) P(ONLY, any, base, Unset)
FUNCTION(math, log, LOG_PARAMS)
{
    double x = logarithm(a->x, log);
    if (!is_set(a->base))
        return FLOAT(x);
    double base = logarithm(a->base, log);
    if (base == 0)
        raise_exception(&ZeroDivisionError_class, "float division by zero");
    return FLOAT(x / base);
}

FUNCTION(math, log10, X_PARAMS)
{
    return FLOAT(logarithm(a->x, log10));
}

FUNCTION(math, log2, X_PARAMS)
{
    return FLOAT(logarithm(a->x, log2));
}

FUNCTION(math, modf, X_PARAMS)
{
    double whole, part = modf(value_to_double(a->x), &whole);
    return OBJ(tuple_new(2, (Value[]){FLOAT(part), FLOAT(whole)}));
}

FUNCTION(math, frexp, X_PARAMS)
{
    int exponent;
    double part = frexp(value_to_double(a->x), &exponent);
    return OBJ(tuple_new(2, (Value[]){FLOAT(part), INT(exponent)}));
}

#define LDEXP_PARAMS(P) P(ONLY, float, x, Required) P(ONLY, any, i, Required)
FUNCTION(math, ldexp, LDEXP_PARAMS)
{
    if (!is_int(value_plain(a->i)))
        raise_type("Expected an int as second argument to ldexp.");
    Value i = a->i, low = INT(-5000), high = INT(5000); /* beyond every double */
    i = value_truth(value_operate(OPERATOR_LT, i, low)) ? low : i;
    i = value_truth(value_operate(OPERATOR_GT, i, high)) ? high : i;
    return checked(ldexp(a->x, (int)value_index(i).integer), a->x);
}

/* The length of a vector: scaled by a power of two, squares summed with the error of each step. */
static double vector_norm(const double *at, size_t count)
{
    double greatest = 0, sum = 0, lost = 0;
    bool has_nan = false;
    for (size_t i = 0; i < count; i++) {
        if (isinf(at[i]))
            return INFINITY;
        has_nan = has_nan || isnan(at[i]);
        greatest = fmax(greatest, fabs(at[i]));
    }
    if (has_nan || greatest == 0 || count == 1)
        return has_nan ? NAN : greatest;
    int exponent;
    frexp(greatest, &exponent);
    for (size_t i = 0; i < count; i++) {
        double x = ldexp(at[i], -exponent), square = x * x, error = fma(x, x, -square);
        double next = sum + square;
        lost += (fabs(sum) >= square ? sum - next + square : square - next + sum) + error;
        sum = next;
    }
    double root = sqrt(sum + lost), square = root * root;
    double rest = sum - square + lost - fma(root, root, -square);
    return ldexp(root + rest / (2 * root), exponent);
}

#define NUMBERS_PARAMS(P) P(REST, list, numbers, Empty)
FUNCTION(math, hypot, NUMBERS_PARAMS)
{
    double *at = (double *)new_bytes(a->numbers->length * sizeof(double));
    for (size_t i = 0; i < a->numbers->length; i++)
        at[i] = value_to_double(a->numbers->at[i]);
    return FLOAT(vector_norm(at, a->numbers->length));
}

FUNCTION(math, dist, XY_PARAMS)
{
    List *p = list_from(a->x), *q = list_from(a->y);
    if (p->length != q->length)
        raise_value("both points must have the same number of dimensions");
    double *at = (double *)new_bytes(p->length * sizeof(double));
    for (size_t i = 0; i < p->length; i++)
        at[i] = value_to_double(p->at[i]) - value_to_double(q->at[i]);
    return FLOAT(vector_norm(at, p->length));
}

FUNCTION(math, ulp, X_PARAMS)
{
    double x = fabs(value_to_double(a->x));
    if (isnan(x) || isinf(x))
        return FLOAT(x);
    double next = nextafter(x, INFINITY);
    return FLOAT(isinf(next) ? x - nextafter(x, -INFINITY) : next - x);
}

#define NEXTAFTER_PARAMS(P)                                                                        \
    P(ONLY, float, x, Required) P(ONLY, float, y, Required) P(KEY, any, steps, Unset)
FUNCTION(math, nextafter, NEXTAFTER_PARAMS)
{
    if (!is_set(a->steps) || is_none(a->steps))
        return FLOAT(nextafter(a->x, a->y));
    Value steps = value_index(a->steps);
    if (value_order(steps, INT(0)) < 0)
        raise_value("steps must be a non-negative integer");
    if (isnan(a->x) || isnan(a->y))
        return FLOAT(a->x + a->y);
    /* floats of one sign follow each other as the ints of their bits do */
    double x = a->x;
    int64_t from, to, left = steps.tag == TAG_INT ? steps.integer : INT64_MAX;
    memcpy(&from, &x, sizeof from);
    memcpy(&to, &a->y, sizeof to);
    from = from < 0 ? INT64_MIN - from : from;
    to = to < 0 ? INT64_MIN - to : to;
    if (from == to)
        return FLOAT(a->y);
    uint64_t apart = from < to ? (uint64_t)to - (uint64_t)from : (uint64_t)from - (uint64_t)to;
    if (left == 0)
        return FLOAT(x);
    if ((uint64_t)left >= apart)
        return FLOAT(a->y);
    from = from < to ? from + left : from - left;
    from = from < 0 ? INT64_MIN - from : from;
    memcpy(&x, &from, sizeof x);
    return FLOAT(x);
}

/* Exact for ints; floats as fsum() of the exact products. */
FUNCTION(math, sumprod, XY_PARAMS)
{
    List *p = list_from(a->x), *q = list_from(a->y);
    if (p->length != q->length)
        raise_value("Inputs are not the same length");
    Value total = INT(0), products = OBJ(list_new(0));
    bool is_float = false, is_plain = true;
    for (size_t i = 0; i < p->length; i++) {
        Value x = p->at[i], y = q->at[i];
        is_float = is_float || x.tag == TAG_FLOAT || y.tag == TAG_FLOAT;
        is_plain = is_plain && (x.tag == TAG_FLOAT || x.tag == TAG_INT) &&
                   (y.tag == TAG_FLOAT || y.tag == TAG_INT);
    }
    for (size_t i = 0; i < p->length; i++) {
        if (!is_float || !is_plain) {
            total =
                value_operate(OPERATOR_ADD, total, value_operate(OPERATOR_MUL, p->at[i], q->at[i]));
            continue;
        }
        double x = value_to_double(p->at[i]), y = value_to_double(q->at[i]), product = x * y;
        list_append((List *)products.obj, FLOAT(product));
        if (isfinite(product))
            list_append((List *)products.obj, FLOAT(fma(x, y, -product)));
    }
    return is_float && is_plain ? call1(library_get("math", "fsum"), products) : total;
}

static Value greatest_divisor(Value x, Value y)
{
    while (value_truth(y)) {
        Value rest = value_operate(OPERATOR_MOD, x, y);
        x = y;
        y = rest;
    }
    return value_order(x, INT(0)) < 0 ? value_operate(OPERATOR_NEG, x, UNSET) : x;
}

FUNCTION(math, gcd, NUMBERS_PARAMS)
{
    Value result = INT(0);
    for (size_t i = 0; i < a->numbers->length; i++)
        result = greatest_divisor(result, value_index(a->numbers->at[i]));
    return result;
}

FUNCTION(math, lcm, NUMBERS_PARAMS)
{
    Value result = INT(1);
    for (size_t i = 0; i < a->numbers->length; i++) {
        Value n = value_index(a->numbers->at[i]);
        if (!value_truth(n))
            return INT(0);
        Value divisor = greatest_divisor(result, n);
        result = value_operate(OPERATOR_MUL, value_operate(OPERATOR_FLOORDIV, result, divisor), n);
    }
    return value_order(result, INT(0)) < 0 ? value_operate(OPERATOR_NEG, result, UNSET) : result;
}

FUNCTION(math, factorial, X_PARAMS)
{
    Value n = value_index(a->x), result = INT(1);
    if (value_order(n, INT(0)) < 0)
        raise_value("factorial() not defined for negative values");
    if (n.tag != TAG_INT)
        raise_exception(&OverflowError_class,
                        "factorial() argument should not exceed 9223372036854775807");
    for (int64_t i = 2; n.tag == TAG_INT && i <= n.integer; i++)
        result = value_operate(OPERATOR_MUL, result, INT(i));
    return result;
}

/* Newton's way with whole numbers. */
FUNCTION(math, isqrt, X_PARAMS)
{
    Value n = value_index(a->x);
    if (value_order(n, INT(0)) < 0)
        raise_value("isqrt() argument must be nonnegative");
    if (!value_truth(n))
        return INT(0);
    int64_t bits = value_plain(call_method(n, "bit_length", 0, NULL)).integer;
    Value x = value_operate(OPERATOR_LSHIFT, INT(1), INT((bits + 1) / 2));
    for (;;) {
        Value sum = value_operate(OPERATOR_ADD, x, value_operate(OPERATOR_FLOORDIV, n, x));
        Value y = value_operate(OPERATOR_RSHIFT, sum, INT(1));
        if (value_order(y, x) >= 0)
            return x;
        x = y;
    }
}

#define COMB_PARAMS(P) P(ONLY, int, n, Required) P(ONLY, int, k, Required)
FUNCTION(math, comb, COMB_PARAMS)
{
    Value result = INT(1);
    int64_t k = a->n - a->k < a->k ? a->n - a->k : a->k;
    if (a->n < 0 || a->k < 0)
        raise_value("%s must be a non-negative integer", a->n < 0 ? "n" : "k");
    if (a->k > a->n)
        return INT(0);
    for (int64_t i = 1; i <= k; i++)
        result = value_operate(OPERATOR_FLOORDIV,
                               value_operate(OPERATOR_MUL, result, INT(a->n - k + i)), INT(i));
    return result;
}

#define PERM_PARAMS(P) P(ONLY, int, n, Required) P(ONLY, any, k, Unset)
FUNCTION(math, perm, PERM_PARAMS)
{
    Value result = INT(1);
    if (a->n < 0 || (is_set(a->k) && !is_none(a->k) && value_order(value_index(a->k), INT(0)) < 0))
        raise_value("%s must be a non-negative integer", a->n < 0 ? "n" : "k");
    int64_t k = is_set(a->k) && !is_none(a->k)
                    ? (value_index(a->k).tag == TAG_INT ? value_index(a->k).integer : INT64_MAX)
                    : a->n;
    if (k > a->n)
        return INT(0);
    for (int64_t i = 0; i < k; i++)
        result = value_operate(OPERATOR_MUL, result, INT(a->n - i));
    return result;
}

#define PROD_PARAMS(P) P(ONLY, any, iterable, Required) P(KEY, any, start, One)
FUNCTION(math, prod, PROD_PARAMS)
{
    Value result = a->start, item;
    for (Iter it = iter_open(a->iterable); iter_next(&it, &item);)
        result = value_operate(OPERATOR_MUL, result, item);
    return result;
}

/* The sum of partial sums that do not overlap, the largest last, rounded once: half of a last digit goes
 * where the parts below it say. */
static double sum_of_parts(const double *parts, size_t length)
{
    if (length == 0)
        return 0;
    double high = parts[--length], low = 0;
    while (length > 0 && low == 0) {
        double before = high, part = parts[--length];
        high = before + part;
        low = part - (high - before);
    }
    if (length > 0 && low != 0 && (low < 0) == (parts[length - 1] < 0)) {
        double away = high + low * 2;
        if (away - high == low * 2)
            high = away;
    }
    return high;
}

/* Exact partial sums (Shewchuk). */
#define SEQUENCE_PARAMS(P) P(ONLY, any, seq, Required)
FUNCTION(math, fsum, SEQUENCE_PARAMS)
{
    VEC(double) parts = {0};
    double endless = 0;
    bool is_finite = true;
    Value item;
    for (Iter it = iter_open(a->seq); iter_next(&it, &item);) {
        double x = value_to_double(item);
        if (!isfinite(x)) {
            if (isinf(x) && isinf(endless) && x != endless)
                raise_value("-inf + inf in fsum");
            endless += x;
            is_finite = false;
            continue;
        }
        size_t kept = 0;
        for (size_t i = 0; i < parts.length; i++) {
            double y = parts.at[i];
            double big = fabs(x) < fabs(y) ? y : x, small = fabs(x) < fabs(y) ? x : y;
            double high = big + small, low = small - (high - big);
            if (low != 0)
                parts.at[kept++] = low;
            x = high;
        }
        if (!isfinite(x))
            raise_exception(&OverflowError_class, "intermediate overflow in fsum");
        parts.length = kept;
        if (x != 0)
            vec_push(&parts, x);
    }
    return FLOAT(is_finite ? sum_of_parts(parts.at, parts.length) : endless);
}

#define CLOSE_PARAMS(P)                                                                            \
    P(POS, any, a, Required)                                                                       \
    P(POS, any, b, Required) P(KEY, any, rel_tol, Unset) P(KEY, any, abs_tol, Unset)
FUNCTION(math, isclose, CLOSE_PARAMS)
{
    double relative = is_set(a->rel_tol) ? value_to_double(a->rel_tol) : 1e-9;
    double absolute = is_set(a->abs_tol) ? value_to_double(a->abs_tol) : 0;
    double x = value_to_double(a->a), y = value_to_double(a->b);
    if (relative < 0 || absolute < 0)
        raise_value("tolerances must be non-negative");
    if (x == y)
        return TRUE_VALUE;
    if (isinf(x) || isinf(y))
        return FALSE_VALUE;
    double difference = fabs(x - y);
    return BOOL(difference <= fabs(relative * y) || difference <= fabs(relative * x) ||
                difference <= absolute);
}

#define CONSTANT(name, number)                                                                     \
    static Value make_##name(void)                                                                 \
    {                                                                                              \
        return FLOAT(number);                                                                      \
    }
CONSTANT(pi, M_PI)
CONSTANT(e, M_E)
CONSTANT(tau, 2 * M_PI)
CONSTANT(inf, INFINITY)
CONSTANT(nan, NAN)

#define F(name) EXPORT_FUNCTION(math, name)
static const Export math_exports[] = {F(sqrt),
                                      F(cbrt),
                                      F(exp),
                                      F(exp2),
                                      F(expm1),
                                      F(log1p),
                                      F(sin),
                                      F(cos),
                                      F(tan),
                                      F(asin),
                                      F(acos),
                                      F(atan),
                                      F(sinh),
                                      F(cosh),
                                      F(tanh),
                                      F(asinh),
                                      F(acosh),
                                      F(atanh),
                                      F(fabs),
                                      F(gamma),
                                      F(lgamma),
                                      F(erf),
                                      F(erfc),
                                      F(degrees),
                                      F(radians),
                                      F(pow),
                                      F(fmod),
                                      F(atan2),
                                      F(copysign),
                                      F(remainder),
                                      F(nextafter),
                                      F(isnan),
                                      F(isinf),
                                      F(isfinite),
                                      F(floor),
                                      F(ceil),
                                      F(trunc),
                                      F(log),
                                      F(log10),
                                      F(log2),
                                      F(modf),
                                      F(frexp),
                                      F(ldexp),
                                      F(hypot),
                                      F(dist),
                                      F(sumprod),
                                      F(ulp),
                                      F(gcd),
                                      F(lcm),
                                      F(factorial),
                                      F(isqrt),
                                      F(comb),
                                      F(perm),
                                      F(prod),
                                      F(fsum),
                                      F(isclose),
                                      EXPORT_MAKE("pi", make_pi),
                                      EXPORT_MAKE("e", make_e),
                                      EXPORT_MAKE("tau", make_tau),
                                      EXPORT_MAKE("inf", make_inf),
                                      EXPORT_MAKE("nan", make_nan),
                                      {0}};
const ModuleDef math_module = {"math", (const Export *const[]){math_exports, NULL}, false, NULL};

/* --- _random: MT19937, seeded as CPython does, so that random.Random(1) gives the same numbers --- */

typedef struct Twister {
    Obj obj;
    uint32_t state[624];
    size_t index;
} Twister;
static const Class Twister_class;

static void twister_start(Twister *t, uint32_t seed)
{
    t->state[0] = seed;
    for (uint32_t i = 1; i < 624; i++)
        t->state[i] = 1812433253u * (t->state[i - 1] ^ t->state[i - 1] >> 30) + i;
    t->index = 624;
}

static void twister_seed(Twister *t, const uint32_t *key, size_t length)
{
    uint32_t *s = t->state;
    twister_start(t, 19650218u);
    size_t i = 1, j = 0;
    for (size_t k = length > 624 ? length : 624; k; k--) {
        s[i] = (s[i] ^ (s[i - 1] ^ s[i - 1] >> 30) * 1664525u) + key[j] + (uint32_t)j;
        if (++i == 624)
            s[0] = s[623], i = 1;
        if (++j == length)
            j = 0;
    }
    for (size_t k = 623; k; k--) {
        s[i] = (s[i] ^ (s[i - 1] ^ s[i - 1] >> 30) * 1566083941u) - (uint32_t)i;
        if (++i == 624)
            s[0] = s[623], i = 1;
    }
    s[0] = 0x80000000u;
}

static uint32_t twister_next(Twister *t)
{
    uint32_t *s = t->state;
    if (t->index >= 624) {
        for (size_t i = 0; i < 624; i++) {
            uint32_t y = (s[i] & 0x80000000u) | (s[(i + 1) % 624] & 0x7fffffffu);
            s[i] = s[(i + 397) % 624] ^ y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
        }
        t->index = 0;
    }
    uint32_t y = s[t->index++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680u;
    y ^= y << 15 & 0xefc60000u;
    return y ^ y >> 18;
}

#define KEY_PARAMS(P) P(ONLY, any, key, Required)
/* The absolute value of an int in 32-bit pieces, lowest first. */
NATIVE(Twister, seed, KEY_PARAMS)
{
    VEC(uint32_t) key = {0};
    Value n = a->key;
    do {
        vec_push(&key,
                 (uint32_t)value_plain(value_operate(OPERATOR_AND, n, INT(0xFFFFFFFF))).integer);
        n = value_operate(OPERATOR_RSHIFT, n, INT(32));
    } while (value_truth(n));
    twister_seed(self, key.at, key.length);
    return NONE;
}

NATIVE0(Twister, random)
{
    uint32_t high = twister_next(self) >> 5, low = twister_next(self) >> 6;
    return FLOAT((high * 67108864.0 + low) * (1.0 / 9007199254740992.0));
}

#define BITS_PARAMS(P) P(ONLY, int, k, Required)
NATIVE(Twister, getrandbits, BITS_PARAMS)
{
    Value result = INT(0);
    if (a->k < 0)
        raise_value("number of bits must be non-negative");
    int64_t left = a->k;
    for (int64_t shift = 0; left > 0; shift += 32, left -= 32) {
        uint32_t word = twister_next(self);
        if (left < 32)
            word >>= 32 - left;
        result = value_operate(OPERATOR_OR, result,
                               value_operate(OPERATOR_LSHIFT, INT(word), INT(shift)));
    }
    return result;
}

/* 624 words and the place of the next one. */
NATIVE0(Twister, getstate)
{
    Value words[625];
    for (size_t i = 0; i < 624; i++)
        words[i] = INT(self->state[i]);
    words[624] = INT((int64_t)self->index);
    return OBJ(tuple_new(625, words));
}

#define STATE_PARAMS(P) P(ONLY, tuple, state, Required)
NATIVE(Twister, setstate, STATE_PARAMS)
{
    if (a->state->length != 625)
        raise_value("state vector is the wrong size");
    Value index = value_plain(a->state->at[624]);
    if (index.tag != TAG_INT || index.integer < 0 || index.integer > 624)
        raise_value("invalid state");
    for (size_t i = 0; i < 624; i++)
        self->state[i] = (uint32_t)value_plain(a->state->at[i]).integer;
    self->index = (size_t)index.integer;
    return NONE;
}

static const Method twister_methods[] = {METHOD(Twister, seed),        METHOD(Twister, random),
                                         METHOD(Twister, getrandbits), METHOD(Twister, getstate),
                                         METHOD(Twister, setstate),    {0}};
static const Class Twister_class = {CLASS(Twister, "_random", object), .methods = twister_methods,
                                    .flags = CLASS_ANY_ATTR};
static const Export random_exports[] = {EXPORT_CLASS(Twister), {0}};
const ModuleDef random_core_module = {"_random", (const Export *const[]){random_exports, NULL},
                                      false, NULL};
