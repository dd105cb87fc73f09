/* config.c -- alembic.ini and [tool.alembic] of pyproject.toml as one set of options. */
#include "runtime/runtime.h"

#include <stdlib.h>

static bool is_toml_name(const Str *path)
{
    return str_is(path_basename(path), "pyproject.toml");
}

/* The defaults of interpolation: %(here)s is the folder of the file. */
static Map here_of(const Str *path)
{
    Map defaults = {0};
    map_put(&defaults, str_from("here"), path_directory(path_absolute(path)));
    return defaults;
}

static void read_ini(Config *config)
{
    Map defaults = here_of(config->ini_path);
    config->ini = file_exists(config->ini_path) ? ini_read(config->ini_path, &defaults)
                                                : ini_new(&defaults);
}

static void read_toml(Config *config)
{
    if (config->toml_path && file_is_regular(config->toml_path))
        config->toml = toml_find(toml_read(config->toml_path), "tool.alembic");
}

/* One ini and one pyproject.toml at most. */
static void take_file(Config *config, Str *path)
{
    Str **slot = is_toml_name(path) ? &config->toml_path : &config->ini_path;
    if (*slot)
        raise_tool("config.two-files", NULL,
                   is_toml_name(path) ? "pyproject.toml indicated more than once"
                                      : "only one ini file may be indicated");
    *slot = path;
}

Config *config_load(const StrVec *files, Str *section)
{
    Config *config = new(Config);
    const char *from_environment = getenv("ALEMBIC_CONFIG");
    config->section = section;
    for (size_t i = 0; i < files->length; i++)
        take_file(config, files->at[i]);
    if (files->length == 0 && from_environment)
        take_file(config, str_from(from_environment));
    if (!config->ini_path && !config->toml_path) {
        config->ini_path = str_from("alembic.ini");
        config->toml_path = str_from("pyproject.toml");
    } else if (!config->ini_path) {
        config->ini_path = str_from("alembic.ini");
    } else if (!config->toml_path) {
        config->toml_path = str_from("pyproject.toml");
    }
    read_ini(config);
    read_toml(config);
    return config;
}

Str *config_here(Config *config)
{
    return path_directory(path_absolute(config->ini_path));
}

/* %(here)s and %% in a toml string. */
static Str *interpolate_toml(const Config *config, const Str *text)
{
    Str *here = path_directory(path_absolute(config->toml_path));
    return str_replace(str_replace(text, "%(here)s", here->text), "%%", "%");
}

static Str *find_toml(const Config *config, const char *name)
{
    const TomlValue *value = config->toml ? map_find(&config->toml->table, str_from(name)) : NULL;
    if (!value)
        return NULL;
    switch (value->type) {
    case TOML_STRING:
        return interpolate_toml(config, value->text);
    case TOML_BOOL:
        return str_from(value->boolean ? "true" : "false");
    case TOML_INTEGER:
        return str_format("%lld", (long long)value->integer);
    default:
        raise_file("config.toml-type", value->pos, "unsupported TOML value type for key: '%s'", name);
    }
}

Str *config_find(Config *config, const char *name)
{
    Str *key = str_from(name);
    if (ini_has_option(config->ini, config->section, key))
        return ini_find_interpolated(config->ini, config->section, key);
    return find_toml(config, name);
}

static Value command_option(const Config *config, const char *name)
{
    Value given = config->command_options ? dict_find_text(config->command_options, name) : UNSET;
    return is_set(given) ? given : NONE;
}

Str *config_setting(Config *config, const char *name)
{
    Value given = command_option(config, name);
    return is_none(given) ? config_find(config, name) : value_str(given);
}

bool config_flag(Config *config, const char *name)
{
    return value_truth(command_option(config, name)) || config_truth(config, name, false);
}

bool config_truth(Config *config, const char *name, bool fallback)
{
    static const char *const yes[] = {"true", "yes", "on", "y", "t", "1"};
    static const char *const no[] = {"false", "no", "off", "n", "f", "0"};
    Str *text = config_find(config, name);
    if (!text)
        return fallback;
    Str *word = str_lower_ascii(str_trim(text));
    for (size_t i = 0; i < COUNT_OF(yes); i++) {
        if (str_is(word, yes[i]))
            return true;
        if (str_is(word, no[i]))
            return false;
    }
    const IniOption *option = ini_find(config->ini, config->section, str_from(name));
    raise_file("config.boolean", option ? ini_pos(config->ini, option) : (Pos){0},
               "String is not true/false: %s (option %s)", value_repr(STR(word))->text, name);
}

/* --- lists of paths --------------------------------------------------------------------------------------- */

typedef struct Separator {
    const char *name, *characters;
} Separator;

static const char *separators_of(Config *config, const char *name)
{
    static const Separator rows[] = {
        {"os", ":"}, {":", ":"}, {";", ";"}, {"space", " "}, {"newline", "\n"},
    };
    Str *given = config_find(config, "path_separator");
    if (!given)
        given = config_find(config, "version_path_separator");
    if (!given || strcmp(name, "allow") == 0) /* the old way: spaces and commas, for sys.path colons too */
        return strcmp(name, "prepend_sys_path") == 0 ? " ,:" : " ,";
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (str_is(given, rows[i].name))
            return rows[i].characters;
    const IniOption *option = ini_find(config->ini, config->section, str_from("path_separator"));
    raise_file("config.path-separator", option ? ini_pos(config->ini, option) : (Pos){0},
               "'%s' is not a valid value for path_separator; expected 'space', 'newline', 'os', ':', "
               "';'",
               given->text);
}

static StrVec split_paths(const Str *text, const char *separators)
{
    StrVec parts = {0};
    const char *p = text->text;
    while (*p) {
        size_t length = strcspn(p, separators);
        Str *part = str_trim(str_new(p, length));
        if (part->length)
            vec_push(&parts, part);
        p += length + (p[length] != '\0');
    }
    return parts;
}

static StrVec toml_paths(const Config *config, const TomlValue *value)
{
    StrVec parts = {0};
    for (size_t i = 0; value->type == TOML_ARRAY && i < value->array.length; i++)
        if (value->array.at[i]->type == TOML_STRING)
            vec_push(&parts, interpolate_toml(config, value->array.at[i]->text));
    if (value->type == TOML_STRING)
        vec_push(&parts, interpolate_toml(config, value->text));
    return parts;
}

StrVec config_paths(Config *config, const char *name)
{
    Str *key = str_from(name);
    if (ini_has_option(config->ini, config->section, key))
        return split_paths(ini_get(config->ini, config->section, key), separators_of(config, name));
    const TomlValue *value = config->toml ? map_find(&config->toml->table, key) : NULL;
    return value ? toml_paths(config, value) : (StrVec){0};
}
