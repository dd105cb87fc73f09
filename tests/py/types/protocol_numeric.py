class N:
    def __init__(self, v): self.v = v
    def __trunc__(self): return 3
    def __float__(self): return float(self.v)
    def __complex__(self): return 1
class I2:
    def __index__(self): return 2
class Bad:
    def __index__(self): return "x"
    def __float__(self): return 1
    def __int__(self): return 1.5
    def __str__(self): return 5
    def __hash__(self): return "h"
    def __contains__(self, x): return "yes"
    def __iter__(self): return 5
print([1, 2, 3][I2()], "abc"[I2()], (1, 2, 3)[I2():], "x" * I2(), range(I2()), hex(I2()), bin(5), oct(8), int(I2()), round(2.5), b"abc"[I2()], 5 in Bad())
for f in (lambda: [1][Bad()], lambda: float(Bad()), lambda: int(Bad()), lambda: str(Bad()), lambda: hash(Bad()), lambda: list(Bad()), lambda: [1]["a"], lambda: "a" * "b", lambda: hex("a"), lambda: range(1.5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
