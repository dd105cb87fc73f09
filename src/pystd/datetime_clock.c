/* datetime_clock.c -- datetime.time, a time of day. */
#include "pystd/datetime.h"

/* --- time ------------------------------------------------------------------------------------- */

#define TIME_PARAMS(P)                                                                             \
    P(POS, int, hour, Zero)                                                                        \
    P(POS, int, minute, Zero)                                                                      \
    P(POS, int, second, Zero)                                                                      \
    P(POS, int, microsecond, Zero)                                                                 \
    P(POS, any, tzinfo, None)                                                                      \
    P(KEY, int, fold, Zero)
NATIVE_CLASS(Time, construct, TIME_PARAMS)
{
    DateTimeParts parts = {CLOCK_PARTS(a), .tzinfo = a->tzinfo};
    return OBJ(time_make(class, &parts));
}

static DateTimeParts time_parts(const Time *t)
{
    return (DateTimeParts){.year = 1900,
                           .month = 1,
                           .day = 1,
                           .hour = (int)t->hour,
                           .minute = (int)t->minute,
                           .second = (int)t->second,
                           .microsecond = (int)t->microsecond,
                           .fold = (int)t->fold,
                           .tzinfo = t->tzinfo};
}

NATIVE(Time, replace, REPLACE_CLOCK)
{
    DateTimeParts p = {.KEEP(hour, self->hour),
                       .KEEP(minute, self->minute),
                       .KEEP(second, self->second),
                       .KEEP(microsecond, self->microsecond),
                       .KEEP(fold, self->fold),
                       .tzinfo = is_set(a->tzinfo) ? a->tzinfo : self->tzinfo};
    return OBJ(time_make(self->obj.class, &p));
}

static Str *time_iso(const Time *time, const Str *timespec)
{
    Buf out = {0};
    DateTimeParts parts = time_parts(time);
    write_iso_time(&out, &parts, timespec);
    Micros offset;
    if (tz_offset(time->tzinfo, NONE, &offset))
        buf_add(&out, offset_text(offset, ":"));
    return buf_str(&out);
}

#define TIME_ISO_PARAMS(P) P(POS, str, timespec, None)
NATIVE(Time, isoformat, TIME_ISO_PARAMS)
{
    return STR(time_iso(self, a->timespec));
}

NATIVE_CLASS(Time, fromisoformat, ISO_PARAMS)
{
    DateTimeParts parts = {.tzinfo = NONE};
    const char *p = iso_argument(a->date_string)->text;
    if (*p == 'T')
        p++;
    if (!iso_parse_time(&p, &parts) || *p)
        raise_iso(iso_argument(a->date_string));
    return OBJ(time_make(class, &parts));
}

NATIVE(Time, strftime, FORMAT_PARAMS)
{
    DateTimeParts parts = time_parts(self);
    return STR(strftime_object(NONE, a->format, &parts));
}

NATIVE0(Time, utcoffset)
{
    return datetime_zone_asked(self->tzinfo, "utcoffset", NONE);
}

NATIVE0(Time, dst)
{
    return datetime_zone_asked(self->tzinfo, "dst", NONE);
}

NATIVE0(Time, tzname)
{
    return datetime_zone_asked(self->tzinfo, "tzname", NONE);
}

static Str *time_repr(Value self)
{
    Time *t = (Time *)self.obj;
    Buf out = {0};
    buf_format(&out, "%s(%d, %d", class_text(self), (int)t->hour, (int)t->minute);
    if (t->second || t->microsecond)
        buf_format(&out, ", %d", (int)t->second);
    if (t->microsecond)
        buf_format(&out, ", %d", (int)t->microsecond);
    if (t->fold)
        buf_text(&out, ", fold=1");
    if (!is_absent(t->tzinfo))
        buf_format(&out, ", tzinfo=%s", value_repr(t->tzinfo)->text);
    buf_char(&out, ')');
    return buf_str(&out);
}

static Str *time_str(Value self)
{
    return time_iso((Time *)self.obj, NULL);
}

static bool time_micros(const Time *t, Micros *out)
{
    Micros offset = 0;
    bool aware = tz_offset(t->tzinfo, NONE, &offset);
    *out =
        (Micros)(t->hour * 3600 + t->minute * 60 + t->second) * 1000000 + t->microsecond - offset;
    return aware;
}

static Value time_binop(Operator op, Value left, Value right)
{
    Time *a = as(Time, left), *b = as(Time, right);
    Micros x, y;
    if (!a || !b || !datetime_is_compare(op))
        return UNSET;
    bool comparable = time_micros(a, &x) == time_micros(b, &y);
    if (!comparable && op != OPERATOR_EQ && op != OPERATOR_NE)
        raise_type("can't compare offset-naive and offset-aware times");
    return comparable ? datetime_compare_micros(op, x, y) : BOOL(op == OPERATOR_NE);
}

static int64_t time_hash(Value self)
{
    Micros total;
    time_micros((Time *)self.obj, &total);
    return (int64_t)total;
}

static const Method time_methods[] = {METHOD(Time, replace),
                                      METHOD(Time, isoformat),
                                      CLASS_METHOD(Time, fromisoformat),
                                      METHOD(Time, strftime),
                                      METHOD(Time, utcoffset),
                                      METHOD(Time, dst),
                                      METHOD(Time, tzname),
                                      {0}};
static const Field time_fields[] = {FIELD(Time, int, hour, READONLY),
                                    FIELD(Time, int, minute, READONLY),
                                    FIELD(Time, int, second, READONLY),
                                    FIELD(Time, int, microsecond, READONLY),
                                    FIELD(Time, int, fold, READONLY),
                                    FIELD(Time, any, tzinfo, READONLY),
                                    {0}};
const Class time_class = {CLASS_NAMED(Time, "time", "datetime", object),
                          .construct = CONSTRUCT(Time),
                          .methods = time_methods,
                          .fields = time_fields,
                          .repr = time_repr,
                          .str = time_str,
                          .format = datetime_format,
                          .binop = time_binop,
                          .hash = time_hash,
                          .flags = CLASS_NO_ATTR};
