# list.extend: any iterable, itself, and a generator that fails half-way.
a = [1]
a.extend((2, 3))
a.extend("ab")
a.extend({4: 5})
a.extend(x for x in range(2))
a.extend(a)
print(a)


def broken():
    yield 1
    raise ValueError("half")


b = []
try:
    b.extend(broken())
except ValueError as e:
    print(e, b)
for arg in [1, None, int]:
    try:
        b.extend(arg)
    except TypeError as e:
        print(e)
