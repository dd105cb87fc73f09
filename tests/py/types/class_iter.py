class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 10
print(list(It(3)), sum(It(4)), 2 in It(3), list(Seq()), 20 in Seq(), max(Seq()), [*It(2)], dict(zip("ab", It(2))), tuple(It(0)), sorted(It(3)))
a, *b = It(4); print(a, b)
for f in (lambda: iter(5), lambda: list(None), lambda: next(5), lambda: [*1.5], lambda: len(It(1)), lambda: 5 in 6, lambda: (lambda a, b: 0)(*It(1))):
    try:
        print(f())
    except TypeError as e:
        print(e)
