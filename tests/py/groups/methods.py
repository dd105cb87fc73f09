# split, subgroup, derive and what a group is.
g = ExceptionGroup("top", [ValueError(1), ExceptionGroup("in", [TypeError(2), ValueError(3)]), KeyError(4)])
print(g, repr(g), g.message, len(g.exceptions))
print(g.subgroup(ValueError), g.subgroup(OSError), g.subgroup((TypeError, KeyError)).exceptions, g.subgroup(lambda e: isinstance(e, KeyError)))
m, r = g.split(ValueError)
print(m.exceptions, r.exceptions, g.split(OSError)[0], g.split(Exception)[1])
print(g.derive([OSError()]), type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
for args in [(), ("m",), ("m", []), ("m", 5), (5, [ValueError()]), ("m", [5]), ("m", [KeyboardInterrupt()]), ("m", [ValueError]), ("m", [ValueError()], 1)]:
    try:
        print(repr(ExceptionGroup(*args)))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class MyGroup(ExceptionGroup):
    def derive(self, excs):
        return MyGroup(self.message, excs)


x = MyGroup("mine", [ValueError(1), KeyError(2)])
print(type(x.subgroup(ValueError)).__name__, [type(p).__name__ for p in x.split(KeyError)])
