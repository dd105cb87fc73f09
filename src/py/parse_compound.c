/* parse_compound.c -- statements with blocks under them. */
#include "py/parser.h"

/* --- blocks ----------------------------------------------------------------------------------- */

static NodeList *parse_indented(Parser *parser, const char *owner, uint32_t line)
{
    if (!at(parser, TOKEN_INDENT))
        fail_here(parser, "expected an indented block after %s on line %u", owner, line);
    advance(parser);
    descend(parser);
    size_t begin = list_begin(parser);
    while (!accept(parser, TOKEN_DEDENT)) {
        if (at(parser, TOKEN_END))
            break;
        parse_statement(parser);
    }
    ascend(parser);
    return list_end(parser, begin);
}

NodeList *parse_block(Parser *parser, const char *owner, uint32_t line)
{
    if (at(parser, TOKEN_ASSIGN))
        fail_invalid(parser);
    expect(parser, TOKEN_COLON);
    if (accept(parser, TOKEN_NEWLINE))
        return parse_indented(parser, owner, line);
    size_t begin = list_begin(parser);
    parse_simple_line(parser);
    return list_end(parser, begin);
}

/* Like parse_block where CPython says "expected ':'" only at the end of the line. */
static NodeList *parse_clause_block(Parser *parser, const char *owner, uint32_t line)
{
    if (!at(parser, TOKEN_COLON) && !at(parser, TOKEN_NEWLINE))
        fail_invalid(parser);
    return parse_block(parser, owner, line);
}

/* A node over a block ends where its last statement ends, not at the newline after it. */
static void end_at(Node *n, const NodeList *body)
{
    if (body->length == 0)
        return;
    const Node *last = body->at[body->length - 1];
    n->end_line = last->end_line;
    n->end_column = last->end_column;
}

static NodeList *parse_else(Parser *parser)
{
    uint32_t line = parser->token.line;
    if (!accept(parser, TOKEN_ELSE))
        return node_list_new(NULL, 0);
    return parse_block(parser, "'else' statement", line);
}

/* --- if, while, for --------------------------------------------------------------------------- */

/* At `if` or `elif`. */
static Node *parse_if(Parser *parser)
{
    Start start = start_here(parser);
    bool is_elif = at(parser, TOKEN_ELIF);
    descend(parser);
    advance(parser);
    Node *test = parse_named(parser);
    NodeList *body =
        parse_clause_block(parser, is_elif ? "'elif' statement" : "'if' statement", start.line);
    NodeList *orelse;
    if (at(parser, TOKEN_ELIF)) {
        Node *chained = parse_if(parser);
        orelse = node_list_new(&chained, 1);
    } else {
        orelse = parse_else(parser);
    }
    ascend(parser);
    Node *n = finish(parser, start, NODE_IF);
    n->if_.test = test;
    n->if_.body = body;
    n->if_.orelse = orelse;
    end_at(n, orelse->length ? orelse : body);
    return n;
}

static Node *parse_while(Parser *parser)
{
    Start start = start_here(parser);
    advance(parser);
    Node *test = parse_named(parser);
    NodeList *body = parse_clause_block(parser, "'while' statement", start.line);
    NodeList *orelse = parse_else(parser);
    Node *n = finish(parser, start, NODE_WHILE);
    n->while_.test = test;
    n->while_.body = body;
    n->while_.orelse = orelse;
    end_at(n, orelse->length ? orelse : body);
    return n;
}

static Node *parse_for(Parser *parser, Start start, bool is_async)
{
    uint32_t line = parser->token.line;
    advance(parser);
    Node *target = parse_targets(parser);
    target_check(parser, target, TARGET_ASSIGN);
    if (target->kind == NODE_STARRED)
        fail_node(parser, target, "starred assignment target must be in a list or tuple");
    expect_or_invalid(parser, TOKEN_IN);
    Node *iterable = parse_expressions(parser);
    NodeList *body = parse_clause_block(parser, "'for' statement", line);
    NodeList *orelse = parse_else(parser);
    Node *n = finish(parser, start, NODE_FOR);
    n->for_.target = target;
    n->for_.iterable = iterable;
    n->for_.body = body;
    n->for_.orelse = orelse;
    n->for_.is_async = is_async;
    end_at(n, orelse->length ? orelse : body);
    return n;
}

/* --- with ------------------------------------------------------------------------------------- */

