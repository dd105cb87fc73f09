l = list(range(100000))
l.reverse()
l.sort()
print(l[0], l[-1], len(l), sum(l))
d = {i: str(i) for i in range(50000)}
print(d[49999], len(d), sum(map(len, d.values())))
s = set(range(0, 100000, 2)) & set(range(0, 100000, 3))
print(len(s), 6 in s, 4 in s)
words = [str(n * 7919 % 10007) for n in range(10007)]
print(sorted(words)[:3], sorted(words, key=int)[:3], len(set(words)))
t = tuple(l)
print(t.index(99999), t[50000], hash(t) == hash(tuple(range(100000))))
nested = []
for _ in range(50):
    nested = [nested]
print(str(nested).count("["))
del l[::2]
print(len(l), l[:3])
l[10:20] = []
print(len(l), l[9:12])
