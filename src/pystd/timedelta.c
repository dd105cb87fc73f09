/* timedelta.c -- datetime.timedelta, tzinfo and timezone; and the calendar's arithmetic. */
#include "pystd/pystd.h"
#include "pystd/datetime.h"

#include <math.h>
#include <stdlib.h>

/* --- the calendar ----------------------------------------------------------------------------- */

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int date_month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

int date_yearday(int year, int month, int day)
{
    for (int m = 1; m < month; m++)
        day += date_month_days(year, m);
    return day;
}

int64_t date_ordinal(int year, int month, int day)
{
    int64_t before = year - 1;
    return before * 365 + before / 4 - before / 100 + before / 400 + date_yearday(year, month, day);
}

int date_weekday(int year, int month, int day)
{
    return (int)((date_ordinal(year, month, day) + 6) % 7);
}

void date_from_ordinal(int64_t ordinal, int *year, int *month, int *day)
{
    int y = (int)((ordinal - 1) * 400 / 146097) + 1;
    while (date_ordinal(y, 1, 1) > ordinal)
        y--;
    while (date_ordinal(y + 1, 1, 1) <= ordinal)
        y++;
    int left = (int)(ordinal - date_ordinal(y, 1, 1)), m = 1;
    while (left >= date_month_days(y, m))
        left -= date_month_days(y, m++);
    *year = y;
    *month = m;
    *day = left + 1;
}

/* --- timedelta -------------------------------------------------------------------------------- */

Micros timedelta_micros(const TimeDelta *delta)
{
    return delta->days * MICROS_PER_DAY + (Micros)delta->seconds * 1000000 + delta->microseconds;
}

static Micros floor_divide(Micros a, Micros b)
{
    Micros quotient = a / b;
    return quotient - (a % b != 0 && (a < 0) != (b < 0));
}

TimeDelta *timedelta_from(const Class *class, Micros total)
{
    Micros days = floor_divide(total, MICROS_PER_DAY), rest = total - days * MICROS_PER_DAY;
    if (days > INT32_MAX || days < INT32_MIN)
        raise_exception(&OverflowError_class, "Python int too large to convert to C int");
    if (days > 999999999 || days < -999999999)
        raise_exception(&OverflowError_class, "days=%lld; must have magnitude <= 999999999",
                        (long long)days);
    TimeDelta *delta = (TimeDelta *)object_allocate(class);
    delta->days = (int64_t)days;
    delta->seconds = (int64_t)(rest / 1000000);
    delta->microseconds = (int64_t)(rest % 1000000);
    return delta;
}

Value timedelta_new(int64_t days, int64_t seconds, int64_t microseconds)
{
    return OBJ(timedelta_from(&timedelta_class,
                              days * MICROS_PER_DAY + (Micros)seconds * 1000000 + microseconds));
}

bool timedelta_find_parts(Value v, int64_t *days, int64_t *seconds, int64_t *microseconds)
{
    TimeDelta *delta = as(TimeDelta, v);
    if (!delta)
        return false;
    *days = delta->days;
    *seconds = delta->seconds;
    *microseconds = delta->microseconds;
    return true;
}

/* Adds `amount` units; what is left of a float below a microsecond gathers in *fraction. Ints too
 * large for anything are cut where the range check still sees them. */
static Micros add_units(Value amount, Micros unit, const char *name, double *fraction)
{
    amount = value_plain(amount);
    if (is_absent(amount))
        return 0;
    if (amount.tag == TAG_INT || amount.tag == TAG_BOOL)
        return (amount.tag == TAG_INT ? amount.integer : amount.boolean) * unit;
    if (is_int(amount))
        raise_exception(&OverflowError_class, "Python int too large to convert to C int");
    if (amount.tag != TAG_FLOAT)
        raise_type("unsupported type for timedelta %s component: %s", name,
                   class_text(amount));
    double whole, part = modf(amount.number, &whole);
    if (isnan(amount.number))
        raise_value("cannot convert float NaN to integer");
    if (fabs(whole) > 1e15)
        raise_exception(&OverflowError_class, "Python int too large to convert to C int");
    double micros, rest = modf(part * (double)unit, &micros);
    *fraction += rest;
    return (Micros)whole * unit + (Micros)micros;
}

