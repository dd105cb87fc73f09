/* datetime.c -- datetime.datetime, and the module. */
#include "pystd/datetime.h"

#include <time.h>

Str *datetime_format(Value self, Str *spec)
{
    Value format = STR(spec);
    return spec->length ? value_str(call_method(self, "strftime", 1, &format)) : value_str(self);
}

Value datetime_compare_micros(Operator op, Micros a, Micros b)
{
    return ordering_result(op, (a > b) - (a < b));
}

bool datetime_is_compare(Operator op)
{
    return op >= OPERATOR_EQ && op <= OPERATOR_GE;
}

/* --- datetime: class methods ------------------------------------------------------------------ */

#define DATETIME_PARAMS(P)                                                                         \
    P(POS, int, year, Required)                                                                    \
    P(POS, int, month, Required)                                                                   \
    P(POS, int, day, Required)                                                                     \
    P(POS, int, hour, Zero)                                                                        \
    P(POS, int, minute, Zero)                                                                      \
    P(POS, int, second, Zero)                                                                      \
    P(POS, int, microsecond, Zero)                                                                 \
    P(POS, any, tzinfo, None)                                                                      \
    P(KEY, int, fold, Zero)
NATIVE_CLASS(DateTime, construct, DATETIME_PARAMS)
{
    date_check(a->year, a->month, a->day);
    DateTimeParts parts = {.year = (int)a->year,
                           .month = (int)a->month,
                           .day = (int)a->day,
                           CLOCK_PARTS(a),
                           .tzinfo = a->tzinfo};
    return OBJ(datetime_make(class, &parts));
}

/* An instant as seen in a zone; without one, in local time. */
static Value moment_at(const Class *class, Micros since_epoch, Value tz)
{
    if (is_absent(tz))
        return OBJ(datetime_local(class, since_epoch));
    if (!is_instance(tz, &tzinfo_class))
        raise_type("tzinfo argument must be None or of a tzinfo subclass, not type '%s'",
                   class_text(tz));
    Value utc = OBJ(datetime_from_micros(class, EPOCH_MICROS + since_epoch, tz));
    return call_method(tz, "fromutc", 1, &utc);
}

#define NOW_PARAMS(P) P(POS, any, tz, None)
NATIVE_CLASS(DateTime, now, NOW_PARAMS)
{
    return moment_at(class, clock_microseconds(), a->tz);
}

NATIVE_CLASS(DateTime, today, NO_PARAMS)
{
    return moment_at(class, clock_microseconds(), NONE);
}

NATIVE_CLASS(DateTime, utcnow, NO_PARAMS)
{
    return OBJ(datetime_from_micros(class, EPOCH_MICROS + clock_microseconds(), NONE));
}

#define FROM_STAMP_PARAMS(P) P(POS, any, timestamp, Required) P(POS, any, tz, None)
NATIVE_CLASS(DateTime, fromtimestamp, FROM_STAMP_PARAMS)
{
    return moment_at(class, datetime_stamp_micros(a->timestamp), a->tz);
}

NATIVE_CLASS(DateTime, utcfromtimestamp, STAMP_PARAMS)
{
    return OBJ(
        datetime_from_micros(class, EPOCH_MICROS + datetime_stamp_micros(a->timestamp), NONE));
}

#define COMBINE_PARAMS(P)                                                                          \
    P(POS, any, date, Required) P(POS, any, time, Required) P(POS, any, tzinfo, Unset)
NATIVE_CLASS(DateTime, combine, COMBINE_PARAMS)
{
    Date *date = as(Date, a->date);
    if (!date)
        raise_type("combine() argument 1 must be datetime.date, not %s", class_text(a->date));
    if (!as(Time, a->time))
        raise_type("combine() argument 2 must be datetime.time, not %s", class_text(a->time));
    DateTimeParts parts;
    datetime_find_parts(a->time, &parts);
    parts.year = (int)date->year;
    parts.month = (int)date->month;
    parts.day = (int)date->day;
    if (is_set(a->tzinfo))
        parts.tzinfo = a->tzinfo;
    return OBJ(datetime_make(class, &parts));
}

NATIVE_CLASS(DateTime, fromisoformat, ISO_PARAMS)
{
    DateTimeParts parts = {.tzinfo = NONE};
    const char *p = iso_argument(a->date_string)->text;
    if (!iso_parse_date(&p, &parts))
        raise_iso(iso_argument(a->date_string));
    if (*p) { /* one separator of any kind */
        utf8_next(&p);
        if (!iso_parse_time(&p, &parts) || *p)
            raise_iso(iso_argument(a->date_string));
    }
    return OBJ(datetime_make(class, &parts));
}

