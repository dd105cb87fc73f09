/* decimal_methods.c -- what a Decimal answers by name, and its class. */
#include "pystd/decimal.h"

#include <stdlib.h>

/* --- making ----------------------------------------------------------------------------------- */

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
        return OBJ(decimal_parse(class, v.str));
    if (v.tag == TAG_FLOAT)
        return OBJ(decimal_from_double(class, v.number));
    if (is_int(v))
        return OBJ(decimal_parse(class, int_digits(value_index(v), 10)));
    if (is_instance(v, &tuple_class) || is_instance(v, &list_class))
        return OBJ(decimal_from_tuple(class, tuple_from(v)));
    raise_type("conversion from %s to Decimal is not supported", class_text(v));
}

#define FLOAT_PARAMS(P) P(ONLY, any, f, Required)
NATIVE_CLASS(Decimal, from_float, FLOAT_PARAMS)
{
    return OBJ(decimal_from_double(class, value_to_double(a->f)));
}

/* --- methods ---------------------------------------------------------------------------------- */

/* The value at another exponent. */
static Value rescale(const Decimal *d, int64_t exponent, Rounding rounding)
{
    Decimal *small = decimal_small_rescale(d, exponent, rounding);
    if (small)
        return OBJ(small);
    mpz_t view, number;
    COEFFICIENT(view, d);
    mpz_init_set(number, view);
    if (exponent <= d->exponent)
        decimal_scale_up(number, d->exponent - exponent);
    else if (exponent - d->exponent > decimal_digit_count(view) + 1)
        decimal_drop_digits(number, decimal_digit_count(view) + 1, d->negative, rounding, false);
    else
        decimal_drop_digits(number, exponent - d->exponent, d->negative, rounding, false);
    Decimal *made = decimal_make(&Decimal_class, d->negative, number, exponent);
    mpz_clear(number);
    return OBJ(made);
}

/* ... which may not have more digits than the context allows. */
static Value rescale_checked(const Decimal *d, int64_t exponent, Rounding rounding)
{
    Value made = rescale(d, exponent, rounding);
    if ((int64_t)decimal_digits((Decimal *)made.obj)->length > decimal_context()->prec)
        decimal_raise_invalid(NULL);
    return made;
}

Value decimal_whole(const Decimal *d, Rounding rounding)
{
    if (d->kind != DECIMAL_FINITE) {
        if (d->kind == DECIMAL_NAN)
            raise_value("cannot convert NaN to integer");
        raise_exception(&OverflowError_class, "cannot convert Infinity to integer");
    }
    Decimal *whole = (Decimal *)rescale(d, 0, rounding).obj;
    Str *digits = decimal_digits(whole);
    Str *text = whole->negative ? str_concat(str_from("-"), digits) : digits;
    return int_parse(STR(text), text, 10);
}

#define QUANTIZE_PARAMS(P)                                                                         \
    P(POS, any, exp, Required) P(POS, any, rounding, None) P(POS, any, context, None)
NATIVE(Decimal, quantize, QUANTIZE_PARAMS)
{
    Decimal *pattern = decimal_operand(a->exp);
    if (!pattern)
        raise_type("conversion from %s to Decimal is not supported", class_text(a->exp));
    if (self->kind != DECIMAL_FINITE || pattern->kind != DECIMAL_FINITE)
        return self->kind == pattern->kind ? OBJ(self) : (decimal_raise_invalid(NULL), NONE);
    return rescale_checked(self, pattern->exponent, decimal_rounding(a->rounding));
}

#define ROUNDING_PARAMS(P) P(POS, any, rounding, None) P(POS, any, context, None)
NATIVE(Decimal, to_integral_value, ROUNDING_PARAMS)
{
    return self->kind != DECIMAL_FINITE || self->exponent >= 0
               ? OBJ(self)
               : rescale(self, 0, decimal_rounding(a->rounding));
}

#define CONTEXT_PARAMS(P) P(POS, any, context, None)
NATIVE(Decimal, normalize, CONTEXT_PARAMS)
{
    if (self->kind != DECIMAL_FINITE)
        return OBJ(self);
    Decimal *rounded =
        (Decimal *)decimal_add(self, decimal_parse(&Decimal_class, str_from("0")), false).obj;
    mpz_t view, number;
    COEFFICIENT(view, rounded);
    mpz_init_set(number, view);
    int64_t exponent = mpz_sgn(number) ? rounded->exponent : 0;
    while (mpz_sgn(number) && mpz_divisible_ui_p(number, 10)) {
        mpz_divexact_ui(number, number, 10);
        exponent++;
    }
    return decimal_finish(number, self->negative, exponent, false);
}