#define TIMEDELTA_PARAMS(P)                                                                        \
    P(POS, any, days, Zero)                                                                        \
    P(POS, any, seconds, Zero)                                                                     \
    P(POS, any, microseconds, Zero)                                                                \
    P(POS, any, milliseconds, Zero)                                                                \
    P(POS, any, minutes, Zero)                                                                     \
    P(POS, any, hours, Zero)                                                                       \
    P(POS, any, weeks, Zero)
NATIVE_CLASS(TimeDelta, construct, TIMEDELTA_PARAMS)
{
    double fraction = 0;
    Micros total = add_units(a->days, MICROS_PER_DAY, "days", &fraction);
    total += add_units(a->seconds, 1000000, "seconds", &fraction);
    total += add_units(a->microseconds, 1, "microseconds", &fraction);
    total += add_units(a->milliseconds, 1000, "milliseconds", &fraction);
    total += add_units(a->minutes, 60000000, "minutes", &fraction);
    total += add_units(a->hours, (Micros)3600 * 1000000, "hours", &fraction);
    total += add_units(a->weeks, 7 * MICROS_PER_DAY, "weeks", &fraction);
    /* half a microsecond goes to the even one of the sum */
    Micros whole = (Micros)nearbyint(fraction);
    if (fabs(fraction - trunc(fraction)) == 0.5 && ((total + whole) & 1))
        whole += fraction > (double)whole ? 1 : -1;
    return OBJ(timedelta_from(class, total + whole));
}

static double delta_seconds(const TimeDelta *delta)
{
    return (double)timedelta_micros(delta) / 1e6;
}

NATIVE0(TimeDelta, total_seconds)
{
    return FLOAT(delta_seconds(self));
}

static Str *timedelta_repr(Value self)
{
    const TimeDelta *delta = (TimeDelta *)self.obj;
    const struct {
        const char *name;
        int64_t value;
    } parts[] = {
        {"days", delta->days}, {"seconds", delta->seconds}, {"microseconds", delta->microseconds}};
    Buf out = {0};
    buf_format(&out, "%s(", class_text(self));
    size_t shown = 0;
    for (size_t i = 0; i < COUNT_OF(parts); i++)
        if (parts[i].value)
            buf_format(&out, "%s%s=%lld", shown++ ? ", " : "", parts[i].name,
                       (long long)parts[i].value);
    buf_text(&out, shown ? ")" : "0)");
    return buf_str(&out);
}

static Str *timedelta_str(Value self)
{
    const TimeDelta *delta = (TimeDelta *)self.obj;
    Buf out = {0};
    if (delta->days)
        buf_format(&out, "%lld day%s, ", (long long)delta->days,
                   llabs(delta->days) == 1 ? "" : "s");
    buf_format(&out, "%d:%02d:%02d", (int)(delta->seconds / 3600), (int)(delta->seconds / 60 % 60),
               (int)(delta->seconds % 60));
    if (delta->microseconds)
        buf_format(&out, ".%06d", (int)delta->microseconds);
    return buf_str(&out);
}

/* Nearest microsecond, ties to even. */
static Micros divide_round(Micros a, Micros b)
{
    if (b < 0)
        a = -a, b = -b;
    Micros quotient = floor_divide(a, b), twice = 2 * (a - quotient * b);
    return quotient + (twice > b || (twice == b && (quotient & 1)));
}

static Value timedelta_compare(Operator op, Micros a, Micros b)
{
    return ordering_result(op, (a > b) - (a < b));
}

