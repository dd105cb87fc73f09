/* text.h -- laying text out for people: display width, wrapping, Python's quotes, masked passwords.
 */
#ifndef RETORT_BASE_TEXT_H
#define RETORT_BASE_TEXT_H

#include "base/str.h"
#include "base/vec.h"

/* Code points first..last; in a table, ascending. */
typedef struct CodeRange {
    uint32_t first, last;
} CodeRange;
bool code_ranges_have(const CodeRange *ranges, size_t count, uint32_t code_point);

/* Columns a terminal gives this code point: 0 (combining), 1, or 2 (East Asian wide, emoji). */
unsigned text_char_width(uint32_t code_point);
unsigned text_width(const Str *s);

/* As Python writes it: repr(s). */
Str *text_repr(const Str *s);

/* Python's textwrap.wrap with its defaults: white space collapses to line breaks, words break after
 * hyphens, over-long words are cut. No line when the text is blank. Lengths count code points. */
StrVec text_wrap(const Str *s, unsigned width, const char *first_indent, const char *next_indent);
StrVec text_wrap_lines(const Str *s, unsigned width); /* the same without indents */

/* Every `scheme://user:password@` gets `***` as its password, and so does every `password=...` of a
 * connection string. Whatever reaches a user, a log or JSON goes through here. */
Str *text_mask_passwords(const Str *s);

/* The candidate closest to `word` if it is close enough to be a slip ("did you mean"), or NULL. */
const char *text_closest(const char *word, const char *const *candidates, size_t count);

#endif
