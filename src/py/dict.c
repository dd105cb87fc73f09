/* dict.c -- the ordered hash table behind dict, attributes and globals, and the script type dict.
 *
 * Entries lie in order of insertion; a removed one keeps its place with an unset key until the
 * table grows. Up to SMALL entries are searched linearly, more through an open-addressed index.
 */
#include "py/py.h"
#include "py/internal.h"

enum { SMALL = 8, SMALLEST = 4 };

/* --- the table -------------------------------------------------------------------------------- */

static size_t index_start(int64_t hash, size_t mask)
{
    return (size_t)(((uint64_t)hash * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & mask;
}

static void index_insert(Dict *d, size_t position)
{
    size_t mask = d->index_size - 1, slot = index_start(d->entries[position].hash, mask);
    while (d->index[slot])
        slot = (slot + 1) & mask;
    d->index[slot] = (uint32_t)position + 1;
}

/* Drops removed entries, grows, and builds the index again. */
static void dict_rebuild(Dict *d, size_t need)
{
    size_t capacity = vec_capacity(SMALLEST, need);
    BUG_UNLESS(capacity < UINT32_MAX / 2);
    DictEntry *entries = new_array(DictEntry, capacity);
    size_t used = 0;
    for (size_t i = 0; i < d->used; i++)
        if (is_set(d->entries[i].key))
            entries[used++] = d->entries[i];
    d->entries = entries;
    d->used = used;
    d->capacity = capacity;
    d->index = NULL;
    if (capacity <= SMALL)
        return;
    d->index_size = capacity * 2;
    d->index = (uint32_t *)(void *)new_bytes(d->index_size * sizeof *d->index);
    memset(d->index, 0, d->index_size * sizeof *d->index);
    for (size_t i = 0; i < used; i++)
        index_insert(d, i);
}

static bool entry_is(const DictEntry *entry, Value key, int64_t hash)
{
    return entry->hash == hash && is_set(entry->key) && same_key(entry->key, key);
}

/* The entry of a key whose hash is known, or NULL. A script's __eq__ may change the table
 * meanwhile, so nothing is remembered across same_key. */
static DictEntry *search_entry(const Dict *d, Value key, int64_t hash)
{
    if (!d->index) {
        for (size_t i = 0; i < d->used; i++)
            if (entry_is(&d->entries[i], key, hash))
                return &d->entries[i];
        return NULL;
    }
    size_t mask = d->index_size - 1;
    uint32_t at;
    for (size_t slot = index_start(hash, mask); d->index && (at = d->index[slot & mask]) != 0;
         slot++)
        if (at <= d->used && entry_is(&d->entries[at - 1], key, hash))
            return &d->entries[at - 1];
    return NULL;
}

static inline DictEntry *find_entry(const Dict *d, Value key, int64_t hash)
{
    return dict_may_have(d, hash) ? search_entry(d, key, hash) : NULL;
}

static void put_hashed(Dict *d, Value key, int64_t hash, Value value)
{
    DictEntry *entry = find_entry(d, key, hash);
    if (entry) {
        entry->value = value;
        return;
    }
    if (d->used == d->capacity)
        dict_rebuild(d, d->length + d->length / 2 + 1);
    DictEntry *added = &d->entries[d->used++];
    value_store(&added->key, key);
    value_store(&added->value, value);
    added->hash = hash;
    d->hashes |= UINT64_C(1) << (hash & 63);
    d->length++;
    if (d->index)
        index_insert(d, d->used - 1);
}

Dict *dict_new(void)
{
    return obj_new(Dict);
}

Dict *dict_new_for(size_t length)
{
    if (length == 0 || length > SMALL) {
        Dict *dict = dict_new();
        dict_reserve(dict, length);
        return dict;
    }
    Dict *dict = mem_alloc(sizeof *dict + length * sizeof(DictEntry));
    dict->obj.class = &dict_class;
    dict->entries = (DictEntry *)(dict + 1);
    dict->capacity = length;
    return dict;
}

Dict *dict_new_small(void)
{
    return dict_new_for(SMALLEST);
}

void dict_reserve(Dict *d, size_t length)
{
    if (length > d->capacity)
        dict_rebuild(d, length);
}

Value dict_find(const Dict *d, Value key)
{
    int64_t hash = key_hash(key);
    const DictEntry *entry = d->length ? find_entry(d, key, hash) : NULL;
    return entry ? entry->value : UNSET;
}

bool dict_has(const Dict *d, Value key)
{
    int64_t hash = key_hash(key);
    return d->length && find_entry(d, key, hash);
}

Value dict_find_str(const Dict *d, const Str *key)
{
    return d->length ? dict_find(d, STR(key)) : UNSET;
}

Value dict_find_text(const Dict *d, const char *key)
{
    return d->length ? dict_find(d, STR(intern(key))) : UNSET;
}

void dict_set(Dict *d, Value key, Value value)
{
    put_hashed(d, key, key_hash(key), value);
}

void dict_set_unshared(Dict *d, Value key, Value value)
{
    const Dict before = *d;
    dict_set(d, key, value);
    if (d->entries == before.entries)
        return;
    mem_give_back(before.entries, before.capacity * sizeof *before.entries);
    mem_give_back(before.index, before.index_size * sizeof *before.index);
}

void dict_set_str(Dict *d, Str *key, Value value)
{
    put_hashed(d, STR(key), (int64_t)str_hash(key), value);
}

void dict_set_text(Dict *d, const char *key, Value value)
{
    dict_set_str(d, intern(key), value);
}

static void dict_empty(Dict *d)
{
    d->entries = NULL;
    d->index = NULL;
    d->length = d->used = d->capacity = d->index_size = 0;
    d->hashes = 0;
}

static void drop_entry(Dict *d, DictEntry *entry)
{
    entry->key = entry->value = UNSET;
    if (--d->length == 0)
        dict_empty(d);
}

Value dict_remove(Dict *d, Value key)
{
    DictEntry *entry = find_entry(d, key, key_hash(key));
    if (!entry)
        return UNSET;
    Value value = entry->value;
    drop_entry(d, entry);
    return value;
}

DictEntry *dict_next(const Dict *d, size_t *position)
{
    while (*position < d->used) {
        DictEntry *entry = &d->entries[(*position)++];
        if (is_set(entry->key))
            return entry;
    }
    return NULL;
}

void dict_update(Dict *d, const Dict *from)
{
    DictEntry *entry;
    if (!d->length)
        dict_reserve(d, from->length);
    for (size_t i = 0; d != from && (entry = dict_next(from, &i));)
        put_hashed(d, entry->key, entry->hash, entry->value);
}

Dict *dict_copy(const Dict *d)
{
    Dict *copy = dict_new();
    dict_update(copy, d);
    return copy;
}

bool dict_equal(const Dict *a, const Dict *b)
{
    DictEntry *entry, *other;
    if (a->length != b->length)
        return false;
    vm_check_stack_in(" in comparison");
    for (size_t i = 0; (entry = dict_next(a, &i));) {
        other = find_entry(b, entry->key, entry->hash);
        if (!other || !value_equal(entry->value, other->value))
            return false;
    }
    return true;
}

Value dict_pop_last(Dict *d, Value *value)
{
    if (d->used > 2 * d->length + SMALL)
        dict_rebuild(d, d->length + d->length / 2 + 1);
    size_t i = d->used;
    while (i > 0 && !is_set(d->entries[i - 1].key))
        i--;
    if (i == 0)
        return UNSET;
    Value key = d->entries[i - 1].key;
    *value = d->entries[i - 1].value;
    drop_entry(d, &d->entries[i - 1]);
    return key;
}

/* --- update from anything --------------------------------------------------------------------- */

/* A sequence of pairs. */
static void update_pairs(Dict *d, Value pairs)
{
    Iter it = iter_open(pairs);
    Value item;
    for (int64_t number = 0; iter_next(&it, &item); number++) {
        if (item.tag != TAG_STR && !is_iterable(item))
            raise_type("cannot convert dictionary update sequence element #%lld to a sequence",
                       (long long)number);
        Tuple *pair = tuple_from(item);
        if (pair->length != 2)
            raise_value("dictionary update sequence element #%lld has length %zu; 2 is required",
                        (long long)number, pair->length);
        dict_set(d, pair->at[0], pair->at[1]);
    }
}

/* An object with keys() and []. */
static void update_mapping(Dict *d, Value mapping)
{
    Iter it = iter_open(call_method(mapping, "keys", 0, NULL));
    Value key;
    while (iter_next(&it, &key))
        dict_set(d, key, value_subscript(mapping, key));
}

bool dict_is_plain(Value v)
{
    if (v.tag != TAG_OBJ || !is_instance(v, &dict_class))
        return false;
    const Class *class = v.obj->class;
    return class == &dict_class ||
           !is_set(class_override(class, N(__iter__), offsetof(Class, iter)));
}

void dict_merge(Dict *d, Value source)
{
    if (dict_is_plain(source))
        dict_update(d, (Dict *)source.obj);
    else if (is_set(value_find_attr(source, N(keys))))
        update_mapping(d, source);
    else
        update_pairs(d, source);
}

#define DICT_INIT(P) P(ONLY, any, source, Unset) P(KWREST, dict, extra, Empty)
NATIVE(Dict, init, DICT_INIT)
{
    if (is_set(a->source))
        dict_merge(self, a->source);
    dict_update(self, a->extra);
    return NONE;
}

NATIVE(Dict, update, DICT_INIT)
{
    if (is_set(a->source))
        dict_merge(self, a->source);
    dict_update(self, a->extra);
    return NONE;
}

/* --- methods ---------------------------------------------------------------------------------- */

#define KEY_FALLBACK(P) P(ONLY, any, key, Required) P(ONLY, any, default__, None)
NATIVE(Dict, get, KEY_FALLBACK)
{
    Value found = dict_find(self, a->key);
    return is_set(found) ? found : a->default__;
}

NATIVE(Dict, setdefault, KEY_FALLBACK)
{
    Value found = dict_find(self, a->key);
    if (is_set(found))
        return found;
    dict_set(self, a->key, a->default__);
    return a->default__;
}

#define DICT_POP(P) P(ONLY, any, key, Required) P(ONLY, any, default__, Unset)
NATIVE(Dict, pop, DICT_POP)
{
    Value removed = self->length ? dict_remove(self, a->key) : UNSET;
    if (is_set(removed))
        return removed;
    if (!is_set(a->default__))
        raise_exception_with(&KeyError_class, a->key);
    return a->default__;
}

NATIVE0(Dict, popitem)
{
    Value pair[2];
    pair[0] = dict_pop_last(self, &pair[1]);
    if (!is_set(pair[0]))
        raise_exception_with(&KeyError_class, STR(str_from("popitem(): dictionary is empty")));
    return OBJ(tuple_new(2, pair));
}

NATIVE0(Dict, clear)
{
    dict_empty(self);
    return NONE;
}

NATIVE0(Dict, copy)
{
    if (dict_is_plain(OBJ(self)))
        return OBJ(dict_copy(self));
    Dict *copy = dict_new();
    dict_merge(copy, OBJ(self));
    return OBJ(copy);
}

#define DICT_FROMKEYS(P) P(ONLY, any, iterable, Required) P(ONLY, any, value, None)
NATIVE_CLASS(Dict, fromkeys, DICT_FROMKEYS)
{
    Value result = instantiate(class, &(Call){0}), key;
    bool plain = result.tag == TAG_OBJ && result.obj->class == &dict_class;
    Iter it = iter_open(a->iterable);
    while (iter_next(&it, &key)) {
        if (plain)
            dict_set((Dict *)result.obj, key, a->value);
        else
            value_set_subscript(result, key, a->value);
    }
    return result;
}

NATIVE(Dict, ior, ONE_VALUE)
{
    dict_merge(self, a->value);
    return OBJ(self);
}

NATIVE0(Dict, keys)
{
    return dict_view(self, &dict_keys_class);
}

NATIVE0(Dict, values)
{
    return dict_view(self, &dict_values_class);
}

NATIVE0(Dict, items)
{
    return dict_view(self, &dict_items_class);
}

NATIVE0(Dict, reversed)
{
    return reversed_iterator(OBJ(self));
}

/* --- slots ------------------------------------------------------------------------------------ */

static void write_dict(Buf *out, Obj *obj)
{
    DictEntry *entry;
    buf_char(out, '{');
    bool first = true;
    for (size_t i = 0; (entry = dict_next((Dict *)obj, &i)); first = false) {
        if (!first)
            buf_text(out, ", ");
        Value value = entry->value;
        buf_add(out, value_repr(entry->key));
        buf_text(out, ": ");
        buf_add(out, value_repr(value));
    }
    buf_char(out, '}');
}

static Str *dict_repr(Value self)
{
    return repr_guarded(self.obj, "{...}", write_dict);
}

static Value dict_binop(Operator op, Value left, Value right)
{
    if (!is_instance(left, &dict_class) || !is_instance(right, &dict_class))
        return UNSET;
    Dict *a = (Dict *)left.obj, *b = (Dict *)right.obj;
    switch (op) {
    case OPERATOR_EQ:
        return BOOL(dict_equal(a, b));
    case OPERATOR_NE:
        return BOOL(!dict_equal(a, b));
    case OPERATOR_OR: {
        Value both = Dict_copy(a, NULL);
        dict_merge((Dict *)both.obj, right);
        return both;
    }
    default:
        return UNSET;
    }
}

static Value dict_subscript(Value self, Value key)
{
    Value found = dict_find((Dict *)self.obj, key);
    if (is_set(found))
        return found;
    if (self.obj->class != &dict_class) {
        Value missing = class_find(self.obj->class, N(__missing__)), args[] = {self, key};
        if (is_set(missing))
            return call(missing, 2, args);
    }
    raise_exception_with(&KeyError_class, key);
}

static void dict_set_subscript(Value self, Value key, Value value)
{
    if (is_set(value))
        dict_set((Dict *)self.obj, key, value);
    else if (!is_set(dict_remove((Dict *)self.obj, key)))
        raise_exception_with(&KeyError_class, key);
}

static bool dict_contains(Value self, Value key)
{
    return is_set(dict_find((Dict *)self.obj, key));
}

static int64_t dict_length(Value self)
{
    return (int64_t)((Dict *)self.obj)->length;
}

static const Method dict_methods[] = {
    METHOD(Dict, get),
    METHOD(Dict, setdefault),
    METHOD(Dict, pop),
    METHOD(Dict, popitem),
    METHOD(Dict, clear),
    METHOD(Dict, copy),
    METHOD(Dict, update),
    CLASS_METHOD(Dict, fromkeys),
    METHOD(Dict, keys),
    METHOD(Dict, values),
    METHOD(Dict, items),
    METHOD_AS("__ior__", Dict, ior),
    METHOD_AS("__reversed__", Dict, reversed),
    {0},
};

const Class dict_class = {
    CLASS_NAMED(Dict, "dict", "builtins", object),
    .init = INIT(Dict),
    .methods = dict_methods,
    .repr = dict_repr,
    .binop = dict_binop,
    .subscript = dict_subscript,
    .set_subscript = dict_set_subscript,
    .contains = dict_contains,
    .length = dict_length,
    .hash = hash_unhashable,
    .iter = container_iter,
    .class_subscript = generic_class_subscript,
};
