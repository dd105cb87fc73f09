/* decimal_methods.c -- what a Decimal answers by name, and its class. */
#include "pystd/decimal.h"

#include <math.h>
#include <stdlib.h>

/* --- making ----------------------------------------------------------------------------------- */

#define DECIMAL_PARAMS(P) P(POS, any, value, Unset) P(POS, any, context, None)
NATIVE_CLASS(Decimal, construct, DECIMAL_PARAMS)
{
    Value v = is_set(a->value) ? value_plain(a->value) : INT(0);
    if (!is_absent(a->context)) {
        Value args[] = {OBJ(class), v};
        return decimal_under(a->context, args[0], "__call__", 1, &args[1]);
    }
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
    if (v.tag == TAG_FLOAT) {
        decimal_signal(DECIMAL_FLOAT_OPERATION);
        return OBJ(decimal_from_double(class, v.number));
    }
    if (is_int(v))
        return OBJ(decimal_parse(class, int_digits(value_index(v), 10)));
    if (is_instance(v, &tuple_class) || is_instance(v, &list_class))
        return OBJ(decimal_from_tuple(class, tuple_from(v)));
    raise_type("conversion from %s to Decimal is not supported", class_text(v));
}

#define FLOAT_PARAMS(P) P(ONLY, any, f, Required)
NATIVE_CLASS(Decimal, from_float, FLOAT_PARAMS)
{
    Value f = value_plain(a->f);
    if (is_int(f))
        return OBJ(decimal_parse(class, int_digits(value_index(f), 10)));
    if (f.tag != TAG_FLOAT)
        raise_type("argument must be int or float");
    return OBJ(decimal_from_double(class, f.number));
}

/* --- methods ---------------------------------------------------------------------------------- */

/* The value at another exponent, and whether it is the same one. */
static Value rescale(const Decimal *d, int64_t exponent, Rounding rounding, bool *exact)
{
    *exact = true;
    Decimal *small = decimal_small_rescale(d, exponent, rounding, exact);
    if (small)
        return OBJ(small);
    mpz_t view, number;
    COEFFICIENT(view, d);
    mpz_init_set(number, view);
    if (exponent <= d->exponent)
        decimal_scale_up(number, d->exponent - exponent);
    else if (exponent - d->exponent > decimal_digit_count(view) + 1)
        *exact = !decimal_drop_digits(number, decimal_digit_count(view) + 1, d->negative, rounding,
                                      false);
    else
        *exact = !decimal_drop_digits(number, exponent - d->exponent, d->negative, rounding, false);
    Decimal *made = decimal_make(&Decimal_class, d->negative, number, exponent);
    mpz_clear(number);
    return OBJ(made);
}

/* What dropping digits has to say; zeros are dropped in silence. */
static int64_t rescale_signals(const Decimal *d, int64_t exponent, bool exact)
{
    bool drops = exponent > d->exponent && !decimal_is_zero(d);
    return (drops ? DECIMAL_ROUNDED : 0) | (exact ? 0 : DECIMAL_INEXACT);
}

/* ... which may not have more digits than the context allows, nor leave its range. */
static Value rescale_checked(const Decimal *d, int64_t exponent, Rounding rounding)
{
    const Context *context = decimal_context();
    bool exact;
    if (exponent > context->e_max || exponent < context->e_min - context->prec + 1 ||
        (!decimal_is_zero(d) && d->exponent - exponent > context->prec))
        return decimal_invalid(DECIMAL_INVALID_OPERATION);
    Value made = rescale(d, exponent, rounding, &exact);
    int64_t digits = (int64_t)decimal_digits((Decimal *)made.obj)->length;
    if (digits > context->prec || exponent + digits - 1 > context->e_max)
        return decimal_invalid(DECIMAL_INVALID_OPERATION);
    int64_t signals = rescale_signals(d, exponent, exact);
    if (!decimal_is_zero((Decimal *)made.obj) && exponent + digits - 1 < context->e_min)
        signals |= DECIMAL_SUBNORMAL | (exact ? 0 : DECIMAL_UNDERFLOW);
    if (signals)
        decimal_signal(signals);
    return made;
}

