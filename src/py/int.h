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

/* int.c */
int int_compare(Value a, Value b); /* -1, 0, 1 */
Value int_power(Value a, Value b);
Value int_binop(Operator op, Value a, Value b);

/* int_methods.c */
extern const Method int_methods[];

#endif
