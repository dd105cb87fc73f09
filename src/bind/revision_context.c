/* revision_context.c -- from a comparison to revision files: the MigrationScript that hooks edit,
 * and its text in the project's template. */
#include "bind/revision_context.h"

/* get_as(List, ...) names the class object after the C struct. */
#define List_class list_class

struct RevisionContext {
    Project *project;
    RevisionArguments arguments;
    List *scripts;        /* of MigrationScript; the last one is being filled */
    AutogenContext *last; /* of the last run of env.py's run_migrations()     */
};

static Value text_or_none(Str *text)
{
    return text ? STR(text) : NONE;
}

static Value strings_or_none(const StrVec *list)
{
    List *values = list_new(list->length);
    for (size_t i = 0; i < list->length; i++)
        list_append(values, STR(list->at[i]));
    return list->length ? OBJ(values) : NONE;
}

static MigrationScript *first_script(const RevisionArguments *a)
{
    Str *id = a->rev_id ? a->rev_id : revision_random_id();
    MigrationScript *script =
        migration_script_new(STR(id), text_or_none(a->message), op_container_new(&UpgradeOps_class),
                             op_container_new(&DowngradeOps_class));
    script->head = STR(a->head ? a->head : str_from("head"));
    script->splice = BOOL(a->splice);
    script->branch_label = text_or_none(a->branch_label);
    script->version_path = text_or_none(a->version_path);
    script->depends_on = strings_or_none(&a->depends_on);
    return script;
}

RevisionContext *revision_context_new(Project *project, const RevisionArguments *arguments)
{
    RevisionContext *context = new (RevisionContext);
    Value script = OBJ(first_script(arguments));
    context->project = project;
    context->arguments = *arguments;
    context->scripts = list_of(1, &script);
    return context;
}

/* --- one run of run_migrations() -------------------------------------------------------------- */

static bool has_revision(const RevisionVec *list, const Revision *revision)
{
    for (size_t i = 0; i < list->length; i++)
        if (list->at[i] == revision)
            return true;
    return false;
}

/* The rows of the version table must be the heads of the project. */
static void require_heads(const RevisionContext *context, const StrVec *rows)
{
    Graph *graph = project_graph(context->project);
    RevisionVec here = graph_find_revisions(graph, symbols_tuple(*rows));
    bool same = true;
    for (size_t i = 0; i < here.length; i++)
        same = same && has_revision(&graph->heads, here.at[i]);
    for (size_t i = 0; i < graph->heads.length; i++)
        same = same && has_revision(&here, graph->heads.at[i]);
    if (!same)
        raise_tool(
            "autogen.not-at-head",
            hint_not_at_heads(graph, rows, ", and the models are compared with the newest schema"),
            "Target database is not up to date.");
}

static Str *token_option(MigrationContext *context, const char *name, const char *usual)
{
    Value v = dict_find_text(context->options, name);
    return is_absent(v) ? str_from(usual) : value_str(v);
}

/* With several databases each run adds a pair of containers to the same script. */
static void open_containers(RevisionContext *context, MigrationContext *migration,
                            OpContainer **upgrade, OpContainer **downgrade)
{
    MigrationScript *script =
        get_as(MigrationScript, context->scripts->at[context->scripts->length - 1], "script");
    if (script->needs_render || !script->upgrade_ops->length || !script->downgrade_ops->length) {
        list_append(script->upgrade_ops, OBJ(op_container_new(&UpgradeOps_class)));
        list_append(script->downgrade_ops, OBJ(op_container_new(&DowngradeOps_class)));
    }
    script->needs_render = true;
    *upgrade = (OpContainer *)script->upgrade_ops->at[script->upgrade_ops->length - 1].obj;
    *downgrade = (OpContainer *)script->downgrade_ops->at[script->downgrade_ops->length - 1].obj;
    (*upgrade)->token = token_option(migration, "upgrade_token", "upgrades");
    (*downgrade)->token = token_option(migration, "downgrade_token", "downgrades");
}

static void call_hook(const RevisionContext *context, Value hook, MigrationContext *migration,
                      const StrVec *rows)
{
    if (is_absent(hook) || !value_truth(hook))
        return;
    Value arguments[] = {migration_context_object(migration),
                         OBJ(tuple_of_strings(rows->length, rows->at)), OBJ(context->scripts)};
    call(hook, 3, arguments);
}

