/* internal.h -- what the files of py/ share among themselves and show to nobody above.
 *
 * Grouped by the file that owns (defines) each item. Additive: put yours under your own heading.
 */
#ifndef RETORT_PY_INTERNAL_H
#define RETORT_PY_INTERNAL_H

#include "py/py.h"

/* NATIVE(List, ...) and as(List, v) name the class object after the C struct; its script name is list. */
#define List_class list_class
#define Tuple_class tuple_class
#define Dict_class dict_class
#define Set_class set_class
#define Slice_class slice_class
#define Range_class range_class
#define Bytes_class bytes_class

/* --- class.c ---------------------------------------------------------------------------------------- */

/* Method resolution order, NULL-terminated, the class itself first. */
const Class *const *class_mro(const Class *class);
/* All that a script says is reached. Whether a function of a module, or of the class `owner` in it, is reached (reach.c). */
struct Node;
void reach_listen(Reach *reach, const struct Node *tree, Dict *globals);
bool reach_has(const Reach *reach, const struct Node *function, const struct Node *owner,
               const Dict *globals);
/* The script-made member `name` (from a ClassState.dict) that comes in the MRO before the first native
 * class filling the slot at offset `slot` of struct Class; UNSET: the native slot counts.
 *     Value f = class_override(class_of(v), N(__iter__), offsetof(Class, iter)); */
Value class_override(const Class *class, Str *name, size_t slot);
/* The first class of the MRO whose slot at this offset is filled, or NULL. */
const Class *class_above_with_slot(const Class *class, size_t slot);
static inline const Class *class_with_slot(const Class *class, size_t slot)
{
    if (*(void *const *)(const void *)((const char *)class + slot))
        return class;
    return class_above_with_slot(class, slot);
}
/* The function in an inherited slot, or NULL: CLASS_SLOT(class_of(v), next). */
#define CLASS_SLOT(class_, slot_)                                                                  \
    ({                                                                                             \
        const Class *filled_ = class_with_slot((class_), offsetof(Class, slot_));                  \
        filled_ ? filled_->slot_ : NULL;                                                           \
    })

/* --- object.c --------------------------------------------------------------------------------------- */

/* `...` and NotImplemented. */
extern Obj ellipsis_object, not_implemented_object;
extern const Class NotImplementedType_class;
#define ELLIPSIS OBJ(&ellipsis_object)
#define NOT_IMPLEMENTED OBJ(&not_implemented_object)
/* value_hash(STR(s)) is str_hash(s), and value_hash of ints, bools and whole floats agree. */

/* --- class.c (more) --------------------------------------------------------------------------------- */

/* As class_find, but *owner (may be NULL) gets the class that has it. Cached; any Str will do. */
Value class_find_owner(const Class *class, Str *name, const Class **owner);
/* The search goes on behind `after` in class's order of resolution: what super() does. */
Value class_find_after(const Class *class, const Class *after, Str *name, const Class **owner);
/* Only what this very class defines; and the names of all that, for dir() and __dict__. */
Value class_own(const Class *class, Str *name);
void class_own_names(const Class *class, List *out);
Tuple *class_bases(const Class *class);
Str *class_qualname(const Class *class);
/* The class if v is a class object, else NULL. */
const Class *value_as_class(Value v);
static inline bool class_is_heap(const Class *class)
{
    return (class->flags & CLASS_HEAP) != 0;
}

/* --- type.c: type(name, bases, dict), metaclasses; instance.c --------------------------------------------- */

/* Bases with __mro_entries__ asked; the same tuple when there is nothing to resolve. */
Tuple *class_resolve_bases(Tuple *bases);
/* The class, native or with __slots__, that gave instances of `class` their struct. */
const Class *class_layout(const Class *class);
/* The names that a class and those above it define, and those of `attrs` (or NULL), sorted: dir(). */
Value class_dir(const Class *class, const Dict *attrs);
/* type.__call__: as instantiate(), whatever the metaclass has. */
Value class_instantiate(const Class *class, const Call *call);

