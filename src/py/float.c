/* float.c -- the float type: arithmetic, shortest repr, parsing, methods, exact comparison with
 * ints. */
#include "py/py.h"
#include "py/internal.h"
#include "py/builtins.h"

#include <ctype.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static bool is_number(Value v)
{
    return v.tag == TAG_FLOAT || is_int(v);
}

static double number_double(Value v)
{
    return v.tag == TAG_FLOAT ? v.number : int_to_double(v);
}

/* --- text ------------------------------------------------------------------------------------- */

/* Makes "d.ddde+XX" one larger in its last digit; false: all are nines. */
static bool next_digits(char *text)
{
    for (char *p = strchr(text, 'e') - 1; p >= text && *p != '-'; p--) {
        if (*p == '.')
            continue;
        if (*p != '9') {
            ++*p;
            return true;
        }
        *p = '0';
    }
    return false;
}

/* Whether x can be written with so many digits. Below a power of two the floats are twice as dense, so the
 * nearest such text may fail where the next larger one reads back. */
static bool fits(double x, int digits, char *out, size_t size)
{
    snprintf(out, size, "%.*e", digits - 1, x);
    return strtod(out, NULL) == x || (digits > 1 && next_digits(out) && strtod(out, NULL) == x);
}

static void drop_zeros(char *text)
{
    char *mark = strchr(text, 'e'), *end = mark;
    while (end[-1] == '0' && end[-2] != '.')
        end--;
    if (end[-1] == '0')
        end -= 2;
    memmove(end, mark, strlen(mark) + 1);
}

/* The fewest digits (17 at most) that read back as x: "d.ddde+XX". Up to 15 digits a text survives the way
 * through a double, so that what 15 digits say, its zeros dropped, is the shortest; not so for subnormals. */
static void shortest(double x, char *out, size_t size)
{
    int digits = isnormal(x) ? 15 : 1;
    while (digits < 17 && !fits(x, digits, out, size))
        digits++;
    if (digits == 15)
        drop_zeros(out);
    else if (digits == 17)
        snprintf(out, size, "%.16e", x);
}

/* Numbers such as prices: few decimals, and fifteen digits at most, which then are the shortest. The quotient
 * of two exact numbers is what reading the text would give. */
static bool put_short_decimal(double x, Buf *out)
{
    static const double powers[] = {1, 10, 100, 1000, 1e4, 1e5, 1e6};
    double size = fabs(x);
    if (size >= 1e9 || size < 1e-3)
        return false;
    for (int decimals = 0; decimals < (int)COUNT_OF(powers); decimals++) {
        double scaled = size * powers[decimals], whole = nearbyint(scaled);
        if (whole >= 1e15 || whole / powers[decimals] != size)
            continue;
        int64_t digits = (int64_t)whole, power = (int64_t)powers[decimals];
        buf_text(out, signbit(x) ? "-" : "");
        buf_integer(out, digits / power);
        buf_char(out, '.');
        char fraction[8];
        digits %= power;
        for (int i = decimals; i > 0; i--, digits /= 10)
            fraction[i - 1] = (char)('0' + digits % 10);
        buf_bytes(out, decimals ? fraction : "0", decimals ? (size_t)decimals : 1);
        return true;
    }
    return false;
}

Str *float_repr(double x)
{
    char room[32];
    Buf short_text = BUF_IN(room);
    if (put_short_decimal(x, &short_text))
        return str_new_ascii(short_text.data, short_text.length);
    if (isnan(x))
        return intern("nan");
    if (isinf(x))
        return intern(x < 0 ? "-inf" : "inf");
    char text[40];
    shortest(x, text, sizeof text);
    char *mark = strchr(text, 'e');
    int exponent = atoi(mark + 1);
    if (exponent < -4 || exponent >= 16) {
        *mark = '\0';
        return str_format("%se%c%02d", text, exponent < 0 ? '-' : '+', abs(exponent));
    }
    int digits = (int)(mark - text) - (text[0] == '-');
    digits -= digits > 1; /* the point */
    int decimals = digits - 1 - exponent;
    return str_format("%.*f", decimals < 1 ? 1 : decimals, x);
}

