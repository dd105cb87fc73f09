# Several for and if clauses, in order.
print([(x, y) for x in range(3) if x for y in range(x) if y % 2 == 0], [x for x in range(20) if x % 2 if x % 3 if x > 5], [[y for y in range(x)] for x in range(3)], [x for row in [[1, 2], [3]] for x in row], {x: y for x in "ab" for y in range(2)}, sorted({x * y for x in range(3) for y in range(3)}))
print([a for a, b in [(1, 2), (3, 4)]], [a for a, *_ in ["abc", "d"]], [x for x, in [(1,)]], [f for f in (lambda: 1, len)][0](), [i for i in range(5) if (j := i * 2) > 4], j)
