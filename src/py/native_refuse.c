/* native_refuse.c -- the words by which natives refuse a call, as CPython's.
 *
 * CPython speaks two ways. What is written in Python there (sqlalchemy, alembic, most of the library) says
 * "f() missing 1 required positional argument: 'x'"; what is written in C (the built-in types and
 * functions) says "f expected 1 argument, got 0" when it takes positions only, "f() missing required
 * argument 'x' (pos 1)" when it knows names, and a few old functions have words of their own. */
#include "py/py.h"
#include "py/internal.h"
#include "py/native_refuse.h"

#include <ctype.h>

enum { PARAM_MAX = 64 };

/* --- names ------------------------------------------------------------------------------------------- */

static const char *const lower_case_classes[] = {
    "int",       "float",     "str",      "bytes",       "bytearray",    "list",
    "dict",      "tuple",     "set",      "range",       "slice",        "bool",
    "type",      "object",    "property", "date",        "time",         "datetime",
    "frozenset", "timedelta", "timezone", "classmethod", "staticmethod", "super",
    "generator", "coroutine", "async_generator",
};

/* C structs of built-in types whose script names are lower-case. */
static const char *const struct_names[][2] = {
    {"List", "list"},   {"Tuple", "tuple"}, {"Dict", "dict"},           {"Set", "set"},
    {"Slice", "slice"}, {"Range", "range"}, {"Filter", "filter"},       {"Frozenset", "frozenset"},
    {"Map", "map"},     {"Zip", "zip"},     {"Super", "super"},         {"Enumerate", "enumerate"},
    {"AnySet", "set"},  {"Bytes", "bytes"}, {"Wrapper", "classmethod"}, {"Property", "property"},
    {"Bool", "bool"},   {"Reversed", "reversed"}, {"Date", "date"},         {"Time", "time"},
    {"DateTime", "datetime"}, {"TimeDelta", "timedelta"}, {"TimeZone", "timezone"},
};

static const char *find_struct_name(const Native *native)
{
    for (size_t i = 0; i < COUNT_OF(struct_names); i++)
        if (strcmp(native->owner, struct_names[i][0]) == 0)
            return struct_names[i][1];
    return NULL;
}

static const char *owner_text(const Native *native)
{
    const char *name = find_struct_name(native);
    return name ? name : native->owner;
}

static bool is_lower_case_class(const Native *native)
{
    for (size_t i = 0; i < COUNT_OF(lower_case_classes); i++)
        if (strcmp(native->owner, lower_case_classes[i]) == 0)
            return true;
    return false;
}

/* Natives of classes are shown as Class.method, functions of modules by their name alone. */
static bool is_method(const Native *native)
{
    return isupper((unsigned char)native->owner[0]) ||
           (native->owner[0] == '_' && isupper((unsigned char)native->owner[1])) ||
           is_lower_case_class(native);
}

/* Whether CPython has it in C. */
static bool is_c_function(const Native *native)
{
    return strcmp(native->owner, "builtins") == 0 || find_struct_name(native) ||
           is_lower_case_class(native);
}

size_t native_name_length(const char *name)
{
    size_t n = strlen(name);
    bool is_dunder = n > 4 && name[0] == '_' && name[1] == '_';
    return !is_dunder && n > 2 && name[n - 1] == '_' && name[n - 2] == '_' ? n - 2 : n;
}

Str *native_script_name(const char *name)
{
    return str_new(name, native_name_length(name));
}

static bool is_class_call(const Native *native)
{
    return strcmp(native->name, "construct") == 0 ||
           (strcmp(native->name, "init") == 0 && is_c_function(native));
}

/* One struct may have several classes: init_String is that of String, init_PG_TIME that of a dialect's TIME. */
static const char *init_of(const Native *native)
{
    const char *name = native->name;
    if (strncmp(name, "init_", 5) != 0 || !(isupper((unsigned char)name[5]) || name[5] == '_'))
        return NULL;
    static const char *const dialects[] = {"init_PG_", "init_SQLITE_", "init_"};
    size_t i = 0;
    while (strncmp(name, dialects[i], strlen(dialects[i])) != 0)
        i++;
    return name + strlen(dialects[i]);
}

