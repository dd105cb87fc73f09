/* format.c -- the format specification ("{:>10,.2f}") for str, int and float, and str.format(). */
#include "py/py.h"
#include "py/internal.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* --- the specification ------------------------------------------------------------------------ */

enum { FILL_NUL = 0x110000 }; /* no code point */

typedef struct Spec {
    uint32_t fill; /* 0: not given; FILL_NUL: a NUL */
    char align;    /* '<' '>' '=' '^', 0: not given */
    char sign;     /* '+' '-' ' ', 0 */
    bool zero_negative, alternate;
    bool zero;                /* "05": fill and alignment come from the 0 alone */
    int64_t width, precision; /* -1: not given */
    char grouping;            /* ',' '_', 0 */
    uint32_t type;            /* 0: not given */
    const char *owner;        /* class name for messages */
} Spec;

static bool is_align(char c)
{
    return c == '<' || c == '>' || c == '=' || c == '^';
}

static int64_t read_number(const char **p)
{
    if (!isdigit((unsigned char)**p))
        return -1;
    int64_t n = 0;
    for (; isdigit((unsigned char)**p); (*p)++) {
        n = n * 10 + (**p - '0');
        if (n > INT32_MAX)
            raise_value("Too many decimal digits in format string");
    }
    return n;
}

/* The fill may be any character, a NUL as well. */
static void read_align(const char **p, const char *end, Spec *spec)
{
    const char *next = *p;
    uint32_t c = *p < end ? utf8_next(&next) : 0;
    if (next > *p && next < end && is_align(*next)) {
        spec->fill = c ? c : FILL_NUL;
        spec->align = *next;
        *p = next + 1;
    } else if (is_align(**p))
        spec->align = *(*p)++;
}

static void read_grouping(const char **p, Spec *spec)
{
    if (**p == ',')
        spec->grouping = *(*p)++;
    if (**p == '_') {
        if (spec->grouping)
            raise_value("Cannot specify both ',' and '_'.");
        spec->grouping = *(*p)++;
    }
    if (**p == ',') {
        if (spec->grouping == ',')
            raise_value("Cannot specify ',' with ','.");
        raise_value("Cannot specify both ',' and '_'.");
    }
}

/* Separators go with decimal numbers; '_' with the other bases, too. */
static void check_grouping(const Spec *spec)
{
    uint32_t type = spec->type ? spec->type : strcmp(spec->owner, "str") == 0 ? 's' : 'd';
    const char *fitting = spec->grouping == '_' ? "defgEG%FboxX" : "defgEG%F";
    if (!spec->grouping || (type < 128 && strchr(fitting, (int)type)))
        return;
    if (type > 32 && type < 128)
        raise_value("Cannot specify '%c' with '%c'.", spec->grouping, (char)type);
    raise_value("Cannot specify '%c' with '\\x%x'.", spec->grouping, type);
}

static Spec read_spec(const Str *text, const char *owner)
{
    Spec spec = {.width = -1, .precision = -1, .owner = owner};
    const char *p = text->text;
    read_align(&p, text->text + text->length, &spec);
    if (*p == '+' || *p == '-' || *p == ' ')
        spec.sign = *p++;
    if (*p == 'z') {
        spec.zero_negative = true;
        p++;
    }
    if (*p == '#') {
        spec.alternate = true;
        p++;
    }
    if (*p == '0' && !spec.fill) {
        spec.fill = '0';
        if (!spec.align) {
            spec.zero = true;
            spec.align = '=';
        }
        p++;
    }
    spec.width = read_number(&p);
    read_grouping(&p, &spec);
    if (*p == '.') {
        p++;
        spec.precision = read_number(&p);
        if (spec.precision < 0)
            raise_value("Format specifier missing precision");
    }
    if (*p)
        spec.type = utf8_next(&p);
    if (*p)
        raise_value("Invalid format specifier '%s' for object of type '%s'", text->text, owner);
    check_grouping(&spec);
    return spec;
}

static _Noreturn void raise_unknown_type(const Spec *spec)
{
    if (spec->type > 32 && spec->type < 128)
        raise_value("Unknown format code '%c' for object of type '%s'", (char)spec->type,
                    spec->owner);
    raise_value("Unknown format code '\\x%x' for object of type '%s'", spec->type, spec->owner);
}

