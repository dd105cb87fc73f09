/* str_methods.h -- what the files with the methods of str share. */
#ifndef RETORT_PY_STR_METHODS_H
#define RETORT_PY_STR_METHODS_H

#include "py/py.h"
#include "py/internal.h"
#include "py/unicode.h"

/* The text of self, else TypeError. */
static inline Str *str_self(Value self)
{
    Str *s = value_find_str(self);
    if (!s)
        raise_type("descriptor requires a 'str' object but received a '%s'", class_text(self));
    return s;
}

extern const Method str_methods[], str_case_methods[], str_search_methods[];

#endif
