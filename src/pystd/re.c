/* re.c -- the re module: its functions, the methods of re.Pattern, and the patterns it keeps. */
#include "pystd/re.h"

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

static Value split(Pattern *pattern, Value string, int64_t limit)
{
    Subject s = subject_get(pattern, string);
    List *parts = list_new(0);
    size_t done = 0;
    Match *match = NULL;
    for (int64_t count = 0;
         (limit <= 0 || count < limit) && (match = match_next(pattern, &s, match, 0)); count++) {
        list_append(parts, re_slice(s.string, s.text, done, match->offsets[0]));
        for (size_t i = 1; i < match->count; i++)
            list_append(parts, match_group(match, i, NONE));
        done = match->offsets[1];
    }
    list_append(parts, re_slice(s.string, s.text, done, s.length));
    return OBJ(parts);
}

static Value found_value(const Match *match)
{
    Value empty = is_str(match->string) ? STR(str_empty) : OBJ(bytes_new("", 0));
    if (match->count <= 2)
        return match_group(match, match->count - 1, empty);
    List *parts = list_new(match->count);
    for (size_t i = 1; i < match->count; i++)
        list_append(parts, match_group(match, i, empty));
    return OBJ(tuple_new(parts->length, parts->at));
}

static Subject subject_part(const Pattern *pattern, Value string, int64_t pos, int64_t endpos,
                            size_t *from)
{
    Subject s = subject_get(pattern, string);
    *from = subject_offset(&s, pos);
    if (endpos >= 0)
        s.length = subject_offset(&s, endpos);
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
    return pattern_substitute(self, a->repl, a->string, a->count, &count);
}

NATIVE(Pattern, subn, SUB_PARAMS)
{
    int64_t count;
    Value text = pattern_substitute(self, a->repl, a->string, a->count, &count);
    return OBJ(tuple_new(2, (Value[]){text, INT(count)}));
}

FUNCTION(re, sub, SUB_FUNCTION_PARAMS)
{
    int64_t count;
    return pattern_substitute(pattern_get(a->pattern, a->flags), a->repl, a->string, a->count,
                              &count);
}

FUNCTION(re, subn, SUB_FUNCTION_PARAMS)
{
    int64_t count;
    Value text =
        pattern_substitute(pattern_get(a->pattern, a->flags), a->repl, a->string, a->count, &count);
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
    if (!re_find_text(a->pattern, &s.text, &s.length, &s.is_bytes))
        raise_type("decoding to str: need a bytes-like object, %s found", class_text(a->pattern));
    Buf out = {0};
    for (size_t i = 0; i < s.length; i++) {
        if (s.text[i] && strchr("()[]{}?*+-|^$\\.&~# \t\n\r\v\f", s.text[i]))
            buf_char(&out, '\\');
        buf_char(&out, s.text[i]);
    }
    return re_text(&s, &out);
}

NATIVE0(Pattern, groupindex)
{
    Dict *dict = dict_new();
    for (size_t i = 0; i < self->names.length; i++)
        dict_set_str(dict, self->names.at[i].key, INT((int64_t)(uintptr_t)self->names.at[i].value));
    return dict->length ? call(library_get("types", "MappingProxyType"), 1, (Value[]){OBJ(dict)})
                        : OBJ(dict);
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
const Class Pattern_class = {CLASS(Pattern, "re", object),
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
