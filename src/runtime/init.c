/* init.c -- `init`: a new migration project from one of the templates inside the program.
 *
 * A template is a row of files; a file is made of parts of templates/, joined and, where its name says .mako, rendered.
 */
#include "runtime/runtime.h"
#include "runtime/frozen_files.h"

/* Where a file of a template goes. */
typedef enum Place {
    IN_FOLDER = 1, /* copied as it is */
    AS_INI,        /* rendered to the configuration file, unless there is one */
    AS_TOML,       /* rendered to pyproject.toml, or appended to it */
} Place;

typedef struct TemplateFile {
    Place place;
    const char *name;
    const char *parts; /* names in templates/, with spaces between */
} TemplateFile;

#define COMMON_INI "settings.ini url.ini hooks.ini logging.ini"

static const TemplateFile generic_files[] = {
    {IN_FOLDER, "script.py.mako", "script.py.mako"},
    {IN_FOLDER, "env.py", "env.py"},
    {AS_INI, NULL, COMMON_INI},
    {0},
};
static const TemplateFile async_files[] = {
    {IN_FOLDER, "script.py.mako", "script.py.mako"},
    {IN_FOLDER, "env.py", "async_env.py"},
    {AS_INI, NULL, COMMON_INI},
    {0},
};
static const TemplateFile multidb_files[] = {
    {IN_FOLDER, "script.py.mako", "multidb_script.py.mako"},
    {IN_FOLDER, "env.py", "multidb_env.py"},
    {AS_INI, NULL, "settings.ini multidb_url.ini hooks.ini logging.ini"},
    {0},
};
static const TemplateFile pyproject_files[] = {
    {IN_FOLDER, "script.py.mako", "script.py.mako"},
    {IN_FOLDER, "env.py", "env.py"},
    {AS_TOML, NULL, "pyproject.toml.mako"},
    {AS_INI, NULL, "section.ini url.ini logging.ini"},
    {0},
};
static const TemplateFile pyproject_async_files[] = {
    {IN_FOLDER, "script.py.mako", "script.py.mako"},
    {IN_FOLDER, "env.py", "async_env.py"},
    {AS_TOML, NULL, "pyproject.toml.mako"},
    {AS_INI, NULL, "section.ini url.ini logging.ini"},
    {0},
};

const ProjectTemplate project_templates[] = {
    {"async", "Generic single-database configuration with an async dbapi.", NULL, async_files},
    {"generic", "Generic single-database configuration.", NULL, generic_files},
    {"multidb", "Rudimentary multi-database configuration.",
     "The migrations run once for each name in `databases` of the ini file, and run_migrations() is told\n"
     "which one it is: upgrade(engine_name) calls upgrade_NAME(), so that each database gets its own steps.\n"
     "Every name has a section with its sqlalchemy.url.\n",
     multidb_files},
    {"pyproject", "pyproject configuration, based on the generic configuration.", NULL, pyproject_files},
    {"pyproject_async", "pyproject configuration, with an async dbapi.", NULL, pyproject_async_files},
    {0},
};

static const ProjectTemplate *template_get(const Str *name)
{
    VEC(const char *) names = {0};
    for (const ProjectTemplate *t = project_templates; t->name; t++) {
        if (str_is(name, t->name))
            return t;
        vec_push(&names, t->name);
    }
    const char *closest = text_closest(name->text, names.at, names.length);
    Str *hint = closest ? str_format("did you mean \"%s\"?", closest)
                        : str_from("list_templates shows what there is");
    raise_tool("init.no-template", hint->text, "No such template %s", name->text);
}

/* --- the text of a file ---------------------------------------------------------------------------------------- */

static Str *part_text(const char *name, size_t length)
{
    for (const FrozenFile *file = frozen_files; file->name; file++)
        if (strlen(file->name) == length && memcmp(file->name, name, length) == 0)
            return str_new(file->text, file->length);
    BUG("templates/ lacks a part of a template");
}

static Str *file_text(const TemplateFile *file)
{
    Buf text = {0};
    for (const char *p = file->parts; *p;) {
        size_t length = strcspn(p, " ");
        buf_add(&text, part_text(p, length));
        p += length + (p[length] == ' ');
    }
    return buf_str(&text);
}

