/* process.c -- _process and _sandbox: what lib/subprocess.py and other library text need of the
 * system. A program is started, fed, read and waited for in one call, so no descriptor and no child
 * outlives it. */
#include "pystd/pystd.h"
#include "pystd/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* How a stream of the child is made: subprocess's own numbers. */
enum { STREAM_INHERIT = 0, STREAM_PIPE = -1, STREAM_STDOUT = -2, STREAM_NULL = -3 };

typedef struct Child {
    char **argv, **environment;
    const char *folder;
    int64_t streams[3];
    int inside[3], outside[3]; /* ends of the pipes in the child and here; -1: none */
    pid_t pid;
    const char *input;
    size_t input_length, written;
    Buf output[3]; /* 1 and 2 */
    int64_t deadline; /* milliseconds of the monotonic clock; -1: none */
    bool timed_out;
    int status;
} Child;

static char **texts_of(const List *list)
{
    char **texts = new_array(char *, list->length + 1);
    for (size_t i = 0; i < list->length; i++)
        texts[i] = path_text(list->at[i])->text;
    return texts;
}

static char **environment_of(Value mapping)
{
    if (is_none(mapping))
        return environ;
    List *rows = list_new(0);
    List *items = list_from(call_method(mapping, "items", 0, NULL));
    for (size_t i = 0; i < items->length; i++) {
        Tuple *pair = tuple_from(items->at[i]);
        list_append(rows, STR(str_format("%s=%s", path_text(pair->at[0])->text,
                                         path_text(pair->at[1])->text)));
    }
    return texts_of(rows);
}

static int64_t milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void close_end(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static void close_all(Child *program)
{
    for (int i = 0; i < 3; i++) {
        close_end(&program->inside[i]);
        close_end(&program->outside[i]);
    }
}

static int open_stream(Child *program, int number)
{
    int ends[2];
    if (program->streams[number] == STREAM_NULL) {
        program->inside[number] = open("/dev/null", O_RDWR | O_CLOEXEC);
        return program->inside[number] < 0 ? errno : 0;
    }
    if (program->streams[number] != STREAM_PIPE)
        return 0;
    if (pipe2(ends, O_CLOEXEC) != 0)
        return errno;
    program->inside[number] = number == 0 ? ends[0] : ends[1];
    program->outside[number] = number == 0 ? ends[1] : ends[0];
    return 0;
}

static int start(Child *program)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;
    int failed = 0;
    for (int i = 0; i < 3 && !failed; i++)
        failed = open_stream(program, i);
    if (failed)
        return failed;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    for (int i = 0; i < 3; i++)
        if (program->inside[i] >= 0)
            posix_spawn_file_actions_adddup2(&actions, program->inside[i], i);
    if (program->streams[2] == STREAM_STDOUT)
        posix_spawn_file_actions_adddup2(&actions, 1, 2);
    if (program->folder)
        posix_spawn_file_actions_addchdir_np(&actions, program->folder);
    failed = posix_spawnp(&program->pid, program->argv[0], &actions, &attributes, program->argv,
                          program->environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    for (int i = 0; i < 3; i++)
        close_end(&program->inside[i]);
    return failed;
}

static void feed(Child *program)
{
    ssize_t put = write(program->outside[0], program->input + program->written,
                        program->input_length - program->written);
    if (put > 0)
        program->written += (size_t)put;
    if ((put < 0 && errno != EAGAIN && errno != EINTR) || program->written == program->input_length)
        close_end(&program->outside[0]);
}

static void drain(Child *program, int number)
{
    char block[65536];
    ssize_t got = read(program->outside[number], block, sizeof block);
    if (got > 0)
        buf_bytes(&program->output[number], block, (size_t)got);
    else if (got == 0 || (errno != EAGAIN && errno != EINTR))
        close_end(&program->outside[number]);
}

/* Moves bytes until every pipe is closed or time is up. */
static void exchange(Child *program)
{
    if (program->outside[0] >= 0 && !program->input_length)
        close_end(&program->outside[0]);
    while (!program->timed_out) {
        struct pollfd fds[3];
        int open_ends = 0;
        for (int i = 0; i < 3; i++) {
            fds[i] = (struct pollfd){program->outside[i], i == 0 ? POLLOUT : POLLIN, 0};
            open_ends += program->outside[i] >= 0;
        }
        if (!open_ends)
            return;
        int64_t left = program->deadline < 0 ? -1 : program->deadline - milliseconds();
        program->timed_out = program->deadline >= 0 && left <= 0;
        if (program->timed_out || poll(fds, 3, (int)left) <= 0)
            continue;
        if (fds[0].revents)
            feed(program);
        for (int i = 1; i < 3; i++)
            if (fds[i].revents)
                drain(program, i);
    }
}

static void await_end(Child *program)
{
    while (program->deadline >= 0 && !program->timed_out) {
        if (waitpid(program->pid, &program->status, WNOHANG) == program->pid)
            return;
        program->timed_out = milliseconds() >= program->deadline;
        struct timespec nap = {0, 2000000};
        nanosleep(&nap, NULL);
    }
    if (program->timed_out)
        kill(program->pid, SIGKILL);
    while (waitpid(program->pid, &program->status, 0) < 0 && errno == EINTR)
        ;
}

static int64_t return_code(const Child *program)
{
    return WIFSIGNALED(program->status) ? -WTERMSIG(program->status)
                                        : WEXITSTATUS(program->status);
}

/* A child that ends early must not end us when its input is written. */
static void run_program(Child *program)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
    sigaction(SIGPIPE, &ignore, &before);
    exchange(program);
    close_all(program);
    await_end(program);
    sigaction(SIGPIPE, &before, NULL);
}

