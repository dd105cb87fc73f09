/* session.c -- what the commands share: starting the evaluator, opening the project, running env.py. */
#include "cmd/cmd.h"

#include <stdio.h>

static const struct {
    const char *name;
    Permission permission;
} permissions[] = {
    {"write", ALLOW_WRITE},
    {"run", ALLOW_RUN},
    {"network", ALLOW_NETWORK},
    {"read-anywhere", ALLOW_READ_ANYWHERE},
};

static void allow(const Str *what)
{
    for (size_t i = 0; i < COUNT_OF(permissions); i++)
        if (str_is(what, permissions[i].name)) {
            vm_allow(permissions[i].permission);
            return;
        }
    raise_file("config.allow", (Pos){0}, "allow = %s: expected write, run, network or read-anywhere", what->text);
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
    has_evaluator = true;
    vm_init();
    import_add_modules(pystd_modules);
    bind_init();
    allow_all(opts_list(opts, "allow"));
}

/* cmd_opts: every value of the command line by dest, as argparse's namespace holds them. */
static Dict *command_options(const Opts *opts)
{
    Dict *dict = dict_new();
    for (size_t i = 0; i < opts->values.length; i++) {
        const OptValue *value = opts->values.at[i].value;
        Value v = STR(value->text);
        bool many = value->option->kind == OPT_APPEND || value->option->count == '+' ||
                    value->option->count == '*';
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

Config *session_open_config(const Opts *opts)
{
    session_start_evaluator(opts);
    Str *section = opts_text(opts, "name");
    Config *config = config_load(opts_list(opts, "config"), section ? section : str_from("alembic"));
    config->quiet = opts_flag(opts, "quiet");
    config->x_arguments = *opts_list(opts, "x");
    config->command_options = command_options(opts);
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
    env->project = session->project;
    env->config = session->config;
    environment_run(env);
}

void session_print(const Session *session, const Buf *text)
{
    if (!session->config->quiet && text->length)
        fwrite(text->data, 1, text->length, stdout);
}

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

RevisionRange range_argument(Str *argument, bool sql)
{
    RevisionRange range = {.to = argument};
    if (!strchr(argument->text, ':'))
        return range;
    if (!sql)
        raise_tool("rev.range", "ranges are for --sql", "Range revision not allowed");
    range_split(argument, &range.from, &range.to);
    return range;
}
