/* memoryview.c -- memoryview: the items of bytes or a bytearray, seen in place, some of them or as other numbers.
 * One dimension only: a view of more is refused.
 */
#include "py/py.h"
#include "py/internal.h"
#include "py/bytes.h"

#include <sys/types.h>

/* item i begins at byte offset + i * step of the owner */
typedef struct MemoryView {
    Obj obj;
    Value owner; /* bytes or bytearray; UNSET once released */
    int64_t offset, length, step;
    char format;
    bool readonly;
} MemoryView;

/* --- formats ---------------------------------------------------------------------------------- */

/* Native numbers by their letter, as in the struct module. */
#define FORMATS(X)                                                                                 \
    X('b', signed char)                                                                            \
    X('B', unsigned char) X('h', short) X('H', unsigned short) X('i', int) X('I', unsigned)        \
        X('l', long) X('L', unsigned long) X('q', long long) X('Q', unsigned long long)            \
            X('n', ssize_t) X('N', size_t) X('f', float) X('d', double) X('c', char) X('?', bool)  \
                X('P', void *)

static const struct {
    char letter;
    size_t size;
} formats[] = {
#define FORMAT_ROW(letter, type) {letter, sizeof(type)},
    FORMATS(FORMAT_ROW)};

/* 0: no such format. */
static size_t format_size(char letter)
{
    for (size_t i = 0; i < COUNT_OF(formats); i++)
        if (formats[i].letter == letter)
            return formats[i].size;
    return 0;
}

static bool is_byte_format(char letter)
{
    return letter == 'B' || letter == 'b' || letter == 'c';
}

static bool is_signed_format(char letter)
{
    return strchr("bhilqn", letter) != NULL;
}

static Value unsigned_value(uint64_t n)
{
    Value low = INT((int64_t)(n >> 1));
    return n <= INT64_MAX ? INT((int64_t)n)
                          : value_operate(OPERATOR_ADD, value_operate(OPERATOR_LSHIFT, low, INT(1)),
                                          INT((int64_t)(n & 1)));
}

static Value unpack(char letter, const char *at)
{
    float single;
    double number;
    switch (letter) {
    case 'c':
        return OBJ(bytes_new(at, 1));
    case '?':
        return BOOL(*at != 0);
    case 'f':
        memcpy(&single, at, sizeof single);
        return FLOAT((double)single);
    case 'd':
        memcpy(&number, at, sizeof number);
        return FLOAT(number);
    default:
        break;
    }
    size_t size = format_size(letter);
    uint64_t bits = 0;
    memcpy(&bits, at, size);
    if (!is_signed_format(letter))
        return unsigned_value(bits);
    unsigned unused = (unsigned)(64 - 8 * size);
    return INT((int64_t)(bits << unused) >> unused);
}

static _Noreturn void refuse_value(char letter, bool is_type)
{
    const Class *class = is_type ? &TypeError_class : &ValueError_class;
    raise_exception(class, "memoryview: invalid %s for format '%c'", is_type ? "type" : "value",
                    letter);
}

static bool is_view_index(Value key)
{
    return is_int(value_plain(key)) ||
           (key.tag == TAG_OBJ && is_set(class_find(class_of(key), N(__index__))));
}

static void pack_number(char letter, char *at, Value v)
{
    size_t size = format_size(letter);
    if (!is_view_index(v))
        refuse_value(letter, true);
    Value n = value_index(v), low = INT(0), high = INT(1);
    bool is_signed = is_signed_format(letter);
    high = value_operate(OPERATOR_LSHIFT, high, INT((int64_t)(8 * size) - is_signed));
    if (is_signed)
        low = value_operate(OPERATOR_NEG, high, UNSET);
    if (value_truth(value_operate(OPERATOR_LT, n, low)) ||
        !value_truth(value_operate(OPERATOR_LT, n, high)))
        refuse_value(letter, false);
    Value mask = value_operate(OPERATOR_AND, n, INT(INT32_MAX)),
          rest = value_operate(OPERATOR_RSHIFT, n, INT(31));
    uint64_t bits = (uint64_t)mask.integer;
    mask = value_operate(OPERATOR_AND, rest, INT(INT32_MAX));
    rest = value_operate(OPERATOR_RSHIFT, rest, INT(31));
    bits |= (uint64_t)mask.integer << 31 |
            (uint64_t)value_operate(OPERATOR_AND, rest, INT(3)).integer << 62;
    memcpy(at, &bits, size);
}

