# What a generator came to is not what a later iterator that ends says.
def g():
    yield 1
    return "left"
def later():
    got = yield from [5]
    return got
def told(f):
    try: print(f())
    except StopIteration as e: print(repr(e), e.value)
list(g())
told(lambda: next(iter([])))
list(g())
told(lambda: next(map(str, [])))
list(g()); it = later(); next(it)
told(lambda: next(it))
list(g())
told(lambda: next(zip()))
it = g(); next(it)
told(lambda: next(it))
it = g(); next(it)
told(lambda: it.send(None))
told(lambda: next(it))
it = g(); next(it)
told(lambda: next(map(str, it)))
it = g(); next(it)
told(lambda: next(zip(it, [1])))
for x in g(): pass
told(lambda: iter(()).__next__())
list(g())
class E:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
told(lambda: next(E()))
sorted(g())
async def c(): return 7
co = c()
told(lambda: co.send(None))
list(g())
told(lambda: next(iter(range(0))))
told(lambda: next(x for x in ()))
