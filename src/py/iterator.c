/* iterator.c -- the iteration protocol, fast over built-in containers, and their iterator objects.
 *
 * An Iter walks containers by position; iter(v) as an object is the same Iter in a box.
 */
#include "py/py.h"
#include "py/internal.h"
#include "py/frame.h"

typedef enum IterKind {
    ITER_OBJECT, /* source is an iterator: ask it */
    ITER_LIST,
    ITER_TUPLE,
    ITER_STR, /* index is a byte offset */
    ITER_BYTES,
    ITER_RANGE,
    ITER_SET,
    ITER_KEYS, /* of a dict: index is the position, its upper half the size at the start */
    ITER_VALUES,
    ITER_ITEMS,
    ITER_LIST_BACK, /* index counts down */
    ITER_KEYS_BACK,
    ITER_VALUES_BACK,
    ITER_ITEMS_BACK,
    ITER_SEQUENCE,      /* __getitem__(0), (1), ... until IndexError */
    ITER_SEQUENCE_BACK, /* reversed() over __len__ and __getitem__ */
    ITER_CALLABLE,      /* iter(function, sentinel): source is a tuple of both */
    ITER_DONE,
} IterKind;

typedef struct Iterator {
    Obj obj;
    Iter it;
} Iterator;

/* --- the protocol of objects ------------------------------------------------------------------ */

typedef struct NextJob {
    Value function, self, result;
} NextJob;

static void call_next(void *argument)
{
    NextJob *job = argument;
    job->result = call(job->function, 1, &job->self);
}

Value value_next(Value iterator)
{
    Value stop;
    return iterator_step(iterator, &stop);
}

Value iterator_step(Value iterator, Value *stop)
{
    const Class *class = class_of(iterator);
    Value function =
        class_is_heap(class) ? class_override(class, N(__next__), offsetof(Class, next)) : UNSET;
    if (!is_set(function)) {
        Value (*next)(Value) = CLASS_SLOT(class, next);
        if (!next)
            raise_type("'%s' object is not an iterator", class_text(iterator));
        return next(iterator);
    }
    NextJob job = {function, iterator, UNSET};
    Err *err = protect(call_next, &job);
    if (err && !err_is(err, &StopIteration_class))
        err_raise(err);
    const BaseException *end = err ? exception_from(err) : NULL;
    if (end)
        *stop = is_set(end->value) ? end->value : NONE;
    return err ? UNSET : job.result;
}

bool is_iterator(Value v)
{
    if (v.tag != TAG_OBJ)
        return false;
    const Class *class = class_of(v);
    return class_with_slot(class, offsetof(Class, next)) || is_set(class_find(class, N(__next__)));
}

/* What iter() calls: the script's __iter__, or UNSET. */
static Value iter_override(const Class *class)
{
    return class_is_heap(class) ? class_override(class, N(__iter__), offsetof(Class, iter)) : UNSET;
}

static bool has_getitem(const Class *class)
{
    return class_is_heap(class) &&
           is_set(class_override(class, N(__getitem__), offsetof(Class, subscript)));
}

bool is_iterable(Value v)
{
    if (v.tag == TAG_STR)
        return true;
    if (v.tag != TAG_OBJ)
        return false;
    const Class *class = v.obj->class;
    Value override = iter_override(class);
    if (is_set(override))
        return !is_none(override);
    return class_with_slot(class, offsetof(Class, iter)) || is_iterator(v) || has_getitem(class);
}

static Value box(Iter it, const Class *class);
static Iter iter_direct(Value v, bool *direct);

static const Class sequence_iterator_class;

