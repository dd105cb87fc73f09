# functools and contextlib, one use and one error after the other.
import functools, contextlib, itertools, string, textwrap, collections, operator
import io


def t(fn, *a):
    try:
        r = fn(*a)
        print(type(r).__name__, r)
    except BaseException as e:
        print(type(e).__name__, e)


# functools
@functools.lru_cache(maxsize=2)
def f(x, y=1): return x * y
t(lambda: [f(1), f(2), f(1), f(3), f(2), f(1, y=1)])
t(lambda: f.cache_info()); t(lambda: f.cache_parameters()); t(lambda: f.cache_clear()); t(lambda: f.cache_info()); t(lambda: f.__wrapped__(4))
t(lambda: f([]))
@functools.cache
def g(n): return n if n < 2 else g(n-1) + g(n-2)
t(lambda: g(80)); t(lambda: g.cache_info())
class P:
    @functools.cached_property
    def v(self): print("once"); return 5
    @functools.singledispatchmethod
    def m(self, a): return "any"
    @m.register
    def _(self, a: int): return "int"
    @m.register(str)
    def _(self, a): return "str"
    def part(self, a, b): return a, b
    pm = functools.partialmethod(part, 1)
p = P(); t(lambda: (p.v, p.v, p.__dict__)); t(lambda: (p.m(1), p.m("s"), p.m(1.5), p.m(True))); t(lambda: p.pm(2))
@functools.singledispatch
def d(a, verbose=False): return "base"
@d.register(int)
def _(a, verbose=False): return "int" + str(verbose)
@d.register(list | tuple)
def _(a): return "seq"
t(lambda: (d(1), d(True, verbose=True), d([]), d(()), d("x"), d.dispatch(bool) is d.registry[int], sorted(k.__name__ for k in d.registry)))
t(lambda: d())
t(lambda: d.register(5))
@functools.total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
t(lambda: (T(1) <= T(1), T(2) > T(1), T(1) >= T(2), T(1) != T(2)))
t(lambda: functools.total_ordering(type("E", (), {})))
pa = functools.partial(int, base=2)
t(lambda: (pa("101"), pa.func, pa.args, pa.keywords, repr(functools.partial(max, 1, k=2))))
t(lambda: functools.partial(functools.partial(pow, 2), 3)())
t(lambda: functools.partial(5))
t(lambda: functools.reduce(operator.add, [1,2,3], 10)); t(lambda: functools.reduce(operator.add, [])); t(lambda: functools.reduce(operator.add, [], 5))
t(lambda: sorted([3,1,2], key=functools.cmp_to_key(lambda a, b: b - a)))
def w(a, b: int = 3, *, c): "doc"
@functools.wraps(w)
def ww(*a, **k): return 1
t(lambda: (ww.__name__, ww.__doc__, ww.__wrapped__ is w, ww.__annotations__))
# contextlib
@contextlib.contextmanager
def cm(x):
    print("in", x)
    try: yield x
    except ValueError as e: print("caught", e)
    finally: print("out", x)
def use():
    with cm(1) as a, cm(2) as b:
        raise ValueError(a + b)
t(use)
def use2():
    with contextlib.ExitStack() as s:
        a = s.enter_context(cm("a")); s.callback(print, "cb", k=1) if False else s.callback(lambda *a, **k: print("cb", a, k), 1, k=2)
        s.push(lambda *e: print("push", e[0]) or True)
        raise KeyError("x")
t(use2)
t(lambda: contextlib.nullcontext(5).__enter__())
def use3():
    with contextlib.suppress(KeyError, IndexError): {}["a"]
    with contextlib.suppress(KeyError): [][0]
t(use3)
def use4():
    o = io.StringIO()
    with contextlib.redirect_stdout(o): print("hidden")
    return o.getvalue()
t(use4)
class Cl:
    def close(self): print("closed")
def use5():
    with contextlib.closing(Cl()) as c: pass
t(use5)
@cm("deco")
def deco(): return "ret"
t(deco); t(deco)
@contextlib.contextmanager
def bad(): 
    if False: yield
def use6():
    with bad(): pass
t(use6)
@contextlib.contextmanager
def bad2():
    yield 1
    yield 2
def use7():
    with bad2(): pass
t(use7)
class CD(contextlib.ContextDecorator):
    def __enter__(self): print("E"); return self
    def __exit__(self, *a): print("X", a[0]); return False
@CD()
def h(): return 7
t(h)
class AC(contextlib.AbstractContextManager):
    def __exit__(self, *a): return None
def use8():
    with AC() as x: return type(x).__name__
t(use8)
