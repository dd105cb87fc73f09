/* int_methods.c -- the methods of int: rounding, divmod, bytes. */
#include "py/int.h"

static Value int_self(Value self)
{
    Value n = value_plain(self);
    if (!is_int(n))
        raise_type("descriptor requires a 'int' object but received a '%s'", class_text(self));
    return n.tag == TAG_BOOL ? INT(n.boolean) : n;
}

NATIVE_VALUE(int, bit_length, NO_PARAMS)
{
    mpz_t n;
    int_to_big(n, int_self(self));
    return INT(mpz_sgn(n) == 0 ? 0 : (int64_t)mpz_sizeinbase(n, 2));
}

NATIVE_VALUE(int, bit_count, NO_PARAMS)
{
    mpz_t n;
    int_to_big(n, int_self(self));
    mpz_abs(n, n);
    return INT((int64_t)mpz_popcount(n));
}

NATIVE_VALUE(int, conjugate, NO_PARAMS)
{
    return int_self(self);
}

NATIVE_VALUE(int, same, NO_PARAMS)
{
    return int_self(self);
}

NATIVE_VALUE(int, zero, NO_PARAMS)
{
    return INT(0);
}

NATIVE_VALUE(int, one, NO_PARAMS)
{
    return INT(1);
}

NATIVE_VALUE(int, is_integer, NO_PARAMS)
{
    return TRUE_VALUE;
}

NATIVE_VALUE(int, as_integer_ratio, NO_PARAMS)
{
    const Value pair[] = {int_self(self), INT(1)};
    return OBJ(tuple_new(2, pair));
}

NATIVE_VALUE(int, abs, NO_PARAMS)
{
    Value n = int_self(self);
    return int_sign(n) < 0 ? int_binop(OPERATOR_NEG, n, UNSET) : n;
}

NATIVE_VALUE(int, float, NO_PARAMS)
{
    return FLOAT(int_to_double(int_self(self)));
}

#define INT_ROUND(P) P(ONLY, any, ndigits, None)
NATIVE_VALUE(int, round, INT_ROUND)
{
    Value n = int_self(self), digits = is_none(a->ndigits) ? INT(0) : value_index(a->ndigits);
    if (digits.tag != TAG_INT || digits.integer >= 0)
        return n;
    Value unit = int_power(INT(10), INT(-digits.integer));
    Value rest = int_binop(OPERATOR_MOD, n, unit), down = int_binop(OPERATOR_SUB, n, rest);
    int order = int_compare(int_binop(OPERATOR_MUL, rest, INT(2)), unit);
    Value odd = int_binop(OPERATOR_MOD, int_binop(OPERATOR_FLOORDIV, n, unit), INT(2));
    bool up = order > 0 || (order == 0 && odd.integer == 1);
    return up ? int_binop(OPERATOR_ADD, down, unit) : down;
}

NATIVE_VALUE(int, divmod, ONE_VALUE)
{
    Value n = int_self(self), d = value_plain(a->value);
    if (!is_int(d))
        return NOT_IMPLEMENTED;
    const Value pair[] = {int_binop(OPERATOR_FLOORDIV, n, d), int_binop(OPERATOR_MOD, n, d)};
    return OBJ(tuple_new(2, pair));
}

NATIVE_VALUE(int, rdivmod, ONE_VALUE)
{
    return is_int(value_plain(a->value)) ? special_call(a->value, intern("__divmod__"), 1, &self)
                                         : NOT_IMPLEMENTED;
}

#define POW_PARAMS(P) P(ONLY, any, exponent, Required) P(ONLY, any, modulus, None)
NATIVE_VALUE(int, pow, POW_PARAMS)
{
    Value n = int_self(self), exponent = value_plain(a->exponent),
          modulus = value_plain(a->modulus);
    if (!is_int(exponent) || (!is_none(modulus) && !is_int(modulus)))
        return NOT_IMPLEMENTED;
    return is_none(modulus) ? int_power(n, exponent) : int_pow_mod(n, exponent, modulus);
}

