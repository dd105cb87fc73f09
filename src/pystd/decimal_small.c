/* decimal_small.c -- the short way of decimals whose coefficients fit in 64 bits, as those of money
 * do: sums, products, comparison, another exponent, and text, without GMP. Each function says no
 * (NULL, false) to what does not fit, which decimal.c then does the long way; the results are the
 * same. */
#include "pystd/decimal.h"

typedef unsigned __int128 Wide;

#define TEN_TO_19 UINT64_C(10000000000000000000)

/* A Wide holds a coefficient of 64 bits times this power of ten. */
enum { SHIFT_MAX = 18 };

/* Exponents so small cannot leave the range of a usual context. */
enum { EXPONENT_SAFE = 400000 };

static uint64_t ten_to(int64_t digits)
{
    static const uint64_t tens[] = {
        1,
        10,
        100,
        1000,
        10000,
        100000,
        1000000,
        10000000,
        100000000,
        1000000000,
        10000000000,
        100000000000,
        1000000000000,
        10000000000000,
        100000000000000,
        1000000000000000,
        10000000000000000,
        100000000000000000,
        1000000000000000000,
        TEN_TO_19,
    };
    return tens[digits];
}

static bool is_small(const Decimal *d)
{
    return d->kind == DECIMAL_FINITE && d->limb_count <= 1;
}

static uint64_t coefficient(const Decimal *d)
{
    return d->limb_count ? d->limbs[0] : 0;
}

static Decimal *make(const Class *class, bool negative, Wide number, int64_t exponent)
{
    Decimal *d = (Decimal *)object_allocate(class);
    const mp_limb_t limbs[] = {(mp_limb_t)number, (mp_limb_t)(number >> 64)};
    d->negative = negative;
    d->exponent = exponent;
    d->limb_count = limbs[1] ? 2 : limbs[0] ? 1 : 0;
    d->limbs = (mp_limb_t *)(void *)new_bytes(sizeof limbs);
    memcpy(d->limbs, limbs, sizeof limbs);
    return d;
}

/* The Decimal of a result that needs no rounding, else NULL. */
static Decimal *make_exact(bool negative, Wide number, int64_t exponent)
{
    const Context *context = decimal_context();
    if (context->e_min > -EXPONENT_SAFE * 2 || context->e_max < EXPONENT_SAFE * 2 ||
        context->clamp || exponent > EXPONENT_SAFE || exponent < -EXPONENT_SAFE)
        return NULL;
    int64_t digits = context->prec;
    Wide limit =
        digits <= 19 ? ten_to(digits) : (Wide)TEN_TO_19 * ten_to(digits > 38 ? 19 : digits - 19);
    return number < limit ? make(&Decimal_class, negative, number, exponent) : NULL;
}

/* Both coefficients at the smaller exponent. */
static bool align(const Decimal *a, const Decimal *b, Wide *x, Wide *y, int64_t *exponent)
{
    int64_t apart;
    if (!is_small(a) || !is_small(b) || __builtin_sub_overflow(a->exponent, b->exponent, &apart) ||
        apart > SHIFT_MAX || apart < -SHIFT_MAX)
        return false;
    *x = (Wide)coefficient(a) * (apart > 0 ? ten_to(apart) : 1);
    *y = (Wide)coefficient(b) * (apart < 0 ? ten_to(-apart) : 1);
    *exponent = apart < 0 ? a->exponent : b->exponent;
    return true;
}

Decimal *decimal_small_add(const Decimal *a, const Decimal *b, bool subtract)
{
    Wide x, y;
    int64_t exponent;
    if (!align(a, b, &x, &y, &exponent))
        return NULL;
    bool b_negative = b->negative != subtract;
    if (a->negative == b_negative)
        return make_exact(a->negative, x + y, exponent);
    if (x == y)
        return make_exact(str_is(decimal_context()->rounding, "ROUND_FLOOR"), 0, exponent);
    return x > y ? make_exact(a->negative, x - y, exponent)
                 : make_exact(b_negative, y - x, exponent);
}

Decimal *decimal_small_multiply(const Decimal *a, const Decimal *b)
{
    int64_t exponent;
    if (!is_small(a) || !is_small(b) || __builtin_add_overflow(a->exponent, b->exponent, &exponent))
        return NULL;
    return make_exact(a->negative != b->negative, (Wide)coefficient(a) * coefficient(b), exponent);
}

bool decimal_small_compare(const Decimal *a, const Decimal *b, int *order)
{
    Wide x, y;
    int64_t exponent;
    if (!align(a, b, &x, &y, &exponent))
        return false;
    int larger = (x > y) - (x < y);
    if (a->negative == b->negative)
        *order = a->negative ? -larger : larger;
    else
        *order = x == 0 && y == 0 ? 0 : a->negative ? -1 : 1;
    return true;
}

/* How the half of the last digit that stays compares with what is dropped. */
static bool rounds_up(Rounding rounding, bool negative, uint64_t quotient, uint64_t rest,
                      uint64_t power)
{
    int half = (rest > power - rest) - (rest < power - rest);
    return decimal_rounds_away(rounding, negative, quotient & 1, quotient % 5 == 0, half,
                               rest == 0);
}

Decimal *decimal_small_rescale(const Decimal *d, int64_t exponent, Rounding rounding, bool *exact)
{
    int64_t dropped;
    if (!is_small(d) || __builtin_sub_overflow(exponent, d->exponent, &dropped) ||
        dropped > SHIFT_MAX || dropped < -SHIFT_MAX)
        return NULL;
    uint64_t number = coefficient(d);
    if (dropped <= 0)
        return make(&Decimal_class, d->negative, (Wide)number * ten_to(-dropped), exponent);
    uint64_t power = ten_to(dropped), quotient = number / power, rest = number % power;
    *exact = rest == 0;
    quotient += rounds_up(rounding, d->negative, quotient, rest, power);
    return make(&Decimal_class, d->negative, quotient, exponent);
}

bool decimal_small_digits(const Decimal *d, char text[21])
{
    if (d->limb_count > 1)
        return false;
    char reversed[20];
    size_t count = 0;
    uint64_t number = coefficient(d);
    do
        reversed[count++] = (char)('0' + number % 10);
    while (number /= 10);
    for (size_t i = 0; i < count; i++)
        text[i] = reversed[count - 1 - i];
    text[count] = '\0';
    return true;
}

/* "-12.50": a sign, up to 18 digits, a point. */
Decimal *decimal_small_parse(const Class *class, const Str *source)
{
    const char *p = source->text, *end = p + source->length;
    bool negative = *p == '-', has_point = false;
    uint64_t number = 0;
    int64_t exponent = 0;
    size_t digits = 0;
    for (p += *p == '-' || *p == '+'; p < end; p++) {
        if (*p == '.' && !has_point) {
            has_point = true;
            continue;
        }
        if (*p < '0' || *p > '9' || ++digits > 18)
            return NULL;
        number = number * 10 + (uint64_t)(*p - '0');
        exponent -= has_point;
    }
    return digits ? make(class, negative, number, exponent) : NULL;
}
