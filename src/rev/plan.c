/* plan.c -- which steps lead from here to there: upgrade, downgrade, stamp, and plain iteration. */
#include "rev/rev.h"

#include "rev/inside.h"

/* What to do, and where the walk over it starts. */
typedef struct Collected {
    RevisionSet revisions;
    RevisionVec heads;
} Collected;

static void add_all(RevisionSet *set, const RevisionVec *revisions)
{
    for (size_t i = 0; i < revisions->length; i++)
        revision_set_add(set, revisions->at[i]);
}

static RevisionSet intersection(const Graph *graph, const RevisionSet *a, const RevisionSet *b)
{
    RevisionSet both = revision_set_new(graph);
    for (size_t i = 0; i < a->items.length; i++)
        if (revision_set_has(b, a->items.at[i]))
            revision_set_add(&both, a->items.at[i]);
    return both;
}

static RevisionSet difference(const Graph *graph, const RevisionSet *a, const RevisionSet *b)
{
    RevisionSet rest = revision_set_new(graph);
    for (size_t i = 0; i < a->items.length; i++)
        if (!revision_set_has(b, a->items.at[i]))
            revision_set_add(&rest, a->items.at[i]);
    return rest;
}

/* --- upgrades --------------------------------------------------------------------------------- */

/* "branch@..." as the lower end narrows the targets to that branch. */
static RevisionVec targets_on_branch(Graph *graph, const RevisionVec *targets, const Symbols *lower)
{
    Str *symbol = lower->is_tuple || !lower->at.length ? NULL : lower->at.at[0];
    const char *at = symbol ? memchr(symbol->text, '@', symbol->length) : NULL;
    if (!at)
        return *targets;
    Str *branch = str_slice_bytes(symbol, 0, (size_t)(at - symbol->text));
    Revision *r = resolve_one(graph, branch);
    if (r && str_equal(r->id, branch)) {
        if (r->branch_labels.length != 1)
            raise_tool("rev.branch-label", NULL,
                       "Revision %s does not belong to one labelled branch", branch->text);
        branch = r->branch_labels.at[0];
    }
    RevisionVec kept = {0};
    for (size_t i = 0; i < targets->length; i++)
        if (strings_contain(&targets->at[i]->branch_labels, branch))
            vec_push(&kept, targets->at[i]);
    return kept;
}

static bool all_in(const RevisionVec *revisions, const RevisionSet *set)
{
    for (size_t i = 0; i < revisions->length; i++) {
        const Revision *r = revisions->at[i];
        if (r && (r == revision_base || !revision_set_has(set, r)))
            return false;
    }
    return true;
}

/* A lower end such as -9 that walked out of the graph: counted again from the upper end, and
 * allowed to stop at the base. */
static RevisionVec lower_by_walking(Graph *graph, const Symbols *upper, Symbols *lower, bool exact)
{
    Revision *r = parse_downgrade_target(graph, upper, lower, exact).revision;
    if (!r || r == revision_base) {
        *lower = symbols_none();
        return (RevisionVec){0};
    }
    *lower = symbols_one(r->id);
    return one_revision(r);
}

static Collected collect_upgrade(Graph *graph, const Symbols *upper, Symbols lower,
                                 WalkOptions options)
{
    bool exact = !options.allow_overwalk;
    RevisionVec targets = parse_upgrade_target(graph, &lower, upper, exact);
    targets = targets_on_branch(graph, &targets, &lower);
    RevisionSet required = reach_checked(graph, &targets, TO_ANCESTORS);
    RevisionVec current = resolve_symbols(graph, &lower);
    if (!options.implicit_base && !all_in(&current, &required))
        raise_not_ancestor(graph, &lower, upper);
    if (current.length && !current.at[0])
        current = lower_by_walking(graph, upper, &lower, exact);
    RevisionSet applied = reach_checked(graph, &current, TO_ANCESTORS);
    RevisionSet needs = difference(graph, &required, &applied);
    if (options.inclusive) {
        RevisionVec ends = resolve_symbols(graph, &lower);
        add_all(&needs, &ends);
    }
    if (current.length && !options.implicit_base) {
        RevisionSet above = reach_checked(graph, &current, TO_CHILDREN);
        needs = intersection(graph, &needs, &above);
    }
    return (Collected){needs, targets};
}

/* --- downgrades ------------------------------------------------------------------------------- */

/* Every name of a base counts, labels too: their number decides whether the branch is looked at. */
static RevisionVec all_roots(const Graph *graph)
{
    RevisionVec roots = {0};
    for (size_t i = 0; i < graph->by_name.length; i++) {
        Revision *r = graph->by_name.at[i].value;
        if (revision_is_base(r))
            vec_push(&roots, r);
    }
    return roots;
}

