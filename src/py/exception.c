/* exception.c -- BaseException and all built-in exception classes, and raising them.
 *
 * Every class has the same struct; what differs (the text of KeyError, the attributes of
 * OSError...) is one row in the table `specials`.
 */
#include "py/py.h"
#include "py/internal.h"

#include <errno.h>

typedef struct Special {
    const Class *class;
    Str *(*text)(BaseException *e);                        /* str(e), or NULL     */
    Value (*attribute)(BaseException *e, const Str *name); /* UNSET: none */
} Special;

static Value argument(const BaseException *e, size_t i)
{
    return e->args && i < e->args->length ? e->args->at[i] : NONE;
}

/* --- texts and attributes of particular classes ----------------------------------------------- */

static Str *plain_text(BaseException *e)
{
    if (!e->args || e->args->length == 0)
        return str_empty;
    return e->args->length == 1 ? value_str(e->args->at[0]) : value_repr(OBJ(e->args));
}

static Str *key_error_text(BaseException *e)
{
    return e->args && e->args->length == 1 ? value_repr(e->args->at[0]) : plain_text(e);
}

/* OSError(errno, strerror[, filename[, winerror[, filename2]]]) */
static bool os_error_is_full(const BaseException *e)
{
    return e->args && e->args->length >= 2 && e->args->length <= 5;
}

static Str *os_error_text(BaseException *e)
{
    if (!os_error_is_full(e))
        return plain_text(e);
    Buf text = {0};
    buf_format(&text, "[Errno %s] %s", value_str(argument(e, 0))->text,
               value_str(argument(e, 1))->text);
    if (!is_absent(e->object))
        buf_format(&text, ": %s", value_repr(e->object)->text);
    if (!is_absent(e->object) && !is_absent(e->name))
        buf_format(&text, " -> %s", value_repr(e->name)->text);
    return buf_str(&text);
}

/* The names of files are no arguments any more. */
static void os_error_take(BaseException *e, const List *args)
{
    size_t count = args->length;
    if (count >= 3 && count <= 5 && !is_none(args->at[2])) {
        e->object = args->at[2];
        e->name = count == 5 ? args->at[4] : UNSET;
        count = 2;
    }
    e->args = tuple_new(count, args->at);
}

static Value os_error_attribute(BaseException *e, const Str *name)
{
    bool full = os_error_is_full(e);
    if (str_is(name, "errno"))
        return full ? argument(e, 0) : NONE;
    if (str_is(name, "strerror"))
        return full ? argument(e, 1) : NONE;
    if (str_is(name, "filename"))
        return is_set(e->object) ? e->object : NONE;
    if (str_is(name, "filename2"))
        return is_set(e->name) ? e->name : NONE;
    return UNSET;
}

static Value named_attribute(BaseException *e, const Str *name)
{
    if (name == N(name))
        return is_set(e->name) ? e->name : NONE;
    if (!str_is(name, "obj") || !is_subclass(e->obj.class, &AttributeError_class))
        return UNSET;
    return is_set(e->object) ? e->object : NONE;
}

static Value import_attribute(BaseException *e, const Str *name)
{
    if (name == N(msg))
        return is_set(e->value) ? e->value : NONE;
    if (name == N(path))
        return is_set(e->object) ? e->object : NONE;
    return named_attribute(e, name);
}

static Value stop_attribute(BaseException *e, const Str *name)
{
    if (name != N(value))
        return UNSET;
    return is_set(e->value) ? e->value : NONE;
}

static Value exit_attribute(BaseException *e, const Str *name)
{
    if (!str_is(name, "code"))
        return UNSET;
    return is_set(e->value) ? e->value : NONE;
}

/* SyntaxError(msg, (filename, lineno, offset, text, end_lineno, end_offset)) */
static Value syntax_attribute(BaseException *e, const Str *name)
{
    static const char *const parts[] = {"filename", "lineno",     "offset",
                                        "text",     "end_lineno", "end_offset"};
    if (name == N(msg))
        return argument(e, 0);
    Tuple *place = as(Tuple, argument(e, 1));
    for (size_t i = 0; i < COUNT_OF(parts); i++)
        if (str_is(name, parts[i]))
            return place && i < place->length ? place->at[i] : NONE;
    return str_is(name, "print_file_and_line") ? NONE : UNSET;
}

