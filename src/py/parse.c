/* parse.c -- the entry points of the parser, and what all rules share: tokens, nodes, lists, guards
 * and errors. The rules are in parse_statement.c, parse_compound.c, parse_pattern.c,
 * parse_expression.c, parse_atom.c, parse_call.c and parse_string.c. */
#include "py/parser.h"

#include "base/unicode_data.h"

/* --- tokens ----------------------------------------------------------------------------------- */

void advance(Parser *parser)
{
    parser->end_line = parser->token.end_line;
    parser->end_column = parser->token.end_column;
    parser->previous = parser->token.type;
    lexer_next(&parser->lexer, &parser->token);
}

bool accept(Parser *parser, TokenType type)
{
    if (!at(parser, type))
        return false;
    advance(parser);
    return true;
}

void expect(Parser *parser, TokenType type)
{
    if (!accept(parser, type))
        fail_here(parser, "expected '%s'", token_text(type));
}

void expect_or_invalid(Parser *parser, TokenType type)
{
    if (!accept(parser, type))
        fail_invalid(parser);
}

/* One name however it is spelled: "\ufb01le" is "file" (NFKC). */
static Str *name_intern(const char *start, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((signed char)start[i] < 0)
            return str_intern(unicode_normalize(str_new(start, length), NORMAL_NFKC));
    return intern_bytes(start, length);
}

Str *expect_name(Parser *parser)
{
    if (!at(parser, TOKEN_NAME))
        fail_invalid(parser);
    const Token *token = &parser->token;
    Str *name = name_intern(token->start, (size_t)(token->end - token->start));
    advance(parser);
    return name;
}

Token peek(const Parser *parser)
{
    Lexer copy = parser->lexer;
    Token token = parser->token;
    lexer_next(&copy, &token);
    return token;
}

bool token_is_word(const Parser *parser, const char *word)
{
    const Token *token = &parser->token;
    size_t length = strlen(word);
    return token->type == TOKEN_NAME && (size_t)(token->end - token->start) == length &&
           memcmp(token->start, word, length) == 0;
}

bool token_begins_expression(TokenType type)
{
    static const bool begins[TOKEN_COUNT] = {
        [TOKEN_NAME] = true,          [TOKEN_NUMBER] = true,     [TOKEN_STRING] = true,
        [TOKEN_FSTRING_START] = true, [TOKEN_NONE] = true,       [TOKEN_TRUE] = true,
        [TOKEN_FALSE] = true,         [TOKEN_ELLIPSIS] = true,   [TOKEN_LEFT_PARENTHESIS] = true,
        [TOKEN_LEFT_BRACKET] = true,  [TOKEN_LEFT_BRACE] = true, [TOKEN_MINUS] = true,
        [TOKEN_PLUS] = true,          [TOKEN_TILDE] = true,      [TOKEN_NOT] = true,
        [TOKEN_LAMBDA] = true,        [TOKEN_AWAIT] = true,
    };
    return begins[type];
}

/* --- nodes and lists -------------------------------------------------------------------------- */

Node *finish(Parser *parser, Start start, NodeKind kind)
{
    Node *n = node_new(kind);
    n->line = start.line;
    n->column = start.column;
    n->end_line = parser->end_line;
    n->end_column = parser->end_column;
    return n;
}

size_t list_begin(const Parser *parser)
{
    return parser->pending.length;
}

void list_add(Parser *parser, Node *item)
{
    vec_push(&parser->pending, item);
}

NodeList *list_end(Parser *parser, size_t begin)
{
    size_t length = parser->pending.length - begin;
    if (length == 0)
        return node_list_new(NULL, 0);
    parser->pending.length = begin;
    return node_list_new(&parser->pending.at[begin], length);
}

/* --- guards ----------------------------------------------------------------------------------- */

void descend(Parser *parser)
{
    if (++parser->depth > DEPTH_MAX)
        fail_here(parser, "too many nested expressions or blocks");
}

void chain_check(Parser *parser, uint32_t links)
{
    if (links > CHAIN_MAX)
        fail_here(parser, "too many operators in one expression");
}

/* --- errors ----------------------------------------------------------------------------------- */

static void lex_on(void *arg)
{
    Parser *parser = arg;
    while (parser->token.type != TOKEN_END)
        lexer_next(&parser->lexer, &parser->token);
}

