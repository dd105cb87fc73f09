/* hooks.c -- post-write hooks: the programs a project wants run on every new revision file (black, ruff ...).
 *
 * Kinds: `exec` runs a program; `console_scripts` the program a Python package installed under that name; `module` is
 * `python -m`; any other name is a function that env.py registered with alembic.script.write_hooks.
 */
#include "runtime/runtime.h"

#include <stdlib.h>

static const char token[] = "REVISION_SCRIPT_FILENAME";

typedef struct Hook {
    const Project *project;
    const HookSettings *settings;
    Str *path; /* the new file */
} Hook;

static Str *find_option(const Hook *hook, const char *name)
{
    return map_find(&hook->settings->options, str_from(name));
}

static Str *get_option(const Hook *hook, const char *name)
{
    Str *value = find_option(hook, name);
    const char *of = hook->settings->name->text;
    if (!value)
        raise_tool("hook.settings", NULL, "Key %s.%s is required for post write hook '%s'", of, name, of);
    return value;
}

/* --- finding programs ----------------------------------------------------------------------------------------- */

/* In the virtual environment that is active, else in one beside the configuration, else on the PATH. */
static Str *find_python_program(const Hook *hook, const char *name)
{
    const char *active = getenv("VIRTUAL_ENV");
    Config *config = hook->project->config;
    Str *ini = config->ini_path ? config->ini_path : str_from("x");
    Str *here = path_directory(path_absolute(ini));
    Str *const folders[] = {active && *active ? str_from(active) : NULL, path_join(here, ".venv"),
                            path_join(here, "venv")};
    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        Str *program = folders[i] ? path_join(path_join(folders[i], "bin"), name) : NULL;
        if (program && file_is_regular(program))
            return program;
    }
    return process_find_program(name);
}

static Str *find_python(const Hook *hook)
{
    Str *python = find_python_program(hook, "python3");
    return python ? python : find_python_program(hook, "python");
}

/* --- running ----------------------------------------------------------------------------------------------------- */

/* The words of `options` with the file's path in them, first when they do not name it. */
static StrVec option_words(const Hook *hook)
{
    Str *options = find_option(hook, "options");
    if (!options)
        options = str_empty;
    if (!strstr(options->text, token))
        options = str_format("%s %s", token, options->text);
    StrVec words = process_split_words(options);
    for (size_t i = 0; i < words.length; i++)
        words.at[i] = str_replace(words.at[i], token, hook->path->text);
    return words;
}

static void run_program(const Hook *hook, StrVec words)
{
    StrVec options = option_words(hook);
    for (size_t i = 0; i < options.length; i++)
        vec_push(&words, options.at[i]);
    int code = process_run(&words, find_option(hook, "cwd"));
    Str *wish = find_option(hook, "on_failure");
    if (code == 0 || (wish && str_is(wish, "ignore")))
        return;
    Str *hint = str_format("%s stays as it was written; correct what the program complains about, or set "
                           "%s.on_failure = ignore",
                           hook->path->text, hook->settings->name->text);
    raise_tool("hook.failed", hint->text, "Post write hook '%s' failed: %s ended with exit code %d",
               hook->settings->name->text, words.at[0]->text, code);
}

static void run_exec(const Hook *hook)
{
    Str *name = get_option(hook, "executable");
    Str *program = process_find_program(name->text);
    Str *folder = find_option(hook, "cwd");
    bool in_folder = folder && strchr(name->text, '/') && name->text[0] != '/';
    if (in_folder)
        program = path_absolute(path_join(folder, name->text));
    if (!program)
        raise_tool("hook.no-program", "install it, or correct the name in the configuration",
                   "Post write hook '%s': there is no program %s", hook->settings->name->text, name->text);
    StrVec words = {0};
    vec_push(&words, program);
    run_program(hook, words);
}

static void run_console_script(const Hook *hook)
{
    Str *name = get_option(hook, "entrypoint");
    Str *program = find_python_program(hook, name->text);
    if (!program)
        raise_tool("hook.no-program",
                   "it was looked for in the active virtual environment, in .venv and venv beside the "
                   "configuration, and on the PATH",
                   "Could not find entrypoint console_scripts.%s", name->text);
    StrVec words = {0};
    vec_push(&words, program);
    run_program(hook, words);
}

static bool python_has_module(Str *python, Str *module)
{
    static const char probe[] = "import importlib.util, sys; sys.exit(importlib.util.find_spec(sys.argv[1]) is None)";
    StrVec words = {0};
    vec_push(&words, python);
    vec_push(&words, str_from("-c"));
    vec_push(&words, str_from(probe));
    vec_push(&words, module);
    return process_run(&words, NULL) == 0;
}

static void run_module(const Hook *hook)
{
    Str *module = get_option(hook, "module"), *python = find_python(hook);
    if (!python)
        raise_tool("hook.no-program",
                   "a hook of the type module is `python -m`: install Python, or use type = exec with a program",
                   "Could not find module %s: there is no python3 or python here", module->text);
    if (!python_has_module(python, module))
        raise_tool("hook.no-program", str_format("install it for %s", python->text)->text,
                   "Could not find module %s", module->text);
    StrVec words = {0};
    vec_push(&words, python);
    vec_push(&words, str_from("-m"));
    vec_push(&words, module);
    run_program(hook, words);
}

/* A function registered by a script: hook(path, options). */
static bool run_registered(const Hook *hook, Str *type)
{
    Module *hooks = import_module(intern("alembic.script.write_hooks"));
    Value registry = module_find(hooks, "_registry");
    if (!value_contains(registry, STR(type)))
        return false;
    Dict *options = dict_new();
    for (size_t i = 0; i < hook->settings->options.length; i++)
        dict_set_str(options, str_intern(hook->settings->options.at[i].key),
                     STR(hook->settings->options.at[i].value));
    dict_set_text(options, "_hook_name", STR(hook->settings->name));
    Value arguments[] = {STR(hook->path), OBJ(options)};
    call(value_subscript(registry, STR(type)), 2, arguments);
    return true;
}

static const struct {
    const char *type;
    void (*run)(const Hook *hook);
} kinds[] = {
    {"exec", run_exec},
    {"console_scripts", run_console_script},
    {"module", run_module},
};

static void run_hook(void *arg)
{
    const Hook *hook = arg;
    Str *type = find_option(hook, "type");
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        if (str_is(type, kinds[i].type)) {
            kinds[i].run(hook);
            return;
        }
    if (!run_registered(hook, type))
        raise_tool("hook.settings",
                   "exec, console_scripts, module, or a name that env.py registers with "
                   "alembic.script.write_hooks (then set revision_environment = true)",
                   "No formatter with name '%s' registered", type->text);
}

void project_run_hooks(Project *project, Str *path)
{
    HookSettingsVec hooks = config_hooks(project->config);
    for (size_t i = 0; i < hooks.length; i++) {
        Hook hook = {project, &hooks.at[i], path};
        const char *name = hooks.at[i].name->text;
        if (!find_option(&hook, "type"))
            raise_tool("hook.settings", NULL,
                       "Key '%s.type' (or 'type' in toml) is required for post write hook '%s'", name, name);
        StatusLine line = {.text = str_format("Running post write hook '%s'", name), .output_follows = true};
        status_run(project->config, line, run_hook, &hook);
    }
}
