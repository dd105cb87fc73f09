"""Threads that run to their end when started: one thing happens at a time, so locks are never contended.

What would wait for ever in one thread (a lock held by the caller, an event nobody sets) is an error instead.
"""

import sys

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError


def _stuck(what):
    raise RuntimeError(f"{what} would wait for ever: threads run one after the other here")


class Lock:
    _held = 0

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if self._held:
            if blocking and timeout == -1:
                _stuck("Lock.acquire()")
            return False
        self._held = 1
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = 0

    def locked(self):
        return self._held > 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *info):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._held else 'unlocked'} _thread.lock object at {id(self):#x}>"


class RLock(Lock):
    def acquire(self, blocking=True, timeout=-1):
        self._held += 1
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("cannot release un-acquired lock")
        self._held -= 1

    def __repr__(self):
        return (f"<{'locked' if self._held else 'unlocked'} _thread.RLock object owner={1 if self._held else 0} "
                f"count={self._held} at {id(self):#x}>")


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *info):
        return self._lock.__exit__(*info)

    def wait(self, timeout=None):
        if not self._lock._held:
            raise RuntimeError("cannot wait on un-acquired lock")
        if timeout is None:
            _stuck("Condition.wait()")
        return False

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if not result and timeout is None:
            _stuck("Condition.wait_for()")
        return result

    def notify(self, n=1):
        if not self._lock._held:
            raise RuntimeError("cannot notify on un-acquired lock")

    def notify_all(self):
        self.notify()

    notifyAll = notify_all


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value == 0:
            if blocking and timeout is None:
                _stuck("Semaphore.acquire()")
            return False
        self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n

    def __exit__(self, *info):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def release(self, n=1):
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        Semaphore.release(self, n)


class Event:
    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag and timeout is None:
            _stuck("Event.wait()")
        return self._flag


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        self.parties, self.n_waiting, self.broken, self._action = parties, 0, False, action

    def wait(self, timeout=None):
        if self.parties > 1:
            self.broken = True
            raise BrokenBarrierError
        if self._action:
            self._action()
        return 0

    def reset(self):
        self.broken = False

    def abort(self):
        self.broken = True


class local:
    pass


class ExceptHookArgs(tuple):
    exc_type, exc_value = property(lambda self: self[0]), property(lambda self: self[1])
    exc_traceback, thread = property(lambda self: self[2]), property(lambda self: self[3])


def excepthook(args):
    if args.exc_type is SystemExit:
        return
    import traceback

    print(f"Exception in thread {args.thread.name}:", file=sys.stderr)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback)


__excepthook__ = excepthook


class _State:
    names = 0
    idents = 1


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if name is None:
            _State.names += 1
            name = f"Thread-{_State.names}"
            shown = getattr(target, "__name__", None)
            if shown:
                name += f" ({shown})"
        self._target, self._args, self._kwargs = target, args, kwargs or {}
        self._name, self._daemon = str(name), current_thread().daemon if daemon is None else bool(daemon)
        self._started = self._ended = False
        self._ident = None

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def start(self):
        if self._started:
            raise RuntimeError("threads can only be started once")
        _State.idents += 1
        self._started, self._ident = True, _State.idents
        _stack.append(self)
        try:
            self.run()
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            sys.modules["threading"].excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        finally:
            _stack.pop()
            self._ended = True

    def join(self, timeout=None):
        if not self._started:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")

    def is_alive(self):
        return self._started and not self._ended

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, value):
        self._name = str(value)

    @property
    def daemon(self):
        return self._daemon

    @daemon.setter
    def daemon(self, value):
        if self.is_alive():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemon = value

    @property
    def ident(self):
        return self._ident

    native_id = ident

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemon):
        self.daemon = daemon

    def __repr__(self):
        status = "initial" if not self._started else "stopped" if self._ended else "started"
        daemon = " daemon" if self._daemon else ""
        ident = f" {self._ident}" if self._ident is not None else ""
        return f"<{type(self).__name__}({self._name}, {status}{daemon}{ident})>"


class Timer(Thread):
    """Runs its function when started, after the interval."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval, self.function = interval, function
        self.args, self.kwargs = args if args is not None else [], kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        if not self.finished.is_set():
            import time

            time.sleep(self.interval)
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        self._name, self._daemon, self._ident = "MainThread", False, 1
        self._started, self._ended = True, False


_stack = [_MainThread()]


def current_thread():
    return _stack[-1]


currentThread = current_thread


def main_thread():
    return _stack[0]


def get_ident():
    return _stack[-1]._ident


get_native_id = get_ident


def active_count():
    return len(_stack)


activeCount = active_count


def enumerate():
    return list(_stack)


def settrace(func):
    pass


setprofile = settrace_all_threads = setprofile_all_threads = settrace


def gettrace():
    return None


getprofile = gettrace


def stack_size(size=0):
    return 0