static Value timedelta_scale(Operator op, const TimeDelta *delta, Value factor)
{
    Micros total = timedelta_micros(delta);
    bool whole = factor.tag == TAG_INT || factor.tag == TAG_BOOL;
    int64_t n = factor.tag == TAG_BOOL ? factor.boolean : factor.integer;
    if (!whole && factor.tag != TAG_FLOAT)
        return UNSET;
    if (op == OPERATOR_MUL)
        return OBJ(timedelta_from(
            &timedelta_class,
            whole ? total * n
                  : (Micros)nearbyintl((long double)total * (long double)factor.number)));
    if (op != OPERATOR_DIV && op != OPERATOR_FLOORDIV)
        return UNSET;
    if (whole ? n == 0 : factor.number == 0)
        raise_exception(&ZeroDivisionError_class,
                        whole ? "integer division or modulo by zero" : "float division by zero");
    if (op == OPERATOR_DIV)
        return OBJ(timedelta_from(
            &timedelta_class,
            whole ? divide_round(total, n)
                  : (Micros)nearbyintl((long double)total / (long double)factor.number)));
    if (op == OPERATOR_FLOORDIV && whole)
        return OBJ(timedelta_from(&timedelta_class, floor_divide(total, n)));
    return UNSET;
}

static Value timedelta_pair(Operator op, Micros a, Micros b)
{
    if ((op == OPERATOR_DIV || op == OPERATOR_FLOORDIV || op == OPERATOR_MOD) && b == 0)
        raise_exception(&ZeroDivisionError_class, op == OPERATOR_DIV
                                                      ? "division by zero"
                                                      : "integer division or modulo by zero");
    switch (op) {
    case OPERATOR_ADD:
        return OBJ(timedelta_from(&timedelta_class, a + b));
    case OPERATOR_SUB:
        return OBJ(timedelta_from(&timedelta_class, a - b));
    case OPERATOR_DIV:
        return FLOAT((double)a / (double)b);
    case OPERATOR_FLOORDIV:
        return INT((int64_t)floor_divide(a, b));
    case OPERATOR_MOD:
        return OBJ(timedelta_from(&timedelta_class, a - floor_divide(a, b) * b));
    default:
        return timedelta_compare(op, a, b);
    }
}

static Value timedelta_binop(Operator op, Value left, Value right)
{
    TimeDelta *a = as(TimeDelta, left), *b = as(TimeDelta, right);
    if (op == OPERATOR_NEG)
        return OBJ(timedelta_from(&timedelta_class, -timedelta_micros(a)));
    if (op == OPERATOR_POS)
        return left;
    if (a && b)
        return timedelta_pair(op, timedelta_micros(a), timedelta_micros(b));
    if (a)
        return timedelta_scale(op, a, value_plain(right));
    return op == OPERATOR_MUL && b ? timedelta_scale(op, b, value_plain(left)) : UNSET;
}

static bool timedelta_truth(Value self)
{
    return timedelta_micros((TimeDelta *)self.obj) != 0;
}

static int64_t timedelta_hash(Value self)
{
    const TimeDelta *d = (TimeDelta *)self.obj;
    return value_hash(OBJ(tuple_new(3, (Value[]){INT(d->days), INT(d->seconds), INT(d->microseconds)})));
}

NATIVE0(TimeDelta, abs)
{
    Micros total = timedelta_micros(self);
    return OBJ(timedelta_from(&timedelta_class, total < 0 ? -total : total));
}

#define OTHER_PARAMS(P) P(ONLY, any, other, Required)
NATIVE(TimeDelta, divmod, OTHER_PARAMS)
{
    Value parts[] = {value_operate(OPERATOR_FLOORDIV, OBJ(self), a->other),
                     value_operate(OPERATOR_MOD, OBJ(self), a->other)};
    return OBJ(tuple_new(2, parts));
}

static const Method timedelta_methods[] = {METHOD(TimeDelta, total_seconds),
                                           METHOD_AS("__abs__", TimeDelta, abs),
                                           METHOD_AS("__divmod__", TimeDelta, divmod),
                                           {0}};
static const Field timedelta_fields[] = {FIELD(TimeDelta, int, days, MEMBER),
                                         FIELD(TimeDelta, int, seconds, MEMBER),
                                         FIELD(TimeDelta, int, microseconds, MEMBER),
                                         {0}};
const Class timedelta_class = {CLASS_NAMED(TimeDelta, "timedelta", "datetime", object),
                               .construct = CONSTRUCT(TimeDelta),
                               .methods = timedelta_methods,
                               .fields = timedelta_fields,
                               .repr = timedelta_repr,
                               .str = timedelta_str,
                               .binop = timedelta_binop,
                               .truth = timedelta_truth,
                               .hash = timedelta_hash,
                               .flags = CLASS_NO_ATTR | CLASS_FIXED_HASH};

