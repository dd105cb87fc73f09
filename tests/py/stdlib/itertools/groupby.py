from itertools import groupby
for k, g in groupby("aaabbc"): print(k, list(g))
rows = [("x", 1), ("x", 2), ("y", 3)]
print({k: [r[1] for r in g] for k, g in groupby(rows, key=lambda r: r[0])}, [k for k, _ in groupby([1, 1, 2, 1])], list(groupby([])))