static Node *parse_with_target(Parser *parser)
{
    if (!accept(parser, TOKEN_AS))
        return NULL;
    Start start = start_here(parser);
    Node *target = parse_primary(parser);
    const Node *invalid = target_find_invalid(target, TARGET_ASSIGN);
    if (invalid)
        fail_node(parser, invalid, "cannot assign to %s", expression_name(invalid));
    if (!at(parser, TOKEN_COMMA) && !at(parser, TOKEN_COLON) && !at(parser, TOKEN_NEWLINE) &&
        !at(parser, TOKEN_RIGHT_PARENTHESIS))
        fail_invalid(parser);
    if (target->kind == NODE_STARRED)
        fail_range(parser, start, target, "cannot assign to starred");
    return target;
}

static Node *finish_with_item(Parser *parser, Start start, Node *context)
{
    Node *target = parse_with_target(parser);
    Node *n = finish(parser, start, NODE_WITH_ITEM);
    n->with_item.context = context;
    n->with_item.target = target;
    return n;
}

static Node *parse_with_item(Parser *parser)
{
    Start start = start_here(parser);
    Node *context = parse_ternary(parser);
    return finish_with_item(parser, start, context);
}

/* At '(': is the colon of the statement right after its partner? */
static bool is_closed_by_colon(const Parser *parser)
{
    Lexer lexer = parser->lexer;
    Token token = parser->token;
    uint32_t depth = lexer.depth - 1;
    while (lexer.depth > depth && token.type != TOKEN_END)
        lexer_next(&lexer, &token);
    lexer_next(&lexer, &token);
    return token.type == TOKEN_COLON;
}

/* (a as b, c): items in parentheses. False, at any place, when the parentheses hold something else:
 * a generator, a walrus, a yield, a starred tuple. */
static bool parse_grouped_items(Parser *parser)
{
    advance(parser);
    while (!at(parser, TOKEN_RIGHT_PARENTHESIS)) {
        if (at(parser, TOKEN_STAR) || at(parser, TOKEN_YIELD))
            return false;
        Start start = start_here(parser);
        Node *context = parse_ternary(parser);
        if (at(parser, TOKEN_WALRUS) || at_clause(parser))
            return false;
        list_add(parser, finish_with_item(parser, start, context));
        if (!accept(parser, TOKEN_COMMA) && !at(parser, TOKEN_RIGHT_PARENTHESIS))
            fail_invalid(parser);
    }
    advance(parser);
    return true;
}

static NodeList *parse_with_items(Parser *parser)
{
    size_t begin = list_begin(parser);
    if (at(parser, TOKEN_LEFT_PARENTHESIS) && peek(parser).type != TOKEN_RIGHT_PARENTHESIS &&
        is_closed_by_colon(parser)) {
        Parser before = *parser;
        if (parse_grouped_items(parser))
            return list_end(parser, begin);
        before.pending.length = begin;
        *parser = before;
    }
    do
        list_add(parser, parse_with_item(parser));
    while (accept(parser, TOKEN_COMMA));
    return list_end(parser, begin);
}

static Node *parse_with(Parser *parser, Start start, bool is_async)
{
    uint32_t line = parser->token.line;
    advance(parser);
    NodeList *items = parse_with_items(parser);
    NodeList *body = parse_clause_block(parser, "'with' statement", line);
    Node *n = finish(parser, start, NODE_WITH);
    n->with.items = items;
    n->with.body = body;
    n->with.is_async = is_async;
    end_at(n, body);
    return n;
}

/* --- try -------------------------------------------------------------------------------------- */

/* `except A, B:` as Python 3.14 has it: only without `as`. */
static Node *parse_handler_type(Parser *parser, const Token *first)
{
    Start start = start_here(parser);
    size_t begin = list_begin(parser);
    Node *type = parse_ternary(parser);
    if (!at(parser, TOKEN_COMMA))
        return type;
    list_add(parser, type);
    while (accept(parser, TOKEN_COMMA) && token_begins_expression(parser->token.type))
        list_add(parser, type = parse_ternary(parser));
    if (at(parser, TOKEN_AS))
        fail_range(parser, start, type, "multiple exception types must be parenthesized");
    if (!at(parser, TOKEN_COLON))
        fail_at(parser, first, "invalid syntax");
    Node *types = finish(parser, start, NODE_TUPLE);
    types->tuple.items = list_end(parser, begin);
    return types;
}

