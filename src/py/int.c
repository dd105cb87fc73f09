/* int.c -- the int type: 64 bits inside a Value, libgmp beyond. Arithmetic, parsing, methods.
 *
 * libgmp gets its memory from the collected heap (bigint_init), so numbers are never released and
 * raising in the middle of a computation leaks nothing.
 */
#include "py/py.h"
#include "py/internal.h"

#include <ctype.h>
#include <gmp.h>
#include <math.h>

/* An int that does not fit 64 bits; an Obj whose class is exactly int_class is one. */
typedef struct BigInt {
    Obj obj;
    mpz_t n;
} BigInt;

enum { DIGITS_MAX = 4300 };

static void *limbs_allocate(size_t size)
{
    return mem_alloc_bytes(size);
}

static void *limbs_reallocate(void *old, size_t old_size, size_t new_size)
{
    void *block = mem_alloc_bytes(new_size);
    memcpy(block, old, old_size < new_size ? old_size : new_size);
    return block;
}

static void limbs_free(void *block, size_t size)
{
}

/* Before any big number is made; cheap, so everybody who makes one calls it. */
static void big_ready(void)
{
    static bool ready;
    if (ready)
        return;
    ready = true;
    mp_set_memory_functions(limbs_allocate, limbs_reallocate, limbs_free);
}

static bool is_big(Value v)
{
    return v.tag == TAG_OBJ && v.obj->class == &int_class;
}

bool is_int(Value v)
{
    return v.tag == TAG_INT || v.tag == TAG_BOOL || is_big(v);
}

/* v as a libgmp number; the storage is the caller's. */
static void to_big(mpz_t out, Value v)
{
    big_ready();
    if (is_big(v))
        mpz_init_set(out, ((BigInt *)v.obj)->n);
    else
        mpz_init_set_si(out, v.tag == TAG_BOOL ? v.boolean : v.integer);
}

/* Takes n over; gives back a plain int when it fits. */
static Value from_big(const mpz_t n)
{
    if (mpz_fits_slong_p(n))
        return INT(mpz_get_si(n));
    BigInt *big = (BigInt *)mem_alloc(sizeof(BigInt));
    big->obj.class = &int_class;
    big->n[0] = n[0];
    return OBJ(big);
}

static int64_t small(Value v)
{
    return v.tag == TAG_BOOL ? v.boolean : v.integer;
}

static int int_sign(Value v)
{
    return is_big(v) ? mpz_sgn(((BigInt *)v.obj)->n) : (small(v) > 0) - (small(v) < 0);
}

/* --- arithmetic ------------------------------------------------------------------------------- */

static _Noreturn void raise_division(const char *text)
{
    raise_exception(&ZeroDivisionError_class, "%s", text);
}

static bool is_exact_double(Value v)
{
    const int64_t limit = INT64_C(1) << 53;
    return !is_big(v) && small(v) <= limit && small(v) >= -limit;
}

static Value divide(Value a, Value b)
{
    if (int_sign(b) == 0)
        raise_division("division by zero");
    if (is_exact_double(a) && is_exact_double(b))
        return FLOAT((double)small(a) / (double)small(b));
    if (int_sign(a) == 0)
        return FLOAT(int_sign(b) < 0 ? -0.0 : 0.0);
    mpz_t n, d;
    to_big(n, a);
    to_big(d, b);
    /* Correct rounding: 64 extra quotient bits and a sticky bit, then one conversion. */
    long shift = 66 - (long)mpz_sizeinbase(n, 2) + (long)mpz_sizeinbase(d, 2);
    mpz_t q, r;
    mpz_init(q);
    mpz_init(r);
    if (shift > 0)
        mpz_mul_2exp(n, n, (mp_bitcnt_t)shift);
    else
        mpz_mul_2exp(d, d, (mp_bitcnt_t)-shift);
    mpz_tdiv_qr(q, r, n, d);
    if (mpz_sgn(r) && mpz_even_p(q)) {
        if (mpz_sgn(q) >= 0)
            mpz_add_ui(q, q, 1);
        else
            mpz_sub_ui(q, q, 1);
    }
    double result = ldexp(int_to_double(from_big(q)), (int)-shift);
    if (isinf(result))
        raise_exception(&OverflowError_class, "integer division result too large for a float");
    return FLOAT(result);
}

