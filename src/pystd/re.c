/* re.c -- the re module over PCRE2. Patterns are rewritten where Python's syntax means something
 * else; offsets are bytes inside and code points outside. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "pystd/pystd.h"
#include "pystd/inside.h"

#include <ctype.h>
#include <pcre2.h>
#include <stdlib.h>

enum { RE_I = 2, RE_L = 4, RE_M = 8, RE_S = 16, RE_U = 32, RE_X = 64, RE_DEBUG = 128, RE_A = 256 };

typedef struct Pattern {
    Obj obj;
    Value source; /* str or bytes */
    int64_t flags, group_count;
    Map names; /* name -> (void *)(uintptr_t)number */
    pcre2_code *code;
    pcre2_match_data *data;
    bool is_bytes;
    Str *rewritten;    /* what `code` was compiled from                                      */
    pcre2_code *quick; /* the same for subjects that are bytes or ASCII, as machine code, or NULL */
    unsigned uses;     /* by such subjects, up to QUICK_USES                                 */
} Pattern;

typedef struct Match {
    Obj obj;
    Pattern *re;
    Value string;
    const char *text;
    size_t count;    /* groups and the whole */
    size_t *offsets; /* pairs of bytes; PCRE2_UNSET when a group took no part */
    size_t pos, endpos;
} Match;

static const Class Pattern_class, Match_class, PatternError_class;
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

static const Class PatternError_class = {CLASS_NAMED(BaseException, "error", "re", Exception),
                                         .init = INIT(PatternError), .flags = CLASS_ANY_ATTR};

/* pos < 0: nowhere in particular. */
static _Noreturn void raise_error(const char *message, Value pattern, int64_t pos)
{
    Value args[] = {STR(str_from(message)), pattern, pos < 0 ? NONE : INT(pos)};
    raise_object(instantiate(&PatternError_class, &(Call){.count = pos < 0 ? 1 : 3, .args = args}));
}

/* In CPython's words, where lib/_re_errors.py finds what is wrong; else in those of whoever refused it. */
static _Noreturn void refuse_pattern(Value source, int64_t flags, const char *message, int64_t pos)
{
    Value args[] = {source, INT(flags)};
    Value found = call(library_get("_re_errors", "explain"), 2, args);
    const Tuple *parts = is_instance(found, &tuple_class) ? (const Tuple *)found.obj : NULL;
    if (parts)
        raise_error(value_str(parts->at[0])->text, source, parts->at[1].integer);
    raise_error(message, source, pos);
}

/* --- Python's syntax to PCRE2's --------------------------------------------------------------- */

typedef struct Rewriter {
    Buf out;
    const char *p, *end, *start;
    Value source;
    int64_t flags;
} Rewriter;

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

