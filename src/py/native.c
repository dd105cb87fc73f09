/* native.c -- the binder (arguments of a call into the typed struct of a native), and natives and
 * bound methods as script objects. */
#include "py/py.h"
#include "py/internal.h"

#include <ctype.h>
#include <stdio.h>

enum { PARAM_MAX = 64 };

typedef struct Binding {
    const Native *native;
    const Call *call;
    char *arguments;
    size_t offsets[PARAM_MAX];
    uint64_t filled;
} Binding;

/* --- names in messages
 * -------------------------------------------------------------------------------- */

static const char *const lower_case_classes[] = {
    "int",       "float",     "str",      "bytes",       "bytearray",    "list",
    "dict",      "tuple",     "set",      "range",       "slice",        "bool",
    "type",      "object",    "property", "date",        "time",         "datetime",
    "frozenset", "timedelta", "timezone", "classmethod", "staticmethod", "super",
};

/* C structs of built-in types whose script names are lower-case. */
static const char *const struct_names[][2] = {
    {"List", "list"},   {"Tuple", "tuple"}, {"Dict", "dict"},           {"Set", "set"},
    {"Slice", "slice"}, {"Range", "range"}, {"Filter", "filter"},       {"Frozenset", "frozenset"},
    {"Map", "map"},     {"Zip", "zip"},     {"Super", "super"},         {"Enumerate", "enumerate"},
    {"AnySet", "set"},  {"Bytes", "bytes"}, {"Wrapper", "classmethod"}, {"Property", "property"},
};

static const char *owner_text(const Native *native)
{
    for (size_t i = 0; i < COUNT_OF(struct_names); i++)
        if (strcmp(native->owner, struct_names[i][0]) == 0)
            return struct_names[i][1];
    return native->owner;
}

/* Natives of classes are shown as Class.method, functions of modules by their name alone. */
static bool is_method(const Native *native)
{
    if (isupper((unsigned char)native->owner[0]) ||
        (native->owner[0] == '_' && isupper((unsigned char)native->owner[1])))
        return true;
    for (size_t i = 0; i < COUNT_OF(lower_case_classes); i++)
        if (strcmp(native->owner, lower_case_classes[i]) == 0)
            return true;
    return false;
}

/* "default__" is written default. */
static size_t name_length(const char *name)
{
    size_t n = strlen(name);
    bool is_dunder = n > 4 && name[0] == '_' && name[1] == '_';
    return !is_dunder && n > 2 && name[n - 1] == '_' && name[n - 2] == '_' ? n - 2 : n;
}

static Str *script_name(const char *name)
{
    return str_new(name, name_length(name));
}

static const char *native_label(const Native *native)
{
    if (strcmp(native->name, "init") == 0 || strcmp(native->name, "construct") == 0)
        return owner_text(native);
    return script_name(native->name)->text;
}

static const char *native_qualname(const Native *native)
{
    if (strcmp(native->name, "init") == 0)
        return str_format("%s.__init__", owner_text(native))->text;
    if (strcmp(native->name, "construct") == 0 || !is_method(native))
        return native_label(native);
    return str_format("%s.%s", owner_text(native), script_name(native->name)->text)->text;
}

/* --- layout
 * --------------------------------------------------------------------------------------------- */

static const struct {
    size_t size, align;
} layouts[] = {
#define LAYOUT(type) [PTYPE_##type] = {sizeof(PARAM_CTYPE_##type), _Alignof(PARAM_CTYPE_##type)}
    LAYOUT(any),  LAYOUT(str),   LAYOUT(bool), LAYOUT(tri),   LAYOUT(int),  LAYOUT(float),
    LAYOUT(list), LAYOUT(tuple), LAYOUT(dict), LAYOUT(bytes), LAYOUT(type),
#undef LAYOUT
};

static void set_offsets(Binding *b)
{
    size_t offset = 0;
    for (size_t i = 0; i < b->native->count; i++) {
        size_t type = b->native->params[i].type;
        offset = (offset + layouts[type].align - 1) / layouts[type].align * layouts[type].align;
        b->offsets[i] = offset;
        offset += layouts[type].size;
    }
}

