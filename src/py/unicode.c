/* unicode.c -- properties and case mappings of code points, from the generated tables. */
#include "py/py.h"
#include "py/internal.h"
#include "py/unicode.h"

/* first, first + step, ... last become themselves plus `difference`. */
typedef struct CaseRange {
    uint32_t first, last, step;
    int32_t difference;
} CaseRange;

typedef struct LongCase {
    uint32_t from, to[3];
} LongCase;

#include "py/unicode.inc"

#define PREDICATE(name, table)                                                                     \
    bool unicode_is_##name(uint32_t c)                                                             \
    {                                                                                              \
        return code_ranges_have(table, COUNT_OF(table), c);                                        \
    }
PREDICATE(alpha, alphabetic)
PREDICATE(lower, lower_case)
PREDICATE(upper, upper_case)
PREDICATE(title, title_case)
PREDICATE(digit, digits)
PREDICATE(numeric, numeric)
PREDICATE(space_beyond_ascii, spaces)
PREDICATE(identifier_start, identifier_starts)
PREDICATE(identifier_part, identifier_parts)
PREDICATE(case_ignorable, case_ignorable)

bool unicode_is_printable(uint32_t c)
{
    if (c < 0x7F)
        return c >= 0x20;
    return !code_ranges_have(unprintable, COUNT_OF(unprintable), c);
}

int unicode_decimal(uint32_t c)
{
    for (size_t i = 0; i < COUNT_OF(decimal_zeros); i++)
        if (c >= decimal_zeros[i] && c < decimal_zeros[i] + 10)
            return (int)(c - decimal_zeros[i]);
    return -1;
}

/* Stretches of the same step are sorted by first; neighbours of step 2 may interleave. */
static uint32_t map_single(const CaseRange *ranges, size_t count, uint32_t c)
{
    for (size_t i = 0; i < count && ranges[i].first <= c; i++)
        if (c <= ranges[i].last && (c - ranges[i].first) % ranges[i].step == 0)
            return c + (uint32_t)ranges[i].difference;
    return c;
}

static bool put_long(const LongCase *rows, size_t count, uint32_t c, Buf *out)
{
    for (size_t i = 0; i < count && rows[i].from <= c; i++) {
        if (rows[i].from != c)
            continue;
        for (size_t k = 0; k < 3 && rows[i].to[k]; k++)
            buf_code_point(out, rows[i].to[k]);
        return true;
    }
    return false;
}

static const struct {
    const CaseRange *ranges;
    size_t range_count;
    const LongCase *rows;
    size_t row_count;
} mappings[] = {
    [CASE_LOWER] = {to_lower, COUNT_OF(to_lower), long_lower, COUNT_OF(long_lower)},
    [CASE_UPPER] = {to_upper, COUNT_OF(to_upper), long_upper, COUNT_OF(long_upper)},
    [CASE_TITLE] = {to_title, COUNT_OF(to_title), long_title, COUNT_OF(long_title)},
    [CASE_FOLD] = {to_fold, COUNT_OF(to_fold), long_fold, COUNT_OF(long_fold)},
};

static uint32_t map_ascii(UnicodeCase mapping, uint32_t c)
{
    bool up = mapping == CASE_UPPER || mapping == CASE_TITLE;
    if (up && c >= 'a' && c <= 'z')
        return c - 32;
    return !up && c >= 'A' && c <= 'Z' ? c + 32 : c;
}

void unicode_put(Buf *out, UnicodeCase mapping, uint32_t c)
{
    if (c < 0x80)
        buf_char(out, (char)map_ascii(mapping, c));
    else if (!put_long(mappings[mapping].rows, mappings[mapping].row_count, c, out))
        buf_code_point(out, map_single(mappings[mapping].ranges, mappings[mapping].range_count, c));
}
