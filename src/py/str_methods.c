/* str_methods.c -- the methods of str, by code points. */
#include "py/py.h"
#include "py/internal.h"
#include "py/unicode.h"

static Str *text_of(Value self)
{
    Str *s = value_find_str(self);
    if (!s)
        raise_type("descriptor requires a 'str' object but received a '%s'", class_text(self));
    return s;
}

/* --- case ------------------------------------------------------------------------------------- */

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
    Str *s = text_of(self);
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
    Str *s = text_of(self);
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
    Str *s = text_of(self);
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
        Str *s = text_of(self);                                                                    \
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
    return BOOL(str_is_ascii(text_of(self)));
}

NATIVE_VALUE(str, isprintable, NO_PARAMS)
{
    return BOOL(all_points(text_of(self), unicode_is_printable));
}

NATIVE_VALUE(str, isidentifier, NO_PARAMS)
{
    Str *s = text_of(self);
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
    Str *s = text_of(self);
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
    Str *s = text_of(self);
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

/* --- searching -------------------------------------------------------------------------------- */

#define SEARCH_PARAMS(P)                                                                           \
    P(ONLY, any, sub, Required) P(ONLY, any, start, None) P(ONLY, any, end, None)

typedef struct Window {
    size_t from, to; /* bytes; from > to: nothing fits */
} Window;

static int64_t bound(Value v, int64_t length, int64_t fallback)
{
    if (is_absent(v))
        return fallback;
    if (!is_int(value_plain(v)) &&
        !(v.tag == TAG_OBJ && is_set(class_find(v.obj->class, N(__index__)))))
        raise_type("slice indices must be integers or None or have an __index__ method");
    int64_t i = index_clamped(v);
    return i < 0 ? (i + length < 0 ? 0 : i + length) : i;
}

static Window window(const Str *s, Value start, Value end)
{
    int64_t length = s->characters, from = bound(start, length, 0), to = bound(end, length, length);
    if (to > length)
        to = length;
    if (from > to)
        return (Window){1, 0};
    return (Window){str_offset(s, (size_t)from), str_offset(s, (size_t)to)};
}

static ptrdiff_t find_forward(const Str *s, const Str *sub, Window w)
{
    if (w.from > w.to)
        return -1;
    const char *hit = memmem(s->text + w.from, w.to - w.from, sub->text, sub->length);
    return hit ? hit - s->text : -1;
}

static ptrdiff_t find_backward(const Str *s, const Str *sub, Window w)
{
    if (w.from > w.to || w.to - w.from < sub->length)
        return -1;
    for (size_t at = w.to - sub->length;; at--) {
        if (memcmp(s->text + at, sub->text, sub->length) == 0)
            return (ptrdiff_t)at;
        if (at == w.from)
            return -1;
    }
}

/* Looked at after the bounds, as CPython does. */
static Str *needle(Value sub)
{
    Str *text = value_find_str(sub);
    if (!text)
        raise_type("must be str, not %s", class_of(sub)->name);
    return text;
}

static int64_t search(Value self, Value part, Value start, Value end, bool backward)
{
    Str *s = text_of(self);
    Window w = window(s, start, end);
    const Str *sub = needle(part);
    ptrdiff_t at = backward ? find_backward(s, sub, w) : find_forward(s, sub, w);
    return at < 0 ? -1 : (int64_t)str_index(s, (size_t)at);
}

NATIVE_VALUE(str, find__, SEARCH_PARAMS)
{
    return INT(search(self, a->sub, a->start, a->end, false));
}

NATIVE_VALUE(str, rfind, SEARCH_PARAMS)
{
    return INT(search(self, a->sub, a->start, a->end, true));
}

static Value found_or_raise(int64_t at)
{
    if (at < 0)
        raise_value("substring not found");
    return INT(at);
}

NATIVE_VALUE(str, index__, SEARCH_PARAMS)
{
    return found_or_raise(search(self, a->sub, a->start, a->end, false));
}

NATIVE_VALUE(str, rindex, SEARCH_PARAMS)
{
    return found_or_raise(search(self, a->sub, a->start, a->end, true));
}

NATIVE_VALUE(str, count, SEARCH_PARAMS)
{
    Str *s = text_of(self);
    Window w = window(s, a->start, a->end);
    const Str *sub = needle(a->sub);
    if (w.from > w.to)
        return INT(0);
    if (sub->length == 0)
        return INT((int64_t)(str_index(s, w.to) - str_index(s, w.from)) + 1);
    int64_t count = 0;
    for (ptrdiff_t at; (at = find_forward(s, sub, w)) >= 0; count++)
        w.from = (size_t)at + sub->length;
    return INT(count);
}

static bool affix_matches(const Str *s, Window w, const Str *part, bool at_end)
{
    if (w.from > w.to || w.to - w.from < part->length)
        return false;
    return memcmp(s->text + (at_end ? w.to - part->length : w.from), part->text, part->length) == 0;
}

static Value affix_test(Value self, Value parts, Value start, Value end, bool at_end)
{
    Str *s = text_of(self), *one = value_find_str(parts);
    Window w = window(s, start, end);
    if (one)
        return BOOL(affix_matches(s, w, one, at_end));
    Tuple *tuple = as(Tuple, parts);
    const char *name = at_end ? "endswith" : "startswith";
    if (!tuple)
        raise_type("%s first arg must be str or a tuple of str, not %s", name,
                   class_text(parts));
    for (size_t i = 0; i < tuple->length; i++) {
        Str *part = value_find_str(tuple->at[i]);
        if (!part)
            raise_type("tuple for %s must only contain str, not %s", name,
                       class_of(tuple->at[i])->name);
        if (affix_matches(s, w, part, at_end))
            return TRUE_VALUE;
    }
    return FALSE_VALUE;
}

#define AFFIX_PARAMS(P)                                                                            \
    P(ONLY, any, affix, Required) P(ONLY, any, start, None) P(ONLY, any, end, None)
NATIVE_VALUE(str, startswith, AFFIX_PARAMS)
{
    return affix_test(self, a->affix, a->start, a->end, false);
}

NATIVE_VALUE(str, endswith, AFFIX_PARAMS)
{
    return affix_test(self, a->affix, a->start, a->end, true);
}

#define ONE_STR(P) P(ONLY, str, part, Required)
NATIVE_VALUE(str, removeprefix, ONE_STR)
{
    Str *s = text_of(self);
    bool there = affix_matches(s, (Window){0, s->length}, a->part, false);
    return STR(there ? str_slice_bytes(s, a->part->length, s->length) : s);
}

NATIVE_VALUE(str, removesuffix, ONE_STR)
{
    Str *s = text_of(self);
    bool there = a->part->length && affix_matches(s, (Window){0, s->length}, a->part, true);
    return STR(there ? str_slice_bytes(s, 0, s->length - a->part->length) : s);
}

static const char *find_separator(const char *p, const char *end, const Str *separator)
{
    size_t length = (size_t)(end - p);
    if (separator->length == 1)
        return memchr(p, separator->text[0], length);
    return memmem(p, length, separator->text, separator->length);
}

#define REPLACE_PARAMS(P)                                                                          \
    P(ONLY, str, old, Required) P(ONLY, str, replacement, Required) P(ONLY, int, count, MinusOne)
NATIVE_VALUE(str, replace__, REPLACE_PARAMS)
{
    Str *s = text_of(self);
    int64_t left = a->count < 0 ? INT64_MAX : a->count;
    char room[256];
    Buf out = BUF_IN(room);
    const char *p = s->text, *end = p + s->length;
    if (a->old->length == 0) {
        if (left-- > 0)
            buf_add(&out, a->replacement);
        while (p < end) {
            buf_code_point(&out, utf8_next(&p));
            if (left-- > 0)
                buf_add(&out, a->replacement);
        }
        return STR(buf_str(&out));
    }
    const char *hit;
    while (left-- > 0 && (hit = find_separator(p, end, a->old))) {
        buf_bytes(&out, p, (size_t)(hit - p));
        buf_add(&out, a->replacement);
        p = hit + a->old->length;
    }
    buf_bytes(&out, p, (size_t)(end - p));
    return STR(buf_str(&out));
}

/* --- splitting and joining -------------------------------------------------------------------- */

/* A part of s, from one place in its text to another. */
static void add_part(List *list, const Str *s, const char *from, const char *to)
{
    list_append(list, STR(str_slice_bytes(s, (size_t)(from - s->text), (size_t)(to - s->text))));
}

static bool space_at(const char *p, const char **after)
{
    *after = p;
    return unicode_is_space(utf8_next(after));
}

static const char *step_back(const char *p)
{
    do
        p--;
    while (((unsigned char)*p & 0xC0) == 0x80);
    return p;
}

static List *split_blanks(const Str *s, int64_t limit)
{
    List *list = list_new(4);
    const char *p = s->text, *end = p + s->length, *after;
    for (;;) {
        while (p < end && space_at(p, &after))
            p = after;
        if (p == end)
            return list;
        const char *from = p;
        if (limit-- == 0) { /* the rest as it is, blanks at its end included */
            add_part(list, s, from, end);
            return list;
        }
        while (p < end && !space_at(p, &after))
            p = after;
        add_part(list, s, from, p);
    }
}

static List *split_blanks_back(const Str *s, int64_t limit)
{
    List *list = list_new(4);
    const char *start = s->text, *p = start + s->length, *after;
    for (;;) {
        while (p > start && space_at(step_back(p), &after))
            p = step_back(p);
        if (p == start)
            return list;
        const char *to = p;
        if (limit-- == 0) {
            add_part(list, s, start, to);
            return list;
        }
        while (p > start && !space_at(step_back(p), &after))
            p = step_back(p);
        add_part(list, s, p, to);
    }
}

static List *split_at(const Str *s, const Str *separator, int64_t limit)
{
    List *list = list_new(4);
    const char *p = s->text, *end = p + s->length, *hit;
    while (limit-- != 0 && (hit = find_separator(p, end, separator))) {
        add_part(list, s, p, hit);
        p = hit + separator->length;
    }
    add_part(list, s, p, end);
    return list;
}

static List *split_at_back(const Str *s, const Str *separator, int64_t limit)
{
    List *list = list_new(4);
    size_t to = s->length;
    ptrdiff_t at;
    while (limit-- != 0 && (at = find_backward(s, separator, (Window){0, to})) >= 0) {
        add_part(list, s, s->text + at + separator->length, s->text + to);
        to = (size_t)at;
    }
    add_part(list, s, s->text, s->text + to);
    return list;
}

static Value reversed(List *list)
{
    for (size_t i = 0, k = list->length; i + 1 < k; i++) {
        Value item = list->at[--k];
        list->at[k] = list->at[i];
        list->at[i] = item;
    }
    return OBJ(list);
}

static Str *separator_of(Value sep)
{
    if (is_none(sep))
        return NULL;
    Str *separator = value_find_str(sep);
    if (!separator)
        raise_type("must be str or None, not %s", class_text(sep));
    if (separator->length == 0)
        raise_value("empty separator");
    return separator;
}

#define SPLIT_PARAMS(P) P(POS, any, sep, None) P(POS, int, maxsplit, MinusOne)
NATIVE_VALUE(str, split, SPLIT_PARAMS)
{
    Str *separator = separator_of(a->sep), *s = text_of(self);
    return OBJ(separator ? split_at(s, separator, a->maxsplit) : split_blanks(s, a->maxsplit));
}

NATIVE_VALUE(str, rsplit, SPLIT_PARAMS)
{
    Str *separator = separator_of(a->sep), *s = text_of(self);
    return reversed(separator ? split_at_back(s, separator, a->maxsplit)
                              : split_blanks_back(s, a->maxsplit));
}

static bool is_line_end(uint32_t c)
{
    return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 ||
           c == 0x2029;
}

#define KEEPENDS(P) P(POS, bool, keepends, False)
NATIVE_VALUE(str, splitlines, KEEPENDS)
{
    Str *s = text_of(self);
    List *list = list_new(4);
    const char *from = s->text, *p = from, *end = p + s->length;
    while (p < end) {
        const char *at = p;
        uint32_t c = utf8_next(&p);
        if (!is_line_end(c))
            continue;
        if (c == '\r' && p < end && *p == '\n')
            p++;
        add_part(list, s, from, a->keepends ? p : at);
        from = p;
    }
    if (from < end)
        add_part(list, s, from, end);
    return OBJ(list);
}

static Value three(Str *a, Str *b, Str *c)
{
    const Value items[] = {STR(a), STR(b), STR(c)};
    return OBJ(tuple_new(3, items));
}

static void check_separator(const Str *separator)
{
    if (separator->length == 0)
        raise_value("empty separator");
}

NATIVE_VALUE(str, partition, ONE_STR)
{
    Str *s = text_of(self);
    check_separator(a->part);
    ptrdiff_t at = str_find(s, a->part, 0);
    if (at < 0)
        return three(s, str_empty, str_empty);
    return three(str_slice_bytes(s, 0, (size_t)at), a->part,
                 str_slice_bytes(s, (size_t)at + a->part->length, s->length));
}

NATIVE_VALUE(str, rpartition, ONE_STR)
{
    Str *s = text_of(self);
    check_separator(a->part);
    ptrdiff_t at = find_backward(s, a->part, (Window){0, s->length});
    if (at < 0)
        return three(str_empty, str_empty, s);
    return three(str_slice_bytes(s, 0, (size_t)at), a->part,
                 str_slice_bytes(s, (size_t)at + a->part->length, s->length));
}

/* Too long a text is refused before memory is filled with its beginning. */
static void reserve_for_parts(Buf *out, const Str *separator, const List *list)
{
    size_t length = 0;
    for (size_t i = 0; i < list->length; i++)
        length += (i ? separator->length : 0) + (is_str(list->at[i]) ? list->at[i].str->length : 0);
    buf_reserve(out, length + 1);
}

NATIVE_VALUE(str, join, ONE_VALUE)
{
    Str *separator = text_of(self);
    if (!is_iterable(a->value))
        raise_type("can only join an iterable");
    Buf out = {0};
    bool is_list = a->value.tag == TAG_OBJ && a->value.obj->class == &list_class;
    const List *list = is_list ? (const List *)a->value.obj : list_from(a->value);
    reserve_for_parts(&out, separator, list);
    for (size_t i = 0; i < list->length; i++) {
        Str *part = value_find_str(list->at[i]);
        if (!part)
            raise_type("sequence item %zu: expected str instance, %s found", i,
                       class_text(list->at[i]));
        if (i > 0)
            buf_add(&out, separator);
        buf_add(&out, part);
    }
    return STR(buf_str(&out));
}

/* --- stripping and padding -------------------------------------------------------------------- */

static bool in_set(const Str *set, uint32_t c)
{
    if (!set)
        return unicode_is_space(c);
    for (const char *p = set->text, *end = p + set->length; p < end;)
        if (utf8_next(&p) == c)
            return true;
    return false;
}

static Value strip(Value self, const Str *set, bool left, bool right)
{
    Str *s = text_of(self);
    const char *from = s->text, *to = from + s->length, *next;
    while (left && from < to && (next = from, in_set(set, utf8_next(&next))))
        from = next;
    while (right && to > from && (next = step_back(to), in_set(set, utf8_next(&next))))
        to = step_back(to);
    return STR(str_slice_bytes(s, (size_t)(from - s->text), (size_t)(to - s->text)));
}

#define STRIP_PARAMS(P) P(ONLY, any, chars, None)
static const Str *strip_set(Value chars, const char *name)
{
    if (is_none(chars))
        return NULL;
    Str *set = value_find_str(chars);
    if (!set)
        raise_type("%s arg must be None or str", name);
    return set;
}

NATIVE_VALUE(str, strip, STRIP_PARAMS)
{
    return strip(self, strip_set(a->chars, "strip"), true, true);
}

NATIVE_VALUE(str, lstrip, STRIP_PARAMS)
{
    return strip(self, strip_set(a->chars, "lstrip"), true, false);
}

NATIVE_VALUE(str, rstrip, STRIP_PARAMS)
{
    return strip(self, strip_set(a->chars, "rstrip"), false, true);
}

static Value pad(const Str *s, int64_t left, int64_t right, const Str *fill)
{
    Buf out = {0};
    buf_add(&out, str_repeat(fill, left));
    buf_add(&out, s);
    buf_add(&out, str_repeat(fill, right));
    return STR(buf_str(&out));
}

#define PAD_PARAMS(P) P(ONLY, int, width, Required) P(ONLY, any, fillchar, Unset)
static Str *fill_of(Value fillchar)
{
    if (!is_set(fillchar))
        return intern(" ");
    Str *fill = value_find_str(fillchar);
    if (!fill)
        raise_type("The fill character must be a unicode character, not %s", class_text(fillchar));
    if (fill->characters != 1)
        raise_type("The fill character must be exactly one character long");
    return fill;
}

static int64_t missing(const Str *s, int64_t width)
{
    return width > (int64_t)s->characters ? width - (int64_t)s->characters : 0;
}

NATIVE_VALUE(str, ljust, PAD_PARAMS)
{
    Str *s = text_of(self);
    return pad(s, 0, missing(s, a->width), fill_of(a->fillchar));
}

NATIVE_VALUE(str, rjust, PAD_PARAMS)
{
    Str *s = text_of(self);
    return pad(s, missing(s, a->width), 0, fill_of(a->fillchar));
}

NATIVE_VALUE(str, center, PAD_PARAMS)
{
    Str *s = text_of(self);
    int64_t blanks = missing(s, a->width), left = blanks / 2 + (blanks & a->width & 1);
    return pad(s, left, blanks - left, fill_of(a->fillchar));
}

#define WIDTH_PARAM(P) P(ONLY, int, width, Required)
NATIVE_VALUE(str, zfill, WIDTH_PARAM)
{
    Str *s = text_of(self);
    int64_t zeros = missing(s, a->width);
    bool has_sign = s->text[0] == '+' || s->text[0] == '-';
    Buf out = {0};
    buf_bytes(&out, s->text, has_sign);
    buf_fill(&out, '0', (size_t)zeros);
    buf_bytes(&out, s->text + has_sign, s->length - has_sign);
    return STR(buf_str(&out));
}

#define TABSIZE(P) P(POS, any, tabsize, Unset)
NATIVE_VALUE(str, expandtabs, TABSIZE)
{
    Str *s = text_of(self);
    Buf out = {0};
    int64_t column = 0, size = is_set(a->tabsize) ? index_clamped(a->tabsize) : 8;
    if (size > INT32_MAX || size < INT32_MIN)
        raise_exception(&OverflowError_class, "Python int too large to convert to C int");
    for (const char *p = s->text, *end = p + s->length; p < end;) {
        uint32_t c = utf8_next(&p);
        if (c == '\t') {
            int64_t blanks = size > 0 ? size - column % size : 0;
            buf_fill(&out, ' ', (size_t)blanks);
            column += blanks;
            continue;
        }
        buf_code_point(&out, c);
        column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
    return STR(buf_str(&out));
}

/* --- translate, encode, format ---------------------------------------------------------------- */

typedef struct Lookup {
    Value table, key, result;
} Lookup;

static void lookup_run(void *arg)
{
    Lookup *lookup = arg;
    lookup->result = value_subscript(lookup->table, lookup->key);
}

/* table[c]; UNSET when the table raises LookupError. */
static Value table_find(Value table, uint32_t c)
{
    if (table.tag == TAG_OBJ && table.obj->class == &dict_class)
        return dict_find((Dict *)table.obj, INT(c));
    Lookup lookup = {table, INT(c), UNSET};
    Err *err = protect(lookup_run, &lookup);
    if (err && !err_is(err, &LookupError_class))
        err_raise(err);
    return err ? UNSET : lookup.result;
}

static uint32_t mapped_point(Value to)
{
    int64_t c = index_clamped(to);
    if (c < 0 || c > 0x10FFFF)
        raise_value("character mapping must be in range(0x110000)");
    return (uint32_t)c;
}

NATIVE_VALUE(str, translate, ONE_VALUE)
{
    Str *s = text_of(self);
    Buf out = {0};
    for (const char *p = s->text, *end = p + s->length; p < end;) {
        uint32_t c = utf8_next(&p);
        Value to = table_find(a->value, c);
        if (!is_set(to))
            buf_code_point(&out, c);
        else if (value_find_str(to))
            buf_add(&out, value_find_str(to));
        else if (is_int(value_plain(to)))
            buf_code_point(&out, mapped_point(value_plain(to)));
        else if (!is_none(to))
            raise_type("character mapping must return integer, None or str");
    }
    return STR(buf_str(&out));
}

static void map_points(Dict *table, const Str *from, const Str *to)
{
    if (from->characters != to->characters)
        raise_value("the first two maketrans arguments must have equal length");
    const char *q = to->text;
    for (const char *p = from->text, *end = p + from->length; p < end;) {
        uint32_t key = utf8_next(&p);
        dict_set(table, INT(key), INT(utf8_next(&q)));
    }
}

#define MAKETRANS_PARAMS(P) P(ONLY, any, x, Required) P(ONLY, str, y, Unset) P(ONLY, str, z, Unset)
FUNCTION(str, maketrans, MAKETRANS_PARAMS)
{
    Dict *table = dict_new();
    if (a->y) {
        Str *from = value_find_str(a->x);
        if (!from)
            raise_type("first maketrans argument must be a string if there is a second argument");
        map_points(table, from, a->y);
        const char *p = a->z ? a->z->text : "", *end = a->z ? p + a->z->length : p;
        while (p < end)
            dict_set(table, INT(utf8_next(&p)), NONE);
        return OBJ(table);
    }
    Dict *given = as(Dict, a->x);
    if (!given)
        raise_type("if you give only one argument to maketrans it must be a dict");
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(given, &i));) {
        Str *key = value_find_str(entry->key);
        if (key && key->characters != 1)
            raise_value("string keys in translate table must be of length 1");
        if (!key && !is_int(value_plain(entry->key)))
            raise_type("keys in translate table must be strings or integers");
        const char *p = key ? key->text : NULL;
        dict_set(table, key ? INT(utf8_next(&p)) : entry->key, entry->value);
    }
    return OBJ(table);
}

