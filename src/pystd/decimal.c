/* decimal.c -- decimal.Decimal over GMP: sign, coefficient, exponent; results rounded to the
 * context's precision.
 *
 * The coefficient lives in limbs on the collected heap; an mpz_t exists only inside one function.
 */
#include "pystd/pystd.h"
#include "pystd/inside.h"

#include <ctype.h>
#include <gmp.h>
#include <math.h>
#include <stdlib.h>

typedef enum DecimalKind { DECIMAL_FINITE, DECIMAL_INFINITY, DECIMAL_NAN } DecimalKind;

typedef struct Decimal {
    Obj obj;
    DecimalKind kind;
    bool negative;
    int64_t exponent;
    size_t limb_count;
    mp_limb_t *limbs;
} Decimal;

typedef struct Context {
    Obj obj;
    int64_t prec;
    Str *rounding;
} Context;

static const Class Context_class, InvalidOperation_class, DivisionByZero_class,
    DecimalException_class;
static const Class DecimalException_class = {
    CLASS_NAMED(BaseException, "DecimalException", "decimal", ArithmeticError)};
static const Class InvalidOperation_class = {
    CLASS_NAMED(BaseException, "InvalidOperation", "decimal", DecimalException)};
static const Class DivisionByZero_class = {
    CLASS_NAMED(BaseException, "DivisionByZero", "decimal", ZeroDivisionError)};

static Context *context_now(void)
{
    return (Context *)module_find(import_module(intern("decimal")), "_context").obj;
}

static _Noreturn void raise_invalid(const char *what)
{
    Value condition = OBJ(&InvalidOperation_class);
    raise_exception_with(&InvalidOperation_class,
                         what ? STR(str_from(what)) : OBJ(list_of(1, &condition)));
}

/* --- making
 * ------------------------------------------------------------------------------------------ */

static Decimal *decimal_make(const Class *class, bool negative, const mpz_t coefficient,
                             int64_t exponent)
{
    Decimal *d = (Decimal *)object_allocate(class);
    d->negative = negative;
    d->exponent = exponent;
    d->limb_count = mpz_size(coefficient);
    d->limbs = (mp_limb_t *)new_bytes(d->limb_count * sizeof(mp_limb_t) + 1);
    memcpy(d->limbs, mpz_limbs_read(coefficient), d->limb_count * sizeof(mp_limb_t));
    return d;
}

static Decimal *decimal_special(const Class *class, DecimalKind kind, bool negative)
{
    Decimal *d = (Decimal *)object_allocate(class);
    d->kind = kind;
    d->negative = negative;
    return d;
}

/* A read-only view of the coefficient. */
#define COEFFICIENT(view, d) mpz_roinit_n((view), (d)->limbs, (mp_size_t)(d)->limb_count)

static bool is_zero(const Decimal *d)
{
    return d->kind == DECIMAL_FINITE && d->limb_count == 0;
}

static Str *digits_of(const Decimal *d)
{
    if (d->limb_count == 0)
        return str_from("0");
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

static Decimal *parse(const Class *class, const Str *source)
{
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
        Value syntax = OBJ(&InvalidOperation_class);
        raise_exception_with(&InvalidOperation_class, OBJ(list_of(1, &syntax)));
    }
    mpz_t number;
    mpz_init_set_str(number, digits.data, 10);
    Decimal *d = decimal_make(class, negative, number, exponent);
    mpz_clear(number);
    return d;
}

Value decimal_new(const Str *text)
{
    return OBJ(parse(&Decimal_class, text));
}

/* Exact: m * 2^e is m * 5^-e * 10^e for negative e. */
static Decimal *from_double(const Class *class, double x)
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

static Decimal *from_tuple(const Class *class, Tuple *parts)
{
    if (parts->length != 3)
        raise_value("Invalid tuple size in creation of Decimal from list or tuple.  The list or "
                    "tuple should have "
                    "exactly three elements.");
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
    return parse(class, buf_str(&text));
}

