/* sqlite_words.c -- what the first words of an SQLite statement say about transactions: whether
 * pysqlite would begin one for it, whether it begins or ends one, whether it cannot run in one.
 * Knows no library. */
#include "db/db.h"

#include "db/driver.h"

#include <stdlib.h>
#include <strings.h>

/* Past blanks and comments, as CPython looks for the first word. */
const char *sqlite_skip_blank(const char *at)
{
    for (;;) {
        if (*at && strchr(" \t\f\n\r", *at))
            at++;
        else if (at[0] == '-' && at[1] == '-')
            at += strcspn(at, "\n");
        else if (at[0] == '/' && at[1] == '*') {
            const char *end = strstr(at + 2, "*/");
            at = end ? end + 2 : at + strlen(at);
        } else
            return at;
    }
}

/* What pysqlite begins a transaction for, and counts rows of. WITH ... INSERT is not seen. */
bool sqlite_is_change(const char *sql)
{
    static const char *const verbs[] = {"insert", "update", "delete", "replace"};
    const char *word = sqlite_skip_blank(sql);
    for (size_t i = 0; i < COUNT_OF(verbs); i++)
        if (strncasecmp(word, verbs[i], strlen(verbs[i])) == 0)
            return true;
    return false;
}

static size_t word_length(const char *word)
{
    size_t length = 0;
    while ((word[length] | 0x20) >= 'a' && (word[length] | 0x20) <= 'z')
        length++;
    return length;
}

Str *sqlite_first_word(const char *sql)
{
    const char *word = sqlite_skip_blank(sql);
    return str_upper_ascii(str_new(word, word_length(word)));
}

/* The word at *at, which is moved behind it, is this one. */
static bool take_word(const char **at, const char *word)
{
    const char *start = sqlite_skip_blank(*at);
    size_t length = strlen(word);
    if (strncasecmp(start, word, length) != 0 || word_length(start) != length)
        return false;
    *at = start + length;
    return true;
}

/* --- PRAGMA ---------------------------------------------------------------------------------- */

typedef struct Pragma {
    Str *name;         /* lower case, without its schema                   */
    const char *value; /* what follows "=" or "(", or NULL: only a question */
} Pragma;

static Str *take_name(const char **at)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    const char *start = sqlite_skip_blank(*at);
    bool quoted = *start && strchr("\"'`[", *start);
    start += quoted;
    size_t length = strspn(start, letters);
    *at = sqlite_skip_blank(start + length + quoted);
    return str_lower_ascii(str_new(start, length));
}

static Pragma pragma_from(const char *at)
{
    Pragma pragma = {.name = take_name(&at)};
    if (*at == '.') {
        at++;
        pragma.name = take_name(&at);
    }
    if (*at == '=' || *at == '(')
        pragma.value = sqlite_skip_blank(at + 1);
    return pragma;
}

/* Refused inside a transaction, or without effect there, when they have a value, or always. */
static const struct {
    const char *name;
    bool always;
} outside_pragmas[] = {
    {"journal_mode", false},
    {"synchronous", false},
    {"wal_checkpoint", true},
};

static SqliteKind pragma_kind(const char *at)
{
    Pragma pragma = pragma_from(at);
    if (str_is(pragma.name, "foreign_keys") && pragma.value)
        return SQLITE_IS_FOREIGN_KEYS;
    for (size_t i = 0; i < COUNT_OF(outside_pragmas); i++)
        if (str_is(pragma.name, outside_pragmas[i].name) &&
            (pragma.value || outside_pragmas[i].always))
            return SQLITE_IS_OUTSIDE;
    return SQLITE_IS_PLAIN;
}

bool sqlite_foreign_keys_value(const char *sql, bool *on)
{
    static const struct {
        const char *word;
        bool on;
    } words[] = {{"on", true}, {"yes", true}, {"true", true}, {"off", false}, {"no", false}, {"false", false}};
    const char *at = sql;
    Pragma pragma = take_word(&at, "pragma") ? pragma_from(at) : (Pragma){0};
    if (!pragma.value)
        return false;
    const char *value = pragma.value + (*pragma.value && strchr("\"'", *pragma.value) ? 1 : 0);
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (take_word(&(const char *){value}, words[i].word)) {
            *on = words[i].on;
            return true;
        }
    *on = atoi(value) != 0;
    return *value >= '0' && *value <= '9';
}

/* --- kinds ----------------------------------------------------------------------------------- */

static const struct {
    const char *word;
    SqliteKind kind;
} verbs[] = {
    {"begin", SQLITE_IS_BEGIN},         {"commit", SQLITE_IS_COMMIT},   {"end", SQLITE_IS_COMMIT},
    {"savepoint", SQLITE_IS_SAVEPOINT}, {"vacuum", SQLITE_IS_OUTSIDE},  {"detach", SQLITE_IS_DETACH},
};

/* ROLLBACK [TRANSACTION] TO is a savepoint's. */
static bool is_whole_rollback(const char *at)
{
    return take_word(&at, "rollback") && (take_word(&at, "transaction"), !take_word(&at, "to"));
}

SqliteKind sqlite_kind(const char *sql)
{
    const char *at = sql;
    if (sqlite_is_change(sql))
        return SQLITE_IS_CHANGE;
    if (take_word(&at, "pragma"))
        return pragma_kind(at);
    for (size_t i = 0; i < COUNT_OF(verbs); i++)
        if (take_word(&at, verbs[i].word))
            return verbs[i].kind;
    return is_whole_rollback(sql) ? SQLITE_IS_ROLLBACK : SQLITE_IS_PLAIN;
}
