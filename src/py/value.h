/* value.h -- Value, Obj and the built-in containers: what a script variable can hold.
 *
 * A Value is 16 bytes: a tag and a payload. None, bool, int (64 bit), float and str travel inside it;
 * everything else is an Obj on the heap. A zeroed Value is TAG_UNSET ("no value"), which scripts never
 * see. An int that leaves 64 bits becomes a BigInt object, and comes back when it fits again.
 *
 * Instances of script subclasses of int, float, str and bytes are `Boxed`: an Obj that carries the
 * plain value. Natives never meet them unless they ask: the binder and value_plain() unwrap.
 */
#ifndef RETORT_PY_VALUE_H
#define RETORT_PY_VALUE_H

#include "base/base.h"

typedef struct Class Class;
typedef struct Obj Obj;
typedef struct Dict Dict;

typedef enum Tag {
    TAG_UNSET, /* zeroed memory: not a script value                     */
    TAG_NONE,
    TAG_BOOL,
    TAG_INT,
    TAG_FLOAT,
    TAG_STR,
    TAG_OBJ, /* everything else: look at obj->class                     */
} __attribute__((mode(word))) Tag;

typedef struct Value {
    Tag tag;
    union {
        bool boolean;
        int64_t integer;
        double number;
        Str *str;
        Obj *obj;
    };
} Value;

/* First member of every heap object, native or script. `attrs` is the __dict__, NULL until needed. */
struct Obj {
    const Class *class;
    Dict *attrs;
};

#define UNSET ((Value){0})
#define NONE ((Value){.tag = TAG_NONE})
#define TRUE_VALUE ((Value){.tag = TAG_BOOL, .boolean = true})
#define FALSE_VALUE ((Value){.tag = TAG_BOOL, .boolean = false})
/* An object pointer as a Value; NULL becomes None. */
#define OBJ(pointer) value_from_obj((Obj *)(pointer))
#define STR(pointer) value_from_str(pointer)
#define INT(n) ((Value){.tag = TAG_INT, .integer = (n)})
#define FLOAT(x) ((Value){.tag = TAG_FLOAT, .number = (x)})
#define BOOL(b) ((Value){.tag = TAG_BOOL, .boolean = (b)})

static inline Value value_from_obj(Obj *obj)
{
    return obj ? (Value){.tag = TAG_OBJ, .obj = obj} : NONE;
}

static inline Value value_from_str(const Str *s)
{
    return s ? (Value){.tag = TAG_STR, .str = (Str *)(uintptr_t)s} : NONE;
}

/* A value is stored as two words. Compilers copy it as one, and a processor that loads as one what was stored a moment
 * ago as two has to wait until both stores are done: longer than most instructions of a script take. So what reads
 * values right after they are written (the operand stack, variables) reads them with value_load. */
static inline Value value_load(const Value *place)
{
    Tag tag = place->tag;
    int64_t payload = place->integer;
    __asm__("" : "+r"(tag), "+r"(payload));
    return (Value){.tag = tag, .integer = payload};
}

static inline void value_store(Value *place, Value v)
{
    place->tag = v.tag;
    place->integer = v.integer;
}

/* Mostly few; where they are many, nearly all were stored long ago. */
static inline void items_copy(Value *to, const Value *from, size_t count)
{
    if (count > 16) {
        memcpy(to, from, count * sizeof *from);
        return;
    }
    for (size_t i = 0; i < count; i++)
        value_store(&to[i], value_load(&from[i]));
}

static inline bool is_set(Value v)
{
    return v.tag != TAG_UNSET;
}

static inline bool is_none(Value v)
{
    return v.tag == TAG_NONE;
}

/* Unset or None: what a parameter left out looks like. */
static inline bool is_absent(Value v)
{
    return v.tag <= TAG_NONE;
}

static inline bool is_str(Value v)
{
    return v.tag == TAG_STR;
}

/* --- containers: their layout is public, so that natives can walk them ---------------------------- */

/* vec_push and friends work on a List. */
typedef struct List {
    Obj obj;
    Value *at;
    size_t length, capacity;
} List;

