/* alembic_command.c -- the native half of lib/alembic/command.py: commands for scripts. The
 * commands themselves live on the floor above, which registers how one is run. */
#include "bind/bind.h"

static CommandRunner *runner; /* both set once at start */
static LineRunner *line_runner;

void bind_set_command_runner(CommandRunner *given, LineRunner *given_line)
{
    runner = given;
    line_runner = given_line;
}

/* merge() gives its revision; revision() gives one, or the list when hooks made it none or several.
 */
static Value written_by(const Config *config, bool may_be_several)
{
    const RevisionVec *written = &config->written;
    if (written->length == 1)
        return revision_object(written->at[0]);
    if (!may_be_several)
        return NONE;
    List *list = list_new(written->length);
    for (size_t i = 0; i < written->length; i++)
        list_append(list, revision_object(written->at[i]));
    return OBJ(list);
}

#define RUN(P)                                                                                     \
    P(POS, any, config, Required) P(POS, str, name, Required) P(POS, dict, options, Required)
FUNCTION(alembic_command, run, RUN)
{
    Config *config = config_record(a->config);
    if (!config)
        raise_type("a command of alembic.command expects a Config");
    if (!runner)
        raise_exception(&RuntimeError_class, "commands cannot be run here");
    Value hook = dict_find_text(a->options, "process_revision_directives");
    config->revision_hook = is_absent(hook) ? UNSET : hook;
    config->written = (RevisionVec){0};
    runner(config, a->name, a->options);
    config->revision_hook = UNSET;
    return written_by(config, str_is(a->name, "revision"));
}

#define MAIN(P) P(POS, list, words, Required)
FUNCTION(alembic_command, main, MAIN)
{
    if (!line_runner)
        raise_exception(&RuntimeError_class, "commands cannot be run here");
    StrVec words = {0};
    for (size_t i = 0; i < a->words->length; i++)
        vec_push(&words, value_str(a->words->at[i]));
    line_runner(&words);
    return NONE;
}

static const Export command_exports[] = {
    EXPORT_FUNCTION(alembic_command, run), EXPORT_FUNCTION(alembic_command, main), {0}};
static const ModuleDef command_module = {
    "_alembic_command", (const Export *const[]){command_exports, NULL}, false, NULL};
const ModuleDef *const alembic_command_modules[] = {&command_module, NULL};
