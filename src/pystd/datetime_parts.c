/* datetime_parts.c -- dates, times and datetimes as their parts, and as instants: checked, made and taken apart. */
#include "pystd/datetime.h"

#include <errno.h>
#include <limits.h>
#include <math.h>
#include <time.h>

int datetime_c_int(int64_t number)
{
    if (number > INT_MAX)
        raise_exception(&OverflowError_class, "signed integer is greater than maximum");
    if (number < INT_MIN)
        raise_exception(&OverflowError_class, "signed integer is less than minimum");
    return (int)number;
}

void date_check(int64_t year, int64_t month, int64_t day)
{
    datetime_c_int(year);
    datetime_c_int(month);
    datetime_c_int(day);
    if (year < 1 || year > 9999)
        raise_value("year %lld is out of range", (long long)year);
    if (month < 1 || month > 12)
        raise_value("month must be in 1..12");
    if (day < 1 || day > date_month_days((int)year, (int)month))
        raise_value("day is out of range for month");
}

static void check_clock(const DateTimeParts *t)
{
    if (t->hour < 0 || t->hour > 23)
        raise_value("hour must be in 0..23");
    if (t->minute < 0 || t->minute > 59)
        raise_value("minute must be in 0..59");
    if (t->second < 0 || t->second > 59)
        raise_value("second must be in 0..59");
    if (t->microsecond < 0 || t->microsecond > 999999)
        raise_value("microsecond must be in 0..999999");
    if (t->fold != 0 && t->fold != 1)
        raise_value("fold must be either 0 or 1");
    if (!is_absent(t->tzinfo) && !is_instance(t->tzinfo, &tzinfo_class))
        raise_type("tzinfo argument must be None or of a tzinfo subclass, not type '%s'",
                   class_text(t->tzinfo));
}

Date *date_make(const Class *class, int64_t year, int64_t month, int64_t day)
{
    date_check(year, month, day);
    Date *date = (Date *)object_allocate(class);
    date->year = year;
    date->month = month;
    date->day = day;
    return date;
}

DateTime *datetime_make(const Class *class, const DateTimeParts *parts)
{
    check_clock(parts);
    DateTime *moment = (DateTime *)date_make(class, parts->year, parts->month, parts->day);
    moment->hour = parts->hour;
    moment->minute = parts->minute;
    moment->second = parts->second;
    moment->microsecond = parts->microsecond;
    moment->fold = parts->fold;
    moment->tzinfo = is_absent(parts->tzinfo) ? NONE : parts->tzinfo;
    return moment;
}

Time *time_make(const Class *class, const DateTimeParts *parts)
{
    check_clock(parts);
    Time *time = (Time *)object_allocate(class);
    time->hour = parts->hour;
    time->minute = parts->minute;
    time->second = parts->second;
    time->microsecond = parts->microsecond;
    time->fold = parts->fold;
    time->tzinfo = is_absent(parts->tzinfo) ? NONE : parts->tzinfo;
    return time;
}

Value date_new(int year, int month, int day)
{
    return OBJ(date_make(&date_class, year, month, day));
}

Value time_new(const DateTimeParts *parts)
{
    return OBJ(time_make(&time_class, parts));
}

Value datetime_new(const DateTimeParts *parts)
{
    return OBJ(datetime_make(&datetime_class, parts));
}

DateTimeParts datetime_parts(const DateTime *m)
{
    return (DateTimeParts){.year = (int)m->date.year,
                           .month = (int)m->date.month,
                           .day = (int)m->date.day,
                           .hour = (int)m->hour,
                           .minute = (int)m->minute,
                           .second = (int)m->second,
                           .microsecond = (int)m->microsecond,
                           .fold = (int)m->fold,
                           .tzinfo = m->tzinfo};
}

bool datetime_find_parts(Value v, DateTimeParts *parts)
{
    DateTime *moment = as(DateTime, v);
    Date *date = as(Date, v);
    Time *time = as(Time, v);
    if (moment)
        *parts = datetime_parts(moment);
    else if (date)
        *parts = (DateTimeParts){.year = (int)date->year,
                                 .month = (int)date->month,
                                 .day = (int)date->day,
                                 .tzinfo = NONE};
    else if (time)
        *parts = (DateTimeParts){.hour = (int)time->hour,
                                 .minute = (int)time->minute,
                                 .second = (int)time->second,
                                 .microsecond = (int)time->microsecond,
                                 .fold = (int)time->fold,
                                 .tzinfo = time->tzinfo};
    return moment || date || time;
}

