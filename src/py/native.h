/* native.h -- how a class or function is written in C. The row is the declaration.
 *
 *     #define LABEL_PARAMS(P) P(POS, str, name, Required) P(KEY, bool, quote, False)
 *     NATIVE(Column, label, LABEL_PARAMS) { return OBJ(jump_label_new(self, a->name)); }
 *
 *     static const Method column_methods[] = { METHOD(Column, label), {0} };
 *     const Class Column_class = { CLASS(Column, "sqlalchemy.sql.schema", object), .init = INIT(Column),
 *                                  .methods = column_methods, .repr = column_repr };
 *
 * NATIVE makes from the rows a struct with one typed member per parameter (`a->name` is a Str *), the
 * descriptor array and the thunk. A wrong argument is one message written once, in native.c:
 * "label() argument 'name' must be str, not int"; an unknown keyword gets a "did you mean".
 *
 * P(kind, type, name, default)
 *   kind     ONLY positional-only · POS positional or keyword · REST *args · KEY keyword-only · KWREST **kwargs
 *   type     any Value · str Str* · bool · tri (Tri) · int int64_t · float double · list List* (any iterable but
 *            str, copied) · tuple Tuple* · dict Dict* · bytes Bytes* · type const Class*
 *            REST is list, KWREST is dict (NULL never; empty ones are allocated)
 *   name     as scripts write it; a trailing "__" is dropped (`default__`, `if__`)
 *   default  Required · None · Unset · True · False · Zero · One · MinusOne · Empty (empty string/list/dict)
 *            A str/list/dict/... parameter whose default is None or Unset accepts None and is then NULL.
 */
#ifndef RETORT_PY_NATIVE_H
#define RETORT_PY_NATIVE_H

#include "py/value.h"

typedef enum Tri { TRI_UNSET, TRI_FALSE, TRI_TRUE, TRI_NONE } Tri;

/* Arguments of one call: positional values args[0..count), then the values of `keywords`. */
typedef struct Call {
    size_t count;
    const Value *args;
    size_t keyword_count;
    Str *const *keywords; /* interned; value i is args[count + i] */
} Call;

typedef enum ParamKind { PARAM_ONLY, PARAM_POS, PARAM_REST, PARAM_KEY, PARAM_KWREST } ParamKind;
typedef enum ParamType {
    PTYPE_any, PTYPE_str, PTYPE_bool, PTYPE_tri, PTYPE_int, PTYPE_float, PTYPE_list, PTYPE_tuple, PTYPE_dict,
    PTYPE_bytes, PTYPE_type
} ParamType;
typedef enum ParamDefault {
    DEFAULT_Required, DEFAULT_None, DEFAULT_Unset, DEFAULT_True, DEFAULT_False, DEFAULT_Zero, DEFAULT_One,
    DEFAULT_MinusOne, DEFAULT_Empty
} ParamDefault;

typedef struct Param {
    const char *name;
    unsigned char kind, type, fallback;
} Param;

typedef struct Native Native;
struct Native {
    const char *owner; /* class name, or "" for functions */
    const char *name;
    const Param *params;
    size_t count;
    size_t arguments_size;
    Value (*thunk)(const Native *native, Value self, const Call *call);
    struct NativePlan **plan; /* what the binder worked out about the rows at the first call */
};

/* Fills the whole argument struct from a call by the rows; raises TypeError with Python's wording. */
void native_bind(const Native *native, const Call *call, void *arguments);
/* "($self, name, *, schema=None, **kw)", what inspect.signature() reads; "..." is the default of what was not given. */
Str *native_signature(const Native *native, bool has_self);
/* Whether a call may name this keyword. */
bool native_takes(const Native *native, const Str *keyword);
/* "did you mean 'nullable'?" for a keyword the native does not have, or NULL. */
Str *native_suggest(const Native *native, const Str *keyword);
/* self of a method as its C struct; raises TypeError when the class does not match. */
void *native_self(const Native *native, Value self, const Class *class);

