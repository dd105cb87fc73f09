/* struct.c -- the struct module: numbers packed into bytes by a format text. */
#include "pystd/pystd.h"
#include "pystd/inside.h"

#include <ctype.h>
#include <math.h>

static const Class StructError_class = {CLASS_NAMED(BaseException, "error", "struct", Exception)};

typedef struct Layout {
    const char *p;
    bool big, native; /* native: aligned, with C sizes */
} Layout;

typedef struct Item {
    char code;
    size_t count, size; /* size of one */
} Item;

static Layout layout_open(const Str *format)
{
    Layout layout = {.p = format->text, .native = true};
    Value ascii = STR(intern("ascii"));
    if (!str_is_ascii(format))
        call_method(STR(format), "encode", 1, &ascii); /* raises */
    if (*layout.p && strchr("<>=!@", *layout.p)) {
        layout.big = *layout.p == '>' || *layout.p == '!';
        layout.native = *layout.p == '@';
        layout.p++;
    }
    return layout;
}

static size_t code_size(char code, bool native)
{
    static const char codes[] = "xcbB?hHiIlLqQnNfdesp";
    static const unsigned char native_sizes[] = {1, 1, 1, 1, 1, 2, 2, 4, 4, 8,
                                                 8, 8, 8, 8, 8, 4, 8, 2, 1, 1};
    const char *found = strchr(codes, code);
    if (!found)
        raise_exception(&StructError_class, "bad char in struct format");
    size_t size = native_sizes[found - codes];
    return !native && (code == 'l' || code == 'L') ? 4 : size;
}

static bool layout_next(Layout *layout, Item *item)
{
    while (isspace((unsigned char)*layout->p))
        layout->p++;
    if (!*layout->p)
        return false;
    item->count = 1;
    if (isdigit((unsigned char)*layout->p))
        for (item->count = 0; isdigit((unsigned char)*layout->p); layout->p++)
            item->count = item->count * 10 + (size_t)(*layout->p - '0');
    if (!*layout->p)
        raise_exception(&StructError_class, "repeat count given without format specifier");
    item->code = *layout->p++;
    item->size = code_size(item->code, layout->native);
    return true;
}

static size_t aligned(const Layout *layout, size_t at, const Item *item)
{
    return layout->native ? (at + item->size - 1) / item->size * item->size : at;
}

static void put(Buf *out, const Layout *layout, const void *bytes, size_t size)
{
    const char *p = bytes;
    for (size_t i = 0; i < size; i++)
        buf_char(out, p[layout->big ? size - 1 - i : i]);
}

/* The nearest half float, ties to even. */
static uint16_t half_from_double(double x)
{
    uint16_t sign = signbit(x) ? 0x8000 : 0;
    if (isnan(x))
        return sign | 0x7E00;
    if (isinf(x))
        return sign | 0x7C00;
    int exponent;
    double part = frexp(fabs(x), &exponent); /* part in [0.5, 1) */
    /* 11 digits of a normal number, fewer below 2 ** -14 */
    int digits = exponent < -13 ? 11 - (-13 - exponent) : 11;
    double scaled = digits < 0 ? 0 : nearbyint(ldexp(part, digits));
    double value = ldexp(scaled, exponent - digits);
    if (value >= 65520.0)
        raise_exception(&OverflowError_class, "float too large to pack with e format");
    if (value < 6.103515625e-05)
        return sign | (uint16_t)ldexp(value, 24);
    frexp(value, &exponent);
    return (uint16_t)(sign | (exponent + 14) << 10 | ((int)ldexp(value, 11 - exponent) & 0x3FF));
}

static double double_from_half(uint16_t bits)
{
    int exponent = bits >> 10 & 0x1F, part = bits & 0x3FF;
    double x = exponent == 31 ? (part ? NAN : INFINITY)
               : exponent     ? ldexp(part + 1024, exponent - 25)
                              : ldexp(part, -24);
    return bits & 0x8000 ? -x : x;
}

static void pack_float(Buf *out, const Layout *layout, const Item *item, Value v)
{
    Value plain = value_plain(v);
    if (!is_int(plain) && plain.tag != TAG_FLOAT && !is_set(value_find_attr_text(v, "__float__")))
        raise_exception(&StructError_class, "required argument is not a float");
    double x = value_to_double(v);
    float single = (float)x;
    uint16_t half;
    if (item->code == 'f' && isinf(single) && !isinf(x))
        raise_exception(&OverflowError_class, "float too large to pack with f format");
    if (item->code == 'e')
        half = half_from_double(x), put(out, layout, &half, 2);
    else if (item->code == 'f')
        put(out, layout, &single, 4);
    else
        put(out, layout, &x, 8);
}

