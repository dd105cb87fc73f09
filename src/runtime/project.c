/* project.c -- the script directory: where env.py, the template and the revisions are, and the
 * graph of them. */
#include "runtime/project_path.h"

#include <stdlib.h>

static _Noreturn void raise_no_package(const Str *name, size_t length)
{
    Str *text = str_format("No module named '%.*s'", (int)length, name->text);
    Err *err = exception_error(exception_new(&ModuleNotFoundError_class, STR(text)));
    err->hint =
        str_format("%s is read as PACKAGE:FOLDER, and no such package is on the script path "
                   "(prepend_sys_path); a folder with a colon in its name has to be written "
                   "with its whole path, %%(here)s/%s",
                   name->text, name->text);
    err_raise(err);
}

/* sys.path, and behind it where the project would be installed. */
static StrVec package_folders(const Config *config)
{
    const List *path = import_path();
    StrVec folders = {0}, installed = project_installed_folders(config);
    for (size_t i = 0; i < path->length; i++)
        if (value_find_str(path->at[i]))
            vec_push(&folders, value_find_str(path->at[i]));
    for (size_t i = 0; i < installed.length; i++)
        vec_push(&folders, installed.at[i]);
    return folders;
}

/* "package:sub/dir" names a folder inside a package on the script path. */
static Str *resource_folder(const Config *config, const Str *name)
{
    const char *colon = strchr(name->text, ':');
    if (name->text[0] == '/' || !colon)
        return path_absolute(name);
    Str *package = str_replace(str_new(name->text, (size_t)(colon - name->text)), ".", "/");
    Str *rest = str_replace(str_from(colon + 1), ":", "/");
    StrVec folders = package_folders(config);
    for (size_t i = 0; i < folders.length; i++) {
        Str *folder = path_join(folders.at[i], package->text);
        if (file_is_directory(folder))
            return path_absolute(path_join(folder, rest->text));
    }
    raise_no_package(name, (size_t)(colon - name->text));
}

static int64_t slug_length(Config *config)
{
    Str *text = config_find(config, "truncate_slug_length");
    if (!text)
        return 0;
    char *end;
    long length = strtol(text->text, &end, 10);
    if (*end) {
        const IniOption *option =
            ini_find(config->ini, config->section, str_from("truncate_slug_length"));
        raise_file("config.number", option ? ini_pos(config->ini, option) : (Pos){0},
                   "truncate_slug_length is not a number: %s", value_repr(STR(text))->text);
    }
    return length;
}

static StrVec version_folders(Project *project)
{
    StrVec given = config_paths(project->config, "version_locations");
    StrVec folders = {0};
    for (size_t i = 0; i < given.length; i++)
        vec_push(&folders, resource_folder(project->config, given.at[i]));
    if (given.length == 0)
        vec_push(&folders, path_join(project->location, "versions"));
    return folders;
}

/* --- revision modules ------------------------------------------------------------------------------------------ */

/* "001_initial.py" -> the name the reference gives the module: "001_initial_py". */
static Str *module_name(const Str *path)
{
    Str *base = path_basename(path);
    Buf out = {0};
    for (const char *p = base->text; *p; p++) {
        bool word = (*p >= '0' && *p <= '9') || (*p >= 'a' && *p <= 'z') ||
                    (*p >= 'A' && *p <= 'Z') || *p == '_' || (unsigned char)*p >= 0x80;
        buf_char(&out, word ? *p : '_');
    }
    return buf_str(&out);
}

Module *project_module(Project *project, Revision *revision)
{
    if (!revision->module) {
        Str *name = module_name(revision->path);
        revision->module = revision->source
                               ? module_run_text(name, revision->path, revision->source)
                               : module_run_file(name, revision->path);
        revision->source = NULL;
    }
    return revision->module;
}

StrVec project_strings(Value v)
{
    StrVec list = {0};
    if (is_absent(v))
        return list;
    if (value_find_str(v)) {
        vec_push(&list, value_find_str(v));
        return list;
    }
    const List *items = list_from(v);
    for (size_t i = 0; i < items->length; i++)
        vec_push(&list, value_str(items->at[i]));
    return list;
}

