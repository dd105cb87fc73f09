# Equal keys keep their order, also in reverse; the key is asked once for each item.
rows = [("b", 2), ("a", 1), ("b", 1), ("a", 2), ("c", 0)]
print(sorted(rows, key=lambda r: r[0]))
print(sorted(rows, key=lambda r: r[0], reverse=True))
calls = []
print(sorted([3, 1, 2], key=lambda x: calls.append(x) or -x), calls)
print(sorted([1.0, True, 1]), sorted([True, 1, 1.0], reverse=True), sorted([0.0, -0.0, 0]))
nan = float("nan")
print(sorted([3, 1, 2], key=lambda x: (x % 2, x)), sorted("b,a,c".split(","), key=None))
