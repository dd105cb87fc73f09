/* list.c -- the text and the records of heads, branches, history, current and show. */
#include "rev/rev.h"

#include "rev/inside.h"

static Str *parents_text(const Revision *r)
{
    if (!r->down_revisions.length)
        return str_from("<base>");
    return strings_join(&r->down_revisions);
}

/* The numbers are those of ECMA-48. */
typedef enum Paint {
    PAINT_ID = 33,
    PAINT_HEAD = 32,
    PAINT_CURRENT = 36,
    PAINT_TREE = 35,
    PAINT_LABEL = 34
} Paint;

static void write_painted(Buf *out, bool color, Paint paint, const char *text)
{
    if (color)
        buf_format(out, "\033[%dm%s\033[0m", (int)paint, text);
    else
        buf_text(out, text);
}

/* " (head)" and the like. */
static void write_mark(Buf *out, bool condition, bool color, Paint paint, const char *text)
{
    if (!condition)
        return;
    buf_char(out, ' ');
    write_painted(out, color, paint, text);
}

static void write_parents(Buf *out, const Revision *r)
{
    buf_add(out, parents_text(r));
    if (r->depends_on.length)
        buf_format(out, " (%s)", strings_join(&r->depends_on)->text);
    buf_text(out, " -> ");
}

void write_revision_line(Buf *out, const Revision *r, LineOptions options)
{
    if (options.parents)
        write_parents(out, r);
    bool color = options.color, effective = revision_is_head(r) && !revision_is_real_head(r);
    write_painted(out, color, PAINT_ID, r->id->text);
    if (options.branches && r->branch_labels.length)
        write_mark(out, true, color, PAINT_LABEL,
                   str_format("(%s)", strings_join(&r->branch_labels)->text)->text);
    write_mark(out, revision_is_real_head(r), color, PAINT_HEAD, "(head)");
    write_mark(out, effective, color, PAINT_HEAD, "(effective head)");
    write_mark(out, r->is_current, color, PAINT_CURRENT, "(current)");
    write_mark(out, options.tree && revision_is_branch_point(r), color, PAINT_TREE,
               "(branchpoint)");
    write_mark(out, options.tree && revision_is_merge_point(r), color, PAINT_TREE, "(mergepoint)");
    if (options.doc)
        buf_format(out, ", %s", r->doc->text);
}

/* Length of the line end at p as str.splitlines() sees it, 0 for none. */
static size_t line_end(const char *p)
{
    const unsigned char *u = (const unsigned char *)p;
    if (u[0] == '\r')
        return u[1] == '\n' ? 2 : 1;
    if ((u[0] >= '\n' && u[0] <= '\f') || (u[0] >= 0x1C && u[0] <= 0x1E))
        return 1;
    if (u[0] == 0xC2 && u[1] == 0x85)
        return 2;
    if (u[0] == 0xE2 && u[1] == 0x80 && (u[2] == 0xA8 || u[2] == 0xA9))
        return 3;
    return 0;
}

static void write_indented(Buf *out, const Str *text)
{
    const char *p = text->text, *end = text->text + text->length;
    while (p < end) {
        const char *start = p;
        while (p < end && !line_end(p))
            p++;
        buf_text(out, "    ");
        buf_bytes(out, start, (size_t)(p - start));
        p += p < end ? line_end(p) : 0;
        if (p < end)
            buf_char(out, '\n');
    }
}

void write_revision_block(Buf *out, const Revision *r, bool color)
{
    buf_text(out, "Rev: ");
    write_painted(out, color, PAINT_ID, r->id->text);
    write_mark(out, revision_is_head(r), color, PAINT_HEAD, "(head)");
    write_mark(out, revision_is_branch_point(r), color, PAINT_TREE, "(branchpoint)");
    write_mark(out, revision_is_merge_point(r), color, PAINT_TREE, "(mergepoint)");
    write_mark(out, r->is_current, color, PAINT_CURRENT, "(current)");
    buf_format(out, "\n%s: %s\n", revision_is_merge_point(r) ? "Merges" : "Parent",
               parents_text(r)->text);
    if (r->depends_on.length)
        buf_format(out, "Also depends on: %s\n", strings_join(&r->depends_on)->text);
    if (revision_is_branch_point(r)) {
        StrVec next = revision_ids(&r->next);
        buf_format(out, "Branches into: %s\n", strings_join(&next)->text);
    }
    if (r->branch_labels.length)
        buf_format(out, "Branch names: %s\n", strings_join(&r->branch_labels)->text);
    buf_format(out, "Path: %s\n\n", r->path ? r->path->text : "");
    write_indented(out, r->long_doc);
    buf_char(out, '\n');
}

static void write_entry(Buf *out, const Revision *r, ListStyle style, LineOptions options)
{
    options.color = style.color;
    if (style.verbose)
        write_revision_block(out, r, style.color);
    else
        write_revision_line(out, r, options);
    buf_char(out, '\n');
}

/* --- heads ------------------------------------------------------------------------------------ */

RevisionVec list_heads(Graph *graph, bool resolve_dependencies)
{
    const RevisionVec *heads = resolve_dependencies ? &graph->real_heads : &graph->heads;
    return graph_find_revisions(graph, symbols_tuple(revision_ids(heads)));
}

void write_heads(Buf *out, Graph *graph, ListStyle style, bool resolve_dependencies)
{
    RevisionVec heads = list_heads(graph, resolve_dependencies);
    for (size_t i = 0; i < heads.length; i++)
        write_entry(out, heads.at[i], style, (LineOptions){.branches = true});
}

