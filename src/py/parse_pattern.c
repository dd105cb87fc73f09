/* parse_pattern.c -- the match statement and its patterns. */
#include "py/parser.h"

static Node *parse_as_pattern(Parser *parser);

/* --- literals --------------------------------------------------------------------------------- */

static Node *finish_value(Parser *parser, Start start, Node *value)
{
    Node *n = finish(parser, start, NODE_PATTERN_VALUE);
    n->pattern_value.value = value;
    return n;
}

static Node *parse_signed_number(Parser *parser)
{
    Start start = start_here(parser);
    bool negative = accept(parser, TOKEN_MINUS);
    if (!at(parser, TOKEN_NUMBER))
        fail_invalid(parser);
    Node *number = parse_atom(parser);
    if (!negative)
        return number;
    Node *n = finish(parser, start, NODE_UNARY);
    n->unary.op = UNARY_NEGATIVE;
    n->unary.operand = number;
    return n;
}

static bool is_imaginary(const Node *n)
{
    return n->kind == NODE_CONSTANT && n->constant.type == CONSTANT_IMAGINARY;
}

/* 1, -1, -1 + 2j */
static Node *parse_number_value(Parser *parser)
{
    Start start = start_here(parser);
    Node *real = parse_signed_number(parser);
    if (!at(parser, TOKEN_PLUS) && !at(parser, TOKEN_MINUS))
        return real;
    BinaryOperator op = at(parser, TOKEN_PLUS) ? BINARY_ADD : BINARY_SUBTRACT;
    advance(parser);
    if (!at(parser, TOKEN_NUMBER))
        fail_invalid(parser);
    Node *imaginary = parse_atom(parser);
    if (is_imaginary(real->kind == NODE_UNARY ? real->unary.operand : real))
        fail_node(parser, real, "real number required in complex literal");
    if (!is_imaginary(imaginary))
        fail_node(parser, imaginary, "imaginary number required in complex literal");
    Node *n = finish(parser, start, NODE_BINARY);
    n->binary.left = real;
    n->binary.op = op;
    n->binary.right = imaginary;
    return n;
}

static Node *parse_text_value(Parser *parser)
{
    Node *value = parse_string(parser);
    if (value->kind == NODE_JOINED)
        fail_node(parser, value, "patterns may only match literals and attribute lookups");
    return value;
}

static Node *parse_singleton(Parser *parser)
{
    Start start = start_here(parser);
    Node *value = parse_atom(parser);
    Node *n = finish(parser, start, NODE_PATTERN_SINGLETON);
    n->pattern_singleton.value = value;
    return n;
}

/* --- names, attributes, classes --------------------------------------------------------------- */

/* `a.b.c` from the NAME. */
static Node *parse_dotted(Parser *parser)
{
    Start start = start_here(parser);
    Node *n = parse_atom(parser);
    for (uint32_t links = 0; accept(parser, TOKEN_DOT); links++) {
        chain_check(parser, links);
        Str *name = expect_name(parser);
        Node *attribute = finish(parser, start, NODE_ATTRIBUTE);
        attribute->attribute.value = n;
        attribute->attribute.name = name;
        n = attribute;
    }
    return n;
}

static Node *finish_capture(Parser *parser, Start start, const Node *name)
{
    Node *n = finish(parser, start, NODE_PATTERN_AS);
    n->pattern_as.name = str_is(name->name.id, "_") ? NULL : name->name.id;
    return n;
}

/* name=pattern, after a plain pattern turned out to be followed by '='. */
static Node *parse_keyword_pattern(Parser *parser, Start start, const Node *plain)
{
    bool is_name = plain->kind == NODE_PATTERN_AS && !plain->pattern_as.pattern;
    if (!is_name)
        fail_invalid(parser);
    Str *name = plain->pattern_as.name ? plain->pattern_as.name : intern("_");
    advance(parser);
    Node *pattern = parse_as_pattern(parser);
    Node *n = finish(parser, start, NODE_PATTERN_KEYWORD);
    n->pattern_keyword.name = name;
    n->pattern_keyword.pattern = pattern;
    return n;
}