/* NULL when v is no number that mixes with Decimal. */
static Decimal *operand(Value v)
{
    Decimal *d = as(Decimal, v);
    v = value_plain(v);
    if (d)
        return d;
    return is_int(v) ? parse(&Decimal_class, int_digits(value_index(v), 10)) : NULL;
}

#define DECIMAL_PARAMS(P) P(POS, any, value, Unset) P(POS, any, context, None)
NATIVE_CLASS(Decimal, construct, DECIMAL_PARAMS)
{
    Value v = is_set(a->value) ? value_plain(a->value) : INT(0);
    Decimal *other = as(Decimal, v);
    if (other) {
        Decimal *copy = (Decimal *)object_allocate(class);
        const Class *own = copy->obj.class;
        *copy = *other;
        copy->obj = (Obj){.class = own};
        return OBJ(copy);
    }
    if (is_str(v))
        return OBJ(parse(class, v.str));
    if (v.tag == TAG_FLOAT)
        return OBJ(from_double(class, v.number));
    if (is_int(v))
        return OBJ(parse(class, int_digits(value_index(v), 10)));
    if (is_instance(v, &tuple_class) || is_instance(v, &list_class))
        return OBJ(from_tuple(class, tuple_from(v)));
    raise_type("conversion from %s to Decimal is not supported", class_text(v));
}

#define FLOAT_PARAMS(P) P(ONLY, any, f, Required)
NATIVE_CLASS(Decimal, from_float, FLOAT_PARAMS)
{
    return OBJ(from_double(class, value_to_double(a->f)));
}

/* --- text
 * -------------------------------------------------------------------------------------------------
 */

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

static Str *decimal_text(const Decimal *d)
{
    Buf out = {0};
    buf_text(&out, d->negative ? "-" : "");
    if (d->kind != DECIMAL_FINITE) {
        buf_text(&out, d->kind == DECIMAL_INFINITY ? "Infinity" : "NaN");
        return buf_str(&out);
    }
    Str *digits = digits_of(d);
    int64_t adjusted = d->exponent + (int64_t)digits->length - 1;
    if (d->exponent <= 0 && adjusted >= -6)
        write_fixed(&out, digits, d->exponent);
    else
        write_exponent(&out, digits, adjusted);
    return buf_str(&out);
}

static Str *decimal_str(Value self)
{
    return decimal_text((Decimal *)self.obj);
}

static Str *decimal_repr(Value self)
{
    return str_format("Decimal('%s')", decimal_str(self)->text);
}

/* --- rounding
 * -----------------------------------------------------------------------------------------------
 */

typedef enum Rounding {
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_HALF_DOWN,
    ROUND_UP,
    ROUND_DOWN,
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_05UP,
} Rounding;
static const char *const rounding_names[] = {"ROUND_HALF_EVEN", "ROUND_HALF_UP", "ROUND_HALF_DOWN",
                                             "ROUND_UP",        "ROUND_DOWN",    "ROUND_CEILING",
                                             "ROUND_FLOOR",     "ROUND_05UP"};

static Rounding rounding_get(Value name)
{
    Str *text = is_absent(name) ? context_now()->rounding : value_find_str(name);
    for (size_t i = 0; text && i < COUNT_OF(rounding_names); i++)
        if (str_is(text, rounding_names[i]))
            return (Rounding)i;
    raise_type(
        "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   "
        "ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]");
}

static bool rounds_away(Rounding rounding, bool negative, const mpz_t quotient, int half,
                        bool exact)
{
    if (exact)
        return false;
    switch (rounding) {
    case ROUND_HALF_EVEN:
        return half > 0 || (half == 0 && mpz_odd_p(quotient));
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
        return mpz_fdiv_ui(quotient, 5) == 0;
    default:
        return false;
    }
}

/* Drops `count` digits of the coefficient in place. `sticky`: something nonzero was dropped before.
 */
