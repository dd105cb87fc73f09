/* os.c -- os, os.path and posixpath: reading the environment, folders and paths; writing behind a
 * permission. */
#include "pystd/pystd.h"
#include "pystd/inside.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

extern char **environ;

#define PATH_PARAMS(P) P(POS, any, path, Required)

/* --- errors
 * ------------------------------------------------------------------------------------------ */

static const Class *errno_class(int code)
{
    switch (code) {
    case ENOENT:
        return &FileNotFoundError_class;
    case EEXIST:
        return &FileExistsError_class;
    case EACCES:
    case EPERM:
        return &PermissionError_class;
    case ENOTDIR:
        return &NotADirectoryError_class;
    case EISDIR:
        return &IsADirectoryError_class;
    default:
        return &OSError_class;
    }
}

static _Noreturn void raise_errno(int code, const Str *path)
{
    Value args[] = {INT(code), STR(str_from(strerror(code))), STR(path)};
    const Class *class = errno_class(code);
    raise_object(instantiate(class, &(Call){.count = 3, .args = args}));
}

/* --- environment
 * -------------------------------------------------------------------------------------- */

/* A copy: what a script assigns is seen by scripts only. */
static Value make_environ(void)
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

#define PUTENV_PARAMS(P) P(POS, str, key, Required) P(POS, str, value, Required)
FUNCTION(os, putenv, PUTENV_PARAMS)
{
    return NONE;
}

/* --- the process and the system
 * ------------------------------------------------------------------------ */

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

