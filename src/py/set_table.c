/* set_table.c -- the hash table of set and frozenset.
 *
 * Items lie in order of insertion; the index beside them has CPython's size, probing and moments of growth, so that
 * items whose hash is the same in every run (numbers, tuples of numbers) are walked in CPython's order. As soon as an
 * item is there whose hash CPython draws anew in each run (a text, None, most objects), its order means nothing, and
 * the order of insertion is the one that is told.
 */
#include "py/py.h"
#include "py/internal.h"
#include "py/frame.h"

enum { LINEAR_PROBES = 9, PERTURB_SHIFT = 5, SMALLEST = 8, LARGE = 50000 };
enum { FREE = 0 }; /* a slot nothing was ever in; others hold the position in items + 1 */
static const uint32_t DUMMY = UINT32_MAX; /* a slot whose item was removed */

/* An index as large as `slots` grows once three fifths of it are used. */
static size_t items_capacity(size_t slots)
{
    return (slots - 1) * 3 / 5 + 1;
}

static void make_index(Set *set, size_t slots)
{
    BUG_UNLESS(slots < UINT32_MAX / 2);
    set->index = slots == SMALLEST ? set->small_index
                                   : (uint32_t *)(void *)new_bytes(slots * sizeof *set->index);
    memset(set->index, 0, slots * sizeof *set->index);
    set->mask = slots - 1;
}

static void need_table(Set *set)
{
    if (set->index)
        return;
    make_index(set, SMALLEST);
    set->capacity = items_capacity(SMALLEST);
    set->items = new_array(SetItem, set->capacity);
}

/* --- probing ---------------------------------------------------------------------------------- */

/* The last slot that is tried in a row, starting with this one. */
static size_t last_probe(size_t slot, size_t mask)
{
    return slot + LINEAR_PROBES <= mask ? slot + LINEAR_PROBES : slot;
}

static void index_put(Set *set, int64_t hash, size_t position)
{
    size_t perturb = (size_t)hash, slot = perturb & set->mask;
    for (;;) {
        for (size_t i = slot, last = last_probe(slot, set->mask); i <= last; i++)
            if (set->index[i] == FREE) {
                set->index[i] = (uint32_t)position + 1;
                return;
            }
        perturb >>= PERTURB_SHIFT;
        slot = (slot * 5 + 1 + perturb) & set->mask;
    }
}

/* The slot of a key, or where it belongs: at the last removed item passed by. A script's __eq__ may change the table
 * meanwhile: then once more. */
static size_t seek(const Set *set, Value key, int64_t hash, bool *found)
{
    size_t perturb = (size_t)hash, slot = perturb & set->mask, dummy = SIZE_MAX;
    const SetItem *items = set->items;
    for (;;) {
        for (size_t i = slot, last = last_probe(slot, set->mask); i <= last; i++) {
            uint32_t at = set->index[i];
            *found = at != FREE;
            if (!*found)
                return dummy == SIZE_MAX ? i : dummy;
            if (at == DUMMY)
                dummy = i;
            if (at == DUMMY || items[at - 1].hash != hash)
                continue;
            bool same = same_key(items[at - 1].key, key);
            if (set->items != items || set->index[i] != at)
                return set->index ? seek(set, key, hash, found) : (*found = false, 0);
            if (same)
                return i;
        }
        perturb >>= PERTURB_SHIFT;
        slot = (slot * 5 + 1 + perturb) & set->mask;
    }
}

/* --- growth ----------------------------------------------------------------------------------- */

/* Moves the items to an array with this capacity, without the removed ones. The result: where each lies now. */
static uint32_t *move_items(Set *set, size_t capacity)
{
    SetItem *items = new_array(SetItem, capacity);
    uint32_t used = 0, *moved = (uint32_t *)(void *)new_bytes(set->used * sizeof *moved);
    for (size_t i = 0; i < set->used; i++) {
        moved[i] = used;
        if (is_set(set->items[i].key))
            items[used++] = set->items[i];
    }
    if (set->loose)
        set->next_popped = 0;
    set->items = items;
    set->capacity = capacity;
    set->used = set->length;
    return moved;
}

/* Room for one more item where the index has a slot for it. */
static void need_place(Set *set)
{
    if (set->used < set->capacity)
        return;
    const uint32_t *moved =
        move_items(set, set->length * 2 > set->capacity ? set->length * 2 : set->capacity);
    for (size_t i = 0; i <= set->mask; i++)
        if (set->index[i] != FREE && set->index[i] != DUMMY)
            set->index[i] = moved[set->index[i] - 1] + 1;
}

/* Makes room for more than so many items. They move in the order of the old slots. */
static void resize(Set *set, size_t room)
{
    size_t slots = SMALLEST, old_mask = set->mask;
    while (slots <= room)
        slots <<= 1;
    uint32_t *old = set->index, copy[SMALLEST];
    if (old == set->small_index)
        old = memcpy(copy, old, sizeof copy);
    const uint32_t *moved = move_items(set, items_capacity(slots));
    make_index(set, slots);
    for (size_t i = 0; i <= old_mask; i++)
        if (old[i] != FREE && old[i] != DUMMY) {
            size_t position = moved[old[i] - 1];
            index_put(set, set->items[position].hash, position);
        }
    set->filled = set->length;
}

