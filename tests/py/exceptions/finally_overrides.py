# What finally does to results and errors.
def f(kind):
    try:
        if kind == "raise":
            raise ValueError("lost")
        return "try"
    finally:
        if kind != "plain":
            return "finally"


print(f("plain"), f("raise"), f("return"))


def g():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1:
                break
    return i


def h():
    try:
        raise KeyError(1)
    except KeyError:
        try:
            raise ValueError(2)
        finally:
            print("cleanup")


print(g())
try:
    h()
except ValueError as e:
    print(e, repr(e.__context__))
