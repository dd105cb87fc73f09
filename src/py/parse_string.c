/* parse_string.c -- string atoms: neighbours joined, prefixes, f-strings with their fields. */
#include "py/parser.h"

/* A string being put together from neighbouring literals. */
typedef struct StringParts {
    Buf text; /* not yet a part */
    Start start, text_start;
    bool any_bytes, any_text, any_fstring;
    size_t begin; /* of the parts in parser->pending */
} StringParts;

static void add_text(Parser *parser, StringParts *parts, const char *from, const char *to,
                     TextStyle style)
{
    if (parts->text.length == 0)
        parts->text_start = start_here(parser);
    const char *problem = text_decode(&parts->text, from, to, style);
    if (problem)
        fail_here(parser, "%s", problem);
}

static void flush_text(Parser *parser, StringParts *parts)
{
    if (parts->text.length == 0)
        return;
    Node *n = finish(parser, parts->text_start, NODE_CONSTANT);
    n->constant.type = CONSTANT_STR;
    n->constant.string = buf_str(&parts->text);
    list_add(parser, n);
    buf_truncate(&parts->text, 0);
}

/* The text between the quotes of a string token, and its prefix. */
static TextStyle token_style(const Token *token, const char **from, const char **to)
{
    TextStyle style = {0};
    const char *p = token->start;
    for (; *p != '"' && *p != '\''; p++) {
        style.raw |= (*p | 32) == 'r';
        style.bytes |= (*p | 32) == 'b';
    }
    size_t quotes = token->end - p >= 6 && p[1] == p[0] && p[2] == p[0] ? 3 : 1;
    *from = p + quotes;
    *to = token->end - quotes;
    return style;
}

static void parse_plain_string(Parser *parser, StringParts *parts)
{
    const char *from, *to;
    TextStyle style = token_style(&parser->token, &from, &to);
    parts->any_bytes |= style.bytes;
    parts->any_text |= !style.bytes;
    if (parts->any_bytes && parts->any_text)
        fail_here(parser, "cannot mix bytes and nonbytes literals");
    add_text(parser, parts, from, to, style);
    advance(parser);
}

/* --- f-strings -------------------------------------------------------------------------------- */

static Node *parse_field(Parser *parser, StringParts *parts, bool raw);

/* Text and fields up to the end quote, or to the brace that ends a format specification. */
static void parse_fstring_parts(Parser *parser, StringParts *parts, bool raw)
{
    for (;;) {
        if (at(parser, TOKEN_FSTRING_TEXT)) {
            TextStyle style = {.raw = raw, .fstring = !parser->token.in_spec};
            add_text(parser, parts, parser->token.start, parser->token.end, style);
            advance(parser);
        } else if (at(parser, TOKEN_LEFT_BRACE)) {
            Node *field = parse_field(parser, parts, raw);
            flush_text(parser, parts);
            list_add(parser, field);
        } else {
            return;
        }
    }
}

/* After the ':'. */
static Node *parse_spec(Parser *parser, bool raw)
{
    Start start = start_here(parser);
    StringParts parts = {.start = start, .begin = list_begin(parser)};
    parse_fstring_parts(parser, &parts, raw);
    flush_text(parser, &parts);
    NodeList *list = list_end(parser, parts.begin);
    Node *n = finish(parser, start, NODE_JOINED);
    n->joined.parts = list;
    return n;
}

static char parse_conversion(Parser *parser)
{
    const Token *token = &parser->token;
    if (token->column != parser->end_column || token->line != parser->end_line)
        fail_at(parser,
                &(Token){.line = parser->end_line,
                         .column = parser->end_column - 1,
                         .end_line = token->end_line,
                         .end_column = token->end_column},
                "f-string: conversion type must come right after the exclamanation mark");
    if (!at(parser, TOKEN_NAME)) {
        if (at(parser, TOKEN_COLON) || at(parser, TOKEN_RIGHT_BRACE))
            fail_here(parser, "f-string: missing conversion character");
        fail_here(parser, "f-string: invalid conversion character");
    }
    int length = (int)(token->end - token->start);
    if (length != 1 || !strchr("sra", *token->start))
        fail_here(parser,
                  "f-string: invalid conversion character '%.*s': expected 's', 'r', or 'a'",
                  length, token->start);
    char conversion = *token->start;
    advance(parser);
    return conversion;
}

