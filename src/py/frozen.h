/* frozen.h -- lib/ modules compiled into the binary as source text by tools/embed.c. */
#ifndef RETORT_PY_FROZEN_H
#define RETORT_PY_FROZEN_H

#include <stdbool.h>
#include <stddef.h>

typedef struct FrozenModule {
    const char *name; /* "dataclasses", "collections.abc"; NULL ends the table */
    const char *source;
    size_t length;
    int is_package;
} FrozenModule;

extern const FrozenModule frozen_modules[];

#endif
