/* logging.c -- the tree of loggers: records, levels, propagation; and the C floors' way into it.
 *
 * The root logger is an attribute of the logging module, its Manager holds the others. */
#include "pystd/pystd.h"
#include "pystd/logging.h"

#include <unistd.h>

/* --- levels ----------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    int level;
} level_table[] = {{"CRITICAL", 50}, {"FATAL", 50}, {"ERROR", 40}, {"WARNING", 30},
                   {"WARN", 30},     {"INFO", 20},  {"DEBUG", 10}, {"NOTSET", 0}};

static Dict *added_levels(void)
{
    return logging_root()->manager->level_names;
}

Str *level_name(int64_t level)
{
    Value added = dict_find(added_levels(), INT(level));
    if (is_set(added))
        return value_str(added);
    for (size_t i = 0; i < COUNT_OF(level_table); i++)
        if (level_table[i].level == level)
            return intern(level_table[i].name);
    return str_format("Level %lld", (long long)level);
}

static bool level_find(const Str *name, int64_t *level)
{
    for (size_t i = 0; i < COUNT_OF(level_table); i++)
        if (str_is(name, level_table[i].name)) {
            *level = level_table[i].level;
            return true;
        }
    Value added = dict_find_str(added_levels(), name);
    if (is_set(added))
        *level = added.integer;
    return is_set(added);
}

int64_t level_from_value(Value level)
{
    level = value_plain(level);
    if (level.tag == TAG_INT)
        return level.integer;
    if (level.tag != TAG_STR)
        raise_type("Level not an integer or a valid string: %s", value_repr(level)->text);
    int64_t number = 0;
    if (!level_find(level.str, &number))
        raise_value("Unknown level: %s", value_repr(level)->text);
    return number;
}

/* --- records ---------------------------------------------------------------------------------- */

typedef struct LogRecord {
    Obj obj;
} LogRecord;
enum { RECORD_FIELDS = 24 }; /* what record_new sets, and a message and a time added by a formatter */

/* logger.info("%(a)s", {"a": 1}): the one mapping is the arguments. */
static Value record_arguments(List *args)
{
    if (args->length == 1 && is_instance(args->at[0], &dict_class) && value_truth(args->at[0]))
        return args->at[0];
    return OBJ(tuple_new(args->length, args->at));
}

static void record_set_place(Dict *fields, int64_t level)
{
    Str *function = intern("(unknown function)");
    Pos pos = vm_script_caller(level < 1 ? 1 : level, &function);
    Str *path = pos.file ? pos.file : str_from("(unknown file)");
    Str *file = path_basename(path);
    dict_set_text(fields, "pathname", STR(path));
    dict_set_text(fields, "filename", STR(file));
    dict_set_text(fields, "module", STR(path_without_extension(file)));
    dict_set_text(fields, "lineno", INT(pos.line));
    dict_set_text(fields, "funcName", STR(function));
}

static void record_set_time(Dict *fields)
{
    int64_t now = clock_microseconds();
    dict_set_text(fields, "created", FLOAT((double)now / 1e6));
    dict_set_text(fields, "msecs", FLOAT((double)(now / 1000 % 1000)));
    dict_set_text(fields, "relativeCreated", FLOAT(0));
    dict_set_text(fields, "thread", INT(1));
    dict_set_text(fields, "threadName", STR(intern("MainThread")));
    dict_set_text(fields, "processName", STR(intern("MainProcess")));
    dict_set_text(fields, "process", INT(getpid()));
    dict_set_text(fields, "taskName", NONE);
}

static Value record_new(const Str *name, int64_t level, Value message, Value args, Value exc_info,
                        int64_t stack_level)
{
    LogRecord *record = obj_new(LogRecord);
    Dict *fields = object_attrs(&record->obj);
    dict_reserve(fields, RECORD_FIELDS);
    dict_set_text(fields, "name", STR(name));
    dict_set_text(fields, "msg", message);
    dict_set_text(fields, "args", args);
    dict_set_text(fields, "levelname", STR(level_name(level)));
    dict_set_text(fields, "levelno", INT(level));
    record_set_place(fields, stack_level);
    dict_set_text(fields, "exc_info", exc_info);
    dict_set_text(fields, "exc_text", NONE);
    dict_set_text(fields, "stack_info", NONE);
    record_set_time(fields);
    return OBJ(record);
}

