/* Option tables: parsing, errors and help screens. The expected texts are those of the reference.
 */
#include "unit.h"

#include <stdlib.h>

static const Option global_options[] = {
    {"--version", OPT_VERSION, "show program's version number and exit"},
    {"-c, --config", OPT_APPEND,
     "Alternate config file; defaults to value of ALEMBIC_CONFIG environment variable, or "
     "\"alembic.ini\". May also refer to pyproject.toml file.  May be specified twice to reference "
     "both files separately"},
    {"-n, --name", OPT_VALUE,
     "Name of section in .ini file to use for Alembic config (only applies to configparser config, "
     "not toml)",
     .default_value = "alembic"},
    {"-x", OPT_APPEND,
     "Additional arguments consumed by custom env.py scripts, e.g. -x setting1=somesetting -x "
     "setting2=somesetting"},
    {"--raiseerr", OPT_FLAG, "Raise a full stack trace on error"},
    {"-q, --quiet", OPT_FLAG, "Do not log to std output."},
    {0},
};

#define SQL                                                                                        \
    {                                                                                              \
        "--sql", OPT_FLAG,                                                                         \
            "Don't emit SQL to database - dump to standard output/file instead. See docs on "      \
            "offline mode."                                                                        \
    }
#define TAG                                                                                        \
    {                                                                                              \
        "--tag", OPT_VALUE, "Arbitrary 'tag' name - can be used by custom env.py scripts."         \
    }
#define REVISION                                                                                   \
    {                                                                                              \
        "revision", OPT_POSITIONAL, "revision identifier"                                          \
    }
#define REVISIONS                                                                                  \
    {                                                                                              \
        "revisions", OPT_POSITIONAL, "one or more revisions, or 'heads' for all heads",            \
            .count = '+'                                                                           \
    }
#define VERBOSE                                                                                    \
    {                                                                                              \
        "-v, --verbose", OPT_FLAG, "Use more verbose output"                                       \
    }
#define MESSAGE                                                                                    \
    {                                                                                              \
        "-m, --message", OPT_VALUE, "Message string to use with 'revision'"                        \
    }
#define BRANCH_LABEL                                                                               \
    {                                                                                              \
        "--branch-label", OPT_VALUE, "Specify a branch label to apply to the new revision"         \
    }
#define REV_ID                                                                                     \
    {                                                                                              \
        "--rev-id", OPT_VALUE, "Specify a hardcoded revision id instead of generating one"         \
    }
#define SPLICE                                                                                     \
    {                                                                                              \
        "--splice", OPT_FLAG, "Allow a non-head revision as the 'head' to splice onto"             \
    }

static const Option branches_options[] = {VERBOSE, {0}};
static const Option check_options[] = {{0}};
static const Option current_options[] = {
    {"-c, --check-heads", OPT_FLAG,
     "Check if all head revisions are applied to the database. Exit with an error code if this is "
     "not the case."},
    VERBOSE,
    {0}};
static const Option step_options[] = {SQL, TAG, REVISION, {0}};
static const Option rev_options[] = {{"rev", OPT_POSITIONAL}, {0}};
static const Option ensure_options[] = {SQL, {0}};
static const Option heads_options[] = {
    VERBOSE,
    {"--resolve-dependencies", OPT_FLAG, "Treat dependency versions as down revisions"},
    {0}};
static const Option history_options[] = {
    {"-r, --rev-range", OPT_VALUE, "Specify a revision range; format is [start]:[end]"},
    VERBOSE,
    {"-i, --indicate-current", OPT_FLAG, "Indicate the current revision"},
    {0}};
static const Option init_options[] = {
    {"-t, --template", OPT_VALUE, "Setup template for use with 'init'", .default_value = "generic"},
    {"--package", OPT_FLAG,
     "Write empty __init__.py files to the environment and version locations"},
    {"directory", OPT_POSITIONAL, "location of scripts directory"},
    {0}};
