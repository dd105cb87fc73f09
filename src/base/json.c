/* json.c -- JSON: a reader with Python's rules and messages, and a streaming writer. */
#include "base/base.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define DEEPEST_JSON 1000

/* --- reading ------------------------------------------------------------------------------- */

typedef struct Reader {
    Str *file;
    const Str *text;
    size_t at;
    unsigned depth;
    bool lax, keeps_all;
} Reader;

static _Noreturn void raise_syntax(const Reader *r, const char *what, size_t at)
{
    uint32_t line = 1;
    size_t line_start = 0;
    for (size_t i = 0; i < at && i < r->text->length; i++)
        if (r->text->text[i] == '\n') {
            line++;
            line_start = i + 1;
        }
    size_t index = str_index(r->text, at);
    uint32_t column = (uint32_t)(index - str_index(r->text, line_start)) + 1;
    raise_file("json.syntax", (Pos){.file = r->file, .line = line, .column = column},
               "%s: line %u column %u (char %zu)", what, line, column, index);
}

static char peek(const Reader *r)
{
    return r->at < r->text->length ? r->text->text[r->at] : '\0';
}

static void skip_blanks(Reader *r)
{
    r->at += strspn(r->text->text + r->at, " \t\n\r");
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    int lower = tolower((unsigned char)c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* Four hex digits at `at`, or -1. */
static int32_t four_hex(const Reader *r, size_t at)
{
    int32_t value = 0;
    for (size_t i = 0; i < 4; i++) {
        int digit = at + i < r->text->length ? hex_value(r->text->text[at + i]) : -1;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

/* After "\u": one code point, from two escapes when they are a surrogate pair. */
static uint32_t read_unicode_escape(Reader *r)
{
    int32_t high = four_hex(r, r->at);
    if (high < 0)
        raise_syntax(r, "Invalid \\uXXXX escape", r->at - 1);
    r->at += 4;
    if (high < 0xD800 || high > 0xDBFF || strncmp(r->text->text + r->at, "\\u", 2) != 0)
        return (uint32_t)high;
    int32_t low = four_hex(r, r->at + 2);
    if (low < 0xDC00 || low > 0xDFFF)
        return (uint32_t)high;
    r->at += 6;
    return 0x10000 + (((uint32_t)high - 0xD800) << 10) + ((uint32_t)low - 0xDC00);
}

static void read_escape(Reader *r, Buf *out, size_t opening)
{
    static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    if (r->at + 1 >= r->text->length)
        raise_syntax(r, "Unterminated string starting at", opening);
    char c = r->text->text[r->at + 1];
    const char *found = memchr(names, c, sizeof names - 1);
    if (c == 'u') {
        r->at += 2;
        buf_code_point(out, read_unicode_escape(r));
    } else if (found) {
        buf_char(out, values[found - names]);
        r->at += 2;
    } else {
        raise_syntax(r, "Invalid \\escape", r->at);
    }
}

static Str *read_string(Reader *r)
{
    Buf out = {0};
    size_t opening = r->at++;
    for (;;) {
        size_t from = r->at;
        while (r->at < r->text->length && (r->lax || (unsigned char)peek(r) >= ' ') &&
               peek(r) != '"' && peek(r) != '\\')
            r->at++;
        buf_bytes(&out, r->text->text + from, r->at - from);
        if (r->at >= r->text->length)
            raise_syntax(r, "Unterminated string starting at", opening);
        if (peek(r) == '"')
            break;
        if (peek(r) != '\\')
            raise_syntax(r, "Invalid control character at", r->at);
        read_escape(r, &out, opening);
    }
    r->at++;
    return buf_str(&out);
}

static JsonValue *value_new(JsonType type)
{
    JsonValue *value = new(JsonValue);
    value->type = type;
    return value;
}

static size_t digits_at(const char *p)
{
    return strspn(p, "0123456789");
}

/* The length of a number at p, 0 when there is none; *is_float when it has a fraction or exponent.
 */
static size_t number_length(const char *p, bool *is_float)
{
    size_t length = *p == '-', whole = p[length] == '0' ? 1 : digits_at(p + length);
    *is_float = false;
    if (whole == 0)
        return 0;
    length += whole;
    if (p[length] == '.' && digits_at(p + length + 1)) {
        length += 1 + digits_at(p + length + 1);
        *is_float = true;
    }
    if (p[length] == 'e' || p[length] == 'E') {
        size_t sign = p[length + 1] == '-' || p[length + 1] == '+';
        size_t exponent = digits_at(p + length + 1 + sign);
        if (exponent) {
            length += 1 + sign + exponent;
            *is_float = true;
        }
    }
    return length;
}

static JsonValue *read_number(Reader *r)
{
    bool is_float;
    size_t length = number_length(r->text->text + r->at, &is_float);
    if (length == 0)
        return NULL;
    JsonValue *value = value_new(is_float ? JSON_FLOAT : JSON_INTEGER);
    value->text = str_slice_bytes(r->text, r->at, r->at + length);
    r->at += length;
    errno = 0;
    if (is_float) {
        value->number = strtod(value->text->text, NULL);
        return value;
    }
    value->integer = strtoll(value->text->text, NULL, 10);
    if (errno == ERANGE)
        value->type = JSON_BIG_INTEGER;
    return value;
}

/* null, true, false, NaN, Infinity, -Infinity */
static JsonValue *read_word(Reader *r)
{
    static const struct {
        const char *word;
        JsonType type;
        bool boolean;
        double number;
    } words[] = {
        {"null", JSON_NULL, false, 0},
        {"true", JSON_BOOL, true, 0},
        {"false", JSON_BOOL, false, 0},
        {"NaN", JSON_FLOAT, false, NAN},
        {"Infinity", JSON_FLOAT, false, INFINITY},
        {"-Infinity", JSON_FLOAT, false, -INFINITY},
    };
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        size_t length = strlen(words[i].word);
        if (strncmp(r->text->text + r->at, words[i].word, length) != 0)
            continue;
        JsonValue *value = value_new(words[i].type);
        value->boolean = words[i].boolean;
        value->number = words[i].number;
        value->text = str_from(words[i].word);
        r->at += length;
        return value;
    }
    return NULL;
}

static JsonValue *read_value(Reader *r);

static JsonValue *read_array(Reader *r)
{
    JsonValue *array = value_new(JSON_ARRAY);
    r->at++;
    skip_blanks(r);
    if (peek(r) == ']') {
        r->at++;
        return array;
    }
    for (;;) {
        vec_push(&array->array, read_value(r));
        skip_blanks(r);
        char c = peek(r);
        if (c != ',' && c != ']')
            raise_syntax(r, "Expecting ',' delimiter", r->at);
        r->at++;
        if (c == ']')
            return array;
        skip_blanks(r);
    }
}

static void read_member(Reader *r, JsonValue *object)
{
    if (peek(r) != '"')
        raise_syntax(r, "Expecting property name enclosed in double quotes", r->at);
    Str *name = read_string(r);
    skip_blanks(r);
    if (peek(r) != ':')
        raise_syntax(r, "Expecting ':' delimiter", r->at);
    r->at++;
    skip_blanks(r);
    JsonValue *value = read_value(r);
    if (!r->keeps_all || !map_has(&object->object, name)) {
        map_put(&object->object, name, value);
        return;
    }
    /* behind the map's back: its index knows the first one only */
    Map *map = &object->object;
    MapEntry *entries = new_array(MapEntry, map->length + 1);
    memcpy(entries, map->at, map->length * sizeof *entries);
    entries[map->length++] = (MapEntry){name, value};
    map->at = entries;
    map->capacity = map->length;
}

static JsonValue *read_object(Reader *r)
{
    JsonValue *object = value_new(JSON_OBJECT);
    r->at++;
    skip_blanks(r);
    if (peek(r) == '}') {
        r->at++;
        return object;
    }
    for (;;) {
        read_member(r, object);
        skip_blanks(r);
        char c = peek(r);
        if (c != ',' && c != '}')
            raise_syntax(r, "Expecting ',' delimiter", r->at);
        r->at++;
        if (c == '}')
            return object;
        skip_blanks(r);
    }
}

static JsonValue *read_value(Reader *r)
{
    JsonValue *value = NULL;
    if (++r->depth > DEEPEST_JSON)
        raise_syntax(r, "Too deeply nested", r->at);
    if (peek(r) == '"') {
        value = value_new(JSON_STRING);
        value->text = read_string(r);
    } else if (peek(r) == '[') {
        value = read_array(r);
    } else if (peek(r) == '{') {
        value = read_object(r);
    } else {
        value = read_word(r);
        if (!value)
            value = read_number(r);
    }
    if (!value)
        raise_syntax(r, "Expecting value", r->at);
    r->depth--;
    return value;
}

JsonValue *json_parse_at(Str *file, const Str *text, JsonReading *reading)
{
    Reader r = {.file = file,
                .text = text,
                .at = reading->at,
                .lax = reading->lax,
                .keeps_all = reading->keeps_all};
    JsonValue *value = read_value(&r);
    reading->at = r.at;
    return value;
}

JsonValue *json_parse(Str *file, const Str *text)
{
    Reader r = {.file = file, .text = text};
    if (str_starts_with(text, "\xEF\xBB\xBF"))
        raise_syntax(&r, "Unexpected UTF-8 BOM (decode using utf-8-sig)", 0);
    skip_blanks(&r);
    JsonValue *value = read_value(&r);
    skip_blanks(&r);
    if (r.at != text->length)
        raise_syntax(&r, "Extra data", r.at);
    return value;
}

JsonValue *json_find(const JsonValue *object, const char *name)
{
    return object && object->type == JSON_OBJECT ? map_find(&object->object, intern(name)) : NULL;
}

/* --- writing ------------------------------------------------------------------------------- */

static void quote_char(Buf *out, uint32_t c, bool unicode)
{
    static const char names[] = "\"\\nrtbf", values[] = "\"\\\n\r\t\b\f";
    const char *found = c && c < 0x80 ? strchr(values, (int)c) : NULL;
    bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    if (found) {
        buf_char(out, '\\');
        buf_char(out, names[found - values]);
    } else if (c >= ' ' && (c < 0x7F || (unicode && !surrogate))) {
        buf_code_point(out, c);
    } else if (c >= 0x10000) {
        c -= 0x10000;
        buf_format(out, "\\u%04x\\u%04x", 0xD800 + (c >> 10), 0xDC00 + (c & 0x3FF));
    } else {
        buf_format(out, "\\u%04x", c);
    }
}

void json_quote(Buf *out, const Str *s, bool unicode)
{
    buf_char(out, '"');
    for (const char *p = s->text, *end = p + s->length; p < end;)
        quote_char(out, utf8_next(&p), unicode);
    buf_char(out, '"');
}

static void new_line(JsonWriter *w)
{
    buf_char(w->out, '\n');
    buf_fill(w->out, ' ', (size_t)w->indent * w->depth);
}

/* What goes before a value or a key: comma and white space. */
static void separate(JsonWriter *w)
{
    if (w->after_key) {
        w->after_key = false;
        return;
    }
    if (w->has_items)
        buf_text(w->out, w->indent || w->tight ? "," : ", ");
    if (w->indent && w->depth)
        new_line(w);
    w->has_items = true;
}

static void begin(JsonWriter *w, char bracket)
{
    separate(w);
    buf_char(w->out, bracket);
    w->depth++;
    w->has_items = false;
}

static void end(JsonWriter *w, char bracket)
{
    w->depth--;
    if (w->indent && w->has_items)
        new_line(w);
    buf_char(w->out, bracket);
    w->has_items = true;
}

void json_begin_object(JsonWriter *w)
{
    begin(w, '{');
}

void json_end_object(JsonWriter *w)
{
    end(w, '}');
}

void json_begin_array(JsonWriter *w)
{
    begin(w, '[');
}

void json_end_array(JsonWriter *w)
{
    end(w, ']');
}

void json_key_str(JsonWriter *w, const Str *name)
{
    separate(w);
    json_quote(w->out, name, w->unicode);
    buf_text(w->out, w->tight ? ":" : ": ");
    w->after_key = true;
}

void json_key(JsonWriter *w, const char *name)
{
    json_key_str(w, str_from(name));
}

void json_str(JsonWriter *w, const Str *s)
{
    separate(w);
    if (s)
        json_quote(w->out, s, w->unicode);
    else
        buf_text(w->out, "null");
}

void json_text(JsonWriter *w, const char *text)
{
    json_str(w, text ? str_from(text) : NULL);
}

void json_integer(JsonWriter *w, int64_t integer)
{
    separate(w);
    buf_format(w->out, "%lld", (long long)integer);
}

/* repr(float): as few digits as read back the same, exponent form outside 1e-4 .. 1e16. */
static Str *shortest_float(double number)
{
    char digits[40];
    int precision = 1;
    do
        snprintf(digits, sizeof digits, "%.*e", precision - 1, number);
    while (strtod(digits, NULL) != number && ++precision <= 17);
    int exponent = atoi(strchr(digits, 'e') + 1);
    if (exponent >= -4 && exponent < 16) {
        int decimals = precision - 1 - exponent;
        return str_format("%.*f", decimals > 1 ? decimals : 1, number);
    }
    *strchr(digits, 'e') = '\0';
    return str_format("%se%c%02d", digits, exponent < 0 ? '-' : '+', abs(exponent));
}

void json_float(JsonWriter *w, double number)
{
    separate(w);
    if (isnan(number))
        buf_text(w->out, "NaN");
    else if (isinf(number))
        buf_text(w->out, number < 0 ? "-Infinity" : "Infinity");
    else
        buf_add(w->out, shortest_float(number));
}

void json_bool(JsonWriter *w, bool boolean)
{
    separate(w);
    buf_text(w->out, boolean ? "true" : "false");
}

void json_null(JsonWriter *w)
{
    json_str(w, NULL);
}

void json_raw(JsonWriter *w, const Str *text)
{
    separate(w);
    buf_add(w->out, text);
}

static void write_array(JsonWriter *w, const JsonValue *value)
{
    json_begin_array(w);
    for (size_t i = 0; i < value->array.length; i++)
        json_value(w, value->array.at[i]);
    json_end_array(w);
}

static void write_object(JsonWriter *w, const JsonValue *value)
{
    json_begin_object(w);
    for (size_t i = 0; i < value->object.length; i++) {
        json_key_str(w, value->object.at[i].key);
        json_value(w, value->object.at[i].value);
    }
    json_end_object(w);
}

void json_value(JsonWriter *w, const JsonValue *value)
{
    switch (value->type) {
    case JSON_NULL:
        json_null(w);
        break;
    case JSON_BOOL:
        json_bool(w, value->boolean);
        break;
    case JSON_INTEGER:
        json_integer(w, value->integer);
        break;
    case JSON_BIG_INTEGER:
        json_raw(w, value->text);
        break;
    case JSON_FLOAT:
        json_float(w, value->number);
        break;
    case JSON_STRING:
        json_str(w, value->text);
        break;
    case JSON_ARRAY:
        write_array(w, value);
        break;
    case JSON_OBJECT:
        write_object(w, value);
        break;
    }
}
