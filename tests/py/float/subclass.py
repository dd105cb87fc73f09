# Subclasses of float.
class F(float):
    unit = "m"

    def __str__(self):
        return f"{float(self)}{self.unit}"


f = F(2.5)
print(f, repr(f), f + 1, type(f + f).__name__, f == 2.5, {2.5: 1}[f], f"{f:.2f}", "%s %.1f" % (f, f), int(f), round(f), F("1e3"), F(), -f, abs(F(-1)), f.is_integer(), divmod(f, 2), f < 3, max(f, F(1)), type(F(1).__add__(2)))