static Value shift_left(Value a, Value b)
{
    if (int_sign(b) < 0)
        raise_value("negative shift count");
    if (int_sign(a) == 0)
        return INT(0);
    if (is_big(b))
        raise_exception(&OverflowError_class, "too many digits in integer");
    if (small(b) > 1 << 30)
        raise_exception(&MemoryError_class, "%s", "");
    mpz_t n;
    to_big(n, a);
    mpz_mul_2exp(n, n, (mp_bitcnt_t)small(b));
    return from_big(n);
}

static Value shift_right(Value a, Value b)
{
    if (int_sign(b) < 0)
        raise_value("negative shift count");
    if (is_big(b))
        return INT(int_sign(a) < 0 ? -1 : 0);
    if (!is_big(a))
        return INT(small(b) > 63 ? (small(a) < 0 ? -1 : 0) : small(a) >> small(b));
    mpz_t n;
    to_big(n, a);
    mpz_fdiv_q_2exp(n, n, (mp_bitcnt_t)small(b));
    return from_big(n);
}

static Value power(Value a, Value b)
{
    if (int_sign(b) < 0) {
        if (int_sign(a) == 0)
            raise_division("0.0 cannot be raised to a negative power");
        return FLOAT(pow(int_to_double(a), int_to_double(b)));
    }
    if (is_big(b)) {
        if (!is_big(a) && small(a) >= -1 && small(a) <= 1) {
            mpz_t exponent;
            to_big(exponent, b);
            return INT(small(a) == -1 && mpz_even_p(exponent) ? 1 : small(a));
        }
        raise_exception(&MemoryError_class, "%s", "");
    }
    mpz_t n;
    to_big(n, a);
    if (!is_big(a) && small(a) >= -1 && small(a) <= 1)
        return INT(small(a) == -1 && small(b) % 2 == 0 ? 1 : small(b) == 0 ? 1 : small(a));
    if (mpz_sizeinbase(n, 2) * (double)small(b) > 1e7)
        raise_exception(&MemoryError_class, "%s", "");
    mpz_pow_ui(n, n, (unsigned long)small(b));
    return from_big(n);
}

Value int_pow_mod(Value base, Value exponent, Value modulus)
{
    if (int_sign(modulus) == 0)
        raise_value("pow() 3rd argument cannot be 0");
    mpz_t n, e, m;
    to_big(n, base);
    to_big(e, exponent);
    to_big(m, modulus);
    if (mpz_sgn(e) < 0) {
        if (!mpz_invert(n, n, m))
            raise_value("base is not invertible for the given modulus");
        mpz_neg(e, e);
    }
    mpz_powm(n, n, e, m);
    if (mpz_sgn(m) < 0 && mpz_sgn(n) != 0)
        mpz_add(n, n, m); /* the result has the sign of the modulus */
    return from_big(n);
}

static int compare(Value a, Value b)
{
    if (!is_big(a) && !is_big(b))
        return (small(a) > small(b)) - (small(a) < small(b));
    mpz_t x, y;
    to_big(x, a);
    to_big(y, b);
    return mpz_cmp(x, y);
}

static Value big_operate(Operator op, Value a, Value b)
{
    mpz_t x, y;
    to_big(x, a);
    to_big(y, b);
    switch (op) {
    case OPERATOR_ADD:
        mpz_add(x, x, y);
        break;
    case OPERATOR_SUB:
        mpz_sub(x, x, y);
        break;
    case OPERATOR_MUL:
        mpz_mul(x, x, y);
        break;
    case OPERATOR_FLOORDIV:
        mpz_fdiv_q(x, x, y);
        break;
    case OPERATOR_MOD:
        mpz_fdiv_r(x, x, y);
        break;
    case OPERATOR_AND:
        mpz_and(x, x, y);
        break;
    case OPERATOR_OR:
        mpz_ior(x, x, y);
        break;
    case OPERATOR_XOR:
        mpz_xor(x, x, y);
        break;
    default:
        return UNSET;
    }
    return from_big(x);
}

