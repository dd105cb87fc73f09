# Order of insertion; overwriting keeps the place, deleting and adding again goes to the end.
d = {"b": 1, "a": 2, "c": 3}
d["b"] = 9
print(d)
del d["b"]
d["b"] = 0
print(d, list(d), list(d.values()), list(reversed(d)))
d |= {"a": 5, "z": 6}
print(d, {"x": 1, **d, "x": 2}, {1: "a", 1.0: "b", True: "c"})
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, list({"a": 1, "b": 2}.items()) == list({"b": 2, "a": 1}.items()))
