/* mem.h -- the one seam over the collected heap.
 *
 * Everything in the house is allocated here and nothing is freed: the collector (libgc) finds what is
 * still reachable from the C stack, from static data and from other blocks. Interior pointers count.
 * Never hide a pointer (no tagging of low bits, no XOR lists), and never keep the only pointer to a
 * block in memory that came from malloc.
 *
 * MEM=malloc builds swap the collector for calloc without free, so that ASan and valgrind see every
 * block as it is. One thread only. Out of memory is a message and exit 1, never a NULL.
 */
#ifndef RETORT_BASE_MEM_H
#define RETORT_BASE_MEM_H

#include <stddef.h>

/* Opens the first megabyte, which is never collected; the collector starts when it is used up (6 MB more
 * before the first collection). Call once, first thing in main(). */
void mem_init(void);

/* Zeroed block that may hold pointers. */
void *mem_alloc(size_t size);
/* Zeroed array; a product that overflows is the out-of-memory message. */
void *mem_alloc_array(size_t count, size_t size);
/* Block without pointers (text, numbers): the collector does not look inside. Not zeroed. */
void *mem_alloc_bytes(size_t size);
/* Grows a block from mem_alloc or mem_alloc_array (NULL starts one); the new tail is zero. */
void *mem_grow(void *block, size_t old_size, size_t new_size);
/* Gives a block of so many bytes back before its time: one that nothing points at any more, neither in the heap nor on
 * the stack. Small ones, of up to half a KiB, are left to the collector: they may lie inside of another. */
void mem_give_back(void *block, size_t size);
/* Raises what a script sees as MemoryError: for a value too large to be meant. */
_Noreturn void raise_too_large(void);

/* mem_alloc_bytes for what will grow in place; mem_room is the number of bytes from its start to its end:
 * at least what was asked for. */
void *mem_alloc_growing(size_t size);
size_t mem_room(const void *block);

/* Between scratch_begin and scratch_end, scratch_alloc takes zeroed blocks one behind the other from
 * a piece of the heap that the end gives back as a whole, to be used again: for trees that are gone
 * when a text is compiled. Pairs may nest; an error must not pass the end by (protect). Outside of
 * them scratch_alloc is mem_alloc, as it is in MEM=malloc builds, where ASan watches every block. */
void scratch_begin(void);
void *scratch_alloc(size_t size);
void scratch_end(void);

/* Bytes in use now, for the stress tests. */
size_t mem_used(void);
/* Makes the n-th allocation from now fail (0 = never): failure injection of the tests. */
void mem_fail_after(size_t count);

#define new(T) ((T *)mem_alloc(sizeof(T)))
#define new_array(T, n) ((T *)mem_alloc_array((n), sizeof(T)))
#define new_scratch(T) ((T *)scratch_alloc(sizeof(T)))
#define new_bytes(n) ((char *)mem_alloc_bytes(n))

#endif
