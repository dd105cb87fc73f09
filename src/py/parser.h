/* parser.h -- what the parse_*.c files share; private to them. One Parser lives on the C stack for
 * one text. The current token is parser->token, nothing beyond it has been read. Functions named
 * parse_x begin at the first token of x and leave the token after it; they never return NULL. */
#ifndef RETORT_PY_PARSER_H
#define RETORT_PY_PARSER_H

#include "py/ast.h"
#include "py/lex.h"
#include "py/parse.h"

enum {
    DEPTH_MAX = 1000, /* recursion: a clean error instead of the end of the C stack */
    CHAIN_MAX = 3000, /* links of one a + b + c ... or a.b.c ..., which make deep trees too */
};

/* Where an unfinished node begins. */
typedef struct Start {
    uint32_t line, column;
} Start;

typedef struct Parser {
    Lexer lexer;
    Token token;
    uint32_t end_line, end_column; /* of the token before */
    TokenType previous;            /* its type */
    uint32_t depth;
    bool quiet;          /* parsing on trial: errors are not dressed up */
    VEC(Node *) pending; /* the items of lists that are not finished yet */
    Node *last;          /* the expression that ended last, for error messages */
} Parser;

/* --- parse.c: tokens, nodes, errors --- */
void advance(Parser *parser);
bool accept(Parser *parser, TokenType type);
/* ':' and the like; raises "expected ':'". */
void expect(Parser *parser, TokenType type);
/* Raises: an f-string field goes on where it should end. */
_Noreturn void fail_field_end(Parser *parser);
/* Raises the general "invalid syntax" family. */
void expect_or_invalid(Parser *parser, TokenType type);
Str *expect_name(Parser *parser);
/* The next token without leaving the current one. */
Token peek(const Parser *parser);
bool token_is_word(const Parser *parser, const char *word);
bool token_begins_expression(TokenType type);

static inline bool at(const Parser *parser, TokenType type)
{
    return parser->token.type == type;
}
static inline Start start_here(const Parser *parser)
{
    return (Start){parser->token.line, parser->token.column};
}
static inline Start start_of(const Node *n)
{
    return (Start){n->line, n->column};
}
/* Did the expression that began there come in parentheses of its own? */
static inline bool is_parenthesized(const Node *n, Start start)
{
    return (n->line != start.line || n->column != start.column) && n->kind != NODE_TUPLE;
}

/* A node from start to the end of the token before. */
Node *finish(Parser *parser, Start start, NodeKind kind);
size_t list_begin(const Parser *parser);
void list_add(Parser *parser, Node *item);
NodeList *list_end(Parser *parser, size_t begin);

/* Every recursive rule is between these two. */
void descend(Parser *parser);
static inline void ascend(Parser *parser)
{
    parser->depth--;
}
/* Called for each link of a chain. */
void chain_check(Parser *parser, uint32_t links);

_Noreturn void fail_invalid(Parser *parser);
_Noreturn void fail_at(Parser *parser, const Token *where, const char *format, ...)
    PRINTF_LIKE(3, 4);
_Noreturn void fail_here(Parser *parser, const char *format, ...) PRINTF_LIKE(2, 3);
_Noreturn void fail_node(Parser *parser, const Node *n, const char *format, ...) PRINTF_LIKE(3, 4);
_Noreturn void fail_range(Parser *parser, Start from, const Node *to, const char *format, ...)
    PRINTF_LIKE(4, 5);

/* --- parse_statement.c, parse_compound.c, parse_pattern.c --- */
void parse_statement(Parser *parser);   /* adds one or, with semicolons, more nodes to the list */
void parse_simple_line(Parser *parser); /* ditto */
bool at_compound_statement(Parser *parser);
Node *parse_compound(Parser *parser);
/* ':' and the statements under it; owner as in "expected an indented block after OWNER on line N"
 */
NodeList *parse_block(Parser *parser, const char *owner, uint32_t line);
NodeList *parse_type_parameters(Parser *parser); /* from the '[', or nothing */
Node *parse_match(Parser *parser);
bool at_match_statement(const Parser *parser);
Node *parse_top_pattern(Parser *parser);

/* --- parse_expression.c, parse_atom.c, parse_call.c, parse_string.c --- */
Node *parse_ternary(Parser *parser); /* `expression` of the grammar: no walrus, no star */
Node *parse_disjunction(Parser *parser);
Node *parse_bitwise(Parser *parser);     /* below comparisons */
Node *parse_named(Parser *parser);       /* may be a walrus */
Node *parse_star_named(Parser *parser);  /* may be *x */
Node *parse_expressions(Parser *parser); /* a, *b, c without parentheses: a TUPLE */
Node *parse_yield(Parser *parser);
Node *parse_yield_or_expressions(Parser *parser);
Node *parse_atom(Parser *parser);
Node *parse_primary(Parser *parser); /* an atom and the .name, (...) and [...] after it */
Node *parse_string(Parser *parser);
NodeList *parse_clauses(Parser *parser); /* for ... in ... if ... */
bool at_clause(const Parser *parser);
void parse_arguments(Parser *parser, NodeList **arguments, NodeList **keywords); /* from the '(' */
Node *parse_index(Parser *parser);                                               /* between [ ] */
Node *parse_parameters(Parser *parser, TokenType closing);

/* --- parse_target.c --- */
typedef enum TargetUse { TARGET_ASSIGN, TARGET_DELETE } TargetUse;
Node *parse_targets(Parser *parser); /* of for: up to the `in` */
void target_check(Parser *parser, const Node *target, TargetUse use);
/* The first part that cannot be assigned or deleted, or NULL. */
const Node *target_find_invalid(const Node *target, TargetUse use);
/* "function call", "literal", ... as in CPython's messages. */
const char *expression_name(const Node *n);

/* --- literal.c --- */
void number_decode(const char *from, const char *to, Node *constant);
typedef struct TextStyle {
    bool raw, bytes, fstring;
} TextStyle;
/* Appends the meaning of the text between quotes. Returns NULL, or what is wrong with it. */
const char *text_decode(Buf *out, const char *from, const char *to, TextStyle style);

#endif
