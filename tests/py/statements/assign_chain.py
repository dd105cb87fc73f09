# a = b = value: one value, targets from left to right.
a = b = c = []
a.append(1)
print(a is b is c, b)
i = 0
x = [0, 0, 0]
i = x[i] = 2
print(i, x)
d = {}
d["k"] = k = d
print(k is d)
