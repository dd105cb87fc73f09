"""** with whole exponents, zero, overflow; a negative number to a fraction becomes complex"""
def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


for text in ["1j**2", "(1+2j)**3", "(2+3j)**-3 == 1/(2+3j)**3", "(1+1j)**100", "0j**0", "0j**1", "0j**-1", "0j**1j", "0j**(1+1j)", "(1e200+1j)**2", "(2+0j)**10", "2**(2+0j)", "(-1)**2", "1j**0", "pow(1j, 2)", "pow(1j, 2, 3)", "pow(2, 3, 1j)", "(1+2j)**0.0", "2.0**(3+0j)"]:
    t(text)
def near(a, b):
    return abs(a - b) < 1e-9
t("near((-8)**(1/3), 1+1.7320508075688772j)")
t("near((-8.0)**0.5, 2.8284271247461903j)")
t("type((-1)**0.5), type((-1.0)**0.5), type((-1)**0.0), type((-1)**-1)")
t("near(pow(-2, 0.5), 1.4142135623730951j)")
t("near((2+3j)**(1+2j), -0.46395650081666355-0.19980012134346466j)")
t("near((2+3j)**101, (2+3j)**100*(2+3j)) or abs((2+3j)**101 / ((2+3j)**100*(2+3j)) - 1) < 1e-9")
