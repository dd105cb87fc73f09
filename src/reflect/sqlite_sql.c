/* sqlite_sql.c -- reads CREATE TABLE as SQLite keeps it. Not a parser of SQL: it looks for the few
 * words that name or make constraints, and steps over everything else, quotes, comments and
 * parentheses included.
 */
#include "reflect/reflect.h"
#include "reflect/sqlite_sql.h"

#include <ctype.h>

typedef enum TokenKind {
    TOKEN_END,
    TOKEN_WORD,
    TOKEN_NAME,
    TOKEN_STRING,
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_COMMA,
    TOKEN_OTHER
} TokenKind;

typedef struct Token {
    TokenKind kind;
    Str *text;         /* unquoted */
    size_t start, end; /* in the SQL */
} Token;

typedef struct Reader {
    const Str *sql;
    VEC(Token) tokens;
    TableSql *out;
    VEC(ReflectedKey *) inline_uniques;
} Reader;

/* --- tokens ----------------------------------------------------------------------------------- */

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

static Token read_token(const Str *sql, size_t at)
{
    Token token = {.start = skip_blank(sql, at)};
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
        token.kind = c == '('   ? TOKEN_OPEN
                     : c == ')' ? TOKEN_CLOSE
                     : c == ',' ? TOKEN_COMMA
                                : TOKEN_OTHER;
    }
    return token;
}

static void read_tokens(Reader *r)
{
    Token token = {0};
    do {
        token = read_token(r->sql, token.end);
        vec_push(&r->tokens, token);
    } while (token.kind != TOKEN_END);
}

static bool is_word(const Reader *r, size_t i, const char *word)
{
    return i < r->tokens.length && r->tokens.at[i].kind == TOKEN_WORD &&
           strcasecmp(r->tokens.at[i].text->text, word) == 0;
}

static bool is_kind(const Reader *r, size_t i, TokenKind kind)
{
    return i < r->tokens.length && r->tokens.at[i].kind == kind;
}

static bool is_identifier(const Reader *r, size_t i)
{
    return is_kind(r, i, TOKEN_WORD) || is_kind(r, i, TOKEN_NAME) || is_kind(r, i, TOKEN_STRING);
}

/* The token that closes the parenthesis at i, or the last one. */
static size_t closing(const Reader *r, size_t i)
{
    size_t depth = 0;
    for (; i + 1 < r->tokens.length; i++) {
        if (is_kind(r, i, TOKEN_OPEN))
            depth++;
        else if (is_kind(r, i, TOKEN_CLOSE) && --depth == 0)
            return i;
    }
    return i;
}

/* Names between the parenthesis at i and its end: the first of each item. */
static StrVec names_inside(const Reader *r, size_t i)
{
    StrVec names = {0};
    size_t end = closing(r, i);
    for (size_t k = i + 1; k < end; k++)
        if (is_identifier(r, k) && (is_kind(r, k - 1, TOKEN_COMMA) || k == i + 1))
            vec_push(&names, r->tokens.at[k].text);
    return names;
}

static Str *text_inside(const Reader *r, size_t i)
{
    size_t end = closing(r, i);
    return str_trim(str_slice_bytes(r->sql, r->tokens.at[i].end, r->tokens.at[end].start));
}

/* --- constraints ------------------------------------------------------------------------------ */

/* The name, when the tokens before i are CONSTRAINT name. */
static Str *constraint_name(const Reader *r, size_t i)
{
    return i >= 2 && is_word(r, i - 2, "CONSTRAINT") && is_identifier(r, i - 1)
               ? r->tokens.at[i - 1].text
               : NULL;
}

/* SET NULL, CASCADE ...; NULL for NO ACTION. */
static Str *read_action(const Reader *r, size_t *i)
{
    bool two = is_word(r, *i, "SET") || is_word(r, *i, "NO");
    Str *first = str_upper_ascii(r->tokens.at[*i].text);
    if (!two) {
        *i += 1;
        return first;
    }
    Str *action =
        str_format("%s %s", first->text, str_upper_ascii(r->tokens.at[*i + 1].text)->text);
    *i += 2;
    return str_is(action, "NO ACTION") ? NULL : action;
}

/* What follows REFERENCES t (...). */
static void read_options(const Reader *r, size_t i, ReflectedForeignKey *key)
{
    for (;;) {
        if (is_word(r, i, "ON") && (is_word(r, i + 1, "DELETE") || is_word(r, i + 1, "UPDATE")) &&
            is_kind(r, i + 2, TOKEN_WORD)) {
            bool is_delete = is_word(r, i + 1, "DELETE");
            i += 2;
            Str *action = read_action(r, &i);
            *(is_delete ? &key->ondelete : &key->onupdate) = action;
        } else if (is_word(r, i, "NOT") && is_word(r, i + 1, "DEFERRABLE")) {
            key->deferrable = TRI_FALSE;
            i += 2;
        } else if (is_word(r, i, "DEFERRABLE")) {
            key->deferrable = TRI_TRUE;
            i++;
        } else if (is_word(r, i, "INITIALLY") && is_kind(r, i + 1, TOKEN_WORD)) {
            key->initially = str_upper_ascii(r->tokens.at[i + 1].text);
            i += 2;
        } else {
            return;
        }
    }
}

