from fractions import Fraction as F
import math
for x in (F(7, 2), F(-7, 2), F(5, 2), F(1, 3), F(-2, 3)):
    print(math.floor(x), math.ceil(x), math.trunc(x), round(x), round(x, 1), round(F(12345, 10), -2), int(x), float(x))
print(f"{F(1, 3):.4f}", f"{F(22, 7):.3e}", f"{F(1, 8):%}", f"{F(7, 3):>10.2f}|", f"{F(-7, 3):+.1f}", f"{F(1234567, 2):,.2f}", f"{F(1, 3):g}")
print(F(355, 113).limit_denominator(10), F("3.1415926535").limit_denominator(1000), F(5, 2).as_integer_ratio(), F(4, 2).is_integer(), F(1, 3).is_integer())
print(hash(F(1, 2)) == hash(0.5), {F(2): "a"}[2], F(1, 2) in (0.5,), F.from_float(0.75), bool(F(0)), abs(F(-1, 3)), +F(1, 3), -F(1, 3))
try:
    F(1, 2).limit_denominator(0)
except ValueError as e:
    print(e)
for spec in (".0f", ".3g", ".1%", "010.2f", "010,.2f", "_.3e", "*^12.2f", "=+9.1f", "<9.1f", "#.0f", "z.0f", "G", ".10E"):
    print(spec, [format(v, spec) for v in (F(1, 3), F(-2, 3), F(0), F(123456789, 10), F(1, 100000000), F(5, 2), F(999999, 1000000), F(-1, 1000))])
