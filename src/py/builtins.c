/* builtins.c -- the module `builtins`: everything scripts may use without importing it. */
#include "py/py.h"
#include "py/internal.h"
#include "py/builtins.h"

#include <stdio.h>

/* --- print ------------------------------------------------------------------------------------ */

void print_text(const Str *text)
{
    fwrite(text->text, 1, text->length, stdout);
}

void print_flush(void)
{
    fflush(stdout);
}

Value print_redirection(void)
{
    Value sys = dict_find_text(import_modules(), "sys");
    if (sys.tag != TAG_OBJ || !sys.obj->attrs)
        return UNSET;
    Value file = dict_find_text(sys.obj->attrs, "stdout");
    return is_absent(file) ? UNSET : file;
}

/* sep and end: str or None. */
static Str *print_piece(Value v, const char *name, const char *fallback)
{
    if (is_none(v))
        return str_from(fallback);
    Str *text = value_find_str(v);
    if (!text)
        raise_type("%s must be None or a string, not %s", name, class_text(v));
    return text;
}

#define PRINT_PARAMS(P)                                                                            \
    P(REST, list, values, Empty)                                                                   \
    P(KEY, any, sep, None) P(KEY, any, end, None) P(KEY, any, file, None) P(KEY, any, flush, False)
FUNCTION(builtins, print, PRINT_PARAMS)
{
    const Str *sep = print_piece(a->sep, "sep", " "), *end = print_piece(a->end, "end", "\n");
    Buf out = {0};
    for (size_t i = 0; i < a->values->length; i++) {
        if (i)
            buf_add(&out, sep);
        buf_add(&out, value_str(a->values->at[i]));
    }
    buf_add(&out, end);
    Value file = is_none(a->file) ? print_redirection() : a->file, text = STR(buf_str(&out));
    bool flush = value_truth(a->flush);
    if (is_set(file)) {
        call_method(file, "write", 1, &text);
        if (flush)
            call_method(file, "flush", 0, NULL);
        return NONE;
    }
    print_text(text.str);
    if (flush)
        print_flush();
    return NONE;
}

/* --- iteration -------------------------------------------------------------------------------- */

FUNCTION(builtins, all, ONE_VALUE)
{
    Iter it = iter_open(a->value);
    Value item;
    while (iter_next(&it, &item))
        if (!value_truth(item))
            return FALSE_VALUE;
    return TRUE_VALUE;
}

FUNCTION(builtins, any, ONE_VALUE)
{
    Iter it = iter_open(a->value);
    Value item;
    while (iter_next(&it, &item))
        if (value_truth(item))
            return TRUE_VALUE;
    return FALSE_VALUE;
}

#define ITER_PARAMS(P) P(ONLY, any, object, Required) P(ONLY, any, sentinel, Unset)
FUNCTION(builtins, iter, ITER_PARAMS)
{
    return is_set(a->sentinel) ? callable_iterator(a->object, a->sentinel) : value_iter(a->object);
}

#define NEXT_PARAMS(P) P(ONLY, any, iterator, Required) P(ONLY, any, default__, Unset)
FUNCTION(builtins, next, NEXT_PARAMS)
{
    const Class *class = class_of(a->iterator);
    Value script = class_is_heap(class) ? class_override(class, N(__next__), offsetof(Class, next)) : UNSET;
    if (is_set(script) && !is_set(a->default__)) /* its own StopIteration goes through */
        return call(script, 1, &a->iterator);
    (void)generator_take_result(); /* what a generator before this one came to */
    Value item = value_next(a->iterator);
    if (is_set(item))
        return item;
    if (is_set(a->default__))
        return a->default__;
    Value result = generator_take_result();
    if (!is_absent(result))
        raise_exception_with(&StopIteration_class, result);
    raise_object(OBJ(&StopIteration_class));
}

FUNCTION(builtins, aiter, ONE_VALUE)
{
    Value iterator = special_call(a->value, N(__aiter__), 0, NULL);
    if (!is_set(iterator))
        raise_type("'%s' object is not an async iterable", class_text(a->value));
    return iterator;
}

typedef struct AwaitJob {
    Value awaitable, result;
} AwaitJob;

