/* functools.c -- functools: partial, lru_cache, wraps, reduce, cmp_to_key. The rest is Python
 * (lib/_functools.py). */
#include "pystd/pystd.h"
#include "pystd/inside.h"

#define CALL_PARAMS(P)                                                                             \
    P(ONLY, any, func, Required) P(REST, list, args, Empty) P(KWREST, dict, keywords, Empty)

/* --- partial ---------------------------------------------------------------------------------- */

typedef struct Partial {
    Obj obj;
    Value func;
    Tuple *args;
    Dict *keywords;
} Partial;
static const Class Partial_class;

NATIVE(Partial, init, CALL_PARAMS)
{
    if (!is_callable(a->func))
        raise_type("the first argument must be callable");
    Partial *inner = class_of(a->func) == &Partial_class ? (Partial *)a->func.obj : NULL;
    List *args = list_new(0);
    for (size_t i = 0; inner && i < inner->args->length; i++)
        list_append(args, inner->args->at[i]);
    for (size_t i = 0; i < a->args->length; i++)
        list_append(args, a->args->at[i]);
    self->func = inner ? inner->func : a->func;
    self->args = tuple_new(args->length, args->at);
    self->keywords = inner ? dict_copy(inner->keywords) : dict_new();
    dict_update(self->keywords, a->keywords);
    return NONE;
}

static Value partial_call(Value self, const Call *call_)
{
    Partial *partial = (Partial *)self.obj;
    List *args = list_of(partial->args->length, partial->args->at);
    for (size_t i = 0; i < call_->count; i++)
        list_append(args, call_->args[i]);
    if (!call_->keyword_count && !partial->keywords->length)
        return call(partial->func, args->length, args->at);
    Dict *keywords = dict_copy(partial->keywords);
    for (size_t i = 0; i < call_->keyword_count; i++)
        dict_set_str(keywords, call_->keywords[i], call_->args[call_->count + i]);
    return call_dict(partial->func, args->length, args->at, keywords);
}

static Str *partial_repr(Value self)
{
    Partial *partial = (Partial *)self.obj;
    Buf out = {0};
    buf_format(&out, "functools.partial(%s", value_repr(partial->func)->text);
    for (size_t i = 0; i < partial->args->length; i++)
        buf_format(&out, ", %s", value_repr(partial->args->at[i])->text);
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(partial->keywords, &i));)
        buf_format(&out, ", %s=%s", value_str(entry->key)->text, value_repr(entry->value)->text);
    buf_char(&out, ')');
    return buf_str(&out);
}

static const Field partial_fields[] = {FIELD(Partial, any, func, READONLY),
                                       FIELD(Partial, obj, args, READONLY),
                                       FIELD(Partial, obj, keywords, READONLY),
                                       {0}};
static const Class Partial_class = {CLASS_NAMED(Partial, "partial", "functools", object),
                                    .class_subscript = generic_class_subscript,
                                    .init = INIT(Partial),
                                    .fields = partial_fields,
                                    .call = partial_call,
                                    .repr = partial_repr,
                                    .flags = CLASS_ANY_ATTR};

/* --- wraps ------------------------------------------------------------------------------------ */

static void copy_attribute(Value from, Value to, Value name)
{
    Value value = value_find_attr(from, value_str(name));
    if (is_set(value))
        value_set_attr(to, value_str(name), value);
}

