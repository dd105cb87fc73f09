/* re_substitute.c -- replacing what a pattern finds: templates with groups in them, sub() and subn(). */
#include "pystd/re.h"

#include <ctype.h>
#include <stdlib.h>

/* --- replacement templates -------------------------------------------------------------------- */

static void add_group(Buf *out, const Match *match, size_t group)
{
    if (group >= match->count)
        raise_pattern_error(str_format("invalid group reference %zu", group)->text, NONE, -1);
    if (match->offsets[2 * group] != PCRE2_UNSET)
        buf_bytes(out, match->text + match->offsets[2 * group],
                  match->offsets[2 * group + 1] - match->offsets[2 * group]);
}

static _Noreturn void refuse_template(const char *message, const char *start, const char *end,
                                      const char *at)
{
    Str *whole = str_new(start, (size_t)(end - start));
    raise_pattern_error(message, STR(whole), (int64_t)str_index(whole, (size_t)(at - start)));
}

/* \g<name> or \g<1>, p behind the g. */
static const char *expand_named(Buf *out, const Match *match, const char *start, const char *p,
                                const char *end)
{
    if (p >= end || *p != '<')
        refuse_template("missing <", start, end, p);
    const char *close = memchr(p, '>', (size_t)(end - p));
    if (!close || close == p + 1)
        refuse_template(close || p + 1 == end ? "missing group name"
                                              : "missing >, unterminated name",
                        start, end, p + 1);
    Str *name = intern_bytes(p + 1, (size_t)(close - p - 1));
    if (isdigit((unsigned char)name->text[0])) {
        size_t number = (size_t)strtoul(name->text, NULL, 10);
        if (number >= match->count)
            refuse_template(str_format("invalid group reference %zu", number)->text, start, end,
                            p + 1);
        add_group(out, match, number);
    } else {
        void *number = map_find(&match->re->names, name);
        if (!number)
            raise_exception(&IndexError_class, "unknown group name %s", text_repr(name)->text);
        add_group(out, match, (size_t)(uintptr_t)number);
    }
    return close + 1;
}

/* A group of one or two digits. */
static const char *expand_number(Buf *out, const Match *match, const char *start, const char *p,
                                 const char *end)
{
    const char *digits = p;
    size_t number = (size_t)(*p++ - '0');
    if (p < end && isdigit((unsigned char)*p))
        number = number * 10 + (size_t)(*p++ - '0');
    if (number >= match->count)
        refuse_template(str_format("invalid group reference %zu", number)->text, start, end,
                        digits);
    add_group(out, match, number);
    return p;
}

/* \n and its like; the backslash stays before what is no letter. */
static void expand_escape(Buf *out, const char *start, const char *p, const char *end)
{
    static const char escapes[] = "n\nt\tr\rf\fv\va\ab\b\\\\";
    const char *found = NULL;
    for (const char *e = escapes; *e && !found; e += 2)
        found = *e == *p ? e : NULL;
    if (!found && isalpha((unsigned char)*p))
        refuse_template(str_format("bad escape \\%c", *p)->text, start, end, p - 1);
    if (!found)
        buf_char(out, '\\');
    buf_char(out, found ? found[1] : *p);
}

void template_expand(Buf *out, const Match *match, const char *p, const char *end)
{
    const char *start = p;
    while (p < end) {
        if (*p != '\\') {
            buf_char(out, *p++);
            continue;
        }
        if (p + 1 == end)
            refuse_template("bad escape (end of pattern)", start, end, p);
        p++;
        if (*p == 'g') {
            p = expand_named(out, match, start, p + 1, end);
        } else if (*p == '0') {
            buf_char(out, '\0');
            p++;
        } else if (isdigit((unsigned char)*p)) {
            p = expand_number(out, match, start, p, end);
        } else {
            expand_escape(out, start, p++, end);
        }
    }
}

Value re_text(const Subject *s, const Buf *out)
{
    return s->is_bytes ? OBJ(bytes_new(out->data ? out->data : "", out->length))
                       : STR(buf_str(out));
}

static void add_replacement(Buf *out, const Match *match, Value replacement)
{
    const char *text;
    size_t length;
    bool is_bytes;
    if (re_find_text(replacement, &text, &length, &is_bytes)) {
        template_expand(out, match, text, text + length);
        return;
    }
    Value made = call1(replacement, OBJ(match));
    if (!re_find_text(made, &text, &length, &is_bytes))
        raise_type("expected str instance, %s found", class_text(made));
    buf_bytes(out, text, length);
}

/* A template that is wrong is refused even where nothing matches. */
static void check_template(Pattern *pattern, Value replacement)
{
    const char *text;
    size_t length;
    bool is_bytes;
    bool is_text = re_find_text(replacement, &text, &length, &is_bytes);
    if (!is_text && !is_callable(replacement) && !value_is_opaque(replacement))
        raise_type("decoding to str: need a bytes-like object, %s found", class_text(replacement));
    if (!is_text || !memchr(text, '\\', length))
        return;
    size_t count = (size_t)pattern->group_count + 1;
    size_t *offsets = new_array(size_t, 2 * count);
    for (size_t i = 0; i < 2 * count; i++)
        offsets[i] = PCRE2_UNSET;
    Match nothing = {.re = pattern, .count = count, .offsets = offsets};
    Buf out = {0};
    template_expand(&out, &nothing, text, text + length);
}

Value pattern_substitute(Pattern *pattern, Value replacement, Value string, int64_t limit,
                         int64_t *count)
{
    check_template(pattern, replacement);
    Subject s = subject_get(pattern, string);
    Buf out = {0};
    size_t done = 0;
    Match *match = NULL;
    *count = 0;
    while ((limit <= 0 || *count < limit) && (match = match_next(pattern, &s, match, 0))) {
        buf_bytes(&out, s.text + done, match->offsets[0] - done);
        add_replacement(&out, match, replacement);
        done = match->offsets[1];
        ++*count;
    }
    buf_bytes(&out, s.text + done, s.length - done);
    return re_text(&s, &out);
}
