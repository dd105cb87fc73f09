# bytes(...) and bytearray(...).
for kind in (bytes, bytearray):
    print(kind(), kind(3), kind([1, 2, 255]), kind("é", "utf-8"), kind("a", encoding="ascii"), kind(b"x"), kind(bytearray(b"y")), kind(range(3)), kind(i for i in (5, 6)), kind(memoryview(b"m")) if False else b"")
    for args in [("a",), (-1,), ([256],), ([-1],), (["a"],), (1.5,), (None,), ("é", "ascii"), (b"a", "utf-8"), (5, "utf-8"), ([1.5],), (object(),)]:
        try:
            print(kind(*args))
        except Exception as e:
            print(type(e).__name__, e)


class B:
    def __bytes__(self): return b"from __bytes__"


class I:
    def __index__(self): return 2


print(bytes(B()), bytes(I()), bytes([I(), True]))
