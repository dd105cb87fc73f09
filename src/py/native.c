/* native.c -- the binder (arguments of a call into the typed struct of a native), and natives and
 * bound methods as script objects. */
#include "py/py.h"
#include "py/internal.h"
#include "py/native_refuse.h"

#include <stdio.h>

enum { PARAM_MAX = 64 };

/* What the rows of a native mean for the binder: worked out at its first call. */
typedef struct NativePlan {
    uint64_t required; /* rows without a default, as bits                     */
    uint64_t fresh;    /* rows whose default is a list or dict made each time */
    int rest, kwrest;  /* the rows that take what is left, or -1              */
    bool is_positional; /* no other rows than such as take positional arguments, none fresh */
    size_t positional_count, positional_required;
    uint8_t positional[PARAM_MAX]; /* rows that take positional arguments, in order */
    uint16_t offsets[PARAM_MAX];
    char *blank; /* the argument struct with the other defaults in it */
} NativePlan;

typedef struct Binding {
    const Native *native;
    const NativePlan *plan;
    const Call *call;
    char *arguments;
    uint64_t filled;
} Binding;

/* --- layout ----------------------------------------------------------------------------------- */

static const struct {
    size_t size, align;
} layouts[] = {
#define LAYOUT(type) [PTYPE_##type] = {sizeof(PARAM_CTYPE_##type), _Alignof(PARAM_CTYPE_##type)}
    LAYOUT(any),  LAYOUT(str),   LAYOUT(bool), LAYOUT(tri),   LAYOUT(int),  LAYOUT(float),
    LAYOUT(list), LAYOUT(tuple), LAYOUT(dict), LAYOUT(bytes), LAYOUT(type),
#undef LAYOUT
};

static void set_offsets(const Native *native, NativePlan *plan)
{
    size_t offset = 0;
    for (size_t i = 0; i < native->count; i++) {
        size_t type = native->params[i].type;
        offset = (offset + layouts[type].align - 1) / layouts[type].align * layouts[type].align;
        plan->offsets[i] = (uint16_t)offset;
        offset += layouts[type].size;
    }
}

/* --- one argument ----------------------------------------------------------------------------- */

static bool takes_none(const Param *param)
{
    return param->fallback == DEFAULT_None || param->fallback == DEFAULT_Unset;
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
        raise_exception(&OverflowError_class, "Python int too large to convert to C %s",
                        native_int_type(native));
    refuse_type(native, param, v);
}

static double float_argument(const Native *native, const Param *param, Value v)
{
    Value plain = value_plain(v);
    if (plain.tag == TAG_FLOAT)
        return plain.number;
    if (!is_int(plain) &&
        (plain.tag != TAG_OBJ || !is_set(class_find(plain.obj->class, N(__float__)))))
        refuse_type(native, param, v);
    return value_to_double(v);
}

static void store(Binding *b, size_t i, Value v)
{
    const Param *param = &b->native->params[i];
    void *at = b->arguments + b->plan->offsets[i];
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
        refuse_type(b->native, param, v);
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
    void *at = b->arguments + b->plan->offsets[i];
    if (param->fallback == DEFAULT_Unset)
        return;
    else if (param->fallback == DEFAULT_Empty && param->type == PTYPE_any)
        *(Value *)at = STR(str_empty);
    else if (param->fallback == DEFAULT_Empty)
        *(void **)at = empty_object(param->type);
    else if (param->fallback != DEFAULT_None || param->type == PTYPE_any ||
             param->type == PTYPE_tri)
        store(b, i, values[param->fallback]);
}

/* --- binding ---------------------------------------------------------------------------------- */

static size_t bind_positional(Binding *b)
{
    size_t taken = b->call->count;
    if (taken > b->plan->positional_count)
        taken = b->plan->positional_count;
    for (size_t i = 0; i < taken; i++)
        store(b, b->plan->positional[i], b->call->args[i]);
    return taken;
}

/* Too many or too few is said before any argument is looked at. */
static void check_count(const Binding *b)
{
    const NativePlan *plan = b->plan;
    size_t given = b->call->count;
    if (plan->rest < 0 && given > plan->positional_count)
        refuse_count(b->native, b->call);
    if (given >= plan->positional_required || b->call->keyword_count)
        return;
    uint64_t filled = 0;
    for (size_t i = 0; i < given; i++)
        filled |= UINT64_C(1) << plan->positional[i];
    refuse_missing(b->native, b->call, filled);
}