/* --- native.c: functions written in C as script values -------------------------------------------------- */

/* Calls function with self before the arguments. */
Value call_with_self(Value function, Value self, const Call *call);
Value native_method(const Native *native, const Class *owner, MethodKind kind);
/* What reading a class member through an instance (UNSET: through the class) gives: binds functions,
 * calls the get slot or __get__. */
Value member_bind(Value member, Value instance, const Class *owner);
/* Has __set__ or __delete__, so it wins over the instance's attrs. */
bool member_is_data(Value member);

/* --- dunder.c: obj.__repr__, int.__add__, ...: slots of a class seen as functions ------------------------- */

Value dunder_own(const Class *class, const Str *name); /* UNSET: it gives none of that name */
Value slot_function_call(Value function, Value self, const Call *call);
void dunder_own_names(const Class *class, List *out);
Str *operator_method(Operator op, bool reflected); /* "__add__", "__radd__" */
const char *operator_symbol(Operator op);          /* "+" */

/* SlotFunction: str.__add__ and the like. */
struct Dunder;
typedef struct SlotFunction {
    Obj obj;
    const Class *owner;
    const struct Dunder *row;
} SlotFunction;
extern const Class SlotFunction_class;
/* Whether member is what `class` itself gives for its slot `name`, not one borrowed from another class. */
bool slot_function_is_own(Value member, const Class *class, const Str *name);

/* --- object.c: attributes and calls ------------------------------------------------------------------- */

/* Any callable that is no script function: natives, bound methods, classes, __call__; else raises
 * "'int' object is not callable". call_with (function.c) hands over what it does not know. */
Value object_call(Value callee, const Call *call);
/* Whether instances have a __dict__. */
bool object_takes_attrs(const Class *class);
/* A function that takes self as its first argument and needs nothing else to be bound. */
bool member_takes_self(Value member);
/* A script's own method of that name, not object's. */
Value class_script_hook(const Class *class, Str *name);

/* --- access.c: the quick way to attributes; false: not for this one. Names are interned. ------------ */

/* The object's own dict has it, and nothing comes before. */
bool access_read(Value v, Str *name, Value *found);
/* The class has a function that takes self, and the object nothing of that name. */
bool access_method(Value v, Str *name, Value *function);
bool access_write(Value v, Str *name, Value value);
/* The class changed under this name; a class changed so that any name may mean something else. */
void access_forget(const Class *class, const Str *name);
void access_forget_all(void);
Value object_get_generic(Value v, Str *name);
void object_set_generic(Value v, Str *name, Value value);
_Noreturn void raise_no_attribute(Value v, Str *name);
/* type(v).name(v, args...), ignoring instance attributes; UNSET when there is no such method. */
Value special_call(Value v, Str *name, size_t count, const Value *args);
/* The hash slot of list, dict, set: raises unhashable type. */
int64_t hash_unhashable(Value v);
Str *value_ascii(Value v);

/* --- numbers: int.c, int_text.c, float.c ------------------------------------------------------------------ */

double int_to_double(Value v);    /* raises OverflowError */
int64_t float_hash(double x);
double float_parse(Value source, const Str *text);
/* The text of a number with ASCII digits and blanks; false: an underscore stands where none may. */
bool float_collect(const Str *text, Buf *out);

/* plain as an instance of `class`, which is plain_class or a script subclass of it (then Boxed). */
Value box_value(const Class *class, const Class *plain_class, Value plain);
/* float.c: exact order of int, bool and float: -1, 0, 1, or 2 for nan */
int number_compare(Value a, Value b);

/* --- text: str.c, format.c, percent.c, bytes.c ----------------------------------------------------------- */