#define RECORD_INIT(P)                                                                             \
    P(POS, any, name, Required)                                                                    \
    P(POS, int, level, Required)                                                                   \
    P(POS, any, pathname, Required)                                                                \
    P(POS, any, lineno, Required)                                                                  \
    P(POS, any, msg, Required)                                                                     \
    P(POS, any, args, None)                                                                        \
    P(POS, any, exc_info, None)                                                                    \
    P(POS, any, func, None)                                                                        \
    P(POS, any, sinfo, None)                                                                       \
    P(KWREST, dict, more, Empty)
NATIVE(LogRecord, init, RECORD_INIT)
{
    Value made = record_new(value_str(a->name), a->level, a->msg, a->args, a->exc_info, 1);
    Dict *fields = object_attrs(&self->obj);
    dict_update(fields, object_attrs(made.obj));
    Str *path = value_str(a->pathname), *file = path_basename(path);
    dict_set_text(fields, "pathname", a->pathname);
    dict_set_text(fields, "filename", STR(file));
    dict_set_text(fields, "module", STR(path_without_extension(file)));
    dict_set_text(fields, "lineno", a->lineno);
    dict_set_text(fields, "funcName", a->func);
    dict_set_text(fields, "stack_info", a->sinfo);
    return NONE;
}

NATIVE0(LogRecord, getMessage)
{
    Value record = OBJ(self), args = record_attr(record, "args");
    Value text = STR(value_str(record_attr(record, "msg")));
    return value_truth(args) ? value_operate(OPERATOR_MOD, text, args) : text;
}

static Str *record_repr(Value self)
{
    return str_format(
        "<LogRecord: %s, %s, %s, %s, \"%s\">", value_str(record_attr(self, "name"))->text,
        value_str(record_attr(self, "levelno"))->text,
        value_str(record_attr(self, "pathname"))->text,
        value_str(record_attr(self, "lineno"))->text, value_str(record_attr(self, "msg"))->text);
}

static const Method record_methods[] = {METHOD(LogRecord, getMessage), {0}};
const Class LogRecord_class = {CLASS(LogRecord, "logging", object), .init = INIT(LogRecord),
                               .methods = record_methods, .repr = record_repr,
                               .flags = CLASS_ANY_ATTR};

/* --- the tree --------------------------------------------------------------------------------- */

static void logger_init(Logger *logger, Str *name, Manager *manager)
{
    logger->name = name;
    logger->parent = NONE;
    logger->propagate = true;
    logger->handlers = list_new(0);
    logger->manager = manager;
}

static Value make_root(void)
{
    Manager *manager = obj_new(Manager);
    Logger *root = obj_new(RootLogger);
    manager->loggers = dict_new();
    manager->level_names = dict_new();
    manager->root = OBJ(root);
    logger_init(root, intern("root"), manager);
    root->level = LOGGING_WARNING;
    return OBJ(root);
}

Logger *logging_root(void)
{
    return (Logger *)module_find(import_module(intern("logging")), "root").obj;
}

/* Loggers exist for themselves only; the parent is the nearest existing one above. */
static void link_parents(Manager *manager, Logger *logger)
{
    Logger *best = (Logger *)manager->root.obj;
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(manager->loggers, &i));) {
        Logger *other = (Logger *)entry->value.obj;
        size_t length = other->name->length;
        if (other == logger)
            continue;
        if (length < logger->name->length && logger->name->text[length] == '.' &&
            memcmp(logger->name->text, other->name->text, length) == 0 &&
            (best == (Logger *)manager->root.obj || length > best->name->length))
            best = other;
        Logger *above = (Logger *)other->parent.obj;
        if (length > logger->name->length && other->name->text[logger->name->length] == '.' &&
            memcmp(logger->name->text, other->name->text, logger->name->length) == 0 &&
            (above == (Logger *)manager->root.obj || above->name->length < logger->name->length))
            other->parent = OBJ(logger);
    }
    logger->parent = OBJ(best);
}

Logger *logger_get(const Str *name)
{
    Logger *root = logging_root();
    if (!name || name->length == 0 || str_is(name, "root"))
        return root;
    Manager *manager = root->manager;
    Value found = dict_find_str(manager->loggers, name);
    if (is_set(found))
        return (Logger *)found.obj;
    Str *own = intern_bytes(name->text, name->length);
    Value class = dict_find_text(manager->level_names, " class");
    Value made = is_set(class) ? call1(class, STR(own)) : OBJ(obj_new(Logger));
    Logger *logger = get_as(Logger, made, "loggerClass");
    if (!logger->manager)
        logger_init(logger, own, manager);
    dict_set_str(manager->loggers, own, made);
    link_parents(manager, logger);
    return logger;
}

