/* diag.c -- errors as people and programs read them: place, source line with a caret, script
 * traceback, SQL, server detail, causes, hint. Nothing else in the house prints an error. */
#include "base/base.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* --- tables -------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    int exit_code;
} kinds[] = {
    [ERR_SCRIPT] = {"script", 1}, [ERR_DATABASE] = {"database", 1}, [ERR_TOOL] = {"tool", 255},
    [ERR_FILE] = {"file", 1},     [ERR_USAGE] = {"usage", 2},       [ERR_BUSY] = {"busy", 75},
    [ERR_INTERRUPT] = {"interrupt", 128 + SIGINT},
};

int err_exit_code(const Err *err)
{
    if (err->kind == ERR_INTERRUPT && strcmp(err->code, "interrupt.term") == 0)
        return 128 + SIGTERM;
    return kinds[err->kind].exit_code;
}

const char *err_kind_name(ErrKind kind)
{
    return kinds[kind].name;
}

typedef enum Paint {
    PAINT_ERROR,
    PAINT_PLACE,
    PAINT_SOURCE,
    PAINT_HINT,
    PAINT_END,
} Paint;

static const char *const paints[] = {
    [PAINT_ERROR] = "\033[1;31m", [PAINT_PLACE] = "\033[1m", [PAINT_SOURCE] = "\033[2m",
    [PAINT_HINT] = "\033[36m",    [PAINT_END] = "\033[0m",
};

DiagStyle diag_style_default(void)
{
    return (DiagStyle){.color = term_has_color(STDERR_FILENO, TERM_COLOR_AUTO)};
}

/* --- pieces -------------------------------------------------------------------------------- */

typedef struct Printer {
    Buf out;
    const DiagStyle *style;
} Printer;

static void paint(Printer *p, Paint which)
{
    if (p->style->color)
        buf_text(&p->out, paints[which]);
}

static void painted(Printer *p, Paint which, const char *text)
{
    paint(p, which);
    buf_text(&p->out, text);
    paint(p, PAINT_END);
}

/* Line `number` of a text, without its end, or NULL. */
static Str *line_of(const Str *text, uint32_t number)
{
    const char *p = text->text;
    for (uint32_t line = 1; line < number; line++) {
        p = strchr(p, '\n');
        if (!p)
            return NULL;
        p++;
    }
    return str_new(p, strcspn(p, "\r\n"));
}

typedef struct SourceLine {
    Pos pos;
    Str *line;
} SourceLine;

static void read_source_line(void *arg)
{
    SourceLine *source = arg;
    if (file_is_regular(source->pos.file))
        source->line = line_of(file_read(source->pos.file), source->pos.line);
}

/* A line of minified or generated text is shown by its start. */
static Str *line_start(Str *line)
{
    enum { SHOWN_MAX = 400 };
    if (line->characters <= SHOWN_MAX)
        return line;
    const char *p = line->text;
    for (size_t i = 0; i < SHOWN_MAX; i++)
        utf8_next(&p);
    return str_format("%.*s ...", (int)(p - line->text), line->text);
}

/* The line a position points at; NULL when it cannot be read, which is no error here. */
static Str *source_line(Pos pos)
{
    SourceLine source = {pos, NULL};
    if (pos.file && pos.line && !protect(read_source_line, &source) && source.line)
        return line_start(source.line);
    return NULL;
}

#define TAB 4

/* Columns the first `count` code points of a line take on the screen. */
static unsigned columns_of(const Str *line, size_t count)
{
    unsigned width = 0;
    const char *p = line->text, *end = p + line->length;
    for (size_t i = 0; i < count && p < end; i++) {
        uint32_t c = utf8_next(&p);
        width += c == '\t' ? TAB : text_char_width(c);
    }
    return width;
}

static Str *untabbed(const Str *line)
{
    return str_replace(line, "\t", "    ");
}

/* "   23 |     op.bogus()" and the caret line below it. */
static void print_excerpt(Printer *p, Pos pos)
{
    Str *line = source_line(pos);
    if (!line)
        return;
    Str *shown = text_mask_passwords(line);
    paint(p, PAINT_SOURCE);
    buf_format(&p->out, "%5u | ", pos.line);
    paint(p, PAINT_END);
    buf_format(&p->out, "%s\n", untabbed(shown)->text);
    if (pos.column == 0 || pos.column > line->characters + 1 || shown != line)
        return;
    unsigned from = columns_of(line, pos.column - 1);
    size_t end = pos.end_column > pos.column ? pos.end_column - 1 : pos.column;
    unsigned to = columns_of(line, end);
    painted(p, PAINT_SOURCE, "      | ");
    buf_fill(&p->out, ' ', from);
    paint(p, PAINT_ERROR);
    buf_fill(&p->out, '^', to > from ? to - from : 1);
    paint(p, PAINT_END);
    buf_char(&p->out, '\n');
}

