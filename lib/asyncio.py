"""asyncio without a loop: the database drivers block, so a coroutine is simply run to its end.

Tasks start at once and are finished when created; gather() runs one after the other.
"""

from _awaiting import run_awaitable as _finish

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
TimeoutError = TimeoutError


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class IncompleteReadError(EOFError):
    pass


class _State:
    loop = None
    running = 0


class Future:
    def __init__(self, *, loop=None):
        self._done = False
        self._result = None
        self._exception = None
        self._cancelled = False

    def done(self):
        return self._done

    def cancelled(self):
        return self._cancelled

    def cancel(self, msg=None):
        if self._done:
            return False
        self._cancelled = self._done = True
        self._exception = CancelledError()
        return True

    def set_result(self, result):
        if self._done:
            raise InvalidStateError("invalid state")
        self._result, self._done = result, True

    def set_exception(self, exception):
        self._exception, self._done = exception() if isinstance(exception, type) else exception, True

    def result(self):
        if not self._done:
            raise InvalidStateError("Result is not set.")
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        return self._exception

    def add_done_callback(self, callback, *, context=None):
        if self._done:
            callback(self)

    def remove_done_callback(self, callback):
        return 0

    def get_loop(self):
        return get_event_loop()

    def __await__(self):
        if not self._done:
            raise RuntimeError("this future can never be done: nothing runs beside the awaiting code")
        return self.result()
        yield

    __iter__ = __await__

    def __class_getitem__(cls, item):
        return cls


class Task(Future):
    def __init__(self, coro, *, loop=None, name=None, context=None):
        Future.__init__(self)
        self._name = name or "Task-1"
        try:
            self.set_result(_finish(coro))
        except Exception as error:
            self.set_exception(error)

    def get_name(self):
        return self._name

    def set_name(self, name):
        self._name = name


class AbstractEventLoop:
    def run_until_complete(self, future):
        previous, _State.loop = _State.loop, self
        _State.running += 1
        try:
            return _finish(future)
        finally:
            _State.running -= 1
            _State.loop = previous

    def run_forever(self):
        raise RuntimeError("run_forever(): there is no event loop here")

    def create_task(self, coro, *, name=None, context=None):
        return Task(coro, name=name)

    def create_future(self):
        return Future()

    def run_in_executor(self, executor, func, *args):
        future = Future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future

    def call_soon(self, callback, *args, context=None):
        callback(*args)

    call_soon_threadsafe = call_soon

    def is_running(self):
        return _State.running > 0

    def is_closed(self):
        return getattr(self, "_closed", False)

    def close(self):
        self._closed = True

    def stop(self):
        pass

    def time(self):
        import time

        return time.monotonic()

    def get_debug(self):
        return False

    def set_debug(self, enabled):
        pass

    def set_exception_handler(self, handler):
        pass

    def add_signal_handler(self, *args):
        pass

    async def shutdown_asyncgens(self):
        pass

    async def shutdown_default_executor(self):
        pass


BaseEventLoop = SelectorEventLoop = AbstractEventLoop


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        return get_event_loop()

    def new_event_loop(self):
        return new_event_loop()

    def set_event_loop(self, loop):
        set_event_loop(loop)


DefaultEventLoopPolicy = AbstractEventLoopPolicy
WindowsSelectorEventLoopPolicy = WindowsProactorEventLoopPolicy = AbstractEventLoopPolicy


def set_event_loop_policy(policy):
    pass


def get_event_loop_policy():
    return AbstractEventLoopPolicy()


def new_event_loop():
    return AbstractEventLoop()


def set_event_loop(loop):
    _State.loop = loop


def get_event_loop():
    if _State.loop is None:
        _State.loop = AbstractEventLoop()
    return _State.loop


def get_running_loop():
    if not _State.running:
        raise RuntimeError("no running event loop")
    return get_event_loop()


def _get_running_loop():
    return get_event_loop() if _State.running else None


