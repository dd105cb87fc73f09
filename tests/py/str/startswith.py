# str.startswith and endswith: tuples, slices, empty text.
s = "hello"
print(s.startswith("he"), s.startswith(""), s.startswith("lo", 3), s.startswith("l", -2), s.startswith("hello!"), s.startswith("e", 1, 1))
print(s.startswith(("x", "h")), s.startswith(()), s.startswith("", 5), s.startswith("", 6), s.startswith("", 2, 1))
print(s.endswith("lo"), s.endswith(""), s.endswith("l", 0, 4), s.endswith(("x", "lo")), s.endswith("", 6), s.endswith("hello", 0))
for args in [(), (1,), (["h"],), (("h", 1),), (("x", 1),), (b"h",), ("h", "x"), (None,)]:
    for method in (s.startswith, s.endswith):
        try:
            print(method(*args))
        except TypeError as e:
            print(e)
