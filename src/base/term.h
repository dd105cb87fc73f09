/* term.h -- what kind of terminal stands at the other end of a file descriptor. */
#ifndef RETORT_BASE_TERM_H
#define RETORT_BASE_TERM_H

#include <stdbool.h>

typedef enum TermColor {
    TERM_COLOR_AUTO, /* a terminal, TERM is not "dumb", NO_COLOR is unset or empty */
    TERM_COLOR_ALWAYS,
    TERM_COLOR_NEVER,
} TermColor;

bool term_is_tty(int fd);
/* Call before a write to stderr: where both streams go to one place, what waits in stdout's buffer
 * comes first; where they do not, it may wait on. */
void term_before_error_output(void);
/* Columns of the terminal at fd, 0 when it is none. (The reference asks fd 0 before it wraps.) */
unsigned term_columns(int fd);
bool term_has_color(int fd, TermColor wish);
/* Width for help screens, as shutil.get_terminal_size: COLUMNS, else the terminal at stdout,
 * else 80. */
unsigned term_help_columns(void);

/* Writes a line the way the reference prints status messages: wrapped and indented by two when
 * stdin is a terminal, as it is otherwise; without the final newline when `newline` is false. */
void term_message(const char *text, bool newline);

#endif
