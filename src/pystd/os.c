/* os.c -- the module os: the environment, the process, the system. Files and folders are in os_files.c,
 * what is written in Python in lib/_os.py.
 *
 * What a script puts into os.environ is in the environment of this process and of the programs it may
 * start, and so is what libpq reads; it ends with the run. */
#include "pystd/pystd.h"
#include "pystd/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#define PATH_PARAMS(P) P(POS, any, path, Required)

/* --- environment ------------------------------------------------------------------------------ */

FUNCTION(posix, environment, NO_PARAMS)
{
    Dict *variables = dict_new();
    for (char **entry = environ; entry && *entry; entry++) {
        const char *equals = strchr(*entry, '=');
        if (!equals || utf8_check(*entry, strlen(*entry)) >= 0)
            continue;
        dict_set_str(variables, str_new(*entry, (size_t)(equals - *entry)),
                     STR(str_from(equals + 1)));
    }
    return OBJ(variables);
}

static Value make_environ(void)
{
    return library_get("_environ", "environ");
}

static Value environ_get(Str *name)
{
    Value variables = module_find(import_module(intern("os")), "environ");
    return call_method(variables, "get", 1, (Value[]){STR(name)});
}

#define GETENV_PARAMS(P) P(POS, str, key, Required) P(POS, any, default__, None)
FUNCTION(os, getenv, GETENV_PARAMS)
{
    Value value = environ_get(a->key);
    return is_absent(value) ? a->default__ : value;
}

/* putenv() and unsetenv() go around os.environ, as they do in Python. */
#define PUTENV_PARAMS(P) P(POS, str, name, Required) P(POS, str, value, Required)
FUNCTION(os, putenv, PUTENV_PARAMS)
{
    if (!a->name->length || strchr(a->name->text, '='))
        raise_value("illegal environment variable name");
    if (strlen(a->name->text) < a->name->length || strlen(a->value->text) < a->value->length)
        raise_value("embedded null byte");
    setenv(a->name->text, a->value->text, 1);
    return NONE;
}

#define UNSETENV_PARAMS(P) P(POS, str, name, Required)
FUNCTION(os, unsetenv, UNSETENV_PARAMS)
{
    unsetenv(a->name->text);
    return NONE;
}

/* --- the process and the system --------------------------------------------------------------- */

FUNCTION(os, getcwd, NO_PARAMS)
{
    return STR(path_current());
}

FUNCTION(os, getpid, NO_PARAMS)
{
    return INT(getpid());
}

FUNCTION(os, getppid, NO_PARAMS)
{
    return INT(getppid());
}

FUNCTION(os, getuid, NO_PARAMS)
{
    return INT(getuid());
}

FUNCTION(os, getgid, NO_PARAMS)
{
    return INT(getgid());
}

FUNCTION(os, getlogin, NO_PARAMS)
{
    struct passwd *entry = getpwuid(getuid());
    return STR(str_from(entry ? entry->pw_name : "nobody"));
}

FUNCTION(os, cpu_count, NO_PARAMS)
{
    return INT(sysconf(_SC_NPROCESSORS_ONLN));
}

void random_bytes(unsigned char *out, size_t length)
{
    for (size_t done = 0; done < length;) {
        ssize_t count = getrandom(out + done, length - done, 0);
        if (count < 0)
            raise_exception(&OSError_class, "the system gives no random bytes");
        done += (size_t)count;
    }
}

#define URANDOM_PARAMS(P) P(ONLY, int, size, Required)
FUNCTION(os, urandom, URANDOM_PARAMS)
{
    if (a->size < 0)
        raise_value("negative argument not allowed");
    char *bytes = new_bytes((size_t)a->size + 1);
    random_bytes((unsigned char *)bytes, (size_t)a->size);
    return OBJ(bytes_new(bytes, (size_t)a->size));
}

FUNCTION(os, getloadavg, NO_PARAMS)
{
    double loads[3] = {0};
    getloadavg(loads, 3);
    Value items[] = {FLOAT(loads[0]), FLOAT(loads[1]), FLOAT(loads[2])};
    return OBJ(tuple_new(3, items));
}

