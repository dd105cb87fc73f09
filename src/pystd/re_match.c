/* re_match.c -- running a pattern on a text, and what that gives: re.Match. */
#include "pystd/re.h"

Subject subject_get(const Pattern *pattern, Value string)
{
    Subject s = {.string = value_plain(string)};
    if (!re_find_text(string, &s.text, &s.length, &s.is_bytes))
        raise_type("expected string or bytes-like object, got '%s'",
                   class_text(string));
    if (s.is_bytes != pattern->is_bytes)
        raise_type("cannot use a %s pattern on a %s object", pattern->is_bytes ? "bytes" : "string",
                   s.is_bytes ? "bytes-like" : "string-like");
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

Match *match_run(Pattern *pattern, const Subject *s, size_t from, uint32_t options)
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
size_t subject_offset(const Subject *s, int64_t index)
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

Value re_slice(Value string, const char *text, size_t from, size_t to)
{
    return is_str(string) ? STR(str_slice_bytes(string.str, from, to))
                          : OBJ(bytes_new(text + from, to - from));
}

Value match_group(const Match *match, size_t group, Value missing)
{
    size_t from = match->offsets[2 * group], to = match->offsets[2 * group + 1];
    return from == PCRE2_UNSET ? missing : re_slice(match->string, match->text, from, to);
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
        return match_group(self, 0, NONE);
    List *parts = list_new(a->groups->length);
    for (size_t i = 0; i < a->groups->length; i++)
        list_append(parts, match_group(self, group_number(self, a->groups->at[i]), NONE));
    return parts->length == 1 ? parts->at[0] : OBJ(tuple_new(parts->length, parts->at));
}

#define DEFAULT_PARAMS(P) P(POS, any, default__, None)
NATIVE(Match, groups, DEFAULT_PARAMS)
{
    List *parts = list_new(self->count);
    for (size_t i = 1; i < self->count; i++)
        list_append(parts, match_group(self, i, a->default__));
    return OBJ(tuple_new(parts->length, parts->at));
}

NATIVE(Match, groupdict, DEFAULT_PARAMS)
{
    Dict *dict = dict_new();
    for (size_t i = 0; i < self->re->names.length; i++) {
        const MapEntry *entry = &self->re->names.at[i];
        dict_set_str(dict, entry->key,
                     match_group(self, (size_t)(uintptr_t)entry->value, a->default__));
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

/* The spans of all groups, the whole first. */
NATIVE(Match, regs, NO_PARAMS)
{
    List *spans = list_new((size_t)self->re->group_count + 1);
    for (int64_t i = 0; i <= self->re->group_count; i++)
        list_append(spans,
                    OBJ(tuple_new(2, (Value[]){bound(self, INT(i), 0), bound(self, INT(i), 1)})));
    return OBJ(tuple_new(spans->length, spans->at));
}

#define TEMPLATE_PARAMS(P) P(POS, any, template, Required)
NATIVE(Match, expand, TEMPLATE_PARAMS)
{
    const char *text;
    size_t length;
    bool is_bytes;
    if (!re_find_text(a->template, &text, &length, &is_bytes))
        raise_type("expected a template");
    Buf out = {0};
    template_expand(&out, self, text, text + length);
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
    return match_group(match, group_number(match, key), NONE);
}

static Str *match_repr(Value self)
{
    Match *match = (Match *)self.obj;
    return str_format("<re.Match object; span=(%lld, %lld), match=%s>",
                      (long long)index_of(match, match->offsets[0]),
                      (long long)index_of(match, match->offsets[1]),
                      value_repr(match_group(match, 0, NONE))->text);
}

static bool match_truth(Value self)
{
    return true;
}

static const Method match_methods[] = {METHOD(Match, group),
                                       METHOD(Match, groups),
                                       METHOD(Match, groupdict),
                                       METHOD(Match, start),
                                       METHOD(Match, end),
                                       METHOD(Match, span),
                                       METHOD(Match, expand),
                                       PROPERTY(Match, lastindex),
                                       PROPERTY(Match, lastgroup),
                                       PROPERTY(Match, pos),
                                       PROPERTY(Match, endpos),
                                       PROPERTY(Match, regs),
                                       {0}};
static const Field match_fields[] = {
    FIELD(Match, any, string, READONLY), FIELD(Match, obj, re, READONLY), {0}};
const Class Match_class = {
    CLASS(Match, "re", object), .class_subscript = generic_class_subscript, /* Match[str] */
    .methods = match_methods,   .fields = match_fields,
    .repr = match_repr,         .subscript = match_subscript,
    .truth = match_truth,       .flags = CLASS_FINAL | CLASS_ABSTRACT};

/* After an empty match the next one may not be empty at the same place. */
Match *match_next(Pattern *pattern, const Subject *s, const Match *previous, size_t from)
{
    if (!previous)
        return match_run(pattern, s, from, 0);
    bool empty = previous->offsets[0] == previous->offsets[1];
    return match_run(pattern, s, previous->offsets[1], empty ? PCRE2_NOTEMPTY_ATSTART : 0);
}