/* Library text inside the binary: "<frozen asyncio>". It is not where the user looks for the cause. */
static bool is_library(Pos pos)
{
    return pos.file && str_starts_with(pos.file, "<frozen ");
}

Pos err_script_place(const Err *err)
{
    Pos place = err->pos;
    if (is_library(place))
        for (const ErrFrame *frame = err->trace; frame; frame = frame->next)
            if (!is_library(frame->pos))
                place = frame->pos;
    return place;
}

/* The frames to show: a copy without those of the library, unless everything is wanted. */
static const ErrFrame *visible(const Printer *p, const ErrFrame *trace)
{
    ErrFrame *first = NULL, **last = &first;
    for (; trace; trace = trace->next) {
        if (!p->style->whole && is_library(trace->pos))
            continue;
        *last = new (ErrFrame);
        **last = (ErrFrame){trace->pos, trace->function, NULL};
        last = &(*last)->next;
    }
    return first;
}

static void print_frame(Printer *p, const ErrFrame *frame)
{
    buf_format(&p->out, "  File \"%s\", line %u, in %s\n",
               frame->pos.file ? frame->pos.file->text : "?", frame->pos.line,
               frame->function ? frame->function->text : "?");
    Str *line = source_line(frame->pos);
    if (line)
        buf_format(&p->out, "    %s\n", text_mask_passwords(str_trim(line))->text);
}

/* Of endless recursion the first and the last frames tell enough; a frame that repeats is shown as
 * often as Python shows it. */
enum { FRAMES_REPEATED = 3, FRAMES_FIRST = 20, FRAMES_LAST = 20 };

static bool is_same_frame(const ErrFrame *a, const ErrFrame *b)
{
    return a->pos.line == b->pos.line && a->function == b->function &&
           (a->pos.file == b->pos.file || (a->pos.file && b->pos.file && str_equal(a->pos.file, b->pos.file)));
}

/* The frame after `frame` that is another one; *count is how many are passed. */
static const ErrFrame *pass_repeated(const ErrFrame *frame, size_t *count)
{
    const ErrFrame *next = frame;
    for (*count = 0; next && is_same_frame(frame, next); next = next->next)
        ++*count;
    return next;
}

static size_t count_shown(const ErrFrame *trace)
{
    size_t total = 0, repeated;
    for (const ErrFrame *frame = trace; frame; frame = pass_repeated(frame, &repeated))
        total++;
    return total;
}

static void print_repeated(Printer *p, const ErrFrame *frame, size_t count)
{
    for (size_t i = 0; i < count && i < FRAMES_REPEATED; i++)
        print_frame(p, frame);
    if (count > FRAMES_REPEATED)
        buf_format(&p->out, "  [Previous line repeated %zu more time%s]\n", count - FRAMES_REPEATED,
                   count == FRAMES_REPEATED + 1 ? "" : "s");
}

static void print_trace(Printer *p, const ErrFrame *trace)
{
    trace = visible(p, trace);
    if (!trace || !trace->next)
        return; /* one frame says no more than the header */
    buf_text(&p->out, "Traceback (most recent call last):\n");
    size_t total = count_shown(trace), at = 0, repeated;
    size_t left_out = total > FRAMES_FIRST + FRAMES_LAST ? total - FRAMES_FIRST - FRAMES_LAST : 0;
    const ErrFrame *next;
    for (const ErrFrame *frame = trace; frame; frame = next, at++) {
        next = pass_repeated(frame, &repeated);
        if (left_out && at == FRAMES_FIRST)
            buf_format(&p->out, "  [%zu frames are not shown]\n", left_out);
        if (at < FRAMES_FIRST || at >= FRAMES_FIRST + left_out)
            print_repeated(p, frame, repeated);
    }
}

static void print_place(Printer *p, Pos pos)
{
    if (!pos.file)
        return;
    paint(p, PAINT_PLACE);
    buf_add(&p->out, pos.file);
    if (pos.line)
        buf_format(&p->out, ":%u", pos.line);
    if (pos.line && pos.column)
        buf_format(&p->out, ":%u", pos.column);
    buf_text(&p->out, ": ");
    paint(p, PAINT_END);
}