static Str *syntax_text(BaseException *e)
{
    Value msg = value_find_attr(OBJ(e), N(msg)), file = value_find_attr_text(OBJ(e), "filename"),
          line = value_find_attr_text(OBJ(e), "lineno");
    Str *text = value_str(is_set(msg) ? msg : NONE), *path = value_find_str(file);
    if (path && value_plain(line).tag == TAG_INT) {
        const char *slash = strrchr(path->text, '/');
        return str_format("%s (%s, line %s)", text->text, slash ? slash + 1 : path->text,
                          value_str(line)->text);
    }
    return value_plain(line).tag == TAG_INT
               ? str_format("%s (line %s)", text->text, value_str(line)->text)
               : text;
}

static Value unicode_attribute(BaseException *e, const Str *name)
{
    static const char *const parts[] = {"encoding", "object", "start", "end", "reason"};
    for (size_t i = 0; i < COUNT_OF(parts); i++)
        if (str_is(name, parts[i]))
            return argument(e, i);
    return UNSET;
}

/* Where the codec stopped: "in position 3" or "in position 3-5". */
static Str *unicode_place(const BaseException *e)
{
    int64_t start = argument(e, 2).integer, end = argument(e, 3).integer;
    return end == start + 1
               ? str_format("in position %lld", (long long)start)
               : str_format("in position %lld-%lld", (long long)start, (long long)end - 1);
}

static bool unicode_is_complete(const BaseException *e)
{
    return e->args && e->args->length == 5 && argument(e, 2).tag == TAG_INT &&
           argument(e, 3).tag == TAG_INT && value_find_str(argument(e, 0)) &&
           value_find_str(argument(e, 4));
}

static Str *decode_text(BaseException *e)
{
    const char *data;
    size_t length;
    if (!unicode_is_complete(e) || !value_find_bytes(argument(e, 1), &data, &length))
        return plain_text(e);
    size_t start = (size_t)argument(e, 2).integer;
    Str *what = str_from("bytes");
    if (argument(e, 3).integer == argument(e, 2).integer + 1 && start < length)
        what = str_format("byte 0x%02x", (unsigned)(unsigned char)data[start]);
    return str_format("'%s' codec can't decode %s %s: %s", value_find_str(argument(e, 0))->text,
                      what->text, unicode_place(e)->text, value_find_str(argument(e, 4))->text);
}

static Str *encode_text(BaseException *e)
{
    Str *s = unicode_is_complete(e) ? value_find_str(argument(e, 1)) : NULL;
    if (!s)
        return plain_text(e);
    int64_t start = argument(e, 2).integer;
    Str *what = str_from("characters");
    if (argument(e, 3).integer == start + 1 && start < s->characters) {
        const char *p = s->text + str_offset(s, (size_t)start);
        uint32_t c = utf8_next(&p);
        what = str_format(c < 0x100     ? "character '\\x%02x'"
                          : c < 0x10000 ? "character '\\u%04x'"
                                        : "character '\\U%08x'",
                          c);
    }
    return str_format("'%s' codec can't encode %s %s: %s", value_find_str(argument(e, 0))->text,
                      what->text, unicode_place(e)->text, value_find_str(argument(e, 4))->text);
}

static const Special specials[] = {
    {&KeyError_class, key_error_text, NULL},
    {&OSError_class, os_error_text, os_error_attribute},
    {&ImportError_class, NULL, import_attribute},
    {&NameError_class, NULL, named_attribute},
    {&AttributeError_class, NULL, named_attribute},
    {&StopIteration_class, NULL, stop_attribute},
    {&SystemExit_class, NULL, exit_attribute},
    {&SyntaxError_class, syntax_text, syntax_attribute},
    {&UnicodeDecodeError_class, decode_text, unicode_attribute},
    {&UnicodeEncodeError_class, encode_text, unicode_attribute},
    {&BaseExceptionGroup_class, group_text, group_attribute},
};

static const Special *find_special(const Class *class)
{
    for (size_t i = 0; i < COUNT_OF(specials); i++)
        if (is_subclass(class, specials[i].class))
            return &specials[i];
    return NULL;
}

/* --- making ----------------------------------------------------------------------------------- */

static const struct {
    int number;
    const Class *class;
} errno_classes[] = {
    {ENOENT, &FileNotFoundError_class},        {EEXIST, &FileExistsError_class},
    {EACCES, &PermissionError_class},          {EPERM, &PermissionError_class},
    {ENOTDIR, &NotADirectoryError_class},      {EISDIR, &IsADirectoryError_class},
    {ETIMEDOUT, &TimeoutError_class},          {EINTR, &InterruptedError_class},
    {EPIPE, &BrokenPipeError_class},           {ECONNREFUSED, &ConnectionRefusedError_class},
    {ECONNRESET, &ConnectionResetError_class}, {ECONNABORTED, &ConnectionAbortedError_class},
    {ESRCH, &ProcessLookupError_class},        {ECHILD, &ChildProcessError_class},
    {EAGAIN, &BlockingIOError_class},
};

