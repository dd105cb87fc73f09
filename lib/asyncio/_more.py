"""The part of asyncio that few scripts need: waiting, groups, timeouts, locks, queues."""

from asyncio import (
    CancelledError, Future, TimeoutError, _State, ensure_future, get_running_loop,
)

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class IncompleteReadError(EOFError):
    def __init__(self, partial, expected):
        EOFError.__init__(self, f"{len(partial)} bytes read on a total of {expected!r} expected bytes")
        self.partial, self.expected = partial, expected


class LimitOverrunError(Exception):
    def __init__(self, message, consumed):
        Exception.__init__(self, message)
        self.consumed = consumed


class SendfileNotAvailableError(RuntimeError):
    pass


class BrokenBarrierError(RuntimeError):
    pass


# --- waiting


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isinstance(fs, Future) or hasattr(fs, "send"):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(hasattr(one, "send") for one in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = get_running_loop()
    waiter = Future(loop=loop)

    def check(done=None):
        if waiter.done():
            return
        left = [one for one in fs if not one.done()]
        failed = any(not one.cancelled() and one._exception is not None for one in fs if one.done())
        if (not left or return_when == FIRST_COMPLETED and len(left) < len(fs)
                or return_when == FIRST_EXCEPTION and failed):
            waiter.set_result(None)

    for one in fs:
        one.add_done_callback(check)
    check()
    timer = loop.call_later(timeout, lambda: waiter.done() or waiter.set_result(None)) if timeout is not None else None
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for one in fs:
            one.remove_done_callback(check)
    done = {one for one in fs if one.done()}
    return done, fs - done


async def wait_for(fut, timeout, *, loop=None):
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        fut.cancel()
        try:
            await fut
        except CancelledError as error:
            raise TimeoutError from error
        return fut.result()
    async with Timeout(None if timeout is None else get_running_loop().time() + timeout):
        return await fut


def as_completed(fs, *, timeout=None):
    todo = {ensure_future(one) for one in list(fs)}
    finished, waiters = [], []

    def done(future):
        if waiters:
            waiters.pop(0).set_result(future)
        else:
            finished.append(future)

    for one in todo:
        one.add_done_callback(done)

    async def next_one():
        if finished:
            return finished.pop(0).result()
        waiter = Future()
        waiters.append(waiter)
        future = await (wait_for(waiter, timeout) if timeout is not None else waiter)
        return future.result()

    for _ in range(len(todo)):
        yield next_one()


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = Future(loop=inner._loop)

    def done(future):
        if outer.done():
            return
        if future.cancelled():
            outer.cancel()
        elif future._exception is not None:
            outer.set_exception(future._exception)
        else:
            outer.set_result(future._result)

    inner.add_done_callback(done)
    return outer


def wrap_future(future, *, loop=None):
    if isinstance(future, Future):
        return future
    made = Future(loop=loop)

    def done(source):
        error = source.exception()
        if error is not None:
            made.set_exception(error)
        else:
            made.set_result(source.result())

    future.add_done_callback(done)
    return made


class Timeout:
    def __init__(self, when):
        self._when, self._state, self._timer, self._task = when, "created", None, None

    def __repr__(self):
        when = f" when={round(self._when, 3) if self._when is not None else None}" if self._state == "active" else ""
        return f"<Timeout [{self._state}]{when}>"

    def when(self):
        return self._when

    def expired(self):
        return self._state in ("expiring", "expired")

    def reschedule(self, when):
        if self._state != "active":
            if self._state == "created":
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None
        if when is not None:
            loop = get_running_loop()
            self._timer = loop.call_at(max(when, loop.time()), self._expire)

    def _expire(self):
        self._task.cancel()
        self._state = "expiring"

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        self._task = _State.task
        if self._task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state, self._before = "active", self._task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, value, traceback):
        if self._timer is not None:
            self._timer.cancel()
        if self._state == "expiring":
            self._state = "expired"
            if self._task.uncancel() <= self._before and kind is CancelledError:
                raise TimeoutError from value
        elif self._state == "active":
            self._state = "exited"


def timeout(delay):
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout_at(when):
    return Timeout(when)


