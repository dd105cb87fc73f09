"""split, subgroup, derive on nested groups, by class, tuple and function"""
def tree(g):
    if g is None:
        return None
    if isinstance(g, BaseExceptionGroup):
        return f"{type(g).__name__}[{g.message}]({', '.join(map(tree, g.exceptions))})"
    return repr(g)


inner = ExceptionGroup("inner", [ValueError(1), TypeError(2), KeyError(3)])
outer = ExceptionGroup("outer", [inner, OSError(4), ValueError(5)])
for condition in ValueError, (TypeError, OSError), Exception, MemoryError, ExceptionGroup, lambda e: "3" in str(e), lambda e: isinstance(e, ExceptionGroup) and e.message == "inner":
    match, rest = outer.split(condition)
    print(tree(match), "|", tree(rest), "|", tree(outer.subgroup(condition)))
    print(match is outer, rest is outer, outer.subgroup(condition) is outer)
for bad in 1, "x", None, int, [ValueError]:
    try:
        outer.split(bad)
    except TypeError as e:
        print(e)


class Mine(ExceptionGroup):
    def derive(self, members):
        return Mine(self.message + "!", members)


m = Mine("m", [ValueError(1), KeyError(2)])
print([tree(x) for x in m.split(ValueError)])
for args in [(), ("a",), ("a", []), ("a", [1]), ("a", [ValueError]), (1, [ValueError()]), ("a", 5), ("a", [KeyboardInterrupt()]), ("a", (ValueError(),)), ("a", [ValueError()], 3)]:
    try:
        print(repr(ExceptionGroup(*args)))
    except Exception as e:
        print(type(e).__name__, e)
print(repr(BaseExceptionGroup("b", [ValueError()])), repr(BaseExceptionGroup("b", [KeyboardInterrupt()])))
print(str(outer), outer.args[0], type(outer.exceptions).__name__, len(outer.exceptions))