static const Class *errno_class(const Class *class, const List *args)
{
    if (class != &OSError_class || args->length < 2 || args->at[0].tag != TAG_INT)
        return class;
    for (size_t i = 0; i < COUNT_OF(errno_classes); i++)
        if (errno_classes[i].number == args->at[0].integer)
            return errno_classes[i].class;
    return class;
}

static const Class *class_builtin(const Class *class)
{
    while (class_is_heap(class))
        class = class->base;
    return class;
}

/* An OSError is what its __new__ takes, unless a script has an __init__ only: that one's call of super() counts. */
static bool is_made_by_init(const Class *class)
{
    return class_is_heap(class) && is_subclass(class, &OSError_class) &&
           class_find(class, N(__init__)).obj->class != &SlotFunction_class &&
           class_find(class, N(__new__)).obj->class == &SlotFunction_class;
}

#define ANY_ARGUMENTS(P) P(REST, list, args, Empty) P(KWREST, dict, keywords, Empty)
NATIVE_CLASS(BaseException, construct, ANY_ARGUMENTS)
{
    if (is_subclass(class, &BaseExceptionGroup_class))
        return group_make(class, a->args);
    BaseException *e = (BaseException *)object_allocate(errno_class(class, a->args));
    bool waits = is_made_by_init(class);
    if (is_subclass(class, &OSError_class) && !waits)
        os_error_take(e, a->args);
    else
        e->args = tuple_new(waits ? 0 : a->args->length, a->args->at);
    return OBJ(e);
}

/* name=, obj= and path= of the classes that take them. */
static void take_keywords(BaseException *e, const Dict *keywords)
{
    DictEntry *entry;
    bool is_named = is_subclass(e->obj.class, &ImportError_class) ||
                    is_subclass(e->obj.class, &NameError_class) ||
                    is_subclass(e->obj.class, &AttributeError_class);
    for (size_t i = 0; (entry = dict_next(keywords, &i));) {
        const Str *key = value_find_str(entry->key);
        if (!is_named)
            raise_type("%s() takes no keyword arguments", e->obj.class->name);
        if (str_is(key, "name"))
            e->name = entry->value;
        else if (str_is(key, "path") || str_is(key, "obj"))
            e->object = entry->value;
        else
            raise_type("'%s' is an invalid keyword argument for %s()", key->text,
                       class_builtin(e->obj.class)->name);
    }
}

NATIVE(BaseException, init, ANY_ARGUMENTS)
{
    const Class *class = self->obj.class;
    take_keywords(self, a->keywords);
    if (is_subclass(class, &BaseExceptionGroup_class))
        return NONE;
    size_t count = a->args->length;
    if (is_subclass(class, &OSError_class)) {
        if (is_made_by_init(class))
            os_error_take(self, a->args);
        return NONE;
    }
    self->args = tuple_new(count, a->args->at);
    if (is_subclass(class, &StopIteration_class))
        self->value = count == 0 ? NONE : a->args->at[0];
    else if (is_subclass(class, &SystemExit_class))
        self->value = count == 0 ? NONE : count == 1 ? a->args->at[0] : OBJ(self->args);
    else if (is_subclass(class, &ImportError_class))
        self->value = count == 1 ? a->args->at[0] : NONE;
    return NONE;
}

/* --- methods ---------------------------------------------------------------------------------- */

NATIVE(BaseException, set_args, ONE_VALUE)
{
    self->args = tuple_from(a->value);
    return NONE;
}

NATIVE0(BaseException, get_args)
{
    return self->args ? OBJ(self->args) : OBJ(tuple_new(0, NULL));
}

static Value linked_exception(Value v, const char *what)
{
    if (!is_none(v) && !as(BaseException, v))
        raise_type("exception %s must be None or derive from BaseException", what);
    return v;
}

NATIVE0(BaseException, get_cause)
{
    return is_set(self->cause) ? self->cause : NONE;
}

NATIVE(BaseException, set_cause, ONE_VALUE)
{
    self->cause = linked_exception(a->value, "cause");
    self->suppress_context = true;
    return NONE;
}

