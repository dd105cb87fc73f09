from fractions import Fraction as F
print(F(1, 3) + F(1, 6), F(3, -6), repr(F("0.75")), F("1/7") * 7, F(0.5), F("-3e-2"), F(7, 2) // 1, F(7, 2) % 1, F(2) ** -2, F(1, 2) ** 0.5, -F(1, 2), abs(F(-1, 2)), F(1, 2) + 0.5, 2 - F(1, 2), F(5), str(F(5)))
print(F(1, 2) == 0.5, F(1, 3) < 0.34, hash(F(2)) == hash(2), hash(F(1, 2)) == hash(0.5), int(F(-7, 2)), round(F(5, 2)), round(F(7, 3), 1), float(F(1, 8)), F(3.14159).limit_denominator(100), F(6, 4).numerator, F(6, 4).denominator, divmod(F(7, 2), 2), sorted([F(1, 2), F(1, 3)]), sum([F(1, 10)] * 3))
for bad in (lambda: F(1, 0), lambda: F("x"), lambda: F(1, 2) / 0, lambda: F([])):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
