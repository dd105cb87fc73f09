/* str_search.c -- methods of str that find parts of a text: searching, replacing, splitting; and joining them. */
#include "py/str_methods.h"

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
    Str *s = str_self(self);
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
    Str *s = str_self(self);
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
    Str *s = str_self(self), *one = value_find_str(parts);
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
    Str *s = str_self(self);
    bool there = affix_matches(s, (Window){0, s->length}, a->part, false);
    return STR(there ? str_slice_bytes(s, a->part->length, s->length) : s);
}

NATIVE_VALUE(str, removesuffix, ONE_STR)
{
    Str *s = str_self(self);
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
    Str *s = str_self(self);
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

/* The list a text is split into: few parts are counted before it is made, so that it is no larger than they need. */
typedef struct Parts {
    Value few[16];
    size_t count;
    List *list; /* once they are more */
} Parts;

static void parts_open(Parts *parts)
{
    parts->count = 0;
    parts->list = NULL;
}

/* A part of s, from one place in its text to another. */
static void add_part(Parts *parts, const Str *s, const char *from, const char *to)
{
    Value part = STR(str_slice_bytes(s, (size_t)(from - s->text), (size_t)(to - s->text)));
    if (parts->count < COUNT_OF(parts->few)) {
        value_store(&parts->few[parts->count++], part);
        return;
    }
    if (!parts->list)
        parts->list = list_of(parts->count, parts->few);
    list_append(parts->list, part);
}

static List *all_parts(const Parts *parts)
{
    return parts->list ? parts->list : list_of(parts->count, parts->few);
}

static bool space_at(const char *p, const char **after)
{
    *after = p;
    return unicode_is_space(utf8_next(after));
}

static List *split_blanks(const Str *s, int64_t limit)
{
    Parts parts;
    parts_open(&parts);
    const char *p = s->text, *end = p + s->length, *after;
    for (;;) {
        while (p < end && space_at(p, &after))
            p = after;
        if (p == end)
            return all_parts(&parts);
        const char *from = p;
        if (limit-- == 0) { /* the rest as it is, blanks at its end included */
            add_part(&parts, s, from, end);
            return all_parts(&parts);
        }
        while (p < end && !space_at(p, &after))
            p = after;
        add_part(&parts, s, from, p);
    }
}

static List *split_blanks_back(const Str *s, int64_t limit)
{
    Parts parts;
    parts_open(&parts);
    const char *start = s->text, *p = start + s->length, *after;
    for (;;) {
        while (p > start && space_at(utf8_before(p), &after))
            p = utf8_before(p);
        if (p == start)
            return all_parts(&parts);
        const char *to = p;
        if (limit-- == 0) {
            add_part(&parts, s, start, to);
            return all_parts(&parts);
        }
        while (p > start && !space_at(utf8_before(p), &after))
            p = utf8_before(p);
        add_part(&parts, s, p, to);
    }
}

static List *split_at(const Str *s, const Str *separator, int64_t limit)
{
    Parts parts;
    parts_open(&parts);
    const char *p = s->text, *end = p + s->length, *hit;
    while (limit-- != 0 && (hit = find_separator(p, end, separator))) {
        add_part(&parts, s, p, hit);
        p = hit + separator->length;
    }
    add_part(&parts, s, p, end);
    return all_parts(&parts);
}

static List *split_at_back(const Str *s, const Str *separator, int64_t limit)
{
    Parts parts;
    parts_open(&parts);
    size_t to = s->length;
    ptrdiff_t at;
    while (limit-- != 0 && (at = find_backward(s, separator, (Window){0, to})) >= 0) {
        add_part(&parts, s, s->text + at + separator->length, s->text + to);
        to = (size_t)at;
    }
    add_part(&parts, s, s->text, s->text + to);
    return all_parts(&parts);
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
    Str *separator = separator_of(a->sep), *s = str_self(self);
    return OBJ(separator ? split_at(s, separator, a->maxsplit) : split_blanks(s, a->maxsplit));
}

NATIVE_VALUE(str, rsplit, SPLIT_PARAMS)
{
    Str *separator = separator_of(a->sep), *s = str_self(self);
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
    Str *s = str_self(self);
    Parts parts;
    parts_open(&parts);
    const char *from = s->text, *p = from, *end = p + s->length;
    while (p < end) {
        const char *at = p;
        uint32_t c = utf8_next(&p);
        if (!is_line_end(c))
            continue;
        if (c == '\r' && p < end && *p == '\n')
            p++;
        add_part(&parts, s, from, a->keepends ? p : at);
        from = p;
    }
    if (from < end)
        add_part(&parts, s, from, end);
    return OBJ(all_parts(&parts));
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
    Str *s = str_self(self);
    check_separator(a->part);
    ptrdiff_t at = str_find(s, a->part, 0);
    if (at < 0)
        return three(s, str_empty, str_empty);
    return three(str_slice_bytes(s, 0, (size_t)at), a->part,
                 str_slice_bytes(s, (size_t)at + a->part->length, s->length));
}

NATIVE_VALUE(str, rpartition, ONE_STR)
{
    Str *s = str_self(self);
    check_separator(a->part);
    ptrdiff_t at = find_backward(s, a->part, (Window){0, s->length});
    if (at < 0)
        return three(str_empty, str_empty, s);
    return three(str_slice_bytes(s, 0, (size_t)at), a->part,
                 str_slice_bytes(s, (size_t)at + a->part->length, s->length));
}

static const Str *part_to_join(const List *list, size_t i)
{
    const Str *part = value_find_str(list->at[i]);
    if (!part)
        raise_type("sequence item %zu: expected str instance, %s found", i,
                   class_text(list->at[i]));
    return part;
}

/* Room for the sum of the parts, which is known before any is copied. */
static Str *room_for_parts(const Str *separator, const List *list)
{
    size_t between = list->length ? list->length - 1 : 0;
    size_t length = between * separator->length, characters = between * separator->characters;
    for (size_t i = 0; i < list->length; i++) {
        const Str *part = part_to_join(list, i);
        length += part->length;
        characters += part->characters;
    }
    return length ? str_blank(length, characters) : str_empty;
}

NATIVE_VALUE(str, join, ONE_VALUE)
{
    Str *separator = str_self(self);
    if (!is_iterable(a->value))
        raise_type("can only join an iterable");
    bool is_list = a->value.tag == TAG_OBJ && a->value.obj->class == &list_class;
    const List *list = is_list ? (const List *)a->value.obj : list_from(a->value);
    Str *joined = room_for_parts(separator, list);
    char *end = joined->text;
    for (size_t i = 0; i < list->length; i++) {
        const Str *part = part_to_join(list, i);
        if (i > 0)
            end = mempcpy(end, separator->text, separator->length);
        end = mempcpy(end, part->text, part->length);
    }
    return STR(joined);
}

const Method str_search_methods[] = {
    METHOD_AS("find", str, find__),
    METHOD(str, rfind),
    METHOD_AS("index", str, index__),
    METHOD(str, rindex),
    METHOD(str, count),
    METHOD(str, startswith),
    METHOD(str, endswith),
    METHOD(str, removeprefix),
    METHOD(str, removesuffix),
    METHOD_AS("replace", str, replace__),
    METHOD(str, split),
    METHOD(str, rsplit),
    METHOD(str, splitlines),
    METHOD(str, partition),
    METHOD(str, rpartition),
    METHOD(str, join),
    {0},
};
