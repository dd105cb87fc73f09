/* env.c -- running env.py: the stack of current environments and what `context` answers about them. */
#include "runtime/runtime.h"

/* What alembic.context and alembic.op mean now. Scripts see one at a time, as with the reference's proxies. */
static Environment *current;

Environment *environment_find(void)
{
    return current;
}

Environment *environment_current(const char *function)
{
    if (!current)
        raise_exception(
            &NameError_class,
            "Can't invoke function '%s', as the proxy object has not yet been established for the "
            "Alembic 'EnvironmentContext' class.  Try placing this code inside a callable.",
            function);
    return current;
}

void environment_enter(Environment *env)
{
    env->outer = current;
    current = env;
}

void environment_leave(Environment *env)
{
    current = env->outer;
}

static void run_env_file(void *arg)
{
    Environment *env = arg;
    Str *path = path_join(env->project->location, "env.py");
    if (!file_exists(path))
        raise_file("config.no-env-file", (Pos){.file = path}, "Can't find Python file %s", path->text);
    module_run_file(intern("env_py"), path);
}

void environment_run_file(Environment *env)
{
    run_env_file(env);
}

/* A connection that env.py leaves open is closed by who opened it; an error leaves the environment too. */
void environment_run(Environment *env)
{
    environment_enter(env);
    if (env->migrates)
        project_keep_sources(env->project);
    Err *err = protect(run_env_file, env);
    environment_leave(env);
    environment_unlock(env);
    if (!err)
        return;
    journal_tell(env, err);
    err_raise(err);
}

Value environment_revision_argument(Environment *env)
{
    Graph *graph = project_graph(env->project);
    if (env->destination.at.length == 0)
        return NONE;
    StrVec ids = graph_revision_numbers(graph, env->destination.at.at[0]);
    if (ids.length == 0)
        return NONE;
    bool several = str_is(env->destination.at.at[0], "heads");
    return several ? OBJ(tuple_of_strings(ids.length, ids.at)) : STR(ids.at[0]);
}

Value environment_starting_revision(Environment *env)
{
    if (env->starting_revision) {
        StrVec ids = graph_revision_numbers(project_graph(env->project), env->starting_revision);
        return ids.length ? STR(ids.at[0]) : NONE;
    }
    if (!env->context && (!env->migrates || !env->destination.at.length)) /* no such argument */
        raise_tool("env.no-starting-revision", NULL, "No starting revision argument is available.");
    return NONE;
}
