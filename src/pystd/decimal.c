/* decimal.c -- decimal.Decimal over GMP: sign, coefficient, exponent; results rounded to the
 * context's precision.
 *
 * The coefficient lives in limbs on the collected heap; an mpz_t exists only inside one function.
 */
#include "pystd/decimal.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
/* Exponents of numbers that no context could round to. */
#define EXPONENT_MAX INT64_C(999999999999999999)

/* Whole powers up to this are multiplied out, others go over logarithms. */
#define POWER_MAX 20000

/* A coefficient is not made longer than this. */
#define DIGITS_MAX 4000000

/* --- making ----------------------------------------------------------------------------------- */

Decimal *decimal_make(const Class *class, bool negative, const mpz_t coefficient, int64_t exponent)
{
    Decimal *d = (Decimal *)object_allocate(class);
    d->negative = negative;
    d->exponent = exponent;
    d->limb_count = mpz_size(coefficient);
    d->limbs = (mp_limb_t *)new_bytes(d->limb_count * sizeof(mp_limb_t) + 1);
    memcpy(d->limbs, mpz_limbs_read(coefficient), d->limb_count * sizeof(mp_limb_t));
    return d;
}

Decimal *decimal_special(const Class *class, DecimalKind kind, bool negative)
{
    Decimal *d = (Decimal *)object_allocate(class);
    d->kind = kind;
    d->negative = negative;
    return d;
}

bool decimal_is_zero(const Decimal *d)
{
    return d->kind == DECIMAL_FINITE && d->limb_count == 0;
}

Str *decimal_digits(const Decimal *d)
{
    char few[21];
    if (decimal_small_digits(d, few))
        return str_from(few);
    mpz_t view;
    COEFFICIENT(view, d);
    char *text = new_bytes(mpz_sizeinbase(view, 10) + 2);
    mpz_get_str(text, 10, view);
    return str_from(text);
}

/* "1_000.50e-3" -> digits without point and the exponent; false when it is no number. */
static bool parse_finite(const char *p, const char *end, Buf *digits, int64_t *exponent)
{
    bool any = false, point = false;
    *exponent = 0;
    for (; p < end; p++) {
        if (isdigit((unsigned char)*p)) {
            buf_char(digits, *p);
            *exponent -= point;
            any = true;
        } else if (*p == '.' && !point) {
            point = true;
        } else if (*p != '_') {
            break;
        }
    }
    if (!any)
        return false;
    if (p < end && (*p == 'e' || *p == 'E')) {
        char *stop;
        long long more = strtoll(p + 1, &stop, 10);
        if (stop == p + 1 || !isdigit((unsigned char)stop[-1]))
            return false;
        *exponent += more;
        p = stop;
    }
    return p == end;
}

static Decimal *refuse_text(const Class *class, DecimalSignal signal)
{
    decimal_signal(signal);
    return decimal_special(class, DECIMAL_NAN, false);
}

static Decimal *parse_nan(const Class *class, const char *payload, bool negative, bool is_signaling)
{
    if (payload[strspn(payload, "0123456789")])
        return refuse_text(class, DECIMAL_CONVERSION_SYNTAX);
    mpz_t number;
    mpz_init(number);
    if (*payload)
        mpz_set_str(number, payload, 10);
    Decimal *d = decimal_make(class, negative, number, 0);
    mpz_clear(number);
    d->kind = is_signaling ? DECIMAL_SIGNALING_NAN : DECIMAL_NAN;
    return d;
}

Decimal *decimal_parse(const Class *class, const Str *source)
{
    Decimal *small = decimal_small_parse(class, source);
    if (small)
        return small;
    Str *text = str_trim(source);
    const char *p = text->text, *end = p + text->length;
    bool negative = *p == '-';
    if (*p == '-' || *p == '+')
        p++;
    if (strcasecmp(p, "inf") == 0 || strcasecmp(p, "infinity") == 0)
        return decimal_special(class, DECIMAL_INFINITY, negative);
    bool is_signaling = strncasecmp(p, "snan", 4) == 0;
    if (is_signaling || strncasecmp(p, "nan", 3) == 0)
        return parse_nan(class, is_signaling ? p + 4 : p + 3, negative, is_signaling);
    Buf digits = {0};
    int64_t exponent;
    if (!parse_finite(p, end, &digits, &exponent))
        return refuse_text(class, DECIMAL_CONVERSION_SYNTAX);
    if (exponent > EXPONENT_MAX || exponent < 2 * -EXPONENT_MAX + 1)
        return refuse_text(class, DECIMAL_INVALID_OPERATION);
    mpz_t number;
    mpz_init_set_str(number, digits.data, 10);
    Decimal *d = decimal_make(class, negative, number, exponent);
    mpz_clear(number);
    return d;
}

