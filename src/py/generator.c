/* generator.c -- generators, coroutines and asynchronous generators: frames with a status; and
 * Done, the awaitable that natives return because their work is finished already. */
#include "py/instruction.h"

Value generator_new(Frame *frame)
{
    unsigned flags = frame->code->flags;
    const Class *class = !(flags & CODE_GENERATOR) ? &coroutine_class
                         : flags & CODE_COROUTINE  ? &async_generator_class
                                                   : &generator_class;
    Generator *generator = mem_alloc(sizeof(Generator));
    generator->obj.class = class;
    generator->frame = frame;
    generator->name = frame->function ? frame->function->name : frame->code->name;
    generator->qualname = frame->function ? frame->function->qualname : frame->code->qualname;
    frame->generator = generator;
    return OBJ(generator);
}

static const char *generator_kind(const Generator *generator)
{
    return generator->obj.class == &generator_class   ? "generator"
           : generator->obj.class == &coroutine_class ? "coroutine"
                                                      : "async generator";
}

void generator_finish(Generator *generator)
{
    generator->status = GENERATOR_DONE;
    generator->frame = NULL;
}

Frame *generator_enter(Generator *generator, Value sent)
{
    Frame *frame = generator->frame;
    switch (generator->status) {
    case GENERATOR_DONE:
        if (generator->obj.class == &coroutine_class)
            raise_exception(&RuntimeError_class, "cannot reuse already awaited coroutine");
        vm.result = NONE;
        return NULL;
    case GENERATOR_RUNNING:
        if (generator->obj.class == &generator_class)
            raise_value("generator already executing");
        raise_exception(&RuntimeError_class, "%s is already running", generator_kind(generator));
    case GENERATOR_NEW:
        if (!is_none(sent))
            raise_type("can't send non-None value to a just-started %s", generator_kind(generator));
        break;
    case GENERATOR_SUSPENDED:
        frame_stack(frame)[frame->depth++] = sent;
        break;
    }
    generator->status = GENERATOR_RUNNING;
    return frame;
}

/* A thrown error arrives at the yield itself: the instruction before the one to run next. */
static Value generator_run_error(Generator *generator, Value error)
{
    Frame *frame = generator->frame;
    frame->at--;
    generator->status = GENERATOR_RUNNING;
    return vm_run(frame, error);
}

Value generator_resume(Generator *generator, Value sent, Value error)
{
    if (!is_set(error)) {
        Frame *frame = generator_enter(generator, sent);
        return frame ? vm_run(frame, UNSET) : UNSET;
    }
    if (generator->status == GENERATOR_RUNNING)
        generator_enter(generator, sent);
    if (generator->status == GENERATOR_NEW)
        generator_finish(generator); /* it never got into its body */
    if (generator->status == GENERATOR_DONE)
        err_raise(exception_error((BaseException *)error.obj));
    return generator_run_error(generator, error);
}

Value generator_take_result(void)
{
    Value result = is_set(vm.result) ? vm.result : NONE;
    vm.result = UNSET;
    return result;
}

/* --- delegation: yield from, await ------------------------------------------------------------ */

typedef struct SendJob {
    Value iterator, value, yielded;
} SendJob;

static void send_job(void *arg)
{
    SendJob *job = arg;
    job->yielded = call_method(job->iterator, "send", 1, &job->value);
}

/* StopIteration of a send() or throw() is its result; other errors go on. */
static void take_stop_iteration(Err *err)
{
    if (!err_is(err, &StopIteration_class))
        err_raise(err);
    vm.result = exception_from(err)->value;
    if (!is_set(vm.result))
        vm.result = NONE;
}

Value generator_send_to(Value iterator, Value v)
{
    const Class *class = class_of(iterator);
    if (class == &done_class) {
        vm.result = ((Done *)iterator.obj)->value;
        return UNSET;
    }
    if (class == &generator_class || class == &coroutine_class)
        return generator_resume((Generator *)iterator.obj, v, UNSET);
    if (is_none(v)) {
        Value stop = NONE;
        vm.result = UNSET;
        Value next = iterator_step(iterator, &stop);
        if (!is_set(next) && !is_set(vm.result))
            vm.result = stop;
        return next;
    }
    SendJob job = {iterator, v, UNSET};
    Err *err = protect(send_job, &job);
    if (err)
        take_stop_iteration(err);
    return job.yielded;
}

