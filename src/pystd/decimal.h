/* decimal.h -- the structs of the decimal module, shared by its files; private to pystd/. */
#ifndef RETORT_PYSTD_DECIMAL_H
#define RETORT_PYSTD_DECIMAL_H

#include "pystd/pystd.h"
#include "pystd/inside.h"

#include <gmp.h>

typedef enum DecimalKind { DECIMAL_FINITE, DECIMAL_INFINITY, DECIMAL_NAN } DecimalKind;

typedef struct Decimal {
    Obj obj;
    DecimalKind kind;
    bool negative;
    int64_t exponent;
    size_t limb_count;
    mp_limb_t *limbs;
} Decimal;

typedef struct Context {
    Obj obj;
    int64_t prec;
    Str *rounding;
} Context;

typedef enum Rounding {
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_HALF_DOWN,
    ROUND_UP,
    ROUND_DOWN,
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_05UP,
} Rounding;

/* A read-only view of the coefficient. */
#define COEFFICIENT(view, d) mpz_roinit_n((view), (d)->limbs, (mp_size_t)(d)->limb_count)

/* InvalidOperation([<class 'decimal.ConversionSyntax'>]): text that is no number; 0 / 0, 0 % 0. */
typedef enum DecimalCondition {
    DECIMAL_CONVERSION_SYNTAX,
    DECIMAL_DIVISION_UNDEFINED
} DecimalCondition;
_Noreturn void decimal_raise_condition(DecimalCondition condition);

extern const Class InvalidOperation_class, DivisionByZero_class;

/* Making one. parse gives NULL for text that is no number; operand for a value that is neither int
 * nor Decimal. */
Decimal *decimal_make(const Class *class, bool negative, const mpz_t coefficient, int64_t exponent);
Decimal *decimal_special(const Class *class, DecimalKind kind, bool negative);
Decimal *decimal_parse(const Class *class, const Str *source);
Decimal *decimal_from_double(const Class *class, double x);
Decimal *decimal_from_tuple(const Class *class, Tuple *parts);
Decimal *decimal_operand(Value v);

/* Coefficients. */
void decimal_scale_up(mpz_t number, int64_t digits);
void decimal_drop_digits(mpz_t number, int64_t count, bool negative, Rounding rounding,
                         bool sticky);
int64_t decimal_digit_count(const mpz_t number);
/* The Decimal of a result, rounded to the precision; clears `number`. */
Value decimal_finish(mpz_t number, bool negative, int64_t exponent, bool sticky);

/* Whether the digits dropped make the last one that stays (odd? divisible by five?) larger: half is how
 * they compare with the half of it. */
bool decimal_rounds_away(Rounding rounding, bool negative, bool is_odd, bool is_fifth, int half,
                         bool exact);

/* The short way (decimal_small.c): NULL or false for what does not fit in 64 bits. */
Decimal *decimal_small_add(const Decimal *a, const Decimal *b, bool subtract);
Decimal *decimal_small_multiply(const Decimal *a, const Decimal *b);
bool decimal_small_compare(const Decimal *a, const Decimal *b, int *order);
Decimal *decimal_small_rescale(const Decimal *d, int64_t exponent, Rounding rounding);
bool decimal_small_digits(const Decimal *d, char text[21]);
Decimal *decimal_small_parse(const Class *class, const Str *source);

/* a + b or a - b, rounded to the precision. */
Value decimal_add(const Decimal *a, const Decimal *b, bool subtract);

/* What a Decimal is. */
bool decimal_is_zero(const Decimal *d);
Str *decimal_digits(const Decimal *d);
Str *decimal_text(const Decimal *d);
int decimal_compare(const Decimal *a, const Decimal *b);
Value decimal_negate(const Decimal *d, bool negative);
/* As an int. */
Value decimal_whole(const Decimal *d, Rounding rounding);

/* Slots of the class. */
Str *decimal_str(Value self);
Str *decimal_repr(Value self);
Value decimal_binop(Operator op, Value left, Value right);
bool decimal_truth(Value self);
int64_t decimal_hash(Value self);

/* The context of the moment, a rounding by its name (None: the context's), and its one error. */
Context *decimal_context(void);
Rounding decimal_rounding(Value name);
_Noreturn void decimal_raise_invalid(const char *what);

#endif
