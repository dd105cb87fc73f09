/* decimal_rounding.c -- results brought into the precision and the range of exponents of the context. */
#include "pystd/decimal.h"

static const char *const rounding_names[] = {"ROUND_HALF_EVEN", "ROUND_HALF_UP", "ROUND_HALF_DOWN",
                                             "ROUND_UP",        "ROUND_DOWN",    "ROUND_CEILING",
                                             "ROUND_FLOOR",     "ROUND_05UP"};

Rounding decimal_rounding(Value name)
{
    Str *text = is_absent(name) ? decimal_context()->rounding : value_find_str(name);
    for (size_t i = 0; text && i < COUNT_OF(rounding_names); i++)
        if (str_is(text, rounding_names[i]))
            return (Rounding)i;
    raise_type(
        "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   "
        "ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]");
}

Str *decimal_rounding_name(Rounding rounding)
{
    return intern(rounding_names[rounding]);
}

bool decimal_rounds_away(Rounding rounding, bool negative, bool is_odd, bool is_fifth, int half,
                         bool exact)
{
    if (exact)
        return false;
    switch (rounding) {
    case ROUND_HALF_EVEN:
        return half > 0 || (half == 0 && is_odd);
    case ROUND_HALF_UP:
        return half >= 0;
    case ROUND_HALF_DOWN:
        return half > 0;
    case ROUND_UP:
        return true;
    case ROUND_CEILING:
        return !negative;
    case ROUND_FLOOR:
        return negative;
    case ROUND_05UP:
        return is_fifth;
    default:
        return false;
    }
}

/* Drops `count` digits of the coefficient in place. `sticky`: something nonzero was dropped before.
 */
bool decimal_drop_digits(mpz_t number, int64_t count, bool negative, Rounding rounding, bool sticky)
{
    mpz_t power, rest;
    mpz_init(power);
    mpz_init(rest);
    mpz_ui_pow_ui(power, 10, (unsigned long)count);
    mpz_tdiv_qr(number, rest, number, power);
    bool exact = mpz_sgn(rest) == 0 && !sticky;
    mpz_mul_2exp(rest, rest, 1);
    int half = mpz_cmp(rest, power);
    if (half == 0 && sticky)
        half = 1;
    bool is_fifth = mpz_fdiv_ui(number, 5) == 0;
    if (decimal_rounds_away(rounding, negative, mpz_odd_p(number), is_fifth, half, exact))
        mpz_add_ui(number, number, 1);
    mpz_clear(power);
    mpz_clear(rest);
    return !exact;
}

int64_t decimal_digit_count(const mpz_t number)
{
    if (mpz_sgn(number) == 0)
        return 1;
    int64_t count = (int64_t)mpz_sizeinbase(number, 10);
    mpz_t power;
    mpz_init(power);
    mpz_ui_pow_ui(power, 10, (unsigned long)(count - 1));
    if (mpz_cmpabs(number, power) < 0)
        count--;
    mpz_clear(power);
    return count;
}

/* A number beyond the range: infinity, or the largest one where the rounding does not go that far. */
static Decimal *overflowed(mpz_t number, bool negative, Rounding rounding)
{
    const Context *context = decimal_context();
    bool stays = rounding == ROUND_DOWN || rounding == ROUND_05UP ||
                 rounding == (negative ? ROUND_CEILING : ROUND_FLOOR);
    if (!stays)
        return decimal_special(&Decimal_class, DECIMAL_INFINITY, negative);
    mpz_ui_pow_ui(number, 10, (unsigned long)context->prec);
    mpz_sub_ui(number, number, 1);
    return decimal_make(&Decimal_class, negative, number, context->e_max - context->prec + 1);
}

static Decimal *finished_zero(bool negative, int64_t exponent, int64_t *signals)
{
    const Context *context = decimal_context();
    int64_t low = context->e_min - context->prec + 1;
    int64_t high = context->clamp ? context->e_max - context->prec + 1 : context->e_max;
    int64_t held = exponent < low ? low : exponent > high ? high : exponent;
    *signals |= held != exponent ? DECIMAL_CLAMPED : 0;
    mpz_t zero;
    mpz_init(zero);
    return decimal_make(&Decimal_class, negative, zero, held);
}