/* --- tzinfo ----------------------------------------------------------------------------------- */

#define MOMENT_PARAMS(P) P(ONLY, any, dt, Required)
NATIVE(TzInfo, utcoffset, MOMENT_PARAMS)
{
    raise_exception(&NotImplementedError_class, "a tzinfo subclass must implement utcoffset()");
}

NATIVE(TzInfo, dst, MOMENT_PARAMS)
{
    raise_exception(&NotImplementedError_class, "a tzinfo subclass must implement dst()");
}

NATIVE(TzInfo, tzname, MOMENT_PARAMS)
{
    raise_exception(&NotImplementedError_class, "a tzinfo subclass must implement tzname()");
}

/* The default: standard offset first, then daylight saving at that time. */
NATIVE(TzInfo, fromutc, MOMENT_PARAMS)
{
    DateTime *moment = get_as(DateTime, a->dt, "dt");
    Value me = OBJ(self), here = a->dt;
    TimeDelta *offset = as(TimeDelta, call_method(me, "utcoffset", 1, &here));
    TimeDelta *saving = as(TimeDelta, call_method(me, "dst", 1, &here));
    if (!offset || !saving)
        raise_value("fromutc: non-None utcoffset() and dst() results required");
    Micros standard = timedelta_micros(offset) - timedelta_micros(saving);
    Value shifted =
        OBJ(datetime_from_micros(class_of(a->dt), datetime_micros(moment) + standard, me));
    saving = as(TimeDelta, call_method(me, "dst", 1, &shifted));
    Micros more = saving ? timedelta_micros(saving) : 0;
    return OBJ(
        datetime_from_micros(class_of(a->dt), datetime_micros(moment) + standard + more, me));
}

static const Method tzinfo_methods[] = {METHOD(TzInfo, utcoffset),
                                        METHOD(TzInfo, dst),
                                        METHOD(TzInfo, tzname),
                                        METHOD(TzInfo, fromutc),
                                        {0}};
const Class tzinfo_class = {CLASS_NAMED(TzInfo, "tzinfo", "datetime", object),
                            .methods = tzinfo_methods, .flags = CLASS_ANY_ATTR};

/* --- timezone --------------------------------------------------------------------------------- */

Str *offset_text(Micros offset, const char *separator)
{
    char sign = offset < 0 ? '-' : '+';
    int64_t total = (int64_t)(offset < 0 ? -offset : offset), seconds = total / 1000000;
    Buf out = {0};
    buf_format(&out, "%c%02d%s%02d", sign, (int)(seconds / 3600), separator,
               (int)(seconds / 60 % 60));
    if (seconds % 60 || total % 1000000)
        buf_format(&out, "%s%02d", separator, (int)(seconds % 60));
    if (total % 1000000)
        buf_format(&out, ".%06d", (int)(total % 1000000));
    return buf_str(&out);
}

static TimeZone *timezone_make(TimeDelta *offset, Str *name)
{
    TimeZone *zone = obj_new(TimeZone);
    zone->offset = offset;
    zone->name = name;
    return zone;
}

Value timezone_utc(void)
{
    Value utc = class_find(&timezone_class, intern("utc"));
    if (!is_set(utc)) {
        utc = OBJ(timezone_make(timedelta_from(&timedelta_class, 0), NULL));
        class_set(&timezone_class, intern("utc"), utc);
    }
    return utc;
}

Value timezone_new(int seconds)
{
    if (seconds == 0)
        return timezone_utc();
    return OBJ(timezone_make(timedelta_from(&timedelta_class, (Micros)seconds * 1000000), NULL));
}