static Node *parse_class_pattern(Parser *parser, Start start, Node *class_name)
{
    VEC(Node *) keywords = {0};
    size_t begin = list_begin(parser);
    advance(parser);
    while (!at(parser, TOKEN_RIGHT_PARENTHESIS)) {
        Start item = start_here(parser);
        Node *pattern = parse_as_pattern(parser);
        if (at(parser, TOKEN_ASSIGN))
            vec_push(&keywords, parse_keyword_pattern(parser, item, pattern));
        else if (keywords.length)
            fail_node(parser, pattern, "positional patterns follow keyword patterns");
        else
            list_add(parser, pattern);
        if (!accept(parser, TOKEN_COMMA))
            break;
    }
    expect_or_invalid(parser, TOKEN_RIGHT_PARENTHESIS);
    NodeList *patterns = list_end(parser, begin);
    Node *n = finish(parser, start, NODE_PATTERN_CLASS);
    n->pattern_class.class_name = class_name;
    n->pattern_class.patterns = patterns;
    n->pattern_class.keywords = node_list_new(keywords.at, keywords.length);
    return n;
}

static Node *parse_name_pattern(Parser *parser)
{
    Start start = start_here(parser);
    Node *name = parse_dotted(parser);
    if (at(parser, TOKEN_LEFT_PARENTHESIS))
        return parse_class_pattern(parser, start, name);
    if (name->kind == NODE_ATTRIBUTE)
        return finish_value(parser, start, name);
    return finish_capture(parser, start, name);
}

/* --- sequences and mappings ------------------------------------------------------------------- */

static Node *parse_star_pattern(Parser *parser)
{
    if (!at(parser, TOKEN_STAR))
        return parse_as_pattern(parser);
    Start start = start_here(parser);
    advance(parser);
    Str *name = expect_name(parser);
    Node *n = finish(parser, start, NODE_PATTERN_STAR);
    n->pattern_star.name = str_is(name, "_") ? NULL : name;
    return n;
}

/* The rest of a sequence after its first pattern, up to but without `closing`. */
static NodeList *parse_sequence_items(Parser *parser, Node *first, TokenType closing)
{
    size_t begin = list_begin(parser);
    list_add(parser, first);
    bool any_star = first->kind == NODE_PATTERN_STAR;
    while (accept(parser, TOKEN_COMMA) && !at(parser, closing) && !at(parser, TOKEN_IF)) {
        Node *item = parse_star_pattern(parser);
        if (item->kind == NODE_PATTERN_STAR && any_star)
            fail_node(parser, item, "multiple starred names in sequence pattern");
        any_star |= item->kind == NODE_PATTERN_STAR;
        list_add(parser, item);
    }
    return list_end(parser, begin);
}

static Node *finish_sequence(Parser *parser, Start start, NodeList *patterns)
{
    Node *n = finish(parser, start, NODE_PATTERN_SEQUENCE);
    n->pattern_sequence.patterns = patterns;
    return n;
}

/* [a, *b] or (a, *b); (a) alone is a group. */
static Node *parse_bracketed_pattern(Parser *parser, TokenType closing)
{
    Start start = start_here(parser);
    advance(parser);
    if (accept(parser, closing))
        return finish_sequence(parser, start, node_list_new(NULL, 0));
    Node *first = parse_star_pattern(parser);
    bool is_group = closing == TOKEN_RIGHT_PARENTHESIS && at(parser, closing) &&
                    first->kind != NODE_PATTERN_STAR;
    NodeList *patterns = is_group ? NULL : parse_sequence_items(parser, first, closing);
    expect_or_invalid(parser, closing);
    return is_group ? first : finish_sequence(parser, start, patterns);
}

