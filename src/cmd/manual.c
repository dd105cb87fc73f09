/* manual.c -- the hidden `__manual`: the manual page from the option tables. docs/retort.1 is its
 * output. */
#include "cmd/cmd.h"

#include <stdio.h>

static const char description[] = "Reads alembic.ini and [tool.alembic] of pyproject.toml in the "
                                  "working directory, runs env.py and the revision\n"
                                  "scripts in its own evaluator, and migrates a PostgreSQL or "
                                  "SQLite database. Global options stand before the\n"
                                  "command, those of the command after it. Long options may be "
                                  "shortened as long as they stay unique.\n";

static const char tail[] =
    ".SH REVISIONS\n"
    "An id or a unique part of it of at least four characters; head, heads, base; label@head, "
    "label@base, ID@head;\n"
    "+N and -N count from where the database is, ID+N and ID-N from a revision, head-1 from the "
    "head. With \\-\\-sql,\n"
    "FROM:TO is a range. A value that begins with a minus is written \\-\\-rev\\-range=\\-2: or "
    "after \\-\\-.\n"
    ".SH EXIT STATUS\n"
    "0 done; 1 an error of a script, a file or the database; 2 wrong command line; 75 another "
    "process migrates this\n"
    "database; 130 Ctrl\\-C; 143 SIGTERM; 255 a command error, which is printed\n"
    "as FAILED: ...\n"
    ".SH ENVIRONMENT\n"
    "ALEMBIC_CONFIG (the configuration, as \\-c); EDITOR, VISUAL; VIRTUAL_ENV (for post-write "
    "hooks); PGHOST and the other\n"
    "variables of libpq; NO_COLOR; COLUMNS.\n"
    ".SH FILES\n"
    "alembic.ini, pyproject.toml, env.py, script.py.mako, versions/*.py\n"
    ".SH SEE ALSO\n"
    "The documents beside the source: differences.md (where Retort differs from Alembic), json.md "
    "(what \\-\\-json prints),\n"
    "errors.md (codes of errors), dialect.md (the language of scripts).\n";

/* Minus signs and backslashes as troff wants them. */
static const char *escaped(const Str *text)
{
    Str *safe = str_replace(str_replace(text, "\\", "\\e"), "-", "\\-");
    return safe->text[0] == '.' || safe->text[0] == '\'' ? str_format("\\&%s", safe->text)->text
                                                         : safe->text;
}

static void print_rows(const Option *rows)
{
    for (const Option *row = rows; row && row->kind; row++) {
        if (row->hidden || row->kind == OPT_SECTION)
            continue;
        const char *name = escaped(option_invocation(row));
        printf(".TP\n\\fB%s\\fR\n%s%s\n", name, row->help ? escaped(str_from(row->help)) : "",
               row->count == '+' || row->count == '*' ? " (several)" : "");
    }
}

static void print_keys(bool ours)
{
    for (const ConfigKey *key = config_keys; key->name; key++)
        if (key->is_ours == ours)
            printf(".TP\n\\fB%s\\fR = %s\n%s\n", escaped(str_from(key->name)),
                   escaped(str_from(key->values)), escaped(str_from(key->help)));
}

const Option __manual_options[] = {{0}};

int command___manual(Opts *opts)
{
    const Program *program = opts->program;
    printf(".\\\" Made of the option tables by `retort __manual`: do not edit.\n"
           ".TH RETORT 1 \"\" \"Retort\" \"User Commands\"\n"
           ".SH NAME\nretort \\- run an Alembic migration project without Python\n"
           ".SH SYNOPSIS\n\\fBretort\\fR [\\fIOPTION\\fR]... \\fICOMMAND\\fR [\\fIOPTION\\fR]... "
           "[\\fIARGUMENT\\fR]...\n"
           ".SH DESCRIPTION\n%s.SH OPTIONS\n",
           description);
    printf(".TP\n\\fB%s\\fR\n%s; also of every command\n", escaped(option_invocation(&help_option)),
           help_option.help);
    print_rows(program->options);
    printf(".SH COMMANDS\n");
    for (const Command *command = program->commands; command->name; command++) {
        if (!command->help)
            continue;
        printf(".SS \\fB%s\\fR\n%s\n", escaped(str_from(command->name)),
               escaped(str_from(command->help)));
        print_rows(command->options);
    }
    printf(".SH CONFIGURATION\nKeys of [alembic] in alembic.ini and of [tool.alembic] in "
           "pyproject.toml. Those of Retort alone, which "
           "Alembic passes over:\n");
    print_keys(true);
    printf(".PP\nThose of Alembic:\n");
    print_keys(false);
    printf(".PP\nPost\\-write hooks stand in [post_write_hooks]; there NAME.on_failure = ignore "
           "lets a hook fail.\n");
    fputs(tail, stdout);
    return 0;
}
