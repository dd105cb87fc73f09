/* values.c -- script values on their way to a driver and cells on their way back: what psycopg2 and
 * sqlite3 make of Python objects, and what SQLAlchemy's types add on top (JSON text, sqlite's texts
 * for dates and UUIDs, Decimals).
 */
#include "runtime/engine.h"

#include "pystd/pystd.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>

/* --- cells to values: text of the server taken apart ------------------------------------------ */

/* Reads digits at *p; false when there is none. */
static bool read_number(const char **p, int *number)
{
    if (!isdigit((unsigned char)**p))
        return false;
    for (*number = 0; isdigit((unsigned char)**p); (*p)++)
        *number = *number * 10 + (**p - '0');
    return true;
}

static bool skip_char(const char **p, char c)
{
    if (**p != c)
        return false;
    (*p)++;
    return true;
}

static bool read_date(const char **p, DateTimeParts *parts)
{
    return read_number(p, &parts->year) && skip_char(p, '-') && read_number(p, &parts->month) &&
           skip_char(p, '-') && read_number(p, &parts->day);
}

static int read_fraction(const char **p)
{
    int value = 0, digits = 0;
    if (**p != '.' && **p != ',')
        return 0;
    for ((*p)++; isdigit((unsigned char)**p); (*p)++)
        if (digits < 6) {
            value = value * 10 + (**p - '0');
            digits++;
        }
    for (; digits < 6; digits++)
        value *= 10;
    return value;
}

static bool read_time(const char **p, DateTimeParts *parts)
{
    if (!read_number(p, &parts->hour) || !skip_char(p, ':') || !read_number(p, &parts->minute))
        return false;
    if (skip_char(p, ':'))
        read_number(p, &parts->second);
    parts->microsecond = read_fraction(p);
    return true;
}

/* "+09", "-03:30", "Z"; None without one. */
static Value read_zone(const char **p)
{
    if (skip_char(p, 'Z'))
        return timezone_new(0);
    if (**p != '+' && **p != '-')
        return NONE;
    int sign = *(*p)++ == '-' ? -1 : 1, hours = 0, minutes = 0, seconds = 0;
    read_number(p, &hours);
    if (skip_char(p, ':'))
        read_number(p, &minutes);
    if (skip_char(p, ':'))
        read_number(p, &seconds);
    return timezone_new(sign * (hours * 3600 + minutes * 60 + seconds));
}

static _Noreturn void raise_out_of_range(const Str *text)
{
    raise_value("date or time %s is out of Python's range", value_repr(STR(text))->text);
}

/* What follows a date: nothing, or " BC". */
static void check_era(const char *rest, const Str *text)
{
    if (strstr(rest, "BC"))
        raise_out_of_range(text);
}

static Value date_from_text(const Str *text)
{
    DateTimeParts parts = {.tzinfo = NONE};
    const char *p = text->text;
    if (str_is(text, "infinity"))
        return date_new(9999, 12, 31);
    if (str_is(text, "-infinity"))
        return date_new(1, 1, 1);
    if (!read_date(&p, &parts))
        raise_out_of_range(text);
    check_era(p, text);
    return date_new(parts.year, parts.month, parts.day);
}

static Value datetime_from_text(const Str *text)
{
    DateTimeParts parts = {.tzinfo = NONE};
    const char *p = text->text;
    if (str_is(text, "infinity"))
        parts = (DateTimeParts){9999, 12, 31, 23, 59, 59, 999999, 0, NONE};
    else if (str_is(text, "-infinity"))
        parts = (DateTimeParts){1, 1, 1, 0, 0, 0, 0, 0, NONE};
    else if (!read_date(&p, &parts))
        raise_value("Invalid isoformat string: %s", value_repr(STR(text))->text);
    else if (skip_char(&p, ' ') || skip_char(&p, 'T')) {
        if (!read_time(&p, &parts))
            raise_value("Invalid isoformat string: %s", value_repr(STR(text))->text);
        parts.tzinfo = read_zone(&p);
        check_era(p, text);
    }
    return datetime_new(&parts);
}

static Value time_from_text(const Str *text)
{
    DateTimeParts parts = {.tzinfo = NONE};
    const char *p = text->text;
    if (!read_time(&p, &parts))
        raise_value("Invalid isoformat string: %s", value_repr(STR(text))->text);
    parts.tzinfo = read_zone(&p);
    if (parts.hour == 24)
        parts.hour = 0; /* as psycopg2 */
    return time_new(&parts);
}

