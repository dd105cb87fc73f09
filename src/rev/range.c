/* range.c -- what a symbol means: ids and parts of ids, head, heads, base, label@x, and walks of +N
 * or -N from somewhere. Also the wording of the errors this can end in. */
#include "rev/rev.h"

#include "rev/inside.h"

static Revision base_marker;
Revision *const revision_base = &base_marker;
const GraphTexts plain_texts = {0};

Symbols symbols_none(void)
{
    return (Symbols){0};
}

Symbols symbols_one(Str *symbol)
{
    Symbols symbols = {0};
    if (symbol)
        vec_push(&symbols.at, symbol);
    return symbols;
}

Symbols symbols_tuple(StrVec strings)
{
    return (Symbols){.is_tuple = true, .at = strings};
}

static Str *only_symbol(const Symbols *symbols)
{
    return symbols->at.length && !symbols->is_tuple ? symbols->at.at[0] : NULL;
}

/* --- errors ----------------------------------------------------------------------------------- */

Str *symbols_text(const Symbols *symbols)
{
    if (!symbols->is_tuple)
        return symbols->at.length ? symbols->at.at[0] : str_from("None");
    Buf out = {0};
    buf_char(&out, '(');
    for (size_t i = 0; i < symbols->at.length; i++)
        buf_format(&out, "%s'%s'", i ? ", " : "", symbols->at.at[i]->text);
    buf_text(&out, symbols->at.length == 1 ? ",)" : ")");
    return buf_str(&out);
}

void raise_not_ancestor(const Graph *graph, const Symbols *lower, const Symbols *upper)
{
    const GraphTexts *texts = graph->texts;
    Str *start = texts->start ? texts->start : symbols_text(lower);
    Str *end = texts->end ? texts->end : symbols_text(upper);
    if (texts->ancestor)
        raise_tool("rev.not-ancestor", NULL, "%s",
                   str_replace(str_from(texts->ancestor), "{end}", end->text)->text);
    raise_tool("rev.not-ancestor", NULL,
               "Requested range %s:%s does not refer to ancestor/descendant revisions along the "
               "same branch",
               start->text, end->text);
}

void raise_multiple_heads(Graph *graph, const Str *argument)
{
    const GraphTexts *texts = graph->texts;
    const char *head = texts->end ? texts->end->text : argument->text;
    if (texts->multiple_heads)
        raise_tool("rev.multiple-heads", hint_multiple_heads(graph, true), "%s",
                   texts->multiple_heads);
    raise_tool("rev.multiple-heads", hint_multiple_heads(graph, false),
               "Multiple head revisions are present for given argument '%s'; please specify a "
               "specific target revision, '<branchname>@%s' to narrow to a specific head, or "
               "'heads' for all heads",
               head, head);
}

void raise_not_found(const Str *argument, Str *why)
{
    raise_tool("rev.not-found", why ? why->text : NULL, "Can't locate revision identified by '%s'",
               argument->text);
}

/* --- ids -------------------------------------------------------------------------------------- */

/* What one symbol stands for before any revision is looked up. */
typedef struct Resolved {
    StrVec ids;
    Str *branch_label; /* what stood before the first @, or NULL */
} Resolved;

static Resolved resolve_numbers(Graph *graph, Str *symbol);
static bool shares_lineage(Graph *graph, Revision *target, const RevisionVec *against,
                           bool dependencies);

/* "label@rest": the label, and *rest; without @ NULL and the symbol. */
static Str *split_label(Str *symbol, Str **rest)
{
    const char *at = symbol ? memchr(symbol->text, '@', symbol->length) : NULL;
    *rest = symbol;
    if (!at)
        return NULL;
    size_t split = (size_t)(at - symbol->text);
    *rest = str_slice_bytes(symbol, split + 1, symbol->length);
    return str_slice_bytes(symbol, 0, split);
}

static bool is_label(const Str *label)
{
    return label && label->length;
}

