/* opcodes.h -- the whole instruction set of the vm: OP(NAME, operand, pops, pushes), a stack picture each.
 *
 * pops and pushes are C expressions over `arg`; from the rows come the enum, the disassembler, the jump
 * table and the assembler's depth count. For instructions that jump they describe falling through;
 * code.c (code_jump_effect) knows what differs when the jump is taken.
 *
 * operand: NONE · COUNT · SLOT (of the frame) · NAME · CONST · TARGET (word index) · OPERATOR (value.h) · FLAGS
 */
#ifndef RETORT_PY_OPCODES_H
#define RETORT_PY_OPCODES_H

/* FORMAT: conversion character in the low byte, and ... */
enum { FORMAT_HAS_SPEC = 0x100 };
/* MAKE_FUNCTION, from the bottom of the stack up */
enum {
    FUNCTION_DEFAULTS = 1,         /* a tuple                        */
    FUNCTION_KEYWORD_DEFAULTS = 2, /* a dict                         */
    FUNCTION_ANNOTATIONS = 4,      /* a dict                         */
    FUNCTION_CLOSURE = 8,          /* a tuple of cells               */
};
/* YIELD */
enum { YIELD_PLAIN, YIELD_DELEGATED, YIELD_ASYNC };

/* clang-format off */
#define OPCODES(OP)                                                                                           \
    OP(NOP, NONE, 0, 0)                       /* ->                                                         */ \
    OP(POP, NONE, 1, 0)                       /* a ->                                                       */ \
    OP(COPY, COUNT, 0, 1)                     /* x ... -> x ... x      (x is arg deep, 1 = top)             */ \
    OP(SWAP, COUNT, 0, 0)                     /* x ... y -> y ... x    (x is arg deep)                      */ \
    OP(PUSH_UNSET, NONE, 0, 1)                /* -> unset                                                   */ \
    /* --- names */                                                                                           \
    OP(LOAD_CONST, CONST, 0, 1)               /* -> constant                                                */ \
    OP(LOAD_FAST, SLOT, 0, 1)                 /* -> local              UnboundLocalError                    */ \
    OP(LOAD_ADDED, SLOT, 0, 1)                /* -> local              one that APPEND adds to              */ \
    /* ... and the instruction behind it, which stays where it is for who jumps there (assemble.c) */         \
    OP(LOAD_FAST_FAST, SLOT, 0, 1)            /* -> local              LOAD_FAST                            */ \
    OP(LOAD_FAST_CONST, SLOT, 0, 1)           /* -> local              LOAD_CONST                           */ \
    OP(LOAD_FAST_ATTRIBUTE, SLOT, 0, 1)       /* -> local              LOAD_ATTRIBUTE                       */ \
    OP(LOAD_FAST_METHOD, SLOT, 0, 1)          /* -> local              LOAD_METHOD                          */ \
    OP(STORE_FAST, SLOT, 1, 0)                /* a ->                                                       */ \
    OP(DELETE_FAST, SLOT, 0, 0)               /* ->                                                         */ \
    OP(MAKE_CELL, SLOT, 0, 0)                 /* ->                    local becomes a cell holding it      */ \
    OP(LOAD_CELL, SLOT, 0, 1)                 /* -> cell               the cell itself, for closures        */ \
    OP(LOAD_DEREF, SLOT, 0, 1)                /* -> content                                                 */ \
    OP(STORE_DEREF, SLOT, 1, 0)               /* a ->                                                       */ \
    OP(DELETE_DEREF, SLOT, 0, 0)              /* ->                                                         */ \
    OP(LOAD_CLASS_DEREF, SLOT, 0, 1)          /* -> value              class namespace, then the cell       */ \
    OP(LOAD_NAME, NAME, 0, 1)                 /* -> value              namespace, globals, builtins         */ \
    OP(STORE_NAME, NAME, 1, 0)                /* a ->                                                       */ \
    OP(DELETE_NAME, NAME, 0, 0)               /* ->                                                         */ \
    OP(LOAD_GLOBAL, NAME, 0, 1)               /* -> value                                                   */ \
    OP(STORE_GLOBAL, NAME, 1, 0)              /* a ->                                                       */ \
    OP(DELETE_GLOBAL, NAME, 0, 0)             /* ->                                                         */ \
    OP(LOAD_ATTRIBUTE, NAME, 1, 1)            /* a -> a.name                                                */ \
    OP(STORE_ATTRIBUTE, NAME, 2, 0)           /* v a ->                a.name = v                           */ \
    OP(DELETE_ATTRIBUTE, NAME, 1, 0)          /* a ->                                                       */ \
    OP(LOAD_METHOD, NAME, 1, 2)               /* a -> f a | f unset    what a.name(...) calls               */ \
    OP(LOAD_SUBSCRIPT, NONE, 2, 1)            /* a k -> a[k]                                                */ \
    OP(STORE_SUBSCRIPT, NONE, 3, 0)           /* v a k ->              a[k] = v                             */ \
    OP(DELETE_SUBSCRIPT, NONE, 2, 0)          /* a k ->                                                     */ \
    /* --- operators */                                                                                       \
    OP(ADD, NONE, 2, 1)                       /* a b -> a + b                                               */ \
    OP(SUBTRACT, NONE, 2, 1)                  /* a b -> a - b                                               */ \
    OP(MULTIPLY, NONE, 2, 1)                  /* a b -> a * b                                               */ \
    OP(BINARY, OPERATOR, 2, 1)                /* a b -> a op b                                              */ \
    OP(IN_PLACE, OPERATOR, 2, 1)              /* a b -> a op= b                                             */ \
    OP(APPEND, SLOT, 2, 0)                    /* a b ->                local = a += b, where a is the local */ \
    OP(UNARY, OPERATOR, 1, 1)                 /* a -> op a                                                  */ \
    OP(NOT, NONE, 1, 1)                       /* a -> not a                                                 */ \
    OP(COMPARE, OPERATOR, 2, 1)               /* a b -> a op b                                              */ \
    OP(IS, FLAGS, 2, 1)                       /* a b -> a is b         arg 1: is not                        */ \
    OP(CONTAINS, FLAGS, 2, 1)                 /* a b -> a in b         arg 1: not in                        */ \
    /* --- jumps */                                                                                           \
    OP(JUMP, TARGET, 0, 0)                    /* ->                                                         */ \
    OP(JUMP_IF_FALSE, TARGET, 1, 0)           /* a ->                                                       */ \
    OP(JUMP_IF_TRUE, TARGET, 1, 0)            /* a ->                                                       */ \
    OP(JUMP_IF_NONE, TARGET, 1, 0)            /* a ->                                                       */ \
    OP(JUMP_IF_FALSE_OR_POP, TARGET, 1, 0)    /* a -> | jump: a -> a                                        */ \
    OP(JUMP_IF_TRUE_OR_POP, TARGET, 1, 0)     /* a -> | jump: a -> a                                        */ \
    OP(GET_ITER, NONE, 1, 1)                  /* a -> loop iterator                                         */ \
    OP(FOR_ITER, TARGET, 0, 1)                /* it -> it item | jump at the end: it ->                     */ \
    /* --- building */                                                                                        \
    OP(BUILD_LIST, COUNT, arg, 1)             /* items -> list                                              */ \
    OP(BUILD_TUPLE, COUNT, arg, 1)            /* items -> tuple                                             */ \
    OP(BUILD_SET, COUNT, arg, 1)              /* items -> set                                               */ \
    OP(BUILD_DICT, COUNT, 2 * arg, 1)         /* k v ... -> dict                                            */ \
    OP(BUILD_STRING, COUNT, arg, 1)           /* strings -> their concatenation                             */ \
    OP(BUILD_SLICE, COUNT, arg, 1)            /* lower upper [step] -> slice                                */ \
    OP(LIST_APPEND, COUNT, 1, 0)              /* list ... a -> list ...   arg deep after the pop            */ \
    OP(SET_ADD, COUNT, 1, 0)                  /* set ... a -> set ...                                       */ \
    OP(DICT_ADD, COUNT, 2, 0)                 /* dict ... k v -> dict ...                                   */ \
    OP(LIST_EXTEND, NONE, 1, 0)               /* list a -> list                                             */ \
    OP(SET_UPDATE, NONE, 1, 0)                /* set a -> set                                               */ \
    OP(DICT_UPDATE, NONE, 1, 0)               /* dict a -> dict        {**a}                                */ \
    OP(DICT_MERGE, NONE, 1, 0)                /* f args dict a -> f args dict   f(**a): no key twice        */ \
    OP(LIST_TO_TUPLE, NONE, 1, 1)             /* list -> tuple                                              */ \
    OP(FORMAT, FLAGS, arg & 0x100 ? 2 : 1, 1) /* a [spec] -> str                                            */ \
    OP(UNPACK, COUNT, 1, arg)                 /* a -> last ... first                                        */ \
    OP(UNPACK_STAR, COUNT, 1, (arg & 0xfff) + (arg >> 12) + 1)                                                \
                                              /* a -> last.. list first..  (before | after << 12)           */ \
    /* --- calling */                                                                                         \
    OP(CALL, COUNT, arg + 1, 1)               /* f args -> result                                           */ \
    OP(CALL_KEYWORDS, COUNT, arg + 2, 1)      /* f args values names -> result   arg counts both            */ \
    OP(CALL_METHOD, COUNT, arg + 2, 1)        /* f self args -> result   self may be unset                  */ \
    OP(CALL_METHOD_KEYWORDS, COUNT, arg + 3, 1) /* f self args values names -> result                       */ \
    OP(SPREAD_ARGUMENTS, NONE, 1, 1)          /* f a -> f tuple        f(*a)                                */ \
    OP(CALL_SPREAD, NONE, 3, 1)               /* f tuple dict -> result                                     */ \
    OP(CALL_DECORATOR, NONE, 2, 1)            /* f a -> f(a)           an opaque f gives a back             */ \
    OP(MAKE_FUNCTION, FLAGS, 1 + (arg & 1) + (arg >> 1 & 1) + (arg >> 2 & 1) + (arg >> 3 & 1), 1)             \
                                              /* [defaults] [kw defaults] [annotations] [closure] code -> f */ \
    OP(BUILD_CLASS, NONE, 4, 1)               /* f name bases keywords -> class                             */ \
    OP(RETURN, NONE, 1, 0)                    /* a ->                  leaves the frame                     */ \
    /* --- generators and coroutines */                                                                       \
    OP(YIELD, FLAGS, 1, 1)                    /* a -> sent             suspends                             */ \
    OP(SEND, TARGET, 1, 1)                    /* it v -> it yielded | jump: it v -> it result               */ \
    OP(GET_YIELD_FROM, NONE, 1, 1)            /* a -> iterator         or the generator itself              */ \
    OP(GET_AWAITABLE, FLAGS, 1, 1)            /* a -> iterator         1: of __aenter__, 2: of __aexit__    */ \
    OP(GET_ASYNC_ITER, NONE, 1, 1)            /* a -> a.__aiter__()                                         */ \
    OP(GET_ASYNC_NEXT, NONE, 0, 1)            /* it -> it awaitable                                         */ \
    OP(END_ASYNC_FOR, NONE, 2, 0)             /* it error ->           re-raises all but StopAsyncIteration */ \
    /* --- exceptions and with */                                                                             \
    OP(RAISE, COUNT, arg, 0)                  /* [exception [cause]] ->                                     */ \
    OP(RERAISE, NONE, 1, 0)                   /* error ->              keeps the traceback                  */ \
    OP(PUSH_ERROR, NONE, 1, 2)                /* error -> previous error   it is being handled now          */ \
    OP(POP_ERROR, NONE, 1, 0)                 /* previous ->           restores what was handled before     */ \
    OP(MATCH_ERROR, NONE, 1, 1)               /* error class -> error bool                                  */ \
    OP(SPLIT_GROUP, NONE, 2, 2)               /* error class -> rest matched    each an error or None       */ \
    OP(JOIN_GROUP, NONE, 2, 1)                /* original list -> error or None                             */ \
    OP(BEFORE_WITH, NONE, 1, 2)               /* m -> exit entered     m.__enter__()                        */ \
    OP(BEFORE_ASYNC_WITH, NONE, 1, 2)         /* m -> exit awaitable                                        */ \
    OP(CALL_EXIT, NONE, 0, 1)                 /* exit previous error -> exit previous error exit(...)       */ \
    OP(LOAD_ASSERTION_ERROR, NONE, 0, 1)      /* -> AssertionError                                          */ \
    /* --- imports */                                                                                         \
    OP(IMPORT, NAME, 2, 1)                    /* level names -> module                                      */ \
    OP(IMPORT_GUARDED, NAME, 2, 1)            /* the same, inside try: an unknown module is an ImportError  */ \
    OP(IMPORT_FROM, NAME, 0, 1)               /* module -> module value                                     */ \
    OP(IMPORT_STAR, NONE, 1, 0)               /* module ->                                                  */ \
    /* --- match */                                                                                           \
    OP(MATCH_SEQUENCE, NONE, 1, 1)            /* a -> bool                                                  */ \
    OP(MATCH_MAPPING, NONE, 1, 1)             /* a -> bool                                                  */ \
    OP(MATCH_KEYS, NONE, 2, 1)                /* a keys -> tuple|None                                       */ \
    OP(MATCH_CLASS, COUNT, 3, 1)              /* a class names -> tuple|None    arg positional patterns     */ \
    OP(MATCH_REST, NONE, 2, 1)                /* a keys -> dict without them                                */ \
    OP(GET_LENGTH, NONE, 1, 1)                /* a -> len(a)                                                */ \
    /* --- the rest */                                                                                        \
    OP(SETUP_ANNOTATIONS, NONE, 0, 0)         /* ->                    __annotations__ exists               */ \
    OP(TYPE_PARAMETER, FLAGS, 2, 1)           /* name bound -> TypeVar ...   arg: TypeParameterType         */ \
    OP(TYPE_ALIAS, NONE, 3, 1)                /* name parameters function -> TypeAliasType                  */ \
    OP(SET_TYPE_PARAMETERS, NONE, 2, 1)       /* f tuple -> f          f.__type_params__ = tuple            */ \
    OP(GENERIC_BASE, NONE, 1, 1)              /* tuple -> Generic[*tuple]                                   */
/* clang-format on */

#define OP(name, operand, pops, pushes) OP_##name,
typedef enum Opcode { OPCODES(OP) OP_COUNT } Opcode;
#undef OP

typedef enum OperandType {
    OPERAND_NONE,
    OPERAND_COUNT,
    OPERAND_SLOT,
    OPERAND_NAME,
    OPERAND_CONST,
    OPERAND_TARGET,
    OPERAND_OPERATOR,
    OPERAND_FLAGS
} OperandType;

#endif