static void pack(char letter, char *at, Value v)
{
    const char *data;
    size_t length;
    if (letter == 'c') {
        if (!value_find_bytes(v, &data, &length))
            refuse_value(letter, true);
        if (length != 1)
            refuse_value(letter, false);
        *at = *data;
    } else if (letter == '?') {
        *at = (char)value_truth(v);
    } else if (letter == 'f' || letter == 'd') {
        Value plain = value_plain(v);
        if (plain.tag != TAG_FLOAT && !is_int(plain))
            refuse_value(letter, true);
        double number = value_to_double(plain);
        float single = (float)number;
        memcpy(at, letter == 'f' ? (const void *)&single : (const void *)&number,
               format_size(letter));
    } else {
        pack_number(letter, at, v);
    }
}

/* --- the bytes behind it ---------------------------------------------------------------------- */

static MemoryView *checked(MemoryView *view)
{
    if (!is_set(view->owner))
        raise_value("operation forbidden on released memoryview object");
    return view;
}

static int64_t item_size(const MemoryView *view)
{
    return (int64_t)format_size(view->format);
}

/* A bytearray may have become shorter: CPython forbids that while it is seen. */
static char *item_at(const MemoryView *view, int64_t i)
{
    Span span = bytes_span(view->owner);
    int64_t at = view->offset + i * view->step;
    if (at < 0 || at + item_size(view) > (int64_t)span.length)
        raise_exception(&BufferError_class, "the bytearray of this memoryview has become shorter");
    return (char *)(uintptr_t)span.data + at;
}

static bool is_contiguous(const MemoryView *view)
{
    return view->length <= 1 || view->step == item_size(view);
}

static Span view_span(const MemoryView *view)
{
    Buf out = {0};
    int64_t size = item_size(view);
    if (view->length && is_contiguous(view)) {
        item_at(view, view->length - 1);
        return (Span){item_at(view, 0), (size_t)(view->length * size)};
    }
    for (int64_t i = 0; i < view->length; i++)
        buf_bytes(&out, item_at(view, i), (size_t)size);
    return (Span){out.data ? out.data : "", out.length};
}

bool memoryview_find_bytes(Value v, const char **data, size_t *length)
{
    if (!is_memoryview(v) || !is_contiguous(checked((MemoryView *)v.obj)))
        return false;
    Span span = view_span((MemoryView *)v.obj);
    *data = span.data;
    *length = span.length;
    return true;
}

bool is_memoryview(Value v)
{
    return v.tag == TAG_OBJ && v.obj->class == &MemoryView_class;
}

/* --- making ----------------------------------------------------------------------------------- */

static MemoryView *view_copy(const MemoryView *view)
{
    MemoryView *copy = (MemoryView *)object_allocate(&MemoryView_class);
    const Obj own = copy->obj;
    *copy = *view;
    copy->obj = own;
    return copy;
}

#define VIEW_PARAMS(P) P(POS, any, object, Unset)
NATIVE_CLASS(MemoryView, construct, VIEW_PARAMS)
{
    const char *data;
    size_t length;
    if (!is_set(a->object))
        raise_type("memoryview() missing required argument 'object' (pos 1)");
    if (is_memoryview(a->object))
        return OBJ(view_copy(checked((MemoryView *)a->object.obj)));
    if (!value_find_bytes(a->object, &data, &length))
        raise_type("memoryview: a bytes-like object is required, not '%s'", class_text(a->object));
    MemoryView *view = (MemoryView *)object_allocate(class);
    view->owner = value_plain(a->object);
    view->length = (int64_t)length;
    view->step = 1;
    view->format = 'B';
    view->readonly = !is_bytearray(view->owner);
    return OBJ(view);
}

static char one_letter(Str *format, const char *which)
{
    const char *text = format->text + (format->text[0] == '@');
    if (text[0] == '\0' || text[1] != '\0' || !format_size(text[0]))
        raise_value("memoryview: %s format must be a native single character format prefixed with "
                    "an optional '@'",
                    which);
    return text[0];
}

#define CAST_PARAMS(P) P(POS, str, format, Required) P(POS, any, shape, Unset)
NATIVE(MemoryView, cast, CAST_PARAMS)
{
    checked(self);
    if (!is_contiguous(self))
        raise_type("memoryview: casts are restricted to C-contiguous views");
    if (is_set(a->shape))
        raise_exception(&NotImplementedError_class, "a memoryview has one dimension here");
    char letter = one_letter(a->format, "destination");
    int64_t size = (int64_t)format_size(letter), bytes = self->length * item_size(self);
    if (!is_byte_format(letter) && !is_byte_format(self->format))
        raise_type("memoryview: cannot cast between two non-byte formats");
    if (bytes % size)
        raise_type("memoryview: length is not a multiple of itemsize");
    MemoryView *view = view_copy(self);
    view->format = letter;
    view->length = bytes / size;
    view->step = size;
    return OBJ(view);
}