static void await_job(void *arg)
{
    AwaitJob *job = arg;
    job->result = await_value(job->awaitable);
}

FUNCTION(builtins, anext, NEXT_PARAMS)
{
    AwaitJob job = {special_call(a->iterator, N(__anext__), 0, NULL), UNSET};
    if (!is_set(job.awaitable))
        raise_type("'%s' object is not an async iterator", class_text(a->iterator));
    if (!is_set(a->default__))
        return job.awaitable;
    Err *err = protect(await_job, &job);
    if (err && !err_is(err, &StopAsyncIteration_class))
        err_raise(err);
    return done_new(err ? a->default__ : job.result);
}

FUNCTION(builtins, len, ONE_VALUE)
{
    return INT(value_length(a->value));
}

#define SORTED_PARAMS(P)                                                                           \
    P(ONLY, any, iterable, Required) P(KEY, any, key, None) P(KEY, any, reverse, False)
FUNCTION(builtins, sorted, SORTED_PARAMS)
{
    List *list = list_from(a->iterable);
    sort_values(list->at, list->length, a->key, value_truth(a->reverse));
    return OBJ(list);
}

/* --- text ------------------------------------------------------------------------------------- */

FUNCTION(builtins, repr, ONE_VALUE)
{
    return STR(value_repr(a->value));
}

FUNCTION(builtins, ascii, ONE_VALUE)
{
    return STR(value_ascii(a->value));
}

#define FORMAT_PARAMS(P) P(ONLY, any, value, Required) P(ONLY, str, format_spec, Empty)
FUNCTION(builtins, format, FORMAT_PARAMS)
{
    return STR(value_format(a->value, a->format_spec));
}

FUNCTION(builtins, chr, ONE_VALUE)
{
    int64_t code = index_clamped(a->value);
    if (code < INT32_MIN || code > INT32_MAX)
        raise_exception(&OverflowError_class, "Python int too large to convert to C int");
    if (code < 0 || code > 0x10FFFF)
        raise_value("chr() arg not in range(0x110000)");
    char bytes[4];
    size_t length = utf8_put(bytes, (uint32_t)code);
    return STR(str_new(bytes, length));
}

FUNCTION(builtins, ord, ONE_VALUE)
{
    const Str *text = value_find_str(a->value);
    const char *data;
    size_t length;
    if (text) {
        const char *p = text->text;
        if (text->characters == 1)
            return INT(utf8_next(&p));
        raise_type("ord() expected a character, but string of length %u found", text->characters);
    }
    if (!value_find_bytes(a->value, &data, &length))
        raise_type("ord() expected string of length 1, but %s found", class_text(a->value));
    if (length != 1)
        raise_type("ord() expected a character, but string of length %zu found", length);
    return INT((unsigned char)data[0]);
}

/* --- code ------------------------------------------------------------------------------------- */

static Str *source_text(Value source, const char *function)
{
    Str *text = value_find_str(source);
    const char *data;
    size_t length;
    if (text)
        return text;
    if (value_find_bytes(source, &data, &length))
        return bytes_decode(data, length, "utf-8", NULL);
    raise_type("%s() arg 1 must be a string, bytes or %s object", function,
               strcmp(function, "compile") == 0 ? "AST" : "code");
}

static Dict *code_globals(Value globals, const char *function)
{
    if (is_none(globals))
        return frame_globals();
    if (globals.tag != TAG_OBJ || !is_instance(globals, &dict_class))
        raise_type(*function == 'e' && function[1] == 'v' ? "globals must be a dict"
                                                          : "exec() globals must be a dict, not %s",
                   class_text(globals));
    if (!dict_has((Dict *)globals.obj, STR(intern("__builtins__"))))
        dict_set_text((Dict *)globals.obj, "__builtins__", OBJ(import_module(intern("builtins"))));
    return (Dict *)globals.obj;
}

static Str *checked_source(Value source, const char *function)
{
    Str *text = source_text(source, function);
    if (memchr(text->text, '\0', text->length))
        raise_exception(&SyntaxError_class, "source code string cannot contain null bytes");
    return text;
}

