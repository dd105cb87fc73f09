/* text.c -- display width, Python's repr and textwrap, masked passwords, near misses. */
#include "base/base.h"

#include <ctype.h>

/* --- width --------------------------------------------------------------------------------- */

static const CodeRange zero_width[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x064B, 0x065F}, {0x093C, 0x093C},
    {0x0941, 0x0948}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1160, 0x11FF},
    {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064},
    {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};
static const CodeRange double_width[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},
    {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x26AA, 0x26AB},
    {0x26BD, 0x26BE},   {0x26C4, 0x26C5},   {0x2705, 0x2705},   {0x270A, 0x270B},
    {0x274C, 0x274C},   {0x2753, 0x2755},   {0x2795, 0x2797},   {0x2B1B, 0x2B1C},
    {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x16FE0, 0x18AFF}, {0x1B000, 0x1B2FF}, {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF},
    {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A}, {0x1F200, 0x1F320}, {0x1F32D, 0x1F335},
    {0x1F337, 0x1F37C}, {0x1F37E, 0x1F393}, {0x1F3A0, 0x1F3CA}, {0x1F3E0, 0x1F3F0},
    {0x1F3F8, 0x1F43E}, {0x1F440, 0x1F440}, {0x1F442, 0x1F4FC}, {0x1F4FF, 0x1F53D},
    {0x1F550, 0x1F567}, {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5}, {0x1F6CC, 0x1F6CC},
    {0x1F6EB, 0x1F6EC}, {0x1F6F4, 0x1F6FC}, {0x1F7E0, 0x1F7EB}, {0x1F90C, 0x1F9FF},
    {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};
/* What repr() escapes, beyond ASCII. Unassigned code points are left as they are. */
static const CodeRange unprintable[] = {
    {0x0080, 0x00A0}, {0x00AD, 0x00AD}, {0x0600, 0x0605}, {0x061C, 0x061C}, {0x1680, 0x1680},
    {0x180E, 0x180E}, {0x2000, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x206F}, {0x3000, 0x3000},
    {0xD800, 0xF8FF}, {0xFEFF, 0xFEFF}, {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF}, {0xE0000, 0x10FFFF},
};
/* Beyond ASCII, everything but these counts as a letter when words are wrapped. */
static const CodeRange not_letters[] = {
    {0x0080, 0x00BF}, {0x00D7, 0x00D7}, {0x00F7, 0x00F7}, {0x2000, 0x2BFF},
    {0x3000, 0x3004}, {0x3008, 0x3020}, {0xFF00, 0xFF0F}, {0xFF1A, 0xFF20},
};

bool code_ranges_have(const CodeRange *ranges, size_t count, uint32_t c)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && c >= ranges[low].first;
}
#define IN_RANGES(ranges, c) code_ranges_have((ranges), COUNT_OF(ranges), (c))

unsigned text_char_width(uint32_t code_point)
{
    if (code_point < 0x300)
        return 1;
    if (IN_RANGES(zero_width, code_point))
        return 0;
    return IN_RANGES(double_width, code_point) ? 2 : 1;
}

unsigned text_width(const Str *s)
{
    if (str_is_ascii(s))
        return s->length;
    unsigned width = 0;
    for (const char *p = s->text, *end = p + s->length; p < end;)
        width += text_char_width(utf8_next(&p));
    return width;
}

/* --- repr ---------------------------------------------------------------------------------- */

static void repr_escape(Buf *out, uint32_t c)
{
    if (c <= 0xFF)
        buf_format(out, "\\x%02x", c);
    else if (c <= 0xFFFF)
        buf_format(out, "\\u%04x", c);
    else
        buf_format(out, "\\U%08x", c);
}

static void repr_char(Buf *out, uint32_t c, char quote)
{
    static const char named[] = "\nn\rr\tt";
    if (c == (uint32_t)quote || c == '\\') {
        buf_char(out, '\\');
        buf_char(out, (char)c);
        return;
    }
    for (const char *p = named; *p; p += 2)
        if (c == (uint32_t)*p) {
            buf_char(out, '\\');
            buf_char(out, p[1]);
            return;
        }
    if (c < ' ' || c == 0x7F || (c > 0x7F && IN_RANGES(unprintable, c)))
        repr_escape(out, c);
    else
        buf_code_point(out, c);
}

Str *text_repr(const Str *s)
{
    bool has_single = memchr(s->text, '\'', s->length),
         has_double = memchr(s->text, '"', s->length);
    char quote = has_single && !has_double ? '"' : '\'';
    Buf out = {0};
    buf_char(&out, quote);
    for (const char *p = s->text, *end = p + s->length; p < end;)
        repr_char(&out, utf8_next(&p), quote);
    buf_char(&out, quote);
    return buf_str(&out);
}

/* --- wrapping ------------------------------------------------------------------------------ */