#define LOGGER_INIT(P) P(POS, str, name, Required) P(POS, any, level, Zero)
NATIVE(Logger, init, LOGGER_INIT)
{
    logger_init(self, a->name, logging_root()->manager);
    self->level = level_from_value(a->level);
    return NONE;
}

static int64_t effective_level(const Logger *logger)
{
    while (logger->level == 0 && logger->parent.tag == TAG_OBJ)
        logger = (const Logger *)logger->parent.obj;
    return logger->level;
}

static bool logger_is_enabled(const Logger *logger, int64_t level)
{
    return !logger->disabled && logger->manager->disable < level &&
           level >= effective_level(logger);
}

static void call_handlers(Logger *logger, Value record, int64_t level)
{
    size_t found = 0;
    for (Logger *at = logger; at;
         at = at->propagate && at->parent.tag == TAG_OBJ ? (Logger *)at->parent.obj : NULL) {
        for (size_t i = 0; i < at->handlers->length; i++) {
            found++;
            Handler *handler = as(Handler, at->handlers->at[i]);
            if (!handler || level >= handler->level)
                call_method(at->handlers->at[i], "handle", 1, &record);
        }
    }
    Value last = module_find(import_module(intern("logging")), "lastResort");
    if (found == 0 && !is_absent(last) && level >= LOGGING_WARNING)
        call_method(last, "handle", 1, &record);
}

#define HANDLE_PARAMS(P) P(POS, any, record, Required)
NATIVE(Logger, handle, HANDLE_PARAMS)
{
    if (self->disabled)
        return NONE;
    Value record = filterer_filter(OBJ(self), a->record);
    if (is_set(record))
        call_handlers(self, record, value_plain(record_attr(record, "levelno")).integer);
    return NONE;
}

NATIVE(Logger, callHandlers, HANDLE_PARAMS)
{
    call_handlers(self, a->record, value_plain(record_attr(a->record, "levelno")).integer);
    return NONE;
}

/* exc_info=True, an exception, or (type, value, traceback) -> the tuple or None. */
static Value exception_triple(Value info)
{
    if (is_absent(info) || !value_truth(info))
        return NONE;
    if (is_instance(info, &tuple_class))
        return info;
    Value exception = info;
    if (!is_instance(info, &BaseException_class)) {
        BaseException *handled = vm_handled_exception();
        if (!handled)
            return OBJ(tuple_new(3, (Value[]){NONE, NONE, NONE}));
        exception = OBJ(handled);
    }
    Value parts[] = {OBJ(class_of(exception)), exception,
                     value_get_attr(exception, N(__traceback__))};
    return OBJ(tuple_new(3, parts));
}

static void add_extra(Value record, const Dict *extra)
{
    Dict *fields = object_attrs(record.obj);
    DictEntry *entry;
    for (size_t i = 0; extra && (entry = dict_next(extra, &i));) {
        if (is_set(dict_find(fields, entry->key)))
            raise_exception(&KeyError_class, "Attempt to overwrite %s in LogRecord",
                            value_repr(entry->key)->text);
        dict_set(fields, entry->key, entry->value);
    }
}

static void logger_log(Logger *logger, int64_t level, Value message, List *args, Value exc_info,
                       const Dict *extra, int64_t stack_level)
{
    if (!logger_is_enabled(logger, level))
        return;
    Value record = record_new(logger->name, level, message, record_arguments(args),
                              exception_triple(exc_info), stack_level);
    add_extra(record, extra);
    call_method(OBJ(logger), "handle", 1, &record);
}

#define LOG_PARAMS(P)                                                                              \
    P(POS, any, msg, Required)                                                                     \
    P(REST, list, args, Empty)                                                                     \
    P(KEY, any, exc_info, None)                                                                    \
    P(KEY, dict, extra, None)                                                                      \
    P(KEY, bool, stack_info, False)                                                                \
    P(KEY, int, stacklevel, One)
