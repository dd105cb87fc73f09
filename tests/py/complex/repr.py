"""repr and str: brackets only with a real part, no .0, negative zeros, nan and inf"""
def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


for text in """1j 0j -0j 1+2j 1-2j -1j -(0j) 1-0j complex(-0.0,1) complex(-0.0,-0.0) complex(0,-0.0) 1e16+1e-7j 1e15j 1.5j
        complex(float("nan"),1) complex(1,float("nan")) complex(float("inf"),-float("inf")) complex(0,float("inf"))
        123456789.125j 1e22j 0.1+0.2j (0.1+0.2)*1j [1j,-1j,1-1j] (1j,) {1j:2} {"a":1+1j} 1J 1.5e3j 0_1j 1_000j 05j .5j 5.j""".split():
    t(text)
    t(f"str({text})")
t("'%s %r %a' % (1j, 2j, 3j)")
t("f'{1j} {1+1j!r:>10}'")
