/* vec.h -- typed growing arrays: `VEC(Column *) columns = {0}; vec_push(&columns, c);`
 * A zeroed vector is an empty one; elements are `v.at[i]` for i < v.length. */
#ifndef RETORT_BASE_VEC_H
#define RETORT_BASE_VEC_H

#include "base/mem.h"

#define VEC(T)                                                                                     \
    struct {                                                                                       \
        T *at;                                                                                     \
        size_t length, capacity;                                                                   \
    }

/* The new capacity, doubled, for at least `need` elements. */
static inline size_t vec_capacity(size_t capacity, size_t need)
{
    if (capacity < 4)
        capacity = 4;
    while (capacity < need)
        capacity *= 2;
    return capacity;
}

#define vec_reserve(v, need)                                                                       \
    do {                                                                                           \
        if ((v)->capacity < (need)) {                                                              \
            size_t capacity_ = vec_capacity((v)->capacity, (need));                                \
            (v)->at = mem_grow((v)->at, (v)->length * sizeof *(v)->at,                             \
                               capacity_ * sizeof *(v)->at);                                       \
            (v)->capacity = capacity_;                                                             \
        }                                                                                          \
    } while (0)

#define vec_push(v, item)                                                                          \
    do {                                                                                           \
        vec_reserve((v), (v)->length + 1);                                                         \
        (v)->at[(v)->length++] = (item);                                                           \
    } while (0)

#define vec_pop(v) ((v)->at[--(v)->length])

/* Removes element i, keeping the order. */
#define vec_remove(v, i)                                                                           \
    do {                                                                                           \
        memmove(&(v)->at[i], &(v)->at[(i) + 1], ((v)->length - (i) - 1) * sizeof *(v)->at);        \
        (v)->length--;                                                                             \
    } while (0)

/* Inserts before element i. */
#define vec_insert(v, i, item)                                                                     \
    do {                                                                                           \
        vec_reserve((v), (v)->length + 1);                                                         \
        memmove(&(v)->at[(i) + 1], &(v)->at[i], ((v)->length - (i)) * sizeof *(v)->at);            \
        (v)->at[i] = (item);                                                                       \
        (v)->length++;                                                                             \
    } while (0)

typedef VEC(Str *) StrVec;

#endif
