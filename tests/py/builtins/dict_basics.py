d = {"a": 1, "b": 2}
print(d, len(d), d["a"], d.get("z"), d.get("z", 0), "a" in d, "z" in d, bool({}))
d["c"] = 3
d["a"] = 10
print(d, list(d), d.keys(), d.values(), d.items())
del d["b"]
d["b"] = 20
print(d, d.pop("a"), d.pop("zz", None), d)
print(d.setdefault("c", 0), d.setdefault("n", 5), d.setdefault("m"), d)
print(d.popitem(), d)
d.update({"x": 1}, y=2)
d.update([("z", 3)], c=4)
d.update(k=1)
print(d)
print(dict(), dict(a=1), dict([(1, 2), "ab"]), dict({"q": 1}, r=2), dict(zip("ab", range(2))))
print(dict.fromkeys("aba"), dict.fromkeys([1, 2], 0), {}.fromkeys((1,)))
e = d.copy()
e.clear()
print(e, len(d))
print({1: "a", 1.0: "b", True: "c"})
print({**{"a": 1}, "b": 2, **{"a": 3}})
print({"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 2})
print({k: v for k, v in zip("xyz", range(3)) if v})
print(str({1: [2]}), repr({"k": None, None: "v", 1.5: True}))