static void fill_points(Buf *out, uint32_t fill, int64_t count)
{
    if (count <= 0)
        return;
    uint32_t character = fill == FILL_NUL ? 0 : fill ? fill : ' ';
    if (character < 0x80) {
        buf_fill(out, (char)character, (size_t)count);
        return;
    }
    Buf one = {0};
    buf_code_point(&one, character);
    buf_add(out, str_repeat(buf_str(&one), count));
}

/* What is to be filled up to the width. */
typedef struct Body {
    const char *prefix; /* ASCII; stays left of the fill when aligned with '=' */
    const char *bytes;
    size_t length, characters;
} Body;

static Body text_body(const Str *s)
{
    return (Body){"", s->text, s->length, s->characters};
}

static Str *aligned(const Spec *spec, Body body, char fallback)
{
    int64_t used = (int64_t)strlen(body.prefix) + (int64_t)body.characters;
    int64_t blanks = spec->width > used ? spec->width - used : 0;
    char align = spec->align ? spec->align : fallback;
    int64_t left = align == '>' ? blanks : align == '^' ? blanks / 2 : 0;
    char room[256];
    Buf out = BUF_IN(room);
    fill_points(&out, spec->fill, left);
    buf_text(&out, body.prefix);
    if (align == '=')
        fill_points(&out, spec->fill, blanks);
    buf_bytes(&out, body.bytes, body.length);
    fill_points(&out, spec->fill, align == '=' ? 0 : blanks - left);
    return buf_str(&out);
}

Str *format_str(const Str *s, const Str *text)
{
    if (text->length == 0)
        return (Str *)(uintptr_t)s;
    Spec spec = read_spec(text, "str");
    if (spec.type && spec.type != 's')
        raise_unknown_type(&spec);
    if (spec.sign)
        raise_value("%s not allowed in string format specifier",
                    spec.sign == ' ' ? "Space" : "Sign");
    if (spec.zero_negative)
        raise_value("Negative zero coercion (z) not allowed in string format specifier");
    if (spec.alternate)
        raise_value("Alternate form (#) not allowed in string format specifier");
    if (spec.align == '=' && !spec.zero)
        raise_value("'=' alignment not allowed in string format specifier");
    if (spec.zero)
        spec.align = '<';
    if (spec.precision >= 0)
        s = str_substring(s, 0, (size_t)spec.precision);
    return aligned(&spec, text_body(s), '<');
}

/* --- numbers ---------------------------------------------------------------------------------- */

static const char *sign_text(const Spec *spec, bool negative)
{
    if (negative)
        return "-";
    return spec->sign == '+' ? "+" : spec->sign == ' ' ? " " : "";
}

/* Separators between groups of digits; with zero fill the zeros are grouped as well. */
static void put_grouped(Buf *out, const char *digits, size_t count, char separator, int group,
                        int64_t least)
{
    Buf reversed_text = {0};
    int64_t written = 0;
    for (size_t i = 0; i < count || written < least; i++) {
        if (i > 0 && i % (size_t)group == 0) {
            buf_char(&reversed_text, separator);
            written++;
        }
        buf_char(&reversed_text, i < count ? digits[count - 1 - i] : '0');
        written++;
    }
    for (size_t i = reversed_text.length; i > 0; i--)
        buf_char(out, reversed_text.data[i - 1]);
}

/* sign and prefix · digits grouped · tail (fraction, exponent), filled to the width */
static Str *number_text(const Spec *spec, const char *prefix, const char *digits, size_t count,
                        const char *tail, int group)
{
    int64_t least = 0;
    if (spec->fill == '0' && spec->align == '=')
        least = spec->width - (int64_t)strlen(prefix) - (int64_t)strlen(tail);
    char room[64];
    Buf body = BUF_IN(room);
    if (spec->grouping)
        put_grouped(&body, digits, count, spec->grouping, group, least);
    else
        buf_bytes(&body, digits, count);
    buf_text(&body, tail);
    return aligned(spec, (Body){prefix, body.data, body.length, body.length}, '>');
}

