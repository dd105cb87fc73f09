/* config.c -- alembic.ini and [tool.alembic] of pyproject.toml as one set of options. */
#include "runtime/runtime.h"

#include <stdlib.h>

/* --- reading ------------------------------------------------------------------------------------------------ */

static bool is_toml_name(const Str *path)
{
    return str_is(path_basename(path), "pyproject.toml");
}

/* What %(name)s may stand for: the arguments of Config(), and `here`, the folder of the file. */
static Map names_for(const Config *config, const Str *path)
{
    Map names = {0};
    for (size_t i = 0; i < config->arguments.length; i++)
        map_put(&names, config->arguments.at[i].key, config->arguments.at[i].value);
    map_put(&names, str_from("here"), path_directory(path_absolute(path ? path : str_from("x"))));
    return names;
}

static void read_ini(Config *config)
{
    Map names = names_for(config, config->ini_path);
    if (config->ini_path && file_exists(config->ini_path)) {
        config->ini = ini_read(config->ini_path, &names);
        return;
    }
    config->ini = ini_new(&names);
    if (!config->ini_path)
        ini_add_section(config->ini, config->section);
}

static void read_toml(Config *config)
{
    if (!config->toml_path || !file_is_regular(config->toml_path))
        return;
    config->toml = toml_find(toml_read(config->toml_path), "tool.alembic");
    if (config->toml && config->toml->type != TOML_TABLE)
        raise_tool("config.toml-format", "write a table: [tool.alembic]", "Incorrect TOML format");
}

Config *config_new(Str *ini_path, Str *toml_path, Str *section, const Map *arguments)
{
    Config *config = new (Config);
    config->section = section;
    config->ini_path = ini_path;
    config->toml_path = toml_path;
    if (arguments)
        config->arguments = *arguments;
    read_ini(config);
    read_toml(config);
    return config;
}

/* One ini and one pyproject.toml at most. */
static void take_file(Str **ini, Str **toml, Str *path)
{
    Str **slot = is_toml_name(path) ? toml : ini;
    if (*slot)
        raise_tool("config.two-files", NULL,
                   is_toml_name(path) ? "pyproject.toml indicated more than once"
                                      : "only one ini file may be indicated");
    *slot = path;
}

/* Flask-Migrate keeps its ini in the folder "migrations". */
static Str *usual_ini(void)
{
    Str *usual = str_from("alembic.ini"), *of_flask = str_from("migrations/alembic.ini");
    return !file_exists(usual) && file_is_regular(of_flask) ? of_flask : usual;
}

Config *config_load(const StrVec *files, Str *section)
{
    Str *ini = NULL, *toml = NULL;
    for (size_t i = 0; i < files->length; i++)
        take_file(&ini, &toml, files->at[i]);
    const char *variable = getenv("ALEMBIC_CONFIG");
    if (variable && *variable) {
        Str *path = str_from(variable);
        Str **slot = is_toml_name(path) ? &toml : &ini;
        *slot = *slot ? *slot : path;
    }
    return config_new(ini ? ini : usual_ini(), toml ? toml : str_from("pyproject.toml"), section,
                      NULL);
}

/* --- one option ------------------------------------------------------------------------------------------- */

/* `text % names` of a toml string. */
static Str *interpolate_toml(const Config *config, const TomlValue *value)
{
    Map names = names_for(config, config->toml_path);
    Buf out = {0};
    for (const char *p = value->text->text; *p;) {
        const char *end = p[0] == '%' && p[1] == '(' ? strstr(p, ")s") : NULL;
        Str *known = end ? map_find(&names, str_new(p + 2, (size_t)(end - p - 2))) : NULL;
        if (*p != '%') {
            buf_char(&out, *p++);
        } else if (p[1] == '%') {
            buf_char(&out, '%');
            p += 2;
        } else if (known) {
            buf_add(&out, known);
            p = end + 2;
        } else {
            Err *err = err_new(ERR_FILE, "config.toml-interpolation", "%s: unknown %% token",
                               value->text->text);
            err->pos = value->pos;
            err->hint =
                str_from("%(here)s is the folder of this file; a percent sign is written %%");
            err_raise(err);
        }
    }
    return buf_str(&out);
}

