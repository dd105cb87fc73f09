/* os_files.c -- the part of os that looks at files and folders, and, behind a permission, changes
 * them. Every function asks py/sandbox.c under the name scripts call it by. */
#include "pystd/pystd.h"
#include "pystd/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH_PARAMS(P) P(POS, any, path, Required) P(KEY, any, dir_fd, None)

static Str *readable_path(const char *function, Value path)
{
    Str *text = path_text(path);
    sandbox_check_read(function, text);
    return text;
}

static Str *writable_path(const char *function, Value path)
{
    Str *text = path_text(path);
    sandbox_check_write(function, text);
    return text;
}

static Value check_errno(int result, const Str *path)
{
    if (result != 0)
        raise_errno(errno, STR(path));
    return NONE;
}

/* OSError of a function with two paths: "[Errno 2] ...: 'a' -> 'b'". */
static Value check_errno_of_two(int result, const Str *from, const Str *to)
{
    if (result == 0)
        return NONE;
    Value args[] = {INT(errno), STR(str_from(strerror(errno))), STR(from), NONE, STR(to)};
    raise_object(instantiate(&OSError_class, &(Call){.count = 5, .args = args}));
}

/* --- looking ---------------------------------------------------------------------------------- */

#define LISTDIR_PARAMS(P) P(POS, any, path, None)
FUNCTION(os, listdir, LISTDIR_PARAMS)
{
    Str *path = is_none(a->path) ? str_from(".") : readable_path("os.listdir", a->path);
    if (!file_exists(path))
        raise_errno(ENOENT, STR(path));
    if (!file_is_directory(path))
        raise_errno(ENOTDIR, STR(path));
    if (access(path->text, R_OK) != 0)
        raise_errno(errno, STR(path));
    StrVec names_ = directory_list(path);
    List *list = list_new(names_.length);
    for (size_t i = 0; i < names_.length; i++)
        list_append(list, STR(names_.at[i]));
    return OBJ(list);
}

/* The ten numbers of os.stat, then the times in nanoseconds: _os makes stat_result of it. */
static Value stat_numbers(const struct stat *s)
{
    const int64_t numbers[] = {s->st_mode,           (int64_t)s->st_ino, (int64_t)s->st_dev,
                               (int64_t)s->st_nlink, s->st_uid,          s->st_gid,
                               s->st_size,           s->st_atim.tv_sec,  s->st_mtim.tv_sec,
                               s->st_ctim.tv_sec,    s->st_atim.tv_nsec, s->st_mtim.tv_nsec,
                               s->st_ctim.tv_nsec,   s->st_blksize,      s->st_blocks};
    Value items[COUNT_OF(numbers)];
    for (size_t i = 0; i < COUNT_OF(numbers); i++)
        items[i] = INT(numbers[i]);
    return OBJ(tuple_new(COUNT_OF(numbers), items));
}

#define STAT_PARAMS(P) P(POS, any, path, Required) P(KEY, bool, follow_symlinks, True)
FUNCTION(posix, stat, STAT_PARAMS)
{
    struct stat s;
    if (a->path.tag == TAG_INT) {
        if (fstat((int)a->path.integer, &s) != 0)
            raise_errno(errno, UNSET);
        return stat_numbers(&s);
    }
    Str *path = path_text(a->path);
    if ((a->follow_symlinks ? stat : lstat)(path->text, &s) != 0)
        raise_errno(errno, STR(path));
    return stat_numbers(&s);
}

#define ACCESS_PARAMS(P)                                                                           \
    P(POS, any, path, Required) P(POS, int, mode, Required) P(KWREST, dict, options, Empty)
FUNCTION(os, access, ACCESS_PARAMS)
{
    return BOOL(access(path_text(a->path)->text, (int)a->mode) == 0);
}

FUNCTION(os, readlink, PATH_PARAMS)
{
    Str *path = path_text(a->path);
    char target[4096];
    ssize_t length = readlink(path->text, target, sizeof target);
    if (length < 0)
        raise_errno(errno, STR(path));
    return STR(str_new(target, (size_t)length));
}

/* The current folder moves within the project only, and with it what relative paths mean. */
FUNCTION(os, chdir, PATH_PARAMS)
{
    Str *path = readable_path("os.chdir", a->path);
    return check_errno(chdir(path->text), path);
}

