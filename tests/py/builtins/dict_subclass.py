class Default(dict):
    def __missing__(self, key):
        self[key] = v = key * 2
        return v
d = Default(a=1)
print(d["a"], d["b"], d[4], d, d.get("zz"), "zz" in d)
class Upper(dict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
    def __getitem__(self, k): return super().__getitem__(k.upper())
    def __contains__(self, k): return super().__contains__(k.upper())
u = Upper()
u["a"] = 1
print(u, u["a"], "a" in u, len(u), u == {"A": 1})
class Attr(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)
    def __setattr__(self, name, value): self[name] = value
t = Attr(x=1)
t.y = 2
print(t.x, t.y, t, hasattr(t, "z"))
class Init(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.n = len(self)
i = Init([(1, 2)], b=3)
print(i, i.n, type(i.copy()).__name__, Init.fromkeys("ab"))
print(dict(i), {**i}, list(i.items()), isinstance(i, dict))
class It(dict):
    def __iter__(self): return iter(["custom"])
    def keys(self): return ["k"]
    def __getitem__(self, k): return "v-" + k
print(list(It(a=1)), dict(It(a=1)), {**It(a=1)})
