/* bytes.c -- bytes and bytearray: the types, their slots and operators. Methods: bytes_methods.c.
 */
#include "py/py.h"
#include "py/internal.h"
#include "py/bytes.h"

#include <ctype.h>

Bytes *bytes_new(const char *data, size_t length)
{
    char *copy = mem_alloc_bytes(length + 1);
    if (length)
        memcpy(copy, data, length);
    copy[length] = '\0';
    Bytes *bytes = (Bytes *)mem_alloc(sizeof(Bytes));
    bytes->obj.class = &bytes_class;
    bytes->data = copy;
    bytes->length = length;
    return bytes;
}

bool value_find_bytes(Value v, const char **data, size_t *length)
{
    v = value_plain(v);
    if (v.tag != TAG_OBJ)
        return false;
    if (v.obj->class == &bytes_class) {
        *data = ((Bytes *)v.obj)->data;
        *length = ((Bytes *)v.obj)->length;
        return true;
    }
    if (!is_subclass(v.obj->class, &bytearray_class))
        return memoryview_find_bytes(v, data, length);
    *data = ((ByteArray *)v.obj)->data ? ((ByteArray *)v.obj)->data : "";
    *length = ((ByteArray *)v.obj)->length;
    return true;
}

Span bytes_span(Value v)
{
    Span span;
    if (!value_find_bytes(v, &span.data, &span.length))
        raise_type("a bytes-like object is required, not '%s'", class_text(v));
    return span;
}

bool is_bytearray(Value v)
{
    return v.tag == TAG_OBJ && is_subclass(v.obj->class, &bytearray_class);
}

Value bytes_like(Value model, const char *data, size_t length)
{
    if (!is_bytearray(model))
        return OBJ(bytes_new(data, length));
    ByteArray *array = obj_new_array();
    bytearray_append(array, data, length);
    return OBJ(array);
}

ByteArray *obj_new_array(void)
{
    return (ByteArray *)object_allocate(&bytearray_class);
}

void bytearray_append(ByteArray *array, const char *data, size_t length)
{
    if (array->length + length > array->capacity) {
        size_t capacity = vec_capacity(array->capacity, array->length + length);
        char *bigger = mem_alloc_bytes(capacity);
        if (array->length)
            memcpy(bigger, array->data, array->length);
        array->data = bigger;
        array->capacity = capacity;
    }
    if (length)
        memcpy(array->data + array->length, data, length);
    array->length += length;
}

/* --- making ----------------------------------------------------------------------------------- */

char byte_of(Value v)
{
    Value n = value_index(v);
    if (n.tag != TAG_INT || n.integer < 0 || n.integer > 255)
        raise_value("byte must be in range(0, 256)");
    return (char)n.integer;
}

/* An item of the iterable given to bytes() or bytearray(). */
static char element_of(Value v, const char *owner)
{
    Value n = value_index(v);
    if (n.tag != TAG_INT || n.integer < 0 || n.integer > 255)
        raise_value("%s must be in range(0, 256)", strcmp(owner, "bytes") == 0 ? "bytes" : "byte");
    return (char)n.integer;
}

static bool has_index(Value v)
{
    return is_int(value_plain(v)) ||
           (v.tag == TAG_OBJ && is_set(class_find(v.obj->class, N(__index__))));
}

/* What CPython's object needs beside its bytes: the largest count it takes is that much smaller. */
enum { BYTES_HEADER = 33 };

/* bytes(3): so many zeros. */
static Span zeros_of(Value source, const char *owner)
{
    Value n = value_index(source);
    if (n.tag != TAG_INT)
        raise_exception(&OverflowError_class, "cannot fit '%s' into an index-sized integer",
                        class_text(source));
    if (n.integer < 0)
        raise_value("negative count");
    if (n.integer > INT64_MAX - BYTES_HEADER && !strcmp(owner, "bytes"))
        raise_exception(&OverflowError_class, "byte string is too large");
    return (Span){mem_alloc((size_t)n.integer + 1), (size_t)n.integer};
}

static Span encoded_of(const Str *text, const Str *encoding, const Str *errors)
{
    if (!encoding)
        raise_type("string argument without an encoding");
    Bytes *bytes = str_encode(text, encoding->text, errors ? errors->text : NULL);
    return (Span){bytes->data, bytes->length};
}

static Span elements_of(Value source, const char *owner)
{
    Buf out = {0};
    Iter it = iter_open(source);
    for (Value item; iter_next(&it, &item);)
        buf_char(&out, element_of(item, owner));
    return out.data ? (Span){out.data, out.length} : (Span){"", 0};
}

