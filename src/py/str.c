/* str.c -- the str type: making, repr, operators, subscripts, comparison. Methods: str_methods.c.
 */
#include "py/py.h"
#include "py/internal.h"
#include "py/str_methods.h"

Str *str_repr(const Str *s)
{
    bool has_single = memchr(s->text, '\'', s->length),
         has_double = memchr(s->text, '"', s->length);
    char quote = has_single && !has_double ? '"' : '\'';
    Buf out = {0};
    buf_char(&out, quote);
    for (const char *p = s->text, *end = p + s->length; p < end;) {
        uint32_t c = utf8_next(&p);
        if (c == (uint32_t)quote || c == '\\')
            buf_format(&out, "\\%c", (char)c);
        else if (c == '\n' || c == '\r' || c == '\t')
            buf_text(&out, c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
        else if (unicode_is_printable(c))
            buf_code_point(&out, c);
        else
            buf_format(&out, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    }
    buf_char(&out, quote);
    return buf_str(&out);
}

Str *str_substring(const Str *s, size_t from, size_t to)
{
    if (to > s->characters)
        to = s->characters;
    if (from >= to)
        return str_empty;
    return str_slice_bytes(s, str_offset(s, from), str_offset(s, to));
}

Str *str_repeat(const Str *s, int64_t count)
{
    if (count <= 0 || s->length == 0)
        return str_empty;
    if (count > INT32_MAX / (int64_t)s->length)
        raise_exception(&MemoryError_class, "%s", "");
    Buf out = {0};
    if (s->length == 1)
        buf_fill(&out, s->text[0], (size_t)count);
    else
        for (int64_t i = 0; i < count; i++)
            buf_add(&out, s);
    return buf_str(&out);
}

static Value str_binop(Operator op, Value a, Value b)
{
    Str *left = value_find_str(a), *right = is_set(b) ? value_find_str(b) : NULL;
    if (op == OPERATOR_MOD && left && is_set(b))
        return STR(str_percent(left, b));
    if (left && right)
        return op == OPERATOR_ADD ? STR(str_concat(left, right))
                                  : ordering_result(op, str_compare(left, right));
    if (op != OPERATOR_MUL || !is_set(b))
        return UNSET;
    Value count = left ? value_plain(b) : value_plain(a);
    if (!is_index(count))
        return UNSET;
    const Str *text = left ? left : right;
    int64_t times = repeat_count(count);
    if (text->characters > 1 && times > INT64_MAX / text->characters)
        raise_exception(&OverflowError_class, "repeated string is too long");
    return STR(str_repeat(text, times));
}

/* --- slots ------------------------------------------------------------------------------------ */

static Str *self_text(Value self)
{
    Str *s = value_find_str(self);
    if (!s)
        raise_type("descriptor requires a 'str' object but received a '%s'", class_text(self));
    return s;
}

static Str *str_repr_slot(Value self)
{
    return str_repr(self_text(self));
}

static Str *str_str_slot(Value self)
{
    return self_text(self);
}

static Str *str_format_slot(Value self, Str *spec)
{
    return format_str(self_text(self), spec);
}

static Str *stepped(const Str *s, int64_t start, int64_t step, int64_t count)
{
    uint32_t *points = new_array(uint32_t, s->characters + 1);
    size_t n = 0;
    for (const char *p = s->text, *end = p + s->length; p < end;)
        points[n++] = utf8_next(&p);
    Buf out = {0};
    for (int64_t i = 0; i < count; i++, start += step)
        buf_code_point(&out, points[start]);
    return buf_str(&out);
}

static Value str_subscript(Value self, Value key)
{
    Str *s = self_text(self);
    const Slice *slice = as(Slice, key);
    if (!slice) {
        if (!is_index(value_plain(key)))
            raise_type("string indices must be integers, not '%s'", class_text(key));
        size_t i = sequence_index(key, s->characters, "string");
        return STR(str_substring(s, i, i + 1));
    }
    int64_t start, stop, step, count = slice_indices(slice, s->characters, &start, &stop, &step);
    if (step == 1)
        return STR(str_substring(s, (size_t)start, (size_t)(start + count)));
    return STR(stepped(s, start, step, count));
}

static bool str_contains(Value self, Value item)
{
    Str *part = value_find_str(item);
    if (!part)
        raise_type("'in <string>' requires string as left operand, not %s", class_text(item));
    return str_find(self_text(self), part, 0) >= 0;
}

static int64_t str_length(Value self)
{
    return self_text(self)->characters;
}

static bool str_truth(Value self)
{
    return self_text(self)->length != 0;
}

static int64_t str_hash_slot(Value self)
{
    return str_hash(self_text(self));
}

static Value str_iter(Value self)
{
    return container_iter(STR(self_text(self)));
}

#define STR_NEW(P)                                                                                 \
    P(POS, any, object, Unset) P(POS, any, encoding, Unset) P(POS, any, errors, Unset)
const char *codec_option(Value v, const char *function, const char *name)
{
    const Str *text = value_find_str(v);
    if (is_set(v) && !text)
        raise_type("%s() argument '%s' must be str, not %s", function, name,
                   is_none(v) ? "None" : class_text(v));
    return text ? text->text : NULL;
}

NATIVE_CLASS(str, construct, STR_NEW)
{
    Str *text;
    const char *data;
    size_t length;
    const char *encoding = codec_option(a->encoding, "str", "encoding"),
               *errors = codec_option(a->errors, "str", "errors");
    if (!is_set(a->object))
        text = str_empty;
    else if (!encoding && !errors)
        text = value_str(a->object);
    else if (value_find_bytes(a->object, &data, &length))
        text = length ? bytes_decode(data, length, encoding ? encoding : "utf-8", errors) : str_empty;
    else if (value_find_str(a->object))
        raise_type("decoding str is not supported");
    else
        raise_type("decoding to str: need a bytes-like object, %s found",
                   class_text(a->object));
    return box_value(class, &str_class, STR(text));
}

const Class str_class = {
    .obj = {.class = &type_class},
    .name = "str",
    .module = "builtins",
    .base = &object_class,
    .size = sizeof(Boxed),
    .state = &(ClassState){0},
    .flags = CLASS_BOXED,
    .construct = CONSTRUCT(str),
    .methods = str_methods,
    .more_methods = (const Method *const[]){str_case_methods, str_search_methods, NULL},
    .repr = str_repr_slot,
    .str = str_str_slot,
    .format = str_format_slot,
    .binop = str_binop,
    .subscript = str_subscript,
    .contains = str_contains,
    .length = str_length,
    .truth = str_truth,
    .hash = str_hash_slot,
    .iter = str_iter,
};
