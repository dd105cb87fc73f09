/* term.c -- terminals: width, colour, and the reference's layout of status messages. */
#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

bool term_is_tty(int fd)
{
    return isatty(fd);
}

/* What is written to one may be seen before what was written to the other. */
static bool streams_meet(void)
{
    struct stat out, err;
    return fstat(STDOUT_FILENO, &out) != 0 || fstat(STDERR_FILENO, &err) != 0 ||
           (out.st_dev == err.st_dev && out.st_ino == err.st_ino);
}

void term_before_error_output(void)
{
    static enum { UNKNOWN, APART, TOGETHER } streams;
    if (streams == UNKNOWN)
        streams = streams_meet() ? TOGETHER : APART;
    if (streams == TOGETHER)
        fflush(stdout);
}

unsigned term_columns(int fd)
{
    struct winsize size;
    return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

bool term_has_color(int fd, TermColor wish)
{
    if (wish != TERM_COLOR_AUTO)
        return wish == TERM_COLOR_ALWAYS;
    const char *none = getenv("NO_COLOR"), *term = getenv("TERM"),
               *force = getenv("CLICOLOR_FORCE");
    if (force && *force && strcmp(force, "0") != 0 && !(none && *none))
        return true;
    return !(none && *none) && term && strcmp(term, "dumb") != 0 && term_is_tty(fd);
}

unsigned term_help_columns(void)
{
    const char *columns = getenv("COLUMNS");
    long wanted = columns ? strtol(columns, NULL, 10) : 0;
    if (wanted > 0 && wanted < 10000)
        return (unsigned)wanted;
    unsigned real = term_columns(STDOUT_FILENO);
    return real > 0 ? real : 80;
}

void term_message(const char *text, bool newline)
{
    unsigned width = term_columns(STDIN_FILENO);
    StrVec lines = {0};
    if (width > 0)
        lines = text_wrap(str_from(text), width, "  ", "  ");
    if (lines.length == 0)
        fputs(text, stdout);
    for (size_t i = 0; i < lines.length; i++)
        printf("%s%s", i ? "\n" : "", lines.at[i]->text);
    if (newline)
        putchar('\n');
    fflush(stdout);
}
