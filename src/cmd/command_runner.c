/* command_runner.c -- alembic.command.upgrade(config, ...) and the others: a script runs a command
 * of the table with a configuration of its own. */
#include "cmd/cmd.h"

#include <stdio.h>

/* Which table the scripts' commands come from; set when the evaluator starts. */
static const Program *program;

static void set_option(Opts *opts, Str *dest, Value value)
{
    OptValue *slot = opts_find(opts, dest->text);
    if (is_none(value))
        return;
    slot->given = true;
    if (value.tag == TAG_BOOL) {
        slot->flag = value.boolean;
    } else if (value_find_str(value)) {
        slot->text = value_find_str(value);
    } else {
        const List *items = list_from(value);
        for (size_t i = 0; i < items->length; i++)
            vec_push(&slot->list, value_str(items->at[i]));
        slot->given = items->length > 0;
    }
}

static void run_command(Config *config, Str *name, Dict *options)
{
    const Command *command = command_find(program, name);
    if (!command)
        BUG("alembic.command names a command that is not in the table");
    Opts *opts = opts_for_command(program, command);
    opts->caller = config;
    for (size_t i = 0; i < options->used; i++)
        if (is_set(options->entries[i].key) &&
            opts_find(opts, value_str(options->entries[i].key)->text))
            set_option(opts, value_str(options->entries[i].key), options->entries[i].value);
    command->run(opts);
}

/* As main() does it, within the script that asks for it. */
static void run_line(const StrVec *words)
{
    char **argv = new_array(char *, words->length + 2);
    argv[0] = (char *)(uintptr_t)program->name;
    for (size_t i = 0; i < words->length; i++)
        argv[i + 1] = words->at[i]->text;
    Opts *opts = opts_parse(program, (int)words->length + 1, argv);
    if (opts->output)
        fputs(opts->output->text, stdout);
    else
        opts->command->run(opts);
}

void command_runner_init(const Program *given)
{
    program = given;
    bind_set_command_runner(run_command, run_line);
}

/* To the stdout of the Config that a script gave, else to ours. */
void opts_print(const Opts *opts, const Buf *text)
{
    const Config *config = opts->caller;
    if (text->length == 0 || (config ? config->quiet : opts_flag(opts, "quiet")))
        return;
    if (config && !is_absent(config->output)) {
        Value argument = STR(buf_str(text));
        call_method(config->output, "write", 1, &argument);
    } else {
        fwrite(text->data, 1, text->length, stdout);
    }
}
