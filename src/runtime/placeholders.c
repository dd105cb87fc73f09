/* placeholders.c -- parameters as psycopg2 passes them: written into the text as literals before it
 * is sent. So strings have no type until the server gives them one, tuples stand behind IN, and
 * statements that take no parameters on the wire (SET, COMMENT ON, CREATE ...) take them here.
 */
#include "runtime/engine.h"

#include "pystd/pystd.h"

#include <ctype.h>
#include <math.h>

/* --- literals --------------------------------------------------------------------------------- */

static _Noreturn void raise_unadaptable(Value v)
{
    err_raise(err_new(ERR_DATABASE, "db.parameter", "can't adapt type '%s'",
                      class_text(v)));
}

static Str *quoted(Connection *db, Str *text, const char *cast)
{
    if (memchr(text->text, '\0', text->length))
        raise_value("A string literal cannot contain NUL (0x00) characters.");
    return str_format("%s%s", db_literal(db, text)->text, cast);
}

/* A space before a minus keeps "a -1" from becoming the comment "a--1". */
static Str *number_text(Str *digits)
{
    return digits->text[0] == '-' ? str_format(" %s", digits->text) : digits;
}

static Str *float_text(double x)
{
    if (isnan(x))
        return str_from("'NaN'::float");
    if (isinf(x))
        return str_from(x > 0 ? "'Infinity'::float" : "'-Infinity'::float");
    return number_text(float_repr(x));
}

static Str *bytes_text(const char *data, size_t length)
{
    Buf out = {0};
    buf_text(&out, "'\\x");
    for (size_t i = 0; i < length; i++)
        buf_format(&out, "%02x", (unsigned char)data[i]);
    buf_text(&out, "'::bytea");
    return buf_str(&out);
}

static Str *join_literals(Connection *db, Value items, const char *open, const char *close)
{
    Buf out = {0};
    buf_text(&out, open);
    Iter it = iter_open(items);
    bool is_first = true;
    for (Value item; iter_next(&it, &item); is_first = false)
        buf_format(&out, "%s%s", is_first ? "" : ", ", driver_literal(db, item)->text);
    buf_text(&out, close);
    return buf_str(&out);
}

static Str *decimal_text(Value v)
{
    Str *text = value_str(v);
    if (strcasestr(text->text, "nan") || strcasestr(text->text, "inf"))
        return str_from("'NaN'::numeric");
    return number_text(text);
}

static Str *moment_text(Connection *db, Value v)
{
    int64_t offset;
    bool has_zone = !is_instance(v, &date_class) || is_instance(v, &datetime_class)
                        ? datetime_offset(v, &offset)
                        : false;
    Str *text = value_str(call_method(v, "isoformat", 0, NULL));
    if (is_instance(v, &datetime_class))
        return quoted(db, text, has_zone ? "::timestamptz" : "::timestamp");
    if (is_instance(v, &time_class))
        return quoted(db, text, has_zone ? "::timetz" : "::time");
    return quoted(db, text, "::date");
}

static Str *object_literal(Connection *db, Value v)
{
    const char *data;
    size_t length;
    DateTimeParts parts;
    int64_t days, seconds, microseconds;
    if (value_find_bytes(v, &data, &length))
        return bytes_text(data, length);
    if (is_instance(v, &list_class))
        return value_length(v) == 0 ? str_from("'{}'") : join_literals(db, v, "ARRAY[", "]");
    if (is_instance(v, &tuple_class))
        return join_literals(db, v, "(", ")");
    if (datetime_find_parts(v, &parts))
        return moment_text(db, v);
    if (timedelta_find_parts(v, &days, &seconds, &microseconds))
        return str_format("'%lld days %lld.%06lld seconds'::interval", (long long)days,
                          (long long)seconds, (long long)microseconds);
    if (is_instance(v, &Decimal_class))
        return decimal_text(v);
    if (uuid_find_text(v))
        return quoted(db, uuid_find_text(v), "::uuid");
    Str *range = range_find_literal(db, v);
    if (range)
        return range;
    raise_unadaptable(v);
}

Str *driver_literal(Connection *db, Value v)
{
    v = value_plain(v);
    switch (v.tag) {
    case TAG_UNSET:
    case TAG_NONE:
        return str_from("NULL");
    case TAG_BOOL:
        return str_from(v.boolean ? "true" : "false");
    case TAG_INT:
        return number_text(int_digits(v, 10));
    case TAG_FLOAT:
        return float_text(v.number);
    case TAG_STR:
        return quoted(db, v.str, "");
    case TAG_OBJ:
        break;
    }
    return is_int(v) ? number_text(int_digits(v, 10)) : object_literal(db, v);
}

/* --- $1, $2 ... ------------------------------------------------------------------------------- */

