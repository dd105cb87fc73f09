/* parse_call.c -- what follows an atom: attributes, calls, subscripts; and the parameters of
 * functions. */
#include "py/parser.h"

/* --- arguments -------------------------------------------------------------------------------- */

/* The lists of one call in the making; positional ones lie in parser->pending. */
typedef struct Arguments {
    VEC(Node *) keywords;
    bool any_named, any_unpacked; /* name=, ** */
} Arguments;

static void add_keyword(Parser *parser, Arguments *arguments, Start start, Str *name, Node *value)
{
    Node *n = finish(parser, start, NODE_KEYWORD);
    n->keyword.name = name;
    n->keyword.value = value;
    vec_push(&arguments->keywords, n);
}

static void parse_unpacked(Parser *parser, Arguments *arguments)
{
    Start start = start_here(parser);
    advance(parser);
    Node *value = parse_ternary(parser);
    arguments->any_unpacked = true;
    add_keyword(parser, arguments, start, NULL, value);
}

static void parse_starred_argument(Parser *parser, Arguments *arguments)
{
    Start start = start_here(parser);
    if (arguments->any_unpacked)
        fail_here(parser, "iterable argument unpacking follows keyword argument unpacking");
    advance(parser);
    Node *value = parse_ternary(parser);
    Node *n = finish(parser, start, NODE_STARRED);
    n->starred.value = value;
    list_add(parser, n);
}

