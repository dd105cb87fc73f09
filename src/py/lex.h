/* lex.h -- tokens straight from the source bytes, one at a time; private to the parser.
 *
 * The lexer owns all that is modal in Python's grammar: indentation (INDENT, DEDENT), newlines that
 * count only outside brackets, and f-strings, which come as FSTRING_START, then FSTRING_TEXT and
 * the ordinary tokens of replacement fields in turn, then FSTRING_END. It never looks past the
 * token it returns, so a copy of the struct is a place to return to.
 */
#ifndef RETORT_PY_LEX_H
#define RETORT_PY_LEX_H

#include "base/base.h"

/* TOKEN(enum name, text) */
#define SPECIAL_TOKENS(TOKEN)                                                                      \
    TOKEN(END, "end of file")                                                                      \
    TOKEN(NEWLINE, "newline")                                                                      \
    TOKEN(INDENT, "indent")                                                                        \
    TOKEN(DEDENT, "dedent")                                                                        \
    TOKEN(NAME, "name")                                                                            \
    TOKEN(NUMBER, "number")                                                                        \
    TOKEN(STRING, "string")                                                                        \
    TOKEN(FSTRING_START, "f-string")                                                               \
    TOKEN(FSTRING_TEXT, "f-string text")                                                           \
    TOKEN(FSTRING_END, "end of f-string")                                                          \
    TOKEN(UNKNOWN, "unknown character") /* ? $ `: no rule takes it */

/* By length, so that a word is compared with few of them. */
#define KEYWORD_TOKENS(TOKEN)                                                                      \
    TOKEN(AS, "as")                                                                                \
    TOKEN(IF, "if")                                                                                \
    TOKEN(IN, "in")                                                                                \
    TOKEN(IS, "is")                                                                                \
    TOKEN(OR, "or")                                                                                \
    TOKEN(AND, "and")                                                                              \
    TOKEN(DEF, "def")                                                                              \
    TOKEN(DEL, "del")                                                                              \
    TOKEN(FOR, "for")                                                                              \
    TOKEN(NOT, "not")                                                                              \
    TOKEN(TRY, "try")                                                                              \
    TOKEN(ELIF, "elif")                                                                            \
    TOKEN(ELSE, "else")                                                                            \
    TOKEN(FROM, "from")                                                                            \
    TOKEN(NONE, "None")                                                                            \
    TOKEN(PASS, "pass")                                                                            \
    TOKEN(TRUE, "True")                                                                            \
    TOKEN(WITH, "with")                                                                            \
    TOKEN(ASYNC, "async")                                                                          \
    TOKEN(AWAIT, "await")                                                                          \
    TOKEN(BREAK, "break")                                                                          \
    TOKEN(CLASS, "class")                                                                          \
    TOKEN(FALSE, "False")                                                                          \
    TOKEN(RAISE, "raise")                                                                          \
    TOKEN(WHILE, "while")                                                                          \
    TOKEN(YIELD, "yield")                                                                          \
    TOKEN(ASSERT, "assert")                                                                        \
    TOKEN(EXCEPT, "except")                                                                        \
    TOKEN(GLOBAL, "global")                                                                        \
    TOKEN(IMPORT, "import")                                                                        \
    TOKEN(LAMBDA, "lambda")                                                                        \
    TOKEN(RETURN, "return")                                                                        \
    TOKEN(FINALLY, "finally")                                                                      \
    TOKEN(CONTINUE, "continue")                                                                    \
    TOKEN(NONLOCAL, "nonlocal")

#define SINGLE_TOKENS(TOKEN)                                                                       \
    TOKEN(LEFT_PARENTHESIS, "(")                                                                   \
    TOKEN(RIGHT_PARENTHESIS, ")")                                                                  \
    TOKEN(LEFT_BRACKET, "[")                                                                       \
    TOKEN(RIGHT_BRACKET, "]")                                                                      \
    TOKEN(LEFT_BRACE, "{")                                                                         \
    TOKEN(RIGHT_BRACE, "}")                                                                        \
    TOKEN(COMMA, ",")                                                                              \
    TOKEN(COLON, ":")                                                                              \
    TOKEN(SEMICOLON, ";")                                                                          \
    TOKEN(DOT, ".")                                                                                \
    TOKEN(ASSIGN, "=")                                                                             \
    TOKEN(PLUS, "+")                                                                               \
    TOKEN(MINUS, "-")                                                                              \
    TOKEN(STAR, "*")                                                                               \
    TOKEN(SLASH, "/")                                                                              \
    TOKEN(PERCENT, "%")                                                                            \
    TOKEN(AT, "@")                                                                                 \
    TOKEN(AMPERSAND, "&")                                                                          \
    TOKEN(BAR, "|")                                                                                \
    TOKEN(CARET, "^")                                                                              \
    TOKEN(TILDE, "~")                                                                              \
    TOKEN(LESS, "<")                                                                               \
    TOKEN(GREATER, ">")                                                                            \
    TOKEN(EXCLAMATION, "!") /* before a conversion in an f-string */

