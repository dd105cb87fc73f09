/* str_methods.c -- the methods of str: stripping, padding, translating, encoding, formatting. What knows kinds of
 * characters is in str_case.c, what finds parts in str_search.c. All count in code points. */
#include "py/str_methods.h"

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
    Str *s = str_self(self);
    const char *from = s->text, *to = from + s->length, *next;
    while (left && from < to && (next = from, in_set(set, utf8_next(&next))))
        from = next;
    while (right && to > from && (next = utf8_before(to), in_set(set, utf8_next(&next))))
        to = utf8_before(to);
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
    Str *s = str_self(self);
    return pad(s, 0, missing(s, a->width), fill_of(a->fillchar));
}

NATIVE_VALUE(str, rjust, PAD_PARAMS)
{
    Str *s = str_self(self);
    return pad(s, missing(s, a->width), 0, fill_of(a->fillchar));
}

NATIVE_VALUE(str, center, PAD_PARAMS)
{
    Str *s = str_self(self);
    int64_t blanks = missing(s, a->width), left = blanks / 2 + (blanks & a->width & 1);
    return pad(s, left, blanks - left, fill_of(a->fillchar));
}

#define WIDTH_PARAM(P) P(ONLY, int, width, Required)
NATIVE_VALUE(str, zfill, WIDTH_PARAM)
{
    Str *s = str_self(self);
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
    Str *s = str_self(self);
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
    Str *s = str_self(self);
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

#define ENCODE_PARAMS(P) P(POS, any, encoding, Unset) P(POS, any, errors, Unset)
NATIVE_VALUE(str, encode__, ENCODE_PARAMS)
{
    const char *encoding = codec_option(a->encoding, "encode", "encoding"),
               *errors = codec_option(a->errors, "encode", "errors");
    return OBJ(str_encode(str_self(self), encoding ? encoding : "utf-8", errors));
}

#define FORMAT_CALL(P) P(REST, tuple, args, Empty) P(KWREST, dict, keywords, Empty)
NATIVE_VALUE(str, format__, FORMAT_CALL)
{
    return STR(str_format_fields(str_self(self), a->args, OBJ(a->keywords)));
}

NATIVE_VALUE(str, format_map, ONE_VALUE)
{
    return STR(str_format_fields(str_self(self), NULL, a->value));
}

NATIVE_VALUE(str, getnewargs, NO_PARAMS)
{
    const Value text = STR(str_self(self));
    return OBJ(tuple_new(1, &text));
}

const Method str_methods[] = {
    METHOD(str, strip),
    METHOD(str, lstrip),
    METHOD(str, rstrip),
    METHOD(str, ljust),
    METHOD(str, rjust),
    METHOD(str, center),
    METHOD(str, zfill),
    METHOD(str, expandtabs),
    METHOD(str, translate),
    STATIC_METHOD(str, maketrans),
    METHOD_AS("encode", str, encode__),
    METHOD_AS("format", str, format__),
    METHOD(str, format_map),
    METHOD_AS("__getnewargs__", str, getnewargs),
    {0},
};
