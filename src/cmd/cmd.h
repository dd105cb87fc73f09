/* cmd.h -- door of the command line: a session for the commands, and the commands themselves.
 *
 * To add one: write src/cmd/NAME.c with its option rows and `int command_NAME(Opts *opts)`, declare
 * it with COMMAND below, add a row to commands[] in main.c, and a transcript under tests/cli.
 *
 *     Session session = session_open(opts);                      reads the configuration, opens the project
 *     session_run_environment(&session, &(Environment){.plan = plan});     when it needs the database
 *     session_print(&session, &out);
 *
 * A command returns its exit code; errors are raised, and main.c makes an exit code of them in one place.
 */
#ifndef RETORT_CMD_CMD_H
#define RETORT_CMD_CMD_H

#include "bind/bind.h"

#define RETORT_VERSION "0.1.0"

/* What nearly every command starts from. */
typedef struct Session {
    const Opts *opts;
    Config *config;
    Project *project;
} Session;

/* Starts the evaluator and reads the configuration; there may be no project yet. */
Config *session_open_config(const Opts *opts);
/* The same, and opens the project. */
Session session_open(const Opts *opts);
/* The evaluator alone, for `run`. */
void session_start_evaluator(const Opts *opts);
/* Whether one of the two above ran: scripts, and logging with them, exist. */
bool session_has_evaluator(void);
/* Runs env.py with this plan; the rest of the environment is filled in. */
void session_run_environment(Session *session, Environment *env);
/* alembic.command for scripts (command_runner.c). */
void command_runner_init(const Program *program);
void opts_print(const Opts *opts, const Buf *text);
/* Prints a listing, unless --quiet. */
void session_print(const Session *session, const Buf *text);
/* -v and --color, for listings on stdout. */
ListStyle session_list_style(const Session *session);
/* --color. */
void opts_choose_color(const Opts *opts);
/* --json: begins a document with one object in `out`; and ends it with a newline. */
JsonWriter json_document_begin(Buf *out);
void json_document_end(JsonWriter *w);
/* Raises ERR_USAGE for --dry-run with --sql, and --json without --dry-run. */
void check_dry_run(const Opts *opts);
/* Runs env.py only to read the rows of the version table. */
StrVec session_current_rows(Session *session, MigrationContext **context);
/* The same to look up; raises for a row that no file defines. */
Symbols session_current_symbols(Session *session);

/* "a:b" for --sql; raises the reference's errors for ranges where none may be. */
typedef struct RevisionRange {
    Str *from, *to;
} RevisionRange;
RevisionRange range_argument(Str *argument, bool sql);
/* plan_upgrade or plan_downgrade. */
typedef StepVec (*Planner)(Graph *graph, Str *destination, Symbols current);
/* Runs the scripts to the end of the range, or shows them with --dry-run; with --sql from its start. */
void session_migrate(Session *session, Planner planner, RevisionRange range);

#define COMMAND(name)                                                                              \
    extern const Option name##_options[];                                                          \
    int command_##name(Opts *opts);
COMMAND(branches)
COMMAND(check)
COMMAND(completion)
COMMAND(current)
COMMAND(doctor)
COMMAND(downgrade)
COMMAND(edit)
COMMAND(ensure_version)
COMMAND(heads)
COMMAND(history)
COMMAND(init)
COMMAND(list_templates)
COMMAND(merge)
COMMAND(revision)
COMMAND(run)
COMMAND(show)
COMMAND(stamp)
COMMAND(upgrade)
/* Hidden: no line of help. */
COMMAND(__complete)
COMMAND(__manual)

/* Rows that several commands share. */
#define OPTION_SQL                                                                                 \
    {                                                                                              \
        "--sql", OPT_FLAG,                                                                         \
            "Don't emit SQL to database - dump to standard output/file instead. See docs on "      \
            "offline mode."                                                                        \
    }
#define OPTION_TAG                                                                                 \
    {                                                                                              \
        "--tag", OPT_VALUE, "Arbitrary 'tag' name - can be used by custom env.py scripts."         \
    }
/* Of the commands that keep other migrations out, and of those that write to a database (runtime
 * reads them: config_setting). */
#define OPTIONS_LOCK                                                                               \
    {"--lock-wait", OPT_VALUE,                                                                     \
     "How long to wait for another migration of the same database: 30s, 5min (the default), 0.  "  \
     "Also an option of the .ini file",                                                            \
     .metavar = "TIME"},                                                                           \
    {                                                                                              \
        "--no-lock", OPT_FLAG,                                                                     \
            "Do not keep other migrations of the same database out while this one runs; lock = "   \
            "false in "                                                                            \
            "the .ini file"                                                                        \
    }
#define OPTIONS_MIGRATE                                                                            \
    OPTIONS_LOCK,                                                                                  \
    {                                                                                              \
        "--driver-transactions", OPT_FLAG,                                                         \
            "On SQLite, begin transactions as Python's driver does, before INSERT, UPDATE and "    \
            "DELETE only, "                                                                        \
            "instead of one for each revision; also an option of the .ini file"                    \
    }
#define OPTION_JSON                                                                                \
    {                                                                                              \
        "--json", OPT_FLAG, "Print JSON, as docs/json.md describes it"                             \
    }
#define OPTION_DRY_RUN                                                                             \
    {                                                                                              \
        "--dry-run", OPT_FLAG, "Show what would run, and change nothing"                           \
    }
#define OPTION_REVISION                                                                            \
    {                                                                                              \
        "revision", OPT_POSITIONAL, "revision identifier"                                          \
    }
#define OPTION_REVISIONS                                                                           \
    {                                                                                              \
        "revisions", OPT_POSITIONAL, "one or more revisions, or 'heads' for all heads",            \
            .count = '+'                                                                           \
    }
#define OPTION_VERBOSE                                                                             \
    {                                                                                              \
        "-v, --verbose", OPT_FLAG, "Use more verbose output"                                       \
    }
#define OPTION_MESSAGE                                                                             \
    {                                                                                              \
        "-m, --message", OPT_VALUE, "Message string to use with 'revision'"                        \
    }
#define OPTION_BRANCH_LABEL                                                                        \
    {                                                                                              \
        "--branch-label", OPT_VALUE, "Specify a branch label to apply to the new revision"         \
    }
#define OPTION_REV_ID                                                                              \
    {                                                                                              \
        "--rev-id", OPT_VALUE, "Specify a hardcoded revision id instead of generating one"         \
    }
#define OPTION_SPLICE                                                                              \
    {                                                                                              \
        "--splice", OPT_FLAG, "Allow a non-head revision as the 'head' to splice onto"             \
    }

/* --- the keys of [alembic] (keys.c) ------------------------------------------------------------------------------ */

typedef struct ConfigKey {
    const char *name, *values, *help;
    bool is_ours; /* Alembic does not know it */
} ConfigKey;
extern const ConfigKey config_keys[]; /* ends with a zero row */
/* Warns of keys that are nearly one of them. */
void config_check_keys(const Config *config);

#endif