/* A SQL statement may be long, and so may its lines: the first ones and the one with the error, of a line its
 * start, or the stretch around the error. */
enum { SQL_LINES = 6, SQL_LINE_CHARACTERS = 400 };

static size_t bytes_of(const Str *line, size_t characters)
{
    const char *p = line->text, *end = p + line->length;
    for (size_t i = 0; i < characters && p < end; i++)
        utf8_next(&p);
    return (size_t)(p - line->text);
}

/* *caret, SIZE_MAX for none, is moved with its character. */
static Str *shortened(Str *line, size_t *caret)
{
    if (line->characters <= SQL_LINE_CHARACTERS)
        return line;
    size_t from = 0, half = SQL_LINE_CHARACTERS / 2;
    if (*caret != SIZE_MAX && *caret > half)
        from = *caret - half;
    size_t to = from + SQL_LINE_CHARACTERS;
    Str *part = str_slice_bytes(line, bytes_of(line, from), bytes_of(line, to));
    if (*caret != SIZE_MAX && from)
        *caret += 3 - from;
    return str_format("%s%s%s", from ? "..." : "", part->text, to < line->characters ? "..." : "");
}

static void print_caret_below(Printer *p, const Str *line, size_t character, size_t margin)
{
    buf_fill(&p->out, ' ', margin + columns_of(line, character));
    painted(p, PAINT_ERROR, "^");
    buf_char(&p->out, '\n');
}

static void print_statement(Printer *p, const Err *err)
{
    static const char label[] = "SQL: ";
    if (!err->statement)
        return;
    Str *masked = text_mask_passwords(err->statement), *sql = str_trim(masked);
    size_t cut = (size_t)(strspn(masked->text, " \t\r\n"));
    bool has_offset = err->statement_offset > cut && masked == err->statement;
    size_t offset = has_offset ? err->statement_offset - 1 - cut : SIZE_MAX, start = 0;
    for (uint32_t number = 1;; number++) {
        Str *line = line_of(sql, number);
        bool has_caret = line && offset >= start && offset - start <= line->characters;
        if (!line)
            break;
        bool is_shown = number <= SQL_LINES || has_caret;
        size_t length = line->characters, caret = has_caret ? offset - start : SIZE_MAX;
        if (is_shown) {
            line = shortened(line, &caret);
            buf_format(&p->out, "%s%s\n", number == 1 ? label : "     ", untabbed(line)->text);
        } else if (number == SQL_LINES + 1) {
            buf_text(&p->out, "     ...\n");
        }
        if (is_shown && has_caret)
            print_caret_below(p, line, caret, sizeof label - 1);
        start += length + 1;
    }
}

/* --- one error ----------------------------------------------------------------------------- */

/* A brief error is about the history, not about the line of env.py that was running; a place that who raised it knew
 * is shown. */
static bool has_shown_place(const Printer *p, const Err *err)
{
    for (const ErrFrame *frame = p->style->brief ? err->trace : NULL; frame; frame = frame->next)
        if (frame->pos.line == err->pos.line && frame->pos.file && err->pos.file &&
            str_equal(frame->pos.file, err->pos.file))
            return false;
    return true;
}

static void print_message(Printer *p, const Err *err)
{
    if (has_shown_place(p, err))
        print_place(p, err_script_place(err));
    if (err->kind == ERR_TOOL || err->kind == ERR_FILE || err->kind == ERR_BUSY) {
        paint(p, PAINT_ERROR);
        buf_text(&p->out, "error");
        if (err->code)
            buf_format(&p->out, "[%s]", err->code);
        buf_text(&p->out, ":");
        paint(p, PAINT_END);
        buf_char(&p->out, ' ');
    }
    buf_format(&p->out, "%s\n", text_mask_passwords(err->message ? err->message : str_empty)->text);
}

static void print_hint(Printer *p, const Err *err)
{
    if (!err->hint)
        return;
    painted(p, PAINT_HINT, "hint:");
    buf_format(&p->out, " %s\n", text_mask_passwords(err->hint)->text);
}

static void print_detail(Printer *p, const Err *err)
{
    if (!err->detail || err->detail->length == 0)
        return;
    buf_add(&p->out, text_mask_passwords(err->detail));
    if (!str_ends_with(err->detail, "\n"))
        buf_char(&p->out, '\n');
}

static void print_error(Printer *p, const Err *err)
{
    if (err->kind == ERR_USAGE)
        print_detail(p, err); /* the usage lines go first */
    if (!p->style->brief)
        print_trace(p, err->trace);
    print_message(p, err);
    if (has_shown_place(p, err))
        print_excerpt(p, err_script_place(err));
    if (!p->style->brief)
        print_statement(p, err);
    if (err->kind != ERR_USAGE)
        print_detail(p, err);
}

