/* native_refuse.h -- how a call of a native that does not fit its parameters is refused: private to
 * native.c (the binder) and native_refuse.c (the words). */
#ifndef RETORT_PY_NATIVE_REFUSE_H
#define RETORT_PY_NATIVE_REFUSE_H

#include "py/native.h"

/* "default__" is written default. */
size_t native_name_length(const char *name);
Str *native_script_name(const char *name);
/* append · list.append; of constructors the class. */
const char *native_label(const Native *native);
const char *native_qualname(const Native *native);

/* What C calls the int that an argument does not fit in. */
const char *native_int_type(const Native *native);

_Noreturn void refuse_type(const Native *native, const Param *param, Value v);
_Noreturn void refuse_count(const Native *native, const Call *call);
_Noreturn void refuse_missing(const Native *native, const Call *call, uint64_t filled);
_Noreturn void refuse_keyword(const Native *native, const Str *keyword);
/* Parameter i is given by position and by name. */
_Noreturn void refuse_twice(const Native *native, size_t i);

#endif