/* What has to go first: the target's children, or all bases. */
static RevisionVec downgrade_roots(Graph *graph, const DowngradeTarget *target, bool inclusive)
{
    Revision *r = target->revision;
    RevisionVec roots = !r ? all_roots(graph) : inclusive ? one_revision(r) : r->next;
    if (!target->branch_label || roots.length <= 1)
        return roots;
    RevisionVec branch = one_revision(resolve_branch(graph, target->branch_label));
    RevisionSet ancestors = reach(graph, &branch, TO_PARENTS), kept = revision_set_new(graph);
    for (size_t i = 0; i < roots.length; i++)
        if (revision_set_has(&ancestors, roots.at[i]))
            revision_set_add(&kept, roots.at[i]);
    if (!kept.items.length)
        raise_tool(
            "rev.downgrade-target",
            type_next("the target must lie below what is applied", "current", "history -i", NULL),
            "Not a valid downgrade target from current heads");
    return kept.items;
}

static Collected collect_downgrade(Graph *graph, const Symbols *upper, const Symbols *lower,
                                   WalkOptions options)
{
    DowngradeTarget target = parse_downgrade_target(graph, upper, lower, !options.allow_overwalk);
    if (target.revision == revision_base)
        target.revision = NULL;
    RevisionVec roots = downgrade_roots(graph, &target, options.inclusive);
    RevisionVec heads = resolve_symbols(graph, upper);
    RevisionSet doomed = reach(graph, &roots, TO_ALL_CHILDREN);
    RevisionSet active = reach(graph, &heads, TO_ANCESTORS);
    doomed = intersection(graph, &doomed, &active);
    if (options.implicit_base) {
        RevisionSet below = reach(graph, &roots, TO_ANCESTORS);
        RevisionSet others = difference(graph, &active, &below);
        add_all(&doomed, &others.items);
    }
    if (target.revision && !doomed.items.length && !revisions_contain(&heads, target.revision)) {
        Symbols nothing = symbols_one(str_from("Nothing to drop"));
        raise_not_ancestor(graph, &nothing, upper);
    }
    return (Collected){doomed, heads};
}

/* --- iteration -------------------------------------------------------------------------------- */

static RevisionVec iterate(Graph *graph, const Symbols *upper, const Symbols *lower,
                           WalkOptions options)
{
    Collected collected = options.downgrade ? collect_downgrade(graph, upper, lower, options)
                                            : collect_upgrade(graph, upper, *lower, options);
    return sort_topologically(graph, &collected.revisions, &collected.heads);
}

RevisionVec graph_iterate(Graph *graph, Symbols upper, Symbols lower, WalkOptions options)
{
    graph->texts = &plain_texts;
    return iterate(graph, &upper, &lower, options);
}

RevisionVec graph_walk(Graph *graph, Symbols base, Symbols head)
{
    if (!base.at.length)
        base = symbols_one(str_from("base"));
    if (!head.at.length)
        head = symbols_one(str_from("heads"));
    GraphTexts *texts = new (GraphTexts);
    texts->start = symbols_text(&base);
    texts->end = symbols_text(&head);
    graph->texts = texts;
    return iterate(graph, &head, &base, (WalkOptions){.inclusive = true, .allow_overwalk = true});
}

/* --- steps ------------------------------------------------------------------------------------ */

static Step revision_step(Revision *r, bool is_upgrade)
{
    StrVec self = {0};
    vec_push(&self, r->id);
    Step step = {.kind = is_upgrade ? STEP_UPGRADE : STEP_DOWNGRADE,
                 .is_upgrade = is_upgrade,
                 .revision = r};
    step.from = is_upgrade ? revision_normalized_down(r) : self;
    step.to = is_upgrade ? self : revision_normalized_down(r);
    step.log_from = is_upgrade ? r->down_revisions : self;
    step.log_to = is_upgrade ? self : r->down_revisions;
    return step;
}

StepVec plan_upgrade(Graph *graph, Str *destination, Symbols current)
{
    GraphTexts *texts = new (GraphTexts);
    texts->ancestor = "Destination {end} is not a valid upgrade target from current head(s)";
    texts->end = destination;
    graph->texts = texts;
    Symbols upper = symbols_one(destination);
    RevisionVec order = iterate(graph, &upper, &current, (WalkOptions){.implicit_base = true});
    StepVec steps = {0};
    for (size_t i = order.length; i > 0; i--)
        vec_push(&steps, revision_step(order.at[i - 1], true));
    return steps;
}

