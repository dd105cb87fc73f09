# repr of tuples.
print((), (1,), (1, 2), ("a",), ((),), ((1,), (2, 3)), (None, True, 1.5), ("it's", b"x"))