#define STRPTIME_PARAMS(P) P(ONLY, str, date_string, Required) P(ONLY, str, format, Required)
NATIVE_CLASS(DateTime, strptime, STRPTIME_PARAMS)
{
    DateTimeParts parts = strptime_parse(a->date_string, a->format);
    return OBJ(datetime_make(class, &parts));
}

/* --- datetime: methods ------------------------------------------------------------------------ */

NATIVE0(DateTime, date)
{
    return OBJ(date_make(&date_class, self->date.year, self->date.month, self->date.day));
}

NATIVE0(DateTime, time)
{
    DateTimeParts parts = datetime_parts(self);
    parts.tzinfo = NONE;
    return OBJ(time_make(&time_class, &parts));
}

NATIVE0(DateTime, timetz)
{
    DateTimeParts parts = datetime_parts(self);
    return OBJ(time_make(&time_class, &parts));
}

#define DATETIME_REPLACE(P) REPLACE_DATE(P) REPLACE_CLOCK(P)
NATIVE(DateTime, replace, DATETIME_REPLACE)
{
    DateTimeParts p = {.KEEP(year, self->date.year),
                       .KEEP(month, self->date.month),
                       .KEEP(day, self->date.day),
                       .KEEP(hour, self->hour),
                       .KEEP(minute, self->minute),
                       .KEEP(second, self->second),
                       .KEEP(microsecond, self->microsecond),
                       .KEEP(fold, self->fold),
                       .tzinfo = is_set(a->tzinfo) ? a->tzinfo : self->tzinfo};
    return OBJ(datetime_make(self->date.obj.class, &p));
}

static bool moment_offset(const DateTime *moment, Micros *offset)
{
    return tz_offset(moment->tzinfo, OBJ(moment), offset);
}

/* Seconds the local zone is east of UTC at this local time. */
static Micros local_offset(const DateTime *m)
{
    struct tm tm = {.tm_year = (int)m->date.year - 1900,
                    .tm_mon = (int)m->date.month - 1,
                    .tm_mday = (int)m->date.day,
                    .tm_hour = (int)m->hour,
                    .tm_min = (int)m->minute,
                    .tm_sec = (int)m->second,
                    .tm_isdst = -1};
    mktime(&tm);
    return (Micros)tm.tm_gmtoff * 1000000;
}

static Micros since_epoch(const DateTime *moment)
{
    Micros offset;
    if (!moment_offset(moment, &offset))
        offset = local_offset(moment);
    return datetime_micros(moment) - offset - EPOCH_MICROS;
}

NATIVE0(DateTime, timestamp)
{
    return FLOAT((double)since_epoch(self) / 1e6);
}

NATIVE(DateTime, astimezone, NOW_PARAMS)
{
    Micros instant = since_epoch(self);
    if (!is_absent(a->tz))
        return moment_at(self->date.obj.class, instant, a->tz);
    DateTime *local = datetime_local(self->date.obj.class, instant);
    time_t stamp = (time_t)(instant / 1000000);
    struct tm tm;
    localtime_r(&stamp, &tm);
    Value args[] = {OBJ(timedelta_from(&timedelta_class, (Micros)tm.tm_gmtoff * 1000000)),
                    STR(str_from(tm.tm_zone))};
    local->tzinfo = instantiate(&timezone_class, &(Call){.count = 2, .args = args});
    return OBJ(local);
}

Value datetime_zone_asked(Value tzinfo, const char *method, Value moment)
{
    if (is_absent(tzinfo))
        return NONE;
    Value found = call_method(tzinfo, method, 1, &moment);
    bool is_name = strcmp(method, "tzname") == 0;
    if (!is_none(found) && (is_name ? !value_find_str(found) : !as(TimeDelta, found)))
        raise_type("tzinfo.%s() must return None or %s, not '%s'", method,
                   is_name ? "a string" : "timedelta", class_text(found));
    return found;
}

NATIVE0(DateTime, utcoffset)
{
    return datetime_zone_asked(self->tzinfo, "utcoffset", OBJ(self));
}

NATIVE0(DateTime, dst)
{
    return datetime_zone_asked(self->tzinfo, "dst", OBJ(self));
}

NATIVE0(DateTime, tzname)
{
    return datetime_zone_asked(self->tzinfo, "tzname", OBJ(self));
}

