/* create.c -- what a new revision file will be: its parents, its folder, its name, and every reason
 * to refuse it before anything is written. */
#include "rev/rev.h"

#include "rev/inside.h"

#include <errno.h>
#include <sys/random.h>

/* --- ids -------------------------------------------------------------------------------------- */

/* In the order in which the message lists them. */
static const char illegal_characters[] = "+-:@";

void revision_check_id(const Str *id)
{
    StrVec found = {0};
    for (const char *c = illegal_characters; *c; c++)
        if (memchr(id->text, *c, id->length))
            vec_push(&found, str_new(c, 1));
    if (found.length)
        raise_tool("rev.illegal-id", NULL,
                   "Character(s) '%s' not allowed in revision identifier '%s'",
                   strings_join(&found)->text, id->text);
}

Str *revision_random_id(void)
{
    unsigned char bytes[6];
    ssize_t got;
    do
        got = getrandom(bytes, sizeof bytes, 0);
    while (got < 0 && errno == EINTR);
    if (got != (ssize_t)sizeof bytes)
        raise_tool("rev.random", "give an id with --rev-id", "The system has no random numbers");
    Buf out = {0};
    for (size_t i = 0; i < sizeof bytes; i++)
        buf_format(&out, "%02x", bytes[i]);
    return buf_str(&out);
}

/* --- parents ---------------------------------------------------------------------------------- */

static RevisionVec choose_parents(Graph *graph, const NewRevisionRequest *request)
{
    static const GraphTexts texts = {
        .multiple_heads = "Multiple heads are present; please specify the head revision on which "
                          "the new revision should be based, or perform a merge."};
    graph->texts = &texts;
    Symbols head = request->head;
    if (!head.is_tuple && !head.at.length)
        head = symbols_one(str_from("head"));
    RevisionVec parents = resolve_symbols(graph, &head);
    for (size_t i = 0; i < parents.length; i++)
        for (size_t k = 0; k < i; k++)
            if (parents.at[k] == parents.at[i])
                raise_tool("rev.duplicate-head", "name each head once",
                           "Duplicate head revisions specified");
    for (size_t i = 0; i < parents.length; i++)
        if (!parents.at[i] || parents.at[i] == revision_base)
            raise_tool("rev.walked-too-far", NULL, "Walked too far");
    return parents;
}

static void check_are_heads(const RevisionVec *parents)
{
    for (size_t i = 0; i < parents->length; i++)
        if (!revision_is_head(parents->at[i]))
            raise_tool("rev.not-a-head",
                       type_next("other revisions follow it already, and one more would be a "
                                 "second head; either go on from "
                                 "a head, or fork on purpose",
                                 "heads",
                                 str_format("revision --head %s --splice -m \"...\"",
                                            parents->at[i]->id->text)
                                     ->text,
                                 NULL),
                       "Revision %s is not a head revision; please specify --splice to create a "
                       "new branch from this revision",
                       parents->at[i]->id->text);
}

/* --- place ------------------------------------------------------------------------------------ */

static const char *locations_hint(const NewRevisionRequest *request)
{
    Buf out = {0};
    buf_text(&out, "version_locations are");
    for (size_t i = 0; i < request->locations.length; i++)
        buf_format(&out, "%s\n      --version-path %s", i ? "" : ":",
                   path_relative(request->locations.at[i])->text);
    return out.data;
}

static Str *choose_version_path(const NewRevisionRequest *request, const RevisionVec *parents)
{
    if (request->version_path)
        return request->version_path;
    if (request->locations.length == 1)
        return request->locations.at[0];
    if (!parents->length)
        raise_tool("rev.version-path", locations_hint(request),
                   "Multiple version locations present, please specify --version-path");
    return path_directory(parents->at[0]->path);
}

