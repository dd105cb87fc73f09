# A class body sees the globals, not the class from inside functions.
x = "global"


class C:
    x = "class"
    y = x

    def method(self):
        return x

    z = [x for _ in range(1)]
    w = [a for a in x]
    lam = lambda: x
    items = [1, 2]
    doubled = [i * 2 for i in items]


print(C.y, C().method(), C.z, C.w, C.lam(), C.doubled)


def outer():
    x = "outer"

    class D:
        y = x
        x = "inner"
        z = x

    return D.y if hasattr(D, "y") else None, D.z


try:
    print(outer())
except NameError as e:
    print(e)