/* At the '=' after `name`. */
static void parse_named_argument(Parser *parser, Arguments *arguments, Start start, Node *name)
{
    bool is_singleton = name->kind == NODE_CONSTANT && (name->constant.type == CONSTANT_NONE ||
                                                        name->constant.type == CONSTANT_TRUE ||
                                                        name->constant.type == CONSTANT_FALSE);
    if (is_singleton) {
        Token where = parser->token; /* up to the '=' */
        where.line = name->line;
        where.column = name->column;
        fail_at(parser, &where, "cannot assign to %s", expression_name(name));
    }
    if (name->kind != NODE_NAME || is_parenthesized(name, start))
        fail_node(parser, name, "expression cannot contain assignment, perhaps you meant \"==\"?");
    Token named = parser->token;
    named.line = start.line;
    named.column = start.column;
    advance(parser);
    if (at(parser, TOKEN_COMMA) || at(parser, TOKEN_RIGHT_PARENTHESIS))
        fail_at(parser, &named, "expected argument value expression");
    Node *value = parse_ternary(parser);
    if (at_clause(parser))
        fail_range(parser, start, value,
                   "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    arguments->any_named = true;
    add_keyword(parser, arguments, start, name->name.id, value);
}

/* f(x for x in y): the parentheses are those of the call. */
static void parse_generator_argument(Parser *parser, Start call, size_t begin, Node *element)
{
    NodeList *clauses = parse_clauses(parser);
    if (!at(parser, TOKEN_COMMA) && !at(parser, TOKEN_RIGHT_PARENTHESIS))
        fail_here(parser, "invalid syntax");
    bool alone = list_begin(parser) == begin && at(parser, TOKEN_RIGHT_PARENTHESIS);
    if (!alone)
        fail_range(parser, start_of(element), clauses->at[clauses->length - 1],
                   "Generator expression must be parenthesized");
    Node *n = node_new(NODE_COMPREHENSION);
    n->line = call.line;
    n->column = call.column;
    n->end_line = parser->token.end_line;
    n->end_column = parser->token.end_column;
    n->comprehension.type = COMPREHENSION_GENERATOR;
    n->comprehension.element = element;
    n->comprehension.clauses = clauses;
    list_add(parser, n);
}

static void parse_argument(Parser *parser, Arguments *arguments, Start call, size_t begin)
{
    Start start = start_here(parser);
    if (at(parser, TOKEN_POWER)) {
        parse_unpacked(parser, arguments);
        return;
    }
    if (at(parser, TOKEN_STAR)) {
        parse_starred_argument(parser, arguments);
        return;
    }
    Node *value = parse_named(parser);
    if (at(parser, TOKEN_ASSIGN)) {
        parse_named_argument(parser, arguments, start, value);
    } else if (at_clause(parser)) {
        if (arguments->keywords.length)
            begin = SIZE_MAX;
        parse_generator_argument(parser, call, begin, value);
    } else {
        if (arguments->any_named || arguments->any_unpacked) {
            if (!at(parser, TOKEN_COMMA) && !at(parser, TOKEN_RIGHT_PARENTHESIS))
                fail_invalid(parser);
            fail_here(parser, "positional argument follows keyword argument%s",
                      arguments->any_unpacked ? " unpacking" : "");
        }
        list_add(parser, value);
    }
}

void parse_arguments(Parser *parser, NodeList **positional, NodeList **keywords)
{
    Start call = start_here(parser);
    Arguments arguments = {0};
    size_t begin = list_begin(parser);
    advance(parser);
    while (!at(parser, TOKEN_RIGHT_PARENTHESIS)) {
        parse_argument(parser, &arguments, call, begin);
        if (!accept(parser, TOKEN_COMMA))
            break;
        Node *last = list_begin(parser) > begin ? parser->pending.at[list_begin(parser) - 1] : NULL;
        if (last && last->kind == NODE_COMPREHENSION && last->column == call.column &&
            last->line == call.line)
            fail_node(parser, last, "Generator expression must be parenthesized");
    }
    *positional = list_end(parser, begin);
    *keywords = node_list_new(arguments.keywords.at, arguments.keywords.length);
    expect_or_invalid(parser, TOKEN_RIGHT_PARENTHESIS);
}

/* --- subscripts ------------------------------------------------------------------------------- */

static bool at_slice_end(const Parser *parser)
{
    return at(parser, TOKEN_COLON) || at(parser, TOKEN_COMMA) || at(parser, TOKEN_RIGHT_BRACKET);
}

/* After `lower`, at the ':'. */
static Node *parse_slice_rest(Parser *parser, Start start, Node *lower)
{
    advance(parser);
    Node *upper = at_slice_end(parser) ? NULL : parse_ternary(parser);
    Node *step = NULL;
    if (accept(parser, TOKEN_COLON) && !at_slice_end(parser))
        step = parse_ternary(parser);
    Node *n = finish(parser, start, NODE_SLICE);
    n->slice.lower = lower;
    n->slice.upper = upper;
    n->slice.step = step;
    return n;
}

static Node *parse_slice(Parser *parser)
{
    Start start = start_here(parser);
    if (at(parser, TOKEN_COLON))
        return parse_slice_rest(parser, start, NULL);
    Node *n = parse_star_named(parser);
    bool bare_walrus = n->kind == NODE_NAMED && !is_parenthesized(n, start);
    if (at(parser, TOKEN_COLON) && n->kind != NODE_STARRED && !bare_walrus)
        return parse_slice_rest(parser, start, n);
    return n;
}

Node *parse_index(Parser *parser)
{
    Start start = start_here(parser);
    Node *first = parse_slice(parser);
    if (!at(parser, TOKEN_COMMA) && first->kind != NODE_STARRED)
        return first;
    size_t begin = list_begin(parser);
    list_add(parser, first);
    while (accept(parser, TOKEN_COMMA) && !at(parser, TOKEN_RIGHT_BRACKET))
        list_add(parser, parse_slice(parser));
    NodeList *items = list_end(parser, begin);
    Node *n = finish(parser, start, NODE_TUPLE);
    n->tuple.items = items;
    return n;
}

/* --- primaries -------------------------------------------------------------------------------- */

static Node *parse_attribute(Parser *parser, Start start, Node *value)
{
    advance(parser);
    Str *name = expect_name(parser);
    Node *n = finish(parser, start, NODE_ATTRIBUTE);
    n->attribute.value = value;
    n->attribute.name = name;
    return n;
}

static Node *parse_call(Parser *parser, Start start, Node *callee)
{
    NodeList *arguments, *keywords;
    parse_arguments(parser, &arguments, &keywords);
    Node *n = finish(parser, start, NODE_CALL);
    n->call.callee = callee;
    n->call.arguments = arguments;
    n->call.keywords = keywords;
    return n;
}

static Node *parse_subscript(Parser *parser, Start start, Node *value)
{
    advance(parser);
    Node *index = parse_index(parser);
    expect_or_invalid(parser, TOKEN_RIGHT_BRACKET);
    Node *n = finish(parser, start, NODE_SUBSCRIPT);
    n->subscript.value = value;
    n->subscript.index = index;
    return n;
}

static Node *parse_trailers(Parser *parser)
{
    Start start = start_here(parser);
    Node *n = parse_atom(parser);
    for (uint32_t links = 0;; links++) {
        chain_check(parser, links);
        if (at(parser, TOKEN_DOT))
            n = parse_attribute(parser, start, n);
        else if (at(parser, TOKEN_LEFT_PARENTHESIS))
            n = parse_call(parser, start, n);
        else if (at(parser, TOKEN_LEFT_BRACKET))
            n = parse_subscript(parser, start, n);
        else
            return n;
    }
}

Node *parse_primary(Parser *parser)
{
    if (!at(parser, TOKEN_AWAIT))
        return parse_trailers(parser);
    Start start = start_here(parser);
    advance(parser);
    Node *value = parse_trailers(parser);
    Node *n = finish(parser, start, NODE_AWAIT);
    n->await.value = value;
    return n;
}

/* --- parameters ------------------------------------------------------------------------------- */

/* One parameter list in the making; positional ones lie in parser->pending until the star. */
typedef struct Parameters {
    TokenType closing; /* ')' of a function, ':' of a lambda */
    size_t begin;
    NodeList *positional;
    Node *rest, *keywords;
    uint32_t only_positional;
    bool any_slash, any_star, any_default;
} Parameters;

static bool has_annotations(const Parameters *parameters)
{
    return parameters->closing == TOKEN_RIGHT_PARENTHESIS;
}

static Node *parse_annotation(Parser *parser, const Parameters *parameters, bool is_rest)
{
    if (!has_annotations(parameters) || !accept(parser, TOKEN_COLON))
        return NULL;
    return is_rest && at(parser, TOKEN_STAR) ? parse_star_named(parser) : parse_ternary(parser);
}

/* name: annotation = default */
static Node *parse_parameter(Parser *parser, Parameters *parameters, const char *starred)
{
    Start start = start_here(parser);
    if (at(parser, TOKEN_LEFT_PARENTHESIS))
        fail_here(parser, "%s parameters cannot be parenthesized",
                  has_annotations(parameters) ? "Function" : "Lambda expression");
    Str *name = expect_name(parser);
    bool is_rest = starred && strcmp(starred, "positional") == 0;
    Node *annotation = parse_annotation(parser, parameters, is_rest);
    Node *n = finish(parser, start, NODE_PARAMETER);
    n->parameter.name = name;
    n->parameter.annotation = annotation;
    if (starred && at(parser, TOKEN_ASSIGN))
        fail_here(parser, "var-%s argument cannot have default value", starred);
    Token equal = parser->token;
    if (accept(parser, TOKEN_ASSIGN)) {
        if (at(parser, TOKEN_COMMA) || at(parser, parameters->closing))
            fail_at(parser, &equal, "expected default value expression");
        n->parameter.default_value = parse_ternary(parser);
    }
    return n;
}

static void parse_slash(Parser *parser, Parameters *parameters)
{
    if (parameters->any_slash)
        fail_here(parser, "/ may appear only once");
    if (parameters->any_star)
        fail_here(parser, "/ must be ahead of *");
    parameters->only_positional = (uint32_t)(list_begin(parser) - parameters->begin);
    Token slash = parser->token;
    parameters->any_slash = true;
    advance(parser);
    if (parameters->only_positional == 0)
        fail_at(parser, &slash, at(parser, TOKEN_COMMA) ? "at least one argument must precede /" : "invalid syntax");
}

static void parse_star_parameter(Parser *parser, Parameters *parameters)
{
    if (parameters->any_star)
        fail_here(parser, "* argument may appear only once");
    parameters->any_star = true;
    parameters->positional = list_end(parser, parameters->begin);
    Token star = parser->token;
    advance(parser);
    if (at(parser, TOKEN_NAME)) {
        parameters->rest = parse_parameter(parser, parameters, "positional");
        return;
    }
    bool is_followed = at(parser, TOKEN_COMMA) && peek(parser).type != parameters->closing &&
                       peek(parser).type != TOKEN_POWER;
    if (!is_followed && parameters->closing == TOKEN_COLON && at(parser, TOKEN_COLON))
        fail_here(parser, "named arguments must follow bare *");
    if (!is_followed && (at(parser, TOKEN_COMMA) || at(parser, parameters->closing)))
        fail_at(parser, &star, "named arguments must follow bare *");
}

static void parse_keywords_parameter(Parser *parser, Parameters *parameters)
{
    advance(parser);
    parameters->keywords = parse_parameter(parser, parameters, "keyword");
    accept(parser, TOKEN_COMMA);
    if (!at(parser, parameters->closing)) {
        if (at(parser, TOKEN_NAME) || at(parser, TOKEN_STAR) || at(parser, TOKEN_POWER) ||
            at(parser, TOKEN_SLASH))
            fail_here(parser, "arguments cannot follow var-keyword argument");
        fail_invalid(parser);
    }
}

static void parse_plain_parameter(Parser *parser, Parameters *parameters)
{
    Node *n = parse_parameter(parser, parameters, NULL);
    if (!parameters->any_star) {
        if (parameters->any_default && !n->parameter.default_value)
            fail_node(parser, n, "parameter without a default follows parameter with a default");
        parameters->any_default |= n->parameter.default_value != NULL;
    }
    list_add(parser, n);
}

static void parse_any_parameter(Parser *parser, Parameters *parameters)
{
    switch (parser->token.type) {
    case TOKEN_SLASH:
        parse_slash(parser, parameters);
        break;
    case TOKEN_STAR:
        parse_star_parameter(parser, parameters);
        break;
    case TOKEN_POWER:
        parse_keywords_parameter(parser, parameters);
        break;
    default:
        parse_plain_parameter(parser, parameters);
    }
}

Node *parse_parameters(Parser *parser, TokenType closing)
{
    Start start = start_here(parser);
    Parameters parameters = {.closing = closing, .begin = list_begin(parser)};
    while (!at(parser, closing)) {
        parse_any_parameter(parser, &parameters);
        if (parameters.keywords || !accept(parser, TOKEN_COMMA))
            break;
    }
    NodeList *list = list_end(parser, parameters.begin);
    Node *n = finish(parser, start, NODE_PARAMETERS);
    n->parameters.positional = parameters.any_star ? parameters.positional : list;
    n->parameters.only_keyword = parameters.any_star ? list : node_list_new(NULL, 0);
    n->parameters.rest = parameters.rest;
    n->parameters.keywords = parameters.keywords;
    n->parameters.only_positional = parameters.only_positional;
    return n;
}
