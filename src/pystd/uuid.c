/* uuid.c -- the uuid module: UUID values of 16 bytes and the functions that make them. */
#include "pystd/pystd.h"
#include "pystd/inside.h"

#include <ctype.h>
#include <stdio.h>

typedef struct UuidValue {
    Obj obj;
    unsigned char bytes[16]; /* big endian */
} UuidValue;

static UuidValue *uuid_make(const Class *class, const unsigned char bytes[16])
{
    UuidValue *uuid = (UuidValue *)object_allocate(class);
    memcpy(uuid->bytes, bytes, 16);
    return uuid;
}

Value uuid_new(const unsigned char bytes[16])
{
    return OBJ(uuid_make(&UuidValue_class, bytes));
}

static Str *uuid_hex(const UuidValue *uuid, bool dashes)
{
    Buf out = {0};
    for (int i = 0; i < 16; i++) {
        if (dashes && (i == 4 || i == 6 || i == 8 || i == 10))
            buf_char(&out, '-');
        buf_format(&out, "%02x", uuid->bytes[i]);
    }
    return buf_str(&out);
}

Str *uuid_find_text(Value v)
{
    UuidValue *uuid = as(UuidValue, v);
    return uuid ? uuid_hex(uuid, true) : NULL;
}

static int hex_digit(char c)
{
    return isdigit((unsigned char)c)    ? c - '0'
           : isxdigit((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10
                                        : -1;
}

/* "{...}", "urn:uuid:...", dashes anywhere: 32 digits must remain. */
static bool parse_hex(const Str *text, unsigned char bytes[16])
{
    Str *plain = str_replace(str_replace(text, "urn:", ""), "uuid:", "");
    const char *p = plain->text;
    size_t count = 0;
    size_t end = plain->length;
    while (*p == '{' || *p == '}')
        p++;
    while (end > 0 && (plain->text[end - 1] == '}' || plain->text[end - 1] == '{'))
        end--;
    for (; p < plain->text + end; p++) {
        int digit = hex_digit(*p);
        if (*p == '-')
            continue;
        if (digit < 0 || count >= 32)
            return false;
        bytes[count / 2] = (unsigned char)(count % 2 ? bytes[count / 2] | digit : digit << 4);
        count++;
    }
    return count == 32;
}

Value uuid_parse(const Str *text)
{
    unsigned char bytes[16];
    if (!parse_hex(text, bytes))
        raise_value("badly formed hexadecimal UUID string");
    return uuid_new(bytes);
}

/* Little-endian form of the first three fields, and back: its own inverse. */
static void swap_fields(const unsigned char from[16], unsigned char to[16])
{
    static const unsigned char order[16] = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
    for (int i = 0; i < 16; i++)
        to[i] = from[order[i]];
}

static void set_version(unsigned char bytes[16], int version)
{
    bytes[6] = (unsigned char)((bytes[6] & 0x0F) | version << 4);
    bytes[8] = (unsigned char)((bytes[8] & 0x3F) | 0x80);
}

static void bytes_of(Value v, const char *what, unsigned char bytes[16])
{
    const char *data;
    size_t length;
    bytes_get(v, &data, &length);
    if (length != 16)
        raise_value("%s is not a 16-char string", what);
    memcpy(bytes, data, 16);
}

static void fields_of(Value v, unsigned char bytes[16])
{
    static const int sizes[] = {4, 2, 2, 1, 1, 6};
    Tuple *fields = tuple_from(v);
    if (fields->length != 6)
        raise_value("fields is not a 6-tuple");
    for (size_t i = 0, at = 0; i < 6; at += (size_t)sizes[i], i++)
        int_to_bytes_big(fields->at[i], bytes + at, (size_t)sizes[i]);
}

static void int_of(Value v, unsigned char bytes[16])
{
    if (!value_truth(value_operate(OPERATOR_LE, INT(0), v)) || value_truth(value_operate(OPERATOR_RSHIFT, v, INT(128))))
        raise_value("int is out of range (need a 128-bit value)");
    int_to_bytes_big(v, bytes, 16);
}

/* `int` cannot be a member's name in C: the row says int__ and scripts write int. */
#define UUID_PARAMS(P)                                                                             \
    P(POS, any, hex, None)                                                                         \
    P(POS, any, bytes, None)                                                                       \
    P(POS, any, bytes_le, None)                                                                    \
    P(POS, any, fields, None)                                                                      \
    P(POS, any, int__, None)                                                                       \
    P(POS, any, version, None)                                                                     \
    P(KEY, any, is_safe, None)
NATIVE_CLASS(UuidValue, construct, UUID_PARAMS)
{
    const Value given[] = {a->hex, a->bytes, a->bytes_le, a->fields, a->int__};
    int count = 0;
    for (size_t i = 0; i < COUNT_OF(given); i++)
        count += !is_none(given[i]);
    if (count != 1)
        raise_type("one of the hex, bytes, bytes_le, fields, or int arguments must be given");
    unsigned char bytes[16];
    if (!is_none(a->hex)) {
        Str *text = value_find_str(a->hex);
        if (!text)
            raise_attribute("'%s' object has no attribute 'replace'",
                            class_text(a->hex));
        if (!parse_hex(text, bytes))
            raise_value("badly formed hexadecimal UUID string");
    } else if (!is_none(a->bytes)) {
        bytes_of(a->bytes, "bytes", bytes);
    } else if (!is_none(a->bytes_le)) {
        unsigned char little[16];
        bytes_of(a->bytes_le, "bytes_le", little);
        swap_fields(little, bytes);
    } else if (!is_none(a->fields)) {
        fields_of(a->fields, bytes);
    } else {
        int_of(a->int__, bytes);
    }
    if (!is_none(a->version) &&
        (value_plain(a->version).integer < 1 || value_plain(a->version).integer > 5))
        raise_value("illegal version number");
    if (!is_none(a->version))
        set_version(bytes, (int)value_plain(a->version).integer);
    return OBJ(uuid_make(class, bytes));
}

static Value part(const UuidValue *uuid, size_t from, size_t length)
{
    return int_from_bytes_big(uuid->bytes + from, length);
}

NATIVE0(UuidValue, hex)
{
    return STR(uuid_hex(self, false));
}

NATIVE0(UuidValue, urn)
{
    return STR(str_concat(str_from("urn:uuid:"), uuid_hex(self, true)));
}

NATIVE0(UuidValue, bytes)
{
    return OBJ(bytes_new((const char *)self->bytes, 16));
}

NATIVE0(UuidValue, bytes_le)
{
    unsigned char little[16];
    swap_fields(self->bytes, little);
    return OBJ(bytes_new((const char *)little, 16));
}

NATIVE0(UuidValue, integer)
{
    return part(self, 0, 16);
}

NATIVE0(UuidValue, version)
{
    bool standard = (self->bytes[8] & 0xC0) == 0x80;
    return standard ? INT(self->bytes[6] >> 4) : NONE;
}

NATIVE0(UuidValue, variant)
{
    unsigned char top = self->bytes[8];
    return STR(str_from(!(top & 0x80)   ? "reserved for NCS compatibility"
                        : !(top & 0x40) ? "specified in RFC 4122"
                        : !(top & 0x20) ? "reserved for Microsoft compatibility"
                                        : "reserved for future definition"));
}

NATIVE0(UuidValue, fields)
{
    Value parts[] = {part(self, 0, 4), part(self, 4, 2), part(self, 6, 2),
                     part(self, 8, 1), part(self, 9, 1), part(self, 10, 6)};
    return OBJ(tuple_new(6, parts));
}

NATIVE0(UuidValue, time_low)
{
    return part(self, 0, 4);
}

NATIVE0(UuidValue, time_mid)
{
    return part(self, 4, 2);
}

NATIVE0(UuidValue, time_hi_version)
{
    return part(self, 6, 2);
}

NATIVE0(UuidValue, clock_seq)
{
    return INT((self->bytes[8] & 0x3F) << 8 | self->bytes[9]);
}

NATIVE0(UuidValue, node)
{
    return part(self, 10, 6);
}

NATIVE0(UuidValue, time)
{
    unsigned char bytes[8] = {self->bytes[6] & 0x0F, self->bytes[7], self->bytes[4],
                              self->bytes[5],        self->bytes[0], self->bytes[1],
                              self->bytes[2],        self->bytes[3]};
    return int_from_bytes_big(bytes, 8);
}

static Str *uuid_repr(Value self)
{
    return str_format("%s('%s')", class_text(self), uuid_find_text(self)->text);
}

static Str *uuid_str(Value self)
{
    return uuid_find_text(self);
}

static int64_t uuid_hash(Value self)
{
    return value_hash(int_from_bytes_big(((UuidValue *)self.obj)->bytes, 16));
}

static Value uuid_binop(Operator op, Value left, Value right)
{
    UuidValue *a = as(UuidValue, left), *b = as(UuidValue, right);
    if (!a || !b)
        return UNSET;
    int order = memcmp(a->bytes, b->bytes, 16);
    return ordering_result(op, order);
}

NATIVE0(UuidValue, to_int)
{
    return part(self, 0, 16);
}

#define COPY_PARAMS(P) P(ONLY, any, memo, None)
NATIVE_VALUE(UuidValue, copy, COPY_PARAMS)
{
    return self;
}

static const Method uuid_methods[] = {PROPERTY(UuidValue, hex),
                                      PROPERTY(UuidValue, urn),
                                      PROPERTY(UuidValue, bytes),
                                      PROPERTY(UuidValue, bytes_le),
                                      PROPERTY_AS("int", UuidValue, integer),
                                      PROPERTY(UuidValue, version),
                                      PROPERTY(UuidValue, variant),
                                      PROPERTY(UuidValue, fields),
                                      PROPERTY(UuidValue, time_low),
                                      PROPERTY(UuidValue, time_mid),
                                      PROPERTY(UuidValue, time_hi_version),
                                      PROPERTY(UuidValue, clock_seq),
                                      PROPERTY(UuidValue, node),
                                      PROPERTY(UuidValue, time),
                                      METHOD_AS("__int__", UuidValue, to_int),
                                      METHOD_AS("__copy__", UuidValue, copy),
                                      METHOD_AS("__deepcopy__", UuidValue, copy),
                                      {0}};
static bool uuid_setattr(Value self, Str *name, Value value)
{
    if (self.obj->class == &UuidValue_class)
        raise_type("UUID objects are immutable");
    return false;
}

const Class UuidValue_class = {CLASS_NAMED(UuidValue, "UUID", "uuid", object),
                               .construct = CONSTRUCT(UuidValue),
                               .methods = uuid_methods,
                               .repr = uuid_repr,
                               .str = uuid_str,
                               .flags = CLASS_FIXED_HASH,
                               .hash = uuid_hash,
                               .setattr = uuid_setattr,
                               .binop = uuid_binop};

/* --- making them ------------------------------------------------------------------------------ */

FUNCTION(uuid, uuid4, NO_PARAMS)
{
    unsigned char bytes[16];
    random_bytes(bytes, 16);
    set_version(bytes, 4);
    return uuid_new(bytes);
}

#define UUID1_PARAMS(P) P(POS, any, node, None) P(POS, any, clock_seq, None)
FUNCTION(uuid, uuid1, UUID1_PARAMS)
{
    unsigned char bytes[16];
    random_bytes(bytes, 16);
    uint64_t ticks =
        (uint64_t)clock_microseconds() * 10 + 0x01B21DD213814000ull; /* since 1582, 100 ns each */
    for (int i = 0; i < 4; i++)
        bytes[i] = (unsigned char)(ticks >> (24 - 8 * i));
    bytes[4] = (unsigned char)(ticks >> 40);
    bytes[5] = (unsigned char)(ticks >> 32);
    bytes[6] = (unsigned char)(ticks >> 56);
    bytes[7] = (unsigned char)(ticks >> 48);
    bytes[10] |= 1; /* a random node marks itself as multicast */
    if (!is_none(a->node))
        int_to_bytes_big(a->node, bytes + 10, 6);
    if (!is_none(a->clock_seq))
        int_to_bytes_big(a->clock_seq, bytes + 8, 2);
    set_version(bytes, 1);
    return uuid_new(bytes);
}

static Value named(Value namespace, Value name, const char *algorithm, int version)
{
    UuidValue *space = get_as(UuidValue, namespace, "namespace");
    Buf message = {0};
    buf_bytes(&message, (const char *)space->bytes, 16);
    const char *data;
    size_t length;
    Str *text = value_find_str(name);
    if (text)
        data = text->text, length = text->length;
    else if (!value_find_bytes(name, &data, &length))
        raise_type("can't concat %s to bytes", class_text(name));
    buf_bytes(&message, data, length);
    unsigned char digest[64];
    hash_digest(algorithm, message.data, message.length, digest);
    set_version(digest, version);
    return uuid_new(digest);
}

#define NAMED_PARAMS(P) P(POS, any, namespace, Required) P(POS, any, name, Required)
FUNCTION(uuid, uuid3, NAMED_PARAMS)
{
    return named(a->namespace, a->name, "md5", 3);
}

FUNCTION(uuid, uuid5, NAMED_PARAMS)
{
    return named(a->namespace, a->name, "sha1", 5);
}

FUNCTION(uuid, getnode, NO_PARAMS)
{
    unsigned char node[6];
    random_bytes(node, 6);
    node[0] |= 1;
    return int_from_bytes_big(node, 6);
}

#define NAMESPACE(name, digit)                                                                     \
    static Value make_##name(void)                                                                 \
    {                                                                                              \
        return uuid_parse(str_from("6ba7b81" digit "-9dad-11d1-80b4-00c04fd430c8"));               \
    }
NAMESPACE(dns, "0")
NAMESPACE(url, "1")
NAMESPACE(oid, "2")
NAMESPACE(x500, "4")

static const Export uuid_exports[] = {EXPORT_CLASS_AS("UUID", UuidValue),
                                      EXPORT_FUNCTION(uuid, uuid1),
                                      EXPORT_FUNCTION(uuid, uuid3),
                                      EXPORT_FUNCTION(uuid, uuid4),
                                      EXPORT_FUNCTION(uuid, uuid5),
                                      EXPORT_FUNCTION(uuid, getnode),
                                      EXPORT_MAKE("NAMESPACE_DNS", make_dns),
                                      EXPORT_MAKE("NAMESPACE_URL", make_url),
                                      EXPORT_MAKE("NAMESPACE_OID", make_oid),
                                      EXPORT_MAKE("NAMESPACE_X500", make_x500),
                                      EXPORT_TEXT("RFC_4122", "specified in RFC 4122"),
                                      {0}};

const ModuleDef uuid_module = {"uuid", (const Export *const[]){uuid_exports, NULL}, false, NULL};
