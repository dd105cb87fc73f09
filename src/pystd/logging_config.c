/* logging_config.c -- logging.config: fileConfig reads the [loggers], [handlers] and [formatters]
 * of an .ini file.
 *
 * In the order of the reference: formatters, handlers, then all existing handlers are dropped, then
 * loggers. */
#include "pystd/pystd.h"
#include "pystd/logging.h"

#include <stdlib.h>

typedef struct ConfigJob {
    Ini *ini;
    Map formatters, handlers; /* name -> Formatter or Handler object */
} ConfigJob;

static Str *option_find(const ConfigJob *job, const Str *section, const char *name)
{
    return ini_find_interpolated(job->ini, section, intern(name));
}

static Str *option_raw(const ConfigJob *job, const Str *section, const char *name)
{
    IniOption *option = ini_find(job->ini, section, intern(name));
    return option ? option->value : NULL;
}

/* "a, b" -> a b; empty text is no item. */
static StrVec split_names(const Str *text)
{
    StrVec out = {0};
    if (!text || str_trim(text)->length == 0)
        return out;
    for (const char *p = text->text;;) {
        size_t length = strcspn(p, ",");
        vec_push(&out, str_trim(str_new(p, length)));
        if (!p[length])
            return out;
        p += length + 1;
    }
}

static Dict *logging_names(void)
{
    static const char *const modules[] = {"sys", "os", "logging"};
    static const char *const classes[] = {
        "StreamHandler", "FileHandler", "NullHandler", "Formatter", "DEBUG",
        "INFO",          "WARNING",     "ERROR",       "CRITICAL",  "NOTSET"};
    Dict *names_ = dict_new();
    for (size_t i = 0; i < COUNT_OF(modules); i++)
        dict_set_text(names_, modules[i], OBJ(import_module(intern(modules[i]))));
    for (size_t i = 0; i < COUNT_OF(classes); i++)
        dict_set_text(names_, classes[i],
                      module_find(import_module(intern("logging")), classes[i]));
    return names_;
}

/* A class by name: of the logging module first, then dotted from the top ("handlers.X",
 * "my.module.X"). */
static Value resolve_class(const Str *name)
{
    Module *logging = import_module(intern("logging"));
    Value found =
        strchr(name->text, '.') ? UNSET : value_find_attr(OBJ(logging), intern(name->text));
    if (is_set(found))
        return found;
    const char *dot = strrchr(name->text, '.');
    if (!dot)
        raise_value("Unable to configure logging: there is no handler class '%s'", name->text);
    Str *module = str_new(name->text, (size_t)(dot - name->text));
    if (str_is(module, "handlers"))
        module = str_from("logging.handlers");
    return value_get_attr(OBJ(import_module(str_intern(module))), intern(dot + 1));
}

static Value evaluate_option(const ConfigJob *job, const Str *section, const char *name,
                             const char *fallback)
{
    Str *text = option_find(job, section, name);
    if (!text)
        text = str_from(fallback);
    if (str_is(text, "(sys.stderr,)") || str_is(text, "(sys.stdout,)")) {
        Value stream = module_find(import_module(intern("sys")),
                                   strstr(text->text, "stderr") ? "stderr" : "stdout");
        return OBJ(tuple_new(1, &stream));
    }
    if (str_is(text, "()"))
        return OBJ(tuple_new(0, NULL));
    return evaluate_text(text, logging_names(),
                         job->ini->path ? job->ini->path : str_from("<logging configuration>"));
}

static void make_formatter(ConfigJob *job, Str *name)
{
    Str *section = str_format("formatter_%s", name->text);
    Str *format = option_raw(job, section, "format"),
        *datefmt = option_raw(job, section, "datefmt");
    Str *style = option_raw(job, section, "style"), *class = option_find(job, section, "class");
    if (!class || str_is(class, "logging.Formatter")) {
        map_put(&job->formatters, name,
                formatter_new(format, datefmt, style ? style->text[0] : '%').obj);
        return;
    }
    Value args[] = {STR(format), STR(datefmt), style ? STR(style) : STR(str_from("%"))};
    map_put(&job->formatters, name, call(resolve_class(class), 3, args).obj);
}

static void make_handler(ConfigJob *job, Str *name)
{
    Str *section = str_format("handler_%s", name->text);
    Str *class = ini_get(job->ini, section, intern("class"));
    Tuple *args = tuple_from(evaluate_option(job, section, "args", "()"));
    Value options =
        option_find(job, section, "kwargs") ? evaluate_option(job, section, "kwargs", "{}") : NONE;
    Value handler = call_dict(resolve_class(class), args->length, args->at,
                              is_none(options) ? NULL : (Dict *)options.obj);
    Str *level = option_find(job, section, "level"),
        *formatter = option_find(job, section, "formatter");
    if (level && level->length) {
        Value text = STR(level);
        call_method(handler, "setLevel", 1, &text);
    }
    if (formatter && formatter->length) {
        Value made = OBJ((Obj *)map_find(&job->formatters, formatter));
        if (is_none(made))
            raise_exception_with(&KeyError_class, STR(formatter));
        call_method(handler, "setFormatter", 1, &made);
    }
    map_put(&job->handlers, name, handler.obj);
}

