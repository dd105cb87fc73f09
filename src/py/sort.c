/* sort.c -- list.sort() and sorted(): Tim Peters' sort with the merge policy of powersort (Munro, Wild 2018). It
 * asks `<` for the same pairs in the same order as CPython 3.12: a script's own __lt__, and the words of the
 * error where two items have no order, tell which. */
#include "py/py.h"
#include "py/internal.h"

enum { MIN_GALLOP = 7, SHORTEST_UNSPLIT = 64, RUNS_MAX = 85 };

typedef struct Sorted {
    Value key, item;
} Sorted;

/* A stretch in order, and how near to the root its boundary with the next one lies in the merge tree. */
typedef struct Run {
    Sorted *at;
    size_t length;
    int power;
} Run;

/* While two runs are merged, one of them stands in `room`; `hole` is where what is left of it belongs if a
 * comparison raises. */
typedef struct Sorting {
    Sorted *at, *room, *rest, *hole;
    size_t count, rest_count;
    bool from_left; /* the hole grows to the right */
    size_t min_gallop, run_count;
    Run runs[RUNS_MAX];
} Sorting;

static inline bool plain_less(Value a, Value b)
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

static bool tuple_less(const Tuple *a, const Tuple *b)
{
    size_t i = 0, both = a->length < b->length ? a->length : b->length;
    while (i < both && same_key(a->at[i], b->at[i]))
        i++;
    return i < both ? plain_less(a->at[i], b->at[i]) : a->length < b->length;
}

static inline bool key_less(Value a, Value b)
{
    if (a.tag == TAG_OBJ && b.tag == TAG_OBJ && a.obj->class == &tuple_class &&
        b.obj->class == &tuple_class)
        return tuple_less((const Tuple *)a.obj, (const Tuple *)b.obj);
    return plain_less(a, b);
}

static void reverse_run(Sorted *at, size_t count)
{
    for (size_t i = 0, j = count; i + 1 < j; i++) {
        Sorted one = at[i];
        at[i] = at[--j];
        at[j] = one;
    }
}

/* Length of the run that starts at `at`; one that falls strictly is turned round. */
static size_t take_run(Sorted *at, size_t count)
{
    if (count < 2)
        return count;
    size_t n = 2;
    bool falls = key_less(at[1].key, at[0].key);
    while (n < count && key_less(at[n].key, at[n - 1].key) == falls)
        n++;
    if (falls)
        reverse_run(at, n);
    return n;
}

