from dataclasses import dataclass, FrozenInstanceError
@dataclass(frozen=True, order=True)
class V:
    major: int
    minor: int = 0
v = V(1, 2)
print(v < V(1, 3), max(V(1), V(0, 9)), hash(v) == hash(V(1, 2)), {v: 1}[V(1, 2)], sorted([V(2), V(1)]))
for f in (lambda: setattr(v, "major", 5), lambda: delattr(v, "major")):
    try:
        f()
    except FrozenInstanceError as e:
        print(e)
try:
    v < 3
except TypeError as e:
    print(e)
