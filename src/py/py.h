/* py.h -- door of the engine: runs Python text, without knowing anything of SQL or migrations.
 *
 *     lex -> parse (ast.h) -> scope -> compile -> Code -> vm
 *
 * One current Vm (file-static in vm.c). The floors above register built-in modules, run module files,
 * look up and call script functions, and convert errors. Everything may raise (base/err.h); a script
 * exception travels as an Err of ERR_SCRIPT whose `exception` is the BaseException object.
 */
#ifndef RETORT_PY_PY_H
#define RETORT_PY_PY_H

#include "py/native.h"
#include "py/names.h"

/* --- start and modules ----------------------------------------------------------------------------- */

/* What scripts may do beyond reading the project: the sandbox table (py/sandbox.c). */
typedef enum Permission { ALLOW_WRITE = 1, ALLOW_RUN = 2, ALLOW_NETWORK = 4, ALLOW_READ_ANYWHERE = 8 } Permission;

/* Starts the interpreter: builtins, interned names. Cheap: modules load when imported. */
void vm_init(void);
/* Adds a NULL-terminated table of built-in modules; later tables win. */
void import_add_modules(const ModuleDef *const *table);
/* Folders searched for project modules, in order (sys.path). */
void import_set_path(const StrVec *folders);
List *import_path(void); /* sys.path itself */
/* A folder whose packages and modules are found last of all, as if they were installed; not on sys.path, and a
 * folder without __init__.py is no package there. */
void import_add_installed(Str *folder);
void vm_allow(unsigned permissions);
bool vm_is_allowed(Permission permission);
/* "write", "run", "network", "read-anywhere"; false: none of them. */
bool sandbox_permission(const Str *word, Permission *permission);
/* A folder of the project: scripts may read what is below. */
void sandbox_add_folder(const Str *folder);
/* Raise a PermissionError that names the flag, unless it was given. `function` as scripts call it: "os.remove". */
void sandbox_check(const char *function, Permission permission);
void sandbox_check_read(const char *function, Str *path);
void sandbox_check_write(const char *function, Str *path);
_Noreturn void sandbox_refuse(const char *function, Permission permission, Value path);
/* For fuzzing (builds with VM_BUDGET defined; elsewhere nothing is counted): after that many more
 * instructions the script ends with an error that no handler of its own catches. 0: no end. */
void vm_set_budget(size_t instructions);
/* sys.argv */
void vm_set_arguments(const StrVec *arguments);
List *vm_arguments(void);

typedef struct Module {
    Obj obj; /* obj.attrs holds its globals */
    Str *name, *file, *package;
    const ModuleDef *definition;
    List *search_path; /* of packages */
    bool is_made;      /* by a script: types.ModuleType("x") */
    bool is_opaque;    /* nothing is known about it but its name: see import.c */
    Pos imported_at;   /* of opaque modules: the import line, or where it stopped being loaded */
    Err *failure;      /* what stopped a module of the project half-way, or NULL: see unloaded.c */
    Err *root;         /* ... and what that comes from, in another such module */
    bool is_missed;    /* another module would have called or subclassed what it does not have */
} Module;

/* import a.b.c -> the module a.b.c (raises ModuleNotFoundError is never needed: unknown = opaque). */
Module *import_module(Str *name);
/* The next module of the project that was not loaded to its end, and why; NULL: there are no more. imported_at is where it
 * stopped. Modules that only lack what such a one was to give them are not told. */
const Module *modules_next_unloaded(Str **why);
/* For what is wrong when tables of the models are missing: raises why a module that may make some was not loaded. */
void modules_require_all(void);
/* Runs a file as a module of this name, not entered in sys.modules (revision files, env.py). */
Module *module_run_file(Str *name, Str *path);
/* ... whose text was read already. */
Module *module_run_text(Str *name, Str *path, Str *text);
Value module_find(Module *module, const char *name); /* a global, or UNSET */
/* Evaluates one expression with these names (templates, ini `args = (sys.stderr,)`). */
Value evaluate_text(Str *text, Dict *names, Str *file);
/* Compiles only, for its errors: mode 'e' one expression, 'x' statements. */
Value code_from_text(Str *text, Str *file, char mode);
/* Runs statements of text in the given globals. */
void execute_text(Str *text, Dict *globals, Str *file);

/* --- looking without running (survey.c) ---------------------------------------------------------------- */

typedef struct Finding {
    const char *code; /* "name.missing", "name.undefined", "name.keyword", "import.missing", "import.unavailable", "sandbox" */
    Pos pos;
    Str *message, *hint;
} Finding;
typedef VEC(Finding) FindingVec;
/* Which functions of a project's modules its scripts come to (reach.c): first survey_script() of all scripts and
 * reach_module() of the modules, then reach_close(), then survey_module(). */