def iscoroutine(obj):
    return hasattr(obj, "send") and hasattr(obj, "throw") and hasattr(obj, "__await__")


def iscoroutinefunction(func):
    import inspect

    return inspect.iscoroutinefunction(func)


def isfuture(obj):
    return isinstance(obj, Future)


def run(main, *, debug=None, loop_factory=None):
    if _State.running:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not hasattr(main, "__await__"):
        raise ValueError(f"a coroutine was expected, got {main!r}")
    return AbstractEventLoop().run_until_complete(main)


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        self._loop = AbstractEventLoop()

    def __enter__(self):
        return self

    def __exit__(self, *info):
        pass

    def run(self, coro, *, context=None):
        return self._loop.run_until_complete(coro)

    def get_loop(self):
        return self._loop

    def close(self):
        pass


def create_task(coro, *, name=None, context=None):
    return Task(coro, name=name)


def ensure_future(obj, *, loop=None):
    return obj if isinstance(obj, Future) else Task(obj)


def run_coroutine_threadsafe(coro, loop):
    return Task(coro)


async def gather(*awaitables, return_exceptions=False):
    results = []
    for one in awaitables:
        try:
            results.append(await one)
        except Exception as error:
            if not return_exceptions:
                raise
            results.append(error)
    return results


async def wait(awaitables, *, timeout=None, return_when=ALL_COMPLETED):
    return {ensure_future(one) for one in awaitables}, set()


async def wait_for(awaitable, timeout, *, loop=None):
    return await awaitable


async def shield(awaitable):
    return await awaitable


def as_completed(awaitables, *, timeout=None):
    return iter(list(awaitables))


async def sleep(delay, result=None):
    if delay > 0:
        import time

        time.sleep(delay)
    return result


async def to_thread(func, /, *args, **keywords):
    return func(*args, **keywords)


def current_task(loop=None):
    return None


def all_tasks(loop=None):
    return set()


class timeout:
    def __init__(self, delay):
        self._delay = delay

    def when(self):
        return None

    def expired(self):
        return False

    async def __aenter__(self):
        return self

    async def __aexit__(self, *info):
        return None


timeout_at = timeout


class TaskGroup:
    async def __aenter__(self):
        self._tasks = []
        return self

    def create_task(self, coro, *, name=None, context=None):
        task = Task(coro, name=name)
        self._tasks.append(task)
        return task

    async def __aexit__(self, kind, value, traceback):
        errors = [task._exception for task in self._tasks if task._exception is not None]
        if errors and value is None:
            raise ExceptionGroup("unhandled errors in a TaskGroup", errors)


class Lock:
    def __init__(self, value=1):
        self._count = value

    def locked(self):
        return self._count == 0

    async def acquire(self):
        if self._count == 0:
            raise RuntimeError("waiting for a lock that nobody else can release")
        self._count -= 1
        return True

    def release(self):
        self._count += 1

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *info):
        self.release()


class Semaphore(Lock):
    pass


class BoundedSemaphore(Lock):
    pass


class Condition(Lock):
    def notify(self, n=1):
        pass

    def notify_all(self):
        pass


class Event:
    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    async def wait(self):
        if not self._flag:
            raise RuntimeError("waiting for an event that nobody else can set")
        return True


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._items = []

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def full(self):
        return 0 < self.maxsize <= len(self._items)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._items.append(item)

    def get_nowait(self):
        if not self._items:
            raise QueueEmpty
        return self._items.pop(0)

    async def put(self, item):
        self.put_nowait(item)

    async def get(self):
        return self.get_nowait()

    def task_done(self):
        pass

    async def join(self):
        pass


def __getattr__(name):
    if name in ("create_subprocess_exec", "create_subprocess_shell", "open_connection", "start_server"):
        what = "run" if "subprocess" in name else "network"

        async def refused(*args, **keywords):
            raise PermissionError(f"asyncio.{name}() is refused: use --allow {what}")

        return refused
    raise AttributeError(f"module 'asyncio' has no attribute '{name}'")
