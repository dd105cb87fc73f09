/* header.c -- the fast way to read a revision file's header: by its bytes, without a syntax tree.
 *
 * Thousands of files are read for every command, and nearly all begin with a docstring and four
 * plain assignments. The scanner walks the whole file, because anything further down may assign
 * again, and gives up (the caller then asks the parser, or runs the module) on all it does not know
 * for certain: the four names used at top level in any other way or inside a block that is no
 * function or class, star imports, `global`, and the calls by which a name can be set without being
 * written. */
#include "rev/rev.h"

#include "rev/inside.h"

#include <strings.h>

typedef struct Scanner {
    const char *start, *p, *end; /* *end is NUL */
    Revision *revision;
    HeaderKind verdict;
    bool is_first;    /* no statement seen yet: a string is the docstring       */
    bool in_function; /* indented lines belong to a def or class                */
    bool has_down_revision;
} Scanner;

/* --- characters ------------------------------------------------------------------------------- */

enum { WORD_START = 1, WORD = 2, QUOTE = 4, OPEN = 8, CLOSE = 16, SPECIAL = 32 };

static const unsigned char kinds[256] = {
    ['a' ... 'z'] = WORD_START | WORD,
    ['A' ... 'Z'] = WORD_START | WORD,
    ['_'] = WORD_START | WORD,
    [0x80 ... 0xFF] = WORD_START | WORD,
    ['0' ... '9'] = WORD,
    ['"'] = QUOTE,
    ['\''] = QUOTE,
    ['('] = OPEN,
    ['['] = OPEN,
    ['{'] = OPEN,
    [')'] = CLOSE,
    [']'] = CLOSE,
    ['}'] = CLOSE,
    ['\n'] = SPECIAL,
    ['\r'] = SPECIAL,
    ['#'] = SPECIAL,
    ['\\'] = SPECIAL,
    ['*'] = SPECIAL,
    ['\0'] = SPECIAL,
};

