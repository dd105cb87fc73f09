# str.index and rindex raise where find gives -1.
s = "hello"
print(s.index("l"), s.rindex("l"), s.index("l", 3), s.rindex("l", 0, 3), s.index(""), s.rindex(""))
for args in [("x",), ("h", 1), ("", 9), (1,), ()]:
    for method in (s.index, s.rindex):
        try:
            print(method(*args))
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)
