/* parse_expression.c -- expressions from the lightest binding (walrus, star, conditional) down to
 * the operators. Atoms and what follows them are in parse_atom.c and parse_call.c. */
#include "py/parser.h"

/* --- operators -------------------------------------------------------------------------------- */

typedef struct Infix {
    uint8_t strength; /* 0: no binary operator */
    uint8_t op;
} Infix;

static const Infix infixes[TOKEN_COUNT] = {
    [TOKEN_BAR] = {1, BINARY_BIT_OR},
    [TOKEN_CARET] = {2, BINARY_BIT_XOR},
    [TOKEN_AMPERSAND] = {3, BINARY_BIT_AND},
    [TOKEN_SHIFT_LEFT] = {4, BINARY_SHIFT_LEFT},
    [TOKEN_SHIFT_RIGHT] = {4, BINARY_SHIFT_RIGHT},
    [TOKEN_PLUS] = {5, BINARY_ADD},
    [TOKEN_MINUS] = {5, BINARY_SUBTRACT},
    [TOKEN_STAR] = {6, BINARY_MULTIPLY},
    [TOKEN_SLASH] = {6, BINARY_DIVIDE},
    [TOKEN_FLOOR_DIVIDE] = {6, BINARY_FLOOR_DIVIDE},
    [TOKEN_PERCENT] = {6, BINARY_MODULO},
    [TOKEN_AT] = {6, BINARY_MATRIX_MULTIPLY},
};

static Node *finish_binary(Parser *parser, Start start, Node *left, BinaryOperator op, Node *right)
{
    Node *n = finish(parser, start, NODE_BINARY);
    n->binary.left = left;
    n->binary.op = op;
    n->binary.right = right;
    return n;
}

static Node *parse_unary(Parser *parser);

/* a ** -b ** c: binds tighter than a sign on its left, looser than one on its right. */
static Node *parse_power(Parser *parser)
{
    Start start = start_here(parser);
    Node *base = parse_primary(parser);
    if (!accept(parser, TOKEN_POWER))
        return base;
    Node *exponent = parse_unary(parser);
    return finish_binary(parser, start, base, BINARY_POWER, exponent);
}

static Node *finish_unary(Parser *parser, Start start, UnaryOperator op, Node *operand)
{
    Node *n = finish(parser, start, NODE_UNARY);
    n->unary.op = op;
    n->unary.operand = operand;
    return n;
}

static Node *parse_unary(Parser *parser)
{
    static const uint8_t signs[TOKEN_COUNT] = {[TOKEN_MINUS] = UNARY_NEGATIVE + 1,
                                               [TOKEN_PLUS] = UNARY_POSITIVE + 1,
                                               [TOKEN_TILDE] = UNARY_INVERT + 1};
    uint8_t sign = signs[parser->token.type];
    descend(parser);
    Node *n;
    if (sign) {
        Start start = start_here(parser);
        advance(parser);
        n = parse_unary(parser);
        n = finish_unary(parser, start, (UnaryOperator)(sign - 1), n);
    } else {
        n = parse_power(parser);
    }
    ascend(parser);
    return n;
}

/* Precedence climbing: takes operators of at least this strength. */
static Node *parse_infix(Parser *parser, uint8_t strength)
{
    Start start = start_here(parser);
    Node *left = parse_unary(parser);
    for (uint32_t links = 0;; links++) {
        Infix infix = infixes[parser->token.type];
        if (infix.strength < strength || infix.strength == 0)
            return left;
        chain_check(parser, links);
        advance(parser);
        Node *right = parse_infix(parser, infix.strength + 1);
        left = finish_binary(parser, start, left, (BinaryOperator)infix.op, right);
    }
}

Node *parse_bitwise(Parser *parser)
{
    return parse_infix(parser, 1);
}

/* --- comparisons ------------------------------------------------------------------------------ */