NATIVE0(BaseException, get_context)
{
    return is_set(self->context) ? self->context : NONE;
}

NATIVE(BaseException, set_context, ONE_VALUE)
{
    self->context = linked_exception(a->value, "context");
    return NONE;
}

typedef struct Traceback {
    Obj obj;
    ErrFrame *frame;
} Traceback;
extern const Class Traceback_class;

NATIVE0(Traceback, next)
{
    if (!self->frame->next)
        return NONE;
    Traceback *next = (Traceback *)object_allocate(self->obj.class);
    next->frame = self->frame->next;
    return OBJ(next);
}

NATIVE0(Traceback, line)
{
    return INT(self->frame->pos.line);
}

NATIVE0(Traceback, self_frame)
{
    return OBJ(self);
}

NATIVE0(Traceback, file)
{
    return STR(self->frame->pos.file);
}

NATIVE0(Traceback, function)
{
    return STR(self->frame->function);
}

/* A traceback stands for its frame and its code, too: tb.tb_frame.f_code.co_filename. */
static const Method traceback_methods[] = {
    PROPERTY_AS("tb_next", Traceback, next),        PROPERTY_AS("tb_lineno", Traceback, line),
    PROPERTY_AS("tb_frame", Traceback, self_frame), PROPERTY_AS("f_lineno", Traceback, line),
    PROPERTY_AS("f_code", Traceback, self_frame),   PROPERTY_AS("co_filename", Traceback, file),
    PROPERTY_AS("co_name", Traceback, function),    {0},
};
const Class Traceback_class = {
    CLASS_NAMED(Traceback, "traceback", "builtins", object),
    .flags = CLASS_FINAL,
    .methods = traceback_methods,
};

NATIVE0(BaseException, get_traceback)
{
    if (!self->trace)
        return NONE;
    Traceback *tb = obj_new(Traceback);
    tb->frame = self->trace;
    return OBJ(tb);
}

NATIVE(BaseException, set_traceback, ONE_VALUE)
{
    Traceback *tb = as(Traceback, a->value);
    if (!tb && !is_none(a->value))
        raise_type("__traceback__ must be a traceback or None");
    self->trace = tb ? tb->frame : NULL;
    return NONE;
}

NATIVE(BaseException, with_traceback, ONE_VALUE)
{
    BaseException_set_traceback(self, &(BaseException_set_traceback_Args){.value = a->value});
    return OBJ(self);
}

NATIVE(BaseException, add_note, ONE_VALUE)
{
    if (!value_find_str(a->value))
        raise_type("note must be a str, not '%s'", class_text(a->value));
    if (!self->notes)
        self->notes = list_new(1);
    list_append(self->notes, a->value);
    return NONE;
}

NATIVE0(BaseException, get_notes)
{
    if (!self->notes)
        raise_no_attribute(OBJ(self), N(__notes__));
    return OBJ(self->notes);
}

NATIVE(BaseException, set_notes, ONE_VALUE)
{
    self->notes = as(List, a->value);
    if (!self->notes) /* as CPython, which takes anything and complains at the next note */
        raise_type("Cannot add note: __notes__ is not a list");
    return NONE;
}

static Str *exception_text(Value self)
{
    BaseException *e = (BaseException *)self.obj;
    const Special *special = find_special(e->obj.class);
    return special && special->text ? special->text(e) : plain_text(e);
}

static Str *exception_repr(Value self)
{
    BaseException *e = (BaseException *)self.obj;
    Buf out = {0};
    buf_format(&out, "%s(", e->obj.class->name);
    for (size_t i = 0; e->args && i < e->args->length; i++) {
        buf_text(&out, i ? ", " : "");
        buf_add(&out, value_repr(e->args->at[i]));
    }
    buf_char(&out, ')');
    return buf_str(&out);
}

static Value exception_getattr(Value self, Str *name)
{
    BaseException *e = (BaseException *)self.obj;
    const Special *special = find_special(e->obj.class);
    return special && special->attribute ? special->attribute(e, name) : UNSET;
}

/* StopIteration.value and SystemExit.code are no entries of vars(e). */
static bool exception_setattr(Value self, Str *name, Value value)
{
    BaseException *e = (BaseException *)self.obj;
    bool is_member = (name == N(value) && is_subclass(e->obj.class, &StopIteration_class)) ||
                     (str_is(name, "code") && is_subclass(e->obj.class, &SystemExit_class));
    if (is_member)
        e->value = is_set(value) ? value : NONE;
    return is_member;
}