static void pack_number(Buf *out, const Layout *layout, const Item *item, Value v)
{
    if (item->code == 'f' || item->code == 'd' || item->code == 'e') {
        pack_float(out, layout, item, v);
    } else if (item->code == '?') {
        buf_char(out, value_truth(v));
    } else {
        if (!is_int(value_plain(v))) {
            if (!is_set(value_find_attr_text(v, "__index__")))
                raise_exception(&StructError_class, "required argument is not an integer");
            v = value_index(v);
        }
        unsigned char bytes[8], little[8];
        Value bits = INT((int64_t)item->size * 8), n = value_plain(v);
        bool is_signed = islower((unsigned char)item->code);
        Value half =
            value_operate(OPERATOR_LSHIFT, INT(1), is_signed ? INT(bits.integer - 1) : bits);
        Value low = is_signed ? value_operate(OPERATOR_NEG, half, UNSET) : INT(0);
        if (value_order(n, low) < 0 || value_order(n, half) >= 0)
            raise_exception(&StructError_class, "'%c' format requires %s <= number <= %s",
                            item->code, value_str(low)->text,
                            value_str(value_operate(OPERATOR_SUB, half, INT(1)))->text);
        if (value_order(n, INT(0)) < 0)
            n = value_operate(OPERATOR_ADD, n, value_operate(OPERATOR_LSHIFT, INT(1), bits));
        int_to_bytes_big(n, bytes, item->size);
        for (size_t i = 0; i < item->size; i++)
            little[i] = bytes[item->size - 1 - i];
        put(out, layout, little, item->size);
    }
}

static void pack_text(Buf *out, const Item *item, Value v)
{
    const char *data;
    size_t length, from = 0;
    bool is_bytes = value_find_bytes(v, &data, &length);
    if (item->code == 'c' && !(is_bytes && length == 1))
        raise_exception(&StructError_class, "char format requires a bytes object of length 1");
    if (!is_bytes)
        raise_exception(&StructError_class, "argument for '%c' must be a bytes object", item->code);
    if (item->code == 'p' && item->count) { /* Pascal: the length first */
        size_t most = item->count - 1 < 255 ? item->count - 1 : 255;
        buf_char(out, (char)(length < most ? length : most));
        from = 1;
    }
    for (size_t i = from; i < item->count; i++)
        buf_char(out, i - from < length ? data[i - from] : '\0');
}

static size_t count_values(const Str *format)
{
    Layout layout = layout_open(format);
    Item item;
    size_t count = 0;
    while (layout_next(&layout, &item))
        count += item.code == 'x' ? 0 : item.code == 's' || item.code == 'p' ? 1 : item.count;
    return count;
}

/* A format may be bytes, too. */
static const Str *format_text(Value v)
{
    const char *data;
    size_t length;
    Str *text = value_find_str(v);
    if (text)
        return text;
    value_hash(v); /* formats are kept in a dict there */
    if (!value_find_bytes(v, &data, &length))
        raise_type("Struct() argument 1 must be a str or bytes object, not %s", class_text(v));
    return str_new(data, length);
}

#define PACK_PARAMS(P) P(ONLY, any, format, Required) P(REST, list, values, Empty)
FUNCTION(struct_, pack, PACK_PARAMS)
{
    const Str *format = format_text(a->format);
    size_t wanted = count_values(format), used = 0;
    if (a->values->length != wanted)
        raise_exception(&StructError_class, "pack expected %zu items for packing (got %zu)", wanted,
                        a->values->length);
    Layout layout = layout_open(format);
    Item item;
    Buf out = {0};
    while (layout_next(&layout, &item)) {
        buf_fill(&out, '\0', aligned(&layout, out.length, &item) - out.length);
        if (item.code == 'x') {
            buf_fill(&out, '\0', item.count);
            continue;
        }
        size_t values = item.code == 's' || item.code == 'p' ? 1 : item.count;
        for (size_t i = 0; i < values; i++) {
            Value v = a->values->at[used++];
            if (item.code == 's' || item.code == 'p' || item.code == 'c')
                pack_text(&out, item.code == 'c' ? &(Item){.code = 'c', .count = 1} : &item, v);
            else
                pack_number(&out, &layout, &item, v);
        }
    }
    return OBJ(bytes_new(out.data ? out.data : "", out.length));
}

