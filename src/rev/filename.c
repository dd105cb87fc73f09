/* filename.c -- names of revision files: the slug of a message, and file_template, which is a
 * Python
 * %-format over a dictionary of named values. */
#include "rev/rev.h"

#include "rev/inside.h"

#include <inttypes.h>

/* --- the slug --------------------------------------------------------------------------------- */

static bool is_word(uint32_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '_';
    return letter_is_word(c);
}

static void write_lower(Buf *out, uint32_t c)
{
    if (c == 0x130) /* the one letter whose lower case is two: I with a dot */
        buf_text(out, "i\xCC\x87");
    else
        buf_code_point(out, letter_lower(c));
}

/* Words of the message in lower case, joined by _. */
static Str *slug_words(const Str *message)
{
    Buf out = {0};
    const char *p = message->text, *end = p + message->length;
    bool in_word = false;
    while (p < end) {
        uint32_t c = utf8_next(&p);
        bool word = is_word(c);
        if (word && !in_word && out.length)
            buf_char(&out, '_');
        if (word)
            write_lower(&out, c);
        in_word = word;
    }
    return buf_str(&out);
}

/* Cut as slug[:truncate] of Python, where a negative number counts from the end. */
Str *slug_from_message(const Str *message, int64_t truncate)
{
    Str *slug = message ? slug_words(message) : str_empty;
    int64_t length = (int64_t)slug->characters;
    if (length <= truncate)
        return slug;
    int64_t kept = truncate >= 0 ? truncate : length + truncate > 0 ? length + truncate : 0;
    size_t end = str_offset(slug, (size_t)kept);
    const char *last = memrchr(slug->text, '_', end);
    if (last)
        end = (size_t)(last - slug->text);
    return str_concat(str_slice_bytes(slug, 0, end), str_from("_"));
}

/* --- file_template ---------------------------------------------------------------------------- */

/* One %(key)s: what stands between the closing bracket and the letter. */
typedef struct Conversion {
    bool left, plus, blank, zero, alternate;
    int64_t width, precision; /* precision -1: none */
    char letter;
} Conversion;

typedef struct Value {
    const Str *text; /* NULL: a number */
    int64_t number;
} Value;

static _Noreturn void raise_template(const Str *template, const char *problem)
{
    raise_tool("rev.file-template",
               "tokens are rev, slug, epoch, year, month, day, hour, minute, second; a % sign is "
               "written %% (%%%% in an ini file)",
               "file_template '%s': %s", template->text, problem);
}

static bool find_value(const char *key, size_t length, const Str *id, const Str *slug,
                       const CreateDate *date, Value *out)
{
    const struct {
        const char *name;
        Value value;
    } values[] = {
        {"rev", {.text = id}},
        {"slug", {.text = slug}},
        {"epoch", {NULL, date->epoch}},
        {"year", {NULL, date->year}},
        {"month", {NULL, date->month}},
        {"day", {NULL, date->day}},
        {"hour", {NULL, date->hour}},
        {"minute", {NULL, date->minute}},
        {"second", {NULL, date->second}},
    };
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        if (strlen(values[i].name) == length && memcmp(values[i].name, key, length) == 0) {
            *out = values[i].value;
            return true;
        }
    }
    return false;
}

static bool set_flag(Conversion *c, char flag)
{
    switch (flag) {
    case '-':
        return c->left = true;
    case '+':
        return c->plus = true;
    case ' ':
        return c->blank = true;
    case '0':
        return c->zero = true;
    case '#':
        return c->alternate = true;
    default:
        return false;
    }
}

static int64_t read_number(const char **p)
{
    int64_t n = 0;
    for (; **p >= '0' && **p <= '9'; ++*p)
        n = n < 1000 ? n * 10 + (**p - '0') : n;
    return n;
}

static Conversion read_conversion(const char **p)
{
    Conversion c = {.precision = -1};
    while (set_flag(&c, **p))
        ++*p;
    c.width = read_number(p);
    if (**p == '.') {
        ++*p;
        c.precision = read_number(p);
    }
    while (**p == 'l' || **p == 'h' || **p == 'L')
        ++*p;
    c.letter = **p;
    if (c.letter)
        ++*p;
    return c;
}