Value value_iter(Value v)
{
    bool direct;
    Iter it = iter_direct(v, &direct);
    if (direct)
        return container_iter(v);
    const Class *class = class_of(v);
    Value override = iter_override(class);
    if (is_set(override) && !is_none(override)) {
        Value iterator = call(override, 1, &v);
        if (!is_iterator(iterator))
            raise_type("iter() returned non-iterator of type '%s'", class_text(iterator));
        return iterator;
    }
    Value (*iter)(Value) = CLASS_SLOT(class, iter);
    if (iter && !is_set(override))
        return iter(v);
    if (class_with_slot(class, offsetof(Class, next)))
        return v;
    if (!is_set(override) && has_getitem(class)) {
        it = (Iter){.source = v, .kind = ITER_SEQUENCE};
        return box(it, &sequence_iterator_class);
    }
    raise_type("'%s' object is not iterable", class_text(v));
}

/* --- walking ---------------------------------------------------------------------------------- */

static size_t packed(size_t length, size_t position)
{
    return (length << 32) | position;
}

/* How the built-in containers are walked. `class` decides; subclasses come here through their slot.
 */
static Iter iter_container(Value v, const Class *class, bool *found)
{
    *found = true;
    if (class == &list_class)
        return (Iter){v, 0, ITER_LIST};
    if (class == &tuple_class)
        return (Iter){v, 0, ITER_TUPLE};
    if (class == &dict_class)
        return (Iter){v, packed(((Dict *)v.obj)->length, 0), ITER_KEYS};
    if (class == &set_class || class == &frozenset_class)
        return (Iter){v, packed(((Set *)v.obj)->length, 0), ITER_SET};
    if (class == &range_class)
        return (Iter){v, 0, ITER_RANGE};
    if (class == &bytes_class || class == &bytearray_class)
        return (Iter){v, 0, ITER_BYTES};
    int kind = class == &dict_keys_class     ? ITER_KEYS
               : class == &dict_values_class ? ITER_VALUES
               : class == &dict_items_class  ? ITER_ITEMS
                                             : ITER_OBJECT;
    if (kind != ITER_OBJECT) {
        Dict *dict = ((DictView *)v.obj)->dict;
        return (Iter){OBJ(dict), packed(dict->length, 0), kind};
    }
    *found = false;
    return (Iter){0};
}

static Iter iter_direct(Value v, bool *direct)
{
    if (v.tag == TAG_OBJ)
        return iter_container(v, v.obj->class, direct);
    *direct = v.tag == TAG_STR;
    return (Iter){v, 0, ITER_STR};
}

Iter iter_open(Value v)
{
    bool direct;
    Iter it = iter_direct(v, &direct);
    if (direct)
        return it;
    Value iterator = value_iter(v);
    return (Iter){iterator, 0, ITER_OBJECT};
}

/* The upper half of the index is the size at the start. */
static void check_size(Iter *it, size_t length, const char *what)
{
    if (length == it->index >> 32)
        return;
    it->index = SIZE_MAX; /* it stays broken */
    raise_exception(&RuntimeError_class, "%s changed size during iteration", what);
}

static bool next_set_item(Iter *it, Value *item)
{
    const Set *set = (Set *)it->source.obj;
    check_size(it, set->length, "Set");
    size_t position = it->index & UINT32_MAX;
    const SetItem *found = set_next(set, &position);
    it->index = packed(set->length, position);
    if (found)
        *item = found->key;
    return found;
}

static bool next_entry(Iter *it, Value *item)
{
    const Dict *d = (Dict *)it->source.obj;
    size_t size = it->index >> 32, position = it->index & UINT32_MAX;
    check_size(it, d->length, "dictionary");
    const DictEntry *entry = dict_next(d, &position);
    it->index = size << 32 | position;
    if (!entry)
        return false;
    *item = it->kind == ITER_KEYS     ? entry->key
            : it->kind == ITER_VALUES ? entry->value
                                      : OBJ(tuple_new(2, (Value[]){entry->key, entry->value}));
    return true;
}

