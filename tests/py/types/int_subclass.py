class I(int):
    def __new__(cls, v):
        return super().__new__(cls, v * 2)
    def __repr__(self):
        return f"I({int(self)})"
    def __add__(self, o):
        return I(0) if o == 0 else "added"
i = I(21)
print(i, repr(i), i + 1, i - 1, 1 + i, i == 42, hash(i) == hash(42), [1, 2, 3][I(1)], range(I(2)), f"{i:05d}", "%d" % i, -i, i * 2, type(i * 2).__name__, {42: "x"}[i], i.bit_length(), max(i, 3), int(i), type(int(i)).__name__, isinstance(True, int), bool(I(0)))