static Str *hint_no_match(const Graph *graph, const Str *id)
{
    Str *near = hint_near_name(graph, id);
    Str *why =
        str_format("No such revision or branch '%s'%s%s", id->text,
                   id->characters < 4 ? "; please ensure at least four characters are present "
                                        "for partial revision identifier matches"
                                      : "",
                   near->length ? near->text : hint_labels(graph)->text);
    return str_from(type_next(why->text, "history", NULL));
}

/* A branch that nobody knows is the reason before any other. */
static const char *hint_unknown_branch(const Graph *graph, const Str *label)
{
    if (!is_label(label) || map_find(&graph->by_name, label))
        return NULL;
    return type_next(str_format("no branch is called %s%s%s", label->text,
                                hint_near_name(graph, label)->text, hint_labels(graph)->text)
                         ->text,
                     "heads", NULL);
}

static Str *hint_ambiguous(const Str *id, const StrVec *matches)
{
    Buf out = {0};
    buf_format(&out, "Multiple revisions start with '%s': ", id->text);
    for (size_t i = 0; i < matches->length && i < 3; i++)
        buf_format(&out, "%s'%s'", i ? ", " : "", matches->at[i]->text);
    buf_text(&out, "...");
    return buf_str(&out);
}

/* Ids and labels longer than three characters that start so; those on the branch only, if given. */
static StrVec partial_matches(Graph *graph, const Str *id, Str *check_branch)
{
    StrVec matches = {0};
    RevisionVec found = {0};
    for (size_t i = 0; i < graph->by_name.length; i++) {
        Str *key = graph->by_name.at[i].key;
        if (key->characters > 3 && str_starts_with(key, id->text)) {
            vec_push(&matches, key);
            vec_push(&found, graph->by_name.at[i].value);
        }
    }
    if (!check_branch)
        return matches;
    StrVec kept = {0};
    for (size_t i = 0; i < matches.length; i++) {
        RevisionVec one = one_revision(found.at[i]);
        if (filter_lineage(graph, &one, check_branch, false).length)
            vec_push(&kept, matches.at[i]);
    }
    return kept;
}

static Revision *partial_match(Graph *graph, Str *id, Str *check_branch)
{
    if (!id->length)
        raise_not_found(id, str_from("an empty text is no revision"));
    StrVec matches = partial_matches(graph, id, check_branch);
    if (!matches.length)
        raise_not_found(id, hint_no_match(graph, id));
    if (matches.length > 1)
        raise_not_found(id, hint_ambiguous(id, &matches));
    return map_find(&graph->by_name, matches.at[0]);
}

/* id NULL: base. */
static Revision *revision_for_id(Graph *graph, Str *id, Str *check_branch)
{
    check_branch = is_label(check_branch) ? check_branch : NULL;
    Revision *branch = check_branch ? resolve_branch(graph, check_branch) : NULL;
    if (!id)
        return NULL;
    Revision *r = map_find(&graph->by_name, id);
    if (!r)
        r = partial_match(graph, id, check_branch);
    if (branch) {
        RevisionVec against = one_revision(branch);
        if (!shares_lineage(graph, r, &against, false))
            raise_not_found(id,
                            str_from(type_next(str_format("Revision %s is not a member of branch "
                                                          "'%s'",
                                                          r->id->text, check_branch->text)
                                                   ->text,
                                               "history", NULL)));
    }
    return r;
}

Revision *resolve_branch(Graph *graph, Str *label)
{
    Revision *r = map_find(&graph->by_name, label);
    return r ? r : partial_match(graph, label, NULL);
}

/* --- lineage ---------------------------------------------------------------------------------- */

static bool shares_lineage(Graph *graph, Revision *target, const RevisionVec *against,
                           bool dependencies)
{
    if (!against->length)
        return true;
    if (target == revision_base) /* nothing to look up: base has no lineage */
        raise_not_found(str_from("base"), NULL);
    RevisionVec one = one_revision(target);
    RevisionSet above = reach(graph, &one, dependencies ? TO_ALL_CHILDREN : TO_CHILDREN);
    RevisionSet below = reach(graph, &one, dependencies ? TO_ANCESTORS : TO_PARENTS);
    for (size_t i = 0; i < against->length; i++)
        if (revision_set_has(&above, against->at[i]) || revision_set_has(&below, against->at[i]))
            return true;
    return false;
}

