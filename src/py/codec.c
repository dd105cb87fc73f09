/* codec.c -- text to bytes and back: utf-8, ascii, latin-1, utf-16, utf-32, and what the C library
 * converts, with error handlers. */
#include "base/unicode_data.h"
#include "py/py.h"
#include "py/internal.h"

#include <ctype.h>
#include <errno.h>
#include <iconv.h>

typedef enum Codec {
    CODEC_UTF8,
    CODEC_UTF8_SIG,
    CODEC_ASCII,
    CODEC_LATIN1,
    CODEC_UTF16,
    CODEC_UTF16_LE,
    CODEC_UTF16_BE,
    CODEC_UTF32,
    CODEC_UTF32_LE,
    CODEC_UTF32_BE,
    CODEC_ESCAPE,    /* what stands between the quotes of a literal */
    CODEC_CHARMAP,   /* by iconv, a byte a character */
    CODEC_MULTIBYTE, /* by iconv                     */
} Codec;

static const struct {
    const char *name; /* normalised: lower case, dashes and blanks as _ */
    Codec codec;
    const char *shown; /* in messages */
} codecs[] = {
    {"utf_8", CODEC_UTF8, "utf-8"},
    {"utf8", CODEC_UTF8, "utf-8"},
    {"u8", CODEC_UTF8, "utf-8"},
    {"utf", CODEC_UTF8, "utf-8"},
    {"cp65001", CODEC_UTF8, "utf-8"},
    {"utf_8_sig", CODEC_UTF8_SIG, "utf-8-sig"},
    {"utf8_sig", CODEC_UTF8_SIG, "utf-8-sig"},
    {"ascii", CODEC_ASCII, "ascii"},
    {"us_ascii", CODEC_ASCII, "ascii"},
    {"646", CODEC_ASCII, "ascii"},
    {"latin_1", CODEC_LATIN1, "latin-1"},
    {"latin1", CODEC_LATIN1, "latin-1"},
    {"iso_8859_1", CODEC_LATIN1, "latin-1"},
    {"iso8859_1", CODEC_LATIN1, "latin-1"},
    {"8859", CODEC_LATIN1, "latin-1"},
    {"l1", CODEC_LATIN1, "latin-1"},
    {"utf_16", CODEC_UTF16, "utf-16"},
    {"utf16", CODEC_UTF16, "utf-16"},
    {"u16", CODEC_UTF16, "utf-16"},
    {"u32", CODEC_UTF32, "utf-32"},
    {"utf_16_le", CODEC_UTF16_LE, "utf-16-le"},
    {"utf_16le", CODEC_UTF16_LE, "utf-16-le"},
    {"utf_16_be", CODEC_UTF16_BE, "utf-16-be"},
    {"utf_16be", CODEC_UTF16_BE, "utf-16-be"},
    {"utf_32", CODEC_UTF32, "utf-32"},
    {"utf32", CODEC_UTF32, "utf-32"},
    {"unicode_escape", CODEC_ESCAPE, "unicodeescape"},
    {"unicodeescape", CODEC_ESCAPE, "unicodeescape"},
    {"utf_32_le", CODEC_UTF32_LE, "utf-32-le"},
    {"utf_32_be", CODEC_UTF32_BE, "utf-32-be"},
};

/* Encodings of the C library: Python's name, iconv's, whether a character is one byte. */
static const struct {
    const char *name, *iconv;
    bool single;
} library_codecs[] = {
    {"big5", "BIG5"},
    {"cp932", "CP932"},
    {"ms932", "CP932"},
    {"cp936", "GBK"},
    {"cp949", "CP949"},
    {"949", "CP949"},
    {"ms949", "CP949"},
    {"uhc", "CP949"},
    {"cp950", "CP950"},
    {"euc_jp", "EUC-JP"},
    {"euc_kr", "EUC-KR"},
    {"euckr", "EUC-KR"},
    {"ks_c_5601", "EUC-KR"},
    {"gb18030", "GB18030"},
    {"gb2312", "EUC-CN"},
    {"gbk", "GBK"},
    {"johab", "JOHAB"},
    {"shift_jis", "SHIFT_JIS"},
    {"sjis", "SHIFT_JIS"},
    {"koi8_r", "KOI8-R", true},
    {"koi8_u", "KOI8-U", true},
    {"latin2", "ISO-8859-2", true},
    {"latin_2", "ISO-8859-2", true},
    {"latin9", "ISO-8859-15", true},
    {"mac_roman", "MACINTOSH", true},
    {"tis_620", "TIS-620", true},
};