Str *str_repr(const Str *s);
Str *str_substring(const Str *s, size_t from, size_t to); /* code points */
Str *str_repeat(const Str *s, int64_t count);
/* format.format(*args, **mapping); args NULL: format_map */
Str *str_format_fields(const Str *format, const Tuple *args, Value mapping);
Str *str_percent(const Str *format, Value args);          /* format % args */
Bytes *bytes_percent(const char *data, size_t length, Value args);
bool unicode_is_printable(uint32_t c);
bool unicode_is_space_beyond_ascii(uint32_t c);
static inline bool unicode_is_space(uint32_t c)
{
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
    return unicode_is_space_beyond_ascii(c);
}
int unicode_decimal(uint32_t c); /* value of a decimal digit, or -1 */
Str *format_int(Value n, const Str *spec);
Str *format_float(double x, const Str *spec);
Str *format_str(const Str *s, const Str *spec);
/* Raise UnicodeDecodeError, UnicodeEncodeError, LookupError as Python; errors NULL = strict. */
Str *bytes_decode(const char *data, size_t length, const char *encoding, const char *errors);
Bytes *str_encode(const Str *s, const char *encoding, const char *errors);
/* The bytes that a memoryview shows; false for other values. */
extern const Class MemoryView_class;
bool is_memoryview(Value v);
bool memoryview_find_bytes(Value v, const char **data, size_t *length);
/* An encoding or a way to treat errors that a function was given, NULL when it was not. */
const char *codec_option(Value v, const char *function, const char *name);
extern const Class bytearray_class;

/* --- exception.c ------------------------------------------------------------------------------------------ */

/* Fills err->message of a script error, "ValueError: text". May run script code: for outermost landings. */
/* exception_group.c: what BaseException needs of groups */
extern const Method group_methods[];
Value group_make(const Class *class, const List *args);
Str *group_text(BaseException *e);
Value group_attribute(BaseException *e, const Str *name);
/* The object that `raise x` throws: x, or an instance of the class x; else TypeError. */
BaseException *exception_instance(Value x);

/* --- int.c, float.c --------------------------------------------------------------------------------- */

_Noreturn void raise_division(const char *text); /* ZeroDivisionError */
/* pow(base, exponent, modulus) on ints, as Python (negative exponents: modular inverse). */
Value int_pow_mod(Value base, Value exponent, Value modulus);

/* --- vm.c, frame.c ---------------------------------------------------------------------------------- */

/* Names of the innermost script frame; empty dicts when no script runs. */
Dict *frame_globals(void);
Dict *frame_locals(void);
/* The class and first argument for super() without arguments; false: there is none. */
bool frame_super_arguments(const Class **class, Value *self);

/* --- list.c ----------------------------------------------------------------------------------------- */

void list_extend(List *list, Value iterable);
/* Appends to a list that is being made and that nothing else has seen: what it outgrows is given back at once. */
void list_append_unshared(List *list, Value item);
List *list_repeat(const List *list, int64_t times);

/* --- dict.c ----------------------------------------------------------------------------------------- */

/* value_hash() and value_equal() of keys of dicts and sets, the usual ones at once. */
static inline int64_t key_hash(Value key)
{
    if (key.tag == TAG_STR)
        return (int64_t)str_hash(key.str);
    if (key.tag == TAG_INT && key.integer >= 0 && key.integer < (INT64_C(1) << 61) - 1)
        return key.integer; /* its own hash, known without asking the class */
    return value_hash(key);
}
static inline bool same_key(Value a, Value b)
{
    if (a.tag == TAG_STR && b.tag == TAG_STR)
        return a.str == b.str || str_equal(a.str, b.str);
    if (a.tag == TAG_INT && b.tag == TAG_INT)
        return a.integer == b.integer;
    if (a.tag == TAG_OBJ && b.tag == TAG_OBJ && a.obj == b.obj)
        return true;
    return value_equal(a, b);
}
/* Sets a key in a dict that is being made and that nothing else has seen: what it outgrows is given back at once. */
void dict_set_unshared(Dict *dict, Value key, Value value);
/* Whether the key is there. */
bool dict_has(const Dict *dict, Value key);
bool dict_equal(const Dict *a, const Dict *b);
/* Removes the newest entry and returns its key; UNSET when empty. */
Value dict_pop_last(Dict *dict, Value *value);
/* A dict that is walked as one: CPython then asks neither keys() nor []. */
bool dict_is_plain(Value v);
/* dict.update(source): a dict, an object with keys(), or pairs. */
void dict_merge(Dict *dict, Value source);

