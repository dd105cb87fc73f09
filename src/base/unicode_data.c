/* unicode_data.c -- properties and decompositions of code points, from the generated tables. */
#include "base/unicode_data.h"

typedef struct Record {
    uint8_t category, bidirectional, combining, width, mirrored;
} Record;

typedef struct Composition {
    uint32_t first, second, composed;
} Composition;

/* first and the `count - 1` ones behind it have the values top, top + 1, ... over bottom. */
typedef struct NumberRun {
    uint32_t first;
    uint16_t count, bottom;
    int64_t top;
} NumberRun;

#include "base/unicode_data.inc"
#include "base/unicode_compose.h"

static const Record *record_of(uint32_t c)
{
    return &records[pages[(size_t)page_of[c / PAGE] * PAGE + c % PAGE]];
}

const char *unicode_category(uint32_t c)
{
    return categories[record_of(c)->category];
}

const char *unicode_bidirectional(uint32_t c)
{
    return bidirectional[record_of(c)->bidirectional];
}

const char *unicode_east_asian_width(uint32_t c)
{
    return widths[record_of(c)->width];
}

unsigned unicode_combining(uint32_t c)
{
    return record_of(c)->combining;
}

bool unicode_is_mirrored(uint32_t c)
{
    return record_of(c)->mirrored != 0;
}

static const NumberRun *find_run(const NumberRun *runs, size_t count, uint32_t c)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c >= runs[middle].first + runs[middle].count)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && c >= runs[low].first ? &runs[low] : NULL;
}

bool unicode_number(uint32_t c, int64_t *top, int64_t *bottom)
{
    const NumberRun *run = find_run(numbers, COUNT_OF(numbers), c);
    if (!run)
        return false;
    *top = run->top + (c - run->first);
    *bottom = run->bottom;
    return true;
}

int unicode_digit(uint32_t c)
{
    const NumberRun *run = find_run(digits, COUNT_OF(digits), c);
    return run ? (int)(run->top + (c - run->first)) : -1;
}

/* --- decomposition ---------------------------------------------------------------------------- */

enum { CODE_BITS = 21, CODE_MASK = (1 << CODE_BITS) - 1 };

Str *unicode_decomposition(uint32_t c, const char **tag)
{
    size_t low = 0, high = COUNT_OF(decomposition_codes);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > (decomposition_codes[middle] & CODE_MASK))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == COUNT_OF(decomposition_codes) || (decomposition_codes[low] & CODE_MASK) != c)
        return NULL;
    *tag = decomposition_tags[decomposition_codes[low] >> CODE_BITS];
    const char *text = (const char *)decomposition_text;
    size_t from = decomposition_offsets[low];
    return str_new(text + from, decomposition_offsets[low + 1] - from);
}

uint32_t unicode_compose(uint32_t first, uint32_t second)
{
    size_t low = 0, high = COUNT_OF(compositions);
    while (low < high) {
        size_t middle = (low + high) / 2;
        const Composition *row = &compositions[middle];
        if (row->first < first || (row->first == first && row->second < second))
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < COUNT_OF(compositions) && compositions[low].first == first &&
                 compositions[low].second == second;
    return found ? compositions[low].composed : 0;
}
