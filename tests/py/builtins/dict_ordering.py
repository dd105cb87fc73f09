d = dict(b=1, a=2)
d["b"] = 3
print(list(d), next(iter(d)), list(d)[-1])
d.pop("b")
d["b"] = 4
print(list(d))
print(sorted(d), sorted(d, reverse=True), sorted(d.items(), key=lambda i: -i[1]), min(d, key=d.get))
inv = {v: k for k, v in d.items()}
print(inv, {**inv, **{9: "z"}})
groups = {}
for w in "one two three four five".split():
    groups.setdefault(len(w), []).append(w)
print(groups, {k: len(v) for k, v in groups.items()})
counts = {}
for ch in "mississippi":
    counts[ch] = counts.get(ch, 0) + 1
print(counts, max(counts.items(), key=lambda kv: (kv[1], kv[0])))
for k in list(d):
    del d[k]
print(d)
from collections import OrderedDict, defaultdict, Counter
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(list(o), o.popitem(last=False))
dd = defaultdict(list)
dd["x"].append(1)
print(dict(dd), dd["y"])
print(Counter("abca").most_common(1))
