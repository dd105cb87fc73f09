/* map.h -- Map: Str -> pointer, in order of insertion. A zeroed Map is an empty one.
 * Walk it with `for (size_t i = 0; i < m.length; i++) m.at[i].key ... m.at[i].value`. */
#ifndef RETORT_BASE_MAP_H
#define RETORT_BASE_MAP_H

#include "base/str.h"

typedef struct MapEntry {
    Str *key;
    void *value;
} MapEntry;

typedef struct Map {
    MapEntry *at;
    size_t length, capacity;
    uint32_t *index; /* position + 1 in `at`, 0 = free; size is a power of two, NULL below 17 keys */
    size_t index_size;
} Map;

/* The value stored under key, or NULL. */
void *map_find(const Map *m, const Str *key);
bool map_has(const Map *m, const Str *key);
/* Adds or replaces. */
void map_put(Map *m, Str *key, void *value);
/* Removes if present, keeping the order of the rest: O(n). */
bool map_remove(Map *m, const Str *key);
/* Forgets all keys and keeps the room they took. */
void map_clear(Map *m);

#endif
