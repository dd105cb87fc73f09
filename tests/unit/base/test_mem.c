/* The collected heap: what stays, what is zeroed, what is given back. */
#include "unit.h"

/* More than the heap begins with, so that the collector runs; where there is none, nothing is ever taken back. */
#ifdef MEM_MALLOC
enum { GARBAGE = 16 * 1024 };
#else
enum { GARBAGE = 64 * 1024 * 1024 };
#endif
static void make_garbage(void)
{
    for (size_t made = 0; made < GARBAGE; made += 48)
        memset(mem_alloc(48), 0x55, 48);
}

/* A chain of blocks, each held only by the last word of the one before; NULL when the heap is out of order. */
static void **chain_new(size_t length, size_t size)
{
    void **last = NULL;
    size_t words = size / sizeof(void *);
    for (size_t i = 0; i < length; i++) {
        void **block = mem_alloc(size);
        for (size_t k = 0; k < words; k++)
            if (block[k])
                return NULL;
        block[0] = (void *)(uintptr_t)i;
        block[words - 1] = last;
        last = block;
    }
    return last;
}

static bool chain_holds(void *const *last, size_t length, size_t size)
{
    size_t words = size / sizeof(void *);
    for (; length > 0; length--, last = last[words - 1]) {
        if (!last || last[0] != (void *)(uintptr_t)(length - 1))
            return false;
        for (size_t k = 1; k + 1 < words; k++)
            if (last[k])
                return false;
    }
    return last == NULL;
}

TEST(the_last_word_of_a_block_holds_another_one)
{
    static const size_t sizes[] = {16, 32, 48, 512, 528, 4096, 100000};
    void **chains[COUNT_OF(sizes)];
    make_garbage(); /* what comes now is the collector's */
    for (size_t i = 0; i < COUNT_OF(sizes); i++)
        chains[i] = chain_new(50, sizes[i]);
    make_garbage();
    for (size_t i = 0; i < COUNT_OF(sizes); i++)
        CHECK(chain_holds(chains[i], 50, sizes[i]));
}

TEST(a_grown_block_keeps_what_it_has_and_is_zero_behind)
{
    size_t size = 16;
    unsigned char *block = mem_grow(NULL, 0, size);
    for (int round = 0; round < 14; round++) {
        memset(block, round + 1, size);
        block = mem_grow(block, size, 2 * size + 16);
        bool is_kept = true, is_zero = true;
        for (size_t i = 0; i < size; i++)
            is_kept &= block[i] == round + 1;
        for (size_t i = size; i < 2 * size + 16; i++)
            is_zero &= block[i] == 0;
        CHECK(is_kept && is_zero);
        size = 2 * size + 16;
        make_garbage();
    }
}

TEST(what_is_given_back_is_zero_when_it_comes_again)
{
    for (int round = 0; round < 200; round++) {
        size_t size = 513 + (size_t)round * 97;
        unsigned char *block = mem_alloc(size);
        bool is_zero = true;
        for (size_t i = 0; i < size; i++)
            is_zero &= block[i] == 0;
        CHECK(is_zero);
        memset(block, 0x77, size);
        mem_give_back(block, size);
        mem_give_back(NULL, size);
        mem_give_back(mem_alloc(16), 16);
    }
}

UNIT_MAIN
