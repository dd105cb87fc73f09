/* int.c -- the types int and bool: arithmetic, what int(x) and bool(x) make. How an int is kept: int.h. */
#include "py/int.h"

#include <math.h>

/* A large block may be working space of libgmp's, which chains such blocks through their first words: the collector has
 * to look inside. */
static void *limbs_allocate(size_t size)
{
    enum { NUMBER_ONLY = 1024 };
    return size < NUMBER_ONLY ? mem_alloc_bytes(size) : mem_alloc(size);
}

static void *limbs_reallocate(void *old, size_t old_size, size_t new_size)
{
    void *block = limbs_allocate(new_size);
    memcpy(block, old, old_size < new_size ? old_size : new_size);
    return block;
}

static void limbs_free(void *block, size_t size)
{
}

void int_big_ready(void)
{
    static bool ready;
    if (ready)
        return;
    ready = true;
    mp_set_memory_functions(limbs_allocate, limbs_reallocate, limbs_free);
}

bool is_int(Value v)
{
    return v.tag == TAG_INT || v.tag == TAG_BOOL || int_is_big(v);
}

void int_to_big(mpz_t out, Value v)
{
    int_big_ready();
    if (int_is_big(v))
        mpz_init_set(out, ((BigInt *)v.obj)->n);
    else
        mpz_init_set_si(out, v.tag == TAG_BOOL ? v.boolean : v.integer);
}

Value int_from_big(const mpz_t n)
{
    if (mpz_fits_slong_p(n))
        return INT(mpz_get_si(n));
    BigInt *big = (BigInt *)mem_alloc(sizeof(BigInt));
    big->obj.class = &int_class;
    big->n[0] = n[0];
    return OBJ(big);
}

/* --- arithmetic ------------------------------------------------------------------------------- */

_Noreturn void raise_division(const char *text)
{
    raise_exception(&ZeroDivisionError_class, "%s", text);
}

static bool is_exact_double(Value v)
{
    const int64_t limit = INT64_C(1) << 53;
    return !int_is_big(v) && int_small(v) <= limit && int_small(v) >= -limit;
}

static Value divide(Value a, Value b)
{
    if (int_sign(b) == 0)
        raise_division("division by zero");
    if (is_exact_double(a) && is_exact_double(b))
        return FLOAT((double)int_small(a) / (double)int_small(b));
    if (int_sign(a) == 0)
        return FLOAT(int_sign(b) < 0 ? -0.0 : 0.0);
    mpz_t n, d;
    int_to_big(n, a);
    int_to_big(d, b);
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
    double result = ldexp(int_to_double(int_from_big(q)), (int)-shift);
    if (isinf(result))
        raise_exception(&OverflowError_class, "integer division result too large for a float");
    return FLOAT(result);
}

/* A shift is quick, whatever its size. A power takes as long as libgmp multiplies, which nothing interrupts: some
 * seconds. */
static const double SHIFTED_BITS_MAX = 0x1p33, POWER_BITS_MAX = 0x1p28;

static Value shift_left(Value a, Value b)
{
    if (int_sign(b) < 0)
        raise_value("negative shift count");
    if (int_sign(a) == 0)
        return INT(0);
    if (int_is_big(b))
        raise_exception(&OverflowError_class, "too many digits in integer");
    if ((double)int_small(b) > SHIFTED_BITS_MAX)
        raise_exception(&MemoryError_class, "%s", "");
    mpz_t n;
    int_to_big(n, a);
    mpz_mul_2exp(n, n, (mp_bitcnt_t)int_small(b));
    return int_from_big(n);
}

static Value shift_right(Value a, Value b)
{
    if (int_sign(b) < 0)
        raise_value("negative shift count");
    if (int_is_big(b))
        return INT(int_sign(a) < 0 ? -1 : 0);
    if (!int_is_big(a))
        return INT(int_small(b) > 63 ? (int_small(a) < 0 ? -1 : 0) : int_small(a) >> int_small(b));
    mpz_t n;
    int_to_big(n, a);
    mpz_fdiv_q_2exp(n, n, (mp_bitcnt_t)int_small(b));
    return int_from_big(n);
}

