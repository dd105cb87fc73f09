# Names with two leading underscores inside classes.
class A:
    __x = 1

    def __init__(self):
        self.__y = 2
        self.__z__ = 3
        self.___w = 4

    def get(self):
        return self.__x, self.__y

    def __private(self):
        return "private"

    def call(self):
        return self.__private()

    def local(self):
        __v = 5
        return locals()

    def kw(self, __arg=1):
        return __arg

    def glob(self):
        try:
            return __some_global
        except NameError as e:
            return str(e)


a = A()
print(sorted(k for k in vars(a)), a.get(), a.call(), a._A__y, sorted(k for k in vars(A) if "_A" in k), sorted(a.local()), a.kw(_A__arg=3), a.glob())
try:
    a.__y
except AttributeError as e:
    print(e)


class __Strange:
    __q = 1


print([k for k in vars(__Strange) if "q" in k])


class ___:
    __r = 1


print([k for k in vars(___) if "r" in k and "__r" == k])


class B(A):
    __x = "b"

    def both(self):
        return self.__x, self._A__x


print(B().both())
