/* alembic_script.c -- alembic.script: ScriptDirectory and Script, over the project and its graph. */
#include "bind/bind.h"

typedef struct ScriptObject {
    Obj obj;
    Revision *revision;
} ScriptObject;
static const Class ScriptObject_class;

typedef struct DirectoryObject {
    Obj obj;
    Project *project;
} DirectoryObject;
static const Class DirectoryObject_class;

/* --- Script: one revision ----------------------------------------------------------------------------------------- */

Value revision_object(Revision *revision)
{
    ScriptObject *script = obj_new(ScriptObject);
    script->revision = revision;
    return OBJ(script);
}

static Value tuple_of(const StrVec *list)
{
    return OBJ(tuple_of_strings(list->length, list->at));
}

/* None, one string or a tuple, as the file wrote it. */
static Value as_written(const StrVec *list)
{
    if (list->length == 0)
        return NONE;
    return list->length == 1 ? STR(list->at[0]) : tuple_of(list);
}

NATIVE0(ScriptObject, down_revision)
{
    return as_written(&self->revision->down_revisions);
}

NATIVE0(ScriptObject, dependencies)
{
    return as_written(&self->revision->depends_on);
}

NATIVE0(ScriptObject, branch_labels)
{
    Set *labels = set_new();
    for (size_t i = 0; i < self->revision->branch_labels.length; i++)
        set_add(labels, STR(self->revision->branch_labels.at[i]));
    return OBJ(labels);
}

static Value id_set(const RevisionVec *revisions)
{
    Set *ids = set_new();
    for (size_t i = 0; i < revisions->length; i++)
        set_add(ids, STR(revisions->at[i]->id));
    return OBJ(ids);
}

NATIVE0(ScriptObject, nextrev)
{
    return id_set(&self->revision->next);
}

NATIVE0(ScriptObject, revision)
{
    return STR(self->revision->id);
}

NATIVE0(ScriptObject, doc)
{
    return STR(self->revision->doc);
}

NATIVE0(ScriptObject, longdoc)
{
    return STR(self->revision->long_doc);
}

NATIVE0(ScriptObject, path)
{
    return STR(self->revision->path);
}

NATIVE0(ScriptObject, module)
{
    return OBJ(project_module(NULL, self->revision));
}