const char *native_label(const Native *native)
{
    if (strcmp(native->name, "init") == 0 || strcmp(native->name, "construct") == 0)
        return owner_text(native);
    return native_script_name(native->name)->text;
}

const char *native_qualname(const Native *native)
{
    if (is_class_call(native) || !is_method(native))
        return native_label(native);
    if (strcmp(native->name, "init") == 0)
        return str_format("%s.__init__", owner_text(native))->text;
    const char *class = init_of(native);
    if (class)
        return str_format("%s.__init__", class)->text;
    return str_format("%s.%s", owner_text(native), native_script_name(native->name)->text)->text;
}

/* --- the wrong type ---------------------------------------------------------------------------------- */

static const char *const type_words[] = {"object", "str",   "bool", "bool",  "int", "float",
                                         "list",   "tuple", "dict", "bytes", "type"};

static const char *type_or_none(Value v)
{
    return is_none(v) ? "None" : class_of(v)->name;
}

/* Methods of text from the time before CPython's functions were generated: they count their arguments
 * in other words and do not say which one is wrong. */
static const struct {
    const char *name;
    bool counts;
} old_text_methods[] = {
    {"find", true},       {"rfind", true},    {"index", true},      {"rindex", true},     {"count", true},
    {"startswith", true}, {"endswith", true}, {"partition", false}, {"rpartition", false},
};

static bool is_old_text_method(const Native *native, bool counts)
{
    bool is_text = strcmp(native->owner, "str") == 0 || strcmp(native->owner, "bytes") == 0;
    for (size_t i = 0; is_text && i < COUNT_OF(old_text_methods); i++)
        if (strcmp(native_label(native), old_text_methods[i].name) == 0)
            return old_text_methods[i].counts || !counts;
    return false;
}

static _Noreturn void refuse_type_in_c(const Native *native, const Param *param, Value v)
{
    const char *word = type_words[param->type], *label = native_label(native);
    if (param->type == PTYPE_int)
        raise_type("'%s' object cannot be interpreted as an integer", class_text(v));
    if (param->type == PTYPE_float)
        raise_type("must be real number, not %s", class_text(v));
    if (is_old_text_method(native, false))
        raise_type("must be %s, not %s", word, class_text(v));
    if (param->kind != PARAM_ONLY)
        raise_type("%s() argument '%s' must be %s, not %s", label,
                   native_script_name(param->name)->text, word, type_or_none(v));
    if (native->count == 1)
        raise_type("%s() argument must be %s, not %s", label, word, type_or_none(v));
    raise_type("%s() argument %zu must be %s, not %s", label, (size_t)(param - native->params) + 1, word,
               type_or_none(v));
}

_Noreturn void refuse_type(const Native *native, const Param *param, Value v)
{
    if (is_c_function(native) || param->kind == PARAM_ONLY)
        refuse_type_in_c(native, param, v);
    bool takes_none = param->fallback == DEFAULT_None || param->fallback == DEFAULT_Unset;
    raise_type("%s() argument '%s' must be %s%s, not %s", native_label(native),
               native_script_name(param->name)->text, type_words[param->type],
               takes_none ? " or None" : "", type_or_none(v));
}

/* --- too many, too few --------------------------------------------------------------------------------- */

typedef struct Arity {
    size_t only, positional, required; /* ONLY rows; those and POS rows; those without default */
    bool has_rest, only_positional, has_key;
} Arity;

static Arity native_arity(const Native *native)
{
    Arity arity = {.only_positional = true};
    for (size_t i = 0; i < native->count; i++) {
        const Param *p = &native->params[i];
        if (p->kind == PARAM_ONLY || p->kind == PARAM_POS) {
            arity.positional++;
            arity.required += p->fallback == DEFAULT_Required;
        }
        arity.only += p->kind == PARAM_ONLY;
        arity.has_rest |= p->kind == PARAM_REST;
        arity.has_key |= p->kind == PARAM_KEY;
        arity.only_positional &= p->kind == PARAM_ONLY || (p->kind == PARAM_KWREST && is_c_function(native));
    }
    return arity;
}

