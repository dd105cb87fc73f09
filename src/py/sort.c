/* sort.c -- list.sort() and sorted(): a stable merge sort that only asks `<`, as Python's does. */
#include "py/py.h"
#include "py/internal.h"

typedef struct Sorted {
    Value key, item;
} Sorted;

static bool key_less(Value a, Value b)
{
    if (a.tag == b.tag) {
        if (a.tag == TAG_INT)
            return a.integer < b.integer;
        if (a.tag == TAG_STR)
            return str_compare(a.str, b.str) < 0;
        if (a.tag == TAG_FLOAT)
            return a.number < b.number;
    }
    return value_truth(value_operate(OPERATOR_LT, a, b));
}

/* Short runs: binary insertion behind equals. */
static void insertion_sort(Sorted *at, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        Sorted one = at[i];
        size_t low = 0, high = i;
        if (!key_less(one.key, at[i - 1].key))
            continue;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (key_less(one.key, at[middle].key))
                high = middle;
            else
                low = middle + 1;
        }
        memmove(&at[low + 1], &at[low], (i - low) * sizeof *at);
        at[low] = one;
    }
}

static void merge(Sorted *at, size_t middle, size_t count, Sorted *room)
{
    size_t left = 0, right = middle, to = 0;
    memcpy(room, at, middle * sizeof *at);
    while (left < middle && right < count)
        at[to++] = key_less(at[right].key, room[left].key) ? at[right++] : room[left++];
    while (left < middle)
        at[to++] = room[left++];
}

static void merge_sort(Sorted *at, size_t count, Sorted *room)
{
    if (count <= 16) {
        insertion_sort(at, count);
        return;
    }
    size_t middle = count / 2;
    merge_sort(at, middle, room);
    merge_sort(at + middle, count - middle, room);
    if (key_less(at[middle].key, at[middle - 1].key))
        merge(at, middle, count, room);
}

static void reverse_values(Value *items, size_t count)
{
    for (size_t i = 0, j = count; i + 1 < j; i++) {
        Value item = items[i];
        items[i] = items[--j];
        items[j] = item;
    }
}

/* Reversing before and after keeps equals in their order in a falling sort. */
void sort_values(Value *items, size_t count, Value key, bool reverse)
{
    if (count < 2 && is_absent(key))
        return;
    if (reverse)
        reverse_values(items, count);
    Sorted *at = new_array(Sorted, count + count / 2 + 1);
    for (size_t i = 0; i < count; i++)
        at[i] = (Sorted){is_absent(key) ? items[i] : call(key, 1, &items[i]), items[i]};
    merge_sort(at, count, at + count);
    for (size_t i = 0; i < count; i++)
        items[i] = at[i].item;
    if (reverse)
        reverse_values(items, count);
}

/* --- list.sort -------------------------------------------------------------------------------- */

typedef struct SortJob {
    Value *items;
    size_t count;
    Value key;
    bool reverse;
} SortJob;

static void run_job(void *argument)
{
    SortJob *job = argument;
    sort_values(job->items, job->count, job->key, job->reverse);
}

void sort_list(List *list, Value key, bool reverse)
{
    List *items = list_of(list->length, list->at);
    SortJob job = {items->at, items->length, key, reverse};
    list->at = NULL;
    list->length = list->capacity = 0;
    Err *err = protect(run_job, &job);
    bool modified = list->at != NULL;
    list->at = items->at;
    list->length = items->length;
    list->capacity = items->capacity;
    if (err)
        err_raise(err);
    if (modified)
        raise_value("list modified during sort");
}