static Node *parse_handler(Parser *parser, bool *is_group)
{
    Token first = parser->token;
    Start start = start_here(parser);
    advance(parser);
    *is_group = accept(parser, TOKEN_STAR);
    Node *type = NULL;
    Str *name = NULL;
    if (*is_group && (at(parser, TOKEN_COLON) || at(parser, TOKEN_NEWLINE)))
        fail_here(parser, "expected one or more exception types");
    if (!at(parser, TOKEN_COLON) && !at(parser, TOKEN_NEWLINE)) {
        type = parse_handler_type(parser, &first);
        name = accept(parser, TOKEN_AS) ? expect_name(parser) : NULL;
    }
    NodeList *body = parse_clause_block(
        parser, *is_group ? "'except*' statement" : "'except' statement", start.line);
    Node *n = finish(parser, start, NODE_HANDLER);
    n->handler.type = type;
    n->handler.name = name;
    n->handler.body = body;
    end_at(n, body);
    return n;
}

static NodeList *parse_handlers(Parser *parser, bool *is_group)
{
    size_t begin = list_begin(parser);
    const Node *bare = NULL;
    while (at(parser, TOKEN_EXCEPT)) {
        bool grouped;
        Token where = parser->token;
        if (bare)
            fail_node(parser, bare, "default 'except:' must be last");
        Node *handler = parse_handler(parser, &grouped);
        if (list_begin(parser) > begin && grouped != *is_group)
            fail_at(parser, &where, "cannot have both 'except' and 'except*' on the same 'try'");
        *is_group = grouped;
        bare = handler->handler.type ? NULL : handler;
        list_add(parser, handler);
    }
    return list_end(parser, begin);
}

static NodeList *parse_finally(Parser *parser)
{
    uint32_t line = parser->token.line;
    if (!accept(parser, TOKEN_FINALLY))
        return node_list_new(NULL, 0);
    return parse_block(parser, "'finally' statement", line);
}

static Node *parse_try(Parser *parser)
{
    Start start = start_here(parser);
    bool is_group = false;
    advance(parser);
    NodeList *body = parse_block(parser, "'try' statement", start.line);
    NodeList *handlers = parse_handlers(parser, &is_group);
    NodeList *orelse = handlers->length ? parse_else(parser) : node_list_new(NULL, 0);
    NodeList *finally = parse_finally(parser);
    if (handlers->length == 0 && finally->length == 0)
        fail_here(parser, "expected 'except' or 'finally' block");
    Node *n = finish(parser, start, NODE_TRY);
    n->try_.body = body;
    n->try_.handlers = handlers;
    n->try_.orelse = orelse;
    n->try_.finally = finally;
    n->try_.is_group = is_group;
    end_at(n, finally->length ? finally : orelse->length ? orelse : handlers);
    return n;
}

/* --- def, class ------------------------------------------------------------------------------- */

static Node *parse_type_parameter(Parser *parser)
{
    Start start = start_here(parser);
    TypeParameterType type = accept(parser, TOKEN_STAR)    ? TYPE_PARAMETER_TUPLE
                             : accept(parser, TOKEN_POWER) ? TYPE_PARAMETER_PARAMETERS
                                                           : TYPE_PARAMETER_VARIABLE;
    Str *name = expect_name(parser);
    if (type != TYPE_PARAMETER_VARIABLE && at(parser, TOKEN_COLON))
        fail_here(parser, "cannot use bound with %s",
                  type == TYPE_PARAMETER_TUPLE ? "TypeVarTuple" : "ParamSpec");
    Node *bound = accept(parser, TOKEN_COLON) ? parse_ternary(parser) : NULL;
    if (accept(parser, TOKEN_ASSIGN)) { /* a default, of Python 3.13: only type checkers use it */
        if (type == TYPE_PARAMETER_TUPLE)
            accept(parser, TOKEN_STAR);
        parse_ternary(parser);
    }
    Node *n = finish(parser, start, NODE_TYPE_PARAMETER);
    n->type_parameter.name = name;
    n->type_parameter.type = type;
    n->type_parameter.bound = bound;
    return n;
}

NodeList *parse_type_parameters(Parser *parser)
{
    if (!accept(parser, TOKEN_LEFT_BRACKET))
        return node_list_new(NULL, 0);
    if (at(parser, TOKEN_RIGHT_BRACKET))
        fail_here(parser, "Type parameter list cannot be empty");
    size_t begin = list_begin(parser);
    do
        list_add(parser, parse_type_parameter(parser));
    while (accept(parser, TOKEN_COMMA) && !at(parser, TOKEN_RIGHT_BRACKET));
    expect_or_invalid(parser, TOKEN_RIGHT_BRACKET);
    return list_end(parser, begin);
}