bool float_collect(const Str *text, Buf *out)
{
    char before = ' ';
    for (const char *p = text->text, *end = p + text->length; p < end;) {
        uint32_t c = utf8_next(&p);
        int digit = c < 0x80 ? -1 : unicode_decimal(c);
        char plain = c < 0x80              ? (char)c
                     : digit >= 0          ? (char)('0' + digit)
                     : unicode_is_space(c) ? ' '
                                           : '?';
        if (plain == '_') {
            if (!isdigit((unsigned char)before) || !isdigit((unsigned char)*p))
                return false;
        } else
            buf_char(out, plain);
        before = plain;
    }
    return true;
}

/* What strtod takes but Python does not: hexadecimal, "nan(...)". */
static bool is_float_text(const Str *s)
{
    const char *p = s->text + (s->text[0] == '+' || s->text[0] == '-');
    if (isdigit((unsigned char)*p) || *p == '.')
        return !strpbrk(p, "xXpP");
    Str *word = str_lower_ascii(str_from(p));
    return str_is(word, "inf") || str_is(word, "infinity") || str_is(word, "nan");
}

double float_parse(Value source, const Str *text)
{
    Buf out = {0};
    if (float_collect(text, &out)) {
        Str *plain = str_trim(buf_str(&out));
        char *end;
        double x = strtod(plain->text, &end);
        if (plain->length && end == plain->text + plain->length && is_float_text(plain))
            return x;
    }
    raise_value("could not convert string to float: %s", value_repr(source)->text);
}

/* --- arithmetic ------------------------------------------------------------------------------- */

static double float_modulo(double a, double b)
{
    double rest = fmod(a, b);
    if (rest == 0)
        return copysign(0, b);
    return (rest < 0) != (b < 0) ? rest + b : rest;
}

static double float_floor_divide(double a, double b)
{
    double rest = fmod(a, b), quotient = (a - rest) / b;
    if (rest != 0 && (b < 0) != (rest < 0))
        quotient -= 1;
    if (quotient == 0)
        return copysign(0, a / b);
    double whole = floor(quotient);
    return quotient - whole > 0.5 ? whole + 1 : whole;
}

static Value float_power(double a, double b)
{
    if (a == 0 && b < 0)
        raise_division("0.0 cannot be raised to a negative power");
    if (a < 0 && b != floor(b) && isfinite(a) && isfinite(b))
        return complex_power(a, b);
    double result = pow(a, b);
    if (isinf(result) && isfinite(a) && isfinite(b))
        raise_exception_args(&OverflowError_class, 2,
                             (const Value[]){INT(34), STR(str_from("Numerical result out of range"))});
    return FLOAT(result);
}

/* An int against a double without rounding the int. */
static int compare_int_double(Value n, double x)
{
    if (isnan(x))
        return 2;
    if (isinf(x))
        return x > 0 ? -1 : 1;
    double whole = trunc(x);
    Value whole_int = int_from_double(whole);
    if (value_truth(value_operate(OPERATOR_LT, n, whole_int)))
        return -1;
    if (!value_truth(value_operate(OPERATOR_EQ, n, whole_int)))
        return 1;
    return (whole > x) - (whole < x);
}

int number_compare(Value a, Value b)
{
    if (a.tag == TAG_FLOAT && b.tag == TAG_FLOAT) {
        if (isnan(a.number) || isnan(b.number))
            return 2;
        return (a.number > b.number) - (a.number < b.number);
    }
    if (a.tag == TAG_FLOAT) {
        int order = compare_int_double(b, a.number);
        return order == 2 ? 2 : -order;
    }
    if (b.tag == TAG_FLOAT)
        return compare_int_double(a, b.number);
    return value_order(a, b);
}

