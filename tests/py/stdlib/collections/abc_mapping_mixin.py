from collections.abc import Mapping, MutableMapping, Sequence, Set
class M(Mapping):
    def __init__(self, **k): self.d = k
    def __getitem__(self, k): return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M(a=1, b=2)
print("a" in m, m.get("z", 0), list(m.keys()), list(m.items()), list(m.values()), m == {"a": 1, "b": 2}, m.keys() & {"a"})
class Q(Sequence):
    def __getitem__(self, i): return [10, 20, 30][i]
    def __len__(self): return 3
q = Q(); print(list(q), 20 in q, q.index(30), q.count(10), list(reversed(q)))
try:
    MutableMapping()
except TypeError as e:
    print(e)
class T(Set):
    def __init__(self, it): self.s = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
print(list(T([1, 2]) & T([2, 3])), list(T([1]) | [5]), T([1]) <= T([1, 2]), T([1, 2]).isdisjoint([3]))
