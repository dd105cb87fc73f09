# Protocols: isinstance() asks for members; they are not instantiated; what is below them may be abstract.
from typing import *
import typing, abc
import io


def t(fn, *a):
    try:
        r = fn(*a)
        print(type(r).__name__, r)
    except BaseException as e:
        print(type(e).__name__, e)


@runtime_checkable
class Pr(Protocol):
    x: int
    def m(self) -> int: ...
class Im:
    x = 1
    def m(self): return 1
class No: x = 1
@runtime_checkable
class Closer(Protocol):
    def close(self): ...
class Half(Protocol):
    def q(self): ...
class C1:
    def close(self): pass
class C2: close = None
class C3(Closer): pass
class C4(Closer):
    def close(self): return "own"
T = TypeVar("T")
@runtime_checkable
class Gp(Protocol[T]):
    def get(self) -> T: ...
class Both(Closer, Protocol):
    def open(self): ...
t(lambda: [isinstance(o, Pr) for o in (Im(), No(), 5, None)]); t(lambda: issubclass(Im, Pr)); t(lambda: [isinstance(o, Closer) for o in (C1(), C2(), C3(), io.StringIO(), 5)]); t(lambda: [issubclass(o, Closer) for o in (C1, C2, C3, int)]); t(lambda: Pr()); t(lambda: Closer()); t(lambda: C3().close()); t(lambda: C4().close()); t(lambda: isinstance(C1(), Half)); t(lambda: issubclass(C1, Half)); t(lambda: isinstance({}, Gp)); t(lambda: isinstance(5, Gp)); t(lambda: Both()); t(lambda: isinstance(C1(), Both)); t(lambda: runtime_checkable(int)); t(lambda: runtime_checkable(C1)); t(lambda: Gp[int]); t(lambda: isinstance({}, Gp[int])); t(lambda: type(C3()).__mro__[1] is Closer)
class Cal(Protocol):
    def __call__(self, a: int) -> str: ...
t(lambda: Cal()); t(lambda: is_typeddict(dict)); t(lambda: isinstance(5, SupportsInt)); t(lambda: isinstance("x", SupportsInt)); t(lambda: issubclass(int, SupportsAbs)); t(lambda: isinstance([], Iterable)); t(lambda: isinstance([], Sized))
class Ab(Protocol):
    @abc.abstractmethod
    def f(self): ...
class Ab2(Ab): pass
t(lambda: Ab2()); t(lambda: Pr._is_protocol); t(lambda: C3._is_protocol)
