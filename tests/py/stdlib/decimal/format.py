from decimal import Decimal as D
for spec in ("", ".2f", ",.2f", "10.3f", "<8", "+.1e", ".0f", "%", ".1%", "e", "08.2f", "g", "n"):
    print(repr(format(D("1234.5678"), spec)))
print(f"{D('0.1'):.3f} {D('1E+5'):f} {D('1E-10')} {D('1E-10'):f}", str(D("1234567890123456789012345678.9")), float(D("1.5")), int(D("9" * 20)))
