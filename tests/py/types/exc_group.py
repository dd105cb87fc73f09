eg = ExceptionGroup("g", [ValueError(1), TypeError("t"), ExceptionGroup("n", [ValueError(2), KeyError("k")])])
print(eg, repr(eg), eg.message, eg.exceptions, isinstance(eg, Exception))
m, r = eg.split(ValueError)
print(repr(m), repr(r)); print(repr(eg.subgroup(KeyError)), eg.subgroup(OSError), repr(eg.subgroup(lambda e: isinstance(e, TypeError))))
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
for f in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup("x"), lambda: ExceptionGroup(1, [ValueError()])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class MG(ExceptionGroup):
    def derive(self, excs):
        return MG(self.message, excs)
print(type(MG("a", [ValueError(), TypeError()]).subgroup(ValueError)).__name__)
try:
    raise eg
except* ValueError as g:
    print("v", [str(e) for e in g.exceptions])
except* (TypeError, KeyError) as g:
    print("t", len(g.exceptions))
