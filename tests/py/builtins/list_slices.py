a = list(range(10))
print(a[2:5], a[:3], a[7:], a[:], a[::2], a[1::3], a[::-1], a[8:2:-2], a[-3:], a[:-3], a[5:2], a[100:], a[-100:3])
print(a[slice(1, 4)], a[slice(None, None, -3)])
a[2:4] = ["x", "y", "z"]
print(a)
a[:0] = [-1]
print(a)
a[len(a):] = [99]
print(a)
a[1:5] = []
print(a)
a[3:1] = ["ins"]
print(a)
a[::2] = range(len(a[::2]))
print(a)
a[::-1] = list(a)
print(a)
del a[1:3]
print(a)
del a[::2]
print(a)
b = list(range(20))
del b[15:2:-3]
print(b)
del b[-2:]
print(b)
del b[:]
print(b)
c = [1, 2, 3]
c[:] = c
print(c)
c[1:1] = c
print(c)
c[0:2] = (n for n in "gen")
print(c)
try:
    c[::2] = [1]
except ValueError as e:
    print(e)
try:
    c[::0]
except ValueError as e:
    print(e)
try:
    c["a":]
except TypeError as e:
    print(e)
class I:
    def __index__(self): return 2
print(c[I():], c[I()])