static Node *parse_mapping_key(Parser *parser)
{
    switch (parser->token.type) {
    case TOKEN_NUMBER:
    case TOKEN_MINUS:
        return parse_number_value(parser);
    case TOKEN_STRING:
    case TOKEN_FSTRING_START:
        return parse_text_value(parser);
    case TOKEN_NONE:
    case TOKEN_TRUE:
    case TOKEN_FALSE:
        return parse_atom(parser);
    case TOKEN_NAME: {
        Node *key = parse_dotted(parser);
        if (key->kind == NODE_ATTRIBUTE)
            return key;
        fail_invalid(parser);
    }
    default:
        fail_invalid(parser);
    }
}

static Str *parse_mapping_rest(Parser *parser)
{
    advance(parser);
    Str *rest = expect_name(parser);
    accept(parser, TOKEN_COMMA);
    if (!at(parser, TOKEN_RIGHT_BRACE) || str_is(rest, "_"))
        fail_invalid(parser);
    return rest;
}

static Node *parse_mapping_pattern(Parser *parser)
{
    Start start = start_here(parser);
    VEC(Node *) keys = {0};
    Str *rest = NULL;
    size_t begin = list_begin(parser);
    advance(parser);
    while (!at(parser, TOKEN_RIGHT_BRACE)) {
        if (at(parser, TOKEN_POWER)) {
            rest = parse_mapping_rest(parser);
            break;
        }
        Node *key = parse_mapping_key(parser);
        vec_push(&keys, key);
        expect_or_invalid(parser, TOKEN_COLON);
        list_add(parser, parse_as_pattern(parser));
        if (!accept(parser, TOKEN_COMMA))
            break;
    }
    expect_or_invalid(parser, TOKEN_RIGHT_BRACE);
    NodeList *patterns = list_end(parser, begin);
    Node *n = finish(parser, start, NODE_PATTERN_MAPPING);
    n->pattern_mapping.keys = node_list_new(keys.at, keys.length);
    n->pattern_mapping.patterns = patterns;
    n->pattern_mapping.rest = rest;
    return n;
}

/* --- or, as ----------------------------------------------------------------------------------- */

static Node *parse_closed_pattern(Parser *parser)
{
    Start start = start_here(parser);
    switch (parser->token.type) {
    case TOKEN_NUMBER:
    case TOKEN_MINUS: {
        Node *value = parse_number_value(parser);
        return finish_value(parser, start, value);
    }
    case TOKEN_STRING:
    case TOKEN_FSTRING_START: {
        Node *value = parse_text_value(parser);
        return finish_value(parser, start, value);
    }
    case TOKEN_NONE:
    case TOKEN_TRUE:
    case TOKEN_FALSE:
        return parse_singleton(parser);
    case TOKEN_NAME:
        return parse_name_pattern(parser);
    case TOKEN_LEFT_PARENTHESIS:
        return parse_bracketed_pattern(parser, TOKEN_RIGHT_PARENTHESIS);
    case TOKEN_LEFT_BRACKET:
        return parse_bracketed_pattern(parser, TOKEN_RIGHT_BRACKET);
    case TOKEN_LEFT_BRACE:
        return parse_mapping_pattern(parser);
    default:
        fail_invalid(parser);
    }
}

static Node *parse_or_pattern(Parser *parser)
{
    Start start = start_here(parser);
    Node *first = parse_closed_pattern(parser);
    if (!at(parser, TOKEN_BAR))
        return first;
    size_t begin = list_begin(parser);
    list_add(parser, first);
    while (accept(parser, TOKEN_BAR))
        list_add(parser, parse_closed_pattern(parser));
    NodeList *patterns = list_end(parser, begin);
    Node *n = finish(parser, start, NODE_PATTERN_OR);
    n->pattern_or.patterns = patterns;
    return n;
}

static Str *parse_as_name(Parser *parser)
{
    if (token_is_word(parser, "_"))
        fail_here(parser, "cannot use '_' as a target");
    if (!at(parser, TOKEN_NAME))
        fail_here(parser, "invalid pattern target");
    Str *name = expect_name(parser);
    if (at(parser, TOKEN_DOT) || at(parser, TOKEN_LEFT_PARENTHESIS))
        fail_here(parser, "invalid pattern target");
    return name;
}