Value decimal_new(const Str *text)
{
    return OBJ(decimal_parse(&Decimal_class, text));
}

/* Exact: m * 2^e is m * 5^-e * 10^e for negative e. */
Decimal *decimal_from_double(const Class *class, double x)
{
    if (isnan(x) || isinf(x))
        return decimal_special(class, isnan(x) ? DECIMAL_NAN : DECIMAL_INFINITY, signbit(x));
    int exponent;
    double fraction = frexp(fabs(x), &exponent);
    mpz_t number, power;
    mpz_init_set_d(number, ldexp(fraction, 53));
    exponent = x == 0 ? 0 : exponent - 53;
    while (exponent < 0 && mpz_even_p(number) && mpz_sgn(number)) {
        mpz_fdiv_q_2exp(number, number, 1);
        exponent++;
    }
    mpz_init(power);
    if (exponent > 0) {
        mpz_mul_2exp(number, number, (mp_bitcnt_t)exponent);
        exponent = 0;
    } else {
        mpz_ui_pow_ui(power, 5, (unsigned long)-exponent);
        mpz_mul(number, number, power);
    }
    Decimal *d = decimal_make(class, signbit(x), number, exponent);
    mpz_clear(number);
    mpz_clear(power);
    return d;
}

Decimal *decimal_from_tuple(const Class *class, Tuple *parts)
{
    if (parts->length != 3)
        raise_value("argument must be a sequence of length 3");
    Buf text = {0};
    buf_text(&text, value_truth(parts->at[0]) ? "-" : "");
    Tuple *digits = tuple_from(parts->at[1]);
    for (size_t i = 0; i < digits->length; i++)
        buf_add(&text, value_str(digits->at[i]));
    if (digits->length == 0)
        buf_char(&text, '0');
    Str *special = value_find_str(parts->at[2]);
    if (special && str_is(special, "F"))
        return decimal_special(class, DECIMAL_INFINITY, value_truth(parts->at[0]));
    if (special && (str_is(special, "n") || str_is(special, "N"))) {
        const char *payload = buf_str(&text)->text + value_truth(parts->at[0]);
        return parse_nan(class, payload, value_truth(parts->at[0]), str_is(special, "N"));
    }
    if (special)
        raise_value("string argument in the third position must be 'F', 'n' or 'N'");
    buf_format(&text, "E%s", value_str(parts->at[2])->text);
    return decimal_parse(class, buf_str(&text));
}

/* NULL when v is no number that mixes with Decimal. */
Decimal *decimal_operand(Value v)
{
    Decimal *d = as(Decimal, v);
    v = value_plain(v);
    if (d)
        return d;
    return is_int(v) ? decimal_parse(&Decimal_class, int_digits(value_index(v), 10)) : NULL;
}

/* --- text ------------------------------------------------------------------------------------- */

static void write_exponent(Buf *out, const Str *digits, int64_t adjusted)
{
    buf_char(out, digits->text[0]);
    if (digits->length > 1)
        buf_format(out, ".%s", digits->text + 1);
    buf_format(out, "%c%+lld", decimal_context()->capitals ? 'E' : 'e', (long long)adjusted);
}

static void write_fixed(Buf *out, const Str *digits, int64_t exponent)
{
    int64_t point = (int64_t)digits->length + exponent;
    if (point > 0) {
        for (int64_t i = 0; i < point; i++)
            buf_char(out, i < (int64_t)digits->length ? digits->text[i] : '0');
        if (point < (int64_t)digits->length)
            buf_format(out, ".%s", digits->text + point);
        return;
    }
    buf_text(out, "0.");
    buf_fill(out, '0', (size_t)-point);
    buf_add(out, digits);
}

