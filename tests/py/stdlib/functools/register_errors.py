# functools.singledispatch: register with annotations, unions, and its errors.
from functools import singledispatch, singledispatchmethod
from typing import Union


@singledispatch
def show(x):
    return "object"


@show.register
def _(x: int):
    return "int"


@show.register(list)
def _(x):
    return "list"


@show.register
def _(x: str | bytes):
    return "text"


@show.register
def _(x: Union[float, complex]):
    return "number"


show.register(dict, lambda x: "dict")
print([show(v) for v in (1, True, [], "s", b"", 1.5, 2j, {}, None, ())])
for bad in (lambda: show.register(1), lambda: show.register("x"), lambda: show.register(lambda x: x), lambda: show()):
    try:
        print(bad())
    except TypeError as e:
        print(str(e).replace(" at 0x", "\n").split("\n")[0])
try:
    @show.register
    def _(x: "list[int]"):
        pass
except TypeError as e:
    print(str(e))
print(show.dispatch(bool)(3), sorted(c.__name__ for c in show.registry))


class Writer:
    @singledispatchmethod
    def write(self, x):
        return "any"

    @write.register
    def _(self, x: int):
        return "int " + str(x)


print(Writer().write(3), Writer().write("a"))
