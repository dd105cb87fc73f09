"""asyncio on one thread: tasks take turns as in CPython; the database drivers block, so a query is one step.

This file is what every async env.py needs; locks, queues, groups and timeouts are in _more, loaded when asked for.
"""

import sys

TimeoutError = TimeoutError


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


CancelledError.__module__ = InvalidStateError.__module__ = "asyncio.exceptions"


class _State:
    running = None  # the loop that runs now
    current = None  # set_event_loop()
    task = None
    names = 0
    debug = False


class Handle:
    def __init__(self, callback, args, loop, context=None):
        self._callback, self._args, self._loop, self._context = callback, args, loop, context
        self._cancelled = False

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled

    def _run(self):
        if self._cancelled:
            return
        try:
            if self._context is not None:
                self._context.run(self._callback, *self._args)
            else:
                self._callback(*self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler(
                {"message": f"Exception in callback {self._callback!r}", "exception": error, "handle": self})


class TimerHandle(Handle):
    def __init__(self, when, callback, args, loop, context=None):
        Handle.__init__(self, callback, args, loop, context)
        self._when = when

    def when(self):
        return self._when

    def __lt__(self, other):
        return self._when < other._when


class Future:
    _asyncio_future_blocking = False

    def __init__(self, *, loop=None):
        self._loop = loop or _State.running or get_event_loop()
        self._state, self._result, self._exception = "PENDING", None, None
        self._callbacks, self._cancel_message = [], None

    def __repr__(self):
        shown = self._state.lower()
        if self._state == "FINISHED":
            shown += f" exception={self._exception!r}" if self._exception is not None else f" result={self._result!r}"
        return f"<{type(self).__name__} {shown}>"

    def done(self):
        return self._state != "PENDING"

    def cancelled(self):
        return self._state == "CANCELLED"

    def cancel(self, msg=None):
        if self._state != "PENDING":
            return False
        self._cancel_message = msg
        self._end("CANCELLED")
        return True

    def _cancelled_error(self):
        return CancelledError() if self._cancel_message is None else CancelledError(self._cancel_message)

    def _end(self, state):
        self._state = state
        callbacks, self._callbacks = self._callbacks, []
        for callback, context in callbacks:
            self._loop.call_soon(callback, self, context=context)

    def set_result(self, result):
        if self._state != "PENDING":
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._result = result
        self._end("FINISHED")

    def set_exception(self, exception):
        if self._state != "PENDING":
            raise InvalidStateError(f"{self._state}: {self!r}")
        if isinstance(exception, type):
            exception = exception()
        if type(exception) is StopIteration:
            raise TypeError("StopIteration interacts badly with generators and cannot be raised into a Future")
        self._exception = exception
        self._end("FINISHED")

    def result(self):
        if self._state == "CANCELLED":
            raise self._cancelled_error()
        if self._state != "FINISHED":
            raise InvalidStateError("Result is not ready.")
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if self._state == "CANCELLED":
            raise self._cancelled_error()
        if self._state != "FINISHED":
            raise InvalidStateError("Exception is not set.")
        return self._exception

    def add_done_callback(self, callback, *, context=None):
        if self._state == "PENDING":
            self._callbacks.append((callback, context))
        else:
            self._loop.call_soon(callback, self, context=context)

    def remove_done_callback(self, callback):
        kept = [pair for pair in self._callbacks if pair[0] != callback]
        removed = len(self._callbacks) - len(kept)
        self._callbacks[:] = kept
        return removed

    def get_loop(self):
        return self._loop

    def __await__(self):
        if self._state == "PENDING":
            yield self
        if self._state == "PENDING":
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__

    def __class_getitem__(cls, item):
        return cls


def _copy_context():
    contexts = sys.modules.get("contextvars")
    return contexts.copy_context() if contexts is not None else None


class Task(Future):
    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        Future.__init__(self, loop=loop)
        if not hasattr(coro, "send"):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        if name is None:
            _State.names += 1
            name = f"Task-{_State.names}"
        self._coro, self._name = coro, str(name)
        self._context = _copy_context() if context is None else context
        self._must_cancel, self._waiting, self._cancels = False, None, 0
        self._loop._tasks[id(self)] = self
        self._loop.call_soon(self._step, context=self._context)

    def __repr__(self):
        shown = "cancelling" if self._cancels and not self.done() else self._state.lower()
        text = f"<Task {shown} name={self._name!r} coro={self._coro!r}"
        if self._state == "FINISHED":
            text += f" exception={self._exception!r}" if self._exception is not None else f" result={self._result!r}"
        return text + ">"

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def get_coro(self):
        return self._coro

    def get_context(self):
        return self._context

    def get_stack(self, *, limit=None):
        return []

    def print_stack(self, *, limit=None, file=None):
        pass

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancels += 1
        if self._waiting is not None and self._waiting.cancel(msg=msg):
            return True
        self._must_cancel, self._cancel_message = True, msg
        return True

    def cancelling(self):
        return self._cancels

    def uncancel(self):
        if self._cancels:
            self._cancels -= 1
            if not self._cancels:
                self._must_cancel = False
        return self._cancels

    def _finish(self, state):
        self._loop._tasks.pop(id(self), None)
        self._end(state)

    def _step(self, error=None):
        if self.done():
            return
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._cancelled_error()
            self._must_cancel = False
        outer, _State.task, self._waiting = _State.task, self, None
        try:
            waited = self._coro.send(None) if error is None else self._coro.throw(error)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                self._finish("CANCELLED")
            else:
                self._result = stop.value
                self._finish("FINISHED")
        except CancelledError as cancelled:
            self._cancel_message = cancelled.args[0] if cancelled.args else None
            self._finish("CANCELLED")
        except (KeyboardInterrupt, SystemExit) as fatal:
            self._exception = fatal
            self._finish("FINISHED")
            raise
        except BaseException as failure:
            self._exception = failure
            self._finish("FINISHED")
        else:
            self._wait_for(waited)
        finally:
            _State.task = outer

    def _wait_for(self, waited):
        if waited is None:
            self._loop.call_soon(self._step, context=self._context)
        elif not isinstance(waited, Future):
            self._loop.call_soon(self._step, RuntimeError(f"Task got bad yield: {waited!r}"), context=self._context)
        elif waited is self:
            self._loop.call_soon(self._step, RuntimeError(f"Task cannot await on itself: {self!r}"),
                                 context=self._context)
        else:
            self._waiting = waited
            waited.add_done_callback(self._wake, context=self._context)
            if self._must_cancel and waited.cancel(msg=self._cancel_message):
                self._must_cancel = False

    def _wake(self, future):
        self._step()


class AbstractEventLoop:
    def __init__(self):
        self._ready, self._timers, self._tasks = [], [], {}
        self._closed = self._stopping = self._debug = False
        self._handler = self._factory = None
        self._generators = []

    # --- running

    def _once(self):
        if not self._ready:
            self._sleep_until_timer()
        now = self.time()
        while self._timers and self._timers[0]._when <= now:
            from heapq import heappop

            self._ready.append(heappop(self._timers))
        handles, self._ready = self._ready, []
        for i, handle in enumerate(handles):
            try:
                handle._run()
            except BaseException:
                self._ready = handles[i + 1:] + self._ready
                raise

    def _sleep_until_timer(self):
        from heapq import heappop

        while self._timers and self._timers[0]._cancelled:
            heappop(self._timers)
        if not self._timers:
            raise RuntimeError("every task waits for another one: nothing can make them go on")
        wait = self._timers[0]._when - self.time()
        if wait > 0:
            import time

            time.sleep(wait)

    def _check_idle(self):
        self._check_closed()
        if _State.running is self:
            raise RuntimeError("This event loop is already running")
        if _State.running is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    def run_forever(self):
        self._check_idle()
        _State.running = self
        try:
            while not self._stopping:
                self._once()
        finally:
            self._stopping, _State.running = False, None

    def run_until_complete(self, future):
        self._check_idle()
        future = ensure_future(future, loop=self)
        _State.running = self
        try:
            while not future.done():
                if self._stopping:
                    raise RuntimeError("Event loop stopped before Future completed.")
                self._once()
        finally:
            self._stopping, _State.running = False, None
        return future.result()

    def stop(self):
        self._stopping = True

    def is_running(self):
        return _State.running is self

    def is_closed(self):
        return self._closed

    def close(self):
        if _State.running is self:
            raise RuntimeError("Cannot close a running event loop")
        self._closed = True

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    # --- scheduling

    def time(self):
        import time

        return time.monotonic()

    def call_soon(self, callback, *args, context=None):
        self._check_closed()
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        from heapq import heappush

        self._check_closed()
        handle = TimerHandle(when, callback, args, self, context)
        heappush(self._timers, handle)
        return handle

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        self._check_closed()
        if self._factory is not None:
            return self._factory(self, coro)
        return Task(coro, loop=self, name=name, context=context)

    def set_task_factory(self, factory):
        self._factory = factory

    def get_task_factory(self):
        return self._factory

    def run_in_executor(self, executor, func, *args):
        future = Future(loop=self)
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future

    def set_default_executor(self, executor):
        pass

    # --- the rest

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    def get_exception_handler(self):
        return self._handler

    def set_exception_handler(self, handler):
        self._handler = handler

    def default_exception_handler(self, context):
        import logging

        error = context.get("exception")
        logging.getLogger("asyncio").error(context.get("message") or "Unhandled exception in event loop",
                                           exc_info=error if error is not None else False)

    def call_exception_handler(self, context):
        (self._handler or (lambda loop, context: loop.default_exception_handler(context)))(self, context)

    def add_signal_handler(self, sig, callback, *args):
        pass

    def remove_signal_handler(self, sig):
        return False

    async def shutdown_asyncgens(self):
        pass

    async def shutdown_default_executor(self, timeout=None):
        pass

    def __getattr__(self, name):
        from asyncio import _more

        return _more.loop_method(name)


BaseEventLoop = SelectorEventLoop = ProactorEventLoop = EventLoop = AbstractEventLoop


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        return get_event_loop()

    def new_event_loop(self):
        return new_event_loop()

    def set_event_loop(self, loop):
        set_event_loop(loop)


DefaultEventLoopPolicy = WindowsSelectorEventLoopPolicy = WindowsProactorEventLoopPolicy = AbstractEventLoopPolicy


def set_event_loop_policy(policy):
    _State.policy = policy


def get_event_loop_policy():
    return getattr(_State, "policy", None) or AbstractEventLoopPolicy()


def new_event_loop():
    return AbstractEventLoop()


def set_event_loop(loop):
    _State.current = loop


def get_event_loop():
    if _State.running is not None:
        return _State.running
    if _State.current is None:
        _State.current = AbstractEventLoop()
    return _State.current


def get_running_loop():
    if _State.running is None:
        raise RuntimeError("no running event loop")
    return _State.running


def _get_running_loop():
    return _State.running


def _set_running_loop(loop):
    _State.running = loop


def iscoroutine(obj):
    return hasattr(obj, "send") and hasattr(obj, "throw") and hasattr(obj, "__await__")


def iscoroutinefunction(func):
    import inspect

    return inspect.iscoroutinefunction(func)


def isfuture(obj):
    return isinstance(obj, Future)


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        self._debug, self._factory, self._loop, self._closed = debug, loop_factory, None, False

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, *info):
        self.close()

    def get_loop(self):
        if self._closed:
            raise RuntimeError("Runner is closed")
        if self._loop is None:
            self._loop = new_event_loop() if self._factory is None else self._factory()
            if self._debug is not None:
                self._loop.set_debug(self._debug)
        return self._loop

    def run(self, coro, *, context=None):
        if not iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if _State.running is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        loop = self.get_loop()
        return loop.run_until_complete(loop.create_task(coro, context=context))

    def close(self):
        loop = self._loop
        if loop is None or self._closed:
            return
        self._closed = True
        left = [task for task in list(loop._tasks.values()) if not task.done()]
        for task in left:
            task.cancel()
        if left:
            loop.run_until_complete(gather(*left, return_exceptions=True))
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