Value decimal_whole(const Decimal *d, Rounding rounding)
{
    if (d->kind != DECIMAL_FINITE) {
        if (DECIMAL_IS_NAN(d))
            raise_value("cannot convert NaN to integer");
        raise_exception(&OverflowError_class, "cannot convert Infinity to integer");
    }
    bool exact;
    Decimal *whole = (Decimal *)rescale(d, 0, rounding, &exact).obj;
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
    if (!is_absent(a->context)) {
        Value args[] = {a->exp, a->rounding};
        return decimal_under(a->context, OBJ(self), "quantize", 2, args);
    }
    if (DECIMAL_IS_NAN(self) || DECIMAL_IS_NAN(pattern))
        return decimal_quiet(self, pattern);
    if (self->kind != DECIMAL_FINITE || pattern->kind != DECIMAL_FINITE)
        return self->kind == pattern->kind ? OBJ(self) : decimal_invalid(DECIMAL_INVALID_OPERATION);
    return rescale_checked(self, pattern->exponent, decimal_rounding(a->rounding));
}

#define ROUNDING_PARAMS(P) P(POS, any, rounding, None) P(POS, any, context, None)
static Value to_whole(Decimal *self, Value rounding, bool tells)
{
    if (DECIMAL_IS_NAN(self))
        return decimal_quiet(self, NULL);
    if (self->kind != DECIMAL_FINITE || self->exponent >= 0)
        return OBJ(self);
    bool exact;
    Value made = rescale(self, 0, decimal_rounding(rounding), &exact);
    int64_t signals = tells ? rescale_signals(self, 0, exact) : 0;
    if (signals)
        decimal_signal(signals);
    return made;
}

NATIVE(Decimal, to_integral_value, ROUNDING_PARAMS)
{
    if (!is_absent(a->context))
        return decimal_under(a->context, OBJ(self), "to_integral_value", 1, &a->rounding);
    return to_whole(self, a->rounding, false);
}

NATIVE(Decimal, to_integral_exact, ROUNDING_PARAMS)
{
    if (!is_absent(a->context))
        return decimal_under(a->context, OBJ(self), "to_integral_exact", 1, &a->rounding);
    return to_whole(self, a->rounding, true);
}

#define CONTEXT_PARAMS(P) P(POS, any, context, None)
NATIVE(Decimal, normalize, CONTEXT_PARAMS)
{
    if (!is_absent(a->context))
        return decimal_under(a->context, OBJ(self), "normalize", 0, NULL);
    Decimal *rounded = (Decimal *)decimal_plus(self).obj;
    if (rounded->kind != DECIMAL_FINITE)
        return OBJ(rounded);
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
    if (!is_absent(a->context))
        return decimal_under(a->context, OBJ(self), "sqrt", 0, NULL);
    if (DECIMAL_IS_NAN(self))
        return decimal_quiet(self, NULL);
    if (self->negative && !decimal_is_zero(self))
        return decimal_invalid(DECIMAL_INVALID_OPERATION);
    if (self->kind == DECIMAL_INFINITY)
        return OBJ(self);
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
    return decimal_finish_as(number, self->negative, exponent, !exact, ROUND_HALF_EVEN);
}

NATIVE0(Decimal, as_tuple)
{
    Str *digits = decimal_digits(self);
    List *list = list_new(digits->length);
    bool has_digits = !DECIMAL_IS_NAN(self) || self->limb_count;
    for (size_t i = 0; i < digits->length && has_digits; i++)
        list_append(list, INT(digits->text[i] - '0'));
    static const char *const special[] = {"", "F", "n", "N"};
    Value exponent =
        self->kind == DECIMAL_FINITE ? INT(self->exponent) : STR(str_from(special[self->kind]));
    Value parts[] = {INT(self->negative), OBJ(tuple_new(list->length, list->at)), exponent};
    return call(library_get("_decimal_more", "DecimalTuple"), 3, parts);
}

NATIVE0(Decimal, to_int)
{
    return decimal_whole(self, ROUND_DOWN);
}

NATIVE0(Decimal, to_float)
{
    if (self->kind == DECIMAL_SIGNALING_NAN)
        raise_value("cannot convert signaling NaN to float");
    if (self->kind == DECIMAL_NAN)
        return FLOAT(self->negative ? -NAN : NAN);
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
    if (DECIMAL_IS_NAN(self))
        return decimal_quiet(self, NULL);
    if (self->kind != DECIMAL_FINITE)
        return decimal_invalid(DECIMAL_INVALID_OPERATION);
    return rescale_checked(self, -value_plain(a->n).integer, decimal_rounding(NONE));
}

NATIVE0(Decimal, copy_abs)
{
    return decimal_negate(self, false);
}

