/* mem.c -- the seam over libgc; the only file that includes gc.h. Knows nothing of what is stored.
 *
 * The first megabyte is taken from fresh memory, one block behind the other, and is never given back:
 * most commands end before it is used up, and never start the collector. From then on what lives
 * there is a root. Small blocks, nearly all of them, are taken from lists of our own that libgc fills a
 * page at a time: a dozen instructions each instead of a hundred. */
#include "base/base.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <unistd.h>

#ifdef MEM_MALLOC
#include <malloc.h>
#else
#include <gc.h>
#include <gc/gc_inline.h>
#include <gc/gc_mark.h>
#endif

/* SMALL_MAX: larger ones are libgc's to hand out. */
enum { HEAP_START = 6 * 1024 * 1024, SMALL_MAX = 512 };

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
    err_raise(
        err_new(ERR_SCRIPT, "script.memory", "out of memory: a single value of more than 4 GB"));
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

void *mem_alloc_growing(size_t size)
{
    return mem_alloc_bytes(size);
}

static void *mem_alloc_filled(size_t size)
{
    count_down();
    return mem_checked(malloc(block_size(size)));
}

void mem_give_back(void *block, size_t size)
{
    if (block && size > SMALL_MAX)
        free(block);
}
#else

/* --- fresh memory ------------------------------------------------------------------------------- */

enum { FRESH_SIZE = 512 * 1024 };

/* What a block holds. */
typedef enum Holds { HOLDS_BYTES, HOLDS_POINTERS } Holds;

/* One piece for blocks without pointers and one for those with them. */
static struct Fresh {
    char *start, *next, *end;
} fresh[2];

