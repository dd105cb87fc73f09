rows = [("a", [1, 2]), ("b", [])]
for i, (name, values) in enumerate(rows, 1):
    print(i, name, len(values), values or "none")
print([f"{i}:{n}" for i, (n, _) in enumerate(rows)], max(enumerate("ab")), dict(enumerate("ab", 1)))
matrix = [[1, 2, 3], [4, 5, 6]]
print(list(map(list, zip(*matrix))), [sum(c) for c in zip(*matrix)], [list(r)[::-1] for r in matrix])
pairs = list(zip("abc", range(3)))
names, numbers = zip(*pairs)
print(names, numbers)
it = iter(range(6))
print(list(zip(it, it)))