static void drop_digits(mpz_t number, int64_t count, bool negative, Rounding rounding, bool sticky)
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
    if (rounds_away(rounding, negative, number, half, exact))
        mpz_add_ui(number, number, 1);
    mpz_clear(power);
    mpz_clear(rest);
}

static int64_t digit_count(const mpz_t number)
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
static Value finish(mpz_t number, bool negative, int64_t exponent, bool sticky)
{
    Context *context = context_now();
    Rounding rounding = rounding_get(NONE);
    for (int64_t digits; (digits = digit_count(number)) > context->prec; sticky = false) {
        drop_digits(number, digits - context->prec, negative, rounding, sticky);
        exponent += digits - context->prec;
    }
    Decimal *d = decimal_make(&Decimal_class, negative, number, exponent);
    mpz_clear(number);
    return OBJ(d);
}

/* --- arithmetic
 * ---------------------------------------------------------------------------------------------------
 */

static void scale_up(mpz_t number, int64_t digits)
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
    scale_up(x, a->exponent - exponent);
    scale_up(y, b->exponent - exponent);
    if (a->negative)
        mpz_neg(x, x);
    if (b->negative)
        mpz_neg(y, y);
    return exponent;
}

static Value add(const Decimal *a, const Decimal *b, bool subtract)
{
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
    return finish(x, negative, exponent, false);
}

static Value multiply(const Decimal *a, const Decimal *b)
{
    mpz_t view_a, view_b, product;
    COEFFICIENT(view_a, a);
    COEFFICIENT(view_b, b);
    mpz_init(product);
    mpz_mul(product, view_a, view_b);
    return finish(product, a->negative != b->negative, a->exponent + b->exponent, false);
}

static _Noreturn void raise_zero_division(const Decimal *a)
{
    if (is_zero(a))
        raise_invalid(NULL);
    Value condition = OBJ(&DivisionByZero_class);
    raise_exception_with(&DivisionByZero_class, OBJ(list_of(1, &condition)));
}

static Value divide(const Decimal *a, const Decimal *b)
{
    if (is_zero(b))
        raise_zero_division(a);
    mpz_t view_a, view_b, quotient, rest;
    COEFFICIENT(view_a, a);
    COEFFICIENT(view_b, b);
    int64_t shift = digit_count(view_b) - digit_count(view_a) + context_now()->prec + 1;
    int64_t ideal = a->exponent - b->exponent;
    shift = shift < 0 ? 0 : shift;
    mpz_init_set(quotient, view_a);
    mpz_init(rest);
    scale_up(quotient, shift);
    mpz_tdiv_qr(quotient, rest, quotient, view_b);
    bool exact = mpz_sgn(rest) == 0;
    mpz_clear(rest);
    int64_t exponent = ideal - shift;
    while (exact && exponent < ideal && mpz_divisible_ui_p(quotient, 10)) {
        mpz_divexact_ui(quotient, quotient, 10);
        exponent++;
    }
    return finish(quotient, a->negative != b->negative, exponent, !exact);
}

/* Whole quotient toward zero, or the remainder with the sign of a. */
static Value divide_whole(const Decimal *a, const Decimal *b, bool remainder)
{
    if (is_zero(b)) {
        if (remainder)
            raise_invalid(NULL);
        raise_zero_division(a);
    }
    mpz_t x, y, rest;
    int64_t exponent = align(x, y, a, b);
    mpz_init(rest);
    mpz_tdiv_qr(x, rest, x, y);
    mpz_clear(y);
    mpz_abs(x, x);
    mpz_abs(rest, rest);
    if (remainder) {
        mpz_clear(x);
        return finish(rest, a->negative, exponent, false);
    }
    mpz_clear(rest);
    return finish(x, a->negative != b->negative, 0, false);
}

