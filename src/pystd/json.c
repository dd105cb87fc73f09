/* json.c -- the json module: loads over base/json.h, dumps by its own writer with default= and
 * sort_keys=. */
#include "pystd/pystd.h"
#include "pystd/inside.h"

#include <math.h>
#include <stdlib.h>

/* --- errors ----------------------------------------------------------------------------------- */

static const Class JSONDecodeError_class;

/* str(e) names the place; e.msg, e.doc, e.pos, e.lineno and e.colno are its parts. */
static _Noreturn void raise_decode(const char *message, Str *document, size_t position)
{
    size_t line = 1, start = 0;
    const char *p = document->text;
    for (size_t i = 0; i < position && *p; i++)
        if (utf8_next(&p) == '\n')
            line++, start = i + 1;
    size_t column = position - start + 1;
    Str *text = str_format("%s: line %zu column %zu (char %zu)", message, line, column, position);
    BaseException *exception = exception_new(&JSONDecodeError_class, STR(text));
    Dict *attrs = object_attrs(&exception->obj);
    dict_set_text(attrs, "msg", STR(str_from(message)));
    dict_set_text(attrs, "doc", STR(document));
    dict_set_text(attrs, "pos", INT((int64_t)position));
    dict_set_text(attrs, "lineno", INT((int64_t)line));
    dict_set_text(attrs, "colno", INT((int64_t)column));
    raise_object(OBJ(exception));
}

#define DECODE_ERROR_PARAMS(P)                                                                     \
    P(POS, str, msg, Required) P(POS, str, doc, Required) P(POS, int, pos, Required)
FUNCTION(json, raise_decode_error, DECODE_ERROR_PARAMS)
{
    raise_decode(a->msg->text, a->doc, (size_t)a->pos);
}

static const Class JSONDecodeError_class = {
    CLASS_NAMED(BaseException, "JSONDecodeError", "json.decoder", ValueError),
    .flags = CLASS_ANY_ATTR};

/* --- reading ---------------------------------------------------------------------------------- */

typedef struct Loader {
    Value object_hook, pairs_hook, parse_float, parse_int, parse_constant;
    bool lax, is_prefix; /* control characters in strings; more may follow */
    size_t at;
    Str *text;
    JsonValue *tree;
} Loader;

static void load_tree(void *arg)
{
    Loader *loader = arg;
    JsonReading reading = {loader->at, loader->lax, !is_absent(loader->pairs_hook)};
    if (!loader->is_prefix && !reading.lax && !reading.keeps_all) {
        loader->tree = json_parse(NULL, loader->text);
        return;
    }
    const char *text = loader->text->text;
    if (!loader->is_prefix)
        reading.at += strspn(text, " \t\n\r");
    loader->tree = json_parse_at(NULL, loader->text, &reading);
    loader->at = reading.at;
    if (!loader->is_prefix &&
        (reading.at += strspn(text + reading.at, " \t\n\r")) < loader->text->length)
        raise_decode("Extra data", loader->text, str_index(loader->text, reading.at));
}

static Value from_json(const Loader *loader, const JsonValue *json);

static Value from_array(const Loader *loader, const JsonValue *json)
{
    List *list = list_new(json->array.length);
    for (size_t i = 0; i < json->array.length; i++)
        list_append(list, from_json(loader, json->array.at[i]));
    return OBJ(list);
}

static Value from_object(const Loader *loader, const JsonValue *json)
{
    bool has_pairs = !is_absent(loader->pairs_hook);
    List *pairs = has_pairs ? list_new(json->object.length) : NULL;
    Dict *dict = has_pairs ? NULL : dict_new();
    for (size_t i = 0; i < json->object.length; i++) {
        Value key = STR(json->object.at[i].key),
              value = from_json(loader, json->object.at[i].value);
        if (has_pairs)
            list_append(pairs, OBJ(tuple_new(2, (Value[]){key, value})));
        else
            dict_set(dict, key, value);
    }
    if (has_pairs)
        return call1(loader->pairs_hook, OBJ(pairs));
    return is_absent(loader->object_hook) ? OBJ(dict) : call1(loader->object_hook, OBJ(dict));
}

