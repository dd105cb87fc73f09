/* alembic_config.c -- the `config` object of env.py: alembic.config.Config over runtime/config. */
#include "bind/bind.h"

typedef struct ConfigObject {
    Obj obj;
    Config *config;
    Value cmd_opts; /* as given to Config(), or made at the first use; unset before */
    Dict *config_args;
} ConfigObject;
static const Class ConfigObject_class;

/* --- making it ----------------------------------------------------------------------------------------------- */

Value config_object(Config *config)
{
    if (!config->script_object) {
        ConfigObject *made = obj_new(ConfigObject);
        made->config = config;
        config->script_object = made;
    }
    return OBJ(config->script_object);
}

Config *config_record(Value v)
{
    ConfigObject *object = as(ConfigObject, v);
    return object ? object->config : NULL;
}

static Dict *attributes_of(Config *config)
{
    if (!config->attributes)
        config->attributes = dict_new();
    return config->attributes;
}

static Map text_map(const Dict *dict)
{
    Map map = {0};
    for (size_t i = 0; dict && i < dict->used; i++)
        if (is_set(dict->entries[i].key))
            map_put(&map, value_str(dict->entries[i].key), value_str(dict->entries[i].value));
    return map;
}

#define CONFIG_INIT(P)                                                                             \
    P(POS, any, file_, None)                                                                       \
    P(POS, any, toml_file, None)                                                                   \
    P(POS, str, ini_section, None)                                                                 \
    P(POS, any, output_buffer, None)                                                               \
    P(POS, any, stdout__, None)                                                                    \
    P(POS, any, cmd_opts, None)                                                                    \
    P(POS, dict, config_args, None)                                                                 \
    P(POS, dict, attributes, None)
NATIVE(ConfigObject, init, CONFIG_INIT)
{
    Map arguments = text_map(a->config_args);
    self->config = config_new(is_absent(a->file_) ? NULL : value_str(a->file_),
                              is_absent(a->toml_file) ? NULL : value_str(a->toml_file),
                              a->ini_section ? a->ini_section : str_from("alembic"), &arguments);
    self->config->attributes = a->attributes;
    self->config->output_buffer = a->output_buffer;
    self->config_args = a->config_args;
    self->cmd_opts = a->cmd_opts;
    self->config->output = a->stdout__;
    self->config->script_object = self;
    return OBJ(self);
}

/* --- options -------------------------------------------------------------------------------------------------- */

static _Noreturn void raise_no_section(const Config *config, const Str *section)
{
    raise_tool("config.no-section", NULL, "No config file %s found, or file has no '[%s]' section",
               value_repr(STR(config->ini_path))->text, section->text);
}

static Value section_option(Config *config, const Str *section, const Str *name, Value fallback)
{
    if (!ini_has_section(config->ini, section))
        raise_no_section(config, section);
    if (!ini_has_option(config->ini, section, name))
        return fallback;
    return STR(ini_get(config->ini, section, name));
}

#define GET_MAIN_OPTION(P) P(POS, str, name, Required) P(POS, any, default__, None)
NATIVE(ConfigObject, get_main_option, GET_MAIN_OPTION)
{
    return section_option(self->config, self->config->section, a->name, a->default__);
}

#define GET_SECTION_OPTION(P)                                                                      \
    P(POS, str, section, Required)                                                                 \
    P(POS, str, name, Required)                                                                    \
    P(POS, any, default__, None)
NATIVE(ConfigObject, get_section_option, GET_SECTION_OPTION)
{
    return section_option(self->config, a->section, a->name, a->default__);
}

NATIVE(ConfigObject, get_alembic_option, GET_MAIN_OPTION)
{
    Str *text = config_find(self->config, a->name->text);
    return text ? STR(text) : a->default__;
}

#define GET_BOOLEAN_OPTION(P) P(POS, str, name, Required)
NATIVE(ConfigObject, get_alembic_boolean_option, GET_BOOLEAN_OPTION)
{
    return BOOL(config_is_true(self->config, a->name->text));
}

