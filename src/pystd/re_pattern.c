/* re_pattern.c -- patterns of the re module, compiled: rewritten where Python's syntax means something else than
 * PCRE2's, and refused in CPython's words. Knows nothing of matches. */
#include "pystd/re.h"
#include "base/unicode_data.h"

#include <ctype.h>

#define PATTERN_ERROR_INIT(P)                                                                      \
    P(POS, str, msg, Required) P(POS, any, pattern, None) P(POS, any, pos, None)
/* error(msg, pattern, pos): str(e) tells the place, the attributes are its parts. */
NATIVE_VALUE(PatternError, init, PATTERN_ERROR_INIT)
{
    Dict *attrs = object_attrs(self.obj);
    Str *text = a->msg;
    Value line = NONE, column = NONE;
    if (is_str(a->pattern) && value_plain(a->pos).tag == TAG_INT) {
        int64_t at = value_plain(a->pos).integer, lines = 1, start = 0;
        const char *p = a->pattern.str->text;
        for (int64_t i = 0; i < at && *p; i++)
            if (utf8_next(&p) == '\n')
                lines++, start = i + 1;
        line = INT(lines), column = INT(at - start + 1);
        text = str_format("%s at position %lld", text->text, (long long)at);
        if (memchr(a->pattern.str->text, '\n', a->pattern.str->length))
            text = str_format("%s (line %lld, column %lld)", text->text, (long long)lines,
                              (long long)column.integer);
    } else if (value_plain(a->pos).tag == TAG_INT) {
        line = INT(1), column = INT(value_plain(a->pos).integer + 1);
        text =
            str_format("%s at position %lld", text->text, (long long)value_plain(a->pos).integer);
    }
    ((BaseException *)self.obj)->args = tuple_new(1, (Value[]){STR(text)});
    dict_set_text(attrs, "msg", STR(a->msg));
    dict_set_text(attrs, "pattern", a->pattern);
    dict_set_text(attrs, "pos", a->pos);
    dict_set_text(attrs, "lineno", line);
    dict_set_text(attrs, "colno", column);
    return NONE;
}

const Class PatternError_class = {CLASS_NAMED(BaseException, "error", "re", Exception),
                                  .init = INIT(PatternError), .flags = CLASS_ANY_ATTR};

_Noreturn void raise_pattern_error(const char *message, Value pattern, int64_t pos)
{
    Value args[] = {STR(str_from(message)), pattern, pos < 0 ? NONE : INT(pos)};
    raise_object(instantiate(&PatternError_class, &(Call){.count = pos < 0 ? 1 : 3, .args = args}));
}

/* Refuses it in CPython's words, where lib/_re_errors.py finds something wrong. */
static void check_pattern(Value source, int64_t flags)
{
    Value args[] = {source, INT(flags)};
    Value found = call(library_get("_re_errors", "explain"), 2, args);
    const Tuple *parts = is_instance(found, &tuple_class) ? (const Tuple *)found.obj : NULL;
    if (parts)
        raise_pattern_error(value_str(parts->at[0])->text, source, parts->at[1].integer);
}

/* ... and else in those of whoever refused it. */
static _Noreturn void refuse_pattern(Value source, int64_t flags, const char *message, int64_t pos)
{
    check_pattern(source, flags);
    raise_pattern_error(message, source, pos);
}

/* --- Python's syntax to PCRE2's --------------------------------------------------------------- */

typedef struct Rewriter {
    Buf out;
    const char *p, *end, *start;
    Value source;
    int64_t flags;
    bool is_doubtful; /* something that PCRE2 knows and Python may not */
    Buf open;         /* a character for each group that is open: BEHIND or GROUP */
} Rewriter;

/* What PCRE2 allows behind (?<= depends on whether it stands in a group: there, its alternatives must be of one
 * length, as in Python. */
enum { GROUP = '(', BEHIND = '<' };

static _Noreturn void raise_pattern(const char *message, const Rewriter *r)
{
    refuse_pattern(r->source, r->flags, message, r->p - r->start);
}

