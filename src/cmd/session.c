/* session.c -- what the commands share: starting the evaluator, opening the project, running
 * env.py. */
#include "cmd/cmd.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void allow(const Str *what)
{
    Permission permission;
    if (!sandbox_permission(what, &permission))
        raise_file("config.allow", (Pos){0},
                   "allow = %s: expected write, run, network or read-anywhere", what->text);
    vm_allow(permission);
}

static void allow_all(const StrVec *list)
{
    for (size_t i = 0; i < list->length; i++)
        allow(list->at[i]);
}

static bool has_evaluator;

bool session_has_evaluator(void)
{
    return has_evaluator;
}

void session_start_evaluator(const Opts *opts)
{
    if (has_evaluator)
        return;
    has_evaluator = true;
    command_runner_init(opts->program);
    vm_init();
    import_add_modules(pystd_modules);
    bind_init();
    vm_set_arguments(&opts->line); /* some env.py looks for --autogenerate in sys.argv */
    allow_all(opts_list(opts, "allow"));
}

/* cmd_opts: every value of the command line by dest, as argparse's namespace holds them. */
static Dict *command_options(const Opts *opts)
{
    Dict *dict = dict_new();
    for (size_t i = 0; i < opts->values.length; i++) {
        const OptValue *value = opts->values.at[i].value;
        Value v = STR(value->text);
        bool many = option_takes_many(value->option);
        if (value->option->kind == OPT_FLAG)
            v = BOOL(value->flag);
        else if (many && (value->given || value->option->kind != OPT_APPEND)) {
            List *list = list_new(value->list.length);
            for (size_t j = 0; j < value->list.length; j++)
                list_append(list, STR(value->list.at[j]));
            v = OBJ(list);
        }
        dict_set_str(dict, str_intern(opts->values.at[i].key), v);
    }
    return dict;
}

/* A wrong one is a wrong command line, before anything else is looked at. */
static void check_lock_wait(const Opts *opts)
{
    double seconds;
    Str *text = opts_find(opts, "lock_wait") ? opts_text(opts, "lock_wait") : NULL;
    if (text && !duration_parse(text, &seconds))
        opts_raise(opts, "argument --lock-wait: invalid time: '%s' (30s, 5min, 1h30min, 0)",
                   text->text);
}

Config *session_open_config(const Opts *opts)
{
    if (opts->caller)
        return opts->caller;
    session_start_evaluator(opts);
    Str *section = opts_text(opts, "name");
    Config *config =
        config_load(opts_list(opts, "config"), section ? section : str_from("alembic"));
    config->quiet = opts_flag(opts, "quiet");
    config->x_arguments = *opts_list(opts, "x");
    config->command_options = command_options(opts);
    config->command = str_from(opts->command->name);
    check_lock_wait(opts);
    config_check_keys(config);
    config_object(config);
    return config;
}

Session session_open(const Opts *opts)
{
    Session session = {.opts = opts, .config = session_open_config(opts)};
    StrVec allowed = config_paths(session.config, "allow");
    allow_all(&allowed);
    session.project = project_open(session.config);
    return session;
}

void session_run_environment(Session *session, Environment *env)
{
    interrupt_catch();
    env->project = session->project;
    env->config = session->config;
    environment_run(env);
}

void session_print(const Session *session, const Buf *text)
{
    opts_print(session->opts, text);
}

/* The words of the environment, so that warnings, log lines and the programs of hooks hear of it
 * too. */
void opts_choose_color(const Opts *opts)
{
    Str *wish = opts_text(opts, "color");
    if (str_is(wish, "never"))
        setenv("NO_COLOR", "1", 1);
    if (!str_is(wish, "always"))
        return;
    unsetenv("NO_COLOR");
    setenv("CLICOLOR_FORCE", "1", 1);
}

ListStyle session_list_style(const Session *session)
{
    const OptValue *verbose = opts_find(session->opts, "verbose");
    return (ListStyle){.verbose = verbose && verbose->flag,
                       .color = !session->opts->caller &&
                                term_has_color(STDOUT_FILENO, TERM_COLOR_AUTO)};
}

JsonWriter json_document_begin(Buf *out)
{
    JsonWriter w = {.out = out, .indent = 2, .unicode = true};
    json_begin_object(&w);
    return w;
}

void json_document_end(JsonWriter *w)
{
    json_end_object(w);
    buf_char(w->out, '\n');
}

/* --- plans that are only shown ---------------------------------------------------------------- */

