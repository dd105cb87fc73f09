/* ospath.c -- os.path: pure functions on POSIX paths, and a few questions to the file system. */
#include "pystd/pystd.h"
#include "pystd/inside.h"

#include <pwd.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH_PARAMS(P)       P(ONLY, any, path, Required)
#define NAMED_PATH_PARAMS(P) P(POS, any, path, Required) P(KEY, bool, strict, False)

#define JOIN_PARAMS(P) P(ONLY, any, a, Required) P(REST, list, paths, Empty)
/* Paths are answered in the kind they were given in: str or bytes. */
static Value as_path(Value like, Str *path)
{
    return is_instance(like, &bytes_class) ? OBJ(bytes_new(path->text, path->length)) : STR(path);
}

static Str *part_text(Value part)
{
    if (!is_str(part) && !is_instance(part, &bytes_class) &&
        !is_set(value_find_attr_text(part, "__fspath__")))
        raise_type("join() argument must be str, bytes, or os.PathLike object, not '%s'",
                   class_text(part));
    return path_text(part);
}

FUNCTION(ospath, join, JOIN_PARAMS)
{
    bool is_bytes = is_instance(a->a, &bytes_class);
    for (size_t i = 0; i < a->paths->length; i++)
        if (is_instance(a->paths->at[i], &bytes_class) != is_bytes &&
            (is_bytes || is_instance(a->paths->at[i], &bytes_class)))
            raise_type("Can't mix strings and bytes in path components");
    Buf joined = {0};
    buf_add(&joined, path_text(a->a));
    for (size_t i = 0; i < a->paths->length; i++) {
        Str *part = part_text(a->paths->at[i]);
        if (str_starts_with(part, "/"))
            buf_truncate(&joined, 0);
        else if (joined.length && joined.data[joined.length - 1] != '/')
            buf_char(&joined, '/');
        buf_add(&joined, part);
    }
    return as_path(a->a, buf_str(&joined));
}

/* Length of the head without the slashes before the last component, unless it is all slashes. */
static size_t head_length(const Str *path, size_t *tail)
{
    size_t end = path->length;
    while (end > 0 && path->text[end - 1] != '/')
        end--;
    *tail = end;
    size_t head = end;
    while (head > 0 && path->text[head - 1] == '/')
        head--;
    return head > 0 ? head : end;
}

FUNCTION(ospath, split, PATH_PARAMS)
{
    Str *path = path_text(a->path);
    size_t tail, head = head_length(path, &tail);
    Value parts[] = {as_path(a->path, str_slice_bytes(path, 0, head)),
                     as_path(a->path, str_slice_bytes(path, tail, path->length))};
    return OBJ(tuple_new(2, parts));
}

FUNCTION(ospath, dirname, PATH_PARAMS)
{
    Str *path = path_text(a->path);
    size_t tail;
    return as_path(a->path, str_slice_bytes(path, 0, head_length(path, &tail)));
}

FUNCTION(ospath, basename, PATH_PARAMS)
{
    Str *path = path_text(a->path);
    size_t tail;
    head_length(path, &tail);
    return as_path(a->path, str_slice_bytes(path, tail, path->length));
}

FUNCTION(ospath, splitext, PATH_PARAMS)
{
    Str *path = path_text(a->path);
    size_t tail, dot = path->length;
    head_length(path, &tail);
    while (tail < path->length && path->text[tail] == '.')
        tail++;
    for (size_t i = path->length; i-- > tail;)
        if (path->text[i] == '.') {
            dot = i;
            break;
        }
    Value parts[] = {as_path(a->path, str_slice_bytes(path, 0, dot)),
                     as_path(a->path, str_slice_bytes(path, dot, path->length))};
    return OBJ(tuple_new(2, parts));
}

FUNCTION(ospath, splitdrive, PATH_PARAMS)
{
    return OBJ(
        tuple_new(2, (Value[]){as_path(a->path, str_empty), as_path(a->path, path_text(a->path))}));
}

/* "a//b/./c/.." -> "a/b"; two leading slashes stay two, three become one. */
static Str *normalize(const Str *path)
{
    const char *text = path->text, *end = text + path->length;
    size_t slashes = strspn(text, "/");
    slashes = slashes == 2 ? 2 : slashes > 0;
    VEC(Str *) parts = {0};
    for (const char *p = text; p < end;) {
        const char *slash = memchr(p, '/', (size_t)(end - p));
        const char *stop = slash ? slash : end;
        size_t length = (size_t)(stop - p);
        if (length == 2 && memcmp(p, "..", 2) == 0) {
            if (parts.length && !str_is(parts.at[parts.length - 1], ".."))
                parts.length--;
            else if (!slashes)
                vec_push(&parts, str_new(p, length));
        } else if (length && !(length == 1 && *p == '.')) {
            vec_push(&parts, str_new(p, length));
        }
        p = stop + 1;
    }
    Buf out = {0};
    buf_fill(&out, '/', slashes);
    for (size_t i = 0; i < parts.length; i++) {
        if (i)
            buf_char(&out, '/');
        buf_add(&out, parts.at[i]);
    }
    return out.length ? buf_str(&out) : str_from(".");
}

