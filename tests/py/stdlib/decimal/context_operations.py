from decimal import Decimal as D, Context, getcontext, localcontext, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, setcontext
c = Context(prec=4, rounding=ROUND_HALF_UP)
print(c.add(D("1.2345"), D("1")), c.subtract(D("10"), D("0.00006")), c.multiply(D("1.11"), D("1.11")), c.divide(D(1), D(3)), c.divide_int(D(7), D(2)), c.remainder(D(7), D(4)), c.power(D(2), D(10)), c.divmod(D(7), D(2)))
print(c.sqrt(D(2)), c.exp(D(1)), c.ln(D(2)), c.log10(D(3)), c.quantize(D("2.345"), D("0.01")), c.create_decimal("1.23456"), c.create_decimal_from_float(0.1), c.plus(D("1.23456")), c.minus(D("1.23456")), c.abs(D("-1.23456")))
print(c.max(D(1), D(2)), c.min(D(1), D(2)), c.compare(D(1), D(2)), c.copy_abs(D(-1)), c.copy_negate(D(1)), c.copy_sign(D(1), D(-2)), c.fma(D(2), D(3), D(4)), c.normalize(D("1.200")), c.to_integral_value(D("2.5")), c.to_sci_string(D("1E+3")), c.to_eng_string(D("1E+4")), c.is_zero(D(0)), c.number_class(D(1)), c.scaleb(D(1), D(2)), c.radix())
print(c.prec, c.rounding, c.Emin, c.Emax, c.capitals, c.clamp, c.Etiny(), c.Etop(), getcontext().prec)
print(c.add(1, 2), c.multiply(D("1.1"), 3), repr(Context(prec=4, rounding=ROUND_HALF_UP)))
with localcontext(c) as l:
    l.prec = 2
    print(D(1) / D(7), getcontext().prec, l is getcontext())
print(getcontext().prec, D(1) / D(7))
with localcontext(prec=6, rounding=ROUND_UP): print(D(2) / D(3))