/* The revisions a lineage is measured against: the label's and the ids'. */
static RevisionVec lineage_of(Graph *graph, const Resolved *resolved)
{
    RevisionVec against = {0};
    if (is_label(resolved->branch_label))
        vec_push(&against, revision_for_id(graph, resolved->branch_label, NULL));
    for (size_t i = 0; i < resolved->ids.length; i++)
        vec_push(&against, revision_for_id(graph, resolved->ids.at[i], NULL));
    return against;
}

RevisionVec filter_lineage(Graph *graph, const RevisionVec *targets, Str *check_against,
                           bool dependencies)
{
    Resolved resolved = resolve_numbers(graph, check_against);
    RevisionVec kept = {0};
    if (!targets->length)
        return kept; /* before looking at what may not exist, as the reference's generator */
    RevisionVec against = lineage_of(graph, &resolved);
    for (size_t i = 0; i < targets->length; i++)
        if (shares_lineage(graph, targets->at[i], &against, dependencies))
            vec_push(&kept, targets->at[i]);
    return kept;
}

/* --- symbols ---------------------------------------------------------------------------------- */

/* Heads may list a replaced duplicate; its id means the one that replaced it. */
static RevisionVec in_map(const Graph *graph, const RevisionVec *revisions)
{
    RevisionVec found = {0};
    for (size_t i = 0; i < revisions->length; i++)
        vec_push(&found, map_find(&graph->by_name, revisions->at[i]->id));
    return found;
}

static RevisionVec heads_on(Graph *graph, Str *branch_label)
{
    RevisionVec heads = in_map(graph, &graph->heads);
    return is_label(branch_label) ? filter_lineage(graph, &heads, branch_label, false) : heads;
}

static Revision *current_head(Graph *graph, Str *branch_label)
{
    RevisionVec heads = heads_on(graph, branch_label);
    if (heads.length > 1)
        raise_multiple_heads(graph, is_label(branch_label)
                                        ? str_format("%s@head", branch_label->text)
                                        : str_from("head"));
    return heads.length ? heads.at[0] : NULL;
}

static Resolved resolve_numbers(Graph *graph, Str *symbol)
{
    Resolved resolved = {0};
    Str *rest;
    resolved.branch_label = split_label(symbol, &rest);
    if (!rest || str_is(rest, "base"))
        return resolved;
    if (str_is(rest, "heads")) {
        RevisionVec heads = is_label(resolved.branch_label) ? heads_on(graph, resolved.branch_label)
                                                            : graph->real_heads;
        resolved.ids = revision_ids(&heads);
    } else if (str_is(rest, "head")) {
        Revision *head = current_head(graph, resolved.branch_label);
        if (head)
            vec_push(&resolved.ids, head->id);
    } else {
        vec_push(&resolved.ids, rest);
    }
    return resolved;
}

Revision *resolve_one(Graph *graph, Str *symbol)
{
    Resolved resolved = resolve_numbers(graph, symbol);
    if (resolved.ids.length > 1)
        raise_multiple_heads(graph, symbol);
    return revision_for_id(graph, resolved.ids.length ? resolved.ids.at[0] : NULL,
                           resolved.branch_label);
}

/* --- walking N revisions ---------------------------------------------------------------------- */

/* "-12" alone -> 12, else 0. */
static int64_t negative_number(const Str *s)
{
    int64_t n = 0;
    if (s->length < 2 || s->text[0] != '-')
        return 0;
    for (size_t i = 1; i < s->length; i++) {
        if (s->text[i] < '0' || s->text[i] > '9')
            return 0;
        n = n < INT32_MAX ? n * 10 + (s->text[i] - '0') : n;
    }
    return n;
}

