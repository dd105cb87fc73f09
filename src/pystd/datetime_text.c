/* datetime_text.c -- dates and times as text: isoformat, fromisoformat, strftime, strptime. */
#include "pystd/pystd.h"
#include "pystd/datetime.h"

#include <ctype.h>
#include <stdlib.h>

Str *iso_argument(Value v)
{
    Str *text = value_find_str(v);
    if (!text)
        raise_type("fromisoformat: argument must be str");
    return text;
}

void raise_iso(const Str *text)
{
    raise_value("Invalid isoformat string: %s", text_repr(text)->text);
}

/* Exactly `count` digits. */
static bool read_digits(const char **p, int count, int *out)
{
    int n = 0;
    for (int i = 0; i < count; i++) {
        if (!isdigit((unsigned char)(*p)[i]))
            return false;
        n = n * 10 + (*p)[i] - '0';
    }
    *p += count;
    *out = n;
    return true;
}

static bool read_char(const char **p, char c)
{
    bool there = **p == c;
    *p += there;
    return there;
}

/* 2024-W05-3 or 2024W053 behind the year. */
static bool read_week(const char **p, DateTimeParts *parts, bool dashes)
{
    int week, day = 1;
    if (!read_digits(p, 2, &week) || week < 1 || week > 53)
        return false;
    bool has_day = dashes ? read_char(p, '-') : isdigit((unsigned char)**p);
    if (has_day && (!read_digits(p, 1, &day) || day < 1 || day > 7))
        return false;
    int64_t fourth = date_ordinal(parts->year, 1, 4);
    int64_t monday = fourth - (fourth + 6) % 7;
    date_from_ordinal(monday + (week - 1) * 7 + day - 1, &parts->year, &parts->month, &parts->day);
    return true;
}

bool iso_parse_date(const char **p, DateTimeParts *parts)
{
    if (!read_digits(p, 4, &parts->year))
        return false;
    bool dashes = read_char(p, '-');
    if (read_char(p, 'W'))
        return read_week(p, parts, dashes);
    return read_digits(p, 2, &parts->month) && (!dashes || read_char(p, '-')) &&
           read_digits(p, 2, &parts->day);
}

/* Fraction digits after the separator, cut at microseconds. */
static bool read_fraction(const char **p, int *out)
{
    int n = 0, digits = 0;
    for (; isdigit((unsigned char)**p); (*p)++)
        if (digits < 6)
            n = n * 10 + **p - '0', digits++;
    if (digits == 0)
        return false;
    for (; digits < 6; digits++)
        n *= 10;
    *out = n;
    return true;
}

static bool read_clock(const char **p, int *hour, int *minute, int *second, int *micro)
{
    *minute = *second = *micro = 0;
    if (!read_digits(p, 2, hour))
        return false;
    bool colons = **p == ':';
    if (colons ? !read_char(p, ':') : !isdigit((unsigned char)**p))
        return true;
    if (!read_digits(p, 2, minute))
        return false;
    if (colons ? !read_char(p, ':') : !isdigit((unsigned char)**p))
        return true;
    if (!read_digits(p, 2, second))
        return false;
    if (**p == '.' || **p == ',')
        ++*p;
    else if (colons ||
             !isdigit(
                 (unsigned char)**p)) /* without colons digits may follow at once, but not one */
        return true;
    else if (!isdigit((unsigned char)(*p)[1]))
        return false;
    return read_fraction(p, micro);
}

static bool read_zone(const char **p, Value *tzinfo)
{
    if (read_char(p, 'Z')) {
        *tzinfo = timezone_utc();
        return true;
    }
    bool negative = **p == '-';
    if (**p != '+' && **p != '-')
        return false;
    ++*p;
    int hour, minute, second, micro;
    if (!read_clock(p, &hour, &minute, &second, &micro))
        return false;
    Micros total = (Micros)(hour * 3600 + minute * 60 + second) * 1000000 + micro;
    if (negative)
        total = -total;
    if (total == 0) {
        *tzinfo = timezone_utc();
        return true;
    }
    Value offset = OBJ(timedelta_from(&timedelta_class, total));
    *tzinfo = instantiate(&timezone_class, &(Call){.count = 1, .args = &offset});
    return true;
}

bool iso_parse_time(const char **p, DateTimeParts *parts)
{
    parts->tzinfo = NONE;
    if (!read_clock(p, &parts->hour, &parts->minute, &parts->second, &parts->microsecond))
        return false;
    return **p == '\0' || read_zone(p, &parts->tzinfo);
}

