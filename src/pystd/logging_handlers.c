/* logging_handlers.c -- Formatter, Filter and the handlers that write records to streams. */
#include "pystd/pystd.h"
#include "pystd/inside.h"
#include "pystd/logging.h"

#include <ctype.h>
#include <time.h>
#include <unistd.h>

Value record_attr(Value record, const char *name)
{
    return value_get_attr(record, intern(name));
}

/* --- Formatter -------------------------------------------------------------------------------- */

static const char *default_format(char style)
{
    return style == '{' ? "{message}" : style == '$' ? "${message}" : "%(message)s";
}

static bool formatter_uses_time(const Formatter *f)
{
    if (!f->format)
        return false;
    const char *mark = f->style == '{' ? "{asctime" : f->style == '$' ? "asctime" : "%(asctime)";
    return strstr(f->format->text, mark) != NULL;
}

/* Behind "%(name)": flags, a width, a precision and a letter. */
static bool is_conversion(const char *p)
{
    p += strspn(p, "#0+ -");
    p += *p == '*' ? 1 : strspn(p, "0123456789");
    if (*p == '.')
        p += p[1] == '*' ? 2 : 1 + strspn(p + 1, "0123456789");
    return *p && strchr("diouxefgcrsa%", tolower((unsigned char)*p));
}

static bool has_percent_field(const char *p)
{
    while ((p = strstr(p, "%("))) {
        const char *name = p + 2, *close = name;
        while (isalnum((unsigned char)*close) || *close == '_' || (unsigned char)*close >= 0x80)
            close++;
        if (close > name && *close == ')' && is_conversion(close + 1))
            return true;
        p = name;
    }
    return false;
}

/* A format must name something of a record, in the way of its style. */
static void formatter_check(const Str *format, char style)
{
    if (!format || !format->length) /* the default */
        return;
    if (style == '%') {
        if (!has_percent_field(format->text))
            raise_value("Invalid format '%s' for '%%' style", format->text);
        return;
    }
    Value args[] = {STR(format), STR(str_new(&style, 1))};
    call(library_get("_logging", "check_format"), 2, args);
}

#define FORMATTER_PARAMS(P)                                                                        \
    P(POS, str, fmt, None)                                                                         \
    P(POS, str, datefmt, None)                                                                     \
    P(POS, str, style, None)                                                                       \
    P(POS, bool, validate, True)                                                                   \
    P(KEY, dict, defaults, None)
NATIVE(Formatter, init, FORMATTER_PARAMS)
{
    char style = a->style && a->style->length ? a->style->text[0] : '%';
    if (a->style && (a->style->length != 1 || !strchr("%{$", style)))
        raise_value("Style must be one of: %%,{,$");
    if (a->validate)
        formatter_check(a->fmt, style);
    self->format = a->fmt && a->fmt->length ? a->fmt : NULL;
    self->datefmt = a->datefmt;
    self->style = style;
    self->defaults = a->defaults;
    return NONE;
}

Value formatter_new(Str *format, Str *datefmt, char style)
{
    formatter_check(format, style);
    Formatter *f = obj_new(Formatter);
    f->format = format;
    f->datefmt = datefmt;
    f->style = style;
    return OBJ(f);
}

Str *format_time(double created, const Str *datefmt)
{
    time_t seconds = (time_t)created;
    struct tm local;
    localtime_r(&seconds, &local);
    char text[256];
    if (datefmt) {
        size_t length = strftime(text, sizeof text, datefmt->text, &local);
        return str_new(text, length);
    }
    strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &local);
    return str_format("%s,%03d", text, (int)((created - (double)seconds) * 1000));
}

#define FORMAT_TIME_PARAMS(P) P(POS, any, record, Required) P(POS, str, datefmt, None)
NATIVE(Formatter, formatTime, FORMAT_TIME_PARAMS)
{
    return STR(format_time(value_to_double(record_attr(a->record, "created")), a->datefmt));
}

