/* diag.h -- the one printer of errors, and the one table of exit codes.
 *
 *     Err *err = protect(run, &job);
 *     if (err) {
 *         diag_print(err, &style);
 *         return err_exit_code(err);
 *     }
 *
 * What a person sees on stderr, each part only when the error has it:
 *
 *     Traceback (most recent call last):
 *       File "env.py", line 70, in <module>
 *         run_migrations_online()
 *     versions/ab12_add.py:23:9: ValueError: no such thing
 *        23 |     op.bogus("x")
 *           |        ^^^^^
 *     SQL: ALTER TABLE missing ADD COLUMN a INTEGER
 *                      ^
 *     DETAIL:  ...
 *     The above error was caused by: ...
 *     hint: create the table first
 */
#ifndef RETORT_BASE_DIAG_H
#define RETORT_BASE_DIAG_H

#include "base/err.h"
#include "base/json.h"

typedef struct DiagStyle {
    bool color;
    bool json;        /* one JSON object on stderr instead of text */
    bool failed_line; /* ERR_TOOL: "FAILED: message" on stdout, the reference's way */
    bool quiet;       /* -q: no FAILED line */
    bool whole;       /* the traceback with the frames of the library inside the binary */
    bool brief;       /* no traceback, no excerpt: header, detail and hint only */
} DiagStyle;

/* Colours by stderr's terminal and NO_COLOR. */
DiagStyle diag_style_default(void);

/* The text for stderr, newline at the end. Passwords in URLs are masked. */
Str *diag_text(const Err *err, const DiagStyle *style);
/* {"error": {"kind", "code", "message", "file", "line", "column", "hint", ...}} */
void diag_json(JsonWriter *w, const Err *err);
/* Writes to stderr (and the FAILED line to stdout), after flushing stdout. */
void diag_print(const Err *err, const DiagStyle *style);

/* "warning: ..." on stderr in the same shape, and no exit. pos.file NULL = no place. */
void diag_warning(Pos pos, const char *format, ...) PRINTF_LIKE(2, 3);
/* "note: ..." on stderr: what the program waits for. */
void diag_note(const char *format, ...) PRINTF_LIKE(1, 2);

/* 1 script, database, file · 2 usage · 75 busy · 130 Ctrl-C, 143 SIGTERM · 255 tool */
int err_exit_code(const Err *err);
/* "script", "database", "tool", "file", "usage", "busy", "interrupt" */
const char *err_kind_name(ErrKind kind);

#endif