static void update_wrapper(Value wrapper, Value wrapped, Value assigned, Value updated)
{
    static const char *const usual[] = {"__module__", "__name__", "__qualname__", "__doc__",
                                        "__annotations__"};
    Value name;
    if (is_set(assigned))
        for (Iter it = iter_open(assigned); iter_next(&it, &name);)
            copy_attribute(wrapped, wrapper, name);
    else
        for (size_t i = 0; i < COUNT_OF(usual); i++)
            copy_attribute(wrapped, wrapper, STR(intern(usual[i])));
    bool wants_dict = !is_set(updated) || value_truth(updated);
    Value from = wants_dict ? value_find_attr(wrapped, N(__dict__)) : UNSET;
    if (is_set(from) && value_truth(from)) {
        Dict *attrs = dict_new();
        call_method(OBJ(attrs), "update", 1, &from);
        DictEntry *entry;
        for (size_t i = 0; (entry = dict_next(attrs, &i));)
            value_set_attr(wrapper, value_str(entry->key), entry->value);
    }
    value_set_attr(wrapper, N(__wrapped__), wrapped);
}

#define UPDATE_PARAMS(P)                                                                           \
    P(POS, any, wrapper, Required)                                                                 \
    P(POS, any, wrapped, Required)                                                                 \
    P(POS, any, assigned, Unset)                                                                   \
    P(POS, any, updated, Unset)
FUNCTION(functools, update_wrapper, UPDATE_PARAMS)
{
    update_wrapper(a->wrapper, a->wrapped, a->assigned, a->updated);
    return a->wrapper;
}

typedef struct Wraps {
    Obj obj;
    Value wrapped, assigned, updated;
} Wraps;

static Value wraps_call(Value self, const Call *call_)
{
    Wraps *wraps = (Wraps *)self.obj;
    if (call_->count != 1)
        raise_type("update_wrapper() takes one function");
    update_wrapper(call_->args[0], wraps->wrapped, wraps->assigned, wraps->updated);
    return call_->args[0];
}

static const Class Wraps_class = {CLASS_NAMED(Wraps, "partial", "functools", object),
                                  .call = wraps_call, .flags = CLASS_FINAL | CLASS_ABSTRACT};

#define WRAPS_PARAMS(P)                                                                            \
    P(POS, any, wrapped, Required) P(POS, any, assigned, Unset) P(POS, any, updated, Unset)
FUNCTION(functools, wraps, WRAPS_PARAMS)
{
    Wraps *wraps = obj_new(Wraps);
    wraps->wrapped = a->wrapped;
    wraps->assigned = a->assigned;
    wraps->updated = a->updated;
    return OBJ(wraps);
}

/* --- lru_cache -------------------------------------------------------------------------------- */

typedef struct LruCache {
    Obj obj;
    Value function;
    Dict *results;   /* key -> result, least recently used first */
    int64_t maxsize; /* -1: unbounded */
    int64_t hits, misses;
    bool typed;
} LruCache;
static const Class LruCache_class;

static Value lru_key(const LruCache *cache, const Call *call_)
{
    List *parts = list_of(call_->count, call_->args);
    if (call_->keyword_count)
        list_append(parts, OBJ(&LruCache_class)); /* nobody passes this: marks where names begin */
    for (size_t i = 0; i < call_->keyword_count; i++) {
        list_append(parts, STR(call_->keywords[i]));
        list_append(parts, call_->args[call_->count + i]);
    }
    for (size_t i = 0; cache->typed && i < call_->count + call_->keyword_count; i++)
        list_append(parts, OBJ(class_of(call_->args[i])));
    return OBJ(tuple_new(parts->length, parts->at));
}

static void lru_evict(LruCache *cache)
{
    size_t position = 0;
    DictEntry *oldest = dict_next(cache->results, &position);
    if (oldest)
        dict_remove(cache->results, oldest->key);
}

static Value lru_call(Value self, const Call *call_)
{
    LruCache *cache = (LruCache *)self.obj;
    Value key = lru_key(cache, call_);
    Value found = cache->maxsize == 0 ? UNSET : dict_find(cache->results, key);
    if (is_set(found)) {
        cache->hits++;
        if (cache->maxsize > 0) {
            dict_remove(cache->results, key);
            dict_set(cache->results, key, found);
        }
        return found;
    }
    cache->misses++;
    Value result = call_with(cache->function, call_);
    if (cache->maxsize == 0)
        return result;
    if (cache->maxsize > 0 && (int64_t)cache->results->length >= cache->maxsize)
        lru_evict(cache);
    dict_set(cache->results, key, result);
    return result;
}