Str *decimal_text(const Decimal *d)
{
    Buf out = {0};
    buf_text(&out, d->negative ? "-" : "");
    Str *digits = decimal_digits(d);
    if (d->kind != DECIMAL_FINITE) {
        static const char *const words[] = {"", "Infinity", "NaN", "sNaN"};
        buf_text(&out, words[d->kind]);
        if (d->limb_count)
            buf_add(&out, digits);
        return buf_str(&out);
    }
    int64_t adjusted = d->exponent + (int64_t)digits->length - 1;
    if (d->exponent <= 0 && adjusted >= -6)
        write_fixed(&out, digits, d->exponent);
    else
        write_exponent(&out, digits, adjusted);
    return buf_str(&out);
}

Str *decimal_str(Value self)
{
    return decimal_text((Decimal *)self.obj);
}

Str *decimal_repr(Value self)
{
    return str_format("Decimal('%s')", decimal_str(self)->text);
}

/* --- rounding --------------------------------------------------------------------------------- */

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

/* --- arithmetic ------------------------------------------------------------------------------- */

void decimal_scale_up(mpz_t number, int64_t digits)
{
    if (digits <= 0 || mpz_sgn(number) == 0)
        return;
    if (digits > DIGITS_MAX)
        raise_exception(&OverflowError_class, "decimal exponent is too large");
    mpz_t power;
    mpz_init(power);
    mpz_ui_pow_ui(power, 10, (unsigned long)digits);
    mpz_mul(number, number, power);
    mpz_clear(power);
}

/* The exponent of the first digit. */
static int64_t adjusted(const Decimal *d)
{
    mpz_t view;
    COEFFICIENT(view, d);
    return d->exponent + decimal_digit_count(view) - 1;
}

/* big + small, where small begins behind the last digit that counts: it decides the rounding, no more. */
static Value add_far(const Decimal *big, const Decimal *small, bool big_negative,
                     bool small_negative)
{
    int64_t last = adjusted(big) - decimal_context()->prec - 2;
    mpz_t view, x;
    COEFFICIENT(view, big);
    mpz_init_set(x, view);
    decimal_scale_up(x, big->exponent - last);
    if (!decimal_is_zero(small)) {
        decimal_scale_up(x, 1);
        last--;
        if (big_negative == small_negative)
            mpz_add_ui(x, x, 1);
        else
            mpz_sub_ui(x, x, 1);
    }
    return decimal_finish(x, big_negative, last, false);
}

/* Whether the digits of small are all behind those of a result as large as big. */
static bool is_far(const Decimal *big, const Decimal *small)
{
    int64_t last = adjusted(big) - decimal_context()->prec - 2;
    return !decimal_is_zero(big) && big->exponent > last && small->exponent < last &&
           (decimal_is_zero(small) || adjusted(small) < last);
}

/* Signed coefficients of a and b at the smaller exponent. */
static int64_t align(mpz_t x, mpz_t y, const Decimal *a, const Decimal *b)
{
    mpz_t view;
    int64_t exponent = a->exponent < b->exponent ? a->exponent : b->exponent;
    if (llabs(a->exponent - b->exponent) > DIGITS_MAX)
        raise_exception(&OverflowError_class, "decimal exponents are too far apart");
    COEFFICIENT(view, a);
    mpz_init_set(x, view);
    COEFFICIENT(view, b);
    mpz_init_set(y, view);
    decimal_scale_up(x, a->exponent - exponent);
    decimal_scale_up(y, b->exponent - exponent);
    if (a->negative)
        mpz_neg(x, x);
    if (b->negative)
        mpz_neg(y, y);
    return exponent;
}

Value decimal_add(const Decimal *a, const Decimal *b, bool subtract)
{
    Decimal *small = decimal_small_add(a, b, subtract);
    if (small)
        return OBJ(small);
    bool b_negative = b->negative != subtract;
    if (is_far(a, b))
        return add_far(a, b, a->negative, b_negative);
    if (is_far(b, a))
        return add_far(b, a, b_negative, a->negative);
    mpz_t x, y;
    int64_t exponent = align(x, y, a, b);
    if (subtract)
        mpz_sub(x, x, y);
    else
        mpz_add(x, x, y);
    mpz_clear(y);
    bool floors = decimal_rounding(NONE) == ROUND_FLOOR, differ = a->negative != b_negative;
    bool negative = mpz_sgn(x) < 0 || (mpz_sgn(x) == 0 && (differ ? floors : a->negative));
    mpz_abs(x, x);
    return decimal_finish(x, negative, exponent, false);
}