NATIVE0(MemoryView, toreadonly)
{
    MemoryView *view = view_copy(checked(self));
    view->readonly = true;
    return OBJ(view);
}

/* --- reading ---------------------------------------------------------------------------------- */

#define ORDER_PARAMS(P) P(POS, any, order, None)
NATIVE(MemoryView, tobytes, ORDER_PARAMS)
{
    Span span = view_span(checked(self));
    return OBJ(bytes_new(span.data, span.length));
}

NATIVE0(MemoryView, tolist)
{
    checked(self);
    List *list = list_new((size_t)self->length);
    for (int64_t i = 0; i < self->length; i++)
        list_append(list, unpack(self->format, item_at(self, i)));
    return OBJ(list);
}

#define HEX_PARAMS(P) P(POS, any, sep, Unset) P(POS, any, bytes_per_sep, One)
NATIVE(MemoryView, hex, HEX_PARAMS)
{
    const Value args[] = {a->sep, a->bytes_per_sep};
    return call_method(MemoryView_tobytes(self, NULL), "hex", is_set(a->sep) ? 2 : 0, args);
}

NATIVE0(MemoryView, release)
{
    self->owner = UNSET;
    return NONE;
}

NATIVE0(MemoryView, enter)
{
    return OBJ(checked(self));
}

#define EXIT_PARAMS(P) P(REST, list, info, Empty)
NATIVE(MemoryView, exit, EXIT_PARAMS)
{
    return MemoryView_release(self, NULL);
}

static int64_t view_index(const MemoryView *view, Value key)
{
    Value n = value_index(key);
    int64_t i = n.tag == TAG_INT ? n.integer : INT64_MAX;
    i += i < 0 ? view->length : 0;
    if (i < 0 || i >= view->length)
        raise_exception(&IndexError_class, "index out of bounds on dimension 1");
    return i;
}

static MemoryView *view_slice(const MemoryView *view, const Slice *slice)
{
    MemoryView *part = view_copy(view);
    int64_t start, stop, step;
    part->length = slice_indices(slice, view->length, &start, &stop, &step);
    part->offset += start * view->step;
    part->step *= step;
    return part;
}

static Value view_subscript(Value self, Value key)
{
    const MemoryView *view = checked((MemoryView *)self.obj);
    const Slice *slice = as(Slice, key);
    Tuple *many = as(Tuple, key);
    if (slice)
        return OBJ(view_slice(view, slice));
    if (many && many->length == 1 && is_view_index(many->at[0]))
        key = many->at[0];
    else if (many && many->length > 1)
        raise_type("cannot index 1-dimension view with %zu-element tuple", many->length);
    if (!is_view_index(key))
        raise_type("memoryview: invalid slice key");
    return unpack(view->format, item_at(view, view_index(view, key)));
}

static void set_view_slice(const MemoryView *part, Value value)
{
    if (!is_memoryview(value)) {
        const char *data;
        size_t length;
        if (!value_find_bytes(value, &data, &length))
            raise_type("a bytes-like object is required, not '%s'", class_text(value));
        value = call(OBJ(&MemoryView_class), 1, &value);
    }
    const MemoryView *other = checked((MemoryView *)value.obj);
    if (other->format != part->format || other->length != part->length)
        raise_value("memoryview assignment: lvalue and rvalue have different structures");
    Span span = view_span(other);
    Bytes *copy = bytes_new(span.data, span.length); /* they may overlap */
    int64_t size = item_size(part);
    for (int64_t i = 0; i < part->length; i++)
        memcpy(item_at(part, i), copy->data + i * size, (size_t)size);
}

static void view_set_subscript(Value self, Value key, Value value)
{
    const MemoryView *view = checked((MemoryView *)self.obj);
    const Slice *slice = as(Slice, key);
    if (view->readonly)
        raise_type("cannot modify read-only memory");
    if (!is_set(value))
        raise_type("cannot delete memory");
    if (slice) {
        set_view_slice(view_slice(view, slice), value);
        return;
    }
    if (!is_view_index(key))
        raise_type("memoryview: invalid slice key");
    pack(view->format, item_at(view, view_index(view, key)), value);
}

/* --- comparing and showing -------------------------------------------------------------------- */

static bool views_equal(const MemoryView *a, const MemoryView *b)
{
    if (a->length != b->length)
        return false;
    for (int64_t i = 0; i < a->length; i++)
        if (!value_equal(unpack(a->format, item_at(a, i)), unpack(b->format, item_at(b, i))))
            return false;
    return true;
}