#define LOG_METHOD(name, level)                                                                    \
    NATIVE(Logger, name, LOG_PARAMS)                                                               \
    {                                                                                              \
        logger_log(self, level, a->msg, a->args, a->exc_info, a->extra, a->stacklevel);            \
        return NONE;                                                                               \
    }                                                                                              \
    FUNCTION(logging, name, LOG_PARAMS)                                                            \
    {                                                                                              \
        logging_ready();                                                                           \
        logger_log(logging_root(), level, a->msg, a->args, a->exc_info, a->extra, a->stacklevel);  \
        return NONE;                                                                               \
    }

static void basic_config(Value stream, Str *format, Str *datefmt, char style)
{
    StreamHandler *handler = (StreamHandler *)handler_new(&StreamHandler_class).obj;
    if (!is_absent(stream))
        handler->stream = stream;
    handler->handler.formatter = formatter_new(format, datefmt, style);
    logger_add_handler(logging_root(), OBJ(handler));
}

static Str *basic_format(char style)
{
    return str_from(style == '{'   ? "{levelname}:{name}:{message}"
                    : style == '$' ? "${levelname}:${name}:${message}"
                                   : "%(levelname)s:%(name)s:%(message)s");
}

/* logging.info(...) on an untouched root configures it first. */
static void logging_ready(void)
{
    if (logging_root()->handlers->length == 0)
        basic_config(NONE, basic_format('%'), NULL, '%');
}

LOG_METHOD(debug, LOGGING_DEBUG)
LOG_METHOD(info, LOGGING_INFO)
LOG_METHOD(warning, LOGGING_WARNING)
LOG_METHOD(error, LOGGING_ERROR)
LOG_METHOD(critical, LOGGING_CRITICAL)

#define LOG_LEVEL_PARAMS(P) P(POS, int, level, Required) LOG_PARAMS(P)
NATIVE(Logger, log, LOG_LEVEL_PARAMS)
{
    logger_log(self, a->level, a->msg, a->args, a->exc_info, a->extra, a->stacklevel);
    return NONE;
}

FUNCTION(logging, log, LOG_LEVEL_PARAMS)
{
    logging_ready();
    logger_log(logging_root(), a->level, a->msg, a->args, a->exc_info, a->extra, a->stacklevel);
    return NONE;
}

#define EXCEPTION_LOG_PARAMS(P)                                                                    \
    P(POS, any, msg, Required)                                                                     \
    P(REST, list, args, Empty)                                                                     \
    P(KEY, any, exc_info, True)                                                                    \
    P(KEY, dict, extra, None)                                                                      \
    P(KEY, bool, stack_info, False)                                                                \
    P(KEY, int, stacklevel, One)
NATIVE(Logger, exception, EXCEPTION_LOG_PARAMS)
{
    logger_log(self, LOGGING_ERROR, a->msg, a->args, a->exc_info, a->extra, a->stacklevel);
    return NONE;
}

FUNCTION(logging, exception, EXCEPTION_LOG_PARAMS)
{
    logging_ready();
    logger_log(logging_root(), LOGGING_ERROR, a->msg, a->args, a->exc_info, a->extra,
               a->stacklevel);
    return NONE;
}

#define SET_LEVEL_PARAMS(P) P(POS, any, level, Required)
NATIVE(Logger, setLevel, SET_LEVEL_PARAMS)
{
    self->level = level_from_value(a->level);
    return NONE;
}

#define ENABLED_PARAMS(P) P(POS, int, level, Required)
NATIVE(Logger, isEnabledFor, ENABLED_PARAMS)
{
    return BOOL(logger_is_enabled(self, a->level));
}

NATIVE0(Logger, getEffectiveLevel)
{
    return INT(effective_level(self));
}

void logger_add_handler(Logger *logger, Value handler)
{
    if (!value_contains(OBJ(logger->handlers), handler))
        list_append(logger->handlers, handler);
}

#define ADD_HANDLER_PARAMS(P) P(POS, any, hdlr, Required)
NATIVE(Logger, addHandler, ADD_HANDLER_PARAMS)
{
    logger_add_handler(self, a->hdlr);
    return NONE;
}

NATIVE(Logger, removeHandler, ADD_HANDLER_PARAMS)
{
    if (value_contains(OBJ(self->handlers), a->hdlr))
        call_method(OBJ(self->handlers), "remove", 1, &a->hdlr);
    return NONE;
}