/* Takes the operator, which may be two words; -1 when there is none. */
static int accept_comparison(Parser *parser)
{
    static const uint8_t operators[TOKEN_COUNT] = {
        [TOKEN_EQUAL] = COMPARE_EQUAL + 1,     [TOKEN_NOT_EQUAL] = COMPARE_NOT_EQUAL + 1,
        [TOKEN_LESS] = COMPARE_LESS + 1,       [TOKEN_LESS_EQUAL] = COMPARE_LESS_EQUAL + 1,
        [TOKEN_GREATER] = COMPARE_GREATER + 1, [TOKEN_GREATER_EQUAL] = COMPARE_GREATER_EQUAL + 1,
        [TOKEN_IN] = COMPARE_IN + 1,           [TOKEN_IS] = COMPARE_IS + 1,
        [TOKEN_NOT] = COMPARE_NOT_IN + 1,
    };
    int op = operators[parser->token.type] - 1;
    if (op < 0)
        return op;
    advance(parser);
    if (op == COMPARE_NOT_IN)
        expect_or_invalid(parser, TOKEN_IN);
    if (op == COMPARE_IS && accept(parser, TOKEN_NOT))
        op = COMPARE_IS_NOT;
    return op;
}

static Node *parse_comparison(Parser *parser)
{
    Start start = start_here(parser);
    Node *left = parse_bitwise(parser);
    int op = accept_comparison(parser);
    if (op < 0)
        return left;
    size_t begin = list_begin(parser);
    VEC(char) ops = {0};
    for (; op >= 0; op = accept_comparison(parser)) {
        vec_push(&ops, (char)op);
        list_add(parser, parse_bitwise(parser));
    }
    NodeList *rights = list_end(parser, begin);
    Node *n = finish(parser, start, NODE_COMPARE);
    n->compare.left = left;
    n->compare.rights = rights;
    n->compare.ops = (uint8_t *)ops.at;
    return n;
}

/* --- not, and, or ----------------------------------------------------------------------------- */

static Node *parse_inversion(Parser *parser)
{
    if (!at(parser, TOKEN_NOT))
        return parse_comparison(parser);
    Start start = start_here(parser);
    descend(parser);
    advance(parser);
    Node *operand = parse_inversion(parser);
    ascend(parser);
    return finish_unary(parser, start, UNARY_NOT, operand);
}

static Node *parse_boolean(Parser *parser, TokenType word, BooleanOperator op,
                           Node *(*rule)(Parser *))
{
    Start start = start_here(parser);
    Node *first = rule(parser);
    if (!at(parser, word))
        return first;
    size_t begin = list_begin(parser);
    list_add(parser, first);
    while (accept(parser, word))
        list_add(parser, rule(parser));
    NodeList *values = list_end(parser, begin);
    Node *n = finish(parser, start, NODE_BOOLEAN);
    n->boolean.op = op;
    n->boolean.values = values;
    return n;
}

static Node *parse_conjunction(Parser *parser)
{
    return parse_boolean(parser, TOKEN_AND, BOOLEAN_AND, parse_inversion);
}

Node *parse_disjunction(Parser *parser)
{
    return parse_boolean(parser, TOKEN_OR, BOOLEAN_OR, parse_conjunction);
}

/* --- conditional, lambda ---------------------------------------------------------------------- */

static Node *parse_lambda(Parser *parser)
{
    Start start = start_here(parser);
    if (lexer_in_bare_field(&parser->lexer))
        fail_here(parser, "f-string: lambda expressions are not allowed without parentheses");
    advance(parser);
    Node *parameters = parse_parameters(parser, TOKEN_COLON);
    if (!at(parser, TOKEN_COLON))
        fail_here(parser, "invalid syntax");
    advance(parser);
    Node *body = parse_ternary(parser);
    Node *n = finish(parser, start, NODE_LAMBDA);
    n->lambda.parameters = parameters;
    n->lambda.body = body;
    return n;
}