static const Option merge_options[] = {MESSAGE, BRANCH_LABEL, REV_ID, SPLICE, REVISIONS, {0}};
static const Option revision_options[] = {
    MESSAGE,
    {"--autogenerate", OPT_FLAG,
     "Populate revision script with candidate migration operations, based on comparison of "
     "database to model."},
    SQL,
    {"--head", OPT_VALUE, "Specify head revision or <branchname>@head to base new revision on."},
    SPLICE,
    BRANCH_LABEL,
    {"--version-path", OPT_VALUE, "Specify specific path from config for version file"},
    REV_ID,
    {"--depends-on", OPT_APPEND,
     "Specify one or more revision identifiers which this revision should depend on."},
    {0}};
static const Option stamp_options[] = {
    SQL,
    TAG,
    {"--purge", OPT_FLAG, "Unconditionally erase the version table before stamping"},
    REVISIONS,
    {0}};

static const Command commands[] = {
    {"branches", "Show current branch points.", branches_options},
    {"check", "Check if revision command with autogenerate has pending upgrade ops.",
     check_options},
    {"current", "Display the current revision for a database.", current_options},
    {"downgrade", "Revert to a previous version.", step_options},
    {"edit", "Edit revision script(s) using $EDITOR.", rev_options},
    {"ensure_version", "Create the alembic version table if it doesn't exist already .",
     ensure_options},
    {"heads", "Show current available heads in the script directory.", heads_options},
    {"history", "List changeset scripts in chronological order.", history_options},
    {"init", "Initialize a new scripts directory.", init_options},
    {"list_templates", "List available templates.", check_options},
    {"merge", "Merge two revisions together. Creates a new migration file.", merge_options},
    {"revision", "Create a new revision file.", revision_options},
    {"show", "Show the revision(s) denoted by the given symbol.", rev_options},
    {"stamp", "'stamp' the revision table with the given revision; don't run any migrations.",
     stamp_options},
    {"upgrade", "Upgrade to a later version.", step_options},
    {0},
};
static const Program alembic = {"alembic", "alembic 1.19.1", global_options, commands};

typedef struct Job {
    const Program *program;
    int argc;
    char *argv[32];
    Opts *opts;
} Job;

static void parse_job(void *arg)
{
    Job *job = arg;
    job->opts = opts_parse(job->program, job->argc, job->argv);
}

static Err *parse_words(const Program *program, const char *line, Opts **opts)
{
    Job *job = new(Job);
    job->program = program;
    job->argv[job->argc++] = (char *)"alembic";
    for (const char *p = line; *p;) {
        size_t length = strcspn(p, " ");
        job->argv[job->argc++] = str_new(p, length)->text;
        p += length + (p[length] == ' ');
    }
    Err *err = protect(parse_job, job);
    *opts = job->opts;
    return err;
}

static Opts *good(const char *line)
{
    Opts *opts;
    Err *err = parse_words(&alembic, line, &opts);
    if (err)
        err_raise(err);
    return opts;
}

static const char *wrong(const char *line)
{
    Opts *opts;
    Err *err = parse_words(&alembic, line, &opts);
    return err && err->kind == ERR_USAGE ? err->message->text : "accepted";
}

/* The recorded screens of the reference: "$ alembic COMMAND --help" and what it printed. */
TEST(help_screens_are_those_of_the_reference)
{
    setenv("COLUMNS", "80", 1);
    Str *golden = file_read(str_from("tests/golden/help.txt"));
    size_t screens = 0;
    for (const char *p = golden->text; (p = strstr(p, "$ alembic ")); screens++) {
        p += strlen("$ alembic ");
        size_t length = strcspn(p, "\n");
        Str *line = str_new(p, length);
        const char *text = p + length + 1, *end = strstr(text, "\n$ alembic ");
        size_t text_length = end ? (size_t)(end - text) + 1 : strlen(text);
        CHECK_TEXT(good(line->text)->output->text, str_new(text, text_length)->text);
        p = text;
    }
    CHECK(screens == 16);
}