static size_t layout_size(const Str *format)
{
    Layout layout = layout_open(format);
    Item item;
    size_t at = 0;
    while (layout_next(&layout, &item))
        at = aligned(&layout, at, &item) + item.size * item.count;
    return at;
}

static Value unpack_number(const Layout *layout, const Item *item, const char *data)
{
    unsigned char bytes[8];
    for (size_t i = 0; i < item->size; i++)
        bytes[i] = (unsigned char)data[layout->big ? item->size - 1 - i : i];
    if (item->code == 'e') {
        uint16_t half;
        memcpy(&half, bytes, 2);
        return FLOAT(double_from_half(half));
    }
    if (item->code == 'f') {
        float x;
        memcpy(&x, bytes, 4);
        return FLOAT(x);
    }
    if (item->code == 'd') {
        double x;
        memcpy(&x, bytes, 8);
        return FLOAT(x);
    }
    uint64_t n = 0;
    memcpy(&n, bytes, item->size);
    if (item->code == '?')
        return BOOL(n != 0);
    if (isupper((unsigned char)item->code))
        return int_from_unsigned(n);
    BUG_UNLESS(item->size > 0);
    unsigned shift = 64 - 8 * (unsigned)item->size;
    return INT((int64_t)(n << shift) >> shift);
}

static Value unpack(const Str *format, const char *data)
{
    Layout layout = layout_open(format);
    Item item;
    List *values = list_new(0);
    size_t at = 0;
    while (layout_next(&layout, &item)) {
        at = aligned(&layout, at, &item);
        if (item.code == 's' || item.code == 'p') {
            size_t from = item.code == 'p' && item.count, length = item.count - from;
            if (from && (unsigned char)data[at] < length)
                length = (unsigned char)data[at];
            list_append(values, OBJ(bytes_new(data + at + from, length)));
        } else if (item.code != 'x') {
            for (size_t i = 0; i < item.count; i++) {
                const char *p = data + at + i * item.size;
                list_append(values, item.code == 'c' ? OBJ(bytes_new(p, 1))
                                                     : unpack_number(&layout, &item, p));
            }
        }
        at += item.size * item.count;
    }
    return OBJ(tuple_new(values->length, values->at));
}

#define UNPACK_PARAMS(P) P(ONLY, any, format, Required) P(ONLY, any, buffer, Required)
FUNCTION(struct_, unpack, UNPACK_PARAMS)
{
    const char *data;
    const Str *format = format_text(a->format);
    size_t length, size = layout_size(format);
    bytes_get(a->buffer, &data, &length);
    if (length != size)
        raise_exception(&StructError_class, "unpack requires a buffer of %zu bytes", size);
    return unpack(format, data);
}

#define UNPACK_FROM_PARAMS(P)                                                                      \
    P(POS, any, format, Required) P(POS, any, buffer, Required) P(POS, int, offset, Zero)
FUNCTION(struct_, unpack_from, UNPACK_FROM_PARAMS)
{
    const char *data;
    const Str *format = format_text(a->format);
    size_t length, size = layout_size(format);
    bytes_get(a->buffer, &data, &length);
    if (a->offset < 0 || (size_t)a->offset + size > length)
        raise_exception(&StructError_class, "unpack_from requires a buffer of at least %zu bytes",
                        size + (size_t)(a->offset < 0 ? 0 : a->offset));
    return unpack(format, data + a->offset);
}

#define FORMAT_PARAMS(P) P(ONLY, any, format, Required)
FUNCTION(struct_, calcsize, FORMAT_PARAMS)
{
    return INT((int64_t)layout_size(format_text(a->format)));
}

static const Export struct_exports[] = {
    EXPORT_CLASS_AS("error", StructError), EXPORT_FUNCTION(struct_, pack),
    EXPORT_FUNCTION(struct_, unpack),      EXPORT_FUNCTION(struct_, unpack_from),
    EXPORT_FUNCTION(struct_, calcsize),    {0}};

static Value struct_getattr(Str *name)
{
    return library_find("_struct_more", name);
}

const ModuleDef struct_module = {"struct", (const Export *const[]){struct_exports, NULL}, false,
                                 struct_getattr};
