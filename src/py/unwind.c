/* unwind.c -- how an error finds its handler: what is being handled, what error becomes which exception, and
 * the walk from the innermost frame outwards. */
#include "py/frame.h"
#include "py/instruction.h"

Value vm_handled(void)
{
    for (const Frame *frame = vm.frame; frame; frame = frame->back)
        if (is_set(frame->handled))
            return frame->handled;
    return UNSET;
}

BaseException *vm_handled_exception(void)
{
    Value handled = vm_handled();
    return is_set(handled) ? (BaseException *)handled.obj : NULL;
}

/* The error being handled becomes e's __context__; a chain that came back to e is cut. */
void vm_set_context(BaseException *e)
{
    Value handled = vm_handled();
    if (!is_set(handled) || handled.obj == &e->obj)
        return;
    BaseException *at = (BaseException *)handled.obj;
    while (at) {
        BaseException *next = is_set(at->context) ? as(BaseException, at->context) : NULL;
        if (next == e) {
            at->context = UNSET;
            break;
        }
        at = next;
    }
    e->context = handled;
}

/* The parser knows no classes: its texts tell which SyntaxError it is. */
static const Class *syntax_error_class(const Str *message)
{
    static const struct {
        const char *start;
        const Class *class;
    } rows[] = {
        {"unexpected indent", &IndentationError_class},
        {"expected an indented block", &IndentationError_class},
        {"too many levels of indentation", &IndentationError_class},
        {"unindent does not match", &IndentationError_class},
        {"inconsistent use of tabs", &TabError_class},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (str_starts_with(message, rows[i].start))
            return rows[i].class;
    return &SyntaxError_class;
}

/* SyntaxError(msg, (filename, lineno, offset, text, end_lineno, end_offset)) */
static BaseException *syntax_error_new(Err *err)
{
    const Class *class = syntax_error_class(err->message);
    const Pos *pos = &err->pos;
    const Value place[] = {STR(pos->file), INT(pos->line), INT(pos->column), NONE, INT(pos->line),
                           INT(pos->end_column ? pos->end_column : pos->column)};
    const Value args[] = {STR(err->message), OBJ(tuple_new(COUNT_OF(place), place))};
    BaseException *e = exception_new(class, UNSET);
    e->args = tuple_new(2, args);
    e->err = err;
    err->exception = e;
    err->message = str_format("%s: %s", class->name, err->message->text);
    return e;
}

BaseException *vm_error_object(Err *err)
{
    bool is_syntax = err->code && strcmp(err->code, "script.syntax") == 0;
    if (!err->exception && err->kind == ERR_SCRIPT && is_syntax)
        return syntax_error_new(err);
    return exception_from(err);
}

/* A comprehension is a part of its function, as in CPython 3.12: one place for both. */
static void error_passes(BaseException *e, const Frame *frame)
{
    unsigned kind = frame->code->flags & (CODE_COMPREHENSION | CODE_GENERATOR | CODE_COROUTINE);
    bool is_inner = kind == CODE_COMPREHENSION;
    if (e->trace && e->trace->is_inner) {
        e->trace->function = frame->code->name;
        e->trace->is_inner = is_inner;
        return;
    }
    ErrFrame *entry = new (ErrFrame);
    entry->is_inner = is_inner;
    entry->pos = frame_pos(frame);
    entry->function = frame->code->name;
    entry->next = e->trace;
    e->trace = entry;
}

static const Cover *cover_find(const Code *code, uint32_t word)
{
    for (size_t i = 0; i < code->cover_count; i++)
        if (word >= code->covers[i].start && word < code->covers[i].end)
            return &code->covers[i];
    return NULL;
}

/* StopIteration may not leave a generator: it would end its caller's loop. */
static BaseException *error_leaving_generator(BaseException *e, const Frame *frame)
{
    bool is_async = frame->generator->obj.class == &async_generator_class;
    const char *what = NULL;
    if (is_subclass(e->obj.class, &StopIteration_class))
        what = is_async ? "async generator raised StopIteration"
               : frame->generator->obj.class == &coroutine_class ? "coroutine raised StopIteration"
                                                                 : "generator raised StopIteration";
    else if (is_async && is_subclass(e->obj.class, &StopAsyncIteration_class))
        what = "async generator raised StopAsyncIteration";
    if (!what)
        return e;
    BaseException *other = exception_new(&RuntimeError_class, STR(str_from(what)));
    other->cause = other->context = OBJ(e);
    other->suppress_context = true;
    error_passes(other, frame);
    Err *err = exception_error(other);
    err->pos = frame_pos(frame);
    return other;
}

bool vm_unwind(Frame *entry, Err **err)
{
    BaseException *e = vm_error_object(*err);
    bool keeps_trace = vm.reraises;
    vm.reraises = false;
    if (!e->trace && !is_set(e->context) && !keeps_trace)
        vm_set_context(e);
    if (!e->trace && !(*err)->pos.file)
        (*err)->pos = frame_pos(vm.frame);
    for (;;) {
        Frame *frame = vm.frame;
        if (!keeps_trace)
            error_passes(e, frame);
        keeps_trace = false;
        const Cover *cover = vm.is_spent ? NULL : cover_find(frame->code, frame_word(frame));
        if (cover) {
            frame_stack(frame)[cover->depth] = OBJ(e);
            frame->depth = cover->depth + 1;
            frame->at = frame->code->words + cover->target;
            return true;
        }
        if (frame->generator) {
            generator_finish(frame->generator);
            e = error_leaving_generator(e, frame);
        }
        *err = exception_error(e);
        (*err)->trace = e->trace;
        if (frame == entry)
            return false;
        vm.frame = frame->back;
        vm.depth--;
    }
}