/* What the suspended frame delegates to, or UNSET. */
static Value delegate_of(const Generator *generator)
{
    const Frame *frame = generator->frame;
    if (generator->status != GENERATOR_SUSPENDED || frame->at == frame->code->words)
        return UNSET;
    uint32_t word = frame->at[-1];
    if ((word & 0xff) != OP_YIELD || word >> 8 != YIELD_DELEGATED)
        return UNSET;
    return frame_stack(generator->frame)[frame->depth - 1];
}

typedef struct ThrowJob {
    Value target, error, yielded;
    bool closes, handled;
} ThrowJob;

static void throw_job(void *arg)
{
    ThrowJob *job = arg;
    Value method = value_find_attr_text(job->target, job->closes ? "close" : "throw");
    if (!is_set(method))
        return;
    job->handled = true;
    Value result = call(method, job->closes ? 0 : 1, &job->error);
    if (!job->closes)
        job->yielded = result;
    else
        job->handled = false;
}

/* The delegate finished with vm.result: the outer frame goes on behind its SEND loop. */
static Value generator_delegate_done(Generator *generator)
{
    Frame *frame = generator->frame;
    uint32_t send = frame->at[-2]; /* it stands before the YIELD */
    BUG_UNLESS((send & 0xff) == OP_SEND);
    frame_stack(frame)[frame->depth++] = vm.result;
    frame->at = frame->code->words + (send >> 8);
    generator->status = GENERATOR_RUNNING;
    return vm_run(frame, UNSET);
}

static Value generator_throw_value(Generator *generator, Value error)
{
    Value delegate = delegate_of(generator);
    if (!is_set(delegate))
        return generator_resume(generator, NONE, error);
    bool closes = is_instance(error, &GeneratorExit_class);
    ThrowJob job = {delegate, error, UNSET, closes, false};
    generator->status = GENERATOR_RUNNING;
    Err *err = protect(throw_job, &job);
    generator->status = GENERATOR_SUSPENDED;
    if (err && err_is(err, &StopIteration_class) && !closes) {
        take_stop_iteration(err);
        return generator_delegate_done(generator);
    }
    if (err)
        return generator_resume(generator, NONE, OBJ(exception_from(err)));
    if (!job.handled)
        return generator_resume(generator, NONE, error);
    return job.yielded;
}

/* --- the methods of generators and coroutines ------------------------------------------------- */

static _Noreturn void raise_stop(const Class *class)
{
    Value result = generator_take_result();
    raise_exception_with(class, is_none(result) ? UNSET : result);
}

static Generator *generator_of(Value self)
{
    return (Generator *)self.obj;
}

static Value stop_unless(Value yielded)
{
    if (!is_set(yielded))
        raise_stop(&StopIteration_class);
    return yielded;
}

static BaseException *thrown(Value type, Value value)
{
    BaseException *e = as(BaseException, type);
    if (e)
        return e;
    const Class *class = value_as_class(type);
    if (!class || !is_subclass(class, &BaseException_class))
        raise_type("exceptions must be classes or instances deriving from BaseException, not %s",
                   class_text(type));
    if (as(BaseException, value))
        return as(BaseException, value);
    Value made = is_absent(value) ? call(type, 0, NULL) : call(type, 1, &value);
    return as(BaseException, made);
}

typedef struct CloseJob {
    Generator *generator;
    Value error, yielded;
} CloseJob;

static void close_job(void *arg)
{
    CloseJob *job = arg;
    job->yielded = generator_throw_value(job->generator, job->error);
}

static void generator_close_now(Generator *generator)
{
    if (generator->status == GENERATOR_NEW || generator->status == GENERATOR_DONE) {
        generator_finish(generator);
        return;
    }
    CloseJob job = {generator, OBJ(exception_new(&GeneratorExit_class, UNSET)), UNSET};
    Err *err = protect(close_job, &job);
    if (err && !err_is(err, &GeneratorExit_class) && !err_is(err, &StopIteration_class))
        err_raise(err);
    if (!err && is_set(job.yielded))
        raise_exception(&RuntimeError_class, "%s ignored GeneratorExit", generator_kind(generator));
}

#define SEND_PARAMS(P) P(ONLY, any, value, Required)
#define THROW_PARAMS(P)                                                                            \
    P(ONLY, any, type, Required) P(ONLY, any, value, None) P(ONLY, any, traceback, None)