#define RECORD_PARAMS(P) P(POS, any, record, Required)
NATIVE(Formatter, formatMessage, RECORD_PARAMS)
{
    Value format = STR(self->format ? self->format : str_from(default_format(self->style)));
    Dict *fields = object_attrs(a->record.obj);
    if (self->defaults) {
        Dict *own = fields;
        fields = dict_copy(self->defaults);
        dict_update(fields, own);
    }
    if (self->style == '{')
        return call_dict(value_get_attr(format, intern("format")), 0, NULL, fields);
    if (self->style == '$') {
        Value template = call1(library_get("string", "Template"), format);
        return call_dict(value_get_attr(template, intern("substitute")), 0, NULL, fields);
    }
    return value_operate(OPERATOR_MOD, format, OBJ(fields));
}

#define EXCEPTION_PARAMS(P) P(POS, any, ei, Required)
NATIVE(Formatter, formatException, EXCEPTION_PARAMS)
{
    Tuple *parts = tuple_from(a->ei);
    Value lines = call(library_get("traceback", "format_exception"), parts->length, parts->at);
    Str *text = value_find_str(call_method(STR(str_empty), "join", 1, &lines));
    return STR(str_ends_with(text, "\n") ? str_slice_bytes(text, 0, text->length - 1) : text);
}

#define STACK_PARAMS(P) P(POS, any, stack_info, Required)
NATIVE(Formatter, formatStack, STACK_PARAMS)
{
    return a->stack_info;
}

NATIVE0(Formatter, usesTime)
{
    return BOOL(formatter_uses_time(self));
}

static Str *with_line(Str *text, Value more)
{
    return str_format("%s%s%s", text->text, str_ends_with(text, "\n") ? "" : "\n",
                      value_str(more)->text);
}

NATIVE(Formatter, format, RECORD_PARAMS)
{
    Value record = a->record, me = OBJ(self);
    value_set_attr(record, intern("message"), call_method(record, "getMessage", 0, NULL));
    if (formatter_uses_time(self)) {
        Value args[] = {record, STR(self->datefmt)};
        value_set_attr(record, intern("asctime"), call_method(me, "formatTime", 2, args));
    }
    Str *text = value_str(call_method(me, "formatMessage", 1, &record));
    Value info = record_attr(record, "exc_info");
    if (value_truth(info) && !value_truth(record_attr(record, "exc_text")))
        value_set_attr(record, intern("exc_text"), call_method(me, "formatException", 1, &info));
    Value shown = record_attr(record, "exc_text"), stack = record_attr(record, "stack_info");
    if (value_truth(shown))
        text = with_line(text, shown);
    if (value_truth(stack))
        text = with_line(text, call_method(me, "formatStack", 1, &stack));
    return STR(text);
}

static const Method formatter_methods[] = {METHOD(Formatter, format),
                                           METHOD(Formatter, formatTime),
                                           METHOD(Formatter, formatMessage),
                                           METHOD(Formatter, formatException),
                                           METHOD(Formatter, formatStack),
                                           METHOD(Formatter, usesTime),
                                           {0}};
static const Field formatter_fields[] = {FIELD_AS("_fmt", Formatter, str, format, MUTABLE),
                                         FIELD(Formatter, str, datefmt, MUTABLE),
                                         {0}};
const Class Formatter_class = {CLASS(Formatter, "logging", object), .init = INIT(Formatter),
                               .methods = formatter_methods, .fields = formatter_fields,
                               .flags = CLASS_ANY_ATTR};

/* --- Filter, Filterer ------------------------------------------------------------------------- */

typedef struct Filter {
    Obj obj;
    Str *name;
} Filter;

#define FILTER_PARAMS(P) P(POS, str, name, Empty)
NATIVE(Filter, init, FILTER_PARAMS)
{
    self->name = a->name;
    return NONE;
}

NATIVE(Filter, filter, RECORD_PARAMS)
{
    if (!self->name || self->name->length == 0)
        return TRUE_VALUE;
    Str *name = value_str(record_attr(a->record, "name"));
    bool below = str_starts_with(name, self->name->text);
    return BOOL(below &&
                (name->length == self->name->length || name->text[self->name->length] == '.'));
}

static const Method filter_methods[] = {METHOD(Filter, filter), {0}};
static const Field filter_fields[] = {FIELD(Filter, str, name, MUTABLE), {0}};
const Class Filter_class = {CLASS(Filter, "logging", object), .init = INIT(Filter),
                            .methods = filter_methods, .fields = filter_fields,
                            .flags = CLASS_ANY_ATTR};

