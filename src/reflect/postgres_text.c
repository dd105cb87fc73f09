/* postgres_text.c -- SQL that PostgreSQL printed, to be read by it again. */
#include "reflect/reflect.h"

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