static Str *format_character(Value n, Spec *spec)
{
    if (spec->sign)
        raise_value("Sign not allowed with integer format specifier 'c'");
    if (spec->alternate)
        raise_value("Alternate form (#) not allowed with integer format specifier 'c'");
    if (n.tag != TAG_INT)
        raise_exception(&OverflowError_class, "Python int too large to convert to C long");
    if (n.integer < 0 || n.integer > 0x10FFFF)
        raise_exception(&OverflowError_class, "%%c arg not in range(0x110000)");
    Buf out = {0};
    buf_code_point(&out, (uint32_t)n.integer);
    return aligned(spec, text_body(buf_str(&out)), '>');
}

static bool is_float_type(uint32_t type)
{
    return type && type < 128 && strchr("eEfFgG%", (int)type);
}

Str *format_int(Value n, const Str *text)
{
    const char *owner = n.tag == TAG_BOOL ? "bool" : "int";
    if (n.tag == TAG_BOOL)
        n = INT(n.boolean);
    if (text->length == 0)
        return int_digits(n, 10);
    Spec spec = read_spec(text, owner);
    if (is_float_type(spec.type))
        return format_float(int_to_double(n), text);
    if (spec.type && (spec.type > 127 || !strchr("bcdoxXn", (int)spec.type)))
        raise_unknown_type(&spec);
    if (spec.precision >= 0)
        raise_value("Precision not allowed in integer format specifier");
    if (spec.zero_negative)
        raise_value("Negative zero coercion (z) not allowed in integer format specifier");
    if (spec.type == 'c')
        return format_character(n, &spec);
    int base = spec.type == 'b'                 ? 2
               : spec.type == 'o'               ? 8
               : tolower((int)spec.type) == 'x' ? 16
                                                : 10;
    char room[64];
    Buf digits = BUF_IN(room);
    int_put(&digits, n, base);
    bool negative = digits.data[0] == '-';
    if (spec.type == 'X')
        for (size_t i = 0; i < digits.length; i++)
            digits.data[i] = (char)toupper((unsigned char)digits.data[i]);
    const char *prefix = sign_text(&spec, negative);
    if (spec.alternate && base != 10)
        prefix = str_format("%s0%c", prefix, (char)spec.type)->text;
    return number_text(&spec, prefix, digits.data + negative, digits.length - negative, "",
                       base == 10 ? 3 : 4);
}

static Str *printed(char type, bool alternate, int precision, double x)
{
    char pattern[8];
    snprintf(pattern, sizeof pattern, "%%%s.*%c", alternate ? "#" : "", type);
    return str_format(pattern, precision, x);
}

/* "1.500e+07" -> "1.5e+07" */
static Str *without_zeros(const Str *exponential)
{
    const char *mark = strchr(exponential->text, 'e'), *last = mark;
    if (memchr(exponential->text, '.', (size_t)(mark - exponential->text)))
        while (last[-1] == '0' || last[-1] == '.')
            if (*--last == '.')
                break;
    return str_format("%.*s%s", (int)(last - exponential->text), exponential->text, mark);
}

/* No type but a precision: like g, with a digit after the point, and e one digit earlier. */
static Str *general_digits(double x, int precision, bool alternate)
{
    Str *exponential = printed('e', alternate, precision - 1, x);
    int exponent = atoi(strchr(exponential->text, 'e') + 1);
    if (exponent < -4 || exponent >= precision - 1)
        return alternate ? exponential : without_zeros(exponential);
    Str *shown = printed('g', alternate, precision, x);
    return strchr(shown->text, '.') ? shown : str_format("%s.0", shown->text);
}

/* No type at all: as repr() has it, with a point in any case where the form is the alternate one. */
static Str *plain_digits(double x, bool alternate)
{
    Str *text = float_repr(x);
    const char *mark = strchr(text->text, 'e');
    if (!alternate || !mark || strchr(text->text, '.'))
        return text;
    return str_format("%.*s.%s", (int)(mark - text->text), text->text, mark);
}

