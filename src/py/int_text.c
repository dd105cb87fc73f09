/* int_text.c -- ints as text and back: digits of any base, literals, what int("...") accepts. */
#include "py/int.h"

#include <ctype.h>

enum { DIGITS_MAX = 4300 }; /* CPython's, of decimal text */

static _Noreturn void raise_too_long(void)
{
    raise_value("Exceeds the limit (4300 digits) for integer string conversion; use "
                "sys.set_int_max_str_digits() to increase the limit");
}

Str *int_digits(Value v, int base)
{
    char room[64];
    Buf digits = BUF_IN(room);
    int_put(&digits, v, base);
    return str_new_ascii(digits.data, digits.length);
}

void int_put(Buf *out, Value v, int base)
{
    if (!int_is_big(v) && base == 10) {
        buf_integer(out, int_small(v));
        return;
    }
    mpz_t n;
    int_to_big(n, v);
    /* sizeinbase may say one too many */
    if (base == 10 && mpz_sizeinbase(n, 10) > DIGITS_MAX + 1)
        raise_too_long();
    char *digits = new_bytes(mpz_sizeinbase(n, base) + 2);
    mpz_get_str(digits, base, n);
    if (base == 10 && strlen(digits) - (*digits == '-') > DIGITS_MAX)
        raise_too_long();
    buf_text(out, digits);
}

static int digit_value(char c)
{
    if (isdigit((unsigned char)c))
        return c - '0';
    return isalpha((unsigned char)c) && (unsigned char)c < 0x80 ? tolower(c) - 'a' + 10 : 99;
}

static int prefix_base(const char *p)
{
    if (p[0] != '0')
        return 0;
    switch (tolower((unsigned char)p[1])) {
    case 'x':
        return 16;
    case 'o':
        return 8;
    case 'b':
        return 2;
    default:
        return 0;
    }
}

/* Digits with single underscores between them, into `out`; false when malformed. */
static bool collect_digits(const char *p, const char *end, int base, bool after_prefix, Buf *out)
{
    bool digit_before = after_prefix;
    size_t count = 0;
    for (; p < end; p++) {
        if (*p == '_') {
            if (!digit_before)
                return false;
            digit_before = false;
            continue;
        }
        if (digit_value(*p) >= base)
            return false;
        buf_char(out, *p);
        digit_before = true;
        count++;
    }
    return digit_before && count > 0;
}

/* UNSET: not a number in this base. */
static Value parse_digits(const char *p, const char *end, int base)
{
    Buf digits = {0};
    if (p < end && (*p == '+' || *p == '-')) {
        if (*p == '-')
            buf_char(&digits, '-');
        p++;
    }
    int prefix = end - p >= 2 ? prefix_base(p) : 0;
    bool skip = prefix && (base == 0 || base == prefix);
    if (skip)
        p += 2;
    bool automatic = base == 0;
    if (base == 0)
        base = skip ? prefix : 10;
    size_t before = digits.length;
    if (!collect_digits(p, end, base, skip, &digits))
        return UNSET;
    bool leading_zero = automatic && !skip && digits.data[before] == '0';
    if (leading_zero && strspn(digits.data + before, "0") < digits.length - before)
        return UNSET;
    if (base == 10 && digits.length - before > DIGITS_MAX)
        raise_value("Exceeds the limit (4300 digits) for integer string conversion: value has %zu "
                    "digits; use sys.set_int_max_str_digits() to increase the limit",
                    digits.length - before);
    mpz_t n;
    int_big_ready();
    mpz_init(n);
    if (mpz_set_str(n, digits.data, base) != 0)
        return UNSET;
    return int_from_big(n);
}

/* ASCII digits for all decimal digits of Unicode, spaces stripped; NULL when there is other text.
 */
static Str *plain_digits(const Str *text)
{
    Buf out = {0};
    for (const char *p = text->text, *end = p + text->length; p < end;) {
        uint32_t c = utf8_next(&p);
        int digit = c < 0x80 ? -1 : unicode_decimal(c);
        if (c < 0x80)
            buf_char(&out, (char)c);
        else if (digit >= 0)
            buf_char(&out, (char)('0' + digit));
        else if (unicode_is_space(c))
            buf_char(&out, ' ');
        else
            return NULL;
    }
    return str_trim(buf_str(&out));
}

Value int_parse(Value source, const Str *text, int base)
{
    Str *digits = plain_digits(text);
    Value n = digits && digits->length
                  ? parse_digits(digits->text, digits->text + digits->length, base)
                  : UNSET;
    if (!is_set(n) && is_instance(source, &bytearray_class))
        source = call(OBJ(&bytes_class), 1, &source); /* is shown as bytes */
    if (!is_set(n))
        raise_value("invalid literal for int() with base %d: %s", base,
                    str_substring(value_repr(source), 0, 200)->text);
    return n;
}

Value int_from_literal(const Str *literal)
{
    Value n = parse_digits(literal->text, literal->text + literal->length, 0);
    return is_set(n) ? n : parse_digits(literal->text, literal->text + literal->length, 10);
}
