/* re.h -- compiled patterns, matches and what they are run on: shared by the files of the re module; private to
 * pystd/. Offsets are bytes inside and code points outside. */
#ifndef RETORT_PYSTD_RE_H
#define RETORT_PYSTD_RE_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include "pystd/pystd.h"
#include "pystd/inside.h"

#include <pcre2.h>

enum { RE_I = 2, RE_L = 4, RE_M = 8, RE_S = 16, RE_U = 32, RE_X = 64, RE_DEBUG = 128, RE_A = 256 };

enum { QUICK_USES = 64 }; /* of a pattern, before it is worth machine code */

typedef struct Pattern {
    Obj obj;
    Value source; /* str or bytes */
    int64_t flags, group_count;
    Map names; /* name -> (void *)(uintptr_t)number */
    pcre2_code *code;
    pcre2_match_data *data;
    bool is_bytes;
    Str *rewritten;    /* what `code` was compiled from                                      */
    pcre2_code *quick; /* the same for subjects that are bytes or ASCII, as machine code, or NULL */
    unsigned uses;     /* by such subjects, up to QUICK_USES                                 */
} Pattern;

typedef struct Match {
    Obj obj;
    Pattern *re;
    Value string;
    const char *text;
    size_t count;    /* groups and the whole */
    size_t *offsets; /* pairs of bytes; PCRE2_UNSET when a group took no part */
    size_t pos, endpos;
} Match;

typedef struct Subject {
    Value string;
    const char *text;
    size_t length; /* up to endpos */
    bool is_bytes;
} Subject;

extern const Class Pattern_class, Match_class, PatternError_class;

/* --- re_pattern.c ------------------------------------------------------------------------------ */

/* re.error; pos < 0: nowhere in particular. */
_Noreturn void raise_pattern_error(const char *message, Value pattern, int64_t pos);
/* Compiles; raises re.error as CPython words it. */
Pattern *pattern_new(Value source, int64_t flags);
/* Makes `quick`, where that can be. */
void pattern_quicken(Pattern *pattern);
/* The text of a str, bytes or the like; false for anything else. */
bool re_find_text(Value v, const char **data, size_t *length, bool *is_bytes);

/* --- re_match.c -------------------------------------------------------------------------------- */

/* TypeError unless the string is of the kind that the pattern is for. */
Subject subject_get(const Pattern *pattern, Value string);
/* Code points to bytes, clamped. */
size_t subject_offset(const Subject *s, int64_t index);
/* What is found from this byte on, with options of pcre2_match(); or NULL. */
Match *match_run(Pattern *pattern, const Subject *s, size_t from, uint32_t options);
/* What is found after `previous`; from `from` on when that is NULL. */
Match *match_next(Pattern *pattern, const Subject *s, const Match *previous, size_t from);
Value match_group(const Match *match, size_t group, Value missing);
/* A part of the text of a match, from one byte to another. */
Value re_slice(Value string, const char *text, size_t from, size_t to);

/* --- re_substitute.c --------------------------------------------------------------------------- */

/* A template, "\1 \g<name>", with the groups of a match put in. */
void template_expand(Buf *out, const Match *match, const char *p, const char *end);
/* limit <= 0: all. *count: how many were replaced. */
Value pattern_substitute(Pattern *pattern, Value replacement, Value string, int64_t limit,
                         int64_t *count);
/* What was built out of a subject: of its kind. */
Value re_text(const Subject *s, const Buf *out);

#endif
