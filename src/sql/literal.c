/* literal.c -- values as SQL literals. The only place, with write_name, where foreign text becomes SQL. */
#include "sql/inside.h"
#include "pystd/pystd.h"

#include <math.h>

/* 'it''s': standard strings, where a backslash is a backslash. */
static void write_string(Writer *w, const Str *text)
{
    if (strlen(text->text) != text->length)
        raise_compile(w, "a text literal may not hold a NUL character: %s", value_repr(STR(text))->text);
    buf_char(&w->out, '\'');
    for (const char *p = text->text; *p; p++) {
        if (*p == '\'' || (*p == '%' && w->options.style == PARAM_PYFORMAT))
            buf_char(&w->out, *p);
        buf_char(&w->out, *p);
    }
    buf_char(&w->out, '\'');
}

static _Noreturn void raise_no_renderer(Writer *w, Value value, const Type *type)
{
    raise_compile(
        w, "No literal value renderer is available for literal value \"%s\" with datatype %s",
        value_repr(value)->text, sql_type_text_plain((Type *)(uintptr_t)type)->text);
}

static _Noreturn void raise_not_rendered(Writer *w, Value value, const Type *type)
{
    raise_compile(w,
                  "Could not render literal value \"%s\" with datatype %s; see parent stack trace "
                  "for more detail.",
                  value_repr(value)->text, sql_type_text_plain((Type *)(uintptr_t)type)->text);
}

/* --- one function per family of values: true when the value was its ------------------------------------------ */

static bool write_boolean(Writer *w, Value v)
{
    if (v.tag != TAG_BOOL)
        return false;
    if (dialect_has(w->dialect, FEATURE_NATIVE_BOOLEAN))
        write_text(w, v.boolean ? "true" : "false");
    else
        write_text(w, v.boolean ? "1" : "0");
    return true;
}

static bool write_number(Writer *w, Value v)
{
    bool number = v.tag == TAG_INT || v.tag == TAG_FLOAT || is_instance(v, &int_class) ||
                  is_instance(v, &Decimal_class);
    if (!number)
        return false;
    if (v.tag == TAG_FLOAT && !isfinite(v.number))
        write_string(w, value_str(v)); /* 'nan', 'inf': no bare literal exists */
    else
        buf_add(&w->out, value_str(v));
    return true;
}

static bool write_date_and_time(Writer *w, Value v, const Type *type)
{
    DateTimeParts parts;
    if (!datetime_find_parts(v, &parts))
        return false;
    bool typed = type_is(type, TYPE_DateTime) || type_is(type, TYPE_Time);
    Str *text = value_str(v); /* str(datetime) is the form with a space */
    if (type_is(type, TYPE_Date) && parts.year)
        text = str_format("%04d-%02d-%02d", parts.year, parts.month, parts.day);
    if (typed && dialect_has(w->dialect, FEATURE_TIME_AS_TEXT)) {
        const char *date = parts.year && type_is(type, TYPE_DateTime)
                               ? str_format("%04d-%02d-%02d ", parts.year, parts.month, parts.day)->text
                               : "";
        text = str_format("%s%02d:%02d:%02d.%06d", date, parts.hour, parts.minute, parts.second,
                          parts.microsecond);
    }
    write_string(w, text);
    return true;
}

/* make_interval(secs=>...) on PostgreSQL, the epoch form elsewhere. */
static bool write_interval(Writer *w, Value v, const Type *type)
{
    int64_t days, seconds, microseconds;
    if (!timedelta_find_parts(v, &days, &seconds, &microseconds))
        return false;
    double total = (double)(days * 86400 + seconds) + (double)microseconds / 1e6;
    if (dialect_has(w->dialect, FEATURE_ENUM_TYPES))
        write_format(w, "make_interval(secs=>%s)", value_repr(FLOAT(total))->text);
    else if (type_id(type) == TYPE_NullType)
        raise_no_renderer(w, v, type);
    else
        raise_not_rendered(w, v, type);
    return true;
}

static bool write_uuid(Writer *w, Value v, const Type *type)
{
    Str *text = uuid_find_text(v);
    if (!text)
        return false;
    bool native = dialect_has(w->dialect, FEATURE_NATIVE_UUID) && type->native_uuid;
    write_string(w, native ? text : str_replace(text, "-", ""));
    return true;
}

static bool write_bytes(Writer *w, Value v)
{
    if (!is_instance(v, &bytes_class))
        return false;
    const Bytes *bytes = (const Bytes *)v.obj;
    if (utf8_check(bytes->data, bytes->length) < 0 && !memchr(bytes->data, '\\', bytes->length) &&
        !memchr(bytes->data, '\0', bytes->length)) {
        write_string(w, str_new(bytes->data, bytes->length)); /* as the reference: text that is its own bytes */
        return true;
    }
    bool escaped = dialect_has(w->dialect, FEATURE_ENUM_TYPES);
    write_text(w, escaped ? "'\\x" : "X'");
    for (size_t i = 0; i < bytes->length; i++)
        write_format(w, "%02x", (unsigned char)bytes->data[i]);
    write_text(w, "'");
    return true;
}