static Str *datetime_iso(const DateTime *moment, const char *separator, const Str *timespec)
{
    Buf out = {0};
    DateTimeParts parts = datetime_parts(moment);
    buf_add(&out, date_iso(&moment->date));
    buf_text(&out, separator);
    write_iso_time(&out, &parts, timespec);
    Micros offset;
    if (moment_offset(moment, &offset))
        buf_add(&out, offset_text(offset, ":"));
    return buf_str(&out);
}

#define ISOFORMAT_PARAMS(P) P(POS, str, sep, None) P(POS, str, timespec, None)
NATIVE(DateTime, isoformat, ISOFORMAT_PARAMS)
{
    if (a->sep && a->sep->characters != 1)
        raise_type("isoformat() argument 1 must be a unicode character, not str");
    return STR(datetime_iso(self, a->sep ? a->sep->text : "T", a->timespec));
}

NATIVE0(DateTime, timetuple)
{
    DateTimeParts parts = datetime_parts(self);
    Value saving = datetime_zone_asked(self->tzinfo, "dst", OBJ(self));
    return datetime_struct_time(&parts, is_none(saving) ? -1 : value_truth(saving));
}

NATIVE0(DateTime, utctimetuple)
{
    Micros offset = 0;
    moment_offset(self, &offset);
    DateTime *utc = datetime_from_micros(&datetime_class, datetime_micros(self) - offset, NONE);
    DateTimeParts parts = datetime_parts(utc);
    return datetime_struct_time(&parts, 0);
}

static Str *datetime_repr(Value self)
{
    DateTime *m = (DateTime *)self.obj;
    Buf out = {0};
    buf_format(&out, "%s(%d, %d, %d, %d, %d", class_text(self), (int)m->date.year,
               (int)m->date.month, (int)m->date.day, (int)m->hour, (int)m->minute);
    if (m->second || m->microsecond)
        buf_format(&out, ", %d", (int)m->second);
    if (m->microsecond)
        buf_format(&out, ", %d", (int)m->microsecond);
    if (m->fold)
        buf_text(&out, ", fold=1");
    if (!is_absent(m->tzinfo))
        buf_format(&out, ", tzinfo=%s", value_repr(m->tzinfo)->text);
    buf_char(&out, ')');
    return buf_str(&out);
}

static Str *datetime_str(Value self)
{
    return datetime_iso((DateTime *)self.obj, " ", NULL);
}

/* Both naive, or both brought to UTC. False when they cannot be compared. */
static bool common_micros(const DateTime *a, const DateTime *b, Micros *x, Micros *y)
{
    Micros a_offset = 0, b_offset = 0;
    *x = datetime_micros(a);
    *y = datetime_micros(b);
    if (!is_absent(a->tzinfo) && value_is(a->tzinfo, b->tzinfo))
        return true;
    bool a_aware = moment_offset(a, &a_offset), b_aware = moment_offset(b, &b_offset);
    *x -= a_offset;
    *y -= b_offset;
    return a_aware == b_aware;
}

static Value datetime_pair(Operator op, const DateTime *a, const DateTime *b)
{
    Micros x, y;
    bool comparable = common_micros(a, b, &x, &y);
    if (op == OPERATOR_SUB) {
        if (!comparable)
            raise_type("can't subtract offset-naive and offset-aware datetimes");
        return OBJ(timedelta_from(&timedelta_class, x - y));
    }
    if (!datetime_is_compare(op))
        return UNSET;
    if (!comparable && op != OPERATOR_EQ && op != OPERATOR_NE)
        raise_type("can't compare offset-naive and offset-aware datetimes");
    return comparable ? datetime_compare_micros(op, x, y) : BOOL(op == OPERATOR_NE);
}

static Value datetime_binop(Operator op, Value left, Value right)
{
    DateTime *a = as(DateTime, left), *b = as(DateTime, right);
    if (a && b)
        return datetime_pair(op, a, b);
    TimeDelta *delta = as(TimeDelta, a ? right : left);
    if (delta && (op == OPERATOR_ADD || (op == OPERATOR_SUB && a))) {
        DateTime *moment = a ? a : b;
        Micros shift = timedelta_micros(delta);
        Micros total = datetime_micros(moment) + (op == OPERATOR_ADD ? shift : -shift);
        return OBJ(datetime_from_micros(moment->date.obj.class, total, moment->tzinfo));
    }
    if (is_instance(left, &date_class) && is_instance(right, &date_class) && op > OPERATOR_NE &&
        datetime_is_compare(op))
        raise_type("can't compare datetime.datetime to datetime.date");
    return UNSET;
}