static void logger_configure(ConfigJob *job, Logger *logger, const Str *section)
{
    Str *level = option_find(job, section, "level");
    if (level)
        logger->level = level_from_value(STR(level));
    logger->handlers = list_new(0);
    StrVec handlers = split_names(option_find(job, section, "handlers"));
    for (size_t i = 0; i < handlers.length; i++) {
        Value handler = OBJ((Obj *)map_find(&job->handlers, handlers.at[i]));
        if (is_none(handler))
            raise_exception_with(&KeyError_class, STR(handlers.at[i]));
        logger_add_handler(logger, handler);
    }
}

static void configure_named(ConfigJob *job, const Str *key, StrVec *configured)
{
    Str *section = str_format("logger_%s", key->text);
    Str *qualname = ini_get(job->ini, section, intern("qualname"));
    Str *propagate = option_find(job, section, "propagate");
    Logger *logger = logger_get(qualname);
    logger_configure(job, logger, section);
    logger->propagate = !propagate || strtol(propagate->text, NULL, 10) != 0;
    logger->disabled = false;
    vec_push(configured, qualname);
}

typedef enum Standing { STANDING_NAMED, STANDING_CHILD, STANDING_OTHER } Standing;

static Standing logger_standing(const Logger *logger, const StrVec *configured)
{
    Standing standing = STANDING_OTHER;
    for (size_t i = 0; i < configured->length; i++) {
        const Str *name = configured->at[i];
        if (str_equal(logger->name, name))
            return STANDING_NAMED;
        if (str_starts_with(logger->name, name->text) && logger->name->text[name->length] == '.')
            standing = STANDING_CHILD;
    }
    return standing;
}

/* Loggers that existed before and are not named: children of named ones start afresh, others are
 * switched off. */
static void settle_existing(const List *existing, const StrVec *configured, bool disable)
{
    for (size_t i = 0; i < existing->length; i++) {
        Logger *logger = (Logger *)existing->at[i].obj;
        Standing standing = logger_standing(logger, configured);
        if (standing == STANDING_CHILD) {
            logger->level = 0;
            logger->handlers = list_new(0);
            logger->propagate = true;
        } else if (standing == STANDING_OTHER) {
            logger->disabled = disable;
        }
    }
}

static List *existing_loggers(void)
{
    List *existing = list_new(0);
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(logging_root()->manager->loggers, &i));)
        list_append(existing, entry->value);
    return existing;
}

static StrVec section_keys(const ConfigJob *job, const char *section)
{
    return split_names(ini_get(job->ini, intern(section), intern("keys")));
}

void logging_file_config(Ini *ini, bool disable_existing)
{
    ConfigJob job = {.ini = ini};
    StrVec formatters = section_keys(&job, "formatters"), handlers = section_keys(&job, "handlers");
    for (size_t i = 0; i < formatters.length; i++)
        make_formatter(&job, formatters.at[i]);
    for (size_t i = 0; i < handlers.length; i++)
        make_handler(&job, handlers.at[i]);
    StrVec loggers = section_keys(&job, "loggers"), configured = {0};
    List *existing = existing_loggers();
    logger_configure(&job, logging_root(), intern("logger_root"));
    for (size_t i = 0; i < loggers.length; i++)
        if (!str_is(loggers.at[i], "root"))
            configure_named(&job, loggers.at[i], &configured);
    settle_existing(existing, &configured, disable_existing);
}

static Map defaults_map(const Dict *defaults)
{
    Map map = {0};
    DictEntry *entry;
    for (size_t i = 0; defaults && (entry = dict_next(defaults, &i));)
        map_put(&map, str_intern(str_lower_ascii(value_str(entry->key))), value_str(entry->value));
    return map;
}

#define FILE_CONFIG_PARAMS(P)                                                                      \
    P(POS, any, fname, Required)                                                                   \
    P(POS, dict, defaults, None)                                                                   \
    P(POS, bool, disable_existing_loggers, True)                                                   \
    P(POS, any, encoding, None)
FUNCTION(logging_config, fileConfig, FILE_CONFIG_PARAMS)
{
    Map defaults = defaults_map(a->defaults);
    Value reader = value_find_str(a->fname) ? UNSET : value_find_attr_text(a->fname, "read");
    Value sections = value_find_str(a->fname) ? UNSET : value_find_attr_text(a->fname, "sections");
    Ini *ini;
    if (is_set(sections)) { /* a ConfigParser: through its text */
        Value text = call1(library_get("_logging", "_parser_text"), a->fname);
        ini = ini_parse(str_from("<config>"), value_str(text), &defaults);
    } else if (is_set(reader)) {
        ini = ini_parse(str_from("<config>"), value_str(call(reader, 0, NULL)), &defaults);
    } else {
        Str *path = path_text(a->fname);
        if (!file_exists(path))
            raise_exception(&FileNotFoundError_class, "%s doesn't exist", path->text);
        ini = ini_read(path, &defaults);
    }
    logging_file_config(ini, a->disable_existing_loggers);
    return NONE;
}

static const Export config_exports[] = {EXPORT_FUNCTION(logging_config, fileConfig), {0}};

static Value config_getattr(Str *name)
{
    return library_find("_logging", name);
}

const ModuleDef logging_config_module = {
    "logging.config", (const Export *const[]){config_exports, NULL}, false, config_getattr};