static Value float_comparison(Operator op, int order)
{
    switch (op) {
    case OPERATOR_EQ:
        return BOOL(order == 0);
    case OPERATOR_NE:
        return BOOL(order != 0);
    case OPERATOR_LT:
        return BOOL(order == -1);
    case OPERATOR_LE:
        return BOOL(order == -1 || order == 0);
    case OPERATOR_GT:
        return BOOL(order == 1);
    default:
        return BOOL(order == 1 || order == 0);
    }
}

static Value arithmetic(Operator op, double a, double b)
{
    if (b == 0 && op == OPERATOR_DIV)
        raise_division("float division by zero");
    if (b == 0 && op == OPERATOR_FLOORDIV)
        raise_division("float floor division by zero");
    if (b == 0 && op == OPERATOR_MOD)
        raise_division("float modulo");
    switch (op) {
    case OPERATOR_ADD:
        return FLOAT(a + b);
    case OPERATOR_SUB:
        return FLOAT(a - b);
    case OPERATOR_MUL:
        return FLOAT(a * b);
    case OPERATOR_DIV:
        return FLOAT(a / b);
    case OPERATOR_FLOORDIV:
        return FLOAT(float_floor_divide(a, b));
    case OPERATOR_MOD:
        return FLOAT(float_modulo(a, b));
    case OPERATOR_POW:
        return float_power(a, b);
    default:
        return UNSET;
    }
}

static Value float_binop(Operator op, Value a, Value b)
{
    a = value_plain(a);
    b = value_plain(b);
    if (!is_set(b) && a.tag == TAG_FLOAT && (op == OPERATOR_NEG || op == OPERATOR_POS))
        return FLOAT(op == OPERATOR_NEG ? -a.number : a.number);
    if (!is_number(a) || !is_number(b))
        return UNSET;
    if (op >= OPERATOR_EQ && op <= OPERATOR_GE)
        return float_comparison(op, number_compare(a, b));
    if (op > OPERATOR_POW)
        return UNSET;
    return arithmetic(op, number_double(a), number_double(b));
}

/* CPython's: equal to the hash of the int when x is whole. */
int64_t float_hash(double x)
{
    if (isnan(x))
        return 0;
    if (isinf(x))
        return x > 0 ? 314159 : -314159;
    const uint64_t prime = (UINT64_C(1) << 61) - 1;
    int exponent;
    double m = frexp(fabs(x), &exponent);
    uint64_t hash = 0;
    while (m != 0) {
        hash = ((hash << 28) & prime) | hash >> (61 - 28);
        m *= 268435456.0; /* 2**28 */
        exponent -= 28;
        uint64_t part = (uint64_t)m;
        m -= (double)part;
        hash += part;
        if (hash >= prime)
            hash -= prime;
    }
    exponent = exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61;
    hash = ((hash << exponent) & prime) | hash >> (61 - exponent);
    int64_t signed_hash = x < 0 ? -(int64_t)hash : (int64_t)hash;
    return signed_hash == -1 ? -2 : signed_hash;
}

/* --- float(...) ------------------------------------------------------------------------------- */

static double double_from_method(Value v)
{
    Value result = value_plain(special_call(v, N(__float__), 0, NULL));
    if (result.tag != TAG_FLOAT)
        raise_type("%s.__float__ returned non-float (type %s)", class_text(v), class_text(result));
    return result.number;
}

double value_to_double(Value v)
{
    Value plain = value_plain(v);
    if (plain.tag == TAG_FLOAT)
        return plain.number;
    if (is_int(plain))
        return int_to_double(plain);
    if (v.tag == TAG_OBJ && is_set(class_find(v.obj->class, N(__float__))))
        return double_from_method(v);
    if (v.tag == TAG_OBJ && is_set(class_find(v.obj->class, N(__index__))))
        return int_to_double(value_index(v));
    raise_type("must be real number, not %s", class_text(v));
}