/* Rounds to the precision, of numbers below the range to its last place. */
static int64_t round_number(mpz_t number, bool negative, int64_t exponent, bool sticky,
                            Rounding rounding, int64_t *signals)
{
    const Context *context = decimal_context();
    int64_t digits = decimal_digit_count(number), tiny = context->e_min - context->prec + 1;
    bool is_subnormal = exponent + digits - 1 < context->e_min;
    int64_t drop = digits > context->prec ? digits - context->prec : 0;
    if (is_subnormal && tiny - exponent > drop)
        drop = tiny - exponent;
    *signals |= is_subnormal ? DECIMAL_SUBNORMAL : 0;
    if (drop == 0)
        return exponent;
    bool inexact = decimal_drop_digits(number, drop > digits + 1 ? digits + 1 : drop, negative,
                                       rounding, sticky);
    *signals |= DECIMAL_ROUNDED | (inexact ? DECIMAL_INEXACT : 0);
    if (is_subnormal)
        *signals |= (inexact ? DECIMAL_UNDERFLOW : 0) | (mpz_sgn(number) ? 0 : DECIMAL_CLAMPED);
    if (decimal_digit_count(number) > context->prec) { /* 9.99 became 10.0 */
        mpz_divexact_ui(number, number, 10);
        drop++;
    }
    return exponent + drop;
}

Value decimal_finish_as(mpz_t number, bool negative, int64_t exponent, bool sticky,
                        Rounding rounding)
{
    const Context *context = decimal_context();
    int64_t signals = 0, top = context->e_max - context->prec + 1;
    Decimal *d;
    if (mpz_sgn(number) == 0 && !sticky) {
        d = finished_zero(negative, exponent, &signals);
    } else {
        exponent = round_number(number, negative, exponent, sticky, rounding, &signals);
        bool is_zero = mpz_sgn(number) == 0;
        if (!is_zero && exponent + decimal_digit_count(number) - 1 > context->e_max) {
            signals |= DECIMAL_OVERFLOW | DECIMAL_INEXACT | DECIMAL_ROUNDED;
            d = overflowed(number, negative, rounding);
        } else {
            if (context->clamp && exponent > top) {
                decimal_scale_up(number, exponent - top);
                exponent = top;
                signals |= DECIMAL_CLAMPED;
            }
            d = decimal_make(&Decimal_class, negative, number, exponent);
        }
    }
    mpz_clear(number);
    if (signals)
        decimal_signal(signals);
    return OBJ(d);
}

Value decimal_finish(mpz_t number, bool negative, int64_t exponent, bool sticky)
{
    return decimal_finish_as(number, negative, exponent, sticky, decimal_rounding(NONE));
}

Value decimal_quiet(const Decimal *a, const Decimal *b)
{
    const Decimal *nan = a->kind == DECIMAL_SIGNALING_NAN        ? a
                         : b && b->kind == DECIMAL_SIGNALING_NAN ? b
                         : DECIMAL_IS_NAN(a)                     ? a
                                                                 : b;
    Decimal *quiet = obj_new(Decimal);
    *quiet = *nan;
    quiet->obj = (Obj){.class = &Decimal_class};
    quiet->kind = DECIMAL_NAN;
    if (nan->kind == DECIMAL_SIGNALING_NAN)
        decimal_signal(DECIMAL_INVALID_OPERATION);
    return OBJ(quiet);
}

Value decimal_plus(const Decimal *d)
{
    if (DECIMAL_IS_NAN(d))
        return decimal_quiet(d, NULL);
    if (d->kind == DECIMAL_INFINITY)
        return decimal_negate(d, d->negative);
    mpz_t view, number;
    COEFFICIENT(view, d);
    mpz_init_set(number, view);
    return decimal_finish(number, d->negative, d->exponent, false);
}