typedef struct CodePoints {
    uint32_t *at;
    size_t length;
} CodePoints;

/* A run of text that is never broken, unless it is longer than a line. */
typedef struct Chunk {
    size_t from, to;
} Chunk;
typedef VEC(Chunk) ChunkVec;

static bool is_letter(uint32_t c)
{
    return c < 0x80 ? isalpha((int)c) || c == '_' : !IN_RANGES(not_letters, c);
}

static bool is_word(uint32_t c)
{
    return is_letter(c) || (c >= '0' && c <= '9');
}

static bool is_word_or_punctuation(uint32_t c)
{
    return is_word(c) || (c < 0x80 && c && strchr("!\"'&.,?", (int)c));
}

/* Tabs to the next eighth column, other white space to single spaces. */
static CodePoints code_points_of(const Str *s)
{
    VEC(uint32_t) points = {0};
    size_t column = 0;
    for (const char *p = s->text, *end = p + s->length; p < end;) {
        uint32_t c = utf8_next(&p);
        size_t count = c == '\t' ? 8 - column % 8 : 1;
        column = c == '\n' || c == '\r' ? 0 : column + count;
        if (c == '\t' || (c >= '\n' && c <= '\r'))
            c = ' ';
        while (count-- > 0)
            vec_push(&points, c);
    }
    return (CodePoints){points.at, points.length};
}

/* Where a dash run of two or more between words ends, or `at` when there is none at `at`. */
static size_t dash_run_end(CodePoints t, size_t at)
{
    size_t end = at;
    while (end < t.length && t.at[end] == '-')
        end++;
    bool between =
        at > 0 && is_word_or_punctuation(t.at[at - 1]) && end < t.length && is_word(t.at[end]);
    return end - at >= 2 && between ? end : at;
}

/* A hyphen at `at` after two letters (or "x-y") and before two letters: a line may end after it. */
static bool is_word_hyphen(CodePoints t, size_t at)
{
    if (t.at[at] != '-' || at < 2 || !is_letter(t.at[at - 1]))
        return false;
    if (!is_letter(t.at[at - 2]) && !(at >= 3 && t.at[at - 2] == '-' && is_letter(t.at[at - 3])))
        return false;
    if (at + 2 >= t.length || !is_letter(t.at[at + 1]))
        return false;
    if (is_letter(t.at[at + 2]))
        return true;
    return t.at[at + 2] == '-' && at + 3 < t.length && is_letter(t.at[at + 3]);
}

static size_t chunk_end(CodePoints t, size_t from)
{
    size_t end = from;
    if (t.at[from] == ' ') {
        while (end < t.length && t.at[end] == ' ')
            end++;
        return end;
    }
    if ((end = dash_run_end(t, from)) > from)
        return end;
    for (end = from + 1; end < t.length; end++) {
        if (is_word_hyphen(t, end))
            return end + 1;
        if (t.at[end] == ' ' || dash_run_end(t, end) > end)
            return end;
    }
    return end;
}

static ChunkVec split_chunks(CodePoints t)
{
    ChunkVec chunks = {0};
    for (size_t at = 0; at < t.length;) {
        Chunk chunk = {at, chunk_end(t, at)};
        vec_push(&chunks, chunk);
        at = chunk.to;
    }
    return chunks;
}

/* Where a chunk longer than a line is cut: after its last hyphen that fits, else at the edge. */
static size_t long_chunk_cut(CodePoints t, Chunk chunk, size_t room)
{
    size_t cut = chunk.from + room;
    for (size_t at = cut; at-- > chunk.from + 1;)
        if (t.at[at] == '-') {
            for (size_t before = chunk.from; before < at; before++)
                if (t.at[before] != '-')
                    return at + 1;
            break;
        }
    return cut;
}

typedef struct Wrapper {
    CodePoints text;
    ChunkVec chunks;
    size_t next; /* first chunk not placed yet */
} Wrapper;

static bool chunk_is_blank(const Wrapper *w, Chunk chunk)
{
    return w->text.at[chunk.from] == ' ';
}

/* Cuts the chunk that is longer than a whole line; what still fits goes on this one. */
static void take_part(Wrapper *w, size_t left, size_t *to)
{
    Chunk *chunk = &w->chunks.at[w->next];
    bool blank = chunk_is_blank(w, *chunk);
    chunk->from = long_chunk_cut(w->text, *chunk, left);
    if (!blank && left > 0)
        *to = chunk->from;
}

/* Takes the chunks of one line; its text is [from, to). The blank chunk at its end is dropped, but
 * not before a long word that got no room: textwrap drops its empty part instead. */