/* FOREIGN KEY (a, b) REFERENCES t (x, y) ...; without the columns behind t it stays nameless, as in
 * the reference. */
static void read_foreign_key(Reader *r, size_t i)
{
    size_t open = i + 2;
    if (!is_word(r, i + 1, "KEY") || !is_kind(r, open, TOKEN_OPEN))
        return;
    size_t references = closing(r, open) + 1, table = references + 1;
    if (!is_word(r, references, "REFERENCES") || !is_identifier(r, table) ||
        !is_kind(r, table + 1, TOKEN_OPEN))
        return;
    ReflectedForeignKey *key = new (ReflectedForeignKey);
    key->name = constraint_name(r, i);
    key->columns = names_inside(r, open);
    key->referred_table = r->tokens.at[table].text;
    key->referred_columns = names_inside(r, table + 1);
    read_options(r, closing(r, table + 1) + 1, key);
    vec_push(&r->out->foreign_keys, key);
}

static void read_unique(Reader *r, size_t i, const Str *column)
{
    ReflectedKey *key = new (ReflectedKey);
    if (is_kind(r, i + 1, TOKEN_OPEN)) {
        key->name = constraint_name(r, i);
        key->columns = names_inside(r, i + 1);
        vec_push(&r->out->uniques, key);
    } else if (column) {
        vec_push(&key->columns, str_new(column->text, column->length));
        vec_push(&r->inline_uniques, key);
    }
}

static void read_check(Reader *r, size_t i)
{
    ReflectedCheck *check = new (ReflectedCheck);
    check->name = constraint_name(r, i);
    check->sqltext = text_inside(r, i + 1);
    vec_push(&r->out->checks, check);
}

/* --- the walk --------------------------------------------------------------------------------- */

/* The word at i inside the definition of `column`; returns the next token to look at. */
static size_t read_word(Reader *r, size_t i, Str *column)
{
    if (is_word(r, i, "FOREIGN"))
        read_foreign_key(r, i);
    else if (is_word(r, i, "UNIQUE"))
        read_unique(r, i, column);
    else if (is_word(r, i, "PRIMARY") && !r->out->primary_key)
        r->out->primary_key = constraint_name(r, i);
    else if (is_word(r, i, "CHECK") && is_kind(r, i + 1, TOKEN_OPEN))
        read_check(r, i);
    else if (is_word(r, i, "AS") && is_kind(r, i + 1, TOKEN_OPEN) && column)
        map_put(&r->out->generated, column, text_inside(r, i + 1));
    return is_kind(r, i + 1, TOKEN_OPEN) ? closing(r, i + 1) : i + 1;
}

static void read_definitions(Reader *r, size_t open)
{
    size_t end = closing(r, open);
    Str *column = NULL;
    for (size_t i = open + 1; i < end;) {
        bool is_first = i == open + 1 || is_kind(r, i - 1, TOKEN_COMMA);
        if (is_kind(r, i, TOKEN_OPEN)) {
            i = closing(r, i);
        } else if (is_first && is_identifier(r, i) && !is_kind(r, i + 1, TOKEN_OPEN)) {
            bool is_table_level =
                is_word(r, i, "CONSTRAINT") || is_word(r, i, "FOREIGN") || is_word(r, i, "PRIMARY");
            column = is_table_level ? NULL : r->tokens.at[i].text;
            i = is_table_level ? read_word(r, i, NULL) : i + 1;
        } else if (is_kind(r, i, TOKEN_WORD) && !is_word(r, i - 1, "CONSTRAINT")) {
            i = read_word(r, i, is_first ? NULL : column);
        } else {
            i++;
        }
    }
}

TableSql table_sql_parse(const Str *sql)
{
    TableSql out = {0};
    if (!sql)
        return out;
    Reader r = {.sql = sql, .out = &out};
    read_tokens(&r);
    size_t open = 0;
    while (open < r.tokens.length && !is_kind(&r, open, TOKEN_OPEN))
        open++;
    if (open < r.tokens.length)
        read_definitions(&r, open);
    for (size_t i = 0; i < r.inline_uniques.length; i++)
        vec_push(&out.uniques, r.inline_uniques.at[i]);
    return out;
}
