/* template_run.c -- renders a template: runs the script that template.c made of it, with the names of
 * lib/mako/runtime.py, and moves the place of an error from the script into the template. */
#include "runtime/runtime.h"
#include "runtime/template.h"

static Str *script_text(const ScriptLines *lines)
{
    Buf out = {0};
    for (size_t i = 0; i < lines->length; i++) {
        const ScriptLine *line = &lines->at[i];
        buf_fill(&out, ' ', line->raw ? 0 : line->indent * 4);
        buf_add(&out, line->text);
        buf_char(&out, '\n');
    }
    return buf_str(&out);
}

typedef struct TemplateRun {
    Str *path, *script;
    Dict *names;
    Value context;
} TemplateRun;

static void run_script(void *arg)
{
    TemplateRun *run = arg;
    Module *runtime = import_module(intern("mako.runtime"));
    Value names = OBJ(run->names);
    run->context = call(module_find(runtime, "Context"), 1, &names);
    Value arguments[] = {run->context, STR(run->script)};
    Value globals = call(module_find(runtime, "globals_of"), 2, arguments);
    execute_text(run->script, (Dict *)globals.obj, run->path);
}

/* Line and column of the script become those of the template. */
static void move_place(const ScriptLines *lines, const Str *path, Pos *pos)
{
    if (!pos->file || !str_equal(pos->file, path) || pos->line < 1 || pos->line > lines->length)
        return;
    const ScriptLine *line = &lines->at[pos->line - 1];
    bool known = line->column && pos->column >= line->code;
    pos->line = line->line;
    pos->column = known ? pos->column - line->code + line->column : 1;
    pos->end_column = 0;
}

/* An error that arose in a helper is one of the line of the script that called it. */
static void blame_script(const Str *path, Err *err)
{
    if (err->pos.file && str_equal(err->pos.file, path))
        return;
    for (const ErrFrame *frame = err->trace; frame; frame = frame->next)
        if (frame->pos.file && str_equal(frame->pos.file, path))
            err->pos = frame->pos;
}

Str *template_render_text(Str *path, Str *text, Dict *names)
{
    ScriptLines lines = template_compile(path, text);
    TemplateRun run = {.path = path, .script = script_text(&lines), .names = names};
    Err *err = protect(run_script, &run);
    if (err) {
        blame_script(path, err);
        move_place(&lines, path, &err->pos);
        err->trace = NULL; /* its frames are lines of the script */
        err_raise(err);
    }
    return value_str(call_method(run.context, "text", 0, NULL));
}
