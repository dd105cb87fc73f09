from decimal import *
modes = [ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_05UP]
for x in ("1.15", "1.25", "-1.25", "1.251", "2.5", "-2.5", "0.05", "9.99", "1.01", "1.05", "1.06", "-0.04"):
    print(x, [str(Decimal(x).quantize(Decimal("0.1"), rounding=m)) for m in modes])
    print(x, [str(Decimal(x).to_integral_value(rounding=m)) for m in modes], Decimal(x).to_integral_exact())
for m in modes:
    with localcontext(prec=3, rounding=m): print(m, +Decimal("123.45"), +Decimal("-123.5"), Decimal(2) / Decimal(3), Decimal("1000.5") + 0)
for f in (lambda: Decimal("1").quantize(Decimal("0.1"), rounding="BAD"), lambda: Decimal("1E+30").quantize(Decimal("0.1")), lambda: Decimal("Infinity").quantize(Decimal("1"))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)