static const Method exception_methods[] = {
    {"args", &BaseException_get_args_native, METHOD_PROPERTY, &BaseException_set_args_native},
    {"__cause__", &BaseException_get_cause_native, METHOD_PROPERTY,
     &BaseException_set_cause_native},
    {"__context__", &BaseException_get_context_native, METHOD_PROPERTY,
     &BaseException_set_context_native},
    {"__traceback__", &BaseException_get_traceback_native, METHOD_PROPERTY,
     &BaseException_set_traceback_native},
    {"__notes__", &BaseException_get_notes_native, METHOD_PROPERTY,
     &BaseException_set_notes_native},
    METHOD(BaseException, with_traceback),
    METHOD(BaseException, add_note),
    {0},
};
static const Field exception_fields[] = {
    FIELD_AS("__suppress_context__", BaseException, bool, suppress_context, MUTABLE),
    {0},
};

const Class BaseException_class = {
    CLASS(BaseException, "builtins", object),
    .flags = CLASS_ANY_ATTR,
    .init = INIT(BaseException),
    .construct = CONSTRUCT(BaseException),
    .methods = exception_methods,
    .fields = exception_fields,
    .repr = exception_repr,
    .str = exception_text,
    .getattr = exception_getattr,
    .setattr = exception_setattr,
};

/* METHODS_OF(X) is what METHODS_X says behind its comma, NULL for the classes without such a line.
 */
#define METHODS_BaseExceptionGroup ~, group_methods
#define SECOND(first, second, ...) second
#define SECOND_EXPANDED(...)       SECOND(__VA_ARGS__)
#define METHODS_OF(name_)          SECOND_EXPANDED(METHODS_##name_, NULL, ~)
#define EXCEPTION_CLASS(name_, base_)                                                              \
    const Class name_##_class = {                                                                  \
        CLASS_NAMED(BaseException, #name_, "builtins", base_),                                     \
        .flags = CLASS_ANY_ATTR,                                                                   \
        .methods = METHODS_OF(name_),                                                              \
    };
EXCEPTION_LIST(EXCEPTION_CLASS)

/* --- raising ---------------------------------------------------------------------------------- */

BaseException *exception_new(const Class *class, Value message)
{
    BaseException *e = (BaseException *)object_allocate(class);
    e->args = tuple_new(is_set(message), &message);
    if (is_subclass(class, &StopIteration_class) || is_subclass(class, &SystemExit_class) ||
        is_subclass(class, &ImportError_class))
        e->value = is_set(message) ? message : NONE;
    return e;
}

static Str *heading(const Class *class, const Str *text)
{
    Str *module = class_module(class);
    bool plain = str_is(module, "builtins") || str_is(module, "__main__");
    Buf out = {0};
    if (!plain)
        buf_format(&out, "%s.", module->text);
    buf_add(&out, class_qualname(class));
    if (text->length)
        buf_format(&out, ": %s", text->text);
    return buf_str(&out);
}

/* Without running script code: exceptions with a __str__ of their own are described later. */
static Str *quick_heading(BaseException *e)
{
    Value first = argument(e, 0);
    bool simple = !e->args || e->args->length == 0 || (e->args->length == 1 && is_str(first));
    if (!simple || is_subclass(e->obj.class, &StopIteration_class))
        return NULL;
    if (class_is_heap(e->obj.class) &&
        is_set(class_override(e->obj.class, N(__str__), offsetof(Class, str))))
        return NULL;
    return heading(e->obj.class, exception_text(OBJ(e)));
}

Err *exception_error(BaseException *e)
{
    if (e->err)
        return e->err;
    Err *err = new (Err);
    bool is_interrupt = is_subclass(e->obj.class, &KeyboardInterrupt_class);
    err->kind = is_interrupt ? ERR_INTERRUPT : ERR_SCRIPT;
    err->code = is_interrupt ? "interrupt.int" : NULL;
    err->exception = e;
    err->message = quick_heading(e);
    e->err = err;
    return err;
}

typedef struct TextJob {
    Value v;
    Str *text;
} TextJob;

static void text_job_run(void *arg)
{
    TextJob *job = arg;
    job->text = value_str(job->v);
}

