# Cleanups in generators: with, try/finally, exceptions of the consumer.
class CM:
    def __enter__(self): print("in"); return self
    def __exit__(self, *a): print("out", a[0].__name__ if a[0] else None)


def g():
    with CM():
        for i in range(3):
            try:
                yield i
            finally:
                print("step", i)


for x in g():
    print(x)
it = g()
next(it)
it.close()
it = g()
next(it)
try:
    it.throw(KeyError)
except KeyError:
    print("key")