/* Longest first. */
#define COMPOUND_TOKENS(TOKEN)                                                                     \
    TOKEN(ELLIPSIS, "...")                                                                         \
    TOKEN(POWER_ASSIGN, "**=")                                                                     \
    TOKEN(FLOOR_DIVIDE_ASSIGN, "//=")                                                              \
    TOKEN(SHIFT_LEFT_ASSIGN, "<<=")                                                                \
    TOKEN(SHIFT_RIGHT_ASSIGN, ">>=")                                                               \
    TOKEN(EQUAL, "==")                                                                             \
    TOKEN(NOT_EQUAL, "!=")                                                                         \
    TOKEN(LESS_EQUAL, "<=")                                                                        \
    TOKEN(GREATER_EQUAL, ">=")                                                                     \
    TOKEN(SHIFT_LEFT, "<<")                                                                        \
    TOKEN(SHIFT_RIGHT, ">>")                                                                       \
    TOKEN(POWER, "**")                                                                             \
    TOKEN(FLOOR_DIVIDE, "//")                                                                      \
    TOKEN(WALRUS, ":=")                                                                            \
    TOKEN(ARROW, "->")                                                                             \
    TOKEN(PLUS_ASSIGN, "+=")                                                                       \
    TOKEN(MINUS_ASSIGN, "-=")                                                                      \
    TOKEN(STAR_ASSIGN, "*=")                                                                       \
    TOKEN(SLASH_ASSIGN, "/=")                                                                      \
    TOKEN(PERCENT_ASSIGN, "%=")                                                                    \
    TOKEN(AT_ASSIGN, "@=")                                                                         \
    TOKEN(AMPERSAND_ASSIGN, "&=")                                                                  \
    TOKEN(BAR_ASSIGN, "|=")                                                                        \
    TOKEN(CARET_ASSIGN, "^=")

#define TOKEN(name, text) TOKEN_##name,
typedef enum TokenType {
    SPECIAL_TOKENS(TOKEN) KEYWORD_TOKENS(TOKEN) SINGLE_TOKENS(TOKEN) COMPOUND_TOKENS(TOKEN)
        TOKEN_COUNT
} TokenType;
#undef TOKEN

typedef struct Token {
    TokenType type;
    uint32_t line, column, end_line, end_column; /* from 1, code points, end exclusive */
    const char *start, *end;                     /* in the source; strings with prefix and quotes */
    bool in_spec; /* FSTRING_TEXT of a format specification: braces are not doubled there */
} Token;

enum {
    BRACKETS_MAX = 200, /* nested brackets, the limit of CPython */
    INDENTS_MAX = 100,  /* nested blocks, ditto */
    FSTRINGS_MAX = 50,  /* f-strings within fields of f-strings */
    FIELDS_MAX = 3,     /* fields within format specifications */
};

typedef struct Bracket {
    char opening;
    uint32_t line, column;
} Bracket;

/* An f-string that is open: text and fields alternate until its quote comes again. */
typedef struct Fstring {
    char quote;
    bool triple, raw, in_text;
    uint32_t line, column;
    uint32_t fields;             /* open fields: field, field in its format specification, ... */
    uint32_t depths[FIELDS_MAX]; /* bracket depth just inside each open field */
} Fstring;

typedef struct Lexer {
    Str *file;
    const char *at, *end;
    uint32_t line;
    const char *counted; /* columns are counted from here: */
    uint32_t counted_column;
    bool ascii, line_begins, any_token_in_line;
    uint32_t dedents; /* to be returned */
    uint32_t indent_count, depth, fstring_count;
    uint32_t indents[INDENTS_MAX], narrow_indents[INDENTS_MAX]; /* tab stops at 8 and at 1 */
    Bracket brackets[BRACKETS_MAX];
    Fstring fstrings[FSTRINGS_MAX];
} Lexer;

void lexer_init(Lexer *lexer, Str *file, const Str *source);
/* Reads the next token; at the end TOKEN_END again and again. Raises "script.syntax". */
void lexer_next(Lexer *lexer, Token *token);
/* Called after a token of a top-level statement: goes to the next line that begins in the first
 * column. */
void lexer_skip_block(Lexer *lexer);
/* True inside an f-string field, outside any bracket of that field. */
bool lexer_in_bare_field(const Lexer *lexer);

/* "+", "while", ... */
const char *token_text(TokenType type);

/* Raises "script.syntax" there; hint may be NULL. */
_Noreturn void raise_syntax(Str *file, const Token *where, const char *hint, const char *format,
                            ...) PRINTF_LIKE(4, 5);

#endif