TEST(screens_follow_the_width)
{
    setenv("COLUMNS", "60", 1);
    CHECK_TEXT(opts_usage(&alembic, command_find(&alembic, str_from("merge")))->text,
               "usage: alembic merge [-h] [-m MESSAGE]\n"
               "                     [--branch-label BRANCH_LABEL]\n"
               "                     [--rev-id REV_ID] [--splice]\n"
               "                     revisions [revisions ...]\n");
    setenv("COLUMNS", "25", 1);
    CHECK_TEXT(opts_usage(&alembic, command_find(&alembic, str_from("show")))->text,
               "usage: alembic show\n       [-h]\n       rev\n");
    setenv("COLUMNS", "80", 1);
}

TEST(values)
{
    Opts *opts = good("-c a.ini -x a=1 -xb=2 --name=other -q revision -m first --auto "
                      "--depends-on a");
    CHECK_TEXT(opts->command->name, "revision");
    CHECK(opts_flag(opts, "quiet") && !opts_flag(opts, "raiseerr"));
    CHECK(opts_list(opts, "x")->length == 2);
    CHECK_TEXT(opts_list(opts, "x")->at[1]->text, "b=2");
    CHECK_TEXT(opts_text(opts, "name")->text, "other");
    CHECK_TEXT(opts_text(opts, "message")->text, "first");
    CHECK(opts_flag(opts, "autogenerate") && !opts_flag(opts, "sql"));
    CHECK_TEXT(opts_list(opts, "depends_on")->at[0]->text, "a");
    CHECK(!opts_text(opts, "rev_id") && !opts_given(opts, "rev_id"));
    CHECK_TEXT(opts_text(good("current"), "name")->text, "alembic");
}

TEST(forms_of_values)
{
    CHECK_TEXT(opts_text(good("downgrade -1"), "revision")->text, "-1");
    CHECK_TEXT(opts_text(good("downgrade -- -2"), "revision")->text, "-2");
    CHECK_TEXT(opts_text(good("history --rev-range=-2:"), "rev_range")->text, "-2:");
    CHECK_TEXT(opts_text(good("history -r-2:"), "rev_range")->text, "-2:");
    Opts *opts = good("history -vir a:b");
    CHECK(opts_flag(opts, "verbose") && opts_flag(opts, "indicate_current"));
    CHECK_TEXT(opts_text(opts, "rev_range")->text, "a:b");
    CHECK(opts_list(good("merge a b c -m x"), "revisions")->length == 3);
    CHECK_TEXT(opts_text(good("upgrade --tag t head"), "revision")->text, "head");
    CHECK_TEXT(opts_text(good("upgrade head --tag t"), "tag")->text, "t");
    CHECK_TEXT(good("--version")->output->text, "alembic 1.19.1\n");
}

TEST(usage_errors)
{
    CHECK_TEXT(wrong(""), "alembic: error: too few arguments");
    CHECK_TEXT(wrong("upgrade"),
               "alembic upgrade: error: the following arguments are required: revision");
    CHECK_TEXT(wrong("upgrade head extra"), "alembic: error: unrecognized arguments: extra");
    CHECK_TEXT(wrong("--bogus upgrade --more head"),
               "alembic: error: unrecognized arguments: --bogus --more");
    CHECK_TEXT(wrong("history -r -2:"),
               "alembic history: error: argument -r/--rev-range: expected one argument");
    CHECK_TEXT(wrong("upgrade --sql=x head"),
               "alembic upgrade: error: argument --sql: ignored explicit argument 'x'");
    CHECK_TEXT(wrong("revision --re a --ver b --s"),
               "alembic revision: error: ambiguous option: --s could match --sql, --splice");
    CHECK_TEXT(wrong("merge a -m x b"), "alembic: error: unrecognized arguments: b");
    CHECK_TEXT(wrong("history -vz"),
               "alembic history: error: argument -v/--verbose: ignored explicit argument 'z'");
    CHECK_TEXT(
        wrong("bogus"),
        "alembic: error: argument {branches,check,current,downgrade,edit,ensure_version,heads,"
        "history,init,list_templates,merge,revision,show,stamp,upgrade}: invalid choice: "
        "'bogus' (choose from 'branches', "
        "'check', 'current', 'downgrade', 'edit', 'ensure_version', 'heads', 'history', "
        "'init', 'list_templates', 'merge', 'revision', 'show', 'stamp', 'upgrade')");
}