bool datetime_offset(Value v, int64_t *seconds)
{
    DateTimeParts parts;
    Micros offset;
    if (!datetime_find_parts(v, &parts) ||
        !tz_offset(parts.tzinfo, as(DateTime, v) ? v : NONE, &offset))
        return false;
    *seconds = (int64_t)(offset / 1000000);
    return true;
}

Micros datetime_micros(const DateTime *m)
{
    int64_t days = date_ordinal((int)m->date.year, (int)m->date.month, (int)m->date.day);
    return days * MICROS_PER_DAY + (Micros)(m->hour * 3600 + m->minute * 60 + m->second) * 1000000 +
           m->microsecond;
}

DateTime *datetime_from_micros(const Class *class, Micros total, Value tzinfo)
{
    Micros day = total / MICROS_PER_DAY, rest = total % MICROS_PER_DAY;
    if (total < MICROS_PER_DAY || day > 3652059)
        raise_exception(&OverflowError_class, "date value out of range");
    DateTimeParts parts = {.tzinfo = tzinfo};
    date_from_ordinal((int64_t)day, &parts.year, &parts.month, &parts.day);
    int64_t seconds = (int64_t)(rest / 1000000);
    parts.hour = (int)(seconds / 3600);
    parts.minute = (int)(seconds / 60 % 60);
    parts.second = (int)(seconds % 60);
    parts.microsecond = (int)(rest % 1000000);
    return datetime_make(class, &parts);
}

/* Local time of an instant, as a naive datetime. */
DateTime *datetime_local(const Class *class, Micros since_epoch)
{
    Micros seconds = since_epoch / 1000000, micros = since_epoch % 1000000;
    if (micros < 0)
        micros += 1000000, seconds--;
    time_t stamp = (time_t)seconds;
    struct tm tm;
    localtime_r(&stamp, &tm);
    return datetime_from_micros(class, EPOCH_MICROS + (seconds + tm.tm_gmtoff) * 1000000 + micros,
                                NONE);
}

/* Seconds of years that a C int can count but a date cannot, or that no C int can. */
static void check_stamp(int64_t seconds)
{
    time_t stamp = (time_t)seconds;
    struct tm tm;
    if (!gmtime_r(&stamp, &tm))
        raise_errno(EOVERFLOW, UNSET);
    int64_t year = (int64_t)tm.tm_year + 1900;
    if (year < 1 || year > 9999)
        raise_value("year %lld is out of range", (long long)year);
}

Micros datetime_stamp_micros(Value v)
{
    v = value_plain(v);
    double whole, part = 0;
    if (v.tag != TAG_FLOAT) {
        v = value_plain(value_index(v));
        whole = value_to_double(v);
    } else {
        part = modf(v.number, &whole);
    }
    if (isnan(whole))
        raise_value("Invalid value NaN (not a number)");
    if (v.tag == TAG_OBJ || fabs(whole) >= 9223372036854775808.0)
        raise_exception(&OverflowError_class, "timestamp out of range for platform time_t");
    int64_t seconds = v.tag == TAG_INT ? v.integer : v.tag == TAG_BOOL ? v.boolean : (int64_t)whole;
    check_stamp(seconds);
    return (Micros)seconds * 1000000 + (Micros)nearbyint(part * 1e6);
}

Value datetime_struct_time(const DateTimeParts *t, int dst)
{
    Value numbers[] = {INT(t->year),
                       INT(t->month),
                       INT(t->day),
                       INT(t->hour),
                       INT(t->minute),
                       INT(t->second),
                       INT(date_weekday(t->year, t->month, t->day)),
                       INT(date_yearday(t->year, t->month, t->day)),
                       INT(dst)};
    Value args[] = {OBJ(tuple_new(COUNT_OF(numbers), numbers)), NONE, NONE};
    return call(library_get("_time", "_make"), 3, args);
}
