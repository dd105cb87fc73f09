/* buf.c -- growing text buffers. */
#include "base/base.h"

#include <stdio.h>

void buf_reserve(Buf *b, size_t more)
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

void buf_text(Buf *b, const char *text)
{
    buf_bytes(b, text, strlen(text));
}

void buf_add(Buf *b, const Str *s)
{
    buf_bytes(b, s->text, s->length);
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

/* --- printf ----------------------------------------------------------------------------------- */

/* A conversion: "%d" and such; "%05d", with one digit of width. */
typedef struct Conversion {
    char letter, fill;
    int width;
    bool is_long; /* "l", "ll" and "z" all mean 64 bits */
} Conversion;

/* Reads what stands behind a %. */
static const char *read_conversion(const char *p, Conversion *c)
{
    *c = (Conversion){.fill = ' '};
    if (*p == '0')
        c->fill = *p++;
    if (*p >= '1' && *p <= '9')
        c->width = *p++ - '0';
    while (*p == 'l' || *p == 'z') {
        c->is_long = true;
        p++;
    }
    c->letter = *p;
    return p + (*p != '\0');
}

/* What nearly all formats of the house are made of; the rest is vsnprintf's. */
static bool is_plain_format(const char *format)
{
    for (const char *p = format; (p = strchr(p, '%'));) {
        Conversion c;
        p = read_conversion(p + 1, &c);
        bool is_number = c.letter == 'd' || c.letter == 'u';
        bool is_text = c.letter == 's' || c.letter == 'c' || c.letter == '%';
        if (!is_number && (!is_text || c.is_long || c.width || c.fill == '0'))
            return false;
    }
    return true;
}

static void put_decimal(Buf *b, uint64_t number, bool is_negative, char fill, int width)
{
    char digits[24], *end = digits + sizeof digits, *p = end;
    do
        *--p = (char)('0' + number % 10);
    while (number /= 10);
    while (fill == '0' && end - p + is_negative < width)
        *--p = fill;
    if (is_negative)
        *--p = '-';
    while (end - p < width)
        *--p = ' ';
    buf_bytes(b, p, (size_t)(end - p));
}

static void put_signed(Buf *b, int64_t number, char fill, int width)
{
    put_decimal(b, number < 0 ? -(uint64_t)number : (uint64_t)number, number < 0, fill, width);
}

void buf_integer(Buf *b, int64_t number)
{
    put_signed(b, number, ' ', 0);
}

static void write_plain(Buf *b, const Conversion *c, va_list *args)
{
    switch (c->letter) {
    case 's': {
        const char *text = va_arg(*args, const char *);
        buf_text(b, text ? text : "(null)");
        return;
    }
    case 'd': {
        put_signed(b, c->is_long ? va_arg(*args, int64_t) : va_arg(*args, int), c->fill, c->width);
        return;
    }
    case 'u':
        put_decimal(b, c->is_long ? va_arg(*args, uint64_t) : va_arg(*args, unsigned), false,
                    c->fill, c->width);
        return;
    case 'c':
        buf_char(b, (char)va_arg(*args, int));
        return;
    default:
        buf_char(b, c->letter);
    }
}

static void format_plain(Buf *b, const char *format, va_list given)
{
    va_list args;
    va_copy(args, given); /* a parameter of this type may be an array, whose address is another type */
    for (const char *p = format;;) {
        const char *percent = strchrnul(p, '%');
        buf_bytes(b, p, (size_t)(percent - p));
        if (!*percent)
            break;
        Conversion c;
        p = read_conversion(percent + 1, &c);
        write_plain(b, &c, &args);
    }
    va_end(args);
}

void buf_format_list(Buf *b, const char *format, va_list args)
{
    if (is_plain_format(format)) {
        format_plain(b, format, args);
        return;
    }
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
