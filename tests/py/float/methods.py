# Methods of float.
print((2.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (2.5).hex(), float.fromhex("0x1.4p+1"), float.fromhex("-inf"), (2.5).conjugate(), (2.5).real, (2.5).imag, (-2.5).__abs__(), (2.5).__trunc__(), (2.5).__floor__(), (2.5).__ceil__(), (2.5).__round__(), (2.5).__int__(), (2.5).__divmod__(1), (2.5).__eq__(2), (2.5).__lt__("a"), (0.1).hex(), (0.0).hex(), float.fromhex("1e3"), float.fromhex("0xap1"))
for code in ["float('inf').as_integer_ratio()", "float('nan').as_integer_ratio()", "int(float('nan'))", "int(float('-inf'))", "float.fromhex('xyz')", "float.fromhex('0x1p5000')", "round(float('nan'))", "round(float('inf'))", "float.fromhex(1)"]:
    try:
        print(eval(code))
    except (ValueError, OverflowError, TypeError) as e:
        print(code, type(e).__name__, e)