Str *diag_text(const Err *err, const DiagStyle *style)
{
    Printer p = {.style = style};
    print_error(&p, err);
    for (const Err *e = err; e->cause; e = e->cause) {
        buf_text(&p.out, e->was_handling ? "\nThe above error was raised while this one was handled:\n"
                                         : "\nThe above error was caused by:\n");
        print_error(&p, e->cause);
    }
    for (const Err *e = err; e; e = e->cause)
        print_hint(&p, e);
    return buf_str(&p.out);
}

/* --- JSON ---------------------------------------------------------------------------------- */

static void json_masked(JsonWriter *w, const char *name, const Str *text)
{
    if (!text)
        return;
    json_key(w, name);
    json_str(w, text_mask_passwords(text));
}

static void json_place(JsonWriter *w, Pos pos)
{
    if (!pos.file)
        return;
    json_key(w, "file");
    json_str(w, pos.file);
    if (pos.line) {
        json_key(w, "line");
        json_integer(w, pos.line);
    }
    if (pos.line && pos.column) {
        json_key(w, "column");
        json_integer(w, pos.column);
    }
}

static void json_trace(JsonWriter *w, const ErrFrame *trace)
{
    if (!trace)
        return;
    json_key(w, "trace");
    json_begin_array(w);
    for (const ErrFrame *frame = trace; frame; frame = frame->next) {
        json_begin_object(w);
        json_place(w, frame->pos);
        json_masked(w, "function", frame->function);
        json_end_object(w);
    }
    json_end_array(w);
}

static void json_error(JsonWriter *w, const Err *err)
{
    json_begin_object(w);
    json_key(w, "kind");
    json_text(w, err_kind_name(err->kind));
    json_key(w, "code");
    json_text(w, err->code);
    json_masked(w, "message", err->message ? err->message : str_empty);
    json_place(w, err_script_place(err));
    json_masked(w, "hint", err->hint);
    json_masked(w, "detail", err->detail);
    json_masked(w, "statement", err->statement);
    if (err->statement_offset) {
        json_key(w, "statement_offset");
        json_integer(w, (int64_t)err->statement_offset);
    }
    if (err->sqlstate[0]) {
        json_key(w, "sqlstate");
        json_text(w, err->sqlstate);
    }
    json_trace(w, err->trace);
    if (err->cause) {
        json_key(w, "cause");
        json_error(w, err->cause);
    }
    json_end_object(w);
}

void diag_json(JsonWriter *w, const Err *err)
{
    json_begin_object(w);
    json_key(w, "error");
    json_error(w, err);
    json_end_object(w);
}

/* --- output -------------------------------------------------------------------------------- */

/* The reference's way with a CommandError: the message on stdout, nothing but the hint on stderr.
 */
static Str *failed_line(const Err *err, const DiagStyle *style)
{
    if (!style->quiet)
        term_message(str_format("FAILED: %s", text_mask_passwords(err->message)->text)->text, true);
    Printer p = {.style = style};
    if (has_shown_place(&p, err))
        print_excerpt(&p, err->pos);
    print_hint(&p, err);
    return buf_str(&p.out);
}

void diag_print(const Err *err, const DiagStyle *style)
{
    Str *text;
    fflush(stdout);
    if (style->json) {
        Buf out = {0};
        JsonWriter w = {.out = &out, .unicode = true};
        diag_json(&w, err);
        buf_char(&out, '\n');
        text = buf_str(&out);
    } else if (style->failed_line && err->kind == ERR_TOOL) {
        text = failed_line(err, style);
    } else {
        text = diag_text(err, style);
    }
    fputs(text->text, stderr);
    fflush(stderr);
}

/* One line to stderr: where, a painted word, the message. */
static void print_remark(const Pos *pos, const char *word, const char *format, va_list args)
{
    DiagStyle style = diag_style_default();
    Printer p = {.style = &style};
    if (pos)
        print_place(&p, *pos);
    painted(&p, PAINT_HINT, word);
    buf_format(&p.out, " %s\n", text_mask_passwords(str_format_list(format, args))->text);
    fflush(stdout);
    fputs(buf_str(&p.out)->text, stderr);
    fflush(stderr);
}

void diag_warning(Pos pos, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    print_remark(&pos, "warning:", format, args);
    va_end(args);
}

void diag_note(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    print_remark(NULL, "note:", format, args);
    va_end(args);
}
