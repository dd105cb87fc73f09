/* file.c -- open(): script file objects over whole-file reads and appending writes, within the
 * sandbox.
 *
 * A file opened for reading is in memory at once; what is written goes to the disk at each write.
 * So no descriptor outlives a call, and nothing is lost when a script forgets close().
 */
#include "py/py.h"
#include "py/internal.h"
#include "py/builtins.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct File {
    Obj obj;
    Value name; /* as the script gave it */
    Str *path, *mode, *encoding, *errors;
    const char *data; /* content when reading */
    size_t length, position;
    bool binary, reading, writing, appending, closed;
    bool keep_newlines; /* newline="" or "\n" */
} File;

static const Class TextFile_class, BinaryFile_class;
#define File_class TextFile_class

/* --- errors ----------------------------------------------------------------------------------- */

/* The constructor of OSError picks the subclass for the number. */
_Noreturn void raise_errno(int number, Value path)
{
    Value args[] = {INT(number), STR(str_from(strerror(number))), path};
    raise_object(instantiate(&OSError_class, &(Call){is_set(path) ? 3 : 2, args, 0, NULL}));
}

/* --- disk ------------------------------------------------------------------------------------- */

/* The whole content; returns errno. */
static int read_all(const char *path, Buf *out)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC), failed = 0;
    if (fd < 0)
        return errno;
    char block[65536];
    ssize_t got;
    while ((got = read(fd, block, sizeof block)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            failed = errno;
            break;
        }
        buf_bytes(out, block, (size_t)got);
    }
    close(fd);
    return failed;
}

/* At the offset, or at the end when it is negative; returns errno. */
static int write_all(const char *path, int flags, const char *data, size_t length, off_t at)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | flags, 0666), failed = 0;
    if (fd < 0)
        return errno;
    while (length > 0) {
        ssize_t put = at < 0 ? write(fd, data, length) : pwrite(fd, data, length, at);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0) {
            failed = errno;
            break;
        }
        data += put;
        length -= (size_t)put;
        at = at < 0 ? at : at + put;
    }
    close(fd);
    return failed;
}

/* --- open ------------------------------------------------------------------------------------- */

/* "\r\n" and "\r" become "\n". */
static Str *translate_newlines(const Str *text)
{
    if (!memchr(text->text, '\r', text->length))
        return (Str *)(uintptr_t)text;
    Buf out = {0};
    for (const char *p = text->text, *end = p + text->length; p < end; p++) {
        if (*p == '\r' && p[1] == '\n')
            continue;
        buf_char(&out, *p == '\r' ? '\n' : *p);
    }
    return buf_str(&out);
}

static void load(File *file)
{
    Buf content = {0};
    int failed = read_all(file->path->text, &content);
    if (failed)
        raise_errno(failed, file->name);
    file->data = content.data ? content.data : "";
    file->length = content.length;
    if (file->binary)
        return;
    Str *text = bytes_decode(file->data, file->length, file->encoding->text,
                             file->errors ? file->errors->text : NULL);
    if (!file->keep_newlines)
        text = translate_newlines(text);
    file->data = text->text;
    file->length = text->length;
}

/* One of r w a x, then b or t. */
static char parse_mode(File *file, const Str *mode)
{
    char action = 0;
    for (const char *p = mode->text; *p; p++) {
        if (strchr("rwax", *p) && !action)
            action = *p;
        else if (*p == 'b')
            file->binary = true;
        else if (*p == '+')
            file->reading = file->writing = true;
        else if (*p != 't')
            raise_value(strchr("rwax", *p)
                            ? "must have exactly one of create/read/write/append mode"
                            : "invalid mode: '%s'",
                        mode->text);
    }
    if (!action)
        raise_value("Must have exactly one of create/read/write/append mode and at most one plus");
    return action;
}

static void create(File *file, char action)
{
    int flags = action == 'w'   ? O_CREAT | O_TRUNC
                : action == 'x' ? O_CREAT | O_EXCL
                                : O_CREAT | O_APPEND;
    sandbox_check_write("open", file->path);
    int failed = write_all(file->path->text, flags, "", 0, -1);
    if (failed)
        raise_errno(failed, file->name);
    file->appending = action == 'a';
    file->data = "";
}

static size_t end_of(const File *file)
{
    struct stat s;
    if (file->reading)
        return file->length;
    return stat(file->path->text, &s) == 0 ? (size_t)s.st_size : 0;
}

