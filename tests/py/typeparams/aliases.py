# type statements: lazy, generic, recursive.
type Name = str
type Maybe[T] = T | None
type Tree = list[Tree] | int
type Late = NotYet
print(Name, Name.__value__, [p.__name__ for p in Maybe.__type_params__], Tree.__value__, Name.__name__, type(Name).__name__)
try:
    Late.__value__
except NameError as e:
    print(e)
NotYet = 5
print(Late.__value__)


class C:
    type Inner = int

    def f(self):
        type Local = self
        return Local.__value__ is self


print(C.Inner, C.Inner.__value__, C().f(), Maybe[int])
type = 5
print(type)
