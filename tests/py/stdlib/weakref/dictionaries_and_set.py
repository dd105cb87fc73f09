import weakref, copy
class N:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"N({self.n})"
x, y, z = N(1), N(2), N(3)
v = weakref.WeakValueDictionary({"x": x, "y": y})
v["z"] = z
print(sorted(v), v["x"], v.get("q"), v.get("q", 5), len(v), "y" in v, dict(v), v.pop("z"), v.setdefault("w", x), list(v.keys()), list(v.values()))
print([r() for r in v.valuerefs()], type(v.copy()).__name__, copy.copy(v)["x"] is x, v == {"x": x}, repr(v)[:24])
try:
    v["bad"]
except KeyError as e:
    print("KeyError", e)
k = weakref.WeakKeyDictionary()
k[x] = "one"; k[y] = "two"
print(k[x], len(k), x in k, z in k, sorted(k.values()), k.pop(y), list(k.items()), [r() for r in k.keyrefs()])
s = weakref.WeakSet([x, y])
s.add(z); s.discard(y)
print(len(s), x in s, y in s, sorted(n.n for n in s), sorted(n.n for n in s | {y}), len(s & {x}), len(s - {x}), s.issubset({x, z, y}), s == weakref.WeakSet([z, x]))
s.remove(x)
try:
    s.remove(x)
except KeyError as e:
    print("KeyError")
s.clear(); print(len(s))
for make in (lambda: v.__setitem__("n", 3), lambda: k.__setitem__("s", 3)):
    try:
        make()
    except TypeError as e:
        print(e)
