import random
data = [((i * 7919) % 10, i) for i in range(500)]
s = sorted(data, key=lambda p: p[0])
print(all(s[i][0] < s[i + 1][0] or s[i][1] < s[i + 1][1] for i in range(499)))
r = sorted(data, key=lambda p: p[0], reverse=True)
print(all(r[i][0] > r[i + 1][0] or r[i][1] < r[i + 1][1] for i in range(499)))
big = [(i * 7919) % 1009 for i in range(1009)]
print(sorted(big) == list(range(1009)), sorted(big, reverse=True)[:3])
class V:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return f"V{self.n}"
print(sorted([V(3), V(1), V(2)]), max([V(3), V(1)], key=lambda v: v.n))
strings = [str(i) for i in range(30)]
print(sorted(strings), sorted(strings, key=int)[:12])
l = [3, 1, 2]
def key(x):
    l.append(x)
    return x
try:
    l.sort(key=key)
except ValueError as e:
    print(e)
print(l)
def look(x):
    seen.append(list(m))
    return x
seen = []
m = [2, 1]
m.sort(key=look)
print(seen, m)