#define GET_SECTION(P) P(POS, str, name, Required) P(POS, any, default__, None)
NATIVE(ConfigObject, get_section, GET_SECTION)
{
    if (!ini_has_section(self->config->ini, a->name))
        return a->default__;
    Map items = ini_items(self->config->ini, a->name);
    Dict *section = dict_new();
    for (size_t i = 0; i < items.length; i++)
        dict_set_str(section, str_intern(items.at[i].key), STR(items.at[i].value));
    return OBJ(section);
}

static void set_option(Config *config, Str *section, const Str *name, Value value)
{
    if (!ini_has_section(config->ini, section))
        ini_add_section(config->ini, section);
    Str *text = value_find_str(value);
    if (value_is_opaque(value))
        opaque_raise(value);
    if (!text)
        raise_type("option values must be strings");
    ini_set(config->ini, section, name, text);
}

#define SET_MAIN_OPTION(P) P(POS, str, name, Required) P(POS, any, value, Required)
NATIVE(ConfigObject, set_main_option, SET_MAIN_OPTION)
{
    set_option(self->config, self->config->section, a->name, a->value);
    return NONE;
}

#define SET_SECTION_OPTION(P)                                                                      \
    P(POS, str, section, Required)                                                                 \
    P(POS, str, name, Required)                                                                    \
    P(POS, any, value, Required)
NATIVE(ConfigObject, set_section_option, SET_SECTION_OPTION)
{
    set_option(self->config, a->section, a->name, a->value);
    return NONE;
}

NATIVE(ConfigObject, remove_main_option, GET_BOOLEAN_OPTION)
{
    ini_remove_option(self->config->ini, self->config->section, a->name);
    return NONE;
}

/* --- properties ------------------------------------------------------------------------------------------------ */

NATIVE0(ConfigObject, config_file_name)
{
    Str *path = self->config->ini_path;
    return path && file_exists(path) ? STR(path) : NONE; /* so that env.py does not ask logging to read it */
}

NATIVE0(ConfigObject, toml_file_name)
{
    return STR(self->config->toml_path);
}

NATIVE0(ConfigObject, config_ini_section)
{
    return STR(self->config->section);
}

NATIVE(ConfigObject, set_config_ini_section, ONE_VALUE)
{
    self->config->section = value_str(a->value);
    return NONE;
}

NATIVE0(ConfigObject, attributes)
{
    return OBJ(attributes_of(self->config));
}

/* argparse.Namespace of the command line: attributes by dest, and `x`. */
NATIVE0(ConfigObject, cmd_opts)
{
    Dict *options = self->config->command_options;
    if (is_set(self->cmd_opts) || !options)
        return is_set(self->cmd_opts) ? self->cmd_opts : NONE;
    Value namespace = value_get_attr(OBJ(import_module(intern("argparse"))), intern("Namespace"));
    Value command = STR(self->config->command);
    options = dict_copy(options);
    dict_set_text(options, "cmd",
                  call(module_find(import_module(intern("_alembic_tools")), "called_command"), 1, &command));
    self->cmd_opts = call_dict(namespace, 0, NULL, options);
    return self->cmd_opts;
}

NATIVE0(ConfigObject, config_args)
{
    if (!self->config_args)
        self->config_args = dict_new();
    const Str *ini = self->config->ini_path;
    Str *here = ini ? path_directory(path_absolute(ini)) : path_current();
    dict_set_text(self->config_args, "here", STR(here));
    return OBJ(self->config_args);
}

/* Where print_stdout() writes: what Config() was given, else sys.stdout. */
static Value output_of(const ConfigObject *self)
{
    return !is_absent(self->config->output) ? self->config->output : value_get_attr(OBJ(import_module(intern("sys"))), intern("stdout"));
}

NATIVE0(ConfigObject, stdout)
{
    return output_of(self);
}

NATIVE0(ConfigObject, output_buffer)
{
    return is_absent(self->config->output_buffer) ? NONE : self->config->output_buffer;
}

