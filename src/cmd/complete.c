/* complete.c -- `completion SHELL`: the shell's script, and the hidden `__complete -- WORD...` it calls: what may stand
 * where the last word is. Options come from the tables, revisions and labels from the project in the working directory
 * (or that of -c). */
#include "cmd/cmd.h"

#include <stdio.h>

/* --- the scripts ------------------------------------------------------------------------------------------------ */

/* NAME is the program, ID the same as a shell word. Bash splits at : = @, so the part it took off is taken off here. */
static const char bash_script[] =
    "_ID_complete() {\n"
    "    local line=${COMP_LINE:0:COMP_POINT} word IFS=$'\\n'\n"
    "    word=${line##*[[:space:]]}\n"
    "    local before=${word%\"${COMP_WORDS[COMP_CWORD]}\"}\n"
    "    before=${before%@} # readline takes an @ for a part of the word behind it\n"
    "    local words; IFS=$' \\t\\n' read -r -a words <<<\"$line\"\n"
    "    [ -n \"$word\" ] || words+=('')\n"
    "    COMPREPLY=($(NAME __complete -- \"${words[@]:1}\" 2>/dev/null | cut -f 1))\n"
    "    COMPREPLY=(\"${COMPREPLY[@]#\"$before\"}\")\n"
    "}\n"
    "complete -o default -F _ID_complete NAME\n";
static const char zsh_script[] =
    "#compdef NAME\n"
    "_ID_complete() {\n"
    "    local -a found\n"
    "    local line\n"
    "    while IFS= read -r line; do\n"
    "        local word=${${line%%$'\\t'*}//:/\\\\:} help=${line#*$'\\t'}\n"
    "        found+=(\"$word${help:+:$help}\")\n"
    "    done < <(NAME __complete -- \"${(@)words[2,CURRENT]}\" 2>/dev/null)\n"
    "    if (( $#found )); then _describe NAME found; else _files; fi\n"
    "}\n"
    "compdef _ID_complete NAME\n";
static const char fish_script[] =
    "function __ID_complete\n"
    "    set -l words (commandline -opc) (commandline -ct)\n"
    "    set -l found (NAME __complete -- $words[2..-1] 2>/dev/null)\n"
    "    if set -q found[1]\n"
    "        printf '%s\\n' $found\n"
    "    else\n"
    "        __fish_complete_path (commandline -ct)\n"
    "    end\n"
    "end\n"
    "complete -c NAME -f -a '(__ID_complete)'\n";

static const struct {
    const char *shell, *script;
} shells[] = {{"bash", bash_script}, {"zsh", zsh_script}, {"fish", fish_script}};

const Option completion_options[] = {
    {"shell", OPT_POSITIONAL, "the shell to print the script for", .choices = "bash,zsh,fish"},
    {0},
};

int command_completion(Opts *opts)
{
    const char *name = opts->program->name;
    Str *id = str_replace(str_replace(str_from(name), "-", "_"), ".", "_");
    for (size_t i = 0; i < COUNT_OF(shells); i++)
        if (str_is(opts_text(opts, "shell"), shells[i].shell)) {
            Str *script = str_replace(str_from(shells[i].script), "ID", id->text);
            fputs(str_replace(script, "NAME", name)->text, stdout);
        }
    return 0;
}

/* --- what may stand there ------------------------------------------------------------------------------------------ */

typedef struct Completion {
    const Opts *opts;
    const Program *program;
    const Command *command; /* NULL: its name is still to come */
    const Option *wants;    /* the option whose value is to come, or NULL */
    StrVec configs;         /* values of -c */
    Str *word;              /* what was typed of it */
} Completion;

static void offer(const Completion *c, const Str *candidate, const char *about)
{
    if (str_starts_with(candidate, c->word->text))
        printf("%s\t%s\n", candidate->text, about ? about : "");
}

static const Option *option_called(const Option *rows, const Str *name)
{
    for (const Option *row = rows; row && row->kind; row++) {
        StrVec names = option_is_named(row) ? option_names(row) : (StrVec){0};
        for (size_t i = 0; i < names.length; i++)
            if (str_equal(names.at[i], name))
                return row;
    }
    return NULL;
}

static const Option *rows_of(const Completion *c)
{
    return c->command ? c->command->options : c->program->options;
}

