from collections import OrderedDict, defaultdict
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a"); print(o, list(reversed(o)), o.popitem(), o.popitem(last=False), o, o == {"b": 2} if False else dict(o)); o["z"] = 0; o.move_to_end("z", last=False); print(list(o), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), o | {"q": 1}, OrderedDict.fromkeys("ab", 0), o.copy() == o)
for f in (lambda: OrderedDict().popitem(), lambda: o.move_to_end("nope"), lambda: o.pop("none")):
    try:
        f()
    except KeyError as e:
        print("KeyError", e)
d = defaultdict(list); d["a"].append(1); d["b"]; print(d, d.default_factory, d.get("c"), "c" in d, d.copy(), d | {"x": 1}, dict(d), defaultdict(int, a=1)["q"], defaultdict(lambda: 5)["k"])
n = defaultdict(None, a=1)
try:
    n["x"]
except KeyError as e:
    print("KeyError", e)
try:
    defaultdict(5)
except TypeError as e:
    print(e)
