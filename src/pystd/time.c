/* time.c -- the time module, the clock, and strftime for it and for datetime. */
#include "pystd/pystd.h"
#include "pystd/inside.h"

#include <math.h>
#include <time.h>

int64_t clock_microseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int64_t clock_read(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

#define CLOCK(name, clock)                                                                         \
    FUNCTION(time, name, NO_PARAMS)                                                                \
    {                                                                                              \
        return FLOAT((double)clock_read(clock) / 1e9);                                             \
    }                                                                                              \
    FUNCTION(time, name##_ns, NO_PARAMS)                                                           \
    {                                                                                              \
        return INT(clock_read(clock));                                                             \
    }
CLOCK(time, CLOCK_REALTIME)
CLOCK(monotonic, CLOCK_MONOTONIC)
CLOCK(perf_counter, CLOCK_MONOTONIC)
CLOCK(process_time, CLOCK_PROCESS_CPUTIME_ID)
CLOCK(thread_time, CLOCK_THREAD_CPUTIME_ID)

#define SLEEP_PARAMS(P) P(ONLY, float, seconds, Required)
FUNCTION(time, sleep, SLEEP_PARAMS)
{
    if (a->seconds < 0)
        raise_value("sleep length must be non-negative");
    print_flush();
    interrupt_sleep(a->seconds);
    interrupt_check();
    return NONE;
}

static Value struct_time(const struct tm *tm)
{
    Value numbers[] = {INT(tm->tm_year + 1900),    INT(tm->tm_mon + 1),  INT(tm->tm_mday),
                       INT(tm->tm_hour),           INT(tm->tm_min),      INT(tm->tm_sec),
                       INT((tm->tm_wday + 6) % 7), INT(tm->tm_yday + 1), INT(tm->tm_isdst)};
    Value args[] = {OBJ(tuple_new(COUNT_OF(numbers), numbers)),
                    tm->tm_zone ? STR(str_from(tm->tm_zone)) : NONE, INT(tm->tm_gmtoff)};
    return call(library_get("_time", "_make"), 3, args);
}

static time_t seconds_from(Value v)
{
    return is_absent(v) ? time(NULL) : (time_t)floor(value_to_double(v));
}

#define SECONDS_PARAMS(P) P(ONLY, any, seconds, None)
FUNCTION(time, localtime, SECONDS_PARAMS)
{
    time_t seconds = seconds_from(a->seconds);
    struct tm tm;
    localtime_r(&seconds, &tm);
    return struct_time(&tm);
}

FUNCTION(time, gmtime, SECONDS_PARAMS)
{
    time_t seconds = seconds_from(a->seconds);
    struct tm tm;
    gmtime_r(&seconds, &tm);
    return struct_time(&tm);
}

static struct tm tm_from(Value v)
{
    Tuple *parts = tuple_from(v);
    if (parts->length < 9)
        raise_type("function takes exactly 9 arguments (%zu given)", parts->length);
    int numbers[9];
    for (size_t i = 0; i < 9; i++)
        numbers[i] = (int)value_plain(parts->at[i]).integer;
    return (struct tm){.tm_year = numbers[0] - 1900,
                       .tm_mon = numbers[1] - 1,
                       .tm_mday = numbers[2],
                       .tm_hour = numbers[3],
                       .tm_min = numbers[4],
                       .tm_sec = numbers[5],
                       .tm_wday = (numbers[6] + 1) % 7,
                       .tm_yday = numbers[7] - 1,
                       .tm_isdst = numbers[8]};
}

#define TUPLE_PARAMS(P) P(ONLY, any, tuple, Required)
FUNCTION(time, mktime, TUPLE_PARAMS)
{
    struct tm tm = tm_from(a->tuple);
    return FLOAT((double)mktime(&tm));
}

FUNCTION(time, timegm, TUPLE_PARAMS)
{
    struct tm tm = tm_from(a->tuple);
    return INT(timegm(&tm));
}

/* C's strftime for one directive. */
static void add_directive(Buf *out, const char *directive, const struct tm *tm)
{
    char text[256];
    size_t length = strftime(text, sizeof text, directive, tm);
    buf_bytes(out, text, length);
}

/* What C has no directive for, or writes otherwise; false: it is C's. */
static bool add_own_directive(Buf *out, char c, const DateTimeParts *parts, Str *offset, Str *zone)
{
    switch (c) {
    case 'f':
        buf_format(out, "%06d", parts->microsecond);
        return true;
    case 'z':
        buf_add(out, offset);
        return true;
    case 'Z':
        buf_add(out, zone);
        return true;
    case 'Y':
        buf_format(out, "%d", parts->year);
        return true;
    default:
        return false;
    }
}

Str *strftime_text(const Str *format, const DateTimeParts *parts, int weekday, int yearday,
                   Str *offset, Str *offset_colon, Str *zone)
{
    struct tm tm = {.tm_year = parts->year - 1900,
                    .tm_mon = parts->month - 1,
                    .tm_mday = parts->day,
                    .tm_hour = parts->hour,
                    .tm_min = parts->minute,
                    .tm_sec = parts->second,
                    .tm_wday = (weekday + 1) % 7,
                    .tm_yday = yearday - 1,
                    .tm_isdst = -1};
    Buf out = {0};
    for (const char *p = format->text, *end = p + format->length; p < end; p++) {
        if (*p != '%' || p + 1 == end) {
            buf_char(&out, *p);
            continue;
        }
        char c = *++p;
        char directive[4] = {'%', c, 0, 0};
        if (c == '-' && p + 1 < end) {
            directive[2] = *++p;
            add_directive(&out, directive, &tm);
        } else if (c == ':' && p[1] == 'z') {
            p++;
            buf_add(&out, offset_colon);
        } else if (!add_own_directive(&out, c, parts, offset, zone)) {
            add_directive(&out, directive, &tm);
        }
    }
    return buf_str(&out);
}

#define STRFTIME_PARAMS(P) P(ONLY, str, format, Required) P(ONLY, any, tuple, None)
FUNCTION(time, strftime, STRFTIME_PARAMS)
{
    struct tm tm;
    if (is_absent(a->tuple)) {
        time_t now = time(NULL);
        localtime_r(&now, &tm);
    } else {
        tm = tm_from(a->tuple);
    }
    DateTimeParts parts = {.year = tm.tm_year + 1900,
                           .month = tm.tm_mon + 1,
                           .day = tm.tm_mday,
                           .hour = tm.tm_hour,
                           .minute = tm.tm_min,
                           .second = tm.tm_sec};
    char offset[16] = "", zone[64] = "";
    strftime(offset, sizeof offset, "%z", &tm);
    strftime(zone, sizeof zone, "%Z", &tm);
    return STR(strftime_text(a->format, &parts, (tm.tm_wday + 6) % 7, tm.tm_yday + 1,
                             str_from(offset), str_from(offset), str_from(zone)));
}

static Value make_timezone(void)
{
    tzset();
    return INT(timezone);
}

static Value make_altzone(void)
{
    tzset();
    return INT(daylight ? timezone - 3600 : timezone);
}

static Value make_daylight(void)
{
    tzset();
    return INT(daylight);
}

static Value make_tzname(void)
{
    tzset();
    return OBJ(tuple_of_strings(2, (Str *const[]){str_from(tzname[0]), str_from(tzname[1])}));
}

static const Export time_exports[] = {EXPORT_FUNCTION(time, time),
                                      EXPORT_FUNCTION(time, time_ns),
                                      EXPORT_FUNCTION(time, monotonic),
                                      EXPORT_FUNCTION(time, monotonic_ns),
                                      EXPORT_FUNCTION(time, perf_counter),
                                      EXPORT_FUNCTION(time, perf_counter_ns),
                                      EXPORT_FUNCTION(time, process_time),
                                      EXPORT_FUNCTION(time, process_time_ns),
                                      EXPORT_FUNCTION(time, thread_time),
                                      EXPORT_FUNCTION(time, thread_time_ns),
                                      EXPORT_FUNCTION(time, sleep),
                                      EXPORT_FUNCTION(time, localtime),
                                      EXPORT_FUNCTION(time, gmtime),
                                      EXPORT_FUNCTION(time, mktime),
                                      EXPORT_FUNCTION_AS("_timegm", time, timegm),
                                      EXPORT_FUNCTION(time, strftime),
                                      EXPORT_MAKE("timezone", make_timezone),
                                      EXPORT_MAKE("altzone", make_altzone),
                                      EXPORT_MAKE("daylight", make_daylight),
                                      EXPORT_MAKE("tzname", make_tzname),
                                      {0}};

static Value time_getattr(Str *name)
{
    return library_find("_time", name);
}

const ModuleDef time_module = {"time", (const Export *const[]){time_exports, NULL}, false,
                               time_getattr};
