/* outside.h -- statements that PostgreSQL refuses inside a transaction. */
#ifndef RETORT_RUNTIME_OUTSIDE_H
#define RETORT_RUNTIME_OUTSIDE_H

#include "base/base.h"

/* "CREATE INDEX CONCURRENTLY" of a statement that must stand outside of a transaction; NULL for all others. Comments,
 * spaces and letter case do not matter; several statements in one text are judged by the first. */
const char *outside_find(const Str *sql);

#endif