static Value multiply(const Decimal *a, const Decimal *b)
{
    Decimal *small = decimal_small_multiply(a, b);
    if (small)
        return OBJ(small);
    mpz_t view_a, view_b, product;
    COEFFICIENT(view_a, a);
    COEFFICIENT(view_b, b);
    mpz_init(product);
    mpz_mul(product, view_a, view_b);
    return decimal_finish(product, a->negative != b->negative, a->exponent + b->exponent, false);
}

/* What a / 0 is. */
static Value divide_by_zero(const Decimal *a, const Decimal *b)
{
    if (decimal_is_zero(a))
        return decimal_invalid(DECIMAL_DIVISION_UNDEFINED);
    decimal_signal(DECIMAL_DIVISION_BY_ZERO);
    return OBJ(decimal_special(&Decimal_class, DECIMAL_INFINITY, a->negative != b->negative));
}

static Value divide(const Decimal *a, const Decimal *b)
{
    if (decimal_is_zero(b))
        return divide_by_zero(a, b);
    mpz_t view_a, view_b, quotient, rest;
    COEFFICIENT(view_a, a);
    COEFFICIENT(view_b, b);
    int64_t shift =
        decimal_digit_count(view_b) - decimal_digit_count(view_a) + decimal_context()->prec + 1;
    int64_t ideal = a->exponent - b->exponent;
    shift = shift < 0 ? 0 : shift;
    mpz_init_set(quotient, view_a);
    mpz_init(rest);
    decimal_scale_up(quotient, shift);
    mpz_tdiv_qr(quotient, rest, quotient, view_b);
    bool exact = mpz_sgn(rest) == 0;
    mpz_clear(rest);
    int64_t exponent = ideal - shift;
    while (exact && exponent < ideal && mpz_divisible_ui_p(quotient, 10)) {
        mpz_divexact_ui(quotient, quotient, 10);
        exponent++;
    }
    return decimal_finish(quotient, a->negative != b->negative, exponent, !exact);
}

/* Whole quotient toward zero, or the remainder with the sign of a. */
static Value divide_whole(const Decimal *a, const Decimal *b, bool remainder)
{
    if (decimal_is_zero(b))
        return remainder && !decimal_is_zero(a) ? decimal_invalid(DECIMAL_INVALID_OPERATION)
                                                : divide_by_zero(a, b);
    int64_t longer = decimal_is_zero(a) ? 0 : adjusted(a) - adjusted(b);
    if (longer > decimal_context()->prec + 1)
        return decimal_invalid(DECIMAL_DIVISION_IMPOSSIBLE);
    if (longer < -1 && b->exponent - a->exponent > 1000) /* nothing of a is a whole b */
        return remainder ? decimal_plus(a)
                         : decimal_negate(decimal_parse(&Decimal_class, str_from("0")),
                                          a->negative != b->negative);
    mpz_t x, y, rest;
    int64_t exponent = align(x, y, a, b);
    mpz_init(rest);
    mpz_tdiv_qr(x, rest, x, y);
    mpz_clear(y);
    mpz_abs(x, x);
    mpz_abs(rest, rest);
    if (decimal_digit_count(x) > decimal_context()->prec)
        return decimal_invalid(DECIMAL_DIVISION_IMPOSSIBLE);
    if (remainder) {
        mpz_clear(x);
        return decimal_finish(rest, a->negative, exponent, false);
    }
    mpz_clear(rest);
    return decimal_finish(x, a->negative != b->negative, 0, false);
}

