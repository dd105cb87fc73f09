/* list_templates.c -- `list_templates`: what `init --template` takes. Reads no file. */
#include "cmd/cmd.h"

#include <stdio.h>

const Option list_templates_options[] = {{0}};

int command_list_templates(Opts *opts)
{
    if (opts_flag(opts, "quiet"))
        return 0;
    puts("Available templates:\n");
    for (const ProjectTemplate *template = project_templates; template->name; template++)
        printf("%s - %s\n", template->name, template->synopsis);
    printf("\nTemplates are used via the 'init' command, e.g.:\n\n  %s init --template generic ./scripts\n",
           opts->program->name);
    return 0;
}