/* --- changing --------------------------------------------------------------------------------- */

FUNCTION(os, remove, PATH_PARAMS)
{
    Str *path = writable_path("os.remove", a->path);
    struct stat s;
    if (lstat(path->text, &s) == 0 && S_ISDIR(s.st_mode))
        raise_errno(EISDIR, STR(path));
    return check_errno(unlink(path->text), path);
}

FUNCTION(os, rmdir, PATH_PARAMS)
{
    Str *path = writable_path("os.rmdir", a->path);
    return check_errno(rmdir(path->text), path);
}

#define MKDIR_PARAMS(P)                                                                            \
    P(POS, any, path, Required) P(POS, int, mode, MinusOne) P(KEY, any, dir_fd, None)
FUNCTION(os, mkdir, MKDIR_PARAMS)
{
    Str *path = writable_path("os.mkdir", a->path);
    return check_errno(mkdir(path->text, a->mode < 0 ? 0777 : (mode_t)a->mode), path);
}

static void make_folders(const Str *path)
{
    Str *outer = path_directory(path);
    if (outer->length && outer->length < path->length && !file_exists(outer))
        make_folders(outer);
    if (mkdir(path->text, 0777) != 0)
        raise_errno(errno, STR(path));
}

#define MAKEDIRS_PARAMS(P)                                                                         \
    P(POS, any, name, Required) P(POS, int, mode, MinusOne) P(POS, bool, exist_ok, False)
FUNCTION(os, makedirs, MAKEDIRS_PARAMS)
{
    Str *path = path_text(a->name);
    if (a->exist_ok && file_is_directory(path))
        return NONE; /* nothing is written: common at the head of env.py */
    sandbox_check_write("os.makedirs", path);
    while (path->length > 1 && path->text[path->length - 1] == '/')
        path = str_slice_bytes(path, 0, path->length - 1);
    if (file_exists(path))
        raise_errno(EEXIST, STR(path));
    make_folders(path);
    if (a->mode >= 0)
        chmod(path->text, (mode_t)a->mode);
    return NONE;
}

#define RENAME_PARAMS(P)                                                                           \
    P(POS, any, src, Required) P(POS, any, dst, Required) P(KWREST, dict, options, Empty)
FUNCTION(os, rename, RENAME_PARAMS)
{
    Str *from = writable_path("os.rename", a->src), *to = writable_path("os.rename", a->dst);
    return check_errno_of_two(rename(from->text, to->text), from, to);
}

FUNCTION(os, link, RENAME_PARAMS)
{
    Str *from = readable_path("os.link", a->src), *to = writable_path("os.link", a->dst);
    return check_errno_of_two(link(from->text, to->text), from, to);
}

FUNCTION(os, symlink, RENAME_PARAMS)
{
    Str *from = path_text(a->src), *to = writable_path("os.symlink", a->dst);
    return check_errno_of_two(symlink(from->text, to->text), from, to);
}

#define CHMOD_PARAMS(P)                                                                            \
    P(POS, any, path, Required) P(POS, int, mode, Required) P(KWREST, dict, options, Empty)
FUNCTION(os, chmod, CHMOD_PARAMS)
{
    Str *path = writable_path("os.chmod", a->path);
    return check_errno(chmod(path->text, (mode_t)a->mode), path);
}

#define CHOWN_PARAMS(P)                                                                            \
    P(POS, any, path, Required) P(POS, int, uid, Required) P(POS, int, gid, Required)
FUNCTION(os, chown, CHOWN_PARAMS)
{
    Str *path = writable_path("os.chown", a->path);
    return check_errno(chown(path->text, (uid_t)a->uid, (gid_t)a->gid), path);
}

#define TRUNCATE_PARAMS(P) P(POS, any, path, Required) P(POS, int, length, Required)
FUNCTION(os, truncate, TRUNCATE_PARAMS)
{
    Str *path = writable_path("os.truncate", a->path);
    return check_errno(truncate(path->text, (off_t)a->length), path);
}

static struct timespec time_of(Value seconds, long nanoseconds_unit)
{
    if (nanoseconds_unit && seconds.tag == TAG_INT)
        return (struct timespec){seconds.integer / 1000000000, seconds.integer % 1000000000};
    double whole = value_to_double(seconds);
    int64_t floor_ = (int64_t)whole - (whole < (double)(int64_t)whole);
    return (struct timespec){floor_, (long)((whole - (double)floor_) * 1e9)};
}

