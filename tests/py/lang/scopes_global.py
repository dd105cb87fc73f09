# global, names of modules, class bodies that read outer names.
value = 1


def set_value(v):
    global value, fresh
    value = v
    fresh = v * 2


set_value(10)
print(value, fresh)


def shadow():
    value = "local"
    def inner():
        global value
        value = "global again"
        return value
    inner()
    return value


print(shadow(), value)


class Body:
    value = value
    also = value + "!"

    def get(self):
        return value


print(Body.value, Body.also, Body().get())


def outer():
    x = "function"

    class Inner:
        y = x
        x = "class"

        def method(self):
            return x

    return Inner.y, Inner.x, Inner().method()


try:
    print(outer())
except NameError as e:
    print(type(e).__name__)


def reads():
    x = "function"

    class Inner:
        y = x

        def method(self):
            return x

    return Inner.y, Inner().method()


print(reads())
del fresh
try:
    fresh
except NameError as e:
    print(e)
print(sorted(k for k in globals() if k in ("value", "shadow", "Body")))


def variables(a, b=2):
    c = 3
    return locals()


print(variables(1))
for leaked in range(3):
    pass
print(leaked)