/* With ${script_location}: relative to the folder of the configuration, unless it was given as absolute. */
static Str *rendered(const TemplateFile *file, const Str *folder, const Str *config_path)
{
    Str *location = path_absolute(folder);
    bool relative = folder->text[0] != '/';
    if (relative)
        location = path_seen_from(location, path_directory(path_absolute(config_path)));
    bool here = relative && str_is(location, ".");
    location = str_replace(location, "%", "%%");
    if (relative)
        location = here ? str_from("%(here)s") : str_format("%%(here)s/%s", location->text);
    if (file->place == AS_TOML)
        location = str_replace(str_replace(location, "\\", "\\\\"), "\"", "\\\"");
    Dict *names = dict_new();
    dict_set_text(names, "script_location", STR(location));
    return template_render_text(str_from(file->parts), file_text(file), names);
}

/* --- writing ------------------------------------------------------------------------------------------------------ */

typedef struct Init {
    Config *config;
    Str *folder; /* as given */
    bool has_toml;
} Init;

static void write_ini(const Init *init, const TemplateFile *file)
{
    Str *path = path_absolute(init->config->ini_path);
    if (file_exists(path))
        status_message(init->config, "File %s already exists, skipping", path->text);
    else
        status_write(init->config, "Generating", path, rendered(file, init->folder, path), true);
}

static void write_toml(Init *init, const TemplateFile *file)
{
    Str *path = path_absolute(init->config->toml_path);
    init->has_toml = true;
    if (init->config->toml) {
        status_message(init->config,
                       "File %s already exists and already has a [tool.alembic] section, skipping",
                       path->text);
        return;
    }
    Str *text = rendered(file, init->folder, path);
    if (file_exists(path))
        status_write(init->config, "Appending to existing", path,
                     str_format("%s\n\n%s", file_read(path)->text, text->text), false);
    else
        status_write(init->config, "Generating", path, text, true);
}

static void write_file(Init *init, const TemplateFile *file)
{
    Str *path;
    switch (file->place) {
    case IN_FOLDER:
        path = path_absolute(path_join(init->folder, file->name));
        status_write(init->config, "Generating", path, file_text(file), true);
        return;
    case AS_INI:
        write_ini(init, file);
        return;
    case AS_TOML:
        write_toml(init, file);
        return;
    }
}

static void write_readme(const Init *init, const ProjectTemplate *template)
{
    Str *path = path_absolute(path_join(init->folder, "README"));
    Str *text = template->readme ? str_format("%s\n\n%s", template->synopsis, template->readme)
                                 : str_format("%s\n", template->synopsis);
    status_write(init->config, "Generating", path, text, true);
}

static void write_package(const Init *init, Str *folder)
{
    status_write(init->config, "Adding", path_join(path_absolute(folder), "__init__.py"), str_empty, false);
}

static void say_what_next(const Init *init)
{
    const char *ini = path_absolute(init->config->ini_path)->text;
    if (init->has_toml)
        status_message(init->config,
                       "Please edit configuration settings in %s and configuration/connection/logging "
                       "settings in %s before proceeding.",
                       path_absolute(init->config->toml_path)->text, ini);
    else
        status_message(init->config,
                       "Please edit configuration/connection/logging settings in %s before proceeding.", ini);
}

/* Everything that can be wrong is found before anything is written. */
static void check_targets(const Config *config, const Str *folder)
{
    Str *ini_folder = path_directory(path_absolute(config->ini_path));
    if (!file_is_directory(ini_folder))
        raise_tool("init.no-folder", "create it first", "The folder of %s does not exist: %s",
                   config->ini_path->text, ini_folder->text);
    if (file_exists(folder) && !file_is_directory(folder))
        raise_tool("init.not-a-folder", "name a folder that does not exist yet, or an empty one",
                   "%s exists and is not a directory", folder->text);
    if (file_exists(folder) && directory_list(folder).length)
        raise_tool("init.not-empty", "name a folder that does not exist yet, or an empty one",
                   "Directory %s already exists and is not empty", folder->text);
}

void project_init(Config *config, Str *folder, const Str *template_name, bool package)
{
    Init init = {config, folder, false};
    check_targets(config, folder);
    const ProjectTemplate *template = template_get(template_name);
    Str *versions = path_join(folder, "versions");
    if (!file_exists(folder))
        status_create_folder(config, path_absolute(folder));
    status_create_folder(config, path_absolute(versions));
    for (const TemplateFile *file = template->files; file->place; file++) {
        write_file(&init, file);
        if (file == template->files)
            write_readme(&init, template);
    }
    if (package) {
        write_package(&init, folder);
        write_package(&init, versions);
    }
    say_what_next(&init);
}