/* "1 year 2 mons -3 days +04:05:06.7": a year has 365 days and a month 30, as with psycopg2. */
static Value interval_from_text(const Str *text)
{
    int64_t days = 0, seconds = 0, microseconds = 0;
    for (const char *p = text->text; *p;) {
        while (*p == ' ')
            p++;
        int sign = *p == '-' ? -1 : 1, number;
        if (*p == '-' || *p == '+')
            p++;
        if (!read_number(&p, &number))
            break;
        if (skip_char(&p, ':')) {
            int minutes = 0, rest = 0;
            read_number(&p, &minutes);
            if (skip_char(&p, ':'))
                read_number(&p, &rest);
            seconds = sign * ((int64_t)number * 3600 + minutes * 60 + rest);
            microseconds = sign * read_fraction(&p);
            continue;
        }
        while (*p == ' ')
            p++;
        int64_t scale = strncmp(p, "year", 4) == 0 ? 365 : strncmp(p, "mon", 3) == 0 ? 30 : 1;
        days += sign * number * scale;
        while (isalpha((unsigned char)*p))
            p++;
    }
    return timedelta_new(days, seconds, microseconds);
}

static Value list_from_array(const Dialect *dialect, const Cell *cell)
{
    CellVec items = cell_array(cell);
    List *list = list_new(items.length);
    for (size_t i = 0; i < items.length; i++)
        list_append(list, value_from_cell(dialect, &items.at[i]));
    return OBJ(list);
}

Value value_from_cell(const Dialect *dialect, const Cell *cell)
{
    switch (cell->kind) {
    case CELL_NULL:
        return NONE;
    case CELL_BOOL:
        return BOOL(cell->boolean);
    case CELL_INT64:
        return INT(cell->integer);
    case CELL_DOUBLE:
        return FLOAT(cell->real);
    case CELL_TEXT:
        return STR(cell->text);
    case CELL_BYTES:
        return OBJ(bytes_new(cell->bytes.data, cell->bytes.length));
    case CELL_NUMERIC:
        return decimal_new(cell->text);
    case CELL_DATE:
        return date_from_text(cell->text);
    case CELL_TIME:
    case CELL_TIMETZ:
        return time_from_text(cell->text);
    case CELL_TIMESTAMP:
    case CELL_TIMESTAMPTZ:
        return datetime_from_text(cell->text);
    case CELL_INTERVAL:
        return interval_from_text(cell->text);
    case CELL_UUID:
        return uuid_parse(cell->text);
    case CELL_JSON:
        return json_load_text(cell->text);
    case CELL_ARRAY:
        return list_from_array(dialect, cell);
    case CELL_INT_RANGE:
    case CELL_NUMERIC_RANGE:
    case CELL_DATE_RANGE:
    case CELL_TIMESTAMP_RANGE:
    case CELL_TIMESTAMPTZ_RANGE:
        return range_from_cell(dialect, cell);
    }
    BUG("unknown kind of cell");
}

/* --- values by type: results ------------------------------------------------------------------ */

static Value epoch_new(void)
{
    return datetime_new(&(DateTimeParts){.year = 1970, .month = 1, .day = 1, .tzinfo = NONE});
}

static bool is_plain(const Dialect *dialect)
{
    return dialect_has(dialect, FEATURE_PLAIN_VALUES);
}

static Value convert_result(const Dialect *dialect, Value v, const Type *type);

/* Float for asdecimal=False, Decimal of the type's scale for what arrives as a float. */
static Value number_result(Value v, const Type *type)
{
    bool is_decimal = is_instance(v, &Decimal_class);
    if (!type->asdecimal)
        return is_decimal ? FLOAT(value_to_double(v)) : v;
    if (is_decimal || !(v.tag == TAG_FLOAT || v.tag == TAG_INT))
        return v;
    int64_t scale = type->decimal_return_scale >= 0 ? type->decimal_return_scale
                    : type->scale >= 0              ? type->scale
                                                    : 10;
    return decimal_new(str_format("%.*f", (int)scale, value_to_double(v)));
}

static Str *dashed_uuid(const Str *hex)
{
    if (hex->length != 32)
        return str_new(hex->text, hex->length);
    return str_format("%.8s-%.4s-%.4s-%.4s-%.12s", hex->text, hex->text + 8, hex->text + 12,
                      hex->text + 16, hex->text + 20);
}

static Value uuid_result(Value v, const Type *type)
{
    Str *text = value_find_str(v);
    if (text)
        return type->as_uuid ? uuid_parse(text) : STR(dashed_uuid(text));
    return type->as_uuid || !uuid_find_text(v) ? v : STR(uuid_find_text(v));
}

static Value time_result(Value v, const Type *type)
{
    Str *text = value_find_str(v);
    if (!text)
        return v;
    if (type_is(type, TYPE_DateTime))
        return datetime_from_text(text);
    if (type_is(type, TYPE_Date))
        return date_from_text(text);
    if (type_is(type, TYPE_Time))
        return time_from_text(text);
    return value_operate(OPERATOR_SUB, datetime_from_text(text), epoch_new());
}

