/* list_templates.c -- `list_templates`: what `init --template` takes. Reads no file. */
#include "cmd/cmd.h"

const Option list_templates_options[] = {OPTION_JSON, {0}};

static void write_json(Buf *out)
{
    JsonWriter w = json_document_begin(out);
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
}

static void write_text(Buf *out, const char *program)
{
    buf_text(out, "Available templates:\n\n");
    for (const ProjectTemplate *template = project_templates; template->name; template++)
        buf_format(out, "%s - %s\n", template->name, template->synopsis);
    buf_format(out,
               "\nTemplates are used via the 'init' command, e.g.:\n\n  %s init --template generic ./scripts\n",
               program);
}

int command_list_templates(Opts *opts)
{
    Buf out = {0};
    if (opts_flag(opts, "json"))
        write_json(&out);
    else
        write_text(&out, opts->program->name);
    opts_print(opts, &out);
    return 0;
}
