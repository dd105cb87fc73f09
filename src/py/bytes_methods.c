/* bytes_methods.c -- the methods of bytes and bytearray; most are the ASCII shape of those of str.
 */
#include "py/py.h"
#include "py/internal.h"
#include "py/bytes.h"

#include <ctype.h>

static Value like(Value self, const Buf *out)
{
    return bytes_like(self, out->data ? out->data : "", out->length);
}

/* --- text ------------------------------------------------------------------------------------- */

#define DECODE_PARAMS(P) P(POS, any, encoding, Unset) P(POS, any, errors, Unset)
NATIVE_VALUE(bytes, decode__, DECODE_PARAMS)
{
    Span s = bytes_span(self);
    const char *encoding = codec_option(a->encoding, "decode", "encoding"),
               *errors = codec_option(a->errors, "decode", "errors");
    if (s.length == 0) /* nobody asks for the encoding */
        return STR(str_empty);
    return STR(bytes_decode(s.data, s.length, encoding ? encoding : "utf-8", errors));
}

#define HEX_PARAMS(P) P(POS, str, sep, Unset) P(POS, int, bytes_per_sep, One)
NATIVE_VALUE(bytes, hex, HEX_PARAMS)
{
    Span s = bytes_span(self);
    size_t group = (size_t)(a->bytes_per_sep < 0 ? -a->bytes_per_sep : a->bytes_per_sep);
    Buf out = {0};
    if (a->sep && a->sep->characters != 1)
        raise_value("sep must be length 1.");
    if (a->sep && !str_is_ascii(a->sep))
        raise_value("sep must be ASCII.");
    for (size_t i = 0; i < s.length; i++) {
        size_t from_edge = a->bytes_per_sep < 0 ? i : s.length - i;
        if (a->sep && group && i > 0 && from_edge % group == 0)
            buf_add(&out, a->sep);
        buf_format(&out, "%02x", (unsigned char)s.data[i]);
    }
    return STR(buf_str(&out));
}

