/* graph.c -- the graph of revisions: linking, labels, dependencies, and every check on the whole.
 *
 * RevisionMap of the reference, with its sets made ordered. Built once per command. */
#include "rev/rev.h"

#include "rev/inside.h"

#include <stdlib.h>

/* --- loading ---------------------------------------------------------------------------------- */

/* A duplicate id is often the reason, so the warning is not lost. */
static _Noreturn void raise_cycle(const Graph *graph, const char *kind, const StrVec *ids)
{
    const StrVec *warnings = &graph->warnings;
    Buf hint = {0};
    if (warnings->length)
        buf_format(&hint, "%s; ", strings_join(warnings)->text);
    buf_format(&hint, "a revision that comes before itself can never run: correct down_revision or "
                      "depends_on in");
    for (size_t i = 0; i < graph->loaded.length; i++)
        if (strings_contain(ids, graph->loaded.at[i]->id) && graph->loaded.at[i]->path)
            buf_format(&hint, "\n      %s", graph->loaded.at[i]->path->text);
    raise_tool("rev.cycle", hint.data, "%s is detected in revisions (%s)", kind,
               strings_join(ids)->text);
}

static void check_self_loop(const Graph *graph, const Revision *r)
{
    StrVec self = {0};
    vec_push(&self, r->id);
    if (strings_contain(&r->down_revisions, r->id))
        raise_cycle(graph, "Self-loop", &self);
    if (strings_contain(&r->depends_on, r->id))
        raise_cycle(graph, "Dependency self-loop", &self);
}

/* The newer of two with the same id takes the place of the older in the map, not in `loaded`. */
static void replace_duplicate(Graph *graph, Revision *older, Revision *r)
{
    Str *text = str_format("Revision %s is present more than once", r->id->text);
    if (older->path && r->path)
        text =
            str_format("%s: %s is read, %s is not; give one of them an id of its own", text->text,
                       path_relative(r->path)->text, path_relative(older->path)->text);
    vec_push(&graph->warnings, text);
    size_t place = older->index;
    older->index = r->index;
    r->index = place;
    for (size_t i = 0; i < graph->revisions.length; i++)
        if (graph->revisions.at[i] == older)
            graph->revisions.at[i] = r;
}

static void load_revision(Graph *graph, Revision *r)
{
    revision_check_id(r->id);
    r->branch_labels = (StrVec){0};
    for (size_t i = 0; i < r->own_labels.length; i++)
        strings_add_unique(&r->branch_labels, r->own_labels.at[i]);
    r->index = graph->loaded.length;
    vec_push(&graph->loaded, r);
    Revision *older = map_find(&graph->by_name, r->id);
    if (older)
        replace_duplicate(graph, older, r);
    else
        vec_push(&graph->revisions, r);
    map_put(&graph->by_name, r->id, r);
    check_self_loop(graph, r);
}

static void map_labels(Graph *graph, Revision *r)
{
    for (size_t i = 0; i < r->own_labels.length; i++) {
        Revision *user = map_find(&graph->by_name, r->own_labels.at[i]);
        if (user)
            raise_tool("rev.label-used",
                       r->path ? str_format("change branch_labels in %s", r->path->text)->text
                               : NULL,
                       "Branch name '%s' in revision %s already used by revision %s",
                       r->own_labels.at[i]->text, r->id->text, user->id->text);
        map_put(&graph->by_name, r->own_labels.at[i], r);
    }
}

/* The reference warns and then dies of a KeyError; the file that asks for the revision is what the
 * user needs. */
static _Noreturn void raise_missing(const Revision *r, const Str *wanted, const char *variable)
{
    Err *err = err_new(ERR_FILE, "rev.missing-parent",
                       "Revision %s referenced from %s is not present", wanted->text, r->id->text);
    err->pos.file = r->path;
    err->hint = str_format("%s of revision %s names a revision that no file defines; restore its "
                           "file or correct %s",
                           variable, r->id->text, variable);
    err_raise(err);
}

static void resolve_dependencies(Graph *graph, Revision *r)
{
    r->dependencies = (StrVec){0};
    for (size_t i = 0; i < r->depends_on.length; i++) {
        Revision *on = map_find(&graph->by_name, r->depends_on.at[i]);
        if (!on)
            raise_missing(r, r->depends_on.at[i], "depends_on");
        vec_push(&r->dependencies, on->id);
    }
}

/* --- linking ---------------------------------------------------------------------------------- */