static List *filters_of(Filterer *f)
{
    if (!f->filters)
        f->filters = list_new(0);
    return f->filters;
}

#define ADD_FILTER_PARAMS(P) P(POS, any, filter, Required)
NATIVE(Filterer, addFilter, ADD_FILTER_PARAMS)
{
    if (!value_contains(OBJ(filters_of(self)), a->filter))
        list_append(self->filters, a->filter);
    return NONE;
}

NATIVE(Filterer, removeFilter, ADD_FILTER_PARAMS)
{
    if (value_contains(OBJ(filters_of(self)), a->filter))
        call_method(OBJ(self->filters), "remove", 1, &a->filter);
    return NONE;
}

NATIVE(Filterer, filter, RECORD_PARAMS)
{
    Value record = a->record;
    List *filters = filters_of(self);
    for (size_t i = 0; i < filters->length; i++) {
        Value method = value_find_attr_text(filters->at[i], "filter");
        Value result = call1(is_set(method) ? method : filters->at[i], record);
        if (!value_truth(result))
            return FALSE_VALUE;
        if (is_instance(result, &LogRecord_class))
            record = result;
    }
    return record;
}

NATIVE0(Filterer, filters)
{
    return OBJ(filters_of(self));
}

NATIVE(Filterer, set_filters, ONE_VALUE)
{
    self->filters = list_from(a->value);
    return NONE;
}

Value filterer_filter(Value self, Value record)
{
    Value result = call_method(self, "filter", 1, &record);
    if (!value_truth(result))
        return UNSET;
    return is_instance(result, &LogRecord_class) ? result : record;
}

static const Method filterer_methods[] = {METHOD(Filterer, addFilter),
                                          METHOD(Filterer, removeFilter),
                                          METHOD(Filterer, filter),
                                          PROPERTY_SET(Filterer, filters, set_filters),
                                          {0}};
const Class Filterer_class = {CLASS(Filterer, "logging", object), .methods = filterer_methods,
                              .flags = CLASS_ANY_ATTR};

/* --- Handler ---------------------------------------------------------------------------------- */

#define HANDLER_PARAMS(P) P(POS, any, level, Zero)
NATIVE(Handler, init, HANDLER_PARAMS)
{
    self->level = level_from_value(a->level);
    self->formatter = self->name = NONE;
    return NONE;
}

#define LEVEL_PARAMS(P) P(POS, any, level, Required)
NATIVE(Handler, setLevel, LEVEL_PARAMS)
{
    self->level = level_from_value(a->level);
    return NONE;
}

#define SET_FORMATTER_PARAMS(P) P(POS, any, fmt, Required)
NATIVE(Handler, setFormatter, SET_FORMATTER_PARAMS)
{
    self->formatter = a->fmt;
    return NONE;
}

NATIVE(Handler, format, RECORD_PARAMS)
{
    Value formatter = is_absent(self->formatter) ? formatter_new(NULL, NULL, '%') : self->formatter;
    return call_method(formatter, "format", 1, &a->record);
}

NATIVE(Handler, emit, RECORD_PARAMS)
{
    raise_exception(&NotImplementedError_class, "emit must be implemented by Handler subclasses");
}

NATIVE(Handler, handle, RECORD_PARAMS)
{
    Value record = filterer_filter(OBJ(self), a->record);
    if (!is_set(record))
        return FALSE_VALUE;
    call_method(OBJ(self), "emit", 1, &record);
    return record;
}

/* A record that cannot be shown must not stop a migration: it is told on stderr. */
NATIVE(Handler, handleError, RECORD_PARAMS)
{
    Str *text = str_format("--- Logging error ---\nMessage: %s\nArguments: %s\n",
                           value_repr(record_attr(a->record, "msg"))->text,
                           value_repr(record_attr(a->record, "args"))->text);
    print_flush();
    ssize_t written = write(STDERR_FILENO, text->text, text->length);
    return BOOL(written > 0);
}

NATIVE0(Handler, flush)
{
    return NONE;
}

NATIVE0(Handler, close)
{
    return NONE;
}

NATIVE0(Handler, acquire)
{
    return NONE;
}

static Str *class_repr(Value self, const char *what)
{
    Handler *handler = (Handler *)self.obj;
    return str_format("<%s%s (%s)>", class_text(self), what, level_name(handler->level)->text);
}

