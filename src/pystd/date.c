/* date.c -- datetime.date. */
#include "pystd/datetime.h"

#include <limits.h>
#include <stdlib.h>

#define DATE_PARAMS(P)                                                                             \
    P(POS, int, year, Required) P(POS, int, month, Required) P(POS, int, day, Required)
NATIVE_CLASS(Date, construct, DATE_PARAMS)
{
    return OBJ(date_make(class, a->year, a->month, a->day));
}

static Date *date_from_days(const Class *class, int64_t ordinal)
{
    int year, month, day;
    if (ordinal < 1 || ordinal > 3652059)
        raise_exception(&OverflowError_class, "date value out of range");
    date_from_ordinal(ordinal, &year, &month, &day);
    return date_make(class, year, month, day);
}

static int64_t ordinal_of(const Date *date)
{
    return date_ordinal((int)date->year, (int)date->month, (int)date->day);
}

NATIVE_CLASS(Date, today, NO_PARAMS)
{
    DateTime *now = datetime_local(&datetime_class, clock_microseconds());
    return OBJ(date_make(class, now->date.year, now->date.month, now->date.day));
}

NATIVE_CLASS(Date, fromtimestamp, STAMP_PARAMS)
{
    DateTime *moment = datetime_local(&datetime_class, datetime_stamp_micros(a->timestamp));
    return OBJ(date_make(class, moment->date.year, moment->date.month, moment->date.day));
}

#define ORDINAL_PARAMS(P) P(ONLY, int, ordinal, Required)
NATIVE_CLASS(Date, fromordinal, ORDINAL_PARAMS)
{
    datetime_c_int(a->ordinal);
    if (a->ordinal < 1)
        raise_value("ordinal must be >= 1");
    Date *date = date_from_days(&date_class, a->ordinal);
    Value args[] = {INT(date->year), INT(date->month), INT(date->day)};
    return class == &date_class ? OBJ(date) : call(OBJ(class), 3, args);
}

NATIVE_CLASS(Date, fromisoformat, ISO_PARAMS)
{
    DateTimeParts parts = {0};
    const char *p = iso_argument(a->date_string)->text;
    if (!iso_parse_date(&p, &parts) || *p)
        raise_iso(iso_argument(a->date_string));
    return OBJ(date_make(class, parts.year, parts.month, parts.day));
}

/* A year that begins on a Thursday, or on a Wednesday if it is a leap year. */
static bool has_week_53(int year)
{
    int64_t first = (date_ordinal(year, 1, 1) + 6) % 7;
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return first == 3 || (first == 2 && is_leap);
}

#define ISO_CALENDAR_PARAMS(P)                                                                     \
    P(POS, int, year, Required) P(POS, int, week, Required) P(POS, int, day, Required)
NATIVE_CLASS(Date, fromisocalendar, ISO_CALENDAR_PARAMS)
{
    if (llabs(a->year) > INT_MAX || llabs(a->week) > INT_MAX || llabs(a->day) > INT_MAX)
        raise_value("ISO calendar component out of range");
    if (a->year < 1 || a->year > 9999)
        raise_value("Year is out of range: %lld", (long long)a->year);
    if (a->week < 1 || a->week > 53)
        raise_value("Invalid week: %lld", (long long)a->week);
    if (a->week == 53 && !has_week_53((int)a->year))
        raise_value("Invalid week: %lld", (long long)a->week);
    if (a->day < 1 || a->day > 7)
        raise_value("Invalid day: %lld (range is [1, 7])", (long long)a->day);
    int64_t fourth = date_ordinal((int)a->year, 1, 4), monday = fourth - (fourth + 6) % 7;
    int64_t ordinal = monday + (a->week - 1) * 7 + a->day - 1;
    if (ordinal > date_ordinal(9999, 12, 31))
        raise_value("year 10000 is out of range");
    return OBJ(date_from_days(class, ordinal));
}

NATIVE(Date, replace, REPLACE_DATE)
{
    return OBJ(date_make(self->obj.class, a->year == -1 ? self->year : a->year,
                         a->month == -1 ? self->month : a->month,
                         a->day == -1 ? self->day : a->day));
}

NATIVE0(Date, toordinal)
{
    return INT(ordinal_of(self));
}

NATIVE0(Date, weekday)
{
    return INT((ordinal_of(self) + 6) % 7);
}