/* \uXXXX and \UXXXXXXXX. */
static void rewrite_code_point(Rewriter *r, int digits)
{
    for (int i = 0; i < digits; i++)
        if (!isxdigit((unsigned char)r->p[1 + i]))
            raise_pattern("incomplete escape", r);
    buf_format(&r->out, "\\x{%.*s}", digits, r->p + 1);
    r->p += digits + 1;
}

/* \N{NAME}. */
static void rewrite_name(Rewriter *r)
{
    const char *close = memchr(r->p, '}', (size_t)(r->end - r->p));
    if (r->p[1] != '{' || !close)
        raise_pattern("missing {", r);
    Str *named = unicode_lookup(str_new(r->p + 2, (size_t)(close - r->p - 2)), false);
    if (!named)
        raise_pattern("undefined character name", r);
    const char *text = named->text;
    buf_format(&r->out, "\\x{%x}", utf8_next(&text));
    r->p = close + 1;
}

static void rewrite_escape(Rewriter *r, bool in_class)
{
    if (++r->p >= r->end)
        raise_pattern("bad escape (end of pattern)", r);
    char c = *r->p;
    if (c == 'u' || c == 'U') {
        rewrite_code_point(r, c == 'u' ? 4 : 8);
        return;
    }
    if (c == 'N' && !is_instance(r->source, &bytes_class)) {
        rewrite_name(r);
        return;
    }
    if (c == 'Z' && !in_class) {
        buf_text(&r->out, "\\z");
    } else if (isalpha((unsigned char)c) &&
               !strchr(in_class ? "abdDfnrsStvwWx" : "AabBdDfnrsStvwWx", c)) {
        raise_pattern("bad escape", r);
    } else {
        buf_char(&r->out, '\\');
        buf_char(&r->out, c);
    }
    r->p++;
}

static void rewrite_class(Rewriter *r)
{
    buf_char(&r->out, *r->p++);
    if (r->p < r->end && *r->p == '^')
        buf_char(&r->out, *r->p++);
    if (r->p < r->end && *r->p == ']') {
        buf_text(&r->out, "\\]");
        r->p++;
    }
    while (r->p < r->end && *r->p != ']') {
        if (*r->p == '\\') {
            rewrite_escape(r, true);
        } else {
            if (*r->p == '[')
                buf_char(&r->out, '\\');
            buf_char(&r->out, *r->p++);
        }
    }
    if (r->p >= r->end)
        raise_pattern("unterminated character set", r);
    buf_char(&r->out, *r->p++);
}

static int64_t flag_of(char c)
{
    static const char letters[] = "iLmsuxa";
    static const int values[] = {RE_I, RE_L, RE_M, RE_S, RE_U, RE_X, RE_A};
    const char *found = c ? strchr(letters, c) : NULL;
    return found ? values[found - letters] : 0;
}

/* (?aiu) for the whole pattern, and the letters PCRE2 does not know in (?i-s:...). */
static bool rewrite_flags(Rewriter *r)
{
    const char *p = r->p + 2;
    int64_t flags = 0;
    while (p < r->end && flag_of(*p))
        flags |= flag_of(*p++);
    if (p == r->p + 2 && (p >= r->end || *p != '-'))
        return false;
    if (flags & (RE_A | RE_L | RE_U) || (p < r->end && *p == '-') || r->p > r->start)
        r->is_doubtful = true;
    if (p < r->end && *p == ')') {
        r->flags |= flags;
        r->p = p + 1;
        return true;
    }
    buf_char(&r->open, GROUP);
    buf_text(&r->out, "(?");
    for (r->p += 2; r->p < r->end && *r->p != ':'; r->p++)
        if (!strchr("auL", *r->p))
            buf_char(&r->out, *r->p);
    return true;
}