/* The row of iconv's for a normalised name: the table, or cp1252, windows_1252, iso8859_15 as they
 * stand. */
static const char *library_name(const char *name, bool *single)
{
    for (size_t i = 0; i < COUNT_OF(library_codecs); i++)
        if (strcmp(name, library_codecs[i].name) == 0) {
            *single = library_codecs[i].single;
            return library_codecs[i].iconv;
        }
    *single = true;
    if (strncmp(name, "windows_", 8) == 0)
        name += 6; /* "s_1252": the last letter is passed over with "cp" below */
    if (strncmp(name, "cp", 2) == 0 || strncmp(name, "s_", 2) == 0)
        return isdigit((unsigned char)name[2]) ? str_format("CP%s", name + 2)->text : NULL;
    const char *digits = strncmp(name, "iso8859_", 8) == 0    ? name + 8
                         : strncmp(name, "iso_8859_", 9) == 0 ? name + 9
                                                              : "";
    return isdigit((unsigned char)*digits) ? str_format("ISO-8859-%s", digits)->text : NULL;
}

/* What converts: a row of codecs[], or the C library by this name. */
typedef struct CodecChoice {
    Codec codec;
    const char *shown, *iconv;
} CodecChoice;

static CodecChoice find_codec(const char *encoding)
{
    Buf name = {0};
    for (const char *p = encoding; *p; p++)
        buf_char(&name, isalnum((unsigned char)*p) ? (char)tolower((unsigned char)*p) : '_');
    Str *normal = buf_str(&name);
    for (size_t i = 0; i < COUNT_OF(codecs); i++)
        if (str_is(normal, codecs[i].name))
            return (CodecChoice){codecs[i].codec, codecs[i].shown, NULL};
    static const char *const others[] = {"hex", "rot13", "rot_13", "base64", "zlib", "bz2", "hex_codec"};
    for (size_t i = 0; i < COUNT_OF(others); i++)
        if (str_is(normal, others[i]))
            raise_exception(&LookupError_class,
                            "'%s' is not a text encoding; use codecs.encode() to handle arbitrary codecs",
                            encoding);
    bool single;
    const char *library = library_name(normal->text, &single);
    iconv_t there = library ? iconv_open("UTF-8", library) : (iconv_t)-1;
    if (there == (iconv_t)-1)
        raise_exception(&LookupError_class, "unknown encoding: %s", encoding);
    iconv_close(there);
    return (CodecChoice){single ? CODEC_CHARMAP : CODEC_MULTIBYTE,
                         single ? "charmap" : normal->text, library};
}

static BaseException *unicode_error(const Class *class, const char *codec, Value object,
                                    size_t start, size_t end, const char *reason)
{
    const Value args[] = {STR(str_from(codec)), object, INT((int64_t)start), INT((int64_t)end),
                          STR(str_from(reason))};
    BaseException *e = exception_new(class, UNSET);
    e->args = tuple_new(COUNT_OF(args), args);
    return e;
}

/* What codecs.register_error() was given under this name, or UNSET. */
static Value registered_handler(const char *errors)
{
    Value codecs_module = dict_find_text(import_modules(), "codecs");
    if (!is_set(codecs_module) || !errors)
        return UNSET;
    Value handlers = value_get_attr(codecs_module, intern("_handlers"));
    return dict_find_text((Dict *)handlers.obj, errors);
}

/* handler(error) -> (what stands instead, where to go on). */
static Value ask_handler(Value handler, BaseException *error, int64_t *next)
{
    Value object = OBJ(error), answer = call(handler, 1, &object);
    Tuple *pair =
        answer.tag == TAG_OBJ && answer.obj->class == &tuple_class ? (Tuple *)answer.obj : NULL;
    Value where = pair && pair->length == 2 ? value_plain(pair->at[1]) : UNSET;
    if (where.tag != TAG_INT)
        raise_type("encoding error handler must return (str/bytes, int) tuple");
    *next = where.integer;
    return pair->at[0];
}

