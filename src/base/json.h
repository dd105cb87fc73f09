/* json.h -- JSON read into a small tree with the rules of Python's json module, and a streaming
 * writer.
 *
 *     JsonWriter w = {.out = &buf, .indent = 2};
 *     json_begin_object(&w);
 *     json_key(&w, "revision");
 *     json_str(&w, revision->id);
 *     json_end_object(&w);
 *
 * Reading accepts NaN, Infinity and -Infinity, keeps integers beyond 64 bits as text, lets the last
 * of equal keys win, and keeps lone surrogates. Errors are ERR_FILE, code "json.syntax": the
 * message is that of json.JSONDecodeError ("Expecting value: line 1 column 1 (char 0)").
 */
#ifndef RETORT_BASE_JSON_H
#define RETORT_BASE_JSON_H

#include "base/buf.h"
#include "base/err.h"
#include "base/map.h"
#include "base/vec.h"

typedef enum JsonType {
    JSON_NULL,
    JSON_BOOL,
    JSON_INTEGER,
    JSON_BIG_INTEGER, /* digits in `text` */
    JSON_FLOAT,       /* `number`; its source digits in `text` */
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT,
} JsonType;

typedef struct JsonValue JsonValue;
struct JsonValue {
    JsonType type;
    bool boolean;
    int64_t integer;
    double number;
    Str *text;
    VEC(JsonValue *) array;
    Map object; /* name -> JsonValue * */
};

/* The whole text is one value. `file` names it in errors and may be NULL. */
JsonValue *json_parse(Str *file, const Str *text);
/* The value that begins at byte `at`, which moves behind it. */
typedef struct JsonReading {
    size_t at;
    bool lax;       /* control characters in strings, as json.loads(strict=False) has it        */
    bool keeps_all; /* a key that comes twice stays twice: objects may be walked, not looked in */
} JsonReading;
JsonValue *json_parse_at(Str *file, const Str *text, JsonReading *reading);
/* The value of a member of an object, or NULL. */
JsonValue *json_find(const JsonValue *object, const char *name);

typedef struct JsonWriter {
    Buf *out;
    unsigned indent; /* 0: one line, with ", " and ": " between (Python's default) */
    bool tight;      /* one line without the spaces */
    bool unicode;    /* leave non-ASCII as it is (ensure_ascii=False); --json output sets it */
    unsigned depth;  /* private from here */
    bool has_items, after_key;
} JsonWriter;

void json_begin_object(JsonWriter *w);
void json_end_object(JsonWriter *w);
void json_begin_array(JsonWriter *w);
void json_end_array(JsonWriter *w);
void json_key(JsonWriter *w, const char *name);
void json_key_str(JsonWriter *w, const Str *name);
void json_text(JsonWriter *w, const char *text); /* NULL writes null */
void json_str(JsonWriter *w, const Str *s);      /* NULL writes null */
void json_integer(JsonWriter *w, int64_t integer);
void json_float(JsonWriter *w, double number); /* shortest digits that read back, as repr(float) */
void json_bool(JsonWriter *w, bool boolean);
void json_null(JsonWriter *w);
void json_raw(JsonWriter *w, const Str *text); /* already JSON */
void json_value(JsonWriter *w, const JsonValue *value);

/* A quoted JSON string. */
void json_quote(Buf *out, const Str *s, bool unicode);

#endif
