/* err.h -- the one way of errors.
 *
 * err_raise never returns: it jumps to the nearest protect(). Between the two nothing is cleaned
 * up, because nothing needs to be: memory is collected, and OS or database handles are acquired,
 * copied out and released in one function before anything may raise (long-lived ones are closed by
 * whoever protects). Never jump across a foreign library's callback: copy, return, then raise.
 *
 *     static void load(void *arg) { ... raise_tool("config.missing", NULL, "No such file: %s", path); }
 *     Err *err = protect(load, &job);          NULL when load returned
 *
 * Codes are stable slugs documented in docs/errors.md.
 */
#ifndef RETORT_BASE_ERR_H
#define RETORT_BASE_ERR_H

#include "base/str.h"

#include <setjmp.h>

typedef enum ErrKind {
    ERR_SCRIPT, /* a script exception nobody caught: `exception` is the script's object   exit 1 */
    ERR_DATABASE, /* the server or the embedded library refused                             exit 1
                   */
    ERR_TOOL, /* a CommandError of the reference: `FAILED: ...` on stdout                exit 255 */
    ERR_FILE, /* unreadable file, broken UTF-8, bad configuration value                  exit 1   */
    ERR_USAGE, /* wrong command line                                                      exit 2 */
    ERR_BUSY, /* another migration holds the lock: try again later                       exit 75  */
    ERR_INTERRUPT, /* Ctrl-C (130) or SIGTERM (143); scripts see KeyboardInterrupt            exit
                      128 + signal */
} ErrKind;

/* A place in a text file. line and column count from 1; column in code points; line 0 = unknown. */
typedef struct Pos {
    Str *file;
    uint32_t line, column;
    uint32_t end_column; /* exclusive, same line; 0 = unknown */
} Pos;

/* One script frame of a traceback, innermost last. */
typedef struct ErrFrame {
    Pos pos;
    Str *function; /* "<module>", "upgrade", ... */
    struct ErrFrame *next;
    bool is_inner; /* of a comprehension: the function around it is still to be told */
} ErrFrame;

typedef struct Err {
    ErrKind kind;
    const char *code; /* "rev.multiple-heads"; NULL for plain script exceptions          */
    Pos pos;          /* where; file NULL = nowhere in particular                         */
    Str *message;
    Str *hint;               /* what to do next, or NULL                                          */
    Str *detail;             /* the server's DETAIL / HINT lines, or NULL                         */
    Str *statement;          /* the SQL that failed, or NULL                                      */
    size_t statement_offset; /* code point in statement, from 1; 0 = unknown             */
    char sqlstate[6];        /* "" = none                                                 */
    struct Err *cause; /* what it came from: `raise ... from`, or what was being handled        */
    bool was_handling; /* ... the latter                                                        */
    void *exception;   /* the script exception object (py/), NULL if none exists yet        */
    void *execution;   /* of ERR_DATABASE: what was run with which values (runtime/), or NULL */
    ErrFrame *trace;   /* outermost first                                                   */
} Err;

/* Where the error is the script's: the innermost place outside of the library inside the binary. */
Pos err_script_place(const Err *err);

/* One armed landing place; used only by protect() and the interpreter loop (py/vm.c). */
typedef struct ErrTrap {
    jmp_buf jump;
    struct ErrTrap *outer;
    Err *err;
} ErrTrap;

/* if (ERR_TRAP(&trap)) { landed: trap.err } ...; err_trap_drop(&trap) on the way out without error.
 */
#define ERR_TRAP(trap) (err_trap_arm(trap), setjmp((trap)->jump) != 0)
void err_trap_arm(ErrTrap *trap);
void err_trap_drop(ErrTrap *trap);

_Noreturn void err_raise(Err *err);
/* Runs fn(arg); the error it raised, or NULL. */
Err *protect(void (*fn)(void *), void *arg);

Err *err_new(ErrKind kind, const char *code, const char *format, ...) PRINTF_LIKE(3, 4);
/* A CommandError of the reference (message is its text where it has one). hint may be NULL. */
_Noreturn void raise_tool(const char *code, const char *hint, const char *format, ...)
    PRINTF_LIKE(3, 4);
/* A hint that ends with what to type: why, then the commands, each on a line of its own behind the
 * name that the program was called by. The list ends with NULL. */
const char *type_next(const char *why, ... /* const char *command, NULL */);
_Noreturn void raise_usage(const char *format, ...) PRINTF_LIKE(1, 2);
_Noreturn void raise_file(const char *code, Pos pos, const char *format, ...) PRINTF_LIKE(3, 4);

/* A broken promise inside the house: says where, asks to report it, aborts. */
_Noreturn void bug(const char *file, int line, const char *what);
#define BUG(what) bug(__FILE__, __LINE__, (what))
#define BUG_UNLESS(condition)                                                                      \
    do {                                                                                           \
        if (!(condition))                                                                          \
            BUG("assertion failed: " #condition);                                                  \
    } while (0)

#endif