#define TIMEZONE_PARAMS(P) P(POS, any, offset, Required) P(POS, any, name, Unset)
NATIVE_CLASS(TimeZone, construct, TIMEZONE_PARAMS)
{
    TimeDelta *offset = as(TimeDelta, a->offset);
    if (!offset)
        raise_type("timezone() argument 1 must be datetime.timedelta, not %s",
                   class_text(a->offset));
    Micros total = timedelta_micros(offset);
    if (total <= -MICROS_PER_DAY || total >= MICROS_PER_DAY)
        raise_value("offset must be a timedelta strictly between -timedelta(hours=24) and "
                    "timedelta(hours=24), not %s.",
                    value_repr(a->offset)->text);
    Str *name = is_set(a->name) ? value_find_str(a->name) : NULL;
    if (is_set(a->name) && !name)
        raise_type("timezone() argument 2 must be str, not %s", class_text(a->name));
    return total == 0 && !name ? timezone_utc() : OBJ(timezone_make(offset, name));
}

static Str *timezone_str(Value self)
{
    TimeZone *zone = (TimeZone *)self.obj;
    Micros total = timedelta_micros(zone->offset);
    return zone->name   ? zone->name
           : total == 0 ? str_from("UTC")
                        : str_format("UTC%s", offset_text(total, ":")->text);
}

static Str *timezone_repr(Value self)
{
    TimeZone *zone = (TimeZone *)self.obj;
    if (value_is(self, timezone_utc()))
        return str_from("datetime.timezone.utc");
    Str *offset = value_repr(OBJ(zone->offset));
    if (!zone->name)
        return str_format("datetime.timezone(%s)", offset->text);
    return str_format("datetime.timezone(%s, %s)", offset->text, text_repr(zone->name)->text);
}

NATIVE(TimeZone, utcoffset, MOMENT_PARAMS)
{
    return OBJ(self->offset);
}

NATIVE(TimeZone, dst, MOMENT_PARAMS)
{
    return NONE;
}

NATIVE(TimeZone, tzname, MOMENT_PARAMS)
{
    return STR(timezone_str(OBJ(self)));
}

NATIVE(TimeZone, fromutc, MOMENT_PARAMS)
{
    DateTime *moment = get_as(DateTime, a->dt, "dt");
    return OBJ(datetime_from_micros(
        class_of(a->dt), datetime_micros(moment) + timedelta_micros(self->offset), OBJ(self)));
}

/* (timezone, (offset, name)): what copying and pickling make it again of. */
NATIVE0(TimeZone, getinitargs)
{
    Value parts[] = {OBJ(self->offset), self->name ? STR(self->name) : NONE};
    return OBJ(tuple_new(self->name ? 2 : 1, parts));
}

static bool timezone_equal(Value left, Value right)
{
    TimeZone *a = as(TimeZone, left), *b = as(TimeZone, right);
    return a && b && timedelta_micros(a->offset) == timedelta_micros(b->offset);
}

static int64_t timezone_hash(Value self)
{
    return timedelta_hash(OBJ(((TimeZone *)self.obj)->offset));
}

static const Method timezone_methods[] = {METHOD(TimeZone, utcoffset),
                                          METHOD(TimeZone, dst),
                                          METHOD(TimeZone, tzname),
                                          METHOD(TimeZone, fromutc),
                                          METHOD_AS("__getinitargs__", TimeZone, getinitargs),
                                          {0}};
const Class timezone_class = {CLASS_NAMED(TimeZone, "timezone", "datetime", TzInfo),
                              .construct = CONSTRUCT(TimeZone),
                              .methods = timezone_methods,
                              .repr = timezone_repr,
                              .str = timezone_str,
                              .equal = timezone_equal,
                              .hash = timezone_hash,
                              .flags = CLASS_FINAL | CLASS_NO_ATTR};

bool tz_offset(Value tzinfo, Value moment, Micros *offset)
{
    if (is_absent(tzinfo))
        return false;
    TimeZone *zone = as(TimeZone, tzinfo);
    Value asked = zone ? OBJ(zone->offset) : call_method(tzinfo, "utcoffset", 1, &moment);
    TimeDelta *delta = as(TimeDelta, asked);
    if (!delta && !is_none(asked))
        raise_type("tzinfo.utcoffset() must return None or timedelta, not '%s'",
                   class_text(asked));
    if (!delta)
        return false;
    *offset = timedelta_micros(delta);
    return true;
}

Value tz_name(Value tzinfo, Value moment)
{
    return is_absent(tzinfo) ? NONE : call_method(tzinfo, "tzname", 1, &moment);
}