static void check_field_begin(Parser *parser)
{
    TokenType type = parser->token.type;
    if (type == TOKEN_RIGHT_BRACE || type == TOKEN_COLON || type == TOKEN_EXCLAMATION ||
        type == TOKEN_ASSIGN)
        fail_here(parser, "f-string: valid expression required before '%s'", token_text(type));
    if (!token_begins_expression(type) && type != TOKEN_STAR && type != TOKEN_YIELD)
        fail_here(parser, "f-string: expecting a valid expression after '{'");
}

static void check_field_end(Parser *parser, bool has_equal, bool has_conversion)
{
    if (at(parser, TOKEN_COLON) || at(parser, TOKEN_RIGHT_BRACE))
        return;
    if (at(parser, TOKEN_EXCLAMATION) && !has_conversion)
        return;
    if (has_conversion)
        fail_here(parser, "f-string: expecting ':' or '}'");
    if (has_equal)
        fail_here(parser, "f-string: expecting '!', or ':', or '}'");
    fail_field_end(parser);
}

static Node *parse_field(Parser *parser, StringParts *parts, bool raw)
{
    Start start = start_here(parser);
    const char *source = parser->token.end;
    advance(parser);
    check_field_begin(parser);
    Node *value = parse_yield_or_expressions(parser);
    bool has_equal = false;
    if (at(parser, TOKEN_ASSIGN)) {
        has_equal = true;
        advance(parser);
        add_text(parser, parts, source, parser->token.start, (TextStyle){.raw = true});
    } else {
        check_field_end(parser, false, false);
    }
    check_field_end(parser, has_equal, false);
    char conversion = accept(parser, TOKEN_EXCLAMATION) ? parse_conversion(parser) : '\0';
    if (conversion)
        check_field_end(parser, has_equal, true);
    Node *spec = NULL;
    if (accept(parser, TOKEN_COLON))
        spec = parse_spec(parser, raw);
    else if (has_equal && !conversion)
        conversion = 'r';
    if (!at(parser, TOKEN_RIGHT_BRACE))
        fail_here(parser, "f-string: expecting '}'");
    advance(parser);
    Node *n = finish(parser, start, NODE_FORMATTED);
    n->formatted.value = value;
    n->formatted.conversion = conversion;
    n->formatted.spec = spec;
    return n;
}

static void parse_fstring(Parser *parser, StringParts *parts)
{
    parts->any_text = parts->any_fstring = true;
    if (parts->any_bytes)
        fail_here(parser, "cannot mix bytes and nonbytes literals");
    bool raw = false;
    for (const char *p = parser->token.start; *p != '"' && *p != '\''; p++)
        raw |= (*p | 32) == 'r';
    advance(parser);
    parse_fstring_parts(parser, parts, raw);
    if (!at(parser, TOKEN_FSTRING_END))
        fail_here(parser, "f-string: expecting '}'");
    advance(parser);
}

/* --- the atom --------------------------------------------------------------------------------- */

static Node *finish_plain(Parser *parser, StringParts *parts)
{
    Node *n = finish(parser, parts->start, NODE_CONSTANT);
    Str *text = buf_str(&parts->text);
    if (parts->any_bytes) {
        n->constant.type = CONSTANT_BYTES;
        n->constant.bytes = text->text;
        n->constant.length = (uint32_t)parts->text.length;
    } else {
        n->constant.type = CONSTANT_STR;
        n->constant.string = text;
    }
    return n;
}

Node *parse_string(Parser *parser)
{
    char room[256];
    StringParts parts = {.text = BUF_IN(room), .start = start_here(parser), .begin = list_begin(parser)};
    for (;;) {
        if (at(parser, TOKEN_STRING))
            parse_plain_string(parser, &parts);
        else if (at(parser, TOKEN_FSTRING_START))
            parse_fstring(parser, &parts);
        else
            break;
    }
    if (!parts.any_fstring)
        return finish_plain(parser, &parts);
    flush_text(parser, &parts);
    NodeList *list = list_end(parser, parts.begin);
    Node *n = finish(parser, parts.start, NODE_JOINED);
    n->joined.parts = list;
    return n;
}