static Node *parse_function(Parser *parser, Start start, bool is_async, NodeList *decorators)
{
    uint32_t line = parser->token.line;
    advance(parser);
    Str *name = expect_name(parser);
    NodeList *type_parameters = parse_type_parameters(parser);
    expect(parser, TOKEN_LEFT_PARENTHESIS);
    Node *parameters = parse_parameters(parser, TOKEN_RIGHT_PARENTHESIS);
    expect_or_invalid(parser, TOKEN_RIGHT_PARENTHESIS);
    Token arrow = parser->token;
    Node *returns = NULL;
    if (accept(parser, TOKEN_ARROW)) {
        if (at(parser, TOKEN_COLON))
            fail_at(parser, &arrow, "expected ':'");
        returns = parse_ternary(parser);
    }
    NodeList *body = parse_block(parser, "function definition", line);
    Node *n = finish(parser, start, NODE_FUNCTION);
    n->function.name = name;
    n->function.type_parameters = type_parameters;
    n->function.parameters = parameters;
    n->function.returns = returns;
    n->function.body = body;
    n->function.decorators = decorators;
    n->function.is_async = is_async;
    end_at(n, body);
    return n;
}

static Node *parse_class(Parser *parser, NodeList *decorators)
{
    Start start = start_here(parser);
    advance(parser);
    Str *name = expect_name(parser);
    NodeList *type_parameters = parse_type_parameters(parser);
    NodeList *arguments = node_list_new(NULL, 0), *keywords = arguments;
    if (at(parser, TOKEN_LEFT_PARENTHESIS)) {
        Start call = start_here(parser);
        parse_arguments(parser, &arguments, &keywords);
        const Node *only = arguments->length == 1 ? arguments->at[0] : NULL;
        if (only && only->kind == NODE_COMPREHENSION && only->line == call.line &&
            only->column == call.column)
            fail_node(parser, only, "invalid syntax");
    }
    NodeList *body = parse_clause_block(parser, "class definition", start.line);
    Node *n = finish(parser, start, NODE_CLASS);
    n->class_.name = name;
    n->class_.type_parameters = type_parameters;
    n->class_.arguments = arguments;
    n->class_.keywords = keywords;
    n->class_.body = body;
    n->class_.decorators = decorators;
    end_at(n, body);
    return n;
}

/* At `async`: def, with or for. */
static Node *parse_async(Parser *parser, NodeList *decorators)
{
    Start start = start_here(parser);
    advance(parser);
    if (at(parser, TOKEN_DEF))
        return parse_function(parser, start, true, decorators);
    if (decorators->length == 0 && at(parser, TOKEN_WITH))
        return parse_with(parser, start, true);
    if (decorators->length == 0 && at(parser, TOKEN_FOR))
        return parse_for(parser, start, true);
    fail_invalid(parser);
}

static Node *parse_decorated(Parser *parser)
{
    size_t begin = list_begin(parser);
    while (accept(parser, TOKEN_AT)) {
        list_add(parser, parse_named(parser));
        expect_or_invalid(parser, TOKEN_NEWLINE);
    }
    NodeList *decorators = list_end(parser, begin);
    if (at(parser, TOKEN_DEF))
        return parse_function(parser, start_here(parser), false, decorators);
    if (at(parser, TOKEN_CLASS))
        return parse_class(parser, decorators);
    if (at(parser, TOKEN_ASYNC))
        return parse_async(parser, decorators);
    fail_invalid(parser);
}

/* --- which one -------------------------------------------------------------------------------- */

bool at_compound_statement(Parser *parser)
{
    switch (parser->token.type) {
    case TOKEN_IF:
    case TOKEN_WHILE:
    case TOKEN_FOR:
    case TOKEN_WITH:
    case TOKEN_TRY:
    case TOKEN_DEF:
    case TOKEN_CLASS:
    case TOKEN_ASYNC:
    case TOKEN_AT:
        return true;
    default:
        return at_match_statement(parser);
    }
}

Node *parse_compound(Parser *parser)
{
    switch (parser->token.type) {
    case TOKEN_IF:
        return parse_if(parser);
    case TOKEN_WHILE:
        return parse_while(parser);
    case TOKEN_FOR:
        return parse_for(parser, start_here(parser), false);
    case TOKEN_WITH:
        return parse_with(parser, start_here(parser), false);
    case TOKEN_TRY:
        return parse_try(parser);
    case TOKEN_DEF:
        return parse_function(parser, start_here(parser), false, node_list_new(NULL, 0));
    case TOKEN_CLASS:
        return parse_class(parser, node_list_new(NULL, 0));
    case TOKEN_ASYNC:
        return parse_async(parser, node_list_new(NULL, 0));
    case TOKEN_AT:
        return parse_decorated(parser);
    default:
        return parse_match(parser);
    }
}