static Str *handler_repr(Value self)
{
    return class_repr(self, "");
}

Str *handler_format(Value handler, Value record)
{
    return value_str(call_method(handler, "format", 1, &record));
}

Value handler_new(const Class *class)
{
    return instantiate(class, &(Call){0});
}

#define METHOD_RELEASE                                                                             \
    {                                                                                              \
        "release", &Handler_acquire_native, METHOD_INSTANCE, NULL                                  \
    }
static const Method handler_methods[] = {METHOD(Handler, setLevel),
                                         METHOD(Handler, setFormatter),
                                         METHOD(Handler, format),
                                         METHOD(Handler, emit),
                                         METHOD(Handler, handle),
                                         METHOD(Handler, handleError),
                                         METHOD(Handler, flush),
                                         METHOD(Handler, close),
                                         METHOD(Handler, acquire),
                                         METHOD_RELEASE,
                                         METHOD_AS("createLock", Handler, acquire),
                                         {0}};
static const Field handler_fields[] = {FIELD(Handler, int, level, MUTABLE),
                                       FIELD(Handler, any, formatter, MUTABLE),
                                       FIELD(Handler, any, name, MUTABLE),
                                       {0}};
const Class Handler_class = {CLASS(Handler, "logging", Filterer),
                             .init = INIT(Handler),
                             .methods = handler_methods,
                             .fields = handler_fields,
                             .repr = handler_repr,
                             .flags = CLASS_ANY_ATTR};

/* --- StreamHandler, FileHandler, NullHandler -------------------------------------------------- */

static Value standard_error(void)
{
    return module_find(import_module(intern("sys")), "stderr");
}

static void stream_handler_init(StreamHandler *self, Value stream)
{
    self->handler.formatter = self->handler.name = NONE;
    self->stream = is_absent(stream) ? standard_error() : stream;
}

#define STREAM_PARAMS(P) P(POS, any, stream, None)
NATIVE(StreamHandler, init, STREAM_PARAMS)
{
    stream_handler_init(self, a->stream);
    return NONE;
}

typedef struct EmitJob {
    StreamHandler *self;
    Value record;
} EmitJob;

/* Only our own output: what a script opened, a file or an io.StringIO, stays text. */
static int standard_descriptor(Value stream)
{
    Module *sys = import_module(intern("sys"));
    if (value_is(stream, value_get_attr(OBJ(sys), intern("stderr"))))
        return STDERR_FILENO;
    return value_is(stream, value_get_attr(OBJ(sys), intern("stdout"))) ? STDOUT_FILENO : -1;
}

Str *log_line_painted(Str *text, Value stream, int64_t level)
{
    static const struct {
        int64_t from;
        const char *paint;
    } paints[] = {{LOGGING_ERROR, "\033[1;31m"},
                  {LOGGING_WARNING, "\033[33m"},
                  {LOGGING_INFO, NULL},
                  {0, "\033[2m"}};
    int descriptor = standard_descriptor(stream);
    if (descriptor < 0 || !term_has_color(descriptor, TERM_COLOR_AUTO))
        return text;
    size_t row = 0;
    while (level < paints[row].from)
        row++;
    return paints[row].paint ? str_format("%s%s\033[0m", paints[row].paint, text->text) : text;
}

static void emit_record(void *arg)
{
    EmitJob *job = arg;
    Value terminator = value_find_attr_text(OBJ(job->self), "terminator");
    Str *end = is_set(terminator) ? value_str(terminator) : str_from("\n");
    Str *text = handler_format(OBJ(job->self), job->record);
    Value level = value_find_attr_text(job->record, "levelno");
    if (level.tag == TAG_INT)
        text = log_line_painted(text, job->self->stream, level.integer);
    Value line = STR(str_concat(text, end));
    call_method(job->self->stream, "write", 1, &line);
    call_method(OBJ(job->self), "flush", 0, NULL);
}

NATIVE(StreamHandler, emit, RECORD_PARAMS)
{
    EmitJob job = {self, a->record};
    Err *err = protect(emit_record, &job);
    if (err && err->kind != ERR_SCRIPT)
        err_raise(err);
    if (err)
        call_method(OBJ(self), "handleError", 1, &a->record);
    return NONE;
}