static RevisionVec walk_up(Graph *graph, const Revision *from, Str *branch_label)
{
    RevisionVec children = from ? in_map(graph, &from->next) : in_map(graph, &graph->bases);
    return is_label(branch_label) ? filter_lineage(graph, &children, branch_label, false)
                                  : children;
}

static RevisionVec walk_down(Graph *graph, Revision *from)
{
    if (from == revision_base)
        return (RevisionVec){0};
    RevisionVec below = from ? from->parents : in_map(graph, &graph->heads);
    return below.length ? below : one_revision(revision_base);
}

/* `steps` up (or down, when negative) from a revision (NULL: from below all bases, or above all
 * heads). Walking out of the graph ends in NULL when exact, else where it came to. */
static Revision *walk(Graph *graph, Revision *from, int64_t steps, Str *branch_label, bool exact)
{
    for (int64_t i = 0; i < (steps < 0 ? -steps : steps); i++) {
        RevisionVec next = steps > 0 ? walk_up(graph, from, branch_label) : walk_down(graph, from);
        if (!next.length)
            return exact ? NULL : from;
        if (next.length > 1)
            raise_tool("rev.ambiguous-walk",
                       type_next("the history forks on the way; name the revision itself",
                                 "history", NULL),
                       "Ambiguous walk");
        from = next.at[0];
    }
    return from;
}

/* "branch@-2" or "-2": down from every head of the branch. */
static RevisionVec walk_from_heads(Graph *graph, Str *branch_label, int64_t down)
{
    RevisionVec ends = {0}, heads = in_map(graph, &graph->real_heads);
    for (size_t i = 0; i < heads.length; i++)
        if (!branch_label || strings_contain(&heads.at[i]->branch_labels, branch_label))
            vec_push(&ends, walk(graph, heads.at[i], -down, NULL, true));
    return ends;
}

RevisionVec resolve_symbol(Graph *graph, Str *symbol)
{
    Resolved resolved = resolve_numbers(graph, symbol);
    int64_t down = resolved.ids.length == 1 ? negative_number(resolved.ids.at[0]) : 0;
    if (down)
        return walk_from_heads(graph, resolved.branch_label, down);
    RevisionVec found = {0};
    for (size_t i = 0; i < resolved.ids.length; i++)
        vec_push(&found, revision_for_id(graph, resolved.ids.at[i], resolved.branch_label));
    return found;
}

RevisionVec resolve_symbols(Graph *graph, const Symbols *symbols)
{
    RevisionVec found = {0};
    for (size_t i = 0; i < symbols->at.length; i++) {
        RevisionVec some = resolve_symbol(graph, symbols->at.at[i]);
        for (size_t k = 0; k < some.length; k++)
            vec_push(&found, some.at[k]);
    }
    return found;
}

/* --- relative targets: label@rev+2 ------------------------------------------------------------ */

typedef struct Relative {
    Str *branch_label; /* or NULL                    */
    Str *symbol;       /* or NULL: the current state */
    Str *text;         /* "+2"                       */
    int64_t steps;
} Relative;

static bool is_word_byte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (unsigned char)c >= 0x80;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Word characters, a sign and digits at `from`; what follows is ignored, as the reference's
 * pattern. */
static bool match_tail(const Str *s, size_t from, Relative *out)
{
    size_t sign = from;
    while (is_word_byte(s->text[sign]))
        sign++;
    if ((s->text[sign] != '+' && s->text[sign] != '-') || !is_digit(s->text[sign + 1]))
        return false;
    size_t end = sign + 1;
    for (; is_digit(s->text[end]); end++)
        out->steps = out->steps < INT32_MAX ? out->steps * 10 + (s->text[end] - '0') : out->steps;
    if (s->text[sign] == '-')
        out->steps = -out->steps;
    out->symbol = sign > from ? str_slice_bytes(s, from, sign) : NULL;
    out->text = str_slice_bytes(s, sign, end);
    return true;
}

