/* heads.c -- what a step does to the rows of the version table: pure arithmetic, no SQL.
 *
 * HeadMaintainer, RevisionStep and StampStep of the reference. The rows are a set; where the
 * reference picks "the last of a set", the last as declared is picked here. */
#include "rev/rev.h"

#include "rev/inside.h"

typedef struct Rows {
    StrVec *heads;
    RowChangeVec changes;
} Rows;

/* --- single rows ------------------------------------------------------------------------------ */

static _Noreturn void raise_rows(const char *problem, const Str *version)
{
    raise_tool("rev.rows", "compare `current` with `heads`; `stamp --purge` can repair the table",
               "The version table does not allow this step: '%s' %s", version->text, problem);
}

static void take_row(Rows *rows, const Str *version)
{
    if (!strings_contain(rows->heads, version))
        raise_rows("is not one of its rows", version);
    for (size_t i = rows->heads->length; i > 0; i--)
        if (str_equal(rows->heads->at[i - 1], version))
            vec_remove(rows->heads, i - 1);
}

static void put_row(Rows *rows, Str *version)
{
    if (strings_contain(rows->heads, version))
        raise_rows("is one of its rows already", version);
    vec_push(rows->heads, version);
}

static void change(Rows *rows, RowChangeKind kind, Str *from, Str *to)
{
    vec_push(&rows->changes, ((RowChange){kind, from, to}));
}

static void insert_row(Rows *rows, Str *version)
{
    put_row(rows, version);
    change(rows, ROW_INSERT, NULL, version);
}

static void delete_row(Rows *rows, Str *version)
{
    take_row(rows, version);
    change(rows, ROW_DELETE, version, NULL);
}

static void update_row(Rows *rows, Str *from, Str *to)
{
    if (strings_contain(rows->heads, to))
        raise_rows("is one of its rows already", to);
    take_row(rows, from);
    vec_push(rows->heads, to);
    change(rows, ROW_UPDATE, from, to);
}

/* --- steps of revisions ----------------------------------------------------------------------- */

/* Those of `wanted` that are in `among`, or (inside false) are not. */
static StrVec select_strings(const StrVec *wanted, const StrVec *among, bool inside)
{
    StrVec kept = {0};
    for (size_t i = 0; i < wanted->length; i++)
        if (strings_contain(among, wanted->at[i]) == inside)
            strings_add_unique(&kept, wanted->at[i]);
    return kept;
}

static StrVec without_reached(Graph *graph, const StrVec *ids, const RevisionSet *reached)
{
    StrVec kept = {0};
    for (size_t i = 0; i < ids->length; i++) {
        const Revision *r = map_find(&graph->by_name, ids->at[i]);
        if (!r || !revision_set_has(reached, r))
            strings_add_unique(&kept, ids->at[i]);
    }
    return kept;
}

/* The ids that no other head (as `others` says) has below it. */
static StrVec not_below(Graph *graph, const StrVec *ids, const StrVec *others)
{
    RevisionVec heads = graph_find_revisions(graph, symbols_tuple(*others));
    RevisionSet ancestors = reach(graph, &heads, TO_ANCESTORS);
    return without_reached(graph, ids, &ancestors);
}

/* The ids that are not below one another. */
static StrVec not_below_each_other(Graph *graph, const StrVec *ids)
{
    RevisionSet below = revision_set_new(graph);
    for (size_t i = 0; i < ids->length; i++) {
        Revision *r = map_find(&graph->by_name, ids->at[i]);
        RevisionVec one = one_revision(r);
        RevisionSet ancestors = reach(graph, &one, TO_ANCESTORS);
        for (size_t k = 0; k < ancestors.items.length; k++)
            if (ancestors.items.at[k] != r)
                revision_set_add(&below, ancestors.items.at[k]);
    }
    return without_reached(graph, ids, &below);
}

