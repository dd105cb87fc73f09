/* parse_atom.c -- names, constants, and everything in brackets: groups, tuples, displays,
 * comprehensions. */
#include "py/parser.h"

/* --- comprehensions --------------------------------------------------------------------------- */

bool at_clause(const Parser *parser)
{
    return at(parser, TOKEN_FOR) || (at(parser, TOKEN_ASYNC) && peek(parser).type == TOKEN_FOR);
}

static Node *parse_clause(Parser *parser)
{
    Start start = start_here(parser);
    bool is_async = accept(parser, TOKEN_ASYNC);
    expect_or_invalid(parser, TOKEN_FOR);
    Node *target = parse_targets(parser);
    target_check(parser, target, TARGET_ASSIGN);
    expect_or_invalid(parser, TOKEN_IN);
    Node *iterable = parse_disjunction(parser);
    size_t begin = list_begin(parser);
    while (accept(parser, TOKEN_IF))
        list_add(parser, parse_disjunction(parser));
    NodeList *conditions = list_end(parser, begin);
    Node *n = finish(parser, start, NODE_CLAUSE);
    n->clause.target = target;
    n->clause.iterable = iterable;
    n->clause.conditions = conditions;
    n->clause.is_async = is_async;
    return n;
}

NodeList *parse_clauses(Parser *parser)
{
    size_t begin = list_begin(parser);
    while (at_clause(parser))
        list_add(parser, parse_clause(parser));
    return list_end(parser, begin);
}

/* From the `for` to the closing bracket. */
static Node *finish_comprehension(Parser *parser, Start start, ComprehensionType type,
                                  Node *element, Node *value, TokenType closing)
{
    if (element->kind == NODE_STARRED)
        fail_node(parser, element, "iterable unpacking cannot be used in comprehension");
    NodeList *clauses = parse_clauses(parser);
    expect_or_invalid(parser, closing);
    Node *n = finish(parser, start, NODE_COMPREHENSION);
    n->comprehension.type = type;
    n->comprehension.element = element;
    n->comprehension.value = value;
    n->comprehension.clauses = clauses;
    return n;
}

/* --- ( ) -------------------------------------------------------------------------------------- */

/* After the first item: the rest up to the closing bracket, which is taken. */
static NodeList *parse_items(Parser *parser, Node *first, TokenType closing)
{
    size_t begin = list_begin(parser);
    list_add(parser, first);
    while (accept(parser, TOKEN_COMMA) && !at(parser, closing))
        list_add(parser, parse_star_named(parser));
    if (at_clause(parser) && closing != TOKEN_RIGHT_PARENTHESIS)
        fail_node(parser, first, "did you forget parentheses around the comprehension target?");
    expect_or_invalid(parser, closing);
    return list_end(parser, begin);
}

static Node *finish_tuple(Parser *parser, Start start, NodeList *items)
{
    Node *n = finish(parser, start, NODE_TUPLE);
    n->tuple.items = items;
    return n;
}

static Node *parse_group_yield(Parser *parser)
{
    Node *n = parse_yield(parser);
    expect_or_invalid(parser, TOKEN_RIGHT_PARENTHESIS);
    return n;
}

static Node *parse_parenthesized(Parser *parser)
{
    Start start = start_here(parser);
    advance(parser);
    if (accept(parser, TOKEN_RIGHT_PARENTHESIS))
        return finish_tuple(parser, start, node_list_new(NULL, 0));
    if (at(parser, TOKEN_YIELD))
        return parse_group_yield(parser);
    if (at(parser, TOKEN_POWER))
        fail_here(parser, "cannot use double starred expression here");
    Node *first = parse_star_named(parser);
    if (at_clause(parser))
        return finish_comprehension(parser, start, COMPREHENSION_GENERATOR, first, NULL,
                                    TOKEN_RIGHT_PARENTHESIS);
    if (at(parser, TOKEN_COMMA)) {
        NodeList *items = parse_items(parser, first, TOKEN_RIGHT_PARENTHESIS);
        return finish_tuple(parser, start, items);
    }
    expect_or_invalid(parser, TOKEN_RIGHT_PARENTHESIS);
    if (first->kind == NODE_STARRED)
        fail_node(parser, first, "cannot use starred expression here");
    return first;
}

/* --- [ ] -------------------------------------------------------------------------------------- */

static Node *finish_list(Parser *parser, Start start, NodeList *items)
{
    Node *n = finish(parser, start, NODE_LIST);
    n->list.items = items;
    return n;
}

static Node *parse_list(Parser *parser)
{
    Start start = start_here(parser);
    advance(parser);
    if (accept(parser, TOKEN_RIGHT_BRACKET))
        return finish_list(parser, start, node_list_new(NULL, 0));
    Node *first = parse_star_named(parser);
    if (at_clause(parser))
        return finish_comprehension(parser, start, COMPREHENSION_LIST, first, NULL,
                                    TOKEN_RIGHT_BRACKET);
    NodeList *items = parse_items(parser, first, TOKEN_RIGHT_BRACKET);
    return finish_list(parser, start, items);
}

/* --- { } -------------------------------------------------------------------------------------- */

static Node *parse_dict_value(Parser *parser, const Token *colon)
{
    if (at(parser, TOKEN_STAR))
        fail_here(parser, "cannot use a starred expression in a dictionary value");
    if (at(parser, TOKEN_RIGHT_BRACE) || at(parser, TOKEN_COMMA))
        fail_at(parser, colon, "expression expected after dictionary key and ':'");
    return parse_ternary(parser);
}