NATIVE_VALUE(generator, send, SEND_PARAMS)
{
    return stop_unless(generator_resume(generator_of(self), a->value, UNSET));
}
NATIVE_VALUE(generator, throw, THROW_PARAMS)
{
    return stop_unless(generator_throw_value(generator_of(self), OBJ(thrown(a->type, a->value))));
}
NATIVE_VALUE(generator, close, NO_PARAMS)
{
    generator_close_now(generator_of(self));
    return NONE;
}

/* What coroutine.__await__() gives: an iterator over its steps, which `yield from` takes. */
typedef struct CoroutineWrapper {
    Obj obj;
    Generator *coroutine;
} CoroutineWrapper;

static Generator *wrapped_coroutine(Value self)
{
    return ((CoroutineWrapper *)self.obj)->coroutine;
}

static Value coroutine_wrapper_next(Value self)
{
    return generator_resume(wrapped_coroutine(self), NONE, UNSET);
}

NATIVE_VALUE(coroutine_wrapper, send, ONE_VALUE)
{
    return stop_unless(generator_resume(wrapped_coroutine(self), a->value, UNSET));
}
NATIVE_VALUE(coroutine_wrapper, throw, THROW_PARAMS)
{
    return stop_unless(generator_throw_value(wrapped_coroutine(self), OBJ(thrown(a->type, a->value))));
}
NATIVE_VALUE(coroutine_wrapper, close, NO_PARAMS)
{
    generator_close_now(wrapped_coroutine(self));
    return NONE;
}

static const Method coroutine_wrapper_methods[] = {METHOD(coroutine_wrapper, send),
                                                   METHOD(coroutine_wrapper, throw),
                                                   METHOD(coroutine_wrapper, close),
                                                   {0}};

static Value coroutine_wrapper_iter(Value self)
{
    return self;
}

static const Class coroutine_wrapper_class = {
    CLASS_NAMED(CoroutineWrapper, "coroutine_wrapper", "builtins", object),
    .flags = CLASS_FINAL | CLASS_ABSTRACT,
    .methods = coroutine_wrapper_methods,
    .iter = coroutine_wrapper_iter,
    .next = coroutine_wrapper_next};

NATIVE_VALUE(generator, await, NO_PARAMS)
{
    CoroutineWrapper *wrapper = (CoroutineWrapper *)object_allocate(&coroutine_wrapper_class);
    wrapper->coroutine = generator_of(self);
    return OBJ(wrapper);
}

static Value generator_getattr(Value self, Str *name)
{
    const Generator *generator = generator_of(self);
    if (name == N(__name__))
        return STR(generator->name);
    if (name == N(__qualname__))
        return STR(generator->qualname);
    if (str_is(name, "gi_frame") || str_is(name, "cr_frame") || str_is(name, "ag_frame"))
        return OBJ(generator->frame);
    if (str_is(name, "gi_running") || str_is(name, "cr_running") || str_is(name, "ag_running"))
        return BOOL(generator->status == GENERATOR_RUNNING);
    if (str_is(name, "gi_suspended") || str_is(name, "cr_suspended") || str_is(name, "ag_suspended"))
        return BOOL(generator->status == GENERATOR_SUSPENDED);
    if (str_is(name, "gi_code") || str_is(name, "cr_code") || str_is(name, "ag_code"))
        return generator->frame ? OBJ(generator->frame->code) : NONE;
    if (str_is(name, "gi_yieldfrom") || str_is(name, "cr_await")) {
        Value delegate = generator->frame ? delegate_of(generator) : UNSET;
        return is_set(delegate) ? delegate : NONE;
    }
    return UNSET;
}

static bool generator_setattr(Value self, Str *name, Value value)
{
    Generator *generator = generator_of(self);
    Str *text = is_set(value) ? value_find_str(value) : NULL;
    if (name != N(__name__) && name != N(__qualname__))
        return false;
    if (!text)
        raise_type("%s must be set to a string object", name->text);
    *(name == N(__name__) ? &generator->name : &generator->qualname) = text;
    return true;
}

static Str *generator_repr(Value self)
{
    const Generator *generator = generator_of(self);
    const char *kind = generator->obj.class == &async_generator_class ? "async_generator"
                                                                      : generator_kind(generator);
    return str_format("<%s object %s at %p>", kind, generator->qualname->text, (void *)self.obj);
}

