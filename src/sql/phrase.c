/* phrase.c -- the words of a script that stand in SQL as they are: actions of foreign keys, index methods, operator
 * classes, storage parameters, numbers of sequences. Each is read before it is written, so that nothing else gets
 * through: a text that is not what its place takes is a CompileError that says so. */
#include "sql/inside.h"

#include <ctype.h>
#include <strings.h>

static _Noreturn void raise_phrase(Writer *w, const Str *phrase, const char *expected)
{
    raise_compile(w, "Unexpected SQL phrase: %s (expected %s)", value_repr(STR(phrase))->text, expected);
}

void check_phrase(Writer *w, const Str *phrase, const char *const *words)
{
    for (const char *const *word = words; *word; word++)
        if (strcasecmp(*word, phrase->text) == 0 && strlen(*word) == phrase->length)
            return;
    Buf list = {0};
    for (const char *const *word = words; *word; word++)
        buf_format(&list, "%s%s", word == words ? "one of " : ", ", *word);
    raise_phrase(w, phrase, buf_str(&list)->text);
}

/* --- scanning -------------------------------------------------------------------------------------------- */

static bool is_word_char(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

/* The length of a name at p: a bare one that is no reserved word, or "..." with its quotes; 0 when there is none. */
static size_t name_length(const Writer *w, const char *p)
{
    size_t length = 0;
    if (*p == '"') {
        for (length = 1; p[length] && (p[length] != '"' || p[length + 1] == '"'); length++)
            length += p[length] == '"';
        return p[length] && length > 1 ? length + 1 : 0;
    }
    if (isdigit((unsigned char)*p))
        return 0;
    while (is_word_char(p[length]) || (length && p[length] == '$'))
        length++;
    return length && !word_is_reserved(w->dialect, str_lower_ascii(str_new(p, length))) ? length : 0;
}

/* a.b.c */
static size_t dotted_length(const Writer *w, const char *p)
{
    size_t length = name_length(w, p);
    while (length && p[length] == '.') {
        size_t next = name_length(w, p + length + 1);
        if (!next)
            return 0;
        length += 1 + next;
    }
    return length;
}

static const char *skip_space(const char *p)
{
    return p + strspn(p, " \t\n");
}

static bool is_whole(const Str *text)
{
    return text->length > 0 && strlen(text->text) == text->length;
}

/* --- words of their places --------------------------------------------------------------------------------- */

void write_method(Writer *w, const Str *method)
{
    if (!is_whole(method) || name_length(w, method->text) != method->length)
        raise_phrase(w, method, "an access method");
    buf_add(&w->out, str_lower_ascii(method));
}

/* "(siglen=32, x='y')": the position behind it; NULL when it is none. */
static const char *skip_parameters(const char *p)
{
    for (p++; *p && *p != ')'; p++)
        if (*p == '\'') {
            for (p++; *p && *p != '\''; p++)
                if (*p == '\\')
                    return NULL;
            if (!*p)
                return NULL;
        } else if (!is_word_char(*p) && !strchr(" =,.-+", *p)) {
            return NULL;
        }
    return *p ? p + 1 : NULL;
}

static bool is_order_word(const char *p, size_t length)
{
    static const char *const words[] = {"asc", "desc", "nulls", "first", "last"};
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (strlen(words[i]) == length && strncasecmp(words[i], p, length) == 0)
            return true;
    return false;
}

/* ops={"a": "gist_trgm_ops(siglen=32) DESC NULLS LAST"}: a name, perhaps with parameters, then the order. */
void write_operator_class_words(Writer *w, const Str *text)
{
    const char *p = skip_space(text->text);
    size_t length = dotted_length(w, p);
    if (length && !is_order_word(p, length)) {
        p = skip_space(p + length);
        p = *p == '(' ? skip_parameters(p) : p;
    }
    while (p && *(p = skip_space(p))) {
        for (length = 0; isalpha((unsigned char)p[length]); length++)
            ;
        p = is_order_word(p, length) ? p + length : NULL;
    }
    if (!p || !is_whole(text))
        raise_phrase(w, text, "an operator class");
    write_format(w, " %s", text->text);
}

/* EXCLUDE (a WITH &&): an operator, or OPERATOR(schema.&&). */
void write_exclusion_operator(Writer *w, const Str *text)
{
    const char *p = text->text;
    bool named = strncasecmp(p, "OPERATOR(", 9) == 0;
    if (named) {
        p += 9;
        p += dotted_length(w, p);
        p += *p == '.';
    }
    size_t length = strspn(p, "+-*/<>=~!@#%^&|`?");
    bool comment = strstr(p, "--") || strstr(p, "/*");
    if (!length || comment || strcmp(p + length, named ? ")" : "") != 0 || !is_whole(text))
        raise_phrase(w, text, "an operator");
    const Str *shown = w->options.style == PARAM_PYFORMAT ? str_replace(text, "%", "%%") : text;
    write_format(w, " WITH %s", shown->text);
}

static bool is_bare_word(const char *p)
{
    if (!*p || isdigit((unsigned char)*p))
        return false;
    while (is_word_char(*p))
        p++;
    return !*p;
}

static bool is_bare_number(const char *p)
{
    p += *p == '-';
    size_t digits = strspn(p, "0123456789");
    p += digits;
    p += digits && *p == '.' ? 1 + strspn(p + 1, "0123456789") : 0;
    return digits && !*p;
}

/* WITH (fillfactor = 70): a word or a number, else a literal. */
void write_storage_parameter(Writer *w, const Str *name, Value given)
{
    if (!is_whole(name) || dotted_length(w, name->text) != name->length)
        raise_phrase(w, name, "a storage parameter");
    Str *value = value_str(given);
    write_format(w, "%s = ", name->text);
    if (is_whole(value) && (is_bare_word(value->text) || is_bare_number(value->text)))
        buf_add(&w->out, value);
    else
        write_literal(w, STR(value), type_new(TYPE_String));
}

/* "(a, b)" of ON DELETE SET NULL (a, b), as given. */
void check_column_words(Writer *w, const Str *phrase, const char *list)
{
    const char *p = list + 1;
    for (;;) {
        size_t length = name_length(w, p = skip_space(p));
        p = skip_space(p + length);
        if (!length || (*p != ',' && *p != ')'))
            raise_phrase(w, phrase, "columns in parentheses");
        if (*p++ == ')')
            break;
    }
    if (*p || !is_whole(phrase))
        raise_phrase(w, phrase, "columns in parentheses");
}

/* prefixes=["GLOBAL", "TEMPORARY"] */
void write_table_prefix(Writer *w, const Str *prefix)
{
    static const char *const words[] = {"TEMPORARY",        "TEMP",        "GLOBAL TEMPORARY", "LOCAL TEMPORARY",
                                        "GLOBAL TEMP",      "LOCAL TEMP",  "UNLOGGED",         "GLOBAL",
                                        "LOCAL",            NULL};
    check_phrase(w, prefix, words);
    write_format(w, "%s ", prefix->text);
}

/* START WITH 5: a whole number, or a text of digits. */
void write_number_word(Writer *w, Value given)
{
    Value v = value_plain(given);
    Str *text = value_str(v);
    size_t sign = text->text[0] == '-';
    bool digits = text->length > sign && strspn(text->text + sign, "0123456789") == text->length - sign;
    if (!digits || (is_str(v) && text->length > 20))
        raise_compile(w, "%s is no number", value_repr(given)->text);
    buf_add(&w->out, text);
}
