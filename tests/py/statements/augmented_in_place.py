# __iadd__ and its kin; falling back to __add__; returning something else.
class A:
    def __init__(self, n):
        self.n = n

    def __iadd__(self, other):
        self.n += other
        return self

    def __isub__(self, other):
        return "replaced"

    def __imul__(self, other):
        return NotImplemented

    def __mul__(self, other):
        return A(self.n * other)


a = b = A(1)
a += 5
print(a is b, a.n)
a *= 3
print(a is b, a.n)
a -= 1
print(a)
try:
    b /= 2
except TypeError as e:
    print(e)
