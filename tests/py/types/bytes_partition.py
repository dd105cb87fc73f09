# What partition() gives is the separator itself; a bytearray that is doubled; powers of a Fraction by what is no number.
b=b"xy"; ba=bytearray(b"xy")
print(b.partition(ba), ba.partition(b), b.partition(b"z"), ba.partition(b"z"), b.rpartition(ba), ba.rpartition(b"y"), b.partition(bytearray(b"x")))
print(b"axyb".partition(bytearray(b"xy")), b"axyb".rpartition(bytearray(b"xy")), bytearray(b"axyb").partition(memoryview(b"xy")))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
from fractions import Fraction
t(lambda: Fraction(1, 2) ** (1,)); t(lambda: Fraction(1, 2) ** "x"); t(lambda: Fraction(1, 2) ** 0.5); t(lambda: Fraction(1, 2) ** 1j)
def g(n):
    b = bytearray(n); b += b; return b
t(lambda: g(0)); t(lambda: g(1))
class B(bytes): pass
t(lambda: [type(p).__name__ for p in B(b"a,b").partition(B(b","))]); t(lambda: [type(p).__name__ for p in B(b"ab").partition(b",")])
