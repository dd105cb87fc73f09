from contextlib import *
import io, asyncio
@contextmanager
def cm(x):
    print("in", x)
    try: yield x * 2
    except ValueError as e: print("caught", e)
    finally: print("out")
with cm(3) as v: print(v)
with cm(4): raise ValueError("boom")
try:
    with cm(5): raise KeyError("k")
except KeyError as e: print("key", e)
with suppress(ZeroDivisionError): 1 / 0
with closing(io.StringIO("q")) as s: print(s.read())
with nullcontext(5) as n: print(n)
with ExitStack() as st:
    st.enter_context(cm(1)); st.callback(print, "cb"); st.push(lambda *a: print("push", a[0]))
b = io.StringIO()
with redirect_stdout(b): print("captured")
print(repr(b.getvalue()))
@asynccontextmanager
async def acm():
    print("a in"); yield 1; print("a out")
async def main():
    async with acm() as x: print(x)
    async with AsyncExitStack() as st: await st.enter_async_context(acm())
    return 7
print(asyncio.run(main()))
@cm(9)
def deco(): print("body")
deco()
class M(AbstractContextManager):
    def __exit__(self, *a): print("m")
with M(): pass