static unsigned kind(char c)
{
    return kinds[(unsigned char)c];
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static void give_up(Scanner *s, HeaderKind verdict)
{
    if (verdict > s->verdict)
        s->verdict = verdict;
}

static void skip_blanks(Scanner *s)
{
    while (*s->p == ' ' || *s->p == '\t' || *s->p == '\f')
        s->p++;
}

static void skip_line(Scanner *s)
{
    while (s->p < s->end && !is_line_end(*s->p))
        s->p++;
}

/* Blanks, line ends and comments, as they may stand inside brackets. */
static void skip_white(Scanner *s)
{
    for (;;) {
        skip_blanks(s);
        if (*s->p == '#')
            skip_line(s);
        else if (is_line_end(*s->p))
            s->p++;
        else
            return;
    }
}

/* --- words ------------------------------------------------------------------------------------ */

typedef enum WordKind {
    WORD_OTHER,
    WORD_REVISION,
    WORD_DOWN_REVISION,
    WORD_BRANCH_LABELS,
    WORD_DEPENDS_ON,
    WORD_DOC,        /* __doc__ */
    WORD_DEFINITION, /* def, async, class */
    WORD_IMPORT,     /* import, from */
    WORD_DANGER,     /* may set any name */
} WordKind;

static const struct {
    const char *text;
    size_t length;
    WordKind kind;
} words[] = {
    {"revision", 8, WORD_REVISION},
    {"down_revision", 13, WORD_DOWN_REVISION},
    {"branch_labels", 13, WORD_BRANCH_LABELS},
    {"depends_on", 10, WORD_DEPENDS_ON},
    {"__doc__", 7, WORD_DOC},
    {"def", 3, WORD_DEFINITION},
    {"async", 5, WORD_DEFINITION},
    {"class", 5, WORD_DEFINITION},
    {"import", 6, WORD_IMPORT},
    {"from", 4, WORD_IMPORT},
    {"global", 6, WORD_DANGER},
    {"globals", 7, WORD_DANGER},
    {"locals", 6, WORD_DANGER},
    {"vars", 4, WORD_DANGER},
    {"exec", 4, WORD_DANGER},
    {"eval", 4, WORD_DANGER},
    {"setattr", 7, WORD_DANGER},
    {"__dict__", 8, WORD_DANGER},
    {"modules", 7, WORD_DANGER},
};

/* The lengths of these words by their first character, one bit each: nearly all words of a file are
 * none of them, and this tells it at once. */
#define LENGTH(n) (1u << (n))
static const uint16_t word_lengths[256] = {
    ['_'] = LENGTH(7) | LENGTH(8),
    ['a'] = LENGTH(5),
    ['b'] = LENGTH(13),
    ['c'] = LENGTH(5),
    ['d'] = LENGTH(3) | LENGTH(10) | LENGTH(13),
    ['e'] = LENGTH(4),
    ['f'] = LENGTH(4),
    ['g'] = LENGTH(6) | LENGTH(7),
    ['i'] = LENGTH(6),
    ['l'] = LENGTH(6),
    ['m'] = LENGTH(7),
    ['r'] = LENGTH(8),
    ['s'] = LENGTH(7),
    ['v'] = LENGTH(4),
};

static WordKind word_kind(const char *word, size_t length)
{
    if (length > 13 || !(word_lengths[(unsigned char)word[0]] & LENGTH(length)))
        return WORD_OTHER;
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (words[i].length == length && words[i].text[0] == word[0] &&
            memcmp(words[i].text, word, length) == 0)
            return words[i].kind;
    return WORD_OTHER;
}

static bool is_header_name(WordKind word)
{
    return word >= WORD_REVISION && word <= WORD_DOC;
}

static size_t word_length(const char *p)
{
    size_t length = 0;
    while (kind(p[length]) & WORD)
        length++;
    return length;
}

/* --- strings ---------------------------------------------------------------------------------- */

static size_t quote_length(const char *p)
{
    return p[1] == p[0] && p[2] == p[0] ? 3 : 1;
}

/* From behind the opening quotes to behind the closing ones; false at a line or file end in
 * between. */
static bool skip_string_body(Scanner *s, char quote, size_t quotes)
{
    for (; s->p < s->end; s->p++) {
        if (*s->p == '\\' && s->p + 1 < s->end) {
            s->p++;
        } else if (*s->p == quote && (quotes == 1 || (s->p[1] == quote && s->p[2] == quote))) {
            s->p += quotes;
            return true;
        } else if (quotes == 1 && is_line_end(*s->p)) {
            return false;
        }
    }
    return false;
}

static void skip_string(Scanner *s)
{
    char quote = *s->p;
    size_t quotes = quote_length(s->p);
    s->p += quotes;
    if (!skip_string_body(s, quote, quotes))
        give_up(s, HEADER_UNUSUAL);
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

static const char *decode_hex(Buf *out, const char *p, size_t digits)
{
    uint32_t code_point = 0;
    for (size_t i = 0; i < digits; i++, p++) {
        int digit = hex_digit(*p);
        if (digit < 0)
            return NULL;
        code_point = code_point * 16 + (uint32_t)digit;
    }
    if (code_point == 0 || code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000))
        return NULL;
    buf_code_point(out, code_point);
    return p;
}

static char simple_escape(char c)
{
    static const char from[] = "\\'\"abfnrtv", to[] = "\\'\"\a\b\f\n\r\t\v";
    const char *at = c ? strchr(from, c) : NULL;
    return at ? to[at - from] : '\0';
}

/* p stands behind the backslash; where it goes on, or NULL for what is left to the parser. */
static const char *decode_escape(Buf *out, const char *p)
{
    char simple = simple_escape(*p);
    if (simple) {
        buf_char(out, simple);
        return p + 1;
    }
    if (is_line_end(*p))
        return p + (p[0] == '\r' && p[1] == '\n' ? 2 : 1);
    if (*p == 'x')
        return decode_hex(out, p + 1, 2);
    if (*p == 'u')
        return decode_hex(out, p + 1, 4);
    if (*p == 'N' || *p == 'U' || (*p >= '0' && *p <= '7'))
        return NULL;
    buf_char(out, '\\'); /* an unknown escape stays as it is */
    return p;
}

static bool decode(Buf *out, const char *p, const char *end, bool is_raw)
{
    while (p < end) {
        if (*p == '\\' && !is_raw) {
            p = decode_escape(out, p + 1);
            if (!p)
                return false;
        } else if (*p == '\r') {
            buf_char(out, '\n');
            p += p[1] == '\n' ? 2 : 1;
        } else {
            buf_char(out, *p++);
        }
    }
    return true;
}

/* One string literal at p onto `out`; false when there is none, or one to leave to the parser. */
static bool read_string(Scanner *s, Buf *out)
{
    bool is_raw = *s->p == 'r' || *s->p == 'R';
    const char *quote = s->p + (is_raw || *s->p == 'u' || *s->p == 'U');
    if (!(kind(*quote) & QUOTE))
        return false;
    size_t quotes = quote_length(quote);
    const char *body = s->p = quote + quotes;
    if (!skip_string_body(s, *quote, quotes))
        return false;
    size_t length = (size_t)(s->p - body) - quotes;
    if (!memchr(body, '\\', length) && !memchr(body, '\r', length)) {
        buf_bytes(out, body, length);
        return true;
    }
    return decode(out, body, body + length, is_raw);
}

/* String literals one after the other are one string. */
static Str *read_strings(Scanner *s, bool in_brackets)
{
    char room[1024];
    Buf out = BUF_IN(room);
    while (read_string(s, &out)) {
        if (in_brackets)
            skip_white(s);
        else
            skip_blanks(s);
        unsigned next = kind(*s->p);
        if (!(next & (QUOTE | WORD_START)))
            return buf_str(&out);
    }
    return NULL;
}

/* --- values ----------------------------------------------------------------------------------- */

typedef struct Literal {
    bool is_list;
    StrVec strings;
} Literal;

static bool read_none(Scanner *s)
{
    if (strncmp(s->p, "None", 4) != 0 || (kind(s->p[4]) & WORD))
        return false;
    s->p += 4;
    return true;
}

/* Behind the bracket: strings with commas between them. ("a") is no tuple, but means the same here.
 */
static bool read_list(Scanner *s, char close, Literal *out)
{
    for (;;) {
        skip_white(s);
        if (*s->p == close) {
            s->p++;
            out->is_list = out->is_list || close != ')' || !out->strings.length;
            return close != '}' || out->strings.length; /* {} is a dictionary */
        }
        Str *item = read_strings(s, true);
        if (!item)
            return false;
        vec_push(&out->strings, item);
        out->is_list = out->is_list || *s->p == ',';
        if (*s->p == ',')
            s->p++;
        else if (*s->p != close)
            return false;
    }
}

static bool read_literal(Scanner *s, Literal *out)
{
    char c = *s->p;
    if (c == '(' || c == '[' || c == '{') {
        s->p++;
        return read_list(s, c == '(' ? ')' : c == '[' ? ']' : '}', out);
    }
    if (read_none(s))
        return true;
    Str *string = read_strings(s, false);
    if (string)
        vec_push(&out->strings, string);
    return string != NULL;
}

/* Nothing but a comment up to the end of the line. */
static bool at_statement_end(Scanner *s)
{
    skip_blanks(s);
    if (*s->p == '#')
        skip_line(s);
    return is_line_end(*s->p) || s->p >= s->end;
}

/* ": annotation" up to the equals sign. */
static bool skip_annotation(Scanner *s)
{
    for (int depth = 0; s->p < s->end; s->p++) {
        unsigned k = kind(*s->p);
        if (k & QUOTE) {
            skip_string(s);
            s->p--;
        } else if (k & OPEN) {
            depth++;
        } else if (k & CLOSE) {
            depth--;
        } else if (*s->p == '=' && depth == 0) {
            return true;
        } else if ((is_line_end(*s->p) && depth == 0) || *s->p == '#' || *s->p == '\\') {
            return false;
        }
    }
    return false;
}

static bool store(Scanner *s, WordKind name, const Literal *value)
{
    Revision *r = s->revision;
    switch (name) {
    case WORD_REVISION:
        r->id = value->strings.length == 1 && !value->is_list ? value->strings.at[0] : NULL;
        return r->id != NULL;
    case WORD_DOWN_REVISION:
        s->has_down_revision = true;
        r->down_revisions = value->strings;
        return true;
    case WORD_BRANCH_LABELS:
        r->own_labels = value->strings;
        return true;
    case WORD_DEPENDS_ON:
        r->depends_on = value->strings;
        return true;
    default:
        return false;
    }
}

/* Behind one of the names: [: annotation] = literal. */
static bool read_assignment(Scanner *s, WordKind name)
{
    skip_blanks(s);
    if (*s->p == ':' && s->p[1] != '=' && !skip_annotation(s))
        return false;
    if (*s->p != '=' || s->p[1] == '=')
        return false;
    s->p++;
    skip_blanks(s);
    Literal value = {0};
    return read_literal(s, &value) && at_statement_end(s) && store(s, name, &value);
}

/* --- everything else -------------------------------------------------------------------------- */

/* A word inside a statement. Behind a dot it is an attribute, which sets no name of the module. */
static void judge_word(Scanner *s, const char *word, size_t length, bool names_allowed)
{
    WordKind found = word_kind(word, length);
    if (found == WORD_DANGER)
        give_up(s, HEADER_DYNAMIC);
    else if (is_header_name(found) && !names_allowed && (word == s->start || word[-1] != '.'))
        give_up(s, HEADER_DYNAMIC);
}

/* One character that is none of a word or a string; false: the logical line ends here. */
static bool skip_other(Scanner *s, int *depth)
{
    char c = *s->p;
    unsigned k = kind(c);
    *depth += !!(k & OPEN) - !!(k & CLOSE);
    if (c == '#') {
        skip_line(s);
        return true;
    }
    if (is_line_end(c) && *depth <= 0)
        return false;
    if (c == '\\' && s->p + 1 < s->end)
        s->p += s->p[1] == '\r' && s->p[2] == '\n' ? 2 : 1;
    s->p++;
    return true;
}

/* To the end of the logical line: over brackets, strings and continued lines. */
static void skip_statement(Scanner *s, bool names_allowed)
{
    int depth = 0;
    while (s->p < s->end) {
        const char *p = s->p;
        unsigned k;
        while (!(k = kind(*p)))
            p++;
        s->p = p;
        if (k & WORD) {
            size_t length = word_length(p);
            judge_word(s, p, length, names_allowed);
            s->p += length;
        } else if (k & QUOTE) {
            skip_string(s);
        } else if (!skip_other(s, &depth)) {
            return;
        }
    }
}

/* def revision(): ... binds the name as an assignment does. */
static void skip_definition(Scanner *s)
{
    const char *p = s->p + word_length(s->p);
    while (*p == ' ')
        p++;
    if (strncmp(p, "def ", 4) == 0)
        p += 4;
    if (is_header_name(word_kind(p, word_length(p))))
        give_up(s, HEADER_DYNAMIC);
    s->in_function = true;
    skip_statement(s, true);
}

static void skip_import(Scanner *s)
{
    const char *start = s->p;
    skip_statement(s, false);
    if (memchr(start, '*', (size_t)(s->p - start)))
        give_up(s, HEADER_DYNAMIC);
}

static void scan_word(Scanner *s)
{
    size_t length = word_length(s->p);
    WordKind word = word_kind(s->p, length);
    s->in_function = false;
    if (word == WORD_DEFINITION) {
        skip_definition(s);
    } else if (word == WORD_IMPORT) {
        skip_import(s);
    } else if (word == WORD_DOC) {
        skip_statement(s, false);
    } else if (is_header_name(word)) {
        s->p += length;
        if (!read_assignment(s, word)) {
            give_up(s, HEADER_UNUSUAL);
            skip_statement(s, true);
        }
    } else {
        skip_statement(s, false);
    }
}

/* The first statement, if it is a string, and nothing else. */
static bool scan_docstring(Scanner *s)
{
    const char *start = s->p;
    Str *text = read_strings(s, false);
    if (text && at_statement_end(s)) {
        revision_set_docstring(s->revision, text);
        return true;
    }
    size_t prefix = word_length(start); /* r, Rb, ... or any word */
    if (prefix <= 2 && (kind(start[prefix]) & QUOTE))
        give_up(s, HEADER_UNUSUAL);
    s->p = start;
    return false;
}

static void scan_line(Scanner *s)
{
    unsigned k = kind(*s->p);
    if (*s->p == '#') {
        skip_line(s);
    } else if (is_line_end(*s->p) || *s->p == '\f') {
        s->p++;
    } else if (*s->p == ' ' || *s->p == '\t') {
        skip_blanks(s);
        skip_statement(s, s->in_function);
    } else {
        bool was_first = s->is_first;
        s->is_first = false;
        if (was_first && (k & (QUOTE | WORD_START)) && scan_docstring(s))
            return;
        if (k & WORD_START)
            scan_word(s);
        else
            skip_statement(s, false);
    }
}

/* A coding comment other than UTF-8 in the first two lines. */
static bool has_other_coding(const char *text, const char *end)
{
    for (int line = 0; line < 2 && text < end; line++) {
        const char *stop = text;
        while (stop < end && !is_line_end(*stop))
            stop++;
        const char *coding = *text == '#' ? memmem(text, (size_t)(stop - text), "coding", 6) : NULL;
        if (coding && strncasecmp(coding + 6 + strspn(coding + 6, ":= \t"), "utf", 3) != 0)
            return true;
        text = stop + 1;
    }
    return false;
}

HeaderKind header_scan(const char *text, size_t length, Revision *r, bool *has_down_revision)
{
    Scanner s = {.start = text, .p = text, .end = text + length, .revision = r, .is_first = true};
    revision_set_docstring(r, NULL);
    if (has_other_coding(text, s.end) || memchr(text, '\0', length))
        return HEADER_DYNAMIC;
    while (s.p < s.end)
        scan_line(&s);
    *has_down_revision = s.has_down_revision;
    return s.verdict;
}
