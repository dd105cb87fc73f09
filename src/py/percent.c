/* percent.c -- "..." % values: printf-style formatting of str (and, through it, of bytes). */
#include "py/py.h"
#include "py/internal.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>

typedef struct Percent {
    const char *p, *end, *start; /* the format */
    Value args;
    const Tuple *tuple; /* args when it is one, else NULL */
    size_t used;
    bool mapped; /* a %(name)s was seen */
    bool bytes;  /* of bytes: the text is theirs, read as latin-1 */
    Buf out;
} Percent;

typedef struct Conversion {
    bool left, plus, blank, alternate, zero;
    int64_t width, precision; /* precision -1: none */
    char type;
    Value value; /* set by %(name) */
} Conversion;

static Value next_argument(Percent *f)
{
    if (f->tuple) {
        if (f->used >= f->tuple->length)
            raise_type("not enough arguments for format string");
        return f->tuple->at[f->used++];
    }
    if (f->used++)
        raise_type("not enough arguments for format string");
    return f->args;
}

static bool is_mapping(Value v)
{
    return v.tag == TAG_OBJ && !as(Tuple, v) && !value_find_str(v) &&
           (class_with_slot(v.obj->class, offsetof(Class, subscript)) ||
            is_set(class_find(v.obj->class, N(__getitem__))));
}

static Value read_key(Percent *f)
{
    const char *from = ++f->p;
    for (int depth = 1; f->p < f->end; f->p++) {
        depth += (*f->p == '(') - (*f->p == ')');
        if (depth == 0)
            break;
    }
    if (f->p >= f->end)
        raise_value("incomplete format key");
    if (!is_mapping(f->args))
        raise_type("format requires a mapping");
    Str *key = str_new(from, (size_t)(f->p - from));
    f->p++;
    f->mapped = true;
    return value_subscript(f->args, f->bytes ? OBJ(str_encode(key, "latin-1", NULL)) : STR(key));
}

static void read_flags(Percent *f, Conversion *c)
{
    for (; f->p < f->end; f->p++) {
        if (*f->p == '-')
            c->left = true;
        else if (*f->p == '+')
            c->plus = true;
        else if (*f->p == ' ')
            c->blank = true;
        else if (*f->p == '#')
            c->alternate = true;
        else if (*f->p == '0')
            c->zero = true;
        else
            return;
    }
}

/* A number or '*'; a precision is a C int in CPython, a width is not. */
static int64_t read_size(Percent *f, bool is_precision)
{
    if (f->p < f->end && *f->p == '*') {
        f->p++;
        Value v = value_plain(next_argument(f));
        if (!is_int(v))
            raise_type("* wants int");
        int64_t size = index_clamped(v);
        if (v.tag == TAG_OBJ || (is_precision && (size > INT32_MAX || size < INT32_MIN)))
            raise_exception(&OverflowError_class, "Python int too large to convert to C %s",
                            is_precision ? "int" : "ssize_t");
        return size;
    }
    int64_t n = 0;
    for (; f->p < f->end && isdigit((unsigned char)*f->p); f->p++) {
        n = n * 10 + (*f->p - '0');
        if (n > (is_precision ? INT32_MAX : INT64_MAX / 100))
            raise_value("%s too big", is_precision ? "precision" : "width");
    }
    return n;
}

static Conversion read_conversion(Percent *f)
{
    Conversion c = {.precision = -1};
    if (f->p < f->end && *f->p == '(')
        c.value = read_key(f);
    read_flags(f, &c);
    c.width = read_size(f, false);
    if (c.width < 0) {
        c.left = true;
        c.width = -c.width;
    }
    if (f->p < f->end && *f->p == '.') {
        f->p++;
        c.precision = read_size(f, true);
        if (c.precision < 0)
            c.precision = 0;
    }
    if (f->p < f->end && (*f->p == 'h' || *f->p == 'l' || *f->p == 'L'))
        f->p++;
    if (f->p >= f->end)
        raise_value("incomplete format");
    c.type = *f->p++;
    return c;
}

/* Sign and such, which are ASCII, and a body of so many characters, filled up to the width. */
static void put_padded(Buf *out, const Conversion *c, const char *prefix, const Buf *body,
                       size_t characters)
{
    int64_t used = (int64_t)strlen(prefix) + (int64_t)characters;
    size_t blanks = c->width > used ? (size_t)(c->width - used) : 0;
    bool zeros = c->zero && !c->left;
    if (blanks > INT32_MAX)
        raise_exception_args(&MemoryError_class, 0, NULL);
    if (blanks && !c->left && !zeros)
        buf_fill(out, ' ', blanks);
    buf_text(out, prefix);
    if (blanks && zeros)
        buf_fill(out, '0', blanks);
    buf_bytes(out, body->data, body->length);
    if (blanks && c->left)
        buf_fill(out, ' ', blanks);
}

