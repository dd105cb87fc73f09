/* logging_plain.c -- the short way of a line of ours (`Running upgrade a -> b`) through the
 * loggers.
 *
 * A record is an object of two dozen attributes, for whoever filters, formats or handles it in a
 * script. Where all on its way is as the library made it (no subclass, no filter, no attribute set,
 * no method replaced, and formats that ask only for name, level, message and time) nobody can look,
 * and the line is written without a record. Anything else is left to logger_log. */
#include "pystd/pystd.h"
#include "pystd/logging.h"

typedef struct Line {
    const Logger *logger;
    int64_t level;
    const Str *message;
} Line;

/* --- is it plain? -------------------------------------------------------------------------------
 */

static bool is_untouched(const Class *class)
{
    for (; class; class = class->base)
        if (class->state->dict)
            return false;
    return true;
}

/* Of just this class, as the library wrote it, with the attributes it was made with. */
static bool is_own(const Obj *obj, const Class *class)
{
    return obj->class == class && !obj->attrs && is_untouched(class);
}

static bool is_filtered(const Filterer *f)
{
    return f->filters && f->filters->length > 0;
}

static const Logger *logger_above(const Logger *logger)
{
    return logger->propagate && logger->parent.tag == TAG_OBJ ? (const Logger *)logger->parent.obj
                                                              : NULL;
}

/* "%(levelname)-5.5s": the directive's parts; the position behind it, or NULL for any other form.
 */
typedef struct Directive {
    const char *name;
    size_t name_length, width, precision;
    bool is_left;
} Directive;

static const char *read_number(const char *p, size_t *number)
{
    for (*number = 0; *p >= '0' && *p <= '9' && *number < 1000; p++)
        *number = *number * 10 + (size_t)(*p - '0');
    return p;
}

static const char *read_directive(const char *p, Directive *d)
{
    const char *close = *p == '(' ? strchr(p, ')') : NULL;
    if (!close)
        return NULL;
    *d = (Directive){.name = p + 1, .name_length = (size_t)(close - p - 1), .precision = SIZE_MAX};
    p = close + 1;
    d->is_left = *p == '-';
    p = read_number(p + d->is_left, &d->width);
    if (*p == '.')
        p = read_number(p + 1, &d->precision);
    return *p == 's' ? p + 1 : NULL;
}

typedef struct Part {
    const char *name;
    Str *(*text)(const Line *line, const Formatter *formatter);
} Part;

static Str *part_name(const Line *line, const Formatter *formatter)
{
    return line->logger->name;
}

static Str *part_level(const Line *line, const Formatter *formatter)
{
    return level_name(line->level);
}

static Str *part_message(const Line *line, const Formatter *formatter)
{
    return (Str *)(uintptr_t)line->message;
}

static Str *part_time(const Line *line, const Formatter *formatter)
{
    return format_time((double)clock_microseconds() / 1e6, formatter->datefmt);
}

static const Part parts[] = {{"message", part_message},
                             {"levelname", part_level},
                             {"name", part_name},
                             {"asctime", part_time}};

static const Part *part_find(const Directive *d)
{
    for (size_t i = 0; i < COUNT_OF(parts); i++)
        if (strlen(parts[i].name) == d->name_length &&
            memcmp(parts[i].name, d->name, d->name_length) == 0)
            return &parts[i];
    return NULL;
}

static bool is_plain_format(const Str *format)
{
    Directive d;
    for (const char *p = format ? strchr(format->text, '%') : NULL; p; p = strchr(p, '%')) {
        p = p[1] == '%' ? p + 2 : read_directive(p + 1, &d);
        if (!p || (p[-1] == 's' && !part_find(&d)))
            return false;
    }
    return true;
}

static bool is_plain_handler(Value value)
{
    const StreamHandler *handler = (const StreamHandler *)value.obj;
    if (value.tag != TAG_OBJ || !is_own(value.obj, &StreamHandler_class) ||
        is_filtered(&handler->handler.filterer) || !is_plain_stream(handler->stream))
        return false;
    Value formatter = handler->handler.formatter;
    if (is_absent(formatter))
        return is_untouched(&Formatter_class);
    const Formatter *f = (const Formatter *)formatter.obj;
    return formatter.tag == TAG_OBJ && is_own(formatter.obj, &Formatter_class) && f->style == '%' &&
           is_plain_format(f->format);
}

/* There is a handler, and none through which a script could see the record. */
static bool is_plain_way(const Logger *logger)
{
    size_t found = 0;
    if ((!is_own(&logger->filterer.obj, &Logger_class) &&
         !is_own(&logger->filterer.obj, &RootLogger_class)) ||
        is_filtered(&logger->filterer) || !is_untouched(&LogRecord_class))
        return false;
    for (; logger; logger = logger_above(logger))
        for (size_t i = 0; i < logger->handlers->length; i++, found++)
            if (!is_plain_handler(logger->handlers->at[i]))
                return false;
    return found > 0;
}

/* --- writing ------------------------------------------------------------------------------------
 */

static void write_part(Buf *out, const Directive *d, const Str *text)
{
    size_t shown = text->characters < d->precision ? text->characters : d->precision;
    size_t blanks = d->width > shown ? d->width - shown : 0;
    buf_fill(out, ' ', d->is_left ? 0 : blanks);
    buf_bytes(out, text->text, str_offset(text, shown));
    buf_fill(out, ' ', d->is_left ? blanks : 0);
}

static Str *line_text(const Line *line, Value made)
{
    char room[512];
    Buf out = BUF_IN(room);
    const Formatter *formatter = is_absent(made) ? NULL : (const Formatter *)made.obj;
    const char *format = formatter && formatter->format ? formatter->format->text : "%(message)s";
    for (const char *p = format, *percent;; p = percent) {
        Directive d;
        percent = strchrnul(p, '%');
        buf_bytes(&out, p, (size_t)(percent - p));
        if (!*percent)
            break;
        if (percent[1] == '%') {
            buf_char(&out, '%');
            percent += 2;
            continue;
        }
        percent = read_directive(percent + 1, &d);
        write_part(&out, &d, part_find(&d)->text(line, formatter));
    }
    return buf_str(&out);
}

static Str *shown_line(const StreamHandler *handler, const Line *line)
{
    Str *text = line_text(line, handler->handler.formatter);
    return str_format("%s\n", log_line_painted(text, handler->stream, line->level)->text);
}

bool logging_emit_plain(const Logger *logger, int64_t level, const Str *message)
{
    if (!is_plain_way(logger))
        return false;
    const Line line = {logger, level, message};
    for (; logger; logger = logger_above(logger))
        for (size_t i = 0; i < logger->handlers->length; i++) {
            StreamHandler *handler = (StreamHandler *)logger->handlers->at[i].obj;
            if (level >= handler->handler.level)
                plain_stream_write(handler->stream, shown_line(handler, &line));
        }
    return true;
}
