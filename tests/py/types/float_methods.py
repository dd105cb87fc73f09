print((1.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (-1e20).as_integer_ratio(), (1.5).hex(), (-0.1).hex(), (0.0).hex(), float.fromhex("0x1.8p+1"), float.fromhex("-0x1p-3"), (1.5).real, (2.5).imag, (1.5).conjugate())
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4, 1e20)], [round(x, 2) for x in (2.675, 1.005, -1.555, 1234.5678, 1e300)], round(1234.5, -2), round(1250.0, -2), round(2.5, 0), round(-0.4), round(5.015, 2), round(1e16 + 0.5, 1))
print((1.9).__int__(), (1.9).__trunc__(), (-1.5).__floor__(), (-1.5).__ceil__(), (1.5).__add__(1), (1.5).__radd__(1), (1.5).__add__("a"), (1.5).__eq__(1.5), (1.5).__lt__(2), (7.5).__divmod__(2))
for f in (lambda: float("inf").as_integer_ratio(), lambda: float("nan").as_integer_ratio(), lambda: round(float("nan")), lambda: round(float("inf")), lambda: int(float("inf"))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
