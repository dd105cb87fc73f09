/* rev.h -- door of the revision history: reading version folders, the graph of revisions, symbols
 * such as head-1 or label@+2, plans of steps, the rows of the version table, listings, new files.
 *
 * Reproduces alembic.script (RevisionMap, ScriptDirectory, Script) and the arithmetic of
 * alembic.runtime.migration (RevisionStep, StampStep, HeadMaintainer). It never runs a script and
 * never talks to a database: who can execute modules passes a ScriptLoader, who owns the version
 * table executes the RowChanges.
 *
 *     Graph *graph = graph_load(&(ScanOptions){.locations = folders, .loader = loader});
 *     StepVec steps = plan_upgrade(graph, intern("head"), symbols_tuple(heads_in_database));
 *     for (size_t i = 0; i < steps.length; i++) {
 *         log("Running %s", step_log(&steps.at[i])->text);
 *         ... run steps.at[i].revision ...
 *         RowChangeVec rows = step_rows(graph, &steps.at[i], &heads_in_database);
 *         ... execute rows in order ...
 *     }
 *
 * Where the reference iterates Python sets, the order here is that of declaration: children of a
 * revision in load order (file name order), dependencies and labels as written.
 *
 * Errors: everything a user can cause is ERR_TOOL with the reference's CommandError text and a code
 * "rev.*"; files that do not make sense are ERR_FILE with their position. Nothing here prints:
 * warnings are collected in Graph.warnings, in the order they arose.
 */
#ifndef RETORT_REV_REV_H
#define RETORT_REV_REV_H

#include "base/base.h"

typedef struct Revision Revision;
typedef VEC(Revision *) RevisionVec;

/* One revision file. The first group is filled by whoever reads the file (scan.c or a
 * ScriptLoader), the second by the graph. */
struct Revision {
    Str *id;               /* `revision`                                                        */
    StrVec down_revisions; /* `down_revision` as written; empty = base                          */
    StrVec depends_on;     /* as written: ids or labels                                         */
    StrVec own_labels;     /* `branch_labels` as written                                        */
    Str *long_doc;         /* the module docstring, stripped; never NULL once scanned           */
    Str *doc;              /* its first paragraph                                               */
    Str *path;             /* absolute                                                          */
    Str *source;           /* the file's text, while ScanOptions.keep_sources keeps it          */
    void *module;          /* the executed module, if the loader made one (owned by its maker)  */

    StrVec branch_labels;           /* own and inherited, in order of arrival                    */
    StrVec dependencies;            /* depends_on resolved to ids                                */
    StrVec normalized_dependencies; /* ... without those an ancestor already depends on          */
    RevisionVec parents;            /* down_revisions as revisions                               */
    RevisionVec normalized_parents; /* ... and the normalized dependencies                       */
    RevisionVec next;               /* children by down_revision                                 */
    RevisionVec all_next;           /* children by down_revision or dependency                   */
    size_t index;                   /* unique in the graph, rising in load order                 */
    bool is_current;                /* marked by history with --indicate-current                 */
};

bool revision_is_head(const Revision *r);      /* nobody names it as down_revision       */
bool revision_is_real_head(const Revision *r); /* ... nor depends on it                  */
bool revision_is_base(const Revision *r);
bool revision_is_real_base(const Revision *r);         /* ... and depends on nothing             */
bool revision_is_branch_point(const Revision *r);      /* more than one child                    */
bool revision_is_real_branch_point(const Revision *r); /* ... counting dependents                */
bool revision_is_merge_point(const Revision *r);       /* more than one parent                   */
/* down_revisions, then (normalized_)dependencies not among them. */
StrVec revision_all_down(const Revision *r);
StrVec revision_normalized_down(const Revision *r);
/* Fills long_doc and doc from a module's docstring (NULL = none). */
void revision_set_docstring(Revision *r, const Str *docstring);

/* --- the graph ---------------------------------------------------------------------------------
 */

typedef struct Graph {
    RevisionVec revisions; /* one per id, in load order; a later duplicate replaces the earlier  */
    RevisionVec loaded;    /* every revision given, duplicates included                          */
    Map by_name;           /* ids in load order, then branch labels -> Revision                  */
    RevisionVec heads, real_heads, bases, real_bases; /* real_*: counting dependencies           */
    StrVec warnings; /* texts of the UserWarnings, oldest first                            */
    const struct GraphTexts *texts; /* private: wording of errors in the running call            */
} Graph;

/* Checks and links. Raises on loops, cycles, labels used twice ("rev.cycle", "rev.label-used",
 * ...), on illegal ids, and ERR_FILE "rev.missing-parent" when a revision names one that is not
 * there. */
Graph *graph_new(RevisionVec revisions);
/* Adds a revision written after the graph was made. */
void graph_add(Graph *graph, Revision *revision);

StrVec revision_ids(const RevisionVec *revisions);

/* --- symbols ------------------------------------------------------------------------------------
 */