static double float_convert(Value v)
{
    Str *text = value_find_str(v);
    const char *data;
    size_t length;
    if (text && !is_set(class_find(class_of(v), N(__float__))) && !is_set(class_find(class_of(v), N(__index__))))
        return float_parse(v, text);
    if (value_find_bytes(v, &data, &length))
        return float_parse(v, utf8_check(data, length) < 0 ? str_new(data, length) : str_empty);
    const Class *owner;
    if (is_set(class_find_owner(class_of(v), N(__float__), &owner)) && class_is_heap(owner))
        return double_from_method(v);
    bool convertible = is_number(value_plain(v)) ||
                       (v.tag == TAG_OBJ && (is_set(class_find(v.obj->class, N(__float__))) ||
                                             is_set(class_find(v.obj->class, N(__index__)))));
    if (!convertible)
        raise_type("float() argument must be a string or a real number, not '%s'",
                   class_text(v));
    return value_to_double(v);
}

#define FLOAT_NEW(P) P(ONLY, any, x, Zero)
NATIVE_CLASS(float, construct, FLOAT_NEW)
{
    return box_value(class, &float_class, FLOAT(float_convert(a->x)));
}

/* --- methods ---------------------------------------------------------------------------------- */

static double self_double(Value self)
{
    Value plain = value_plain(self);
    if (plain.tag != TAG_FLOAT)
        raise_type("descriptor requires a 'float' object but received a '%s'",
                   class_text(self));
    return plain.number;
}

NATIVE_VALUE(float, is_integer, NO_PARAMS)
{
    double x = self_double(self);
    return BOOL(isfinite(x) && x == floor(x));
}

NATIVE_VALUE(float, conjugate, NO_PARAMS)
{
    return FLOAT(self_double(self));
}

NATIVE_VALUE(float, same, NO_PARAMS)
{
    return FLOAT(self_double(self));
}

NATIVE_VALUE(float, zero, NO_PARAMS)
{
    return FLOAT(0);
}

NATIVE_VALUE(float, abs, NO_PARAMS)
{
    return FLOAT(fabs(self_double(self)));
}

NATIVE_VALUE(float, int, NO_PARAMS)
{
    return int_from_double(self_double(self));
}

NATIVE_VALUE(float, floor, NO_PARAMS)
{
    return int_from_double(floor(self_double(self)));
}

NATIVE_VALUE(float, ceil, NO_PARAMS)
{
    return int_from_double(ceil(self_double(self)));
}

#define FLOAT_ROUND(P) P(ONLY, any, ndigits, None)
NATIVE_VALUE(float, round, FLOAT_ROUND)
{
    double x = self_double(self);
    if (is_none(a->ndigits)) {
        double whole = isfinite(x) ? rint(x) : x;
        return int_from_double(whole);
    }
    return FLOAT(double_round(x, index_clamped(a->ndigits)));
}

NATIVE_VALUE(float, divmod, ONE_VALUE)
{
    Value x = FLOAT(self_double(self)), y = value_plain(a->value);
    if (!is_number(y))
        return NOT_IMPLEMENTED;
    if (number_double(y) == 0)
        raise_division("float divmod()");
    const Value pair[] = {float_binop(OPERATOR_FLOORDIV, x, y), float_binop(OPERATOR_MOD, x, y)};
    return OBJ(tuple_new(2, pair));
}

NATIVE_VALUE(float, rdivmod, ONE_VALUE)
{
    Value x = value_plain(a->value);
    return is_number(x) ? special_call(FLOAT(number_double(x)), intern("__divmod__"), 1, &self)
                        : NOT_IMPLEMENTED;
}

