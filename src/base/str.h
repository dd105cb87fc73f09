/* str.h -- Str, the immutable string of the whole house: scripts, names, SQL and files alike.
 *
 * UTF-8 (lone surrogates from scripts are kept as their 3-byte form), byte length, NUL after the last
 * byte, hash and code-point count computed once. `s->text` may be passed to "%s".
 * Names are interned: two interned Strs are equal exactly when their pointers are.
 */
#ifndef RETORT_BASE_STR_H
#define RETORT_BASE_STR_H

#include <stdbool.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct Str {
    uint32_t length;     /* bytes, without the NUL                         */
    uint32_t characters; /* code points; == length when ASCII              */
    uint32_t hash;       /* 0 = not computed yet                           */
    bool interned;
    bool is_growing; /* str_append made it and nobody else has it: the next one may add to it */
    char text[];
} Str;

#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))

/* Copies `length` bytes, which must be valid UTF-8 (check foreign text with utf8_check first). */
Str *str_new(const char *bytes, size_t length);
/* Room for a text of so many bytes and code points, which the caller writes at once. */
Str *str_blank(size_t length, size_t characters);
/* ... of which it is known that they are ASCII. */
Str *str_new_ascii(const char *bytes, size_t length);
Str *str_from(const char *text);
/* printf into a Str. */
Str *str_format(const char *format, ...) PRINTF_LIKE(1, 2);
Str *str_format_list(const char *format, va_list args);
Str *str_concat(const Str *a, const Str *b);
/* a + b for loops that build a text: where a is_growing and has room it becomes the sum itself, else
 * the sum is a new text with room to grow. Whoever lets others see the text clears is_growing. */
Str *str_append(Str *a, const Str *b);
extern Str *const str_empty;

/* The one Str with this text. */
Str *str_intern(Str *s);
Str *intern(const char *text);
Str *intern_bytes(const char *bytes, size_t length);

uint32_t str_find_hash(const Str *s);
static inline uint32_t str_hash(const Str *s)
{
    return s->hash ? s->hash : str_find_hash(s);
}
static inline bool str_equal(const Str *a, const Str *b)
{
    if (a == b)
        return true;
    if (a->length != b->length || (a->interned && b->interned))
        return false;
    return memcmp(a->text, b->text, a->length) == 0;
}
bool str_is(const Str *s, const char *text);
/* memcmp order, which for UTF-8 is code-point order, which is Python's. */
int str_compare(const Str *a, const Str *b);
bool str_starts_with(const Str *s, const char *prefix);
bool str_ends_with(const Str *s, const char *suffix);

static inline bool str_is_ascii(const Str *s)
{
    return s->characters == s->length;
}

/* Byte offset of the index-th code point; index may equal s->characters. O(1) when ASCII. */
size_t str_offset(const Str *s, size_t index);
/* Code-point index of a byte offset. */
size_t str_index(const Str *s, size_t offset);
/* Part [from, to) in bytes; the bounds must lie between code points. */
Str *str_slice_bytes(const Str *s, size_t from, size_t to);
/* Byte offset of the first `needle` at or after `from`, or -1. */
ptrdiff_t str_find(const Str *s, const Str *needle, size_t from);
Str *str_replace(const Str *s, const char *from, const char *to);
/* ASCII-only case mapping, for SQL words and option names; Python's str.lower lives in py/. */
Str *str_lower_ascii(const Str *s);
Str *str_upper_ascii(const Str *s);
Str *str_trim(const Str *s);

/* --- UTF-8 --------------------------------------------------------------------------------- */

/* Reads one code point at *p (valid text) and advances. */
uint32_t utf8_next(const char **p);
/* The start of the code point that ends at p. */
static inline const char *utf8_before(const char *p)
{
    do
        p--;
    while (((unsigned char)*p & 0xC0) == 0x80);
    return p;
}
/* Writes 1-4 bytes, returns how many. */
size_t utf8_put(char out[4], uint32_t code_point);
/* Byte offset of the first invalid byte, or -1 when all is valid. */
ptrdiff_t utf8_check(const char *bytes, size_t length);

#endif
