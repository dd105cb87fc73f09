# locals(), globals() and vars().
def f(a, b=2, *c, d=4, **e):
    x = 1
    return sorted(locals().items())


print(f(1, 2, 3, k=5))
print(globals()["f"] is f, "f" in vars(), __name__, locals() is globals())


class C:
    y = 1
    names = sorted(k for k in locals() if not k.startswith("__"))


print(C.names, sorted(k for k in vars(C) if not k.startswith("__")))


def outer():
    v = 1

    def inner():
        v
        return sorted(locals())

    return inner()


print(outer())
globals()["made"] = 7
print(made)
for code in ["vars(5)", "vars(1, 2)", "locals(1)", "globals(1)", "dir(1, 2)"]:
    try:
        eval(code)
    except TypeError as e:
        print(code, e)
