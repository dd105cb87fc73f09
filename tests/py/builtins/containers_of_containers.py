d = {}
d.setdefault("a", []).append(1)
d.setdefault("a", []).append(2)
d.setdefault("b", {})["x"] = {1, 2}
print(d["a"], sorted(d["b"]["x"]))
m = [[0] * 3 for _ in range(2)]
m[0][1] = 5
print(m, [list(r) for r in zip(*m)])
s = [[]] * 2
s[0].append(1)
print(s)
a = [1, [2, [3, [4]]]]
def flat(v):
    return [w for u in v for w in (flat(u) if isinstance(u, list) else [u])]
print(flat(a))
print(sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]), dict([*{"a": 1}.items(), ("b", 2)]))
print({1: {2: {3: 4}}}[1][2][3], [(i, j) for i, j in {"a": 1}.items()])
