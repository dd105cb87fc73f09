/* edit.c -- `edit REV`: open revision files in the user's editor. */
#include "cmd/cmd.h"

#include <stdlib.h>

const Option edit_options[] = {{"rev", OPT_POSITIONAL}, {0}};

/* The words of a command whose program exists, or none. */
static StrVec words_of(const char *command)
{
    StrVec words = {0};
    Str *program = process_find_program(command); /* a path with spaces in it is one word */
    if (program) {
        vec_push(&words, program);
        return words;
    }
    words = process_split_words(str_from(command));
    program = words.length ? process_find_program(words.at[0]->text) : NULL;
    if (!program)
        return (StrVec){0};
    words.at[0] = program;
    return words;
}

/* $EDITOR or $VISUAL, a path or a name on the PATH, with arguments or without; then what systems
 * usually have. */
static StrVec editor_words(void)
{
    const char *const candidates[] = {
        getenv("EDITOR"), getenv("VISUAL"), "sensible-editor", "editor", "nano", "vim", "code"};
    StrVec words = {0};
    for (size_t i = 0; i < COUNT_OF(candidates) && words.length == 0; i++)
        if (candidates[i] && *candidates[i])
            words = words_of(candidates[i]);
    return words;
}

static void open_in_editor(Str *path)
{
    StrVec words = editor_words();
    if (words.length == 0)
        raise_tool("edit.no-editor", "export EDITOR=nano",
                   "Error executing editor (No suitable editor found. Please set the \"EDITOR\" or "
                   "\"VISUAL\" environment variables)");
    vec_push(&words, path);
    int code = process_run(&words, NULL);
    if (code != 0)
        raise_tool(
            "edit.editor-failed", NULL,
            "Error executing editor (Command '['%s', '%s']' returned non-zero exit status %d.)",
            words.at[0]->text, path->text, code);
}

int command_edit(Opts *opts)
{
    Session session = session_open(opts);
    Str *symbol = opts_text(opts, "rev");
    Symbols symbols = symbols_one(symbol);
    if (str_is(symbol, "current")) {
        symbols = session_current_symbols(&session);
        if (symbols.at.length == 0)
            raise_tool("edit.nothing",
                       type_next("no revision was applied yet", "upgrade head", NULL),
                       "No current revisions");
    }
    RevisionVec revisions = graph_find_revisions(project_graph(session.project), symbols);
    if (revisions.length == 0)
        raise_tool("edit.nothing",
                   type_next("it stands for no revision; these are there", "history", NULL),
                   "No revision files indicated by symbol '%s'", symbol->text);
    for (size_t i = 0; i < revisions.length; i++)
        open_in_editor(revisions.at[i]->path);
    return 0;
}