void write_iso_time(Buf *out, const DateTimeParts *t, const Str *timespec)
{
    static const char *const specs[] = {"hours", "minutes", "seconds", "milliseconds",
                                        "microseconds"};
    size_t spec = t->microsecond ? 4 : 2;
    if (timespec && !str_is(timespec, "auto")) {
        for (spec = 0; spec < COUNT_OF(specs) && !str_is(timespec, specs[spec]); spec++)
            continue;
        if (spec == COUNT_OF(specs))
            raise_value("Unknown timespec value");
    }
    buf_format(out, "%02d", t->hour);
    if (spec >= 1)
        buf_format(out, ":%02d", t->minute);
    if (spec >= 2)
        buf_format(out, ":%02d", t->second);
    if (spec == 3)
        buf_format(out, ".%03d", t->microsecond / 1000);
    if (spec == 4)
        buf_format(out, ".%06d", t->microsecond);
}

Str *strftime_object(Value moment, const Str *format, const DateTimeParts *parts)
{
    Micros offset = 0;
    bool aware = !is_absent(parts->tzinfo) && tz_offset(parts->tzinfo, moment, &offset);
    Value zone = aware && strstr(format->text, "%Z") ? tz_name(parts->tzinfo, moment) : NONE;
    return strftime_text(format, parts, date_weekday(parts->year, parts->month, parts->day),
                         date_yearday(parts->year, parts->month, parts->day),
                         aware ? offset_text(offset, "") : str_empty,
                         aware ? offset_text(offset, ":") : str_empty,
                         is_none(zone) ? str_empty : value_str(zone));
}

/* --- strptime --------------------------------------------------------------------------------- */

static const char *const month_names[] = {"january",   "february", "march",    "april",
                                          "may",       "june",     "july",     "august",
                                          "september", "october",  "november", "december"};
static const char *const day_names[] = {"monday", "tuesday",  "wednesday", "thursday",
                                        "friday", "saturday", "sunday"};

typedef struct Scan {
    const char *at;
    DateTimeParts parts;
    bool is_pm, has_pm, has_yearday, has_year;
    int yearday, weekday; /* Monday is 1; 0: not given */
    int week, iso_year, iso_week;
    char week_by; /* 'U' or 'W', 0: not given */
} Scan;

/* One to `most` digits, as the regular expressions of the reference do. */
static bool scan_number(Scan *s, int most, int low, int high, int *out)
{
    int n = 0, count = 0;
    while (count < most && isdigit((unsigned char)s->at[count])) {
        int next = n * 10 + s->at[count] - '0';
        if (next > high)
            break;
        n = next;
        count++;
    }
    if (count == 0 || n < low)
        return false;
    s->at += count;
    *out = n;
    return true;
}

static bool scan_name(Scan *s, const char *const *names_, size_t count, bool brief, int *out)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = brief ? 3 : strlen(names_[i]);
        if (strncasecmp(s->at, names_[i], length) == 0) {
            s->at += length;
            *out = (int)i + 1;
            return true;
        }
    }
    return false;
}

static bool scan_micros(Scan *s)
{
    int digits = 0, n = 0;
    while (digits < 6 && isdigit((unsigned char)s->at[digits]))
        n = n * 10 + s->at[digits++] - '0';
    if (digits == 0)
        return false;
    s->at += digits;
    for (; digits < 6; digits++)
        n *= 10;
    s->parts.microsecond = n;
    return true;
}

static bool scan_half(Scan *s)
{
    s->has_pm = true;
    s->is_pm = tolower((unsigned char)*s->at) == 'p';
    if (strncasecmp(s->at, "am", 2) != 0 && strncasecmp(s->at, "pm", 2) != 0)
        return false;
    s->at += 2;
    return true;
}

static bool scan_zone_name(Scan *s)
{
    static const char *const zones[] = {"UTC", "GMT"};
    for (size_t i = 0; i < COUNT_OF(zones); i++)
        if (strncasecmp(s->at, zones[i], 3) == 0) {
            s->at += 3;
            return true;
        }
    return false;
}

static bool scan_directive(Scan *s, char c, const Str *format)
{
    DateTimeParts *t = &s->parts;
    s->has_year = s->has_year || c == 'Y' || c == 'y';
    switch (c) {
    case 'Y':
        return read_digits(&s->at, 4, &t->year);
    case 'G':
        return read_digits(&s->at, 4, &s->iso_year);
    case 'V':
        return scan_number(s, 2, 1, 53, &s->iso_week);
    case 'u':
        return scan_number(s, 1, 1, 7, &s->weekday);
    case 'y':
        if (!read_digits(&s->at, 2, &t->year))
            return false;
        t->year += t->year <= 68 ? 2000 : 1900;
        return true;
    case 'm':
        return scan_number(s, 2, 1, 12, &t->month);
    case 'd':
        return scan_number(s, 2, 1, 31, &t->day);
    case 'H':
        return scan_number(s, 2, 0, 23, &t->hour);
    case 'I':
        return scan_number(s, 2, 1, 12, &t->hour);
    case 'M':
        return scan_number(s, 2, 0, 59, &t->minute);
    case 'S':
        return scan_number(s, 2, 0, 61, &t->second);
    case 'f':
        return scan_micros(s);
    case 'p':
        return scan_half(s);
    case 'j':
        return s->has_yearday = true, scan_number(s, 3, 1, 366, &s->yearday);
    case 'b':
        return scan_name(s, month_names, 12, true, &t->month);
    case 'B':
        return scan_name(s, month_names, 12, false, &t->month);
    case 'a':
        return scan_name(s, day_names, 7, true, &s->weekday);
    case 'A':
        return scan_name(s, day_names, 7, false, &s->weekday);
    case 'w':
        if (!scan_number(s, 1, 0, 6, &s->weekday))
            return false;
        s->weekday = s->weekday ? s->weekday : 7;
        return true;
    case 'U':
    case 'W':
        s->week_by = c;
        return scan_number(s, 2, 0, 53, &s->week);
    case 'z':
        return read_zone(&s->at, &t->tzinfo);
    case 'Z':
        return scan_zone_name(s);
    case '%':
        return read_char(&s->at, '%');
    default:
        raise_value("'%c' is a bad directive in format %s", c, text_repr(format)->text);
    }
}

