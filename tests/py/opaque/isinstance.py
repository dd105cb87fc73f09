import a1
print(isinstance(5, a1.X), isinstance(a1.y, a1.X), issubclass(int, a1.X))
class A(a1.X): pass
print(isinstance(A(), a1.X), issubclass(A, a1.X), isinstance(5, (int, a1.X)))
