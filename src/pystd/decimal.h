/* decimal.h -- the structs of the decimal module, shared by its files; private to pystd/. */
#ifndef RETORT_PYSTD_DECIMAL_H
#define RETORT_PYSTD_DECIMAL_H

#include "pystd/pystd.h"
#include "pystd/inside.h"

#include <gmp.h>

/* The coefficient of a NaN is its payload. */
typedef enum DecimalKind {
    DECIMAL_FINITE,
    DECIMAL_INFINITY,
    DECIMAL_NAN,
    DECIMAL_SIGNALING_NAN
} DecimalKind;
#define DECIMAL_IS_NAN(d) ((d)->kind >= DECIMAL_NAN)

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
    int64_t e_min, e_max, capitals, clamp;
    int64_t flags, traps; /* sets of DecimalSignal */
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

/* What an operation has to say. The first nine are the keys of Context.flags and .traps; the others are the kinds of
 * an invalid operation: text that is no number, a quotient too long to be written, 0 / 0. */
typedef enum DecimalSignal {
    DECIMAL_INVALID_OPERATION = 1 << 0,
    DECIMAL_FLOAT_OPERATION = 1 << 1,
    DECIMAL_DIVISION_BY_ZERO = 1 << 2,
    DECIMAL_OVERFLOW = 1 << 3,
    DECIMAL_UNDERFLOW = 1 << 4,
    DECIMAL_SUBNORMAL = 1 << 5,
    DECIMAL_INEXACT = 1 << 6,
    DECIMAL_ROUNDED = 1 << 7,
    DECIMAL_CLAMPED = 1 << 8,
    DECIMAL_DIVISION_IMPOSSIBLE = 1 << 9,
    DECIMAL_DIVISION_UNDEFINED = 1 << 10,
    DECIMAL_CONVERSION_SYNTAX = 1 << 11,
} DecimalSignal;

/* Sets the flags of the context of the moment, then raises what it traps. */
void decimal_signal(int64_t signals);
/* ... of an operation without a result: NaN, where it is not trapped. */
Value decimal_invalid(int64_t signals);
/* method(self, ...) of a Decimal under another context. */
Value decimal_under(Value context, Value self, const char *method, size_t count, const Value *args);
/* The body under a copy of the context that traps nothing, with so many digits more: the signals that it noted. */
int64_t decimal_aside(int64_t more, Rounding rounding, void (*body)(void *), void *arg);

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
/* Whether anything but zeros was dropped. */
bool decimal_drop_digits(mpz_t number, int64_t count, bool negative, Rounding rounding,
                         bool sticky);
int64_t decimal_digit_count(const mpz_t number);
/* The Decimal of a result, rounded to the precision and brought into the range of exponents; clears `number`. Sticky:
 * something smaller than its last digit follows. */
Value decimal_finish(mpz_t number, bool negative, int64_t exponent, bool sticky);
Value decimal_finish_as(mpz_t number, bool negative, int64_t exponent, bool sticky,
                        Rounding rounding);
/* A number as the result of an operation, or the quiet NaN that two operands, one of them a NaN, make. */
Value decimal_plus(const Decimal *d);
Value decimal_quiet(const Decimal *a, const Decimal *b);

/* Whether the digits dropped make the last one that stays (odd? divisible by five?) larger: half is how
 * they compare with the half of it. */
bool decimal_rounds_away(Rounding rounding, bool negative, bool is_odd, bool is_fifth, int half,
                         bool exact);

/* The short way (decimal_small.c): NULL or false for what does not fit in 64 bits. */
Decimal *decimal_small_add(const Decimal *a, const Decimal *b, bool subtract);
Decimal *decimal_small_multiply(const Decimal *a, const Decimal *b);
bool decimal_small_compare(const Decimal *a, const Decimal *b, int *order);
Decimal *decimal_small_rescale(const Decimal *d, int64_t exponent, Rounding rounding, bool *exact);
bool decimal_small_digits(const Decimal *d, char text[21]);
Decimal *decimal_small_parse(const Class *class, const Str *source);

/* Operators, rounded to the precision. */
Value decimal_multiply(const Decimal *a, const Decimal *b);
Value decimal_divide(const Decimal *a, const Decimal *b);
Value decimal_power(const Decimal *a, const Decimal *b);
/* a + b or a - b. */
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
Str *decimal_rounding_name(Rounding rounding);

#endif