typedef struct Reach Reach;
Reach *reach_new(void);
void reach_module(Reach *reach, Str *file, Str *text, Dict *globals);
void reach_close(Reach *reach);
/* What a script or a module would be refused for, of a module only in the functions that are reached; globals
 * of its module when it was loaded, or NULL. Raises a SyntaxError. Loads modules of the library, none of the
 * project. */
void survey_script(Str *file, Str *text, Dict *globals, Reach *reach, FindingVec *findings);
void survey_module(Str *file, Str *text, Dict *globals, const Reach *reach, FindingVec *findings);
/* What keeps a call of this name from running: "os.remove", "open:w", ".write_text"; NULL: nothing. */
const char *sandbox_rule(const char *name, Permission *permission);

/* --- calling ---------------------------------------------------------------------------------------- */

Value call(Value function, size_t count, const Value *args);
Value call_with(Value function, const Call *call);
Value call_dict(Value function, size_t count, const Value *args, const Dict *keywords);
Value call_method(Value self, const char *name, size_t count, const Value *args);
bool is_callable(Value v);
/* Runs a coroutine (or anything awaitable) to completion and returns its result. */
Value await_value(Value awaitable);
/* An awaitable that is done already: what native async methods return. */
Value done_new(Value result);
/* Where the innermost script frame stands now: the span of an operation. */
Pos vm_position(void);
/* The frame of a script that is `level` up (1: the innermost; the library's own are passed over): where it
 * stands and, unless NULL, its function's name or "<module>". The outermost one where there are fewer. */
Pos vm_script_caller(int64_t level, Str **function);
/* The frame object `depth` frames up (0: innermost); UNSET: there are fewer. */
Value vm_frame(int64_t depth);
/* __name__ of the module whose code runs `depth` frames up (0: innermost), or NULL. */
Str *vm_module_name(int64_t depth);
/* The same, but never inside the library's own frozen text: where the project's file stands. */
Pos vm_script_position(void);
/* Makes `instance = class(...)` from C. */
Value instantiate(const Class *class, const Call *call);
/* Native function as a script value. */
Value native_function(const Native *native);
/* A new script-visible class made from C (typing, declarative, enums): as `type(name, bases, dict)`. */
Class *class_make(Str *name, Tuple *bases, Dict *members, Dict *keywords);
/* Looks a name up along the MRO without binding it; UNSET when missing. */
Value class_find(const Class *class, Str *name);
void class_set(const Class *class, Str *name, Value value);
Str *class_name(const Class *class);
Str *class_module(const Class *class);
Dict *object_attrs(Obj *obj); /* made when missing */

typedef struct BaseException BaseException;

/* --- services for library modules -------------------------------------------------------------------- */

/* sys.modules: dotted name -> module. */
Dict *import_modules(void);
/* Content of bytes or bytearray; false when v is neither. */
bool value_find_bytes(Value v, const char **data, size_t *length);
/* Numbers: float(v) for natives; v.__index__(); digits in base 2, 8, 10, 16; int(text, base); int(x). */
double value_to_double(Value v);
Value value_index(Value v);
bool is_int(Value v); /* int of any size or bool, not boxed */
/* Digits of an int, small or big, with a leading '-' but no prefix. */
Str *int_digits(Value n, int base);
/* ... at the end of a buffer. */
void int_put(Buf *out, Value n, int base);
Value int_parse(Value source, const Str *text, int base);
/* The int of a whole-numbered double of any size; raises for inf and nan as int(x) does. */
Value int_from_double(double x);
Str *float_repr(double x);
/* list[int] and int | None: the alias objects typing shares with the built-in classes. */
extern const Class GenericAlias_class, UnionType_class;
Value generic_alias_new(Value origin, Value args);
/* Whether two members of a union are one; what is not available (opaque) equals itself only. */
bool type_equal(Value a, Value b);
/* The next item of an iterator, or UNSET. */
Value value_next(Value iterator);
/* isinstance(v, info) as the builtin. */
bool instance_check(Value v, Value info);
/* The exception whose handler runs now (sys.exc_info), or NULL. */
BaseException *vm_handled_exception(void);
/* Standard output of print(); open(). */
void print_text(const Str *text);
void print_flush(void);
/* sys.stdout when a script has put something there (redirect_stdout), else UNSET. */
Value print_redirection(void);
Value file_open(Str *path, Str *mode, Str *encoding, Str *errors, Value newline);

/* --- exceptions --------------------------------------------------------------------------------------- */

typedef struct BaseException {
    Obj obj;
    Tuple *args;
    Value cause, context;
    bool suppress_context;
    Err *err;        /* of native errors: position, SQL, server fields                     */
    ErrFrame *trace; /* where it passed, outermost first                                   */
    List *notes;
    Value value;     /* StopIteration.value, SystemExit.code                                */
    Value name, object; /* of AttributeError, NameError, ImportError                        */
    Value group;     /* exceptions of an ExceptionGroup                                     */
} BaseException;

