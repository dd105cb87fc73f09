/* sqlite_tokens.c -- cuts SQL of SQLite's catalog into tokens, steps over quotes, comments and
 * parentheses, and renames columns in expressions. */
#include "reflect/sqlite_tokens.h"

#include <ctype.h>

/* --- reading ---------------------------------------------------------------------------------- */

/* Behind a quoted text that starts at `at`; *text gets its content. [name] has no way to hold a
 * bracket. */
static size_t read_quoted(const Str *sql, size_t at, Str **text)
{
    char close = sql->text[at] == '[' ? ']' : sql->text[at];
    Buf out = {0};
    for (at++; at < sql->length; at++) {
        if (sql->text[at] != close)
            buf_char(&out, sql->text[at]);
        else if (close != ']' && sql->text[at + 1] == close)
            buf_char(&out, sql->text[at++]);
        else
            break;
    }
    *text = out.length ? buf_str(&out) : str_empty;
    return at < sql->length ? at + 1 : at;
}

static size_t skip_blank(const Str *sql, size_t at)
{
    for (;;) {
        while (at < sql->length && isspace((unsigned char)sql->text[at]))
            at++;
        if (strncmp(sql->text + at, "--", 2) == 0) {
            at += strcspn(sql->text + at, "\n");
        } else if (strncmp(sql->text + at, "/*", 2) == 0) {
            const char *end = strstr(sql->text + at + 2, "*/");
            at = end ? (size_t)(end + 2 - sql->text) : sql->length;
        } else {
            return at;
        }
    }
}

static bool is_word_char(char c)
{
    return isalnum((unsigned char)c) || c == '_' || c == '$' || (unsigned char)c >= 0x80;
}

static SqlTokenKind sign_kind(char c)
{
    return c == '(' ? TOKEN_OPEN : c == ')' ? TOKEN_CLOSE : c == ',' ? TOKEN_COMMA : TOKEN_OTHER;
}

static SqlToken read_token(const Str *sql, size_t at)
{
    SqlToken token = {.start = skip_blank(sql, at)};
    size_t start = token.start;
    char c = start < sql->length ? sql->text[start] : 0;
    token.end = start + 1;
    if (!c) {
        token.end = start;
    } else if (c == '\'' || c == '"' || c == '`' || c == '[') {
        token.kind = c == '\'' ? TOKEN_STRING : TOKEN_NAME;
        token.end = read_quoted(sql, start, &token.text);
    } else if (is_word_char(c)) {
        while (is_word_char(sql->text[token.end]))
            token.end++;
        token.kind = TOKEN_WORD;
        token.text = str_slice_bytes(sql, start, token.end);
    } else {
        token.kind = sign_kind(c);
    }
    return token;
}

SqlTokens sql_tokens_read(const Str *sql)
{
    SqlTokens t = {.sql = sql};
    SqlToken token = {0};
    do {
        token = read_token(sql, token.end);
        vec_push(&t.list, token);
    } while (token.kind != TOKEN_END);
    return t;
}

/* --- asking ----------------------------------------------------------------------------------- */

bool sql_token_is(const SqlTokens *t, size_t i, SqlTokenKind kind)
{
    return i < t->list.length && t->list.at[i].kind == kind;
}

bool sql_token_is_word(const SqlTokens *t, size_t i, const char *word)
{
    return sql_token_is(t, i, TOKEN_WORD) && strcasecmp(t->list.at[i].text->text, word) == 0;
}

bool sql_token_is_identifier(const SqlTokens *t, size_t i)
{
    return sql_token_is(t, i, TOKEN_WORD) || sql_token_is(t, i, TOKEN_NAME) ||
           sql_token_is(t, i, TOKEN_STRING);
}

size_t sql_token_closing(const SqlTokens *t, size_t i)
{
    size_t depth = 0;
    for (; i + 1 < t->list.length; i++) {
        if (sql_token_is(t, i, TOKEN_OPEN))
            depth++;
        else if (sql_token_is(t, i, TOKEN_CLOSE) && --depth == 0)
            return i;
    }
    return t->list.length - 1;
}

Str *sql_token_text(const SqlTokens *t, size_t i, size_t end)
{
    size_t last = t->list.length - 1;
    end = end < last ? end : last;
    if (i >= end)
        return str_empty;
    return str_slice_bytes(t->sql, t->list.at[i].start, t->list.at[end - 1].end);
}

bool sqlite_names_equal(const Str *a, const Str *b)
{
    return a && b && a->length == b->length && strcasecmp(a->text, b->text) == 0;
}

/* --- columns in expressions ------------------------------------------------------------------- */

/* Whether the token may be a column: not a function, a collation, or the type of a CAST. */
static bool may_be_column(const SqlTokens *t, size_t i)
{
    if (!sql_token_is(t, i, TOKEN_WORD) && !sql_token_is(t, i, TOKEN_NAME))
        return false;
    if (sql_token_is(t, i + 1, TOKEN_OPEN))
        return false;
    return i == 0 || (!sql_token_is_word(t, i - 1, "COLLATE") && !sql_token_is_word(t, i - 1, "AS"));
}

bool sqlite_mentions_column(const Str *sql, const Str *name)
{
    SqlTokens t = sql_tokens_read(sql);
    for (size_t i = 0; i < t.list.length; i++)
        if (may_be_column(&t, i) && sqlite_names_equal(t.list.at[i].text, name))
            return true;
    return false;
}

bool sqlite_is_membership(const Str *sql, const Str *column)
{
    SqlTokens t = sql_tokens_read(sql);
    return may_be_column(&t, 0) && sqlite_names_equal(t.list.at[0].text, column) &&
           sql_token_is_word(&t, 1, "IN") && sql_token_is(&t, 2, TOKEN_OPEN) &&
           sql_token_closing(&t, 2) + 2 == t.list.length;
}

Str *sqlite_rename_columns(const Str *sql, const Map *names)
{
    SqlTokens t = sql_tokens_read(sql);
    Buf out = {0};
    size_t done = 0;
    for (size_t i = 0; i < t.list.length; i++)
        for (size_t k = 0; may_be_column(&t, i) && k < names->length; k++) {
            if (!sqlite_names_equal(t.list.at[i].text, names->at[k].key))
                continue;
            const Str *name = names->at[k].value;
            buf_add(&out, str_slice_bytes(sql, done, t.list.at[i].start));
            buf_format(&out, "\"%s\"", str_replace(name, "\"", "\"\"")->text);
            done = t.list.at[i].end;
            break;
        }
    if (done == 0)
        return str_new(sql->text, sql->length);
    buf_add(&out, str_slice_bytes(sql, done, sql->length));
    return buf_str(&out);
}
