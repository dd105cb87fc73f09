/* examine.c -- reading a whole project as this evaluator sees it, for `doctor`: every revision, env.py, the
 * template and the project's modules are loaded where that can be done without a database, and looked through
 * for what would be refused later. Runs no migration. */
#include "runtime/runtime.h"

static void add_error(Examination *e, Err *err, const char *code, Str *file)
{
    exception_describe(err);
    exception_suggest(err);
    Pos pos = err_script_place(err);
    if (!pos.file)
        pos.file = file;
    const char *own = err->code ? err->code : code;
    Finding finding = {own, pos, err->message ? err->message : str_empty, err->hint};
    vec_push(&e->findings, finding);
}

/* What one step says is enough of it: later steps go on. */
static void attempt(Examination *e, void (*step)(void *), void *arg, const char *code, Str *file)
{
    Err *err = protect(step, arg);
    if (err)
        add_error(e, err, code, file);
}

typedef struct SurveyJob {
    Examination *examination;
    Project *project;
    Revision *revision;
    Module *module;
    Str *file, *text;
    Environment *env;
} SurveyJob;

static void survey_job(void *arg)
{
    SurveyJob *job = arg;
    survey_script(job->file, job->text ? job->text : file_read(job->file),
                  job->module ? job->module->obj.attrs : NULL, job->examination->reach,
                  &job->examination->findings);
}

/* --- revisions ------------------------------------------------------------------------------------------------- */

static void load_revision(void *arg)
{
    SurveyJob *job = arg;
    job->module = project_module(job->project, job->revision);
}

/* A script that cannot be loaded is looked through all the same, unless it does not parse. */
static void examine_revision(Examination *e, Project *project, Revision *revision)
{
    SurveyJob job = {.examination = e,
                     .project = project,
                     .revision = revision,
                     .file = revision->path,
                     .text = revision->source};
    Err *err = protect(load_revision, &job);
    e->revisions++;
    if (err)
        add_error(e, err, "script", revision->path);
    if (!err || !err_is(err, &SyntaxError_class))
        attempt(e, survey_job, &job, "script", revision->path);
}

typedef struct ScanJob {
    Project *project;
    Str *path;
    Revision *revision;
} ScanJob;

static void scan_job(void *arg)
{
    ScanJob *job = arg;
    job->revision = scan_file(&job->project->scan, job->path);
}

/* One file of a history whose graph cannot be made: what is wrong with it is told with it. */
static void examine_file(Examination *e, Project *project, Str *path)
{
    ScanJob job = {.project = project, .path = path};
    Err *err = str_ends_with(path, ".py") ? protect(scan_job, &job) : NULL;
    if (job.revision)
        examine_revision(e, project, job.revision);
    else if (err)
        add_error(e, err, "rev", path);
}

static void examine_files(Examination *e, Project *project)
{
    for (size_t i = 0; i < project->version_locations.length; i++) {
        Str *folder = project->version_locations.at[i];
        StrVec names = directory_list(folder);
        for (size_t k = 0; k < names.length; k++)
            examine_file(e, project, path_join(folder, names.at[k]->text));
    }
}

static void graph_job(void *arg)
{
    project_graph(arg);
}

/* A history whose graph is broken has files to look at all the same. */
static void examine_revisions(Examination *e, Project *project)
{
    Err *err = protect(graph_job, project);
    if (err) {
        size_t before = e->findings.length;
        examine_files(e, project);
        if (e->findings.length == before) /* no file by itself is to blame */
            add_error(e, err, "rev", NULL);
        return;
    }
    for (size_t i = 0; i < project->graph->revisions.length; i++)
        examine_revision(e, project, project->graph->revisions.at[i]);
}

/* --- env.py ---------------------------------------------------------------------------------------------------- */

static StepVec no_steps(Environment *env, StrVec heads, MigrationContext *context)
{
    return (StepVec){0};
}

static void run_env(void *arg)
{
    environment_run(((SurveyJob *)arg)->env);
}

/* As --sql has it, its output forgotten; an engine that connects is refused. */
static Environment *environment_without_database(Project *project)
{
    Environment *env = new (Environment);
    env->project = project;
    env->config = project->config;
    env->as_sql = env->no_database = env->dont_mutate = true;
    env->plan = no_steps;
    env->output = new (Buf);
    return env;
}