Value int_power(Value a, Value b)
{
    if (int_sign(b) < 0) {
        if (int_sign(a) == 0)
            raise_division("0.0 cannot be raised to a negative power");
        return FLOAT(pow(int_to_double(a), int_to_double(b)));
    }
    if (int_is_big(b)) {
        if (!int_is_big(a) && int_small(a) >= -1 && int_small(a) <= 1) {
            mpz_t exponent;
            int_to_big(exponent, b);
            return INT(int_small(a) == -1 && mpz_even_p(exponent) ? 1 : int_small(a));
        }
        raise_exception(&MemoryError_class, "%s", "");
    }
    mpz_t n;
    int_to_big(n, a);
    if (!int_is_big(a) && int_small(a) >= -1 && int_small(a) <= 1)
        return INT(int_small(a) == -1 && int_small(b) % 2 == 0 ? 1
                   : int_small(b) == 0                         ? 1
                                                               : int_small(a));
    mp_bitcnt_t zeros = mpz_scan1(n, 0);
    bool is_shift = mpz_sizeinbase(n, 2) == zeros + 1;
    if ((double)mpz_sizeinbase(n, 2) * (double)int_small(b) >
        (is_shift ? SHIFTED_BITS_MAX : POWER_BITS_MAX))
        raise_exception(&MemoryError_class, "%s", "");
    mpz_pow_ui(n, n, (unsigned long)int_small(b));
    return int_from_big(n);
}

Value int_pow_mod(Value base, Value exponent, Value modulus)
{
    if (int_sign(modulus) == 0)
        raise_value("pow() 3rd argument cannot be 0");
    mpz_t n, e, m;
    int_to_big(n, base);
    int_to_big(e, exponent);
    int_to_big(m, modulus);
    if (mpz_sgn(e) < 0) {
        if (!mpz_invert(n, n, m))
            raise_value("base is not invertible for the given modulus");
        mpz_neg(e, e);
    }
    mpz_powm(n, n, e, m);
    if (mpz_sgn(m) < 0 && mpz_sgn(n) != 0)
        mpz_add(n, n, m); /* the result has the sign of the modulus */
    return int_from_big(n);
}

int int_compare(Value a, Value b)
{
    if (!int_is_big(a) && !int_is_big(b))
        return (int_small(a) > int_small(b)) - (int_small(a) < int_small(b));
    mpz_t x, y;
    int_to_big(x, a);
    int_to_big(y, b);
    return mpz_cmp(x, y);
}

static Value big_operate(Operator op, Value a, Value b)
{
    mpz_t x, y;
    int_to_big(x, a);
    int_to_big(y, b);
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
    return int_from_big(x);
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

Value int_binop(Operator op, Value a, Value b)
{
    a = value_plain(a);
    b = value_plain(b);
    if (!is_set(b))
        return is_int(a) ? unary(op, a) : UNSET;
    if (!is_int(a) || !is_int(b))
        return UNSET;
    if (op >= OPERATOR_EQ && op <= OPERATOR_GE)
        return ordering_result(op, int_compare(a, b));
    if ((op == OPERATOR_FLOORDIV || op == OPERATOR_MOD) && int_sign(b) == 0)
        raise_division(op == OPERATOR_MOD ? "integer modulo by zero"
                                          : "integer division or modulo by zero");
    switch (op) {
    case OPERATOR_DIV:
        return divide(a, b);
    case OPERATOR_POW:
        return int_power(a, b);
    case OPERATOR_LSHIFT:
        return shift_left(a, b);
    case OPERATOR_RSHIFT:
        return shift_right(a, b);
    default:
        break;
    }
    Value result =
        !int_is_big(a) && !int_is_big(b) ? int_fast(op, int_small(a), int_small(b)) : UNSET;
    if (!is_set(result))
        result = big_operate(op, a, b);
    return is_set(result) && is_bool_operation(op, a, b) ? BOOL(result.integer != 0) : result;
}

/* --- conversions ------------------------------------------------------------------------------ */

double int_to_double(Value v)
{
    if (!int_is_big(v))
        return (double)int_small(v);
    /* mpz_get_d truncates: keep 64 bits and a sticky bit, and let the last step round to even. */
    mpz_t n;
    int_to_big(n, v);
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
    int_big_ready();
    mpz_t n;
    mpz_init_set_d(n, x);
    return int_from_big(n);
}

static int64_t int_hash(Value v)
{
    v = value_plain(v);
    const int64_t prime = (INT64_C(1) << 61) - 1;
    int64_t hash;
    if (int_is_big(v) || int_small(v) == INT64_MIN) {
        mpz_t n;
        int_to_big(n, v);
        hash = (int64_t)mpz_tdiv_ui(n, (unsigned long)prime);
        hash = mpz_sgn(n) < 0 ? -hash : hash;
    } else
        hash = int_small(v) % prime;
    return hash == -1 ? -2 : hash;
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
    .flags = CLASS_BOXED | CLASS_FIXED_HASH,
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
