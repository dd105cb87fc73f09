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

Project *script_directory_record(Value v)
{
    DirectoryObject *object = as(DirectoryObject, v);
    return object ? object->project : NULL;
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

/* --- steps: what ScriptDirectory plans and an environment's function returns --------------------------------------------- */

typedef struct StepObject {
    Obj obj;
    Step step;
} StepObject;
static const Class StepObject_class;

static Value step_list(const StepVec *steps)
{
    List *list = list_new(steps->length);
    for (size_t i = 0; i < steps->length; i++) {
        StepObject *object = obj_new(StepObject);
        object->step = steps->at[i];
        list_append(list, OBJ(object));
    }
    return OBJ(list);
}

StepVec steps_from_list(Value list)
{
    StepVec steps = {0};
    const List *items = is_none(list) ? list_new(0) : list_from(list);
    for (size_t i = 0; i < items->length; i++) {
        const StepObject *object = as(StepObject, items->at[i]);
        if (!object)
            raise_type("the function of an EnvironmentContext returns steps of a ScriptDirectory");
        vec_push(&steps, object->step);
    }
    return steps;
}

static Str *step_str(Value self)
{
    return step_log(&as(StepObject, self)->step);
}

NATIVE0(StepObject, revision)
{
    return self->step.revision ? revision_object(self->step.revision) : NONE;
}

NATIVE0(StepObject, is_upgrade)
{
    return BOOL(self->step.is_upgrade);
}

NATIVE0(StepObject, from_revisions)
{
    return tuple_of(&self->step.from);
}

NATIVE0(StepObject, to_revisions)
{
    return tuple_of(&self->step.to);
}

static const Method step_methods[] = {
    PROPERTY(StepObject, revision), PROPERTY(StepObject, is_upgrade), PROPERTY(StepObject, from_revisions),
    PROPERTY(StepObject, to_revisions), {0},
};
static const Class StepObject_class = {
    CLASS_NAMED(StepObject, "RevisionStep", "alembic.runtime.migration", object),
    .methods = step_methods,
    .str = step_str,
};

#define PLAN(P) P(POS, any, destination, Required) P(POS, any, current_rev, None)
NATIVE(DirectoryObject, _upgrade_revs, PLAN)
{
    StepVec steps = plan_upgrade(project_graph(self->project), value_str(a->destination),
                                 symbols_from(a->current_rev));
    return step_list(&steps);
}

NATIVE(DirectoryObject, _downgrade_revs, PLAN)
{
    StepVec steps = plan_downgrade(project_graph(self->project), value_str(a->destination),
                                   symbols_from(a->current_rev));
    return step_list(&steps);
}

#define STAMP(P) P(POS, any, revision, Required) P(POS, any, heads, Required)
NATIVE(DirectoryObject, _stamp_revs, STAMP)
{
    StepVec steps = plan_stamp(project_graph(self->project), symbols_from(a->revision), symbols_from(a->heads).at);
    return step_list(&steps);
}

NATIVE0(DirectoryObject, run_env)
{
    environment_run_file(environment_current("run_env"));
    return NONE;
}

NATIVE0(DirectoryObject, env_py_location)
{
    return STR(path_join(self->project->location, "env.py"));
}

static Str *text_or_null(Value v)
{
    return is_absent(v) ? NULL : value_str(v);
}

#define GENERATE(P)                                                                                \
    P(POS, str, revid, Required)                                                                   \
    P(POS, any, message, Required)                                                                 \
    P(POS, any, head, None)                                                                        \
    P(POS, any, splice, False)                                                                     \
    P(POS, any, branch_labels, None)                                                               \
    P(POS, any, version_path, None)                                                                \
    P(POS, any, file_template, None)                                                               \
    P(POS, any, depends_on, None)                                                                  \
    P(KWREST, dict, kw, Empty)
NATIVE(DirectoryObject, generate_revision, GENERATE)
{
    NewRevisionRequest request = {
        .id = a->revid,
        .message = text_or_null(a->message),
        .head = is_absent(a->head) ? symbols_one(str_from("head")) : symbols_from(a->head),
        .splice = value_truth(a->splice),
        .branch_labels = symbols_from(a->branch_labels).at,
        .version_path = text_or_null(a->version_path),
        .depends_on = symbols_from(a->depends_on).at,
    };
    return revision_object(project_new_revision(self->project, &request, a->kw));
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
    METHOD(DirectoryObject, _upgrade_revs),
    METHOD(DirectoryObject, _downgrade_revs),
    METHOD(DirectoryObject, _stamp_revs),
    METHOD(DirectoryObject, run_env),
    METHOD(DirectoryObject, generate_revision),
    PROPERTY(DirectoryObject, env_py_location),
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