static void write_array(Writer *w, Value v, const Type *type)
{
    const List *items = list_from(v);
    write_text(w, "ARRAY[");
    for (size_t i = 0; i < items->length; i++) {
        write_text(w, i ? ", " : "");
        if (is_instance(items->at[i], &list_class))
            write_array(w, items->at[i], type);
        else
            write_literal(w, items->at[i], type->item_type);
    }
    write_text(w, "]");
}

/* '[1,5)', '{[1,2),[4,5)}' */
static bool write_range(Writer *w, Value v)
{
    Value text = call(module_find(import_module(intern("_postgres_ranges")), "text_of"), 1, &v);
    if (is_none(text))
        return false;
    write_string(w, value_str(text));
    return true;
}

/* int(v), as the reference writes what is given for an Integer: 12.50 is 12 there. */
static void take_int(void *at)
{
    Value *v = at;
    *v = call(OBJ(&int_class), 1, v);
}

static void write_whole_number(Writer *w, Value v, const Type *type)
{
    Value number = v;
    if (protect(take_int, &number))
        raise_not_rendered(w, v, type);
    buf_add(&w->out, value_str(number));
}

/* By the type first (JSON, ARRAY, text of another kind), then by what the value is. */
static bool write_by_type(Writer *w, Value v, const Type *type)
{
    if (type_is(type, TYPE_JSON)) {
        write_string(w, is_json_null(v) ? str_from("null") : json_dump_text(v));
        return true;
    }
    if (type_is(type, TYPE_ARRAY)) {
        write_array(w, v, type);
        return true;
    }
    if (type_is(type, TYPE_PG_AbstractRange) && v.tag == TAG_OBJ &&
        !dialect_has(w->dialect, FEATURE_PLAIN_VALUES))
        return write_range(w, v);
    bool number =
        v.tag == TAG_BOOL || v.tag == TAG_FLOAT || is_str(v) || is_instance(v, &Decimal_class);
    if (type_is(type, TYPE_Integer) && number) {
        write_whole_number(w, v, type);
        return true;
    }
    if (type_is(type, TYPE_Boolean) && v.tag == TAG_INT)
        return write_boolean(w, BOOL(v.integer != 0));
    if (type_is(type, TYPE_Numeric) && v.tag == TAG_BOOL) {
        buf_add(&w->out, value_str(v));
        return true;
    }
    if (type_is(type, TYPE_Uuid) && is_str(v)) {
        bool as_given =
            type->as_uuid && dialect_has(w->dialect, FEATURE_NATIVE_UUID) && type->native_uuid;
        write_string(w, as_given ? v.str : str_replace(v.str, "-", ""));
        return true;
    }
    bool time = type_is(type, TYPE_Date) || type_is(type, TYPE_DateTime) || type_is(type, TYPE_Time);
    if ((time || type_is(type, TYPE_Numeric)) && is_str(v))
        raise_not_rendered(w, v, type);
    return false;
}

/* literal_processor(dialect) of a script's type: a function that gives the SQL of a value. */
static bool write_by_script(Writer *w, Value v, const Type *type)
{
    Value method = type_find_method(type, "literal_processor");
    Value dialect = is_set(method) ? type_dialect(w->dialect->name) : UNSET;
    Value process = is_set(method) ? call(method, 1, &dialect) : UNSET;
    if (is_absent(process) || is_absent(v))
        return false;
    buf_add(&w->out, value_str(call(process, 1, &v)));
    return true;
}

/* Whether there the type has a way to write literals, and the value is at fault. */
static bool has_renderer(const Type *type)
{
    static const TypeId rows[] = {TYPE_String,   TYPE_Numeric, TYPE_Integer,  TYPE_Date,
                                  TYPE_DateTime, TYPE_Time,    TYPE_Interval, TYPE__Binary,
                                  TYPE_Uuid,     TYPE_Boolean};
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (type_is(type, rows[i]))
            return true;
    return false;
}

typedef struct LiteralValue {
    const Type *type;
    const char *dialect_name;
    Value value;
} LiteralValue;

static void take_literal_value(void *at)
{
    LiteralValue *taken = at;
    taken->value = type_literal_value(taken->type, taken->dialect_name, taken->value);
}

/* What the type makes of the value; whatever it raises says that it cannot be written, as there. */
static Value literal_value(Writer *w, Value value, const Type *type)
{
    LiteralValue taken = {type, w->dialect->name, value};
    Err *err = protect(take_literal_value, &taken);
    if (err && (err->kind != ERR_SCRIPT || !type_is(type, TYPE_Enum)))
        err_raise(err);
    if (err)
        raise_not_rendered(w, value, type);
    return taken.value;
}

void write_literal(Writer *w, Value value, Type *type)
{
    Type *own = type ? type_for_dialect(type, w->dialect->name) : type_of_value(value);
    Value v = type ? literal_value(w, value, type) : value_plain(value);
    if (type && write_by_script(w, value, type))
        return;
    if (is_absent(v)) {
        write_text(w, "NULL");
        return;
    }
    if (write_by_type(w, v, own) || write_boolean(w, v) || write_number(w, v) ||
        write_date_and_time(w, v, own) || write_interval(w, v, own) || write_uuid(w, v, own) ||
        write_bytes(w, v))
        return;
    if (!is_str(v) && has_renderer(own))
        raise_not_rendered(w, value, own);
    if (!is_str(v))
        raise_no_renderer(w, value, own);
    write_string(w, v.str);
}