FUNCTION(os, fspath, PATH_PARAMS)
{
    const char *data;
    size_t length;
    if (value_find_bytes(a->path, &data, &length))
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

/* --- folders and files
 * ------------------------------------------------------------------------------------ */

static Str *readable_path(Value path)
{
    Str *text = path_text(path);
    sandbox_check_read(text);
    return text;
}

#define LISTDIR_PARAMS(P) P(POS, any, path, None)
FUNCTION(os, listdir, LISTDIR_PARAMS)
{
    Str *path = is_none(a->path) ? str_from(".") : readable_path(a->path);
    if (!file_exists(path))
        raise_errno(ENOENT, path);
    if (!file_is_directory(path))
        raise_errno(ENOTDIR, path);
    StrVec names_ = directory_list(path);
    List *list = list_new(names_.length);
    for (size_t i = 0; i < names_.length; i++)
        list_append(list, STR(names_.at[i]));
    return OBJ(list);
}

#define STAT_PARAMS(P) P(POS, any, path, Required) P(KEY, bool, follow_symlinks, True)
/* The ten numbers of os.stat, then the times as floats and in nanoseconds: _os makes stat_result of
 * it. */
FUNCTION(posix, stat, STAT_PARAMS)
{
    Str *path = readable_path(a->path);
    struct stat s;
    if ((a->follow_symlinks ? stat : lstat)(path->text, &s) != 0)
        raise_errno(errno, path);
    const int64_t numbers[] = {s.st_mode,           (int64_t)s.st_ino, (int64_t)s.st_dev,
                               (int64_t)s.st_nlink, s.st_uid,          s.st_gid,
                               s.st_size,           s.st_atim.tv_sec,  s.st_mtim.tv_sec,
                               s.st_ctim.tv_sec,    s.st_atim.tv_nsec, s.st_mtim.tv_nsec,
                               s.st_ctim.tv_nsec};
    Value items[COUNT_OF(numbers)];
    for (size_t i = 0; i < COUNT_OF(numbers); i++)
        items[i] = INT(numbers[i]);
    return OBJ(tuple_new(COUNT_OF(numbers), items));
}

#define ACCESS_PARAMS(P) P(POS, any, path, Required) P(POS, int, mode, Required)
FUNCTION(os, access, ACCESS_PARAMS)
{
    return BOOL(access(path_text(a->path)->text, (int)a->mode) == 0);
}

FUNCTION(os, readlink, PATH_PARAMS)
{
    Str *path = readable_path(a->path);
    char target[4096];
    ssize_t length = readlink(path->text, target, sizeof target);
    if (length < 0)
        raise_errno(errno, path);
    return STR(str_new(target, (size_t)length));
}

/* --- what changes the machine: behind a permission
 * ------------------------------------------------------- */

static Str *writable_path(const char *function, Value path)
{
    if (!vm_is_allowed(ALLOW_WRITE))
        raise_refused(function, ALLOW_WRITE);
    return path_text(path);
}

static Value check_errno(int result, const Str *path)
{
    if (result != 0)
        raise_errno(errno, path);
    return NONE;
}

FUNCTION(os, remove, PATH_PARAMS)
{
    Str *path = writable_path("os.remove", a->path);
    return check_errno(unlink(path->text), path);
}

FUNCTION(os, rmdir, PATH_PARAMS)
{
    Str *path = writable_path("os.rmdir", a->path);
    return check_errno(rmdir(path->text), path);
}

#define MKDIR_PARAMS(P) P(POS, any, path, Required) P(POS, int, mode, Zero)
FUNCTION(os, mkdir, MKDIR_PARAMS)
{
    Str *path = writable_path("os.mkdir", a->path);
    return check_errno(mkdir(path->text, a->mode ? (mode_t)a->mode : 0777), path);
}

#define MAKEDIRS_PARAMS(P)                                                                         \
    P(POS, any, name, Required) P(POS, int, mode, Zero) P(POS, bool, exist_ok, False)
FUNCTION(os, makedirs, MAKEDIRS_PARAMS)
{
    if (a->exist_ok && file_is_directory(path_text(a->name)))
        return NONE;
    Str *path = writable_path("os.makedirs", a->name);
    if (file_exists(path))
        raise_errno(EEXIST, path);
    directory_create(path);
    return NONE;
}

#define RENAME_PARAMS(P) P(POS, any, src, Required) P(POS, any, dst, Required)
FUNCTION(os, rename, RENAME_PARAMS)
{
    Str *from = writable_path("os.rename", a->src), *to = path_text(a->dst);
    return check_errno(rename(from->text, to->text), from);
}

#define SYSTEM_PARAMS(P) P(POS, str, command, Required)
FUNCTION(os, system, SYSTEM_PARAMS)
{
    if (!vm_is_allowed(ALLOW_RUN))
        raise_refused("os.system", ALLOW_RUN);
    print_flush();
    return INT(system(a->command->text));
}

/* Functions that are refused whatever is asked of them: the thunk reads the name from its row. */
#define ANY_PARAMS(P) P(REST, list, args, Empty) P(KWREST, dict, options, Empty)
static const Param refused_params[] = {ANY_PARAMS(PARAM_ROW){0}};

static Value refused_write_thunk(const Native *native, Value self, const Call *call_)
{
    raise_refused(str_format("os.%s", native->name)->text, ALLOW_WRITE);
}

static Value refused_run_thunk(const Native *native, Value self, const Call *call_)
{
    raise_refused(str_format("os.%s", native->name)->text, ALLOW_RUN);
}

#define REFUSED(name, kind)                                                                        \
    {                                                                                              \
        "", #name, refused_params, 2, 0, refused_##kind##_thunk                                    \
    }
static const Native refused_natives[] = {
    REFUSED(chmod, write),      REFUSED(chown, write),    REFUSED(link, write),
    REFUSED(symlink, write),    REFUSED(truncate, write), REFUSED(utime, write),
    REFUSED(removedirs, write), REFUSED(renames, write),  REFUSED(chdir, write),
    REFUSED(mkfifo, write),     REFUSED(umask, write),    REFUSED(open, write),
    REFUSED(popen, run),        REFUSED(execv, run),      REFUSED(execve, run),
    REFUSED(execvp, run),       REFUSED(execl, run),      REFUSED(fork, run),
    REFUSED(kill, run),         REFUSED(spawnv, run),     REFUSED(abort, run),
    REFUSED(startfile, run),    REFUSED(setuid, run),     REFUSED(killpg, run),
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
                                    EXPORT_FUNCTION(os, getcwd),
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
                                    EXPORT_FUNCTION(os, listdir),
                                    EXPORT_FUNCTION(os, access),
                                    EXPORT_FUNCTION(os, readlink),
                                    EXPORT_FUNCTION(os, remove),
                                    EXPORT_FUNCTION_AS("unlink", os, remove),
                                    EXPORT_FUNCTION(os, rmdir),
                                    EXPORT_FUNCTION(os, mkdir),
                                    EXPORT_FUNCTION(os, makedirs),
                                    EXPORT_FUNCTION(os, rename),
                                    EXPORT_FUNCTION_AS("replace", os, rename),
                                    EXPORT_FUNCTION(os, system),
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
                                    EXPORT_INT("SEEK_SET", 0),
                                    EXPORT_INT("SEEK_CUR", 1),
                                    EXPORT_INT("SEEK_END", 2),
                                    EXPORT_INT("EX_OK", 0),
                                    {0}};
const ModuleDef os_module = {"os", (const Export *const[]){os_exports, NULL}, true, os_getattr};

static const Export posix_exports[] = {EXPORT_FUNCTION(posix, stat), {0}};
const ModuleDef posix_core_module = {"_posix", (const Export *const[]){posix_exports, NULL}, false,
                                     NULL};