/* Powers with a whole exponent; others go through floats, which is what is left out here. */
static Value power(const Decimal *a, const Decimal *b)
{
    if (b->kind != DECIMAL_FINITE || b->exponent != 0 || b->limb_count > 1)
        return OBJ(from_double(&Decimal_class, pow(strtod(decimal_text(a)->text, NULL),
                                                   strtod(decimal_text(b)->text, NULL))));
    int64_t n = b->limb_count ? (int64_t)b->limbs[0] : 0;
    if (n == 0 && is_zero(a))
        raise_invalid(NULL);
    mpz_t view, result;
    COEFFICIENT(view, a);
    mpz_init(result);
    if (n > 100000)
        raise_exception(&OverflowError_class, "decimal power is too large");
    mpz_pow_ui(result, view, (unsigned long)n);
    bool negative = a->negative && n % 2;
    if (!b->negative)
        return finish(result, negative, a->exponent * n, false);
    Decimal *whole = decimal_make(&Decimal_class, negative, result, a->exponent * n);
    mpz_clear(result);
    return divide(parse(&Decimal_class, str_from("1")), whole);
}

static int compare(const Decimal *a, const Decimal *b)
{
    if (a->kind == DECIMAL_INFINITY || b->kind == DECIMAL_INFINITY) {
        int x = a->kind == DECIMAL_INFINITY ? (a->negative ? -1 : 1) : 0;
        int y = b->kind == DECIMAL_INFINITY ? (b->negative ? -1 : 1) : 0;
        return (x > y) - (x < y);
    }
    mpz_t x, y;
    align(x, y, a, b);
    int order = mpz_cmp(x, y);
    mpz_clear(x);
    mpz_clear(y);
    return order;
}

static Value compare_value(Operator op, const Decimal *a, const Decimal *b)
{
    if (a->kind == DECIMAL_NAN || b->kind == DECIMAL_NAN) {
        if (op != OPERATOR_EQ && op != OPERATOR_NE)
            raise_invalid(NULL);
        return BOOL(op == OPERATOR_NE);
    }
    int order = compare(a, b);
    switch (op) {
    case OPERATOR_EQ:
        return BOOL(order == 0);
    case OPERATOR_NE:
        return BOOL(order != 0);
    case OPERATOR_LT:
        return BOOL(order < 0);
    case OPERATOR_LE:
        return BOOL(order <= 0);
    case OPERATOR_GT:
        return BOOL(order > 0);
    default:
        return BOOL(order >= 0);
    }
}

static Value negate(const Decimal *d, bool negative)
{
    Decimal *copy = obj_new(Decimal);
    *copy = *d;
    copy->obj = (Obj){.class = &Decimal_class};
    copy->negative = negative && !is_zero(d);
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
            raise_invalid(NULL);
        return OBJ(decimal_special(&Decimal_class, DECIMAL_INFINITY,
                                   a->kind == DECIMAL_INFINITY ? a->negative : b_negative));
    }
    if (op == OPERATOR_MUL && !is_zero(a) && !is_zero(b))
        return OBJ(decimal_special(&Decimal_class, DECIMAL_INFINITY, minus));
    if (op == OPERATOR_DIV && !both)
        return a->kind == DECIMAL_INFINITY
                   ? OBJ(decimal_special(&Decimal_class, DECIMAL_INFINITY, minus))
                   : negate(parse(&Decimal_class, str_from("0")), minus);
    if (op == OPERATOR_MOD && a->kind == DECIMAL_FINITE)
        return OBJ(a);
    raise_invalid(NULL);
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
        return add(a, b, op == OPERATOR_SUB);
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