static Revision *find_parent(const Graph *graph, const Revision *r, const Str *id)
{
    Revision *parent = map_find(&graph->by_name, id);
    if (!parent || !str_equal(parent->id, id)) /* a label is no parent */
        raise_missing(r, id, "down_revision");
    return parent;
}

/* A child is linked in one go, so if it is there already it is the last. */
static void add_child(RevisionVec *children, Revision *child)
{
    if (!children->length || children->at[children->length - 1] != child)
        vec_push(children, child);
}

static void link_parents(Graph *graph, Revision *r)
{
    r->parents = (RevisionVec){0};
    for (size_t i = 0; i < r->down_revisions.length; i++)
        vec_push(&r->parents, find_parent(graph, r, r->down_revisions.at[i]));
}

static void link_children(Graph *graph, Revision *r)
{
    Revision *child = map_find(&graph->by_name, r->id); /* r, or what took its place */
    for (size_t i = 0; i < r->parents.length; i++) {
        add_child(&r->parents.at[i]->next, child);
        add_child(&r->parents.at[i]->all_next, child);
    }
    for (size_t i = 0; i < r->dependencies.length; i++)
        add_child(&((Revision *)map_find(&graph->by_name, r->dependencies.at[i]))->all_next, child);
}

/* A replaced duplicate is still in the reference's map under its label, so its parents have a
 * child. */
static void link_replaced(Graph *graph, const RevisionVec *labelled)
{
    for (size_t i = 0; i < labelled->length; i++)
        if (map_find(&graph->by_name, labelled->at[i]->id) != labelled->at[i])
            link_children(graph, labelled->at[i]);
}

/* Leaves out the dependencies that an ancestor has as well. */
static void insert_in_load_order(RevisionVec *list, Revision *r)
{
    size_t place = list->length;
    while (place && list->at[place - 1]->index > r->index)
        place--;
    if (place == 0 || list->at[place - 1] != r)
        vec_insert(list, place, r);
}

/* In load order, where the reference has the order of a set. */
static void normalize_dependencies(Graph *graph, Revision *r)
{
    r->normalized_dependencies = (StrVec){0};
    if (!r->dependencies.length)
        return;
    RevisionVec self = one_revision(r);
    RevisionSet ancestors = reach(graph, &self, TO_PARENTS);
    RevisionSet covered = revision_set_new(graph);
    for (size_t i = 0; i < ancestors.items.length; i++) {
        const Revision *ancestor = ancestors.items.at[i];
        for (size_t k = 0; ancestor != r && k < ancestor->dependencies.length; k++)
            revision_set_add(&covered, map_find(&graph->by_name, ancestor->dependencies.at[k]));
    }
    RevisionVec left = {0};
    for (size_t i = 0; i < r->dependencies.length; i++) {
        Revision *dependency = map_find(&graph->by_name, r->dependencies.at[i]);
        if (!revision_set_has(&covered, dependency))
            insert_in_load_order(&left, dependency);
    }
    r->normalized_dependencies = revision_ids(&left);
}

static void link_normalized(Graph *graph, Revision *r)
{
    r->normalized_parents = (RevisionVec){0};
    StrVec down = revision_normalized_down(r);
    for (size_t i = 0; i < down.length; i++)
        vec_push(&r->normalized_parents, map_find(&graph->by_name, down.at[i]));
}

/* --- heads, bases and cycles ------------------------------------------------------------------ */

/* A duplicate that was replaced stays a head, as in the reference: nobody's parent is that object.
 */
static void find_ends(Graph *graph)
{
    for (size_t i = 0; i < graph->loaded.length; i++) {
        Revision *r = graph->loaded.at[i];
        if (revision_is_head(r))
            vec_push(&graph->heads, r);
        if (revision_is_real_head(r))
            vec_push(&graph->real_heads, r);
        if (revision_is_base(r))
            vec_push(&graph->bases, r);
        if (revision_is_real_base(r))
            vec_push(&graph->real_bases, r);
    }
}

static void mark_ids(const Graph *graph, bool *marks, const RevisionSet *reached)
{
    for (size_t i = 0; i < reached->items.length; i++) {
        const Revision *in_map = map_find(&graph->by_name, reached->items.at[i]->id);
        marks[in_map->index] = true;
    }
}

static int compare_ids(const void *a, const void *b)
{
    return str_compare(*(Str *const *)a, *(Str *const *)b);
}

