/* hints.c -- what to type next, when the history and a command or a database do not fit together.
 */
#include "rev/rev.h"

#include "rev/inside.h"

enum { NAMED_MAX = 6, HERE_MAX = 3 };

/* "b2 and c3", "b2, c3 and d4", "a, b, c and 47 more" */
static Str *enumerate(const StrVec *names, size_t most)
{
    Buf out = {0};
    size_t shown = names->length > most ? most : names->length;
    for (size_t i = 0; i < shown; i++) {
        bool is_last = i + 1 == names->length;
        buf_format(&out, "%s%s", i == 0 ? "" : is_last ? " and " : ", ", names->at[i]->text);
    }
    if (shown < names->length)
        buf_format(&out, " and %zu more", names->length - shown);
    return buf_str(&out);
}

static const char *merge_command(const Graph *graph)
{
    if (graph->heads.length > NAMED_MAX)
        return "merge -m \"merge heads\" heads";
    Buf out = {0};
    buf_text(&out, "merge -m \"merge heads\"");
    for (size_t i = 0; i < graph->heads.length; i++)
        buf_format(&out, " %s", graph->heads.at[i]->id->text);
    return out.data;
}

const char *hint_multiple_heads(Graph *graph, bool for_new_revision)
{
    StrVec heads = {0};
    for (size_t i = 0; i < graph->heads.length; i++)
        strings_add_unique(&heads, graph->heads.at[i]->id);
    if (heads.length < graph->heads.length)
        return "two files have the same id: give one of them another";
    if (heads.length < 2)
        return NULL;
    Revision *ancestor = graph_common_ancestor(graph, &graph->heads);
    if (ancestor && revisions_contain(&graph->heads, ancestor)) /* a head that another depends on */
        ancestor = NULL;
    Str *why =
        str_format("the history has %zu heads, %s%s%s: join them, or name the one that is meant",
                   heads.length, enumerate(&heads, NAMED_MAX)->text,
                   ancestor ? ", which part after " : "", ancestor ? ancestor->id->text : "");
    Str *one = str_format("revision --head %s -m \"...\"", heads.at[0]->text);
    return type_next(why->text, merge_command(graph),
                     for_new_revision ? one->text : "upgrade heads", NULL);
}

/* "; did you mean ...?" for an id or a label that is nearly one of the history. */
Str *hint_near_name(const Graph *graph, const Str *name)
{
    VEC(const char *) names = {0};
    for (size_t i = 0; i < graph->by_name.length; i++)
        vec_push(&names, graph->by_name.at[i].key->text);
    const char *near = text_closest(name->text, names.at, names.length);
    return near ? str_format("; did you mean %s?", near) : str_empty;
}

/* "; branches here are side and web", or nothing without labels. */
Str *hint_labels(const Graph *graph)
{
    StrVec labels = {0};
    for (size_t i = 0; i < graph->loaded.length; i++)
        for (size_t k = 0; k < graph->loaded.at[i]->own_labels.length; k++)
            strings_add_unique(&labels, graph->loaded.at[i]->own_labels.at[k]);
    if (!labels.length)
        return str_empty;
    return str_format("; branches here are %s", enumerate(&labels, NAMED_MAX)->text);
}

static StrVec unknown_rows(const Graph *graph, const StrVec *rows)
{
    StrVec unknown = {0};
    for (size_t i = 0; i < rows->length; i++)
        if (!map_find(&graph->by_name, rows->at[i]))
            vec_push(&unknown, rows->at[i]->length ? rows->at[i] : str_from("an empty text"));
    return unknown;
}

const char *hint_unknown_rows(Graph *graph, const StrVec *rows)
{
    StrVec unknown = unknown_rows(graph, rows);
    if (!unknown.length)
        return NULL;
    StrVec heads = revision_ids(&graph->heads);
    Buf why = {0};
    buf_format(
        &why,
        "the database stands at %s, which no file here defines (%zu revision%s, newest %s).\n",
        enumerate(&unknown, NAMED_MAX)->text, graph->revisions.length,
        graph->revisions.length == 1 ? "" : "s",
        heads.length ? enumerate(&heads, HERE_MAX)->text : "none");
    buf_format(&why,
               "      It was migrated from another branch of the repository, or the file was "
               "renamed or deleted since. To find "
               "it:\n      git log --all --oneline -S %s\n"
               "      If it is gone for good, say what the schema really is:",
               unknown.at[0]->text);
    return type_next(why.data, "stamp --purge REVISION", NULL);
}

void require_known_rows(Graph *graph, const StrVec *rows)
{
    StrVec unknown = unknown_rows(graph, rows);
    if (unknown.length)
        raise_tool("rev.not-found", hint_unknown_rows(graph, rows),
                   "Can't locate revision identified by '%s'", unknown.at[0]->text);
}

const char *hint_not_at_heads(Graph *graph, const StrVec *rows, const char *why)
{
    StrVec heads = revision_ids(&graph->heads);
    Str *here = rows->length
                    ? str_format("the database stands at %s", enumerate(rows, NAMED_MAX)->text)
                    : str_from("nothing is applied to the database yet");
    Str *text = heads.length ? str_format("%s, the history ends at %s%s", here->text,
                                          enumerate(&heads, NAMED_MAX)->text, why)
                             : str_format("%s, the history is empty%s", here->text, why);
    return type_next(text->text, heads.length > 1 ? "upgrade heads" : "upgrade head", NULL);
}