/* --- view.c ----------------------------------------------------------------------------------------- */

typedef struct DictView {
    Obj obj;
    Dict *dict;
} DictView;
extern const Class dict_keys_class, dict_values_class, dict_items_class;
Value dict_view(Dict *dict, const Class *class);

/* --- mapping_proxy.c -------------------------------------------------------------------------------- */

extern const Class mapping_proxy_class;
Value mapping_proxy_new(Value mapping);

/* --- set_table.c ------------------------------------------------------------------------------------ */

/* The key with its hash. */
SetItem set_item(Value key);
void set_put(Set *set, SetItem item);
bool set_has_item(const Set *set, const SetItem *item);
/* false: it was not there. */
bool set_remove(Set *set, Value key);
bool set_remove_item(Set *set, const SetItem *item);
/* Removes the item whose turn it is; UNSET when empty. */
Value set_pop(Set *set);
void set_clear(Set *set);
/* Makes it what `from`, which nobody else has, holds. */
void set_replace(Set *set, const Set *from);
void set_merge(Set *set, const Set *from);
void set_merge_keys(Set *set, const Dict *dict);
/* Makes the table smaller when a quarter of it are places of removed items. */
void set_drop_dummies(Set *set);

/* --- set.c ------------------------------------------------------------------------------------------ */

Set *set_from(Value iterable);
bool set_equal(const Set *a, const Set *b);
/* set(a), then |= b, &= b ... of anything that is walked. */
Value set_combined(Operator op, Value a, Value b);
/* Adds what is walked. */
void set_extend(Set *set, Value iterable);

/* --- range.c ---------------------------------------------------------------------------------------- */

int64_t range_length(const Range *range);
/* A range of ints of any size: the plain one where that can hold it. */
Value range_from_values(Value start, Value stop, Value step);

/* --- range_long.c ----------------------------------------------------------------------------------- */

Value range_long_new(Value start, Value stop, Value step);
/* Whether two ranges, of whichever kind, stand for the same numbers. */
bool range_long_equal(Value left, Value right);
/* A part of a slice as an int. */
Value slice_member_int(Value v);
/* start, stop and step of a slice of something so long. */
void slice_long_indices(const Slice *slice, Value length, Value indices[3]);

/* --- iterator.c ------------------------------------------------------------------------------------- */

/* value_next, and what its StopIteration carried in *stop, if a script's __next__ raised it. */
Value iterator_step(Value iterator, Value *stop);
bool is_iterator(Value v);
extern const Class enumerate_class, zip_class, map_class, filter_class, reversed_class;
bool is_iterable(Value v);
/* reversed(v) of a built-in container. */
Value reversed_iterator(Value container);
/* Slots `iter` of the built-in containers. */
Value container_iter(Value self);
/* iter(function, sentinel) */
Value callable_iterator(Value function, Value sentinel);
/* guard.c: repr(v) of a container: `write` is called unless obj is being written already, then `again` is the
 * text ("[...]"). */
Str *repr_guarded(Obj *obj, const char *again, void (*write)(Buf *out, Obj *obj));

/* --- slice.c ---------------------------------------------------------------------------------------- */

