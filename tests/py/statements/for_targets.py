# Any target may be a loop variable.
class O:
    pass


o, l, d = O(), [0, 0], {}
for o.x in range(3):
    pass
for l[1] in "ab":
    pass
for d["k"], d["v"] in {"p": 1}.items():
    pass
for a, (b, c), *e in [(1, (2, 3), 4, 5)]:
    pass
for [f, g] in [[1, 2]]:
    pass
print(o.x, l, d, a, b, c, e, f, g)
for x, in [(1,), (2,)]:
    print(x)
for i in 1, 2, 3:
    print(i, end=" ")
for s in *"ab", *[1]:
    print(s, end=" ")
print()