static bool has_handlers(const Logger *logger)
{
    for (const Logger *at = logger; at;
         at = at->propagate && at->parent.tag == TAG_OBJ ? (const Logger *)at->parent.obj : NULL)
        if (at->handlers->length)
            return true;
    return false;
}

NATIVE0(Logger, hasHandlers)
{
    return BOOL(has_handlers(self));
}

#define CHILD_PARAMS(P) P(POS, str, suffix, Required)
NATIVE(Logger, getChild, CHILD_PARAMS)
{
    bool is_root = self == logging_root();
    return OBJ(
        logger_get(is_root ? a->suffix : str_format("%s.%s", self->name->text, a->suffix->text)));
}

#define FIND_CALLER_PARAMS(P) P(POS, bool, stack_info, False) P(POS, int, stacklevel, One)
NATIVE(Logger, findCaller, FIND_CALLER_PARAMS)
{
    Str *function = intern("(unknown function)");
    Pos pos = vm_script_caller(a->stacklevel < 1 ? 1 : a->stacklevel, &function);
    Value parts[] = {STR(pos.file ? pos.file : str_from("(unknown file)")), INT(pos.line),
                     STR(function), NONE};
    return OBJ(tuple_new(4, parts));
}

#define MAKE_RECORD_PARAMS(P)                                                                      \
    P(POS, any, name, Required)                                                                    \
    P(POS, int, level, Required)                                                                   \
    P(POS, any, fn, Required)                                                                      \
    P(POS, any, lno, Required)                                                                     \
    P(POS, any, msg, Required)                                                                     \
    P(POS, any, args, Required)                                                                    \
    P(POS, any, exc_info, Required)                                                                \
    P(POS, any, func, None)                                                                        \
    P(POS, dict, extra, None)                                                                      \
    P(POS, any, sinfo, None)
NATIVE(Logger, makeRecord, MAKE_RECORD_PARAMS)
{
    Value record = record_new(value_str(a->name), a->level, a->msg, a->args, a->exc_info, 1);
    add_extra(record, a->extra);
    return record;
}

NATIVE0(Logger, handlers)
{
    return OBJ(self->handlers);
}

NATIVE(Logger, set_handlers, ONE_VALUE)
{
    self->handlers = list_from(a->value);
    return NONE;
}

/* level = "INFO" is taken as it is by the reference; numbers are what code compares. */
NATIVE0(Logger, level)
{
    return INT(self->level);
}

NATIVE(Logger, set_level, ONE_VALUE)
{
    self->level = level_from_value(a->value);
    return NONE;
}

static Str *logger_repr(Value self)
{
    Logger *logger = (Logger *)self.obj;
    return str_format("<%s %s (%s)>", class_text(self), logger->name->text,
                      level_name(effective_level(logger))->text);
}

static const Method logger_methods[] = {METHOD(Logger, debug),
                                        METHOD(Logger, info),
                                        METHOD(Logger, warning),
                                        METHOD_AS("warn", Logger, warning),
                                        METHOD(Logger, error),
                                        METHOD(Logger, critical),
                                        METHOD_AS("fatal", Logger, critical),
                                        METHOD(Logger, log),
                                        METHOD(Logger, exception),
                                        METHOD(Logger, handle),
                                        METHOD(Logger, callHandlers),
                                        METHOD(Logger, setLevel),
                                        METHOD(Logger, isEnabledFor),
                                        METHOD(Logger, getEffectiveLevel),
                                        METHOD(Logger, addHandler),
                                        METHOD(Logger, removeHandler),
                                        METHOD(Logger, hasHandlers),
                                        METHOD(Logger, getChild),
                                        METHOD(Logger, makeRecord),
                                        METHOD(Logger, findCaller),
                                        PROPERTY_SET(Logger, handlers, set_handlers),
                                        PROPERTY_SET(Logger, level, set_level),
                                        {0}};
static const Field logger_fields[] = {
    FIELD(Logger, str, name, MUTABLE),       FIELD(Logger, any, parent, MUTABLE),
    FIELD(Logger, bool, propagate, MUTABLE), FIELD(Logger, bool, disabled, MUTABLE),
    FIELD(Logger, obj, manager, READONLY),   {0}};
const Class Logger_class = {CLASS(Logger, "logging", Filterer),
                            .init = INIT(Logger),
                            .methods = logger_methods,
                            .fields = logger_fields,
                            .repr = logger_repr,
                            .flags = CLASS_ANY_ATTR};