/* What the reference takes where it says "revision identifier": None, one symbol, or a tuple. */
typedef struct Symbols {
    bool is_tuple;
    StrVec at; /* is_tuple false: none (None) or one */
} Symbols;
Symbols symbols_none(void);
Symbols symbols_one(Str *symbol);
Symbols symbols_tuple(StrVec symbols);

/* The revision for an id, a unique part of one, head, label@head, ...; NULL for base or an empty
 * graph. Raises "rev.not-found", "rev.multiple-heads". ScriptDirectory.get_revision. */
Revision *graph_find_revision(Graph *graph, Str *symbol);
/* The same for several; base yields none; "-1" walks down from the heads.
 * ScriptDirectory.get_revisions. */
RevisionVec graph_find_revisions(Graph *graph, Symbols symbols);
/* ScriptDirectory.as_revision_number: ids; empty for base. */
StrVec graph_revision_numbers(Graph *graph, Str *symbol);
/* The one head, NULL when there is none; several raise "rev.multiple-heads". get_current_head. */
Revision *graph_current_head(Graph *graph);
/* The one base; several raise. get_base. */
Revision *graph_base(Graph *graph);
/* Applied branch tips given the rows of the version table. ScriptDirectory.get_all_current. */
RevisionVec graph_all_current(Graph *graph, StrVec rows);

typedef struct WalkOptions {
    bool implicit_base, inclusive, allow_overwalk, downgrade;
} WalkOptions;
/* RevisionMap.iterate_revisions: newest first. allow_overwalk = not assert_relative_length. */
RevisionVec graph_iterate(Graph *graph, Symbols upper, Symbols lower, WalkOptions options);
/* ScriptDirectory.walk_revisions(base, head): newest first; inclusive. */
RevisionVec graph_walk(Graph *graph, Symbols base, Symbols head);

/* "a:b" -> true and both sides (empty sides are ""); false when there is no colon. A second colon
 * is an error. The caller knows whether a range is allowed there. */
bool range_split(const Str *argument, Str **from, Str **to);
/* The rows an offline run starts from: none for NULL and base, else the one revision. */
StrVec offline_rows(Graph *graph, Str *from);
/* `stamp --sql FROM:TO ...`: the destinations, and the one start they share (*from NULL: none
 * given). Raises when there are several. */
StrVec stamp_ranges_split(const StrVec *arguments, Str **from);

/* --- plans ------------------------------------------------------------------------------------ */

typedef enum StepKind {
    STEP_UPGRADE,
    STEP_DOWNGRADE,
    STEP_STAMP,
} StepKind;

typedef struct Step {
    StepKind kind;
    bool is_upgrade;         /* the direction; stamps have one too                               */
    bool branch_move;        /* stamps: a branch appears or disappears                           */
    Revision *revision;      /* NULL for stamps                                                  */
    StrVec from, to;         /* from_revisions, to_revisions (dependencies counted)              */
    StrVec log_from, log_to; /* the same without dependencies, as shown                          */
} Step;
typedef VEC(Step) StepVec;

/* destination: any symbol. current: rows of the version table (a tuple), or the offline start. */
StepVec plan_upgrade(Graph *graph, Str *destination, Symbols current);
StepVec plan_downgrade(Graph *graph, Str *destination, Symbols current);
StepVec plan_stamp(Graph *graph, Symbols destination, StrVec current);

/* "upgrade a -> b" (the offline comment), and with ", doc" (after "Running "). */
Str *step_short_log(const Step *step);
Str *step_log(const Step *step);

typedef enum RowChangeKind {
    ROW_INSERT, /* to         */
    ROW_UPDATE, /* from -> to */
    ROW_DELETE, /* from       */
} RowChangeKind;

typedef struct RowChange {
    RowChangeKind kind;
    Str *from, *to;
} RowChange;
typedef VEC(RowChange) RowChangeVec;

/* What to write into the version table after this step, in order; *heads (its rows) is updated too.
 * HeadMaintainer.update_to_step. Raises "rev.rows" when the rows do not allow the step. */
RowChangeVec step_rows(Graph *graph, const Step *step, StrVec *heads);

/* --- reading version folders ------------------------------------------------------------------ */

/* Fills the first group of a Revision by executing the module at r->path. Called for files whose
 * header is not made of literals. id stays NULL when the module has no `revision`. */
typedef struct ScriptLoader {
    void (*load)(struct ScriptLoader *loader, Revision *revision);
} ScriptLoader;

typedef struct ScanOptions {
    StrVec locations; /* version folders; missing ones are skipped                               */
    bool recursive;   /* recursive_version_locations                                            */
    bool sourceless;  /* accept .pyc names: such files are an error here, never skipped          */
    size_t keep_sources;  /* bytes of text to keep for who runs the revisions (0: none)           */
    ScriptLoader *loader; /* NULL: a header that is not literal is the error "rev.not-literal"    */
} ScanOptions;

/* Files in the reference's order, headers read. Warnings are appended. */
RevisionVec scan_revisions(const ScanOptions *options, StrVec *warnings);
/* "revision must be a string": for ScriptLoaders too. */
_Noreturn void raise_revision_type(Pos pos);
/* One file (just written), or NULL when its name is not that of a revision file. */
Revision *scan_file(const ScanOptions *options, Str *path);
/* scan_revisions + graph_new. */
Graph *graph_load(const ScanOptions *options);

