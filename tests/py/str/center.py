# str.center: where the odd blank goes, fill characters and bad arguments.
for s in ["", "a", "ab", "abc"]:
    for width in [-1, 0, 1, 2, 3, 4, 5, 6]:
        print(repr(s.center(width)), repr(s.center(width, "*")), end=" ")
    print()
print("é".center(5, "ü"))
for args in [(), ("5",), (5, ""), (5, "ab"), (5, b"x"), (5, 1), (1.0,), (5, "x", 1)]:
    try:
        print("a".center(*args))
    except TypeError as e:
        print(e)
