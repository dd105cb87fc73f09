/* parse_statement.c -- statements that fit in a line, joined by semicolons. */
#include "py/parser.h"

/* --- assignments ------------------------------------------------------------------------------ */

static const uint8_t augmented_operators[TOKEN_COUNT] = {
    [TOKEN_PLUS_ASSIGN] = BINARY_ADD + 1,
    [TOKEN_MINUS_ASSIGN] = BINARY_SUBTRACT + 1,
    [TOKEN_STAR_ASSIGN] = BINARY_MULTIPLY + 1,
    [TOKEN_AT_ASSIGN] = BINARY_MATRIX_MULTIPLY + 1,
    [TOKEN_SLASH_ASSIGN] = BINARY_DIVIDE + 1,
    [TOKEN_FLOOR_DIVIDE_ASSIGN] = BINARY_FLOOR_DIVIDE + 1,
    [TOKEN_PERCENT_ASSIGN] = BINARY_MODULO + 1,
    [TOKEN_POWER_ASSIGN] = BINARY_POWER + 1,
    [TOKEN_SHIFT_LEFT_ASSIGN] = BINARY_SHIFT_LEFT + 1,
    [TOKEN_SHIFT_RIGHT_ASSIGN] = BINARY_SHIFT_RIGHT + 1,
    [TOKEN_AMPERSAND_ASSIGN] = BINARY_BIT_AND + 1,
    [TOKEN_BAR_ASSIGN] = BINARY_BIT_OR + 1,
    [TOKEN_CARET_ASSIGN] = BINARY_BIT_XOR + 1,
};

static bool is_single_target(const Node *n)
{
    return n->kind == NODE_NAME || n->kind == NODE_ATTRIBUTE || n->kind == NODE_SUBSCRIPT;
}

static Node *parse_augmented(Parser *parser, Start start, Node *target)
{
    BinaryOperator op = (BinaryOperator)(augmented_operators[parser->token.type] - 1);
    if (!is_single_target(target))
        fail_node(parser, target, "'%s' is an illegal expression for augmented assignment",
                  expression_name(target));
    advance(parser);
    Node *value = parse_yield_or_expressions(parser);
    if (at(parser, TOKEN_ASSIGN))
        fail_here(parser, "invalid syntax");
    Node *n = finish(parser, start, NODE_AUGMENTED);
    n->augmented.target = target;
    n->augmented.op = op;
    n->augmented.value = value;
    return n;
}

/* a comparison may be what was meant: only what binds tighter than one, and only without further
 * '='. */
static bool may_be_comparison(const Parser *parser, const Node *n)
{
    static const bool never[NODE_KIND_COUNT] = {
        [NODE_LIST] = true,    [NODE_TUPLE] = true,   [NODE_STARRED] = true,
        [NODE_BOOLEAN] = true, [NODE_COMPARE] = true, [NODE_CONDITIONAL] = true,
        [NODE_LAMBDA] = true,  [NODE_YIELD] = true,   [NODE_YIELD_FROM] = true,
    };
    if (n->kind == NODE_COMPREHENSION)
        return n->comprehension.type != COMPREHENSION_GENERATOR && !at(parser, TOKEN_ASSIGN);
    if (n->kind == NODE_CONSTANT && n->constant.type <= CONSTANT_FALSE)
        return false;
    if (n->kind == NODE_UNARY && n->unary.op == UNARY_NOT)
        return false;
    return !never[n->kind] && !at(parser, TOKEN_ASSIGN);
}

