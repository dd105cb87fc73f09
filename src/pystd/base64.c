/* base64.c -- base64 and binascii. */
#include "pystd/pystd.h"
#include "pystd/inside.h"

#include <ctype.h>

static const Class BinasciiError_class = {
    CLASS_NAMED(BaseException, "Error", "binascii", ValueError)};

/* What the functions of a module take instead of bytes. */
#define BASE64_TAKES   "a bytes-like object or ASCII string"
#define BINASCII_TAKES "bytes, buffer or ASCII string"

/* A byte string or ASCII text. */
static void data_get(Value v, const char *takes, const char **data, size_t *length)
{
    Str *text = value_find_str(v);
    if (!text && !value_find_bytes(value_plain(v), data, length))
        raise_type("argument should be %s, not '%s'", takes, class_text(v));
    if (!text)
        return;
    if (!str_is_ascii(text))
        raise_value("string argument should contain only ASCII characters");
    *data = text->text;
    *length = text->length;
}

static Value finish(const Buf *out)
{
    return OBJ(bytes_new(out->data ? out->data : "", out->length));
}

static const char standard[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
static const char urlsafe[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

static Value encode64(Value v, const char *alphabet, bool new_line)
{
    const char *data;
    size_t length;
    bytes_get(v, &data, &length);
    Buf out = {0};
    for (size_t i = 0; i < length; i += 3) {
        uint32_t n = (uint32_t)(unsigned char)data[i] << 16;
        n |= i + 1 < length ? (uint32_t)(unsigned char)data[i + 1] << 8 : 0;
        n |= i + 2 < length ? (unsigned char)data[i + 2] : 0;
        buf_char(&out, alphabet[n >> 18]);
        buf_char(&out, alphabet[n >> 12 & 63]);
        buf_char(&out, i + 1 < length ? alphabet[n >> 6 & 63] : '=');
        buf_char(&out, i + 2 < length ? alphabet[n & 63] : '=');
    }
    if (new_line)
        buf_char(&out, '\n');
    return finish(&out);
}

typedef struct Decode64 {
    Buf out;
    uint32_t bits;  /* of the letters since the last whole quad */
    size_t letters; /* so far                                   */
    size_t padding; /* behind the last letter                   */
} Decode64;

static void decode64_letter(Decode64 *d, uint32_t value)
{
    d->padding = 0;
    d->bits = d->bits << 6 | value;
    if (++d->letters % 4)
        return;
    buf_char(&d->out, (char)(d->bits >> 16));
    buf_char(&d->out, (char)(d->bits >> 8));
    buf_char(&d->out, (char)d->bits);
    d->bits = 0;
}

/* What stands behind the last whole quad. */
static void decode64_rest(Decode64 *d)
{
    size_t rest = d->letters % 4;
    if (rest == 1)
        raise_exception(&BinasciiError_class,
                        "Invalid base64-encoded string: number of data characters (%zu) cannot be "
                        "1 more than a multiple of 4",
                        d->letters);
    if (rest && rest + d->padding < 4)
        raise_exception(&BinasciiError_class, "Incorrect padding");
    if (rest >= 2)
        buf_char(&d->out, (char)(rest == 2 ? d->bits >> 4 : d->bits >> 10));
    if (rest == 3)
        buf_char(&d->out, (char)(d->bits >> 2));
}

static Value decode64(Value v, const char *takes, const char *alphabet, bool strict)
{
    const char *data;
    size_t length;
    data_get(v, takes, &data, &length);
    Decode64 d = {0};
    for (size_t i = 0; i < length; i++) {
        if (data[i] == '=') {
            d.padding++;
            if (d.letters % 4 >= 2 && d.letters % 4 + d.padding >= 4)
                break;
            continue;
        }
        const char *found = data[i] ? strchr(alphabet, data[i]) : NULL;
        if (found)
            decode64_letter(&d, (uint32_t)(found - alphabet));
        else if (strict)
            raise_exception(&BinasciiError_class, "Only base64 data is allowed");
    }
    decode64_rest(&d);
    return finish(&d.out);
}

#define ENCODE_PARAMS(P) P(POS, any, s, Required) P(POS, any, altchars, None)
#define DECODE_PARAMS(P)                                                                           \
    P(POS, any, s, Required) P(POS, any, altchars, None) P(POS, bool, validate, False)
#define S_PARAMS(P) P(POS, any, s, Required)

static const char *alphabet_of(Value altchars)
{
    if (is_none(altchars))
        return standard;
    const char *data;
    size_t length;
    data_get(altchars, BASE64_TAKES, &data, &length);
    if (length != 2)
        raise_exception(&AssertionError_class, "%s", value_repr(altchars)->text);
    return str_format("%.62s%.2s", standard, data)->text;
}

FUNCTION(base64, b64encode, ENCODE_PARAMS)
{
    return encode64(a->s, alphabet_of(a->altchars), false);
}

FUNCTION(base64, b64decode, DECODE_PARAMS)
{
    return decode64(a->s, BASE64_TAKES, alphabet_of(a->altchars), a->validate);
}

FUNCTION(base64, urlsafe_b64encode, S_PARAMS)
{
    return encode64(a->s, urlsafe, false);
}

FUNCTION(base64, urlsafe_b64decode, S_PARAMS)
{
    return decode64(a->s, BASE64_TAKES, urlsafe, false);
}

#define B2A_PARAMS(P) P(ONLY, any, data, Required) P(KEY, bool, newline, True)
FUNCTION(binascii, b2a_base64, B2A_PARAMS)
{
    return encode64(a->data, standard, a->newline);
}

FUNCTION(binascii, a2b_base64, S_PARAMS)
{
    return decode64(a->s, BINASCII_TAKES, standard, false);
}

static Value encode16(Value v, const char *digits)
{
    const char *data;
    size_t length;
    bytes_get(v, &data, &length);
    Buf out = {0};
    for (size_t i = 0; i < length; i++) {
        buf_char(&out, digits[(unsigned char)data[i] >> 4]);
        buf_char(&out, digits[(unsigned char)data[i] & 15]);
    }
    return finish(&out);
}

FUNCTION(base64, b16encode, S_PARAMS)
{
    return encode16(a->s, "0123456789ABCDEF");
}

#define HEXLIFY_PARAMS(P)                                                                          \
    P(POS, any, data, Required) P(POS, any, sep, Unset) P(POS, any, bytes_per_sep, One)
FUNCTION(binascii, hexlify, HEXLIFY_PARAMS)
{
    if (is_set(a->sep)) {
        const char *data;
        size_t length;
        bytes_get(a->data, &data, &length);
        Value args[] = {a->sep, a->bytes_per_sep};
        Value text = call_method(OBJ(bytes_new(data, length)), "hex", 2, args);
        return call_method(text, "encode", 0, NULL);
    }
    return encode16(a->data, "0123456789abcdef");
}

FUNCTION(binascii, unhexlify, S_PARAMS)
{
    const char *data;
    size_t length;
    data_get(a->s, BINASCII_TAKES, &data, &length);
    if (length % 2)
        raise_exception(&BinasciiError_class, "Odd-length string");
    Buf out = {0};
    for (size_t i = 0; i < length; i += 2) {
        int value = 0;
        for (size_t j = i; j < i + 2; j++) {
            int c = tolower((unsigned char)data[j]);
            if (!isxdigit(c))
                raise_exception(&BinasciiError_class, "Non-hexadecimal digit found");
            value = value << 4 | (isdigit(c) ? c - '0' : c - 'a' + 10);
        }
        buf_char(&out, (char)value);
    }
    return finish(&out);
}

#define CRC_PARAMS(P) P(ONLY, any, data, Required) P(ONLY, int, crc, Zero)
FUNCTION(binascii, crc32, CRC_PARAMS)
{
    const char *data;
    size_t length;
    bytes_get(a->data, &data, &length);
    uint32_t crc = ~(uint32_t)a->crc;
    for (size_t i = 0; i < length; i++) {
        crc ^= (unsigned char)data[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
    }
    return INT((uint32_t)~crc);
}

static const Export base64_exports[] = {EXPORT_FUNCTION(base64, b64encode),
                                        EXPORT_FUNCTION(base64, b64decode),
                                        EXPORT_FUNCTION_AS("standard_b64encode", base64, b64encode),
                                        EXPORT_FUNCTION_AS("standard_b64decode", base64, b64decode),
                                        EXPORT_FUNCTION(base64, urlsafe_b64encode),
                                        EXPORT_FUNCTION(base64, urlsafe_b64decode),
                                        EXPORT_FUNCTION(base64, b16encode),
                                        {0}};

static Value base64_getattr(Str *name)
{
    return library_find("_base64", name);
}

static const Export binascii_exports[] = {EXPORT_CLASS_AS("Error", BinasciiError),
                                          EXPORT_FUNCTION(binascii, hexlify),
                                          EXPORT_FUNCTION(binascii, unhexlify),
                                          EXPORT_FUNCTION_AS("b2a_hex", binascii, hexlify),
                                          EXPORT_FUNCTION_AS("a2b_hex", binascii, unhexlify),
                                          EXPORT_FUNCTION(binascii, b2a_base64),
                                          EXPORT_FUNCTION(binascii, a2b_base64),
                                          EXPORT_FUNCTION(binascii, crc32),
                                          {0}};

const ModuleDef base64_module = {"base64", (const Export *const[]){base64_exports, NULL}, false,
                                 base64_getattr};
const ModuleDef binascii_module = {"binascii", (const Export *const[]){binascii_exports, NULL},
                                   false, NULL};
