# Methods and attributes of int.
n = 1000
print(n.bit_length(), (0).bit_length(), (-8).bit_length(), (255).bit_count(), (-7).bit_count(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator, (5).as_integer_ratio(), (5).is_integer(), (2**100).bit_length(), n.__index__(), (2.5).is_integer() if False else True)
print((5).__add__(3), (5).__radd__("a"), (7).__floordiv__(2), (7).__divmod__(2), (2).__pow__(3, 5), (1).__bool__(), (-5).__abs__(), (5).__neg__(), (5).__lt__(6), (5).__eq__("5"), (5).__truediv__(2), (5).__round__(-1), (5).__ceil__(), (5).__floor__(), (5).__trunc__(), (5).__invert__(), (5).__hash__(), (5).__float__(), (5).__format__("03d"))
