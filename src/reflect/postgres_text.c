/* postgres_text.c -- SQL that PostgreSQL printed, to be read by it again. */
#include "reflect/inside.h"

#include <string.h>

static const char opening[] = "ARRAY[";

/* The end of a literal and its cast, 'a'::character varying; NULL for anything else. *type: where the cast begins. */
static const char *literal_end(const char *p, const char **type)
{
    if (*p != '\'')
        return NULL;
    for (p++; *p && !(*p == '\'' && p[1] != '\''); p++)
        p += *p == '\'';
    if (strncmp(p, "'::", 3) != 0)
        return NULL;
    *type = p + 1;
    return p + 1 + strcspn(p + 1, ",]");
}

/* Where the array that begins behind `opening` ends; NULL unless all of it is literals of one type, which *type is. */
static const char *array_end(const char *p, Str **type)
{
    *type = NULL;
    for (;; p += 2) {
        const char *cast, *end = literal_end(p, &cast);
        Str *here = end ? str_new(cast, (size_t)(end - cast)) : NULL;
        if (!here || (*type && !str_equal(*type, here)))
            return NULL;
        *type = here;
        if (*end == ']')
            return end;
        p = end;
    }
}

Str *postgres_readable(const Str *text)
{
    Buf out = {0};
    const char *p = text->text;
    for (const char *at; (at = strstr(p, opening)); p = at) {
        Str *type;
        at += strlen(opening);
        const char *end = array_end(at, &type);
        const char *stop = end ? end + 1 : at;
        buf_bytes(&out, p, (size_t)(stop - p));
        if (end && (strncmp(stop, ")::", 3) == 0 || strncmp(stop, "::", 2) == 0))
            buf_format(&out, "%s[]", type->text);
        at = stop;
    }
    buf_text(&out, p);
    return buf_str(&out);
}

/* --- indexes ------------------------------------------------------------------------------------ */

/* The end of a name, or of names with dots between them. */
static const char *name_end(const char *p)
{
    while (*p && *p != ' ') {
        if (*p++ != '"')
            continue;
        while (*p && !(p[0] == '"' && p[1] != '"'))
            p += *p == '"' ? 2 : 1;
        p += *p == '"';
    }
    return p;
}

static const char *skip(const char *p, const char *words)
{
    size_t length = strlen(words);
    return strncmp(p, words, length) == 0 ? p + length : p;
}

Str *postgres_index_tail(const Str *definition)
{
    const char *start = skip(definition->text, "CREATE "), *name = skip(start, "UNIQUE ");
    const char *table = skip(skip(name_end(skip(name, "INDEX ")), " ON "), "ONLY ");
    return str_format("%s%s", name > start ? "UNIQUE " : "", skip(name_end(table), " "));
}