static bool match_relative(const Str *s, Relative *out)
{
    *out = (Relative){0};
    for (size_t i = 1; i < s->length && s->text[i - 1] != '\n'; i++) {
        if (s->text[i] == '@' && match_tail(s, i + 1, out)) {
            out->branch_label = str_slice_bytes(s, 0, i);
            return true;
        }
    }
    return match_tail(s, 0, out);
}

static _Noreturn void raise_not_produced(const Graph *graph, const Relative *asked,
                                         const Str *relative)
{
    int64_t steps = asked->steps;
    const char *branch = hint_unknown_branch(graph, asked->branch_label);
    raise_tool("rev.relative",
               branch      ? branch
               : steps < 0 ? type_next("fewer revisions are applied than that; all of them go with",
                                       "downgrade base", NULL)
                           : type_next("fewer revisions follow than that; up to the newest it is",
                                       "upgrade head", NULL),
               "Relative revision %s didn't produce %lld migrations", relative->text,
               (long long)(steps < 0 ? -steps : steps));
}

static Revision *walk_from_symbol(Graph *graph, const Relative *relative, bool exact)
{
    Str *start = relative->branch_label
                     ? str_format("%s@%s", relative->branch_label->text, relative->symbol->text)
                     : relative->symbol;
    return walk(graph, resolve_one(graph, start), relative->steps, NULL, exact);
}

/* --- upgrade targets -------------------------------------------------------------------------- */

/* The branch's applied revisions that no other applied one of it stands on. */
static RevisionVec branch_tips(Graph *graph, const RevisionVec *current, Str *branch_label)
{
    RevisionSet ancestors = reach(graph, current, TO_ANCESTORS);
    RevisionVec active = filter_lineage(graph, &ancestors.items, branch_label, false), tips = {0};
    RevisionSet down = revision_set_new(graph);
    for (size_t i = 0; i < active.length; i++)
        for (size_t k = 0; k < active.at[i]->normalized_parents.length; k++)
            revision_set_add(&down, active.at[i]->normalized_parents.at[k]);
    for (size_t i = 0; i < active.length; i++)
        if (!revision_set_has(&down, active.at[i]))
            vec_push(&tips, active.at[i]);
    return tips;
}

/* Where "+N" and "label@+N" start: NULL is below the bases. */
static Revision *upgrade_start(Graph *graph, const Symbols *current, Str *branch_label)
{
    size_t count = current->at.length;
    RevisionVec start = {0};
    if (branch_label) {
        RevisionVec applied = resolve_symbols(graph, current);
        start = filter_lineage(graph, &applied, branch_label, false);
        if (!start.length)
            start = branch_tips(graph, &applied, branch_label);
        count = start.length;
    }
    if (count > 1)
        raise_tool(
            "rev.ambiguous-upgrade",
            type_next(
                "several branches are applied; say which one goes on, or take all to their ends",
                "upgrade BRANCH@+1", "upgrade heads", NULL),
            "Ambiguous upgrade from multiple current revisions");
    if (branch_label)
        return start.length ? start.at[0] : NULL;
    return count ? resolve_one(graph, current->at.at[0]) : NULL;
}

static Revision *upgrade_relative(Graph *graph, const Symbols *current, const Relative *relative,
                                  bool exact)
{
    if (relative->steps > 0 && !relative->symbol) {
        Revision *start = upgrade_start(graph, current, relative->branch_label);
        Revision *r = walk(graph, start, relative->steps, relative->branch_label, exact);
        if (!r)
            raise_not_produced(graph, relative, relative->text);
        return r;
    }
    if (relative->steps > 0)
        return walk(graph, resolve_one(graph, relative->symbol), relative->steps,
                    relative->branch_label, exact);
    if (!relative->symbol)
        raise_not_produced(graph, relative, str_format("%lld", (long long)relative->steps));
    return walk_from_symbol(graph, relative, exact);
}