static Value open_file(Value name, Str *path, Str *mode, Str *encoding, Str *errors, Value newline)
{
    File probe = {0};
    char action = parse_mode(&probe, mode);
    File *file = (File *)object_allocate(probe.binary ? &BinaryFile_class : &TextFile_class);
    file->binary = probe.binary;
    file->name = name;
    file->path = path;
    file->mode = mode;
    file->errors = errors;
    file->encoding = encoding ? encoding : file->binary ? NULL : str_from("utf-8");
    file->keep_newlines = !is_absent(newline);
    file->reading = probe.reading || action == 'r';
    file->writing = probe.writing || action != 'r';
    if (file->binary && (encoding || errors || file->keep_newlines))
        raise_value("binary mode doesn't take an %s argument", encoding ? "encoding"
                                                               : errors ? "errors"
                                                                        : "newline");
    if (action == 'r' && file->writing)
        sandbox_check_write("open", path);
    else if (action == 'r')
        sandbox_check_read("open", path);
    else
        create(file, action);
    if (action == 'r' || (action == 'a' && file->reading))
        load(file);
    if (action == 'a')
        file->position = end_of(file);
    return OBJ(file);
}

Value file_open(Str *path, Str *mode, Str *encoding, Str *errors, Value newline)
{
    BUG_UNLESS(path);
    return open_file(STR(path), path, mode, encoding, errors, newline);
}

/* str, bytes or anything with __fspath__. */
Str *path_argument(Value v)
{
    Str *text = value_find_str(v);
    const char *data;
    size_t length;
    if (text)
        return text;
    Value path = v.tag == TAG_OBJ ? special_call(v, N(__fspath__), 0, NULL) : UNSET;
    if (is_set(path) && (text = value_find_str(path)))
        return text;
    if (is_instance(v, &bytes_class) && value_find_bytes(v, &data, &length))
        return bytes_decode(data, length, "utf-8", NULL);
    raise_type("expected str, bytes or os.PathLike object, not %s", class_text(v));
}

static Str *str_or_none(Value v, const char *name)
{
    Str *text = value_find_str(v);
    if (!text && !is_none(v))
        raise_type("open() argument '%s' must be str or None, not %s", name, class_text(v));
    return text;
}

/* Scripts have no descriptors but those of the three streams, which are open already. */
static void refuse_descriptor(Value number)
{
    Value n = value_index(number);
    if (n.tag == TAG_INT && n.integer < 0)
        raise_value("negative file descriptor");
    if (n.tag == TAG_INT && n.integer > 2)
        raise_errno(EBADF, number);
}

#define OPEN_PARAMS(P)                                                                             \
    P(POS, any, file, Required)                                                                    \
    P(POS, any, mode, Unset)                                                                       \
    P(POS, int, buffering, MinusOne)                                                               \
    P(POS, any, encoding, None) P(POS, any, errors, None) P(POS, any, newline, None)               \
        P(POS, bool, closefd, True) P(POS, any, opener, None)
FUNCTION(builtins, open, OPEN_PARAMS)
{
    Str *mode = is_set(a->mode) ? value_find_str(a->mode) : str_from("r");
    if (!mode)
        raise_type("open() argument 'mode' must be str, not %s", is_none(a->mode) ? "None" : class_text(a->mode));
    if (is_int(value_plain(a->file)))
        refuse_descriptor(value_plain(a->file));
    return open_file(a->file, path_argument(a->file), mode,
                     str_or_none(a->encoding, "encoding"), str_or_none(a->errors, "errors"),
                     a->newline);
}

const Export file_exports[] = {EXPORT_FUNCTION(builtins, open), {0}};

/* io.UnsupportedOperation is both an OSError and a ValueError. */
static const Class *const unsupported_mixins[] = {&ValueError_class, NULL};
const Class UnsupportedOperation_class = {
    CLASS_NAMED(BaseException, "UnsupportedOperation", "io", OSError),
    .mixins = unsupported_mixins,
};

/* --- reading ---------------------------------------------------------------------------------- */

static const File *checked(const File *file)
{
    if (file->closed)
        raise_value("I/O operation on closed file.");
    return file;
}

static void check_readable(const File *file)
{
    if (!checked(file)->reading)
        raise_exception(&UnsupportedOperation_class, "not readable");
}

/* Takes the next `bytes` bytes. */
static Value take(File *file, size_t bytes)
{
    const char *from = file->data + file->position;
    file->position += bytes;
    return file->binary ? OBJ(bytes_new(from, bytes)) : STR(str_new(from, bytes));
}

