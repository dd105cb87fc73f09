from dataclasses import make_dataclass, field
P = make_dataclass("P", [("x", int), ("y", int, field(default=5))], namespace={"s": lambda self: self.x + self.y})
print(P(1), P(1).s())
match P(1, 2):
    case P(a, b): print(a, b)
