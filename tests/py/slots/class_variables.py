"""class attributes beside slots are read-only through instances"""
def t(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


class Limits:
    __slots__ = ("value",)
    top = 10

    @property
    def double(self):
        return self.value * 2


o = Limits()
o.value = 4
t(lambda: (o.top, o.double))
t(lambda: setattr(o, "top", 1))
t(lambda: setattr(o, "double", 1))
t(lambda: delattr(o, "top"))
t(lambda: setattr(o, "other", 1))
t(lambda: delattr(o, "other"))
Limits.top = 11
t(lambda: o.top)
Limits.extra = "now"
t(lambda: o.extra)
del Limits.value
t(lambda: o.value)
t(lambda: setattr(o, "value", 1))