/* What bytes(source) and bytearray(source) hold. */
static Span content_of(Value source, const Str *encoding, const Str *errors, const char *owner)
{
    Span span = {"", 0};
    if (!is_set(source))
        return span;
    Str *text = value_find_str(source);
    if (text)
        return encoded_of(text, encoding, errors);
    if (encoding || errors)
        raise_type("%s without a string argument", encoding ? "encoding" : "errors");
    if (value_find_bytes(source, &span.data, &span.length))
        return span;
    Value made = source.tag == TAG_OBJ ? special_call(source, N(__bytes__), 0, NULL) : UNSET;
    if (is_memoryview(source))
        made = call_method(source, "tobytes", 0, NULL);
    if (is_set(made) && !value_find_bytes(made, &span.data, &span.length))
        raise_type("__bytes__ returned non-bytes (type %s)", class_text(made));
    if (is_set(made))
        return span;
    if (has_index(source))
        return zeros_of(source, owner);
    if (!is_iterable(source))
        raise_type("cannot convert '%s' object to %s", class_text(source), owner);
    return elements_of(source, owner);
}

#define BYTES_NEW(P)                                                                               \
    P(POS, any, source, Unset) P(POS, str, encoding, None) P(POS, str, errors, None)
NATIVE_CLASS(bytes, construct, BYTES_NEW)
{
    Span span = content_of(a->source, a->encoding, a->errors, "bytes");
    return box_value(class, &bytes_class, OBJ(bytes_new(span.data, span.length)));
}

NATIVE_CLASS(bytearray, construct, BYTES_NEW)
{
    Span span = content_of(a->source, a->encoding, a->errors, "bytearray");
    ByteArray *array = (ByteArray *)object_allocate(class);
    bytearray_append(array, span.data, span.length);
    return OBJ(array);
}

/* --- slots ------------------------------------------------------------------------------------ */

