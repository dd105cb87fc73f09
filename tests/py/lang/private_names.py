# __names inside classes are mangled.
class Account:
    __rate = 5

    def __init__(self):
        self.__balance = 10
        self._open = 1
        self.__dunder__ = 2

    def balance(self):
        return self.__balance * self.__rate

    def __hidden(self):
        return "hidden"

    def call(self):
        return self.__hidden()

    def keyword(self, **kw):
        return kw

    def use(self):
        __local = 3
        return [__local for __local in range(2)], __local


a = Account()
print(a.balance(), a._Account__balance, a.call(), a._Account__hidden(), a.use())
print(sorted(vars(a)))
try:
    a.__balance
except AttributeError as e:
    print(e)


class __Odd:
    def __init__(self):
        self.__x = 1


print(vars(__Odd()))