static void take_line(Wrapper *w, size_t room, size_t *from, size_t *to)
{
    size_t used = 0, blank_from = 0;
    *from = *to = w->chunks.at[w->next].from;
    for (; w->next < w->chunks.length; w->next++) {
        Chunk chunk = w->chunks.at[w->next];
        size_t length = chunk.to - chunk.from;
        if (length > room) {
            take_part(w, room - used, to);
            return;
        }
        if (used + length > room)
            break;
        used += length;
        *to = chunk.to;
        blank_from = chunk_is_blank(w, chunk) ? chunk.from : chunk.to;
    }
    *to = blank_from;
}

StrVec text_wrap(const Str *s, unsigned width, const char *first_indent, const char *next_indent)
{
    StrVec lines = {0};
    Wrapper w = {.text = code_points_of(s)};
    w.chunks = split_chunks(w.text);
    while (w.next < w.chunks.length) {
        const char *indent = lines.length ? next_indent : first_indent;
        size_t indent_length = strlen(indent), from, to;
        if (lines.length && chunk_is_blank(&w, w.chunks.at[w.next])) {
            w.next++;
            continue;
        }
        take_line(&w, width > indent_length ? width - indent_length : 1, &from, &to);
        if (from == to)
            continue;
        Buf line = {0};
        buf_text(&line, indent);
        for (size_t i = from; i < to; i++)
            buf_code_point(&line, w.text.at[i]);
        vec_push(&lines, buf_str(&line));
    }
    return lines;
}

StrVec text_wrap_lines(const Str *s, unsigned width)
{
    return text_wrap(s, width, "", "");
}

/* --- passwords ----------------------------------------------------------------------------- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* In "user:password@host" the password; false when there is none. */
static bool find_url_password(const char *authority, const char **from, const char **to)
{
    const char *p = authority;
    while (*p && !strchr(":/@?#'\"", *p) && !is_blank(*p))
        p++;
    if (*p != ':')
        return false;
    *from = ++p;
    *to = NULL;
    for (; *p && !is_blank(*p); p++)
        if (*p == '@')
            *to = p;
    return *to != NULL;
}

/* After "password=": 'quoted' or up to a blank, an ampersand or a quote. */
static const char *setting_end(const char *value)
{
    if (*value == '\'') {
        const char *p = value + 1;
        while (*p && *p != '\'')
            p += *p == '\\' && p[1] ? 2 : 1;
        return *p ? p + 1 : p;
    }
    while (*value && !is_blank(*value) && !strchr("&'\",;)", *value))
        value++;
    return value;
}

static bool starts_setting(const char *text, const char *p)
{
    return (p == text || strchr(" \t\n?&;'\"(", p[-1])) && strncmp(p, "password=", 9) == 0;
}

Str *text_mask_passwords(const Str *s)
{
    Buf out = {0};
    const char *copied = s->text, *from, *to;
    for (const char *p = s->text; *p; p++) {
        if (strncmp(p, "://", 3) == 0 && find_url_password(p + 3, &from, &to)) {
            /* masked below */
        } else if (starts_setting(s->text, p)) {
            from = p + 9;
            to = setting_end(from);
        } else {
            continue;
        }
        if (from == to)
            continue;
        buf_bytes(&out, copied, (size_t)(from - copied));
        buf_text(&out, "***");
        copied = to;
        p = to - 1;
    }
    if (copied == s->text)
        return (Str *)s;
    buf_text(&out, copied);
    return buf_str(&out);
}

/* --- near misses --------------------------------------------------------------------------- */

#define LONGEST_WORD 63

static unsigned min3(unsigned a, unsigned b, unsigned c)
{
    unsigned m = a < b ? a : b;
    return m < c ? m : c;
}

/* Edits (insert, delete, replace, swap neighbours) from a to b. */
static unsigned edit_distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    unsigned rows[3][LONGEST_WORD + 1];
    for (unsigned j = 0; j <= b_length; j++)
        rows[0][j] = j;
    for (unsigned i = 1; i <= a_length; i++) {
        unsigned *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
        row[0] = i;
        for (unsigned j = 1; j <= b_length; j++) {
            row[j] = min3(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                two_above[j - 2] + 1 < row[j])
                row[j] = two_above[j - 2] + 1;
        }
    }
    return rows[a_length % 3][b_length];
}

const char *text_closest(const char *word, const char *const *candidates, size_t count)
{
    size_t length = strlen(word);
    const char *best = NULL;
    unsigned best_distance = length < 3 ? 1 : (unsigned)length / 3 + 1;
    for (size_t i = 0; i < count && length <= LONGEST_WORD; i++) {
        size_t candidate_length = strlen(candidates[i]);
        if (candidate_length > LONGEST_WORD)
            continue;
        unsigned distance = edit_distance(word, length, candidates[i], candidate_length);
        if (distance < best_distance || (!best && distance == best_distance && length > 2)) {
            best = candidates[i];
            best_distance = distance;
        }
    }
    return best;
}