/* Clamps to a sequence of `length` items, as slice.indices(); returns how many are selected. */
int64_t slice_indices(const Slice *slice, int64_t length, int64_t *start, int64_t *stop, int64_t *step);
Slice *slice_new(Value start, Value stop, Value step);
/* key as an index into `length` items, negative ones from the end: raises
 * "WHAT indices must be integers or slices, not str" and "WHAT index out of range". */
size_t sequence_index(Value key, int64_t length, const char *what);
/* int and its kin, or anything with __index__. */
bool is_index(Value v);
/* The index itself; IndexError beyond 64 bits. */
int64_t index_check_size(Value key);
/* start or stop of index(x, start, stop): negative ones from the end; `fallback` when not given. */
int64_t index_bound(Value v, int64_t length, int64_t fallback);
/* An int argument, clamped into 64 bits. */
int64_t index_clamped(Value v);
/* a op b for two arrays of values, op one of EQ NE LT LE GT GE. */
Value sequence_compare(Operator op, const Value *a, size_t a_length, const Value *b, size_t b_length);
/* The count of `sequence * n` or UNSET-like -1 when `n` is no int; never negative otherwise. */
int64_t repeat_count(Value n);
/* Whether `other` may know an operator itself (a script object or native with binop). */
bool may_operate(Value other);
/* What a class with a base that is not available may have under this name, or UNSET (opaque.c). */
Value opaque_inherited(Value v, Str *name);
/* isinstance and issubclass against a class that is not available: true for what was made from it. */
bool opaque_is_instance(Value v, Value info);
bool opaque_is_subclass(const Class *class, Value info);

/* --- slots.c ------------------------------------------------------------------------------------------- */

/* Gives a class that has just been made its slots, and takes the __dict__ from its instances. */
void slots_define(Class *class, Dict *members, const Tuple *bases);

/* --- complex.c ---------------------------------------------------------------------------------------- */

typedef struct Complex {
    Obj obj;
    double real, imag;
} Complex;
extern const Class complex_class;
Value complex_new(double real, double imag);
/* v as a complex number: int, float, complex and their subclasses; false for anything else. */
bool complex_find(Value v, double *real, double *imag);
Value complex_power(double base, double exponent); /* of a negative base */
#define Complex_class complex_class

/* --- sort.c ----------------------------------------------------------------------------------------- */

/* Stable; key None or a callable; compares with `<` as list.sort does. */
void sort_values(Value *items, size_t count, Value key, bool reverse);
/* list.sort(): the list looks empty meanwhile. */
void sort_list(List *list, Value key, bool reverse);

/* --- property.c, super.c, generic_alias.c -------------------------------------------------------------- */

typedef struct Property {
    Obj obj;
    Value fget, fset, fdel, doc;
    Str *name; /* from __set_name__, or NULL */
} Property;
typedef struct Wrapper { /* classmethod, staticmethod */
    Obj obj;
    Value function;
} Wrapper;
extern const Class classmethod_class, staticmethod_class;
#define Property_class property_class

/* The attribute super() gives, UNSET when no class behind has it. object.c asks it before the class of
 * super itself: super().__init__ is not super's own __init__. */
Value super_find_attr(Value super, Str *name);
/* The method behind, and whom it is called on instead of *self; false: not so plain. */
bool super_load_method(Value *self, Str *name, Value *function);

typedef struct GenericAlias {
    Obj obj;
    Value origin;
    Tuple *args;
} GenericAlias;
typedef struct UnionType {
    Obj obj;
    Tuple *args;
} UnionType;
extern const Class TypeAliasType_class;
/* a | b on classes, None, aliases and unions; UNSET when these are no types. type's binop. */
Value union_binop(Operator op, Value left, Value right);

/* --- builtins.c, file.c --------------------------------------------------------------------------------- */

extern const ModuleDef builtins_module, literal_module;
/* As instance_check(), of a class. */
bool subclass_check(Value class, Value info);
/* The path in a str, bytes or os.PathLike argument. */
Str *path_argument(Value v);
extern const Class UnsupportedOperation_class; /* of the module io */

