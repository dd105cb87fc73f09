from dataclasses import dataclass, field
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
p = P(1); q = P(1, 0, [])
print(p, p == q, p != P(2), P(1, tags=[3]))
p.tags.append(1); print(p.tags, q.tags)
try:
    P()
except TypeError as e:
    print(e)
try:
    hash(p)
except TypeError as e:
    print(e)
