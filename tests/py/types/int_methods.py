print((255).to_bytes(2, "big"), (255).to_bytes(2, "little"), (-2).to_bytes(2, "big", signed=True), (0).to_bytes(0, "big"), (2**70).to_bytes(10, "little"), (5).to_bytes())
print(int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\x01\x02", "little"), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes([1, 0], "big"), int.from_bytes(b"", "big"))
for f in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: (128).to_bytes(1, "big", signed=True), lambda: (1).to_bytes(1, "x"), lambda: (1).to_bytes(-1, "big")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print((10).bit_length(), (-255).bit_length(), (0).bit_length(), (255).bit_count(), (-7).bit_count(), (2**70).bit_length())
print((7).numerator, (7).denominator, (7).real, (7).imag, (7).conjugate(), (7).as_integer_ratio(), (5).__add__(3), (5).__radd__(3), (5).__add__("x"), int.__mul__(3, 4), (3).__index__(), (-3).__abs__(), (3).__eq__(3), (3).__eq__("a"), (3).__lt__(4), (3).__bool__(), (3).__hash__(), (7).__divmod__(2), (2).__pow__(5), (3).__neg__())
print(round(1234, -2), round(1250, -2), round(1350, -2), round(-15, -1), round(5, 2), round(25, -1), round(2**70, -5))