static bool next_entry_back(Iter *it, Value *item)
{
    const Dict *d = (Dict *)it->source.obj;
    size_t size = it->index >> 32, position = it->index & UINT32_MAX;
    if (d->length != size)
        raise_exception(&RuntimeError_class, "dictionary changed size during iteration");
    while (position > 0 && position <= d->used && !is_set(d->entries[position - 1].key))
        position--;
    if (position == 0 || position > d->used)
        return false;
    const DictEntry *entry = &d->entries[--position];
    it->index = size << 32 | position;
    *item = it->kind == ITER_KEYS_BACK     ? entry->key
            : it->kind == ITER_VALUES_BACK ? entry->value
                                           : OBJ(tuple_new(2, (Value[]){entry->key, entry->value}));
    return true;
}

static bool next_char(Iter *it, Value *item)
{
    const Str *s = it->source.str;
    if (it->index >= s->length)
        return false;
    const char *from = s->text + it->index, *to = from;
    utf8_next(&to);
    it->index += (size_t)(to - from);
    *item = STR(intern_bytes(from, (size_t)(to - from)));
    return true;
}

static bool next_number(Iter *it, Value *item)
{
    const Range *r = (Range *)it->source.obj;
    if (it->index >= (size_t)range_length(r))
        return false;
    *item = INT((int64_t)((uint64_t)r->start + it->index++ * (uint64_t)r->step));
    return true;
}

static bool next_byte(Iter *it, Value *item)
{
    const char *data;
    size_t length;
    if (!value_find_bytes(it->source, &data, &length) || it->index >= length)
        return false;
    *item = INT((unsigned char)data[it->index++]);
    return true;
}

typedef struct ItemJob {
    Value source, key, result;
} ItemJob;

static void get_item(void *argument)
{
    ItemJob *job = argument;
    job->result = value_subscript(job->source, job->key);
}

static bool next_of_sequence(Iter *it, Value *item)
{
    bool back = it->kind == ITER_SEQUENCE_BACK;
    if (back && it->index == 0)
        return false;
    ItemJob job = {it->source, INT((int64_t)(back ? it->index - 1 : it->index)), UNSET};
    Err *err = protect(get_item, &job);
    if (err && !err_is(err, &IndexError_class) && !err_is(err, &StopIteration_class))
        err_raise(err);
    it->index += back ? SIZE_MAX : 1;
    *item = job.result;
    return !err;
}

static bool next_of_callable(Iter *it, Value *item)
{
    const Tuple *pair = (Tuple *)it->source.obj;
    *item = call(pair->at[0], 0, NULL);
    return !value_equal(pair->at[1], *item);
}

static bool iter_step(Iter *it, Value *item)
{
    switch ((IterKind)it->kind) {
    case ITER_OBJECT:
        *item = it->source.tag == TAG_OBJ && it->source.obj->class == &generator_class
                    ? generator_resume((Generator *)it->source.obj, NONE, UNSET)
                    : value_next(it->source);
        return is_set(*item);
    case ITER_LIST: {
        const List *list = (List *)it->source.obj;
        return it->index < list->length && (*item = list->at[it->index++], true);
    }
    case ITER_TUPLE: {
        const Tuple *tuple = (Tuple *)it->source.obj;
        return it->index < tuple->length && (*item = tuple->at[it->index++], true);
    }
    case ITER_STR:
        return next_char(it, item);
    case ITER_BYTES:
        return next_byte(it, item);
    case ITER_RANGE:
        return next_number(it, item);
    case ITER_SET:
        return next_set_item(it, item);
    case ITER_KEYS:
    case ITER_VALUES:
    case ITER_ITEMS:
        return next_entry(it, item);
    case ITER_LIST_BACK: {
        const List *list = (List *)it->source.obj;
        return it->index > 0 && it->index <= list->length && (*item = list->at[--it->index], true);
    }
    case ITER_KEYS_BACK:
    case ITER_VALUES_BACK:
    case ITER_ITEMS_BACK:
        return next_entry_back(it, item);
    case ITER_SEQUENCE:
    case ITER_SEQUENCE_BACK:
        return next_of_sequence(it, item);
    case ITER_CALLABLE:
        return next_of_callable(it, item);
    case ITER_DONE:
        break;
    }
    return false;
}

