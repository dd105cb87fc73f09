# Roles x permissions: product, bit masks, set algebra.
from functools import reduce
from itertools import product
from operator import or_

ROLES = {"admin": "rwd", "editor": "rw", "viewer": "r", "none": ""}
BITS = {"r": 4, "w": 2, "d": 1}
for role, letters in ROLES.items():
    mask = reduce(or_, (BITS[c] for c in letters), 0)
    print(f"{role:<8}|{mask:03b}|{mask:#x}|{''.join(c if BITS[c] & mask else '-' for c in 'rwd')}")
print([f"{r}:{p}" for r, p in product(ROLES, "rw") if p in ROLES[r]])
grid = [[int(p in letters) for p in BITS] for letters in ROLES.values()]
print(grid, [sum(column) for column in zip(*grid)], list(map(list, zip(*grid))))
print({r for r in ROLES if set("rw") <= set(ROLES[r])} == {"admin", "editor"}, sorted(set.union(*map(set, ROLES.values()))))