/* --- one argument
 * --------------------------------------------------------------------------------------- */

static const char *const type_words[] = {"object", "str",   "bool", "bool",  "int", "float",
                                         "list",   "tuple", "dict", "bytes", "type"};

static bool takes_none(const Param *param)
{
    return param->fallback == DEFAULT_None || param->fallback == DEFAULT_Unset;
}

static _Noreturn void raise_mismatch(const Native *native, const Param *param, Value v)
{
    if (param->kind == PARAM_ONLY && param->type == PTYPE_int)
        raise_type("'%s' object cannot be interpreted as an integer", class_of(v)->name);
    if (param->kind == PARAM_ONLY && param->type == PTYPE_float)
        raise_type("must be real number, not %s", class_of(v)->name);
    if (param->kind == PARAM_ONLY && native->count == 1)
        raise_type("%s() argument must be %s, not %s", native_label(native),
                   type_words[param->type], class_of(v)->name);
    if (param->kind == PARAM_ONLY)
        raise_type("%s() argument %zu must be %s, not %s", native_label(native),
                   (size_t)(param - native->params) + 1, type_words[param->type],
                   is_none(v) ? "None" : class_of(v)->name);
    raise_type("%s() argument '%s' must be %s%s, not %s", native_label(native),
               script_name(param->name)->text, type_words[param->type],
               takes_none(param) ? " or None" : "", is_none(v) ? "None" : class_of(v)->name);
}

static bool is_collection(Value v)
{
    return v.tag == TAG_OBJ && !value_find_str(v) &&
           (class_with_slot(v.obj->class, offsetof(Class, iter)) ||
            is_set(class_find(v.obj->class, N(__iter__))) ||
            is_set(class_find(v.obj->class, N(__getitem__))));
}

static Dict *dict_argument(Value v)
{
    Dict *dict = as(Dict, v);
    if (dict || v.tag != TAG_OBJ || !is_set(class_find(v.obj->class, N(keys))))
        return dict;
    dict = dict_new();
    Iter keys = iter_open(call_method(v, "keys", 0, NULL));
    for (Value key; iter_next(&keys, &key);)
        dict_set(dict, key, value_subscript(v, key));
    return dict;
}

static Bytes *bytes_argument(Value v)
{
    const char *data;
    size_t length;
    Bytes *bytes = as(Bytes, v);
    return bytes ? bytes : value_find_bytes(v, &data, &length) ? bytes_new(data, length) : NULL;
}

static void *object_argument(const Native *native, const Param *param, Value v)
{
    switch (param->type) {
    case PTYPE_str:
        return value_find_str(v);
    case PTYPE_list:
        return is_collection(v) ? list_from(v) : NULL;
    case PTYPE_tuple:
        return as(Tuple, v) ? as(Tuple, v) : is_collection(v) ? tuple_from(v) : NULL;
    case PTYPE_dict:
        return dict_argument(v);
    case PTYPE_bytes:
        return bytes_argument(v);
    case PTYPE_type:
        return (void *)(uintptr_t)value_as_class(v);
    }
    BUG("parameter type without a struct");
}

static int64_t int_argument(const Native *native, const Param *param, Value v)
{
    Value plain = value_plain(v);
    if (plain.tag == TAG_INT)
        return plain.integer;
    if (plain.tag == TAG_BOOL)
        return plain.boolean;
    if (plain.tag == TAG_OBJ &&
        (is_int(plain) || is_set(class_find(plain.obj->class, N(__index__)))))
        plain = value_index(plain);
    if (plain.tag == TAG_INT)
        return plain.integer;
    if (is_int(plain))
        raise_exception(&OverflowError_class, "Python int too large to convert to C ssize_t");
    raise_mismatch(native, param, v);
}

static double float_argument(const Native *native, const Param *param, Value v)
{
    Value plain = value_plain(v);
    if (plain.tag == TAG_FLOAT)
        return plain.number;
    if (!is_int(plain) &&
        (plain.tag != TAG_OBJ || !is_set(class_find(plain.obj->class, N(__float__)))))
        raise_mismatch(native, param, v);
    return value_to_double(v);
}