static void put_text(Buf *out, Conversion c, const Str *text)
{
    if (c.precision >= 0)
        text = str_substring(text, 0, (size_t)c.precision);
    c.zero = false;
    put_padded(out, &c, "", &(Buf){.data = (char *)(uintptr_t)text->text, .length = text->length},
               text->characters);
}

static const char *sign_prefix(const Conversion *c, bool negative)
{
    return negative ? "-" : c->plus ? "+" : c->blank ? " " : "";
}

static Value integer_argument(const Conversion *c, Value v)
{
    Value plain = value_plain(v);
    if (is_int(plain))
        return plain.tag == TAG_BOOL ? INT(plain.boolean) : plain;
    bool whole = strchr("xXo", c->type) != NULL;
    if (plain.tag == TAG_FLOAT && !whole)
        return int_from_double(plain.number);
    Value result = UNSET;
    if (v.tag == TAG_OBJ) {
        result = whole ? UNSET : special_call(v, N(__int__), 0, NULL);
        if (!is_set(result))
            result = special_call(v, N(__index__), 0, NULL);
    }
    if (!is_set(result) || !is_int(value_plain(result)))
        raise_type("%%%c format: %s is required, not %s", c->type,
                   whole ? "an integer" : "a real number", class_text(v));
    return value_plain(result);
}

static void put_integer(Buf *out, const Conversion *c, Value v)
{
    Value n = v.tag == TAG_INT ? v : integer_argument(c, v);
    int base = c->type == 'o' ? 8 : tolower(c->type) == 'x' ? 16 : 10;
    char digit_room[64], body_room[64];
    Buf digits = BUF_IN(digit_room), body = BUF_IN(body_room);
    int_put(&digits, n, base);
    bool negative = digits.data[0] == '-';
    if (c->type == 'X')
        for (size_t i = 0; i < digits.length; i++)
            digits.data[i] = (char)toupper((unsigned char)digits.data[i]);
    size_t count = digits.length - negative;
    if (c->precision > (int64_t)count)
        buf_fill(&body, '0', (size_t)(c->precision - (int64_t)count));
    buf_bytes(&body, digits.data + negative, count);
    const char *prefix = sign_prefix(c, negative);
    if (c->alternate && base != 10)
        prefix = str_format("%s0%c", prefix, c->type)->text;
    put_padded(out, c, prefix, &body, body.length);
}

static void put_float(Buf *out, const Conversion *c, Value v)
{
    Value plain = value_plain(v);
    if (value_find_str(v))
        raise_type("must be real number, not str");
    double x = plain.tag == TAG_FLOAT ? plain.number : value_to_double(v);
    int precision = c->precision < 0 ? 6 : (int)c->precision;
    Str *body;
    if (!isfinite(x)) {
        body = str_from(isnan(x) ? "nan" : "inf");
        body = isupper((unsigned char)c->type) ? str_upper_ascii(body) : body;
    } else {
        char pattern[8];
        snprintf(pattern, sizeof pattern, "%%%s.*%c", c->alternate ? "#" : "", c->type);
        body = str_format(pattern, precision, fabs(x));
    }
    put_padded(out, c, sign_prefix(c, signbit(x) && !isnan(x)),
               &(Buf){.data = body->text, .length = body->length}, body->characters);
}

static void put_character(Buf *out, Conversion c, Value v)
{
    Str *text = value_find_str(v);
    Value n = text ? UNSET : value_plain(v);
    if (text ? text->characters != 1 : !is_int(n))
        raise_type("%%c requires int or char");
    if (!text) {
        int64_t code = index_clamped(n);
        if (code < 0 || code > 0x10FFFF)
            raise_exception(&OverflowError_class, "%%c arg not in range(0x110000)");
        Buf one = {0};
        buf_code_point(&one, (uint32_t)code);
        text = buf_str(&one);
    }
    c.precision = -1;
    put_text(out, c, text);
}

/* %b: the content of bytes, bytearray or what __bytes__ gives. */
static Str *content_text(Value v)
{
    const char *data;
    size_t length;
    Value made = v.tag == TAG_OBJ ? special_call(v, intern("__bytes__"), 0, NULL) : UNSET;
    if (!value_find_bytes(is_set(made) ? made : v, &data, &length))
        raise_type("%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'",
                   class_text(v));
    return bytes_decode(data, length, "latin-1", NULL);
}

static void put_byte(Buf *out, Conversion c, Value v)
{
    const char *data;
    size_t length;
    Value n = value_plain(v);
    if (value_find_bytes(v, &data, &length) && length == 1)
        n = INT((unsigned char)*data);
    if (!is_int(n))
        raise_type("%%c requires an integer in range(256) or a single byte");
    int64_t byte = index_clamped(n);
    if (byte < 0 || byte > 255)
        raise_exception(&OverflowError_class, "%%c arg not in range(256)");
    Buf one = {0};
    buf_code_point(&one, (uint32_t)byte);
    c.precision = -1;
    put_text(out, c, buf_str(&one));
}

