/* main.c -- the program: its table of commands, and the one place where an error becomes an exit
 * code. */
#include "cmd/cmd.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

static const Option global_options[] = {
    {"--version", OPT_VERSION, "show program's version number and exit"},
    {"-c, --config", OPT_APPEND,
     "Alternate config file; defaults to value of ALEMBIC_CONFIG environment variable, or "
     "\"alembic.ini\". "
     "May also refer to pyproject.toml file.  May be specified twice to reference both files "
     "separately"},
    {"-n, --name", OPT_VALUE,
     "Name of section in .ini file to use for Alembic config (only applies to configparser config, "
     "not "
     "toml)",
     .default_value = "alembic"},
    {"-x", OPT_APPEND,
     "Additional arguments consumed by custom env.py scripts, e.g. -x setting1=somesetting -x "
     "setting2=somesetting"},
    {"--raiseerr", OPT_FLAG, "Raise a full stack trace on error"},
    {"-q, --quiet", OPT_FLAG, "Do not log to std output."},
    {"--allow", OPT_APPEND,
     "Let scripts do what they may not by themselves: write, run, network or read-anywhere.  May "
     "be given "
     "several times; also an option of the .ini file",
     .metavar = "WHAT", .choices = "write,run,network,read-anywhere"},
    {"--color", OPT_VALUE, "Colours in listings and errors", .metavar = "WHEN",
     .default_value = "auto", .choices = "auto,always,never"},
    {"--compat", OPT_FLAG,
     "Where Retort differs from Alembic on purpose, do as Alembic does: autogenerate and check "
     "detect what "
     "Alembic detects and nothing else.  Also an option of the .ini file"},
    {0},
};

#define ROW(name, help)                                                                            \
    {                                                                                              \
#name, help, name##_options, command_##name                                                \
    }
static const Command commands[] = {
    ROW(branches, "Show current branch points."),
    ROW(check, "Check if revision command with autogenerate has pending upgrade ops."),
    ROW(completion, "Print the completion script of a shell."),
    ROW(current, "Display the current revision for a database."),
    ROW(doctor, "List what of the project would be refused, without a database."),
    ROW(downgrade, "Revert to a previous version."),
    ROW(edit, "Edit revision script(s) using $EDITOR."),
    ROW(ensure_version, "Create the alembic version table if it doesn't exist already ."),
    ROW(heads, "Show current available heads in the script directory."),
    ROW(history, "List changeset scripts in chronological order."),
    ROW(init, "Initialize a new scripts directory."),
    ROW(list_templates, "List available templates."),
    ROW(merge, "Merge two revisions together. Creates a new migration file."),
    ROW(revision, "Create a new revision file."),
    ROW(run, "Run one script in the evaluator, without a database."),
    ROW(show, "Show the revision(s) denoted by the given symbol."),
    ROW(stamp, "'stamp' the revision table with the given revision; don't run any migrations."),
    ROW(upgrade, "Upgrade to a later version."),
    ROW(__complete, NULL),
    ROW(__manual, NULL),
    {0},
};

typedef struct Job {
    int argc;
    char **argv;
    Program program;
    Opts *opts;
    int code;
} Job;

static void run(void *arg)
{
    Job *job = arg;
    job->opts = opts_parse(&job->program, job->argc, job->argv);
    opts_choose_color(job->opts);
    if (job->opts->output)
        fputs(job->opts->output->text, stdout);
    else
        job->code = job->opts->command->run(job->opts);
}

/* sys.exit(n) in a script ends the program with n; a text goes to stderr first. */
static int exit_of_script(const Err *err)
{
    Value code = value_find_attr_text(OBJ(err->exception), "code"), n = value_plain(code);
    if (is_absent(code))
        return 0;
    if (n.tag == TAG_BOOL)
        return n.boolean;
    if (is_int(n)) /* one that no C int holds is -1 */
        return n.tag == TAG_INT ? (int)n.integer & 0xFF : 0xFF;
    fflush(stdout);
    fprintf(stderr, "%s\n", value_str(code)->text);
    return 1;
}

/* The reference reports a CommandError through the project's logging too, once env.py has set it
 * up. */
static void log_tool_error(void *arg)
{
    static const char logger[] = "alembic.util.messaging";
    const Err *err = arg;
    if (err->kind == ERR_TOOL && logging_has_handlers(logger))
        logging_emit(logger, LOGGING_ERROR, err->message);
}

/* The text of an exception with a __str__ of its own, notes, and "did you mean". */
static void describe(void *arg)
{
    exception_describe(arg);
    exception_link(arg);
    exception_suggest(arg);
}

/* --raiseerr: the reference lets a CommandError through, which ends with a traceback and 1 instead
 * of FAILED and 255. */
static bool wants_trace(const Job *job)
{
    return job->opts && opts_flag(job->opts, "raiseerr");
}

static void report(const Job *job, Err *err)
{
    if (job->opts && session_has_evaluator()) {
        protect(log_tool_error, err);
        protect(describe, err);
    }
    DiagStyle style = diag_style_default();
    bool sql = job->opts && opts_find(job->opts, "sql") && opts_flag(job->opts, "sql");
    style.failed_line = !sql && !wants_trace(job);
    static const char *const brief[] = {"rev.", "autogen."};
    bool is_brief = err->kind == ERR_BUSY;
    for (size_t i = 0;
         i < COUNT_OF(brief) && (err->kind == ERR_TOOL || err->kind == ERR_FILE) && err->code; i++)
        is_brief = is_brief || strncmp(err->code, brief[i], strlen(brief[i])) == 0;
    style.brief =
        is_brief && job->opts && !opts_flag(job->opts, "raiseerr"); /* no script line is to blame */
    style.whole = job->opts && opts_flag(job->opts, "raiseerr");
    style.quiet = job->opts && opts_flag(job->opts, "quiet");
    diag_print(err, &style);
}

/* Modules of the project that want a library: the run went on without them. */
static void tell_unloaded(void)
{
    Str *why;
    for (const Module *module; (module = modules_next_unloaded(&why));)
        diag_warning(module->imported_at, "module '%s' was not loaded: %s", module->name->text,
                     why->text);
}

/* A full disk behind `> file` is told: half of a script must not look like a whole one. */
static int exit_after_output(const char *name, int code)
{
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout))
        return code;
    fprintf(stderr, "%s: standard output could not be written%s%s\n", name,
            errno ? ": " : " to the end", errno ? strerror(errno) : "");
    return code ? code : 1;
}

int main(int argc, char **argv)
{
    mem_init();
    const char *slash = strrchr(argv[0], '/');
    const char *name = slash ? slash + 1 : argv[0];
    char version[256];
    snprintf(version, sizeof version, "%s " RETORT_VERSION, name);
    Job job = {argc, argv, {name, version, global_options, commands}, NULL, 0};
    Err *err = protect(run, &job);
    tell_unloaded();
    if (err && err->exception && err_is(err, &SystemExit_class))
        job.code = exit_of_script(err);
    else if (err) {
        report(&job, err);
        job.code = err->kind == ERR_TOOL && wants_trace(&job) ? 1 : err_exit_code(err);
    }
    job.code = exit_after_output(name, job.code);
    fflush(stderr);
    _exit(job.code); /* nothing is left to do: the exit handlers of libpq's libraries cost a
                        millisecond */
}