NATIVE0(Date, isoweekday)
{
    return INT((ordinal_of(self) + 6) % 7 + 1);
}

NATIVE0(Date, isocalendar)
{
    int64_t ordinal = ordinal_of(self), day = (ordinal + 6) % 7;
    int year, month, ignored;
    date_from_ordinal(ordinal - day + 3, &year, &month, &ignored); /* the Thursday decides */
    int64_t fourth = date_ordinal(year, 1, 4), monday = fourth - (fourth + 6) % 7;
    Value parts[] = {INT(year), INT((ordinal - monday) / 7 + 1), INT(day + 1)};
    return call(library_get("_datetime", "IsoCalendarDate"), 3, parts);
}

Str *date_iso(const Date *date)
{
    return str_format("%04d-%02d-%02d", (int)date->year, (int)date->month, (int)date->day);
}

NATIVE0(Date, isoformat)
{
    return STR(date_iso(self));
}

NATIVE0(Date, ctime)
{
    DateTimeParts parts;
    datetime_find_parts(OBJ(self), &parts);
    Str *text = strftime_object(OBJ(self), str_from("%a %b %e %H:%M:%S"), &parts);
    return STR(str_format("%s %04d", text->text, parts.year));
}

NATIVE(Date, strftime, FORMAT_PARAMS)
{
    DateTimeParts parts;
    datetime_find_parts(OBJ(self), &parts);
    return STR(strftime_object(OBJ(self), a->format, &parts));
}

NATIVE0(Date, timetuple)
{
    DateTimeParts parts;
    datetime_find_parts(OBJ(self), &parts);
    return datetime_struct_time(&parts, -1);
}

static Str *date_repr(Value self)
{
    Date *date = (Date *)self.obj;
    return str_format("%s(%d, %d, %d)", class_text(self), (int)date->year, (int)date->month,
                      (int)date->day);
}

static Str *date_str(Value self)
{
    return value_str(call_method(self, "isoformat", 0, NULL));
}

static Value date_binop(Operator op, Value left, Value right)
{
    Date *a = as(Date, left), *b = as(Date, right);
    TimeDelta *delta = as(TimeDelta, a ? right : left);
    if (a && b && as(DateTime, left) == NULL && as(DateTime, right) == NULL) {
        if (op == OPERATOR_SUB)
            return timedelta_new(ordinal_of(a) - ordinal_of(b), 0, 0);
        return datetime_is_compare(op) ? datetime_compare_micros(op, ordinal_of(a), ordinal_of(b))
                                       : UNSET;
    }
    if (!delta || (op != OPERATOR_ADD && (op != OPERATOR_SUB || !a)))
        return UNSET;
    Date *date = a ? a : b;
    return OBJ(date_from_days(
        date->obj.class, ordinal_of(date) + (op == OPERATOR_ADD ? delta->days : -delta->days)));
}

static int64_t date_hash(Value self)
{
    return ordinal_of((Date *)self.obj) * 1000003;
}

static const Method date_methods[] = {CLASS_METHOD(Date, today),
                                      CLASS_METHOD(Date, fromtimestamp),
                                      CLASS_METHOD(Date, fromordinal),
                                      CLASS_METHOD(Date, fromisoformat),
                                      CLASS_METHOD(Date, fromisocalendar),
                                      METHOD(Date, replace),
                                      METHOD(Date, toordinal),
                                      METHOD(Date, weekday),
                                      METHOD(Date, isoweekday),
                                      METHOD(Date, isocalendar),
                                      METHOD(Date, isoformat),
                                      METHOD(Date, ctime),
                                      METHOD(Date, strftime),
                                      METHOD(Date, timetuple),
                                      {0}};
static const Field date_fields[] = {FIELD(Date, int, year, READONLY),
                                    FIELD(Date, int, month, READONLY),
                                    FIELD(Date, int, day, READONLY),
                                    {0}};
const Class date_class = {CLASS_NAMED(Date, "date", "datetime", object),
                          .construct = CONSTRUCT(Date),
                          .methods = date_methods,
                          .fields = date_fields,
                          .repr = date_repr,
                          .str = date_str,
                          .format = datetime_format,
                          .binop = date_binop,
                          .hash = date_hash,
                          .flags = CLASS_NO_ATTR};
