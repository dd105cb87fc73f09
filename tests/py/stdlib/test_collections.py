from collections import *
from collections.abc import *
import collections
d = defaultdict(list); d["a"].append(1); print(d, d["z"], dict(d), d.get("q"))
o = OrderedDict([("a", 1), ("b", 2)]); o.move_to_end("a"); print(list(o), o.popitem(last=False), o == {"a": 1})
c = Counter("abracadabra"); print(c, c.most_common(2), c["z"], Counter(a=3) - Counter(a=1, b=2), c.total(), sorted(c.elements())[:3])
q = deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0); print(q, q.popleft(), len(q), list(reversed(q)), q[0]); q.rotate(1); print(q)
P = namedtuple("P", "x y", defaults=[5]); p = P(1); print(p, p._replace(x=9), p._asdict(), P._fields, P._make([1, 2]), p.x + p.y, p == (1, 5), P.__doc__)
try: P()
except TypeError as e: print("TypeError")
m = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(m["a"], m["b"], dict(m), len(m))
class U(UserDict): pass
u = U(a=1); u["b"] = 2; print(u, len(u), "a" in u, u.pop("a"), list(u.items()))
print([isinstance(x, Sequence) for x in ([], (), "", {}, set())], isinstance({}, Mapping), isinstance(print, Callable), isinstance([].__iter__(), Iterator), issubclass(dict, MutableMapping), isinstance({1}, collections.abc.Set))
class Seq(Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i
print(list(Seq()), 2 in Seq(), Seq().index(1), list(reversed(Seq())))
try: Sequence()
except TypeError as e: print("abstract")
