/* complex.c -- the complex type: arithmetic, text, parsing, format. Numbers of other types become
 * complex before an operation, as CPython 3.12 does it. */
#include "py/py.h"
#include "py/internal.h"
#include "py/builtins.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <strings.h>

typedef struct Number {
    double real, imag;
} Number;

static Value complex_from(Number n)
{
    return complex_new(n.real, n.imag);
}

Value complex_new(double real, double imag)
{
    Complex *c = obj_new(Complex);
    c->real = real;
    c->imag = imag;
    return OBJ(c);
}

bool complex_find(Value v, double *real, double *imag)
{
    const Complex *c = as(Complex, v);
    Value plain = value_plain(v);
    if (!c && plain.tag != TAG_FLOAT && !is_int(plain))
        return false;
    *real = c ? c->real : plain.tag == TAG_FLOAT ? plain.number : int_to_double(plain);
    *imag = c ? c->imag : 0;
    return true;
}

/* --- arithmetic ------------------------------------------------------------------------------- */

static Number multiply(Number a, Number b)
{
    return (Number){a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

/* Smith's way: the larger part of the divisor is divided out first, so that nothing overflows on
 * the way. */
static Number divide(Number a, Number b, const char *by_zero)
{
    if (b.real == 0 && b.imag == 0)
        raise_division(by_zero);
    if (fabs(b.real) >= fabs(b.imag)) {
        double ratio = b.imag / b.real, scale = b.real + b.imag * ratio;
        return (Number){(a.real + a.imag * ratio) / scale, (a.imag - a.real * ratio) / scale};
    }
    if (fabs(b.imag) >= fabs(b.real)) {
        double ratio = b.real / b.imag, scale = b.real * ratio + b.imag;
        return (Number){(a.real * ratio + a.imag) / scale, (a.imag * ratio - a.real) / scale};
    }
    return (Number){NAN, NAN}; /* a part of the divisor is nan */
}

static const char zero_power[] = "0.0 to a negative or complex power";

static Number power_whole(Number base, long exponent)
{
    Number result = {1, 0}, square = base;
    for (unsigned long left = (unsigned long)labs(exponent); left; left >>= 1) {
        if (left & 1)
            result = multiply(result, square);
        square = multiply(square, square);
    }
    return exponent > 0 ? result : divide((Number){1, 0}, result, zero_power);
}

static Number power_polar(Number base, Number exponent)
{
    if (exponent.real == 0 && exponent.imag == 0)
        return (Number){1, 0};
    if (base.real == 0 && base.imag == 0) {
        if (exponent.imag != 0 || exponent.real < 0)
            raise_division(zero_power);
        return (Number){0, 0};
    }
    double size = hypot(base.real, base.imag), angle = atan2(base.imag, base.real);
    double length = pow(size, exponent.real), phase = angle * exponent.real;
    if (exponent.imag != 0) {
        length /= exp(angle * exponent.imag);
        phase += exponent.imag * log(size);
    }
    if (isinf(phase)) /* what CPython says, too, when it has no cosine */
        raise_division(zero_power);
    return (Number){length * cos(phase), length * sin(phase)};
}

static Number power(Number base, Number exponent)
{
    bool whole =
        exponent.imag == 0 && exponent.real == floor(exponent.real) && fabs(exponent.real) <= 100;
    Number result = whole ? power_whole(base, (long)exponent.real) : power_polar(base, exponent);
    if (isinf(result.real) || isinf(result.imag))
        raise_exception(&OverflowError_class, "complex exponentiation");
    return result;
}

Value complex_power(double base, double exponent)
{
    return complex_from(power((Number){base, 0}, (Number){exponent, 0}));
}

/* A part that is an int beyond 53 bits is not rounded for it. */
static bool equals(Value v, Number n)
{
    double real, imag;
    const Complex *c = as(Complex, v);
    if (!c)
        return n.imag == 0 && number_compare(value_plain(v), FLOAT(n.real)) == 0;
    return complex_find(v, &real, &imag) && real == n.real && imag == n.imag;
}

static Value equality(Operator op, Value left, Value right)
{
    const Complex *c = as(Complex, left) ? as(Complex, left) : as(Complex, right);
    Value other = as(Complex, left) ? right : left, plain = value_plain(other);
    if (!as(Complex, other) && plain.tag != TAG_FLOAT && !is_int(plain))
        return UNSET;
    return BOOL(equals(other, (Number){c->real, c->imag}) == (op == OPERATOR_EQ));
}

static Value unary(Operator op, const Complex *c)
{
    if (op == OPERATOR_NEG)
        return complex_new(-c->real, -c->imag);
    return op == OPERATOR_POS ? complex_new(c->real, c->imag) : UNSET;
}

static Value complex_binop(Operator op, Value left, Value right)
{
    Number a, b;
    if (!is_set(right))
        return unary(op, as(Complex, left));
    if (op == OPERATOR_EQ || op == OPERATOR_NE)
        return equality(op, left, right);
    if (op > OPERATOR_POW || op == OPERATOR_FLOORDIV || op == OPERATOR_MOD)
        return UNSET;
    if (!complex_find(left, &a.real, &a.imag) || !complex_find(right, &b.real, &b.imag))
        return UNSET;
    switch (op) {
    case OPERATOR_ADD:
        return complex_new(a.real + b.real, a.imag + b.imag);
    case OPERATOR_SUB:
        return complex_new(a.real - b.real, a.imag - b.imag);
    case OPERATOR_MUL:
        return complex_from(multiply(a, b));
    case OPERATOR_DIV:
        return complex_from(divide(a, b, "complex division by zero"));
    default:
        return complex_from(power(a, b));
    }
}

static bool complex_truth(Value self)
{
    const Complex *c = as(Complex, self);
    return c->real != 0 || c->imag != 0;
}

/* That of the real number when there is no imaginary part. */
static int64_t complex_hash(Value self)
{
    const Complex *c = as(Complex, self);
    uint64_t hash =
        (uint64_t)float_hash(c->real) + UINT64_C(1000003) * (uint64_t)float_hash(c->imag);
    return hash == UINT64_MAX ? -2 : (int64_t)hash;
}

/* --- text ------------------------------------------------------------------------------------- */

/* "1.0" -> "1" */
static Str *without_zero(Str *text)
{
    return str_ends_with(text, ".0") ? str_slice_bytes(text, 0, text->length - 2) : text;
}

static bool is_plain_zero(double x)
{
    return x == 0 && !signbit(x);
}

static Str *complex_repr(Value self)
{
    const Complex *c = as(Complex, self);
    Str *imag = without_zero(float_repr(c->imag));
    if (is_plain_zero(c->real))
        return str_format("%sj", imag->text);
    bool has_sign = imag->text[0] == '-';
    return str_format("(%s%s%sj)", without_zero(float_repr(c->real))->text, has_sign ? "" : "+",
                      imag->text);
}

/* What of a format spec concerns the whole, and what each part. */
typedef struct ComplexSpec {
    Str *around; /* fill, alignment, width: of the text as a whole */
    Str *sign;   /* of the real part; the imaginary one always has one */
    Str *part;   /* "#,.2f" */
    char type;   /* 0: none given */
    bool has_precision;
} ComplexSpec;

static ComplexSpec read_spec(const Str *spec)
{
    ComplexSpec out = {str_empty, str_empty, str_empty, 0, false};
    const char *p = spec->text, *start = p, *after = p;
    if (spec->length)
        utf8_next(&after);
    if (spec->length && *after && strchr("<>^=", *after))
        p = after + 1;
    else if (*p && strchr("<>^=", *p))
        p++;
    Str *alignment = str_new(start, (size_t)(p - start));
    if (*p && strchr("+- ", *p))
        out.sign = str_new(p++, 1);
    const char *options = p;
    while (*p == 'z' || *p == '#')
        p++;
    Str *flags = str_new(options, (size_t)(p - options));
    if (*p == '0' || (alignment->length > 1 && *start == '0'))
        raise_value("Zero padding is not allowed in complex format specifier");
    if (str_ends_with(alignment, "="))
        raise_value("'=' alignment flag is not allowed in complex format specifier");
    const char *width = p;
    p += strspn(p, "0123456789");
    Buf around = {0};
    buf_add(&around, alignment->length ? alignment : str_from(">"));
    buf_bytes(&around, width, (size_t)(p - width));
    out.around = buf_str(&around);
    out.part = str_format("%s%s", flags->text, p);
    out.has_precision = strchr(p, '.') != NULL;
    out.type = isalpha((unsigned char)spec->text[spec->length ? spec->length - 1 : 0]) ||
                       str_ends_with(spec, "%")
                   ? spec->text[spec->length - 1]
                   : 0;
    return out;
}

/* repr() of a float, but with a point always ("1.", "1.e-10"). */
static Str *with_point(const Str *text)
{
    size_t end = strcspn(text->text, "e");
    if (memchr(text->text, '.', end) || strpbrk(text->text, "in"))
        return str_ends_with(text, ".0") ? str_new(text->text, text->length - 1)
                                         : str_new(text->text, text->length);
    return str_format("%.*s.%s", (int)end, text->text, text->text + end);
}

static Str *format_part(const ComplexSpec *spec, const char *sign, double x)
{
    const char *type = !spec->type && spec->has_precision ? "g" : "";
    Str *text = format_float(x, str_format("%s%s%s", sign, spec->part->text, type));
    if (spec->type || spec->has_precision)
        return text;
    return strchr(spec->part->text, '#') ? with_point(text) : without_zero(text);
}

static Str *complex_format(Value self, Str *given)
{
    const Complex *c = as(Complex, self);
    ComplexSpec spec = read_spec(given);
    if (spec.type && !strchr("eEfFgGn", spec.type))
        raise_value("Unknown format code '%c' for object of type 'complex'", spec.type);
    bool imaginary_only = !spec.type && is_plain_zero(c->real),
         in_brackets = !spec.type && !imaginary_only;
    Str *imag = format_part(&spec, imaginary_only ? spec.sign->text : "+", c->imag);
    Str *real = imaginary_only ? str_empty : format_part(&spec, spec.sign->text, c->real);
    Str *text = str_format("%s%s%sj%s", in_brackets ? "(" : "", real->text, imag->text,
                           in_brackets ? ")" : "");
    return format_str(text, spec.around);
}

/* --- complex(...) ----------------------------------------------------------------------------- */

static const char *pass_digits(const char *p)
{
    return p + strspn(p, "0123456789");
}

/* Where the number at p ends (p itself: there is none); nothing that only strtod knows. */
static const char *number_end(const char *p)
{
    const char *start = p;
    static const char *const words[] = {"infinity", "inf", "nan"};
    p += *p == '+' || *p == '-';
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (strncasecmp(p, words[i], strlen(words[i])) == 0)
            return p + strlen(words[i]);
    const char *digits = p;
    p = pass_digits(p);
    size_t count = (size_t)(p - digits);
    if (*p == '.') {
        const char *fraction = ++p;
        p = pass_digits(p);
        count += (size_t)(p - fraction);
    }
    if (count == 0)
        return start;
    if (*p == 'e' || *p == 'E') {
        const char *exponent = p + 1 + (p[1] == '+' || p[1] == '-');
        if (isdigit((unsigned char)*exponent))
            p = pass_digits(exponent);
    }
    return p;
}

static bool is_unit(char c)
{
    return c == 'j' || c == 'J';
}

/* "3", "j", "-j": NULL when there is no number; *p goes behind it. */
static bool read_number(const char **p, double *x)
{
    const char *end = number_end(*p), *unit = *p + (**p == '+' || **p == '-');
    if (end == *p && is_unit(*unit)) { /* a sign alone stands for one */
        *x = **p == '-' ? -1 : 1;
        *p = unit;
        return true;
    }
    *x = strtod(str_new(*p, (size_t)(end - *p))->text, NULL);
    bool found = end != *p;
    *p = end;
    return found;
}

static bool parse_parts(const char *p, Number *n)
{
    double first;
    if (!read_number(&p, &first))
        return false;
    if (is_unit(*p)) {
        n->imag = first;
        return !p[1];
    }
    n->real = first;
    if (!*p)
        return true;
    return (*p == '+' || *p == '-') && read_number(&p, &n->imag) && is_unit(*p) && !p[1];
}

static Number parse(const Str *text)
{
    Buf plain = {0};
    Number n = {0, 0};
    if (!float_collect(text, &plain))
        raise_value("could not convert string to complex: %s", str_repr(text)->text);
    bool good = plain.length;
    Str *inner = good ? str_trim(buf_str(&plain)) : str_empty;
    if (inner->length > 1 && inner->text[0] == '(' && str_ends_with(inner, ")"))
        inner = str_trim(str_slice_bytes(inner, 1, inner->length - 1));
    if (!good || !parse_parts(inner->text, &n))
        raise_value("complex() arg is a malformed string");
    return n;
}

/* The number v is; `asks`: also its __complex__. false: it is none. */
static bool convert(Value v, bool asks, Number *n, bool *is_complex)
{
    Value own = !asks ? UNSET
                : v.tag == TAG_OBJ && !is_instance(v, &complex_class)
                    ? special_call(v, intern("__complex__"), 0, NULL)
                    : UNSET;
    if (is_set(own)) {
        if (!as(Complex, own))
            raise_type("__complex__ returned non-complex (type %s)", class_text(own));
        v = own;
    }
    *is_complex = as(Complex, v) != NULL;
    if (complex_find(v, &n->real, &n->imag))
        return true;
    if (v.tag != TAG_OBJ || (!is_set(class_find(v.obj->class, N(__float__))) && !is_index(v)))
        return false;
    *n = (Number){value_to_double(v), 0};
    return true;
}

/* The second argument counts i times; parts that only a complex argument has are added. */
static Number combine(Value first, Value second)
{
    Number a = {0, 0}, b = {0, 0};
    bool a_complex = false, b_complex = false;
    if (is_set(first) && !convert(first, true, &a, &a_complex))
        raise_type("complex() first argument must be a string or a number, not '%s'",
                   class_text(first));
    if (is_set(second) && value_find_str(second))
        raise_type("complex() second arg can't be a string");
    if (is_set(second) && !convert(second, false, &b, &b_complex))
        raise_type("complex() second argument must be a number, not '%s'", class_text(second));
    if (!is_set(second))
        return a;
    if (b_complex)
        a.real -= b.imag;
    return (Number){a.real, a_complex ? b.real + a.imag : b.real};
}

#define COMPLEX_NEW(P) P(POS, any, real, Unset) P(POS, any, imag, Unset)
NATIVE_CLASS(complex, construct, COMPLEX_NEW)
{
    Str *text = is_set(a->real) ? value_find_str(a->real) : NULL;
    if (class == &complex_class && is_set(a->real) && !is_set(a->imag) &&
        class_of(a->real) == class)
        return a->real;
    if (text && is_set(a->imag))
        raise_type("complex() can't take second arg if first is a string");
    Number n = text ? parse(text) : combine(a->real, a->imag);
    Complex *c = (Complex *)object_allocate(class);
    c->real = n.real;
    c->imag = n.imag;
    return OBJ(c);
}

/* --- methods ---------------------------------------------------------------------------------- */

NATIVE0(Complex, conjugate)
{
    return complex_new(self->real, -self->imag);
}

NATIVE0(Complex, real)
{
    return FLOAT(self->real);
}

NATIVE0(Complex, imag)
{
    return FLOAT(self->imag);
}

NATIVE0(Complex, abs)
{
    double size = hypot(self->real, self->imag);
    if (isinf(size) && isfinite(self->real) && isfinite(self->imag))
        raise_exception(&OverflowError_class, "absolute value too large");
    return FLOAT(size);
}

NATIVE0(Complex, complex)
{
    return complex_new(self->real, self->imag);
}

NATIVE0(Complex, getnewargs)
{
    return OBJ(tuple_new(2, (const Value[]){FLOAT(self->real), FLOAT(self->imag)}));
}

static const Method complex_methods[] = {
    METHOD(Complex, conjugate),
    PROPERTY(Complex, real),
    PROPERTY(Complex, imag),
    METHOD_AS("__abs__", Complex, abs),
    METHOD_AS("__complex__", Complex, complex),
    METHOD_AS("__getnewargs__", Complex, getnewargs),
    {0},
};

const Class complex_class = {
    CLASS_NAMED(Complex, "complex", "builtins", object),
    .construct = CONSTRUCT(complex),
    .methods = complex_methods,
    .repr = complex_repr,
    .format = complex_format,
    .binop = complex_binop,
    .truth = complex_truth,
    .flags = CLASS_FIXED_HASH,
    .hash = complex_hash,
};
