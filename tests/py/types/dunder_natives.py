print("abc".__len__(), "abc".__getitem__(1), "abc".__contains__("b"), "a".__add__("b"), "a".__mul__(2), "a".__eq__("a"), "a".__eq__(1), "a".__lt__("b"), "a".__repr__(), "a".__str__(), "a".__hash__() == hash("a"), "a".__format__(">3"), "%s".__mod__(5), "a".__ne__("b"))
print([1].__len__(), [1].__contains__(1), [1, 2].__getitem__(0), [1].__eq__([1]), [1].__add__([2]), {}.__len__(), {"a": 1}.__getitem__("a"), (1, 2).__len__(), (1,).__hash__() == hash((1,)), None.__repr__(), None.__bool__(), None.__eq__(None), None.__eq__(1))
print(str.__add__("a", "b"), list.__len__([1, 2]), int.__lt__(1, 2), dict.__contains__({1: 2}, 1), object.__repr__(5)[:11], type.__repr__(int), object.__eq__(1, 1), object.__ne__(1, 2), object.__str__("q"), str.__str__("z"), float.__repr__(1.5), int.__repr__(True), object.__hash__(5) is not None)
print(callable("a".upper), str.upper, "a".upper.__name__, len.__name__, str.__add__, str.upper.__qualname__, int.__new__(int, 5), str.__new__(str, "q"), type("a").__call__("z"), (5).__class__, "".__class__.__name__)
for f in (lambda: "abc".__getitem__("x"), lambda: (5).__nope__, lambda: str.__add__(1, 2), lambda: "a".__len__(1), lambda: int.__add__(), lambda: [].__iter__().__next__()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