static const char *constant_name(double x)
{
    return isnan(x) ? "NaN" : x > 0 ? "Infinity" : "-Infinity";
}

static Value from_json(const Loader *loader, const JsonValue *json)
{
    switch (json->type) {
    case JSON_NULL:
        return NONE;
    case JSON_BOOL:
        return BOOL(json->boolean);
    case JSON_INTEGER:
        if (is_absent(loader->parse_int))
            return INT(json->integer);
        return call1(loader->parse_int, STR(str_format("%lld", (long long)json->integer)));
    case JSON_BIG_INTEGER:
        if (!is_absent(loader->parse_int))
            return call1(loader->parse_int, STR(json->text));
        return int_parse(STR(json->text), json->text, 10);
    case JSON_FLOAT:
        if (!isfinite(json->number) && strpbrk(json->text->text, "NI") &&
            !is_absent(loader->parse_constant))
            return call1(loader->parse_constant, STR(str_from(constant_name(json->number))));
        return is_absent(loader->parse_float) || !json->text
                   ? FLOAT(json->number)
                   : call1(loader->parse_float, STR(json->text));
    case JSON_STRING:
        return STR(json->text);
    case JSON_ARRAY:
        return from_array(loader, json);
    default:
        return from_object(loader, json);
    }
}

/* Arrays or objects within each other without end. */
static void refuse_depth(const Str *message, const Str *text)
{
    const char *at = strstr(message->text, "(char ");
    if (strncmp(message->text, "Too deeply nested", 17) != 0 || !at)
        return;
    bool is_object = text->text[str_offset(text, (size_t)strtoull(at + 6, NULL, 10))] == '{';
    raise_exception(&RecursionError_class, "maximum recursion depth exceeded while decoding a JSON %s from a unicode string",
                    is_object ? "object" : "array");
}

static Value load(Loader *loader)
{
    Err *err = protect(load_tree, loader);
    if (err && (err->kind != ERR_FILE || !err->message))
        err_raise(err);
    if (err) {
        refuse_depth(err->message, loader->text);
        const char *place = strstr(err->message->text, ": line ");
        const char *at = strstr(err->message->text, "(char ");
        Str *message = place ? str_new(err->message->text, (size_t)(place - err->message->text))
                             : err->message;
        raise_decode(message->text, loader->text, at ? strtoull(at + 6, NULL, 10) : 0);
    }
    return from_json(loader, loader->tree);
}

Value json_load_text(Str *text)
{
    Loader loader = {.text = text};
    return load(&loader);
}

/* What the bytes of a document are, by the mark or the zeros at their beginning. */
static const char *document_encoding(const char *data, size_t length)
{
    if (length >= 4 && (memcmp(data, "\0\0\xFE\xFF", 4) == 0 || memcmp(data, "\xFF\xFE\0\0", 4) == 0))
        return "utf-32";
    if (length >= 2 && (memcmp(data, "\xFE\xFF", 2) == 0 || memcmp(data, "\xFF\xFE", 2) == 0))
        return "utf-16";
    if (length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0)
        return "utf-8-sig";
    if (length >= 4 && !data[0])
        return data[1] ? "utf-16-be" : "utf-32-be";
    if (length >= 4 && !data[1])
        return data[2] || data[3] ? "utf-16-le" : "utf-32-le";
    if (length == 2 && (!data[0] || !data[1]))
        return data[0] ? "utf-16-le" : "utf-16-be";
    return "utf-8";
}

static Str *document_text(Value v)
{
    Str *text = value_find_str(v);
    if (text)
        return text;
    const char *data;
    size_t length;
    if (!value_find_bytes(v, &data, &length) || !is_set(value_find_attr(v, intern("decode")))) /* no memoryview */
        raise_type("the JSON object must be str, bytes or bytearray, not %s", class_text(v));
    const Value how[] = {STR(str_from(document_encoding(data, length))), STR(str_from("surrogatepass"))};
    return call_method(v, "decode", 2, how).str;
}

