a = [1, [2]]
b = a[:]
c = a.copy()
d = list(a)
e = a
b[1].append(3)
c[0] = "c"
e.append("e")
print(a, b, c, d, e)
x = {"k": [1]}
y = dict(x)
z = x.copy()
y["k"].append(2)
z["n"] = 1
print(x, y, z)
s = {1}
t = set(s)
t.add(2)
print(s, len(t))
def default(v, acc=[]):
    acc.append(v)
    return acc
print(default(1), default(2))
def swap(p):
    p[0], p[-1] = p[-1], p[0]
q = [1, 2, 3]
swap(q)
print(q)