/* What stays behind when a merge is taken apart. */
static StrVec unmerge_to(Graph *graph, const Step *step, const StrVec *heads)
{
    StrVec self = {0};
    vec_push(&self, step->revision->id);
    StrVec others = select_strings(heads, &self, false);
    return others.length ? not_below(graph, &step->to, &others)
                         : not_below_each_other(graph, &step->to);
}

/* Only what is a row can be merged: with a dependency on a revision and on its ancestor, the
 * ancestor is none (the reference dies of a KeyError). */
static void merge_rows(Rows *rows, Graph *graph, const Step *step)
{
    StrVec others = select_strings(rows->heads, &step->from, false);
    StrVec from = others.length ? not_below(graph, &step->from, &others) : step->from;
    from = select_strings(&from, rows->heads, true);
    if (!from.length)
        raise_rows("has no parent left among its rows", step->revision->id);
    for (size_t i = 0; i + 1 < from.length; i++)
        delete_row(rows, from.at[i]);
    update_row(rows, from.at[from.length - 1], step->to.at[0]);
}

/* The one parent whose row becomes this revision's, or the other way round. */
static Str *row_parent(const Rows *rows, const Step *step, const StrVec *down)
{
    if (down->length == 1)
        return down->at[0];
    StrVec present = select_strings(rows->heads, down, true);
    if (present.length != 1)
        raise_rows("cannot be updated, its parent among the rows is ambiguous", step->revision->id);
    return present.at[0];
}

static void upgrade_rows(Rows *rows, Graph *graph, const Step *step)
{
    StrVec present = select_strings(rows->heads, &step->from, true);
    if (!present.length)
        insert_row(rows, step->revision->id);
    else if (present.length > 1)
        merge_rows(rows, graph, step);
    else
        update_row(rows, row_parent(rows, step, &step->from), step->revision->id);
}

static void downgrade_rows(Rows *rows, Graph *graph, const Step *step)
{
    Str *id = step->revision->id;
    if (!strings_contain(rows->heads, id)) {
        update_row(rows, id, row_parent(rows, step, &step->to));
        return;
    }
    StrVec to = step->to.length ? unmerge_to(graph, step, rows->heads) : (StrVec){0};
    if (!to.length) {
        delete_row(rows, id);
        return;
    }
    for (size_t i = 0; i + 1 < to.length; i++)
        insert_row(rows, to.at[i]);
    update_row(rows, id, to.at[to.length - 1]);
}

/* --- stamps ----------------------------------------------------------------------------------- */

/* Stamping a merged row down to several branches makes one step per branch, all from the same row:
 * the first updates it, the others insert. A destination named twice is there already the second
 * time. (The reference dies of a KeyError and an AssertionError.) */
static void stamp_rows(Rows *rows, const Step *step)
{
    StrVec gone = select_strings(&step->from, rows->heads, false);
    bool is_new = step->to.length && !strings_contain(rows->heads, step->to.at[0]);
    if (!is_new && step->branch_move && step->is_upgrade)
        return;
    if (!step->to.length)
        delete_row(rows, step->from.at[0]);
    else if (is_new && step->is_upgrade && (step->branch_move || gone.length))
        insert_row(rows, step->to.at[0]);
    else if (is_new && gone.length && gone.length == step->from.length)
        insert_row(rows, step->to.at[0]);
    else {
        for (size_t i = 0; i + 1 < step->from.length; i++)
            delete_row(rows, step->from.at[i]);
        update_row(rows, step->from.at[step->from.length - 1], step->to.at[0]);
    }
}

RowChangeVec step_rows(Graph *graph, const Step *step, StrVec *heads)
{
    Rows rows = {.heads = heads};
    if (step->kind == STEP_STAMP)
        stamp_rows(&rows, step);
    else if (step->is_upgrade)
        upgrade_rows(&rows, graph, step);
    else
        downgrade_rows(&rows, graph, step);
    return rows.changes;
}
