class F(float):
    unit = "m"
    def __str__(self): return f"{float(self):.1f}{self.unit}"
x = F(2.5)
print(x, repr(x), x + 1, type(x + 1).__name__, x == 2.5, x < 3, f"{x:.3f}", x.is_integer(), hash(x) == hash(2.5), -x, abs(x), round(x), [x], "%s %.2f" % (x, x))