def run(main, *, debug=None, loop_factory=None):
    if _State.running is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


def create_task(coro, *, name=None, context=None):
    return get_running_loop().create_task(coro, name=name, context=context)


async def _awaited(awaitable):
    return await awaitable


def ensure_future(obj, *, loop=None):
    if isinstance(obj, Future):
        if loop is not None and obj._loop is not loop:
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return obj
    if not iscoroutine(obj):
        if not hasattr(obj, "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        obj = _awaited(obj)
    return (loop or _State.running or get_event_loop()).create_task(obj)


def run_coroutine_threadsafe(coro, loop):
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    return loop.create_task(coro)


class _Gathering(Future):
    _asked = False

    def __init__(self, children, loop):
        Future.__init__(self, loop=loop)
        self._children = children

    def cancel(self, msg=None):
        if self.done():
            return False
        asked = False
        for child in self._children:
            asked = child.cancel(msg=msg) or asked
        self._asked = self._asked or asked
        return asked


def gather(*awaitables, return_exceptions=False):
    if not awaitables:
        empty = Future()
        empty.set_result([])
        return empty
    known, children = {}, []
    for one in awaitables:
        if id(one) not in known:
            known[id(one)] = ensure_future(one)
        children.append(known[id(one)])
    outer = _Gathering(list(known.values()), children[0]._loop)
    left = len(known)

    def done(child):
        nonlocal left
        left -= 1
        if outer.done():
            return
        if not return_exceptions:
            if child.cancelled():
                Future.set_exception(outer, child._cancelled_error())
                return
            if child._exception is not None:
                Future.set_exception(outer, child._exception)
                return
        if left:
            return
        if outer._asked:
            Future.set_exception(outer, CancelledError())
            return
        results = []
        for one in children:
            if one.cancelled():
                results.append(CancelledError(one._cancel_message or ""))
            else:
                results.append(one._exception if one._exception is not None else one._result)
        outer.set_result(results)

    for child in known.values():
        child.add_done_callback(done)
    return outer


class _Turn:
    def __await__(self):
        yield


async def sleep(delay, result=None):
    if delay <= 0:
        await _Turn()
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = get_running_loop()
    future = Future(loop=loop)
    handle = loop.call_later(delay, lambda: future.done() or future.set_result(result))
    try:
        return await future
    finally:
        handle.cancel()


def current_task(loop=None):
    if loop is None:
        get_running_loop()
    return _State.task


def all_tasks(loop=None):
    loop = get_running_loop() if loop is None else loop
    return {task for task in list(loop._tasks.values()) if not task.done()}


async def to_thread(func, /, *args, **kwargs):
    await _Turn()
    return func(*args, **kwargs)


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'asyncio' has no attribute '{name}'")
    from asyncio import _more

    try:
        return getattr(_more, name)
    except AttributeError:
        raise AttributeError(f"module 'asyncio' has no attribute '{name}'") from None
