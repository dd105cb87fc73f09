# Evaluation order and merging in displays; unhashable keys; order kept.
log = []


def t(x):
    log.append(x)
    return x


d = {t(1): t(2), t(3): t(4), **{t(5): t(6)}, t(7): t(8)}
print(d, log)
print({**{"a": 1, "b": 2}, "a": 3, **{"c": 4}}, {**{}}, {*(), 1}, [*[], *[1]], (*(),))
try:
    {[]: 1}
except TypeError as e:
    print(e)
try:
    {{}}
except TypeError as e:
    print(e)
try:
    {**5}
except TypeError as e:
    print(e)
try:
    [*5]
except TypeError as e:
    print(e)
print(list({"z": 1, "a": 2, "m": 3}), {"k": 1, "k": 2}, len({1, 1.0, True}))
print({k: v for k, v in zip("abc", range(3)) if v}, {x for x in "hello"} == set("helo"))
a = {"x": {"y": [1, {"z": 2}]}}
print(a["x"]["y"][1]["z"])
a["x"]["y"][1]["z"] += 1
print(a)
print({1: "a"} | {2: "b"}, {1, 2} & {2, 3}, {1} < {1, 2})
items = {"b": 1, "a": 2}
items.update(c=3)
print(sorted(items.items()), dict(sorted(items.items())), "a" in items, items.pop("a"), items)
nested = [(i, j) for i in range(2) for j in {"k": i}]
print(nested)


class Mapping:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, k):
        return k * 2


print({**Mapping()}, (lambda **kw: kw)(**Mapping()), dict(Mapping()))