#define HOOKS(P)                                                                                   \
    P(KEY, any, cls, None)                                                                         \
    P(KEY, any, object_hook, None)                                                                 \
    P(KEY, any, parse_float, None)                                                                 \
    P(KEY, any, parse_int, None)                                                                   \
    P(KEY, any, parse_constant, None)                                                              \
    P(KEY, any, object_pairs_hook, None)                                                           \
    P(KEY, bool, strict, True)
#define LOADS_PARAMS(P) P(POS, any, s, Required) HOOKS(P) P(KWREST, dict, more, Empty)
#define LOADER(a)                                                                                  \
    {                                                                                              \
        .object_hook = (a)->object_hook, .pairs_hook = (a)->object_pairs_hook,                     \
        .parse_float = (a)->parse_float, .parse_int = (a)->parse_int,                              \
        .parse_constant = (a)->parse_constant, .lax = !(a)->strict                                 \
    }
FUNCTION(json, loads, LOADS_PARAMS)
{
    Loader loader = LOADER(a);
    loader.text = document_text(a->s);
    if (is_none(a->cls))
        return load(&loader);
    Dict *options = dict_copy(a->more);
    dict_set_text(options, "object_hook", a->object_hook);
    dict_set_text(options, "object_pairs_hook", a->object_pairs_hook);
    Value decoder = call_dict(a->cls, 0, NULL, options), text = STR(loader.text);
    return call_method(decoder, "decode", 1, &text);
}

#define SCAN_PARAMS(P) P(POS, str, s, Required) P(POS, int, idx, Required) HOOKS(P)
/* The value at s[idx], and where it ends. */
FUNCTION(json, scan, SCAN_PARAMS)
{
    Loader loader = LOADER(a);
    loader.text = a->s;
    loader.is_prefix = true;
    if (a->idx < 0)
        raise_value("idx cannot be negative");
    if ((size_t)a->idx > a->s->characters)
        raise_decode("Expecting value", a->s, (size_t)a->idx);
    loader.at = str_offset(a->s, (size_t)a->idx);
    Value parts[] = {load(&loader), INT(0)};
    parts[1] = INT((int64_t)str_index(a->s, loader.at));
    return OBJ(tuple_new(2, parts));
}

#define LOAD_PARAMS(P) P(POS, any, fp, Required) HOOKS(P) P(KWREST, dict, more, Empty)
FUNCTION(json, load, LOAD_PARAMS)
{
    Loader loader = LOADER(a);
    loader.text = document_text(call_method(a->fp, "read", 0, NULL));
    return load(&loader);
}

/* --- writing ---------------------------------------------------------------------------------- */

enum { DEEPEST_DUMP = 2500 };

typedef struct Dumper {
    Buf out;
    const char *item_separator, *key_separator;
    Str *indent; /* NULL: one line */
    bool unicode, sort_keys, skip_keys, allow_nan, check_circular;
    Value fallback;
    unsigned depth;
    VEC(const Obj *) inside; /* what is being written, outermost first */
} Dumper;

static void dump(Dumper *d, Value v);

static void new_line(Dumper *d)
{
    if (!d->indent)
        return;
    buf_char(&d->out, '\n');
    for (unsigned i = 0; i < d->depth; i++)
        buf_add(&d->out, d->indent);
}

static void begin(Dumper *d, Value v)
{
    for (size_t i = 0; d->check_circular && i < d->inside.length; i++)
        if (d->inside.at[i] == v.obj)
            raise_value("Circular reference detected");
    if (d->inside.length == DEEPEST_DUMP)
        raise_exception(&RecursionError_class, "maximum recursion depth exceeded while encoding a JSON object");
    vec_push(&d->inside, v.obj);
}

static void enter(Dumper *d, char open, Value v)
{
    buf_char(&d->out, open);
    begin(d, v);
    d->depth++;
}

static void leave(Dumper *d, char close, bool has_items)
{
    d->depth--;
    d->inside.length--;
    if (has_items)
        new_line(d);
    buf_char(&d->out, close);
}

static void separate(Dumper *d, size_t index)
{
    if (index)
        buf_text(&d->out, d->item_separator);
    new_line(d);
}