/* An iterator that ended stays ended, whatever happens to its container. */
bool iter_next(Iter *it, Value *item)
{
    if (vm.is_interrupted)
        vm_interrupt();
    if (iter_step(it, item))
        return true;
    if (it->kind != ITER_OBJECT)
        it->kind = ITER_DONE;
    return false;
}

/* --- iterator objects ------------------------------------------------------------------------- */

static Value iterator_self(Value self)
{
    return self;
}

static Value iterator_next(Value self)
{
    Value item;
    return iter_next(&((Iterator *)self.obj)->it, &item) ? item : UNSET;
}

NATIVE_VALUE(Iterator, length_hint, NO_PARAMS)
{
    Iter it = ((Iterator *)self.obj)->it;
    Value item;
    int64_t count = 0;
    if (it.kind == ITER_SEQUENCE_BACK)
        return INT((int64_t)it.index);
    if (it.kind == ITER_SEQUENCE)
        return INT(value_length(it.source) - (int64_t)it.index);
    bool countable = it.kind != ITER_OBJECT && it.kind < ITER_SEQUENCE;
    while (countable && iter_next(&it, &item))
        count++;
    return INT(count);
}

static const Method iterator_methods[] = {
    METHOD_AS("__length_hint__", Iterator, length_hint),
    {0},
};

#define ITERATOR_CLASS(variable, name)                                                             \
    static const Class variable = {                                                                \
        CLASS_NAMED(Iterator, name, "builtins", object),                                           \
        .flags = CLASS_FINAL | CLASS_ABSTRACT,                                                     \
        .methods = iterator_methods,                                                               \
        .iter = iterator_self,                                                                     \
        .next = iterator_next,                                                                     \
    }
ITERATOR_CLASS(list_iterator_class, "list_iterator");
ITERATOR_CLASS(tuple_iterator_class, "tuple_iterator");
ITERATOR_CLASS(str_iterator_class, "str_iterator");
ITERATOR_CLASS(str_ascii_iterator_class, "str_ascii_iterator");
ITERATOR_CLASS(bytes_iterator_class, "bytes_iterator");
ITERATOR_CLASS(range_iterator_class, "range_iterator");
ITERATOR_CLASS(set_iterator_class, "set_iterator");
ITERATOR_CLASS(keys_iterator_class, "dict_keyiterator");
ITERATOR_CLASS(values_iterator_class, "dict_valueiterator");
ITERATOR_CLASS(items_iterator_class, "dict_itemiterator");
ITERATOR_CLASS(list_back_class, "list_reverseiterator");
ITERATOR_CLASS(keys_back_class, "dict_reversekeyiterator");
ITERATOR_CLASS(values_back_class, "dict_reversevalueiterator");
ITERATOR_CLASS(items_back_class, "dict_reverseitemiterator");
ITERATOR_CLASS(sequence_iterator_class, "iterator");
static const Class callable_iterator_class = {
    CLASS_NAMED(Iterator, "callable_iterator", "builtins", object),
    .flags = CLASS_FINAL | CLASS_ABSTRACT,
    .iter = iterator_self,
    .next = iterator_next,
};

static const Class *const iterator_classes[] = {
    [ITER_LIST] = &list_iterator_class,     [ITER_TUPLE] = &tuple_iterator_class,
    [ITER_STR] = &str_iterator_class,       [ITER_BYTES] = &bytes_iterator_class,
    [ITER_RANGE] = &range_iterator_class,   [ITER_SET] = &set_iterator_class,
    [ITER_KEYS] = &keys_iterator_class,     [ITER_VALUES] = &values_iterator_class,
    [ITER_ITEMS] = &items_iterator_class,   [ITER_LIST_BACK] = &list_back_class,
    [ITER_KEYS_BACK] = &keys_back_class,    [ITER_VALUES_BACK] = &values_back_class,
    [ITER_ITEMS_BACK] = &items_back_class,  [ITER_SEQUENCE] = &sequence_iterator_class,
    [ITER_SEQUENCE_BACK] = &reversed_class, [ITER_CALLABLE] = &callable_iterator_class,
};