/* The five texts of os.uname(). */
FUNCTION(posix, uname, NO_PARAMS)
{
    struct utsname name;
    uname(&name);
    const char *const texts[] = {name.sysname, name.nodename, name.release, name.version, name.machine};
    Value items[COUNT_OF(texts)];
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        items[i] = STR(str_from(texts[i]));
    return OBJ(tuple_new(COUNT_OF(texts), items));
}

#define FD_PARAMS(P) P(ONLY, int, fd, Required)
FUNCTION(os, isatty, FD_PARAMS)
{
    return BOOL(term_is_tty((int)a->fd));
}

/* (columns, lines) of the terminal, or None. */
FUNCTION(posix, terminal_size, FD_PARAMS)
{
    struct winsize size;
    if (ioctl((int)a->fd, TIOCGWINSZ, &size) != 0)
        return NONE;
    Value items[] = {INT(size.ws_col), INT(size.ws_row)};
    return OBJ(tuple_new(2, items));
}

#define SYSTEM_PARAMS(P) P(POS, str, command, Required)
FUNCTION(os, system, SYSTEM_PARAMS)
{
    sandbox_check("os.system", ALLOW_RUN);
    print_flush();
    return INT(system(a->command->text));
}

#define KILL_PARAMS(P) P(ONLY, int, pid, Required) P(ONLY, int, signal, Required)
FUNCTION(os, kill, KILL_PARAMS)
{
    sandbox_check("os.kill", ALLOW_RUN);
    if (kill((pid_t)a->pid, (int)a->signal) != 0)
        raise_errno(errno, UNSET);
    return NONE;
}

#define UMASK_PARAMS(P) P(ONLY, int, mask, Required)
FUNCTION(os, umask, UMASK_PARAMS)
{
    return INT(umask((mode_t)a->mask));
}

#define EXIT_PARAMS(P) P(POS, int, status, Required)
FUNCTION(os, _exit, EXIT_PARAMS)
{
    print_flush();
    _exit((int)a->status);
}

FUNCTION(os, fspath, PATH_PARAMS)
{
    const char *data;
    size_t length;
    if (is_instance(a->path, &bytes_class) && value_find_bytes(a->path, &data, &length))
        return a->path;
    return STR(path_text(a->path));
}

FUNCTION(os, fsencode, PATH_PARAMS)
{
    Str *text = path_text(a->path);
    return OBJ(bytes_new(text->text, text->length));
}

FUNCTION(os, fsdecode, PATH_PARAMS)
{
    return STR(path_text(a->path));
}

#define STRERROR_PARAMS(P) P(ONLY, int, code, Required)
FUNCTION(os, strerror, STRERROR_PARAMS)
{
    return STR(str_from(strerror((int)a->code)));
}

/* --- programs: refused, or not part of this dialect ------------------------------------------ */

#define ANY_PARAMS(P) P(REST, list, args, Empty) P(KWREST, dict, options, Empty)
static const Param refused_params[] = {ANY_PARAMS(PARAM_ROW){0}};

/* os.system and subprocess are what `--allow run` gives; replacing this process is never possible. */
static Value refused_thunk(const Native *native, Value self, const Call *call_)
{
    const char *name = str_format("os.%s", native->name)->text;
    sandbox_check(name, ALLOW_RUN);
    raise_exception(&NotImplementedError_class,
                    "%s() is not part of this Python dialect: use subprocess.run()", name);
}

#define REFUSED(name)                                                                              \
    {                                                                                              \
        "", #name, refused_params, 2, 0, refused_thunk                                             \
    }
static const Native refused_natives[] = {
    REFUSED(execv),        REFUSED(execve),  REFUSED(execvp),   REFUSED(execvpe), REFUSED(execl),
    REFUSED(execle),       REFUSED(execlp),  REFUSED(execlpe),  REFUSED(fork),    REFUSED(forkpty),
    REFUSED(spawnv),       REFUSED(spawnve), REFUSED(spawnvp),  REFUSED(spawnl),  REFUSED(spawnle),
    REFUSED(spawnlp),      REFUSED(abort),   REFUSED(posix_spawn), REFUSED(posix_spawnp),
    REFUSED(startfile),    REFUSED(setuid),  REFUSED(setgid),   REFUSED(killpg),  REFUSED(wait),
    REFUSED(waitpid),      REFUSED(nice),    REFUSED(setsid),   REFUSED(pipe),    REFUSED(dup),
    REFUSED(dup2),         REFUSED(mkfifo),  REFUSED(mknod),    REFUSED(chroot),
};

