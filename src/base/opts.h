/* opts.h -- the command line from tables. A row is the declaration: parsing, usage, help screens,
 * the manual page and shell completion are all read from it.
 *
 *     static const Option upgrade_options[] = {
 *         {"--sql", OPT_FLAG, .help = "Print the SQL, do not run it."},
 *         {"--tag", OPT_VALUE, .help = "A word for env.py."},
 *         {"revision", OPT_POSITIONAL, .help = "revision identifier"},
 *         {0},
 *     };
 *     static const Command commands[] = {
 *         {"upgrade", "Upgrade to a later version.", upgrade_options, run_upgrade}, {0}};
 *     static const Program program = {"retort", "retort 1.0", global_options, commands};
 *
 *     Opts *opts = opts_parse(&program, argc, argv);          raises ERR_USAGE
 *     if (opts->output) { print it on stdout; exit 0 }         --help, --version
 *     return opts->command->run(opts);
 *     ... opts_flag(opts, "sql") ... opts_text(opts, "revision") ... opts_list(opts, "x") ...
 *
 * Behaves and prints as Python's argparse (3.12): global options stand before the command, long
 * options may be shortened to a unique prefix, `--opt=value`, `-ovalue`, `-vq`, `--`; "-1" is a
 * value because no option looks like a number. -h/--help exists in every table. A value is found by
 * its dest: the first long name, else the short one, dashes turned to underscores ("--rev-id" ->
 * "rev_id"). An ERR_USAGE carries the usage lines in `detail` and "prog command: error: ..." in
 * `message`.
 */
#ifndef RETORT_BASE_OPTS_H
#define RETORT_BASE_OPTS_H

#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"

typedef enum OptionKind {
    OPT_FLAG = 1,   /* no value                                                            */
    OPT_VALUE,      /* one value, the last wins                                            */
    OPT_INTEGER,    /* one whole number, checked: "argument --jobs: invalid int value: 'x'" */
    OPT_APPEND,     /* one value, all are kept                                             */
    OPT_POSITIONAL, /* by place; `count` says how many                                     */
    OPT_VERSION,    /* prints Program.version                                              */
    OPT_SECTION,    /* not an option: `help` is the title of the group that begins here    */
} OptionKind;

typedef struct Option {
    const char *names; /* "-m, --message"; a positional's own name */
    OptionKind kind;
    const char *help;
    const char *metavar;       /* shown for the value; NULL = the dest (upper case for options) */
    const char *default_value; /* NULL = none */
    const char *choices;       /* "text,json"; NULL = anything */
    char count;                /* positionals: 0 = exactly one, '?', '*', '+', '~': all that is left, options too;
                                * '~' of an option: what follows its value is left in that way */
    bool required;             /* options that must be given */
    bool hidden;               /* works, but help does not show it */
} Option;

typedef struct Opts Opts;

typedef struct Command {
    const char *name;
    const char *help;      /* one sentence, shown in the list of commands; NULL: hidden */
    const Option *options; /* ends with a zero row; NULL = none */
    int (*run)(Opts *opts);
    const char *description; /* shown between usage and options; NULL = nothing, as the reference */
    const char *epilog;      /* shown last, lines kept as they are */
} Command;

typedef struct Program {
    const char *name;
    const char *version;     /* the whole line --version prints */
    const Option *options;   /* before the command; ends with a zero row */
    const Command *commands; /* ends with a zero row */
    const char *description, *epilog;
} Program;

/* Whether its values are kept in OptValue.list. */
bool option_takes_many(const Option *option);

typedef struct OptValue {
    const Option *option;
    bool given; /* false: only the default */
    bool flag;
    int64_t integer;
    Str *text;   /* OPT_VALUE, single positional; NULL = not given */
    StrVec list; /* OPT_APPEND, positionals with '+' or '*' */
} OptValue;

struct Opts {
    const Program *program;
    const Command *command; /* never NULL, unless `output` is set */
    Map values;   /* dest -> OptValue *, global rows first, then the command's, in table order */
    void *caller; /* who runs the command, when it is not the command line; the commands know what
                     it is */
    StrVec line;  /* the command line, the program's name first; empty without one */
    Str *output;  /* what --help or --version prints on stdout before exit 0; else NULL */
};

/* argv[0] is skipped. Arguments that are not UTF-8 raise ERR_USAGE. */
Opts *opts_parse(const Program *program, int argc, char *const *argv);

/* The values of a command by their defaults, for a program that runs it. */
Opts *opts_for_command(const Program *program, const Command *command);

/* An unknown dest is a BUG. */
bool opts_flag(const Opts *opts, const char *dest);
Str *opts_text(const Opts *opts, const char *dest); /* NULL = not given and no default */
int64_t opts_integer(const Opts *opts, const char *dest);
const StrVec *opts_list(const Opts *opts, const char *dest); /* empty when not given */
bool opts_given(const Opts *opts, const char *dest);
/* NULL when neither table has such a row. */
OptValue *opts_find(const Opts *opts, const char *dest);

const Command *command_find(const Program *program, const Str *name);
/* "{branches,check,...}", which stands for the command in usage and errors. */
Str *command_choices(const Program *program);
/* "usage: ..." lines and whole screens; command NULL = the program's own. */
Str *opts_usage(const Program *program, const Command *command);
Str *opts_help(const Program *program, const Command *command);
/* Raises ERR_USAGE as the parser does, for what only a command can judge. */
_Noreturn void opts_raise(const Opts *opts, const char *format, ...) PRINTF_LIKE(2, 3);

/* --- for the manual page and completion ---------------------------------------------------- */
/* The -h, --help every table has. */
extern const Option help_option;
/* Neither a positional nor a section title. */
bool option_is_named(const Option *option);
bool option_takes_value(const Option *option);
Str *option_dest(const Option *option);
/* Its names: "-m", "--message". */
StrVec option_names(const Option *option);
/* "-m MESSAGE, --message MESSAGE", as help shows it. */
Str *option_invocation(const Option *option);

/* --- wrong words (suggest.c); NULL when nothing is near --------------------------------------- */

Str *suggest_command(const Program *program, const Str *name);
/* The first of the words that nobody wanted: one that belongs before the command, or nearly an
 * option. */
Str *suggest_option(const Program *program, const Command *command, const StrVec *words);

#endif
