/* file.c -- reading and writing whole files, listing folders, path arithmetic. */
#include "base/base.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static _Noreturn void raise_errno(const Str *path, int error)
{
    const char *code = error == ENOENT   ? "file.missing"
                       : error == EISDIR ? "file.directory"
                       : error == EEXIST ? "file.exists"
                                         : "file.unreadable";
    raise_file(code, (Pos){.file = (Str *)(uintptr_t)path}, "%s: %s", path->text, strerror(error));
}

/* Reads to the end; on failure returns NULL with errno set and nothing left open. */
static char *read_descriptor(int fd, size_t size_guess, size_t *length)
{
    size_t capacity = size_guess + 1, used = 0;
    char *data = mem_alloc_bytes(capacity + 1);
    for (;;) {
        ssize_t got = read(fd, data + used, capacity - used);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return NULL;
        if (got == 0)
            break;
        used += (size_t)got;
        if (used == capacity) {
            char *bigger = mem_alloc_bytes(capacity * 2 + 1);
            memcpy(bigger, data, used);
            data = bigger;
            capacity *= 2;
        }
    }
    data[used] = '\0';
    *length = used;
    return data;
}

char *file_read_bytes(const Str *path, size_t *length)
{
    int fd = open(path->text, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        raise_errno(path, errno);
    struct stat st;
    char *data = NULL;
    int error = 0;
    if (fstat(fd, &st) < 0)
        error = errno;
    else if (S_ISDIR(st.st_mode))
        error = EISDIR;
    else if (!(data = read_descriptor(fd, st.st_size > 0 ? (size_t)st.st_size : 4096, length)))
        error = errno;
    close(fd);
    if (!data)
        raise_errno(path, error);
    return data;
}

Str *file_read(const Str *path)
{
    size_t length;
    const char *data = file_read_bytes(path, &length);
    if (length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) {
        data += 3;
        length -= 3;
    }
    ptrdiff_t bad = utf8_check(data, length);
    if (bad >= 0) {
        Pos pos = {.file = (Str *)(uintptr_t)path, .line = 1, .column = 1};
        for (ptrdiff_t i = 0; i < bad; i++) {
            pos.column += ((unsigned char)data[i] & 0xC0) != 0x80;
            if (data[i] == '\n') {
                pos.line++;
                pos.column = 1;
            }
        }
        raise_file("file.not-utf8", pos, "%s is not UTF-8: byte 0x%02x is not valid there",
                   path->text, (unsigned char)data[bad]);
    }
    return str_new(data, length);
}

static int write_all(int fd, const Str *text)
{
    size_t done = 0;
    while (done < text->length) {
        ssize_t put = write(fd, text->text + done, text->length - done);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        done += (size_t)put;
    }
    return 0;
}

void file_write(const Str *path, const Str *text, bool exclusive)
{
    int flags = O_WRONLY | O_CREAT | O_CLOEXEC | (exclusive ? O_EXCL : O_TRUNC);
    int fd = open(path->text, flags, 0666);
    if (fd < 0)
        raise_errno(path, errno);
    int error = write_all(fd, text);
    if (close(fd) < 0 && !error)
        error = errno;
    if (error)
        raise_errno(path, error);
}

bool file_exists(const Str *path)
{
    struct stat st;
    return stat(path->text, &st) == 0;
}

bool file_is_regular(const Str *path)
{
    struct stat st;
    return stat(path->text, &st) == 0 && S_ISREG(st.st_mode);
}

bool file_is_directory(const Str *path)
{
    struct stat st;
    return stat(path->text, &st) == 0 && S_ISDIR(st.st_mode);
}

static int compare_names(const void *a, const void *b)
{
    return str_compare(*(Str *const *)a, *(Str *const *)b);
}

StrVec directory_list(const Str *path)
{
    DIR *dir = opendir(path->text);
    if (!dir)
        raise_errno(path, errno);
    StrVec names = {0};
    struct dirent *entry;
    while ((entry = readdir(dir))) {
        const char *name = entry->d_name;
        if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0)
            vec_push(&names, str_from(name));
    }
    closedir(dir);
    if (names.length)
        qsort(names.at, names.length, sizeof *names.at, compare_names);
    return names;
}

