/* instruction.h -- what single instructions of interpret.c do, where it takes more than a line. */
#ifndef RETORT_PY_INSTRUCTION_H
#define RETORT_PY_INSTRUCTION_H

#include "py/access.h"
#include "py/frame.h"

/* Runs vm.frame, and what it calls, until the frame with FRAME_ENTRY returns or yields. (interpret.c) */
Value vm_loop(void);

/* --- names (instruction.c) */
_Noreturn void raise_unbound(const Code *code, uint32_t slot);
/* A namespace is a dict, or an instance of a dict subclass from __prepare__. */
Value namespace_find(Dict *space, Str *name);
void namespace_set(Dict *space, Str *name, Value value);
void namespace_delete(Dict *space, Str *name);
/* Globals, then builtins; raises NameError. index: of code->names. */
Value global_get(const Frame *frame, const Code *code, uint32_t index);
/* ... where it was found the last time, or UNSET. A hint is a place in the globals, or in the builtins. */
#define HINT_BUILTIN (UINT32_C(1) << 31)
static inline Value global_at_hint(const Frame *frame, const Code *code, uint32_t index)
{
    const Str *name = code->names[index];
    uint32_t hint = code->name_hints[index];
    const Dict *space = frame->globals;
    if (hint & HINT_BUILTIN) {
        if (dict_may_have(space, name->hash))
            return UNSET;
        space = vm.builtins;
    }
    const DictEntry *entry = dict_entry_near(space, name, hint & ~HINT_BUILTIN);
    return entry ? entry->value : UNSET;
}

/* --- loops: what GET_ITER leaves on the stack, never seen by scripts */
typedef struct Loop {
    Obj obj;
    enum { LOOP_LIST, LOOP_TUPLE, LOOP_RANGE, LOOP_OTHER } kind;
    Value source;
    size_t index;
    int64_t at, stop, step;
    Iter it;
} Loop;
extern const Class loop_class;
#define Loop_class loop_class
Value loop_iterator(Value iterable); /* a Loop or a generator */
/* The next item, or UNSET: of what is nearly always looped over here, of all else there. */
Value loop_next_other(Loop *loop);
static inline Value loop_next(Loop *loop)
{
    if (loop->kind == LOOP_RANGE) {
        int64_t at = loop->at;
        if (loop->step > 0 ? at >= loop->stop : at <= loop->stop)
            return UNSET;
        if (__builtin_add_overflow(at, loop->step, &loop->at))
            loop->at = loop->stop;
        return INT(at);
    }
    if (loop->kind == LOOP_LIST) {
        const List *list = (const List *)loop->source.obj;
        if (loop->index < list->length)
            return value_load(&list->at[loop->index++]);
        loop->index = SIZE_MAX; /* it stays ended when the list grows */
        return UNSET;
    }
    return loop_next_other(loop);
}

/* --- values */
bool compare_ints(Operator op, int64_t a, int64_t b);
Str *concatenate(const Value *parts, uint32_t count);
/* f(*iterable): its items as a tuple. */
Value spread_arguments(Value function, Value iterable);
void list_extend_spread(List *list, Value iterable);
void set_update_spread(Set *set, Value iterable);
void dict_update_mapping(Dict *dict, Value mapping);
void dict_merge_keywords(Dict *dict, Value mapping, Value function);
Str *format_field(Value v, uint32_t conversion, Str *spec);
/* Items go to out[count - 1] ... out[0]: the first ends on top of the stack. */
void unpack_into(Value v, uint32_t count, Value *out);
void unpack_star_into(Value v, uint32_t before, uint32_t after, Value *out);

/* --- calls */
/* callee is a script class whose making is only: allocate, call this __init__. */
Function *plain_constructor(Value callee, Value *made);
/* super() without arguments, in the function that runs. (super.c) */
Value super_here(void);
void spread_call(Value tuple, Value dict, Call *call);

/* --- statements (statement.c) */
Value class_statement(Function *body, Str *name, Tuple *bases, Dict *keywords);
_Noreturn void raise_statement(Value exception, Value cause);
bool error_matches(Value error, Value classes);
/* The entered value (or awaitable); *exit gets the bound __exit__. */
Value with_enter(Value manager, bool is_async, Value *exit);
/* Puts the error being handled behind e. (vm.c) */
void vm_set_context(BaseException *e);

/* --- asynchronous protocols (generator.c) */
Value awaitable_get(Value v, uint32_t where);
Value async_iterator(Value v);
Value async_next(Value iterator);

/* --- generics (type_parameter.c) */
Value type_parameter_new(Str *name, Value bound, int kind);
Value type_alias_new(Str *name, Tuple *parameters, Value function);
Value generic_base(Tuple *parameters);

#endif