static Value array_result(const Dialect *dialect, Value v, const Type *type)
{
    Str *text = value_find_str(v);
    if (text && text->length && text->text[0] == '{')
        v = list_from_array(dialect,
                            &(Cell){.kind = CELL_ARRAY, .element = CELL_TEXT, .text = text});
    if (!is_instance(v, &list_class) || !type->item_type)
        return v;
    List *items = list_new(0);
    Iter it = iter_open(v);
    for (Value item; iter_next(&it, &item);)
        list_append(items, is_instance(item, &list_class)
                               ? array_result(dialect, item, type)
                               : convert_result(dialect, item, type->item_type));
    return OBJ(items);
}

/* "a"=>"1", "b"=>NULL */
static Str *hstore_word(const char **p)
{
    Buf out = {0};
    if (skip_char(p, '"')) {
        for (; **p && **p != '"'; (*p)++) {
            if (**p == '\\' && (*p)[1])
                (*p)++;
            buf_char(&out, **p);
        }
        skip_char(p, '"');
        return buf_str(&out);
    }
    while (**p && !strchr(" =,", **p))
        buf_char(&out, *(*p)++);
    Str *word = buf_str(&out);
    return strcasecmp(word->text, "null") == 0 ? NULL : word;
}

static Value hstore_result(Value v)
{
    Str *text = value_find_str(v);
    if (!text)
        return v;
    Dict *pairs = dict_new();
    for (const char *p = text->text; *p;) {
        Str *key = hstore_word(&p);
        p += strspn(p, " =>");
        Str *value = hstore_word(&p);
        p += strspn(p, " ,");
        if (!key)
            break;
        dict_set_str(pairs, key, STR(value));
    }
    return OBJ(pairs);
}

static bool is_time_type(const Type *type)
{
    return type_is(type, TYPE_DateTime) || type_is(type, TYPE_Date) || type_is(type, TYPE_Time) ||
           type_is(type, TYPE_Interval);
}

static Value native_result(const Dialect *dialect, Value v, const Type *type)
{
    if (is_none(v))
        return v;
    if (type_is(type, TYPE_Numeric))
        return number_result(v, type);
    if (type_is(type, TYPE_Uuid))
        return uuid_result(v, type);
    if (type_is(type, TYPE_ARRAY))
        return array_result(dialect, v, type);
    if (type_id(type) == TYPE_PG_HSTORE)
        return hstore_result(v);
    if (type_is(type, TYPE_PG_AbstractRange))
        return range_result(dialect, v, type);
    if (is_plain(dialect) && type_is(type, TYPE_JSON))
        return value_find_str(v) ? json_load_text(value_find_str(v)) : v;
    if (is_plain(dialect) && is_time_type(type))
        return time_result(v, type);
    return v;
}

static Value convert_result(const Dialect *dialect, Value v, const Type *type)
{
    Value native = native_result(dialect, v, type_for_dialect(type, dialect->name));
    return type_result_value(type, dialect->name, native);
}

Value connection_cell_value(const Dialect *dialect, const Cell *cell, Type *type)
{
    Value v = value_from_cell(dialect, cell);
    return type ? convert_result(dialect, v, type) : v;
}

/* --- values by type: parameters --------------------------------------------------------------- */

static Value boolean_parameter(const Dialect *dialect, Value v)
{
    Value plain = value_plain(v);
    if (plain.tag != TAG_BOOL && plain.tag != TAG_INT)
        raise_type("Not a boolean value: %s", value_repr(v)->text);
    if (plain.tag == TAG_INT && plain.integer != 0 && plain.integer != 1)
        raise_value("Value %s is not None, True, or False", value_repr(v)->text);
    bool truth = value_truth(plain);
    return dialect_has(dialect, FEATURE_NATIVE_BOOLEAN) ? BOOL(truth) : INT(truth);
}

static Value sqlite_time_parameter(Value v, const Type *type)
{
    DateTimeParts parts;
    bool is_known = datetime_find_parts(v, &parts), is_time = is_instance(v, &time_class);
    if (type_is(type, TYPE_Interval))
        return sqlite_time_parameter(value_operate(OPERATOR_ADD, epoch_new(), v),
                                     type_new(TYPE_DateTime));
    if (type_is(type, TYPE_Time)) {
        if (!is_known)
            raise_type("SQLite Time type only accepts Python time objects as input.");
        return STR(str_format("%02d:%02d:%02d.%06d", parts.hour, parts.minute, parts.second,
                              parts.microsecond));
    }
    if (!is_known || is_time)
        raise_type(
            type_is(type, TYPE_Date)
                ? "SQLite Date type only accepts Python date objects as input."
                : "SQLite DateTime type only accepts Python datetime and date objects as input.");
    if (type_is(type, TYPE_Date))
        return STR(str_format("%04d-%02d-%02d", parts.year, parts.month, parts.day));
    return STR(str_format("%04d-%02d-%02d %02d:%02d:%02d.%06d", parts.year, parts.month, parts.day,
                          parts.hour, parts.minute, parts.second, parts.microsecond));
}

