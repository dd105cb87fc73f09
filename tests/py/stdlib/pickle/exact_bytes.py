import pickle
values = [None, True, 5, 300, -7, 2 ** 40, -2 ** 40, 1.5, "text", "é\n\\", b"bytes", (1, 2), [1, 2], [3], {"a": 1}, {"a": 1, "b": 2}, (), [], {}, {7}, frozenset([7]), (1, 2, 3, 4), [["a", "a"], "a"], int, bytearray(b"q")]
for p in range(6):
    for v in values:
        print(p, repr(v), pickle.dumps(v, p))
