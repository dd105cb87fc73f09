/* project_path.c -- where the scripts of a project import from, and which folders they may read. */
#include "runtime/project_path.h"

#include <stdlib.h>

/* Folders above the configuration that may still be the project's root. */
enum { LEVELS = 5 };

static void prepend_path(Config *config)
{
    StrVec given = config_paths(config, "prepend_sys_path");
    List *path = import_path();
    for (size_t i = given.length; i > 0; i--)
        vec_insert(path, 0, STR(path_absolute(given.at[i - 1])));
}

/* PYTHONPATH: folders with colons between; an empty one is where we were started. */
static void append_environment(void)
{
    const char *variable = getenv("PYTHONPATH");
    for (const char *p = variable && *variable ? variable : NULL; p;) {
        size_t length = strcspn(p, ":");
        Str *folder = length ? str_new(p, length) : path_current();
        list_append(import_path(), STR(path_absolute(folder)));
        p = p[length] ? p + length + 1 : NULL;
    }
}

static bool has_file(const Str *folder, const char *name)
{
    return file_exists(path_join(folder, name));
}

static bool is_root(const Str *folder)
{
    return has_file(folder, "pyproject.toml") || has_file(folder, "setup.py") ||
           has_file(folder, "setup.cfg");
}

/* The nearest folder that describes a Python project, inside the repository; NULL = none. */
static Str *find_root(Str *folder)
{
    for (int i = 0; i < LEVELS && folder->length > 1; i++) {
        if (is_root(folder))
            return folder;
        if (has_file(folder, ".git"))
            break;
        folder = path_directory(folder);
    }
    return NULL;
}

/* The repository: a settings class reads ../.env beside its backend; NULL = none. */
static Str *find_repository(Str *folder)
{
    for (int i = 0; i < LEVELS && folder->length > 1; i++) {
        if (has_file(folder, ".git"))
            return folder;
        folder = path_directory(folder);
    }
    return NULL;
}

static Str *configuration_folder(const Config *config)
{
    if (config->ini_path && file_exists(config->ini_path))
        return path_directory(path_absolute(config->ini_path));
    return path_current();
}

/* Both layouts: packages beside the project file, and below src. */
static void add_layouts(StrVec *folders, Str *folder)
{
    Str *source = path_join(folder, "src");
    vec_push(folders, folder);
    if (file_is_directory(source))
        vec_push(folders, source);
}

StrVec project_installed_folders(const Config *config)
{
    StrVec folders = {0};
    Str *folder = configuration_folder(config), *root = find_root(folder);
    add_layouts(&folders, path_current());
    add_layouts(&folders, folder);
    if (root)
        add_layouts(&folders, root);
    return folders;
}

/* Teams install their project (`pip install -e .`) and so import it from anywhere; nothing is
 * installed here, so its folders are looked through after all others. */
void project_set_path(Config *config)
{
    StrVec folders = project_installed_folders(config);
    prepend_path(config);
    append_environment();
    for (size_t i = 0; i < folders.length; i++)
        import_add_installed(folders.at[i]);
}

void project_open_to_scripts(const Project *project)
{
    Config *config = project->config;
    StrVec given = config_paths(config, "prepend_sys_path");
    Str *folder = configuration_folder(config);
    Str *around[] = {path_current(), folder, find_root(folder), find_repository(folder)};
    for (size_t i = 0; i < COUNT_OF(around); i++)
        if (around[i])
            sandbox_add_folder(around[i]);
    sandbox_add_folder(project->location);
    for (size_t i = 0; i < given.length; i++)
        sandbox_add_folder(given.at[i]);
    for (size_t i = 0; i < project->version_locations.length; i++)
        sandbox_add_folder(project->version_locations.at[i]);
}
