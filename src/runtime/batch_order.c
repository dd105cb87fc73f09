/* batch_order.c -- the order of the columns in the new table: insert_before, insert_after,
 * partial_reordering, and the present order for the rest. */
#include "runtime/batch_copy.h"

/* --- places of new columns -------------------------------------------------------------------- */

static ptrdiff_t existing_index(const TableCopy *copy, const Str *key)
{
    for (size_t i = 0; i < copy->existing_order.length; i++)
        if (str_equal(copy->existing_order.at[i], key))
            return (ptrdiff_t)i;
    return -1;
}

static void order(TableCopy *copy, Str *before, Str *after)
{
    vec_push(&copy->order, ((ColumnPair){before, after}));
}

/* The last pair with this column on one side tells its neighbour on the other. */
static Str *neighbour(const TableCopy *copy, Str *key, bool after)
{
    for (size_t i = copy->order.length; i-- > 0;) {
        const ColumnPair *pair = &copy->order.at[i];
        if (str_equal(after ? pair->before : pair->after, key))
            return after ? pair->after : pair->before;
    }
    raise_exception_with(&KeyError_class, STR(key));
}

static Str *next_of(const TableCopy *copy, Str *key)
{
    ptrdiff_t i = existing_index(copy, key);
    if (i < 0)
        return neighbour(copy, key, true);
    return (size_t)i + 1 < copy->existing_order.length ? copy->existing_order.at[i + 1] : NULL;
}

static Str *previous_of(const TableCopy *copy, Str *key)
{
    ptrdiff_t i = existing_index(copy, key);
    if (i < 0)
        return neighbour(copy, key, false);
    return i > 0 ? copy->existing_order.at[i - 1] : NULL;
}

/* insert_before, insert_after; without either the column goes to the end. */
void copy_place_column(TableCopy *copy, Str *key, Str *before, Str *after)
{
    bool free_order = !copy->options->partial_reordering;
    Str *asked_before = before;
    if (free_order && after && !before)
        before = next_of(copy, after);
    if (free_order && asked_before && !after)
        after = previous_of(copy, asked_before);
    if (before)
        order(copy, key, before);
    if (after)
        order(copy, after, key);
    if (free_order && !before && !after && copy->existing_order.length)
        order(copy, copy->existing_order.at[copy->existing_order.length - 1], key);
}

void copy_forget_order(TableCopy *copy, const Str *key)
{
    ptrdiff_t at = existing_index(copy, key);
    if (at >= 0)
        vec_remove(&copy->existing_order, (size_t)at);
}

/* --- sorting ---------------------------------------------------------------------------------- */

static void add_partial_order(TableCopy *copy)
{
    for (size_t i = 0; i < copy->options->partial_reordering->length; i++) {
        const List *names_ = list_from(copy->options->partial_reordering->at[i]);
        for (size_t j = 1; j < names_->length; j++)
            order(copy, value_str(names_->at[j - 1]), value_str(names_->at[j]));
    }
}

static bool must_wait(const TableCopy *copy, const Str *key, const bool *is_placed)
{
    for (size_t i = 0; i < copy->order.length; i++) {
        const ColumnPair *pair = &copy->order.at[i];
        if (!str_equal(pair->after, key) || str_equal(pair->before, key))
            continue;
        for (size_t j = 0; j < copy->slots.length; j++)
            if (!is_placed[j] && str_equal(copy->slots.at[j].key, pair->before))
                return true;
    }
    return false;
}

/* Whether `to` must stand somewhere behind `from`; is_seen: by pair. */
static bool leads_to(const TableCopy *copy, const Str *from, const Str *to, bool *is_seen)
{
    for (size_t i = 0; i < copy->order.length; i++) {
        const ColumnPair *pair = &copy->order.at[i];
        if (is_seen[i] || !str_equal(pair->before, from) || str_equal(pair->after, from))
            continue;
        is_seen[i] = true;
        if (str_equal(pair->after, to) || leads_to(copy, pair->after, to, is_seen))
            return true;
    }
    return false;
}

static _Noreturn void raise_circle(const TableCopy *copy)
{
    Buf names = {0};
    for (size_t i = 0; i < copy->slots.length; i++) {
        Str *key = copy->slots.at[i].key;
        if (leads_to(copy, key, key, (bool *)mem_alloc(copy->order.length)))
            buf_format(&names, "%s%s", names.length ? ", " : "", value_repr(STR(key))->text);
    }
    raise_exception(&CircularDependencyError_class, "Circular dependency detected. (%s)",
                    names.length ? names.data : "");
}

/* Rounds: all columns that nothing unplaced must precede, in their present order. */
static void sort_columns(TableCopy *copy)
{
    size_t count = copy->slots.length, done = 0;
    bool *is_placed = (bool *)mem_alloc(count + 1), *in_round = (bool *)mem_alloc(count + 1);
    Slot *sorted = new_array(Slot, count + 1);
    while (done < count) {
        size_t before = done;
        for (size_t i = 0; i < count; i++)
            in_round[i] = !is_placed[i] && !must_wait(copy, copy->slots.at[i].key, is_placed);
        for (size_t i = 0; i < count; i++)
            if (in_round[i]) {
                sorted[done++] = copy->slots.at[i];
                is_placed[i] = true;
            }
        if (done == before)
            raise_circle(copy);
    }
    memcpy(copy->slots.at, sorted, count * sizeof *sorted);
}

void copy_settle_order(TableCopy *copy)
{
    if (copy->options->partial_reordering) {
        add_partial_order(copy);
    } else if (copy->order.length == 0) {
        return;
    } else {
        for (size_t i = 1; i < copy->existing_order.length; i++)
            order(copy, copy->slots.at[i - 1].key, copy->existing_order.at[i]);
    }
    sort_columns(copy);
}

