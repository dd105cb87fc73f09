/* frozen_files.h -- the files of templates/, compiled into the binary by tools/embed.c. */
#ifndef RETORT_RUNTIME_FROZEN_FILES_H
#define RETORT_RUNTIME_FROZEN_FILES_H

#include <stddef.h>

typedef struct FrozenFile {
    const char *name; /* "env.py"; NULL ends the table */
    const char *text;
    size_t length;
} FrozenFile;

extern const FrozenFile frozen_files[];

#endif
