/* buf.c -- growing text buffers. */
#include "base/base.h"

#include <stdio.h>

static void buf_reserve(Buf *b, size_t more)
{
    size_t need = b->length + more + 1;
    if (need <= b->capacity)
        return;
    size_t capacity = b->capacity ? b->capacity * 2 : 64;
    while (capacity < need)
        capacity *= 2;
    char *data = mem_alloc_bytes(capacity);
    if (b->length)
        memcpy(data, b->data, b->length);
    data[b->length] = '\0';
    b->data = data;
    b->capacity = capacity;
}

void buf_bytes(Buf *b, const char *bytes, size_t length)
{
    buf_reserve(b, length);
    if (length)
        memcpy(b->data + b->length, bytes, length);
    b->length += length;
    b->data[b->length] = '\0';
}

void buf_text(Buf *b, const char *text)
{
    buf_bytes(b, text, strlen(text));
}

void buf_add(Buf *b, const Str *s)
{
    buf_bytes(b, s->text, s->length);
}

void buf_char(Buf *b, char c)
{
    buf_bytes(b, &c, 1);
}

void buf_fill(Buf *b, char c, size_t count)
{
    buf_reserve(b, count);
    memset(b->data + b->length, c, count);
    b->length += count;
    b->data[b->length] = '\0';
}

void buf_code_point(Buf *b, uint32_t code_point)
{
    char bytes[4];
    buf_bytes(b, bytes, utf8_put(bytes, code_point));
}

void buf_format_list(Buf *b, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length <= 0)
        return;
    buf_reserve(b, (size_t)length);
    vsnprintf(b->data + b->length, (size_t)length + 1, format, args);
    b->length += (size_t)length;
}

void buf_format(Buf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_format_list(b, format, args);
    va_end(args);
}

void buf_truncate(Buf *b, size_t length)
{
    if (length < b->length) {
        b->length = length;
        b->data[length] = '\0';
    }
}

Str *buf_str(const Buf *b)
{
    return str_new(b->data ? b->data : "", b->length);
}