static void store(Binding *b, size_t i, Value v)
{
    const Param *param = &b->native->params[i];
    void *at = b->arguments + b->offsets[i];
    b->filled |= UINT64_C(1) << i;
    switch (param->type) {
    case PTYPE_any:
        *(Value *)at = v;
        return;
    case PTYPE_bool:
        *(bool *)at = value_truth(v);
        return;
    case PTYPE_tri:
        *(Tri *)at = is_none(v) ? TRI_NONE : value_truth(v) ? TRI_TRUE : TRI_FALSE;
        return;
    case PTYPE_int:
        if (!is_none(v) || !takes_none(param))
            *(int64_t *)at = int_argument(b->native, param, v);
        return;
    case PTYPE_float:
        if (!is_none(v) || !takes_none(param))
            *(double *)at = float_argument(b->native, param, v);
        return;
    }
    if (is_none(v) && takes_none(param))
        return;
    void *object = object_argument(b->native, param, v);
    if (!object)
        raise_mismatch(b->native, param, v);
    *(void **)at = object;
}

static void *empty_object(int type)
{
    switch (type) {
    case PTYPE_str:
        return str_empty;
    case PTYPE_list:
        return list_new(0);
    case PTYPE_tuple:
        return tuple_new(0, NULL);
    case PTYPE_dict:
        return dict_new();
    case PTYPE_bytes:
        return bytes_new("", 0);
    }
    BUG("a parameter of this type cannot be Empty by default");
}

static void store_default(Binding *b, size_t i)
{
    static const Value values[] = {
        [DEFAULT_None] = {.tag = TAG_NONE},
        [DEFAULT_True] = {.tag = TAG_BOOL, .boolean = true},
        [DEFAULT_False] = {.tag = TAG_BOOL},
        [DEFAULT_Zero] = {.tag = TAG_INT, .integer = 0},
        [DEFAULT_One] = {.tag = TAG_INT, .integer = 1},
        [DEFAULT_MinusOne] = {.tag = TAG_INT, .integer = -1},
        [DEFAULT_Empty] = {.tag = TAG_UNSET},
    };
    const Param *param = &b->native->params[i];
    void *at = b->arguments + b->offsets[i];
    if (param->kind == PARAM_REST || param->kind == PARAM_KWREST)
        *(void **)at = empty_object(param->type);
    else if (param->fallback == DEFAULT_Unset)
        return;
    else if (param->fallback == DEFAULT_Empty && param->type == PTYPE_any)
        *(Value *)at = STR(str_empty);
    else if (param->fallback == DEFAULT_Empty)
        *(void **)at = empty_object(param->type);
    else if (param->fallback != DEFAULT_None || param->type == PTYPE_any ||
             param->type == PTYPE_tri)
        store(b, i, values[param->fallback]);
}

/* --- errors of arity
 * ---------------------------------------------------------------------------------------- */

typedef struct Arity {
    size_t positional, required; /* ONLY and POS rows; those without default */
    bool has_rest, has_kwrest, only_positional;
} Arity;

static Arity native_arity(const Native *native)
{
    Arity arity = {.only_positional = true};
    for (size_t i = 0; i < native->count; i++) {
        const Param *p = &native->params[i];
        if (p->kind == PARAM_ONLY || p->kind == PARAM_POS) {
            arity.positional++;
            arity.required += p->fallback == DEFAULT_Required;
        }
        arity.has_rest |= p->kind == PARAM_REST;
        arity.has_kwrest |= p->kind == PARAM_KWREST;
        arity.only_positional &= p->kind == PARAM_ONLY;
    }
    return arity;
}

/* The wording of CPython's C functions, for natives that take positional arguments only. */
static _Noreturn void raise_count_builtin(const Native *native, Arity arity, size_t given)
{
    const char *name = native_label(native);
    if (arity.positional == 0)
        raise_type("%s() takes no arguments (%zu given)", native_qualname(native), given);
    if (arity.positional == 1 && arity.required == 1)
        raise_type("%s() takes exactly one argument (%zu given)", native_qualname(native), given);
    bool exact = arity.positional == arity.required;
    size_t limit = given < arity.required ? arity.required : arity.positional;
    raise_type("%s expected %s%zu argument%s, got %zu", name,
               exact                    ? ""
               : given < arity.required ? "at least "
                                        : "at most ",
               limit, limit == 1 ? "" : "s", given);
}