/* Down from the heads through all dependencies, not only the normalized ones. */
static RevisionSet reach_all_down(const Graph *graph)
{
    RevisionSet seen = revision_set_new(graph);
    RevisionVec todo = {0};
    for (size_t i = 0; i < graph->real_heads.length; i++)
        vec_push(&todo, graph->real_heads.at[i]);
    while (todo.length) {
        Revision *r = vec_pop(&todo);
        if (revision_set_has(&seen, r))
            continue;
        revision_set_add(&seen, r);
        StrVec down = revision_all_down(r);
        for (size_t i = 0; i < down.length; i++)
            vec_push(&todo, map_find(&graph->by_name, down.at[i]));
    }
    return seen;
}

/* Whatever is not both below a head and above a base goes in circles. */
static void check_cycle(const Graph *graph, const char *kind, const RevisionVec *heads,
                        const RevisionVec *bases, const RevisionSet *below,
                        const RevisionSet *above)
{
    if (!heads->length || !bases->length) {
        StrVec all = revision_ids(&graph->revisions);
        raise_cycle(graph, kind, &all);
    }
    bool *is_below = revision_set_new(graph).has, *is_above = revision_set_new(graph).has;
    mark_ids(graph, is_below, below);
    mark_ids(graph, is_above, above);
    StrVec lost = {0};
    for (size_t i = 0; i < graph->revisions.length; i++) {
        const Revision *r = graph->revisions.at[i];
        if (!is_below[r->index] || !is_above[r->index])
            vec_push(&lost, r->id);
    }
    if (!lost.length)
        return;
    qsort(lost.at, lost.length, sizeof *lost.at, compare_ids);
    raise_cycle(graph, kind, &lost);
}

/* --- cycles with a way in and a way out, which the check above lets pass and on which the
 * reference walks for ever. Revisions without parents left are taken away, then those without
 * children left; what stays is in a cycle or between two. */

typedef struct Peel {
    const Graph *graph;
    bool dependencies;
    bool *gone;
} Peel;

static bool has_parent_left(const Peel *peel, const Revision *r)
{
    StrVec down = peel->dependencies ? revision_all_down(r) : r->down_revisions;
    for (size_t i = 0; i < down.length; i++) {
        const Revision *parent = map_find(&peel->graph->by_name, down.at[i]);
        if (!peel->gone[parent->index])
            return true;
    }
    return false;
}

static bool has_child_left(const Peel *peel, const Revision *r)
{
    const RevisionVec *next = peel->dependencies ? &r->all_next : &r->next;
    for (size_t i = 0; i < next->length; i++)
        if (!peel->gone[next->at[i]->index])
            return true;
    return false;
}

/* Takes away r and then whatever that sets free, in one direction. */
static void peel_from(Peel *peel, Revision *r, bool (*is_held)(const Peel *, const Revision *),
                      bool upward)
{
    RevisionVec todo = one_revision(r);
    while (todo.length) {
        r = vec_pop(&todo);
        if (peel->gone[r->index] || is_held(peel, r))
            continue;
        peel->gone[r->index] = true;
        const RevisionVec *next = !upward              ? &r->parents
                                  : peel->dependencies ? &r->all_next
                                                       : &r->next;
        for (size_t i = 0; i < next->length; i++)
            vec_push(&todo, next->at[i]);
        for (size_t i = 0; !upward && peel->dependencies && i < r->dependencies.length; i++)
            vec_push(&todo, map_find(&peel->graph->by_name, r->dependencies.at[i]));
    }
}

static void check_inner_cycle(const Graph *graph, const char *kind, bool dependencies)
{
    Peel peel = {graph, dependencies, revision_set_new(graph).has};
    const RevisionVec *all = &graph->revisions;
    for (size_t i = 0; i < all->length; i++)
        peel_from(&peel, all->at[i], has_parent_left, true);
    for (size_t i = 0; i < all->length; i++)
        peel_from(&peel, all->at[i], has_child_left, false);
    StrVec left = {0};
    for (size_t i = 0; i < all->length; i++)
        if (!peel.gone[all->at[i]->index])
            vec_push(&left, all->at[i]->id);
    if (!left.length)
        return;
    qsort(left.at, left.length, sizeof *left.at, compare_ids);
    raise_cycle(graph, kind, &left);
}

static void check_cycles(const Graph *graph)
{
    if (!graph->revisions.length)
        return;
    RevisionSet below = reach(graph, &graph->heads, TO_PARENTS);
    RevisionSet above = reach(graph, &graph->bases, TO_CHILDREN);
    check_cycle(graph, "Cycle", &graph->heads, &graph->bases, &below, &above);
    RevisionSet all_below = reach_all_down(graph);
    RevisionSet all_above = reach(graph, &graph->real_bases, TO_ALL_CHILDREN);
    check_cycle(graph, "Dependency cycle", &graph->real_heads, &graph->real_bases, &all_below,
                &all_above);
    check_inner_cycle(graph, "Cycle", false);
    check_inner_cycle(graph, "Dependency cycle", true);
}