NATIVE(Decimal, sqrt, CONTEXT_PARAMS)
{
    if (self->kind == DECIMAL_INFINITY && !self->negative)
        return OBJ(self);
    if (self->kind != DECIMAL_FINITE || (self->negative && !decimal_is_zero(self)))
        decimal_raise_invalid(NULL);
    mpz_t view, number, rest;
    COEFFICIENT(view, self);
    int64_t shift = 2 * (decimal_context()->prec + 2) - decimal_digit_count(view),
            ideal = self->exponent >> 1;
    shift = shift < 0 ? 0 : shift;
    shift += (self->exponent - shift) & 1;
    mpz_init_set(number, view);
    mpz_init(rest);
    decimal_scale_up(number, shift);
    mpz_sqrtrem(number, rest, number);
    bool exact = mpz_sgn(rest) == 0;
    mpz_clear(rest);
    int64_t exponent = (self->exponent - shift) / 2;
    while (exact && exponent < ideal && mpz_divisible_ui_p(number, 10)) {
        mpz_divexact_ui(number, number, 10);
        exponent++;
    }
    return decimal_finish(number, false, exponent, !exact);
}

NATIVE0(Decimal, as_tuple)
{
    Str *digits = decimal_digits(self);
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
    return decimal_whole(self, ROUND_DOWN);
}

NATIVE0(Decimal, to_float)
{
    return FLOAT(strtod(decimal_text(self)->text, NULL));
}

NATIVE0(Decimal, floor)
{
    return decimal_whole(self, ROUND_FLOOR);
}

NATIVE0(Decimal, ceil)
{
    return decimal_whole(self, ROUND_CEILING);
}

#define ROUND_PARAMS(P) P(ONLY, any, n, None)
NATIVE(Decimal, round, ROUND_PARAMS)
{
    if (is_none(a->n))
        return decimal_whole(self, ROUND_HALF_EVEN);
    return rescale_checked(self, -value_plain(a->n).integer, decimal_rounding(NONE));
}

NATIVE0(Decimal, copy_abs)
{
    return decimal_negate(self, false);
}

/* abs(x): unlike copy_abs rounded to the precision. */
NATIVE0(Decimal, absolute)
{
    return value_operate(OPERATOR_POS, decimal_negate(self, false), UNSET);
}

NATIVE0(Decimal, copy_negate)
{
    return decimal_negate(self, !self->negative);
}

NATIVE0(Decimal, adjusted)
{
    return INT(self->kind == DECIMAL_FINITE
                   ? self->exponent + (int64_t)decimal_digits(self)->length - 1
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
PREDICATE(is_zero_, decimal_is_zero(self))
PREDICATE(is_signed, self->negative)

NATIVE0(Decimal, same)
{
    return OBJ(self);
}

#define OTHER_PARAMS(P) P(ONLY, any, other, Required) P(ONLY, any, context, None)
NATIVE(Decimal, compare, OTHER_PARAMS)
{
    Decimal *other = decimal_operand(a->other);
    if (!other)
        raise_type("conversion from %s to Decimal is not supported", class_text(a->other));
    return decimal_new(
        str_format("%d", (decimal_compare(self, other) > 0) - (decimal_compare(self, other) < 0)));
}

static Decimal *pick(Decimal *self, Value other, int sign)
{
    Decimal *second = decimal_operand(other);
    int order = second ? decimal_compare(second, self) : 0;
    if (second && order == 0) /* the total order: -0 below 0, 1.00 below 1 */
        order = second->negative != self->negative ? (self->negative ? 1 : -1)
                : (second->exponent > self->exponent) == !self->negative &&
                        second->exponent != self->exponent
                    ? 1
                    : -1;
    return second && order * sign > 0 ? second : self;
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
                                         METHOD_AS("__abs__", Decimal, absolute),
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
/* The rarer methods are Python. */
static Value decimal_rare(Value self, Str *name)
{
    if (name->text[0] == '_' && !str_is(name, "__complex__"))
        return UNSET;
    Value args[] = {self, STR(name)};
    Value found = call(library_get("_decimal_methods", "bound"), 2, args);
    return is_none(found) ? UNSET : found;
}

const Class Decimal_class = {CLASS(Decimal, "decimal", object),
                             .construct = CONSTRUCT(Decimal),
                             .methods = decimal_methods,
                             .repr = decimal_repr,
                             .str = decimal_str,
                             .format = decimal_format,
                             .binop = decimal_binop,
                             .truth = decimal_truth,
                             .getattr = decimal_rare,
                             .hash = decimal_hash,
                             .flags = CLASS_NO_ATTR};
