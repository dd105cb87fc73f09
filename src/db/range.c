/* range.c -- ranges and multiranges of PostgreSQL taken apart: "[1,5)", "empty", "{[1,2),[4,5)}". */
#include "db/driver.h"

typedef struct RangeReader {
    const char *at;
    const Str *whole;
} RangeReader;

static _Noreturn void raise_range(const Str *text)
{
    raise_database("db.cell.range", NULL, "malformed range literal: \"%s\"", text->text);
}

static CellKind bound_kind(CellKind range)
{
    switch (range) {
    case CELL_INT_RANGE:
        return CELL_INT64;
    case CELL_NUMERIC_RANGE:
        return CELL_NUMERIC;
    case CELL_DATE_RANGE:
        return CELL_DATE;
    case CELL_TIMESTAMP_RANGE:
        return CELL_TIMESTAMP;
    case CELL_TIMESTAMPTZ_RANGE:
        return CELL_TIMESTAMPTZ;
    default:
        BUG("not a kind of range");
    }
}

static char read_any(RangeReader *r, const char *allowed)
{
    if (!*r->at || !strchr(allowed, *r->at))
        raise_range(r->whole);
    return *r->at++;
}

/* Quotes may stand anywhere in a bound; without any text it is open. */
static Cell read_bound(RangeReader *r, CellKind kind)
{
    Buf text = {0};
    bool is_quoted = false, has_text = false;
    for (; *r->at && (is_quoted || !strchr(",])", *r->at)); r->at++) {
        has_text = true;
        if (*r->at == '"' && is_quoted && r->at[1] == '"')
            buf_char(&text, *r->at++);
        else if (*r->at == '"')
            is_quoted = !is_quoted;
        else if (*r->at == '\\' && r->at[1])
            buf_char(&text, *++r->at);
        else
            buf_char(&text, *r->at);
    }
    return has_text ? cell_printed(kind, text.length ? text.data : "", text.length) : cell_null();
}

CellRange cell_range(const Cell *range)
{
    RangeReader r = {range->text->text, range->text};
    CellRange made = {.is_empty = str_is(range->text, "empty")};
    if (made.is_empty)
        return made;
    CellKind kind = bound_kind(range->kind);
    made.bounds[0] = read_any(&r, "[(");
    made.lower = read_bound(&r, kind);
    read_any(&r, ",");
    made.upper = read_bound(&r, kind);
    made.bounds[1] = read_any(&r, "])");
    return made;
}

/* To behind the bracket that ends a range. */
static const char *skip_range(const char *p)
{
    for (bool is_quoted = false; *p; p++) {
        if (*p == '\\' && p[1])
            p++;
        else if (*p == '"')
            is_quoted = !is_quoted;
        else if (!is_quoted && (*p == ']' || *p == ')'))
            return p + 1;
    }
    return p;
}

CellVec cell_multirange(CellKind range_kind, const Str *text)
{
    CellVec ranges = {0};
    RangeReader r = {text->text, text};
    for (read_any(&r, "{"); *r.at != '}'; r.at += *r.at == ',') {
        const char *end = skip_range(r.at);
        if (!*end)
            raise_range(text);
        Cell range = {.kind = range_kind, .text = str_new(r.at, (size_t)(end - r.at))};
        vec_push(&ranges, range);
        r.at = end;
    }
    return ranges;
}
