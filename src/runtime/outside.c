/* outside.c -- recognises statements that PostgreSQL refuses inside a transaction, by their first words. */
#include "runtime/outside.h"

#include <ctype.h>

/* Words in their order; `X?` may be missing, `...` stands for any words of the same statement. */
static const struct {
    const char *words, *name;
} statements[] = {
    {"CREATE UNIQUE? INDEX CONCURRENTLY", "CREATE INDEX CONCURRENTLY"},
    {"DROP INDEX CONCURRENTLY", "DROP INDEX CONCURRENTLY"},
    {"REINDEX ... CONCURRENTLY", "REINDEX CONCURRENTLY"},
    {"REINDEX DATABASE", "REINDEX DATABASE"},
    {"REINDEX SCHEMA", "REINDEX SCHEMA"},
    {"REINDEX SYSTEM", "REINDEX SYSTEM"},
    {"ALTER TABLE ... DETACH PARTITION ... CONCURRENTLY", "DETACH PARTITION CONCURRENTLY"},
    {"VACUUM", "VACUUM"},
    {"CREATE DATABASE", "CREATE DATABASE"},
    {"DROP DATABASE", "DROP DATABASE"},
    {"CREATE TABLESPACE", "CREATE TABLESPACE"},
    {"DROP TABLESPACE", "DROP TABLESPACE"},
    {"ALTER SYSTEM", "ALTER SYSTEM"},
};

/* --- words of a statement ----------------------------------------------------------------------- */

static const char *after_comment(const char *p)
{
    if (p[0] == '-' && p[1] == '-') {
        while (*p && *p != '\n')
            p++;
        return p;
    }
    unsigned depth = 0;
    do { /* they nest */
        if (p[0] == '/' && p[1] == '*')
            depth++, p += 2;
        else if (p[0] == '*' && p[1] == '/')
            depth--, p += 2;
        else
            p++;
    } while (*p && depth);
    return p;
}

static bool is_comment(const char *p)
{
    return (p[0] == '-' && p[1] == '-') || (p[0] == '/' && p[1] == '*');
}

static const char *after_quotes(const char *p)
{
    char quote = *p++;
    while (*p && *p != quote)
        p++;
    return *p ? p + 1 : p;
}

/* The next bare word from *at on; false at the end of the statement. Names in quotes and signs are passed over. */
static bool next_word(const char **at, const char **word, size_t *length)
{
    const char *p = *at;
    while (*p && *p != ';') {
        if (is_comment(p))
            p = after_comment(p);
        else if (*p == '"' || *p == '\'')
            p = after_quotes(p);
        else if (!isalpha((unsigned char)*p) && *p != '_')
            p++;
        else
            break;
    }
    *word = p;
    while (isalnum((unsigned char)*p) || *p == '_')
        p++;
    *length = (size_t)(p - *word);
    *at = p;
    return *length > 0;
}

/* --- patterns ----------------------------------------------------------------------------------- */

static bool word_is(const char *word, size_t length, const char *wanted, size_t wanted_length)
{
    return length == wanted_length && strncasecmp(word, wanted, length) == 0;
}

static bool matches(const char *words, const char *sql)
{
    const char *word;
    size_t length, wanted = strcspn(words, " ");
    if (!wanted)
        return true;
    const char *rest = words + wanted + strspn(words + wanted, " ");
    if (strncmp(words, "...", 3) == 0) {
        do
            if (matches(rest, sql))
                return true;
        while (next_word(&sql, &word, &length));
        return false;
    }
    bool optional = words[wanted - 1] == '?';
    const char *before = sql;
    if (next_word(&sql, &word, &length) && word_is(word, length, words, wanted - optional))
        return matches(rest, sql);
    return optional && matches(rest, before);
}

const char *outside_find(const Str *sql)
{
    for (size_t i = 0; i < COUNT_OF(statements); i++)
        if (matches(statements[i].words, sql->text))
            return statements[i].name;
    return NULL;
}