/* --- branches --------------------------------------------------------------------------------- */

RevisionVec list_branches(Graph *graph)
{
    RevisionVec all = graph_walk(graph, symbols_none(), symbols_none()), points = {0};
    for (size_t i = 0; i < all.length; i++)
        if (revision_is_branch_point(all.at[i]))
            vec_push(&points, all.at[i]);
    return points;
}

void write_branches(Buf *out, Graph *graph, ListStyle style)
{
    RevisionVec points = list_branches(graph);
    for (size_t i = 0; i < points.length; i++) {
        const Revision *r = points.at[i];
        write_entry(out, r, style, (LineOptions){.branches = true, .tree = true});
        for (size_t k = 0; k < r->next.length; k++) {
            buf_fill(out, ' ', r->id->characters);
            buf_text(out, " -> ");
            write_revision_line(
                out, r->next.at[k],
                (LineOptions){
                    .branches = true, .doc = style.verbose, .tree = true, .color = style.color});
            buf_char(out, '\n');
        }
        buf_char(out, '\n');
    }
}

/* --- history ---------------------------------------------------------------------------------- */

RevisionVec list_history(Graph *graph, Symbols base, Symbols head)
{
    return graph_walk(graph, base, head);
}

void write_history(Buf *out, Graph *graph, Symbols base, Symbols head, ListStyle style,
                   bool indicate_current, StrVec current)
{
    RevisionVec revisions = list_history(graph, base, head);
    for (size_t i = 0; i < revisions.length; i++) {
        Revision *r = revisions.at[i];
        if (indicate_current)
            r->is_current = strings_contain(&current, r->id);
        write_entry(out, r, style,
                    (LineOptions){.branches = true, .doc = true, .parents = true, .tree = true});
    }
}

void history_range_split(const Str *argument, Str **base, Str **head)
{
    if (!range_split(str_trim(argument), base, head))
        raise_tool("rev.range",
                   type_next("either side may be empty",
                             "history -r -5:", "history -r REVISION:head", NULL),
                   "History range requires [start]:[end], [start]:, or :[end]");
    *base = (*base)->length ? *base : NULL;
    *head = (*head)->length ? *head : NULL;
}

/* --- current and show ------------------------------------------------------------------------- */

void write_current(Buf *out, Graph *graph, StrVec rows, ListStyle style)
{
    RevisionVec tips = graph_all_current(graph, rows);
    for (size_t i = 0; i < tips.length; i++)
        write_entry(out, tips.at[i], style, (LineOptions){.tree = true});
}

void write_show(Buf *out, Graph *graph, Symbols symbols, ListStyle style)
{
    RevisionVec revisions = graph_find_revisions(graph, symbols);
    for (size_t i = 0; i < revisions.length; i++)
        write_entry(out, revisions.at[i], (ListStyle){true, style.color}, (LineOptions){0});
}

/* --- more than one head ----------------------------------------------------------------------- */

/* The latest loaded of the common ancestors is not always the newest: the one all others are
 * ancestors of is. */
Revision *graph_common_ancestor(Graph *graph, const RevisionVec *revisions)
{
    RevisionVec common = {0};
    for (size_t i = 0; i < revisions->length; i++) {
        RevisionVec one = one_revision(revisions->at[i]);
        RevisionSet ancestors = reach(graph, &one, TO_ANCESTORS);
        RevisionVec kept = {0};
        const RevisionVec *from = i ? &common : &ancestors.items;
        for (size_t k = 0; k < from->length; k++)
            if (revision_set_has(&ancestors, from->at[k]))
                vec_push(&kept, from->at[k]);
        common = kept;
    }
    for (size_t i = 0; i < common.length; i++) {
        RevisionVec one = one_revision(common.at[i]);
        if (reach(graph, &one, TO_ANCESTORS).items.length == common.length)
            return common.at[i];
    }
    return common.length ? common.at[0] : NULL;
}

void check_one_head(Graph *graph, const char *program)
{
    const RevisionVec *heads = &graph->heads;
    if (heads->length < 2)
        return;
    Buf text = {0}, hint = {0};
    Revision *ancestor = graph_common_ancestor(graph, heads);
    buf_format(&text, "The history has %zu heads", heads->length);
    if (ancestor)
        buf_format(&text, ", which part after %s (%s)", ancestor->id->text, ancestor->path->text);
    buf_format(&hint, "join them:\n      %s merge -m \"merge heads\"", program);
    for (size_t i = 0; i < heads->length; i++) {
        buf_format(&text, "\n  %s  %s", heads->at[i]->id->text, heads->at[i]->path->text);
        buf_format(&hint, " %s", heads->at[i]->id->text);
    }
    Err *err = err_new(ERR_FILE, "rev.several-heads", "%s", text.data);
    err->hint = buf_str(&hint);
    err_raise(err);
}

void check_rows_at_heads(Graph *graph, StrVec rows)
{
    StrVec heads = revision_ids(&graph->heads);
    bool same = true;
    for (size_t i = 0; i < heads.length; i++)
        same = same && strings_contain(&rows, heads.at[i]);
    for (size_t i = 0; i < rows.length; i++)
        same = same && strings_contain(&heads, rows.at[i]);
    if (!same)
        raise_tool("rev.not-at-head", hint_not_at_heads(graph, &rows, ""),
                   "Database is not on all head revisions");
}
