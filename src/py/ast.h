/* ast.h -- the syntax tree of a script: one struct Node, one row per kind.
 *
 * The row is the declaration: KIND(IF, if_, Node *test; ...) makes NODE_IF and the member
 * n->if_.test. Trees come from parse.h, are never changed afterwards and live as long as anybody
 * points at them, or, when parsed between scratch_begin and scratch_end (base/mem.h), until that end.
 *
 *     if (n->kind == NODE_CALL)
 *         for (size_t i = 0; i < n->call.arguments->length; i++)
 *             visit(n->call.arguments->at[i]);
 *
 * Conventions
 *  - A `Node *` is never NULL unless its row says "or NULL"; a `NodeList *` is never NULL, but may
 * be empty.
 *  - Every Str that is a name is interned (so compare pointers); private names (__x in a class) are
 *    not mangled here, that is the compiler's work.
 *  - There is no load/store context: position decides. The parser has refused targets that cannot
 * be assigned or deleted. What needs scopes or loops ('return' outside function, 'break' outside
 * loop, nonlocal without binding, duplicate parameters) is left to the compiler.
 *  - Nodes are allocated as large as their kind needs: pass pointers, never copy a Node by value.
 */
#ifndef RETORT_PY_AST_H
#define RETORT_PY_AST_H

#include "base/base.h"

typedef struct Node Node;

typedef struct NodeList {
    size_t length;
    Node *at[];
} NodeList;

typedef enum ConstantType {
    CONSTANT_NONE,
    CONSTANT_TRUE,
    CONSTANT_FALSE,
    CONSTANT_ELLIPSIS,
    CONSTANT_INT,       /* .integer                                                             */
    CONSTANT_BIGINT,    /* .string: the literal without underscores: "123...", "0xff...", "0b1"  */
    CONSTANT_FLOAT,     /* .number                                                              */
    CONSTANT_IMAGINARY, /* .number: the imaginary part                                          */
    CONSTANT_STR,       /* .string: decoded, not interned                                       */
    CONSTANT_BYTES,     /* .bytes, .length                                                      */
} ConstantType;

typedef enum BooleanOperator { BOOLEAN_AND, BOOLEAN_OR } BooleanOperator;

/* OPERATOR(enum name, Python's spelling) */
#define BINARY_OPERATORS(OPERATOR)                                                                 \
    OPERATOR(ADD, "+")                                                                             \
    OPERATOR(SUBTRACT, "-")                                                                        \
    OPERATOR(MULTIPLY, "*")                                                                        \
    OPERATOR(MATRIX_MULTIPLY, "@")                                                                 \
    OPERATOR(DIVIDE, "/")                                                                          \
    OPERATOR(FLOOR_DIVIDE, "//")                                                                   \
    OPERATOR(MODULO, "%")                                                                          \
    OPERATOR(POWER, "**")                                                                          \
    OPERATOR(SHIFT_LEFT, "<<")                                                                     \
    OPERATOR(SHIFT_RIGHT, ">>")                                                                    \
    OPERATOR(BIT_AND, "&")                                                                         \
    OPERATOR(BIT_OR, "|")                                                                          \
    OPERATOR(BIT_XOR, "^")

#define UNARY_OPERATORS(OPERATOR)                                                                  \
    OPERATOR(NEGATIVE, "-")                                                                        \
    OPERATOR(POSITIVE, "+")                                                                        \
    OPERATOR(INVERT, "~")                                                                          \
    OPERATOR(NOT, "not")

#define COMPARE_OPERATORS(OPERATOR)                                                                \
    OPERATOR(EQUAL, "==")                                                                          \
    OPERATOR(NOT_EQUAL, "!=")                                                                      \
    OPERATOR(LESS, "<")                                                                            \
    OPERATOR(LESS_EQUAL, "<=")                                                                     \
    OPERATOR(GREATER, ">")                                                                         \
    OPERATOR(GREATER_EQUAL, ">=")                                                                  \
    OPERATOR(IS, "is")                                                                             \
    OPERATOR(IS_NOT, "is not")                                                                     \
    OPERATOR(IN, "in")                                                                             \
    OPERATOR(NOT_IN, "not in")