static Str *float_text(const Dumper *d, double x)
{
    if (isfinite(x))
        return float_repr(x);
    if (!d->allow_nan)
        raise_value("Out of range float values are not JSON compliant: %s", isnan(x) ? "nan"
                                                                            : x > 0  ? "inf"
                                                                                     : "-inf");
    return str_from(constant_name(x));
}

/* The text of a key, or NULL when it is to be skipped. */
static Str *key_text(Dumper *d, Value written)
{
    Value key = value_plain(written);
    switch (key.tag) {
    case TAG_STR:
        return key.str;
    case TAG_BOOL:
        return str_from(key.boolean ? "true" : "false");
    case TAG_NONE:
        return str_from("null");
    case TAG_FLOAT:
        return float_text(d, key.number);
    default:
        if (is_int(key))
            return int_digits(key, 10);
        if (d->skip_keys)
            return NULL;
        raise_type("keys must be str, int, float, bool or None, not %s", class_text(written));
    }
}

static void dump_dict(Dumper *d, Value v)
{
    List *items = list_from(call_method(v, "items", 0, NULL));
    if (d->sort_keys) {
        Value sorted = value_get_attr(OBJ(import_module(intern("builtins"))), intern("sorted")),
              list = OBJ(items);
        items = (List *)call1(sorted, list).obj;
    }
    size_t shown = 0;
    enter(d, '{', v);
    for (size_t i = 0; i < items->length; i++) {
        Tuple *pair = tuple_from(items->at[i]);
        Str *key = key_text(d, pair->at[0]);
        if (!key)
            continue;
        separate(d, shown++);
        json_quote(&d->out, key, d->unicode);
        buf_text(&d->out, d->key_separator);
        dump(d, pair->at[1]);
    }
    leave(d, '}', shown > 0);
}

static void dump_items(Dumper *d, Value v)
{
    Iter it = iter_open(v);
    Value item;
    size_t shown = 0;
    enter(d, '[', v);
    while (iter_next(&it, &item)) {
        separate(d, shown++);
        dump(d, item);
    }
    leave(d, ']', shown > 0);
}

/* `written` is what the script gave, v what of it counts. */
static void dump_other(Dumper *d, Value v, Value written)
{
    if (is_instance(v, &dict_class)) {
        dump_dict(d, v);
    } else if (is_instance(v, &list_class) || is_instance(v, &tuple_class)) {
        dump_items(d, v);
    } else if (is_int(v)) {
        buf_add(&d->out, int_digits(v, 10));
    } else if (!is_absent(d->fallback)) {
        begin(d, written);
        dump(d, call1(d->fallback, written));
        d->inside.length--;
    } else {
        raise_type("Object of type %s is not JSON serializable", class_text(written));
    }
}

static void dump(Dumper *d, Value v)
{
    Value plain = value_plain(v);
    switch (plain.tag) {
    case TAG_NONE:
        buf_text(&d->out, "null");
        break;
    case TAG_BOOL:
        buf_text(&d->out, plain.boolean ? "true" : "false");
        break;
    case TAG_INT:
        buf_format(&d->out, "%lld", (long long)plain.integer);
        break;
    case TAG_FLOAT:
        buf_add(&d->out, float_text(d, plain.number));
        break;
    case TAG_STR:
        json_quote(&d->out, plain.str, d->unicode);
        break;
    default:
        dump_other(d, plain, v);
    }
}

#define DUMP_OPTIONS(P)                                                                            \
    P(KEY, bool, skipkeys, False)                                                                  \
    P(KEY, bool, ensure_ascii, True)                                                               \
    P(KEY, bool, check_circular, True)                                                             \
    P(KEY, bool, allow_nan, True)                                                                  \
    P(KEY, any, cls, None)                                                                         \
    P(KEY, any, indent, None)                                                                      \
    P(KEY, any, separators, None)                                                                  \
    P(KEY, any, default__, None)                                                                   \
    P(KEY, bool, sort_keys, False)                                                                 \
    P(KWREST, dict, more, Empty)
#define DUMPS_PARAMS(P) P(POS, any, obj, Required) DUMP_OPTIONS(P)
NATIVE_ROWS(json, dumps, DUMPS_PARAMS)

