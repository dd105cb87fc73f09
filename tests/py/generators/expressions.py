# Generator expressions: lazy, one pass, evaluated where written.
log = []
g = (log.append(x) or x for x in range(3) if x != 1)
print(log, next(g), log, list(g), log, list(g))
n = 1
h = (x * n for x in [1, 2])
n = 10
print(list(h))
try:
    (x for x in 5)
except TypeError as e:
    print(e)
print(sum(x for x in range(5)), max((x for x in "abc"), key=ord), list((a, b) for a in range(2) for b in "xy"), dict((k, 1) for k in "ab"), type((i for i in ())).__name__, any(i > 3 for i in range(10)))
k = (i for i in range(3))
print(2 in k, list(k))