/* How many bytes the next `size` characters (bytes of binary files) take; all when negative. */
static size_t span_of(const File *file, int64_t size)
{
    size_t left = file->position < file->length ? file->length - file->position : 0;
    if (size < 0 || (uint64_t)size >= left)
        return left;
    if (file->binary)
        return (size_t)size;
    const char *start = file->data + file->position, *p = start, *end = start + left;
    while (p < end && size-- > 0)
        utf8_next(&p);
    return (size_t)(p - start);
}

static int64_t size_argument(Value size)
{
    return is_absent(size) ? -1 : index_clamped(size);
}

#define SIZE_PARAM(P) P(ONLY, any, size, MinusOne)
NATIVE(File, read, SIZE_PARAM)
{
    check_readable(self);
    return take(self, span_of(self, size_argument(a->size)));
}

static Value take_line(File *file, int64_t size)
{
    size_t most = span_of(file, size);
    const char *from = file->data + file->position, *end = memchr(from, '\n', most);
    return take(file, end ? (size_t)(end - from) + 1 : most);
}

NATIVE(File, readline, SIZE_PARAM)
{
    check_readable(self);
    return take_line(self, size_argument(a->size));
}

static Value file_next(Value self)
{
    File *file = (File *)self.obj;
    check_readable(file);
    return file->position < file->length ? take_line(file, -1) : UNSET;
}

static Value file_iter(Value self)
{
    checked((File *)self.obj);
    return self;
}

NATIVE(File, readlines, SIZE_PARAM)
{
    check_readable(self);
    List *lines = list_new(0);
    int64_t limit = size_argument(a->size);
    size_t start = self->position;
    while (self->position < self->length &&
           (limit <= 0 || self->position - start < (uint64_t)limit))
        list_append(lines, take_line(self, -1));
    return OBJ(lines);
}

/* --- writing ---------------------------------------------------------------------------------- */

/* What "w+" and "r+" read is in memory: the new bytes replace or extend it. */
static void patch(File *file, const char *data, size_t length)
{
    size_t end = file->position + length, total = end > file->length ? end : file->length;
    char *content = new_bytes(total + 1);
    memset(content, 0, total + 1);
    memcpy(content, file->data, file->length);
    memcpy(content + file->position, data, length);
    file->data = content;
    file->length = total;
}

static void put(File *file, const char *data, size_t length)
{
    off_t at = file->appending ? -1 : (off_t)file->position;
    int flags = O_CREAT | (file->appending ? O_APPEND : 0);
    int failed = write_all(file->path->text, flags, data, length, at);
    if (failed)
        raise_errno(failed, file->name);
    if (file->appending)
        file->position = end_of(file);
    if (file->reading)
        patch(file, data, length);
    file->position += length;
}

static int64_t write_value(File *file, Value value)
{
    const char *data;
    size_t length;
    if (!checked(file)->writing)
        raise_exception(&UnsupportedOperation_class, "not writable");
    if (file->binary) {
        if (!value_find_bytes(value, &data, &length))
            raise_type("a bytes-like object is required, not '%s'", class_text(value));
        put(file, data, length);
        return (int64_t)length;
    }
    const Str *text = value_find_str(value);
    if (!text)
        raise_type("write() argument must be str, not %s", class_text(value));
    const Bytes *bytes =
        str_encode(text, file->encoding->text, file->errors ? file->errors->text : NULL);
    put(file, bytes->data, bytes->length);
    return text->characters;
}

NATIVE(File, write, ONE_VALUE)
{
    return INT(write_value(self, a->value));
}

NATIVE(File, writelines, ONE_VALUE)
{
    Iter it = iter_open(a->value);
    Value line;
    while (iter_next(&it, &line))
        write_value(self, line);
    return NONE;
}

/* --- the rest --------------------------------------------------------------------------------- */

NATIVE0(File, close)
{
    self->closed = true;
    return NONE;
}

NATIVE0(File, flush)
{
    checked(self);
    return NONE;
}

NATIVE0(File, enter)
{
    checked(self);
    return OBJ(self);
}

#define EXIT_PARAMS(P) P(REST, list, exception, Empty)
NATIVE(File, exit, EXIT_PARAMS)
{
    self->closed = true;
    return NONE;
}

