"""Names of signals; handlers are accepted, Ctrl-C is retort's own."""

from enum import IntEnum

_names = """HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU
URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS"""
Signals = IntEnum("Signals", {"SIG" + name: number for number, name in enumerate(_names.split(), 1)}
                  | {"SIGRTMIN": 34, "SIGRTMAX": 64}, module="signal")
Handlers = IntEnum("Handlers", {"SIG_DFL": 0, "SIG_IGN": 1}, module="signal")
Sigmasks = IntEnum("Sigmasks", {"SIG_BLOCK": 0, "SIG_UNBLOCK": 1, "SIG_SETMASK": 2}, module="signal")
for _kind in (Signals, Handlers, Sigmasks):
    globals().update(_kind.__members__)
SIGIOT, SIGCLD, SIGPOLL, NSIG = Signals.SIGABRT, Signals.SIGCHLD, Signals.SIGIO, 65
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
ItimerError = OSError
_handlers = {}


def _known(signalnum):
    if not 0 < signalnum < NSIG:
        raise ValueError("signal number out of range")
    return signalnum


def default_int_handler(signalnum, frame):
    raise KeyboardInterrupt


def getsignal(signalnum):
    return _handlers.get(_known(signalnum), default_int_handler if signalnum == 2 else Handlers.SIG_DFL)


def signal(signalnum, handler):
    if not callable(handler) and handler not in (0, 1):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    old = getsignal(signalnum)
    _handlers[signalnum] = Handlers(handler) if handler in (0, 1) else handler
    return old


def strsignal(signalnum):
    texts = {1: "Hangup", 2: "Interrupt", 3: "Quit", 6: "Aborted", 9: "Killed", 11: "Segmentation fault",
             13: "Broken pipe", 14: "Alarm clock", 15: "Terminated"}
    return texts.get(_known(signalnum))


def valid_signals():
    return {Signals(n) if n in Signals._value2member_map_ else n for n in range(1, 65) if n not in (32, 33)}


def raise_signal(signalnum):
    handler = getsignal(signalnum)
    if callable(handler):
        handler(signalnum, None)


def alarm(seconds):
    return 0


def setitimer(which, seconds, interval=0.0):
    return 0.0, 0.0


def getitimer(which):
    return 0.0, 0.0


def siginterrupt(signalnum, flag):
    pass


def set_wakeup_fd(fd, *, warn_on_full_buffer=True):
    return -1


def pthread_sigmask(how, mask):
    return set()


def sigpending():
    return set()
