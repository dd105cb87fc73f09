"""a class derived from complex"""
class Impedance(complex):
    unit = "ohm"

    def __new__(cls, real, imag=0, name=None):
        self = super().__new__(cls, real, imag)
        self.name = name
        return self

    def __repr__(self):
        return f"Impedance({self.real:g}, {self.imag:g})"

    def __add__(self, other):
        return Impedance(complex(self) + other)


z = Impedance(3, 4, "load")
print(z, str(z), z.name, z.unit, abs(z), z.real, z.imag)
print(z + 1, type(z + 1).__name__, type(1 + z).__name__, z - 1, -z, type(-z).__name__)
print(z == 3 + 4j, hash(z) == hash(3 + 4j), isinstance(z, complex), type(complex(z)).__name__)
print(z.conjugate(), f"{z:.1f}", {z: 1}[3 + 4j], sorted(vars(z)))
print(complex.__add__(z, 1), complex.__repr__(z))
try:
    Impedance("x")
except Exception as e:
    print(type(e).__name__, e)
