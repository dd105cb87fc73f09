# Subclasses of int: operators give plain ints.
class N(int):
    def __add__(self, other):
        return N(int(self) + int(other))

    def __repr__(self):
        return f"N({int(self)})"


a, b = N(5), N(7)
print(a, str(a), a + b, a - b, type(a * b).__name__, a == 5, hash(a) == hash(5), {5: "x"}[a], [1, 2, 3, 4, 5, 6][a], -a, type(-a).__name__, a + 1, 1 + a, f"{a}", f"{a:d}", "%d" % a, "%s" % a, int(a), a.bit_length(), bool(N(0)), N("12"), N(), range(a), isinstance(a, int), max(a, b))
a.note = "x"
print(a.note, a.__dict__)