#define SEEK_PARAMS(P) P(ONLY, int, offset, Required) P(ONLY, int, whence, Zero)
NATIVE(File, seek, SEEK_PARAMS)
{
    checked(self);
    if (!self->binary && a->whence && a->offset)
        raise_exception(&UnsupportedOperation_class, "can't do nonzero %s-relative seeks",
                        a->whence == 1 ? "cur" : "end");
    int64_t base = a->whence == 0   ? 0
                   : a->whence == 1 ? (int64_t)self->position
                                    : (int64_t)end_of(self);
    int64_t to = base + a->offset;
    if (to < 0 && !self->binary)
        raise_value("negative seek position %lld", (long long)to);
    if (to < 0)
        raise_errno(EINVAL, UNSET);
    self->position = (size_t)to;
    return INT(to);
}

#define TRUNCATE_PARAMS(P) P(ONLY, any, size, None)
NATIVE(File, truncate, TRUNCATE_PARAMS)
{
    if (!checked(self)->writing)
        raise_exception(&UnsupportedOperation_class, "truncate");
    int64_t size = is_none(a->size) ? (int64_t)self->position : index_clamped(a->size);
    if (truncate(self->path->text, (off_t)size) != 0)
        raise_errno(errno, self->name);
    if (self->reading && (size_t)size < self->length)
        self->length = (size_t)size;
    return INT(size);
}

NATIVE0(File, fileno)
{
    checked(self);
    raise_exception(&UnsupportedOperation_class, "fileno: no descriptor is held between calls");
}

/* The bytes under a text file: the same file opened again, at its start. */
NATIVE0(File, buffer)
{
    return self->binary ? OBJ(self) : file_open(self->path, str_from("rb"), NULL, NULL, NONE);
}

#define RECONFIGURE_PARAMS(P) P(KWREST, dict, settings, Empty)
NATIVE(File, reconfigure, RECONFIGURE_PARAMS)
{
    return NONE;
}

/* As many bytes as fit into the buffer given. */
NATIVE(File, readinto, ONE_VALUE)
{
    check_readable(self);
    Value chunk = take(self, span_of(self, value_length(a->value)));
    int64_t count = value_length(chunk);
    value_set_subscript(a->value, OBJ(slice_new(INT(0), INT(count), NONE)), chunk);
    return INT(count);
}

NATIVE0(File, tell)
{
    return INT((int64_t)checked(self)->position);
}

NATIVE0(File, readable)
{
    return BOOL(checked(self)->reading);
}

NATIVE0(File, writable)
{
    return BOOL(checked(self)->writing);
}

NATIVE0(File, seekable)
{
    checked(self);
    return TRUE_VALUE;
}

NATIVE0(File, isatty)
{
    checked(self);
    return FALSE_VALUE;
}

static Str *file_repr(Value self)
{
    const File *file = (File *)self.obj;
    const char *name = value_repr(file->name)->text;
    if (file->binary)
        return str_format("<_io.%s name=%s>",
                          !file->writing   ? "BufferedReader"
                          : !file->reading ? "BufferedWriter"
                                           : "BufferedRandom",
                          name);
    return str_format("<_io.TextIOWrapper name=%s mode=%s encoding=%s>", name,
                      text_repr(file->mode)->text, text_repr(file->encoding)->text);
}

static const Field file_fields[] = {
    FIELD(File, any, name, READONLY),     FIELD(File, str, mode, READONLY),
    FIELD(File, str, encoding, READONLY), FIELD(File, str, errors, READONLY),
    FIELD(File, bool, closed, READONLY),  {0},
};
static const Method file_methods[] = {
    METHOD(File, read),
    METHOD(File, readline),
    METHOD(File, readlines),
    METHOD(File, write),
    METHOD(File, writelines),
    METHOD(File, close),
    METHOD(File, flush),
    METHOD_AS("__enter__", File, enter),
    METHOD_AS("__exit__", File, exit),
    METHOD(File, seek),
    METHOD(File, tell),
    METHOD(File, readable),
    METHOD(File, writable),
    METHOD(File, seekable),
    METHOD(File, isatty),
    METHOD(File, truncate),
    METHOD(File, fileno),
    METHOD(File, readinto),
    METHOD(File, reconfigure),
    METHOD_AS("read1", File, read),
    METHOD_AS("detach", File, buffer),
    PROPERTY(File, buffer),
    {0},
};

#define FILE_SLOTS                                                                                 \
    .flags = CLASS_ABSTRACT, .fields = file_fields, .methods = file_methods, .repr = file_repr,    \
    .iter = file_iter, .next = file_next

static const Class TextFile_class = {
    CLASS_NAMED(File, "TextIOWrapper", "_io", object),
    FILE_SLOTS,
};
static const Class BinaryFile_class = {
    CLASS_NAMED(File, "BufferedReader", "_io", TextFile),
    FILE_SLOTS,
};