static bool is_little(const Str *byteorder)
{
    if (!str_is(byteorder, "little") && !str_is(byteorder, "big"))
        raise_value("byteorder must be either 'little' or 'big'");
    return str_is(byteorder, "little");
}

#define TO_BYTES(P)                                                                                \
    P(POS, int, length, One) P(POS, str, byteorder, None) P(KEY, bool, signed__, False)
NATIVE_VALUE(int, to_bytes, TO_BYTES)
{
    bool little = a->byteorder && is_little(a->byteorder);
    if (a->length < 0)
        raise_value("length argument must be non-negative");
    mpz_t n, limit;
    int_to_big(n, int_self(self));
    if (mpz_sgn(n) < 0 && !a->signed__)
        raise_exception(&OverflowError_class, "can't convert negative int to unsigned");
    mpz_init_set_ui(limit, 1);
    size_t bits = (size_t)a->length * 8;
    mpz_mul_2exp(limit, limit, a->signed__ && bits ? bits - 1 : bits);
    mpz_t low;
    mpz_init(low);
    mpz_neg(low, limit);
    if (mpz_cmp(n, limit) >= 0 || (mpz_sgn(n) < 0 && mpz_cmp(n, low) < 0))
        raise_exception(&OverflowError_class, "int too big to convert");
    mpz_fdiv_r_2exp(n, n, bits);
    char *data = mem_alloc((size_t)a->length + 1);
    size_t count = (mpz_sizeinbase(n, 2) + 7) / 8;
    if (mpz_sgn(n))
        mpz_export(little ? data : data + a->length - (int64_t)count, NULL, little ? -1 : 1, 1, 0,
                   0, n);
    return OBJ(bytes_new(data, (size_t)a->length));
}

#define FROM_BYTES(P)                                                                              \
    P(POS, any, bytes, Required) P(POS, str, byteorder, None) P(KEY, bool, signed__, False)
NATIVE_CLASS(int, from_bytes, FROM_BYTES)
{
    bool little = a->byteorder && is_little(a->byteorder);
    const char *data;
    size_t length;
    Value source = a->bytes;
    if (!value_find_bytes(source, &data, &length)) {
        if (value_find_str(source) || !is_iterable(source))
            raise_type("cannot convert '%s' object to bytes", class_text(source));
        source = call(OBJ(&bytes_class), 1, &source);
        value_find_bytes(source, &data, &length);
    }
    int_big_ready();
    mpz_t n, whole;
    mpz_init(n);
    mpz_import(n, length, little ? -1 : 1, 1, 0, 0, data);
    if (a->signed__ && length && mpz_tstbit(n, length * 8 - 1)) {
        mpz_init_set_ui(whole, 1);
        mpz_mul_2exp(whole, whole, length * 8);
        mpz_sub(n, n, whole);
    }
    Value plain = int_from_big(n);
    return class == &int_class ? plain : call(OBJ(class), 1, &plain);
}

const Method int_methods[] = {
    METHOD(int, bit_length),
    METHOD(int, bit_count),
    METHOD(int, to_bytes),
    CLASS_METHOD(int, from_bytes),
    METHOD(int, is_integer),
    METHOD(int, as_integer_ratio),
    METHOD(int, conjugate),
    PROPERTY_AS("real", int, same),
    PROPERTY_AS("imag", int, zero),
    PROPERTY_AS("numerator", int, same),
    PROPERTY_AS("denominator", int, one),
    METHOD_AS("__abs__", int, abs),
    METHOD_AS("__int__", int, same),
    METHOD_AS("__index__", int, same),
    METHOD_AS("__trunc__", int, same),
    METHOD_AS("__floor__", int, same),
    METHOD_AS("__ceil__", int, same),
    METHOD_AS("__float__", int, float),
    METHOD_AS("__round__", int, round),
    METHOD_AS("__divmod__", int, divmod),
    METHOD_AS("__rdivmod__", int, rdivmod),
    METHOD_AS("__pow__", int, pow),
    {0},
};