StepVec plan_downgrade(Graph *graph, Str *destination, Symbols current)
{
    GraphTexts *texts = new (GraphTexts);
    texts->ancestor = "Destination {end} is not a valid downgrade target from current head(s)";
    texts->end = destination;
    graph->texts = texts;
    Symbols lower = symbols_one(destination);
    RevisionVec order = iterate(graph, &current, &lower, (WalkOptions){.downgrade = true});
    StepVec steps = {0};
    for (size_t i = 0; i < order.length; i++)
        vec_push(&steps, revision_step(order.at[i], false));
    return steps;
}

static Step stamp_step(StrVec from, Str *to, bool is_upgrade, bool branch_move)
{
    Step step = {.kind = STEP_STAMP, .is_upgrade = is_upgrade, .branch_move = branch_move};
    step.from = step.log_from = from;
    if (to)
        vec_push(&step.to, to);
    step.log_to = step.to;
    return step;
}

/* Applied heads in line with any of the destinations. */
static RevisionVec heads_in_line(Graph *graph, const RevisionVec *heads, const Symbols *destination)
{
    RevisionSet kept = revision_set_new(graph);
    for (size_t i = 0; i < destination->at.length; i++) {
        if (!destination->at.at[i]->length)
            continue;
        RevisionVec some = filter_lineage(graph, heads, destination->at.at[i], true);
        add_all(&kept, &some);
    }
    return kept.items;
}

static bool any_in(const RevisionVec *revisions, const RevisionSet *set)
{
    for (size_t i = 0; i < revisions->length; i++)
        if (revision_set_has(set, revisions->at[i]))
            return true;
    return false;
}

static void stamp_to_base(StepVec *steps, const RevisionVec *heads)
{
    for (size_t i = 0; i < heads->length; i++) {
        StrVec from = {0};
        vec_push(&from, heads->at[i]->id);
        vec_push(steps, stamp_step(from, NULL, false, true));
    }
}

/* Heads above the destination: down, in one step; below it: up; neither: a branch of its own. */
static void stamp_to_revision(StepVec *steps, Graph *graph, const RevisionVec *heads, Revision *to)
{
    if (revisions_contain(heads, to))
        return;
    RevisionVec self = one_revision(to);
    RevisionSet descendants = reach(graph, &self, TO_ALL_CHILDREN);
    RevisionSet ancestors = reach(graph, &self, TO_ANCESTORS);
    bool is_down = any_in(heads, &descendants), is_up = any_in(heads, &ancestors);
    if (is_down && is_up)
        raise_tool("rev.stamp-both-ways",
                   "stamp base first (or --purge), then the revisions that are really applied",
                   "Revision %s lies above one and below another of the current heads",
                   to->id->text);
    vec_push(steps, is_down || is_up ? stamp_step(revision_ids(heads), to->id, is_up, false)
                                     : stamp_step((StrVec){0}, to->id, true, true));
}

StepVec plan_stamp(Graph *graph, Symbols destination, StrVec current)
{
    static const GraphTexts texts = {
        .multiple_heads = "Multiple heads are present; please specify a single target revision"};
    RevisionVec applied = graph_find_revisions(graph, symbols_tuple(current));
    if (!destination.at.length)
        destination = symbols_one(str_from("base"));
    graph->texts = &texts;
    RevisionVec heads = heads_in_line(graph, &applied, &destination);
    graph->texts = &plain_texts;
    RevisionVec targets = resolve_symbols(graph, &destination);
    if (!targets.length)
        vec_push(&targets, revision_base);
    StepVec steps = {0};
    for (size_t i = 0; i < targets.length; i++) {
        if (!targets.at[i] || targets.at[i] == revision_base)
            stamp_to_base(&steps, &heads);
        else
            stamp_to_revision(&steps, graph, &heads, targets.at[i]);
    }
    return steps;
}

/* --- log texts -------------------------------------------------------------------------------- */

static const char *const step_names[] = {
    [STEP_UPGRADE] = "upgrade",
    [STEP_DOWNGRADE] = "downgrade",
    [STEP_STAMP] = "stamp_revision",
};

Str *step_short_log(const Step *step)
{
    return str_format("%s %s -> %s", step_names[step->kind], strings_join(&step->log_from)->text,
                      strings_join(&step->log_to)->text);
}

Str *step_log(const Step *step)
{
    Str *log = step_short_log(step);
    if (!step->revision || !step->revision->doc || !step->revision->doc->length)
        return log;
    return str_format("%s, %s", log->text, step->revision->doc->text);
}