/* Makes `count` items a run, of which the first `sorted` are one: binary insertion behind equals. */
static void insert_rest(Sorted *at, size_t count, size_t sorted)
{
    for (size_t i = sorted; i < count; i++) {
        Sorted one = at[i];
        size_t low = 0, high = i;
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

/* --- galloping: where does `key` belong among `count` items, looking near `hint` first? ------- */

static bool belongs_behind(Value key, Value item, bool behind_equals)
{
    return behind_equals ? !key_less(key, item) : key_less(item, key);
}

/* Steps of 1, 3, 7, ... from the hint, then a binary search between the last two. */
static size_t gallop(Value key, const Sorted *at, size_t count, size_t hint, bool behind_equals)
{
    size_t low, high, last = 0, step = 1;
    bool upwards = belongs_behind(key, at[hint].key, behind_equals);
    size_t limit = upwards ? count - hint : hint + 1;
    while (step < limit) {
        const Sorted *probe = upwards ? at + hint + step : at + hint - step;
        if (belongs_behind(key, probe->key, behind_equals) != upwards)
            break;
        last = step;
        step = step * 2 + 1;
    }
    if (step > limit)
        step = limit;
    low = upwards ? hint + last + 1 : hint + 1 - step;
    high = upwards ? hint + step : hint - last;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (belongs_behind(key, at[middle].key, behind_equals))
            low = middle + 1;
        else
            high = middle;
    }
    return high;
}

static size_t gallop_left(Value key, const Sorted *at, size_t count, size_t hint)
{
    return gallop(key, at, count, hint, false);
}

static size_t gallop_right(Value key, const Sorted *at, size_t count, size_t hint)
{
    return gallop(key, at, count, hint, true);
}

/* --- merging: a[0..na) with b[0..nb) right behind it ------------------------------------------ */

static void settle(Sorting *s)
{
    if (s->rest_count)
        memcpy(s->from_left ? s->hole : s->hole - (s->rest_count - 1), s->rest,
               s->rest_count * sizeof *s->rest);
    s->rest_count = 0;
}

/* What is left of the run that stays in place: its next item is the first of b, the last of a. */
typedef struct Staying {
    Sorted *at;
    size_t count;
} Staying;

static void take_first(Sorting *s, Staying *b)
{
    *s->hole++ = *b->at++;
    b->count--;
}

static void give_first(Sorting *s)
{
    *s->hole++ = *s->rest++;
    s->rest_count--;
}

/* One by one, until one side has won often enough; false: b is used up. */
static bool step_left(Sorting *s, Staying *b)
{
    size_t from_a = 0, from_b = 0;
    while (s->rest_count > 1 && from_a < s->min_gallop && from_b < s->min_gallop) {
        if (key_less(b->at->key, s->rest->key)) {
            take_first(s, b);
            from_b++, from_a = 0;
            if (b->count == 0)
                return false;
        } else {
            give_first(s);
            from_a++, from_b = 0;
        }
    }
    return true;
}

/* In leaps, as long as they are long; false: b is used up. */
static bool leap_left(Sorting *s, Staying *b)
{
    size_t from_a, from_b = 0;
    do {
        s->min_gallop -= s->min_gallop > 1;
        from_a = gallop_right(b->at->key, s->rest, s->rest_count, 0);
        memcpy(s->hole, s->rest, from_a * sizeof *s->hole);
        s->hole += from_a, s->rest += from_a, s->rest_count -= from_a;
        if (s->rest_count <= 1)
            break;
        take_first(s, b);
        if (b->count == 0)
            return false;
        from_b = gallop_left(s->rest->key, b->at, b->count, 0);
        memmove(s->hole, b->at, from_b * sizeof *s->hole);
        s->hole += from_b, b->at += from_b, b->count -= from_b;
        if (b->count == 0)
            return false;
        give_first(s);
    } while (s->rest_count > 1 && (from_a >= MIN_GALLOP || from_b >= MIN_GALLOP));
    s->min_gallop++;
    return true;
}

/* The shorter a moved away; items come back from the left. One of a is left: it is the greatest. */
static void merge_left(Sorting *s, Sorted *a, size_t na, Sorted *b, size_t nb)
{
    memcpy(s->room, a, na * sizeof *a);
    s->rest = s->room;
    s->rest_count = na;
    s->from_left = true;
    s->hole = a;
    Staying staying = {b, nb};
    take_first(s, &staying);
    while (staying.count && s->rest_count > 1 && step_left(s, &staying) && s->rest_count > 1) {
        s->min_gallop++;
        if (!leap_left(s, &staying))
            break;
    }
    memmove(s->hole, staying.at, staying.count * sizeof *a);
    s->hole += staying.count;
    settle(s);
}

static void take_last(Sorting *s, Staying *a)
{
    *s->hole-- = a->at[--a->count];
}

static void give_last(Sorting *s)
{
    *s->hole-- = s->rest[--s->rest_count];
}

static bool step_right(Sorting *s, Staying *a)
{
    size_t from_a = 0, from_b = 0;
    while (s->rest_count > 1 && from_a < s->min_gallop && from_b < s->min_gallop) {
        if (key_less(s->rest[s->rest_count - 1].key, a->at[a->count - 1].key)) {
            take_last(s, a);
            from_a++, from_b = 0;
            if (a->count == 0)
                return false;
        } else {
            give_last(s);
            from_b++, from_a = 0;
        }
    }
    return true;
}

static bool leap_right(Sorting *s, Staying *a)
{
    size_t from_a, from_b = 0;
    do {
        s->min_gallop -= s->min_gallop > 1;
        from_a =
            a->count - gallop_right(s->rest[s->rest_count - 1].key, a->at, a->count, a->count - 1);
        s->hole -= from_a, a->count -= from_a;
        memmove(s->hole + 1, a->at + a->count, from_a * sizeof *s->hole);
        if (a->count == 0)
            return false;
        give_last(s);
        if (s->rest_count == 1)
            break;
        from_b = s->rest_count -
                 gallop_left(a->at[a->count - 1].key, s->rest, s->rest_count, s->rest_count - 1);
        s->hole -= from_b, s->rest_count -= from_b;
        memcpy(s->hole + 1, s->rest + s->rest_count, from_b * sizeof *s->hole);
        if (s->rest_count <= 1)
            break;
        take_last(s, a);
        if (a->count == 0)
            return false;
    } while (from_a >= MIN_GALLOP || from_b >= MIN_GALLOP);
    s->min_gallop++;
    return true;
}

/* The shorter b moved away; items come back from the right. One of b is left: it is the smallest. */
static void merge_right(Sorting *s, Sorted *a, size_t na, Sorted *b, size_t nb)
{
    memcpy(s->room, b, nb * sizeof *b);
    s->rest = s->room;
    s->rest_count = nb;
    s->from_left = false;
    s->hole = b + nb - 1;
    Staying staying = {a, na};
    take_last(s, &staying);
    while (staying.count && s->rest_count > 1 && step_right(s, &staying) && s->rest_count > 1) {
        s->min_gallop++;
        if (!leap_right(s, &staying))
            break;
    }
    s->hole -= staying.count;
    memmove(s->hole + 1, a, staying.count * sizeof *a);
    settle(s);
}

/* Runs i and i + 1 become one. */
static void merge_runs(Sorting *s, size_t i)
{
    Run *left = &s->runs[i], *right = left + 1;
    Sorted *a = left->at, *b = right->at;
    size_t na = left->length, nb = right->length;
    left->length += nb;
    if (i + 3 == s->run_count)
        *right = right[1];
    s->run_count--;
    size_t in_place = gallop_right(b->key, a, na, 0);
    a += in_place;
    na -= in_place;
    if (na == 0)
        return;
    nb = gallop_left(a[na - 1].key, b, nb, nb - 1);
    if (nb == 0)
        return;
    if (na <= nb)
        merge_left(s, a, na, b, nb);
    else
        merge_right(s, a, na, b, nb);
}

/* Depth of the boundary between two neighbours in the tree over all `count` items: the first binary digit in
 * which the middles of the two runs differ. */
static int boundary_power(size_t start, size_t left, size_t right, size_t count)
{
    size_t a = 2 * start + left, b = a + left + right;
    for (int power = 1;; power++, a <<= 1, b <<= 1) {
        if (a >= count) {
            a -= count;
            b -= count;
        } else if (b >= count) {
            return power;
        }
    }
}

static void push_run(Sorting *s, Sorted *at, size_t length)
{
    if (s->run_count) {
        Run *last = &s->runs[s->run_count - 1];
        int power = boundary_power((size_t)(last->at - s->at), last->length, length, s->count);
        while (s->run_count > 1 && s->runs[s->run_count - 2].power > power)
            merge_runs(s, s->run_count - 2);
        s->runs[s->run_count - 1].power = power;
    }
    s->runs[s->run_count++] = (Run){.at = at, .length = length};
}

/* So that count / shortest is a power of two or a little less. */
static size_t shortest_run(size_t count)
{
    size_t odd = 0;
    for (; count >= SHORTEST_UNSPLIT; count >>= 1)
        odd |= count & 1;
    return count + odd;
}

static void sort_runs(Sorting *s)
{
    size_t shortest = shortest_run(s->count);
    for (size_t done = 0; done < s->count;) {
        Sorted *at = s->at + done;
        size_t left = s->count - done, length = take_run(at, left);
        if (length < shortest) {
            size_t wanted = left < shortest ? left : shortest;
            insert_rest(at, wanted, length);
            length = wanted;
        }
        push_run(s, at, length);
        done += length;
    }
    while (s->run_count > 1) {
        size_t i = s->run_count - 2;
        if (i > 0 && s->runs[i - 1].length < s->runs[i + 1].length)
            i--;
        merge_runs(s, i);
    }
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
static size_t sorting_places(size_t count)
{
    return count + count / 2 + 1;
}

static void sorting_open(Sorting *s, Value *items, size_t count, Value key, bool reverse)
{
    Sorted *at = new_array(Sorted, sorting_places(count));
    for (size_t i = 0; i < count; i++)
        at[i] = (Sorted){is_absent(key) ? items[i] : call(key, 1, &items[i]), items[i]};
    *s = (Sorting){.at = at, .room = at + count, .count = count, .min_gallop = MIN_GALLOP};
    if (reverse)
        reverse_run(at, count);
}

static void sorting_close(const Sorting *s, Value *items, bool reverse)
{
    for (size_t i = 0; i < s->count; i++)
        items[i] = s->at[i].item;
    if (reverse)
        reverse_values(items, s->count);
    mem_give_back(s->at, sorting_places(s->count) * sizeof *s->at);
}

void sort_values(Value *items, size_t count, Value key, bool reverse)
{
    if (count < 2 && is_absent(key))
        return;
    Sorting s;
    sorting_open(&s, items, count, key, reverse);
    sort_runs(&s);
    sorting_close(&s, items, reverse);
}

/* --- list.sort -------------------------------------------------------------------------------- */

typedef struct SortJob {
    Value *items;
    size_t count;
    Value key;
    bool reverse, is_open; /* is_open: all keys are there */
    Sorting sorting;
} SortJob;

static void run_job(void *argument)
{
    SortJob *job = argument;
    sorting_open(&job->sorting, job->items, job->count, job->key, job->reverse);
    job->is_open = true;
    sort_runs(&job->sorting);
}

/* A comparison that raises leaves the list half sorted, with every item still in it. */
void sort_list(List *list, Value key, bool reverse)
{
    const List items = *list;
    SortJob job = {items.at, items.length, key, reverse, .is_open = false};
    list->at = NULL;
    list->length = list->capacity = 0;
    Err *err = protect(run_job, &job);
    if (job.is_open) {
        settle(&job.sorting);
        sorting_close(&job.sorting, items.at, reverse);
    }
    bool modified = list->at != NULL;
    list->at = items.at;
    list->length = items.length;
    list->capacity = items.capacity;
    if (err)
        err_raise(err);
    if (modified)
        raise_value("list modified during sort");
}