const Class RootLogger_class = {CLASS(RootLogger, "logging", Logger), .flags = CLASS_ANY_ATTR};

#define GET_PARAMS(P) P(POS, str, name, None)
NATIVE(Manager, getLogger, GET_PARAMS)
{
    return OBJ(logger_get(a->name));
}

static const Method manager_methods[] = {METHOD(Manager, getLogger), {0}};
static const Field manager_fields[] = {FIELD_AS("loggerDict", Manager, obj, loggers, READONLY),
                                       FIELD(Manager, any, root, READONLY),
                                       FIELD(Manager, int, disable, MUTABLE),
                                       {0}};
const Class Manager_class = {CLASS(Manager, "logging", object), .methods = manager_methods,
                             .fields = manager_fields, .flags = CLASS_ANY_ATTR};

/* --- the C floors ----------------------------------------------------------------------------- */

void logging_emit(const char *logger, int level, Str *message)
{
    Logger *found = logger_get(intern(logger));
    if (logger_is_enabled(found, level) && !logging_emit_plain(found, level, message))
        logger_log(found, level, STR(message), list_new(0), NONE, NULL, 1);
}

bool logging_is_enabled(const char *logger, int level)
{
    return logger_is_enabled(logger_get(intern(logger)), level);
}

bool logging_has_handlers(const char *logger)
{
    return has_handlers(logger_get(intern(logger)));
}

/* --- functions of the module ------------------------------------------------------------------ */

FUNCTION(logging, getLogger, GET_PARAMS)
{
    return OBJ(logger_get(a->name));
}

#define BASIC_CONFIG_PARAMS(P)                                                                     \
    P(KEY, any, filename, None)                                                                    \
    P(KEY, any, filemode, None)                                                                    \
    P(KEY, str, format, None)                                                                      \
    P(KEY, str, datefmt, None)                                                                     \
    P(KEY, str, style, None)                                                                       \
    P(KEY, any, level, None)                                                                       \
    P(KEY, any, stream, None)                                                                      \
    P(KEY, any, handlers, None)                                                                    \
    P(KEY, bool, force, False)                                                                     \
    P(KEY, any, encoding, None)                                                                    \
    P(KEY, any, errors, None)
FUNCTION(logging, basicConfig, BASIC_CONFIG_PARAMS)
{
    Logger *root = logging_root();
    if (a->force)
        root->handlers->length = 0;
    if (root->handlers->length)
        return NONE;
    char style = a->style ? a->style->text[0] : '%';
    Str *format = a->format ? a->format : basic_format(style);
    if (!is_none(a->handlers)) {
        Iter it = iter_open(a->handlers);
        Value handler;
        while (iter_next(&it, &handler)) {
            Handler *native = as(Handler, handler);
            if (native && is_absent(native->formatter))
                native->formatter = formatter_new(format, a->datefmt, style);
            logger_add_handler(root, handler);
        }
    } else if (!is_none(a->filename)) {
        Value args[] = {a->filename, is_none(a->filemode) ? STR(str_from("a")) : a->filemode};
        Value handler = instantiate(&FileHandler_class, &(Call){.count = 2, .args = args});
        ((Handler *)handler.obj)->formatter = formatter_new(format, a->datefmt, style);
        logger_add_handler(root, handler);
    } else {
        basic_config(a->stream, format, a->datefmt, style);
    }
    if (!is_none(a->level))
        root->level = level_from_value(a->level);
    return NONE;
}

#define DISABLE_PARAMS(P) P(POS, any, level, Unset)
FUNCTION(logging, disable, DISABLE_PARAMS)
{
    logging_root()->manager->disable =
        is_set(a->level) ? level_from_value(a->level) : LOGGING_CRITICAL;
    return NONE;
}

#define LEVEL_NAME_PARAMS(P) P(POS, any, level, Required)
FUNCTION(logging, getLevelName, LEVEL_NAME_PARAMS)
{
    Value level = value_plain(a->level);
    int64_t number;
    if (level.tag == TAG_INT)
        return STR(level_name(level.integer));
    if (level.tag == TAG_STR && level_find(level.str, &number))
        return INT(number);
    return STR(str_format("Level %s", value_str(level)->text));
}

#define ADD_LEVEL_PARAMS(P) P(POS, int, level, Required) P(POS, str, levelName, Required)
FUNCTION(logging, addLevelName, ADD_LEVEL_PARAMS)
{
    dict_set(added_levels(), INT(a->level), STR(a->levelName));
    dict_set_str(added_levels(), a->levelName, INT(a->level));
    return NONE;
}