static bool handler_is(const char *errors, const char *name)
{
    return errors && strcmp(errors, name) == 0;
}

static bool is_known(const char *errors)
{
    static const char *const known[] = {
        "strict",          "ignore",        "replace",           "backslashreplace",
        "surrogateescape", "surrogatepass", "xmlcharrefreplace", "namereplace"};
    for (size_t i = 0; i < COUNT_OF(known); i++)
        if (handler_is(errors, known[i]))
            return true;
    return false;
}

static Value handler_get(const char *errors)
{
    Value handler = registered_handler(errors);
    if (!is_set(handler))
        raise_exception(&LookupError_class, "unknown error handler name '%s'", errors);
    return handler;
}

/* --- decoding --------------------------------------------------------------------------------- */

typedef struct Decoder {
    const unsigned char *data;
    size_t length, at;
    const char *codec, *errors;
    Buf out;
} Decoder;

static BaseException *decode_exception(const Decoder *d, size_t count, const char *reason)
{
    return unicode_error(&UnicodeDecodeError_class, d->codec,
                         OBJ(bytes_new((const char *)d->data, d->length)), d->at, d->at + count,
                         reason);
}

static void decode_error_by_script(Decoder *d, size_t count, const char *reason)
{
    int64_t next;
    Value text = ask_handler(handler_get(d->errors), decode_exception(d, count, reason), &next);
    Str *instead = value_find_str(text);
    if (!instead)
        raise_type("decoding error handler must return (str, int) tuple");
    if (next < 0)
        next += (int64_t)d->length;
    if (next < 0 || next > (int64_t)d->length)
        raise_exception(&IndexError_class, "position %lld from error handler out of bounds",
                        (long long)next);
    buf_add(&d->out, instead);
    d->at = (size_t)next;
}

/* Bytes [at, at + count) cannot be decoded. */
static void decode_error(Decoder *d, size_t count, const char *reason)
{
    if (d->errors && !handler_is(d->errors, "strict") && !is_known(d->errors)) {
        decode_error_by_script(d, count, reason);
        return;
    }
    if (handler_is(d->errors, "replace"))
        buf_code_point(&d->out, 0xFFFD);
    else if (handler_is(d->errors, "backslashreplace"))
        for (size_t i = 0; i < count; i++)
            buf_format(&d->out, "\\x%02x", d->data[d->at + i]);
    else if (handler_is(d->errors, "surrogateescape"))
        for (size_t i = 0; i < count; i++)
            buf_code_point(&d->out, 0xDC00u + d->data[d->at + i]);
    else if (!handler_is(d->errors, "ignore"))
        err_raise(exception_error(decode_exception(d, count, reason)));
    d->at += count;
}

static size_t utf8_lead(unsigned char c)
{
    return c < 0x80 ? 1 : c < 0xC2 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF5 ? 4 : 0;
}

/* How many bytes from the lead on are valid, as far as they go. */
static size_t utf8_valid_prefix(const unsigned char *s, size_t left, size_t need)
{
    size_t n = 1;
    for (; n < need && n < left; n++) {
        unsigned char low = 0x80, high = 0xBF;
        if (n == 1 && s[0] == 0xE0)
            low = 0xA0;
        if (n == 1 && s[0] == 0xED)
            high = 0x9F;
        if (n == 1 && s[0] == 0xF0)
            low = 0x90;
        if (n == 1 && s[0] == 0xF4)
            high = 0x8F;
        if (s[n] < low || s[n] > high)
            break;
    }
    return n;
}

static bool is_encoded_surrogate(const Decoder *d)
{
    const unsigned char *s = d->data + d->at;
    return handler_is(d->errors, "surrogatepass") && d->length - d->at >= 3 && s[0] == 0xED &&
           s[1] >= 0xA0 && s[1] <= 0xBF && (s[2] & 0xC0) == 0x80;
}

