from fractions import Fraction as F
from decimal import Decimal
a = F(3, 4)
for b in (2, F(1, 3), 0.25):
    print(a + b, b + a, a - b, b - a, a * b, b * a, a / b, b / a)
    print(a // b, b // a, a % b, b % a, divmod(a, b), divmod(b, a))
print(a ** 2, a ** -2, 2 ** F(2), F(-8) ** 3, F(4) ** F(1, 2), 2 ** F(1, 2), a ** 0.5)
for call in (lambda: a + "1", lambda: a + Decimal(1), lambda: a < "x", lambda: a / 0, lambda: a % 0, lambda: a // F(0)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(sum([F(1, 3)] * 3), max(F(1, 3), 0.3), sorted([F(1, 2), 0.3, 1, F(1, 3)]))
