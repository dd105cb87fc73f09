/* decimal.c -- decimal.Decimal over GMP: sign, coefficient, exponent; results rounded to the
 * context's precision.
 *
 * The coefficient lives in limbs on the collected heap; an mpz_t exists only inside one function.
 */
#include "pystd/decimal.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
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
    if (strcasecmp(p, "nan") == 0 || strcasecmp(p, "snan") == 0)
        return decimal_special(class, DECIMAL_NAN, negative);
    Buf digits = {0};
    int64_t exponent;
    if (!parse_finite(p, end, &digits, &exponent)) {
        decimal_raise_condition(DECIMAL_CONVERSION_SYNTAX);
    }
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
    if (is_str(parts->at[2]))
        return decimal_special(class,
                               str_is(parts->at[2].str, "F") ? DECIMAL_INFINITY : DECIMAL_NAN,
                               value_truth(parts->at[0]));
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
    buf_format(out, "E%+lld", (long long)adjusted);
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
    if (d->kind != DECIMAL_FINITE) {
        buf_text(&out, d->kind == DECIMAL_INFINITY ? "Infinity" : "NaN");
        return buf_str(&out);
    }
    Str *digits = decimal_digits(d);
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
void decimal_drop_digits(mpz_t number, int64_t count, bool negative, Rounding rounding, bool sticky)
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

/* The Decimal of a result, rounded to the precision; clears `number`. */
Value decimal_finish(mpz_t number, bool negative, int64_t exponent, bool sticky)
{
    Context *context = decimal_context();
    for (int64_t digits; (digits = decimal_digit_count(number)) > context->prec; sticky = false) {
        decimal_drop_digits(number, digits - context->prec, negative, decimal_rounding(NONE), sticky);
        exponent += digits - context->prec;
    }
    Decimal *d = decimal_make(&Decimal_class, negative, number, exponent);
    mpz_clear(number);
    return OBJ(d);
}

/* --- arithmetic ------------------------------------------------------------------------------- */

void decimal_scale_up(mpz_t number, int64_t digits)
{
    if (digits <= 0)
        return;
    if (digits > 1000000)
        raise_exception(&OverflowError_class, "decimal exponent is too large");
    mpz_t power;
    mpz_init(power);
    mpz_ui_pow_ui(power, 10, (unsigned long)digits);
    mpz_mul(number, number, power);
    mpz_clear(power);
}