/* (return code, output, errors, timed out) of a program that ran to its end. `name` is how scripts
 * called it, for the refusal. */
#define RUN_PARAMS(P)                                                                              \
    P(POS, str, name, Required)                                                                    \
    P(POS, list, args, Required)                                                                   \
    P(POS, any, cwd, None)                                                                         \
    P(POS, any, env, None)                                                                         \
    P(POS, int, stdin, Zero)                                                                       \
    P(POS, int, stdout, Zero) P(POS, int, stderr, Zero) P(POS, any, input, None) P(POS, any, timeout, None)
FUNCTION(program, run, RUN_PARAMS)
{
    sandbox_check(a->name->text, ALLOW_RUN);
    if (!a->args->length)
        raise_exception(&IndexError_class, "list index out of range");
    Child program = {.argv = texts_of(a->args),
                       .environment = environment_of(a->env),
                       .folder = is_none(a->cwd) ? NULL : path_text(a->cwd)->text,
                       .streams = {a->stdin, a->stdout, a->stderr},
                       .inside = {-1, -1, -1},
                       .outside = {-1, -1, -1},
                       .deadline = -1};
    if (!is_none(a->input))
        bytes_get(a->input, &program.input, &program.input_length);
    if (!is_none(a->timeout))
        program.deadline = milliseconds() + (int64_t)(value_to_double(a->timeout) * 1000);
    if (program.folder && !file_is_directory(str_from(program.folder)))
        raise_errno(file_exists(str_from(program.folder)) ? ENOTDIR : ENOENT, a->cwd);
    print_flush();
    int failed = start(&program);
    if (failed) {
        close_all(&program);
        raise_errno(failed, STR(str_from(program.argv[0])));
    }
    run_program(&program);
    Value items[] = {INT(return_code(&program)),
                     OBJ(bytes_new(program.output[1].data, program.output[1].length)),
                     OBJ(bytes_new(program.output[2].data, program.output[2].length)),
                     BOOL(program.timed_out)};
    return OBJ(tuple_new(COUNT_OF(items), items));
}

static const Export process_exports[] = {EXPORT_FUNCTION(program, run), {0}};
const ModuleDef process_module = {"_process", (const Export *const[]){process_exports, NULL}, false,
                                  NULL};

/* --- _sandbox --------------------------------------------------------------------------------- */

static Permission permission_of(const Str *word)
{
    Permission permission;
    if (!sandbox_permission(word, &permission))
        raise_value("no such permission: %s", word->text);
    return permission;
}

#define REFUSE_PARAMS(P)                                                                           \
    P(POS, str, function, Required) P(POS, str, word, Required) P(POS, any, path, None)
FUNCTION(door, refuse, REFUSE_PARAMS)
{
    sandbox_refuse(a->function->text, permission_of(a->word), a->path);
}

FUNCTION(door, check, REFUSE_PARAMS)
{
    Permission permission = permission_of(a->word);
    if (!vm_is_allowed(permission))
        sandbox_refuse(a->function->text, permission, a->path);
    return NONE;
}

static const Export sandbox_exports[] = {EXPORT_FUNCTION(door, refuse),
                                         EXPORT_FUNCTION(door, check),
                                         {0}};
const ModuleDef sandbox_module = {"_sandbox", (const Export *const[]){sandbox_exports, NULL}, false,
                                  NULL};