/* Whether it begins as groups of Python's do. */
static bool is_usual_group(const Rewriter *r)
{
    const char *p = r->p;
    if (p[1] != '?')
        return p[1] != '*';
    if (p[2] == 'P')
        return p[3] == '<' || p[3] == '=';
    return p[2] == '<'   ? p[3] == '=' || p[3] == '!'
           : p[2] == '(' ? p[3] != '?'
                         : p[2] && strchr(":=!>#", p[2]);
}

static void rewrite_comment(Rewriter *r)
{
    const char *close = memchr(r->p, ')', (size_t)(r->end - r->p));
    if (!close)
        raise_pattern("missing ), unterminated comment", r);
    r->p = close + 1;
}

static void rewrite_group(Rewriter *r)
{
    size_t left = (size_t)(r->end - r->p);
    if (left > 2 && r->p[1] == '?' && rewrite_flags(r))
        return;
    if (!is_usual_group(r))
        r->is_doubtful = true;
    if (left > 2 && memcmp(r->p, "(?#", 3) == 0) {
        rewrite_comment(r);
        return;
    }
    if (left > 3 && (memcmp(r->p, "(?<=", 4) == 0 || memcmp(r->p, "(?<!", 4) == 0)) {
        buf_char(&r->open, BEHIND);
        buf_bytes(&r->out, r->p, 4);
        buf_text(&r->out, "(?:");
        r->p += 4;
        return;
    }
    buf_char(&r->open, GROUP);
    if (left > 3 && memcmp(r->p, "(?(", 3) == 0 && !isdigit((unsigned char)r->p[3]) &&
        r->p[3] != '?') {
        const char *close = memchr(r->p, ')', left);
        if (!close)
            raise_pattern("missing ), unterminated name", r);
        buf_format(&r->out, "(?(<%.*s>)", (int)(close - r->p - 3), r->p + 3);
        r->p = close + 1;
        return;
    }
    if (left > 4 && memcmp(r->p, "(?P<", 4) == 0 && isdigit((unsigned char)r->p[4]))
        raise_pattern("bad character in group name", r);
    buf_char(&r->out, *r->p++);
}

static void rewrite_close(Rewriter *r)
{
    size_t depth = r->open.length;
    if (depth && r->open.data[depth - 1] == BEHIND)
        buf_char(&r->out, ')');
    if (depth)
        buf_truncate(&r->open, depth - 1);
    buf_char(&r->out, *r->p++);
}

static Str *rewrite(Rewriter *r)
{
    while (r->p < r->end) {
        if (*r->p == '\\')
            rewrite_escape(r, false);
        else if (*r->p == '[')
            rewrite_class(r);
        else if (*r->p == '(')
            rewrite_group(r);
        else if (*r->p == ')')
            rewrite_close(r);
        else if (*r->p == '{' && r->p + 1 < r->end && r->p[1] == ',' && r->p > r->start) {
            buf_text(&r->out, "{0");
            r->p++;
        } else if (*r->p == '#' && (r->flags & RE_X)) {
            while (r->p < r->end && *r->p != '\n')
                r->p++;
        } else
            buf_char(&r->out, *r->p++);
    }
    if (r->is_doubtful)
        check_pattern(r->source, r->flags);
    return buf_str(&r->out);
}

/* --- compiling -------------------------------------------------------------------------------- */

static void *pattern_allocate(size_t size, void *ignored)
{
    return mem_alloc(size);
}

static void pattern_release(void *block, void *ignored)
{
}

static uint32_t compile_options(const Pattern *pattern)
{
    uint32_t options = PCRE2_NEVER_BACKSLASH_C;
    if (!pattern->is_bytes)
        options |= PCRE2_UTF | PCRE2_NO_UTF_CHECK | (pattern->flags & RE_A ? 0 : PCRE2_UCP);
    options |= pattern->flags & RE_I ? PCRE2_CASELESS : 0;
    options |= pattern->flags & RE_M ? PCRE2_MULTILINE : 0;
    options |= pattern->flags & RE_S ? PCRE2_DOTALL : 0;
    return options | (pattern->flags & RE_X ? PCRE2_EXTENDED : 0);
}