#define EXCEPTION_LIST(X)                                                                          \
    X(Exception, BaseException) X(GeneratorExit, BaseException) X(KeyboardInterrupt, BaseException) \
    X(SystemExit, BaseException) X(BaseExceptionGroup, BaseException)                              \
    X(ArithmeticError, Exception) X(FloatingPointError, ArithmeticError)                           \
    X(OverflowError, ArithmeticError) X(ZeroDivisionError, ArithmeticError)                        \
    X(AssertionError, Exception) X(AttributeError, Exception) X(BufferError, Exception)            \
    X(EOFError, Exception) X(ImportError, Exception) X(ModuleNotFoundError, ImportError)           \
    X(LookupError, Exception) X(IndexError, LookupError) X(KeyError, LookupError)                  \
    X(MemoryError, Exception) X(NameError, Exception) X(UnboundLocalError, NameError)              \
    X(OSError, Exception) X(BlockingIOError, OSError) X(ChildProcessError, OSError)                \
    X(ConnectionError, OSError) X(BrokenPipeError, ConnectionError)                                \
    X(ConnectionAbortedError, ConnectionError) X(ConnectionRefusedError, ConnectionError)          \
    X(ConnectionResetError, ConnectionError) X(FileExistsError, OSError)                           \
    X(FileNotFoundError, OSError) X(InterruptedError, OSError) X(IsADirectoryError, OSError)       \
    X(NotADirectoryError, OSError) X(PermissionError, OSError) X(ProcessLookupError, OSError)      \
    X(TimeoutError, OSError) X(ReferenceError, Exception) X(RuntimeError, Exception)               \
    X(NotImplementedError, RuntimeError) X(RecursionError, RuntimeError)                           \
    X(StopIteration, Exception) X(StopAsyncIteration, Exception) X(SyntaxError, Exception)         \
    X(IndentationError, SyntaxError) X(TabError, IndentationError) X(SystemError, Exception)       \
    X(TypeError, Exception) X(ValueError, Exception) X(UnicodeError, ValueError)                   \
    X(UnicodeDecodeError, UnicodeError) X(UnicodeEncodeError, UnicodeError)                        \
    X(UnicodeTranslateError, UnicodeError) X(Warning, Exception) X(BytesWarning, Warning)          \
    X(DeprecationWarning, Warning) X(EncodingWarning, Warning) X(FutureWarning, Warning)           \
    X(ImportWarning, Warning) X(PendingDeprecationWarning, Warning) X(ResourceWarning, Warning)    \
    X(RuntimeWarning, Warning) X(SyntaxWarning, Warning) X(UnicodeWarning, Warning)                \
    X(UserWarning, Warning)
#define DECLARE_EXCEPTION(name, base) extern const Class name##_class;
extern const Class BaseException_class, ExceptionGroup_class;
EXCEPTION_LIST(DECLARE_EXCEPTION)

/* raise class(message). */
_Noreturn void raise_exception(const Class *class, const char *format, ...) PRINTF_LIKE(2, 3);
#define raise_type(...) raise_exception(&TypeError_class, __VA_ARGS__)
#define raise_value(...) raise_exception(&ValueError_class, __VA_ARGS__)
#define raise_attribute(...) raise_exception(&AttributeError_class, __VA_ARGS__)
/* KeyError(key), StopIteration(value), ...: one argument of any kind. */
_Noreturn void raise_exception_with(const Class *class, Value argument);
_Noreturn void raise_exception_args(const Class *class, size_t count, const Value *args);
/* OSError or its subclass for this errno: "[Errno 2] No such file or directory: 'x'"; path UNSET: none. */
_Noreturn void raise_errno(int number, Value path);
/* raise of an exception object or class made by a script. */
_Noreturn void raise_object(Value exception);
BaseException *exception_new(const Class *class, Value message);
/* The Err that carries an exception object, for err_raise; the caller may add a hint. */
Err *exception_error(BaseException *exception);
/* The script object of an error that came from below (database, tool): err->exception, made on demand
 * by the wrapper that bind/ registered, else RuntimeError. */
BaseException *exception_from(Err *err);
typedef BaseException *(*ErrorWrapper)(Err *err);
void exception_set_wrapper(ErrorWrapper wrapper);
/* Gives an error about to be shown its text: of exceptions with a __str__ of their own, and notes. */
void exception_describe(Err *err);
/* Links the errors behind it, as Python shows them: __cause__, else __context__. */
void exception_link(Err *err);
/* Adds "did you mean" to an AttributeError nobody caught. */
void exception_suggest(Err *err);
/* Whether err would be caught by `except class`. */
bool err_is(Err *err, const Class *class);

#endif
