from decimal import Decimal as D, localcontext
for x in ("1", "-1", "0.5", "10", "0", "2.302585092994045684017991454684", "1E-10", "-700"):
    print("exp", x, D(x).exp())
for x in ("2", "10", "0.5", "1", "1.0000001", "12345678.9", "1E+50", "1E-50", "2.718281828459045235360287471352662497757"):
    print("ln", x, D(x).ln(), "log10", D(x).log10())
with localcontext() as c:
    c.prec = 50
    print(D(2).ln(), D(2).exp(), D(2).log10(), D(2).sqrt())
with localcontext() as c:
    c.prec = 5
    print(D(3).ln(), D(3).exp(), D(3).log10())
print(D(0).ln(), D("Infinity").exp(), D("-Infinity").exp(), D(100).log10(), D("0.001").log10(), D(2) ** D("0.5"), D(2) ** -3)
for f in (lambda: D(-1).ln(), lambda: D(-1).log10(), lambda: D(-1).sqrt()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)