static void decode_utf8(Decoder *d)
{
    while (d->at < d->length) {
        const unsigned char *s = d->data + d->at;
        size_t need = utf8_lead(*s);
        if (is_encoded_surrogate(d)) {
            buf_bytes(&d->out, (const char *)s, 3);
            d->at += 3;
        } else if (need == 0)
            decode_error(d, 1, "invalid start byte");
        else {
            size_t left = d->length - d->at, valid = utf8_valid_prefix(s, left, need);
            if (valid == need) {
                buf_bytes(&d->out, (const char *)s, need);
                d->at += need;
            } else
                decode_error(d, valid,
                             valid == left ? "unexpected end of data"
                                           : "invalid continuation byte");
        }
    }
}

static void decode_single_bytes(Decoder *d, unsigned limit)
{
    while (d->at < d->length)
        if (d->data[d->at] < limit)
            buf_code_point(&d->out, d->data[d->at++]);
        else
            decode_error(d, 1, "ordinal not in range(128)");
}

static uint32_t read_unit(const Decoder *d, size_t at, size_t size, bool big)
{
    uint32_t n = 0;
    for (size_t i = 0; i < size; i++)
        n = n << 8 | d->data[at + (big ? i : size - 1 - i)];
    return n;
}

static void decode_utf16(Decoder *d, bool big)
{
    while (d->at < d->length) {
        size_t left = d->length - d->at;
        if (left < 2) {
            decode_error(d, 1, "truncated data");
            continue;
        }
        uint32_t c = read_unit(d, d->at, 2, big);
        uint32_t low = left >= 4 ? read_unit(d, d->at + 2, 2, big) : 0;
        if (c < 0xD800 || c > 0xDFFF) {
            buf_code_point(&d->out, c);
            d->at += 2;
        } else if (c <= 0xDBFF && low >= 0xDC00 && low <= 0xDFFF) {
            buf_code_point(&d->out, 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00));
            d->at += 4;
        } else if (c <= 0xDBFF && left < 4)
            decode_error(d, left, "unexpected end of data");
        else
            decode_error(d, 2, c <= 0xDBFF ? "illegal UTF-16 surrogate" : "illegal encoding");
    }
}

static void decode_utf32(Decoder *d, bool big)
{
    while (d->at < d->length) {
        if (d->length - d->at < 4) {
            decode_error(d, d->length - d->at, "truncated data");
            continue;
        }
        uint32_t c = read_unit(d, d->at, 4, big);
        if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
            decode_error(d, 4, "code point not in range(0x110000)");
        else {
            buf_code_point(&d->out, c);
            d->at += 4;
        }
    }
}

/* A byte order mark is dropped and decides; little without one. */
static bool skip_mark(Decoder *d, size_t size)
{
    if (d->length < size)
        return false;
    uint32_t little = read_unit(d, 0, size, false), big = read_unit(d, 0, size, true);
    if (little == 0xFEFF || big == 0xFEFF)
        d->at = size;
    return big == 0xFEFF;
}

/* Errors name the order that was found. */
static void decode_marked(Decoder *d, Codec codec)
{
    bool wide = codec == CODEC_UTF32, big = skip_mark(d, wide ? 4 : 2);
    d->codec = wide ? big ? "utf-32-be" : "utf-32-le" : big ? "utf-16-be" : "utf-16-le";
    (wide ? decode_utf32 : decode_utf16)(d, big);
}

/* As far as iconv comes; returns whether all of it was good. The descriptor lives in here only. */
static bool decode_part(Decoder *d, const char *name, bool *incomplete)
{
    iconv_t there = iconv_open("UTF-8", name);
    char *in = (char *)(uintptr_t)d->data + d->at, part[512];
    size_t left = d->length - d->at;
    bool more = true;
    while (more && left) {
        char *out = part;
        size_t room = sizeof part;
        more = iconv(there, &in, &left, &out, &room) != (size_t)-1 || errno == E2BIG;
        *incomplete = errno == EINVAL;
        buf_bytes(&d->out, part, (size_t)(out - part));
    }
    iconv_close(there);
    d->at = d->length - left;
    return left == 0;
}

