/* check.c -- `check`: whether the models and the database differ, and by what. */
#include "autogen/autogen.h"
#include "cmd/cmd.h"

#include <stdio.h>

const Option check_options[] = {
    {"--json", OPT_FLAG, "Print the differences as JSON"},
    {0},
};

static void write_key(JsonWriter *w, const char *name, const Str *text)
{
    json_key(w, name);
    json_str(w, text);
}

static void write_difference(JsonWriter *w, const Difference *d)
{
    json_begin_object(w);
    write_key(w, "kind", d->kind);
    write_key(w, "text", d->text);
    write_key(w, "schema", d->schema);
    write_key(w, "table", d->table);
    write_key(w, "column", d->column);
    write_key(w, "name", d->name);
    write_key(w, "file", d->pos.file);
    json_key(w, "line");
    if (d->pos.file)
        json_integer(w, d->pos.line);
    else
        json_null(w);
    json_end_object(w);
}

static void write_json(const DifferenceVec *list)
{
    Buf out = {0};
    JsonWriter w = json_document_begin(&out);
    json_key(&w, "differences");
    json_begin_array(&w);
    for (size_t i = 0; i < list->length; i++)
        write_difference(&w, &list->at[i]);
    json_end_array(&w);
    json_document_end(&w);
    fputs(buf_str(&out)->text, stdout);
}

/* One difference a line, the place of the model in front where it is known. */
static void write_lines(const DifferenceVec *list)
{
    for (size_t i = 0; i < list->length; i++) {
        const Difference *d = &list->at[i];
        if (d->pos.file)
            printf("  %s:%u: %s\n", path_relative(d->pos.file)->text, d->pos.line, d->text->text);
        else
            printf("  %s\n", d->text->text);
    }
}

static Str *summary(const DifferenceVec *list)
{
    return str_format("New upgrade operations detected: %zu %s", list->length,
                      list->length == 1 ? "difference" : "differences");
}

static void report(const Session *session, const DifferenceVec *list)
{
    static const char logger[] = "alembic.util.messaging";
    Str *message = summary(list);
    if (logging_has_handlers(logger))
        logging_emit(logger, LOGGING_ERROR, message);
    if (session->config->quiet)
        return;
    printf("FAILED: %s\n", message->text);
    write_lines(list);
}

int command_check(Opts *opts)
{
    enum { NOTHING_FOUND = 0, DIFFERENCES_FOUND = 255 };
    Session session = session_open(opts);
    RevisionArguments arguments = {.autogenerate = true};
    RevisionContext *context = revision_context_new(session.project, &arguments);
    Environment env = {.plan = revision_context_plan, .dont_mutate = true, .job = context};
    session_run_environment(&session, &env);
    DifferenceVec list = autogen_differences(revision_context_upgrades(context));
    if (opts_flag(opts, "json"))
        write_json(&list);
    else if (list.length)
        report(&session, &list);
    else if (!session.config->quiet)
        puts("No new upgrade operations detected.");
    return list.length ? DIFFERENCES_FOUND : NOTHING_FOUND;
}
