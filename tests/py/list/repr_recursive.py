# Containers that contain themselves.
a = [1]
a.append(a)
print(a, [a], (a,), {"k": a})
d = {}
d["me"] = d
print(d, [d])
t = ([],)
t[0].append(t)
print(t)
s = [d, a, t]
s.append(s)
print(s)
try:
    print(a == a, a == [1, a])
    b = [1]
    b.append(b)
    print(a == b)
except RecursionError as e:
    print(e)
