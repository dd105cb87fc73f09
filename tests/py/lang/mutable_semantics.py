# Identity and sharing: aliases, copies, default mutables, += on tuples in lists, class attributes.
a = [1, 2]
b = a
b += [3]
print(a, a is b)
b = b + [4]
print(a, b)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e)
print(t)


class C:
    shared = []

    def __init__(self):
        self.own = []


x, y = C(), C()
x.shared.append(1)
x.own.append(2)
print(y.shared, y.own)
x.shared = x.shared + [9]
print(C.shared, x.shared)
rows = [[0] * 2] * 2
rows[0][0] = 5
print(rows)
d = {}
e = d
e["k"] = d
print(d["k"]["k"] is d, d)
l = [1]
l.append(l)
print(l)
s = "a"
r = s
s += "b"
print(r, s)


def change(lst, num):
    lst.append(num)
    num += 1
    lst = None
    return num


q = []
print(change(q, 1), q)
copy = q[:]
copy.append(5)
print(q, copy, list(q) is q)
m = n = {}
m["x"] = 1
print(n)
keys = {1: "a", True: "b", 1.0: "c"}
print(keys)