/* Powers with a whole exponent. */
static Value power(const Decimal *a, const Decimal *b)
{
    bool is_power = a->kind == DECIMAL_FINITE && b->kind == DECIMAL_FINITE && b->exponent == 0 && b->limb_count <= 1 &&
                    (b->limb_count == 0 || b->limbs[0] <= POWER_MAX);
    if (!is_power) {
        Value args[] = {OBJ(a), OBJ(b)};
        return call(library_get("_decimal_methods", "_power"), 2, args);
    }
    int64_t n = b->limb_count ? (int64_t)b->limbs[0] : 0;
    if (n == 0 && decimal_is_zero(a))
        return decimal_invalid(DECIMAL_INVALID_OPERATION);
    if (b->negative && decimal_is_zero(a))
        return OBJ(decimal_special(&Decimal_class, DECIMAL_INFINITY, a->negative && n % 2));
    mpz_t view, result;
    COEFFICIENT(view, a);
    if (n > 0 && decimal_is_zero(a))
        return decimal_negate(decimal_parse(&Decimal_class, str_from("0")), a->negative && n % 2);
    mpz_init(result);
    mpz_pow_ui(result, view, (unsigned long)n);
    bool negative = a->negative && n % 2;
    if (!b->negative)
        return decimal_finish(result, negative, a->exponent * n, false);
    Decimal *whole = decimal_make(&Decimal_class, negative, result, a->exponent * n);
    mpz_clear(result);
    return divide(decimal_parse(&Decimal_class, str_from("1")), whole);
}

int decimal_compare(const Decimal *a, const Decimal *b)
{
    if (a->kind == DECIMAL_INFINITY || b->kind == DECIMAL_INFINITY) {
        int x = a->kind == DECIMAL_INFINITY ? (a->negative ? -1 : 1) : 0;
        int y = b->kind == DECIMAL_INFINITY ? (b->negative ? -1 : 1) : 0;
        return (x > y) - (x < y);
    }
    int order;
    if (decimal_small_compare(a, b, &order))
        return order;
    if (a->negative == b->negative && !decimal_is_zero(a) && !decimal_is_zero(b) &&
        adjusted(a) != adjusted(b))
        return (adjusted(a) > adjusted(b)) != a->negative ? 1 : -1;
    mpz_t x, y;
    align(x, y, a, b);
    order = mpz_cmp(x, y);
    mpz_clear(x);
    mpz_clear(y);
    return order;
}

static Value compare_value(Operator op, const Decimal *a, const Decimal *b)
{
    if (DECIMAL_IS_NAN(a) || DECIMAL_IS_NAN(b)) {
        bool is_signaling = a->kind == DECIMAL_SIGNALING_NAN || b->kind == DECIMAL_SIGNALING_NAN;
        if (is_signaling || (op != OPERATOR_EQ && op != OPERATOR_NE))
            decimal_signal(DECIMAL_INVALID_OPERATION);
        return BOOL(op == OPERATOR_NE);
    }
    int order = decimal_compare(a, b);
    return ordering_result(op, order);
}

Value decimal_negate(const Decimal *d, bool negative)
{
    Decimal *copy = obj_new(Decimal);
    *copy = *d;
    copy->obj = (Obj){.class = &Decimal_class};
    copy->negative = negative;
    return OBJ(copy);
}

/* A finite number over infinity. */
static Value smallest_zero(bool negative)
{
    const Context *context = decimal_context();
    mpz_t zero;
    mpz_init(zero);
    decimal_signal(DECIMAL_CLAMPED);
    return OBJ(decimal_make(&Decimal_class, negative, zero, context->e_min - context->prec + 1));
}

/* Infinities and NaN. */
static Value operate_special(Operator op, const Decimal *a, const Decimal *b)
{
    if (DECIMAL_IS_NAN(a) || DECIMAL_IS_NAN(b))
        return decimal_quiet(a, b);
    bool both = a->kind == b->kind, minus = a->negative != b->negative,
         first = a->kind == DECIMAL_INFINITY;
    Value infinity = OBJ(decimal_special(&Decimal_class, DECIMAL_INFINITY, minus));
    switch (op) {
    case OPERATOR_ADD:
    case OPERATOR_SUB: {
        bool b_negative = b->negative != (op == OPERATOR_SUB);
        if (both && a->negative != b_negative)
            break;
        return OBJ(
            decimal_special(&Decimal_class, DECIMAL_INFINITY, first ? a->negative : b_negative));
    }
    case OPERATOR_MUL:
        if (decimal_is_zero(a) || decimal_is_zero(b))
            break;
        return infinity;
    case OPERATOR_DIV:
        if (both)
            break;
        return first ? infinity : smallest_zero(minus);
    case OPERATOR_FLOORDIV:
        if (both)
            break;
        return first ? infinity
                     : decimal_negate(decimal_parse(&Decimal_class, str_from("0")), minus);
    case OPERATOR_MOD:
        if (first)
            break;
        return decimal_plus(a);
    default:
        break;
    }
    return decimal_invalid(DECIMAL_INVALID_OPERATION);
}