TEST(near_commands_are_hinted)
{
    Opts *opts;
    CHECK_TEXT(parse_words(&alembic, "ugprade head", &opts)->hint->text,
               "did you mean \"upgrade\"?");
    CHECK(!parse_words(&alembic, "zzzz", &opts)->hint);
}

static const Option tool_options[] = {
    {"--format", OPT_VALUE, "how to print", .choices = "text,json", .default_value = "text"},
    {"--jobs", OPT_INTEGER, "how many at once", .metavar = "N", .default_value = "2"},
    {"--key", OPT_VALUE, "needed", .required = true},
    {.kind = OPT_SECTION, .help = "for the curious"},
    {"--trace", OPT_FLAG, "say more"},
    {"--secret", OPT_FLAG, .hidden = true},
    {"from", OPT_POSITIONAL},
    {"to", OPT_POSITIONAL, .count = '?'},
    {"rest", OPT_POSITIONAL, .count = '*'},
    {0},
};
static const Command tool_commands[] = {
    {"go", "Goes.", tool_options, .description = "Goes from here to there.", .epilog = "Slowly."},
    {0}};
static const Program tool = {"tool", "tool 1", NULL, tool_commands};

static const char *tool_error(const char *line)
{
    Opts *opts;
    Err *err = parse_words(&tool, line, &opts);
    return err ? err->message->text : "accepted";
}

TEST(choices_integers_and_required)
{
    CHECK_TEXT(tool_error("go --key k --format xml a"),
               "tool go: error: argument --format: invalid choice: 'xml' (choose from 'text', "
               "'json')");
    CHECK_TEXT(tool_error("go --key k --jobs many a"),
               "tool go: error: argument --jobs: invalid int value: 'many'");
    CHECK_TEXT(tool_error("go"),
               "tool go: error: the following arguments are required: --key, from");
    Opts *opts;
    CHECK(!parse_words(&tool, "go a b c d --key=k --jobs 7 --secret", &opts));
    CHECK_TEXT(opts_text(opts, "from")->text, "a");
    CHECK_TEXT(opts_text(opts, "to")->text, "b");
    CHECK(opts_list(opts, "rest")->length == 2 && opts_integer(opts, "jobs") == 7);
    CHECK(opts_flag(opts, "secret"));
    CHECK(!parse_words(&tool, "go --key k a", &opts));
    CHECK(!opts_text(opts, "to") && opts_integer(opts, "jobs") == 2);
    CHECK_TEXT(opts_text(opts, "format")->text, "text");
}

TEST(sections_and_paragraphs)
{
    CHECK_TEXT(opts_help(&tool, tool_commands)->text,
               "usage: tool go [-h] [--format {text,json}] [--jobs N] --key KEY [--trace]\n"
               "               from [to] [rest ...]\n"
               "\n"
               "Goes from here to there.\n"
               "\n"
               "positional arguments:\n"
               "  from\n"
               "  to\n"
               "  rest\n"
               "\n"
               "options:\n"
               "  -h, --help            show this help message and exit\n"
               "  --format {text,json}  how to print\n"
               "  --jobs N              how many at once\n"
               "  --key KEY             needed\n"
               "\n"
               "for the curious:\n"
               "  --trace               say more\n"
               "\n"
               "Slowly.\n");
}

UNIT_MAIN
