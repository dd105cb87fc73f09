# Views see changes; iterators notice them.
d = {"a": 1}
k, v, i = d.keys(), d.values(), d.items()
d["b"] = 2
print(k, v, i, len(k), k.mapping)
for change in ["d['c'] = 3", "del d['a']", "d.clear()"]:
    it = iter(d)
    next(it)
    exec(change)
    try:
        print(next(it))
    except (RuntimeError, StopIteration) as e:
        print(type(e).__name__, e)
d.update(a=1, b=2)
for key in d:
    d[key] = d[key] + 1
print(d)
