/* sys.c -- the sys module: the search path, the loaded modules, the standard streams.
 *
 * Its streams are thin: scripts write text to them, replace them (contextlib.redirect_stdout) and
 * ask whether they are terminals. What print() writes goes through the same buffer. */
#include "pystd/pystd.h"
#include "pystd/inside.h"

#include <unistd.h>

typedef struct StandardStream {
    Obj obj;
    int64_t fd;
} StandardStream;
static const Class StandardStream_class;

static void stream_write(const StandardStream *stream, const Str *text)
{
    if (stream->fd == STDOUT_FILENO) {
        print_text(text);
        return;
    }
    term_before_error_output();
    for (size_t done = 0; done < text->length;) {
        ssize_t count = write((int)stream->fd, text->text + done, text->length - done);
        if (count <= 0)
            break;
        done += (size_t)count;
    }
}

static void stream_flush(const StandardStream *stream)
{
    if (stream->fd == STDOUT_FILENO)
        print_flush();
}

bool is_plain_stream(Value stream)
{
    return stream.tag == TAG_OBJ && stream.obj->class == &StandardStream_class &&
           !stream.obj->attrs && !StandardStream_class.state->dict;
}

void plain_stream_write(Value stream, const Str *text)
{
    const StandardStream *own = (const StandardStream *)stream.obj;
    stream_write(own, text);
    stream_flush(own);
}

#define WRITE_PARAMS(P) P(ONLY, str, text, Required)
NATIVE(StandardStream, write, WRITE_PARAMS)
{
    stream_write(self, a->text);
    return INT(a->text->characters);
}

#define LINES_PARAMS(P) P(ONLY, any, lines, Required)
NATIVE(StandardStream, writelines, LINES_PARAMS)
{
    Iter it = iter_open(a->lines);
    Value line;
    while (iter_next(&it, &line))
        call_method(OBJ(self), "write", 1, &line);
    return NONE;
}

NATIVE0(StandardStream, flush)
{
    stream_flush(self);
    return NONE;
}

NATIVE0(StandardStream, isatty)
{
    return BOOL(term_is_tty((int)self->fd));
}

NATIVE0(StandardStream, fileno)
{
    return INT(self->fd);
}

NATIVE0(StandardStream, close)
{
    return NONE;
}

NATIVE0(StandardStream, readable)
{
    return BOOL(self->fd == STDIN_FILENO);
}

NATIVE0(StandardStream, writable)
{
    return BOOL(self->fd != STDIN_FILENO);
}

static bool read_byte(int fd, char *c)
{
    return read(fd, c, 1) == 1;
}

static Value read_until(StandardStream *self, bool line)
{
    Buf text = {0};
    char c;
    while (read_byte((int)self->fd, &c)) {
        buf_char(&text, c);
        if (line && c == '\n')
            break;
    }
    ptrdiff_t bad = utf8_check(text.data ? text.data : "", text.length);
    if (bad >= 0)
        raise_value("standard input is not UTF-8 at byte %td", bad);
    return STR(buf_str(&text));
}

#define READ_PARAMS(P) P(ONLY, any, size, None)
NATIVE(StandardStream, read, READ_PARAMS)
{
    return read_until(self, false);
}

NATIVE(StandardStream, readline, READ_PARAMS)
{
    return read_until(self, true);
}

#define RECONFIGURE_PARAMS(P) P(KWREST, dict, options, Empty)
NATIVE(StandardStream, reconfigure, RECONFIGURE_PARAMS)
{
    return NONE;
}

static Value stream_getattr(Value self, Str *name)
{
    static const char *const stream_names[] = {"<stdin>", "<stdout>", "<stderr>"};
    StandardStream *stream = (StandardStream *)self.obj;
    if (str_is(name, "name"))
        return STR(str_from(stream_names[stream->fd]));
    if (str_is(name, "encoding"))
        return STR(str_from("utf-8"));
    if (str_is(name, "errors"))
        return STR(str_from(stream->fd == STDERR_FILENO ? "backslashreplace" : "strict"));
    if (str_is(name, "closed"))
        return FALSE_VALUE;
    if (str_is(name, "mode"))
        return STR(str_from(stream->fd == STDIN_FILENO ? "r" : "w"));
    return UNSET;
}

