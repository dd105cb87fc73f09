print([x * y for x in range(3) for y in range(2) if x], {x: x * 2 for x in "ab"}, {len(w) for w in ["a", "bb", "cc"]} == {1, 2})
print([[j for j in range(i)] for i in range(3)], list(x for x in [1, 2] if x > 1), [a for a, *b in [(1, 2), (3,)]])
x = "outer"
print([x for x in range(2)], x)
print([y := 1, y ** 2], [z for z in range(5) if (w := z % 2)], w)
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
print(sum(i for i in range(4)), any(c.isupper() for c in "aBc"))
print({**{k: v for k, v in zip("ab", [1, 2])}}, [*(i for i in "xy")])
