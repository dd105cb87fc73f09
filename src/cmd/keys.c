/* keys.c -- the keys of [alembic] and [tool.alembic]: one table for the manual, the tests of the
 * documents and the question what a misspelt key was meant to be. */
#include "cmd/cmd.h"

#include <string.h>

const ConfigKey config_keys[] = {
    {"script_location", "FOLDER",
     "where env.py, script.py.mako and the versions are; package:folder too", false},
    {"sqlalchemy.url", "URL",
     "the database, read by env.py; so is every other key that begins with sqlalchemy.", false},
    {"file_template", "TEMPLATE",
     "names of new files: %(rev)s %(slug)s %(epoch)s %(year)d %(month).2d %(day).2d %(hour).2d "
     "%(minute).2d %(second).2d, "
     "each % written twice in an ini file",
     false},
    {"timezone", "ZONE", "of the dates in new files and their names; the local time without it",
     false},
    {"truncate_slug_length", "NUMBER", "letters of the message in a file's name; 40", false},
    {"revision_environment", "true", "run env.py for every revision command", false},
    {"sourceless", "true", "histories of .pyc files, which are refused here", false},
    {"version_locations", "FOLDERS", "where revisions are; versions beside env.py without it",
     false},
    {"recursive_version_locations", "true", "look for revisions in folders of those folders too",
     false},
    {"path_separator", "os, space, newline, : or ;", "what stands between the folders of a list",
     false},
    {"version_path_separator", "as path_separator", "its older name, for version_locations only",
     false},
    {"prepend_sys_path", "FOLDERS", "where scripts import from", false},
    {"output_encoding", "utf-8 or ascii", "of new files", false},
    {"databases", "NAMES", "read by the env.py of the multidb template", false},
    {"allow", "write, run, network, read-anywhere", "what scripts may do, as --allow", true},
    {"compat", "true", "do as Alembic does where Retort differs on purpose, as --compat", true},
    {"concurrently_outside", "false",
     "leave CREATE INDEX CONCURRENTLY, VACUUM and the like in the transaction, where the server "
     "refuses them",
     true},
    {"driver_transactions", "true",
     "begin transactions on SQLite as Python's driver does, as --driver-transactions", true},
    {"lock", "false", "do not keep other migrations of the same database out, as --no-lock", true},
    {"lock_wait", "TIME",
     "how long to wait for another migration of the same database, as --lock-wait; 5min", true},
    {"sqlite_batch", "safe or alembic",
     "alembic: copy tables in batch mode as Alembic does, without triggers, views and a look at "
     "foreign keys",
     true},
    {0},
};

static bool is_key(const Str *name)
{
    for (const ConfigKey *key = config_keys; key->name; key++)
        if (str_is(name, key->name))
            return true;
    return str_starts_with(name, "sqlalchemy.");
}

/* The key that is meant, or NULL: short names are too near to each other, and projects have keys of
 * their own. */
static const char *near_key(const Str *name)
{
    enum { SHORTEST = 6 };
    VEC(const char *) names = {0};
    for (const ConfigKey *key = config_keys; key->name; key++)
        if (strlen(key->name) >= SHORTEST)
            vec_push(&names, key->name);
    const char *near = text_closest(name->text, names.at, names.length);
    return near && name->length + 2 >= strlen(near) && strlen(near) + 2 >= name->length ? near
                                                                                        : NULL;
}

void config_check_keys(const Config *config)
{
    if (!ini_has_section(config->ini, config->section))
        return;
    StrVec names = ini_options(config->ini, config->section);
    for (size_t i = 0; i < names.length; i++) {
        const char *near = is_key(names.at[i]) ? NULL : near_key(names.at[i]);
        const IniOption *option = near ? ini_find(config->ini, config->section, names.at[i]) : NULL;
        if (option && !ini_has_option(config->ini, config->section, str_from(near)))
            diag_warning(ini_pos(config->ini, option),
                         "%s is no key that is read here; did you mean %s?", names.at[i]->text,
                         near);
    }
}