#define UTIME_PARAMS(P)                                                                            \
    P(POS, any, path, Required) P(POS, any, times, None) P(KEY, any, ns, None)
FUNCTION(os, utime, UTIME_PARAMS)
{
    Str *path = writable_path("os.utime", a->path);
    bool exact = !is_none(a->ns);
    if (!exact && is_none(a->times))
        return check_errno(utimensat(AT_FDCWD, path->text, NULL, 0), path);
    Tuple *pair = tuple_from(exact ? a->ns : a->times);
    if (pair->length != 2)
        raise_type("utime: 'times' must be either a tuple of two ints or None");
    struct timespec times[] = {time_of(pair->at[0], exact), time_of(pair->at[1], exact)};
    return check_errno(utimensat(AT_FDCWD, path->text, times, 0), path);
}

/* --- numbers of open files: for scripts that write to 1 and 2, or lock a file by O_EXCL ---------- */

#define OPEN_PARAMS(P)                                                                             \
    P(POS, any, path, Required)                                                                    \
    P(POS, int, flags, Required) P(POS, int, mode, MinusOne) P(KEY, any, dir_fd, None)
FUNCTION(os, open, OPEN_PARAMS)
{
    Str *path = path_text(a->path);
    if (a->flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND))
        sandbox_check_write("os.open", path);
    else
        sandbox_check_read("os.open", path);
    int fd = open(path->text, (int)a->flags | O_CLOEXEC, a->mode < 0 ? 0777 : (mode_t)a->mode);
    if (fd < 0)
        raise_errno(errno, STR(path));
    return INT(fd);
}

#define FD_PARAMS(P) P(ONLY, int, fd, Required)
FUNCTION(os, close, FD_PARAMS)
{
    if (close((int)a->fd) != 0)
        raise_errno(errno, UNSET);
    return NONE;
}

#define READ_PARAMS(P) P(ONLY, int, fd, Required) P(ONLY, int, length, Required)
FUNCTION(os, read, READ_PARAMS)
{
    if (a->length < 0)
        raise_errno(EINVAL, UNSET);
    char *bytes = new_bytes((size_t)a->length + 1);
    ssize_t count = read((int)a->fd, bytes, (size_t)a->length);
    if (count < 0)
        raise_errno(errno, UNSET);
    return OBJ(bytes_new(bytes, (size_t)count));
}

#define WRITE_PARAMS(P) P(ONLY, int, fd, Required) P(ONLY, any, data, Required)
FUNCTION(os, write, WRITE_PARAMS)
{
    const char *data;
    size_t length;
    bytes_get(a->data, &data, &length);
    print_flush();
    ssize_t count = write((int)a->fd, data, length);
    if (count < 0)
        raise_errno(errno, UNSET);
    return INT(count);
}

FUNCTION(os, fsync, FD_PARAMS)
{
    if (fsync((int)a->fd) != 0)
        raise_errno(errno, UNSET);
    return NONE;
}

const Export os_file_exports[] = {
    EXPORT_FUNCTION(os, listdir),  EXPORT_FUNCTION(os, access),  EXPORT_FUNCTION(os, readlink),
    EXPORT_FUNCTION(os, chdir),    EXPORT_FUNCTION(os, remove),  EXPORT_FUNCTION_AS("unlink", os, remove),
    EXPORT_FUNCTION(os, rmdir),    EXPORT_FUNCTION(os, mkdir),   EXPORT_FUNCTION(os, makedirs),
    EXPORT_FUNCTION(os, rename),   EXPORT_FUNCTION_AS("replace", os, rename),
    EXPORT_FUNCTION(os, link),     EXPORT_FUNCTION(os, symlink), EXPORT_FUNCTION(os, chmod),
    EXPORT_FUNCTION(os, chown),    EXPORT_FUNCTION(os, truncate), EXPORT_FUNCTION(os, utime),
    EXPORT_FUNCTION(os, open),     EXPORT_FUNCTION(os, close),   EXPORT_FUNCTION(os, read),
    EXPORT_FUNCTION(os, write),    EXPORT_FUNCTION(os, fsync),   {0}};
const Export posix_file_exports[] = {EXPORT_FUNCTION(posix, stat), {0}};