FUNCTION(ospath, normpath, PATH_PARAMS)
{
    return as_path(a->path, normalize(path_text(a->path)));
}

FUNCTION(ospath, abspath, PATH_PARAMS)
{
    Str *path = path_text(a->path);
    return as_path(
        a->path,
        normalize(str_starts_with(path, "/") ? path : path_join(path_current(), path->text)));
}

FUNCTION(ospath, realpath, NAMED_PATH_PARAMS)
{
    return as_path(a->path, path_real(path_text(a->path)));
}

FUNCTION(ospath, isabs, PATH_PARAMS)
{
    return BOOL(str_starts_with(path_text(a->path), "/"));
}

FUNCTION(ospath, normcase, PATH_PARAMS)
{
    return as_path(a->path, path_text(a->path));
}

FUNCTION(ospath, exists, PATH_PARAMS)
{
    struct stat s;
    return BOOL(!(a->path.tag == TAG_INT) && stat(path_text(a->path)->text, &s) == 0);
}

FUNCTION(ospath, lexists, PATH_PARAMS)
{
    struct stat s;
    return BOOL(lstat(path_text(a->path)->text, &s) == 0);
}

FUNCTION(ospath, isfile, PATH_PARAMS)
{
    return BOOL(file_is_regular(path_text(a->path)));
}

FUNCTION(ospath, isdir, PATH_PARAMS)
{
    return BOOL(file_is_directory(path_text(a->path)));
}

FUNCTION(ospath, islink, PATH_PARAMS)
{
    struct stat s;
    return BOOL(lstat(path_text(a->path)->text, &s) == 0 && S_ISLNK(s.st_mode));
}

static Str *home_directory(void)
{
    Value variables = module_find(import_module(intern("os")), "environ");
    Str *home = value_find_str(call_method(variables, "get", 1, (Value[]){STR(intern("HOME"))}));
    if (home)
        return home;
    struct passwd *entry = getpwuid(getuid());
    return entry ? str_from(entry->pw_dir) : NULL;
}

FUNCTION(ospath, expanduser, PATH_PARAMS)
{
    Str *path = path_text(a->path);
    if (!str_starts_with(path, "~"))
        return as_path(a->path, path);
    size_t end = strcspn(path->text, "/");
    Str *home;
    if (end == 1) {
        home = home_directory();
    } else {
        struct passwd *entry = getpwnam(str_slice_bytes(path, 1, end)->text);
        home = entry ? str_from(entry->pw_dir) : NULL;
    }
    if (!home)
        return as_path(a->path, path);
    size_t length = home->length;
    while (length > 0 && home->text[length - 1] == '/')
        length--;
    Str *joined =
        str_concat(str_slice_bytes(home, 0, length), str_slice_bytes(path, end, path->length));
    return as_path(a->path, joined->length ? joined : str_from("/"));
}

static Value make_none(void)
{
    return NONE;
}

static const Export path_exports[] = {EXPORT_FUNCTION(ospath, join),
                                      EXPORT_FUNCTION(ospath, split),
                                      EXPORT_FUNCTION(ospath, dirname),
                                      EXPORT_FUNCTION(ospath, basename),
                                      EXPORT_FUNCTION(ospath, splitext),
                                      EXPORT_FUNCTION(ospath, splitdrive),
                                      EXPORT_FUNCTION(ospath, normpath),
                                      EXPORT_FUNCTION(ospath, abspath),
                                      EXPORT_FUNCTION(ospath, realpath),
                                      EXPORT_FUNCTION(ospath, isabs),
                                      EXPORT_FUNCTION(ospath, normcase),
                                      EXPORT_FUNCTION(ospath, exists),
                                      EXPORT_FUNCTION(ospath, lexists),
                                      EXPORT_FUNCTION(ospath, isfile),
                                      EXPORT_FUNCTION(ospath, isdir),
                                      EXPORT_FUNCTION(ospath, islink),
                                      EXPORT_FUNCTION(ospath, expanduser),
                                      EXPORT_TEXT("sep", "/"),
                                      EXPORT_TEXT("pathsep", ":"),
                                      EXPORT_TEXT("curdir", "."),
                                      EXPORT_TEXT("pardir", ".."),
                                      EXPORT_TEXT("extsep", "."),
                                      EXPORT_TEXT("devnull", "/dev/null"),
                                      EXPORT_MAKE("altsep", make_none),
                                      {0}};

static Value path_getattr(Str *name)
{
    return library_find("_ospath", name);
}

const ModuleDef posixpath_module = {"posixpath", (const Export *const[]){path_exports, NULL}, false,
                                    path_getattr};
const ModuleDef os_path_module = {"os.path", (const Export *const[]){path_exports, NULL}, false,
                                  path_getattr};
