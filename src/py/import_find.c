/* import_find.c -- where a module comes from: native tables, then frozen library text, then the
 * files of the project. Loads nothing. */
#include "py/frame.h"
#include "py/frozen.h"

#include <stdlib.h>

const ModuleDef *import_find_native(const char *name)
{
    for (size_t t = vm.tables.length; t-- > 0;)
        for (const ModuleDef *const *row = vm.tables.at[t]; *row; row++)
            if (strcmp((*row)->name, name) == 0)
                return *row;
    return NULL;
}

static bool lies_below(const char *name, const char *package, size_t length)
{
    return strncmp(name, package, length) == 0 && name[length] == '.';
}

/* A package nobody declared, but that has native or frozen modules inside. */
static bool is_implied_package(const Str *name)
{
    for (size_t t = 0; t < vm.tables.length; t++)
        for (const ModuleDef *const *row = vm.tables.at[t]; *row; row++)
            if (lies_below((*row)->name, name->text, name->length))
                return true;
    for (const FrozenModule *row = frozen_modules; row->name; row++)
        if (lies_below(row->name, name->text, name->length))
            return true;
    return false;
}

static const FrozenModule *find_frozen(const char *name)
{
    for (const FrozenModule *row = frozen_modules; row->name; row++)
        if (strcmp(row->name, name) == 0)
            return row;
    return NULL;
}

static Str *last_part(const Str *name)
{
    const char *dot = strrchr(name->text, '.');
    return str_from(dot ? dot + 1 : name->text);
}

static List *one_folder(Str *folder)
{
    Value item = STR(folder);
    return list_of(1, &item);
}

static Str *path_in(const Str *folder, const Str *part)
{
    return folder->length ? path_join(folder, part->text) : str_from(part->text);
}

/* A package with its __init__.py, or a module. */
static bool find_file(const Str *part, const List *folders, Found *found)
{
    for (size_t i = 0; i < folders->length; i++) {
        Str *folder = value_find_str(folders->at[i]);
        if (!folder)
            continue;
        Str *inside = path_in(folder, part), *package = path_join(inside, "__init__.py");
        Str *module = str_format("%s.py", inside->text);
        if (file_is_regular(package)) {
            found->file = package;
            found->folders = one_folder(inside);
            found->is_package = true;
            return true;
        }
        if (file_is_regular(module)) {
            found->file = module;
            return true;
        }
    }
    return false;
}

/* A namespace package of all the folders of that name. */
static bool find_spaces(const Str *part, const List *folders, Found *found)
{
    List *spaces = list_new(0);
    for (size_t i = 0; i < folders->length; i++) {
        Str *folder = value_find_str(folders->at[i]);
        Str *inside = folder ? path_in(folder, part) : NULL;
        if (inside && file_is_directory(inside))
            list_append(spaces, STR(inside));
    }
    if (!spaces->length)
        return false;
    found->folders = spaces;
    found->is_package = true;
    return true;
}

/* What is installed comes after sys.path, but a namespace package gives way to it. */
static bool find_in_folders(const Str *part, const Module *parent, Found *found)
{
    if (parent)
        return find_file(part, parent->search_path, found) ||
               find_spaces(part, parent->search_path, found);
    return find_file(part, vm.path, found) || find_file(part, vm.installed, found) ||
           find_spaces(part, vm.path, found);
}

/* A namespace package of an installed project: only a folder that has what is asked for in it, since many a
 * folder of a project has the name of a library. */
bool import_find_installed_space(Str *name, Str *inner, Found *found)
{
    Found spaces = {0}, ignored;
    *found = (Found){0};
    if (!find_spaces(name, vm.installed, &spaces) || !find_file(inner, spaces.folders, &ignored))
        return false;
    *found = spaces;
    return true;
}

static bool has_no_python(const Found *found)
{
    for (size_t i = 0; i < found->folders->length; i++) {
        StrVec entries = directory_list(found->folders->at[i].str);
        for (size_t k = 0; k < entries.length; k++) {
            Str *path = path_join(found->folders->at[i].str, entries.at[k]->text);
            if (str_ends_with(entries.at[k], ".py") || file_is_directory(path))
                return false;
        }
    }
    return true;
}

bool import_find(Str *name, const Module *parent, Found *found)
{
    *found = (Found){0};
    const FrozenModule *frozen = find_frozen(name->text);
    found->definition = import_find_native(name->text);
    if (frozen && !found->definition) {
        found->frozen = frozen->source;
        found->frozen_length = frozen->length;
        found->is_package = frozen->is_package;
        return true;
    }
    bool implied = is_implied_package(name);
    if (found->definition || implied) {
        found->is_package = implied || found->definition->is_package;
        return true;
    }
    if (parent && (parent->definition || !parent->search_path))
        return false;
    if (!find_in_folders(last_part(name), parent, found))
        return false;
    return found->file || parent || !has_no_python(found);
}
