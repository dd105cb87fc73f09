/* err.c -- raise and protect. setjmp is called only here and in the interpreter loop. */
#include "base/base.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static ErrTrap *innermost;

void err_trap_arm(ErrTrap *trap)
{
    trap->outer = innermost;
    trap->err = NULL;
    innermost = trap;
}

void err_trap_drop(ErrTrap *trap)
{
    BUG_UNLESS(innermost == trap);
    innermost = trap->outer;
}

_Noreturn void err_raise(Err *err)
{
    ErrTrap *trap = innermost;
    if (!trap)
        BUG(err->message ? err->message->text : "error raised outside protect()");
    innermost = trap->outer;
    trap->err = err;
    longjmp(trap->jump, 1);
}

Err *protect(void (*fn)(void *), void *arg)
{
    ErrTrap trap;
    if (ERR_TRAP(&trap))
        return trap.err;
    fn(arg);
    err_trap_drop(&trap);
    return NULL;
}

static Err *err_new_list(ErrKind kind, const char *code, const char *format, va_list args)
{
    Err *err = new (Err);
    err->kind = kind;
    err->code = code;
    err->message = str_format_list(format, args);
    return err;
}

Err *err_new(ErrKind kind, const char *code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Err *err = err_new_list(kind, code, format, args);
    va_end(args);
    return err;
}

const char *type_next(const char *why, ...)
{
    Buf out = {0};
    va_list commands;
    buf_text(&out, why);
    va_start(commands, why);
    for (const char *command; (command = va_arg(commands, const char *));)
        buf_format(&out, "\n      %s %s", program_invocation_short_name, command);
    va_end(commands);
    return out.data;
}

_Noreturn void raise_tool(const char *code, const char *hint, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Err *err = err_new_list(ERR_TOOL, code, format, args);
    va_end(args);
    err->hint = hint ? str_from(hint) : NULL;
    err_raise(err);
}

_Noreturn void raise_usage(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Err *err = err_new_list(ERR_USAGE, "usage", format, args);
    va_end(args);
    err_raise(err);
}

_Noreturn void raise_file(const char *code, Pos pos, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Err *err = err_new_list(ERR_FILE, code, format, args);
    va_end(args);
    err->pos = pos;
    err_raise(err);
}

_Noreturn void bug(const char *file, int line, const char *what)
{
    fflush(stdout);
    fprintf(stderr,
            "retort: internal error at %s:%d: %s\nPlease report this with the command you ran.\n",
            file, line, what);
    abort();
}