/* --- branch labels ---------------------------------------------------------------------------- */

static void add_labels(Revision *to, const StrVec *labels)
{
    for (size_t i = 0; i < labels->length; i++)
        strings_add_unique(&to->branch_labels, labels->at[i]);
}

/* Listings show the labels sorted (the reference: in the order of a set). */
static int compare_labels(const void *a, const void *b)
{
    return str_compare(*(Str *const *)a, *(Str *const *)b);
}

static void sort_labels(Revision *r)
{
    if (r->branch_labels.length > 1)
        qsort(r->branch_labels.at, r->branch_labels.length, sizeof *r->branch_labels.at,
              compare_labels);
}

/* Labels go up to all descendants, and down from the last of these to the next branch or merge
 * point. */
static void spread_labels(Graph *graph, Revision *r)
{
    if (!r->branch_labels.length)
        return;
    RevisionVec self = one_revision(r);
    RevisionSet descendants = reach(graph, &self, TO_CHILDREN);
    for (size_t i = 0; i < descendants.items.length; i++)
        add_labels(descendants.items.at[i], &r->branch_labels);
    Revision *node = descendants.items.at[descendants.items.length - 1];
    while (!revision_is_real_branch_point(node) && !revision_is_merge_point(node)) {
        add_labels(node, &r->branch_labels);
        if (!node->down_revisions.length)
            break;
        node = find_parent(graph, node, node->down_revisions.at[0]);
    }
}

/* --- the graph -------------------------------------------------------------------------------- */

Graph *graph_new(RevisionVec revisions)
{
    Graph *graph = new (Graph);
    RevisionVec *all = &graph->loaded;
    graph->texts = &plain_texts;
    for (size_t i = 0; i < revisions.length; i++)
        load_revision(graph, revisions.at[i]);
    RevisionVec labelled = {0};
    for (size_t i = 0; i < all->length; i++)
        if (all->at[i]->own_labels.length)
            vec_push(&labelled, all->at[i]);
    for (size_t i = 0; i < labelled.length; i++)
        map_labels(graph, labelled.at[i]);
    for (size_t i = 0; i < all->length; i++)
        resolve_dependencies(graph, all->at[i]);
    for (size_t i = 0; i < all->length; i++)
        link_parents(graph, all->at[i]);
    for (size_t i = 0; i < graph->revisions.length; i++)
        link_children(graph, graph->revisions.at[i]);
    link_replaced(graph, &labelled);
    for (size_t i = 0; i < all->length; i++)
        normalize_dependencies(graph, all->at[i]);
    for (size_t i = 0; i < all->length; i++)
        link_normalized(graph, all->at[i]);
    find_ends(graph);
    check_cycles(graph);
    for (size_t i = 0; i < labelled.length; i++)
        spread_labels(graph, labelled.at[i]);
    for (size_t i = 0; labelled.length && i < all->length; i++)
        sort_labels(all->at[i]);
    return graph;
}

/* The new end of the graph takes the place of those it stands on; by id, for replaced duplicates.
 */
static void replace_ends(RevisionVec *ends, const StrVec *covered, Revision *r)
{
    RevisionVec kept = {0};
    for (size_t i = 0; i < ends->length; i++)
        if (!strings_contain(covered, ends->at[i]->id) && !str_equal(ends->at[i]->id, r->id))
            vec_push(&kept, ends->at[i]);
    vec_push(&kept, r);
    *ends = kept;
}

void graph_add(Graph *graph, Revision *r)
{
    load_revision(graph, r);
    link_parents(graph, r);
    spread_labels(graph, r);
    for (size_t i = 0; i < graph->loaded.length; i++)
        sort_labels(graph->loaded.at[i]);
    map_labels(graph, r);
    resolve_dependencies(graph, r);
    if (revision_is_base(r))
        vec_push(&graph->bases, r);
    if (revision_is_real_base(r))
        vec_push(&graph->real_bases, r);
    link_children(graph, r);
    normalize_dependencies(graph, r);
    link_normalized(graph, r);
    StrVec down = revision_all_down(r);
    if (revision_is_real_head(r))
        replace_ends(&graph->real_heads, &down, r);
    if (revision_is_head(r))
        replace_ends(&graph->heads, &r->down_revisions, r);
}
