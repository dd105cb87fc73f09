/* code.h -- Code: one compiled function body, class body or module; and what makes one from text.
 */
#ifndef RETORT_PY_CODE_H
#define RETORT_PY_CODE_H

#include "py/internal.h"
#include "py/ast.h"
#include "py/opcodes.h"

/* Where an instruction stands in its file. */
typedef struct Span {
    uint32_t line, column, end_column;
} Span;

/* Instructions [start, end) are covered: an error cuts the stack to `depth`, pushes itself and
 * jumps. Rows are in order of looking: inner ones first. */
typedef struct Cover {
    uint32_t start, end, target, depth;
} Cover;

typedef enum CodeFlags {
    CODE_REST = 1,     /* has *args: the slot after the keyword-only parameters */
    CODE_KEYWORDS = 2, /* has **kwargs: the slot after that                     */
    CODE_GENERATOR = 4,
    CODE_COROUTINE = 8, /* with CODE_GENERATOR: an asynchronous generator        */
    CODE_FUNCTION = 16, /* names live in slots, not in a namespace               */
    CODE_COMPREHENSION = 32,
    CODE_CLASS = 64,
    CODE_FUTURE_ANNOTATIONS = 128,
    CODE_ONLY_KEYWORDS = 256, /* has keyword-only parameters */
    /* its arguments do not just go to the first slots */
    CODE_BINDS = CODE_REST | CODE_KEYWORDS | CODE_ONLY_KEYWORDS,
} CodeFlags;

/* What a slot holds. CPython runs the comprehensions of a function in its own frame, so that a variable that only they
 * have too is no cell there (SLOT_SHARED), and one that they hide is not told by locals() (SLOT_UNTOLD). */
typedef enum SlotKind { SLOT_PLAIN, SLOT_CELL, SLOT_SHARED, SLOT_UNTOLD } SlotKind;

/* Parameters fill the first slots: positional, keyword-only, *args, **kwargs; then other locals and
 * cells; then, from `free_start`, `free_count` free variables; then temporaries of match. */
typedef struct Code {
    Obj obj;
    Str *name, *qualname, *file, *doc;
    uint32_t line;
    unsigned flags;
    uint32_t *words; /* op in the low 8 bits, arg above */
    Span *spans;     /* parallel to words               */
    size_t length;
    Value *consts;
    size_t const_count;
    Str **names;          /* interned */
    uint32_t *name_hints; /* parallel: where it was last found: in the globals, or as an attribute (access.h) */
    size_t name_count;
    Cover *covers;
    size_t cover_count;
    Str **slot_names;
    uint8_t *slot_kinds; /* SlotKind */
    uint32_t slot_count, free_start, free_count, stack_size;
    uint32_t positional_count, only_positional_count, only_keyword_count;
} Code;

/* Keyword names of a call site, as a constant. */
typedef struct KeywordNames {
    Obj obj;
    size_t count;
    Str **names;
} KeywordNames;
extern const Class keyword_names_class;
#define Code_class         code_class
#define KeywordNames_class keyword_names_class

/* Compiles a MODULE. Raises "script.syntax" for what only scopes show. */
Code *compile_module(Node *module, Str *file, const Str *source);
/* Compiles an expression: running the code gives its value. */
Code *compile_expression(Node *expression, Str *file, const Str *source);

/* One line per instruction: "  12 LOAD_FAST 0 (x)". */
Str *code_disassemble(const Code *code);
/* How many values an instruction pops and pushes, falling through or jumping. */
void code_effect(Opcode op, uint32_t arg, bool jumps, uint32_t *pops, uint32_t *pushes);
/* How many slots, from the first, are parameters: *args and **kwargs too. */
size_t code_parameter_count(const Code *code);
Pos code_pos(const Code *code, size_t word);

#endif
