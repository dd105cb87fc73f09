# del of names, attributes, items, slices, in functions and cells.
x = 1
del x
try:
    x
except NameError as e:
    print(e)
try:
    del x
except NameError as e:
    print(e)
d = {"a": 1, "b": 2}
del d["a"]
print(d)
try:
    del d["zz"]
except KeyError as e:
    print(repr(e))
l = list(range(6))
del l[0], l[-1], l[1:3]
print(l)


class O:
    cls = 1


o = O()
o.a = 1
del o.a
try:
    del o.a
except AttributeError as e:
    print(e)
try:
    del o.cls
except AttributeError as e:
    print(e)
del O.cls
print(hasattr(o, "cls"))


def f():
    a = 1
    del a
    try:
        del a
    except UnboundLocalError as e:
        print(e)
    a = 2
    return a


print(f())


def cells():
    v = 1

    def g():
        return v
    del v
    try:
        g()
    except NameError as e:
        print(e)
    v = 2
    return g()


print(cells())
a, b = 1, 2
del (a, b)
print("a" in globals())
c = [1, 2, 3]
del [c[0]]
print(c)
