# bool is an int with two values.
print(True + True, True * 5, True == 1, True is True, isinstance(True, int), issubclass(bool, int), bool.__mro__, repr(True), str(False), int(True), True / 2, -True, ~False, True // 1, True < 2, [10, 20][True], "ab"[False], hash(True), sum([True, False, True]))
print(bool(), bool(0), bool(""), bool("0"), bool([]), bool([0]), bool(0.0), bool(None), bool(...), bool(object()), bool(float("nan")))
for args in [(1, 2)]:
    try:
        bool(*args)
    except TypeError as e:
        print(e)
try:
    class B(bool):
        pass
except TypeError as e:
    print(e)
try:
    bool(x=1)
except TypeError as e:
    print(e)
