d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, 2 in v, ("a", 1) in i, ("a", 2) in i, "a" in i)
d["d"] = 4
print(k, len(i), list(v))
print(sorted(k & {"a", "q"}), sorted(k | ["z"]), sorted(k - {"a"}), sorted(k ^ {"a", "z"}))
print(sorted({"a", "q"} & k), sorted({"q"} | k), sorted({"a", "q"} - k))
print(k == {"a", "b", "c", "d"}, k == ["a"], k >= {"a"}, k > {"a"}, k <= {"a"}, {"a"} < k, k.isdisjoint({"z"}), i.isdisjoint([("a", 1)]))
print(i == {("a", 1), ("b", 2), ("c", 3), ("d", 4)}, sorted(i & {("a", 1), ("a", 2)}))
print(list(reversed(d)), list(reversed(k)), list(reversed(v)), list(reversed(i)))
print(d.keys() == d.keys(), {}.keys() == set(), d.values() == d.values(), type(k).__name__)
print(isinstance(k, type({}.keys())))
for key, value in d.items():
    print(key, value, end=";")
print()
print(max(d, key=d.get), sorted(d.values()), dict(sorted(d.items(), reverse=True)))
