# hash() of a Decimal is that of the equal int, float or Fraction.
from decimal import Decimal
from fractions import Fraction

for text in ("0.5", "1.25", "-3.75", "0.1", "10", "1e3", "-0", "123456789012345678901234567890", "1e-5", "3.14", "1E+20"):
    print(text, hash(Decimal(text)) == hash(Fraction(text)), hash(Decimal(text)))
print(hash(Decimal("inf")) == hash(float("inf")), hash(Decimal("0.5")) == hash(0.5))
print({Decimal("0.5"): "half"}[0.5], {2: "two"}[Decimal("2.0")], len({Decimal(1), 1, 1.0, Fraction(1)}))
print(Decimal("0.1") == 0.1, Decimal("0.5") == 0.5, Decimal(1) == True, Decimal("0.1") < 0.1, Decimal("1") == Fraction(1), Decimal("2") != 2)