/* --- listings --------------------------------------------------------------------------------- */

/* One text line (no newline at its end), cmd_format of the reference. */
typedef struct LineOptions {
    bool branches, doc, parents, tree;
    bool color;
} LineOptions;
/* How a listing looks: blocks instead of lines, and colours. */
typedef struct ListStyle {
    bool verbose, color;
} ListStyle;
void write_revision_line(Buf *out, const Revision *r, LineOptions options);
/* The verbose block; ends with a newline, and listings add an empty line. */
void write_revision_block(Buf *out, const Revision *r, bool color);

/* One revision, several, a step of a plan as JSON (docs/json.md). */
void write_revision_json(JsonWriter *w, const Revision *r);
void write_revisions_json(JsonWriter *w, const RevisionVec *revisions);
void write_step_json(JsonWriter *w, const Step *step);

/* Records in listing order (for --json) ... */
RevisionVec list_heads(Graph *graph, bool resolve_dependencies);
RevisionVec list_branches(Graph *graph);
/* `base` and `head` are symbols or, for `current`, the rows of the version table; None = the end.
 */
RevisionVec list_history(Graph *graph, Symbols base, Symbols head);
/* ... and their text, exactly as the commands print it. */
void write_heads(Buf *out, Graph *graph, ListStyle style, bool resolve_dependencies);
void write_branches(Buf *out, Graph *graph, ListStyle style);
/* Marks is_current from `current` when indicate_current. */
void write_history(Buf *out, Graph *graph, Symbols base, Symbols head, ListStyle style,
                   bool indicate_current, StrVec current);
void write_current(Buf *out, Graph *graph, StrVec rows, ListStyle style);
/* `show`: rows replaces the symbol when it was "current". */
void write_show(Buf *out, Graph *graph, Symbols symbols, ListStyle style);
/* The newest revision that all heads descend from, or NULL; and for heads --check: more than one
 * head is the error "rev.several-heads", which names their files, that ancestor, and the command
 * that merges them. */
Revision *graph_common_ancestor(Graph *graph, const RevisionVec *revisions);
void check_one_head(Graph *graph, const char *program);
/* current --check-heads: raises "rev.not-at-head" unless rows are exactly the heads. */
void check_rows_at_heads(Graph *graph, StrVec rows);
/* The argument of `history -r`, split; raises when there is no colon. Empty sides are NULL. */
void history_range_split(const Str *argument, Str **base, Str **head);

/* --- what to type next (hints.c); each NULL when there is nothing to say ---------------------- */

/* Rows of a version table that no file defines: what is there, what happened, what to do. */
const char *hint_unknown_rows(Graph *graph, const StrVec *rows);
/* Raises "rev.not-found" with it. */
void require_known_rows(Graph *graph, const StrVec *rows);
/* Where the database stands and where the history ends; `why` goes on from there. */
const char *hint_not_at_heads(Graph *graph, const StrVec *rows, const char *why);

/* --- new revision files ----------------------------------------------------------------------- */

/* The local date of creation, broken down; the runtime decides the time zone. */
typedef struct CreateDate {
    int year, month, day, hour, minute, second;
    int64_t epoch;
} CreateDate;

typedef struct NewRevisionRequest {
    Str *id;      /* NULL: 12 random hex digits                                          */
    Str *message; /* NULL: "empty message", no slug                                      */
    Symbols head; /* None: "head"                                                        */
    bool splice;
    StrVec branch_labels;
    Str *version_path; /* NULL: chosen                                                        */
    StrVec depends_on;
    StrVec locations;   /* absolute version folders                                            */
    Str *file_template; /* NULL: %(rev)s_%(slug)s                                              */
    int64_t truncate_slug_length; /* 0: 40; negative: so many letters from the end               */
    CreateDate date;
} NewRevisionRequest;

typedef struct NewRevision {
    Str *id, *message;
    StrVec down_revisions; /* template: None / str / tuple by length                              */
    StrVec branch_labels;  /* template: None / tuple                                              */
    StrVec depends_on;     /* template: None / str / tuple by length                              */
    Str *version_path;     /* the chosen location (created if missing)                            */
    Str *path;             /* the file to write, absolute                                         */
} NewRevision;

/* Everything generate_revision decides before it writes; raises its CommandErrors. */
NewRevision new_revision_plan(Graph *graph, const NewRevisionRequest *request);
/* After the file was written and scanned: raises when the template dropped the branch labels, else
 * adds it to the graph. */
void new_revision_accept(Graph *graph, const NewRevision *plan, Revision *written);

/* Raises "rev.illegal-id" for @ - + : in an id. */
void revision_check_id(const Str *id);
Str *revision_random_id(void);
Str *slug_from_message(const Str *message, int64_t truncate);
/* "%(rev)s_%(slug)s" and friends; raises "rev.file-template" for unknown keys or conversions. */
Str *file_name_expand(const Str *template, const Str *id, const Str *slug, const CreateDate *date);

#endif