/* abs(x): unlike copy_abs rounded to the precision. */
NATIVE0(Decimal, absolute)
{
    return decimal_plus(DECIMAL_IS_NAN(self) ? self : (Decimal *)decimal_negate(self, false).obj);
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
PREDICATE(is_nan, DECIMAL_IS_NAN(self))
PREDICATE(is_snan, self->kind == DECIMAL_SIGNALING_NAN)
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
    if (DECIMAL_IS_NAN(self) || DECIMAL_IS_NAN(other))
        return decimal_quiet(self, other);
    return decimal_new(
        str_format("%d", (decimal_compare(self, other) > 0) - (decimal_compare(self, other) < 0)));
}

/* The larger (sign 1) or the smaller one; a number rather than a NaN. */
static Value pick(Decimal *self, Value other, int sign)
{
    Decimal *second = decimal_operand(other);
    if (!second)
        raise_type("conversion from %s to Decimal is not supported", class_text(other));
    bool is_signaling =
        self->kind == DECIMAL_SIGNALING_NAN || second->kind == DECIMAL_SIGNALING_NAN;
    if (is_signaling || (DECIMAL_IS_NAN(self) && DECIMAL_IS_NAN(second)))
        return decimal_quiet(self, second);
    if (DECIMAL_IS_NAN(self) || DECIMAL_IS_NAN(second))
        return decimal_plus(DECIMAL_IS_NAN(self) ? second : self);
    int order = decimal_compare(second, self);
    if (order == 0) /* the total order: -0 below 0, 1.00 below 1 */
        order = second->negative != self->negative ? (self->negative ? 1 : -1)
                : (second->exponent > self->exponent) == !self->negative &&
                        second->exponent != self->exponent
                    ? 1
                    : -1;
    const Decimal *picked = order * sign > 0 ? second : self;
    return decimal_is_zero(picked) ? OBJ(picked) : decimal_plus(picked);
}

NATIVE(Decimal, max, OTHER_PARAMS)
{
    return pick(self, a->other, 1);
}

NATIVE(Decimal, min, OTHER_PARAMS)
{
    return pick(self, a->other, -1);
}

#define POWER_PARAMS(P) P(ONLY, any, exponent, Required) P(ONLY, any, modulo, None)
NATIVE(Decimal, power, POWER_PARAMS)
{
    if (is_none(a->modulo))
        return value_operate(OPERATOR_POW, OBJ(self), a->exponent);
    Value args[] = {OBJ(self), a->exponent, a->modulo};
    return call(library_get("_decimal_methods", "_power_modulo"), 3, args);
}

/* Both at once, so that both are NaN where one of them cannot be had. */
static Value divmod_special(const Decimal *a, const Decimal *b)
{
    Value nan = OBJ(decimal_special(&Decimal_class, DECIMAL_NAN, false));
    if (DECIMAL_IS_NAN(a) || DECIMAL_IS_NAN(b)) {
        Value quiet = decimal_quiet(a, b);
        return OBJ(tuple_new(2, (Value[]){quiet, quiet}));
    }
    bool is_undefined = decimal_is_zero(a) && decimal_is_zero(b);
    bool has_quotient = a->kind != b->kind || (b->kind == DECIMAL_FINITE && !is_undefined);
    if (is_undefined)
        decimal_signal(DECIMAL_DIVISION_UNDEFINED);
    else
        decimal_signal(
            DECIMAL_INVALID_OPERATION |
            (decimal_is_zero(b) && a->kind == DECIMAL_FINITE ? DECIMAL_DIVISION_BY_ZERO : 0));
    Value infinity =
        OBJ(decimal_special(&Decimal_class, DECIMAL_INFINITY, a->negative != b->negative));
    return OBJ(tuple_new(2, (Value[]){has_quotient ? infinity : nan, nan}));
}

NATIVE(Decimal, divmod, OTHER_PARAMS)
{
    const Decimal *other = decimal_operand(a->other);
    if (other && (DECIMAL_IS_NAN(self) || DECIMAL_IS_NAN(other) || self->kind == DECIMAL_INFINITY ||
                  decimal_is_zero(other)))
        return divmod_special(self, other);
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
                                         METHOD(Decimal, to_integral_exact),
                                         METHOD(Decimal, is_snan),
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
                                         METHOD_AS("__pow__", Decimal, power),
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
                             .flags = CLASS_NO_ATTR | CLASS_FIXED_HASH};
