/* unicodedata.c -- the module unicodedata. */
#include "base/unicode_data.h"
#include "pystd/inside.h"
#include "pystd/pystd.h"

/* `place` is "argument" or "argument 1", as CPython says it of functions with one parameter and
 * with more. */
static uint32_t character(Value v, const char *function, const char *place)
{
    const Str *text = value_find_str(v);
    if (!text || text->characters != 1)
        raise_type("%s() %s must be a unicode character, not %s", function, place, is_none(v) ? "None" : class_text(v));
    const char *p = text->text;
    return utf8_next(&p);
}

#define CHARACTER(P)     P(ONLY, any, chr, Required)
#define OR_DEFAULT(P)    P(ONLY, any, chr, Required) P(ONLY, any, default__, Unset)
#define LOOKUP_PARAMS(P) P(ONLY, str, name, Required)
#define FORM_PARAMS(P)   P(ONLY, str, form, Required) P(ONLY, str, unistr, Required)

#define ASK(name, expression)                                                                      \
    FUNCTION(unicodedata, name, CHARACTER)                                                         \
    {                                                                                              \
        uint32_t c = character(a->chr, #name, "argument");                                         \
        return expression;                                                                         \
    }
ASK(category, STR(intern(unicode_category(c))))
ASK(bidirectional, STR(intern(unicode_bidirectional(c))))
ASK(east_asian_width, STR(intern(unicode_east_asian_width(c))))
ASK(combining, INT(unicode_combining(c)))
ASK(mirrored, INT(unicode_is_mirrored(c)))

/* "<compat> 0020 0308" */
FUNCTION(unicodedata, decomposition, CHARACTER)
{
    const char *tag;
    const Str *parts = unicode_decomposition(character(a->chr, "decomposition", "argument"), &tag);
    if (!parts)
        return STR(str_empty);
    Buf out = {0};
    if (*tag)
        buf_format(&out, "<%s>", tag);
    for (const char *p = parts->text, *end = p + parts->length; p < end;)
        buf_format(&out, "%s%04X", out.length ? " " : "", utf8_next(&p));
    return STR(buf_str(&out));
}

static Value found_or(Value found, Value fallback, const char *problem)
{
    if (!is_set(found) && !is_set(fallback))
        raise_value("%s", problem);
    return is_set(found) ? found : fallback;
}

FUNCTION(unicodedata, name, OR_DEFAULT)
{
    Str *name = unicode_name(character(a->chr, "name", "argument 1"));
    return found_or(name ? STR(name) : UNSET, a->default__, "no such name");
}

/* -1: no decimal digit */
static int decimal_digit(uint32_t c)
{
    int64_t top, bottom;
    bool is_decimal = strcmp(unicode_category(c), "Nd") == 0 && unicode_number(c, &top, &bottom);
    return is_decimal ? (int)top : -1;
}

static Value whole_or_unset(int value)
{
    return value < 0 ? UNSET : INT(value);
}

FUNCTION(unicodedata, decimal, OR_DEFAULT)
{
    int value = decimal_digit(character(a->chr, "decimal", "argument 1"));
    return found_or(whole_or_unset(value), a->default__, "not a decimal");
}

FUNCTION(unicodedata, digit, OR_DEFAULT)
{
    uint32_t c = character(a->chr, "digit", "argument 1");
    int decimal = decimal_digit(c);
    return found_or(whole_or_unset(decimal < 0 ? unicode_digit(c) : decimal), a->default__,
                    "not a digit");
}

FUNCTION(unicodedata, numeric, OR_DEFAULT)
{
    int64_t top, bottom;
    bool found = unicode_number(character(a->chr, "numeric", "argument 1"), &top, &bottom);
    Value value = found ? FLOAT((double)top / (double)bottom) : UNSET;
    return found_or(value, a->default__, "not a numeric character");
}

FUNCTION(unicodedata, lookup, LOOKUP_PARAMS)
{
    Str *text = unicode_lookup(a->name, true);
    if (!text)
        raise_exception_with(&KeyError_class,
                             STR(str_format("undefined character name '%s'", a->name->text)));
    return STR(text);
}

static NormalForm normal_form(const Str *name)
{
    static const char *const forms[] = {"NFC", "NFD", "NFKC", "NFKD"};
    for (size_t i = 0; i < COUNT_OF(forms); i++)
        if (str_is(name, forms[i]))
            return (NormalForm)i;
    raise_value("invalid normalization form");
}

FUNCTION(unicodedata, normalize, FORM_PARAMS)
{
    if (a->unistr->length == 0) /* whatever the form */
        return STR(a->unistr);
    return STR(unicode_normalize(a->unistr, normal_form(a->form)));
}

FUNCTION(unicodedata, is_normalized, FORM_PARAMS)
{
    return BOOL(str_equal(unicode_normalize(a->unistr, normal_form(a->form)), a->unistr));
}

#define F(name) EXPORT_FUNCTION(unicodedata, name)
static const Export unicodedata_exports[] = {
    F(category),
    F(bidirectional),
    F(east_asian_width),
    F(combining),
    F(mirrored),
    F(decomposition),
    F(name),
    F(decimal),
    F(digit),
    F(numeric),
    F(lookup),
    F(normalize),
    F(is_normalized),
    EXPORT_TEXT("unidata_version", "15.0.0"),
    {0},
};

const ModuleDef unicodedata_module = {
    "unicodedata", (const Export *const[]){unicodedata_exports, NULL}, false, NULL};
