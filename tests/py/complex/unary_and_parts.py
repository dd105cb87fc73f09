"""signs, abs, real, imag, conjugate, truth"""
def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


for v in ['1j', '0j', '-0j', '1+2j', '-1-2.5j', 'complex(0.0, -0.0)', 'complex(-0.0, 0)', '1e300+1e300j', '3', '2.5', 'True', '10**20', 'complex(1e16, 1e-7)', '(2+0j)', '-3', '0']:
    for form in "-({})", "+({})", "abs({})", "({}).real", "({}).imag", "({}).conjugate()", "bool({})", "not ({})":
        t(form.format(v))
t("~1j")
t("abs(complex(1.7e308, 1.7e308))")
t("abs(complex(float('inf'), float('nan')))")
t("abs(3+4j)")
t("(1j).__complex__()")
t("complex.conjugate(2j)")
t("1j.imag.is_integer()")