static Str *stream_repr(Value self)
{
    return str_format("<_io.TextIOWrapper name='%s' mode='%s' encoding='utf-8'>",
                      stream_getattr(self, intern("name")).str->text,
                      stream_getattr(self, intern("mode")).str->text);
}

static Value stream_next(Value self)
{
    Value line = read_until((StandardStream *)self.obj, true);
    return line.str->length ? line : UNSET;
}

static Value stream_iter(Value self)
{
    return self;
}

static const Method stream_methods[] = {
    METHOD(StandardStream, write),       METHOD(StandardStream, writelines),
    METHOD(StandardStream, flush),       METHOD(StandardStream, isatty),
    METHOD(StandardStream, fileno),      METHOD(StandardStream, close),
    METHOD(StandardStream, readable),    METHOD(StandardStream, writable),
    METHOD(StandardStream, read),        METHOD(StandardStream, readline),
    METHOD(StandardStream, reconfigure), {0}};

static const Class StandardStream_class = {
    CLASS_NAMED(StandardStream, "TextIOWrapper", "_io", object),
    .flags = CLASS_FINAL | CLASS_ABSTRACT | CLASS_ANY_ATTR,
    .methods = stream_methods,
    .getattr = stream_getattr,
    .repr = stream_repr,
    .iter = stream_iter,
    .next = stream_next,
};

static Value stream_new(int fd)
{
    StandardStream *stream = obj_new(StandardStream);
    stream->fd = fd;
    return OBJ(stream);
}

static Value make_stdin(void)
{
    return stream_new(STDIN_FILENO);
}

static Value make_stdout(void)
{
    return stream_new(STDOUT_FILENO);
}

static Value make_stderr(void)
{
    return stream_new(STDERR_FILENO);
}

static Value make_path(void)
{
    return OBJ(import_path());
}

static Value make_modules(void)
{
    return OBJ(import_modules());
}

static Value make_arguments(void)
{
    return OBJ(vm_arguments());
}

static Value make_list(void)
{
    return OBJ(list_new(0));
}

static Value make_dict(void)
{
    return OBJ(dict_new());
}

static Value make_false(void)
{
    return FALSE_VALUE;
}

#define EXIT_PARAMS(P) P(ONLY, any, status, None)
FUNCTION(sys, exit, EXIT_PARAMS)
{
    const Tuple *several = value_as(a->status, &tuple_class);
    if (several)
        raise_exception_args(&SystemExit_class, several->length, several->at);
    raise_exception_with(&SystemExit_class, is_none(a->status) ? UNSET : a->status);
}

FUNCTION(sys, getrecursionlimit, NO_PARAMS)
{
    return INT(1000);
}

#define LIMIT_PARAMS(P) P(ONLY, int, limit, Required)
FUNCTION(sys, setrecursionlimit, LIMIT_PARAMS)
{
    return NONE;
}

FUNCTION(sys, getdefaultencoding, NO_PARAMS)
{
    return STR(str_from("utf-8"));
}

FUNCTION(sys, getfilesystemencoding, NO_PARAMS)
{
    return STR(str_from("utf-8"));
}

#define INTERN_PARAMS(P) P(ONLY, str, string, Required)
FUNCTION(sys, intern, INTERN_PARAMS)
{
    return STR(str_intern(a->string));
}

FUNCTION(sys, exc_info, NO_PARAMS)
{
    BaseException *exception = vm_handled_exception();
    Value parts[3] = {NONE, NONE, NONE};
    if (exception) {
        parts[0] = OBJ(exception->obj.class);
        parts[1] = OBJ(exception);
        parts[2] = value_get_attr(OBJ(exception), N(__traceback__));
    }
    return OBJ(tuple_new(3, parts));
}

FUNCTION(sys, exception, NO_PARAMS)
{
    return OBJ(vm_handled_exception());
}

#define SIZE_PARAMS(P) P(POS, any, object, Required) P(POS, any, default__, Unset)
FUNCTION(sys, getsizeof, SIZE_PARAMS)
{
    return INT((int64_t)class_of(a->object)->size);
}