static void bind_rest(Binding *b, size_t taken)
{
    size_t count = b->call->count - taken;
    int rest = b->plan->rest;
    if (rest < 0)
        return;
    void *at = b->arguments + b->plan->offsets[rest];
    const Value *left_over = count ? b->call->args + taken : NULL;
    if (b->native->params[rest].type == PTYPE_tuple)
        *(Tuple **)at = tuple_new(count, left_over);
    else
        *(List **)at = list_of(count, left_over);
    b->filled |= UINT64_C(1) << rest;
}

static bool keyword_matches(const Param *param, const Str *keyword)
{
    if (param->name[0] != keyword->text[0] || (param->kind != PARAM_POS && param->kind != PARAM_KEY))
        return false;
    size_t n = native_name_length(param->name);
    return keyword->length == n && memcmp(keyword->text, param->name, n) == 0;
}

bool native_takes(const Native *native, const Str *keyword)
{
    for (size_t i = 0; i < native->count; i++)
        if (native->params[i].kind == PARAM_KWREST || keyword_matches(&native->params[i], keyword))
            return true;
    return false;
}

static void bind_keyword(Binding *b, Str *keyword, Value v)
{
    for (size_t i = 0; i < b->native->count; i++) {
        if (!keyword_matches(&b->native->params[i], keyword))
            continue;
        if (b->filled >> i & 1)
            refuse_twice(b->native, i);
        store(b, i, v);
        return;
    }
    int rest = b->plan->kwrest;
    if (rest < 0)
        refuse_keyword(b->native, keyword);
    Dict **at = (Dict **)(void *)(b->arguments + b->plan->offsets[rest]);
    if (!*at)
        *at = dict_new();
    b->filled |= UINT64_C(1) << rest;
    dict_set_str(*at, keyword, v);
}

/* A list or dict that the native may keep or change. */
static bool is_made_each_time(const Param *param)
{
    bool is_container = param->type == PTYPE_list || param->type == PTYPE_dict;
    return is_container && (param->fallback == DEFAULT_Empty || param->kind == PARAM_REST ||
                            param->kind == PARAM_KWREST);
}

static void plan_row(NativePlan *plan, const Param *param, size_t i)
{
    uint64_t bit = UINT64_C(1) << i;
    if (param->kind == PARAM_REST)
        plan->rest = (int)i;
    else if (param->kind == PARAM_KWREST)
        plan->kwrest = (int)i;
    else if (param->fallback == DEFAULT_Required)
        plan->required |= bit;
    bool is_positional = param->kind == PARAM_ONLY || param->kind == PARAM_POS;
    if (is_positional)
        plan->positional[plan->positional_count++] = (uint8_t)i;
    if (is_positional && param->fallback == DEFAULT_Required)
        plan->positional_required++;
    if (is_made_each_time(param))
        plan->fresh |= bit;
}

static NativePlan *plan_new(const Native *native)
{
    BUG_UNLESS(native->count <= PARAM_MAX);
    NativePlan *plan = new (NativePlan);
    plan->rest = plan->kwrest = -1;
    plan->blank = mem_alloc(native->arguments_size);
    set_offsets(native, plan);
    for (size_t i = 0; i < native->count; i++)
        plan_row(plan, &native->params[i], i);
    Binding b = {.native = native, .plan = plan, .arguments = plan->blank};
    for (size_t i = 0; i < native->count; i++)
        if (!((plan->fresh | plan->required) >> i & 1))
            store_default(&b, i);
    plan->is_positional = plan->positional_count == native->count && !plan->fresh;
    return plan;
}

/* A few words: less than a call of memcpy takes. */
static inline void copy_blank(const Native *native, const NativePlan *plan, char *arguments)
{
    const char *blank = plan->blank;
    size_t i = 0;
    for (; i + sizeof(uint64_t) <= native->arguments_size; i += sizeof(uint64_t))
        memcpy(arguments + i, blank + i, sizeof(uint64_t));
    for (; i < native->arguments_size; i++)
        arguments[i] = blank[i];
}

