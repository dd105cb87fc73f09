/* decimal.c -- decimal.Decimal: made of text, numbers and tuples, and written as text.
 *
 * The coefficient lives in limbs on the collected heap; an mpz_t exists only inside one function.
 */
#include "pystd/decimal.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>

/* Exponents of numbers that no context could round to. */
#define EXPONENT_MAX INT64_C(999999999999999999)

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

static bool tuple_sign(Value v)
{
    v = value_plain(v);
    if (is_int(v) && v.tag != TAG_BOOL && v.tag != TAG_INT)
        raise_exception(&OverflowError_class, "Python int too large to convert to C long");
    int64_t sign = v.tag == TAG_BOOL ? v.boolean : v.tag == TAG_INT ? v.integer : -1;
    if (sign != 0 && sign != 1)
        raise_value("sign must be an integer with the value 0 or 1");
    return sign == 1;
}

static void add_tuple_digits(Buf *text, Value v)
{
    if (!is_instance(v, &tuple_class) && !is_instance(v, &list_class))
        raise_value("coefficient must be a tuple of digits");
    const Tuple *digits = tuple_from(v);
    for (size_t i = 0; i < digits->length; i++) {
        Value digit = value_plain(digits->at[i]);
        int64_t n = digit.tag == TAG_BOOL  ? digit.boolean
                    : digit.tag == TAG_INT ? digit.integer
                                           : -1;
        if (n < 0 || n > 9)
            raise_value("coefficient must be a tuple of digits");
        buf_char(text, (char)('0' + n));
    }
}

Decimal *decimal_from_tuple(const Class *class, Tuple *parts)
{
    if (parts->length != 3)
        raise_value("argument must be a sequence of length 3");
    bool negative = tuple_sign(parts->at[0]);
    Str *special = value_find_str(parts->at[2]);
    if (special && !str_is(special, "F") && !str_is(special, "n") && !str_is(special, "N"))
        raise_value("string argument in the third position must be 'F', 'n' or 'N'");
    if (!special && !is_int(value_plain(parts->at[2])))
        raise_value("exponent must be an integer");
    Buf digits = {0};
    add_tuple_digits(&digits, parts->at[1]);
    if (special && str_is(special, "F"))
        return decimal_special(class, DECIMAL_INFINITY, negative);
    if (special)
        return parse_nan(class, buf_str(&digits)->text, negative, str_is(special, "N"));
    Buf text = {0};
    buf_format(&text, "%s%sE%s", negative ? "-" : "", digits.length ? buf_str(&digits)->text : "0",
               int_digits(value_index(parts->at[2]), 10)->text);
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

static void write_exponent(Buf *out, const char *digits, size_t count, int64_t adjusted)
{
    buf_char(out, digits[0]);
    if (count > 1) {
        buf_char(out, '.');
        buf_bytes(out, digits + 1, count - 1);
    }
    buf_format(out, "%c%+lld", decimal_context()->capitals ? 'E' : 'e', (long long)adjusted);
}

/* exponent: at most 0. */
static void write_fixed(Buf *out, const char *digits, size_t count, int64_t exponent)
{
    int64_t point = (int64_t)count + exponent;
    if (point > 0) {
        buf_bytes(out, digits, (size_t)point);
        if (exponent == 0)
            return;
        buf_char(out, '.');
        buf_bytes(out, digits + point, count - (size_t)point);
        return;
    }
    buf_text(out, "0.");
    buf_fill(out, '0', (size_t)-point);
    buf_bytes(out, digits, count);
}

Str *decimal_text(const Decimal *d)
{
    char room[64], few[21];
    Buf out = BUF_IN(room);
    const char *digits = decimal_small_digits(d, few) ? few : decimal_digits(d)->text;
    size_t count = strlen(digits);
    if (d->negative)
        buf_char(&out, '-');
    if (d->kind != DECIMAL_FINITE) {
        static const char *const words[] = {"", "Infinity", "NaN", "sNaN"};
        buf_text(&out, words[d->kind]);
        if (d->limb_count)
            buf_bytes(&out, digits, count);
        return buf_str(&out);
    }
    int64_t adjusted = d->exponent + (int64_t)count - 1;
    if (d->exponent <= 0 && adjusted >= -6)
        write_fixed(&out, digits, count, d->exponent);
    else
        write_exponent(&out, digits, count, adjusted);
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