#define ENCODE_PARAMS(P) P(POS, str, encoding, Unset) P(POS, str, errors, Unset)
NATIVE_VALUE(str, encode__, ENCODE_PARAMS)
{
    return OBJ(str_encode(text_of(self), a->encoding ? a->encoding->text : "utf-8",
                          a->errors ? a->errors->text : NULL));
}

#define FORMAT_CALL(P) P(REST, tuple, args, Empty) P(KWREST, dict, keywords, Empty)
NATIVE_VALUE(str, format__, FORMAT_CALL)
{
    return STR(str_format_fields(text_of(self), a->args, OBJ(a->keywords)));
}

NATIVE_VALUE(str, format_map, ONE_VALUE)
{
    return STR(str_format_fields(text_of(self), NULL, a->value));
}

NATIVE_VALUE(str, getnewargs, NO_PARAMS)
{
    const Value text = STR(text_of(self));
    return OBJ(tuple_new(1, &text));
}

#define M(name) METHOD(str, name)
const Method str_methods[] = {
    M(lower),
    M(upper),
    M(casefold),
    M(swapcase),
    M(capitalize),
    M(title),
    M(isalpha),
    M(isdecimal),
    M(isdigit),
    M(isnumeric),
    M(isalnum),
    M(isspace),
    M(isascii),
    M(isprintable),
    M(isidentifier),
    M(islower),
    M(isupper),
    M(istitle),
    METHOD_AS("find", str, find__),
    M(rfind),
    METHOD_AS("index", str, index__),
    M(rindex),
    M(count),
    M(startswith),
    M(endswith),
    M(removeprefix),
    M(removesuffix),
    METHOD_AS("replace", str, replace__),
    M(split),
    M(rsplit),
    M(splitlines),
    M(partition),
    M(rpartition),
    M(join),
    M(strip),
    M(lstrip),
    M(rstrip),
    M(ljust),
    M(rjust),
    M(center),
    M(zfill),
    M(expandtabs),
    M(translate),
    STATIC_METHOD(str, maketrans),
    METHOD_AS("encode", str, encode__),
    METHOD_AS("format", str, format__),
    M(format_map),
    METHOD_AS("__getnewargs__", str, getnewargs),
    {0},
};
