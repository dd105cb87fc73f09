/* compile.h -- what the compiler's files share: the Unit being compiled, emitting, labels, blocks.
 *
 * The depth of the operand stack is counted while emitting; a label remembers the depth of its
 * first jump and every later meeting must agree, so an unbalanced emitter is found when it first
 * compiles.
 */
#ifndef RETORT_PY_COMPILE_H
#define RETORT_PY_COMPILE_H

#include "py/code.h"
#include "py/scope.h"

typedef struct Label {
    bool placed;
    uint32_t at;
    int64_t depth; /* -1: not met yet */
    VEC(uint32_t) jumps;
} Label;

typedef enum BlockKind {
    BLOCK_WHILE,
    BLOCK_FOR,           /* an iterator lies on the stack */
    BLOCK_TRY,           /* body of try/except            */
    BLOCK_FINALLY,       /* body whose finally must run   */
    BLOCK_FINALLY_END,   /* finally run for an error: previous, error on the stack */
    BLOCK_HANDLER,       /* body of an except: previous on the stack               */
    BLOCK_HANDLER_NAME,  /* ... that must delete its name                          */
    BLOCK_GROUP_HANDLER, /* body of an except*: cannot be left                    */
    BLOCK_WITH,          /* exit on the stack */
    BLOCK_COVER,         /* nothing to do on the way out */
    BLOCK_HELD,          /* finally run by a return: its value on the stack */
} BlockKind;

/* An enclosing construct that break, continue and return must leave properly. */
typedef struct Block {
    BlockKind kind;
    struct Block *outer;
    Label *start, *end; /* loops: continue, break */
    Label *handler;     /* covered: where errors go; NULL = not covered */
    uint32_t cover_start, cover_depth;
    const NodeList *finally;
    Str *name; /* BLOCK_HANDLER_NAME */
    bool is_async;
} Block;

typedef struct PendingCover {
    uint32_t start, end, depth, at;
    Label *target; /* until it is placed, then `at` */
} PendingCover;

typedef struct Unit Unit;
struct Unit {
    Unit *outer;
    Scope *scope;
    Code *code;
    Str *file;
    const Str *source;
    Span span;
    VEC(uint32_t) words;
    VEC(Span) spans;
    VEC(Value) consts;
    VEC(Str *) names_used;
    Map name_index; /* name -> index + 1 */
    Map str_index;  /* constants that are strings */
    VEC(PendingCover) covers;
    VEC(Str *) slot_names;
    VEC(uint8_t) slot_kinds;
    Block *block;
    uint32_t depth, max_depth;
    uint32_t import_guards; /* enclosing try statements that catch ImportError */
    bool future_annotations;
    Unit *next_spare;
};

/* --- assemble.c */
void unit_mark(Unit *u, const Node *n); /* following instructions belong to n */
uint32_t emit(Unit *u, Opcode op, uint32_t arg);
void emit_jump(Unit *u, Opcode op, Label *label);
Label jump_label_new(void);
void label_place(Unit *u, Label *label);
/* ... where only errors arrive: depth values below the error */
void label_place_handler(Unit *u, Label *label, uint32_t depth);
uint32_t unit_const(Unit *u, Value value); /* equal strings and small ints are shared */
void emit_const(Unit *u, Value value);
void emit_str(Unit *u, Str *s);
uint32_t unit_name(Unit *u, Str *name);
uint32_t unit_temporary(Unit *u, const char *name); /* a new slot */
void block_push(Unit *u, Block *block, BlockKind kind, Label *handler);
void block_pop(Unit *u);
void block_close_cover(Unit *u, Block *block);
/* Emits what leaving every block up to (not including) `stop` needs. with_value: a value on top is
 * kept. */
void emit_unwind(Unit *u, Block *stop, bool with_value);
/* An empty unit; its buffers may be those of a finished one. */
Unit *unit_blank(void);
/* Ends the unit: its code is packed into two blocks, its buffers serve the next unit. */
Code *unit_finish(Unit *u);

/* --- compile.c */
Unit *unit_new(Unit *outer, Scope *scope, Str *file);
void emit_make_function(Unit *u, Unit *body, unsigned flags); /* defaults etc. are on the stack */
void compile_function(Unit *u, const Node *n);
void compile_lambda(Unit *u, const Node *n);
void compile_class(Unit *u, const Node *n);
void compile_comprehension(Unit *u, const Node *n);
void compile_type_alias(Unit *u, const Node *n);
void compile_annotation(Unit *u, const Node *annotation); /* the value, or its text */
typedef enum NameUse { NAME_LOAD, NAME_STORE, NAME_DELETE } NameUse;
void compile_name(Unit *u, Str *name, NameUse use);

/* --- compile_stmt.c */
void compile_body(Unit *u, const NodeList *body);
void compile_target(Unit *u, const Node *n); /* stores the top of the stack */
void emit_await(Unit *u);                    /* iterator -> result; the awaitable was got already */

/* --- compile_try.c */
void compile_try(Unit *u, const Node *n);
void compile_with(Unit *u, const Node *n);
/* -> value, or its text where a name in it is not known. */
void compile_or_text(Unit *u, const Node *value, Str *text);
bool handlers_catch_import_error(const NodeList *handlers);

/* --- compile_expr.c */
void compile_value(Unit *u, const Node *n);
/* ... that is only walked or looked in: a set of constants becomes one constant. */
void compile_walked(Unit *u, const Node *n);
void compile_jump(Unit *u, const Node *n, Label *target, bool when);
void compile_tuple_of(Unit *u, const NodeList *items); /* stars allowed */
void compile_dict_of_keywords(Unit *u, const NodeList *keywords);
bool has_starred(const NodeList *items);
/* Of a CONSTANT. */
Value constant_value(const Node *n);
bool fold_constant(const Node *n, Value *value);
Operator binary_operator(BinaryOperator op);

/* --- compile_pattern.c */
void compile_match(Unit *u, const Node *n);

#endif