/* A cached method: reading it through an instance binds the instance. */
static Value lru_get(Value self, Value instance, const Class *owner)
{
    if (!is_set(instance) || is_none(instance))
        return self;
    Partial *bound = obj_new(Partial);
    bound->func = self;
    bound->args = tuple_new(1, &instance);
    bound->keywords = dict_new();
    return OBJ(bound);
}

NATIVE0(LruCache, cache_clear)
{
    self->results = dict_new();
    self->hits = self->misses = 0;
    return NONE;
}

NATIVE0(LruCache, cache_info)
{
    Value parts[] = {INT(self->hits), INT(self->misses),
                     self->maxsize < 0 ? NONE : INT(self->maxsize),
                     INT((int64_t)self->results->length)};
    return call(library_get("_functools", "_CacheInfo"), 4, parts);
}

NATIVE0(LruCache, cache_parameters)
{
    Dict *parameters = dict_new();
    dict_set_text(parameters, "maxsize", self->maxsize < 0 ? NONE : INT(self->maxsize));
    dict_set_text(parameters, "typed", BOOL(self->typed));
    return OBJ(parameters);
}

static Str *lru_repr(Value self)
{
    Value name = value_find_attr(self, N(__qualname__));
    return str_format("<functools._lru_cache_wrapper object '%s'>",
                      is_str(name) ? name.str->text : "?");
}

static const Method lru_methods[] = {METHOD(LruCache, cache_clear),
                                     METHOD(LruCache, cache_info),
                                     METHOD(LruCache, cache_parameters),
                                     {0}};
static const Class LruCache_class = {
    CLASS_NAMED(LruCache, "_lru_cache_wrapper", "functools", object),
    .flags = CLASS_FINAL | CLASS_ABSTRACT | CLASS_ANY_ATTR,
    .methods = lru_methods,
    .call = lru_call,
    .get = lru_get,
    .repr = lru_repr};

static Value lru_new(Value function, int64_t maxsize, bool typed)
{
    LruCache *cache = obj_new(LruCache);
    cache->function = function;
    cache->results = dict_new();
    cache->maxsize = maxsize;
    cache->typed = typed;
    update_wrapper(OBJ(cache), function, UNSET, UNSET);
    return OBJ(cache);
}

typedef struct LruDecorator {
    Obj obj;
    int64_t maxsize;
    bool typed;
} LruDecorator;

static Value lru_decorate(Value self, const Call *call_)
{
    LruDecorator *decorator = (LruDecorator *)self.obj;
    if (call_->count != 1)
        raise_type("lru_cache decorates one function");
    return lru_new(call_->args[0], decorator->maxsize, decorator->typed);
}

static const Class LruDecorator_class = {
    CLASS_NAMED(LruDecorator, "lru_cache", "functools", object), .call = lru_decorate,
    .flags = CLASS_FINAL | CLASS_ABSTRACT};

#define LRU_PARAMS(P) P(POS, any, maxsize, Unset) P(POS, bool, typed, False)
FUNCTION(functools, lru_cache, LRU_PARAMS)
{
    Value maxsize = value_plain(a->maxsize);
    if (is_set(maxsize) && maxsize.tag != TAG_INT && !is_none(maxsize)) {
        if (!is_callable(a->maxsize))
            raise_type("Expected first argument to be an integer, a callable, or None");
        return lru_new(a->maxsize, 128, a->typed);
    }
    LruDecorator *decorator = obj_new(LruDecorator);
    decorator->maxsize = !is_set(maxsize)      ? 128
                         : is_none(maxsize)    ? -1
                         : maxsize.integer < 0 ? 0
                                               : maxsize.integer;
    decorator->typed = a->typed;
    return OBJ(decorator);
}

