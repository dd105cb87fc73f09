# Dict comprehensions: later keys win, conditions, nesting, unpacking pairs.
print({k: v for k, v in [("a", 1), ("a", 2)]}, {i: i * i for i in range(5) if i % 2}, {(i, j): i + j for i in range(2) for j in range(2)}, {str(k): v for k, v in {1: 2}.items()})
print({k: {j: j for j in range(k)} for k in range(3)}, {x: y for x, *y in ["abc", "d"]}, {len(w): w for w in ("a", "bb", "cc")}, {**{i: 0 for i in range(2)}})
order = []
print({order.append("k") or 1: order.append("v") for _ in range(1)}, order)
