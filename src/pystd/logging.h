/* logging.h -- the objects of the logging module, shared by its three files; private to pystd/. */
#ifndef RETORT_PYSTD_LOGGING_H
#define RETORT_PYSTD_LOGGING_H

#include "pystd/pystd.h"
#include "pystd/inside.h"

typedef struct Filterer {
    Obj obj;
    List *filters;
} Filterer;

typedef struct Formatter {
    Obj obj;
    Str *format;  /* NULL: %(message)s */
    Str *datefmt; /* NULL: ISO with milliseconds */
    char style;   /* % { $ */
    Dict *defaults; /* of fields that a record lacks, or NULL */
} Formatter;

typedef struct Handler {
    Filterer filterer;
    int64_t level;
    Value formatter, name;
} Handler;

typedef struct StreamHandler {
    Handler handler;
    Value stream;
} StreamHandler;

typedef struct Manager {
    Obj obj;
    Dict *loggers;     /* name -> Logger */
    Dict *level_names; /* number -> name and name -> number, beyond the standard ones */
    Value root;
    int64_t disable;
} Manager;

typedef struct Logger {
    Filterer filterer;
    Str *name;
    int64_t level;
    Value parent; /* None: the root */
    bool propagate, disabled;
    List *handlers;
    Manager *manager;
} Logger;
typedef Logger RootLogger;

extern const Class Filterer_class, Filter_class, Formatter_class, Handler_class,
    StreamHandler_class, FileHandler_class, NullHandler_class, LastResort_class, Logger_class,
    RootLogger_class, Manager_class, LogRecord_class;

/* The root logger of the one tree: an attribute of the logging module. */
Logger *logging_root(void);
/* getLogger(name); NULL or "" is the root. */
Logger *logger_get(const Str *name);
/* A level given as a number or a name: "Unknown level: 'X'". */
int64_t level_from_value(Value level);
Str *level_name(int64_t level);
/* self.filter(record): the record to go on with, or UNSET when a filter drops it. */
Value filterer_filter(Value self, Value record);
Value handler_new(const Class *class);
void logger_add_handler(Logger *logger, Value handler);
/* Text of a record as the handler's formatter makes it. */
Str *handler_format(Value handler, Value record);
Value record_attr(Value record, const char *name);
Value formatter_new(Str *format, Str *datefmt, char style);
/* Seconds since 1970 as a formatter without or with `datefmt` shows them. */
Str *format_time(double seconds, const Str *datefmt);
/* Logs the text without making a record; false: somebody may want to see one, and nothing was done. */
bool logging_emit_plain(const Logger *logger, int64_t level, const Str *message);

/* Where the stream is ours and has colours: what went wrong stands out, what is going on does not. */
Str *log_line_painted(Str *text, Value stream, int64_t level);

#endif