static bool is_about_indentation(const Err *err)
{
    static const char *const starts[] = {"unindent does not", "inconsistent use of tabs",
                                         "too many levels"};
    for (size_t i = 0; i < COUNT_OF(starts); i++)
        if (str_starts_with(err->message, starts[i]))
            return true;
    return false;
}

/* A string or bracket left open further down is more likely the cause than what the parser stumbled
 * on: such errors win, as in CPython. A bracket counts only when it was opened on an earlier line.
 */
static Err *later_error(const Parser *parser, uint32_t line)
{
    Parser copy = *parser;
    Err *err = protect(lex_on, &copy);
    if (!err || is_about_indentation(err))
        return NULL;
    bool is_bracket = str_ends_with(err->message, "was never closed");
    return is_bracket && line <= err->pos.line ? NULL : err;
}

static uint32_t furthest_line(const Parser *parser, const Token *where)
{
    uint32_t line = where->end_line > where->line ? where->end_line : where->line;
    return parser->token.line > line ? parser->token.line : line;
}

static _Noreturn void fail_list(Parser *parser, const Token *where, const char *format,
                                va_list args)
{
    Str *message = str_format_list(format, args);
    Err *later = parser->quiet ? NULL : later_error(parser, furthest_line(parser, where));
    if (later)
        err_raise(later);
    raise_syntax(parser->lexer.file, where, NULL, "%s", message->text);
}

void fail_at(Parser *parser, const Token *where, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fail_list(parser, where, format, args);
}

void fail_here(Parser *parser, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Token where = parser->token;
    fail_list(parser, &where, format, args);
}

static Token node_place(Start from, const Node *to)
{
    return (Token){.line = from.line,
                   .column = from.column,
                   .end_line = to->end_line,
                   .end_column = to->end_column};
}

void fail_node(Parser *parser, const Node *n, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Token where = node_place(start_of(n), n);
    fail_list(parser, &where, format, args);
}

void fail_range(Parser *parser, Start from, const Node *to, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Token where = node_place(from, to);
    fail_list(parser, &where, format, args);
}

/* --- what "invalid syntax" may really mean ---------------------------------------------------- */

typedef struct Trial {
    Parser parser;
    Node *(*rule)(Parser *);
    Node *result;
} Trial;

static void run_trial(void *arg)
{
    Trial *trial = arg;
    trial->result = trial->rule(&trial->parser);
}

/* Parses ahead on a copy; NULL when that fails. */
static Node *parse_on_trial(const Parser *parser, Node *(*rule)(Parser *))
{
    Trial trial = {.parser = *parser, .rule = rule};
    trial.parser.quiet = true;
    return protect(run_trial, &trial) ? NULL : trial.result;
}

/* The expression that ends right before the current token, or NULL. */
static const Node *expression_before(const Parser *parser)
{
    const Node *last = parser->last;
    bool touches =
        last && last->end_line == parser->end_line && last->end_column == parser->end_column;
    return touches ? last : NULL;
}

/* [a b]: two expressions in a row inside brackets. */
static void check_forgotten_comma(Parser *parser, const Node *before)
{
    TokenType type = parser->token.type;
    bool string_follows = type == TOKEN_STRING || type == TOKEN_FSTRING_START;
    if (parser->lexer.depth == 0 || !token_begins_expression(type) || type == TOKEN_NOT ||
        (before->kind == NODE_NAME && string_follows))
        return;
    Node *next = parse_on_trial(parser, parse_ternary);
    if (next)
        fail_range(parser, start_of(before), next, "invalid syntax. Perhaps you forgot a comma?");
}

static Node *parse_after_assign(Parser *parser)
{
    advance(parser);
    return parse_bitwise(parser);
}

