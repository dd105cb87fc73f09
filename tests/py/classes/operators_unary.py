# -, +, ~, abs, round, int, float, index and friends on objects.
import math


class N:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return "abs"
    def __round__(self, n=None): return f"round {n}"
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 8
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __divmod__(self, o): return ("divmod", o)
    def __rdivmod__(self, o): return ("rdivmod", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o): return ("rpow", o)
    def __bool__(self): return False
    def __bytes__(self): return b"bytes"
    def __format__(self, spec): return f"<{spec}>"


n = N()
print(-n, +n, ~n, abs(n), round(n), round(n, 2), int(n), float(n), hex(n), [0] * 9 == [0] * (n.__index__() + 1), math.trunc(n), math.floor(n), math.ceil(n), divmod(n, 2), divmod(2, n), pow(n, 2), pow(n, 2, 3), 2**n, bool(n), bytes(n), f"{n:abc} {n}", "{:x}".format(n), format(n, "q"), bin(n), chr(n), "abcdefghij"[n])
for code in ["-object()", "+object()", "~object()", "abs(object())", "round(object())", "int(object())", "float(object())", "hex(object())", "divmod(object(), 1)", "pow(object(), 1)", "len(object())", "iter(object())", "next(object())", "reversed(object())", "hash([])", "object()[0]", "object() in object()", "object() < object()", "object() + 1", "not object()", "math.floor(object())", "format(object(), 'x')", "sum([object()])"]:
    try:
        print(code, eval(code))
    except TypeError as e:
        print(code, "->", e)
