/* int.h -- how ints are kept, for the files of the int type: 64 bits inside a Value, libgmp beyond.
 *
 * libgmp gets its memory from the collected heap (int_big_ready), so numbers are never released and
 * raising in the middle of a computation leaks nothing.
 */
#ifndef RETORT_PY_INT_H
#define RETORT_PY_INT_H

#include "py/py.h"
#include "py/internal.h"

#include <gmp.h>

/* An int that does not fit 64 bits; an Obj whose class is exactly int_class is one. */
typedef struct BigInt {
    Obj obj;
    mpz_t n;
} BigInt;

/* Before any big number is made; cheap, so everybody who makes one calls it. */
void int_big_ready(void);
/* v as a libgmp number; the storage is the caller's. */
void int_to_big(mpz_t out, Value v);
/* Takes n over; gives back a plain int when it fits. */
Value int_from_big(const mpz_t n);

static inline bool int_is_big(Value v)
{
    return v.tag == TAG_OBJ && v.obj->class == &int_class;
}

/* Of an int or bool that is not big. */
static inline int64_t int_small(Value v)
{
    return v.tag == TAG_BOOL ? v.boolean : v.integer;
}

static inline int int_sign(Value v)
{
    return int_is_big(v) ? mpz_sgn(((BigInt *)v.obj)->n) : (int_small(v) > 0) - (int_small(v) < 0);
}

/* The six comparisons of two C numbers, as cases of a switch over an operator. */
#define COMPARISONS(a, b)                                                                          \
    case OPERATOR_EQ:                                                                              \
        return BOOL((a) == (b));                                                                   \
    case OPERATOR_NE:                                                                              \
        return BOOL((a) != (b));                                                                   \
    case OPERATOR_LT:                                                                              \
        return BOOL((a) < (b));                                                                    \
    case OPERATOR_LE:                                                                              \
        return BOOL((a) <= (b));                                                                   \
    case OPERATOR_GT:                                                                              \
        return BOOL((a) > (b));                                                                    \
    case OPERATOR_GE:                                                                              \
        return BOOL((a) >= (b));

/* Both operators round towards minus infinity; the one quotient that does not fit is left to who has large
 * ints, as is the error of a division by zero. */
static inline Value int_divide_fast(Operator op, int64_t a, int64_t b)
{
    if (((uint64_t)a | (uint64_t)b) >> 32 == 0 && b != 0) /* half as wide is twice as fast */
        return INT(op == OPERATOR_MOD ? (uint32_t)a % (uint32_t)b : (uint32_t)a / (uint32_t)b);
    if (b == 0 || (b == -1 && a == INT64_MIN))
        return UNSET;
    int64_t quotient = a / b, rest = a % b;
    bool is_below = rest != 0 && (rest < 0) != (b < 0);
    return op == OPERATOR_MOD ? INT(is_below ? rest + b : rest) : INT(quotient - is_below);
}

/* UNSET: the result does not fit, or the operator is another file's. */
static inline Value int_fast(Operator op, int64_t a, int64_t b)
{
    int64_t n;
    switch (op) {
    case OPERATOR_ADD:
        return __builtin_add_overflow(a, b, &n) ? UNSET : INT(n);
    case OPERATOR_SUB:
        return __builtin_sub_overflow(a, b, &n) ? UNSET : INT(n);
    case OPERATOR_MUL:
        return __builtin_mul_overflow(a, b, &n) ? UNSET : INT(n);
    case OPERATOR_MOD:
    case OPERATOR_FLOORDIV:
        return int_divide_fast(op, a, b);
    case OPERATOR_AND:
        return INT(a & b);
    case OPERATOR_OR:
        return INT(a | b);
    case OPERATOR_XOR:
        return INT(a ^ b);
        COMPARISONS(a, b)
    default:
        return UNSET;
    }
}

/* int.c */
int int_compare(Value a, Value b); /* -1, 0, 1 */
Value int_power(Value a, Value b);
Value int_binop(Operator op, Value a, Value b);

/* int_methods.c */
extern const Method int_methods[];

#endif
