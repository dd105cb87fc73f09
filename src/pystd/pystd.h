/* pystd.h -- door of the standard library: the modules of Python's that scripts import.
 *
 * What needs C is here, in files that begin with the module's name; the rest is Python text under lib/, frozen into the
 * binary. A C module whose plumbing is in Python says so by its getattr: `typing` asks the frozen
 * `_typing` for NamedTuple. Nothing here knows SQL or migrations. Scripts may read; what writes,
 * runs or connects is refused by a PermissionError that names the switch.
 *
 *     import_add_modules(pystd_modules);
 *     logging_file_config(ini, true);      [loggers] [handlers] [formatters] of alembic.ini
 *     logging_emit("alembic.runtime.migration", LOGGING_INFO, str_from("Running upgrade  -> 1a"));
 *
 * Ownership: collected heap; what scripts open (files, processes) they close, or the end of the command does.
 *
 * Errors are those of Python's modules, as script exceptions.
 */
#ifndef RETORT_PYSTD_PYSTD_H
#define RETORT_PYSTD_PYSTD_H

#include "py/py.h"

/* NULL-terminated. */
extern const ModuleDef *const pystd_modules[];

/* --- logging: one tree of loggers for scripts and for the C floors ---------------------------- */

enum {
    LOGGING_DEBUG = 10,
    LOGGING_INFO = 20,
    LOGGING_WARNING = 30,
    LOGGING_ERROR = 40,
    LOGGING_CRITICAL = 50
};

/* Logs a finished message as logging.getLogger(logger).log(level, message) does: levels, filters,
 * handlers and propagation are those the project set up; without any handler, warnings and above go
 * to stderr bare. */
void logging_emit(const char *logger, int level, Str *message);
bool logging_is_enabled(const char *logger, int level);
/* Whether a message would reach any handler the project set up. */
bool logging_has_handlers(const char *logger);
/* logging.config.fileConfig: loggers that exist and are not named are disabled when
 * `disable_existing`. */
void logging_file_config(Ini *ini, bool disable_existing);

/* --- values other floors make and read -------------------------------------------------------- */

/* datetime.date, time, datetime, timedelta. A tzinfo is None or any tzinfo object. */
typedef struct DateTimeParts {
    int year, month, day, hour, minute, second, microsecond, fold;
    Value tzinfo; /* None: naive */
} DateTimeParts;
Value date_new(int year, int month, int day);
Value time_new(const DateTimeParts *parts);
Value datetime_new(const DateTimeParts *parts);
Value timedelta_new(int64_t days, int64_t seconds, int64_t microseconds); /* normalizes */
/* datetime.timezone of so many seconds; 0 is timezone.utc. */
Value timezone_new(int seconds);
/* Parts of a date, time or datetime (missing ones 0); false when v is none of them. */
bool datetime_find_parts(Value v, DateTimeParts *parts);
bool timedelta_find_parts(Value v, int64_t *days, int64_t *seconds, int64_t *microseconds);
extern const Class date_class, time_class, datetime_class, timedelta_class, tzinfo_class;
/* utcoffset() in seconds; false when naive. */
bool datetime_offset(Value v, int64_t *seconds);

/* decimal.Decimal, exact. Raises decimal.InvalidOperation for text that is no number. */
Value decimal_new(const Str *text);
extern const Class Decimal_class;

/* uuid.UUID of 16 bytes; its 36 characters, or NULL when v is no UUID. */
Value uuid_new(const unsigned char bytes[16]);
Value uuid_parse(const Str *text);
Str *uuid_find_text(Value v);
extern const Class UuidValue_class;

/* json.dumps(value) with the defaults, json.loads(text). */
Str *json_dump_text(Value value);
Value json_load_text(Str *text);

#endif
