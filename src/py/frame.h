/* frame.h -- Frame: one running (or suspended) call of a script function, and the one current Vm.
 */
#ifndef RETORT_PY_FRAME_H
#define RETORT_PY_FRAME_H

#include "py/function.h"

typedef enum FrameFlags {
    FRAME_ENTRY = 1, /* returning from it leaves vm_loop                    */
    FRAME_INIT = 2,  /* __init__: the caller gets self instead of the None  */
} FrameFlags;

typedef struct Generator Generator;

/* slots: the variables (code->slot_count), then the operand stack. No script ever holds a frame, so
 * that one whose call is over serves the next (frame_release). */
typedef struct Frame Frame;
struct Frame {
    Obj obj;
    const Code *code;
    Function *function; /* or NULL: module, class body, eval */
    Dict *globals;
    Dict *names; /* namespace of modules, classes and eval; NULL in functions */
    Frame *back;
    Generator *generator; /* whose body this is, or NULL */
    Value handled;        /* the error being handled here, or UNSET */
    const uint32_t *at;   /* the instruction now running; suspended: the one to run next */
    uint32_t depth;       /* of the operand stack while suspended */
    uint32_t flags;
    uint32_t capacity; /* values in slots; of frames that scripts have, too many */
    Value made;        /* FRAME_INIT: the new instance */
    Dict *variables;   /* what locals() gave, or NULL */
    Value slots[];
};

typedef enum GeneratorStatus {
    GENERATOR_NEW,
    GENERATOR_RUNNING,
    GENERATOR_SUSPENDED,
    GENERATOR_DONE
} GeneratorStatus;

struct Generator {
    Obj obj; /* generator_class, coroutine_class or async_generator_class */
    Frame *frame;
    GeneratorStatus status;
    Str *name, *qualname;
    bool async_yield; /* the last suspension was a `yield` of an asynchronous generator */
};

/* Frames to use again, by how many values they hold: SPARE_STEP, 2 * SPARE_STEP, ... */
enum { SPARE_STEP = 4, SPARE_SIZES = 10 };

/* The one interpreter. */
typedef struct Vm {
    Frame *frame;   /* innermost */
    uint32_t depth; /* script frames on the chain */
    Dict *builtins; /* resolved names of module builtins */
    Value result;   /* what the last generator to finish returned */
    bool reraises;  /* the error on its way keeps its traceback */
    unsigned allowed;
    StrVec project_folders; /* what scripts may read, resolved: see sandbox.c */
    char *stack_limit;
    List *arguments;                      /* sys.argv */
    VEC(const ModuleDef *const *) tables; /* built-in modules, the latest last */
    Dict *modules;                        /* sys.modules */
    VEC(Module *) unloaded;               /* what unloaded.c gave up for its own sake */
    size_t unloaded_told;                 /* of them, to modules_next_unloaded() */
    List *path;                           /* sys.path */
    List *installed;                      /* folders of import_add_installed */
    size_t loose_hashes;                  /* counts the hashes that CPython draws anew in each run */
    size_t budget;                        /* instructions left, when they are counted; 0: no end */
    volatile int is_interrupted;          /* set by the signal handler (base/interrupt.h)      */
    bool is_spent;                        /* no handler runs any more */
    Frame *spare_frames[SPARE_SIZES];     /* linked by `back` */
} Vm;
extern Vm vm;
/* Raises KeyboardInterrupt if vm.is_interrupted says so: at calls, jumps and steps of native loops. */
void vm_interrupt(void);
extern const Class frame_class;
#define Frame_class frame_class

enum { DEPTH_MAX = 1000 };
static inline void vm_count_frame(void)
{
    if (vm.depth >= DEPTH_MAX)
        raise_exception(&RecursionError_class, "maximum recursion depth exceeded");
    if (vm.is_interrupted)
        vm_interrupt();
    vm.depth++;
}

/* A frame for at least so many values, which are zeroed; nothing else is. */
Frame *frame_blank(size_t count);
static inline Frame *frame_new(const Code *code, Function *function, Dict *globals)
{
    uint32_t count = code->slot_count + code->stack_size;
    uint32_t size = (count + SPARE_STEP - 1) / SPARE_STEP;
    Frame *frame = size < SPARE_SIZES ? vm.spare_frames[size] : NULL;
    if (frame)
        vm.spare_frames[size] = frame->back;
    else
        frame = frame_blank(size * SPARE_STEP);
    frame->obj = (Obj){.class = &frame_class};
    frame->code = code;
    frame->function = function;
    frame->globals = globals;
    frame->names = NULL;
    frame->back = NULL;
    frame->generator = NULL;
    frame->handled = UNSET;
    frame->at = code->words;
    frame->depth = 0;
    frame->flags = 0;
    frame->made = UNSET;
    frame->variables = NULL;
    if (code->free_count && function)
        items_copy(frame->slots + code->free_start, function->closure, code->free_count);
    return frame;
}
/* Makes a frame for a call, arguments bound. */
static inline Frame *frame_for_call(Function *function, const Call *call)
{
    const Code *code = function->code;
    Frame *frame = frame_new(code, function, function->globals);
    if (call->count == code->positional_count && !call->keyword_count &&
        !(code->flags & CODE_BINDS))
        items_copy(frame->slots, call->args, call->count);
    else
        function_bind(function, frame->slots, call);
    return frame;
}
/* The call is over: nobody has the frame any more. Not for generators. */
static inline void frame_release(Frame *frame)
{
    if (frame->capacity / SPARE_STEP >= SPARE_SIZES)
        return;
    memset(frame->slots, 0, (frame->code->slot_count + frame->code->stack_size) * sizeof(Value));
    frame->back = vm.spare_frames[frame->capacity / SPARE_STEP];
    vm.spare_frames[frame->capacity / SPARE_STEP] = frame;
}
static inline Value *frame_stack(Frame *frame)
{
    return frame->slots + frame->code->slot_count;
}
/* The number of the instruction it is at. */
static inline uint32_t frame_word(const Frame *frame)
{
    return (uint32_t)(frame->at - frame->code->words);
}
Pos frame_pos(const Frame *frame);