/* printf's text of x >= 0 for one presentation type. */
static Str *float_digits(double x, const Spec *spec)
{
    if (spec->precision > INT32_MAX)
        raise_value("precision too big");
    int precision = spec->precision < 0 ? 6 : (int)spec->precision;
    char type = spec->type == 'n' ? 'g' : (char)spec->type;
    if (!isfinite(x)) {
        Str *word = str_from(isnan(x) ? "nan" : "inf");
        word = type && type != '%' && isupper((unsigned char)type) ? str_upper_ascii(word) : word;
        return type == '%' ? str_format("%s%%", word->text) : word;
    }
    if (type == '%')
        return str_format("%s%%", printed('f', spec->alternate, precision, x * 100)->text);
    if (type == 0 && spec->precision < 0)
        return plain_digits(x, spec->alternate);
    if (type == 0)
        return general_digits(x, precision ? precision : 1, spec->alternate);
    return printed(type, spec->alternate, tolower(type) == 'g' && !precision ? 1 : precision, x);
}

/* -0.0 when rounded so: the z option drops the sign. */
static bool shows_zero(const Str *digits)
{
    return strspn(digits->text, "0.eE+-%") == digits->length;
}

Str *format_float(double x, const Str *text)
{
    if (text->length == 0)
        return float_repr(x);
    Spec spec = read_spec(text, "float");
    if (spec.type && spec.type != 'n' && !is_float_type(spec.type))
        raise_unknown_type(&spec);
    bool negative = signbit(x) && !isnan(x);
    Str *digits = float_digits(fabs(x), &spec);
    if (spec.zero_negative && shows_zero(digits))
        negative = false;
    size_t whole = strspn(digits->text, "0123456789");
    if (whole == 0) { /* inf, nan */
        whole = digits->length;
        spec.grouping = 0;
    }
    return number_text(&spec, sign_text(&spec, negative), digits->text, whole, digits->text + whole,
                       3);
}

/* --- str.format() ----------------------------------------------------------------------------- */

typedef struct Formatter {
    const Tuple *args; /* NULL: format_map */
    Value mapping;
    int64_t next;   /* automatic number of the next field; -1: fields are numbered by hand */
    bool automatic; /* an automatic field was seen */
} Formatter;

static Str *format_text(Formatter *f, const char *p, const char *end, int depth);

static Value positional(Formatter *f, int64_t i)
{
    if (!f->args)
        raise_value("Format string contains positional fields");
    if (i >= (int64_t)f->args->length)
        raise_exception(&IndexError_class,
                        "Replacement index %lld out of range for positional args tuple",
                        (long long)i);
    return f->args->at[i];
}

static void use_numbering(Formatter *f, bool automatic)
{
    if (f->next > 0 && f->automatic != automatic)
        raise_value(
            automatic
                ? "cannot switch from manual field specification to automatic field numbering"
                : "cannot switch from automatic field numbering to manual field specification");
    f->automatic = automatic;
}

/* -1: not a number */
static int64_t decimal_number(const char *from, const char *to)
{
    int64_t n = 0;
    for (const char *p = from; p < to; p++)
        if (!isdigit((unsigned char)*p))
            return -1;
    for (const char *p = from; p < to; p++)
        if (__builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, *p - '0', &n))
            raise_value("Too many decimal digits in format string");
    return from < to ? n : -1;
}

static Value first_part(Formatter *f, const char *from, const char *to)
{
    if (from == to) {
        use_numbering(f, true);
        int64_t i = f->next++;
        return positional(f, i);
    }
    int64_t number = decimal_number(from, to);
    if (number >= 0) {
        use_numbering(f, false);
        if (f->next == 0)
            f->next = 1;
        return positional(f, number);
    }
    Str *name = str_new(from, (size_t)(to - from));
    Value found;
    if (f->mapping.tag == TAG_OBJ && f->mapping.obj->class == &dict_class)
        found = dict_find_str((Dict *)f->mapping.obj, name);
    else
        found = value_subscript(f->mapping, STR(name));
    if (!is_set(found))
        raise_exception_with(&KeyError_class, STR(name));
    return found;
}

