/* new_revision.c -- writing a revision file from script.py.mako. */
#include "runtime/runtime.h"

#include <sys/time.h>
#include <time.h>

/* --- the date --------------------------------------------------------------------------------- */

/* datetime.now(), or datetime.now(timezone.utc).astimezone(ZoneInfo(name)) with `timezone` in the
 * configuration. */
static Value date_in_zone(Str *zone_name)
{
    Value datetime = value_get_attr(OBJ(import_module(intern("datetime"))), intern("datetime"));
    if (!zone_name)
        return call_method(datetime, "now", 0, NULL);
    Value zoneinfo = value_get_attr(OBJ(import_module(intern("zoneinfo"))), intern("ZoneInfo"));
    Value name = STR(zone_name);
    Value zone = call(zoneinfo, 1, &name);
    return call_method(datetime, "now", 1, &zone);
}

typedef struct DateJob {
    Str *zone; /* NULL: local time */
    Value date;
} DateJob;

static void find_date(void *arg)
{
    DateJob *job = arg;
    job->date = date_in_zone(job->zone);
}

CreateDate project_create_date(Project *project, Value *script_date)
{
    DateJob job = {.zone =
                       project->timezone && project->timezone->length ? project->timezone : NULL};
    Err *err = protect(find_date, &job);
    if (err && job.zone) { /* "utc" */
        job.zone = str_upper_ascii(job.zone);
        err = protect(find_date, &job);
    }
    if (err && job.zone)
        raise_tool("config.timezone",
                   "names are those of the IANA database, such as UTC or Asia/Seoul",
                   "Can't locate timezone: %s", project->timezone->text);
    if (err)
        err_raise(err);
    DateTimeParts parts;
    datetime_find_parts(job.date, &parts);
    *script_date = job.date;
    return (CreateDate){.year = parts.year,
                        .month = parts.month,
                        .day = parts.day,
                        .hour = parts.hour,
                        .minute = parts.minute,
                        .second = parts.second,
                        .epoch = (int64_t)time(NULL)};
}

/* --- the file --------------------------------------------------------------------------------- */

#define COMMA_PARAMS(P) P(ONLY, any, value, Required)
/* util.format_as_comma: the `comma` that templates use as a filter. */
FUNCTION(template, comma, COMMA_PARAMS)
{
    if (is_none(a->value))
        return STR(str_empty);
    if (value_find_str(a->value))
        return STR(value_find_str(a->value));
    const List *items = list_from(a->value);
    Buf out = {0};
    for (size_t i = 0; i < items->length; i++)
        buf_format(&out, "%s%s", i ? ", " : "", value_str(items->at[i])->text);
    return STR(buf_str(&out));
}

/* None, one string, or a tuple: as the header of a revision file shows it. */
static Value one_or_many(const StrVec *list)
{
    if (list->length == 0)
        return NONE;
    return list->length == 1 ? STR(list->at[0]) : OBJ(tuple_of_strings(list->length, list->at));
}

static void default_to(Dict *names, const char *name, Value value)
{
    if (!is_set(dict_find_text(names, name)))
        dict_set_text(names, name, value);
}

static Dict *template_names(const Project *project, const NewRevision *plan, const Dict *given,
                            Value date)
{
    Dict *names = given ? dict_copy(given) : dict_new();
    dict_set_text(names, "up_revision", STR(plan->id));
    dict_set_text(names, "down_revision", one_or_many(&plan->down_revisions));
    dict_set_text(names, "branch_labels",
                  plan->branch_labels.length
                      ? OBJ(tuple_of_strings(plan->branch_labels.length, plan->branch_labels.at))
                      : NONE);
    dict_set_text(names, "depends_on", one_or_many(&plan->depends_on));
    dict_set_text(names, "create_date", date);
    dict_set_text(names, "comma", native_function(&template_comma_native));
    dict_set_text(names, "message", STR(plan->message));
    default_to(names, "imports", STR(str_empty));
    default_to(names, "upgrades", NONE);
    default_to(names, "downgrades", NONE);
    default_to(names, "config", OBJ(project->config->script_object));
    return names;
}

typedef struct Rendering {
    Str *template, *text;
    Dict *names;
} Rendering;

static void render_template(void *arg)
{
    Rendering *rendering = arg;
    rendering->text = template_render_text(rendering->template, rendering->text, rendering->names);
}

