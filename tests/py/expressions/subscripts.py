# Subscripts chained, of calls, of literals, with tuples.
d = {(1, 2): "t", 1: {2: [3, 4]}}
print(d[1, 2], d[1][2][-1], "abc"[1], [1, 2, 3][::-1][0], (lambda: [5])()[0], {"a": 1}["a"], "hello"[1:4][1:], [[1, 2], [3, 4]][1][0], (1, 2)[True], "ab" "cd"[0] if False else "cd"[0], b"ab"[0], range(5)[1:][0], d[(1, 2)], d[1, *[2]])