static Node *parse_conditional(Parser *parser, Start start, Node *body)
{
    advance(parser);
    Node *test = parse_disjunction(parser);
    if (!at(parser, TOKEN_ELSE) && !at(parser, TOKEN_COLON))
        fail_range(parser, start, test, "expected 'else' after 'if' expression");
    expect_or_invalid(parser, TOKEN_ELSE);
    Node *orelse = parse_ternary(parser);
    Node *n = finish(parser, start, NODE_CONDITIONAL);
    n->conditional.body = body;
    n->conditional.test = test;
    n->conditional.orelse = orelse;
    return n;
}

Node *parse_ternary(Parser *parser)
{
    Start start = start_here(parser);
    Node *n;
    descend(parser);
    if (at(parser, TOKEN_LAMBDA)) {
        n = parse_lambda(parser);
    } else {
        n = parse_disjunction(parser);
        parser->last = n;
        if (at(parser, TOKEN_IF))
            n = parse_conditional(parser, start, n);
    }
    ascend(parser);
    parser->last = n;
    return n;
}

/* --- walrus, star, yield ---------------------------------------------------------------------- */

Node *parse_named(Parser *parser)
{
    Start start = start_here(parser);
    Node *target = parse_ternary(parser);
    if (!at(parser, TOKEN_WALRUS))
        return target;
    if (target->kind != NODE_NAME || is_parenthesized(target, start))
        fail_node(parser, target, "cannot use assignment expressions with %s",
                  expression_name(target));
    advance(parser);
    Node *value = parse_ternary(parser);
    Node *n = finish(parser, start, NODE_NAMED);
    n->named.target = target;
    n->named.value = value;
    parser->last = n;
    return n;
}

static Node *parse_star(Parser *parser)
{
    Start start = start_here(parser);
    advance(parser);
    Node *value = parse_bitwise(parser);
    Node *n = finish(parser, start, NODE_STARRED);
    n->starred.value = value;
    return n;
}

Node *parse_star_named(Parser *parser)
{
    return at(parser, TOKEN_STAR) ? parse_star(parser) : parse_named(parser);
}

static Node *parse_star_ternary(Parser *parser)
{
    return at(parser, TOKEN_STAR) ? parse_star(parser) : parse_ternary(parser);
}

static bool begins_item(const Parser *parser)
{
    return token_begins_expression(parser->token.type) || at(parser, TOKEN_STAR);
}

Node *parse_expressions(Parser *parser)
{
    Start start = start_here(parser);
    Node *first = parse_star_ternary(parser);
    if (!at(parser, TOKEN_COMMA)) {
        if (first->kind == NODE_STARRED && !at(parser, TOKEN_ASSIGN))
            fail_node(parser, first, "can't use starred expression here");
        return first;
    }
    size_t begin = list_begin(parser);
    list_add(parser, first);
    while (accept(parser, TOKEN_COMMA) && begins_item(parser))
        list_add(parser, parse_star_ternary(parser));
    NodeList *items = list_end(parser, begin);
    Node *n = finish(parser, start, NODE_TUPLE);
    n->tuple.items = items;
    return n;
}

static Node *parse_yield_from(Parser *parser, Start start)
{
    advance(parser);
    Node *value = parse_ternary(parser);
    Node *n = finish(parser, start, NODE_YIELD_FROM);
    n->yield_from.value = value;
    return n;
}

Node *parse_yield(Parser *parser)
{
    Start start = start_here(parser);
    advance(parser);
    if (at(parser, TOKEN_FROM))
        return parse_yield_from(parser, start);
    Node *value = begins_item(parser) ? parse_expressions(parser) : NULL;
    Node *n = finish(parser, start, NODE_YIELD);
    n->yield.value = value;
    return n;
}

Node *parse_yield_or_expressions(Parser *parser)
{
    return at(parser, TOKEN_YIELD) ? parse_yield(parser) : parse_expressions(parser);
}
