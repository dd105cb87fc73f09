# int(x) asks __int__, then __index__, then __trunc__.
class I:
    def __int__(self):
        return 5


class X:
    def __index__(self):
        return 6


class T:
    def __trunc__(self):
        return 7


class Bad:
    def __int__(self):
        return "x"


class BadX:
    def __index__(self):
        return 1.5


import warnings

warnings.simplefilter("ignore")
print(int(I()), int(X()), int(T()), int("11", X()), float(X()), complex if False else 0)
for thing in (Bad(), BadX(), object()):
    try:
        print(int(thing))
    except TypeError as e:
        print(e)