NATIVE0(StreamHandler, flush)
{
    Value method = is_absent(self->stream) ? UNSET : value_find_attr_text(self->stream, "flush");
    if (is_set(method))
        call(method, 0, NULL);
    return NONE;
}

NATIVE(StreamHandler, setStream, STREAM_PARAMS)
{
    Value before = self->stream;
    self->stream = a->stream;
    return before;
}

static Value stream_handler_getattr(Value self, Str *name)
{
    return str_is(name, "terminator") ? STR(str_from("\n")) : UNSET;
}

static Str *stream_handler_repr(Value self)
{
    StreamHandler *handler = (StreamHandler *)self.obj;
    Value name = value_find_attr(handler->stream, N(name));
    Str *shown = is_set(name) ? value_str(name) : str_empty;
    return class_repr(self, shown->length ? str_concat(str_from(" "), shown)->text : "");
}

static const Method stream_handler_methods[] = {METHOD(StreamHandler, emit),
                                                METHOD(StreamHandler, flush),
                                                METHOD(StreamHandler, setStream),
                                                {0}};
static const Field stream_handler_fields[] = {FIELD(StreamHandler, any, stream, MUTABLE), {0}};
const Class StreamHandler_class = {CLASS(StreamHandler, "logging", Handler),
                                   .class_subscript = generic_class_subscript,
                                   .init = INIT(StreamHandler),
                                   .methods = stream_handler_methods,
                                   .fields = stream_handler_fields,
                                   .repr = stream_handler_repr,
                                   .getattr = stream_handler_getattr,
                                   .flags = CLASS_ANY_ATTR};

typedef struct FileHandler {
    StreamHandler base;
    Str *baseFilename, *mode;
} FileHandler;

#define FILE_PARAMS(P)                                                                             \
    P(POS, any, filename, Required)                                                                \
    P(POS, str, mode, None)                                                                        \
    P(POS, str, encoding, None)                                                                    \
    P(POS, bool, delay, False)                                                                     \
    P(POS, str, errors, None)
NATIVE(FileHandler, init, FILE_PARAMS)
{
    self->baseFilename = path_absolute(path_text(a->filename));
    self->mode = a->mode ? a->mode : str_from("a");
    stream_handler_init(&self->base,
                        file_open(self->baseFilename, self->mode, a->encoding, a->errors, NONE));
    return NONE;
}

NATIVE0(FileHandler, close)
{
    call_method(self->base.stream, "close", 0, NULL);
    return NONE;
}

static const Method file_handler_methods[] = {METHOD(FileHandler, close), {0}};
static const Field file_handler_fields[] = {
    FIELD(FileHandler, str, baseFilename, READONLY), FIELD(FileHandler, str, mode, READONLY), {0}};
const Class FileHandler_class = {CLASS(FileHandler, "logging", StreamHandler),
                                 .init = INIT(FileHandler), .methods = file_handler_methods,
                                 .fields = file_handler_fields, .flags = CLASS_ANY_ATTR};

typedef struct NullHandler {
    Handler handler;
} NullHandler;

NATIVE(NullHandler, emit, RECORD_PARAMS)
{
    return NONE;
}

static const Method null_handler_methods[] = {
    METHOD(NullHandler, emit), METHOD_AS("handle", NullHandler, emit), {0}};
const Class NullHandler_class = {CLASS(NullHandler, "logging", Handler),
                                 .methods = null_handler_methods, .flags = CLASS_ANY_ATTR};

/* Warnings and above when nothing was configured: the bare message on whatever sys.stderr is then.
 */
typedef struct LastResort {
    StreamHandler base;
} LastResort;

NATIVE(LastResort, emit, RECORD_PARAMS)
{
    self->base.stream = standard_error();
    return StreamHandler_emit(&self->base, &(StreamHandler_emit_Args){.record = a->record});
}

NATIVE0(LastResort, init)
{
    stream_handler_init(&self->base, NONE);
    self->base.handler.level = LOGGING_WARNING;
    return NONE;
}

static const Method last_resort_methods[] = {METHOD(LastResort, emit), {0}};
const Class LastResort_class = {CLASS_NAMED(LastResort, "_StderrHandler", "logging", StreamHandler),
                                .init = INIT(LastResort), .methods = last_resort_methods};
