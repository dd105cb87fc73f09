/* inside.h -- what the files of rev/ share and nobody else sees: sets of revisions, walks over the
 * graph, symbol resolution without error wording, and the raisers that know the wording. */
#ifndef RETORT_REV_INSIDE_H
#define RETORT_REV_INSIDE_H

#include "rev/rev.h"

/* --- sets (graph.c, walk.c) ---------------------------------------------------------------------
 */

/* Revisions of one graph in order of arrival, with O(1) membership. */
typedef struct RevisionSet {
    bool *has; /* by Revision.index */
    RevisionVec items;
} RevisionSet;

RevisionSet revision_set_new(const Graph *graph);
void revision_set_add(RevisionSet *set, Revision *r);
static inline bool revision_set_has(const RevisionSet *set, const Revision *r)
{
    return set->has[r->index];
}

bool revisions_contain(const RevisionVec *revisions, const Revision *r);
bool strings_contain(const StrVec *strings, const Str *s);
void strings_add_unique(StrVec *strings, Str *s);
/* "a, b" */
Str *strings_join(const StrVec *strings);
RevisionVec one_revision(Revision *r);

/* --- walks (walk.c) --------------------------------------------------------------------------- */

typedef enum Direction {
    TO_PARENTS,      /* down_revision only                      */
    TO_ANCESTORS,    /* ... and normalized dependencies         */
    TO_CHILDREN,     /* by down_revision                        */
    TO_ALL_CHILDREN, /* ... and by dependency                   */
} Direction;

/* The targets and all that can be reached, in the order the reference yields them. */
RevisionSet reach(const Graph *graph, const RevisionVec *targets, Direction direction);
/* The same; raises when one target can be reached from another. */
RevisionSet reach_checked(const Graph *graph, const RevisionVec *targets, Direction direction);
/* Newest first; `heads` are where to start. Raises when some of `revisions` cannot be reached. */
RevisionVec sort_topologically(const Graph *graph, const RevisionSet *revisions,
                               const RevisionVec *heads);

/* --- what to type next (hints.c) -------------------------------------------------------------- */

const char *hint_multiple_heads(Graph *graph, bool for_new_revision);
/* "; did you mean x?", or "". */
Str *hint_near_name(const Graph *graph, const Str *name);
Str *hint_labels(const Graph *graph);

/* --- symbols (range.c) ------------------------------------------------------------------------ */

/* Stand-in for the reference's "base" object that a walk below the first revision ends on. */
extern Revision *const revision_base;

/* get_revision, get_revisions, filter_for_lineage, _resolve_branch, _parse_*_target. Elements of a
 * RevisionVec may be NULL (walked too far) or revision_base only after a "-N" symbol. */
Revision *resolve_one(Graph *graph, Str *symbol);
RevisionVec resolve_symbol(Graph *graph, Str *symbol);
RevisionVec resolve_symbols(Graph *graph, const Symbols *symbols);
Revision *resolve_branch(Graph *graph, Str *label);
RevisionVec filter_lineage(Graph *graph, const RevisionVec *targets, Str *check_against,
                           bool dependencies);
RevisionVec parse_upgrade_target(Graph *graph, const Symbols *current, const Symbols *target,
                                 bool exact_length);
typedef struct DowngradeTarget {
    Str *branch_label;  /* or NULL                       */
    Revision *revision; /* NULL or revision_base: base   */
} DowngradeTarget;
DowngradeTarget parse_downgrade_target(Graph *graph, const Symbols *current, const Symbols *target,
                                       bool exact_length);
RevisionVec all_current(Graph *graph, const StrVec *rows);

/* --- errors (range.c) ------------------------------------------------------------------------- */

/* How the running public function words the three errors that depend on it. NULL = the usual way.
 */
typedef struct GraphTexts {
    const char *ancestor;       /* {start} {end}                                             */
    const char *multiple_heads; /* {head}                                                    */
    Str *start, *end;           /* shown instead of what the failing function was asked for  */
} GraphTexts;

extern const GraphTexts plain_texts;

_Noreturn void raise_not_ancestor(const Graph *graph, const Symbols *lower, const Symbols *upper);
_Noreturn void raise_multiple_heads(Graph *graph, const Str *argument);
/* `why` is the hint, or NULL. */
_Noreturn void raise_not_found(const Str *argument, Str *why);
/* As Python shows it: a string itself, a tuple like ('a', 'b'), or None. */
Str *symbols_text(const Symbols *symbols);

/* --- headers (header.c) ----------------------------------------------------------------------- */

typedef enum HeaderKind {
    HEADER_LITERAL, /* read completely                                                         */
    HEADER_UNUSUAL, /* assigned at top level only, but not as plain literals: ask the parser   */
    HEADER_DYNAMIC, /* only running the module tells                                           */
} HeaderKind;

/* Reads the header of a script by its bytes (valid UTF-8, NUL at the end) into r's id,
 * down_revisions, depends_on, own_labels and documentation. What r holds is good for HEADER_LITERAL
 * only. */
HeaderKind header_scan(const char *text, size_t length, Revision *r, bool *has_down_revision);

/* --- letters (letters.c) ---------------------------------------------------------------------- */

/* Beyond ASCII only: str.isalnum(). */
bool letter_is_word(uint32_t code_point);
/* str.lower() of one character (but U+0130, which becomes two). */
uint32_t letter_lower(uint32_t code_point);

#endif
