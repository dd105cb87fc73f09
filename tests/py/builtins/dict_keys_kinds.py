d = {None: 1, (1, "a"): 2, frozenset([1]): 3, 2.5: 4, True: 5, "s": 6, b"b": 7, int: 8, len: 9}
for k in d:
    print(repr(k) if not callable(k) else k.__name__, d[k])
print(d[1], d[1.0], 0 in d, False in d, d[frozenset({1})])
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 3
    def __eq__(self, o): return isinstance(o, K) and o.n == self.n
m = {K(i): i for i in range(10)}
print(m[K(7)], K(11) in m, len(m))
class E:
    def __eq__(self, o): return True
try:
    {E(): 1}
except TypeError as e:
    print(e)
class O: pass
o = O()
print({o: 1}[o], O() in {o: 1})
big = 2 ** 70
print({big: 1}[2 ** 70], {2 ** 53: "x"}[float(2 ** 53)], {-1: 1, -2: 2}[-2])
