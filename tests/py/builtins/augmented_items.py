d = {"n": 1, "l": [1]}
d["n"] += 5
d["l"] += [2]
d["l"] *= 2
print(d)
l = [1, 2, 3]
l[0] += 10
l[-1] -= 1
l[1:2] += [7, 8]
print(l)
class C: n = 0
c = C()
c.n += 1
print(c.n, C.n)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
s = "a"
s += "b"
s *= 3
print(s)
x = 5
x //= 2
x **= 3
x <<= 1
x |= 1
x ^= 3
x &= 0xff
x %= 7
x >>= 1
print(x)
f = 1
f /= 4
print(f)
class I:
    def __init__(self): self.v = []
    def __iadd__(self, o):
        self.v.append(o)
        return self
    def __add__(self, o): return "add"
i = I()
i += 1
i += 2
print(i.v, i + 1)