void check_dry_run(const Opts *opts)
{
    if (opts_flag(opts, "dry_run") && opts_flag(opts, "sql"))
        opts_raise(opts, "--dry-run and --sql do not go together: --sql changes nothing either");
    if (opts_flag(opts, "json") && !opts_flag(opts, "dry_run"))
        opts_raise(opts, "--json is for --dry-run");
}

static void write_names(JsonWriter *w, const char *key, const StrVec *names)
{
    json_key(w, key);
    json_begin_array(w);
    for (size_t i = 0; i < names->length; i++)
        json_str(w, names->at[i]);
    json_end_array(w);
}

/* The rows of the version table as they would be. */
static StrVec rows_after(Graph *graph, const StepVec *steps, const StrVec *rows)
{
    StrVec after = {0};
    for (size_t i = 0; i < rows->length; i++)
        vec_push(&after, rows->at[i]);
    for (size_t i = 0; i < steps->length; i++)
        step_rows(graph, &steps->at[i], &after);
    return after;
}

static void write_plan_json(Buf *out, Graph *graph, const StepVec *steps, const StrVec *rows)
{
    StrVec after = rows_after(graph, steps, rows);
    JsonWriter w = json_document_begin(out);
    json_key(&w, "steps");
    json_begin_array(&w);
    for (size_t i = 0; i < steps->length; i++)
        write_step_json(&w, &steps->at[i]);
    json_end_array(&w);
    json_key(&w, "rows");
    json_begin_object(&w);
    write_names(&w, "before", rows);
    write_names(&w, "after", &after);
    json_end_object(&w);
    json_document_end(&w);
}

static StepVec show_plan(const Session *session, const StepVec *steps, const StrVec *rows)
{
    Buf out = {0};
    if (opts_flag(session->opts, "json")) {
        write_plan_json(&out, project_graph(session->project), steps, rows);
    } else {
        for (size_t i = 0; i < steps->length; i++)
            buf_format(&out, "%s\n", step_log(&steps->at[i])->text);
        if (steps->length)
            buf_format(&out, "dry run: %zu revision%s would run, nothing was changed\n",
                       steps->length, steps->length == 1 ? "" : "s");
        else
            buf_text(&out, "dry run: nothing to do\n");
    }
    session_print(session, &out);
    return (StepVec){0};
}

/* --- upgrade and downgrade -------------------------------------------------------------------- */

typedef struct Migration {
    const Session *session;
    Planner planner;
} Migration;

static StepVec plan_migration(Environment *env, StrVec heads, MigrationContext *context)
{
    const Migration *migration = env->job;
    StepVec steps = migration->planner(project_graph(env->project), env->destination.at.at[0],
                                       symbols_tuple(heads));
    bool dry = opts_flag(migration->session->opts, "dry_run");
    return dry ? show_plan(migration->session, &steps, &heads) : steps;
}

void session_migrate(Session *session, Planner planner, RevisionRange range)
{
    const Opts *opts = session->opts;
    bool dry = opts_flag(opts, "dry_run");
    Migration migration = {session, planner};
    Environment env = {.plan = plan_migration,
                       .migrates = !dry,
                       .dont_mutate = dry,
                       .told = TOLD_AS_SQL | TOLD_TARGET,
                       .job = &migration,
                       .as_sql = opts_flag(opts, "sql"),
                       .starting_revision = range.from,
                       .destination = symbols_one(range.to),
                       .tag = opts_text(opts, "tag")};
    session_run_environment(session, &env);
}

/* --- rows ------------------------------------------------------------------------------------- */

typedef struct RowsJob {
    StrVec rows;
    MigrationContext *context;
} RowsJob;

static StepVec take_rows(Environment *env, StrVec heads, MigrationContext *context)
{
    RowsJob *job = env->job;
    job->rows = heads;
    job->context = context;
    return (StepVec){0};
}

StrVec session_current_rows(Session *session, MigrationContext **context)
{
    RowsJob job = {0};
    Environment env = {.plan = take_rows, .dont_mutate = true, .job = &job};
    session_run_environment(session, &env);
    if (context)
        *context = job.context;
    return job.rows;
}

Symbols session_current_symbols(Session *session)
{
    StrVec rows = session_current_rows(session, NULL);
    require_known_rows(project_graph(session->project), &rows);
    return symbols_tuple(rows);
}

RevisionRange range_argument(Str *argument, bool sql)
{
    RevisionRange range = {.to = argument};
    if (!strchr(argument->text, ':'))
        return range;
    if (!sql)
        raise_tool("rev.range",
                   "the database says where it stands: name the target only; ranges are for --sql",
                   "Range revision not allowed");
    range_split(argument, &range.from, &range.to);
    return range;
}
