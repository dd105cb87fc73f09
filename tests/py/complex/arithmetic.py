"""+ - * / of complex numbers among themselves and with real ones, zeros keep their signs"""
def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


for v in ['1j', '0j', '-0j', '1+2j', '-1-2.5j', 'complex(0.0, -0.0)', 'complex(-0.0, 0)', '1e300+1e300j', '3', '2.5', 'True', '10**20', 'complex(1e16, 1e-7)', '(2+0j)', '-3', '0']:
    for w in ['1j', '0j', '-0j', '1+2j', '-1-2.5j', 'complex(0.0, -0.0)', 'complex(-0.0, 0)', '1e300+1e300j', '3', '2.5', 'True', '10**20', 'complex(1e16, 1e-7)', '(2+0j)', '-3', '0']:
        for op in "+", "-", "*", "/":
            if "j" in v + w or "complex" in v + w:
                t(f"({v}) {op} ({w})")