#define OPERATOR(name, text) BINARY_##name,
typedef enum BinaryOperator { BINARY_OPERATORS(OPERATOR) BINARY_OPERATOR_COUNT } BinaryOperator;
#undef OPERATOR
#define OPERATOR(name, text) UNARY_##name,
typedef enum UnaryOperator { UNARY_OPERATORS(OPERATOR) UNARY_OPERATOR_COUNT } UnaryOperator;
#undef OPERATOR
#define OPERATOR(name, text) COMPARE_##name,
typedef enum CompareOperator { COMPARE_OPERATORS(OPERATOR) COMPARE_OPERATOR_COUNT } CompareOperator;
#undef OPERATOR

typedef enum ComprehensionType {
    COMPREHENSION_LIST,
    COMPREHENSION_SET,
    COMPREHENSION_DICT,
    COMPREHENSION_GENERATOR,
} ComprehensionType;

typedef enum TypeParameterType {
    TYPE_PARAMETER_VARIABLE,   /* T     */
    TYPE_PARAMETER_TUPLE,      /* *Ts   */
    TYPE_PARAMETER_PARAMETERS, /* **P   */
} TypeParameterType;

/* clang-format off */
/* KIND(enum name, member of Node, fields) */
#define NODE_KINDS(KIND)                                                                           \
    /* --- statements */                                                                           \
    KIND(MODULE, module, NodeList *body;)                                                          \
    /* an expression for its effect; the docstring is one of these */                              \
    KIND(EXPRESSION, expression, Node *value;)                                                     \
    /* a = b, c = value: targets a and (TUPLE b c), in that order */                               \
    KIND(ASSIGN, assign, NodeList *targets; Node *value;)                                          \
    /* target += value */                                                                          \
    KIND(AUGMENTED, augmented, Node *target, *value; BinaryOperator op;)                           \
    /* target: annotation = value; value or NULL; simple: a bare NAME without parentheses */       \
    KIND(ANNOTATED, annotated, Node *target, *annotation, *value; bool simple;)                    \
    /* value or NULL */                                                                            \
    KIND(RETURN, return_, Node *value;)                                                            \
    KIND(DELETE, delete, NodeList *targets;)                                                       \
    KIND(FOR, for_, Node *target, *iterable; NodeList *body, *orelse; bool is_async;)              \
    KIND(WHILE, while_, Node *test; NodeList *body, *orelse;)                                      \
    /* an elif is the only node in orelse, again an IF */                                          \
    KIND(IF, if_, Node *test; NodeList *body, *orelse;)                                            \
    /* items: WITH_ITEM */                                                                         \
    KIND(WITH, with, NodeList *items, *body; bool is_async;)                                       \
    /* target or NULL */                                                                           \
    KIND(WITH_ITEM, with_item, Node *context, *target;)                                            \
    /* exception or NULL (re-raise), cause or NULL */                                              \
    KIND(RAISE, raise, Node *exception, *cause;)                                                   \
    /* handlers: HANDLER; is_group: except* */                                                     \
    KIND(TRY, try_, NodeList *body, *handlers, *orelse, *finally; bool is_group;)                  \
    /* type or NULL (bare except), name or NULL */                                                 \
    KIND(HANDLER, handler, Node *type; Str *name; NodeList *body;)                                 \
    /* message or NULL */                                                                          \
    KIND(ASSERT, assert_, Node *test, *message;)                                                   \
    /* names: ALIAS */                                                                             \
    KIND(IMPORT, import, NodeList *names;)                                                         \
    /* module dotted, or NULL (from . import x); level = dots; names: ALIAS, "*" for star */       \
    KIND(IMPORT_FROM, import_from, Str *module; NodeList *names; uint32_t level;)                  \
    /* name dotted (interned as a whole), as_name or NULL */                                       \
    KIND(ALIAS, alias, Str *name, *as_name;)                                                       \
    /* names: NAME */                                                                              \
    KIND(GLOBAL, global, NodeList *names;)                                                         \
    KIND(NONLOCAL, nonlocal, NodeList *names;)                                                     \
    KIND(PASS, pass, )                                                                             \
    KIND(BREAK, break_, )                                                                          \
    KIND(CONTINUE, continue_, )                                                                    \
    /* parameters: PARAMETERS; returns or NULL; decorators outermost first;                        \
     * the node's span starts at `def`, decorators have their own */                               \
    KIND(FUNCTION, function, Str *name; Node *parameters, *returns;                                \
         NodeList *body, *decorators, *type_parameters; bool is_async;)                            \
    /* arguments: the bases (may be STARRED); keywords: KEYWORD */                                 \
    KIND(CLASS, class_, Str *name;                                                                 \
         NodeList *arguments, *keywords, *body, *decorators, *type_parameters;)                    \
    /* name: NAME */                                                                               \
    KIND(TYPE_ALIAS, type_alias, Node *name, *value; NodeList *type_parameters;)                   \
    /* bound or NULL */                                                                            \
    KIND(TYPE_PARAMETER, type_parameter, Str *name; Node *bound; TypeParameterType type;)          \
    /* cases: CASE */                                                                              \
    KIND(MATCH, match, Node *subject; NodeList *cases;)                                            \
    /* guard or NULL */                                                                            \
    KIND(CASE, case_, Node *pattern, *guard; NodeList *body;)                                      \
    /* --- patterns */                                                                             \
    /* compared with ==: CONSTANT, ATTRIBUTE, UNARY minus, BINARY complex, JOINED never */         \
    KIND(PATTERN_VALUE, pattern_value, Node *value;)                                               \
    /* compared with `is`: CONSTANT None, True, False */                                           \
    KIND(PATTERN_SINGLETON, pattern_singleton, Node *value;)                                       \
    /* at most one is PATTERN_STAR */                                                              \
    KIND(PATTERN_SEQUENCE, pattern_sequence, NodeList *patterns;)                                  \
    /* keys[i] : patterns[i]; rest or NULL is the name after ** */                                 \
    KIND(PATTERN_MAPPING, pattern_mapping, NodeList *keys, *patterns; Str *rest;)                  \
    /* Class(patterns, name=pattern); keywords: PATTERN_KEYWORD */                                 \
    KIND(PATTERN_CLASS, pattern_class, Node *class_name; NodeList *patterns, *keywords;)           \
    KIND(PATTERN_KEYWORD, pattern_keyword, Str *name; Node *pattern;)                              \
    /* *name in a sequence; NULL for *_ */                                                         \
    KIND(PATTERN_STAR, pattern_star, Str *name;)                                                   \
    /* pattern as name; pattern NULL: capture `name`; both NULL: the wildcard _ */                 \
    KIND(PATTERN_AS, pattern_as, Node *pattern; Str *name;)                                        \
    KIND(PATTERN_OR, pattern_or, NodeList *patterns;)                                              \
    /* --- expressions */                                                                          \
    KIND(NAME, name, Str *id;)                                                                     \
    KIND(CONSTANT, constant, ConstantType type; uint32_t length; union {                           \
        int64_t integer;                                                                           \
        double number;                                                                             \
        Str *string;                                                                               \
        const char *bytes;                                                                         \
    };)                                                                                            \
    /* f-string: CONSTANT str and FORMATTED in turn; the text of {x=} is already a constant */     \
    KIND(JOINED, joined, NodeList *parts;)                                                         \
    /* conversion 0, 's', 'r', 'a'; spec a JOINED or NULL */                                       \
    KIND(FORMATTED, formatted, Node *value, *spec; char conversion;)                               \
    /* a and b and c: one node, three values */                                                    \
    KIND(BOOLEAN, boolean, NodeList *values; BooleanOperator op;)                                  \
    KIND(BINARY, binary, Node *left, *right; BinaryOperator op;)                                   \
    KIND(UNARY, unary, Node *operand; UnaryOperator op;)                                           \
    /* left ops[0] rights[0] ops[1] rights[1] ... */                                               \
    KIND(COMPARE, compare, Node *left; NodeList *rights; uint8_t *ops; /* CompareOperator */)      \
    /* parameters: PARAMETERS */                                                                   \
    KIND(LAMBDA, lambda, Node *parameters, *body;)                                                 \
    /* body if test else orelse */                                                                 \
    KIND(CONDITIONAL, conditional, Node *test, *body, *orelse;)                                    \
    /* keys[i] NULL: **values[i] */                                                                \
    KIND(DICT, dict, NodeList *keys, *values;)                                                     \
    /* items may be STARRED in these three */                                                      \
    KIND(SET, set, NodeList *items;)                                                               \
    KIND(LIST, list, NodeList *items;)                                                             \
    KIND(TUPLE, tuple, NodeList *items;)                                                           \
    /* value: only of a dict comprehension, whose key is element; clauses: CLAUSE, outer first */  \
    KIND(COMPREHENSION, comprehension, Node *element, *value; NodeList *clauses;                   \
         ComprehensionType type;)                                                                  \
    /* for target in iterable if conditions[0] if conditions[1] */                                 \
    KIND(CLAUSE, clause, Node *target, *iterable; NodeList *conditions; bool is_async;)            \
    KIND(AWAIT, await, Node *value;)                                                               \
    /* value or NULL */                                                                            \
    KIND(YIELD, yield, Node *value;)                                                               \
    KIND(YIELD_FROM, yield_from, Node *value;)                                                     \
    /* arguments may be STARRED; keywords: KEYWORD */                                              \
    KIND(CALL, call, Node *callee; NodeList *arguments, *keywords;)                                \
    /* name=value; name NULL: **value */                                                           \
    KIND(KEYWORD, keyword, Str *name; Node *value;)                                                \
    KIND(ATTRIBUTE, attribute, Node *value; Str *name;)                                            \
    /* index may be SLICE or a TUPLE holding SLICEs and STARREDs */                                \
    KIND(SUBSCRIPT, subscript, Node *value, *index;)                                               \
    /* each or NULL */                                                                             \
    KIND(SLICE, slice, Node *lower, *upper, *step;)                                                \
    KIND(STARRED, starred, Node *value;)                                                           \
    /* (target := value); target: NAME */                                                          \
    KIND(NAMED, named, Node *target, *value;)                                                      \
    /* positional: PARAMETER, the first only_positional of them before the `/`; rest (*args) or    \
     * NULL; only_keyword: PARAMETER after `*`; keywords (**kwargs) or NULL */                     \
    KIND(PARAMETERS, parameters, NodeList *positional, *only_keyword; Node *rest, *keywords;       \
         uint32_t only_positional;)                                                                \
    /* annotation or NULL, default_value or NULL */                                                \
    KIND(PARAMETER, parameter, Str *name; Node *annotation, *default_value;)
