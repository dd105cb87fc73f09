# __iter__ and __next__; iter with a sentinel; exhausted iterators.
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration("finished")
        self.n -= 1
        return self.n


c = Count(3)
print(next(c), list(c), list(c), next(c, "default"))
try:
    next(c)
except StopIteration as e:
    print(repr(e), e.value)
it = iter([3, 2, 1, 0].pop, 2)
print(list(it))
print(list(iter(lambda n=[0]: n.append(1) or len(n), 4)))
for code in ["next(5)", "next([])", "iter(5)", "iter(int, 1, 2)", "next()", "iter()", "next(iter([]), 1, 2)"]:
    try:
        print(next(iter(code)) if False else eval(code))
    except (TypeError, StopIteration) as e:
        print(code, "->", type(e).__name__, e)
a, *b = Count(3)
print(a, b, sum(Count(4)), 2 in Count(4), max(Count(4)), dict(zip("ab", Count(2))))
