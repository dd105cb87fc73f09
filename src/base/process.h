/* process.h -- running other programs: the user's editor, post-write hooks. */
#ifndef RETORT_BASE_PROCESS_H
#define RETORT_BASE_PROCESS_H

#include "base/str.h"
#include "base/vec.h"

/* The executable file for a name: itself when it has a slash, else the first on the PATH; NULL when there is none. */
Str *process_find_program(const char *name);
/* Runs words[0] (a path) with our standard streams and waits for it. folder NULL = here. Returns its exit code; 128 + n
 * when signal n ended it. Raises ERR_FILE "process.failed" when it cannot be started. */
int process_run(const StrVec *words, const Str *folder);
/* Splits a line into words as a POSIX shell does: quotes and backslashes (shlex.split). Raises ERR_FILE
 * "process.quotes" for a quote that is not closed. */
StrVec process_split_words(const Str *line);

#endif