void directory_create(const Str *path)
{
    if (path->length == 0 || file_is_directory(path))
        return;
    Str *parent = path_directory(path);
    if (parent->length && !str_equal(parent, path))
        directory_create(parent);
    if (mkdir(path->text, 0777) < 0 && errno != EEXIST)
        raise_errno(path, errno);
}

Str *path_join(const Str *a, const char *b)
{
    if (b[0] == '/' || a->length == 0)
        return str_from(b);
    return str_format(str_ends_with(a, "/") ? "%s%s" : "%s/%s", a->text, b);
}

Str *path_directory(const Str *path)
{
    const char *slash = strrchr(path->text, '/');
    if (!slash)
        return str_empty;
    size_t length = (size_t)(slash - path->text);
    return str_new(path->text, length ? length : 1);
}

Str *path_basename(const Str *path)
{
    const char *slash = strrchr(path->text, '/');
    return slash ? str_from(slash + 1) : (Str *)(uintptr_t)path;
}

Str *path_without_extension(const Str *path)
{
    const char *dot = strrchr(path->text, '.'), *slash = strrchr(path->text, '/');
    if (!dot || (slash && dot < slash))
        return (Str *)(uintptr_t)path;
    return str_new(path->text, (size_t)(dot - path->text));
}

/* The folders that both begin with, in bytes. */
static size_t common_folders(const Str *a, const Str *b)
{
    size_t common = 0;
    for (size_t i = 0;; i++) {
        bool a_ends = a->text[i] == '/' || a->text[i] == '\0', b_ends = b->text[i] == '/' || b->text[i] == '\0';
        if (a_ends && b_ends)
            common = i;
        if (a->text[i] != b->text[i] || a->text[i] == '\0')
            return common;
    }
}

Str *path_seen_from(const Str *path, const Str *folder)
{
    size_t common = common_folders(path, folder);
    Buf out = {0};
    for (const char *p = folder->text + common; *p; p++)
        if (p[0] == '/' && p[1])
            buf_text(&out, "../");
    const char *rest = path->text + common;
    buf_text(&out, rest + (*rest == '/'));
    if (out.length > 1 && out.data[out.length - 1] == '/')
        buf_truncate(&out, out.length - 1);
    return out.length ? buf_str(&out) : str_from(".");
}

Str *path_current(void)
{
    char *cwd = getcwd(NULL, 0);
    Str *path = str_from(cwd ? cwd : "/");
    free(cwd);
    return path;
}

Str *path_relative(Str *path)
{
    Str *start = str_format("%s/", path_current()->text);
    return str_starts_with(path, start->text) ? str_slice_bytes(path, start->length, path->length) : path;
}

Str *path_absolute(const Str *path)
{
    Str *full = path->text[0] == '/' ? (Str *)(uintptr_t)path : path_join(path_current(), path->text);
    Buf out = {0};
    const char *p = full->text;
    while (*p) {
        while (*p == '/')
            p++;
        size_t n = strcspn(p, "/");
        if (n == 2 && p[0] == '.' && p[1] == '.') {
            while (out.length && out.data[--out.length] != '/')
                continue;
        } else if (n && !(n == 1 && p[0] == '.')) {
            buf_char(&out, '/');
            buf_bytes(&out, p, n);
        }
        p += n;
    }
    return out.length ? buf_str(&out) : str_from("/");
}

Str *path_real(const Str *path)
{
    char *real = realpath(path->text, NULL);
    if (!real)
        return path_absolute(path);
    Str *result = str_from(real);
    free(real);
    return result;
}
