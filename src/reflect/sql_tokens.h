/* sql_tokens.h -- SQL of SQLite's catalog in words, names, strings and parentheses: enough to find
 * parts of it and to give columns another name, without parsing it. */
#ifndef RETORT_REFLECT_SQL_TOKENS_H
#define RETORT_REFLECT_SQL_TOKENS_H

#include "reflect/reflect.h"

typedef enum SqlTokenKind {
    TOKEN_END,
    TOKEN_WORD,   /* a keyword or a name without quotes                    */
    TOKEN_NAME,   /* "x"; in SQLite `x` and [x] too                        */
    TOKEN_STRING, /* 'x'; SQLite takes it for a name where one must stand  */
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_COMMA,
    TOKEN_OTHER
} SqlTokenKind;

typedef struct SqlToken {
    SqlTokenKind kind;
    Str *text;         /* unquoted; NULL for signs    */
    size_t start, end; /* in the SQL                  */
} SqlToken;

typedef struct SqlTokens {
    const Str *sql;
    SqlFlavor flavor;
    VEC(SqlToken) list; /* the last one is TOKEN_END */
} SqlTokens;

SqlTokens sql_tokens_read(SqlFlavor flavor, const Str *sql);
bool sql_token_is(const SqlTokens *t, size_t i, SqlTokenKind kind);
bool sql_token_is_word(const SqlTokens *t, size_t i, const char *word);
/* A word, a quoted name or a string: what may name something. */
bool sql_token_is_identifier(const SqlTokens *t, size_t i);
/* The token that closes the parenthesis at i, or the last one. */
size_t sql_token_closing(const SqlTokens *t, size_t i);
/* The text of the tokens from i up to, without, end: no blanks and no comments around it. */
Str *sql_token_text(const SqlTokens *t, size_t i, size_t end);
/* SQLite compares names without regard to ASCII case. */
bool sqlite_names_equal(const Str *a, const Str *b);

#endif
