/* alembic_command.c -- the native half of lib/alembic/command.py: commands for scripts. The commands themselves live on
 * the floor above, which registers how one is run. */
#include "bind/bind.h"

static CommandRunner *runner; /* set once at start */

void bind_set_command_runner(CommandRunner *given)
{
    runner = given;
}

#define RUN(P) P(POS, any, config, Required) P(POS, str, name, Required) P(POS, dict, options, Required)
FUNCTION(alembic_command, run, RUN)
{
    Config *config = config_record(a->config);
    if (!config)
        raise_type("a command of alembic.command expects a Config");
    if (!runner)
        raise_exception(&RuntimeError_class, "commands cannot be run here");
    Revision *written = runner(config, a->name, a->options);
    return written ? revision_object(written) : NONE;
}

static const Export command_exports[] = {EXPORT_FUNCTION(alembic_command, run), {0}};
static const ModuleDef command_module = {"_alembic_command", (const Export *const[]){command_exports, NULL}, false,
                                         NULL};
const ModuleDef *const alembic_command_modules[] = {&command_module, NULL};