static void fresh_open(struct Fresh *piece)
{
    void *start =
        mmap(NULL, FRESH_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (start == MAP_FAILED)
        mem_exhausted();
    *piece = (struct Fresh){.start = start, .next = start, .end = (char *)start + FRESH_SIZE};
}

/* NULL: this piece has no room for so much. */
static inline void *fresh_take(Holds holds, size_t granules)
{
    struct Fresh *piece = &fresh[holds];
    if (granules > (size_t)(piece->end - piece->next) / GC_GRANULE_BYTES)
        return NULL;
    char *block = piece->next;
    piece->next += granules * GC_GRANULE_BYTES;
    return block;
}

static void collector_start(void);

/* --- small blocks ------------------------------------------------------------------------------- */

/* Free blocks by what they hold and their size in granules, linked through their first words. A collection takes
 * back what it finds here. */
static void *small_free[2][SMALL_MAX / GC_GRANULE_BYTES + 1];

/* libgc's names for them. Its own kind for blocks with pointers does not look at the last word: a pointer right behind
 * a block, at the next one, is to be allowed without keeping that alive, so every block would need a byte more than it
 * holds, which is a granule more for every second one. Ours looks at all of it. */
static int kinds[2] = {[HOLDS_BYTES] = GC_I_PTRFREE};
/* The same for blocks that their maker fills at once, so that they need not be zeroed before. */
static int kind_filled;

/* A history is to be run in 20 MB, so the heap grows by small steps at first. Once it is larger than that
 * leaves room for, a script makes many values, and time counts: it may grow by as much as is in use. When that would be
 * many megabytes, by a third of it: 100,000 rows of a bulk insert take no more than they do in Python. */
enum { FRUGAL_HEAP = 12 * 1024 * 1024, LARGE_HEAP = 48 * 1024 * 1024 };

static void before_collection(void)
{
    memset(small_free, 0, sizeof small_free);
    size_t heap = GC_get_heap_size();
    if (heap > FRUGAL_HEAP)
        GC_set_free_space_divisor(heap > LARGE_HEAP ? 3 : 1);
}

static __attribute__((noinline)) void *small_refill(Holds holds, size_t granules)
{
    void *block = fresh_take(holds, granules);
    if (block)
        return block;
    void **list = &small_free[holds][granules];
    collector_start();
    GC_generic_malloc_many(granules * GC_GRANULE_BYTES, kinds[holds], list);
    void **first = mem_checked(*list);
    *list = *first;
    *first = NULL;
    return first;
}

static inline size_t granules_of(size_t size)
{
    return size ? (size - 1) / GC_GRANULE_BYTES + 1 : 1;
}

static inline void *small_take(Holds holds, size_t size)
{
    size_t granules = granules_of(size);
    void **list = &small_free[holds][granules], **block = *list;
    if (!block)
        return small_refill(holds, granules);
    *list = *block;
    *block = NULL;
    return block;
}

static void *large_take(Holds holds, size_t size)
{
    void *block = fresh_take(holds, granules_of(block_size(size)));
    if (block)
        return block;
    collector_start();
    return mem_checked(GC_generic_malloc(size, kinds[holds]));
}

void *mem_alloc(size_t size)
{
    count_down();
    return size <= SMALL_MAX ? small_take(HOLDS_POINTERS, size) : large_take(HOLDS_POINTERS, size);
}

void *mem_alloc_bytes(size_t size)
{
    count_down();
    return size <= SMALL_MAX ? small_take(HOLDS_BYTES, size) : large_take(HOLDS_BYTES, size);
}

/* Not zeroed. */
static void *mem_alloc_filled(size_t size)
{
    count_down();
    void *block = fresh_take(HOLDS_POINTERS, granules_of(block_size(size)));
    if (block)
        return block;
    collector_start();
    return mem_checked(GC_generic_malloc(size, kind_filled));
}

static bool is_fresh(const char *block)
{
    for (size_t i = 0; i < COUNT_OF(fresh); i++)
        if (block >= fresh[i].start && block < fresh[i].end)
            return true;
    return false;
}

void mem_give_back(void *block, size_t size)
{
    if (block && size > SMALL_MAX && !is_fresh(block))
        GC_FREE(block);
}

void *mem_alloc_growing(size_t size)
{
    count_down();
    collector_start();
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
static void collector_configure(void)
{
    static const char processors[] = "GC_NPROCS";
    bool is_told = getenv(processors) != NULL;
    tell_stack();
    setenv(processors, "1", false);
    GC_set_dont_precollect(1);
    GC_set_free_space_divisor(
        4); /* with 3 an upgrade of 1,000 on PostgreSQL needs more than 20 MB */
    GC_INIT();
    kinds[HOLDS_POINTERS] = (int)GC_new_kind(GC_new_free_list(), GC_DS_LENGTH, 1, 1);
    kind_filled = (int)GC_new_kind(GC_new_free_list(), GC_DS_LENGTH, 1, 0);
    if (!is_told)
        unsetenv(processors);
}

static void collector_start(void)
{
    static bool is_started;
    if (is_started)
        return;
    is_started = true;
    collector_configure();
    struct Fresh *pointers = &fresh[HOLDS_POINTERS];
    GC_add_roots(pointers->start, pointers->end);
    /* Address space is reserved, not touched: resident memory grows only with use. */
    GC_expand_hp(HEAP_START);
    GC_set_warn_proc(GC_ignore_warn_proc);
    GC_set_start_callback(before_collection);
}

void mem_init(void)
{
    fresh_open(&fresh[HOLDS_BYTES]);
    fresh_open(&fresh[HOLDS_POINTERS]);
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
    bool is_large = new_size > SMALL_MAX;
    char *bigger = is_large ? mem_alloc_filled(new_size) : mem_alloc(new_size);
    if (block)
        memcpy(bigger, block, old_size);
    if (is_large)
        memset(bigger + old_size, 0, new_size - old_size);
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
    size_t used = GC_get_heap_size() - GC_get_free_bytes();
    for (size_t i = 0; i < 2; i++)
        used += (size_t)(fresh[i].next - fresh[i].start);
    return used;
#endif
}

void mem_fail_after(size_t count)
{
    fail_countdown = count;
}