/* Immutable; `at` points behind the struct for plain tuples. Native subclasses (Row) add members. */
typedef struct Tuple {
    Obj obj;
    Value *at;
    size_t length;
} Tuple;

typedef struct DictEntry {
    Value key; /* TAG_UNSET: deleted */
    Value value;
    int64_t hash;
} DictEntry;

/* Ordered: entries[0..used) in order of insertion, some deleted; `length` counts the live ones. */
struct Dict {
    Obj obj;
    DictEntry *entries;
    size_t length, used, capacity;
    uint32_t *index; /* position + 1; NULL while small */
    size_t index_size;
    uint64_t hashes; /* one bit for each hash that was put in, by its last six bits */
};
/* false: no key with this hash is there. */
static inline bool dict_may_have(const Dict *d, int64_t hash)
{
    return d->hashes >> (hash & 63) & 1;
}

typedef struct SetItem {
    Value key; /* TAG_UNSET: removed */
    int64_t hash;
    bool is_loose; /* CPython draws its hash anew in each run */
} SetItem;

/* set and frozenset: items[0..used) in order of insertion, some removed; `length` counts the live ones. */
typedef struct Set {
    Obj obj;
    SetItem *items;
    size_t length, used, capacity;
    size_t loose;    /* how many of the live ones are; 0: they are walked in the order of the index */
    uint32_t *index; /* NULL while nothing was ever in */
    size_t mask;     /* the slots of the index - 1 */
    size_t filled;   /* slots that something was in */
    size_t next_popped;
    uint32_t small_index[8];
} Set;

typedef struct Bytes {
    Obj obj;
    const char *data;
    size_t length;
} Bytes;

typedef struct Slice {
    Obj obj;
    Value start, stop, step;
} Slice;

typedef struct Range {
    Obj obj;
    int64_t start, stop, step;
} Range;

/* An instance of a script subclass of int, float, str or bytes, and members of such enums. */
typedef struct Boxed {
    Obj obj;
    Value plain;
} Boxed;

List *list_new(size_t capacity);
List *list_of(size_t count, const Value *items);
void list_append(List *list, Value item);
Tuple *tuple_new(size_t count, const Value *items); /* copies */
Tuple *tuple_of_strings(size_t count, Str *const *items);
Bytes *bytes_new(const char *data, size_t length); /* copies */

Dict *dict_new(void);
/* ... with room for so many keys; up to 8 lie in the same block. */
Dict *dict_new_for(size_t length);
/* ... for the attributes of an object. */
Dict *dict_new_small(void);
/* Makes room for so many keys at once. */
void dict_reserve(Dict *dict, size_t length);
/* The value, or UNSET. Keys are compared as scripts do (1 == 1.0 == True); raises for unhashable keys. */
Value dict_find(const Dict *dict, Value key);
Value dict_find_str(const Dict *dict, const Str *key);
Value dict_find_text(const Dict *dict, const char *key);
void dict_set(Dict *dict, Value key, Value value);
void dict_set_str(Dict *dict, Str *key, Value value);
void dict_set_text(Dict *dict, const char *key, Value value);
/* The removed value, or UNSET. */
Value dict_remove(Dict *dict, Value key);
void dict_update(Dict *dict, const Dict *from);
Dict *dict_copy(const Dict *dict);
/* Walks live entries: for (size_t i = 0; (entry = dict_next(d, &i)); ) */
DictEntry *dict_next(const Dict *dict, size_t *position);

Set *set_new(void);
void set_add(Set *set, Value item);
bool set_has(const Set *set, Value item);
/* Walks live items, as scripts see them: for (size_t i = 0; (item = set_next(s, &i)); ) */
const SetItem *set_next(const Set *set, size_t *position);

/* --- the object protocol: what operators and builtins do ------------------------------------------- */

extern const Class object_class, type_class, NoneType_class, bool_class, int_class, float_class, str_class,
    bytes_class, list_class, tuple_class, dict_class, set_class, frozenset_class, slice_class, range_class,
    module_class, property_class, super_class, function_class, method_class, ellipsis_class;