static Value small_operate(Operator op, int64_t a, int64_t b)
{
    int64_t n, rest;
    switch (op) {
    case OPERATOR_ADD:
        return __builtin_add_overflow(a, b, &n) ? UNSET : INT(n);
    case OPERATOR_SUB:
        return __builtin_sub_overflow(a, b, &n) ? UNSET : INT(n);
    case OPERATOR_MUL:
        return __builtin_mul_overflow(a, b, &n) ? UNSET : INT(n);
    case OPERATOR_FLOORDIV:
        if (b == -1)
            return a == INT64_MIN ? UNSET : INT(-a);
        return INT(a / b - (a % b != 0 && (a < 0) != (b < 0)));
    case OPERATOR_MOD:
        rest = b == -1 ? 0 : a % b;
        return INT(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest);
    case OPERATOR_AND:
        return INT(a & b);
    case OPERATOR_OR:
        return INT(a | b);
    case OPERATOR_XOR:
        return INT(a ^ b);
    default:
        return UNSET;
    }
}

static Value unary(Operator op, Value a)
{
    Value n = a.tag == TAG_BOOL ? INT(a.boolean) : a;
    if (op == OPERATOR_POS)
        return n;
    if (op == OPERATOR_INVERT)
        return n.tag == TAG_INT ? INT(~n.integer) : big_operate(OPERATOR_XOR, n, INT(-1));
    if (n.tag == TAG_INT && n.integer != INT64_MIN)
        return INT(-n.integer);
    return big_operate(OPERATOR_SUB, INT(0), n);
}

/* True & False stay bool. */
static bool is_bool_operation(Operator op, Value a, Value b)
{
    return a.tag == TAG_BOOL && b.tag == TAG_BOOL &&
           (op == OPERATOR_AND || op == OPERATOR_OR || op == OPERATOR_XOR);
}

static Value int_binop(Operator op, Value a, Value b)
{
    a = value_plain(a);
    b = value_plain(b);
    if (!is_set(b))
        return is_int(a) ? unary(op, a) : UNSET;
    if (!is_int(a) || !is_int(b))
        return UNSET;
    if (op >= OPERATOR_EQ && op <= OPERATOR_GE)
        return ordering_result(op, compare(a, b));
    if ((op == OPERATOR_FLOORDIV || op == OPERATOR_MOD) && int_sign(b) == 0)
        raise_division(op == OPERATOR_MOD ? "integer modulo by zero"
                                          : "integer division or modulo by zero");
    switch (op) {
    case OPERATOR_DIV:
        return divide(a, b);
    case OPERATOR_POW:
        return power(a, b);
    case OPERATOR_LSHIFT:
        return shift_left(a, b);
    case OPERATOR_RSHIFT:
        return shift_right(a, b);
    default:
        break;
    }
    Value result = !is_big(a) && !is_big(b) ? small_operate(op, small(a), small(b)) : UNSET;
    if (!is_set(result))
        result = big_operate(op, a, b);
    return is_set(result) && is_bool_operation(op, a, b) ? BOOL(result.integer != 0) : result;
}

/* --- conversions ------------------------------------------------------------------------------ */

double int_to_double(Value v)
{
    if (!is_big(v))
        return (double)small(v);
    /* mpz_get_d truncates: keep 64 bits and a sticky bit, and let the last step round to even. */
    mpz_t n;
    to_big(n, v);
    size_t bits = mpz_sizeinbase(n, 2);
    if (bits > 1025)
        raise_exception(&OverflowError_class, "int too large to convert to float");
    mp_bitcnt_t drop = bits - 64;
    mpz_t top;
    mpz_init(top);
    mpz_tdiv_q_2exp(top, n, drop);
    uint64_t mantissa = mpz_get_ui(top);
    mpz_abs(n, n);
    if (mpz_scan1(n, 0) < drop)
        mantissa |= 1;
    double result = ldexp((double)mantissa, (int)drop);
    if (isinf(result))
        raise_exception(&OverflowError_class, "int too large to convert to float");
    return int_sign(v) < 0 ? -result : result;
}