static void collect_names(Pattern *pattern)
{
    uint32_t count, entry_size;
    PCRE2_SPTR table;
    pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMECOUNT, &count);
    pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMEENTRYSIZE, &entry_size);
    pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMETABLE, &table);
    for (int64_t group = 1; group <= pattern->group_count; group++)
        for (uint32_t i = 0; i < count; i++) {
            PCRE2_SPTR entry = table + i * entry_size;
            if ((entry[0] << 8 | entry[1]) == group)
                map_put(&pattern->names, intern((const char *)entry + 2), (void *)(uintptr_t)group);
        }
}

/* Numbers of PCRE2's messages: 125, and 187 of later versions. */
enum { LOOKBEHIND_NOT_FIXED = 125, LOOKBEHIND_NOT_BOUNDED = 187 };

static pcre2_general_context *pattern_memory(void)
{
    return pcre2_general_context_create(pattern_allocate, pattern_release, NULL);
}

static pcre2_compile_context *pattern_context(void)
{
    pcre2_compile_context *context = pcre2_compile_context_create(pattern_memory());
    pcre2_set_newline(context, PCRE2_NEWLINE_LF);
    return context;
}

static void pattern_compile(Pattern *pattern, Str *text)
{
    pcre2_compile_context *context = pattern_context();
    pattern->rewritten = text;
    int code;
    size_t at;
    pattern->code = pcre2_compile((PCRE2_SPTR)text->text, text->length, compile_options(pattern),
                                  &code, &at, context);
    if (!pattern->code) {
        char message[256];
        pcre2_get_error_message(code, (PCRE2_UCHAR *)message, sizeof message);
        bool behind = code == LOOKBEHIND_NOT_FIXED || code == LOOKBEHIND_NOT_BOUNDED;
        refuse_pattern(pattern->source, pattern->flags,
                       behind ? "look-behind requires fixed-width pattern" : message,
                       behind ? -1 : (int64_t)at);
    }
    uint32_t groups;
    pcre2_pattern_info(pattern->code, PCRE2_INFO_CAPTURECOUNT, &groups);
    pattern->group_count = groups;
    pattern->data = pcre2_match_data_create_from_pattern(pattern->code, pattern_memory());
    collect_names(pattern);
}

/* In ASCII, all classes of characters are small tables, and a pattern that is used often is worth compiling to
 * machine code. What cannot be is done by `code` as before. */
void pattern_quicken(Pattern *pattern)
{
    if (!str_is_ascii(pattern->rewritten))
        return;
    int code;
    size_t at;
    uint32_t options = compile_options(pattern) & ~(PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_UCP);
    pcre2_code *quick =
        pcre2_compile((PCRE2_SPTR)pattern->rewritten->text, pattern->rewritten->length, options,
                      &code, &at, pattern_context());
    if (quick && pcre2_jit_compile(quick, PCRE2_JIT_COMPLETE) == 0)
        pattern->quick = quick;
}

bool re_find_text(Value v, const char **data, size_t *length, bool *is_bytes)
{
    Str *text = value_find_str(v);
    if (text) {
        *data = text->text;
        *length = text->length;
        *is_bytes = false;
        return true;
    }
    *is_bytes = true;
    return value_find_bytes(v, data, length);
}

Pattern *pattern_new(Value source, int64_t flags)
{
    Pattern *pattern = obj_new(Pattern);
    Rewriter r = {.flags = flags, .source = source};
    size_t length;
    if (!re_find_text(source, &r.start, &length, &pattern->is_bytes))
        raise_type("first argument must be string or compiled pattern");
    r.p = r.start;
    r.end = r.start + length;
    pattern->source = value_plain(source);
    Str *text = rewrite(&r);
    pattern->flags = r.flags | (pattern->is_bytes || r.flags & RE_A ? 0 : RE_U);
    pattern_compile(pattern, text);
    return pattern;
}
