/* duration.c -- spans of time as people write them. */
#include "base/base.h"

#include <math.h>
#include <stdlib.h>

static const struct {
    const char *name;
    double seconds;
} units[] = {
    {"ms", 1e-3},  {"s", 1},      {"sec", 1},     {"secs", 1},     {"second", 1},  {"seconds", 1},
    {"m", 60},     {"min", 60},   {"mins", 60},   {"minute", 60},  {"minutes", 60}, {"h", 3600},
    {"hour", 3600}, {"hours", 3600}, {"d", 86400}, {"day", 86400}, {"days", 86400},
};

static double unit_seconds(const char *name, size_t length)
{
    if (length == 0)
        return 1;
    for (size_t i = 0; i < COUNT_OF(units); i++)
        if (strlen(units[i].name) == length && strncmp(units[i].name, name, length) == 0)
            return units[i].seconds;
    return -1;
}

bool duration_parse(const Str *text, double *seconds)
{
    const Str *lower = str_lower_ascii(str_trim(text));
    const char *at = lower->text;
    double sum = 0;
    do {
        char *end;
        if (*at < '0' || *at > '9')
            return false;
        double number = strtod(at, &end);
        at = end + strspn(end, " ");
        size_t length = strspn(at, "abcdefghijklmnopqrstuvwxyz");
        double unit = unit_seconds(at, length);
        if (unit < 0 || !isfinite(number))
            return false;
        sum += number * unit;
        at += length + strspn(at + length, " ");
    } while (*at);
    *seconds = sum;
    return true;
}

Str *duration_text(double seconds)
{
    static const struct {
        const char *name;
        long seconds;
    } parts[] = {{"d", 86400}, {"h", 3600}, {"min", 60}, {"s", 1}};
    if (seconds > 0 && seconds < 0.9995)
        return str_format("%.0fms", seconds * 1000);
    long left = lround(seconds), shown = 0;
    Buf out = {0};
    for (size_t i = 0; i < COUNT_OF(parts) && shown < 2; i++) {
        long count = left / parts[i].seconds;
        left %= parts[i].seconds;
        if (count == 0)
            continue;
        buf_format(&out, "%s%ld%s", out.length ? " " : "", count, parts[i].name);
        shown++;
    }
    return out.length ? buf_str(&out) : str_from("0s");
}