static bool is_class_call(const Native *native)
{
    return strcmp(native->name, "construct") == 0;
}

static _Noreturn void raise_too_many(const Native *native, Arity arity, size_t given)
{
    if (arity.only_positional)
        raise_count_builtin(native, arity, given);
    size_t self = is_method(native) && !is_class_call(native);
    size_t least = arity.required + self, most = arity.positional + self;
    const char *name = native_qualname(native);
    const char *verb = given + self == 1 ? "was" : "were";
    if (least == most)
        raise_type("%s() takes %zu positional argument%s but %zu %s given", name, most,
                   most == 1 ? "" : "s", given + self, verb);
    raise_type("%s() takes from %zu to %zu positional arguments but %zu %s given", name, least,
               most, given + self, verb);
}

/* 'a' · 'a' and 'b' · 'a', 'b', and 'c' */
static Str *list_missing(const Binding *b, bool keyword_only, size_t total)
{
    Buf list = {0};
    size_t n = 0;
    for (size_t i = 0; i < b->native->count; i++) {
        const Param *p = &b->native->params[i];
        if (p->fallback != DEFAULT_Required || (b->filled >> i & 1) ||
            (p->kind == PARAM_KEY) != keyword_only || p->kind == PARAM_REST ||
            p->kind == PARAM_KWREST)
            continue;
        if (n > 0)
            buf_text(&list, total == 2 ? " and " : n + 1 == total ? ", and " : ", ");
        buf_format(&list, "'%s'", script_name(p->name)->text);
        n++;
    }
    return buf_str(&list);
}

static size_t count_missing(const Binding *b, bool keyword_only)
{
    size_t n = 0;
    for (size_t i = 0; i < b->native->count; i++) {
        const Param *p = &b->native->params[i];
        bool counts =
            keyword_only ? p->kind == PARAM_KEY : p->kind == PARAM_ONLY || p->kind == PARAM_POS;
        n += counts && p->fallback == DEFAULT_Required && !(b->filled >> i & 1);
    }
    return n;
}

static _Noreturn void raise_missing(const Binding *b)
{
    Arity arity = native_arity(b->native);
    if (arity.only_positional && b->native->count)
        raise_count_builtin(b->native, arity, b->call->count);
    size_t count = count_missing(b, false);
    bool keyword_only = count == 0;
    if (keyword_only)
        count = count_missing(b, true);
    raise_type("%s() missing %zu required %s argument%s: %s", native_qualname(b->native), count,
               keyword_only ? "keyword-only" : "positional", count == 1 ? "" : "s",
               list_missing(b, keyword_only, count)->text);
}

Str *native_suggest(const Native *native, const Str *keyword)
{
    const char *candidates[PARAM_MAX];
    size_t count = 0;
    for (size_t i = 0; i < native->count; i++)
        if (native->params[i].kind == PARAM_POS || native->params[i].kind == PARAM_KEY)
            candidates[count++] = script_name(native->params[i].name)->text;
    const char *closest = text_closest(keyword->text, candidates, count);
    return closest ? str_format("did you mean '%s'?", closest) : NULL;
}

static _Noreturn void raise_unexpected(const Native *native, const Str *keyword)
{
    Arity arity = native_arity(native);
    if (arity.only_positional)
        raise_type("%s() takes no keyword arguments", native_qualname(native));
    Str *message = str_format("%s() got an unexpected keyword argument '%s'",
                              native_qualname(native), keyword->text);
    Err *err = exception_error(exception_new(&TypeError_class, STR(message)));
    err->hint = native_suggest(native, keyword);
    err_raise(err);
}

/* --- binding
 * --------------------------------------------------------------------------------------------------
 */

static size_t bind_positional(Binding *b)
{
    size_t taken = 0;
    for (size_t i = 0; i < b->native->count && taken < b->call->count; i++) {
        int kind = b->native->params[i].kind;
        if (kind == PARAM_ONLY || kind == PARAM_POS)
            store(b, i, b->call->args[taken++]);
    }
    return taken;
}

