# Unpacking targets: nested, starred, attributes and items.
a, b = 1, 2
a, b = b, a
print(a, b)
(a, (b, c)), d = (1, (2, 3)), 4
print(a, b, c, d)
a, *b = [1, 2, 3]
*a, b = "xyz"
print(a, b)
a, *b, c = 1, 2
print(a, b, c)
[a, [*b]] = 1, "qr"
print(a, b)


class O:
    pass


o, l = O(), [0, 0]
o.x, l[1] = 5, 6
print(o.x, l)
for i, (j, *k) in [(1, (2, 3, 4))]:
    print(i, j, k)
() = []
[] = ()
a, = "z"
print(a)
