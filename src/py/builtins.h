/* builtins.h -- the export tables the module `builtins` is made of. */
#ifndef RETORT_PY_BUILTINS_H
#define RETORT_PY_BUILTINS_H

#include "py/native.h"

extern const Export numeric_exports[]; /* numeric.c */
extern const Export inquiry_exports[]; /* inquiry.c */

extern const Export file_exports[]; /* file.c    */

/* round(x, digits), shared with those who format numbers. */
double double_round(double x, int64_t digits);

#endif