static const char *plural(size_t n)
{
    return n == 1 ? "" : "s";
}

/* Functions that take positions only. */
static _Noreturn void refuse_count_plain(const Native *native, Arity arity, size_t given)
{
    const char *name = native_label(native);
    bool exact = arity.positional == arity.required, too_few = given < arity.required;
    size_t limit = too_few ? arity.required : arity.positional;
    if (is_old_text_method(native, true))
        raise_type("%s() takes at %s %zu argument%s (%zu given)", name, too_few ? "least" : "most", limit,
                   plural(limit), given);
    if (arity.positional == 0)
        raise_type("%s() takes no arguments (%zu given)", native_qualname(native), given);
    if (arity.positional == 1 && arity.required == 1 && !is_class_call(native))
        raise_type("%s() takes exactly one argument (%zu given)", native_qualname(native), given);
    raise_type("%s expected %s%zu argument%s, got %zu", name,
               exact     ? ""
               : too_few ? "at least "
                         : "at most ",
               limit, plural(limit), given);
}

static _Noreturn void refuse_count_in_c(const Native *native, Arity arity, const Call *call)
{
    const char *name = native_label(native);
    size_t given = call->count, all = given + call->keyword_count;
    if (arity.has_key && arity.positional == 0)
        raise_type("%s() takes no positional arguments", name);
    if (arity.has_key)
        raise_type("%s() takes %s %zu positional argument%s (%zu given)", name,
                   arity.required == arity.positional ? "exactly" : "at most", arity.positional,
                   plural(arity.positional), given);
    raise_type("%s() takes at most %zu argument%s (%zu given)", name, arity.positional,
               plural(arity.positional), all);
}

/* sorted() unpacks its one argument by hand. */
static bool counts_by_hand(const Native *native)
{
    return is_c_function(native) && strcmp(native->name, "sorted") == 0;
}

_Noreturn void refuse_count(const Native *native, const Call *call)
{
    Arity arity = native_arity(native);
    if (counts_by_hand(native))
        raise_type("%s expected 1 argument, got %zu", native->name, call->count);
    size_t given = call->count;
    if (arity.only_positional)
        refuse_count_plain(native, arity, given);
    if (is_c_function(native))
        refuse_count_in_c(native, arity, call);
    size_t self = is_method(native) && !is_class_call(native);
    size_t least = arity.required + self, most = arity.positional + self;
    const char *name = native_qualname(native);
    const char *verb = given + self == 1 ? "was" : "were";
    if (least == most)
        raise_type("%s() takes %zu positional argument%s but %zu %s given", name, most, plural(most),
                   given + self, verb);
    raise_type("%s() takes from %zu to %zu positional arguments but %zu %s given", name, least, most,
               given + self, verb);
}

/* --- missing ----------------------------------------------------------------------------------------- */

static bool is_missing(const Param *p, bool keyword_only, bool filled)
{
    bool counts = keyword_only ? p->kind == PARAM_KEY : p->kind == PARAM_ONLY || p->kind == PARAM_POS;
    return counts && p->fallback == DEFAULT_Required && !filled;
}

static size_t count_missing(const Native *native, bool keyword_only, uint64_t filled)
{
    size_t n = 0;
    for (size_t i = 0; i < native->count; i++)
        n += is_missing(&native->params[i], keyword_only, filled >> i & 1);
    return n;
}

