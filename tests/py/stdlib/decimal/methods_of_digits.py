from decimal import Decimal as D, getcontext
for x in ("123.456", "-0.00012", "1E+5", "0", "-0", "100", "1.5E-10", "12E+7", "Infinity", "NaN"):
    d = D(x)
    print(x, d.to_eng_string(), d.number_class(), d.is_normal(), d.is_subnormal(), d.adjusted() if d.is_finite() else "-", d.is_signed(), d.is_zero(), d.canonical(), d.is_canonical(), d.is_snan())
print(D("1.25").as_integer_ratio(), D("-30").as_integer_ratio(), D("0.1").as_integer_ratio(), D("1E+3").as_integer_ratio())
print(D("3").copy_sign(D("-1")), D("-3").copy_sign(D("1")), D("2").fma(3, 4), D("1.1").fma(D("1.1"), D("-1.21")), D("10").remainder_near(3), D("11").remainder_near(3), D("10").remainder_near(6), D("-10").remainder_near(4), D("18").remainder_near(4))
print(D("7.1").scaleb(3), D("1").logb(), D("250").logb(), D("0.03").logb(), D("3").radix(), D("2.17").same_quantum(D("0.01")), D("2.17").same_quantum(D("0.1")), D("5").real, D("5").imag, complex(D("2.5")))
for f in (lambda: D("NaN").as_integer_ratio(), lambda: D("Infinity").as_integer_ratio(), lambda: D("Infinity").remainder_near(3), lambda: D("1").remainder_near(0)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)
