/* duration.h -- spans of time as people write them: 30s, 5min, 1h30m, 250ms, 0. */
#ifndef RETORT_BASE_DURATION_H
#define RETORT_BASE_DURATION_H

#include "base/str.h"

/* A number without a unit is seconds; parts add up. false: not a duration (or negative). */
bool duration_parse(const Str *text, double *seconds);
/* "5min", "1min 30s", "2h", "250ms", "0s". */
Str *duration_text(double seconds);

#endif