RevisionVec parse_upgrade_target(Graph *graph, const Symbols *current, const Symbols *target,
                                 bool exact_length)
{
    Relative relative;
    Str *symbol = only_symbol(target);
    if (!symbol || !match_relative(symbol, &relative))
        return resolve_symbols(graph, target);
    Revision *r = upgrade_relative(graph, current, &relative, exact_length);
    if (!r || r == revision_base)
        raise_tool("rev.walked-too-far", NULL, "Walked too far");
    return one_revision(r);
}

/* --- downgrade targets ------------------------------------------------------------------------ */

/* The applied revision that "label@-N" counts from. */
static Str *downgrade_start_on_branch(Graph *graph, const Symbols *current,
                                      const Relative *relative)
{
    RevisionVec applied = {0};
    for (size_t i = 0; i < current->at.length; i++)
        vec_push(&applied, revision_for_id(graph, current->at.at[i], NULL));
    RevisionVec start = filter_lineage(graph, &applied, relative->branch_label, false);
    if (!start.length) {
        /* the branch may be applied below a single head that depends on it */
        RevisionVec tips = all_current(graph, &current->at);
        start = filter_lineage(graph, &tips, relative->branch_label, false);
    }
    if (!start.length)
        raise_not_produced(graph, relative, relative->text);
    if (start.length > 1)
        raise_tool(
            "rev.ambiguous-downgrade",
            type_next("several revisions of that branch are applied; name the one to go back to",
                      "current", "downgrade REVISION", NULL),
            "Ambiguous downgrade from multiple current revisions");
    return start.at[0]->id;
}

static bool all_equal(const StrVec *strings)
{
    for (size_t i = 1; i < strings->length; i++)
        if (!str_equal(strings->at[i], strings->at[0]))
            return false;
    return true;
}

static void warn_ambiguous(Graph *graph, const Str *first, const Str *relative)
{
    vec_push(&graph->warnings,
             str_format("downgrade -1 from multiple heads is ambiguous; this usage will be "
                        "disallowed in a future release: name the branch, %s@%s",
                        first->text, relative->text));
}

/* Completes "-N" and "label@-N" with the revision to count from. */
static void complete_relative(Graph *graph, const Symbols *current, Relative *relative)
{
    if (relative->branch_label) {
        relative->symbol = downgrade_start_on_branch(graph, current, relative);
        return;
    }
    if (!current->at.length)
        raise_not_produced(graph, relative, relative->text);
    if (!all_equal(&current->at))
        warn_ambiguous(graph, current->at.at[0], relative->text);
    relative->symbol = relative->branch_label = current->at.at[0];
}

static DowngradeTarget downgrade_relative(Graph *graph, const Symbols *current, Relative *relative,
                                          bool exact)
{
    bool from_current = !relative->symbol;
    Revision *r;
    if (relative->steps >= 0) {
        if (from_current)
            raise_not_produced(graph, relative, relative->text);
        r = walk(graph, resolve_one(graph, relative->symbol), relative->steps,
                 relative->branch_label, exact);
    } else {
        if (from_current)
            complete_relative(graph, current, relative);
        r = walk_from_symbol(graph, relative, exact);
    }
    if (!r && from_current)
        raise_not_produced(graph, relative, relative->text);
    if (!r)
        raise_tool("rev.walked-too-far", NULL, "Walked too far");
    return (DowngradeTarget){relative->branch_label, r};
}

DowngradeTarget parse_downgrade_target(Graph *graph, const Symbols *current, const Symbols *target,
                                       bool exact_length)
{
    Relative relative;
    Str *symbol = only_symbol(target);
    if (!symbol)
        return (DowngradeTarget){0};
    if (match_relative(symbol, &relative))
        return downgrade_relative(graph, current, &relative, exact_length);
    const char *at = memrchr(symbol->text, '@', symbol->length);
    DowngradeTarget absolute = {0};
    if (at && at > symbol->text)
        absolute.branch_label = str_slice_bytes(symbol, 0, (size_t)(at - symbol->text));
    if (at)
        symbol = str_slice_bytes(symbol, (size_t)(at - symbol->text) + 1, symbol->length);
    absolute.revision = resolve_one(graph, symbol);
    return absolute;
}