static Value generator_iter(Value self)
{
    return self;
}

static Value generator_next(Value self)
{
    return generator_resume(generator_of(self), NONE, UNSET);
}

static const Method generator_methods[] = {
    METHOD(generator, send), METHOD(generator, throw), METHOD(generator, close), {0}};
const Class generator_class = {CLASS_NAMED(Generator, "generator", "builtins", object),
                               .flags = CLASS_FINAL | CLASS_ABSTRACT,
                               .methods = generator_methods,
                               .repr = generator_repr,
                               .iter = generator_iter,
                               .next = generator_next,
                               .getattr = generator_getattr, .setattr = generator_setattr};

static const Method coroutine_methods[] = {METHOD(generator, send),
                                           METHOD(generator, throw),
                                           METHOD(generator, close),
                                           METHOD_AS("__await__", generator, await),
                                           {0}};
const Class coroutine_class = {CLASS_NAMED(Generator, "coroutine", "builtins", object),
                               .flags = CLASS_FINAL | CLASS_ABSTRACT, .methods = coroutine_methods,
                               .repr = generator_repr, .getattr = generator_getattr, .setattr = generator_setattr};

/* --- Done ------------------------------------------------------------------------------------- */

Value done_new(Value result)
{
    Done *done = (Done *)object_allocate(&done_class);
    done->value = result;
    return OBJ(done);
}

static Value done_next(Value self)
{
    vm.result = ((Done *)self.obj)->value;
    return UNSET;
}

#define Done_class done_class
NATIVE_VALUE(Done, await, NO_PARAMS)
{
    return self;
}
NATIVE_VALUE(Done, send, SEND_PARAMS)
{
    vm.result = ((Done *)self.obj)->value;
    raise_stop(&StopIteration_class);
}
NATIVE_VALUE(Done, throw, THROW_PARAMS)
{
    err_raise(exception_error(thrown(a->type, a->value)));
}
NATIVE_VALUE(Done, close, NO_PARAMS)
{
    return NONE;
}
static const Method done_methods[] = {METHOD_AS("__await__", Done, await),
                                      METHOD(Done, send),
                                      METHOD(Done, throw),
                                      METHOD(Done, close),
                                      {0}};
const Class done_class = {CLASS_NAMED(Done, "coroutine", "builtins", object), .flags = CLASS_FINAL,
                          .methods = done_methods, .iter = generator_iter, .next = done_next};

/* --- await ------------------------------------------------------------------------------------ */

Value generator_get_awaitable(Value v)
{
    const Class *class = class_of(v);
    if (class == &coroutine_class || class == &done_class)
        return v;
    if (value_is_opaque(v))
        opaque_raise(v);
    Value member = class_find(class, N(__await__));
    if (!is_set(member))
        return UNSET;
    Value iterator = call(member_bind(member, v, class), 0, NULL);
    if (!is_iterator(iterator) && class_of(iterator) != &coroutine_class)
        raise_type("__await__() returned non-iterator of type '%s'", class_text(iterator));
    return iterator;
}

Value awaitable_get(Value v, uint32_t where)
{
    static const char *const methods[] = {"", "__aenter__", "__aexit__"};
    if (value_is_opaque(v) && where)
        return done_new(FALSE_VALUE);
    Value iterator = generator_get_awaitable(v);
    if (is_set(iterator))
        return iterator;
    if (where)
        raise_type("'async with' received an object from %s that does not implement __await__: %s",
                   methods[where], class_text(v));
    raise_type("object %s can't be used in 'await' expression", class_text(v));
}

Value await_value(Value awaitable)
{
    Value iterator = awaitable_get(awaitable, 0);
    while (is_set(generator_send_to(iterator, NONE)))
        ;
    return generator_take_result();
}

/* --- asynchronous generators ------------------------------------------------------------------ */

/* One step: what __anext__(), asend(), athrow() and aclose() return. */
typedef struct Step {
    Obj obj;
    Generator *generator;
    Value sent, error;
    bool closes, started, finished;
} Step;
static const Class step_class;
#define Step_class step_class

static Value step_new(Value generator, Value sent, Value error, bool closes)
{
    Step *step = obj_new(Step);
    step->generator = generator_of(generator);
    step->sent = sent;
    step->error = error;
    step->closes = closes;
    return OBJ(step);
}

