"""names with two underscores are mangled"""
class Account:
    __slots__ = ("__balance", "_owner", "__magic__")

    def __init__(self):
        self.__balance = 10
        self._owner = "me"
        self.__magic__ = 1

    def get(self):
        return self.__balance


class _Hidden:
    __slots__ = ("__x",)

    def __init__(self):
        self.__x = 1


a = Account()
print(a.get(), a._Account__balance, a._owner, a.__magic__, sorted(n for n in vars(Account) if "balance" in n), Account.__slots__)
print(_Hidden()._Hidden__x)