static Value run_source(Value source, Value globals, Value locals, char mode)
{
    const char *function = mode == 'e' ? "eval" : "exec";
    Value code = source;
    if (source.tag != TAG_OBJ || !is_instance(source, &code_class))
        code = code_from_text(checked_source(source, function), str_from("<string>"), mode);
    Dict *names_global = code_globals(globals, function);
    if (is_none(locals))
        locals = OBJ(is_none(globals) ? frame_locals() : names_global);
    return code_run(code, names_global, locals);
}

#define EVAL_PARAMS(P)                                                                             \
    P(ONLY, any, source, Required) P(POS, any, globals, None) P(POS, any, locals, None)
FUNCTION(builtins, eval, EVAL_PARAMS)
{
    Value source = a->source;
    const Str *text = value_find_str(source);
    if (text) { /* leading blanks are no indentation */
        size_t blanks = strspn(text->text, " \t");
        source = STR(str_slice_bytes(text, blanks, text->length));
    }
    return run_source(source, a->globals, a->locals, 'e');
}

FUNCTION(builtins, exec, EVAL_PARAMS)
{
    run_source(a->source, a->globals, a->locals, 'x');
    return NONE;
}

#define COMPILE_PARAMS(P)                                                                          \
    P(POS, any, source, Required)                                                                  \
    P(POS, str, filename, Required)                                                                \
    P(POS, str, mode, Required) P(POS, any, flags, Zero) P(POS, any, dont_inherit, False)          \
        P(POS, any, optimize, MinusOne)
FUNCTION(builtins, compile, COMPILE_PARAMS)
{
    bool is_eval = str_is(a->mode, "eval");
    if (!is_eval && !str_is(a->mode, "exec"))
        raise_value("compile() mode must be 'exec' or 'eval'");
    if (value_truth(a->flags))
        raise_value("compile(): unrecognised flags");
    return code_from_text(checked_source(a->source, "compile"), a->filename, is_eval ? 'e' : 'x');
}

#define IMPORT_PARAMS(P)                                                                           \
    P(POS, any, name, Required)                                                                    \
    P(POS, any, globals, None)                                                                     \
    P(POS, any, locals, None) P(POS, any, fromlist, None) P(POS, int, level, Zero)
FUNCTION(builtins, __import__, IMPORT_PARAMS)
{
    bool has_globals = a->globals.tag == TAG_OBJ && is_instance(a->globals, &dict_class);
    Str *name = value_find_str(a->name);
    if (!name)
        raise_type("module name must be a string");
    if (name->length == 0 && a->level <= 0)
        raise_value("Empty module name");
    return import_call(str_intern(name), has_globals ? (Dict *)a->globals.obj : NULL,
                       a->fromlist, a->level);
}

/* --- refused ---------------------------------------------------------------------------------- */

