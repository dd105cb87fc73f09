# reversed(): __reversed__, the sequence protocol, and what is missing.
class Both:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i * 10


class NoLen:
    def __getitem__(self, i):
        return i


class Own:
    def __reversed__(self):
        return iter("own")


class Refuses(dict):
    __reversed__ = None


class Mapping:
    def __len__(self):
        return 1

    def keys(self):
        return []


print(list(reversed(Both())), list(reversed(Own())), list(reversed({"a": 1, "b": 2})), list(reversed({1: 2}.items())), list(reversed(range(3))), list(reversed("abc")))
for x in (NoLen(), Refuses(), Mapping(), {1}, 5, None, iter([]), (i for i in ()), map(str, [])):
    try:
        print(list(reversed(x)))
    except TypeError as e:
        print(e)
r = reversed([1, 2, 3])
print(next(r), r.__length_hint__(), list(r), next(r, "end"), type(r).__name__, type(reversed((1,))).__name__, type(reversed({})).__name__)
