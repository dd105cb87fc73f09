/* literal.c -- what numbers and the text of strings mean. The lexer has checked their form. */
#include "py/parser.h"
#include "base/unicode_data.h"

#include <errno.h>
#include <stdlib.h>

/* --- numbers ---------------------------------------------------------------------------------- */

static Str *without_underscores(const char *from, const char *to)
{
    Buf out = {0};
    for (const char *p = from; p < to; p++)
        if (*p != '_')
            buf_char(&out, *p);
    return buf_str(&out);
}

static void integer_decode(Str *text, Node *constant)
{
    char mark = text->length > 1 ? (char)(text->text[1] | 32) : '0';
    int radix = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 10;
    errno = 0;
    long long value = strtoll(text->text + (radix == 10 ? 0 : 2), NULL, radix);
    if (errno == ERANGE) {
        constant->constant.type = CONSTANT_BIGINT;
        constant->constant.string = text;
        return;
    }
    constant->constant.type = CONSTANT_INT;
    constant->constant.integer = value;
}

static bool is_integer(const Str *text)
{
    if (text->length > 1 && text->text[0] == '0' && strchr("xXoObB", text->text[1]))
        return true;
    return strspn(text->text, "0123456789") == text->length;
}

void number_decode(const char *from, const char *to, Node *constant)
{
    Str *text = memchr(from, '_', (size_t)(to - from)) ? without_underscores(from, to)
                                                       : str_new(from, (size_t)(to - from));
    if (is_integer(text)) {
        integer_decode(text, constant);
        return;
    }
    bool imaginary = (text->text[text->length - 1] | 32) == 'j';
    constant->constant.type = imaginary ? CONSTANT_IMAGINARY : CONSTANT_FLOAT;
    constant->constant.number = strtod(text->text, NULL);
}

/* --- text ------------------------------------------------------------------------------------- */

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 32;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static char simple_escape(char c)
{
    static const char escapes[][2] = {{'n', '\n'}, {'t', '\t'}, {'\\', '\\'}, {'\'', '\''},
                                      {'"', '"'},  {'r', '\r'}, {'a', '\a'},  {'b', '\b'},
                                      {'f', '\f'}, {'v', '\v'}};
    for (size_t i = 0; i < COUNT_OF(escapes); i++)
        if (escapes[i][0] == c)
            return escapes[i][1];
    return '\0';
}

static void add_code(Buf *out, uint32_t code, TextStyle style)
{
    if (style.bytes)
        buf_char(out, (char)code);
    else
        buf_code_point(out, code);
}

/* \377: up to three octal digits. */
static const char *octal_decode(Buf *out, const char *p, const char *to, TextStyle style)
{
    uint32_t code = 0;
    for (int i = 0; i < 3 && p < to && *p >= '0' && *p <= '7'; i++)
        code = code * 8 + (uint32_t)(*p++ - '0');
    add_code(out, style.bytes ? code & 0xFF : code, style);
    return p;
}

/* \xHH, \uHHHH, \UHHHHHHHH: p is at the letter. NULL when digits are missing or too large. */
static const char *hex_decode(Buf *out, const char *p, const char *to, TextStyle style)
{
    int digits = *p == 'x' ? 2 : *p == 'u' ? 4 : 8;
    uint32_t code = 0;
    p++;
    for (int i = 0; i < digits; i++, p++) {
        int value = p < to ? hex_value(*p) : -1;
        if (value < 0)
            return NULL;
        code = code * 16 + (uint32_t)value;
    }
    if (code > 0x10FFFF)
        return NULL;
    add_code(out, code, style);
    return p;
}

/* \N{EM DASH}: p is at the N. */
static const char *name_decode(Buf *out, const char *from, const char *p, const char *to,
                               const char **problem)
{
    const char *close = p + 1 < to && p[1] == '{' ? memchr(p, '}', (size_t)(to - p)) : NULL;
    if (!close || close == p + 2) {
        int position = (int)(p - 1 - from), brace = p + 1 < to && p[1] == '{';
        *problem = str_format("(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: "
                              "malformed \\N character escape",
                              position, position + 1 + brace)
                       ->text;
        return NULL;
    }
    const Str *text = unicode_lookup(str_new(p + 2, (size_t)(close - p - 2)), false);
    if (text) {
        buf_add(out, text);
        return close + 1;
    }
    *problem = str_format("(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: "
                          "unknown Unicode character name",
                          (int)(p - 1 - from), (int)(close - from))
                   ->text;
    return NULL;
}

/* p is at the letter of a broken \\x, \\u or \\U, `from` where the text begins. */
static const char *hex_problem(const char *from, const char *p, const char *to, TextStyle style)
{
    static const char *const names[] = {"xXX", "uXXXX", "UXXXXXXXX"};
    int which = *p == 'x' ? 0 : *p == 'u' ? 1 : 2, wanted = 2 << which, digits = 0;
    int position = (int)(p - 1 - from);
    while (digits < wanted && p + 1 + digits < to && hex_value(p[1 + digits]) >= 0)
        digits++;
    if (style.bytes)
        return str_format("(value error) invalid \\x escape at position %d", position)->text;
    Str *what = digits == wanted ? str_from("illegal Unicode character")
                                 : str_format("truncated \\%s escape", names[which]);
    return str_format(
               "(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s",
               position, position + 1 + digits, what->text)
        ->text;
}

static const char *pass_line_end(const char *p)
{
    return p + (p[0] == '\r' && p[1] == '\n' ? 2 : 1);
}

/* p is after the backslash. NULL with *problem set on error. */
static const char *escape_decode(Buf *out, const char *from, const char *p, const char *to,
                                 TextStyle style, const char **problem)
{
    char c = *p;
    if (c == '\n' || c == '\r')
        return pass_line_end(p);
    char simple = simple_escape(c);
    if (simple) {
        buf_char(out, simple);
        return p + 1;
    }
    if (c >= '0' && c <= '7')
        return octal_decode(out, p, to, style);
    if (c == 'x' || (!style.bytes && (c == 'u' || c == 'U'))) {
        const char *after = hex_decode(out, p, to, style);
        if (!after)
            *problem = hex_problem(from, p, to, style);
        return after;
    }
    if (c == 'N' && !style.bytes)
        return name_decode(out, from, p, to, problem);
    buf_char(out, '\\'); /* unknown escapes stay as they are */
    return p;
}

/* Where the plain bytes end. */
static const char *plain_end(const char *p, const char *to, TextStyle style)
{
    while (p < to && *p != '\\' && *p != '\r' && !(style.fstring && (*p == '{' || *p == '}')) &&
           !(style.bytes && (signed char)*p < 0))
        p++;
    return p;
}

const char *text_decode(Buf *out, const char *from, const char *to, TextStyle style)
{
    const char *problem = NULL;
    for (const char *p = from; p < to;) {
        const char *end = plain_end(p, to, style);
        buf_bytes(out, p, (size_t)(end - p));
        p = end;
        if (p == to)
            break;
        if (*p == '\\' && !style.raw && p + 1 < to) {
            p = escape_decode(out, from, p + 1, to, style, &problem);
            if (!p)
                return problem;
        } else if (*p == '\\') {
            buf_char(out, *p++);
        } else if (*p == '\r') { /* every line end is \n to a script */
            buf_char(out, '\n');
            p = pass_line_end(p);
        } else if (*p == '{' || *p == '}') { /* doubled */
            buf_char(out, *p);
            p += 2;
        } else {
            return "bytes can only contain ASCII literal characters";
        }
    }
    return NULL;
}