static Node *parse_as_pattern(Parser *parser)
{
    Start start = start_here(parser);
    descend(parser);
    Node *pattern = parse_or_pattern(parser);
    ascend(parser);
    if (!accept(parser, TOKEN_AS))
        return pattern;
    Str *name = parse_as_name(parser);
    Node *n = finish(parser, start, NODE_PATTERN_AS);
    n->pattern_as.pattern = pattern;
    n->pattern_as.name = name;
    return n;
}

Node *parse_top_pattern(Parser *parser)
{
    Start start = start_here(parser);
    Node *first = parse_star_pattern(parser);
    if (first->kind != NODE_PATTERN_STAR && !at(parser, TOKEN_COMMA))
        return first;
    if (!at(parser, TOKEN_COMMA))
        fail_invalid(parser);
    NodeList *patterns = parse_sequence_items(parser, first, TOKEN_COLON);
    return finish_sequence(parser, start, patterns);
}

/* --- the statement ---------------------------------------------------------------------------- */

/* `match` is a keyword only in a line that ends with ':' and does not read on like a name. */
bool at_match_statement(const Parser *parser)
{
    if (!token_is_word(parser, "match"))
        return false;
    Lexer lexer = parser->lexer;
    Token token = parser->token;
    lexer_next(&lexer, &token);
    if (!token_begins_expression(token.type) && token.type != TOKEN_STAR)
        return false;
    TokenType last = token.type;
    while (token.type != TOKEN_NEWLINE && token.type != TOKEN_END) {
        last = token.type;
        lexer_next(&lexer, &token);
    }
    return last == TOKEN_COLON;
}

static Node *parse_case(Parser *parser)
{
    Start start = start_here(parser);
    if (!token_is_word(parser, "case"))
        fail_invalid(parser);
    advance(parser);
    Node *pattern = parse_top_pattern(parser);
    Node *guard = accept(parser, TOKEN_IF) ? parse_named(parser) : NULL;
    if (!at(parser, TOKEN_COLON) && !at(parser, TOKEN_NEWLINE))
        fail_invalid(parser);
    NodeList *body = parse_block(parser, "'case' statement", start.line);
    Node *n = finish(parser, start, NODE_CASE);
    n->case_.pattern = pattern;
    n->case_.guard = guard;
    n->case_.body = body;
    n->end_line = body->at[body->length - 1]->end_line;
    n->end_column = body->at[body->length - 1]->end_column;
    return n;
}

static Node *parse_subject(Parser *parser)
{
    Start start = start_here(parser);
    Node *first = parse_star_named(parser);
    if (!at(parser, TOKEN_COMMA)) {
        if (first->kind == NODE_STARRED)
            fail_invalid(parser);
        return first;
    }
    size_t begin = list_begin(parser);
    list_add(parser, first);
    while (accept(parser, TOKEN_COMMA) && !at(parser, TOKEN_COLON))
        list_add(parser, parse_star_named(parser));
    NodeList *items = list_end(parser, begin);
    Node *n = finish(parser, start, NODE_TUPLE);
    n->tuple.items = items;
    return n;
}

static NodeList *parse_cases(Parser *parser, uint32_t line)
{
    if (!accept(parser, TOKEN_INDENT))
        fail_here(parser, "expected an indented block after 'match' statement on line %u", line);
    size_t begin = list_begin(parser);
    descend(parser);
    do
        list_add(parser, parse_case(parser));
    while (!accept(parser, TOKEN_DEDENT) && !at(parser, TOKEN_END));
    ascend(parser);
    return list_end(parser, begin);
}

Node *parse_match(Parser *parser)
{
    Start start = start_here(parser);
    advance(parser);
    Node *subject = parse_subject(parser);
    expect(parser, TOKEN_COLON);
    expect_or_invalid(parser, TOKEN_NEWLINE);
    NodeList *cases = parse_cases(parser, start.line);
    Node *n = finish(parser, start, NODE_MATCH);
    n->match.subject = subject;
    n->match.cases = cases;
    n->end_line = cases->at[cases->length - 1]->end_line;
    n->end_column = cases->at[cases->length - 1]->end_column;
    return n;
}