/* --- what is applied -------------------------------------------------------------------------- */

/* Those of the set that no other of it stands on. Going up, a revision whose child is in the set or
 * is covered itself is covered. */
static RevisionVec only_tips(const Graph *graph, const RevisionSet *applied)
{
    RevisionVec children = {0}, tips = {0};
    for (size_t i = 0; i < applied->items.length; i++)
        for (size_t k = 0; k < applied->items.at[i]->parents.length; k++)
            vec_push(&children, applied->items.at[i]->parents.at[k]);
    RevisionSet covered = reach(graph, &children, TO_PARENTS);
    for (size_t i = 0; i < graph->revisions.length; i++) {
        Revision *r = graph->revisions.at[i];
        if (revision_set_has(applied, r) && !revision_set_has(&covered, r))
            vec_push(&tips, r);
    }
    return tips;
}

RevisionVec all_current(Graph *graph, const StrVec *rows)
{
    Symbols symbols = symbols_tuple(*rows);
    RevisionVec top = resolve_symbols(graph, &symbols);
    RevisionSet applied = reach(graph, &top, TO_ANCESTORS);
    return only_tips(graph, &applied);
}

/* --- public ----------------------------------------------------------------------------------- */

Revision *graph_find_revision(Graph *graph, Str *symbol)
{
    graph->texts = &plain_texts;
    return resolve_one(graph, symbol);
}

RevisionVec graph_find_revisions(Graph *graph, Symbols symbols)
{
    graph->texts = &plain_texts;
    RevisionVec found = resolve_symbols(graph, &symbols);
    for (size_t i = 0; i < found.length; i++)
        if (!found.at[i] || found.at[i] == revision_base)
            raise_tool("rev.walked-too-far", NULL, "Walked too far");
    return found;
}

StrVec graph_revision_numbers(Graph *graph, Str *symbol)
{
    graph->texts = &plain_texts;
    return resolve_numbers(graph, symbol).ids;
}

Revision *graph_current_head(Graph *graph)
{
    static const GraphTexts texts = {
        .multiple_heads = "The script directory has multiple heads (due to branching)."
                          "Please use get_heads(), or merge the branches using alembic merge."};
    graph->texts = &texts;
    return current_head(graph, NULL);
}

Revision *graph_base(Graph *graph)
{
    if (graph->bases.length > 1)
        raise_tool("rev.multiple-bases", NULL,
                   "The script directory has multiple bases. Please use get_bases().");
    return graph->bases.length ? graph->bases.at[0] : NULL;
}

RevisionVec graph_all_current(Graph *graph, StrVec rows)
{
    graph->texts = &plain_texts;
    return all_current(graph, &rows);
}

bool range_split(const Str *argument, Str **from, Str **to)
{
    const char *colon = memchr(argument->text, ':', argument->length);
    if (!colon)
        return false;
    size_t at = (size_t)(colon - argument->text);
    if (memchr(colon + 1, ':', argument->length - at - 1))
        raise_tool("rev.range", "write one colon: FROM:TO", "Range '%s' has more than two sides",
                   argument->text);
    *from = str_slice_bytes(argument, 0, at);
    *to = str_slice_bytes(argument, at + 1, argument->length);
    return true;
}

StrVec offline_rows(Graph *graph, Str *from)
{
    Revision *r = from ? graph_find_revision(graph, from) : NULL;
    StrVec rows = {0};
    if (r)
        vec_push(&rows, r->id);
    return rows;
}

StrVec stamp_ranges_split(const StrVec *arguments, Str **from)
{
    StrVec destinations = {0};
    *from = NULL;
    for (size_t i = 0; i < arguments->length; i++) {
        Str *start, *end = arguments->at[i];
        if (range_split(arguments->at[i], &start, &end)) {
            if (*from && !str_equal(*from, start))
                raise_tool("rev.range", NULL,
                           "Stamp operation with --sql only supports a single starting revision "
                           "at a time");
            *from = start;
        }
        vec_push(&destinations, end);
    }
    return destinations;
}
