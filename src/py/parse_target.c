/* parse_target.c -- what may stand left of '=', after `for`, `as` and `del`, and how CPython calls
 * what may not. */
#include "py/parser.h"

static const char *constant_name(const Node *n)
{
    switch (n->constant.type) {
    case CONSTANT_NONE:
        return "None";
    case CONSTANT_TRUE:
        return "True";
    case CONSTANT_FALSE:
        return "False";
    case CONSTANT_ELLIPSIS:
        return "ellipsis";
    default:
        return "literal";
    }
}

static const char *comprehension_name(const Node *n)
{
    static const char *const names[] = {
        [COMPREHENSION_LIST] = "list comprehension",
        [COMPREHENSION_SET] = "set comprehension",
        [COMPREHENSION_DICT] = "dict comprehension",
        [COMPREHENSION_GENERATOR] = "generator expression",
    };
    return names[n->comprehension.type];
}

const char *expression_name(const Node *n)
{
    static const char *const names[NODE_KIND_COUNT] = {
        [NODE_ATTRIBUTE] = "attribute",
        [NODE_SUBSCRIPT] = "subscript",
        [NODE_STARRED] = "starred",
        [NODE_NAME] = "name",
        [NODE_LIST] = "list",
        [NODE_TUPLE] = "tuple",
        [NODE_LAMBDA] = "lambda",
        [NODE_CALL] = "function call",
        [NODE_BOOLEAN] = "expression",
        [NODE_BINARY] = "expression",
        [NODE_UNARY] = "expression",
        [NODE_YIELD] = "yield expression",
        [NODE_YIELD_FROM] = "yield expression",
        [NODE_AWAIT] = "await expression",
        [NODE_DICT] = "dict literal",
        [NODE_SET] = "set display",
        [NODE_JOINED] = "f-string expression",
        [NODE_FORMATTED] = "f-string expression",
        [NODE_COMPARE] = "comparison",
        [NODE_CONDITIONAL] = "conditional expression",
        [NODE_NAMED] = "named expression",
    };
    if (n->kind == NODE_CONSTANT)
        return constant_name(n);
    if (n->kind == NODE_COMPREHENSION)
        return comprehension_name(n);
    return names[n->kind] ? names[n->kind] : "expression";
}

static const Node *find_invalid_item(const NodeList *items, TargetUse use)
{
    const Node *invalid = NULL;
    for (size_t i = 0; i < items->length && !invalid; i++)
        invalid = target_find_invalid(items->at[i], use);
    return invalid;
}

const Node *target_find_invalid(const Node *target, TargetUse use)
{
    switch (target->kind) {
    case NODE_NAME:
    case NODE_ATTRIBUTE:
    case NODE_SUBSCRIPT:
        return NULL;
    case NODE_LIST:
        return find_invalid_item(target->list.items, use);
    case NODE_TUPLE:
        return find_invalid_item(target->tuple.items, use);
    case NODE_STARRED:
        return use == TARGET_DELETE ? target : target_find_invalid(target->starred.value, use);
    default:
        return target;
    }
}

void target_check(Parser *parser, const Node *target, TargetUse use)
{
    const Node *invalid = target_find_invalid(target, use);
    if (!invalid)
        return;
    if (invalid->kind == NODE_YIELD || invalid->kind == NODE_YIELD_FROM)
        fail_node(parser, invalid, "assignment to yield expression not possible");
    const char *verb = use == TARGET_DELETE ? "delete" : "assign to";
    fail_node(parser, invalid, "cannot %s %s", verb, expression_name(invalid));
}

static Node *parse_target(Parser *parser)
{
    Start start = start_here(parser);
    if (!accept(parser, TOKEN_STAR))
        return parse_bitwise(parser);
    Node *value = parse_bitwise(parser);
    Node *n = finish(parser, start, NODE_STARRED);
    n->starred.value = value;
    return n;
}

Node *parse_targets(Parser *parser)
{
    Start start = start_here(parser);
    Node *first = parse_target(parser);
    if (!at(parser, TOKEN_COMMA))
        return first;
    size_t begin = list_begin(parser);
    list_add(parser, first);
    while (accept(parser, TOKEN_COMMA) && !at(parser, TOKEN_IN) && !at(parser, TOKEN_ASSIGN))
        list_add(parser, parse_target(parser));
    NodeList *items = list_end(parser, begin);
    Node *n = finish(parser, start, NODE_TUPLE);
    n->tuple.items = items;
    return n;
}
