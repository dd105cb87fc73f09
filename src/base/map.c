/* map.c -- ordered string maps: a dense entry array and, from 17 keys on, a hash index into it. */
#include "base/base.h"

enum { INDEX_FROM = 17 };

static uint32_t *index_slot(const Map *m, const Str *key)
{
    size_t mask = m->index_size - 1, i = str_hash(key) & mask;
    while (m->index[i] && !str_equal(m->at[m->index[i] - 1].key, key))
        i = (i + 1) & mask;
    return &m->index[i];
}

static MapEntry *find_entry(const Map *m, const Str *key)
{
    if (m->index) {
        uint32_t position = *index_slot(m, key);
        return position ? &m->at[position - 1] : NULL;
    }
    for (size_t i = 0; i < m->length; i++)
        if (str_equal(m->at[i].key, key))
            return &m->at[i];
    return NULL;
}

static void rebuild_index(Map *m)
{
    m->index = NULL;
    if (m->length < INDEX_FROM)
        return;
    m->index_size = 32;
    while (m->index_size < m->length * 3)
        m->index_size *= 2;
    m->index = mem_alloc_bytes(m->index_size * sizeof *m->index);
    memset(m->index, 0, m->index_size * sizeof *m->index);
    for (size_t i = 0; i < m->length; i++)
        *index_slot(m, m->at[i].key) = (uint32_t)(i + 1);
}

void *map_find(const Map *m, const Str *key)
{
    MapEntry *entry = find_entry(m, key);
    return entry ? entry->value : NULL;
}

bool map_has(const Map *m, const Str *key)
{
    return find_entry(m, key) != NULL;
}

void map_put(Map *m, Str *key, void *value)
{
    MapEntry *entry = find_entry(m, key);
    if (entry) {
        entry->value = value;
        return;
    }
    MapEntry added = {key, value};
    vec_push(m, added);
    if (!m->index || m->length * 2 > m->index_size)
        rebuild_index(m);
    else
        *index_slot(m, key) = (uint32_t)m->length;
}

bool map_remove(Map *m, const Str *key)
{
    MapEntry *entry = find_entry(m, key);
    if (!entry)
        return false;
    size_t i = (size_t)(entry - m->at);
    vec_remove(m, i);
    rebuild_index(m);
    return true;
}

void map_clear(Map *m)
{
    m->length = 0;
    m->index = NULL;
}