static Value view_binop(Operator op, Value left, Value right)
{
    const char *data;
    size_t length;
    if ((op != OPERATOR_EQ && op != OPERATOR_NE) || !is_set(right))
        return UNSET;
    Value pair[] = {left, right};
    for (size_t i = 0; i < 2; i++) {
        if (is_memoryview(pair[i]) && !is_set(((MemoryView *)pair[i].obj)->owner))
            return BOOL((left.obj == right.obj) == (op == OPERATOR_EQ));
        if (is_memoryview(pair[i]))
            continue;
        if (!value_find_bytes(pair[i], &data, &length))
            return UNSET;
        pair[i] = call(OBJ(&MemoryView_class), 1, &pair[i]);
    }
    bool same = views_equal((MemoryView *)pair[0].obj, (MemoryView *)pair[1].obj);
    return BOOL(same == (op == OPERATOR_EQ));
}

static int64_t view_hash(Value self)
{
    const MemoryView *view = checked((MemoryView *)self.obj);
    if (!view->readonly)
        raise_value("cannot hash writable memoryview object");
    if (!is_byte_format(view->format))
        raise_value("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    if (is_bytearray(view->owner))
        value_hash(view->owner); /* has none, and says so */
    return value_hash(MemoryView_tobytes((MemoryView *)self.obj, NULL));
}

static int64_t view_length(Value self)
{
    return checked((MemoryView *)self.obj)->length;
}

static Str *view_repr(Value self)
{
    bool is_released = !is_set(((MemoryView *)self.obj)->owner);
    return str_format("<%smemory at %p>", is_released ? "released " : "", (void *)self.obj);
}

static Value view_iter(Value self)
{
    return value_iter(MemoryView_tolist((MemoryView *)self.obj, NULL));
}

static bool view_contains(Value self, Value item)
{
    return value_contains(MemoryView_tolist((MemoryView *)self.obj, NULL), item);
}

static Value one_number(int64_t n)
{
    Value item = INT(n);
    return OBJ(tuple_new(1, &item));
}

static const char *const attribute_names[] = {
    "obj",   "nbytes",  "readonly",     "itemsize",     "format",     "ndim",
    "shape", "strides", "c_contiguous", "f_contiguous", "contiguous", "suboffsets"};

static size_t attribute_index(const Str *name)
{
    size_t i = 0;
    while (i < COUNT_OF(attribute_names) && !str_is(name, attribute_names[i]))
        i++;
    return i;
}

static Value view_getattr(Value self, Str *name)
{
    const MemoryView *view = (MemoryView *)self.obj;
    size_t i = attribute_index(name);
    if (i == COUNT_OF(attribute_names))
        return UNSET;
    checked((MemoryView *)self.obj);
    bool is_dense = is_contiguous(view);
    const Value values[] = {view->owner,
                            INT(view->length * item_size(view)),
                            BOOL(view->readonly),
                            INT(item_size(view)),
                            STR(str_new(&view->format, 1)),
                            INT(1),
                            one_number(view->length),
                            one_number(view->step),
                            BOOL(is_dense),
                            BOOL(is_dense),
                            BOOL(is_dense),
                            OBJ(tuple_new(0, NULL))};
    return values[i];
}

static bool view_setattr(Value self, Str *name, Value value)
{
    (void)self;
    (void)value;
    if (attribute_index(name) < COUNT_OF(attribute_names))
        raise_attribute("attribute '%s' of 'memoryview' objects is not writable", name->text);
    return false;
}

static const Method view_methods[] = {
    METHOD(MemoryView, tobytes),
    METHOD(MemoryView, tolist),
    METHOD(MemoryView, hex),
    METHOD(MemoryView, cast),
    METHOD(MemoryView, toreadonly),
    METHOD(MemoryView, release),
    METHOD_AS("__enter__", MemoryView, enter),
    METHOD_AS("__exit__", MemoryView, exit),
    {0},
};

const Class MemoryView_class = {
    CLASS_NAMED(MemoryView, "memoryview", "builtins", object),
    .flags = CLASS_FINAL | CLASS_NO_ATTR,
    .construct = CONSTRUCT(MemoryView),
    .methods = view_methods,
    .getattr = view_getattr,
    .setattr = view_setattr,
    .repr = view_repr,
    .binop = view_binop,
    .subscript = view_subscript,
    .set_subscript = view_set_subscript,
    .length = view_length,
    .iter = view_iter,
    .contains = view_contains,
    .hash = view_hash,
};
