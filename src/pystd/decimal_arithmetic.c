/* decimal_arithmetic.c -- operators, comparison and hash of decimal.Decimal. */
#include "pystd/decimal.h"

#include <math.h>
#include <stdlib.h>

/* A coefficient is not made longer than this. */
#define DIGITS_MAX 4000000

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

Value decimal_multiply(const Decimal *a, const Decimal *b)
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

Value decimal_divide(const Decimal *a, const Decimal *b)
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
        return decimal_multiply(a, b);
    case OPERATOR_DIV:
        return decimal_divide(a, b);
    case OPERATOR_FLOORDIV:
    case OPERATOR_MOD:
        return divide_whole(a, b, op == OPERATOR_MOD);
    default:
        return decimal_power(a, b);
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