/* What %s, %r and %c mean in bytes; false: as in text. */
static bool put_bytes_conversion(Percent *f, const Conversion *c, Value v)
{
    switch (c->type) {
    case 's':
    case 'b':
        put_text(&f->out, *c, content_text(v));
        return true;
    case 'r':
        put_text(&f->out, *c, value_ascii(v));
        return true;
    case 'c':
        put_byte(&f->out, *c, v);
        return true;
    }
    return false;
}

static _Noreturn void refuse_type(const Percent *f)
{
    const char *at = utf8_before(f->p), *p = at;
    uint32_t code = utf8_next(&p);
    bool printable = code > 30 && code < 126;
    size_t index = str_new(f->start, (size_t)(at - f->start))->characters;
    if (f->bytes && code < 128)
        raise_value("unsupported format character '%s' (0x%x) at index %zu", str_new(at, 1)->text,
                    code, index);
    raise_value("unsupported format character '%c' (0x%x) at index %zu",
                printable ? (char)code : '?', code, index);
}

static void put_conversion(Percent *f, Conversion *c)
{
    Value v = is_set(c->value) ? c->value : next_argument(f);
    if (!c->type || !strchr(f->bytes ? "diuoxXeEfFgGcrsab" : "diuoxXeEfFgGcrsa", c->type))
        refuse_type(f);
    if (f->bytes && put_bytes_conversion(f, c, v))
        return;
    switch (c->type) {
    case 's':
        put_text(&f->out, *c, value_str(v));
        break;
    case 'r':
        put_text(&f->out, *c, value_repr(v));
        break;
    case 'a':
        put_text(&f->out, *c, value_ascii(v));
        break;
    case 'c':
        put_character(&f->out, *c, v);
        break;
    case 'd':
    case 'i':
    case 'u':
        put_integer(&f->out, c, v);
        break;
    case 'o':
    case 'x':
    case 'X':
        put_integer(&f->out, c, v);
        break;
    default:
        put_float(&f->out, c, v);
    }
}

/* %d of an int and %s of a text, as nearly all are; false: not so. */
static bool put_plainly(Percent *f)
{
    if (f->bytes || (*f->p != 'd' && *f->p != 's'))
        return false;
    bool is_left = f->tuple ? f->used < f->tuple->length : f->used == 0;
    Value v = !is_left ? UNSET : f->tuple ? f->tuple->at[f->used] : f->args;
    if (*f->p == 'd' && v.tag == TAG_INT)
        buf_integer(&f->out, v.integer);
    else if (*f->p == 's' && v.tag == TAG_STR)
        buf_bytes(&f->out, v.str->text, v.str->length);
    else
        return false;
    f->used++;
    f->p++;
    return true;
}

/* Whether there are arguments that no conversion took. */
static bool has_left_over(const Percent *f)
{
    if (f->mapped)
        return false;
    if (f->tuple)
        return f->used < f->tuple->length;
    return f->used == 0 &&
           !(is_mapping(f->args) && !(f->bytes && is_instance(f->args, &bytes_class)) &&
             !(f->bytes && is_instance(f->args, &bytearray_class)));
}

static Str *percent(const Str *format, Value args, bool bytes)
{
    Percent f = {.bytes = bytes,
                 .p = format->text,
                 .end = format->text + format->length,
                 .start = format->text,
                 .args = args,
                 .tuple = as(Tuple, args)};
    char room[256];
    f.out = BUF_IN(room);
    for (const char *next; f.p < f.end; f.p = next) {
        next = memchr(f.p, '%', (size_t)(f.end - f.p));
        next = next ? next : f.end;
        buf_bytes(&f.out, f.p, (size_t)(next - f.p));
        if (next == f.end)
            break;
        f.p = next + 1;
        if (f.p < f.end && *f.p == '%') {
            buf_char(&f.out, *f.p++);
        } else if (!put_plainly(&f)) {
            Conversion conversion = read_conversion(&f);
            put_conversion(&f, &conversion);
        }
        next = f.p;
    }
    if (has_left_over(&f))
        raise_type("not all arguments converted during %s formatting", bytes ? "bytes" : "string");
    return buf_str(&f.out);
}

Str *str_percent(const Str *format, Value args)
{
    return percent(format, args, false);
}

Bytes *bytes_percent(const char *data, size_t length, Value args)
{
    Str *format = bytes_decode(data, length, "latin-1", NULL);
    return str_encode(percent(format, args, true), "latin-1", NULL);
}