/* key: value, or **value with the key NULL. */
static void parse_dict_item(Parser *parser, Node **key, Node **value)
{
    *key = NULL;
    if (accept(parser, TOKEN_POWER)) {
        *value = parse_bitwise(parser);
        parser->last = *value;
        return;
    }
    *key = parse_ternary(parser);
    if (at(parser, TOKEN_RIGHT_BRACE) || at(parser, TOKEN_COMMA))
        fail_node(parser, *key, "':' expected after dictionary key");
    Token colon = parser->token;
    expect_or_invalid(parser, TOKEN_COLON);
    *value = parse_dict_value(parser, &colon);
}

static Node *finish_dict(Parser *parser, Start start, NodeList *keys, NodeList *values)
{
    Node *n = finish(parser, start, NODE_DICT);
    n->dict.keys = keys;
    n->dict.values = values;
    return n;
}

/* Keys and values lie in turn in the pending list; this takes them apart. */
static NodeList *every_second(Parser *parser, size_t begin, size_t from)
{
    size_t count = (parser->pending.length - begin) / 2;
    Node **nodes = new_array(Node *, count);
    for (size_t i = 0; i < count; i++)
        nodes[i] = parser->pending.at[begin + from + 2 * i];
    return node_list_new(nodes, count);
}

static Node *parse_dict_rest(Parser *parser, Start start, Node *key, Node *value)
{
    size_t begin = list_begin(parser);
    list_add(parser, key);
    list_add(parser, value);
    while (accept(parser, TOKEN_COMMA) && !at(parser, TOKEN_RIGHT_BRACE)) {
        parse_dict_item(parser, &key, &value);
        list_add(parser, key);
        list_add(parser, value);
    }
    expect_or_invalid(parser, TOKEN_RIGHT_BRACE);
    NodeList *keys = every_second(parser, begin, 0), *values = every_second(parser, begin, 1);
    parser->pending.length = begin;
    return finish_dict(parser, start, keys, values);
}

static Node *parse_dict(Parser *parser, Start start, Node *key)
{
    Node *value;
    if (key) {
        Token colon = parser->token;
        advance(parser);
        value = parse_dict_value(parser, &colon);
    } else {
        parse_dict_item(parser, &key, &value);
    }
    if (!at_clause(parser))
        return parse_dict_rest(parser, start, key, value);
    if (!key)
        fail_node(parser, value, "dict unpacking cannot be used in dict comprehension");
    return finish_comprehension(parser, start, COMPREHENSION_DICT, key, value, TOKEN_RIGHT_BRACE);
}

static Node *parse_braces(Parser *parser)
{
    Start start = start_here(parser);
    advance(parser);
    if (accept(parser, TOKEN_RIGHT_BRACE))
        return finish_dict(parser, start, node_list_new(NULL, 0), node_list_new(NULL, 0));
    if (at(parser, TOKEN_POWER))
        return parse_dict(parser, start, NULL);
    bool parenthesized = at(parser, TOKEN_LEFT_PARENTHESIS);
    Node *first = parse_star_named(parser);
    bool is_key = first->kind != NODE_STARRED && (first->kind != NODE_NAMED || parenthesized);
    if (at(parser, TOKEN_COLON) && is_key)
        return parse_dict(parser, start, first);
    if (at_clause(parser))
        return finish_comprehension(parser, start, COMPREHENSION_SET, first, NULL,
                                    TOKEN_RIGHT_BRACE);
    NodeList *items = parse_items(parser, first, TOKEN_RIGHT_BRACE);
    Node *n = finish(parser, start, NODE_SET);
    n->set.items = items;
    return n;
}

/* --- atoms ------------------------------------------------------------------------------------ */

static Node *parse_name(Parser *parser)
{
    Start start = start_here(parser);
    Str *id = expect_name(parser);
    Node *n = finish(parser, start, NODE_NAME);
    n->name.id = id;
    return n;
}

static Node *parse_number(Parser *parser)
{
    Start start = start_here(parser);
    Token token = parser->token;
    advance(parser);
    Node *n = finish(parser, start, NODE_CONSTANT);
    number_decode(token.start, token.end, n);
    return n;
}

static Node *parse_constant(Parser *parser, ConstantType type)
{
    Start start = start_here(parser);
    advance(parser);
    Node *n = finish(parser, start, NODE_CONSTANT);
    n->constant.type = type;
    return n;
}

Node *parse_atom(Parser *parser)
{
    switch (parser->token.type) {
    case TOKEN_NAME:
        return parse_name(parser);
    case TOKEN_NUMBER:
        return parse_number(parser);
    case TOKEN_STRING:
    case TOKEN_FSTRING_START:
        return parse_string(parser);
    case TOKEN_LEFT_PARENTHESIS:
        return parse_parenthesized(parser);
    case TOKEN_LEFT_BRACKET:
        return parse_list(parser);
    case TOKEN_LEFT_BRACE:
        return parse_braces(parser);
    case TOKEN_NONE:
        return parse_constant(parser, CONSTANT_NONE);
    case TOKEN_TRUE:
        return parse_constant(parser, CONSTANT_TRUE);
    case TOKEN_FALSE:
        return parse_constant(parser, CONSTANT_FALSE);
    case TOKEN_ELLIPSIS:
        return parse_constant(parser, CONSTANT_ELLIPSIS);
    default:
        fail_invalid(parser);
    }
}