static void check_assigned(Parser *parser, const Node *target, bool only_one)
{
    const Node *invalid = target_find_invalid(target, TARGET_ASSIGN);
    if (!invalid) {
        if (target->kind == NODE_STARRED)
            fail_node(parser, target, "starred assignment target must be in a list or tuple");
        return;
    }
    if (only_one && invalid == target && may_be_comparison(parser, target))
        fail_node(parser, target, "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                  expression_name(target));
    target_check(parser, target, TARGET_ASSIGN);
}

/* At the first '='. */
static Node *parse_assign(Parser *parser, Start start, Node *target)
{
    size_t begin = list_begin(parser);
    Node *value = target;
    while (accept(parser, TOKEN_ASSIGN)) {
        list_add(parser, value);
        Node *left = value;
        bool yields = at(parser, TOKEN_YIELD);
        if (target_find_invalid(left, TARGET_ASSIGN) &&
            !token_begins_expression(parser->token.type) && !yields && !at(parser, TOKEN_STAR))
            target_check(parser, left, TARGET_ASSIGN);
        value = parse_yield_or_expressions(parser);
        check_assigned(parser, left, left == target);
    }
    if (value->kind == NODE_STARRED)
        fail_node(parser, value, "can't use starred expression here");
    NodeList *targets = list_end(parser, begin);
    Node *n = finish(parser, start, NODE_ASSIGN);
    n->assign.targets = targets;
    n->assign.value = value;
    return n;
}

/* At the ':'. */
static Node *parse_annotated(Parser *parser, Start start, Node *target)
{
    bool parenthesized = is_parenthesized(target, start);
    advance(parser);
    Node *annotation = parse_ternary(parser);
    if (target->kind == NODE_LIST || target->kind == NODE_TUPLE)
        fail_node(parser, target, "only single target (not %s) can be annotated",
                  expression_name(target));
    if (!is_single_target(target))
        fail_node(parser, target, "illegal target for annotation");
    Node *value = accept(parser, TOKEN_ASSIGN) ? parse_yield_or_expressions(parser) : NULL;
    Node *n = finish(parser, start, NODE_ANNOTATED);
    n->annotated.target = target;
    n->annotated.annotation = annotation;
    n->annotated.value = value;
    n->annotated.simple = target->kind == NODE_NAME && !parenthesized;
    return n;
}

static bool at_type_alias(const Parser *parser)
{
    return token_is_word(parser, "type") && peek(parser).type == TOKEN_NAME;
}

static Node *parse_type_alias(Parser *parser)
{
    Start start = start_here(parser);
    advance(parser);
    Node *name = parse_atom(parser);
    NodeList *type_parameters = parse_type_parameters(parser);
    expect_or_invalid(parser, TOKEN_ASSIGN);
    Node *value = parse_ternary(parser);
    Node *n = finish(parser, start, NODE_TYPE_ALIAS);
    n->type_alias.name = name;
    n->type_alias.type_parameters = type_parameters;
    n->type_alias.value = value;
    return n;
}

/* An expression, or an assignment, which begins with one. */
static Node *parse_expression_statement(Parser *parser)
{
    if (at_type_alias(parser))
        return parse_type_alias(parser);
    Start start = start_here(parser);
    Node *value = parse_yield_or_expressions(parser);
    if (at(parser, TOKEN_ASSIGN))
        return parse_assign(parser, start, value);
    if (at(parser, TOKEN_COLON) && parser->lexer.depth == 0 && value->kind != NODE_YIELD)
        return parse_annotated(parser, start, value);
    if (augmented_operators[parser->token.type])
        return parse_augmented(parser, start, value);
    if (at(parser, TOKEN_WALRUS) && value->kind != NODE_NAME)
        fail_node(parser, value, "cannot use assignment expressions with %s",
                  expression_name(value));
    Node *n = finish(parser, start, NODE_EXPRESSION);
    n->expression.value = value;
    return n;
}

/* --- statements that begin with a keyword ----------------------------------------------------- */

static Node *parse_word(Parser *parser, NodeKind kind)
{
    Start start = start_here(parser);
    advance(parser);
    return finish(parser, start, kind);
}

static bool at_line_end(const Parser *parser)
{
    return at(parser, TOKEN_NEWLINE) || at(parser, TOKEN_SEMICOLON) || at(parser, TOKEN_END);
}

static Node *parse_return(Parser *parser)
{
    Start start = start_here(parser);
    advance(parser);
    Node *value = at_line_end(parser) ? NULL : parse_expressions(parser);
    Node *n = finish(parser, start, NODE_RETURN);
    n->return_.value = value;
    return n;
}

static Node *parse_raise(Parser *parser)
{
    Start start = start_here(parser);
    advance(parser);
    Node *exception = NULL, *cause = NULL;
    if (!at_line_end(parser)) {
        exception = parse_ternary(parser);
        if (accept(parser, TOKEN_FROM))
            cause = parse_ternary(parser);
    }
    Node *n = finish(parser, start, NODE_RAISE);
    n->raise.exception = exception;
    n->raise.cause = cause;
    return n;
}

static Node *parse_assert(Parser *parser)
{
    Start start = start_here(parser);
    advance(parser);
    Node *test = parse_ternary(parser);
    if (at(parser, TOKEN_ASSIGN))
        fail_here(parser, "invalid syntax");
    Node *message = accept(parser, TOKEN_COMMA) ? parse_ternary(parser) : NULL;
    Node *n = finish(parser, start, NODE_ASSERT);
    n->assert_.test = test;
    n->assert_.message = message;
    return n;
}

static Node *parse_delete(Parser *parser)
{
    Start start = start_here(parser);
    advance(parser);
    size_t begin = list_begin(parser);
    do {
        Node *target = parse_star_named(parser);
        target_check(parser, target, TARGET_DELETE);
        list_add(parser, target);
    } while (accept(parser, TOKEN_COMMA) && !at_line_end(parser));
    NodeList *targets = list_end(parser, begin);
    Node *n = finish(parser, start, NODE_DELETE);
    n->delete.targets = targets;
    return n;
}

static Node *parse_scope(Parser *parser, NodeKind kind)
{
    Start start = start_here(parser);
    size_t begin;
    advance(parser);
    begin = list_begin(parser);
    do {
        if (!at(parser, TOKEN_NAME))
            fail_invalid(parser);
        list_add(parser, parse_atom(parser));
    } while (accept(parser, TOKEN_COMMA));
    NodeList *names = list_end(parser, begin);
    Node *n = finish(parser, start, kind);
    if (kind == NODE_GLOBAL)
        n->global.names = names;
    else
        n->nonlocal.names = names;
    return n;
}

/* --- import ----------------------------------------------------------------------------------- */

static Str *parse_dotted_name(Parser *parser)
{
    Str *name = expect_name(parser);
    if (!at(parser, TOKEN_DOT))
        return name;
    Buf dotted = {0};
    buf_add(&dotted, name);
    while (accept(parser, TOKEN_DOT)) {
        buf_char(&dotted, '.');
        buf_add(&dotted, expect_name(parser));
    }
    return str_intern(buf_str(&dotted));
}

static Node *parse_alias(Parser *parser, Str *(*name_rule)(Parser *))
{
    Start start = start_here(parser);
    Str *name = name_rule(parser);
    Str *as_name = accept(parser, TOKEN_AS) ? expect_name(parser) : NULL;
    Node *n = finish(parser, start, NODE_ALIAS);
    n->alias.name = name;
    n->alias.as_name = as_name;
    return n;
}

static Node *parse_import(Parser *parser)
{
    Start start = start_here(parser);
    advance(parser);
    size_t begin = list_begin(parser);
    do
        list_add(parser, parse_alias(parser, parse_dotted_name));
    while (accept(parser, TOKEN_COMMA));
    NodeList *names = list_end(parser, begin);
    Node *n = finish(parser, start, NODE_IMPORT);
    n->import.names = names;
    return n;
}

static Str *parse_star_name(Parser *parser)
{
    advance(parser);
    return intern("*");
}

/* What comes after `from x import`. */
static NodeList *parse_imported(Parser *parser)
{
    size_t begin = list_begin(parser);
    if (at(parser, TOKEN_STAR)) {
        list_add(parser, parse_alias(parser, parse_star_name));
        return list_end(parser, begin);
    }
    bool grouped = accept(parser, TOKEN_LEFT_PARENTHESIS);
    do {
        if (list_begin(parser) > begin && grouped && at(parser, TOKEN_RIGHT_PARENTHESIS))
            break;
        if (list_begin(parser) > begin && at(parser, TOKEN_NEWLINE))
            fail_here(parser, "trailing comma not allowed without surrounding parentheses");
        list_add(parser, parse_alias(parser, expect_name));
    } while (accept(parser, TOKEN_COMMA));
    if (grouped)
        expect_or_invalid(parser, TOKEN_RIGHT_PARENTHESIS);
    return list_end(parser, begin);
}

static uint32_t parse_dots(Parser *parser)
{
    uint32_t level = 0;
    for (;;) {
        if (accept(parser, TOKEN_DOT))
            level++;
        else if (accept(parser, TOKEN_ELLIPSIS))
            level += 3;
        else
            return level;
    }
}

static Node *parse_import_from(Parser *parser)
{
    Start start = start_here(parser);
    advance(parser);
    uint32_t level = parse_dots(parser);
    Str *module = level && at(parser, TOKEN_IMPORT) ? NULL : parse_dotted_name(parser);
    expect_or_invalid(parser, TOKEN_IMPORT);
    NodeList *names = parse_imported(parser);
    Node *n = finish(parser, start, NODE_IMPORT_FROM);
    n->import_from.module = module;
    n->import_from.level = level;
    n->import_from.names = names;
    return n;
}

/* --- the line --------------------------------------------------------------------------------- */

static Node *parse_simple(Parser *parser)
{
    switch (parser->token.type) {
    case TOKEN_PASS:
        return parse_word(parser, NODE_PASS);
    case TOKEN_BREAK:
        return parse_word(parser, NODE_BREAK);
    case TOKEN_CONTINUE:
        return parse_word(parser, NODE_CONTINUE);
    case TOKEN_RETURN:
        return parse_return(parser);
    case TOKEN_RAISE:
        return parse_raise(parser);
    case TOKEN_ASSERT:
        return parse_assert(parser);
    case TOKEN_DEL:
        return parse_delete(parser);
    case TOKEN_GLOBAL:
        return parse_scope(parser, NODE_GLOBAL);
    case TOKEN_NONLOCAL:
        return parse_scope(parser, NODE_NONLOCAL);
    case TOKEN_IMPORT:
        return parse_import(parser);
    case TOKEN_FROM:
        return parse_import_from(parser);
    default:
        return parse_expression_statement(parser);
    }
}

void parse_simple_line(Parser *parser)
{
    do
        list_add(parser, parse_simple(parser));
    while (accept(parser, TOKEN_SEMICOLON) && !at(parser, TOKEN_NEWLINE));
    if (!at(parser, TOKEN_END))
        expect_or_invalid(parser, TOKEN_NEWLINE);
}

void parse_statement(Parser *parser)
{
    if (at_compound_statement(parser))
        list_add(parser, parse_compound(parser));
    else
        parse_simple_line(parser);
}
