/* decimal_power.c -- Decimal ** Decimal: whole powers are multiplied out with some digits more than the result has, as
 * CPython's C library does, so that the last digit is the same; others go over logarithms, in Python. */
#include "pystd/decimal.h"

typedef struct PowerJob {
    const Decimal *base, *exponent;
    uint64_t n; /* how often */
    bool negative;
    Decimal *result;
} PowerJob;

static const Decimal *one(void)
{
    return decimal_parse(&Decimal_class, str_from("1"));
}

/* The exponent as a whole number without its sign; false when it is none, or a larger one. */
static bool whole_exponent(const Decimal *b, uint64_t *n)
{
    if (b->kind != DECIMAL_FINITE || b->limb_count > 1 || b->exponent > 18 || b->exponent < -18)
        return false;
    *n = b->limb_count ? b->limbs[0] : 0;
    for (int64_t i = b->exponent; i < 0; i++, *n /= 10)
        if (*n % 10)
            return false;
    for (int64_t i = 0; i < b->exponent; i++)
        if (__builtin_mul_overflow(*n, 10, n))
            return false;
    return true;
}

/* By the bits of the exponent, highest first. */
static void multiply_out(void *arg)
{
    PowerJob *job = arg;
    const Decimal *base = job->base;
    if (job->exponent->negative)
        base = (Decimal *)decimal_divide(one(), base).obj;
    Decimal *result = (Decimal *)decimal_negate(base, base->negative).obj;
    for (int bit = 62 - __builtin_clzll(job->n); bit >= 0; bit--) {
        if (result->kind != DECIMAL_FINITE || decimal_is_zero(result))
            break;
        result = (Decimal *)decimal_multiply(result, result).obj;
        if (result->kind == DECIMAL_FINITE && (job->n >> bit & 1))
            result = (Decimal *)decimal_multiply(result, base).obj;
    }
    result->negative = job->negative;
    job->result = result;
}

static void round_result(void *arg)
{
    PowerJob *job = arg;
    if (job->result->kind == DECIMAL_FINITE) {
        job->result = (Decimal *)decimal_plus(job->result).obj;
        return;
    }
    mpz_t beyond; /* some roundings stop at the largest number */
    mpz_init_set_ui(beyond, 1);
    job->result =
        (Decimal *)decimal_finish(beyond, job->negative, decimal_context()->e_max + 1, false).obj;
}

static Value zero_power(const Decimal *a, const Decimal *b, bool negative)
{
    if (b->negative)
        return OBJ(decimal_special(&Decimal_class, DECIMAL_INFINITY, negative));
    return decimal_negate(decimal_parse(&Decimal_class, str_from("0")), negative);
}

Value decimal_power(const Decimal *a, const Decimal *b)
{
    uint64_t n;
    if (a->kind != DECIMAL_FINITE || !whole_exponent(b, &n)) {
        Value args[] = {OBJ(a), OBJ(b)};
        return call(library_get("_decimal_methods", "_power"), 2, args);
    }
    PowerJob job = {a, b, n, a->negative && n % 2, NULL};
    if (n == 0 && decimal_is_zero(a))
        return decimal_invalid(DECIMAL_INVALID_OPERATION);
    if (n == 0)
        return OBJ(one());
    if (decimal_is_zero(a))
        return zero_power(a, b, job.negative);
    int64_t digits = (int64_t)decimal_digits(b)->length + b->exponent;
    int64_t signals = decimal_aside(digits + 2 + b->negative, ROUND_HALF_EVEN, multiply_out, &job);
    signals |= decimal_aside(0, decimal_rounding(NONE), round_result, &job);
    if (signals)
        decimal_signal(signals);
    return OBJ(job.result);
}