static void store_positional(Binding *b)
{
    const NativePlan *plan = b->plan;
    for (size_t i = 0; i < b->call->count; i++) {
        unsigned char type = b->native->params[i].type;
        void *at = b->arguments + plan->offsets[i];
        Value v = value_load(&b->call->args[i]);
        if (type == PTYPE_any)
            value_store(at, v);
        else if (type == PTYPE_str && v.tag == TAG_STR)
            *(Str **)at = v.str;
        else
            store(b, i, v);
    }
}

void native_bind(const Native *native, const Call *call, void *arguments)
{
    NativePlan *plan = *native->plan;
    if (!plan)
        plan = *native->plan = plan_new(native);
    copy_blank(native, plan, arguments);
    Binding b = {.native = native, .plan = plan, .call = call, .arguments = arguments};
    if (plan->is_positional && !call->keyword_count && call->count >= plan->positional_required &&
        call->count <= plan->positional_count) { /* as nearly all calls are */
        store_positional(&b);
        return;
    }
    check_count(&b);
    bind_rest(&b, bind_positional(&b));
    for (size_t i = 0; i < call->keyword_count; i++)
        bind_keyword(&b, call->keywords[i], call->args[call->count + i]);
    if (plan->required & ~b.filled)
        refuse_missing(native, call, b.filled);
    for (uint64_t left = plan->fresh & ~b.filled; left; left &= left - 1) {
        size_t i = (size_t)__builtin_ctzll(left);
        *(void **)(void *)(b.arguments + plan->offsets[i]) = empty_object(native->params[i].type);
    }
}

void *native_self(const Native *native, Value self, const Class *class)
{
    void *object = value_as(self, class);
    if (!object)
        raise_type("descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                   native_label(native), class->name, class_text(self));
    return object;
}

/* --- native functions as objects -------------------------------------------------------------- */

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

static const char *default_text(unsigned char fallback)
{
    static const char *const texts[] = {
        [DEFAULT_None] = "=None", [DEFAULT_Unset] = "=...", [DEFAULT_True] = "=True",   [DEFAULT_False] = "=False",
        [DEFAULT_Zero] = "=0",    [DEFAULT_One] = "=1",     [DEFAULT_MinusOne] = "=-1", [DEFAULT_Empty] = "=...",
    };
    return fallback < COUNT_OF(texts) && texts[fallback] ? texts[fallback] : "";
}

Str *native_signature(const Native *native, bool has_self)
{
    Buf out = {0};
    bool only = false, starred = false;
    buf_text(&out, has_self ? "($self" : "(");
    for (size_t i = 0; i < native->count; i++) {
        const Param *param = &native->params[i];
        if (only && param->kind != PARAM_ONLY)
            buf_text(&out, ", /");
        only = param->kind == PARAM_ONLY;
        if (param->kind == PARAM_KEY && !starred)
            buf_text(&out, out.length > 1 ? ", *" : "*");
        starred |= param->kind == PARAM_KEY || param->kind == PARAM_REST;
        size_t length = strlen(param->name); /* default__ is `default` */
        if (length > 2 && strcmp(param->name + length - 2, "__") == 0 && param->name[0] != '_')
            length -= 2;
        const char *stars = param->kind == PARAM_REST ? "*" : param->kind == PARAM_KWREST ? "**" : "";
        buf_format(&out, "%s%s%.*s%s", out.length > 1 ? ", " : "", stars, (int)length, param->name,
                   *stars ? "" : default_text(param->fallback));
    }
    buf_text(&out, only ? ", /)" : ")");
    return buf_str(&out);
}

static Value native_getattr(Value self, Str *name)
{
    NativeFunction *f = (NativeFunction *)self.obj;
    if (name == N(__name__))
        return STR(intern(native_label(f->native)));
    if (name == N(__qualname__))
        return STR(f->owner ? str_format("%s.%s", f->owner->name, native_label(f->native))
                            : str_from(native_label(f->native)));
    if (name == N(__doc__) || str_is(name, "__self__"))
        return NONE;
    if (str_is(name, "__text_signature__"))
        return STR(native_signature(f->native, f->owner && f->kind != METHOD_STATIC));
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

/* --- calls with self -------------------------------------------------------------------------- */

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

/* --- binding of members ----------------------------------------------------------------------- */

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