void exception_describe(Err *err)
{
    BaseException *e = err->exception;
    bool is_syntax = err->code && strcmp(err->code, "script.syntax") == 0;
    bool is_told = err->kind == ERR_INTERRUPT && err->message;
    if ((err->kind != ERR_SCRIPT && err->kind != ERR_INTERRUPT) || is_told || !e ||
        is_syntax) /* syntax: the place is not part of the text */
        return;
    TextJob job = {OBJ(e), NULL};
    if (protect(text_job_run, &job))
        job.text = str_from("<exception str() failed>");
    Buf out = {0};
    buf_add(&out, heading(e->obj.class, job.text));
    for (size_t i = 0; e->notes && i < e->notes->length; i++)
        buf_format(&out, "\n%s", value_find_str(e->notes->at[i])->text);
    err->message = buf_str(&out);
}

/* The errors of the database floor carry what the driver said already. */
void exception_link(Err *err)
{
    enum { LINKS_MAX = 20 };
    for (size_t links = 0; err->exception && err->kind == ERR_SCRIPT && links < LINKS_MAX; links++) {
        const BaseException *e = err->exception;
        Value next = is_set(e->cause) ? e->cause : e->suppress_context ? NONE : e->context;
        BaseException *behind = as(BaseException, next);
        if (!behind || (!behind->trace && !exception_error(behind)->pos.file))
            return; /* without a place of its own it is what this error wraps and tells already */
        err->was_handling = !is_set(e->cause);
        err->cause = exception_error(behind);
        if (!err->cause->trace)
            err->cause->trace = behind->trace;
        err = err->cause;
        exception_describe(err);
    }
    err->cause = NULL; /* a chain may be a ring */
}

_Noreturn void raise_exception(const Class *class, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Str *message = str_format_list(format, args);
    va_end(args);
    err_raise(exception_error(exception_new(class, STR(message))));
}

_Noreturn void raise_exception_with(const Class *class, Value value)
{
    err_raise(exception_error(exception_new(class, value)));
}

_Noreturn void raise_exception_args(const Class *class, size_t count, const Value *args)
{
    Value e = instantiate(class, &(Call){.count = count, .args = args});
    err_raise(exception_error((BaseException *)e.obj));
}

BaseException *exception_instance(Value x)
{
    BaseException *e = as(BaseException, x);
    const Class *class = value_as_class(x);
    if (!e && class && is_subclass(class, &BaseException_class)) {
        Value made = instantiate(class, &(Call){0});
        e = as(BaseException, made);
        if (!e)
            raise_type(
                "calling <class '%s'> should have returned an instance of BaseException, not "
                "<class '%s'>",
                class->name, class_text(made));
    }
    if (!e)
        raise_type("exceptions must derive from BaseException");
    return e;
}

_Noreturn void raise_object(Value exception)
{
    err_raise(exception_error(exception_instance(exception)));
}

/* --- errors from below ------------------------------------------------------------------------ */

static ErrorWrapper wrapper; /* set once at start by the floor that knows database errors */

void exception_set_wrapper(ErrorWrapper function)
{
    wrapper = function;
}

static const Class *file_error_class(const Err *err)
{
    static const struct {
        const char *code;
        const Class *class;
    } rows[] = {
        {"file.missing", &FileNotFoundError_class},   {"file.directory", &IsADirectoryError_class},
        {"file.unreadable", &PermissionError_class},  {"file.exists", &FileExistsError_class},
        {"file.not-utf8", &UnicodeDecodeError_class}, {"json.syntax", &ValueError_class},
        {"config.value", &ValueError_class},
    };
    for (size_t i = 0; err->code && i < COUNT_OF(rows); i++)
        if (strcmp(err->code, rows[i].code) == 0)
            return rows[i].class;
    return &RuntimeError_class;
}

BaseException *exception_from(Err *err)
{
    if (err->exception)
        return err->exception;
    bool is_memory = err->code && strcmp(err->code, "script.memory") == 0;
    bool is_interrupt = err->kind == ERR_INTERRUPT;
    BaseException *e = is_memory                  ? exception_new(&MemoryError_class, UNSET)
                       : wrapper && !is_interrupt ? wrapper(err)
                                                  : NULL;
    if (is_memory)
        e->args = tuple_new(0, NULL);
    if (!e)
        e = exception_new(is_interrupt           ? &KeyboardInterrupt_class
                          : err->kind == ERR_FILE ? file_error_class(err)
                                                  : &RuntimeError_class,
                          err->message && !is_interrupt ? STR(err->message) : UNSET);
    err->exception = e;
    e->err = err;
    return e;
}

bool err_is(Err *err, const Class *class)
{
    return is_subclass(exception_from(err)->obj.class, class);
}