/* Signed coefficients of a and b at the smaller exponent. */
static int64_t align(mpz_t x, mpz_t y, const Decimal *a, const Decimal *b)
{
    mpz_t view;
    int64_t exponent = a->exponent < b->exponent ? a->exponent : b->exponent;
    if (llabs(a->exponent - b->exponent) > 1000000)
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
    mpz_t x, y;
    int64_t exponent = align(x, y, a, b);
    bool b_negative = b->negative != subtract;
    if (subtract)
        mpz_sub(x, x, y);
    else
        mpz_add(x, x, y);
    mpz_clear(y);
    bool negative = mpz_sgn(x) < 0 || (mpz_sgn(x) == 0 && a->negative && b_negative);
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

static _Noreturn void raise_zero_division(const Decimal *a)
{
    if (decimal_is_zero(a))
        decimal_raise_condition(DECIMAL_DIVISION_UNDEFINED);
    Value condition = OBJ(&DivisionByZero_class);
    raise_exception_with(&DivisionByZero_class, OBJ(list_of(1, &condition)));
}

static Value divide(const Decimal *a, const Decimal *b)
{
    if (decimal_is_zero(b))
        raise_zero_division(a);
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
    if (decimal_is_zero(b)) {
        if (remainder && !decimal_is_zero(a))
            decimal_raise_invalid(NULL);
        raise_zero_division(a);
    }
    mpz_t x, y, rest;
    int64_t exponent = align(x, y, a, b);
    mpz_init(rest);
    mpz_tdiv_qr(x, rest, x, y);
    mpz_clear(y);
    mpz_abs(x, x);
    mpz_abs(rest, rest);
    if (decimal_digit_count(x) > decimal_context()->prec)
        decimal_raise_invalid(NULL); /* a quotient that cannot be written whole */
    if (remainder) {
        mpz_clear(x);
        return decimal_finish(rest, a->negative, exponent, false);
    }
    mpz_clear(rest);
    return decimal_finish(x, a->negative != b->negative, 0, false);
}

/* Powers with a whole exponent; others go through floats, which is what is left out here. */
static Value power(const Decimal *a, const Decimal *b)
{
    if (b->kind != DECIMAL_FINITE || b->exponent != 0 || b->limb_count > 1) {
        Value args[] = {OBJ(a), OBJ(b)};
        return call(library_get("_decimal_methods", "_power"), 2, args);
    }
    int64_t n = b->limb_count ? (int64_t)b->limbs[0] : 0;
    if (n == 0 && decimal_is_zero(a))
        decimal_raise_invalid(NULL);
    mpz_t view, result;
    COEFFICIENT(view, a);
    mpz_init(result);
    if (n > 100000)
        raise_exception(&OverflowError_class, "decimal power is too large");
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
    mpz_t x, y;
    align(x, y, a, b);
    order = mpz_cmp(x, y);
    mpz_clear(x);
    mpz_clear(y);
    return order;
}

static Value compare_value(Operator op, const Decimal *a, const Decimal *b)
{
    if (a->kind == DECIMAL_NAN || b->kind == DECIMAL_NAN) {
        if (op != OPERATOR_EQ && op != OPERATOR_NE)
            decimal_raise_invalid(NULL);
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
    copy->negative = negative && !decimal_is_zero(d);
    return OBJ(copy);
}

/* Infinities and NaN. */
static Value operate_special(Operator op, const Decimal *a, const Decimal *b)
{
    if (a->kind == DECIMAL_NAN || b->kind == DECIMAL_NAN)
        return OBJ(decimal_special(&Decimal_class, DECIMAL_NAN, false));
    bool both = a->kind == b->kind, minus = a->negative != b->negative;
    if ((op == OPERATOR_ADD || op == OPERATOR_SUB)) {
        bool b_negative = b->negative != (op == OPERATOR_SUB);
        if (both && a->negative != b_negative)
            decimal_raise_invalid(NULL);
        return OBJ(decimal_special(&Decimal_class, DECIMAL_INFINITY,
                                   a->kind == DECIMAL_INFINITY ? a->negative : b_negative));
    }
    if (op == OPERATOR_MUL && !decimal_is_zero(a) && !decimal_is_zero(b))
        return OBJ(decimal_special(&Decimal_class, DECIMAL_INFINITY, minus));
    if (op == OPERATOR_DIV && !both)
        return a->kind == DECIMAL_INFINITY
                   ? OBJ(decimal_special(&Decimal_class, DECIMAL_INFINITY, minus))
                   : decimal_negate(decimal_parse(&Decimal_class, str_from("0")), minus);
    if (op == OPERATOR_MOD && a->kind == DECIMAL_FINITE)
        return OBJ(a);
    decimal_raise_invalid(NULL);
}

static Value operate(Operator op, const Decimal *a, const Decimal *b)
{
    if (op >= OPERATOR_EQ && op <= OPERATOR_GE)
        return compare_value(op, a, b);
    if (op > OPERATOR_POW)
        return UNSET;
    if (a->kind != DECIMAL_FINITE || b->kind != DECIMAL_FINITE)
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
        Decimal *d = (Decimal *)left.obj;
        Decimal *zero = decimal_parse(&Decimal_class, str_from("0"));
        if (d->kind != DECIMAL_FINITE)
            return decimal_negate(d, d->negative != (op == OPERATOR_NEG));
        zero->exponent = d->exponent;
        return op == OPERATOR_NEG ? decimal_add(zero, d, true) : decimal_add(zero, d, false);
    }
    if (op == OPERATOR_INVERT || !is_set(right))
        return UNSET;
    Decimal *a = decimal_operand(left), *b = decimal_operand(right);
    bool compares = op >= OPERATOR_EQ && op <= OPERATOR_GE;
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
    if (d->kind != DECIMAL_FINITE)
        return d->kind == DECIMAL_NAN ? 0 : value_hash(FLOAT(d->negative ? -INFINITY : INFINITY));
    Value whole = decimal_whole(d, ROUND_DOWN);
    if (decimal_compare(d, decimal_operand(whole)) == 0)
        return value_hash(whole);
    return fraction_hash(d);
}