Value int_from_double(double x)
{
    if (isnan(x))
        raise_value("cannot convert float NaN to integer");
    if (isinf(x))
        raise_exception(&OverflowError_class, "cannot convert float infinity to integer");
    if (fabs(x) < 9e18)
        return INT((int64_t)x);
    big_ready();
    mpz_t n;
    mpz_init_set_d(n, x);
    return from_big(n);
}

static _Noreturn void raise_too_long(void)
{
    raise_value("Exceeds the limit (4300 digits) for integer string conversion; use "
                "sys.set_int_max_str_digits() to increase the limit");
}

Str *int_digits(Value v, int base)
{
    char room[64];
    Buf digits = BUF_IN(room);
    int_put(&digits, v, base);
    return str_new_ascii(digits.data, digits.length);
}

void int_put(Buf *out, Value v, int base)
{
    if (!is_big(v) && base == 10) {
        buf_integer(out, small(v));
        return;
    }
    mpz_t n;
    to_big(n, v);
    /* sizeinbase may say one too many */
    if (base == 10 && mpz_sizeinbase(n, 10) > DIGITS_MAX + 1)
        raise_too_long();
    char *digits = new_bytes(mpz_sizeinbase(n, base) + 2);
    mpz_get_str(digits, base, n);
    if (base == 10 && strlen(digits) - (*digits == '-') > DIGITS_MAX)
        raise_too_long();
    buf_text(out, digits);
}

static int64_t int_hash(Value v)
{
    v = value_plain(v);
    const int64_t prime = (INT64_C(1) << 61) - 1;
    int64_t hash;
    if (is_big(v) || small(v) == INT64_MIN) {
        mpz_t n;
        to_big(n, v);
        hash = (int64_t)mpz_tdiv_ui(n, (unsigned long)prime);
        hash = mpz_sgn(n) < 0 ? -hash : hash;
    } else
        hash = small(v) % prime;
    return hash == -1 ? -2 : hash;
}

static int digit_value(char c)
{
    if (isdigit((unsigned char)c))
        return c - '0';
    return isalpha((unsigned char)c) && (unsigned char)c < 0x80 ? tolower(c) - 'a' + 10 : 99;
}

static int prefix_base(const char *p)
{
    if (p[0] != '0')
        return 0;
    switch (tolower((unsigned char)p[1])) {
    case 'x':
        return 16;
    case 'o':
        return 8;
    case 'b':
        return 2;
    default:
        return 0;
    }
}

/* Digits with single underscores between them, into `out`; false when malformed. */
static bool collect_digits(const char *p, const char *end, int base, bool after_prefix, Buf *out)
{
    bool digit_before = after_prefix;
    size_t count = 0;
    for (; p < end; p++) {
        if (*p == '_') {
            if (!digit_before)
                return false;
            digit_before = false;
            continue;
        }
        if (digit_value(*p) >= base)
            return false;
        buf_char(out, *p);
        digit_before = true;
        count++;
    }
    return digit_before && count > 0;
}

/* UNSET: not a number in this base. */
static Value parse_digits(const char *p, const char *end, int base)
{
    Buf digits = {0};
    if (p < end && (*p == '+' || *p == '-')) {
        if (*p == '-')
            buf_char(&digits, '-');
        p++;
    }
    int prefix = end - p >= 2 ? prefix_base(p) : 0;
    bool skip = prefix && (base == 0 || base == prefix);
    if (skip)
        p += 2;
    bool automatic = base == 0;
    if (base == 0)
        base = skip ? prefix : 10;
    size_t before = digits.length;
    if (!collect_digits(p, end, base, skip, &digits))
        return UNSET;
    bool leading_zero = automatic && !skip && digits.data[before] == '0';
    if (leading_zero && strspn(digits.data + before, "0") < digits.length - before)
        return UNSET;
    if (base == 10 && digits.length - before > DIGITS_MAX)
        raise_value("Exceeds the limit (4300 digits) for integer string conversion: value has %zu "
                    "digits; use sys.set_int_max_str_digits() to increase the limit",
                    digits.length - before);
    mpz_t n;
    big_ready();
    mpz_init(n);
    if (mpz_set_str(n, digits.data, base) != 0)
        return UNSET;
    return from_big(n);
}

