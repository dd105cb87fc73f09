# Objects with __index__ in slices and subscripts.
class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


a = list(range(10))
print(a[I(2)], a[I(1):I(8):I(3)], "abcdef"[I(1):], (1, 2, 3)[I(-1)], a[:I(-7)], b"abc"[I(0)], range(9)[I(2)])
a[I(0)] = "x"
del a[I(1):I(9)]
print(a)


class Bad:
    def __index__(self):
        return "1"


for code in ["a[Bad()]", "a[Bad():]", "range(Bad())", "hex(Bad())", "'a' * Bad()", "a.pop(Bad())"]:
    try:
        eval(code)
    except TypeError as e:
        print(e)
