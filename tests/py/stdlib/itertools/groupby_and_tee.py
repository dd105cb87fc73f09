from itertools import groupby, tee, islice, count
for k, g in groupby("AAABBC"): print(k, list(g), end=" ")
print([(k, len(list(g))) for k, g in groupby([1, 3, 2, 4], key=lambda x: x % 2)], [k for k, g in groupby([])])
g = groupby("aab"); k, first = next(g); k2, second = next(g); print(list(first), list(second))
a, b, c = tee([1, 2, 3], 3); print(next(a), list(b), list(a), list(c)); x, = tee("q", 1); print(list(x), tee("a", 0))
d = tee(count()); print(list(islice(d[0], 3)), list(islice(d[1], 2)))
