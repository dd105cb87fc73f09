/* iterators.c -- enumerate, zip, map and filter: iterators over other iterables. */
#include "py/py.h"
#include "py/internal.h"

static Value iterator_self(Value self)
{
    return self;
}

/* --- enumerate -------------------------------------------------------------------------------- */

typedef struct Enumerate {
    Obj obj;
    Iter it;
    Value number;
} Enumerate;

#define ENUMERATE_CONSTRUCT(P) P(POS, any, iterable, Required) P(POS, any, start, Zero)
NATIVE_CLASS(Enumerate, construct, ENUMERATE_CONSTRUCT)
{
    Enumerate *e = (Enumerate *)object_allocate(class);
    e->number = value_index(a->start);
    e->it = iter_open(a->iterable);
    return OBJ(e);
}

static Value enumerate_next(Value self)
{
    Enumerate *e = (Enumerate *)self.obj;
    Value pair[2];
    if (!iter_next(&e->it, &pair[1]))
        return UNSET;
    pair[0] = e->number;
    e->number = value_operate(OPERATOR_ADD, e->number, INT(1));
    return OBJ(tuple_new(2, pair));
}

const Class enumerate_class = {
    CLASS_NAMED(Enumerate, "enumerate", "builtins", object),
    .construct = CONSTRUCT(Enumerate),
    .iter = iterator_self,
    .next = enumerate_next,
    .class_subscript = generic_class_subscript,
};

/* --- zip and map ------------------------------------------------------------------------------ */

typedef struct Zip {
    Obj obj;
    size_t count;
    Iter *sources;
    Value function; /* of map */
    bool strict, done;
} Zip;

static void open_sources(Zip *zip, const Value *iterables, size_t count)
{
    zip->count = count;
    zip->sources = new_array(Iter, count);
    for (size_t i = 0; i < count; i++)
        zip->sources[i] = iter_open(iterables[i]);
}

#define ZIP_CONSTRUCT(P) P(REST, list, iterables, Empty) P(KEY, any, strict, False)
NATIVE_CLASS(Zip, construct, ZIP_CONSTRUCT)
{
    Zip *zip = (Zip *)object_allocate(class);
    zip->strict = value_truth(a->strict);
    open_sources(zip, a->iterables->at, a->iterables->length);
    return OBJ(zip);
}

/* "zip() argument 3 is shorter than arguments 1-2" */
static _Noreturn void raise_uneven(size_t at, const char *how)
{
    if (at == 1)
        raise_value("zip() argument 2 is %s than argument 1", how);
    raise_value("zip() argument %zu is %s than arguments 1-%zu", at + 1, how, at);
}

/* Source `ended` gave nothing: were the ones before it longer, or are those behind it? */
static void check_even(Zip *zip, size_t ended)
{
    Value item;
    if (ended > 0)
        raise_uneven(ended, "shorter");
    for (size_t i = 1; i < zip->count; i++)
        if (iter_next(&zip->sources[i], &item))
            raise_uneven(i, "longer");
}

/* The next item of every source; NULL when one has ended. */
static Value *next_items(Zip *zip)
{
    Value *items = new_array(Value, zip->count);
    for (size_t i = 0; i < zip->count; i++)
        if (!iter_next(&zip->sources[i], &items[i])) {
            zip->done = true;
            if (zip->strict)
                check_even(zip, i);
            return NULL;
        }
    return items;
}

static Value zip_next(Value self)
{
    Zip *zip = (Zip *)self.obj;
    if (zip->count == 0 || (zip->done && zip->strict))
        return UNSET;
    const Value *items = next_items(zip);
    return items ? OBJ(tuple_new(zip->count, items)) : UNSET;
}

const Class zip_class = {
    CLASS_NAMED(Zip, "zip", "builtins", object),
    .construct = CONSTRUCT(Zip),
    .iter = iterator_self,
    .next = zip_next,
};

#define MAP_CONSTRUCT(P) P(ONLY, any, function, Unset) P(REST, list, iterables, Empty)
NATIVE_CLASS(Map, construct, MAP_CONSTRUCT)
{
    if (a->iterables->length == 0)
        raise_type("map() must have at least two arguments.");
    Zip *map = (Zip *)object_allocate(class);
    map->function = a->function;
    open_sources(map, a->iterables->at, a->iterables->length);
    return OBJ(map);
}

static Value map_next(Value self)
{
    Zip *map = (Zip *)self.obj;
    const Value *items = next_items(map);
    return items ? call(map->function, map->count, items) : UNSET;
}

const Class map_class = {
    CLASS_NAMED(Zip, "map", "builtins", object),
    .construct = CONSTRUCT(Map),
    .iter = iterator_self,
    .next = map_next,
};

/* --- filter ----------------------------------------------------------------------------------- */

typedef struct Filter {
    Obj obj;
    Value function;
    Iter source;
} Filter;

#define FILTER_CONSTRUCT(P) P(ONLY, any, function, Required) P(ONLY, any, iterable, Required)
NATIVE_CLASS(Filter, construct, FILTER_CONSTRUCT)
{
    Filter *filter = (Filter *)object_allocate(class);
    filter->function = a->function;
    filter->source = iter_open(a->iterable);
    return OBJ(filter);
}

static Value filter_next(Value self)
{
    Filter *filter = (Filter *)self.obj;
    bool by_truth = is_none(filter->function);
    Value item;
    while (iter_next(&filter->source, &item))
        if (value_truth(by_truth ? item : call(filter->function, 1, &item)))
            return item;
    return UNSET;
}

const Class filter_class = {
    CLASS_NAMED(Filter, "filter", "builtins", object),
    .construct = CONSTRUCT(Filter),
    .iter = iterator_self,
    .next = filter_next,
};