/* --- wanted by the vm from class.c, object.c, native.c, exception.c, int.c -------------------------- */

/* class.c: the most derived metaclass of `wish` (NULL: none) and of the bases; raises the TypeError
 * "metaclass conflict: ...". */
const Class *class_pick_metaclass(const Class *wish, const Tuple *bases);
/* class.c: makes the class of a class statement after its body ran: calls metaclass(name, bases,
 * members, **keywords). `members` may be a dict subclass (__prepare__). Pops __classcell__ from the
 * members it copies and fills it with cell_set; then __set_name__, then __init_subclass__. */
Value class_build(const Class *metaclass, Str *name, Tuple *bases, Dict *members, Dict *keywords);
/* object.c: what `self.name(...)` calls. true: *function is to be called with *self before the arguments (a
 * script Function, or a method descriptor of native.c), no bound method was made; false: *function is
 * the attribute as self.name gives it. super() gives way to whom it stands for. Raises AttributeError. */
bool value_load_method(Value *self, Str *name, Value *function);
/* native.c: a native as a script value. self UNSET: a module function or static method when
 * `kind` is METHOD_STATIC, else a descriptor called with self as first argument. */
typedef struct NativeFunction {
    Obj obj; /* native_function_class */
    const Native *native;
    Value self; /* of bound ones; for METHOD_CLASS the class */
    MethodKind kind;
    const Class *owner; /* of descriptors */
} NativeFunction;
extern const Class native_function_class;
/* exception.c: the Err that carries exc on: exc->err, or a new ERR_SCRIPT one (message "ValueError: x"
 * is for the printer to make: message = str(exc)). Its `exception` is exc. */
/* int.c: digits with optional 0x 0o 0b prefix, no underscores. */
Value int_from_literal(const Str *literal);

/* --- function.c: Function and Method are in py/function.h ------------------------------------------- */

Value method_new(Value function, Value self);
/* What type(v) says: class_of(v), but bound methods of natives are built-in functions. */
const Class *class_shown(Value v);
/* A closure's cell. */
typedef struct Cell {
    Obj obj;
    Value value; /* UNSET: empty */
} Cell;
extern const Class cell_class;
/* cell must be a Cell. */
void cell_set(Value cell, Value value);

/* --- generator.c ------------------------------------------------------------------------------------ */

extern const Class generator_class, coroutine_class, async_generator_class;
/* The value of the StopIteration that the last exhausted `next` slot stands for, and forgets it: None
 * unless it was a generator that returned something. next() raises StopIteration with it. */
Value generator_take_result(void);

/* --- frame.c, vm.c, run.c ---------------------------------------------------------------------------- */

/* The exception being handled now (sys.exc_info, bare raise), or UNSET. */
Value vm_handled(void);
/* Raises RecursionError when the C stack is nearly used up: call it in natives that recurse. */
void vm_check_stack(void);
/* ... while doing this: " in comparison". */
void vm_check_stack_in(const char *what);
/* __name__ of the innermost script frame's globals, or NULL: __module__ of classes made by type(). */
Str *frame_module_name(void);
/* exec(), eval(), compile(): mode 'e' one expression, 'x' statements. locals: any mapping. */
Value code_run(Value code, Dict *globals, Value locals);
extern const Class code_class;

/* --- import.c ---------------------------------------------------------------------------------------- */

Module *module_new(Str *name);
/* __import__(name, globals, locals, fromlist, level); globals may be NULL. */
Value import_call(Str *name, Dict *globals, Value fromlist, int64_t level);
/* A module attribute, native exports resolved; UNSET when missing. */
Value module_find_attribute(Module *module, Str *name);
Value module_spec_global(const Dict *globals);

/* builtins.c: what is told of a built-in that scripts cannot have, or NULL. */
const char *builtin_refusal(Value callee);

#endif
