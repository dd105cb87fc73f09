/* faults.c -- a retort whose n-th call of a kind fails; linked over the drivers and the file reader (-Wl,--wrap), so that
 * the program itself knows nothing of it. tests/db/faults.sh runs it.
 *
 *     FAULT=db:7        the 7th statement is refused before it is sent
 *     FAULT=lost:7      ... the connection breaks before it is sent
 *     FAULT=unsure:7    ... it is done, and the connection breaks before the answer
 *     FAULT=connect:1   the first connection fails
 *     FAULT=file:3      the third file cannot be read
 *     FAULT=memory:900  the 900th allocation fails
 *
 * Says "fault fired" on stderr when it did.
 */
#include "db/db.h"

#include <stdio.h>
#include <stdlib.h>

extern const Driver __real_pg_driver, __real_sqlite_driver;
Str *__real_file_read(const Str *path);
void __real_mem_init(void);
Str *__wrap_file_read(const Str *path);
void __wrap_mem_init(void);

static struct {
    const char *kind;
    unsigned long left; /* calls until it fails; 0 = not any more */
} fault;

static bool is_due(const char *kind)
{
    if (!fault.kind || strncmp(fault.kind, kind, strlen(kind)) != 0 || fault.kind[strlen(kind)] != ':')
        return false;
    if (fault.left == 0 || --fault.left > 0)
        return false;
    fprintf(stderr, "fault fired\n");
    return true;
}

void __wrap_mem_init(void)
{
    const char *text = getenv("FAULT");
    __real_mem_init();
    if (!text || !strchr(text, ':'))
        return;
    fault.kind = text;
    fault.left = strtoul(strchr(text, ':') + 1, NULL, 10);
    if (strncmp(text, "memory:", 7) == 0)
        mem_fail_after(fault.left);
}

Str *__wrap_file_read(const Str *path)
{
    if (is_due("file"))
        raise_file("file.read", (Pos){.file = str_new(path->text, path->length)}, "Input/output error");
    return __real_file_read(path);
}

/* --- drivers ------------------------------------------------------------------------------------ */

static _Noreturn void raise_fault(const char *code, const Str *sql)
{
    Err *err = err_new(ERR_DATABASE, code, "a fault of the test");
    err->statement = sql ? str_new(sql->text, sql->length) : NULL;
    err_raise(err);
}

static void open_with(const Driver *real, Connection *c, const ConnectArgs *args)
{
    if (is_due("connect"))
        raise_fault("db.connect", NULL);
    real->open(c, args);
}

static Result *execute_with(const Driver *real, Connection *c, const Str *sql, const Cell *params,
                            const uint32_t *types, size_t count)
{
    if (is_due("db"))
        raise_fault("db.pg.protocol", sql);
    bool unsure = is_due("unsure");
    Result *result = unsure ? real->execute(c, sql, params, types, count) : NULL;
    if (unsure || is_due("lost")) {
        real->close(c);
        raise_fault("db.connection-lost", sql);
    }
    (void)result;
    return real->execute(c, sql, params, types, count);
}

/* A driver is a table: its copy, made before main() runs, has these two in front of the real ones. */
#define WRAP(name)                                                                                 \
    Driver __wrap_##name;                                                                          \
    static void name##_open(Connection *c, const ConnectArgs *args)                                \
    {                                                                                              \
        open_with(&__real_##name, c, args);                                                        \
    }                                                                                              \
    static Result *name##_execute(Connection *c, const Str *sql, const Cell *params,               \
                                  const uint32_t *types, size_t count)                             \
    {                                                                                              \
        return execute_with(&__real_##name, c, sql, params, types, count);                         \
    }                                                                                              \
    __attribute__((constructor)) static void name##_wrap(void)                                     \
    {                                                                                              \
        __wrap_##name = __real_##name;                                                             \
        __wrap_##name.open = name##_open;                                                          \
        __wrap_##name.execute = name##_execute;                                                    \
    }
WRAP(pg_driver)
WRAP(sqlite_driver)