static bool scan_format(Scan *s, const Str *format)
{
    for (const char *f = format->text; *f; f++) {
        if (isspace((unsigned char)*f)) {
            if (!isspace((unsigned char)*s->at))
                return false;
            while (isspace((unsigned char)*s->at))
                s->at++;
            while (isspace((unsigned char)f[1]))
                f++;
            continue;
        }
        if (*f != '%') {
            if (tolower((unsigned char)*f) != tolower((unsigned char)*s->at))
                return false;
            s->at++;
            continue;
        }
        if (!*++f)
            raise_value("stray %% in format %s", text_repr(format)->text);
        if (*f == 'T' || *f == 'c' || *f == 'x' || *f == 'X') {
            static const char *const long_forms[] = {"%H:%M:%S", "%a %b %d %H:%M:%S %Y", "%m/%d/%y",
                                                     "%H:%M:%S"};
            if (*f == 'T')
                raise_value("'T' is a bad directive in format %s", text_repr(format)->text);
            if (!scan_format(s, str_from(long_forms[*f == 'c' ? 1 : *f == 'x' ? 2 : 3])))
                return false;
        } else if (!scan_directive(s, *f, format)) {
            return false;
        }
    }
    return true;
}

#define WEEKDAYS "a weekday directive ('%%A', '%%a', '%%w', or '%%u')."

static void check_weeks(const Scan *s)
{
    if (s->iso_year) {
        if (s->has_yearday)
            raise_value("Day of the year directive '%%j' is not compatible with ISO year directive "
                        "'%%G'. Use '%%Y' instead.");
        if (!s->iso_week || !s->weekday)
            raise_value("ISO year directive '%%G' must be used with the ISO week directive '%%V' "
                        "and " WEEKDAYS);
    } else if (s->iso_week) {
        if (!s->has_year || !s->weekday)
            raise_value("ISO week directive '%%V' must be used with the ISO year directive '%%G' "
                        "and " WEEKDAYS);
        raise_value("ISO week directive '%%V' is incompatible with the year directive '%%Y'. Use "
                    "the ISO year '%%G' instead.");
    }
}

/* The day that a week and a weekday name. */
static void resolve_weeks(Scan *s)
{
    DateTimeParts *t = &s->parts;
    int64_t ordinal;
    if (s->iso_year) {
        int64_t fourth = date_ordinal(s->iso_year, 1, 4), monday = fourth - (fourth + 6) % 7;
        ordinal = monday + (s->iso_week - 1) * 7 + s->weekday - 1;
    } else if (s->week_by && s->has_year && s->weekday) {
        bool from_sunday = s->week_by == 'U';
        int64_t first = date_ordinal(t->year, 1, 1);
        int64_t start = from_sunday ? first % 7 : (first + 6) % 7; /* weekday of January 1 */
        int64_t day = from_sunday ? s->weekday % 7 : s->weekday - 1;
        ordinal =
            s->week == 0 ? first + day - start : first + (7 - start) % 7 + (s->week - 1) * 7 + day;
    } else {
        return;
    }
    date_from_ordinal(ordinal, &t->year, &t->month, &t->day);
}

DateTimeParts strptime_parse(const Str *text, const Str *format)
{
    Scan s = {.at = text->text, .parts = {.year = 1900, .month = 1, .day = 1, .tzinfo = NONE}};
    if (!scan_format(&s, format))
        raise_value("time data %s does not match format %s", text_repr(text)->text,
                    text_repr(format)->text);
    if (*s.at)
        raise_value("unconverted data remains: %s", s.at);
    check_weeks(&s);
    resolve_weeks(&s);
    if (s.has_pm)
        s.parts.hour = s.parts.hour % 12 + (s.is_pm ? 12 : 0);
    if (s.has_yearday)
        date_from_ordinal(date_ordinal(s.parts.year, 1, 1) + s.yearday - 1, &s.parts.year,
                          &s.parts.month, &s.parts.day);
    return s.parts;
}
