for s in ["1.5", " -2 ", "1e5", "1E-3", ".5", "5.", "inf", "-Infinity", "nan", "+1", "1_000.5", "1__0", "_1", "1_", "", "abc", "0x10", "1e", "1.5.2", "infin", "١٫٥", "٣", "1e400", "1e-400", "nan(1)", "1 2"]:
    try:
        print(repr(s), float(s))
    except Exception as e:
        print(repr(s), type(e).__name__, e)
class F:
    def __float__(self): return 2.5
class G:
    def __index__(self): return 7
print(float(F()), float(G()), float(), float(b"1.5"), float(True), float(10**20))
for v in (None, [], object):
    try:
        float(v)
    except TypeError as e:
        print(e)