/* Runs it; then it stays the current one, so that `context` has its attributes for whoever looks them up. */
static void examine_env(Examination *e, Project *project, Environment *env)
{
    Str *file = path_join(project->location, "env.py");
    SurveyJob job = {.examination = e, .file = file, .env = env};
    Err *err = protect(run_env, &job);
    environment_enter(env);
    bool is_exit = err && err->exception && err_is(err, &SystemExit_class);
    if (err && env->misses_x) /* it demands them; that is no fault of the project */
        e->note = str_from("env.py asks for -x arguments, so what it does with them was not seen: "
                           "give them, as in `retort -x NAME=VALUE doctor`");
    else if (err && !is_exit)
        add_error(e, err, "script", file);
    if (file_exists(file) && !(err && err_is(err, &SyntaxError_class)))
        attempt(e, survey_job, &job, "script", file);
}

/* --- the rest -------------------------------------------------------------------------------------------------- */

static void template_job(void *arg)
{
    template_check(arg);
}

static void examine_template(Examination *e, Project *project)
{
    Str *file = path_join(project->location, "script.py.mako");
    if (file_exists(file))
        attempt(e, template_job, file, "template.syntax", file);
}

typedef VEC(Module *) ModuleVec;

static ModuleVec own_modules(void)
{
    ModuleVec out = {0};
    Dict *modules = dict_copy(import_modules());
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(modules, &i));) {
        Value v = entry->value;
        Module *module = v.tag == TAG_OBJ && v.obj->class == &module_class ? (Module *)v.obj : NULL;
        if (module && module->file)
            vec_push(&out, module);
    }
    return out;
}

static void reach_job(void *arg)
{
    SurveyJob *job = arg;
    job->text = file_read(job->file);
    reach_module(job->examination->reach, job->file, job->text, job->module->obj.attrs);
}

static void survey_module_job(void *arg)
{
    SurveyJob *job = arg;
    survey_module(job->file, job->text, job->module->obj.attrs, job->examination->reach,
                  &job->examination->findings);
}

/* Modules that stopped half-way for want of a library, which the rest went on without. */
static void examine_unloaded(Examination *e)
{
    Str *why;
    for (const Module *module; (module = modules_next_unloaded(&why));) {
        Finding finding = {"import.unavailable", module->imported_at, why, module->failure->hint};
        vec_push(&e->findings, finding);
    }
}

/* The models, settings and whatever else env.py and the revisions imported: of them, what these come to. */
static void examine_modules(Examination *e)
{
    ModuleVec modules = own_modules();
    SurveyJob *jobs = new_array(SurveyJob, modules.length + 1);
    for (size_t i = 0; i < modules.length; i++) {
        Module *module = modules.at[i];
        jobs[i] = (SurveyJob){.examination = e, .module = module, .file = module->file};
        attempt(e, reach_job, &jobs[i], "script", module->file);
    }
    reach_close(e->reach);
    e->modules = modules.length;
    for (size_t i = 0; i < modules.length; i++)
        if (jobs[i].text)
            attempt(e, survey_module_job, &jobs[i], "script", jobs[i].file);
}

static bool is_same(const Finding *a, const Finding *b)
{
    bool same_file = a->pos.file == b->pos.file ||
                     (a->pos.file && b->pos.file && str_equal(a->pos.file, b->pos.file));
    return same_file && a->pos.line == b->pos.line && a->pos.column == b->pos.column &&
           str_equal(a->message, b->message);
}

/* What loading said and looking found again is told once. */
static FindingVec without_doubles(const FindingVec *findings)
{
    FindingVec out = {0};
    for (size_t i = 0; i < findings->length; i++) {
        bool seen = false;
        for (size_t k = out.length; k-- > 0 && !seen;)
            seen = is_same(&out.at[k], &findings->at[i]);
        if (!seen)
            vec_push(&out, findings->at[i]);
    }
    return out;
}

Examination project_examine(Project *project)
{
    Examination e = {.reach = reach_new()};
    Environment *env = environment_without_database(project);
    project_keep_sources(project);
    examine_env(&e, project, env);
    examine_revisions(&e, project);
    examine_template(&e, project);
    examine_unloaded(&e);
    examine_modules(&e);
    environment_leave(env);
    e.findings = without_doubles(&e.findings);
    return e;
}