static void check_version_path(const NewRevisionRequest *request, const Str *path)
{
    Str *absolute = path_absolute(path);
    for (size_t i = 0; i < request->locations.length; i++)
        if (str_equal(path_absolute(request->locations.at[i]), absolute))
            return;
    raise_tool("rev.version-path", locations_hint(request),
               "Path %s is not represented in current version locations", path->text);
}

static Str *file_path(const NewRevisionRequest *request, const Str *id, const Str *folder)
{
    int64_t truncate = request->truncate_slug_length ? request->truncate_slug_length : 40;
    Str *template = request->file_template ? request->file_template : str_from("%(rev)s_%(slug)s");
    Str *slug = slug_from_message(request->message, truncate);
    Str *name = file_name_expand(template, id, slug, &request->date);
    return path_absolute(path_join(path_absolute(folder), str_format("%s.py", name->text)->text));
}

/* --- dependencies ----------------------------------------------------------------------------- */

/* Partial ids are completed; a label of the revision's branch stays a label. */
static StrVec resolve_depends_on(Graph *graph, const StrVec *symbols)
{
    StrVec resolved = {0};
    for (size_t i = 0; i < symbols->length; i++) {
        Revision *r = graph_find_revision(graph, symbols->at[i]);
        if (!r)
            raise_tool("rev.depends-on-base", "name a revision or a branch label",
                       "A revision cannot depend on '%s'", symbols->at[i]->text);
        vec_push(&resolved,
                 strings_contain(&r->branch_labels, symbols->at[i]) ? symbols->at[i] : r->id);
    }
    return resolved;
}

/* --- the whole -------------------------------------------------------------------------------- */

static void check_is_new(const Graph *graph, const Str *id)
{
    const Revision *other = map_find(&graph->by_name, id);
    if (other)
        raise_tool("rev.duplicate-id",
                   str_format("it is used by %s; choose another --rev-id",
                              other->path ? other->path->text : other->id->text)
                       ->text,
                   "Revision %s is present already", id->text);
}

static void check_labels_are_new(const Graph *graph, const NewRevisionRequest *request,
                                 const Str *id)
{
    for (size_t i = 0; i < request->branch_labels.length; i++) {
        const Revision *user = map_find(&graph->by_name, request->branch_labels.at[i]);
        if (user)
            raise_tool("rev.label-used", "a label names one branch: choose another --branch-label",
                       "Branch name '%s' in revision %s already used by revision %s",
                       request->branch_labels.at[i]->text, id->text, user->id->text);
    }
}

NewRevision new_revision_plan(Graph *graph, const NewRevisionRequest *request)
{
    NewRevision plan = {.id = request->id ? request->id : revision_random_id()};
    revision_check_id(plan.id);
    RevisionVec parents = choose_parents(graph, request);
    plan.version_path = choose_version_path(request, &parents);
    check_version_path(request, plan.version_path);
    plan.path = file_path(request, plan.id, plan.version_path);
    if (!request->splice)
        check_are_heads(&parents);
    plan.down_revisions = revision_ids(&parents);
    plan.branch_labels = request->branch_labels;
    plan.depends_on = resolve_depends_on(graph, &request->depends_on);
    check_is_new(graph, plan.id);
    check_labels_are_new(graph, request, plan.id);
    plan.message = request->message ? request->message : str_from("empty message");
    return plan;
}

/* The command line hands one label over as a string, programs may give a list. */
static Str *labels_text(const StrVec *labels)
{
    if (labels->length == 1)
        return labels->at[0];
    Symbols list = symbols_tuple(*labels);
    return symbols_text(&list);
}

void new_revision_accept(Graph *graph, const NewRevision *plan, Revision *written)
{
    if (plan->branch_labels.length && !written->own_labels.length)
        raise_tool("rev.template-labels", NULL,
                   "Version %s specified branch_labels %s, however the migration file %s does not "
                   "have them; have you upgraded your script.py.mako to include the "
                   "'branch_labels' section?",
                   written->id->text, labels_text(&plan->branch_labels)->text, written->path->text);
    graph_add(graph, written);
}
