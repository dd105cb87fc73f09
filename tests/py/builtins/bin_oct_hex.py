def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
print(bin(10), oct(10), hex(255), bin(-5), oct(-8), hex(-255), bin(0), hex(2 ** 70), hex(-2 ** 70), bin(True), oct(2 ** 40))
class I:
    def __index__(self): return 255
print(hex(I()), bin(I()))
err(lambda: hex(1.5))
err(lambda: bin("a"))
err(lambda: oct(None))
print(int("ff", 16), int("0b101", 0), int("-0o17", 8), f"{255:x} {255:#X} {5:08b}")