/* What is wrong in the template is a CommandError to the reference, whose message names a file with
 * a traceback; here it is at its place. */
static Str *render(Str *template, Dict *names)
{
    Rendering rendering = {.template = template, .text = file_read(template), .names = names};
    Err *err = protect(render_template, &rendering);
    if (!err)
        return rendering.text;
    if (err->exception)
        exception_describe(err);
    Err *failed = err_new(ERR_TOOL, err->code ? err->code : "template.failed",
                          "Template rendering failed; %s:%u:%u: %s",
                          err->pos.file ? err->pos.file->text : template->text, err->pos.line,
                          err->pos.column, err->message->text);
    failed->pos = err->pos;
    failed->hint = err->hint;
    err_raise(failed);
}

static bool is_ascii_name(const Str *encoding)
{
    return str_is(encoding, "ascii") || str_is(encoding, "us-ascii");
}

/* Revision files are UTF-8, which every reader of Python takes without a mark; ASCII is a part of
 * it. */
static void check_encoding(const Project *project)
{
    static const char *const names[] = {"utf-8", "utf8", "utf_8", "ascii", "us-ascii"};
    if (!project->output_encoding)
        return;
    Str *encoding = str_lower_ascii(str_trim(project->output_encoding));
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (str_is(encoding, names[i]))
            return;
    raise_tool("config.output-encoding", "leave it out, or write utf-8",
               "output_encoding = %s: revision files are written in UTF-8",
               project->output_encoding->text);
}

static void check_letters(const Project *project, const Str *text)
{
    if (project->output_encoding &&
        is_ascii_name(str_lower_ascii(str_trim(project->output_encoding))) && !str_is_ascii(text))
        raise_tool("config.output-encoding",
                   "write the message in ASCII, or set output_encoding = utf-8",
                   "output_encoding = %s, but the new revision has other letters",
                   project->output_encoding->text);
}

static void ensure_folder(const Project *project, Str *folder)
{
    if (!file_is_directory(folder))
        status_create_folder(project->config, folder);
}

/* A file_template with a slash in it puts files where only a recursive scan sees them. */
static void check_is_found_again(const Project *project, const NewRevision *plan)
{
    Str *folder = path_directory(plan->path);
    if (project->scan.recursive || str_equal(folder, path_absolute(plan->version_path)))
        return;
    raise_tool("rev.hidden-file",
               "set recursive_version_locations = true, or take the / out of file_template",
               "file_template puts the new revision into %s, where revisions are not looked for",
               folder->text);
}

/* The reference overwrites it, and its revision is gone. */
static void check_is_new(const NewRevision *plan)
{
    if (file_exists(plan->path))
        raise_tool("rev.file-exists",
                   "another revision has this name: put %(rev)s into file_template, which tells "
                   "them apart",
                   "%s exists already", plan->path->text);
}

/* The reference takes it; the doc of such a revision is what stands below its empty first line. */
static void warn_of_empty_message(const NewRevisionRequest *request)
{
    if (request->message && !str_trim(request->message)->length)
        diag_warning((Pos){0}, "the message is empty: neither the name of the file nor the log will "
                               "say what the revision does; -m \"add user.email\" does");
}

Revision *project_new_revision(Project *project, const NewRevisionRequest *request, Dict *names)
{
    if (request->id)
        revision_check_id(request->id); /* before the history is read, as the reference does */
    Graph *graph = project_graph(project);
    Value date;
    NewRevisionRequest complete = *request;
    complete.locations = project->version_locations;
    complete.file_template = project->file_template;
    complete.truncate_slug_length = project->truncate_slug_length;
    check_encoding(project);
    complete.date = project_create_date(project, &date);
    NewRevision plan = new_revision_plan(graph, &complete);
    check_is_found_again(project, &plan);
    check_is_new(&plan);
    warn_of_empty_message(request);
    Str *template = path_join(project->location, "script.py.mako");
    Str *text = render(template, template_names(project, &plan, names, date));
    check_letters(project, text);
    ensure_folder(project, plan.version_path);
    ensure_folder(project, path_directory(plan.path));
    status_write(project->config, "Generating", plan.path, text, true);
    project_run_hooks(project, plan.path);
    Revision *written = scan_file(&project->scan, plan.path);
    new_revision_accept(graph, &plan, written);
    vec_push(&project->config->written, written);
    return written;
}