static const char *skip_quotes(const char *p, const char *start)
{
    char quote = *p;
    bool has_escapes = quote == '\'' && p > start && (p[-1] == 'E' || p[-1] == 'e') &&
                       (p - 1 == start || !isalnum((unsigned char)p[-2]));
    for (p++; *p; p++) {
        if (*p == '\\' && has_escapes && p[1])
            p++;
        else if (*p == quote && p[1] == quote)
            p++;
        else if (*p == quote)
            return p + 1;
    }
    return p;
}

static const char *skip_comment(const char *p)
{
    if (*p == '-')
        return p + strcspn(p, "\n");
    unsigned depth = 0;
    for (; *p; p++) {
        if (p[0] == '/' && p[1] == '*') {
            depth++;
            p++;
        } else if (p[0] == '*' && p[1] == '/') {
            p++;
            if (--depth == 0)
                return p + 1;
        }
    }
    return p;
}

/* Behind $tag$ ... $tag$, or p itself when no such quote starts here. */
static const char *skip_dollar_quote(const char *p)
{
    const char *end = p + 1;
    if (isdigit((unsigned char)*end))
        return p;
    while (isalnum((unsigned char)*end) || *end == '_' || (unsigned char)*end >= 0x80)
        end++;
    if (*end != '$')
        return p;
    Str *tag = str_new(p, (size_t)(end + 1 - p));
    const char *close = strstr(end + 1, tag->text);
    return close ? close + tag->length : p + strlen(p);
}

/* The end of what is no place for a parameter at p; p when there is nothing of the kind. */
static const char *skip_opaque(const char *p, const char *start)
{
    if (*p == '\'' || *p == '"')
        return skip_quotes(p, start);
    if ((p[0] == '-' && p[1] == '-') || (p[0] == '/' && p[1] == '*'))
        return skip_comment(p);
    bool is_inside_word = p > start && (isalnum((unsigned char)p[-1]) || p[-1] == '_');
    return *p == '$' && !is_inside_word ? skip_dollar_quote(p) : p;
}

static void add_text(Buf *out, const char *from, const char *to, bool escape_percent)
{
    for (const char *p = from; p < to; p++) {
        if (*p == '%' && escape_percent)
            buf_char(out, '%');
        buf_char(out, *p);
    }
}

Str *placeholders_replace(const Str *text, const StrVec *replacements, bool escape_percent)
{
    Buf out = {0};
    const char *start = text->text;
    for (const char *p = start; *p;) {
        const char *end = skip_opaque(p, start);
        if (end > p) {
            add_text(&out, p, end, escape_percent);
            p = end;
            continue;
        }
        size_t number = 0;
        end = p + 1;
        while (*p == '$' && isdigit((unsigned char)*end) && number < 100000)
            number = number * 10 + (size_t)(*end++ - '0');
        if (number > 0 && number <= replacements->length)
            buf_add(&out, replacements->at[number - 1]);
        else
            add_text(&out, p, end, escape_percent);
        p = end;
    }
    return buf_str(&out);
}

/* --- %s and %(name)s -------------------------------------------------------------------------- */

static _Noreturn void raise_format(const char *message)
{
    err_raise(err_new(ERR_DATABASE, "db.parameter", "%s", message));
}

static Value named_param(Value params, const char *name, size_t length)
{
    if (!is_instance(params, &dict_class))
        raise_type("format requires a mapping");
    Value key = STR(str_new(name, length));
    Value v = dict_find((Dict *)params.obj, key);
    if (!is_set(v))
        raise_exception_with(&KeyError_class, key);
    return v;
}

Str *placeholders_format(Connection *db, const Str *text, Value params)
{
    Buf out = {0};
    List *sequence = is_instance(params, &dict_class) ? NULL : list_from(params);
    size_t next = 0;
    for (const char *p = text->text; *p; p++) {
        if (*p != '%') {
            buf_char(&out, *p);
        } else if (*++p == '%') {
            buf_char(&out, '%');
        } else if (*p == '(') {
            size_t length = strcspn(p + 1, ")");
            buf_add(&out, driver_literal(db, named_param(params, p + 1, length)));
            p += length + 2;
            if (*p != 's')
                raise_format("unsupported format character");
        } else if (*p == 's' && sequence) {
            if (next == sequence->length)
                raise_exception(&IndexError_class, "tuple index out of range");
            buf_add(&out, driver_literal(db, sequence->at[next++]));
        } else {
            raise_value("unsupported format character '%c' (0x%x) at index %zu", *p ? *p : ' ',
                        (unsigned char)*p, (size_t)(p - text->text));
        }
    }
    if (sequence && next < sequence->length)
        raise_type("not all arguments converted during string formatting");
    return buf_str(&out);
}
