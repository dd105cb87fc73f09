/* sql_tokens.c -- cuts SQL of a catalog into tokens, steps over quotes, comments and parentheses, and
 * renames columns in expressions. */
#include "reflect/sql_tokens.h"

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

static bool opens_name(SqlFlavor flavor, char c)
{
    return c == '"' || (flavor == SQL_OF_SQLITE && (c == '`' || c == '['));
}

static SqlToken read_token(SqlFlavor flavor, const Str *sql, size_t at)
{
    SqlToken token = {.start = skip_blank(sql, at)};
    size_t start = token.start;
    char c = start < sql->length ? sql->text[start] : 0;
    token.end = start + 1;
    if (!c) {
        token.end = start;
    } else if (c == '\'' || opens_name(flavor, c)) {
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

SqlTokens sql_tokens_read(SqlFlavor flavor, const Str *sql)
{
    SqlTokens t = {.sql = sql, .flavor = flavor};
    SqlToken token = {0};
    do {
        token = read_token(flavor, sql, token.end);
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

static char sign_at(const SqlTokens *t, size_t i)
{
    return sql_token_is(t, i, TOKEN_OTHER) ? t->sql->text[t->list.at[i].start] : '\0';
}

/* Part of another thing's name: behind :: or a dot, in front of a dot or, as in X'00', of a string. */
static bool is_part_of_name(const SqlTokens *t, size_t i)
{
    bool begins_string = sql_token_is(t, i, TOKEN_WORD) && sql_token_is(t, i + 1, TOKEN_STRING) &&
                         t->list.at[i].end == t->list.at[i + 1].start;
    char before = i ? sign_at(t, i - 1) : '\0';
    return begins_string || (t->flavor == SQL_OF_POSTGRES &&
                             (before == ':' || before == '.' || sign_at(t, i + 1) == '.'));
}

/* EXTRACT(year FROM ...) */
static bool is_field_of_time(const SqlTokens *t, size_t i)
{
    return i > 1 && sql_token_is(t, i - 1, TOKEN_OPEN) && sql_token_is_word(t, i - 2, "EXTRACT");
}

/* Whether the token may be a column: not a function, a collation, or a type. */
static bool may_be_column(const SqlTokens *t, size_t i)
{
    if (!sql_token_is(t, i, TOKEN_WORD) && !sql_token_is(t, i, TOKEN_NAME))
        return false;
    if (sql_token_is(t, i + 1, TOKEN_OPEN) || is_part_of_name(t, i) || is_field_of_time(t, i))
        return false;
    return i == 0 || (!sql_token_is_word(t, i - 1, "COLLATE") && !sql_token_is_word(t, i - 1, "AS"));
}

static bool is_column(const SqlTokens *t, size_t i, const Str *name)
{
    const Str *text = t->list.at[i].text;
    return may_be_column(t, i) &&
           (t->flavor == SQL_OF_SQLITE ? sqlite_names_equal(text, name) : str_equal(text, name));
}

bool sql_mentions_column(SqlFlavor flavor, const Str *sql, const Str *name)
{
    SqlTokens t = sql_tokens_read(flavor, sql);
    for (size_t i = 0; i < t.list.length; i++)
        if (is_column(&t, i, name))
            return true;
    return false;
}

bool sqlite_is_membership(const Str *sql, const Str *column)
{
    SqlTokens t = sql_tokens_read(SQL_OF_SQLITE, sql);
    return is_column(&t, 0, column) && sql_token_is_word(&t, 1, "IN") &&
           sql_token_is(&t, 2, TOKEN_OPEN) && sql_token_closing(&t, 2) + 2 == t.list.length;
}

static const Str *new_name(const SqlTokens *t, size_t i, const Map *names)
{
    for (size_t k = 0; k < names->length; k++)
        if (is_column(t, i, names->at[k].key))
            return names->at[k].value;
    return NULL;
}

Str *sql_rename_columns(SqlFlavor flavor, const Str *sql, const Map *spelled)
{
    SqlTokens t = sql_tokens_read(flavor, sql);
    Buf out = {0};
    size_t done = 0;
    for (size_t i = 0; i < t.list.length; i++) {
        const Str *name = new_name(&t, i, spelled);
        if (!name)
            continue;
        buf_add(&out, str_slice_bytes(sql, done, t.list.at[i].start));
        buf_add(&out, name);
        done = t.list.at[i].end;
    }
    buf_add(&out, str_slice_bytes(sql, done, sql->length));
    return done ? buf_str(&out) : str_new(sql->text, sql->length);
}