/* 'a' · 'a' and 'b' · 'a', 'b', and 'c' */
static Str *list_missing(const Native *native, bool keyword_only, uint64_t filled, size_t total)
{
    Buf list = {0};
    size_t n = 0;
    for (size_t i = 0; i < native->count; i++) {
        const Param *p = &native->params[i];
        if (!is_missing(p, keyword_only, filled >> i & 1))
            continue;
        if (n > 0)
            buf_text(&list, total == 2 ? " and " : n + 1 == total ? ", and " : ", ");
        buf_format(&list, "'%s'", native_script_name(p->name)->text);
        n++;
    }
    return buf_str(&list);
}

static _Noreturn void refuse_missing_in_c(const Native *native, Arity arity, const Call *call, uint64_t filled)
{
    size_t i = 0;
    while (!is_missing(&native->params[i], native->params[i].kind == PARAM_KEY, filled >> i & 1))
        i++;
    if (native->params[i].kind == PARAM_ONLY)
        raise_type("%s() takes %s %zu positional argument%s (%zu given)", native_label(native),
                   arity.only < arity.positional ? "at least" : "exactly", arity.only, plural(arity.only),
                   call->count);
    raise_type("%s() missing required argument '%s' (pos %zu)", native_label(native),
               native_script_name(native->params[i].name)->text, i + 1);
}

_Noreturn void refuse_missing(const Native *native, const Call *call, uint64_t filled)
{
    Arity arity = native_arity(native);
    if (counts_by_hand(native))
        raise_type("%s expected 1 argument, got %zu", native->name, call->count);
    if (arity.only_positional && native->count)
        refuse_count_plain(native, arity, call->count);
    if (is_c_function(native) && !arity.has_rest)
        refuse_missing_in_c(native, arity, call, filled);
    size_t count = count_missing(native, false, filled);
    bool keyword_only = count == 0;
    if (keyword_only)
        count = count_missing(native, true, filled);
    raise_type("%s() missing %zu required %s argument%s: %s", native_qualname(native), count,
               keyword_only ? "keyword-only" : "positional", plural(count),
               list_missing(native, keyword_only, filled, count)->text);
}

/* --- keywords ---------------------------------------------------------------------------------------- */

Str *native_suggest(const Native *native, const Str *keyword)
{
    const char *candidates[PARAM_MAX];
    size_t count = 0;
    for (size_t i = 0; i < native->count; i++)
        if (native->params[i].kind == PARAM_POS || native->params[i].kind == PARAM_KEY)
            candidates[count++] = native_script_name(native->params[i].name)->text;
    const char *closest = text_closest(keyword->text, candidates, count);
    return closest ? str_format("did you mean '%s'?", closest) : NULL;
}

const char *native_int_type(const Native *native)
{
    static const char *const of_longs[] = {"Date", "DateTime", "Time"};
    for (size_t i = 0; i < COUNT_OF(of_longs); i++)
        if (strcmp(native->owner, of_longs[i]) == 0)
            return "long";
    return "ssize_t";
}

_Noreturn void refuse_keyword(const Native *native, const Str *keyword)
{
    Arity arity = native_arity(native);
    bool only_rest = is_c_function(native) && arity.has_rest && !arity.has_key && arity.only == arity.positional;
    if (only_rest || is_old_text_method(native, true))
        raise_type("%s() takes no keyword arguments", native_label(native));
    if (arity.only_positional)
        raise_type("%s() takes no keyword arguments", native_qualname(native));
    Str *message = is_c_function(native)
                       ? str_format("'%s' is an invalid keyword argument for %s()", keyword->text,
                                    native_label(native))
                       : str_format("%s() got an unexpected keyword argument '%s'",
                                    native_qualname(native), keyword->text);
    Err *err = exception_error(exception_new(&TypeError_class, STR(message)));
    err->hint = native_suggest(native, keyword);
    err_raise(err);
}

_Noreturn void refuse_twice(const Native *native, size_t i)
{
    const char *name = native_script_name(native->params[i].name)->text;
    if (is_c_function(native))
        raise_type("argument for %s() given by name ('%s') and position (%zu)", native_label(native), name, i + 1);
    raise_type("%s() got multiple values for argument '%s'", native_qualname(native), name);
}