static int hex_digit(char c)
{
    if (isdigit((unsigned char)c))
        return c - '0';
    return isxdigit((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10 : -1;
}

#define FROMHEX_PARAMS(P) P(ONLY, str, string, Required)
NATIVE_CLASS(bytes, fromhex, FROMHEX_PARAMS)
{
    Buf out = {0};
    for (const char *p = a->string->text; *p; p++) {
        if (isspace((unsigned char)*p))
            continue;
        int high = hex_digit(*p), low = high < 0 ? -1 : hex_digit(p[1]);
        if (high < 0 || low < 0)
            raise_value("non-hexadecimal number found in fromhex() arg at position %zu",
                        (size_t)(p - a->string->text) + (high >= 0));
        buf_char(&out, (char)(high * 16 + low));
        p++;
    }
    Value made = OBJ(bytes_new(out.data ? out.data : "", out.length));
    return class == &bytes_class ? made : call(OBJ(class), 1, &made);
}

/* --- case and predicates ---------------------------------------------------------------------- */

static Value map_bytes(Value self, int (*map)(int))
{
    Span s = bytes_span(self);
    Buf out = {0};
    for (size_t i = 0; i < s.length; i++) {
        unsigned char c = (unsigned char)s.data[i];
        buf_char(&out, (char)(c < 128 ? map(c) : c));
    }
    return like(self, &out);
}

NATIVE_VALUE(bytes, lower, NO_PARAMS)
{
    return map_bytes(self, tolower);
}

NATIVE_VALUE(bytes, upper, NO_PARAMS)
{
    return map_bytes(self, toupper);
}

static int swap_case(int c)
{
    return islower(c) ? toupper(c) : tolower(c);
}

NATIVE_VALUE(bytes, swapcase, NO_PARAMS)
{
    return map_bytes(self, swap_case);
}

static Value first_upper(Value self, bool each_word)
{
    Span s = bytes_span(self);
    Buf out = {0};
    bool inside = false;
    for (size_t i = 0; i < s.length; i++) {
        int c = (unsigned char)s.data[i];
        bool letter = c < 128 && isalpha(c);
        buf_char(&out, (char)(letter ? (inside ? tolower(c) : toupper(c)) : c));
        inside = !each_word || letter;
    }
    return like(self, &out);
}

NATIVE_VALUE(bytes, capitalize, NO_PARAMS)
{
    return first_upper(self, false);
}

NATIVE_VALUE(bytes, title, NO_PARAMS)
{
    return first_upper(self, true);
}

static Value all_are(Value self, int (*test)(int))
{
    Span s = bytes_span(self);
    for (size_t i = 0; i < s.length; i++)
        if ((unsigned char)s.data[i] > 127 || !test((unsigned char)s.data[i]))
            return FALSE_VALUE;
    return BOOL(s.length > 0);
}

#define BYTE_TEST(name)                                                                            \
    NATIVE_VALUE(bytes, name, NO_PARAMS)                                                           \
    {                                                                                              \
        return all_are(self, (name));                                                              \
    }
BYTE_TEST(isalpha)
BYTE_TEST(isdigit)
BYTE_TEST(isalnum)
BYTE_TEST(isspace)

static Value one_case(Value self, int (*wanted)(int), int (*other)(int))
{
    Span s = bytes_span(self);
    bool found = false;
    for (size_t i = 0; i < s.length; i++) {
        int c = (unsigned char)s.data[i];
        if (c < 128 && other(c))
            return FALSE_VALUE;
        found |= c < 128 && wanted(c);
    }
    return BOOL(found);
}

NATIVE_VALUE(bytes, islower, NO_PARAMS)
{
    return one_case(self, (islower), (isupper));
}

NATIVE_VALUE(bytes, isupper, NO_PARAMS)
{
    return one_case(self, (isupper), (islower));
}

NATIVE_VALUE(bytes, istitle, NO_PARAMS)
{
    Span s = bytes_span(self);
    bool inside = false, found = false;
    for (size_t i = 0; i < s.length; i++) {
        bool upper = isupper((unsigned char)s.data[i]), lower = islower((unsigned char)s.data[i]);
        if ((upper && inside) || (lower && !inside))
            return FALSE_VALUE;
        inside = upper || lower;
        found |= inside;
    }
    return BOOL(found);
}

NATIVE_VALUE(bytes, isascii, NO_PARAMS)
{
    Span s = bytes_span(self);
    for (size_t i = 0; i < s.length; i++)
        if ((unsigned char)s.data[i] > 127)
            return FALSE_VALUE;
    return TRUE_VALUE;
}

/* --- searching -------------------------------------------------------------------------------- */

/* The thing looked for: bytes, or one int. */
static Span needle_of(Value v, char *byte)
{
    Span span;
    if (value_find_bytes(v, &span.data, &span.length))
        return span;
    if (!is_int(value_plain(v)))
        raise_type("argument should be integer or bytes-like object, not '%s'", class_text(v));
    *byte = byte_of(v);
    return (Span){byte, 1};
}

static int64_t window_bound(Value v, int64_t length, int64_t fallback)
{
    if (!is_absent(v) && !is_index(v))
        raise_type("slice indices must be integers or None or have an __index__ method");
    return index_bound(is_absent(v) ? UNSET : v, length, fallback);
}

static Span window(Span s, Value start, Value end, int64_t *from)
{
    int64_t length = (int64_t)s.length;
    int64_t low = window_bound(start, length, 0), high = window_bound(end, length, length);
    high = high > length ? length : high;
    *from = low;
    if (low > high)
        return (Span){NULL, 0};
    return (Span){s.data + low, (size_t)(high - low)};
}

static const char *last_hit(Span w, Span needle)
{
    if (w.length < needle.length)
        return NULL;
    for (const char *p = w.data + w.length - needle.length; p >= w.data; p--)
        if (memcmp(p, needle.data, needle.length) == 0)
            return p;
    return NULL;
}

#define SEARCH_PARAMS(P)                                                                           \
    P(ONLY, any, sub, Required) P(ONLY, any, start, None) P(ONLY, any, end, None)
static int64_t search(Value self, Value sub, Value start, Value end, bool backward)
{
    char byte;
    int64_t from;
    Span s = bytes_span(self), w = window(s, start, end, &from), needle = needle_of(sub, &byte);
    if (!w.data)
        return -1;
    const char *hit =
        backward ? last_hit(w, needle) : memmem(w.data, w.length, needle.data, needle.length);
    return hit ? hit - s.data : -1;
}

static Value found(int64_t at)
{
    if (at < 0)
        raise_value("subsection not found");
    return INT(at);
}

NATIVE_VALUE(bytes, find, SEARCH_PARAMS)
{
    return INT(search(self, a->sub, a->start, a->end, false));
}

NATIVE_VALUE(bytes, rfind, SEARCH_PARAMS)
{
    return INT(search(self, a->sub, a->start, a->end, true));
}

NATIVE_VALUE(bytes, index, SEARCH_PARAMS)
{
    return found(search(self, a->sub, a->start, a->end, false));
}

NATIVE_VALUE(bytes, rindex, SEARCH_PARAMS)
{
    return found(search(self, a->sub, a->start, a->end, true));
}

NATIVE_VALUE(bytes, count, SEARCH_PARAMS)
{
    char byte;
    int64_t from, count = 0;
    Span needle = needle_of(a->sub, &byte), w = window(bytes_span(self), a->start, a->end, &from);
    if (!w.data || needle.length == 0)
        return INT(w.data ? (int64_t)w.length + 1 : 0);
    for (const char *p = w.data, *end = p + w.length, *hit;
         (hit = memmem(p, (size_t)(end - p), needle.data, needle.length)); p = hit + needle.length)
        count++;
    return INT(count);
}

static bool affix_matches(Span w, Span part, bool at_end)
{
    if (!w.data || w.length < part.length)
        return false;
    return memcmp(at_end ? w.data + w.length - part.length : w.data, part.data, part.length) == 0;
}

static Value affix_test(Value self, Value parts, Value start, Value end, bool at_end)
{
    int64_t from;
    Span w = window(bytes_span(self), start, end, &from), part;
    Tuple *tuple = as(Tuple, parts);
    if (!tuple && !value_find_bytes(parts, &part.data, &part.length))
        raise_type("%s first arg must be bytes or a tuple of bytes, not %s",
                   at_end ? "endswith" : "startswith", class_text(parts));
    if (!tuple)
        return BOOL(affix_matches(w, part, at_end));
    for (size_t i = 0; i < tuple->length; i++)
        if (affix_matches(w, bytes_span(tuple->at[i]), at_end))
            return TRUE_VALUE;
    return FALSE_VALUE;
}

NATIVE_VALUE(bytes, startswith, SEARCH_PARAMS)
{
    return affix_test(self, a->sub, a->start, a->end, false);
}

NATIVE_VALUE(bytes, endswith, SEARCH_PARAMS)
{
    return affix_test(self, a->sub, a->start, a->end, true);
}

NATIVE_VALUE(bytes, removeprefix, ONE_VALUE)
{
    Span s = bytes_span(self), part = bytes_span(a->value);
    size_t cut = affix_matches(s, part, false) ? part.length : 0;
    return bytes_like(self, s.data + cut, s.length - cut);
}

NATIVE_VALUE(bytes, removesuffix, ONE_VALUE)
{
    Span s = bytes_span(self), part = bytes_span(a->value);
    return bytes_like(self, s.data, s.length - (affix_matches(s, part, true) ? part.length : 0));
}

#define REPLACE_PARAMS(P)                                                                          \
    P(ONLY, any, old, Required) P(ONLY, any, replacement, Required) P(ONLY, int, count, MinusOne)
NATIVE_VALUE(bytes, replace, REPLACE_PARAMS)
{
    Span s = bytes_span(self), old = bytes_span(a->old), with = bytes_span(a->replacement);
    int64_t left = a->count < 0 ? INT64_MAX : a->count;
    Buf out = {0};
    const char *p = s.data, *end = p + s.length, *hit;
    if (old.length == 0) {
        for (; left-- > 0; p++) {
            buf_bytes(&out, with.data, with.length);
            if (p == end)
                return like(self, &out);
            buf_char(&out, *p);
        }
    } else
        while (left-- > 0 && (hit = memmem(p, (size_t)(end - p), old.data, old.length))) {
            buf_bytes(&out, p, (size_t)(hit - p));
            buf_bytes(&out, with.data, with.length);
            p = hit + old.length;
        }
    buf_bytes(&out, p, (size_t)(end - p));
    return like(self, &out);
}

/* --- splitting and joining -------------------------------------------------------------------- */

static void add_part(List *list, Value model, const char *from, const char *to)
{
    list_append(list, bytes_like(model, from, (size_t)(to - from)));
}

static List *split_blanks(Value self, int64_t limit)
{
    Span s = bytes_span(self);
    List *list = list_new(4);
    for (const char *p = s.data, *end = p + s.length;;) {
        while (p < end && isspace((unsigned char)*p))
            p++;
        if (p == end)
            return list;
        const char *from = p;
        if (limit-- == 0)
            p = end;
        while (p < end && !isspace((unsigned char)*p))
            p++;
        add_part(list, self, from, p);
    }
}

static List *split_blanks_back(Value self, int64_t limit)
{
    Span s = bytes_span(self);
    List *list = list_new(4);
    for (const char *p = s.data + s.length;;) {
        while (p > s.data && isspace((unsigned char)p[-1]))
            p--;
        if (p == s.data)
            return list;
        const char *to = p;
        if (limit-- == 0)
            p = s.data;
        while (p > s.data && !isspace((unsigned char)p[-1]))
            p--;
        add_part(list, self, p, to);
    }
}

static List *split_at(Value self, Span sep, int64_t limit)
{
    Span s = bytes_span(self);
    List *list = list_new(4);
    const char *p = s.data, *end = p + s.length, *hit;
    while (limit-- != 0 && (hit = memmem(p, (size_t)(end - p), sep.data, sep.length))) {
        add_part(list, self, p, hit);
        p = hit + sep.length;
    }
    add_part(list, self, p, end);
    return list;
}

static List *split_at_back(Value self, Span sep, int64_t limit)
{
    Span s = bytes_span(self);
    List *list = list_new(4);
    const char *hit;
    while (limit-- != 0 && (hit = last_hit(s, sep))) {
        add_part(list, self, hit + sep.length, s.data + s.length);
        s.length = (size_t)(hit - s.data);
    }
    add_part(list, self, s.data, s.data + s.length);
    return list;
}

static Value backwards(List *list)
{
    for (size_t i = 0, k = list->length; i + 1 < k; i++) {
        Value item = list->at[--k];
        list->at[k] = list->at[i];
        list->at[i] = item;
    }
    return OBJ(list);
}

static Span separator_of(Value v)
{
    Span sep = bytes_span(v);
    if (sep.length == 0)
        raise_value("empty separator");
    return sep;
}

#define SPLIT_PARAMS(P) P(POS, any, sep, None) P(POS, int, maxsplit, MinusOne)
NATIVE_VALUE(bytes, split, SPLIT_PARAMS)
{
    return OBJ(is_none(a->sep) ? split_blanks(self, a->maxsplit)
                               : split_at(self, separator_of(a->sep), a->maxsplit));
}

NATIVE_VALUE(bytes, rsplit, SPLIT_PARAMS)
{
    return backwards(is_none(a->sep) ? split_blanks_back(self, a->maxsplit)
                                     : split_at_back(self, separator_of(a->sep), a->maxsplit));
}

#define KEEPENDS(P) P(POS, bool, keepends, False)
NATIVE_VALUE(bytes, splitlines, KEEPENDS)
{
    Span s = bytes_span(self);
    List *list = list_new(4);
    const char *p = s.data, *from = p, *end = p + s.length;
    while (p < end) {
        const char *at = p++;
        if (*at != '\n' && *at != '\r')
            continue;
        if (*at == '\r' && p < end && *p == '\n')
            p++;
        add_part(list, self, from, a->keepends ? p : at);
        from = p;
    }
    if (from < end)
        add_part(list, self, from, end);
    return OBJ(list);
}

static Value three(Value a, Value b, Value c)
{
    return OBJ(tuple_new(3, (Value[]){a, b, c}));
}

/* bytes give themselves and the separator that they were given, whatever it is; a bytearray copies. */
static Value partition(Value self, Value value, bool backward)
{
    Span s = bytes_span(self), sep = separator_of(value);
    bool copies = is_instance(self, &bytearray_class);
    const char *hit = backward ? last_hit(s, sep) : memmem(s.data, s.length, sep.data, sep.length);
    if (!hit) {
        Value nothing = bytes_like(self, "", 0), other = copies ? bytes_like(self, "", 0) : nothing;
        Value whole = copies ? bytes_like(self, s.data, s.length) : self;
        return backward ? three(nothing, other, whole) : three(whole, nothing, other);
    }
    const char *after = hit + sep.length;
    return three(bytes_like(self, s.data, (size_t)(hit - s.data)),
                 copies ? bytes_like(self, sep.data, sep.length) : value,
                 bytes_like(self, after, (size_t)(s.data + s.length - after)));
}

NATIVE_VALUE(bytes, partition, ONE_VALUE)
{
    return partition(self, a->value, false);
}

NATIVE_VALUE(bytes, rpartition, ONE_VALUE)
{
    return partition(self, a->value, true);
}

NATIVE_VALUE(bytes, join, ONE_VALUE)
{
    Span s = bytes_span(self), part;
    Buf out = {0};
    if (!is_iterable(a->value))
        raise_type("can only join an iterable");
    Iter it = iter_open(a->value);
    Value item;
    for (size_t i = 0; iter_next(&it, &item); i++) {
        if (!value_find_bytes(item, &part.data, &part.length))
            raise_type("sequence item %zu: expected a bytes-like object, %s found", i,
                       class_text(item));
        if (i > 0)
            buf_bytes(&out, s.data, s.length);
        buf_bytes(&out, part.data, part.length);
    }
    return like(self, &out);
}

/* --- stripping and padding -------------------------------------------------------------------- */

static bool in_set(Value chars, char c)
{
    if (is_none(chars))
        return isspace((unsigned char)c) != 0;
    Span set = bytes_span(chars);
    return memchr(set.data, c, set.length) != NULL;
}

static Value strip(Value self, Value chars, bool left, bool right)
{
    Span s = bytes_span(self);
    if (!is_none(chars))
        bytes_span(chars); /* refuses what is no bytes, also where there is nothing to strip */
    while (left && s.length && in_set(chars, s.data[0])) {
        s.data++;
        s.length--;
    }
    while (right && s.length && in_set(chars, s.data[s.length - 1]))
        s.length--;
    return bytes_like(self, s.data, s.length);
}

#define STRIP_PARAMS(P) P(ONLY, any, chars, None)
NATIVE_VALUE(bytes, strip, STRIP_PARAMS)
{
    return strip(self, a->chars, true, true);
}

NATIVE_VALUE(bytes, lstrip, STRIP_PARAMS)
{
    return strip(self, a->chars, true, false);
}

NATIVE_VALUE(bytes, rstrip, STRIP_PARAMS)
{
    return strip(self, a->chars, false, true);
}

static Value pad(const char *method, Value self, int64_t left, int64_t right, Value fill)
{
    Span s = bytes_span(self), with = {" ", 1};
    if (is_set(fill) && (!value_find_bytes(fill, &with.data, &with.length) || with.length != 1))
        raise_type("%s() argument 2 must be a byte string of length 1, not %s", method,
                   class_text(fill));
    Buf out = {0};
    buf_fill(&out, *with.data, (size_t)left);
    buf_bytes(&out, s.data, s.length);
    buf_fill(&out, *with.data, (size_t)right);
    return like(self, &out);
}

static int64_t missing(Value self, int64_t width)
{
    int64_t length = (int64_t)bytes_span(self).length;
    return width > length ? width - length : 0;
}

#define PAD_PARAMS(P) P(ONLY, int, width, Required) P(ONLY, any, fillchar, Unset)
NATIVE_VALUE(bytes, ljust, PAD_PARAMS)
{
    return pad("ljust", self, 0, missing(self, a->width), a->fillchar);
}

NATIVE_VALUE(bytes, rjust, PAD_PARAMS)
{
    return pad("rjust", self, missing(self, a->width), 0, a->fillchar);
}

NATIVE_VALUE(bytes, center, PAD_PARAMS)
{
    int64_t blanks = missing(self, a->width), left = blanks / 2 + (blanks & a->width & 1);
    return pad("center", self, left, blanks - left, a->fillchar);
}

#define WIDTH_PARAM(P) P(ONLY, int, width, Required)
NATIVE_VALUE(bytes, zfill, WIDTH_PARAM)
{
    Span s = bytes_span(self);
    size_t sign = s.length && (*s.data == '-' || *s.data == '+');
    Buf out = {0};
    buf_bytes(&out, s.data, sign);
    buf_fill(&out, '0', (size_t)missing(self, a->width));
    buf_bytes(&out, s.data + sign, s.length - sign);
    return like(self, &out);
}

#define TRANSLATE_PARAMS(P) P(ONLY, any, table, Required) P(POS, any, delete, Unset)
NATIVE_VALUE(bytes, translate, TRANSLATE_PARAMS)
{
    Span s = bytes_span(self), table = {0}, drop = {"", 0};
    if (!is_none(a->table))
        table = bytes_span(a->table);
    if (table.data && table.length != 256)
        raise_value("translation table must be 256 characters long");
    if (is_set(a->delete))
        drop = bytes_span(a->delete);
    Buf out = {0};
    for (size_t i = 0; i < s.length; i++)
        if (!memchr(drop.data, s.data[i], drop.length))
            buf_char(&out, table.data ? table.data[(unsigned char)s.data[i]] : s.data[i]);
    return like(self, &out);
}

#define TABSIZE(P) P(POS, any, tabsize, Unset)
NATIVE_VALUE(bytes, expandtabs, TABSIZE)
{
    Span s = bytes_span(self);
    Str *text = bytes_decode(s.data, s.length, "latin-1", NULL);
    Value expanded = call_method(STR(text), "expandtabs", is_set(a->tabsize), &a->tabsize);
    Bytes *bytes = str_encode(expanded.str, "latin-1", NULL);
    return bytes_like(self, bytes->data, bytes->length);
}

#define MAKETRANS_PARAMS(P) P(ONLY, any, from, Required) P(ONLY, any, to, Required)
FUNCTION(bytes, maketrans, MAKETRANS_PARAMS)
{
    Span from = bytes_span(a->from), to = bytes_span(a->to);
    char table[256];
    if (from.length != to.length)
        raise_value("maketrans arguments must have same length");
    for (int i = 0; i < 256; i++)
        table[i] = (char)i;
    for (size_t i = 0; i < from.length; i++)
        table[(unsigned char)from.data[i]] = to.data[i];
    return OBJ(bytes_new(table, sizeof table));
}

/* --- bytearray only --------------------------------------------------------------------------- */

static ByteArray *array_of(Value self)
{
    return (ByteArray *)self.obj;
}

NATIVE_VALUE(bytearray, append__, ONE_VALUE)
{
    char byte = byte_of(a->value);
    bytearray_append(array_of(self), &byte, 1);
    return NONE;
}

NATIVE_VALUE(bytearray, extend, ONE_VALUE)
{
    Span s;
    if (value_find_bytes(a->value, &s.data, &s.length)) {
        bytearray_append(array_of(self), s.data, s.length);
        return NONE;
    }
    if (!is_iterable(a->value))
        raise_type("can't extend bytearray with %s", class_text(a->value));
    Buf bytes = {0};
    Iter it = iter_open(a->value);
    for (Value item; iter_next(&it, &item);)
        buf_char(&bytes, byte_of(item));
    bytearray_append(array_of(self), bytes.data, bytes.length);
    return NONE;
}

NATIVE_VALUE(bytearray, iadd, ONE_VALUE)
{
    Span s;
    if (!value_find_bytes(a->value, &s.data, &s.length))
        raise_type("can't concat %s to bytearray", class_text(a->value));
    if (value_is(a->value, self) && s.length)
        raise_exception(&BufferError_class, "Existing exports of data: object cannot be re-sized");
    bytearray_append(array_of(self), s.data, s.length);
    return self;
}

NATIVE_VALUE(bytearray, imul, ONE_VALUE)
{
    int64_t times = repeat_count(a->value);
    if (times < 0)
        return NOT_IMPLEMENTED;
    Span s = bytes_span(value_operate(OPERATOR_MUL, self, a->value));
    array_of(self)->length = 0;
    bytearray_append(array_of(self), s.data, s.length);
    return self;
}

NATIVE_VALUE(bytearray, clear, NO_PARAMS)
{
    array_of(self)->length = 0;
    return NONE;
}

NATIVE_VALUE(bytearray, copy, NO_PARAMS)
{
    Span s = bytes_span(self);
    return bytes_like(self, s.data, s.length);
}

#define POP_PARAMS(P) P(ONLY, int, index, MinusOne)
NATIVE_VALUE(bytearray, pop, POP_PARAMS)
{
    ByteArray *array = array_of(self);
    if (array->length == 0)
        raise_exception(&IndexError_class, "pop from empty bytearray");
    int64_t i = a->index < 0 ? a->index + (int64_t)array->length : a->index;
    if (i < 0 || i >= (int64_t)array->length)
        raise_exception(&IndexError_class, "pop index out of range");
    Value byte = INT((unsigned char)array->data[i]);
    value_delete_subscript(self, INT(i));
    return byte;
}

#define INSERT_PARAMS(P) P(ONLY, int, index, Required) P(ONLY, any, value, Required)
NATIVE_VALUE(bytearray, insert, INSERT_PARAMS)
{
    ByteArray *array = array_of(self);
    char byte = byte_of(a->value);
    int64_t length = (int64_t)array->length, i = a->index < 0 ? a->index + length : a->index;
    size_t at = i < 0 ? 0 : i > length ? (size_t)length : (size_t)i;
    bytearray_append(array, &byte, 1);
    memmove(array->data + at + 1, array->data + at, (size_t)length - at);
    array->data[at] = byte;
    return NONE;
}

NATIVE_VALUE(bytearray, remove, ONE_VALUE)
{
    ByteArray *array = array_of(self);
    const char *hit = array->length ? memchr(array->data, byte_of(a->value), array->length) : NULL;
    if (!hit)
        raise_value("value not found in bytearray");
    value_delete_subscript(self, INT(hit - array->data));
    return NONE;
}

NATIVE_VALUE(bytearray, reverse, NO_PARAMS)
{
    ByteArray *array = array_of(self);
    for (size_t i = 0, k = array->length; i + 1 < k; i++) {
        char c = array->data[--k];
        array->data[k] = array->data[i];
        array->data[i] = c;
    }
    return NONE;
}

#define B(name) METHOD(bytes, name)
#define SHARED_METHODS                                                                             \
    METHOD_AS("decode", bytes, decode__), B(hex), CLASS_METHOD(bytes, fromhex), B(lower),          \
        B(upper), B(swapcase), B(capitalize), B(title), B(isalpha), B(isdigit), B(isalnum),        \
        B(isspace), B(islower), B(isupper), B(istitle), B(expandtabs), B(isascii), B(find), B(rfind), B(index), B(rindex),    \
        B(count), B(startswith), B(endswith), B(removeprefix), B(removesuffix), B(replace),        \
        B(split), B(rsplit), B(splitlines), B(partition), B(rpartition), B(join), B(strip),        \
        B(lstrip), B(rstrip), B(ljust), B(rjust), B(center), B(zfill), B(translate),               \
        STATIC_METHOD(bytes, maketrans)

const Method bytes_methods[] = {SHARED_METHODS, {0}};
const Method bytearray_methods[] = {
    SHARED_METHODS,
    METHOD_AS("append", bytearray, append__),
    METHOD(bytearray, extend),
    METHOD_AS("__iadd__", bytearray, iadd),
    METHOD_AS("__imul__", bytearray, imul),
    METHOD(bytearray, clear),
    METHOD(bytearray, copy),
    METHOD(bytearray, pop),
    METHOD(bytearray, insert),
    METHOD(bytearray, remove),
    METHOD(bytearray, reverse),
    {0},
};