/* CPython's bytearray escapes every single quote, whichever quote stands around. */
static void put_repr(Buf *out, Span span, bool escapes_single)
{
    bool has_single = memchr(span.data, '\'', span.length),
         has_double = memchr(span.data, '"', span.length);
    char quote = has_single && !has_double ? '"' : '\'';
    buf_format(out, "b%c", quote);
    for (size_t i = 0; i < span.length; i++) {
        unsigned char c = (unsigned char)span.data[i];
        if (c == (unsigned char)quote || (escapes_single && c == '\'') || c == '\\')
            buf_format(out, "\\%c", c);
        else if (c == '\n' || c == '\r' || c == '\t')
            buf_text(out, c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
        else if (c >= 0x20 && c < 0x7F)
            buf_char(out, (char)c);
        else
            buf_format(out, "\\x%02x", c);
    }
    buf_char(out, quote);
}

static Str *bytes_repr(Value self)
{
    Buf out = {0};
    put_repr(&out, bytes_span(self), false);
    return buf_str(&out);
}

static Str *bytearray_repr(Value self)
{
    Buf out = {0};
    buf_format(&out, "%s(", class_of(self)->name);
    put_repr(&out, bytes_span(self), true);
    buf_char(&out, ')');
    return buf_str(&out);
}

static int bytes_order(Span a, Span b)
{
    size_t n = a.length < b.length ? a.length : b.length;
    int order = n ? memcmp(a.data, b.data, n) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

static Value bytes_repeat(Value model, Span span, int64_t count)
{
    if (!is_bytearray(model) && span.length > 1 && count > INT64_MAX / (int64_t)span.length)
        raise_exception(&OverflowError_class, "repeated bytes are too long");
    if (count > 0 && span.length && count > INT32_MAX / (int64_t)span.length)
        raise_exception(&MemoryError_class, "%s", "");
    Buf out = {0};
    for (int64_t i = 0; i < count; i++)
        buf_bytes(&out, span.data, span.length);
    return bytes_like(model, out.data ? out.data : "", out.length);
}

static Value percent_value(Value self, Span format, Value args)
{
    Bytes *bytes = bytes_percent(format.data, format.length, args);
    return bytes_like(self, bytes->data, bytes->length);
}

/* Bytes join and format what a memoryview shows, a bytearray orders with it as well. */
static bool takes_views(Operator op, Value a, Value b)
{
    if (op == OPERATOR_ADD || op == OPERATOR_MOD)
        return !is_memoryview(a);
    return (is_bytearray(a) || is_bytearray(b)) && op >= OPERATOR_LT && op <= OPERATOR_GE;
}

static Value bytes_binop(Operator op, Value a, Value b)
{
    Span left, right;
    if (is_set(b) && (is_memoryview(a) || is_memoryview(b)) && !takes_views(op, a, b))
        return UNSET;
    bool has_left = value_find_bytes(a, &left.data, &left.length);
    bool has_right = is_set(b) && value_find_bytes(b, &right.data, &right.length);
    if (has_left && is_set(b) && op == OPERATOR_MOD)
        return percent_value(a, left, b);
    if (has_left && has_right && op == OPERATOR_ADD) {
        Buf out = {0};
        buf_bytes(&out, left.data, left.length);
        buf_bytes(&out, right.data, right.length);
        return bytes_like(a, out.data ? out.data : "", out.length);
    }
    if (has_left && has_right)
        return ordering_result(op, bytes_order(left, right));
    if (op == OPERATOR_MUL && has_left && is_set(b) && has_index(b))
        return bytes_repeat(a, left, repeat_count(b));
    if (op == OPERATOR_MUL && has_right && has_index(a))
        return bytes_repeat(b, right, repeat_count(a));
    return UNSET;
}

static Value bytes_subscript(Value self, Value key)
{
    Span span = bytes_span(self);
    const Slice *slice = as(Slice, key);
    if (!slice) {
        if (!has_index(key))
            raise_type("%s indices must be integers or slices, not %s",
                       is_bytearray(self) ? "bytearray" : "byte", class_text(key));
        size_t i =
            sequence_index(key, (int64_t)span.length, is_bytearray(self) ? "bytearray" : "bytes");
        return INT((unsigned char)span.data[i]);
    }
    int64_t start, stop, step,
        count = slice_indices(slice, (int64_t)span.length, &start, &stop, &step);
    if (step == 1)
        return bytes_like(self, span.data + start, (size_t)count);
    Buf out = {0};
    for (int64_t i = 0; i < count; i++, start += step)
        buf_char(&out, span.data[start]);
    return bytes_like(self, out.data ? out.data : "", out.length);
}

static bool bytes_contains(Value self, Value item)
{
    Span span = bytes_span(self), part;
    if (value_find_bytes(item, &part.data, &part.length))
        return memmem(span.data, span.length, part.data, part.length) != NULL;
    if (!has_index(item))
        raise_type("a bytes-like object is required, not '%s'", class_text(item));
    Value n = value_index(item);
    if (n.tag != TAG_INT || n.integer < 0 || n.integer > 255)
        raise_value("byte must be in range(0, 256)");
    return memchr(span.data, (int)n.integer, span.length) != NULL;
}

static int64_t bytes_length(Value self)
{
    return (int64_t)bytes_span(self).length;
}

static int64_t bytes_hash(Value self)
{
    Span span = bytes_span(self);
    return str_hash(str_new(span.data, span.length));
}

static Value bytes_iter(Value self)
{
    return container_iter(value_plain(self));
}

#define BYTES_SLOTS                                                                                \
    .binop = bytes_binop, .subscript = bytes_subscript, .contains = bytes_contains,                \
    .length = bytes_length, .iter = bytes_iter

const Class bytes_class = {
    .obj = {.class = &type_class},
    .name = "bytes",
    .module = "builtins",
    .base = &object_class,
    .size = sizeof(Boxed),
    .state = &(ClassState){0},
    .flags = CLASS_BOXED,
    .construct = CONSTRUCT(bytes),
    .methods = bytes_methods,
    .repr = bytes_repr,
    .hash = bytes_hash,
    BYTES_SLOTS,
};

/* --- changing a bytearray --------------------------------------------------------------------- */

static void replace_range(ByteArray *array, size_t from, size_t to, Span with)
{
    Buf out = {0};
    buf_bytes(&out, array->data, from);
    buf_bytes(&out, with.data, with.length);
    buf_bytes(&out, array->data + to, array->length - to);
    array->length = 0;
    bytearray_append(array, out.data, out.length);
}

static Span new_content(Value value)
{
    Span span = {"", 0};
    if (!is_set(value) || value_find_bytes(value, &span.data, &span.length))
        return span;
    if (is_index(value) || value_find_str(value) || !is_iterable(value))
        raise_type("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    return content_of(value, NULL, NULL, "bytearray");
}

static void set_slice(ByteArray *array, const Slice *slice, Value value)
{
    int64_t start, stop, step,
        count = slice_indices(slice, (int64_t)array->length, &start, &stop, &step);
    Span with = new_content(value);
    if (step == 1) {
        replace_range(array, (size_t)start, (size_t)(start + count), with);
        return;
    }
    if (!is_set(value)) {
        if (step < 0) {
            start += step * (count - 1);
            step = -step;
        }
        for (int64_t i = count - 1; i >= 0; i--)
            replace_range(array, (size_t)(start + i * step), (size_t)(start + i * step) + 1, with);
        return;
    }
    if ((int64_t)with.length != count)
        raise_value("attempt to assign bytes of size %zu to extended slice of size %lld",
                    with.length, (long long)count);
    for (int64_t i = 0; i < count; i++)
        array->data[start + i * step] = with.data[i];
}

static void bytearray_set_subscript(Value self, Value key, Value value)
{
    ByteArray *array = (ByteArray *)self.obj;
    const Slice *slice = as(Slice, key);
    if (slice) {
        set_slice(array, slice, value);
        return;
    }
    char byte =
        is_set(value) && is_index(key) ? byte_of(value) : 0; /* before the place is looked at */
    size_t i = sequence_index(key, (int64_t)array->length, "bytearray");
    if (is_set(value))
        array->data[i] = byte;
    else
        replace_range(array, i, i + 1, (Span){"", 0});
}

const Class bytearray_class = {
    CLASS_NAMED(ByteArray, "bytearray", "builtins", object),
    .construct = CONSTRUCT(bytearray),
    .methods = bytearray_methods,
    .repr = bytearray_repr,
    .hash = hash_unhashable,
    .set_subscript = bytearray_set_subscript,
    BYTES_SLOTS,
};