/* clang-format on */

#define KIND(name, member, ...) NODE_##name,
typedef enum NodeKind { NODE_KINDS(KIND) NODE_KIND_COUNT } NodeKind;
#undef KIND

struct Node {
    NodeKind kind;
    /* Lines and columns from 1, columns in code points; end_column is exclusive. */
    uint32_t line, column, end_line, end_column;
    union {
#define KIND(name, member, ...)                                                                    \
    struct {                                                                                       \
        __VA_ARGS__                                                                                \
    } member;
        NODE_KINDS(KIND)
#undef KIND
    };
};

/* A node of that kind, zeroed, without lists: for the parser and for whoever builds trees by hand.
 */
Node *node_new(NodeKind kind);
/* The list of these nodes; `length` 0 gives the shared empty list. */
NodeList *node_list_new(Node *const *nodes, size_t length);

/* "IF", "PATTERN_OR", ... and "+", "is not", ... */
const char *node_kind_name(NodeKind kind);
const char *binary_operator_text(BinaryOperator op);
const char *unary_operator_text(UnaryOperator op);
const char *compare_operator_text(CompareOperator op);

/* Calls visit for each child, in the order of the declaration; type parameters are left out. */
void node_each_child(const Node *n, void (*visit)(void *arg, const Node *child), void *arg);

/* The node's place for errors and instructions. */
Pos node_pos(const Node *n, Str *file);

/* The value of the last top-level `name = value` or `name: type = value` of a MODULE, or NULL. */
Node *node_find_assignment(const Node *module, const Str *name);
/* The module's docstring as written (not dedented), or NULL. */
Str *node_docstring(const Node *module);

/* The tree as one line of lisp: (MODULE [(ASSIGN [(NAME x)] (CONSTANT 1))]). */
Str *node_dump(const Node *n);

#endif
