/* buf.h -- Buf builds text; buf_str freezes a copy. A zeroed Buf is an empty one.
 *
 *     Buf out = {0};
 *     buf_format(&out, "line %d", 3);
 *     return buf_str(&out);
 */
#ifndef RETORT_BASE_BUF_H
#define RETORT_BASE_BUF_H

#include "base/str.h"

typedef struct Buf {
    char *data; /* NUL after the last byte once anything was added */
    size_t length, capacity;
} Buf;

/* A Buf that begins in an array of the caller's and moves to the heap when that is full: for texts
 * that are frozen by buf_str before the array goes out of scope. */
#define BUF_IN(room) ((Buf){.data = (room), .capacity = sizeof(room)})

/* Makes room for so many bytes more and the NUL behind them. */
void buf_reserve(Buf *b, size_t more);
static inline void buf_bytes(Buf *b, const char *bytes, size_t length)
{
    if (b->length + length >= b->capacity)
        buf_reserve(b, length);
    if (length)
        memcpy(b->data + b->length, bytes, length);
    b->length += length;
    b->data[b->length] = '\0';
}
void buf_text(Buf *b, const char *text);
void buf_add(Buf *b, const Str *s);
static inline void buf_char(Buf *b, char c)
{
    if (b->length + 1 >= b->capacity)
        buf_reserve(b, 1);
    b->data[b->length++] = c;
    b->data[b->length] = '\0';
}
void buf_fill(Buf *b, char c, size_t count);
void buf_code_point(Buf *b, uint32_t code_point);
/* In decimal. */
void buf_integer(Buf *b, int64_t number);
void buf_format(Buf *b, const char *format, ...) PRINTF_LIKE(2, 3);
void buf_format_list(Buf *b, const char *format, va_list args);
/* Drops what lies beyond `length` bytes. */
void buf_truncate(Buf *b, size_t length);
/* The text so far as a Str; the Buf stays usable. */
Str *buf_str(const Buf *b);

#endif