#define CACHE_PARAMS(P) P(ONLY, any, user_function, Required)
FUNCTION(functools, cache, CACHE_PARAMS)
{
    return lru_new(a->user_function, -1, false);
}

/* --- reduce, cmp_to_key ----------------------------------------------------------------------- */

#define REDUCE_PARAMS(P)                                                                           \
    P(ONLY, any, function, Required) P(ONLY, any, iterable, Required) P(ONLY, any, initial, Unset)
FUNCTION(functools, reduce, REDUCE_PARAMS)
{
    if (!has_items(a->iterable))
        raise_type("reduce() arg 2 must support iteration");
    Iter it = iter_open(a->iterable);
    Value result = a->initial, item;
    if (!is_set(result) && !iter_next(&it, &result))
        raise_type("reduce() of empty iterable with no initial value");
    while (iter_next(&it, &item)) {
        Value args[] = {result, item};
        result = call(a->function, 2, args);
    }
    return result;
}

typedef struct SortKey {
    Obj obj;
    Value compare, value;
} SortKey;
static const Class SortKey_class;

static Value sort_key_binop(Operator op, Value left, Value right)
{
    SortKey *a = as(SortKey, left), *b = as(SortKey, right);
    if (!a || !b || op < OPERATOR_EQ || op > OPERATOR_GE)
        return UNSET;
    Value args[] = {a->value, b->value};
    return value_operate(op, call(a->compare, 2, args), INT(0));
}

static const Field sort_key_fields[] = {FIELD_AS("obj", SortKey, any, value, MUTABLE), {0}};
static const Class SortKey_class = {CLASS_NAMED(SortKey, "KeyWrapper", "functools", object),
                                    .fields = sort_key_fields, .binop = sort_key_binop,
                                    .flags = CLASS_FINAL | CLASS_ABSTRACT};

typedef struct SortKeyMaker {
    Obj obj;
    Value compare;
} SortKeyMaker;

static Value sort_key_make(Value self, const Call *call_)
{
    if (call_->count != 1)
        raise_type("K() takes exactly one argument");
    SortKey *key = obj_new(SortKey);
    key->compare = ((SortKeyMaker *)self.obj)->compare;
    key->value = call_->args[0];
    return OBJ(key);
}

static const Class SortKeyMaker_class = {
    CLASS_NAMED(SortKeyMaker, "KeyWrapper", "functools", object), .call = sort_key_make,
    .flags = CLASS_FINAL | CLASS_ABSTRACT};

#define COMPARE_PARAMS(P) P(POS, any, mycmp, Required)
FUNCTION(functools, cmp_to_key, COMPARE_PARAMS)
{
    SortKeyMaker *maker = obj_new(SortKeyMaker);
    maker->compare = a->mycmp;
    return OBJ(maker);
}

static Value make_all(void)
{
    return names_list(
        "update_wrapper wraps WRAPPER_ASSIGNMENTS WRAPPER_UPDATES total_ordering cache cmp_to_key "
        "lru_cache reduce partial partialmethod singledispatch singledispatchmethod "
        "cached_property");
}

static const Export functools_exports[] = {EXPORT_MAKE("__all__", make_all),
                                           EXPORT_CLASS_AS("partial", Partial),
                                           EXPORT_FUNCTION(functools, update_wrapper),
                                           EXPORT_FUNCTION(functools, wraps),
                                           EXPORT_FUNCTION(functools, lru_cache),
                                           EXPORT_FUNCTION(functools, cache),
                                           EXPORT_FUNCTION(functools, reduce),
                                           EXPORT_FUNCTION(functools, cmp_to_key),
                                           {0}};

static Value functools_getattr(Str *name)
{
    return library_find("_functools", name);
}

const ModuleDef functools_module = {"functools", (const Export *const[]){functools_exports, NULL},
                                    false, functools_getattr};