class TaskGroup:
    def __init__(self):
        self._entered = self._exiting = self._aborting = self._asked = False
        self._tasks, self._errors, self._waiter, self._fatal = [], [], None, None

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has been already entered")
        self._entered, self._parent = True, _State.task
        if self._parent is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        self._loop = get_running_loop()
        return self

    def create_task(self, coro, *, name=None, context=None):
        if not self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has not been entered")
        if self._exiting and not self._tasks:
            raise RuntimeError(f"TaskGroup {self!r} is finished")
        if self._aborting:
            raise RuntimeError(f"TaskGroup {self!r} is shutting down")
        task = self._loop.create_task(coro, name=name, context=context)
        self._tasks.append(task)
        task.add_done_callback(self._done)
        return task

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _done(self, task):
        self._tasks.remove(task)
        if self._waiter is not None and not self._tasks and not self._waiter.done():
            self._waiter.set_result(True)
        if task.cancelled() or task._exception is None:
            return
        self._errors.append(task._exception)
        if isinstance(task._exception, (SystemExit, KeyboardInterrupt)) and self._fatal is None:
            self._fatal = task._exception
        if not self._aborting and not self._asked:
            self._abort()
            if not self._parent.done():
                self._asked = True
                self._parent.cancel()

    async def __aexit__(self, kind, value, traceback):
        self._exiting = True
        cancelled = value if kind is not None and issubclass(kind, CancelledError) else None
        if kind is not None and isinstance(value, (SystemExit, KeyboardInterrupt)) and self._fatal is None:
            self._fatal = value
        if self._asked and self._parent.uncancel() == 0:
            cancelled = None
        if kind is not None and not self._aborting:
            self._abort()
        while self._tasks:
            self._waiter = Future(loop=self._loop)
            try:
                await self._waiter
            except CancelledError as error:
                if not self._aborting:
                    cancelled = error
                    self._abort()
            self._waiter = None
        if self._asked and self._parent.cancelling():
            self._parent.uncancel()
        if self._fatal is not None:
            raise self._fatal
        if cancelled is not None and not self._errors:
            raise cancelled
        if kind is not None and not issubclass(kind, CancelledError):
            self._errors.append(value)
        if self._errors:
            errors, self._errors = self._errors, []
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", errors) from None


# --- locks


class _Entered:
    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *info):
        self.release()


async def _wait_in(waiters):
    future = Future()
    waiters.append(future)
    try:
        await future
    finally:
        if future in waiters:
            waiters.remove(future)


def _wake_first(waiters):
    for future in waiters:
        if not future.done():
            future.set_result(True)
            return True
    return False


class Lock(_Entered):
    def __init__(self):
        self._locked, self._waiters = False, []

    def __repr__(self):
        more = f", waiters:{len(self._waiters)}" if self._waiters else ""
        return f"<asyncio.locks.Lock object at {id(self):#x} [{'locked' if self._locked else 'unlocked'}{more}]>"

    def locked(self):
        return self._locked

    async def acquire(self):
        if self._locked or any(not one.cancelled() for one in self._waiters):
            try:
                await _wait_in(self._waiters)
            except CancelledError:
                if not self._locked:
                    _wake_first(self._waiters)
                raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        _wake_first(self._waiters)


class Event:
    def __init__(self):
        self._flag, self._waiters = False, []

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True
        for future in self._waiters:
            if not future.done():
                future.set_result(True)

    def clear(self):
        self._flag = False

    async def wait(self):
        if not self._flag:
            await _wait_in(self._waiters)
        return True


class Condition(_Entered):
    def __init__(self, lock=None):
        self._lock = Lock() if lock is None else lock
        self.locked, self.acquire, self.release = self._lock.locked, self._lock.acquire, self._lock.release
        self._waiters = []

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            await _wait_in(self._waiters)
            return True
        finally:
            await self.acquire()

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        for future in [one for one in self._waiters if not one.done()][:n]:
            future.set_result(False)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore(_Entered):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value, self._waiters = value, []

    def locked(self):
        return self._value == 0 or any(not one.cancelled() for one in self._waiters)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        future = Future()
        self._waiters.append(future)
        try:
            await future
        except CancelledError:
            if future.done() and not future.cancelled():
                self._value += 1
                self._wake()
            raise
        finally:
            self._waiters.remove(future)
        self._wake()
        return True

    def release(self):
        self._value += 1
        self._wake()

    def _wake(self):
        for future in self._waiters:
            if self._value > 0 and not future.done():
                self._value -= 1
                future.set_result(True)


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        self._bound = value
        Semaphore.__init__(self, value)

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        Semaphore.release(self)


class Barrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self.parties, self.n_waiting, self.broken, self._event = parties, 0, False, Event()

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *info):
        pass

    async def wait(self):
        if self.broken:
            raise BrokenBarrierError("Barrier aborted")
        index, event = self.n_waiting, self._event
        self.n_waiting += 1
        if self.n_waiting == self.parties:
            self.n_waiting, self._event = 0, Event()
            event.set()
        else:
            await event.wait()
            if self.broken:
                raise BrokenBarrierError("Abort or reset of barrier")
        return index

    async def reset(self):
        event, self._event, self.n_waiting = self._event, Event(), 0
        event.set()

    async def abort(self):
        self.broken = True
        self._event.set()


# --- queues


class Queue:
    def __init__(self, maxsize=0):
        self._maxsize, self._getters, self._putters = maxsize, [], []
        self._unfinished, self._finished = 0, Event()
        self._finished.set()
        self._init(maxsize)

    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return self._queue.pop(0)

    def _put(self, item):
        self._queue.append(item)

    @property
    def maxsize(self):
        return self._maxsize

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return 0 < self._maxsize <= self.qsize()

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished += 1
        self._finished.clear()
        _wake_first(self._getters)

    def get_nowait(self):
        if self.empty():
            raise QueueEmpty
        item = self._get()
        _wake_first(self._putters)
        return item

    async def put(self, item):
        while self.full():
            await _wait_in(self._putters)
        self.put_nowait(item)

    async def get(self):
        while self.empty():
            await _wait_in(self._getters)
        return self.get_nowait()

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if not self._unfinished:
            self._finished.set()

    async def join(self):
        if self._unfinished:
            await self._finished.wait()

    def __class_getitem__(cls, item):
        return cls


class PriorityQueue(Queue):
    def _put(self, item):
        from heapq import heappush

        heappush(self._queue, item)

    def _get(self):
        from heapq import heappop

        return heappop(self._queue)


class LifoQueue(Queue):
    def _get(self):
        return self._queue.pop()


# --- names of what needs a machine around: processes and sockets


class BaseProtocol:
    def connection_made(self, transport):
        pass

    def connection_lost(self, exc):
        pass


class Protocol(BaseProtocol):
    def data_received(self, data):
        pass

    def eof_received(self):
        pass


class DatagramProtocol(BaseProtocol):
    pass


class SubprocessProtocol(BaseProtocol):
    pass


class BufferedProtocol(BaseProtocol):
    pass


class BaseTransport:
    pass


class Transport(BaseTransport):
    pass


class StreamReader:
    pass


class StreamWriter:
    pass


class AbstractServer:
    pass


Server = AbstractServer
ReadTransport = WriteTransport = DatagramTransport = SubprocessTransport = Transport
_REFUSED = {
    "create_subprocess_exec": "run", "create_subprocess_shell": "run", "open_connection": "network",
    "start_server": "network", "open_unix_connection": "network", "start_unix_server": "network",
    "subprocess_exec": "run", "subprocess_shell": "run", "create_connection": "network", "create_server": "network",
    "create_datagram_endpoint": "network", "create_unix_connection": "network", "create_unix_server": "network",
    "getaddrinfo": "network", "getnameinfo": "network", "sock_connect": "network", "sock_accept": "network",
}


def _refusal(name):
    async def refused(*args, **kwargs):
        from _sandbox import refuse

        refuse(f"asyncio.{name}", _REFUSED[name])

    return refused


def loop_method(name):
    if name in _REFUSED:
        return _refusal(name)
    raise AttributeError(f"'AbstractEventLoop' object has no attribute '{name}'")


def __getattr__(name):
    if name in _REFUSED:
        return _refusal(name)
    raise AttributeError(f"module 'asyncio' has no attribute '{name}'")
