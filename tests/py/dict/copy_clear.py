# dict.copy is shallow, and clear empties in place.
a = {"x": [1]}
b = a.copy()
b["x"].append(2)
b["y"] = 1
c = a
print(a, b, a.clear(), a, c, b)


class D(dict):
    pass


print(type(D(a=1).copy()).__name__, type(D(a=1) | {}).__name__, type({} | D()).__name__)
