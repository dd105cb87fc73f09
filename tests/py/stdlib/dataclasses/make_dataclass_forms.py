# dataclasses.make_dataclass: every form of a field, and its errors.
from dataclasses import asdict, field, fields, make_dataclass

A = make_dataclass("A", ["x", ("y", int), ("z", list, field(default_factory=list))], namespace={"total": lambda self: self.y + len(self.z)})
a = A(1, 2)
print(a, a.total(), asdict(a), [(f.name, f.type) for f in fields(A)])
B = make_dataclass("B", [("w", int, 5)], bases=(A,), frozen=False, order=True)
print(B(1, 2), B(1, 2) < B(1, 3), B.__name__, B.__module__, B.__mro__[1].__name__)
F = make_dataclass("F", ["a"], frozen=True, slots=True, kw_only=True)
print(F(a=1), F.__slots__, hash(F(a=1)) == hash(F(a=1)))
for names in (["x", "x"], ["1x"], ["class"], [("a",)], [("a", int, 1, 2)], [3]):
    try:
        make_dataclass("Bad", names)
    except TypeError as e:
        print(e)
