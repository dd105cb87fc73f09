/* ast_children.c -- walking any tree without knowing its kinds: the children of a node, from one table. */
#include "py/ast.h"

/* Where a kind keeps its children: single nodes (perhaps NULL) and lists. */
typedef struct Child {
    uint16_t offset; /* 0 ends the row */
    bool is_list;
} Child;

#define ONE(member)  {offsetof(Node, member), false}
#define MANY(member) {offsetof(Node, member), true}
#define ROW(kind, ...) [NODE_##kind] = {__VA_ARGS__}

static const Child children[NODE_KIND_COUNT][6] = {
    ROW(MODULE, MANY(module.body)),
    ROW(EXPRESSION, ONE(expression.value)),
    ROW(ASSIGN, MANY(assign.targets), ONE(assign.value)),
    ROW(AUGMENTED, ONE(augmented.target), ONE(augmented.value)),
    ROW(ANNOTATED, ONE(annotated.target), ONE(annotated.annotation), ONE(annotated.value)),
    ROW(RETURN, ONE(return_.value)),
    ROW(DELETE, MANY(delete.targets)),
    ROW(FOR, ONE(for_.target), ONE(for_.iterable), MANY(for_.body), MANY(for_.orelse)),
    ROW(WHILE, ONE(while_.test), MANY(while_.body), MANY(while_.orelse)),
    ROW(IF, ONE(if_.test), MANY(if_.body), MANY(if_.orelse)),
    ROW(WITH, MANY(with.items), MANY(with.body)),
    ROW(WITH_ITEM, ONE(with_item.context), ONE(with_item.target)),
    ROW(RAISE, ONE(raise.exception), ONE(raise.cause)),
    ROW(TRY, MANY(try_.body), MANY(try_.handlers), MANY(try_.orelse), MANY(try_.finally)),
    ROW(HANDLER, ONE(handler.type), MANY(handler.body)),
    ROW(ASSERT, ONE(assert_.test), ONE(assert_.message)),
    ROW(FUNCTION, ONE(function.parameters), ONE(function.returns), MANY(function.body),
        MANY(function.decorators)),
    ROW(CLASS, MANY(class_.arguments), MANY(class_.keywords), MANY(class_.body),
        MANY(class_.decorators)),
    ROW(TYPE_ALIAS, ONE(type_alias.name), ONE(type_alias.value)),
    ROW(MATCH, ONE(match.subject), MANY(match.cases)),
    ROW(CASE, ONE(case_.pattern), ONE(case_.guard), MANY(case_.body)),
    ROW(PATTERN_VALUE, ONE(pattern_value.value)),
    ROW(PATTERN_SEQUENCE, MANY(pattern_sequence.patterns)),
    ROW(PATTERN_MAPPING, MANY(pattern_mapping.keys), MANY(pattern_mapping.patterns)),
    ROW(PATTERN_CLASS, ONE(pattern_class.class_name), MANY(pattern_class.patterns),
        MANY(pattern_class.keywords)),
    ROW(PATTERN_KEYWORD, ONE(pattern_keyword.pattern)),
    ROW(PATTERN_AS, ONE(pattern_as.pattern)),
    ROW(PATTERN_OR, MANY(pattern_or.patterns)),
    ROW(JOINED, MANY(joined.parts)),
    ROW(FORMATTED, ONE(formatted.value), ONE(formatted.spec)),
    ROW(BOOLEAN, MANY(boolean.values)),
    ROW(BINARY, ONE(binary.left), ONE(binary.right)),
    ROW(UNARY, ONE(unary.operand)),
    ROW(COMPARE, ONE(compare.left), MANY(compare.rights)),
    ROW(LAMBDA, ONE(lambda.parameters), ONE(lambda.body)),
    ROW(CONDITIONAL, ONE(conditional.test), ONE(conditional.body), ONE(conditional.orelse)),
    ROW(DICT, MANY(dict.keys), MANY(dict.values)),
    ROW(SET, MANY(set.items)),
    ROW(LIST, MANY(list.items)),
    ROW(TUPLE, MANY(tuple.items)),
    ROW(COMPREHENSION, ONE(comprehension.element), ONE(comprehension.value),
        MANY(comprehension.clauses)),
    ROW(CLAUSE, ONE(clause.target), ONE(clause.iterable), MANY(clause.conditions)),
    ROW(AWAIT, ONE(await.value)),
    ROW(YIELD, ONE(yield.value)),
    ROW(YIELD_FROM, ONE(yield_from.value)),
    ROW(CALL, ONE(call.callee), MANY(call.arguments), MANY(call.keywords)),
    ROW(KEYWORD, ONE(keyword.value)),
    ROW(ATTRIBUTE, ONE(attribute.value)),
    ROW(SUBSCRIPT, ONE(subscript.value), ONE(subscript.index)),
    ROW(SLICE, ONE(slice.lower), ONE(slice.upper), ONE(slice.step)),
    ROW(STARRED, ONE(starred.value)),
    ROW(NAMED, ONE(named.target), ONE(named.value)),
    ROW(PARAMETERS, MANY(parameters.positional), MANY(parameters.only_keyword),
        ONE(parameters.rest), ONE(parameters.keywords)),
    ROW(PARAMETER, ONE(parameter.annotation), ONE(parameter.default_value)),
};

void node_each_child(const Node *n, void (*visit)(void *arg, const Node *child), void *arg)
{
    for (const Child *child = children[n->kind]; child->offset; child++) {
        const void *at = (const char *)n + child->offset;
        if (child->is_list) {
            const NodeList *list = *(NodeList *const *)at;
            for (size_t i = 0; list && i < list->length; i++)
                if (list->at[i])
                    visit(arg, list->at[i]);
        } else if (*(Node *const *)at) {
            visit(arg, *(Node *const *)at);
        }
    }
}