/* ASCII digits for all decimal digits of Unicode, spaces stripped; NULL when there is other text.
 */
static Str *plain_digits(const Str *text)
{
    Buf out = {0};
    for (const char *p = text->text, *end = p + text->length; p < end;) {
        uint32_t c = utf8_next(&p);
        int digit = c < 0x80 ? -1 : unicode_decimal(c);
        if (c < 0x80)
            buf_char(&out, (char)c);
        else if (digit >= 0)
            buf_char(&out, (char)('0' + digit));
        else if (unicode_is_space(c))
            buf_char(&out, ' ');
        else
            return NULL;
    }
    return str_trim(buf_str(&out));
}

Value int_parse(Value source, const Str *text, int base)
{
    Str *digits = plain_digits(text);
    Value n = digits && digits->length
                  ? parse_digits(digits->text, digits->text + digits->length, base)
                  : UNSET;
    if (!is_set(n))
        raise_value("invalid literal for int() with base %d: %s", base, value_repr(source)->text);
    return n;
}

Value int_from_literal(const Str *literal)
{
    Value n = parse_digits(literal->text, literal->text + literal->length, 0);
    return is_set(n) ? n : parse_digits(literal->text, literal->text + literal->length, 10);
}

/* --- int(...) --------------------------------------------------------------------------------- */

static Value special_number(Value v, Str *name)
{
    Value result = v.tag == TAG_OBJ ? special_call(v, name, 0, NULL) : UNSET;
    if (!is_set(result))
        return UNSET;
    result = value_plain(result);
    if (!is_int(result))
        raise_type("%s returned non-int (type %s)", name->text, class_text(result));
    return result.tag == TAG_BOOL ? INT(result.boolean) : result;
}

static Value whole_number(Value v)
{
    Value result = special_number(v, N(__int__));
    return is_set(result) ? result : special_number(v, N(__index__));
}

static Value int_convert(Value v)
{
    const char *data;
    size_t length;
    Value plain = value_plain(v), result;
    if (is_int(plain) && (v.tag != TAG_OBJ || v.obj == plain.obj))
        return plain.tag == TAG_BOOL ? INT(plain.boolean) : plain;
    if (v.tag == TAG_OBJ && class_is_heap(v.obj->class) && is_set(result = whole_number(v)))
        return result; /* asked before what a subclass of str or float holds */
    if (plain.tag == TAG_FLOAT)
        return int_from_double(plain.number);
    if (plain.tag == TAG_STR)
        return int_parse(v, plain.str, 10);
    if (value_find_bytes(v, &data, &length))
        return int_parse(OBJ(bytes_new(data, length)), utf8_check(data, length) < 0 ? str_new(data, length) : str_empty, 10);
    if (is_set(result = whole_number(v)) || is_set(result = special_number(v, N(__trunc__))))
        return result;
    if (is_int(plain))
        return plain;
    raise_type("int() argument must be a string, a bytes-like object or a real number, not '%s'",
               class_text(v));
}

#define INT_NEW(P) P(ONLY, any, x, Unset) P(POS, any, base, Unset)
NATIVE_CLASS(int, construct, INT_NEW)
{
    Value n;
    if (is_set(a->base)) {
        Value base = value_index(a->base);
        Str *text = is_set(a->x) ? value_find_str(a->x) : NULL;
        const char *data;
        size_t length;
        if (!is_set(a->x))
            raise_type("int() missing string argument");
        if (!text && value_find_bytes(a->x, &data, &length))
            text = utf8_check(data, length) < 0 ? str_new(data, length) : str_empty;
        if (!text)
            raise_type("int() can't convert non-string with explicit base");
        if (base.tag != TAG_INT || (base.integer != 0 && (base.integer < 2 || base.integer > 36)))
            raise_value("int() base must be >= 2 and <= 36, or 0");
        n = int_parse(a->x, text, (int)base.integer);
    } else
        n = is_set(a->x) ? int_convert(a->x) : INT(0);
    return box_value(class, &int_class, n);
}