static void decode_library(Decoder *d, const CodecChoice *choice)
{
    bool incomplete = false;
    while (!decode_part(d, choice->iconv, &incomplete)) {
        bool single = choice->codec == CODEC_CHARMAP;
        decode_error(d, 1,
                     single       ? "character maps to <undefined>"
                     : incomplete ? "incomplete multibyte sequence"
                                  : "illegal multibyte sequence");
    }
}

/* \xHH, \uHHHH, \UHHHHHHHH: `digits` of them behind the letter at `at` + 1. */
static void decode_hexadecimal(Decoder *d, size_t digits, const char *reason)
{
    uint32_t c = 0;
    size_t n = 2;
    for (; n < digits + 2 && d->at + n < d->length && isxdigit(d->data[d->at + n]); n++) {
        unsigned char digit = (unsigned char)tolower(d->data[d->at + n]);
        c = c * 16 + (uint32_t)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    }
    if (n < digits + 2)
        decode_error(d, n, reason);
    else if (c > 0x10FFFF)
        decode_error(d, n, "illegal Unicode character");
    else {
        buf_code_point(&d->out, c);
        d->at += n;
    }
}

static void decode_octal(Decoder *d)
{
    uint32_t c = 0;
    size_t n = 1;
    for (; n < 4 && d->at + n < d->length && d->data[d->at + n] >= '0' && d->data[d->at + n] <= '7';
         n++)
        c = c * 8 + d->data[d->at + n] - '0';
    buf_code_point(&d->out, c);
    d->at += n;
}

/* \\N{LATIN SMALL LETTER A} */
static void decode_named(Decoder *d)
{
    const char *data = (const char *)d->data;
    size_t at = d->at + 2, start = at + 1;
    const char *reason = "malformed \\N character escape";
    Str *found = NULL;
    if (at < d->length && data[at] == '{') {
        for (at = start; at < d->length && data[at] != '}';)
            at++;
        if (at < d->length && at > start) {
            found = unicode_lookup(str_new(data + start, at - start), false);
            reason = "unknown Unicode character name";
            at++;
        }
    }
    if (found) {
        buf_add(&d->out, found);
        d->at = at;
    } else
        decode_error(d, at - d->at, reason);
}

/* One escape, at its backslash; one that nobody knows stays. */
static void decode_one_escape(Decoder *d)
{
    static const char letters[] = "\\'\"abfnrtv", values[] = "\\'\"\a\b\f\n\r\t\v";
    if (d->at + 1 >= d->length) {
        decode_error(d, 1, "\\ at end of string");
        return;
    }
    char c = (char)d->data[d->at + 1];
    const char *letter = c ? strchr(letters, c) : NULL;
    if (c == 'x')
        decode_hexadecimal(d, 2, "truncated \\xXX escape");
    else if (c == 'u')
        decode_hexadecimal(d, 4, "truncated \\uXXXX escape");
    else if (c == 'U')
        decode_hexadecimal(d, 8, "truncated \\UXXXXXXXX escape");
    else if (c >= '0' && c <= '7')
        decode_octal(d);
    else if (c == 'N')
        decode_named(d);
    else {
        if (letter)
            buf_char(&d->out, values[letter - letters]);
        else if (c != '\n') {
            buf_char(&d->out, '\\');
            buf_code_point(&d->out, (unsigned char)c);
        }
        d->at += 2;
    }
}

static void decode_escapes(Decoder *d)
{
    while (d->at < d->length)
        if (d->data[d->at] == '\\')
            decode_one_escape(d);
        else
            buf_code_point(&d->out, d->data[d->at++]);
}

Str *bytes_decode(const char *data, size_t length, const char *encoding, const char *errors)
{
    CodecChoice choice = find_codec(encoding);
    Decoder d = {(const unsigned char *)data, length, 0, choice.shown, errors, {0}};
    switch (choice.codec) {
    case CODEC_UTF8_SIG:
        d.codec = "utf-8";
        if (length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0)
            d.at = 3;
        decode_utf8(&d);
        break;
    case CODEC_UTF8:
        decode_utf8(&d);
        break;
    case CODEC_ASCII:
    case CODEC_LATIN1:
        decode_single_bytes(&d, choice.codec == CODEC_ASCII ? 128 : 256);
        break;
    case CODEC_ESCAPE:
        decode_escapes(&d);
        break;
    case CODEC_UTF16:
    case CODEC_UTF32:
        decode_marked(&d, choice.codec);
        break;
    case CODEC_UTF16_LE:
    case CODEC_UTF16_BE:
        decode_utf16(&d, choice.codec == CODEC_UTF16_BE);
        break;
    case CODEC_UTF32_LE:
    case CODEC_UTF32_BE:
        decode_utf32(&d, choice.codec == CODEC_UTF32_BE);
        break;
    case CODEC_CHARMAP:
    case CODEC_MULTIBYTE:
        decode_library(&d, &choice);
        break;
    }
    return buf_str(&d.out);
}