static Value operate(Operator op, const Decimal *a, const Decimal *b)
{
    if (op >= OPERATOR_EQ && op <= OPERATOR_GE)
        return compare_value(op, a, b);
    if (op > OPERATOR_POW)
        return UNSET;
    if ((a->kind != DECIMAL_FINITE || b->kind != DECIMAL_FINITE) && op != OPERATOR_POW)
        return operate_special(op, a, b);
    switch (op) {
    case OPERATOR_ADD:
    case OPERATOR_SUB:
        return decimal_add(a, b, op == OPERATOR_SUB);
    case OPERATOR_MUL:
        return multiply(a, b);
    case OPERATOR_DIV:
        return divide(a, b);
    case OPERATOR_FLOORDIV:
    case OPERATOR_MOD:
        return divide_whole(a, b, op == OPERATOR_MOD);
    default:
        return power(a, b);
    }
}

Value decimal_binop(Operator op, Value left, Value right)
{
    if (op == OPERATOR_NEG || op == OPERATOR_POS) {
        const Decimal *d = (Decimal *)left.obj;
        bool negative = d->negative != (op == OPERATOR_NEG);
        if (DECIMAL_IS_NAN(d))
            return decimal_quiet(d, NULL);
        if (decimal_is_zero(d)) /* -0 only where rounding is to the floor */
            negative = negative && decimal_rounding(NONE) == ROUND_FLOOR;
        return decimal_plus((Decimal *)decimal_negate(d, negative).obj);
    }
    if (op == OPERATOR_INVERT || !is_set(right))
        return UNSET;
    Decimal *a = decimal_operand(left), *b = decimal_operand(right);
    bool compares = op >= OPERATOR_EQ && op <= OPERATOR_GE;
    if (compares && (!a || !b) && value_plain(a ? right : left).tag == TAG_FLOAT) {
        if (op == OPERATOR_EQ || op == OPERATOR_NE)
            decimal_context()->flags |= DECIMAL_FLOAT_OPERATION;
        else
            decimal_signal(DECIMAL_FLOAT_OPERATION);
    }
    if (compares && !a && value_plain(left).tag == TAG_FLOAT)
        a = decimal_from_double(&Decimal_class, value_plain(left).number);
    if (compares && !b && value_plain(right).tag == TAG_FLOAT)
        b = decimal_from_double(&Decimal_class, value_plain(right).number);
    return a && b ? operate(op, a, b) : UNSET;
}

bool decimal_truth(Value self)
{
    return !decimal_is_zero((Decimal *)self.obj);
}

/* coefficient * 10 ** exponent as equal ints, floats and Fractions are hashed: modulo 2 ** 61 - 1, where
 * dividing by ten is multiplying by its inverse. */
static int64_t fraction_hash(const Decimal *d)
{
    static const uint64_t modulus = ((uint64_t)1 << 61) - 1, inverse_of_ten = 2075258708292324556;
    mpz_t coefficient;
    COEFFICIENT(coefficient, d);
    unsigned __int128 hash = mpz_fdiv_ui(coefficient, modulus);
    for (int64_t i = d->exponent; i < 0; i++)
        hash = hash * inverse_of_ten % modulus;
    int64_t result = d->negative ? -(int64_t)hash : (int64_t)hash;
    return result == -1 ? -2 : result;
}

int64_t decimal_hash(Value self)
{
    const Decimal *d = (Decimal *)self.obj;
    if (d->kind == DECIMAL_SIGNALING_NAN)
        raise_type("Cannot hash a signaling NaN value");
    if (d->kind != DECIMAL_FINITE)
        return d->kind == DECIMAL_NAN ? (int64_t)((uintptr_t)d >> 4)
                                      : value_hash(FLOAT(d->negative ? -INFINITY : INFINITY));
    Value whole = decimal_whole(d, ROUND_DOWN);
    if (decimal_compare(d, decimal_operand(whole)) == 0)
        return value_hash(whole);
    return fraction_hash(d);
}