/* name.attr[key]... */
static Value field_value(Formatter *f, const char *p, const char *end)
{
    const char *stop = p;
    while (stop < end && *stop != '.' && *stop != '[')
        stop++;
    Value v = first_part(f, p, stop);
    for (p = stop; p < end; p = stop) {
        if (*p != '.' && *p != '[')
            raise_value("Only '.' or '[' may follow ']' in format field specifier");
        stop = ++p;
        bool attribute = p[-1] == '.';
        while (stop < end && (attribute ? *stop != '.' && *stop != '[' : *stop != ']'))
            stop++;
        if (!attribute && stop == end)
            raise_value("Missing ']' in format string");
        if (stop == p)
            raise_value("Empty attribute in format string");
        int64_t number = attribute ? -1 : decimal_number(p, stop);
        Str *name = str_new(p, (size_t)(stop - p));
        if (attribute)
            v = value_get_attr(v, str_intern(name));
        else
            v = value_subscript(v, number >= 0 ? INT(number) : STR(name));
        stop += !attribute;
    }
    return v;
}

/* The end of the field that starts behind '{': its closing brace, skipping nested ones. */
static const char *field_end(const char *p, const char *end)
{
    const char *from = p;
    int depth = 1;
    bool bracket = false;
    for (; p < end; p++) {
        if (*p == '[' && depth == 1)
            bracket = true;
        else if (*p == ']')
            bracket = false;
        else if (bracket)
            continue;
        else if (*p == '{')
            depth++;
        else if (*p == '}' && --depth == 0)
            return p;
    }
    const char *mark = memchr(from, '!', (size_t)(end - from));
    if (mark && end - mark == 1)
        raise_value("end of string while looking for conversion specifier");
    if (mark && end - mark == 2)
        raise_value("unmatched '{' in format spec");
    raise_value("expected '}' before end of string");
}

static Value converted(Value v, char conversion)
{
    switch (conversion) {
    case 's':
        return STR(value_str(v));
    case 'r':
        return STR(value_repr(v));
    case 'a':
        return STR(value_ascii(v));
    case 0:
        return v;
    }
    if (conversion > 32 && conversion < 127)
        raise_value("Unknown conversion specifier %c", conversion);
    raise_value("Unknown conversion specifier \\x%x", (unsigned char)conversion);
}

static const char *name_end(const char *p, const char *end)
{
    bool bracket = false;
    for (; p < end; p++) {
        if (*p == '{' && !bracket)
            raise_value("unexpected '{' in field name");
        bracket = *p == '[' || (bracket && *p != ']');
        if (!bracket && (*p == '!' || *p == ':'))
            return p;
    }
    return end;
}

static void format_field(Formatter *f, Buf *out, const char *p, const char *end, int depth)
{
    const char *stop = name_end(p, end);
    Value v = field_value(f, p, stop);
    char conversion = 0;
    if (stop < end && *stop == '!') {
        if (++stop == end)
            raise_value("unmatched '{' in format spec");
        conversion = *stop++;
        if (stop < end && *stop != ':')
            raise_value("expected ':' after conversion specifier");
    }
    Str *spec = stop < end ? format_text(f, stop + 1, end, depth - 1) : str_empty;
    buf_add(out, value_format(converted(v, conversion), spec));
}

static Str *format_text(Formatter *f, const char *p, const char *end, int depth)
{
    if (depth < 0)
        raise_value("Max string recursion exceeded");
    char room[256];
    Buf out = BUF_IN(room);
    while (p < end) {
        char c = *p++;
        if (c != '{' && c != '}') {
            buf_char(&out, c);
        } else if (p < end && *p == c) {
            buf_char(&out, c);
            p++;
        } else if (c == '}') {
            raise_value("Single '}' encountered in format string");
        } else if (p == end) {
            raise_value("Single '{' encountered in format string");
        } else {
            const char *stop = field_end(p, end);
            format_field(f, &out, p, stop, depth);
            p = stop + 1;
        }
    }
    return buf_str(&out);
}

Str *str_format_fields(const Str *format, const Tuple *args, Value mapping)
{
    Formatter f = {.args = args, .mapping = mapping};
    return format_text(&f, format->text, format->text + format->length, 1);
}