/* --- encoding --------------------------------------------------------------------------------- */

typedef struct Encoder {
    const Str *s;
    const char *codec, *errors;
    Codec kind;
    Buf out;
    const char *iconv; /* CODEC_CHARMAP, CODEC_MULTIBYTE: the name there ... */
    iconv_t *there;    /* ... and the open descriptor                        */
} Encoder;

static bool encode_library(Encoder *e, uint32_t c)
{
    BUG_UNLESS(e->there);
    Buf text = {0};
    char part[16], *out = part;
    size_t room = sizeof part;
    buf_code_point(&text, c);
    char *in = text.data;
    size_t left = text.length;
    if (iconv(*e->there, &in, &left, &out, &room) == (size_t)-1)
        return false;
    buf_bytes(&e->out, part, (size_t)(out - part));
    return true;
}

static void put_unit(Buf *out, uint32_t n, size_t size, bool big)
{
    for (size_t i = 0; i < size; i++)
        buf_char(out, (char)(n >> 8 * (big ? size - 1 - i : i)));
}

static void encode_escape(Buf *out, uint32_t c)
{
    static const char letters[] = "\t\n\r\\", shown[] = "tnr\\";
    const char *letter = c && c < 0x80 ? strchr(letters, (int)c) : NULL;
    if (letter)
        buf_format(out, "\\%c", shown[letter - letters]);
    else if (c >= 0x20 && c < 0x7F)
        buf_char(out, (char)c);
    else
        buf_format(out, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
}

/* false: this codec cannot say c. */
static bool encode_point(Encoder *e, uint32_t c)
{
    bool surrogate = c >= 0xD800 && c <= 0xDFFF && !handler_is(e->errors, "surrogatepass");
    bool big = e->kind == CODEC_UTF16_BE || e->kind == CODEC_UTF32_BE;
    switch (e->kind) {
    case CODEC_CHARMAP:
    case CODEC_MULTIBYTE:
        return !surrogate && encode_library(e, c);
    case CODEC_ASCII:
    case CODEC_LATIN1:
        if (c >= (e->kind == CODEC_ASCII ? 128u : 256u))
            return false;
        buf_char(&e->out, (char)c);
        return true;
    case CODEC_ESCAPE:
        encode_escape(&e->out, c);
        return true;
    case CODEC_UTF8:
    case CODEC_UTF8_SIG:
        if (!surrogate)
            buf_code_point(&e->out, c);
        return !surrogate;
    case CODEC_UTF16:
    case CODEC_UTF16_LE:
    case CODEC_UTF16_BE:
        if (!surrogate && c > 0xFFFF) {
            put_unit(&e->out, 0xD800 + ((c - 0x10000) >> 10), 2, big);
            put_unit(&e->out, 0xDC00 + ((c - 0x10000) & 0x3FF), 2, big);
        } else if (!surrogate)
            put_unit(&e->out, c, 2, big);
        return !surrogate;
    default:
        if (!surrogate)
            put_unit(&e->out, c, 4, big);
        return !surrogate;
    }
}

static void put_ascii(Encoder *e, const Str *text)
{
    for (uint32_t i = 0; i < text->length; i++)
        encode_point(e, (unsigned char)text->text[i]);
}

static const char *encode_reason(Codec codec)
{
    return codec == CODEC_CHARMAP     ? "character maps to <undefined>"
           : codec == CODEC_MULTIBYTE ? "illegal multibyte sequence"
           : codec == CODEC_ASCII     ? "ordinal not in range(128)"
           : codec == CODEC_LATIN1    ? "ordinal not in range(256)"
                                      : "surrogates not allowed";
}

/* The run of code points from `index` that cannot be encoded is one error. */
static size_t bad_run(const Encoder *e, const char *p)
{
    size_t n = 0;
    const char *end = e->s->text + e->s->length;
    for (Encoder probe = *e; p < end; n++) {
        probe.out = (Buf){0};
        if (encode_point(&probe, utf8_next(&p)))
            break;
    }
    return n;
}

static BaseException *encode_exception(const Encoder *e, const char *at, size_t index)
{
    return unicode_error(&UnicodeEncodeError_class, e->codec, STR(e->s), index,
                         index + bad_run(e, at), encode_reason(e->kind));
}

/* How many code points the script's handler passed over. */
static size_t encode_error_by_script(Encoder *e, const char *at, size_t index)
{
    int64_t next;
    BaseException *error = encode_exception(e, at, index);
    Value instead = ask_handler(handler_get(e->errors), error, &next);
    Str *text = value_find_str(instead);
    const char *data;
    size_t length;
    if (!text && value_find_bytes(instead, &data, &length))
        buf_bytes(&e->out, data, length);
    else if (!text)
        raise_type("encoding error handler must return (str/bytes, int) tuple");
    else
        for (const char *p = text->text, *end = p + text->length; p < end;)
            if (!encode_point(e, utf8_next(&p)))
                err_raise(exception_error(error));
    return next > (int64_t)index ? (size_t)next - index : 1;
}

/* The number of code points that are dealt with. */
static size_t encode_error(Encoder *e, uint32_t c, const char *at, size_t index)
{
    if (e->errors && !handler_is(e->errors, "strict") && !is_known(e->errors))
        return encode_error_by_script(e, at, index);
    if (handler_is(e->errors, "ignore"))
        return 1;
    if (handler_is(e->errors, "replace"))
        put_ascii(e, intern("?"));
    else if (handler_is(e->errors, "xmlcharrefreplace"))
        put_ascii(e, str_format("&#%u;", c));
    else if (handler_is(e->errors, "namereplace") && unicode_name(c))
        put_ascii(e, str_format("\\N{%s}", unicode_name(c)->text));
    else if (handler_is(e->errors, "backslashreplace") || handler_is(e->errors, "namereplace"))
        put_ascii(e, str_format(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
    else if (handler_is(e->errors, "surrogateescape") && c >= 0xDC80 && c <= 0xDCFF)
        buf_char(&e->out, (char)(c - 0xDC00));
    else
        err_raise(exception_error(encode_exception(e, at, index)));
    return 1;
}

static void encode_points(void *arg)
{
    Encoder *e = arg;
    size_t index = 0;
    for (const char *p = e->s->text, *end = p + e->s->length; p < end; index++) {
        const char *at = p;
        uint32_t c = utf8_next(&p);
        if (encode_point(e, c))
            continue;
        size_t done = encode_error(e, c, at, index);
        for (; done > 1 && p < end; done--, index++)
            utf8_next(&p);
    }
}

/* The descriptor is closed whether or not something could not be encoded. */
static void encode_by_library(Encoder *e)
{
    iconv_t there = iconv_open(e->iconv, "UTF-8");
    e->there = &there;
    Err *err = protect(encode_points, e);
    iconv_close(there);
    if (err)
        err_raise(err);
}

Bytes *str_encode(const Str *s, const char *encoding, const char *errors)
{
    CodecChoice choice = find_codec(encoding);
    Encoder e = {s, choice.shown, errors, choice.codec, {0}, choice.iconv, NULL};
    if (e.kind == CODEC_UTF8_SIG)
        buf_text(&e.out, "\xEF\xBB\xBF");
    if (e.kind == CODEC_UTF16 || e.kind == CODEC_UTF32)
        encode_point(&e, 0xFEFF);
    if (e.kind == CODEC_UTF8_SIG)
        e.codec = "utf-8";
    if (e.iconv)
        encode_by_library(&e);
    else
        encode_points(&e);
    return bytes_new(e.out.data ? e.out.data : "", e.out.length);
}
