/* literal_eval.c -- ast.literal_eval(): the value of a text that holds literals only. Nothing is run. */
#include "py/py.h"
#include "py/compile.h"
#include "py/parse.h"

/* What the ast module calls the kinds of nodes that a literal may not hold. */
static const char *node_name(const Node *n)
{
    static const char *const names_of_kinds[NODE_KIND_COUNT] = {
        [NODE_NAME] = "Name",
        [NODE_CONSTANT] = "Constant",
        [NODE_JOINED] = "JoinedStr",
        [NODE_BOOLEAN] = "BoolOp",
        [NODE_BINARY] = "BinOp",
        [NODE_UNARY] = "UnaryOp",
        [NODE_COMPARE] = "Compare",
        [NODE_LAMBDA] = "Lambda",
        [NODE_CONDITIONAL] = "IfExp",
        [NODE_DICT] = "Dict",
        [NODE_SET] = "Set",
        [NODE_LIST] = "List",
        [NODE_TUPLE] = "Tuple",
        [NODE_AWAIT] = "Await",
        [NODE_YIELD] = "Yield",
        [NODE_YIELD_FROM] = "YieldFrom",
        [NODE_CALL] = "Call",
        [NODE_ATTRIBUTE] = "Attribute",
        [NODE_SUBSCRIPT] = "Subscript",
        [NODE_STARRED] = "Starred",
        [NODE_NAMED] = "NamedExpr",
    };
    static const char *const comprehensions[] = {
        [COMPREHENSION_LIST] = "ListComp",
        [COMPREHENSION_SET] = "SetComp",
        [COMPREHENSION_DICT] = "DictComp",
        [COMPREHENSION_GENERATOR] = "GeneratorExp",
    };
    if (n->kind == NODE_COMPREHENSION)
        return comprehensions[n->comprehension.type];
    return names_of_kinds[n->kind] ? names_of_kinds[n->kind] : "expr";
}

static _Noreturn void raise_malformed(const Node *n)
{
    if (!n)
        raise_value("malformed node or string: None");
    raise_value("malformed node or string on line %u: <ast.%s object at %p>", n->line, node_name(n),
                (const void *)n);
}

static Value evaluate(const Node *n);

static Value number_of(const Node *n)
{
    bool is_constant = n->kind == NODE_CONSTANT;
    ConstantType type = is_constant ? n->constant.type : CONSTANT_NONE;
    if (type != CONSTANT_INT && type != CONSTANT_BIGINT && type != CONSTANT_FLOAT &&
        type != CONSTANT_IMAGINARY)
        raise_malformed(n);
    return constant_value(n);
}

static Value signed_number_of(const Node *n)
{
    if (n->kind != NODE_UNARY || (n->unary.op != UNARY_NEGATIVE && n->unary.op != UNARY_POSITIVE))
        return number_of(n);
    return value_operate(n->unary.op == UNARY_NEGATIVE ? OPERATOR_NEG : OPERATOR_POS,
                         number_of(n->unary.operand), UNSET);
}

/* 1 + 2j is a literal, 1 + 2 is not. */
static Value complex_of(const Node *n)
{
    if (n->binary.op != BINARY_ADD && n->binary.op != BINARY_SUBTRACT)
        raise_malformed(n);
    Value real = signed_number_of(n->binary.left), imaginary = number_of(n->binary.right);
    if (n->binary.right->constant.type != CONSTANT_IMAGINARY || is_instance(real, &complex_class))
        raise_malformed(n);
    return value_operate(n->binary.op == BINARY_ADD ? OPERATOR_ADD : OPERATOR_SUB, real, imaginary);
}

static List *items_of(const NodeList *nodes)
{
    List *items = list_new(nodes->length);
    for (size_t i = 0; i < nodes->length; i++)
        list_append(items, evaluate(nodes->at[i]));
    return items;
}

static Value set_of(const List *items)
{
    Set *set = set_new();
    for (size_t i = 0; i < items->length; i++)
        set_add(set, items->at[i]);
    return OBJ(set);
}

static Value dict_of(const Node *n)
{
    Dict *dict = dict_new();
    for (size_t i = 0; i < n->dict.keys->length; i++) {
        if (!n->dict.keys->at[i]) /* **mapping */
            raise_malformed(NULL);
        Value key = evaluate(n->dict.keys->at[i]);
        dict_set(dict, key, evaluate(n->dict.values->at[i]));
    }
    return OBJ(dict);
}

static bool is_empty_set(const Node *n)
{
    return n->call.callee->kind == NODE_NAME && str_is(n->call.callee->name.id, "set") &&
           !n->call.arguments->length && !n->call.keywords->length;
}

static Value evaluate(const Node *n)
{
    switch (n->kind) {
    case NODE_CONSTANT:
        return constant_value(n);
    case NODE_LIST:
        return OBJ(items_of(n->list.items));
    case NODE_TUPLE: {
        const List *items = items_of(n->tuple.items);
        return OBJ(tuple_new(items->length, items->at));
    }
    case NODE_SET:
        return set_of(items_of(n->set.items));
    case NODE_DICT:
        return dict_of(n);
    case NODE_CALL:
        if (is_empty_set(n))
            return OBJ(set_new());
        raise_malformed(n);
    case NODE_BINARY:
        return complex_of(n);
    default:
        return signed_number_of(n);
    }
}

#define SOURCE_PARAMS(P) P(POS, any, node_or_string, Required)
FUNCTION(literal, literal_eval, SOURCE_PARAMS)
{
    Str *text = value_find_str(a->node_or_string);
    if (!text)
        raise_value("malformed node or string: %s", value_repr(a->node_or_string)->text);
    if (memchr(text->text, '\0', text->length))
        raise_exception(&SyntaxError_class, "source code string cannot contain null bytes");
    size_t blanks = strspn(text->text, " \t");
    return evaluate(
        parse_expression(str_from("<unknown>"), str_slice_bytes(text, blanks, text->length)));
}

static const Export literal_exports[] = {EXPORT_FUNCTION(literal, literal_eval), {0}};
const ModuleDef literal_module = {.name = "_literal",
                                  .exports = (const Export *const[]){literal_exports, NULL}};