static Value hex_uuid_parameter(Value v, const Type *type)
{
    Str *text = uuid_find_text(v);
    if (!text && type->as_uuid)
        raise_attribute("'%s' object has no attribute 'hex'", class_text(v));
    return STR(str_replace(text ? text : value_str(v), "-", ""));
}

static Str *hstore_text(const Dict *pairs)
{
    Buf out = {0};
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(pairs, &i));) {
        Str *sides[] = {value_str(entry->key),
                        is_none(entry->value) ? NULL : value_str(entry->value)};
        buf_text(&out, out.length ? ", " : "");
        for (size_t side = 0; side < 2; side++) {
            buf_text(&out, side ? "=>" : "");
            Str *word = sides[side]
                            ? str_replace(str_replace(sides[side], "\\", "\\\\"), "\"", "\\\"")
                            : NULL;
            if (word)
                buf_format(&out, "\"%s\"", word->text);
            else
                buf_text(&out, "NULL");
        }
    }
    return buf_str(&out);
}

static bool is_sequence(Value v)
{
    return is_instance(v, &list_class) || is_instance(v, &tuple_class);
}

static Value array_parameter(const Dialect *dialect, Value v, const Type *type)
{
    if (!is_sequence(v) || !type->item_type)
        return v;
    List *items = list_new(0);
    Iter it = iter_open(v);
    for (Value item; iter_next(&it, &item);)
        list_append(items, is_sequence(item) ? array_parameter(dialect, item, type)
                                             : value_for_driver(dialect, item, type->item_type));
    return OBJ(items);
}

static Value native_parameter(const Dialect *dialect, Value v, const Type *type)
{
    if (type_is(type, TYPE_JSON) && is_json_null(v))
        return STR(str_from("null"));
    if (type_is(type, TYPE_JSON))
        return is_none(v) && type->none_as_null ? v : STR(json_dump_text(v));
    if (is_none(v))
        return v;
    if (type_is(type, TYPE_Uuid) && (is_plain(dialect) || !type->native_uuid))
        return hex_uuid_parameter(v, type);
    if (type_is(type, TYPE_Boolean))
        return boolean_parameter(dialect, v);
    if (type_is(type, TYPE_ARRAY))
        return array_parameter(dialect, v, type);
    if (type_id(type) == TYPE_PG_HSTORE && is_instance(v, &dict_class))
        return STR(hstore_text((Dict *)v.obj));
    if (type_is(type, TYPE_PG_AbstractRange) && !is_plain(dialect))
        return range_parameter(v, type);
    if (!is_plain(dialect))
        return v;
    if (is_time_type(type))
        return sqlite_time_parameter(v, type);
    return type_is(type, TYPE_Numeric) ? call(OBJ(&float_class), 1, &v) : v;
}

Value value_for_driver(const Dialect *dialect, Value v, Type *type)
{
    if (!type)
        return v;
    return native_parameter(dialect, type_bind_value(type, dialect->name, v),
                            type_for_dialect(type, dialect->name));
}

/* --- values to cells of SQLite; PostgreSQL gets literals --------------------------------------- */

/* date and datetime as their isoformat(), which Python's driver sends. */
static Str *time_text(Value v)
{
    Value separator = STR(str_from(" "));
    bool is_datetime = is_instance(v, &datetime_class);
    return value_str(call_method(v, "isoformat", is_datetime, &separator));
}

static Cell object_cell(Value v, size_t place)
{
    DateTimeParts parts;
    const char *data;
    size_t length;
    if (value_find_bytes(v, &data, &length))
        return (Cell){.kind = CELL_BYTES, .bytes = {data, length}};
    if (datetime_find_parts(v, &parts) && !is_instance(v, &time_class))
        return cell_text(time_text(v));
    err_raise(err_new(ERR_DATABASE, "db.sqlite.parameter",
                      "Error binding parameter %zu: type '%s' is not supported", place,
                      class_text(v)));
}

Cell cell_from_value(Value v, size_t place)
{
    v = value_plain(v);
    if (is_absent(v))
        return cell_null();
    if (v.tag == TAG_STR)
        return cell_text(v.str);
    if (v.tag == TAG_BOOL)
        return cell_int(v.boolean);
    if (v.tag == TAG_INT)
        return cell_int(v.integer);
    if (v.tag == TAG_FLOAT)
        return (Cell){.kind = CELL_DOUBLE, .real = v.number};
    if (is_int(v))
        raise_exception(&OverflowError_class, "Python int too large to convert to SQLite INTEGER");
    return object_cell(v, place);
}
