/* lexer.h -- what lex.c and lex_string.c share. */
#ifndef RETORT_PY_LEXER_H
#define RETORT_PY_LEXER_H

#include "py/lex.h"

/* --- lex.c ------------------------------------------------------------------------------------- */

/* A token begins in the current line; its type and end are known, and the lexer goes on behind it. */
void token_start(Lexer *lexer, Token *token, const char *from);
void token_finish(Lexer *lexer, Token *token, TokenType type, const char *to);
/* A place in the current line, or what began on an earlier one, for errors. */
Token token_between(Lexer *lexer, const char *from, const char *to);
Token token_at(uint32_t line, uint32_t column, uint32_t length);
#define raise_at(lexer, from, to, ...)                                                             \
    do {                                                                                           \
        Token where_ = token_between((lexer), (from), (to));                                       \
        raise_syntax((lexer)->file, &where_, NULL, __VA_ARGS__);                                   \
    } while (0)

/* p is at a line end: \n, \r\n or \r. Returns the start of the next line, which becomes current. */
const char *line_end_pass(Lexer *lexer, const char *p);
static inline bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

void bracket_open(Lexer *lexer, const Token *token);

/* --- lex_string.c ------------------------------------------------------------------------------ */

/* r, b, u, f and their legal pairs, in any case, right before a quote. */
bool is_string_prefix(const char *word, size_t length, bool *is_fstring);
/* The token begins at its prefix, and `quote` is the opening quote. */
void lex_string(Lexer *lexer, Token *token, const char *quote);
void lex_fstring_start(Lexer *lexer, Token *token, const char *quote);
/* The next token of an open f-string whose text comes next. */
bool lex_in_fstring(Lexer *lexer, Token *token);
/* The end of a string for lexer_skip_block, which forgives everything: a quote that is not closed
 * on its line ends there. */
const char *skip_string(Lexer *lexer, const char *p);

#endif