static void bind_rest(Binding *b, size_t taken)
{
    for (size_t i = 0; i < b->native->count; i++) {
        if (b->native->params[i].kind != PARAM_REST)
            continue;
        void *at = b->arguments + b->offsets[i];
        size_t count = b->call->count - taken;
        if (b->native->params[i].type == PTYPE_tuple)
            *(Tuple **)at = tuple_new(count, b->call->args + taken);
        else
            *(List **)at = list_of(count, b->call->args + taken);
        b->filled |= UINT64_C(1) << i;
        return;
    }
    if (taken < b->call->count)
        raise_too_many(b->native, native_arity(b->native), b->call->count);
}

static bool keyword_matches(const Param *param, const Str *keyword)
{
    size_t n = name_length(param->name);
    return keyword->length == n && memcmp(keyword->text, param->name, n) == 0 &&
           (param->kind == PARAM_POS || param->kind == PARAM_KEY);
}

static void bind_keyword(Binding *b, Str *keyword, Value v)
{
    size_t rest = b->native->count;
    for (size_t i = 0; i < b->native->count; i++) {
        const Param *param = &b->native->params[i];
        if (param->kind == PARAM_KWREST)
            rest = i;
        if (!keyword_matches(param, keyword))
            continue;
        if (b->filled >> i & 1)
            raise_type("%s() got multiple values for argument '%s'", native_qualname(b->native),
                       keyword->text);
        store(b, i, v);
        return;
    }
    if (rest == b->native->count)
        raise_unexpected(b->native, keyword);
    Dict **at = (Dict **)(void *)(b->arguments + b->offsets[rest]);
    if (!*at)
        *at = dict_new();
    b->filled |= UINT64_C(1) << rest;
    dict_set_str(*at, keyword, v);
}

void native_bind(const Native *native, const Call *call, void *arguments)
{
    BUG_UNLESS(native->count <= PARAM_MAX);
    Binding b = {.native = native, .call = call, .arguments = arguments};
    set_offsets(&b);
    size_t taken = bind_positional(&b);
    bind_rest(&b, taken);
    for (size_t i = 0; i < call->keyword_count; i++)
        bind_keyword(&b, call->keywords[i], call->args[call->count + i]);
    for (size_t i = 0; i < native->count; i++) {
        const Param *param = &native->params[i];
        if (b.filled >> i & 1)
            continue;
        if (param->fallback == DEFAULT_Required && param->kind != PARAM_REST &&
            param->kind != PARAM_KWREST)
            raise_missing(&b);
        store_default(&b, i);
    }
}