/* The words before the last one: which command, and does an option wait for its value? */
static void read_words(Completion *c, const StrVec *words)
{
    for (size_t i = 0; i + 1 < words->length; i++) {
        const Str *word = words->at[i];
        const Option *row = option_called(rows_of(c), word);
        c->wants = NULL;
        if (row && option_takes_value(row)) {
            if (i + 2 == words->length)
                c->wants = row;
            else if (str_is(option_dest(row), "config") && !c->command)
                vec_push(&c->configs, words->at[i + 1]);
            i++;
        } else if (!c->command && word->text[0] != '-') {
            c->command = command_find(c->program, word);
        }
    }
    c->word = words->length ? words->at[words->length - 1] : str_empty;
}

static void offer_options(const Completion *c)
{
    for (const Option *row = rows_of(c); row && row->kind; row++) {
        StrVec names = option_is_named(row) && !row->hidden ? option_names(row) : (StrVec){0};
        if (names.length)
            offer(c, names.at[names.length - 1], row->help);
    }
    offer(c, str_from("--help"), help_option.help);
}

static void offer_choices(const Completion *c, const char *choices)
{
    for (const char *p = choices; *p;) {
        size_t length = strcspn(p, ",");
        offer(c, str_new(p, length), NULL);
        p += length + (p[length] == ',');
    }
}

static void offer_commands(const Completion *c)
{
    for (const Command *command = c->program->commands; command->name; command++)
        if (command->help)
            offer(c, str_from(command->name), command->help);
}

/* Symbols, ids and labels; after "a:" or "label@" what may follow. */
static void offer_revisions(const Completion *c)
{
    static const char *const symbols[] = {"head", "heads", "base"};
    const char *colon = strrchr(c->word->text, ':');
    Str *before = colon ? str_new(c->word->text, (size_t)(colon + 1 - c->word->text)) : str_empty;
    Graph *graph = project_graph(project_open(config_load(&c->configs, str_from("alembic"))));
    for (size_t i = 0; i < COUNT_OF(symbols); i++)
        offer(c, str_format("%s%s", before->text, symbols[i]), NULL);
    for (size_t i = graph->revisions.length; i > 0; i--) {
        const Revision *r = graph->revisions.at[i - 1];
        offer(c, str_format("%s%s", before->text, r->id->text), r->doc->text);
        for (size_t k = 0; k < r->own_labels.length; k++) {
            offer(c, str_format("%s%s@head", before->text, r->own_labels.at[k]->text), r->doc->text);
            offer(c, str_format("%s%s@base", before->text, r->own_labels.at[k]->text), r->doc->text);
        }
    }
}

static void offer_templates(const Completion *c)
{
    for (const ProjectTemplate *template = project_templates; template->name; template++)
        offer(c, str_from(template->name), template->synopsis);
}

/* What values an option or a positional takes, by its dest. */
static const struct {
    const char *dest;
    void (*offer)(const Completion *c);
} kinds[] = {
    {"revision", offer_revisions}, {"revisions", offer_revisions},  {"rev", offer_revisions},
    {"head", offer_revisions},     {"depends_on", offer_revisions}, {"rev_range", offer_revisions},
    {"template", offer_templates},
};

static void offer_values(const Completion *c, const Option *row)
{
    if (row->choices)
        offer_choices(c, row->choices);
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        if (str_is(option_dest(row), kinds[i].dest))
            kinds[i].offer(c);
}

static void offer_all(void *arg)
{
    const Completion *c = arg;
    if (c->wants) {
        offer_values(c, c->wants);
    } else if (c->word->text[0] == '-') {
        offer_options(c);
    } else if (!c->command) {
        offer_commands(c);
    } else {
        for (const Option *row = c->command->options; row && row->kind; row++)
            if (row->kind == OPT_POSITIONAL)
                offer_values(c, row);
    }
}

const Option __complete_options[] = {
    {"words", OPT_POSITIONAL, "the words of the command line after the program", .count = '*'},
    {0},
};

/* The words are not parsed: they are unfinished, and may look like options. A history that cannot be read offers nothing. */
int command___complete(Opts *opts)
{
    Completion c = {.opts = opts, .program = opts->program};
    session_start_evaluator(opts);
    read_words(&c, opts_list(opts, "words"));
    protect(offer_all, &c);
    return 0;
}