static Str *indent_text(Value indent)
{
    indent = value_plain(indent);
    if (is_none(indent))
        return NULL;
    if (is_str(indent))
        return indent.str;
    Buf spaces = {0};
    buf_fill(&spaces, ' ',
             indent.tag == TAG_INT && indent.integer > 0 ? (size_t)indent.integer : 0);
    return buf_str(&spaces);
}

static Str *dump_text(const json_dumps_Args *a)
{
    Dumper d = {.indent = indent_text(a->indent),
                .unicode = !a->ensure_ascii,
                .sort_keys = a->sort_keys,
                .skip_keys = a->skipkeys,
                .allow_nan = a->allow_nan,
                .check_circular = a->check_circular,
                .fallback = a->default__};
    d.item_separator = d.indent ? "," : ", ";
    d.key_separator = ": ";
    if (!is_none(a->separators)) {
        Tuple *pair = tuple_from(a->separators);
        d.item_separator = value_str(pair->at[0])->text;
        d.key_separator = value_str(pair->at[1])->text;
    }
    dump(&d, a->obj);
    return buf_str(&d.out);
}

/* cls=Encoder: an instance with these options does it. */
static Value encode_by_class(const json_dumps_Args *a)
{
    Dict *options = dict_copy(a->more);
    dict_set_text(options, "skipkeys", BOOL(a->skipkeys));
    dict_set_text(options, "ensure_ascii", BOOL(a->ensure_ascii));
    dict_set_text(options, "allow_nan", BOOL(a->allow_nan));
    dict_set_text(options, "indent", a->indent);
    dict_set_text(options, "separators", a->separators);
    dict_set_text(options, "default", a->default__);
    dict_set_text(options, "sort_keys", BOOL(a->sort_keys));
    Value encoder = call_dict(a->cls, 0, NULL, options);
    return call_method(encoder, "encode", 1, &a->obj);
}

static Value json_dumps(const json_dumps_Args *a)
{
    return is_none(a->cls) ? STR(dump_text(a)) : encode_by_class(a);
}

static Value json_dumps_thunk(const Native *native, Value self, const Call *call_)
{
    json_dumps_Args arguments = {0};
    native_bind(native, call_, &arguments);
    return json_dumps(&arguments);
}

Str *json_dump_text(Value value)
{
    json_dumps_Args arguments = {.obj = value,
                                 .ensure_ascii = true,
                                 .allow_nan = true,
                                 .cls = NONE,
                                 .indent = NONE,
                                 .separators = NONE,
                                 .default__ = NONE};
    return dump_text(&arguments);
}

#define DUMP_PARAMS(P)                                                                             \
    P(POS, any, obj, Required) P(POS, any, fp, Required) P(KWREST, dict, options, Empty)
FUNCTION(json, dump, DUMP_PARAMS)
{
    Value text = call_dict(native_function(&json_dumps_native), 1, &a->obj, a->options);
    call_method(a->fp, "write", 1, &text);
    return NONE;
}

static const Export json_exports[] = {
    EXPORT_FUNCTION(json, dumps),
    EXPORT_FUNCTION(json, dump),
    EXPORT_FUNCTION(json, loads),
    EXPORT_FUNCTION(json, load),
    EXPORT_CLASS(JSONDecodeError),
    EXPORT_FUNCTION_AS("_raise_decode_error", json, raise_decode_error),
    EXPORT_FUNCTION_AS("_scan", json, scan),
    EXPORT_MODULE("decoder", "json.decoder"),
    EXPORT_MODULE("encoder", "json.encoder"),
    {0}};

static Value json_getattr(Str *name)
{
    return library_find("_json", name);
}

static const Export decoder_exports[] = {EXPORT_CLASS(JSONDecodeError), {0}};

const ModuleDef json_module = {"json", (const Export *const[]){json_exports, NULL}, true,
                               json_getattr};
const ModuleDef json_decoder_module = {
    "json.decoder", (const Export *const[]){decoder_exports, NULL}, false, json_getattr};
const ModuleDef json_encoder_module = {"json.encoder", (const Export *const[]){NULL}, false,
                                       json_getattr};