/* Text padded to the width; `sign` stands before padding zeros. */
static void write_padded(Buf *out, const Conversion *c, const char *sign, const Str *body,
                         bool numeric)
{
    size_t used = strlen(sign) + body->characters;
    size_t pad = (size_t)c->width > used ? (size_t)c->width - used : 0;
    bool zeros = c->zero && numeric && !c->left;
    if (!c->left && !zeros)
        buf_fill(out, ' ', pad);
    buf_text(out, sign);
    if (zeros)
        buf_fill(out, '0', pad);
    buf_add(out, body);
    if (c->left)
        buf_fill(out, ' ', pad);
}

static void write_text(Buf *out, const Conversion *c, const Str *s)
{
    if (c->precision >= 0 && (uint64_t)c->precision < s->characters)
        s = str_slice_bytes(s, 0, str_offset(s, (size_t)c->precision));
    write_padded(out, c, "", s, false);
}

static Str *digits_of(const Conversion *c, uint64_t n)
{
    const char *format = c->letter == 'x'   ? "%" PRIx64
                         : c->letter == 'X' ? "%" PRIX64
                         : c->letter == 'o' ? "%" PRIo64
                                            : "%" PRIu64;
    Str *digits = str_format(format, n);
    if (c->precision <= (int64_t)digits->length)
        return digits;
    Buf out = {0};
    buf_fill(&out, '0', (size_t)c->precision - digits->length);
    buf_add(&out, digits);
    return buf_str(&out);
}

static const char *number_prefix(const Conversion *c)
{
    if (!c->alternate)
        return "";
    return c->letter == 'x' ? "0x" : c->letter == 'X' ? "0X" : c->letter == 'o' ? "0o" : "";
}

static void write_number(Buf *out, const Conversion *c, int64_t n)
{
    const char *sign = n < 0 ? "-" : c->plus ? "+" : c->blank ? " " : "";
    Str *prefix = str_format("%s%s", sign, number_prefix(c));
    write_padded(out, c, prefix->text, digits_of(c, n < 0 ? -(uint64_t)n : (uint64_t)n), true);
}

static void write_value(Buf *out, const Str *template, const Conversion *c, Value value)
{
    switch (c->letter) {
    case 's':
        write_text(out, c, value.text ? value.text : str_format("%" PRId64, value.number));
        return;
    case 'd':
    case 'i':
    case 'u':
    case 'x':
    case 'X':
    case 'o':
        if (value.text)
            raise_template(template, "a number conversion needs a number, rev and slug are text");
        write_number(out, c, value.number);
        return;
    default:
        raise_template(template, c->letter
                                     ? str_format("unsupported conversion %%%c", c->letter)->text
                                     : "incomplete conversion at its end");
    }
}

/* *p stands after the %. */
static void expand_one(Buf *out, const Str *template, const char **p, const Str *id,
                       const Str *slug, const CreateDate *date)
{
    if (**p == '%') {
        buf_char(out, '%');
        ++*p;
        return;
    }
    const char *close = **p == '(' ? strchr(*p, ')') : NULL;
    if (!close)
        raise_template(template, "a % is not followed by (name)");
    Value value;
    if (!find_value(*p + 1, (size_t)(close - *p - 1), id, slug, date, &value))
        raise_template(template, str_format("unknown token %.*s", (int)(close - *p + 1), *p)->text);
    *p = close + 1;
    Conversion c = read_conversion(p);
    write_value(out, template, &c, value);
}

Str *file_name_expand(const Str *template, const Str *id, const Str *slug, const CreateDate *date)
{
    Buf out = {0};
    const char *p = template->text;
    while (*p) {
        if (*p++ == '%')
            expand_one(&out, template, &p, id, slug, date);
        else
            buf_char(&out, p[-1]);
    }
    return buf_str(&out);
}
