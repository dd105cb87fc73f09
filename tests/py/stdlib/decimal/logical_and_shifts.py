from decimal import Decimal as D, localcontext
print(D("1101").logical_and(D("1011")), D("1100").logical_or(D("1")), D("1101").logical_xor(D("1001")))
with localcontext() as c:
    c.prec = 9
    print(D("101").logical_invert(), D("34").shift(8), D("12").shift(9), D("123456789").shift(-2), D("123456789").shift(0), D("123456789").shift(2), D("34").rotate(8), D("12").rotate(9), D("123456789").rotate(-2), D("123456789").rotate(2))
for f in (lambda: D("12").logical_and(D("1")), lambda: D("1").shift(D("1.5")), lambda: D("1").rotate(100)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)
