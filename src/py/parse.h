/* parse.h -- from script text to syntax tree: the whole grammar of Python 3.12.
 *
 * Errors: every function raises ERR_SCRIPT "script.syntax" with pos filled and the message
 * CPython 3.12 would give. `source` is UTF-8 as file_read returns it (no byte order mark); `file`
 * only names the place in errors and may be any text.
 */
#ifndef RETORT_PY_PARSE_H
#define RETORT_PY_PARSE_H

#include "py/ast.h"

/* A whole file: a MODULE. */
Node *parse_module(Str *file, Str *source);
/* One expression, as eval() and templates take it; surrounding blanks and newlines are allowed. */
Node *parse_expression(Str *file, Str *source);
/* A MODULE whose top-level compound statements (def, class, if, for, with, try, ...) are skipped by
 * indentation, not parsed: cheap, for reading module-level literals of thousands of files. Errors
 * inside what is skipped stay unseen. */
Node *parse_header(Str *file, Str *source);

/* The text of a script's file, decoded as its "coding:" comment says. */
Str *source_read(Str *path);
/* Whether such a comment names something else than UTF-8. The text ends with a NUL. */
bool source_is_recoded(const char *text);

#endif
