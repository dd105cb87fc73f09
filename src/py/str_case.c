/* str_case.c -- methods of str that know the kinds of characters: upper and lower case, isdigit() and its like. */
#include "py/str_methods.h"

/* Sigma at the end of a word is written differently. */
static bool is_final_sigma(const Str *s, const char *at, const char *after)
{
    bool letter_before = false;
    for (const char *p = s->text; p < at;) {
        uint32_t c = utf8_next(&p);
        if (!unicode_is_case_ignorable(c))
            letter_before = unicode_is_lower(c) || unicode_is_upper(c) || unicode_is_title(c);
    }
    if (!letter_before)
        return false;
    for (const char *end = s->text + s->length; after < end;) {
        uint32_t c = utf8_next(&after);
        if (!unicode_is_case_ignorable(c))
            return !(unicode_is_lower(c) || unicode_is_upper(c) || unicode_is_title(c));
    }
    return true;
}

static void put_lower(Buf *out, const Str *s, const char *at, const char *after, uint32_t c)
{
    if (c == 0x3A3)
        buf_code_point(out, is_final_sigma(s, at, after) ? 0x3C2 : 0x3C3);
    else
        unicode_put(out, CASE_LOWER, c);
}

static Value map_case(Value self, UnicodeCase mapping)
{
    Str *s = str_self(self);
    if (str_is_ascii(s))
        return STR(mapping == CASE_UPPER ? str_upper_ascii(s) : str_lower_ascii(s));
    Buf out = {0};
    for (const char *p = s->text, *end = p + s->length; p < end;) {
        const char *at = p;
        uint32_t c = utf8_next(&p);
        if (mapping == CASE_LOWER)
            put_lower(&out, s, at, p, c);
        else
            unicode_put(&out, mapping, c);
    }
    return STR(buf_str(&out));
}

NATIVE_VALUE(str, lower, NO_PARAMS)
{
    return map_case(self, CASE_LOWER);
}

NATIVE_VALUE(str, upper, NO_PARAMS)
{
    return map_case(self, CASE_UPPER);
}

NATIVE_VALUE(str, casefold, NO_PARAMS)
{
    return map_case(self, CASE_FOLD);
}

static bool is_cased(uint32_t c)
{
    return unicode_is_lower(c) || unicode_is_upper(c) || unicode_is_title(c);
}

NATIVE_VALUE(str, swapcase, NO_PARAMS)
{
    Str *s = str_self(self);
    Buf out = {0};
    for (const char *p = s->text, *end = p + s->length; p < end;) {
        const char *at = p;
        uint32_t c = utf8_next(&p);
        if (unicode_is_upper(c))
            put_lower(&out, s, at, p, c);
        else if (unicode_is_lower(c))
            unicode_put(&out, CASE_UPPER, c);
        else
            buf_code_point(&out, c);
    }
    return STR(buf_str(&out));
}

/* The first letter (of each word for title) in title case, the rest in lower case. */
static Value capitalize(Value self, bool each_word)
{
    Str *s = str_self(self);
    Buf out = {0};
    bool inside = false;
    for (const char *p = s->text, *end = p + s->length; p < end;) {
        const char *at = p;
        uint32_t c = utf8_next(&p);
        if (inside)
            put_lower(&out, s, at, p, c);
        else
            unicode_put(&out, CASE_TITLE, c);
        inside = !each_word || is_cased(c);
    }
    return STR(buf_str(&out));
}

NATIVE_VALUE(str, capitalize, NO_PARAMS)
{
    return capitalize(self, false);
}

NATIVE_VALUE(str, title, NO_PARAMS)
{
    return capitalize(self, true);
}

/* --- predicates ------------------------------------------------------------------------------- */

static bool all_points(const Str *s, bool (*test)(uint32_t))
{
    for (const char *p = s->text, *end = p + s->length; p < end;)
        if (!test(utf8_next(&p)))
            return false;
    return true;
}

static bool is_decimal(uint32_t c)
{
    return unicode_decimal(c) >= 0;
}

static bool is_alphanumeric(uint32_t c)
{
    return unicode_is_alpha(c) || is_decimal(c) || unicode_is_digit(c) || unicode_is_numeric(c);
}

#define ALL_TEST(name, test)                                                                       \
    NATIVE_VALUE(str, name, NO_PARAMS)                                                             \
    {                                                                                              \
        Str *s = str_self(self);                                                                   \
        return BOOL(s->length && all_points(s, test));                                             \
    }
ALL_TEST(isalpha, unicode_is_alpha)
ALL_TEST(isdecimal, is_decimal)
ALL_TEST(isdigit, unicode_is_digit)
ALL_TEST(isnumeric, unicode_is_numeric)
ALL_TEST(isalnum, is_alphanumeric)
ALL_TEST(isspace, unicode_is_space)

NATIVE_VALUE(str, isascii, NO_PARAMS)
{
    return BOOL(str_is_ascii(str_self(self)));
}

NATIVE_VALUE(str, isprintable, NO_PARAMS)
{
    return BOOL(all_points(str_self(self), unicode_is_printable));
}

NATIVE_VALUE(str, isidentifier, NO_PARAMS)
{
    Str *s = str_self(self);
    const char *p = s->text, *end = p + s->length;
    if (s->length == 0 || !unicode_is_identifier_start(utf8_next(&p)))
        return FALSE_VALUE;
    while (p < end)
        if (!unicode_is_identifier_part(utf8_next(&p)))
            return FALSE_VALUE;
    return TRUE_VALUE;
}

/* All cased characters are of the wanted case, and there is one. */
static Value one_case(Value self, bool (*wanted)(uint32_t))
{
    Str *s = str_self(self);
    bool found = false;
    for (const char *p = s->text, *end = p + s->length; p < end;) {
        uint32_t c = utf8_next(&p);
        if (wanted(c))
            found = true;
        else if (is_cased(c))
            return FALSE_VALUE;
    }
    return BOOL(found);
}

NATIVE_VALUE(str, islower, NO_PARAMS)
{
    return one_case(self, unicode_is_lower);
}

NATIVE_VALUE(str, isupper, NO_PARAMS)
{
    return one_case(self, unicode_is_upper);
}

NATIVE_VALUE(str, istitle, NO_PARAMS)
{
    Str *s = str_self(self);
    bool inside = false, found = false;
    for (const char *p = s->text, *end = p + s->length; p < end;) {
        uint32_t c = utf8_next(&p);
        bool upper = unicode_is_upper(c) || unicode_is_title(c);
        if ((upper && inside) || (!upper && unicode_is_lower(c) && !inside))
            return FALSE_VALUE;
        inside = is_cased(c);
        found |= inside;
    }
    return BOOL(found);
}

const Method str_case_methods[] = {
    METHOD(str, lower),
    METHOD(str, upper),
    METHOD(str, casefold),
    METHOD(str, swapcase),
    METHOD(str, capitalize),
    METHOD(str, title),
    METHOD(str, isalpha),
    METHOD(str, isdecimal),
    METHOD(str, isdigit),
    METHOD(str, isnumeric),
    METHOD(str, isalnum),
    METHOD(str, isspace),
    METHOD(str, isascii),
    METHOD(str, isprintable),
    METHOD(str, isidentifier),
    METHOD(str, islower),
    METHOD(str, isupper),
    METHOD(str, istitle),
    {0},
};
