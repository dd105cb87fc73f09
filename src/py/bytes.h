/* bytes.h -- what bytes.c and bytes_methods.c share. */
#ifndef RETORT_PY_BYTES_H
#define RETORT_PY_BYTES_H

#include "py/py.h"

typedef struct ByteArray {
    Obj obj;
    char *data;
    size_t length, capacity;
} ByteArray;

typedef struct Span {
    const char *data;
    size_t length;
} Span;

/* Content of bytes or bytearray, else TypeError. */
Span bytes_span(Value v);
bool is_bytearray(Value v);
/* A new bytearray when `model` is one, else bytes. */
Value bytes_like(Value model, const char *data, size_t length);
ByteArray *obj_new_array(void);
void bytearray_append(ByteArray *array, const char *data, size_t length);
char byte_of(Value v); /* raises unless 0..255 */
extern const Method bytes_methods[], bytearray_methods[];

#endif