void *native_self(const Native *native, Value self, const Class *class)
{
    void *object = value_as(self, class);
    if (!object)
        raise_type("descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                   native_label(native), class->name, class_of(self)->name);
    return object;
}

/* --- native functions as objects
 * ------------------------------------------------------------------------------- */

static Value native_function_new(const Native *native, const Class *owner, MethodKind kind)
{
    NativeFunction *f = (NativeFunction *)object_allocate(&native_function_class);
    f->native = native;
    f->owner = owner;
    f->kind = kind;
    return OBJ(f);
}

Value native_function(const Native *native)
{
    return native_function_new(native, NULL, METHOD_STATIC);
}

Value native_method(const Native *native, const Class *owner, MethodKind kind)
{
    return native_function_new(native, owner, kind);
}

static Value native_call(Value function, const Call *call)
{
    NativeFunction *f = (NativeFunction *)function.obj;
    if (f->kind == METHOD_STATIC)
        return f->native->thunk(f->native, UNSET, call);
    const char *name = native_label(f->native);
    if (call->count == 0)
        raise_type("unbound method %s.%s() needs an argument", f->owner->name, name);
    if (f->kind == METHOD_INSTANCE && !is_instance(call->args[0], f->owner))
        raise_type("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name,
                   f->owner->name, class_of(call->args[0])->name);
    Call rest = *call;
    rest.args++;
    rest.count--;
    return f->native->thunk(f->native, call->args[0], &rest);
}

static Value native_get(Value function, Value instance, const Class *owner)
{
    NativeFunction *f = (NativeFunction *)function.obj;
    if (f->kind == METHOD_CLASS)
        return method_new(function, OBJ(owner));
    return f->kind == METHOD_STATIC || !is_set(instance) ? function
                                                         : method_new(function, instance);
}

static Str *native_repr(Value function)
{
    NativeFunction *f = (NativeFunction *)function.obj;
    const char *name = native_label(f->native);
    if (f->kind == METHOD_INSTANCE)
        return str_format("<method '%s' of '%s' objects>", name, f->owner->name);
    return str_format("<built-in function %s>", name);
}

static bool native_equal(Value a, Value b)
{
    NativeFunction *f = (NativeFunction *)a.obj, *g = (NativeFunction *)b.obj;
    return f->native == g->native && f->owner == g->owner;
}

static int64_t native_hash(Value a)
{
    return (int64_t)((uintptr_t)((NativeFunction *)a.obj)->native >> 4);
}

static Value native_getattr(Value self, Str *name)
{
    NativeFunction *f = (NativeFunction *)self.obj;
    if (name == N(__name__))
        return STR(intern(native_label(f->native)));
    if (name == N(__qualname__))
        return STR(f->owner ? str_format("%s.%s", f->owner->name, native_label(f->native))
                            : str_from(native_label(f->native)));
    if (name == N(__doc__) || str_is(name, "__self__") || str_is(name, "__text_signature__"))
        return NONE;
    if (name == N(__module__))
        return f->owner ? NONE : STR(intern(f->native->owner));
    return str_is(name, "__objclass__") && f->owner ? OBJ(f->owner) : UNSET;
}

const Class native_function_class = {
    CLASS_NAMED(NativeFunction, "builtin_function_or_method", "builtins", object),
    .flags = CLASS_FINAL,
    .call = native_call,
    .get = native_get,
    .repr = native_repr,
    .equal = native_equal,
    .hash = native_hash,
    .getattr = native_getattr,
};

/* --- calls with self
 * --------------------------------------------------------------------------------------------- */

static bool is_native_function(Value v)
{
    return v.tag == TAG_OBJ && v.obj->class == &native_function_class;
}

static bool is_slot_function(Value v)
{
    return v.tag == TAG_OBJ && v.obj->class == &SlotFunction_class;
}

/* The call with self put before its arguments. */
Value call_with_self(Value function, Value self, const Call *call)
{
    if (is_native_function(function)) {
        const Native *native = ((NativeFunction *)function.obj)->native;
        if (((NativeFunction *)function.obj)->kind != METHOD_STATIC)
            return native->thunk(native, self, call);
    }
    if (is_slot_function(function))
        return slot_function_call(function, self, call);
    size_t count = call->count + call->keyword_count;
    Value few[8], *args = count < COUNT_OF(few) ? few : new_array(Value, count + 1);
    args[0] = self;
    if (count)
        memcpy(args + 1, call->args, count * sizeof(Value));
    const Call longer = {call->count + 1, args, call->keyword_count, call->keywords};
    return call_with(function, &longer);
}

/* --- binding of members
 * ---------------------------------------------------------------------------------------------- */

Value member_bind(Value member, Value instance, const Class *owner)
{
    if (member.tag != TAG_OBJ)
        return member;
    const Class *class = member.obj->class;
    if (class == &function_class)
        return is_set(instance) ? method_new(member, instance) : member;
    if (!class_is_heap(class)) {
        const Class *with = class_with_slot(class, offsetof(Class, get));
        return with ? with->get(member, instance, owner) : member;
    }
    Value get = class_find(class, N(__get__));
    if (!is_set(get))
        return member;
    const Value args[] = {is_set(instance) ? instance : NONE, OBJ(owner)};
    return call_with_self(get, member, &(Call){.count = 2, .args = args});
}

bool member_is_data(Value member)
{
    if (member.tag != TAG_OBJ || member.obj->class == &function_class)
        return false;
    const Class *class = member.obj->class;
    if (!class_is_heap(class))
        return class_with_slot(class, offsetof(Class, set)) != NULL;
    return is_set(class_find(class, N(__set__))) || is_set(class_find(class, N(__delete__)));
}