static Value box(Iter it, const Class *class)
{
    Iterator *iterator = (Iterator *)object_allocate(class);
    iterator->it = it;
    return OBJ(iterator);
}

/* The built-in class whose layout self has. */
static const Class *layout_class(const Class *class)
{
    static const Class *const layouts[] = {&list_class,     &tuple_class,     &dict_class,
                                           &set_class,      &frozenset_class, &bytes_class,
                                           &bytearray_class};
    for (size_t i = 0; i < COUNT_OF(layouts); i++)
        if (is_subclass(class, layouts[i]))
            return layouts[i];
    return class;
}

Value container_iter(Value self)
{
    if (self.tag == TAG_STR)
        return box((Iter){self, 0, ITER_STR},
                   str_is_ascii(self.str) ? &str_ascii_iterator_class : &str_iterator_class);
    const Class *class = layout_class(self.obj->class);
    bool found;
    Iter it = iter_container(self, class, &found);
    BUG_UNLESS(found);
    return box(it, iterator_classes[it.kind]);
}

Value callable_iterator(Value function, Value sentinel)
{
    if (!is_callable(function))
        raise_type("iter(object, sentinel): object must be callable");
    Tuple *pair = tuple_new(2, (Value[]){function, sentinel});
    return box((Iter){OBJ(pair), 0, ITER_CALLABLE}, &callable_iterator_class);
}

/* --- reversed --------------------------------------------------------------------------------- */

static Value reversed_range(const Range *r)
{
    int64_t length = range_length(r);
    if (length == 0)
        return value_iter(range_from_values(INT(0), INT(0), INT(1)));
    int64_t last = (int64_t)((uint64_t)r->start + (uint64_t)(length - 1) * (uint64_t)r->step);
    Value stop = value_operate(OPERATOR_SUB, INT(r->start), INT(r->step));
    return value_iter(range_from_values(INT(last), stop, value_operate(OPERATOR_NEG, INT(r->step), UNSET)));
}

static Value reversed_dict(Dict *dict, int kind)
{
    return box((Iter){OBJ(dict), packed(dict->length, dict->used), kind}, iterator_classes[kind]);
}

Value reversed_iterator(Value v)
{
    const Class *class = layout_class(v.obj->class);
    if (class == &list_class)
        return box((Iter){v, ((List *)v.obj)->length, ITER_LIST_BACK}, &list_back_class);
    if (class == &range_class)
        return reversed_range((Range *)v.obj);
    if (class == &dict_class)
        return reversed_dict((Dict *)v.obj, ITER_KEYS_BACK);
    int kind = class == &dict_keys_class     ? ITER_KEYS_BACK
               : class == &dict_values_class ? ITER_VALUES_BACK
                                             : ITER_ITEMS_BACK;
    return reversed_dict(((DictView *)v.obj)->dict, kind);
}

static bool is_sequence(Value v)
{
    if (v.tag == TAG_STR)
        return true;
    const Class *class = class_of(v);
    if (is_subclass(class, &dict_class))
        return false;
    return class_with_slot(class, offsetof(Class, subscript)) || has_getitem(class);
}

NATIVE_CLASS(reversed, construct, ONE_VALUE)
{
    Value method = class_find(class_of(a->value), N(__reversed__));
    if (is_set(method) && !is_none(method))
        return special_call(a->value, N(__reversed__), 0, NULL);
    if (is_none(method) || !is_sequence(a->value))
        raise_type("'%s' object is not reversible", class_text(a->value));
    size_t length = (size_t)value_length(a->value);
    return box((Iter){a->value, length, ITER_SEQUENCE_BACK}, class);
}

const Class reversed_class = {
    CLASS_NAMED(Iterator, "reversed", "builtins", object),
    .construct = CONSTRUCT(reversed),
    .methods = iterator_methods,
    .iter = iterator_self,
    .next = iterator_next,
};