FUNCTION(logging, getLevelNamesMapping, NO_PARAMS)
{
    Dict *map = dict_new();
    for (size_t i = 0; i < COUNT_OF(level_table); i++)
        dict_set_text(map, level_table[i].name, INT(level_table[i].level));
    return OBJ(map);
}

#define LOGGER_CLASS_PARAMS(P) P(POS, any, klass, Required)
FUNCTION(logging, setLoggerClass, LOGGER_CLASS_PARAMS)
{
    dict_set_text(added_levels(), " class", a->klass);
    return NONE;
}

FUNCTION(logging, getLoggerClass, NO_PARAMS)
{
    Value class = dict_find_text(added_levels(), " class");
    return is_set(class) ? class : OBJ(&Logger_class);
}

#define MAKE_DICT_PARAMS(P) P(POS, dict, dict, Required)
FUNCTION(logging, makeLogRecord, MAKE_DICT_PARAMS)
{
    Value record = record_new(str_empty, 0, STR(str_empty), OBJ(tuple_new(0, NULL)), NONE, 1);
    dict_update(object_attrs(record.obj), a->dict);
    return record;
}

#define ANY_PARAMS(P) P(REST, list, args, Empty) P(KWREST, dict, options, Empty)
FUNCTION(logging, shutdown, ANY_PARAMS)
{
    return NONE;
}

static Value make_last_resort(void)
{
    return handler_new(&LastResort_class);
}

static Value make_true(void)
{
    return TRUE_VALUE;
}

static const Export logging_exports[] = {
    EXPORT_MAKE("root", make_root),
    EXPORT_MAKE("lastResort", make_last_resort),
    EXPORT_MAKE("raiseExceptions", make_true),
    EXPORT_CLASS(Filterer),
    EXPORT_CLASS(Filter),
    EXPORT_CLASS(Formatter),
    EXPORT_CLASS(Handler),
    EXPORT_CLASS(StreamHandler),
    EXPORT_CLASS(FileHandler),
    EXPORT_CLASS(NullHandler),
    EXPORT_CLASS(Logger),
    EXPORT_CLASS(RootLogger),
    EXPORT_CLASS(Manager),
    EXPORT_CLASS(LogRecord),
    EXPORT_FUNCTION(logging, getLogger),
    EXPORT_FUNCTION(logging, debug),
    EXPORT_FUNCTION(logging, info),
    EXPORT_FUNCTION(logging, warning),
    EXPORT_FUNCTION_AS("warn", logging, warning),
    EXPORT_FUNCTION(logging, error),
    EXPORT_FUNCTION(logging, critical),
    EXPORT_FUNCTION_AS("fatal", logging, critical),
    EXPORT_FUNCTION(logging, exception),
    EXPORT_FUNCTION(logging, log),
    EXPORT_FUNCTION(logging, basicConfig),
    EXPORT_FUNCTION(logging, disable),
    EXPORT_FUNCTION(logging, getLevelName),
    EXPORT_FUNCTION(logging, addLevelName),
    EXPORT_FUNCTION(logging, getLevelNamesMapping),
    EXPORT_FUNCTION(logging, setLoggerClass),
    EXPORT_FUNCTION(logging, getLoggerClass),
    EXPORT_FUNCTION(logging, makeLogRecord),
    EXPORT_FUNCTION(logging, shutdown),
    EXPORT_FUNCTION_AS("captureWarnings", logging, shutdown),
    EXPORT_INT("CRITICAL", 50),
    EXPORT_INT("FATAL", 50),
    EXPORT_INT("ERROR", 40),
    EXPORT_INT("WARNING", 30),
    EXPORT_INT("WARN", 30),
    EXPORT_INT("INFO", 20),
    EXPORT_INT("DEBUG", 10),
    EXPORT_INT("NOTSET", 0),
    EXPORT_TEXT("BASIC_FORMAT", "%(levelname)s:%(name)s:%(message)s"),
    {0}};

/* LoggerAdapter and such; submodules are found by the import itself. */
static Value logging_getattr(Str *name)
{
    return library_find("_logging", name);
}

const ModuleDef logging_module = {"logging", (const Export *const[]){logging_exports, NULL}, true,
                                  logging_getattr};