NATIVE_VALUE(float, as_integer_ratio, NO_PARAMS)
{
    double x = self_double(self);
    if (!isfinite(x))
        raise_exception(isnan(x) ? &ValueError_class : &OverflowError_class,
                        "cannot convert %s to integer ratio", isnan(x) ? "NaN" : "Infinity");
    int exponent;
    double m = frexp(x, &exponent);
    while (m != floor(m)) {
        m *= 2;
        exponent--;
    }
    Value n = int_from_double(m),
          power = value_operate(OPERATOR_LSHIFT, INT(1), INT(abs(exponent)));
    const Value pair[] = {exponent > 0 ? value_operate(OPERATOR_MUL, n, power) : n,
                          exponent > 0 ? INT(1) : power};
    return OBJ(tuple_new(2, pair));
}

NATIVE_VALUE(float, hex, NO_PARAMS)
{
    double x = self_double(self);
    if (!isfinite(x))
        return STR(float_repr(x));
    if (x == 0)
        return STR(str_from(signbit(x) ? "-0x0.0p+0" : "0x0.0p+0"));
    int exponent;
    double m = frexp(fabs(x), &exponent) * 2;
    exponent--;
    if (exponent < -1022) {
        m = ldexp(m, exponent + 1022);
        exponent = -1022;
    }
    int lead = (int)m;
    uint64_t bits = (uint64_t)ldexp(m - lead, 52);
    return STR(str_format("%s0x%d.%013llxp%+d", x < 0 ? "-" : "", lead, (unsigned long long)bits,
                          exponent));
}

#define FROM_HEX(P) P(ONLY, any, string, Required)
NATIVE_CLASS(float, fromhex, FROM_HEX)
{
    if (!value_find_str(a->string))
        raise_type("bad argument type for built-in operation");
    Str *text = str_trim(value_find_str(a->string));
    char *end;
    bool has_prefix = strpbrk(text->text, "xX") || strpbrk(text->text, "nN");
    double x = strtod(has_prefix ? text->text : str_format("0x%s", text->text)->text, &end);
    if (text->length == 0 || *end)
        raise_value("invalid hexadecimal floating-point string");
    if (isinf(x) && !strpbrk(text->text, "nN"))
        raise_exception(&OverflowError_class, "hexadecimal value too large to represent as a float");
    return box_value(class, &float_class, FLOAT(x));
}

static const Method float_methods[] = {
    METHOD(float, is_integer),
    METHOD(float, as_integer_ratio),
    METHOD(float, hex),
    CLASS_METHOD(float, fromhex),
    METHOD(float, conjugate),
    PROPERTY_AS("real", float, same),
    PROPERTY_AS("imag", float, zero),
    METHOD_AS("__abs__", float, abs),
    METHOD_AS("__float__", float, same),
    METHOD_AS("__int__", float, int),
    METHOD_AS("__trunc__", float, int),
    METHOD_AS("__floor__", float, floor),
    METHOD_AS("__ceil__", float, ceil),
    METHOD_AS("__round__", float, round),
    METHOD_AS("__divmod__", float, divmod),
    METHOD_AS("__rdivmod__", float, rdivmod),
    {0},
};

static Str *float_repr_slot(Value self)
{
    return float_repr(self_double(self));
}

static Str *float_format_slot(Value self, Str *spec)
{
    return format_float(self_double(self), spec);
}

static bool float_truth(Value self)
{
    return self_double(self) != 0;
}

static int64_t float_hash_slot(Value self)
{
    return float_hash(self_double(self));
}

const Class float_class = {
    .obj = {.class = &type_class},
    .name = "float",
    .module = "builtins",
    .base = &object_class,
    .size = sizeof(Boxed),
    .state = &(ClassState){0},
    .flags = CLASS_BOXED | CLASS_FIXED_HASH,
    .construct = CONSTRUCT(float),
    .methods = float_methods,
    .repr = float_repr_slot,
    .format = float_format_slot,
    .binop = float_binop,
    .truth = float_truth,
    .hash = float_hash_slot,
};
