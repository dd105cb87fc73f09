# dict.fromkeys shares its value; on a subclass it makes that class.
print(dict.fromkeys("ab"), dict.fromkeys([1, 2], []), dict.fromkeys(range(2), 0), {}.fromkeys("x", 1), dict.fromkeys([]))
d = dict.fromkeys("ab", [])
d["a"].append(1)
print(d)


class D(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 10 if value else value)


print(type(D.fromkeys("a")).__name__, D.fromkeys("ab", 2))
for args in [(), (1,), ([[]],), (1, 2, 3)]:
    try:
        dict.fromkeys(*args)
    except TypeError as e:
        print(e)
