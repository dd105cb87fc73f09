/* ast.c -- making nodes, and the few questions other floors ask a tree. */
#include "py/ast.h"

static const char *const kind_names[] = {
#define KIND(name, member, ...) #name,
    NODE_KINDS(KIND)
#undef KIND
};

/* A node is as large as its kind needs: most nodes are names and constants. */
static const uint8_t kind_sizes[] = {
#define KIND(name, member, ...) sizeof(((Node *)NULL)->member),
    NODE_KINDS(KIND)
#undef KIND
};

#define OPERATOR(name, text) text,
static const char *const binary_texts[] = {BINARY_OPERATORS(OPERATOR)};
static const char *const unary_texts[] = {UNARY_OPERATORS(OPERATOR)};
static const char *const compare_texts[] = {COMPARE_OPERATORS(OPERATOR)};
#undef OPERATOR

Node *node_new(NodeKind kind)
{
    Node *n = scratch_alloc(offsetof(Node, module) + kind_sizes[kind]);
    n->kind = kind;
    return n;
}

NodeList *node_list_new(Node *const *nodes, size_t length)
{
    static const NodeList empty;
    if (length == 0)
        return (NodeList *)(uintptr_t)&empty;
    NodeList *list = scratch_alloc(sizeof(NodeList) + length * sizeof(Node *));
    list->length = length;
    memcpy(list->at, nodes, length * sizeof(Node *));
    return list;
}

const char *node_kind_name(NodeKind kind)
{
    return kind_names[kind];
}

const char *binary_operator_text(BinaryOperator op)
{
    return binary_texts[op];
}

const char *unary_operator_text(UnaryOperator op)
{
    return unary_texts[op];
}

const char *compare_operator_text(CompareOperator op)
{
    return compare_texts[op];
}

Pos node_pos(const Node *n, Str *file)
{
    return (Pos){file, n->line, n->column, n->end_line == n->line ? n->end_column : 0};
}

static bool is_name(const Node *n, const Str *name)
{
    return n->kind == NODE_NAME && str_equal(n->name.id, name);
}

static Node *assigned_value(const Node *statement, const Str *name)
{
    if (statement->kind == NODE_ANNOTATED && is_name(statement->annotated.target, name))
        return statement->annotated.value;
    if (statement->kind != NODE_ASSIGN)
        return NULL;
    const NodeList *targets = statement->assign.targets;
    for (size_t i = 0; i < targets->length; i++)
        if (is_name(targets->at[i], name))
            return statement->assign.value;
    return NULL;
}

Node *node_find_assignment(const Node *module, const Str *name)
{
    const NodeList *body = module->module.body;
    for (size_t i = body->length; i-- > 0;) {
        Node *value = assigned_value(body->at[i], name);
        if (value)
            return value;
    }
    return NULL;
}

Str *node_docstring(const Node *module)
{
    const NodeList *body = module->module.body;
    if (body->length == 0 || body->at[0]->kind != NODE_EXPRESSION)
        return NULL;
    const Node *value = body->at[0]->expression.value;
    bool is_text = value->kind == NODE_CONSTANT && value->constant.type == CONSTANT_STR;
    return is_text ? value->constant.string : NULL;
}