static Value decimal_binop(Operator op, Value left, Value right)
{
    if (op == OPERATOR_NEG || op == OPERATOR_POS) {
        Decimal *d = (Decimal *)left.obj;
        Decimal *zero = parse(&Decimal_class, str_from("0"));
        if (d->kind != DECIMAL_FINITE)
            return negate(d, d->negative != (op == OPERATOR_NEG));
        zero->exponent = d->exponent;
        return op == OPERATOR_NEG ? add(zero, d, true) : add(zero, d, false);
    }
    if (op == OPERATOR_INVERT || !is_set(right))
        return UNSET;
    Decimal *a = operand(left), *b = operand(right);
    bool compares = op >= OPERATOR_EQ && op <= OPERATOR_GE;
    if (compares && !a && value_plain(left).tag == TAG_FLOAT)
        a = from_double(&Decimal_class, value_plain(left).number);
    if (compares && !b && value_plain(right).tag == TAG_FLOAT)
        b = from_double(&Decimal_class, value_plain(right).number);
    return a && b ? operate(op, a, b) : UNSET;
}

static bool decimal_truth(Value self)
{
    return !is_zero((Decimal *)self.obj);
}

static Value to_whole(const Decimal *d, Rounding rounding);

static int64_t decimal_hash(Value self)
{
    const Decimal *d = (Decimal *)self.obj;
    if (d->kind != DECIMAL_FINITE)
        return d->kind == DECIMAL_NAN ? 0 : value_hash(FLOAT(d->negative ? -INFINITY : INFINITY));
    Value whole = to_whole(d, ROUND_DOWN);
    if (compare(d, operand(whole)) == 0)
        return value_hash(whole);
    return value_hash(FLOAT(strtod(decimal_text(d)->text, NULL)));
}

/* --- methods
 * --------------------------------------------------------------------------------------------------------
 */

/* The value at another exponent. */
static Value rescale(const Decimal *d, int64_t exponent, Rounding rounding)
{
    mpz_t view, number;
    COEFFICIENT(view, d);
    mpz_init_set(number, view);
    if (exponent <= d->exponent)
        scale_up(number, d->exponent - exponent);
    else if (exponent - d->exponent > digit_count(view) + 1)
        drop_digits(number, digit_count(view) + 1, d->negative, rounding, false);
    else
        drop_digits(number, exponent - d->exponent, d->negative, rounding, false);
    Decimal *made = decimal_make(&Decimal_class, d->negative, number, exponent);
    mpz_clear(number);
    return OBJ(made);
}

static Value to_whole(const Decimal *d, Rounding rounding)
{
    if (d->kind != DECIMAL_FINITE) {
        if (d->kind == DECIMAL_NAN)
            raise_value("cannot convert NaN to integer");
        raise_exception(&OverflowError_class, "cannot convert Infinity to integer");
    }
    Decimal *whole = (Decimal *)rescale(d, 0, rounding).obj;
    Str *digits = digits_of(whole);
    Str *text = whole->negative ? str_concat(str_from("-"), digits) : digits;
    return int_parse(STR(text), text, 10);
}

#define QUANTIZE_PARAMS(P)                                                                         \
    P(POS, any, exp, Required) P(POS, any, rounding, None) P(POS, any, context, None)
NATIVE(Decimal, quantize, QUANTIZE_PARAMS)
{
    Decimal *pattern = operand(a->exp);
    if (!pattern)
        raise_type("conversion from %s to Decimal is not supported",
                   class_text(a->exp));
    if (self->kind != DECIMAL_FINITE || pattern->kind != DECIMAL_FINITE)
        return self->kind == pattern->kind ? OBJ(self) : (raise_invalid(NULL), NONE);
    Value made = rescale(self, pattern->exponent, rounding_get(a->rounding));
    if ((int64_t)digits_of((Decimal *)made.obj)->length > context_now()->prec)
        raise_invalid(NULL);
    return made;
}

#define ROUNDING_PARAMS(P) P(POS, any, rounding, None) P(POS, any, context, None)
NATIVE(Decimal, to_integral_value, ROUNDING_PARAMS)
{
    return self->kind != DECIMAL_FINITE || self->exponent >= 0
               ? OBJ(self)
               : rescale(self, 0, rounding_get(a->rounding));
}

