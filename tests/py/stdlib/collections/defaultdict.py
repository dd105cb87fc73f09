from collections import defaultdict
d = defaultdict(list)
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    d[k].append(v)
print(d, dict(d), d["z"], "z" in d, d.get("q"))
n = defaultdict(lambda: defaultdict(int)); n["x"]["y"] += 1
print(n["x"], n.default_factory is not None)
try:
    defaultdict()["k"]
except KeyError as e:
    print(e)
print(defaultdict(int, a=1) | {"b": 2}, defaultdict(int, {"a": 1}).copy())