#define ANYTHING(P) P(REST, list, args, Empty) P(KWREST, dict, extra, Empty)
#define REFUSED(name, why)                                                                         \
    FUNCTION(builtins, name, ANYTHING)                                                             \
    {                                                                                              \
        raise_exception(&NotImplementedError_class, #name "() is not available to scripts: " why); \
    }
REFUSED(breakpoint, "there is no debugger")
REFUSED(help, "there is no pager; see the documentation")
REFUSED(input, "migrations run without a terminal")

#define EXIT_PARAMS(P) P(POS, any, code, None)
FUNCTION(builtins, exit, EXIT_PARAMS)
{
    raise_exception_with(&SystemExit_class, a->code);
}

const char *builtin_refusal(Value callee)
{
    static const struct {
        const char *name, *why;
    } refused[] = {{"breakpoint", "breakpoint() is not available to scripts"},
                   {"help", "help() is not available to scripts"},
                   {"input", "input() is not available to scripts"}};
    for (size_t i = 0; i < COUNT_OF(refused); i++)
        if (value_is(callee, module_find(import_module(intern("builtins")), refused[i].name)))
            return refused[i].why;
    return NULL;
}

/* --- the module ------------------------------------------------------------------------------- */

static Value make_true(void)
{
    return TRUE_VALUE;
}

static Value make_false(void)
{
    return FALSE_VALUE;
}

static Value make_none(void)
{
    return NONE;
}

static Value make_ellipsis(void)
{
    return ELLIPSIS;
}

static Value make_not_implemented(void)
{
    return NOT_IMPLEMENTED;
}

static const Export function_exports[] = {
    EXPORT_FUNCTION(builtins, print),       EXPORT_FUNCTION(builtins, all),
    EXPORT_FUNCTION(builtins, any),         EXPORT_FUNCTION(builtins, iter),
    EXPORT_FUNCTION(builtins, next),        EXPORT_FUNCTION(builtins, aiter),
    EXPORT_FUNCTION(builtins, anext),       EXPORT_FUNCTION(builtins, len),
    EXPORT_FUNCTION(builtins, sorted),      EXPORT_FUNCTION(builtins, repr),
    EXPORT_FUNCTION(builtins, ascii),       EXPORT_FUNCTION(builtins, format),
    EXPORT_FUNCTION(builtins, chr),         EXPORT_FUNCTION(builtins, ord),
    EXPORT_FUNCTION(builtins, eval),        EXPORT_FUNCTION(builtins, exec),
    EXPORT_FUNCTION(builtins, compile),     EXPORT_FUNCTION(builtins, __import__),
    EXPORT_FUNCTION(builtins, breakpoint),  EXPORT_FUNCTION(builtins, help),
    EXPORT_FUNCTION(builtins, input),       EXPORT_MAKE("True", make_true),
    EXPORT_MAKE("False", make_false),       EXPORT_MAKE("None", make_none),
    EXPORT_FUNCTION(builtins, exit),        EXPORT_FUNCTION_AS("quit", builtins, exit),
    EXPORT_MAKE("Ellipsis", make_ellipsis), EXPORT_MAKE("NotImplemented", make_not_implemented),
    EXPORT_TEXT("__name__", "builtins"),    {0},
};

static const Export own_exports[] = {EXPORT_MODULE("__builtins__", "builtins"), {0}};

static const Export class_exports[] = {
    EXPORT_CLASS_AS("object", object),
    EXPORT_CLASS_AS("type", type),
    EXPORT_CLASS_AS("bool", bool),
    EXPORT_CLASS_AS("int", int),
    EXPORT_CLASS_AS("float", float),
    EXPORT_CLASS_AS("str", str),
    EXPORT_CLASS_AS("bytes", bytes),
    EXPORT_CLASS_AS("bytearray", bytearray),
    EXPORT_CLASS_AS("list", list),
    EXPORT_CLASS_AS("tuple", tuple),
    EXPORT_CLASS_AS("dict", dict),
    EXPORT_CLASS_AS("set", set),
    EXPORT_CLASS_AS("frozenset", frozenset),
    EXPORT_CLASS_AS("slice", slice),
    EXPORT_CLASS_AS("range", range),
    EXPORT_CLASS_AS("property", property),
    EXPORT_CLASS_AS("classmethod", classmethod),
    EXPORT_CLASS_AS("staticmethod", staticmethod),
    EXPORT_CLASS_AS("super", super),
    EXPORT_CLASS_AS("enumerate", enumerate),
    EXPORT_CLASS_AS("zip", zip),
    EXPORT_CLASS_AS("map", map),
    EXPORT_CLASS_AS("filter", filter),
    EXPORT_CLASS_AS("reversed", reversed),
    EXPORT_CLASS_AS("memoryview", MemoryView),
    EXPORT_CLASS_AS("complex", complex),
    {0},
};

#define EXPORT_EXCEPTION(name, base) EXPORT_CLASS(name),
static const Export exception_exports[] = {
    EXPORT_CLASS(BaseException),
    EXPORT_CLASS(ExceptionGroup),
    EXCEPTION_LIST(EXPORT_EXCEPTION) EXPORT_CLASS_AS("IOError", OSError),
    EXPORT_CLASS_AS("EnvironmentError", OSError),
    {0},
};

static const Export *const builtins_exports[] = {
    own_exports,
    class_exports,
    exception_exports,
    function_exports,
    numeric_exports,
    inquiry_exports,
    file_exports,
    NULL,
};

const ModuleDef builtins_module = {.name = "builtins", .exports = builtins_exports};