static Value os_getattr(Str *name)
{
    for (size_t i = 0; i < COUNT_OF(refused_natives); i++)
        if (str_is(name, refused_natives[i].name))
            return native_function(&refused_natives[i]);
    return library_find("_os", name);
}

static Value make_error(void)
{
    return OBJ(&OSError_class);
}

static Value make_none(void)
{
    return NONE;
}

static const Export os_exports[] = {EXPORT_MAKE("environ", make_environ),
                                    EXPORT_MODULE("path", "posixpath"),
                                    EXPORT_MAKE("error", make_error),
                                    EXPORT_FUNCTION(os, getenv),
                                    EXPORT_FUNCTION(os, putenv),
                                    EXPORT_FUNCTION(os, unsetenv),
                                    EXPORT_FUNCTION(os, getcwd),
                                    EXPORT_FUNCTION(os, getloadavg),
                                    EXPORT_FUNCTION(os, isatty),
                                    EXPORT_FUNCTION(os, system),
                                    EXPORT_FUNCTION(os, kill),
                                    EXPORT_FUNCTION(os, umask),
                                    EXPORT_FUNCTION(os, _exit),
                                    EXPORT_FUNCTION(os, getpid),
                                    EXPORT_FUNCTION(os, getppid),
                                    EXPORT_FUNCTION(os, getuid),
                                    EXPORT_FUNCTION_AS("geteuid", os, getuid),
                                    EXPORT_FUNCTION(os, getgid),
                                    EXPORT_FUNCTION_AS("getegid", os, getgid),
                                    EXPORT_FUNCTION(os, getlogin),
                                    EXPORT_FUNCTION(os, cpu_count),
                                    EXPORT_FUNCTION(os, urandom),
                                    EXPORT_FUNCTION(os, fspath),
                                    EXPORT_FUNCTION(os, fsencode),
                                    EXPORT_FUNCTION(os, fsdecode),
                                    EXPORT_FUNCTION(os, strerror),
                                    EXPORT_TEXT("name", "posix"),
                                    EXPORT_TEXT("sep", "/"),
                                    EXPORT_TEXT("pathsep", ":"),
                                    EXPORT_TEXT("linesep", "\n"),
                                    EXPORT_TEXT("curdir", "."),
                                    EXPORT_TEXT("pardir", ".."),
                                    EXPORT_TEXT("extsep", "."),
                                    EXPORT_TEXT("devnull", "/dev/null"),
                                    EXPORT_TEXT("defpath", "/bin:/usr/bin"),
                                    EXPORT_MAKE("altsep", make_none),
                                    EXPORT_INT("F_OK", F_OK),
                                    EXPORT_INT("R_OK", R_OK),
                                    EXPORT_INT("W_OK", W_OK),
                                    EXPORT_INT("X_OK", X_OK),
                                    EXPORT_INT("O_RDONLY", O_RDONLY),
                                    EXPORT_INT("O_WRONLY", O_WRONLY),
                                    EXPORT_INT("O_RDWR", O_RDWR),
                                    EXPORT_INT("O_CREAT", O_CREAT),
                                    EXPORT_INT("O_EXCL", O_EXCL),
                                    EXPORT_INT("O_TRUNC", O_TRUNC),
                                    EXPORT_INT("O_APPEND", O_APPEND),
                                    EXPORT_INT("O_CLOEXEC", O_CLOEXEC),
                                    EXPORT_INT("O_NONBLOCK", O_NONBLOCK),
                                    EXPORT_INT("SEEK_SET", 0),
                                    EXPORT_INT("SEEK_CUR", 1),
                                    EXPORT_INT("SEEK_END", 2),
                                    EXPORT_INT("EX_OK", 0),
                                    {0}};
const ModuleDef os_module = {"os", (const Export *const[]){os_exports, os_file_exports, NULL}, true, os_getattr};

static const Export posix_exports[] = {EXPORT_FUNCTION(posix, environment),
                                       EXPORT_FUNCTION(posix, uname),
                                       EXPORT_FUNCTION(posix, terminal_size),
                                       {0}};
const ModuleDef posix_core_module = {
    "_posix", (const Export *const[]){posix_exports, posix_file_exports, NULL}, false, NULL};