Value box_value(const Class *class, const Class *plain_class, Value plain)
{
    if (class == plain_class)
        return plain;
    Boxed *boxed = (Boxed *)object_allocate(class);
    boxed->plain = plain;
    return OBJ(boxed);
}

/* --- methods ---------------------------------------------------------------------------------- */

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
    to_big(n, int_self(self));
    return INT(mpz_sgn(n) == 0 ? 0 : (int64_t)mpz_sizeinbase(n, 2));
}

NATIVE_VALUE(int, bit_count, NO_PARAMS)
{
    mpz_t n;
    to_big(n, int_self(self));
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
    return int_sign(n) < 0 ? unary(OPERATOR_NEG, n) : n;
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
    Value unit = power(INT(10), INT(-digits.integer));
    Value rest = int_binop(OPERATOR_MOD, n, unit), down = int_binop(OPERATOR_SUB, n, rest);
    int order = compare(int_binop(OPERATOR_MUL, rest, INT(2)), unit);
    Value odd = int_binop(OPERATOR_MOD, int_binop(OPERATOR_FLOORDIV, n, unit), INT(2));
    bool up = order > 0 || (order == 0 && odd.integer == 1);
    return up ? int_binop(OPERATOR_ADD, down, unit) : down;
}

NATIVE_VALUE(int, divmod, ONE_VALUE)
{
    Value n = int_self(self), d = value_plain(a->value);
    if (!is_int(d))
        return NOT_IMPLEMENTED;
    if (int_sign(d) == 0)
        raise_division("integer division or modulo by zero");
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
    return is_none(modulus) ? power(n, exponent) : int_pow_mod(n, exponent, modulus);
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
    to_big(n, int_self(self));
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
    big_ready();
    mpz_t n, whole;
    mpz_init(n);
    mpz_import(n, length, little ? -1 : 1, 1, 0, 0, data);
    if (a->signed__ && length && mpz_tstbit(n, length * 8 - 1)) {
        mpz_init_set_ui(whole, 1);
        mpz_mul_2exp(whole, whole, length * 8);
        mpz_sub(n, n, whole);
    }
    Value plain = from_big(n);
    return class == &int_class ? plain : call(OBJ(class), 1, &plain);
}

static const Method int_methods[] = {
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

static Str *int_repr(Value self)
{
    return int_digits(value_plain(self), 10);
}

static bool int_truth(Value self)
{
    return int_sign(value_plain(self)) != 0;
}

static Str *int_format_slot(Value self, Str *spec)
{
    return format_int(value_plain(self), spec);
}

const Class int_class = {
    .obj = {.class = &type_class},
    .name = "int",
    .module = "builtins",
    .base = &object_class,
    .size = sizeof(Boxed),
    .state = &(ClassState){0},
    .flags = CLASS_BOXED,
    .construct = CONSTRUCT(int),
    .methods = int_methods,
    .repr = int_repr,
    .format = int_format_slot,
    .binop = int_binop,
    .truth = int_truth,
    .hash = int_hash,
};

/* --- bool ------------------------------------------------------------------------------------- */

#define BOOL_NEW(P) P(REST, list, args, Empty) P(KWREST, dict, keywords, Empty)
NATIVE_CLASS(Bool, construct, BOOL_NEW)
{
    if (a->keywords->length)
        raise_type("bool() takes no keyword arguments");
    if (a->args->length > 1)
        raise_type("bool expected at most 1 argument, got %zu", a->args->length);
    return BOOL(a->args->length && value_truth(a->args->at[0]));
}

static Str *bool_repr(Value self)
{
    return intern(self.boolean ? "True" : "False");
}

static Str *bool_format(Value self, Str *spec)
{
    return spec->length ? format_int(self, spec) : bool_repr(self);
}

const Class bool_class = {
    .obj = {.class = &type_class},
    .name = "bool",
    .module = "builtins",
    .base = &int_class,
    .size = sizeof(Boxed),
    .state = &(ClassState){0},
    .flags = CLASS_FINAL | CLASS_BOXED,
    .construct = CONSTRUCT(Bool),
    .repr = bool_repr,
    .format = bool_format,
};
