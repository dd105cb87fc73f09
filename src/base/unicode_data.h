/* unicode_data.h -- what the Unicode database says of code points: category, names, decompositions,
 * and the four normal forms. The tables are made by tools/unicode_data.py; case mappings and what
 * str methods ask are py/unicode.h.
 */
#ifndef RETORT_BASE_UNICODE_DATA_H
#define RETORT_BASE_UNICODE_DATA_H

#include "base/base.h"

const char *unicode_category(uint32_t c);         /* "Lu"                      */
const char *unicode_bidirectional(uint32_t c);    /* "L", "" when not assigned */
const char *unicode_east_asian_width(uint32_t c); /* "Na"                      */
unsigned unicode_combining(uint32_t c);
bool unicode_is_mirrored(uint32_t c);
/* Its value as a number: true and top / bottom. */
bool unicode_number(uint32_t c, int64_t *top, int64_t *bottom);
int unicode_digit(
    uint32_t c); /* of what is a digit but no decimal one (superscripts): -1 when none */

/* One step: the text it stands for, and "compat", "font", ... in *tag ("" when canonical); NULL:
 * none. */
Str *unicode_decomposition(uint32_t c, const char **tag);

/* Its name, or NULL; and the text of a name, an alias or, when `sequences`, a named sequence: NULL
 * when unknown. */
Str *unicode_name(uint32_t c);
Str *unicode_lookup(const Str *name, bool sequences);

typedef enum NormalForm { NORMAL_NFC, NORMAL_NFD, NORMAL_NFKC, NORMAL_NFKD } NormalForm;
/* s itself when it is in that form already and ASCII. */
Str *unicode_normalize(Str *s, NormalForm form);

/* Hangul syllables are put together from three letters by arithmetic. */
enum { HANGUL_FIRST = 0xAC00, HANGUL_COUNT = 11172, HANGUL_VOWELS = 21, HANGUL_TAILS = 28 };

#endif
