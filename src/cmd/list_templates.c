/* list_templates.c -- `list_templates`: what `init --template` takes. Reads no file. */
#include "cmd/cmd.h"

#include <stdio.h>

const Option list_templates_options[] = {OPTION_JSON, {0}};

static void print_json(void)
{
    Buf out = {0};
    JsonWriter w = json_document_begin(&out);
    json_key(&w, "templates");
    json_begin_array(&w);
    for (const ProjectTemplate *template = project_templates; template->name; template++) {
        json_begin_object(&w);
        json_key(&w, "name");
        json_text(&w, template->name);
        json_key(&w, "description");
        json_text(&w, template->synopsis);
        json_end_object(&w);
    }
    json_end_array(&w);
    json_document_end(&w);
    fputs(out.data, stdout);
}

int command_list_templates(Opts *opts)
{
    if (opts_flag(opts, "quiet"))
        return 0;
    if (opts_flag(opts, "json")) {
        print_json();
        return 0;
    }
    puts("Available templates:\n");
    for (const ProjectTemplate *template = project_templates; template->name; template++)
        printf("%s - %s\n", template->name, template->synopsis);
    printf("\nTemplates are used via the 'init' command, e.g.:\n\n  %s init --template generic ./scripts\n",
           opts->program->name);
    return 0;
}
