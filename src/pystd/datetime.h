/* datetime.h -- the structs of the datetime module, shared by its files; private to pystd/.
 */
#ifndef RETORT_PYSTD_DATETIME_H
#define RETORT_PYSTD_DATETIME_H

#include "pystd/pystd.h"
#include "pystd/inside.h"

/* NATIVE and as() name the class object after the C struct. */
#define Date_class      date_class
#define Time_class      time_class
#define DateTime_class  datetime_class
#define TimeDelta_class timedelta_class
#define TzInfo_class    tzinfo_class
#define TimeZone_class  timezone_class

typedef __int128 Micros; /* timedelta.max has 8.64e19 microseconds */

typedef struct TimeDelta {
    Obj obj;
    int64_t days, seconds, microseconds; /* 0 <= seconds < 86400, 0 <= microseconds < 1000000 */
} TimeDelta;

typedef struct Date {
    Obj obj;
    int64_t year, month, day;
} Date;

typedef struct DateTime {
    Date date;
    int64_t hour, minute, second, microsecond, fold;
    Value tzinfo;
} DateTime;

typedef struct Time {
    Obj obj;
    int64_t hour, minute, second, microsecond, fold;
    Value tzinfo;
} Time;

typedef struct TzInfo {
    Obj obj;
} TzInfo;

typedef struct TimeZone {
    TzInfo base;
    TimeDelta *offset;
    Str *name; /* NULL: made of the offset */
} TimeZone;

extern const Class timezone_class;

#define MICROS_PER_DAY ((Micros)86400 * 1000000)

TimeDelta *timedelta_from(const Class *class, Micros total);
Micros timedelta_micros(const TimeDelta *delta);
Value timezone_utc(void);
/* Microseconds east of UTC; false when naive. `moment` is the datetime or None. */
bool tz_offset(Value tzinfo, Value moment, Micros *offset);
/* "+09:00", "+09:00:30"; separator "" gives "+0900". */
Str *offset_text(Micros offset, const char *separator);
Value tz_name(Value tzinfo, Value moment);

DateTime *datetime_make(const Class *class, const DateTimeParts *parts);
Date *date_make(const Class *class, int64_t year, int64_t month, int64_t day);
Time *time_make(const Class *class, const DateTimeParts *parts);
/* Local microseconds since year 1, without the offset. */
Micros datetime_micros(const DateTime *moment);
DateTime *datetime_from_micros(const Class *class, Micros total, Value tzinfo);
DateTimeParts datetime_parts(const DateTime *moment);

/* datetime_parts.c (and all that is made above): instants are microseconds since 1970 in UTC. */
#define EPOCH_MICROS (719163 * MICROS_PER_DAY)
/* ValueError for a day that is none. */
void date_check(int64_t year, int64_t month, int64_t day);
/* Local time of an instant, as a naive datetime. */
DateTime *datetime_local(const Class *class, Micros since_epoch);
/* The instant of a timestamp in seconds, an int or a float. */
Micros datetime_stamp_micros(Value v);
/* time.struct_time; dst as in C: -1 when unknown. */
Value datetime_struct_time(const DateTimeParts *parts, int dst);

/* Parameter rows that date, datetime and time share; KEEP is a part of replace(). */
#define ISO_PARAMS(P)   P(ONLY, any, date_string, Required)
#define STAMP_PARAMS(P) P(ONLY, any, timestamp, Required)
#define REPLACE_DATE(P)                                                                            \
    P(POS, int, year, MinusOne) P(POS, int, month, MinusOne) P(POS, int, day, MinusOne)
#define FORMAT_PARAMS(P) P(POS, str, format, Required)
#define CLOCK_PARTS(a)                                                                             \
    .hour = datetime_c_int((a)->hour), .minute = datetime_c_int((a)->minute),                      \
    .second = datetime_c_int((a)->second), .microsecond = datetime_c_int((a)->microsecond),        \
    .fold = datetime_c_int((a)->fold)
#define REPLACE_CLOCK(P)                                                                           \
    P(POS, int, hour, MinusOne)                                                                    \
    P(POS, int, minute, MinusOne)                                                                  \
    P(POS, int, second, MinusOne)                                                                  \
    P(POS, int, microsecond, MinusOne)                                                             \
    P(POS, any, tzinfo, Unset)                                                                     \
    P(KEY, int, fold, MinusOne)
#define KEEP(part, old) part = (int)(a->part == -1 ? (old) : a->part)

Str *date_iso(const Date *date); /* date.c */

/* datetime.c */
bool datetime_is_compare(Operator op);
Value datetime_compare_micros(Operator op, Micros a, Micros b);
Value datetime_zone_asked(Value tzinfo, const char *method, Value moment);
Str *datetime_format(Value self, Str *spec);

/* The parts are C ints in CPython: OverflowError for others. */
int datetime_c_int(int64_t number);

/* datetime_text.c */
/* The text that fromisoformat() was given, or TypeError. */
Str *iso_argument(Value v);
bool iso_parse_date(const char **p, DateTimeParts *parts);
bool iso_parse_time(const char **p, DateTimeParts *parts);
_Noreturn void raise_iso(const Str *text);
/* strptime's result; raises as Python. */
DateTimeParts strptime_parse(const Str *text, const Str *format);
void write_iso_time(Buf *out, const DateTimeParts *parts, const Str *timespec);
Str *strftime_object(Value moment, const Str *format, const DateTimeParts *parts);

#endif
