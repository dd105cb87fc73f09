# type with one and three arguments.
A = type("A", (), {"x": 1, "f": lambda self: self.x})
B = type("B", (A,), dict(y=2))
print(A, A().f(), B().y, B().x, B.__mro__[1] is A, type(5), type(A) is type, type(type), type("C", (int,), {})(5) + 1, A.__module__)
for args in [(), (1, 2), ("A",) * 2, ("A", 5, {}), ("A", (), 5), (5, (), {}), ("A", [int], {}), ("A", (5,), {}), ("A\0", (), {}), ("A", (), {}, 1)]:
    try:
        print(type(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
