/* walk.c -- walks over the graph: what can be reached from where, and the order of a walk. */
#include "rev/rev.h"

#include "rev/inside.h"

RevisionSet revision_set_new(const Graph *graph)
{
    return (RevisionSet){
        .has = (bool *)memset(new_bytes(graph->loaded.length + 1), 0, graph->loaded.length + 1)};
}

void revision_set_add(RevisionSet *set, Revision *r)
{
    if (set->has[r->index])
        return;
    set->has[r->index] = true;
    vec_push(&set->items, r);
}

static const RevisionVec *neighbours(const Revision *r, Direction direction)
{
    switch (direction) {
    case TO_PARENTS:
        return &r->parents;
    case TO_ANCESTORS:
        return &r->normalized_parents;
    case TO_CHILDREN:
        return &r->next;
    case TO_ALL_CHILDREN:
        return &r->all_next;
    }
    BUG("unknown direction");
}

/* Depth first from one target, last neighbour first: the order decides which way branch labels
 * climb (graph.c). `touched`, when given, also gets what an earlier target had reached already. */
static void reach_from(RevisionSet *seen, Revision *target, Direction direction,
                       RevisionSet *touched)
{
    RevisionVec todo = {0};
    vec_push(&todo, target);
    while (todo.length) {
        Revision *r = vec_pop(&todo);
        if (touched)
            revision_set_add(touched, r);
        if (revision_set_has(seen, r))
            continue;
        revision_set_add(seen, r);
        const RevisionVec *next = neighbours(r, direction);
        for (size_t i = 0; i < next->length; i++)
            vec_push(&todo, next->at[i]);
    }
}

static void check_is_revision(const Revision *r)
{
    if (!r || r == revision_base)
        raise_tool("rev.walked-too-far", NULL, "Walked too far");
}

RevisionSet reach(const Graph *graph, const RevisionVec *targets, Direction direction)
{
    RevisionSet seen = revision_set_new(graph);
    for (size_t i = 0; i < targets->length; i++) {
        check_is_revision(targets->at[i]);
        reach_from(&seen, targets->at[i], direction, NULL);
    }
    return seen;
}

/* Names them in load order. */
static void check_overlap(const Graph *graph, const RevisionVec *targets, const Revision *target,
                          const RevisionSet *touched)
{
    StrVec overlaps = {0};
    for (size_t i = 0; touched->items.length > 1 && i < graph->revisions.length; i++) {
        Revision *r = graph->revisions.at[i];
        if (r != target && revision_set_has(touched, r) && revisions_contain(targets, r))
            vec_push(&overlaps, r->id);
    }
    if (overlaps.length)
        raise_tool("rev.overlap", NULL,
                   "Requested revision %s overlaps with other requested revisions %s",
                   target->id->text, strings_join(&overlaps)->text);
}

RevisionSet reach_checked(const Graph *graph, const RevisionVec *targets, Direction direction)
{
    RevisionSet seen = revision_set_new(graph);
    for (size_t i = 0; i < targets->length; i++) {
        RevisionSet touched = revision_set_new(graph);
        check_is_revision(targets->at[i]);
        reach_from(&seen, targets->at[i], direction, targets->length > 1 ? &touched : NULL);
        check_overlap(graph, targets, targets->at[i], &touched);
    }
    return seen;
}

/* --- the order of a walk
 * ----------------------------------------------------------------------------
 *
 * Several heads are walked down side by side. `lines` holds the revision each walk stands on and
 * the set of its ancestors; the current line is followed as far as it goes, but never past a
 * revision that another line still has above it: then that line is walked first. */

typedef struct Line {
    Revision *at;
    RevisionSet ancestors; /* of `at`, itself included */
} Line;

typedef struct Walk {
    const Graph *graph;
    RevisionSet todo; /* .has is cleared as revisions are emitted */
    VEC(Line) lines;
    size_t current;
    RevisionVec output;
} Walk;

static RevisionSet ancestors_of(const Graph *graph, Revision *r)
{
    RevisionVec one = one_revision(r);
    return reach(graph, &one, TO_ANCESTORS);
}

static bool stands_on(const Walk *walk, const Revision *r)
{
    for (size_t i = 0; i < walk->lines.length; i++)
        if (walk->lines.at[i].at == r)
            return true;
    return false;
}

/* Another line that has the candidate below it, or -1. */
static ptrdiff_t line_above(const Walk *walk, const Revision *candidate)
{
    for (size_t i = 0; i < walk->lines.length; i++)
        if (i != walk->current && revision_set_has(&walk->lines.at[i].ancestors, candidate))
            return (ptrdiff_t)i;
    return -1;
}

/* Moves the current line to what lies below its revision, splitting or ending it. */
static void step_down(Walk *walk)
{
    Line *line = &walk->lines.at[walk->current];
    Revision *left = line->at;
    RevisionVec below = {0};
    for (size_t i = 0; i < left->normalized_parents.length; i++) {
        Revision *parent = left->normalized_parents.at[i];
        if (revision_set_has(&walk->todo, parent) && !stands_on(walk, parent))
            vec_push(&below, parent);
    }
    if (!below.length) {
        vec_remove(&walk->lines, walk->current);
        walk->current = walk->current ? walk->current - 1 : 0;
        return;
    }
    line->at = below.at[0];
    if (!left->normalized_dependencies.length && left->down_revisions.length == 1) {
        line->ancestors.has[left->index] = false;
        return;
    }
    line->ancestors = ancestors_of(walk->graph, below.at[0]);
    for (size_t i = 1; i < below.length; i++) {
        Line more = {below.at[i], ancestors_of(walk->graph, below.at[i])};
        vec_push(&walk->lines, more);
    }
}

static void walk_one(Walk *walk)
{
    Revision *candidate = walk->lines.at[walk->current].at;
    ptrdiff_t above = line_above(walk, candidate);
    if (above >= 0) {
        walk->current = (size_t)above;
        return;
    }
    if (revision_set_has(&walk->todo, candidate)) {
        vec_push(&walk->output, candidate);
        walk->todo.has[candidate->index] = false;
    }
    step_down(walk);
}

/* Heads in load order, each once. */
static void start_lines(Walk *walk, const RevisionVec *heads)
{
    for (size_t i = 0; i < heads->length; i++) {
        Revision *head = heads->at[i];
        if (!head || head == revision_base || !revision_set_has(&walk->todo, head) ||
            stands_on(walk, head))
            continue;
        size_t place = walk->lines.length;
        while (place && walk->lines.at[place - 1].at->index > head->index)
            place--;
        Line line = {head, ancestors_of(walk->graph, head)};
        vec_insert(&walk->lines, place, line);
    }
}

RevisionVec sort_topologically(const Graph *graph, const RevisionSet *revisions,
                               const RevisionVec *heads)
{
    Walk walk = {.graph = graph, .todo = revision_set_new(graph)};
    for (size_t i = 0; i < revisions->items.length; i++)
        revision_set_add(&walk.todo, revisions->items.at[i]);
    start_lines(&walk, heads);
    while (walk.lines.length)
        walk_one(&walk);
    if (walk.output.length != revisions->items.length)
        raise_tool("rev.not-one-line",
                   "some of the revisions between the two ends hang on dependencies only",
                   "The requested revisions cannot be put into one order");
    return walk.output;
}