StepVec revision_context_plan(Environment *env, StrVec rows, MigrationContext *migration)
{
    RevisionContext *context = env->job;
    bool compares = context->arguments.autogenerate;
    OpContainer *upgrade, *downgrade;
    if (compares)
        require_heads(context, &rows);
    if (!context->scripts->length)
        return (StepVec){0};
    open_containers(context, migration, &upgrade, &downgrade);
    context->last = autogen_context_for(migration, UNSET, compares);
    if (compares)
        autogen_populate(context->last, upgrade, downgrade);
    call_hook(context, context->arguments.hook, migration, &rows);
    call_hook(context, dict_find_text(migration->options, "process_revision_directives"), migration,
              &rows);
    for (size_t i = 0; i < context->scripts->length; i++)
        get_as(MigrationScript, context->scripts->at[i], "directive")->needs_render = true;
    return (StepVec){0};
}

/* --- what was found --------------------------------------------------------------------------- */

static void add_all(List *out, const List *list)
{
    for (size_t i = 0; i < list->length; i++)
        list_append(out, list->at[i]);
}

List *revision_context_upgrades(const RevisionContext *context)
{
    List *out = list_new(0);
    if (context->scripts->length)
        add_all(out, get_as(MigrationScript, context->scripts->at[context->scripts->length - 1],
                            "directive")
                         ->upgrade_ops);
    return out;
}

static bool has_operations(const List *containers)
{
    for (size_t i = 0; i < containers->length; i++) {
        const OpContainer *container = as(OpContainer, containers->at[i]);
        if (!container ||
            (!is_subclass(container->op.obj.class, &ModifyTableOps_class) &&
             has_operations(container->ops)) ||
            (is_subclass(container->op.obj.class, &ModifyTableOps_class) && container->ops->length))
            return true;
    }
    return false;
}

bool revision_context_is_empty(const RevisionContext *context)
{
    for (size_t i = 0; i < context->scripts->length; i++) {
        const MigrationScript *script =
            get_as(MigrationScript, context->scripts->at[i], "directive");
        if (has_operations(script->upgrade_ops) || has_operations(script->downgrade_ops))
            return false;
    }
    return context->scripts->length > 0;
}

/* --- the files -------------------------------------------------------------------------------- */

static Symbols head_of(const MigrationScript *script)
{
    if (is_absent(script->head))
        return symbols_one(str_from("head"));
    Str *one = value_find_str(script->head);
    return one ? symbols_one(one) : symbols_tuple(project_strings(script->head));
}

static void add_import_lines(AutogenContext *autogen, Value lines)
{
    const List *list = is_absent(lines) ? NULL : list_from(lines);
    autogen->imports = set_new();
    for (size_t i = 0; list && i < list->length; i++)
        set_add(autogen->imports, list->at[i]);
}

static void render_containers(RenderContext *render, const List *containers, Dict *names)
{
    for (size_t i = 0; i < containers->length; i++) {
        const OpContainer *container = get_as(OpContainer, containers->at[i], "container");
        dict_set_str(names, str_intern(container->token), STR(render_body(render, container)));
    }
}

static void render_script(const RevisionContext *context, const MigrationScript *script,
                          Dict *names)
{
    if (!script->needs_render || !context->last)
        return;
    add_import_lines(context->last, script->imports);
    RenderContext render = autogen_render_context(context->last);
    render_containers(&render, script->upgrade_ops, names);
    render_containers(&render, script->downgrade_ops, names);
    dict_set_text(names, "imports", STR(render_imports(&render)));
}

static Revision *write_script(RevisionContext *context, const MigrationScript *script,
                              const Dict *template_arguments)
{
    Dict *names = template_arguments ? dict_copy(template_arguments) : dict_new();
    render_script(context, script, names);
    NewRevisionRequest request = {
        .id = is_absent(script->rev_id) ? NULL : value_str(script->rev_id),
        .message = is_absent(script->message) ? NULL : value_str(script->message),
        .head = head_of(script),
        .splice = value_truth(script->splice),
        .branch_labels = project_strings(script->branch_label),
        .version_path = is_absent(script->version_path) ? NULL : value_str(script->version_path),
        .depends_on = project_strings(script->depends_on),
    };
    return project_new_revision(context->project, &request, names);
}

RevisionVec revision_context_write(RevisionContext *context, const Dict *template_arguments)
{
    RevisionVec written = {0};
    for (size_t i = 0; i < context->scripts->length; i++) {
        const MigrationScript *script =
            get_as(MigrationScript, context->scripts->at[i], "directive");
        vec_push(&written, write_script(context, script, template_arguments));
    }
    return written;
}