/* Headers that are not literals: the module is executed and asked. */
static void load_header(ScriptLoader *loader, Revision *revision)
{
    Module *module = project_module(NULL, revision);
    Value id = module_find(module, "revision"), doc = module_find(module, "__doc__");
    if (!is_set(module_find(module, "down_revision"))) {
        Err *err = err_new(ERR_FILE, "rev.no-down-revision", "%s has no down_revision",
                           revision->path->text);
        err->pos = (Pos){.file = revision->path, .line = 1, .column = 1};
        err->hint = str_from("write `down_revision = None` for a first revision");
        err_raise(err);
    }
    if (is_set(id) && !is_none(id)) {
        revision->id = value_find_str(id);
        if (!revision->id)
            raise_revision_type((Pos){.file = revision->path});
    }
    revision->down_revisions = project_strings(module_find(module, "down_revision"));
    revision->depends_on = project_strings(module_find(module, "depends_on"));
    revision->own_labels = project_strings(module_find(module, "branch_labels"));
    revision_set_docstring(revision, is_set(doc) ? value_find_str(doc) : NULL);
}

/* Reading a file twice costs more than running it; but a history of any length must not fill the
 * memory. */
enum { KEEP_SOURCES = 1024 * 1024 };

void project_keep_sources(Project *project)
{
    project->scan.keep_sources = KEEP_SOURCES;
}

static ScriptLoader script_loader = {load_header};

void project_tell_warnings(Project *project)
{
    const StrVec *warnings = project->graph ? &project->graph->warnings : NULL;
    for (; warnings && project->warnings_told < warnings->length; project->warnings_told++)
        diag_warning((Pos){0}, "%s", warnings->at[project->warnings_told]->text);
}

Graph *project_graph(Project *project)
{
    if (!project->graph) {
        project->graph = graph_load(&project->scan);
        project_tell_warnings(project);
    }
    return project->graph;
}

static _Noreturn void raise_no_location(const Config *config)
{
    Str *hint = NULL;
    if (config->ini_path && !file_exists(config->ini_path))
        hint = str_format("no configuration at %s: run this where alembic.ini is, name it with -c, "
                          "or begin a new project",
                          path_absolute(config->ini_path)->text);
    else if (config->ini_path)
        hint = str_format("section [%s] of %s has no script_location; -n names another section, "
                          "and this writes a new project",
                          config->section->text, config->ini_path->text);
    raise_tool("config.no-script-location",
               hint ? type_next(hint->text, "init migrations", NULL) : NULL,
               "No 'script_location' key found in configuration.");
}

static const char *no_folder_hint(const Config *config, const Str *location)
{
    const IniOption *option =
        config->ini ? ini_find(config->ini, config->section, str_from("script_location")) : NULL;
    Str *why =
        option ? str_format("script_location stands at %s:%u; correct it, or write a new folder",
                            config->ini_path->text, ini_pos(config->ini, option).line)
               : str_from("correct script_location in pyproject.toml, or write a new folder");
    return type_next(
        why->text, str_format("init %s", path_relative(path_absolute(location))->text)->text, NULL);
}

/* Flask-Migrate tells Alembic where the scripts are: beside the ini, which does not say it, or says what
 * nobody looks at, such as `script_location = .` for a command that is started one folder up. */
static bool is_of_flask_migrate(const Config *config, const Str *location)
{
    Str *folder = location ? resource_folder(config, location) : NULL;
    return !folder || !file_is_regular(path_join(folder, "env.py"));
}

static Str *folder_of_flask_migrate(const Config *config)
{
    if (!config->ini_path || !file_exists(config->ini_path))
        return NULL;
    Str *folder = path_directory(path_absolute(config->ini_path));
    return file_is_regular(path_join(folder, "env.py")) ? folder : NULL;
}

Project *project_open(Config *config)
{
    project_set_path(config);
    Str *location = config_find(config, "script_location");
    Str *beside = is_of_flask_migrate(config, location) ? folder_of_flask_migrate(config) : NULL;
    if (beside)
        location = beside;
    if (!location)
        raise_no_location(config);
    Project *project = new (Project);
    project->config = config;
    project->location = resource_folder(config, location);
    if (!file_is_directory(project->location))
        raise_tool("config.no-script-folder", no_folder_hint(config, location),
                   "Path doesn't exist: %s.  Please use the 'init' command to create a new scripts "
                   "folder.",
                   strchr(location->text, ':') ? project->location->text : location->text);
    project->truncate_slug_length = slug_length(config);
    project->file_template = config_find(config, "file_template");
    project->timezone = config_find(config, "timezone");
    project->output_encoding = config_find(config, "output_encoding");
    project->version_locations = version_folders(project);
    project_open_to_scripts(project);
    project->scan = (ScanOptions){
        .locations = project->version_locations,
        .recursive = config_is_true(config, "recursive_version_locations"),
        .sourceless = config_is_true(config, "sourceless"),
        .loader = &script_loader,
    };
    return project;
}
