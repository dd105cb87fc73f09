from dataclasses import dataclass, asdict, astuple, fields, replace, is_dataclass, field
@dataclass
class A:
    n: int
    kids: list = field(default_factory=list)
@dataclass
class B:
    a: A
    d: dict
b = B(A(1, [A(2)]), {"k": A(3)})
print(asdict(b)); print(astuple(b)); print(replace(b.a, n=9), is_dataclass(b), is_dataclass(B), is_dataclass(3))
print([(f.name, f.type) for f in fields(A)], fields(b)[1].name)
try:
    asdict(A)
except TypeError as e:
    print(e)