extern const Class *const tag_classes[]; /* of all tags but TAG_OBJ */
static inline const Class *class_of(Value v)
{
    return v.tag == TAG_OBJ ? v.obj->class : tag_classes[v.tag];
}
bool is_instance(Value v, const Class *class);
bool is_subclass(const Class *class, const Class *base);
/* The object if v is an instance of T, else NULL / else TypeError. `as(Column, v)`. */
#define as(T, v) ((T *)value_as((v), &T##_class))
void *value_as(Value v, const Class *class);
/* `get_as(Table, a->table, "table")`: raises "'table' must be Table, not int". */
#define get_as(T, v, what) ((T *)value_get_as((v), &T##_class, (what)))
void *value_get_as(Value v, const Class *class, const char *what);
/* Boxed -> the plain value inside; anything else as it is. */
Value value_plain(Value v);
/* The text of a str or of an instance of a str subclass, else NULL. */
Str *value_find_str(Value v);

Str *value_repr(Value v);          /* repr(v)        */
Str *value_str(Value v);           /* str(v)         */
Str *value_format(Value v, Str *spec); /* format(v, spec) */
bool value_truth(Value v);
int64_t value_hash(Value v);       /* raises unhashable type */
bool value_equal(Value a, Value b); /* a is b or a == b, as containers compare */
bool value_is(Value a, Value b);
int64_t value_length(Value v);
/* How long v says it will be (its length, or what __length_hint__ answers), or `otherwise`. */
int64_t value_length_hint(Value v, int64_t otherwise);
bool value_contains(Value container, Value item);
/* -1, 0, 1 by `<`, for sorting; raises TypeError where Python does. */
int value_order(Value a, Value b);

typedef enum Operator {
    OPERATOR_ADD, OPERATOR_SUB, OPERATOR_MUL, OPERATOR_DIV, OPERATOR_FLOORDIV, OPERATOR_MOD, OPERATOR_POW,
    OPERATOR_MATMUL, OPERATOR_LSHIFT, OPERATOR_RSHIFT, OPERATOR_AND, OPERATOR_OR, OPERATOR_XOR,
    OPERATOR_EQ, OPERATOR_NE, OPERATOR_LT, OPERATOR_LE, OPERATOR_GT, OPERATOR_GE,
    OPERATOR_NEG, OPERATOR_POS, OPERATOR_INVERT, /* unary: right operand is UNSET */
    OPERATOR_COUNT
} Operator;
/* What a comparison says of two values whose order is negative, 0 or positive; UNSET when op is no comparison. */
static inline Value ordering_result(Operator op, int order)
{
    switch (op) {
    case OPERATOR_EQ:
        return BOOL(order == 0);
    case OPERATOR_NE:
        return BOOL(order != 0);
    case OPERATOR_LT:
        return BOOL(order < 0);
    case OPERATOR_LE:
        return BOOL(order <= 0);
    case OPERATOR_GT:
        return BOOL(order > 0);
    case OPERATOR_GE:
        return BOOL(order >= 0);
    default:
        return UNSET;
    }
}

/* a op b with reflected methods and Python's errors. In-place forms first try __iadd__ ... */
Value value_operate(Operator op, Value a, Value b);
Value value_operate_in_place(Operator op, Value a, Value b);

/* Attribute access. find_: UNSET when there is none (other errors propagate); get_: AttributeError. */
Value value_find_attr(Value v, Str *name);
Value value_get_attr(Value v, Str *name);
Value value_find_attr_text(Value v, const char *name);
void value_set_attr(Value v, Str *name, Value value);
void value_delete_attr(Value v, Str *name);
Value value_subscript(Value v, Value key);
void value_set_subscript(Value v, Value key, Value value);
void value_delete_subscript(Value v, Value key);

/* Iteration over anything iterable:  Iter it = iter_open(v); Value item; while (iter_next(&it, &item)) ... */
typedef struct Iter {
    Value source;
    size_t index;
    int kind; /* fast paths for list, tuple, dict, range; else the iterator protocol */
} Iter;
Iter iter_open(Value v);
bool iter_next(Iter *it, Value *item);
/* The iterator object, as iter(v). */
Value value_iter(Value v);
List *list_from(Value iterable);
Tuple *tuple_from(Value iterable);

#endif