static void rewrite_escape(Rewriter *r, bool in_class)
{
    if (++r->p >= r->end)
        raise_pattern("bad escape (end of pattern)", r);
    char c = *r->p;
    if (c == 'u' || c == 'U') {
        rewrite_code_point(r, c == 'u' ? 4 : 8);
        return;
    }
    if (c == 'Z' && !in_class) {
        buf_text(&r->out, "\\z");
    } else if (isalpha((unsigned char)c) &&
               !strchr(in_class ? "abdDfnrsStvwWxN" : "AabBdDfnrsStvwWxN", c)) {
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
    if (p < r->end && *p == ')') {
        r->flags |= flags;
        r->p = p + 1;
        return true;
    }
    buf_text(&r->out, "(?");
    for (r->p += 2; r->p < r->end && *r->p != ':'; r->p++)
        if (!strchr("auL", *r->p))
            buf_char(&r->out, *r->p);
    return true;
}

static void rewrite_group(Rewriter *r)
{
    size_t left = (size_t)(r->end - r->p);
    if (left > 2 && r->p[1] == '?' && rewrite_flags(r))
        return;
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

static Str *rewrite(Rewriter *r)
{
    while (r->p < r->end) {
        if (*r->p == '\\')
            rewrite_escape(r, false);
        else if (*r->p == '[')
            rewrite_class(r);
        else if (*r->p == '(')
            rewrite_group(r);
        else if (*r->p == '{' && r->p + 1 < r->end && r->p[1] == ',' && r->p > r->start) {
            buf_text(&r->out, "{0");
            r->p++;
        } else if (*r->p == '#' && (r->flags & RE_X)) {
            while (r->p < r->end && *r->p != '\n')
                r->p++;
        } else
            buf_char(&r->out, *r->p++);
    }
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

enum { QUICK_USES = 64 };

/* In ASCII, all classes of characters are small tables, and a pattern that is used often is worth compiling to
 * machine code. What cannot be is done by `code` as before. */
static void pattern_quicken(Pattern *pattern)
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

static bool source_find(Value v, const char **data, size_t *length, bool *is_bytes)
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

static Pattern *pattern_new(Value source, int64_t flags)
{
    Pattern *pattern = obj_new(Pattern);
    Rewriter r = {.flags = flags, .source = source};
    size_t length;
    if (!source_find(source, &r.start, &length, &pattern->is_bytes))
        raise_type("first argument must be string or compiled pattern");
    r.p = r.start;
    r.end = r.start + length;
    pattern->source = value_plain(source);
    Str *text = rewrite(&r);
    pattern->flags = r.flags | (pattern->is_bytes || r.flags & RE_A ? 0 : RE_U);
    pattern_compile(pattern, text);
    return pattern;
}

/* Compiled patterns are kept in an attribute of the module. */
static Dict *pattern_cache(void)
{
    return (Dict *)module_find(import_module(intern("re")), "_cache").obj;
}

static Pattern *pattern_get(Value source, Value flags)
{
    Pattern *given = as(Pattern, source);
    int64_t number = is_absent(flags) ? 0 : value_plain(flags).integer;
    if (given) {
        if (number)
            raise_value("cannot process flags argument with a compiled pattern");
        return given;
    }
    Dict *cache = pattern_cache();
    Value key = OBJ(tuple_new(2, (Value[]){source, INT(number)}));
    Value found = dict_find(cache, key);
    if (is_set(found))
        return (Pattern *)found.obj;
    Pattern *pattern = pattern_new(source, number);
    if (cache->length < 512)
        dict_set(cache, key, OBJ(pattern));
    return pattern;
}

/* --- matching --------------------------------------------------------------------------------- */

typedef struct Subject {
    Value string;
    const char *text;
    size_t length; /* up to endpos */
    bool is_bytes;
} Subject;

static Subject subject_get(const Pattern *pattern, Value string)
{
    Subject s = {.string = value_plain(string)};
    if (!source_find(string, &s.text, &s.length, &s.is_bytes))
        raise_type("expected string or bytes-like object, got '%s'",
                   class_text(string));
    if (s.is_bytes != pattern->is_bytes)
        raise_type("cannot use a %s pattern on a %s object", pattern->is_bytes ? "bytes" : "string",
                   s.is_bytes ? "bytes-like" : "string");
    return s;
}

static const pcre2_code *code_for(Pattern *pattern, const Subject *s)
{
    if (!s->is_bytes && !str_is_ascii(s->string.str))
        return pattern->code;
    if (pattern->uses < QUICK_USES && ++pattern->uses == QUICK_USES)
        pattern_quicken(pattern);
    return pattern->quick ? pattern->quick : pattern->code;
}

static int match_code(Pattern *pattern, const pcre2_code *code, const Subject *s, size_t from,
                      uint32_t options)
{
    return pcre2_match(code, (PCRE2_SPTR)s->text, s->length, from, options, pattern->data, NULL);
}

static Match *match_run(Pattern *pattern, const Subject *s, size_t from, uint32_t options)
{
    const pcre2_code *code = code_for(pattern, s);
    options |= PCRE2_NO_UTF_CHECK;
    int count = match_code(pattern, code, s, from, options);
    if (count == PCRE2_ERROR_JIT_STACKLIMIT) /* the other code takes its room from the heap */
        count = match_code(pattern, pattern->code, s, from, options);
    if (count == PCRE2_ERROR_NOMATCH)
        return NULL;
    if (count < 0) {
        char message[256];
        pcre2_get_error_message(count, (PCRE2_UCHAR *)message, sizeof message);
        raise_exception(&RuntimeError_class, "regular expression: %s", message);
    }
    Match *match = obj_new(Match);
    match->re = pattern;
    match->string = s->string;
    match->text = s->text;
    match->count = (size_t)pattern->group_count + 1;
    match->offsets = new_array(size_t, match->count * 2);
    memcpy(match->offsets, pcre2_get_ovector_pointer(pattern->data),
           match->count * 2 * sizeof(size_t));
    match->pos = from;
    match->endpos = s->length;
    return match;
}

/* Code points to bytes, clamped. */
static size_t offset_of(const Subject *s, int64_t index)
{
    if (index < 0)
        return 0;
    if (s->is_bytes)
        return (size_t)index < s->length ? (size_t)index : s->length;
    size_t most = s->string.str->characters;
    return str_offset(s->string.str, (size_t)index < most ? (size_t)index : most);
}

static int64_t index_of(const Match *match, size_t offset)
{
    return is_str(match->string) ? (int64_t)str_index(match->string.str, offset) : (int64_t)offset;
}

static Value piece(Value string, const char *text, size_t from, size_t to)
{
    return is_str(string) ? STR(str_slice_bytes(string.str, from, to))
                          : OBJ(bytes_new(text + from, to - from));
}

static Value group_value(const Match *match, size_t group, Value missing)
{
    size_t from = match->offsets[2 * group], to = match->offsets[2 * group + 1];
    return from == PCRE2_UNSET ? missing : piece(match->string, match->text, from, to);
}

static size_t group_number(const Match *match, Value group)
{
    group = value_plain(group);
    if (is_str(group)) {
        void *number = map_find(&match->re->names, group.str);
        if (number)
            return (size_t)(uintptr_t)number;
    } else if (group.tag == TAG_INT && group.integer >= 0 && (size_t)group.integer < match->count) {
        return (size_t)group.integer;
    }
    raise_exception(&IndexError_class, "no such group");
}

#define GROUPS_PARAMS(P) P(REST, list, groups, Empty)
NATIVE(Match, group, GROUPS_PARAMS)
{
    if (a->groups->length == 0)
        return group_value(self, 0, NONE);
    List *parts = list_new(a->groups->length);
    for (size_t i = 0; i < a->groups->length; i++)
        list_append(parts, group_value(self, group_number(self, a->groups->at[i]), NONE));
    return parts->length == 1 ? parts->at[0] : OBJ(tuple_new(parts->length, parts->at));
}

#define DEFAULT_PARAMS(P) P(POS, any, default__, None)
NATIVE(Match, groups, DEFAULT_PARAMS)
{
    List *parts = list_new(self->count);
    for (size_t i = 1; i < self->count; i++)
        list_append(parts, group_value(self, i, a->default__));
    return OBJ(tuple_new(parts->length, parts->at));
}

NATIVE(Match, groupdict, DEFAULT_PARAMS)
{
    Dict *dict = dict_new();
    for (size_t i = 0; i < self->re->names.length; i++) {
        const MapEntry *entry = &self->re->names.at[i];
        dict_set_str(dict, entry->key,
                     group_value(self, (size_t)(uintptr_t)entry->value, a->default__));
    }
    return OBJ(dict);
}

#define GROUP_PARAMS(P) P(ONLY, any, group, Zero)
static Value bound(const Match *match, Value group, size_t side)
{
    size_t offset = match->offsets[2 * group_number(match, group) + side];
    return INT(offset == PCRE2_UNSET ? -1 : index_of(match, offset));
}

NATIVE(Match, start, GROUP_PARAMS)
{
    return bound(self, a->group, 0);
}

NATIVE(Match, end, GROUP_PARAMS)
{
    return bound(self, a->group, 1);
}

NATIVE(Match, span, GROUP_PARAMS)
{
    return OBJ(tuple_new(2, (Value[]){bound(self, a->group, 0), bound(self, a->group, 1)}));
}

static void expand_template(Buf *out, const Match *match, const char *p, const char *end);

#define TEMPLATE_PARAMS(P) P(POS, any, template, Required)
NATIVE(Match, expand, TEMPLATE_PARAMS)
{
    const char *text;
    size_t length;
    bool is_bytes;
    if (!source_find(a->template, &text, &length, &is_bytes))
        raise_type("expected a template");
    Buf out = {0};
    expand_template(&out, self, text, text + length);
    return is_bytes ? OBJ(bytes_new(out.data ? out.data : "", out.length)) : STR(buf_str(&out));
}

NATIVE0(Match, lastindex)
{
    size_t last = 0, last_end = 0;
    for (size_t i = 1; i < self->count; i++)
        if (self->offsets[2 * i] != PCRE2_UNSET && (!last || self->offsets[2 * i + 1] > last_end))
            last = i, last_end = self->offsets[2 * i + 1];
    return last ? INT((int64_t)last) : NONE;
}

NATIVE0(Match, lastgroup)
{
    Value last = Match_lastindex(self, &(Match_lastindex_Args){0});
    for (size_t i = 0; !is_none(last) && i < self->re->names.length; i++)
        if ((int64_t)(uintptr_t)self->re->names.at[i].value == last.integer)
            return STR(self->re->names.at[i].key);
    return NONE;
}

NATIVE0(Match, pos)
{
    return INT(index_of(self, self->pos));
}

NATIVE0(Match, endpos)
{
    return INT(index_of(self, self->endpos));
}

static Value match_subscript(Value self, Value key)
{
    Match *match = (Match *)self.obj;
    return group_value(match, group_number(match, key), NONE);
}

static Str *match_repr(Value self)
{
    Match *match = (Match *)self.obj;
    return str_format("<re.Match object; span=(%lld, %lld), match=%s>",
                      (long long)index_of(match, match->offsets[0]),
                      (long long)index_of(match, match->offsets[1]),
                      value_repr(group_value(match, 0, NONE))->text);
}

static bool match_truth(Value self)
{
    return true;
}

static const Method match_methods[] = {
    METHOD(Match, group),  METHOD(Match, groups),      METHOD(Match, groupdict),
    METHOD(Match, start),  METHOD(Match, end),         METHOD(Match, span),
    METHOD(Match, expand), PROPERTY(Match, lastindex), PROPERTY(Match, lastgroup),
    PROPERTY(Match, pos),  PROPERTY(Match, endpos),    {0}};
static const Field match_fields[] = {
    FIELD(Match, any, string, READONLY), FIELD(Match, obj, re, READONLY), {0}};
static const Class Match_class = {
    CLASS(Match, "re", object), .class_subscript = generic_class_subscript, /* Match[str] */
    .methods = match_methods,   .fields = match_fields,
    .repr = match_repr,         .subscript = match_subscript,
    .truth = match_truth,       .flags = CLASS_FINAL | CLASS_ABSTRACT};

/* --- replacement templates -------------------------------------------------------------------- */

static void add_group(Buf *out, const Match *match, size_t group)
{
    if (group >= match->count)
        raise_error(str_format("invalid group reference %zu", group)->text, NONE, -1);
    if (match->offsets[2 * group] != PCRE2_UNSET)
        buf_bytes(out, match->text + match->offsets[2 * group],
                  match->offsets[2 * group + 1] - match->offsets[2 * group]);
}

/* \g<name> or \g<1>, p behind the g. */
static _Noreturn void refuse_template(const char *message, const char *start, const char *end,
                                      const char *at)
{
    Str *whole = str_new(start, (size_t)(end - start));
    raise_error(message, STR(whole), (int64_t)str_index(whole, (size_t)(at - start)));
}

static const char *expand_named(Buf *out, const Match *match, const char *start, const char *p,
                                const char *end)
{
    const char *close = p < end && *p == '<' ? memchr(p, '>', (size_t)(end - p)) : NULL;
    if (!close)
        raise_error("missing <", NONE, -1);
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

static void expand_template(Buf *out, const Match *match, const char *p, const char *end)
{
    const char *start = p;
    static const char escapes[] = "n\nt\tr\rf\fv\va\ab\b\\\\";
    while (p < end) {
        if (*p != '\\' || p + 1 == end) {
            buf_char(out, *p++);
            continue;
        }
        char c = *++p;
        if (c == 'g') {
            p = expand_named(out, match, start, p + 1, end);
        } else if (c == '0') {
            buf_char(out, '\0');
            p++;
        } else if (isdigit((unsigned char)c)) {
            size_t number = (size_t)(c - '0');
            const char *digits = p;
            if (++p < end && isdigit((unsigned char)*p))
                number = number * 10 + (size_t)(*p++ - '0');
            if (number >= match->count)
                refuse_template(str_format("invalid group reference %zu", number)->text, start, end,
                                digits);
            add_group(out, match, number);
        } else {
            const char *found = NULL;
            for (const char *e = escapes; *e && !found; e += 2)
                found = *e == c ? e : NULL;
            if (!found && isalpha((unsigned char)c))
                refuse_template(str_format("bad escape \\%c", c)->text, start, end, p - 1);
            if (!found)
                buf_char(out, '\\');
            buf_char(out, found ? found[1] : c);
            p++;
        }
    }
}

/* --- searching on and on ---------------------------------------------------------------------- */

/* After an empty match the next one may not be empty at the same place. */
static Match *match_next(Pattern *pattern, const Subject *s, const Match *previous, size_t from)
{
    if (!previous)
        return match_run(pattern, s, from, 0);
    bool empty = previous->offsets[0] == previous->offsets[1];
    return match_run(pattern, s, previous->offsets[1], empty ? PCRE2_NOTEMPTY_ATSTART : 0);
}

static Value buffer_value(const Subject *s, const Buf *out)
{
    return s->is_bytes ? OBJ(bytes_new(out->data ? out->data : "", out->length))
                       : STR(buf_str(out));
}

static void add_replacement(Buf *out, const Match *match, Value replacement)
{
    const char *text;
    size_t length;
    bool is_bytes;
    if (source_find(replacement, &text, &length, &is_bytes)) {
        expand_template(out, match, text, text + length);
        return;
    }
    Value made = call1(replacement, OBJ(match));
    if (!source_find(made, &text, &length, &is_bytes))
        raise_type("expected str instance, %s found", class_text(made));
    buf_bytes(out, text, length);
}

/* A template that is wrong is refused even where nothing matches. */
static void check_template(Pattern *pattern, Value replacement)
{
    const char *text;
    size_t length;
    bool is_bytes;
    if (!source_find(replacement, &text, &length, &is_bytes) || !memchr(text, '\\', length))
        return;
    size_t count = (size_t)pattern->group_count + 1;
    size_t *offsets = new_array(size_t, 2 * count);
    for (size_t i = 0; i < 2 * count; i++)
        offsets[i] = PCRE2_UNSET;
    Match nothing = {.re = pattern, .count = count, .offsets = offsets};
    Buf out = {0};
    expand_template(&out, &nothing, text, text + length);
}

static Value substitute(Pattern *pattern, Value replacement, Value string, int64_t limit,
                        int64_t *count)
{
    Subject s = subject_get(pattern, string);
    Buf out = {0};
    size_t done = 0;
    Match *match = NULL;
    *count = 0;
    check_template(pattern, replacement);
    while ((limit <= 0 || *count < limit) && (match = match_next(pattern, &s, match, 0))) {
        buf_bytes(&out, s.text + done, match->offsets[0] - done);
        add_replacement(&out, match, replacement);
        done = match->offsets[1];
        ++*count;
    }
    buf_bytes(&out, s.text + done, s.length - done);
    return buffer_value(&s, &out);
}

static Value split(Pattern *pattern, Value string, int64_t limit)
{
    Subject s = subject_get(pattern, string);
    List *parts = list_new(0);
    size_t done = 0;
    Match *match = NULL;
    for (int64_t count = 0;
         (limit <= 0 || count < limit) && (match = match_next(pattern, &s, match, 0)); count++) {
        list_append(parts, piece(s.string, s.text, done, match->offsets[0]));
        for (size_t i = 1; i < match->count; i++)
            list_append(parts, group_value(match, i, NONE));
        done = match->offsets[1];
    }
    list_append(parts, piece(s.string, s.text, done, s.length));
    return OBJ(parts);
}

static Value found_value(const Match *match)
{
    Value empty = is_str(match->string) ? STR(str_empty) : OBJ(bytes_new("", 0));
    if (match->count <= 2)
        return group_value(match, match->count - 1, empty);
    List *parts = list_new(match->count);
    for (size_t i = 1; i < match->count; i++)
        list_append(parts, group_value(match, i, empty));
    return OBJ(tuple_new(parts->length, parts->at));
}

static Subject subject_part(const Pattern *pattern, Value string, int64_t pos, int64_t endpos,
                            size_t *from)
{
    Subject s = subject_get(pattern, string);
    *from = offset_of(&s, pos);
    if (endpos >= 0)
        s.length = offset_of(&s, endpos);
    return s;
}

static Value find_all(Pattern *pattern, Value string, int64_t pos, int64_t endpos, bool matches)
{
    size_t from;
    Subject s = subject_part(pattern, string, pos, endpos, &from);
    List *found = list_new(0);
    for (Match *match = NULL; from <= s.length && (match = match_next(pattern, &s, match, from));)
        list_append(found, matches ? OBJ(match) : found_value(match));
    return OBJ(found);
}

static Value match_once(Pattern *pattern, Value string, int64_t pos, int64_t endpos,
                        uint32_t options)
{
    size_t from;
    Subject s = subject_part(pattern, string, pos, endpos, &from);
    return from > s.length ? NONE : OBJ(match_run(pattern, &s, from, options));
}

/* --- methods and functions -------------------------------------------------------------------- */

#define ONCE_PARAMS(P)                                                                             \
    P(POS, any, string, Required) P(POS, int, pos, Zero) P(POS, int, endpos, MinusOne)
#define ONCE_FUNCTION_PARAMS(P)                                                                    \
    P(POS, any, pattern, Required) P(POS, any, string, Required) P(POS, any, flags, Zero)
#define ONCE(name, options)                                                                        \
    NATIVE(Pattern, name, ONCE_PARAMS)                                                             \
    {                                                                                              \
        return match_once(self, a->string, a->pos, a->endpos, options);                            \
    }                                                                                              \
    FUNCTION(re, name, ONCE_FUNCTION_PARAMS)                                                       \
    {                                                                                              \
        return match_once(pattern_get(a->pattern, a->flags), a->string, 0, -1, options);           \
    }
ONCE(search, 0)
ONCE(match, PCRE2_ANCHORED)
ONCE(fullmatch, PCRE2_ANCHORED | PCRE2_ENDANCHORED)

NATIVE(Pattern, findall, ONCE_PARAMS)
{
    return find_all(self, a->string, a->pos, a->endpos, false);
}

NATIVE(Pattern, finditer, ONCE_PARAMS)
{
    return value_iter(find_all(self, a->string, a->pos, a->endpos, true));
}

FUNCTION(re, findall, ONCE_FUNCTION_PARAMS)
{
    return find_all(pattern_get(a->pattern, a->flags), a->string, 0, -1, false);
}

FUNCTION(re, finditer, ONCE_FUNCTION_PARAMS)
{
    return value_iter(find_all(pattern_get(a->pattern, a->flags), a->string, 0, -1, true));
}

#define SUB_PARAMS(P)                                                                              \
    P(POS, any, repl, Required) P(POS, any, string, Required) P(POS, int, count, Zero)
#define SUB_FUNCTION_PARAMS(P) P(POS, any, pattern, Required) SUB_PARAMS(P) P(POS, any, flags, Zero)
NATIVE(Pattern, sub, SUB_PARAMS)
{
    int64_t count;
    return substitute(self, a->repl, a->string, a->count, &count);
}

NATIVE(Pattern, subn, SUB_PARAMS)
{
    int64_t count;
    Value text = substitute(self, a->repl, a->string, a->count, &count);
    return OBJ(tuple_new(2, (Value[]){text, INT(count)}));
}

FUNCTION(re, sub, SUB_FUNCTION_PARAMS)
{
    int64_t count;
    return substitute(pattern_get(a->pattern, a->flags), a->repl, a->string, a->count, &count);
}

FUNCTION(re, subn, SUB_FUNCTION_PARAMS)
{
    int64_t count;
    Value text =
        substitute(pattern_get(a->pattern, a->flags), a->repl, a->string, a->count, &count);
    return OBJ(tuple_new(2, (Value[]){text, INT(count)}));
}

#define SPLIT_PARAMS(P) P(POS, any, string, Required) P(POS, int, maxsplit, Zero)
#define SPLIT_FUNCTION_PARAMS(P)                                                                   \
    P(POS, any, pattern, Required) SPLIT_PARAMS(P) P(POS, any, flags, Zero)
NATIVE(Pattern, split, SPLIT_PARAMS)
{
    return split(self, a->string, a->maxsplit);
}

FUNCTION(re, split, SPLIT_FUNCTION_PARAMS)
{
    return split(pattern_get(a->pattern, a->flags), a->string, a->maxsplit);
}

#define COMPILE_PARAMS(P) P(POS, any, pattern, Required) P(POS, any, flags, Zero)
FUNCTION(re, compile, COMPILE_PARAMS)
{
    return OBJ(pattern_get(a->pattern, a->flags));
}

FUNCTION(re, purge, NO_PARAMS)
{
    return NONE;
}

#define ESCAPE_PARAMS(P) P(POS, any, pattern, Required)
FUNCTION(re, escape, ESCAPE_PARAMS)
{
    Subject s = {.string = a->pattern};
    if (!source_find(a->pattern, &s.text, &s.length, &s.is_bytes))
        raise_type("expected string or bytes-like object");
    Buf out = {0};
    for (size_t i = 0; i < s.length; i++) {
        if (s.text[i] && strchr("()[]{}?*+-|^$\\.&~# \t\n\r\v\f", s.text[i]))
            buf_char(&out, '\\');
        buf_char(&out, s.text[i]);
    }
    return buffer_value(&s, &out);
}

NATIVE0(Pattern, groupindex)
{
    Dict *dict = dict_new();
    for (size_t i = 0; i < self->names.length; i++)
        dict_set_str(dict, self->names.at[i].key, INT((int64_t)(uintptr_t)self->names.at[i].value));
    return OBJ(dict);
}

static Str *pattern_repr(Value self)
{
    static const struct {
        int64_t flag;
        const char *name;
    } shown[] = {{RE_I, "re.IGNORECASE"}, {RE_L, "re.LOCALE"},  {RE_M, "re.MULTILINE"},
                 {RE_S, "re.DOTALL"},     {RE_X, "re.VERBOSE"}, {RE_A, "re.ASCII"}};
    Pattern *pattern = (Pattern *)self.obj;
    Buf out = {0};
    buf_format(&out, "re.compile(%s", value_repr(pattern->source)->text);
    const char *mark = ", ";
    for (size_t i = 0; i < COUNT_OF(shown); i++)
        if (pattern->flags & shown[i].flag) {
            buf_format(&out, "%s%s", mark, shown[i].name);
            mark = "|";
        }
    buf_char(&out, ')');
    return buf_str(&out);
}

static const Method pattern_methods[] = {METHOD(Pattern, search),       METHOD(Pattern, match),
                                         METHOD(Pattern, fullmatch),    METHOD(Pattern, findall),
                                         METHOD(Pattern, finditer),     METHOD(Pattern, sub),
                                         METHOD(Pattern, subn),         METHOD(Pattern, split),
                                         PROPERTY(Pattern, groupindex), {0}};
static const Field pattern_fields[] = {FIELD_AS("pattern", Pattern, any, source, READONLY),
                                       FIELD(Pattern, int, flags, READONLY),
                                       FIELD_AS("groups", Pattern, int, group_count, READONLY),
                                       {0}};
static const Class Pattern_class = {CLASS(Pattern, "re", object),
                                    .methods = pattern_methods,
                                    .class_subscript = generic_class_subscript,
                                    .fields = pattern_fields,
                                    .repr = pattern_repr,
                                    .flags = CLASS_FINAL | CLASS_ABSTRACT};

static Value make_cache(void)
{
    return OBJ(dict_new());
}

static const Export re_exports[] = {EXPORT_MAKE("_cache", make_cache),
                                    EXPORT_CLASS(Pattern),
                                    EXPORT_CLASS(Match),
                                    EXPORT_CLASS_AS("error", PatternError),
                                    EXPORT_CLASS(PatternError),
                                    EXPORT_FUNCTION(re, compile),
                                    EXPORT_FUNCTION(re, search),
                                    EXPORT_FUNCTION(re, match),
                                    EXPORT_FUNCTION(re, fullmatch),
                                    EXPORT_FUNCTION(re, findall),
                                    EXPORT_FUNCTION(re, finditer),
                                    EXPORT_FUNCTION(re, sub),
                                    EXPORT_FUNCTION(re, subn),
                                    EXPORT_FUNCTION(re, split),
                                    EXPORT_FUNCTION(re, escape),
                                    EXPORT_FUNCTION(re, purge),
                                    {0}};

static Value re_getattr(Str *name)
{
    return library_find("_re_more", name);
}

const ModuleDef re_module = {"re", (const Export *const[]){re_exports, NULL}, false, re_getattr};