#define REVISION_TEST(name)                                                                        \
    NATIVE0(ScriptObject, name)                                                                    \
    {                                                                                              \
        return BOOL(revision_##name(self->revision));                                              \
    }
REVISION_TEST(is_head)
REVISION_TEST(is_base)
REVISION_TEST(is_branch_point)
REVISION_TEST(is_merge_point)

NATIVE0(ScriptObject, log_entry)
{
    Buf out = {0};
    write_revision_block(&out, self->revision, false);
    return STR(buf_str(&out));
}

static Str *script_str(Value self)
{
    Buf out = {0};
    write_revision_line(&out, as(ScriptObject, self)->revision,
                        (LineOptions){.branches = true, .doc = true, .parents = true, .tree = true});
    return buf_str(&out);
}

static const Method script_methods[] = {
    PROPERTY(ScriptObject, revision),      PROPERTY(ScriptObject, down_revision),
    PROPERTY(ScriptObject, dependencies),  PROPERTY(ScriptObject, branch_labels),
    PROPERTY(ScriptObject, nextrev),       PROPERTY(ScriptObject, doc),
    PROPERTY(ScriptObject, longdoc),       PROPERTY(ScriptObject, path),
    PROPERTY(ScriptObject, module),        PROPERTY(ScriptObject, is_head),
    PROPERTY(ScriptObject, is_base),       PROPERTY(ScriptObject, is_branch_point),
    PROPERTY(ScriptObject, is_merge_point), PROPERTY(ScriptObject, log_entry),
    {0},
};
static const Class ScriptObject_class = {
    CLASS_NAMED(ScriptObject, "Script", "alembic.script.base", object),
    .methods = script_methods,
    .str = script_str,
};

/* --- ScriptDirectory ---------------------------------------------------------------------------------------------------- */

Value script_directory_object(Project *project)
{
    if (!project->script_object) {
        DirectoryObject *made = obj_new(DirectoryObject);
        made->project = project;
        project->script_object = made;
    }
    return OBJ(project->script_object);
}

#define FROM_CONFIG(P) P(POS, any, config, Required)
NATIVE_CLASS(DirectoryObject, from_config, FROM_CONFIG)
{
    Config *config = config_record(a->config);
    if (!config)
        raise_type("from_config() expects a Config");
    return script_directory_object(project_open(config));
}

static Symbols symbols_from(Value v)
{
    if (is_absent(v))
        return symbols_none();
    if (value_find_str(v))
        return symbols_one(value_find_str(v));
    StrVec list = {0};
    const List *items = list_from(v);
    for (size_t i = 0; i < items->length; i++)
        vec_push(&list, value_str(items->at[i]));
    return symbols_tuple(list);
}

static Value revision_list(const RevisionVec *revisions)
{
    List *list = list_new(revisions->length);
    for (size_t i = 0; i < revisions->length; i++)
        list_append(list, revision_object(revisions->at[i]));
    return OBJ(list);
}

#define ONE_ID(P) P(POS, any, id_, Required)
NATIVE(DirectoryObject, get_revision, ONE_ID)
{
    Revision *found = is_none(a->id_) ? NULL : graph_find_revision(project_graph(self->project), value_str(a->id_));
    return found ? revision_object(found) : NONE;
}

NATIVE(DirectoryObject, get_revisions, ONE_ID)
{
    RevisionVec found = graph_find_revisions(project_graph(self->project), symbols_from(a->id_));
    const List *list = (const List *)revision_list(&found).obj;
    return OBJ(tuple_new(list->length, list->at));
}

NATIVE0(DirectoryObject, get_current_head)
{
    Revision *head = graph_current_head(project_graph(self->project));
    return head ? STR(head->id) : NONE;
}

#define GET_HEADS(P) P(POS, bool, consider_depends_on, False)
NATIVE(DirectoryObject, get_heads, GET_HEADS)
{
    Graph *graph = project_graph(self->project);
    StrVec ids = revision_ids(a->consider_depends_on ? &graph->real_heads : &graph->heads);
    List *list = list_new(ids.length);
    for (size_t i = 0; i < ids.length; i++)
        list_append(list, STR(ids.at[i]));
    return OBJ(list);
}

NATIVE0(DirectoryObject, get_bases)
{
    StrVec ids = revision_ids(&project_graph(self->project)->bases);
    List *list = list_new(ids.length);
    for (size_t i = 0; i < ids.length; i++)
        list_append(list, STR(ids.at[i]));
    return OBJ(list);
}

NATIVE0(DirectoryObject, get_base)
{
    Revision *base = graph_base(project_graph(self->project));
    return base ? STR(base->id) : NONE;
}

NATIVE(DirectoryObject, as_revision_number, ONE_ID)
{
    if (is_none(a->id_))
        return NONE;
    Str *id = value_str(a->id_);
    StrVec ids = graph_revision_numbers(project_graph(self->project), id);
    if (ids.length == 0)
        return NONE;
    return str_is(id, "heads") ? tuple_of(&ids) : STR(ids.at[0]);
}

#define WALK_REVISIONS(P) P(POS, any, base, None) P(POS, any, head, None)
NATIVE(DirectoryObject, walk_revisions, WALK_REVISIONS)
{
    Symbols base = is_absent(a->base) ? symbols_one(str_from("base")) : symbols_from(a->base);
    Symbols head = is_absent(a->head) ? symbols_one(str_from("heads")) : symbols_from(a->head);
    RevisionVec found = graph_walk(project_graph(self->project), base, head);
    return value_iter(revision_list(&found));
}

#define ITERATE_REVISIONS(P) P(POS, any, upper, Required) P(POS, any, lower, Required)
NATIVE(DirectoryObject, iterate_revisions, ITERATE_REVISIONS)
{
    RevisionVec found = graph_iterate(project_graph(self->project), symbols_from(a->upper),
                                      symbols_from(a->lower), (WalkOptions){.allow_overwalk = true});
    return value_iter(revision_list(&found));
}

NATIVE0(DirectoryObject, dir)
{
    return STR(self->project->location);
}

NATIVE0(DirectoryObject, versions)
{
    return STR(self->project->version_locations.at[0]);
}

NATIVE0(DirectoryObject, version_locations)
{
    List *list = list_new(0);
    for (size_t i = 0; i < self->project->version_locations.length; i++)
        list_append(list, STR(self->project->version_locations.at[i]));
    return OBJ(list);
}

static const Method directory_methods[] = {
    CLASS_METHOD(DirectoryObject, from_config),
    METHOD(DirectoryObject, get_revision),
    METHOD(DirectoryObject, get_revisions),
    METHOD(DirectoryObject, get_current_head),
    METHOD(DirectoryObject, get_heads),
    METHOD(DirectoryObject, get_bases),
    METHOD(DirectoryObject, get_base),
    METHOD(DirectoryObject, as_revision_number),
    METHOD(DirectoryObject, walk_revisions),
    METHOD(DirectoryObject, iterate_revisions),
    PROPERTY(DirectoryObject, dir),
    PROPERTY(DirectoryObject, versions),
    PROPERTY(DirectoryObject, version_locations),
    {0},
};
static const Class DirectoryObject_class = {
    CLASS_NAMED(DirectoryObject, "ScriptDirectory", "alembic.script.base", object),
    .methods = directory_methods,
};

const Export alembic_script_exports[] = {
    EXPORT_CLASS_AS("ScriptDirectory", DirectoryObject),
    EXPORT_CLASS_AS("Script", ScriptObject),
    {0},
};
