def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
print(list(reversed([1, 2])), list(reversed("abc")), list(reversed((1, 2))), list(reversed(b"ab")))
class S:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
print(list(reversed(S())))
class R:
    def __reversed__(self): return iter("xyz")
print(list(reversed(R())))
err(lambda: reversed(5))
err(lambda: reversed({1}))
err(lambda: reversed(x for x in []))
err(lambda: list(iter(5)))
err(lambda: iter(None))
class Seq:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i + 100
print(list(Seq()), 101 in Seq(), [*Seq()], max(Seq()))
n = iter([1, 2, 3, 4])
print(list(iter(lambda: next(n), 3)))
err(lambda: iter(1, 2))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n
print(list(It()), sum(It()), 2 in It(), dict.fromkeys(It()))
class NotIt:
    def __iter__(self): return 5
err(lambda: iter(NotIt()))
class No:
    __iter__ = None
err(lambda: iter(No()))
err(lambda: next([1]))
err(lambda: next(iter([])))
print(next(iter([]), "d"))
for name in (iter([]), iter(()), iter({}), iter({}.values()), iter({}.items()), iter(set()), iter(range(1)), reversed([]), reversed({})):
    print(type(name).__name__)