#define PARAM_CTYPE_any Value
#define PARAM_CTYPE_str Str *
#define PARAM_CTYPE_bool bool
#define PARAM_CTYPE_tri Tri
#define PARAM_CTYPE_int int64_t
#define PARAM_CTYPE_float double
#define PARAM_CTYPE_list List *
#define PARAM_CTYPE_tuple Tuple *
#define PARAM_CTYPE_dict Dict *
#define PARAM_CTYPE_bytes Bytes *
#define PARAM_CTYPE_type const Class *
#define PARAM_MEMBER(kind, type, name, fallback) PARAM_CTYPE_##type name;
#define PARAM_ROW(kind, type, name, fallback)                                                      \
    {#name, PARAM_##kind, PTYPE_##type, DEFAULT_##fallback},
#define NO_PARAMS(P)

/* The struct, rows and Native of T.m; the thunk comes from the macro that knows what self is. */
#define NATIVE_ROWS(T, m, P)                                                                       \
    typedef struct T##_##m##_Args {                                                                \
        P(PARAM_MEMBER)                                                                            \
        char end_; /* so that a native without parameters has a struct too */                      \
    } T##_##m##_Args;                                                                              \
    static const Param T##_##m##_params[] = {P(PARAM_ROW){0}};                                     \
    static Value T##_##m##_thunk(const Native *native, Value self, const Call *call);              \
    static struct NativePlan *T##_##m##_plan;                                                      \
    static const Native T##_##m##_native = {#T,                                                    \
                                            #m,                                                    \
                                            T##_##m##_params,                                      \
                                            COUNT_OF(T##_##m##_params) - 1,                        \
                                            sizeof(T##_##m##_Args),                                \
                                            T##_##m##_thunk,                                       \
                                            &T##_##m##_plan};

#define NATIVE_THUNK(T, m, SELF)                                                                   \
    static Value T##_##m##_thunk(const Native *native, Value self, const Call *call)               \
    {                                                                                              \
        T##_##m##_Args arguments;                                                                  \
        native_bind(native, call, &arguments);                                                     \
        return T##_##m(SELF, &arguments);                                                          \
    }

/* Method; self is T *. For str and bytes write NATIVE_VALUE. */
#define NATIVE(T, m, P)                                                                            \
    NATIVE_ROWS(T, m, P)                                                                           \
    static Value T##_##m(T *self, const T##_##m##_Args *a);                                        \
    NATIVE_THUNK(T, m, native_self(native, self, &T##_class))                                      \
    static Value T##_##m(T *self, const T##_##m##_Args *a)
#define NATIVE0(T, m) NATIVE(T, m, NO_PARAMS)
/* The same method under another name: what errors call it. */
#define NATIVE_AS(T, m, original)                                                                  \
    static const Native T##_##m##_native = {#T,                                                    \
                                            #m,                                                    \
                                            T##_##original##_params,                               \
                                            COUNT_OF(T##_##original##_params) - 1,                 \
                                            sizeof(T##_##original##_Args),                         \
                                            T##_##original##_thunk,                                \
                                            &T##_##original##_plan};

/* Method whose self is the Value as it came: int, float, str, None, or anything. */
#define NATIVE_VALUE(T, m, P)                                                                      \
    NATIVE_ROWS(T, m, P)                                                                           \
    static Value T##_##m(Value self, const T##_##m##_Args *a);                                     \
    NATIVE_THUNK(T, m, self)                                                                       \
    static Value T##_##m(Value self, const T##_##m##_Args *a)

/* Class method, and `construct`: class is the class called (perhaps a script subclass of T). */
#define NATIVE_CLASS(T, m, P)                                                                      \
    NATIVE_ROWS(T, m, P)                                                                           \
    static Value T##_##m(const Class *class, const T##_##m##_Args *a);                             \
    NATIVE_THUNK(T, m, (const Class *)self.obj)                                                    \
    static Value T##_##m(const Class *class, const T##_##m##_Args *a)

/* Module function or static method: FUNCTION(json, dumps, P) is json_dumps(a). */
#define FUNCTION(module, m, P)                                                                     \
    NATIVE_ROWS(module, m, P)                                                                      \
    static Value module##_##m(const module##_##m##_Args *a);                                       \
    static Value module##_##m##_thunk(const Native *native, Value self, const Call *call)          \
    {                                                                                              \
        module##_##m##_Args arguments;                                                             \
        native_bind(native, call, &arguments);                                                     \
        return module##_##m(&arguments);                                                           \
    }                                                                                              \
    static Value module##_##m(const module##_##m##_Args *a)

/* --- classes ------------------------------------------------------------------------------------ */

typedef enum MethodKind { METHOD_INSTANCE, METHOD_CLASS, METHOD_STATIC, METHOD_PROPERTY } MethodKind;

typedef struct Method {
    const char *name;
    const Native *native;
    MethodKind kind;
    const Native *setter; /* of a property, or NULL: read-only */
} Method;

#define METHOD(T, m) {#m, &T##_##m##_native, METHOD_INSTANCE, NULL}
#define METHOD_AS(name, T, m) {name, &T##_##m##_native, METHOD_INSTANCE, NULL}
#define CLASS_METHOD(T, m) {#m, &T##_##m##_native, METHOD_CLASS, NULL}
#define STATIC_METHOD(T, m) {#m, &T##_##m##_native, METHOD_STATIC, NULL}
/* NATIVE0(T, m) evaluated when the attribute is read. */
#define PROPERTY(T, m) {#m, &T##_##m##_native, METHOD_PROPERTY, NULL}
#define PROPERTY_AS(name, T, m) {name, &T##_##m##_native, METHOD_PROPERTY, NULL}
/* ... and NATIVE(T, set, ONE_VALUE) when it is assigned. */
#define PROPERTY_SET(T, m, set) {#m, &T##_##m##_native, METHOD_PROPERTY, &T##_##set##_native}
#define ONE_VALUE(P) P(ONLY, any, value, Required)

typedef enum FieldType {
    FIELD_any,   /* Value; unset reads as None            */
    FIELD_str,   /* Str *, NULL reads as None             */
    FIELD_bool,  /* bool                                  */
    FIELD_int,   /* int64_t                               */
    FIELD_count, /* int64_t, below 0 reads as None       */
    FIELD_obj    /* pointer to any Obj struct, NULL reads as None */
} FieldType;
/* MEMBER is READONLY in CPython's older words. */
typedef enum FieldAccess { READONLY, MUTABLE, MEMBER } FieldAccess;

typedef struct Field {
    const char *name;
    FieldType type;
    FieldAccess access; /* assigning FIELD_obj must be done through a property */
    size_t offset;
} Field;
#define FIELD(T, type, name, access) {#name, FIELD_##type, access, offsetof(T, name)}
#define FIELD_AS(script_name, T, type, name, access)                                               \
    {script_name, FIELD_##type, access, offsetof(T, name)}

typedef enum ClassFlags {
    CLASS_FINAL = 1,     /* scripts may not subclass it                                      */
    CLASS_ABSTRACT = 2,  /* "cannot create 'X' instances"                                    */
    CLASS_HEAP = 4,      /* made by a script; struct on the heap                             */
    CLASS_BOXED = 8,     /* int, float, str, bytes and what derives from them                */
    CLASS_ANY_ATTR = 16, /* instances take any attribute (default for script classes)       */
    CLASS_NO_ATTR = 32,  /* instances take none; those of a script's subclass do             */
    CLASS_NAMES = 64,    /* of bases whose structs exclude each other: only names are used   */
    CLASS_FIXED_HASH = 128, /* slot `hash` gives the same in every run, unless that of an item does not */
    CLASS_STRUCTURAL = 256 /* a protocol: whatever has its members is an instance, none is made itself */
} ClassFlags;

/* What changes about a class after it was made; zeroed at first. Owned by py/class.c. */
typedef struct ClassState {
    Dict *dict;        /* script-made members; for native classes what scripts assigned     */
    Str *qualname;     /* NULL: the name                                                    */
    Tuple *bases;      /* NULL for native classes: (base,) + mixins                         */
    const Class **mro; /* NULL until first asked for; NULL-terminated                       */
    Map members;       /* lookup cache: name -> Member *                                    */
    List *subclasses;
    uint32_t version;
} ClassState;

/* Native classes are `const Class X_class`; script classes are the same struct on the heap (CLASS_HEAP).
 * A NULL slot is inherited. A script override (dunder method) found in the MRO before the class that
 * fills the slot wins: the object protocol in py/object.c sees to that. */
struct Class {
    Obj obj; /* obj.class is the metaclass: &type_class */
    const char *name;
    const char *module;
    const Class *base;
    const Class *const *mixins; /* further native bases, NULL-terminated, or NULL */
    size_t size;                /* bytes of an instance                            */
    unsigned flags;
    const char *doc;
    const Native *init;      /* __init__: instance is allocated and zeroed before   */
    const Native *construct; /* __new__ instead: returns the instance itself        */
    const Field *fields;     /* ends with {0}                                       */
    const Method *methods;   /* ends with {0}                                       */
    const Method *const *more_methods; /* of other files, NULL-terminated, or NULL   */
    ClassState *state;

    Str *(*repr)(Value self);
    Str *(*str)(Value self);
    Str *(*format)(Value self, Str *spec);
    Value (*call)(Value self, const Call *call);
    /* Arithmetic, bitwise, comparison and unary alike; self may be either operand. UNSET: not mine. */
    Value (*binop)(Operator op, Value left, Value right);
    /* Asked after fields, methods and attrs failed; UNSET: no such attribute. */
    Value (*getattr)(Value self, Str *name);
    /* Asked before all else; false: not handled, do the normal thing. */
    bool (*setattr)(Value self, Str *name, Value value);
    Value (*subscript)(Value self, Value key);
    void (*set_subscript)(Value self, Value key, Value value); /* value UNSET: del self[key] */
    bool (*contains)(Value self, Value item);
    int64_t (*length)(Value self);
    bool (*truth)(Value self);
    int64_t (*hash)(Value self);
    bool (*equal)(Value a, Value b); /* for classes without a rich binop EQ                  */
    Value (*iter)(Value self);
    Value (*next)(Value self); /* UNSET: exhausted                                           */
    /* Descriptor protocol: instance UNSET when read through the class. */
    Value (*get)(Value self, Value instance, const Class *owner);
    bool (*set)(Value self, Value instance, Value value);
    /* X[...] on the class itself: Mapped[int], list[str]. */
    Value (*class_subscript)(const Class *class, Value key);
    /* A script subclass of this class was just made (native __init_subclass__). */
    void (*subclass_made)(const Class *subclass, Dict *keywords);
};

#define CLASS(T, module_, base_)                                                                   \
    .obj = {.class = &type_class}, .name = #T, .module = module_, .base = &base_##_class,          \
    .size = sizeof(T), .state = &(ClassState) {0}
/* When the script name is not the C name. */
#define CLASS_NAMED(T, name_, module_, base_)                                                      \
    .obj = {.class = &type_class}, .name = name_, .module = module_, .base = &base_##_class,       \
    .size = sizeof(T), .state = &(ClassState) {0}
#define INIT(T) &T##_init_native
#define CONSTRUCT(T) &T##_construct_native

/* A zeroed instance of a native class. */
#define obj_new(T) ((T *)object_allocate(&T##_class))
Obj *object_allocate(const Class *class);

/* --- modules -------------------------------------------------------------------------------------- */

typedef enum ExportKind {
    EXPORT_END,
    EXPORT_CLASS_ITEM,
    EXPORT_FUNCTION_ITEM,
    EXPORT_MAKE_ITEM, /* Value (*)(void), called at the first access        */
    EXPORT_INT_ITEM,
    EXPORT_TEXT_ITEM,
    EXPORT_MODULE_ITEM /* another module, by full name, imported on access   */
} ExportKind;

typedef struct Export {
    const char *name;
    ExportKind kind;
    const void *item;
    Value (*make)(void);
    int64_t number;
} Export;
#define EXPORT_CLASS(T) {#T, EXPORT_CLASS_ITEM, &T##_class}
#define EXPORT_CLASS_AS(name, T) {name, EXPORT_CLASS_ITEM, &T##_class}
#define EXPORT_FUNCTION(module, m) {#m, EXPORT_FUNCTION_ITEM, &module##_##m##_native}
#define EXPORT_FUNCTION_AS(name, module, m) {name, EXPORT_FUNCTION_ITEM, &module##_##m##_native}
#define EXPORT_MAKE(name, function) {name, EXPORT_MAKE_ITEM, NULL, function}
#define EXPORT_INT(name, n) {name, EXPORT_INT_ITEM, NULL, NULL, n}
#define EXPORT_TEXT(name, text) {name, EXPORT_TEXT_ITEM, text}
#define EXPORT_MODULE(name, full_name) {name, EXPORT_MODULE_ITEM, full_name}

/* A built-in module: the union of export tables (shared ones make aliases cheap), resolved on access. */
typedef struct ModuleDef {
    const char *name;             /* "sqlalchemy.dialects.postgresql"           */
    const Export *const *exports; /* NULL-terminated list of tables             */
    bool is_package;
    Value (*getattr)(Str *name); /* for open-ended modules; UNSET = AttributeError; may be NULL */
    const Class *open_names;     /* whose members `getattr` finds, for dir() and "did you mean" */
} ModuleDef;

/* --- values of modules that are not available */

/* A value out of a module that is not available, or a module itself. */
bool value_is_opaque(Value v);
/* "flask_login.UserMixin" of such a value, or NULL. */
const Str *opaque_path(Value v);
/* Raises the error that says where the value comes from. */
_Noreturn void opaque_raise(Value v);
/* The name of v's class for a message that refuses v; of a value that is not available, raises that. */
const char *class_text(Value v);
/* The name of a class for a message: "str", "datetime.date", "Account". */
const char *class_told(const Class *class);

/* --- members in frozen modules */

/* class.name is from then on what `member` of that module is: imported when it is asked for. */
void class_set_frozen(const Class *class, const char *name, const char *module, const char *member);
/* What class_find() gives for one. */
bool is_frozen_member(Value v);

/* --- generic classes */

/* list[int], Column[str]: the class_subscript slot of classes that typing lets be parametrised. */
Value generic_class_subscript(const Class *class, Value key);

#endif
