# Subclasses of set: which operations keep the class.
class S(set):
    def add(self, x):
        super().add(x * 2)


a = S([1, 2])
a.add(5)
print(sorted(a), type(a | {1}).__name__, type(a.union([1])).__name__, type({1} | a).__name__, type(a.copy()).__name__, type(a & a).__name__, isinstance(a, set), a == {1, 2, 10})
a |= {7}
print(type(a).__name__, sorted(a))