#define REFCOUNT_PARAMS(P) P(ONLY, any, object, Required)
FUNCTION(sys, getrefcount, REFCOUNT_PARAMS)
{
    return INT(2);
}

#define TRACE_PARAMS(P) P(ONLY, any, function, Required)
FUNCTION(sys, settrace, TRACE_PARAMS)
{
    return NONE;
}

FUNCTION(sys, gettrace, NO_PARAMS)
{
    return NONE;
}

#define DEPTH_PARAMS(P) P(POS, int, depth, Zero)
FUNCTION(sys, _getframemodulename, DEPTH_PARAMS)
{
    return STR(vm_module_name(a->depth));
}

FUNCTION(sys, _getframe, DEPTH_PARAMS)
{
    Value frame = vm_frame(a->depth);
    if (!is_set(frame))
        raise_value("call stack is not deep enough");
    return frame;
}

static const Export sys_exports[] = {EXPORT_MAKE("path", make_path),
                                     EXPORT_MAKE("modules", make_modules),
                                     EXPORT_MAKE("argv", make_arguments),
                                     EXPORT_MAKE("orig_argv", make_arguments),
                                     EXPORT_MAKE("stdin", make_stdin),
                                     EXPORT_MAKE("stdout", make_stdout),
                                     EXPORT_MAKE("stderr", make_stderr),
                                     EXPORT_MAKE("__stdin__", make_stdin),
                                     EXPORT_MAKE("__stdout__", make_stdout),
                                     EXPORT_MAKE("__stderr__", make_stderr),
                                     EXPORT_MAKE("meta_path", make_list),
                                     EXPORT_MAKE("path_hooks", make_list),
                                     EXPORT_MAKE("warnoptions", make_list),
                                     EXPORT_MAKE("path_importer_cache", make_dict),
                                     EXPORT_MAKE("_xoptions", make_dict),
                                     EXPORT_MAKE("dont_write_bytecode", make_false),
                                     EXPORT_FUNCTION(sys, exit),
                                     EXPORT_FUNCTION(sys, getrecursionlimit),
                                     EXPORT_FUNCTION(sys, setrecursionlimit),
                                     EXPORT_FUNCTION(sys, getdefaultencoding),
                                     EXPORT_FUNCTION(sys, getfilesystemencoding),
                                     EXPORT_FUNCTION(sys, intern),
                                     EXPORT_FUNCTION(sys, exc_info),
                                     EXPORT_FUNCTION(sys, exception),
                                     EXPORT_FUNCTION(sys, getsizeof),
                                     EXPORT_FUNCTION(sys, getrefcount),
                                     EXPORT_FUNCTION(sys, settrace),
                                     EXPORT_FUNCTION(sys, gettrace),
                                     EXPORT_FUNCTION(sys, _getframemodulename),
                                     EXPORT_FUNCTION(sys, _getframe),
                                     EXPORT_INT("maxsize", INT64_MAX),
                                     EXPORT_INT("maxunicode", 0x10FFFF),
                                     EXPORT_INT("hexversion", 0x030C00F0),
                                     EXPORT_INT("api_version", 1013),
                                     EXPORT_TEXT("version", "3.12.0 (Retort)"),
                                     EXPORT_TEXT("platform", "linux"),
                                     EXPORT_TEXT("byteorder", "little"),
                                     EXPORT_TEXT("executable", ""),
                                     EXPORT_TEXT("_base_executable", ""),
                                     EXPORT_TEXT("prefix", "/usr"),
                                     EXPORT_TEXT("exec_prefix", "/usr"),
                                     EXPORT_TEXT("base_prefix", "/usr"),
                                     EXPORT_TEXT("base_exec_prefix", "/usr"),
                                     EXPORT_TEXT("copyright", ""),
                                     EXPORT_TEXT("platlibdir", "lib"),
                                     {0}};

/* version_info, implementation, flags, float_info, ... */
static Value sys_getattr(Str *name)
{
    return library_find("_sys", name);
}

const ModuleDef sys_module = {"sys", (const Export *const[]){sys_exports, NULL}, false,
                              sys_getattr};