static void resize_grown(Set *set)
{
    resize(set, set->length > LARGE ? set->length * 2 : set->length * 4);
}

static void reserve(Set *set, size_t more)
{
    need_table(set);
    if ((set->filled + more) * 5 >= set->mask * 3)
        resize(set, (set->length + more) * 2);
}

/* --- the operations --------------------------------------------------------------------------- */

static void append(Set *set, SetItem item)
{
    if (item.is_loose && set->loose++ == 0)
        set->next_popped = 0;
    need_place(set);
    set->items[set->used++] = item;
    set->length++;
}

void set_put(Set *set, SetItem item)
{
    bool found;
    need_table(set);
    size_t slot = seek(set, item.key, item.hash, &found);
    if (found)
        return;
    if (!set->index) { /* a script's __eq__ cleared it */
        set_put(set, item);
        return;
    }
    append(set, item);
    bool was_free = set->index[slot] == FREE;
    set->index[slot] = (uint32_t)set->used;
    set->filled += was_free;
    if (was_free && set->filled * 5 >= set->mask * 3)
        resize_grown(set);
}

SetItem set_item(Value key)
{
    size_t before = vm.loose_hashes;
    int64_t hash = key_hash(key);
    return (SetItem){key, hash, key.tag == TAG_STR || vm.loose_hashes != before};
}

void set_add(Set *set, Value key)
{
    set_put(set, set_item(key));
}

bool set_has_item(const Set *set, const SetItem *item)
{
    bool found = false;
    if (set->length)
        seek(set, item->key, item->hash, &found);
    return found;
}

bool set_has(const Set *set, Value key)
{
    SetItem item = {.key = key, .hash = key_hash(key)};
    return set_has_item(set, &item);
}

static void remove_slot(Set *set, size_t slot)
{
    SetItem *item = &set->items[set->index[slot] - 1];
    set->index[slot] = DUMMY;
    set->loose -= item->is_loose;
    item->key = UNSET;
    set->length--;
}

bool set_remove_item(Set *set, const SetItem *item)
{
    bool found = false;
    size_t slot = set->length ? seek(set, item->key, item->hash, &found) : 0;
    if (found)
        remove_slot(set, slot);
    return found;
}

bool set_remove(Set *set, Value key)
{
    SetItem item = {.key = key, .hash = key_hash(key)};
    return set_remove_item(set, &item);
}

static const SetItem *next_inserted(const Set *set, size_t *position)
{
    while (*position < set->used) {
        const SetItem *item = &set->items[(*position)++];
        if (is_set(item->key))
            return item;
    }
    return NULL;
}

const SetItem *set_next(const Set *set, size_t *position)
{
    if (set->loose)
        return next_inserted(set, position);
    while (set->length && *position <= set->mask) {
        uint32_t at = set->index[(*position)++];
        if (at != FREE && at != DUMMY)
            return &set->items[at - 1];
    }
    return NULL;
}

Value set_pop(Set *set)
{
    if (!set->length)
        return UNSET;
    size_t position = set->loose ? set->next_popped : set->next_popped & set->mask;
    const SetItem *next = set_next(set, &position);
    if (!next) {
        position = 0;
        next = set_next(set, &position);
    }
    SetItem item = *next;
    set->next_popped = position;
    set_remove_item(set, &item);
    return item.key;
}

void set_clear(Set *set)
{
    set->items = NULL;
    set->index = NULL;
    set->length = set->used = set->capacity = set->loose = set->mask = set->filled = 0;
}

void set_replace(Set *set, const Set *from)
{
    set->items = from->items;
    set->index = from->index;
    if (from->index == from->small_index) {
        memcpy(set->small_index, from->small_index, sizeof set->small_index);
        set->index = set->small_index;
    }
    set->length = from->length;
    set->used = from->used;
    set->capacity = from->capacity;
    set->loose = from->loose;
    set->mask = from->mask;
    set->filled = from->filled;
}

/* --- many at once ----------------------------------------------------------------------------- */

/* `set` is empty and its index as large as that of `from`, which has no dummies. */
static void copy_table(Set *set, const Set *from)
{
    memcpy(set->index, from->index, (from->mask + 1) * sizeof *set->index);
    set->items = new_array(SetItem, from->capacity);
    memcpy(set->items, from->items, from->used * sizeof *set->items);
    set->capacity = from->capacity;
    set->length = from->length;
    set->used = from->used;
    set->loose = from->loose;
    set->filled = from->filled;
}

void set_merge(Set *set, const Set *from)
{
    const SetItem *item;
    if (set == from || !from->length)
        return;
    reserve(set, from->length);
    if (!set->filled && set->mask == from->mask && from->filled == from->length) {
        copy_table(set, from);
        return;
    }
    bool was_empty = !set->filled;
    for (size_t i = 0; (item = set_next(from, &i));)
        if (was_empty) {
            append(set, *item);
            index_put(set, item->hash, set->used - 1);
            set->filled++;
        } else
            set_put(set, *item);
}

void set_merge_keys(Set *set, const Dict *dict)
{
    DictEntry *entry;
    reserve(set, dict->length);
    for (size_t i = 0; (entry = dict_next(dict, &i));)
        set_add(set, entry->key);
}

void set_drop_dummies(Set *set)
{
    if (set->filled - set->length > set->mask / 4)
        resize_grown(set);
}
