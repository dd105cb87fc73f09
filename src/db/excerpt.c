/* excerpt.c -- the "LINE 1: select ..." excerpt with its caret that libpq puts below a message that
 * has a position, and with it the whole text of a psycopg2 error. Knows only Err. */
#include "db/db.h"

#include "db/driver.h"

/* An excerpt has this many screen columns, of which so many stay right of the caret. */
enum { EXCERPT_COLUMNS = 60, RIGHT_OF_CARET = 10 };

/* The statement as characters, each with the screen column it starts in. */
typedef struct Screen {
    uint32_t *characters;
    size_t *columns; /* one more than characters */
    size_t length;
} Screen;

/* The stretch to show: characters [from, to) of one line. */
typedef struct Window {
    size_t from, to, line;
    bool cut_left, cut_right;
} Window;

static Screen screen_of(const Str *sql)
{
    Screen s = {.length = sql->characters};
    s.characters = mem_alloc_bytes(s.length * sizeof *s.characters);
    s.columns = mem_alloc_bytes((s.length + 1) * sizeof *s.columns);
    const char *at = sql->text;
    size_t column = 0;
    for (size_t i = 0; i < s.length; i++) {
        uint32_t character = utf8_next(&at);
        s.characters[i] = character == '\t' ? ' ' : character;
        s.columns[i] = column;
        column += character < 0x20 ? 1 : text_char_width(character);
    }
    s.columns[s.length] = column;
    return s;
}

/* The line around the error; a "\r\n" counts once. */
static Window line_around(const Screen *s, size_t error)
{
    Window w = {.to = s->length, .line = 1};
    for (size_t i = 0; i < s->length; i++) {
        if (s->characters[i] != '\n' && s->characters[i] != '\r')
            continue;
        if (i >= error) {
            w.to = i;
            break;
        }
        if (s->characters[i] == '\r' || i == 0 || s->characters[i - 1] != '\r')
            w.line++;
        w.from = i + 1;
    }
    return w;
}

static size_t window_columns(const Screen *s, const Window *w)
{
    return s->columns[w->to] - s->columns[w->from];
}

static void cut_right_to_fit(const Screen *s, Window *w)
{
    while (window_columns(s, w) > EXCERPT_COLUMNS) {
        w->to--;
        w->cut_right = true;
    }
}

/* A caret far to the right: keep a little after it and cut the rest on both sides. */
static void cut_around(const Screen *s, Window *w, size_t error)
{
    while (s->columns[error] + RIGHT_OF_CARET < s->columns[w->to]) {
        w->to--;
        w->cut_right = true;
    }
    while (window_columns(s, w) > EXCERPT_COLUMNS) {
        w->from++;
        w->cut_left = true;
    }
}

static void write_excerpt(Buf *out, const Str *sql, size_t offset)
{
    Screen s = screen_of(sql);
    size_t error = offset - 1;
    if (error > s.length)
        return;
    Window w = line_around(&s, error);
    if (s.columns[w.from] + EXCERPT_COLUMNS >= s.columns[error] + RIGHT_OF_CARET)
        cut_right_to_fit(&s, &w);
    else if (window_columns(&s, &w) > EXCERPT_COLUMNS)
        cut_around(&s, &w, error);
    Str *label = str_format("LINE %zu: %s", w.line, w.cut_left ? "..." : "");
    buf_add(out, label);
    for (size_t i = w.from; i < w.to; i++)
        buf_code_point(out, s.characters[i]);
    buf_text(out, w.cut_right ? "...\n" : "\n");
    buf_fill(out, ' ', label->length + s.columns[error] - s.columns[w.from]);
    buf_text(out, "^\n");
}

Str *db_error_text(const Err *err)
{
    if (!err->sqlstate[0])
        return err->message;
    Buf out = {0};
    buf_format(&out, "%s\n", err->message->text);
    if (err->statement && err->statement_offset)
        write_excerpt(&out, err->statement, err->statement_offset);
    if (err->detail)
        buf_format(&out, "%s\n", err->detail->text);
    return buf_str(&out);
}