/* aclose(): the generator must end, by GeneratorExit or otherwise. */
static Value step_close(Step *step)
{
    generator_close_now(step->generator);
    step->finished = true;
    vm.result = NONE;
    return UNSET;
}

/* Runs on until the generator yields (the step is done), awaits (yielded outwards) or ends. */
static Value step_send(Step *step, Value v)
{
    if (step->finished)
        raise_exception(&RuntimeError_class, "cannot reuse already awaited __anext__()/asend()");
    if (step->closes)
        return step_close(step);
    Generator *generator = step->generator;
    Value yielded;
    if (!step->started && is_set(step->error))
        yielded = generator_throw_value(generator, step->error);
    else
        yielded = generator_resume(generator, step->started ? v : step->sent, UNSET);
    step->started = true;
    if (!is_set(yielded)) {
        step->finished = true;
        vm.result = UNSET;
        raise_exception_with(&StopAsyncIteration_class, UNSET);
    }
    if (!generator->async_yield)
        return yielded;
    step->finished = true;
    vm.result = yielded;
    return UNSET;
}

static Value step_next(Value self)
{
    return step_send((Step *)self.obj, NONE);
}

NATIVE(Step, send, SEND_PARAMS)
{
    return stop_unless(step_send(self, a->value));
}
NATIVE(Step, throw, THROW_PARAMS)
{
    self->error = OBJ(thrown(a->type, a->value));
    self->started = false;
    return stop_unless(step_send(self, NONE));
}
NATIVE0(Step, close)
{
    self->finished = true;
    return NONE;
}
NATIVE_VALUE(Step, await, NO_PARAMS)
{
    return self;
}
static const Method step_methods[] = {METHOD(Step, send),
                                      METHOD(Step, throw),
                                      METHOD(Step, close),
                                      METHOD_AS("__await__", Step, await),
                                      {0}};
static const Class step_class = {CLASS_NAMED(Step, "async_generator_asend", "builtins", object),
                                 .flags = CLASS_FINAL, .methods = step_methods,
                                 .iter = generator_iter, .next = step_next};

NATIVE_VALUE(async_generator, anext, NO_PARAMS)
{
    return step_new(self, NONE, UNSET, false);
}
NATIVE_VALUE(async_generator, aiter, NO_PARAMS)
{
    return self;
}
NATIVE_VALUE(async_generator, asend, SEND_PARAMS)
{
    return step_new(self, a->value, UNSET, false);
}
NATIVE_VALUE(async_generator, athrow, THROW_PARAMS)
{
    return step_new(self, NONE, OBJ(thrown(a->type, a->value)), false);
}
NATIVE_VALUE(async_generator, aclose, NO_PARAMS)
{
    return step_new(self, NONE, UNSET, true);
}
static const Method async_generator_methods[] = {METHOD_AS("__anext__", async_generator, anext),
                                                 METHOD_AS("__aiter__", async_generator, aiter),
                                                 METHOD(async_generator, asend),
                                                 METHOD(async_generator, athrow),
                                                 METHOD(async_generator, aclose),
                                                 {0}};
const Class async_generator_class = {CLASS_NAMED(Generator, "async_generator", "builtins", object),
                                     .flags = CLASS_FINAL | CLASS_ABSTRACT,
                                     .methods = async_generator_methods, .repr = generator_repr,
                                     .getattr = generator_getattr, .setattr = generator_setattr};

/* --- async for -------------------------------------------------------------------------------- */

Value async_iterator(Value v)
{
    if (value_is_opaque(v))
        opaque_raise(v);
    const Class *class = class_of(v);
    Value member = class_find(class, N(__aiter__));
    if (!is_set(member))
        raise_type("'async for' requires an object with __aiter__ method, got %s", class->name);
    Value iterator = call(member_bind(member, v, class), 0, NULL);
    if (!is_set(class_find(class_of(iterator), N(__anext__))))
        raise_type(
            "'async for' received an object from __aiter__ that does not implement __anext__: %s",
            class_text(iterator));
    return iterator;
}

Value async_next(Value iterator)
{
    const Class *class = class_of(iterator);
    Value next = call(member_bind(class_find(class, N(__anext__)), iterator, class), 0, NULL);
    Value awaitable = generator_get_awaitable(next);
    if (!is_set(awaitable))
        raise_type("'async for' received an invalid object from __anext__: %s",
                   class_text(next));
    return awaitable;
}
