# Amounts as decimals: quantize, sums, percentages, cents.
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
for text in ("1.005", "2.675", "-0.125", "10", "1e2", "0.1"):
    d = Decimal(text)
    print(text, d.quantize(CENT), d.quantize(CENT, ROUND_HALF_UP), d.quantize(CENT, rounding=ROUND_DOWN), int(d * 100), f"{d:.3f}", f"{d:,.2f}", d.normalize())
print(sum([Decimal("0.1")] * 3), Decimal("0.1") + Decimal("0.2") == Decimal("0.3"), Decimal(1) / Decimal(3), round(Decimal("2.5")), round(Decimal("1.255"), 2))
print(Decimal(1.1).quantize(CENT), Decimal("12.34").as_tuple(), Decimal("12.34") // 5, Decimal("-7") % 3, divmod(Decimal("7.5"), 2), Decimal("1.10") == Decimal("1.1"))
print(str(Decimal("1E+3")), Decimal("1000").to_eng_string(), float(Decimal("0.1")), Decimal("0.00").is_zero(), Decimal("3.14").copy_negate(), max(Decimal(1), Decimal("1.5")))