static int64_t datetime_hash(Value self)
{
    DateTime *moment = (DateTime *)self.obj;
    Micros offset = 0;
    moment_offset(moment, &offset);
    Micros total = datetime_micros(moment) - offset;
    return (int64_t)(total ^ (total >> 61));
}

static const Method datetime_methods[] = {CLASS_METHOD(DateTime, now),
                                          CLASS_METHOD(DateTime, today),
                                          CLASS_METHOD(DateTime, utcnow),
                                          CLASS_METHOD(DateTime, fromtimestamp),
                                          CLASS_METHOD(DateTime, utcfromtimestamp),
                                          CLASS_METHOD(DateTime, combine),
                                          CLASS_METHOD(DateTime, fromisoformat),
                                          CLASS_METHOD(DateTime, strptime),
                                          METHOD(DateTime, date),
                                          METHOD(DateTime, time),
                                          METHOD(DateTime, timetz),
                                          METHOD(DateTime, replace),
                                          METHOD(DateTime, timestamp),
                                          METHOD(DateTime, astimezone),
                                          METHOD(DateTime, utcoffset),
                                          METHOD(DateTime, dst),
                                          METHOD(DateTime, tzname),
                                          METHOD(DateTime, isoformat),
                                          METHOD(DateTime, timetuple),
                                          METHOD(DateTime, utctimetuple),
                                          {0}};
static const Field datetime_fields[] = {FIELD(DateTime, int, hour, READONLY),
                                        FIELD(DateTime, int, minute, READONLY),
                                        FIELD(DateTime, int, second, READONLY),
                                        FIELD(DateTime, int, microsecond, READONLY),
                                        FIELD(DateTime, int, fold, READONLY),
                                        FIELD(DateTime, any, tzinfo, READONLY),
                                        {0}};
const Class datetime_class = {CLASS_NAMED(DateTime, "datetime", "datetime", Date),
                              .construct = CONSTRUCT(DateTime),
                              .methods = datetime_methods,
                              .fields = datetime_fields,
                              .repr = datetime_repr,
                              .str = datetime_str,
                              .binop = datetime_binop,
                              .hash = datetime_hash,
                              .flags = CLASS_NO_ATTR};

/* --- the module: class attributes are set when a class is first asked for --------------------- */

static void set_limits(const Class *class, Value min, Value max, Value resolution)
{
    class_set(class, intern("min"), min);
    class_set(class, intern("max"), max);
    class_set(class, intern("resolution"), resolution);
}

static Value make_date(void)
{
    set_limits(&date_class, date_new(1, 1, 1), date_new(9999, 12, 31), timedelta_new(1, 0, 0));
    return OBJ(&date_class);
}

static const DateTimeParts first_moment = {.year = 1, .month = 1, .day = 1};
static const DateTimeParts last_moment = {.year = 9999,
                                          .month = 12,
                                          .day = 31,
                                          .hour = 23,
                                          .minute = 59,
                                          .second = 59,
                                          .microsecond = 999999};

static Value make_datetime(void)
{
    set_limits(&datetime_class, datetime_new(&first_moment), datetime_new(&last_moment),
               timedelta_new(0, 0, 1));
    return OBJ(&datetime_class);
}

static Value make_time(void)
{
    set_limits(&time_class, time_new(&first_moment), time_new(&last_moment),
               timedelta_new(0, 0, 1));
    return OBJ(&time_class);
}

static Value make_timedelta(void)
{
    set_limits(&timedelta_class, timedelta_new(-999999999, 0, 0),
               timedelta_new(999999999, 86399, 999999), timedelta_new(0, 0, 1));
    return OBJ(&timedelta_class);
}

static Value make_timezone(void)
{
    timezone_utc();
    class_set(&timezone_class, intern("min"), timezone_new(-86340));
    class_set(&timezone_class, intern("max"), timezone_new(86340));
    return OBJ(&timezone_class);
}

static const Export datetime_exports[] = {EXPORT_MAKE("date", make_date),
                                          EXPORT_MAKE("datetime", make_datetime),
                                          EXPORT_MAKE("time", make_time),
                                          EXPORT_MAKE("timedelta", make_timedelta),
                                          EXPORT_MAKE("timezone", make_timezone),
                                          EXPORT_CLASS_AS("tzinfo", TzInfo),
                                          EXPORT_MAKE("UTC", timezone_utc),
                                          EXPORT_INT("MINYEAR", 1),
                                          EXPORT_INT("MAXYEAR", 9999),
                                          {0}};

const ModuleDef datetime_module = {"datetime", (const Export *const[]){datetime_exports, NULL},
                                   false, NULL};