static const TomlValue *toml_value(const Config *config, const char *name)
{
    return config->toml ? map_find(&config->toml->table, str_from(name)) : NULL;
}

static Str *find_toml(const Config *config, const char *name)
{
    const TomlValue *value = toml_value(config, name);
    if (!value)
        return NULL;
    switch (value->type) {
    case TOML_STRING:
        return interpolate_toml(config, value);
    case TOML_BOOL:
        return str_from(value->boolean ? "true" : "false");
    case TOML_INTEGER:
        return str_format("%lld", (long long)value->integer);
    default:
        raise_file("config.toml-type", value->pos, "unsupported TOML value type for key: '%s'",
                   name);
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

/* Where an option of the ini stands, for messages. */
static Pos option_pos(const Config *config, const char *name)
{
    const IniOption *option = ini_find(config->ini, config->section, str_from(name));
    return option ? ini_pos(config->ini, option) : (Pos){0};
}

static bool is_yes(const Str *word)
{
    static const char *const yes[] = {"true", "yes", "on", "y", "t", "1"};
    for (size_t i = 0; i < COUNT_OF(yes); i++)
        if (str_is(word, yes[i]))
            return true;
    return false;
}

static bool is_no(const Str *word)
{
    static const char *const no[] = {"false", "no", "off", "n", "f", "0"};
    for (size_t i = 0; i < COUNT_OF(no); i++)
        if (str_is(word, no[i]))
            return true;
    return false;
}

bool config_truth(Config *config, const char *name, bool fallback)
{
    Str *text = config_find(config, name);
    if (!text)
        return fallback;
    Str *word = str_lower_ascii(str_trim(text));
    if (!is_yes(word) && !is_no(word))
        raise_file("config.boolean", option_pos(config, name),
                   "String is not true/false: %s (option %s)", value_repr(STR(word))->text, name);
    return is_yes(word);
}

/* The reference compares with the word "true" and nothing else; that a "yes" is no is at least said. */
bool config_is_true(Config *config, const char *name)
{
    Str *key = str_from(name);
    if (ini_has_option(config->ini, config->section, key)) {
        Str *text = ini_get(config->ini, config->section, key);
        if (!str_is(text, "true") && is_yes(str_lower_ascii(str_trim(text))))
            diag_warning(option_pos(config, name), "%s = %s counts as false: write true", name,
                         text->text);
        return str_is(text, "true");
    }
    const TomlValue *value = toml_value(config, name);
    if (value && value->type != TOML_BOOL) {
        Err *err = err_new(ERR_TOOL, "config.toml-type",
                           "boolean value expected for TOML parameter '%s'", name);
        err->pos = value->pos;
        err->hint = str_from("write true or false, without quotes");
        err_raise(err);
    }
    return value && value->boolean;
}

/* --- lists of paths --------------------------------------------------------------------------------------- */

typedef struct Separator {
    const char *name, *characters;
} Separator;

/* What splits a list without path_separator: spaces and commas, for sys.path colons too. version_path_separator is the
 * older name of the key, for version_locations only. */
static const char *separators_of(Config *config, const char *name)
{
    static const Separator rows[] = {
        {"os", ":"}, {":", ":"}, {";", ";"}, {"space", " "}, {"newline", "\n"},
    };
    bool of_path = strcmp(name, "prepend_sys_path") == 0,
         of_versions = strcmp(name, "version_locations") == 0;
    const char *key = "path_separator";
    Str *given = of_path || of_versions
                     ? ini_find_interpolated(config->ini, config->section, str_from(key))
                     : NULL;
    if (!given && of_versions) {
        key = "version_path_separator";
        given = ini_find_interpolated(config->ini, config->section, str_from(key));
    }
    if (!given)
        return of_path ? " ,:" : " ,";
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (str_is(given, rows[i].name))
            return rows[i].characters;
    raise_file("config.path-separator", option_pos(config, key),
               "'%s' is not a valid value for %s; expected 'space', 'newline', 'os', ':', ';'",
               given->text, key);
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

static StrVec toml_paths(const Config *config, const TomlValue *value, const char *name)
{
    StrVec parts = {0};
    if (value->type == TOML_STRING && strcmp(name, "prepend_sys_path") == 0) {
        vec_push(&parts, interpolate_toml(config, value)); /* "." works in the reference too */
        return parts;
    }
    if (value->type != TOML_ARRAY)
        raise_file("config.toml-type", value->pos, "%s is a list of strings: [\"...\"]", name);
    for (size_t i = 0; i < value->array.length; i++) {
        const TomlValue *item = value->array.at[i];
        if (item->type != TOML_STRING)
            raise_file("config.toml-type", item->pos, "%s is a list of strings: [\"...\"]", name);
        vec_push(&parts, interpolate_toml(config, item));
    }
    return parts;
}

StrVec config_paths(Config *config, const char *name)
{
    Str *text = ini_find_interpolated(config->ini, config->section, str_from(name));
    if (text && text->length)
        return split_paths(text, separators_of(config, name));
    const TomlValue *value = toml_value(config, name);
    return value ? toml_paths(config, value, name) : (StrVec){0};
}

/* --- post-write hooks --------------------------------------------------------------------------------------- */

/* [post_write_hooks] of the ini: `hooks = a, b`, and a.type, a.options ... */
static void ini_hooks(const Config *config, HookSettingsVec *hooks)
{
    Map items = ini_items(config->ini, str_from("post_write_hooks"));
    Str *names = map_find(&items, str_from("hooks"));
    StrVec list = split_paths(names ? names : str_empty, " ,");
    for (size_t i = 0; i < list.length; i++) {
        HookSettings hook = {.name = list.at[i]};
        Str *prefix = str_format("%s.", str_lower_ascii(list.at[i])->text);
        for (size_t j = 0; j < items.length; j++)
            if (str_starts_with(items.at[j].key, prefix->text))
                map_put(&hook.options, str_from(items.at[j].key->text + prefix->length),
                        items.at[j].value);
        vec_push(hooks, hook);
    }
}

/* [[tool.alembic.post_write_hooks]] */
static void toml_hooks(const Config *config, const TomlValue *value, HookSettingsVec *hooks)
{
    if (value->type != TOML_ARRAY)
        raise_file("config.toml-type", value->pos,
                   "post_write_hooks is an array of tables: "
                   "[[tool.alembic.post_write_hooks]]");
    for (size_t i = 0; i < value->array.length; i++) {
        const TomlValue *table = value->array.at[i];
        if (table->type != TOML_TABLE)
            raise_file("config.toml-type", table->pos, "post_write_hooks is an array of tables");
        HookSettings hook = {0};
        for (size_t j = 0; j < table->table.length; j++) {
            const TomlValue *item = table->table.at[j].value;
            if (item->type != TOML_STRING)
                raise_file("config.toml-type", item->pos,
                           "options of post_write_hooks are strings");
            map_put(&hook.options, table->table.at[j].key, interpolate_toml(config, item));
        }
        hook.name = map_find(&hook.options, str_from("name"));
        if (!hook.name)
            raise_file("hook.settings", table->pos, "a post write hook needs a name");
        vec_push(hooks, hook);
    }
}

HookSettingsVec config_hooks(Config *config)
{
    HookSettingsVec hooks = {0};
    if (ini_has_section(config->ini, str_from("post_write_hooks"))) {
        ini_hooks(config, &hooks);
        return hooks;
    }
    const TomlValue *value = toml_value(config, "post_write_hooks");
    if (value)
        toml_hooks(config, value, &hooks);
    return hooks;
}
