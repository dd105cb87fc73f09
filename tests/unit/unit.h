/* unit.h -- unit tests: TEST(name) { CHECK(1 + 1 == 2); } and UNIT_MAIN at the end of the file. Prints TAP. */
#ifndef RETORT_TESTS_UNIT_H
#define RETORT_TESTS_UNIT_H

#include "base/base.h"

#include <stdio.h>

typedef struct UnitTest {
    const char *name;
    void (*run)(void);
    struct UnitTest *next;
} UnitTest;

static UnitTest *unit_first, **unit_last = &unit_first;
static int unit_failures;

#define TEST(name)                                                                                 \
    static void test_##name(void);                                                                 \
    static UnitTest unit_##name = {#name, test_##name, NULL};                                      \
    __attribute__((constructor)) static void add_##name(void)                                      \
    {                                                                                              \
        *unit_last = &unit_##name;                                                                 \
        unit_last = &unit_##name.next;                                                             \
    }                                                                                              \
    static void test_##name(void)

#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            unit_failures++;                                                                       \
            printf("# %s:%d: %s\n", __FILE__, __LINE__, #condition);                               \
        }                                                                                          \
    } while (0)

/* Two C strings, shown when they differ. */
#define CHECK_TEXT(actual, expected)                                                               \
    do {                                                                                           \
        const char *actual_ = (actual), *expected_ = (expected);                                   \
        if (strcmp(actual_, expected_) != 0) {                                                     \
            unit_failures++;                                                                       \
            printf("# %s:%d: got\n#   %s\n# expected\n#   %s\n", __FILE__, __LINE__, actual_,      \
                   expected_);                                                                     \
        }                                                                                          \
    } while (0)

static void unit_call(void *run)
{
    UnitTest *test = run;
    test->run();
}

static int unit_main(void)
{
    mem_init();
    int number = 0, failed = 0;
    for (UnitTest *test = unit_first; test; test = test->next) {
        unit_failures = 0;
        Err *err = protect(unit_call, test);
        if (err)
            printf("# raised: %s\n", err->message ? err->message->text : "?");
        bool good = !err && unit_failures == 0;
        failed += !good;
        printf("%s %d - %s\n", good ? "ok" : "not ok", ++number, test->name);
    }
    printf("1..%d\n", number);
    return failed != 0;
}

#define UNIT_MAIN                                                                                  \
    int main(void)                                                                                 \
    {                                                                                              \
        return unit_main();                                                                        \
    }

#endif