/* The keywords of the reference's message functions. */
NATIVE0(ConfigObject, messaging_opts)
{
    Dict *options = dict_new();
    dict_set_text(options, "quiet", BOOL(self->config->quiet));
    return OBJ(options);
}

#define PRINT_PARAMS(P) P(ONLY, any, text, Required) P(REST, list, arguments, Empty)
NATIVE(ConfigObject, print_stdout, PRINT_PARAMS)
{
    if (self->config->quiet)
        return NONE;
    Value text = STR(value_str(a->text));
    if (a->arguments->length)
        text = value_operate(OPERATOR_MOD, text, OBJ(tuple_new(a->arguments->length, a->arguments->at)));
    Value line = STR(str_format("%s\n", value_str(text)->text));
    call_method(output_of(self), "write", 1, &line);
    return NONE;
}

NATIVE0(ConfigObject, get_template_directory)
{
    raise_exception(&NotImplementedError_class,
                    "the templates of `init` are inside the program; there is no template directory");
}

#define REMOVE_OPTION(P) P(POS, str, section, Required) P(POS, str, name, Required)
/* A ConfigParser of what is set now, which writes its changes back (lib/_alembic_tools.py). */
NATIVE0(ConfigObject, file_config)
{
    Value config = OBJ(self);
    return call(module_find(import_module(intern("_alembic_tools")), "FileConfig"), 1, &config);
}

/* Section -> option -> text as written. */
NATIVE0(ConfigObject, _raw_sections)
{
    const Ini *ini = self->config->ini;
    StrVec names = ini_sections(ini);
    vec_push(&names, str_from("DEFAULT"));
    Dict *sections = dict_new();
    for (size_t i = 0; i < names.length; i++) {
        StrVec options = ini_options(ini, names.at[i]);
        Dict *section = dict_new();
        for (size_t k = 0; k < options.length; k++) {
            const IniOption *option = ini_find(ini, names.at[i], options.at[k]);
            dict_set_str(section, str_intern(options.at[k]), STR(option->value));
        }
        dict_set_str(sections, str_intern(names.at[i]), OBJ(section));
    }
    return OBJ(sections);
}

NATIVE(ConfigObject, _remove_option, REMOVE_OPTION)
{
    return BOOL(ini_remove_option(self->config->ini, a->section, a->name));
}

NATIVE(ConfigObject, _add_section, GET_BOOLEAN_OPTION)
{
    ini_add_section(self->config->ini, a->name);
    return NONE;
}

static const Method config_methods[] = {
    METHOD(ConfigObject, get_main_option),
    METHOD(ConfigObject, get_section_option),
    METHOD(ConfigObject, get_alembic_option),
    METHOD(ConfigObject, get_alembic_boolean_option),
    METHOD(ConfigObject, get_section),
    METHOD(ConfigObject, set_main_option),
    METHOD(ConfigObject, set_section_option),
    METHOD(ConfigObject, remove_main_option),
    METHOD(ConfigObject, print_stdout),
    METHOD(ConfigObject, get_template_directory),
    METHOD(ConfigObject, _raw_sections),
    METHOD(ConfigObject, _remove_option),
    METHOD(ConfigObject, _add_section),
    PROPERTY(ConfigObject, config_file_name),
    PROPERTY(ConfigObject, toml_file_name),
    PROPERTY_SET(ConfigObject, config_ini_section, set_config_ini_section),
    PROPERTY(ConfigObject, attributes),
    PROPERTY(ConfigObject, cmd_opts),
    PROPERTY(ConfigObject, config_args),
    PROPERTY(ConfigObject, stdout),
    PROPERTY(ConfigObject, output_buffer),
    PROPERTY(ConfigObject, messaging_opts),
    PROPERTY(ConfigObject, file_config),
    {0},
};
static const Class ConfigObject_class = {
    CLASS_NAMED(ConfigObject, "Config", "alembic.config", object),
    .init = INIT(ConfigObject),
    .methods = config_methods,
};

const Export alembic_config_exports[] = {EXPORT_CLASS_AS("Config", ConfigObject), {0}};
