# dict(...): pairs, mappings, keywords, and what it refuses.
print(dict(), dict(a=1), dict([("a", 1), ("b", 2)], b=3), dict({"x": 1}, y=2), dict(["ab", "cd"]), dict(zip("ab", [1, 2])), dict([[1, 2]]))
for args in [(1,), ([1],), ([(1,)],), ([(1, 2, 3)],), (["abc"],), ([([], 1)],), ({}, {}), (None,), ([("a", 1), 5],)]:
    try:
        print(dict(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Keys:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, key):
        return key * 2


print(dict(Keys()), dict(Keys(), q=1), {**Keys()})