/* `if a = 1:` */
static void check_stray_assign(Parser *parser, const Node *before)
{
    if (!at(parser, TOKEN_ASSIGN))
        return;
    Node *value = parse_on_trial(parser, parse_after_assign);
    if (!value)
        return;
    if (before->kind == NODE_NAME)
        fail_range(parser, start_of(before), value,
                   "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    static const bool looser[NODE_KIND_COUNT] = {[NODE_BOOLEAN] = true,
                                                 [NODE_COMPARE] = true,
                                                 [NODE_CONDITIONAL] = true,
                                                 [NODE_LAMBDA] = true};
    if (looser[before->kind])
        return;
    if (target_find_invalid(before, TARGET_ASSIGN) || before->kind == NODE_ATTRIBUTE ||
        before->kind == NODE_SUBSCRIPT)
        fail_node(parser, before, "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                  expression_name(before));
}

/* print "hello": statements of Python 2. */
static void check_legacy_call(Parser *parser, const Node *before)
{
    if (parser->lexer.depth > 0 || before->kind != NODE_NAME ||
        !token_begins_expression(parser->token.type))
        return;
    const char *name = before->name.id->text;
    if (strcmp(name, "print") != 0 && strcmp(name, "exec") != 0)
        return;
    Node *value = parse_on_trial(parser, parse_expressions);
    if (value)
        fail_range(parser, start_of(before), value,
                   "Missing parentheses in call to '%s'. Did you mean %s(...)?", name, name);
}

void fail_field_end(Parser *parser)
{
    const Node *before = parser->quiet ? NULL : expression_before(parser);
    if (before)
        check_forgotten_comma(parser, before);
    fail_here(parser, "f-string: expecting '=', or '!', or ':', or '}'");
}

void fail_invalid(Parser *parser)
{
    const Node *before = parser->quiet ? NULL : expression_before(parser);
    if (before) {
        check_forgotten_comma(parser, before);
        check_stray_assign(parser, before);
        check_legacy_call(parser, before);
    }
    if (at(parser, TOKEN_INDENT)) {
        Token where = parser->token; /* the last blank of it */
        where.column = where.end_column > 1 ? where.end_column - 1 : 1;
        raise_syntax(parser->lexer.file, &where, NULL, "unexpected indent");
    }
    if (at(parser, TOKEN_DEDENT))
        raise_syntax(parser->lexer.file, &parser->token, NULL, "unexpected unindent");
    if (parser->lexer.fstring_count && lexer_in_bare_field(&parser->lexer) &&
        !token_begins_expression(parser->token.type))
        fail_here(parser, "f-string: invalid syntax");
    fail_here(parser, "invalid syntax");
}

/* --- entry points ----------------------------------------------------------------------------- */

static void parser_init(Parser *parser, Str *file, const Str *source)
{
    *parser = (Parser){.end_line = 1, .end_column = 1, .previous = TOKEN_NEWLINE};
    lexer_init(&parser->lexer, file, source);
    lexer_next(&parser->lexer, &parser->token);
}

static Node *finish_module(Parser *parser)
{
    Node *module = finish(parser, (Start){1, 1}, NODE_MODULE);
    module->module.body = list_end(parser, 0);
    return module;
}

Node *parse_module(Str *file, Str *source)
{
    Parser parser;
    parser_init(&parser, file, source);
    while (!at(&parser, TOKEN_END))
        parse_statement(&parser);
    return finish_module(&parser);
}

/* else, except, ...: what goes on below a block that was skipped. */
static bool at_continued_statement(const Parser *parser)
{
    TokenType type = parser->token.type;
    return type == TOKEN_ELSE || type == TOKEN_ELIF || type == TOKEN_EXCEPT ||
           type == TOKEN_FINALLY;
}

Node *parse_header(Str *file, Str *source)
{
    Parser parser;
    parser_init(&parser, file, source);
    while (!at(&parser, TOKEN_END)) {
        if (at_compound_statement(&parser) || at_continued_statement(&parser)) {
            lexer_skip_block(&parser.lexer);
            advance(&parser);
        } else {
            parse_statement(&parser);
        }
    }
    return finish_module(&parser);
}

/* eval() forgives blanks before the expression, which would else be an indentation. */
static void skip_leading_blanks(Parser *parser)
{
    Lexer *lexer = &parser->lexer;
    while (lexer->at < lexer->end && strchr(" \t\f\r\n", *lexer->at)) {
        if (*lexer->at == '\n')
            lexer->line++;
        lexer->at++;
        lexer->counted_column = *(lexer->at - 1) == '\n' ? 1 : lexer->counted_column + 1;
        lexer->counted = lexer->at;
    }
    lexer->line_begins = false;
    lexer_next(lexer, &parser->token);
}

Node *parse_expression(Str *file, Str *source)
{
    Parser parser = {.end_line = 1, .end_column = 1};
    lexer_init(&parser.lexer, file, source);
    skip_leading_blanks(&parser);
    Node *value = parse_expressions(&parser);
    while (accept(&parser, TOKEN_NEWLINE))
        ;
    if (at(&parser, TOKEN_ASSIGN)) /* where no statement can stand, none was meant */
        fail_here(&parser, "invalid syntax");
    if (!at(&parser, TOKEN_END))
        fail_invalid(&parser);
    return value;
}