#define CONTEXT_PARAMS(P) P(POS, any, context, None)
NATIVE(Decimal, normalize, CONTEXT_PARAMS)
{
    if (self->kind != DECIMAL_FINITE)
        return OBJ(self);
    Decimal *rounded = (Decimal *)add(self, parse(&Decimal_class, str_from("0")), false).obj;
    mpz_t view, number;
    COEFFICIENT(view, rounded);
    mpz_init_set(number, view);
    int64_t exponent = mpz_sgn(number) ? rounded->exponent : 0;
    while (mpz_sgn(number) && mpz_divisible_ui_p(number, 10)) {
        mpz_divexact_ui(number, number, 10);
        exponent++;
    }
    return finish(number, self->negative, exponent, false);
}

NATIVE(Decimal, sqrt, CONTEXT_PARAMS)
{
    if (self->kind == DECIMAL_INFINITY && !self->negative)
        return OBJ(self);
    if (self->kind != DECIMAL_FINITE || (self->negative && !is_zero(self)))
        raise_invalid(NULL);
    mpz_t view, number, rest;
    COEFFICIENT(view, self);
    int64_t shift = 2 * (context_now()->prec + 2) - digit_count(view), ideal = self->exponent >> 1;
    shift = shift < 0 ? 0 : shift;
    shift += (self->exponent - shift) & 1;
    mpz_init_set(number, view);
    mpz_init(rest);
    scale_up(number, shift);
    mpz_sqrtrem(number, rest, number);
    bool exact = mpz_sgn(rest) == 0;
    mpz_clear(rest);
    int64_t exponent = (self->exponent - shift) / 2;
    while (exact && exponent < ideal && mpz_divisible_ui_p(number, 10)) {
        mpz_divexact_ui(number, number, 10);
        exponent++;
    }
    return finish(number, false, exponent, !exact);
}

NATIVE0(Decimal, as_tuple)
{
    Str *digits = digits_of(self);
    List *list = list_new(digits->length);
    for (size_t i = 0; i < digits->length && self->kind == DECIMAL_FINITE; i++)
        list_append(list, INT(digits->text[i] - '0'));
    Value exponent = self->kind == DECIMAL_FINITE
                         ? INT(self->exponent)
                         : STR(str_from(self->kind == DECIMAL_NAN ? "n" : "F"));
    Value parts[] = {INT(self->negative), OBJ(tuple_new(list->length, list->at)), exponent};
    return call(library_get("_decimal_more", "DecimalTuple"), 3, parts);
}

NATIVE0(Decimal, to_int)
{
    return to_whole(self, ROUND_DOWN);
}

NATIVE0(Decimal, to_float)
{
    return FLOAT(strtod(decimal_text(self)->text, NULL));
}

NATIVE0(Decimal, floor)
{
    return to_whole(self, ROUND_FLOOR);
}

NATIVE0(Decimal, ceil)
{
    return to_whole(self, ROUND_CEILING);
}

#define ROUND_PARAMS(P) P(ONLY, any, n, None)
NATIVE(Decimal, round, ROUND_PARAMS)
{
    if (is_none(a->n))
        return to_whole(self, ROUND_HALF_EVEN);
    return rescale(self, -value_plain(a->n).integer, rounding_get(NONE));
}

NATIVE0(Decimal, copy_abs)
{
    return negate(self, false);
}

NATIVE0(Decimal, copy_negate)
{
    return negate(self, !self->negative);
}

NATIVE0(Decimal, adjusted)
{
    return INT(self->kind == DECIMAL_FINITE ? self->exponent + (int64_t)digits_of(self)->length - 1
                                            : 0);
}

#define PREDICATE(name, expression)                                                                \
    NATIVE0(Decimal, name)                                                                         \
    {                                                                                              \
        return BOOL(expression);                                                                   \
    }
