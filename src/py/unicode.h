/* unicode.h -- properties and case mappings of code points, as Python's str methods see them. */
#ifndef RETORT_PY_UNICODE_H
#define RETORT_PY_UNICODE_H

#include "base/base.h"

typedef enum UnicodeCase { CASE_LOWER, CASE_UPPER, CASE_TITLE, CASE_FOLD } UnicodeCase;

/* Appends the full mapping of c (up to three code points). The final sigma is the caller's
 * business. */
void unicode_put(Buf *out, UnicodeCase mapping, uint32_t c);

bool unicode_is_alpha(uint32_t c);
bool unicode_is_lower(uint32_t c);
bool unicode_is_upper(uint32_t c);
bool unicode_is_title(uint32_t c);
bool unicode_is_digit(uint32_t c);
bool unicode_is_numeric(uint32_t c);
bool unicode_is_identifier_start(uint32_t c);
bool unicode_is_identifier_part(uint32_t c);
bool unicode_is_case_ignorable(uint32_t c);

#endif