/* Runs the frame until it returns or yields; errors propagate. `error` is raised in it at once
 * (UNSET: none). When it was suspended, the value sent must be on its stack already. */
Value vm_run(Frame *frame, Value error);
Value generator_new(Frame *frame); /* generator.c */
/* The function's frame, or the new generator if it is one: *result is set then and NULL returned.
 */
static inline Frame *vm_begin_call(Function *function, const Call *call, Value *result)
{
    Frame *frame = frame_for_call(function, call);
    if (!(function->code->flags & (CODE_GENERATOR | CODE_COROUTINE)))
        return frame;
    *result = generator_new(frame);
    return NULL;
}
/* A name of module builtins, or UNSET. */
Value vm_find_builtin(Str *name);
/* exception_from, but what the parser raised becomes a SyntaxError. */
BaseException *vm_error_object(Err *err);
/* Looks for a handler from the innermost frame out to `entry`. Found: that frame is vm.frame, the error on
 * its stack. Not found: false, and vm.frame is `entry`. *err is what goes on outwards. */
bool vm_unwind(Frame *entry, Err **err);
/* Parses and compiles; raises SyntaxError objects. mode: 'e' an expression, 'x' statements. */
Code *compile_text(Str *text, Str *file, char mode);

/* "did you mean 'number'?" for a name that nothing has, out of those that the frame sees. (inquiry.c) */
void err_suggest_variable(Err *err, const Frame *frame, const Str *name);

/* --- generator.c */
/* Resumes with a value (NONE first time) or an error (BaseException, else UNSET). UNSET when
 * finished, then vm.result holds the return value. */
Value generator_resume(Generator *generator, Value sent, Value error);
/* Puts the generator's frame on the chain, `sent` on its stack. Raises when running already. */
Frame *generator_enter(Generator *generator, Value sent);
/* What `await v` iterates: coroutine, Done, or v.__await__(). */
Value generator_get_awaitable(Value v);
extern const Class done_class;
typedef struct Done {
    Obj obj;
    Value value;
} Done;
/* One step of delegation: sends v to any iterator. UNSET: finished, vm.result is its value. */
Value generator_send_to(Value iterator, Value v);
/* The frame returned: marks done. */
void generator_finish(Generator *generator);

/* --- opaque.c */
typedef struct Opaque {
    Obj obj;
    Str *path;   /* "fastapi.FastAPI" */
    Str *module; /* "fastapi"         */
    Pos imported_at;
} Opaque;
extern const Class opaque_class;
Value opaque_new(Str *path, Str *module, Pos imported_at);
/* A part of an opaque value or module: path.name */
Value opaque_attribute(Value opaque, Str *name);
/* For the bases of a class statement: an opaque becomes a class taking any attribute. */
Value opaque_base(Value opaque);
/* list(opaque), int(opaque) ... */
Value opaque_converted(const Class *class, Value opaque);
Value opaque_decorate(Value decorator, Value decorated);
void opaque_star(Value module, Dict *into);
Value opaque_from_star(const Dict *globals, Str *name);

/* --- import.c */
/* Who is prepared for a module that is not there or not to be loaded: nobody; the caller of importlib, for the former;
 * `try: import x / except ImportError`, for both. */
typedef enum ImportGuard { IMPORT_PLAIN, IMPORT_CALLED, IMPORT_GUARDED } ImportGuard;
Value import_statement(Str *name, Dict *globals, Value members, int64_t level, ImportGuard guard);

/* --- unloaded.c */

/* Makes a module of the project opaque that `err` stopped, false: for want of a library it was not. */
bool module_give_up(Module *module, Err *err);
/* The module of that name, if it is one of those, is more than named: it is called or subclassed. */
void module_miss(Str *name);
/* unrun.c: whether what `err` kept the module in this file from doing may have to do with tables. */
bool unrun_may_make_tables(Str *file, const Err *err);
/* "was not loaded (file:line: why)"; NULL: there is no such module. */
Str *module_told(Str *name);
Value import_from(Value module, Str *name);
void import_star(Value module, Dict *into);
/* import_find.c: what a module of this name would be made from. */
typedef struct Found {
    const ModuleDef *definition;
    const char *frozen; /* source text, or NULL */
    size_t frozen_length;
    Str *file;     /* of the project, or NULL */
    List *folders; /* __path__ of packages */
    bool is_package;
} Found;
const ModuleDef *import_find_native(const char *name);
bool import_find(Str *name, const Module *parent, Found *found);
/* name.inner, where name is a folder without __init__.py below a folder of import_add_installed. */
bool import_find_installed_space(Str *name, Str *inner, Found *found);
/* Runs text as the module's body. */
void module_execute(Module *module, Str *file, Str *source);

/* --- match.c */
bool match_is_sequence(Value v);
bool match_is_mapping(Value v);
Value match_keys(Value subject, Value keys);
Value match_class(Value subject, Value class, Value names, size_t positional);
Value match_rest(Value subject, Value keys);

/* --- group.c: except* */
void group_split(Value error, Value class, Value *rest, Value *matched);
Value group_join(Value original, List *raised);

#endif
