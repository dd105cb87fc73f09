# match() with patterns from the root, with_segments(); what warnings, hmac, inspect and copy refuse or say in order.
import copy
import hmac
import inspect
import types
import warnings
from pathlib import PurePosixPath as P


def t(fn):
    try:
        print(fn())
    except BaseException as e:
        print(type(e).__name__, e)


for path in "a/b/c", "/a/b", "/b", "b", "/":
    print(path, [P(path).match(pattern) for pattern in ("*", "b/*", "/b/*", "/*", "/*/*", "c", "/a/b", "a/b")])
t(lambda: P("a/b").with_segments("c", "d"))
t(lambda: P("a").match(""))
t(lambda: warnings.warn("x", int))
t(lambda: warnings.filterwarnings("bad"))
t(lambda: hmac.new("k", b"m", "md5"))
t(lambda: hmac.HMAC(b"k"))
t(lambda: copy.deepcopy(types))
t(lambda: copy.copy([types])[0] is types)


def f(a: int, *, b: str = "x") -> float:
    pass


t(lambda: inspect.getfullargspec(f))
