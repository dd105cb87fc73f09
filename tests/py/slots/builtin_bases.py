"""slots in subclasses of list, dict, str, Exception"""
class Rows(list):
    __slots__ = ("table",)


class Options(dict):
    __slots__ = ("source",)


class Failure(Exception):
    __slots__ = ("code",)


class Word(str):
    __slots__ = ("language",)


class Numbers(set):
    __slots__ = ("unit",)


for made, name in (Rows([1, 2]), "table"), (Options(a=1), "source"), (Failure("x", 1), "code"), (Word("hi"), "language"), (Numbers([1]), "unit"):
    setattr(made, name, [name])
    print(repr(made), getattr(made, name), len(made) if not isinstance(made, Exception) else made.args)
    try:
        made.other = 1
        print("has a dict", made.__dict__)
    except AttributeError as e:
        print(e)
r = Rows()
r.extend(range(100))
r.table = "t"
print(r[-1], r.table, r + [1] == list(range(100)) + [1])
