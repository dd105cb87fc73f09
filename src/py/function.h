/* function.h -- functions and bound methods that scripts make. */
#ifndef RETORT_PY_FUNCTION_H
#define RETORT_PY_FUNCTION_H

#include "py/code.h"

typedef struct Function {
    Obj obj;
    const Code *code;
    Dict *globals;
    Tuple *defaults;        /* or NULL */
    Dict *keyword_defaults; /* or NULL */
    Value *closure;         /* code->free_count cells */
    Str *name, *qualname;
    Value doc, module;
    Dict *annotations; /* or NULL */
    Tuple *type_parameters;
} Function;

/* instance.function, remembered. */
typedef struct BoundMethod {
    Obj obj;
    Value function, self;
} BoundMethod;

#define Function_class function_class

Function *function_new(const Code *code, Dict *globals);
/* Fills the parameter slots of a new frame from a call; raises TypeError with Python's texts. */
void function_bind(const Function *function, Value *slots, const Call *call);

#endif
