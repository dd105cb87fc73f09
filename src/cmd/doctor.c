/* doctor.c -- `doctor`: what of a project this evaluator would refuse, before anything runs. */
#include "cmd/cmd.h"

#include <stdio.h>

const Option doctor_options[] = {
    {"--json", OPT_FLAG, "Print the findings as JSON"},
    {0},
};

static void write_finding(JsonWriter *w, const Finding *finding)
{
    json_begin_object(w);
    json_key(w, "file");
    json_str(w, finding->pos.file ? path_relative(finding->pos.file) : NULL);
    json_key(w, "line");
    json_integer(w, finding->pos.line);
    json_key(w, "column");
    json_integer(w, finding->pos.column);
    json_key(w, "code");
    json_text(w, finding->code);
    json_key(w, "message");
    json_str(w, text_mask_passwords(finding->message));
    json_key(w, "hint");
    json_str(w, finding->hint);
    json_end_object(w);
}

static void write_json(const Examination *e)
{
    Buf out = {0};
    JsonWriter w = json_document_begin(&out);
    json_key(&w, "revisions");
    json_integer(&w, (int64_t)e->revisions);
    json_key(&w, "modules");
    json_integer(&w, (int64_t)e->modules);
    json_key(&w, "findings");
    json_begin_array(&w);
    for (size_t i = 0; i < e->findings.length; i++)
        write_finding(&w, &e->findings.at[i]);
    json_end_array(&w);
    json_key(&w, "note");
    json_str(&w, e->note);
    json_document_end(&w);
    fputs(buf_str(&out)->text, stdout);
}

static void write_lines(const Examination *e)
{
    for (size_t i = 0; i < e->findings.length; i++) {
        const Finding *finding = &e->findings.at[i];
        Buf line = {0};
        if (finding->pos.file)
            buf_add(&line, path_relative(finding->pos.file));
        if (finding->pos.line)
            buf_format(&line, ":%u:%u", finding->pos.line, finding->pos.column ? finding->pos.column : 1);
        buf_format(&line, "%s%s [%s]", line.length ? ": " : "", text_mask_passwords(finding->message)->text,
                   finding->code);
        puts(buf_str(&line)->text);
        if (finding->hint)
            printf("    hint: %s\n", finding->hint->text);
    }
}

static size_t count_files(const Examination *e)
{
    Map files = {0};
    for (size_t i = 0; i < e->findings.length; i++)
        if (e->findings.at[i].pos.file)
            map_put(&files, e->findings.at[i].pos.file, (void *)1);
    return files.length;
}

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static void write_summary(const Examination *e)
{
    size_t found = e->findings.length, files = count_files(e);
    printf("%s%zu revision%s, env.py, script.py.mako and %zu module%s of the project: ", found ? "\n" : "",
           e->revisions, plural(e->revisions), e->modules, plural(e->modules));
    if (found)
        printf("%zu finding%s in %zu file%s\n", found, plural(found), files, plural(files));
    else
        puts("nothing would be refused");
    if (e->note)
        printf("note: %s\n", e->note->text);
}

/* Logging set up by env.py and what scripts print while they load are no findings. */
static void silence(void)
{
    execute_text(str_from("import io, logging, sys\n"
                          "logging.disable(logging.CRITICAL)\n"
                          "sys.stdout = io.StringIO()\n"),
                 dict_new(), str_from("<doctor>"));
}

int command_doctor(Opts *opts)
{
    Session session = session_open(opts);
    silence();
    Examination e = project_examine(session.project);
    if (opts_flag(opts, "json")) {
        write_json(&e);
    } else {
        write_lines(&e);
        write_summary(&e);
    }
    return e.findings.length ? 1 : 0;
}