PREDICATE(is_nan, self->kind == DECIMAL_NAN)
PREDICATE(is_qnan, self->kind == DECIMAL_NAN)
PREDICATE(is_infinite, self->kind == DECIMAL_INFINITY)
PREDICATE(is_finite, self->kind == DECIMAL_FINITE)
PREDICATE(is_zero_, is_zero(self))
PREDICATE(is_signed, self->negative)

NATIVE0(Decimal, same)
{
    return OBJ(self);
}

#define OTHER_PARAMS(P) P(ONLY, any, other, Required) P(ONLY, any, context, None)
NATIVE(Decimal, compare, OTHER_PARAMS)
{
    Decimal *other = operand(a->other);
    if (!other)
        raise_type("conversion from %s to Decimal is not supported",
                   class_text(a->other));
    return decimal_new(str_format("%d", (compare(self, other) > 0) - (compare(self, other) < 0)));
}

static Decimal *pick(Decimal *self, Value other, int sign)
{
    Decimal *second = operand(other);
    return second && compare(second, self) * sign > 0 ? second : self;
}

NATIVE(Decimal, max, OTHER_PARAMS)
{
    return OBJ(pick(self, a->other, 1));
}

NATIVE(Decimal, min, OTHER_PARAMS)
{
    return OBJ(pick(self, a->other, -1));
}

NATIVE(Decimal, divmod, OTHER_PARAMS)
{
    Value parts[] = {value_operate(OPERATOR_FLOORDIV, OBJ(self), a->other),
                     value_operate(OPERATOR_MOD, OBJ(self), a->other)};
    return OBJ(tuple_new(2, parts));
}

static Str *decimal_format(Value self, Str *spec)
{
    if (spec->length == 0)
        return decimal_str(self);
    Value args[] = {self, STR(spec)};
    return value_str(call(library_get("_decimal_more", "format_decimal"), 2, args));
}

static const Method decimal_methods[] = {CLASS_METHOD(Decimal, from_float),
                                         METHOD(Decimal, quantize),
                                         METHOD(Decimal, to_integral_value),
                                         METHOD_AS("to_integral", Decimal, to_integral_value),
                                         METHOD(Decimal, normalize),
                                         METHOD(Decimal, sqrt),
                                         METHOD(Decimal, as_tuple),
                                         METHOD_AS("__int__", Decimal, to_int),
                                         METHOD_AS("__trunc__", Decimal, to_int),
                                         METHOD_AS("__float__", Decimal, to_float),
                                         METHOD_AS("__floor__", Decimal, floor),
                                         METHOD_AS("__ceil__", Decimal, ceil),
                                         METHOD_AS("__round__", Decimal, round),
                                         METHOD(Decimal, copy_abs),
                                         METHOD_AS("__abs__", Decimal, copy_abs),
                                         METHOD(Decimal, copy_negate),
                                         METHOD(Decimal, adjusted),
                                         METHOD(Decimal, is_nan),
                                         METHOD(Decimal, is_qnan),
                                         METHOD(Decimal, is_infinite),
                                         METHOD(Decimal, is_finite),
                                         METHOD_AS("is_zero", Decimal, is_zero_),
                                         METHOD(Decimal, is_signed),
                                         METHOD_AS("__copy__", Decimal, same),
                                         METHOD_AS("conjugate", Decimal, same),
                                         METHOD(Decimal, compare),
                                         METHOD(Decimal, max),
                                         METHOD(Decimal, min),
                                         METHOD_AS("__divmod__", Decimal, divmod),
                                         {0}};
const Class Decimal_class = {CLASS(Decimal, "decimal", object),
                             .construct = CONSTRUCT(Decimal),
                             .methods = decimal_methods,
                             .repr = decimal_repr,
                             .str = decimal_str,
                             .format = decimal_format,
                             .binop = decimal_binop,
                             .truth = decimal_truth,
                             .hash = decimal_hash};

/* --- contexts
 * -------------------------------------------------------------------------------------------------------
 */

#define CONTEXT_INIT(P)                                                                            \
    P(POS, any, prec, None) P(POS, any, rounding, None) P(KWREST, dict, more, Empty)
