# What makes a tuple is the comma.
a = 1,
b = (1)
c = ()
d = 1, 2, *[3, 4], *"x"
e = (1,),
print(a, b, c, d, e, (1, 2,), (*[],), (*(), 1))
x, = [5]
print(x)


def f():
    return 1, *(2, 3)


def g():
    yield 1, *[2]


print(f(), list(g()), [(i, i) for i in range(2)])
for i in 1, 2, *[3]:
    print(i, end=" ")
print()
