/* mem.c -- the seam over libgc; the only file that includes gc.h. Knows nothing of what is stored.
 *
 * Small blocks, nearly all of them, are taken from lists of our own that libgc fills a page at a time:
 * a dozen instructions each instead of a hundred. */
#include "base/base.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <unistd.h>

#ifdef MEM_MALLOC
#include <malloc.h>
#else
#include <gc.h>
#include <gc/gc_inline.h>
#include <gc/gc_mark.h>
#endif

enum { HEAP_START = 10 * 1024 * 1024 };

/* What asks for more in one piece is a mistake ("x" * 10**12) that a script may catch as MemoryError. */
#define BLOCK_MAX ((size_t)1 << 32)

static size_t fail_countdown;

static _Noreturn void mem_exhausted(void)
{
    static const char text[] = "retort: out of memory\n";
    ssize_t written = write(2, text, sizeof text - 1);
    (void)written;
    _exit(1);
}

_Noreturn void raise_too_large(void)
{
    err_raise(err_new(ERR_SCRIPT, "script.memory", "out of memory: a single value of more than 4 GB"));
}

static size_t block_size(size_t size)
{
    if (size > BLOCK_MAX)
        raise_too_large();
    return size ? size : 1;
}

static void *mem_checked(void *block)
{
    if (!block)
        mem_exhausted();
    return block;
}

static void count_down(void)
{
    if (fail_countdown && --fail_countdown == 0)
        mem_exhausted();
}

#ifdef MEM_MALLOC
void mem_init(void)
{
}

void *mem_alloc(size_t size)
{
    count_down();
    return mem_checked(calloc(1, block_size(size)));
}

void *mem_alloc_bytes(size_t size)
{
    count_down();
    return mem_checked(malloc(block_size(size)));
}
#else

/* --- small blocks ------------------------------------------------------------------------------- */

enum { SMALL_MAX = 512 };

/* Free blocks by kind (GC_I_PTRFREE, GC_I_NORMAL) and size in granules, linked through their first
 * words. A collection takes back what it finds here. */
static void *small_free[2][SMALL_MAX / GC_GRANULE_BYTES + 2];

static void forget_small(void)
{
    memset(small_free, 0, sizeof small_free);
}

static void *small_take(int kind, size_t granules)
{
    void **list = &small_free[kind][granules];
    if (!*list)
        GC_generic_malloc_many(granules * GC_GRANULE_BYTES, kind, list);
    void **block = mem_checked(*list);
    *list = *block;
    *block = NULL;
    return block;
}

/* libgc does not look at the last word, so that a pointer right behind a block does not keep the next
 * one alive: a block with pointers needs one byte more than it holds. */
void *mem_alloc(size_t size)
{
    count_down();
    if (size <= SMALL_MAX)
        return small_take(GC_I_NORMAL, size / GC_GRANULE_BYTES + 1);
    return mem_checked(GC_MALLOC(block_size(size)));
}

void *mem_alloc_bytes(size_t size)
{
    count_down();
    if (size <= SMALL_MAX)
        return small_take(GC_I_PTRFREE, size ? (size - 1) / GC_GRANULE_BYTES + 1 : 1);
    return mem_checked(GC_MALLOC_ATOMIC(block_size(size)));
}

/* --- the start ---------------------------------------------------------------------------------- */

/* Where the stack begins: the kernel lays the program's name above the first frame. libgc would read
 * /proc/self/maps to find out. */
static void tell_stack(void)
{
    struct GC_stack_base base = {.mem_base = (void *)(getauxval(AT_EXECFN) & ~(uintptr_t)15)};
    if (base.mem_base)
        GC_set_stackbottom(NULL, &base);
}

/* A first collection, before anything is in use, would only read every page of our tables; and without
 * threads it does not matter how many processors /proc/stat has. */
void mem_init(void)
{
    static const char processors[] = "GC_NPROCS";
    bool is_told = getenv(processors) != NULL;
    tell_stack();
    setenv(processors, "1", false);
    GC_set_dont_precollect(1);
    GC_set_free_space_divisor(3); /* with 2 the heap grows by half where a collection would do */
    GC_INIT();
    if (!is_told)
        unsetenv(processors);
    /* Address space is reserved, not touched: resident memory grows only with use. */
    GC_expand_hp(HEAP_START);
    GC_set_warn_proc(GC_ignore_warn_proc);
    GC_set_start_callback(forget_small);
}
#endif


void *mem_alloc_array(size_t count, size_t size)
{
    size_t total;
    if (__builtin_mul_overflow(count, size, &total))
        raise_too_large();
    return mem_alloc(total);
}

size_t mem_room(const void *block)
{
#ifdef MEM_MALLOC
    return malloc_usable_size((void *)(uintptr_t)block);
#else
    return GC_size(block);
#endif
}

void *mem_grow(void *block, size_t old_size, size_t new_size)
{
    char *bigger = mem_alloc(new_size);
    if (block)
        memcpy(bigger, block, old_size);
    return bigger;
}

/* --- scratch ---------------------------------------------------------------------------------- */

enum { SCRATCH_BLOCK = 16 * 1024 };

static struct {
    char *block;
    size_t size, used;
    unsigned depth;
} scratch;

void scratch_begin(void)
{
    scratch.depth++;
}

void *scratch_alloc(size_t size)
{
#ifdef MEM_MALLOC
    return mem_alloc(size);
#else
    size = (size + 15) & ~(size_t)15;
    if (!scratch.depth || size > SCRATCH_BLOCK)
        return mem_alloc(size);
    if (scratch.size - scratch.used < size) { /* the full block lives as long as it is pointed at */
        scratch.block = mem_alloc(SCRATCH_BLOCK);
        scratch.size = SCRATCH_BLOCK;
        scratch.used = 0;
    }
    void *block = scratch.block + scratch.used;
    scratch.used += size;
    return block;
#endif
}

/* Zeroed at once, so that nothing old is kept alive by what was here. */
void scratch_end(void)
{
    if (--scratch.depth > 0 || !scratch.used)
        return;
    memset(scratch.block, 0, scratch.used);
    scratch.used = 0;
}

size_t mem_used(void)
{
#ifdef MEM_MALLOC
    return 0;
#else
    return GC_get_heap_size() - GC_get_free_bytes();
#endif
}

void mem_fail_after(size_t count)
{
    fail_countdown = count;
}