NATIVE(Context, init, CONTEXT_INIT)
{
    self->prec = is_none(a->prec) ? 28 : value_plain(a->prec).integer;
    self->rounding = is_none(a->rounding) ? str_from("ROUND_HALF_EVEN") : value_str(a->rounding);
    return NONE;
}

NATIVE0(Context, copy)
{
    Context *copy = obj_new(Context);
    copy->prec = self->prec;
    copy->rounding = self->rounding;
    return OBJ(copy);
}

#define NUMBER_PARAMS(P) P(ONLY, any, num, Required)
NATIVE(Context, create_decimal, NUMBER_PARAMS)
{
    Value made = instantiate(&Decimal_class, &(Call){.count = 1, .args = &a->num});
    return value_operate(OPERATOR_POS, made, UNSET);
}

static Str *context_repr(Value self)
{
    Context *context = (Context *)self.obj;
    return str_format(
        "Context(prec=%lld, rounding=%s, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], "
        "traps=[InvalidOperation, DivisionByZero, Overflow])",
        (long long)context->prec, context->rounding->text);
}

static const Method context_methods[] = {
    METHOD(Context, copy), METHOD(Context, create_decimal), {0}};
static const Field context_fields[] = {
    FIELD(Context, int, prec, MUTABLE), FIELD(Context, str, rounding, MUTABLE), {0}};
static const Class Context_class = {
    CLASS(Context, "decimal", object), .init = INIT(Context), .methods = context_methods,
    .fields = context_fields,          .repr = context_repr,  .flags = CLASS_ANY_ATTR};

static Value make_context(void)
{
    return instantiate(&Context_class, &(Call){0});
}

FUNCTION(decimal, getcontext, NO_PARAMS)
{
    return OBJ(context_now());
}

#define SET_PARAMS(P) P(ONLY, any, context, Required)
FUNCTION(decimal, setcontext, SET_PARAMS)
{
    get_as(Context, a->context, "context");
    dict_set_text(object_attrs((Obj *)import_module(intern("decimal"))), "_context", a->context);
    return NONE;
}

#define R(name) EXPORT_TEXT(#name, #name)
static Value make_all(void)
{
    return names_list(
        "Decimal Context DecimalTuple DefaultContext BasicContext ExtendedContext DecimalException "
        "InvalidOperation DivisionByZero Inexact Rounded Overflow Underflow FloatOperation "
        "ROUND_HALF_EVEN ROUND_HALF_UP ROUND_HALF_DOWN ROUND_UP ROUND_DOWN ROUND_CEILING "
        "ROUND_FLOOR ROUND_05UP getcontext setcontext localcontext");
}

static const Export decimal_exports[] = {EXPORT_MAKE("__all__", make_all),
                                         EXPORT_CLASS(Decimal),
                                         EXPORT_CLASS(Context),
                                         EXPORT_CLASS(DecimalException),
                                         EXPORT_CLASS(InvalidOperation),
                                         EXPORT_CLASS(DivisionByZero),
                                         EXPORT_MAKE("_context", make_context),
                                         EXPORT_MAKE("DefaultContext", make_context),
                                         EXPORT_FUNCTION(decimal, getcontext),
                                         EXPORT_FUNCTION(decimal, setcontext),
                                         R(ROUND_HALF_EVEN),
                                         R(ROUND_HALF_UP),
                                         R(ROUND_HALF_DOWN),
                                         R(ROUND_UP),
                                         R(ROUND_DOWN),
                                         R(ROUND_CEILING),
                                         R(ROUND_FLOOR),
                                         R(ROUND_05UP),
                                         {0}};

static Value decimal_getattr(Str *name)
{
    return library_find("_decimal_more", name);
}

const ModuleDef decimal_module = {"decimal", (const Export *const[]){decimal_exports, NULL}, false,
                                  decimal_getattr};
