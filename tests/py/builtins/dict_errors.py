def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
d = {"a": 1}
err(lambda: d["zz"])
err(lambda: d[(1, 2)])
err(lambda: d[5])
err(lambda: d[[]])
err(lambda: d.pop("q"))
err(lambda: {}.popitem())
err(lambda: {[]: 1})
err(lambda: {{}: 1})
err(lambda: {{1}: 1})
err(lambda: d.get([]))
err(lambda: [] in d)
err(lambda: dict(5))
err(lambda: dict([1]))
err(lambda: dict(["abc"]))
err(lambda: dict([(1, 2, 3)]))
err(lambda: d + d)
err(lambda: d < d)
err(lambda: d | 1)
err(lambda: hash(d))
err(lambda: d.nope)
def delete(): del d["q"]
err(delete)
def grow():
    for k in d:
        d[k + "x"] = 1
err(grow)
def shrink():
    for k in d:
        del d[k]
err(shrink)
def shrink():
    for k, v in d.items():
        d["n" + k] = v
err(shrink)
def setattr_(): {}.x = 1
err(setattr_)
