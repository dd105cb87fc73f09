"""bytes(), bytearray(), str() of bytes, encode, decode and their errors"""
class B:
    def __bytes__(self): return b"own"
class W:
    def __bytes__(self): return "text"

def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


for text in [
    'bytes(3), bytes(), bytes([1, 2]), bytes(b"x"), bytes("é", "utf-8")',
    'bytes("é")',
    'bytes("é", "ascii")',
    'bytes([256])',
    'bytes([-1])',
    'bytes(["a"])',
    'bytes(-1)',
    'bytes(1.5)',
    'bytes(None)',
    'bytes(B())',
    'bytes(W())',
    'bytes(1, "utf-8")',
    'bytes("a", "nope")',
    'bytes(range(5)), bytes({1: 2}), bytes(n for n in (65, 66))',
    'bytearray(2), bytearray("ab", "latin-1"), bytearray([1])',
    'str(b"ab", "ascii"), str(b"\\xc3\\xa9", "utf-8"), str(b"\\xff", errors="replace")',
    'str(b"\\xff", "utf-8")',
    'str(b"ab")',
    'str("a", "utf-8")',
    'str(1, "utf-8")',
    '"é".encode(), "é".encode("latin-1"), "é".encode("utf-16-le")',
    '"é".encode("ascii", "ignore"), "é".encode("ascii", "replace"), "é".encode("ascii", "xmlcharrefreplace"), "é".encode("ascii", "backslashreplace")',
    '"é".encode("ascii", "namereplace")',
    '"é".encode("ascii", "nope")',
    '"\\ud800".encode()',
    '"\\ud800".encode("utf-8", "surrogatepass")',
    'b"\\xc3".decode()',
    'b"\\xc3\\x28".decode(errors="replace")',
    'b"a\\xffb".decode("ascii", "ignore"), b"a\\xffb".decode("ascii", "backslashreplace")',
    'b"a\\xff".decode("ascii")',
    'b"\\xff\\xfea\\x00".decode("utf-16")',
    'b"\\xe9".decode("latin-1")',
    'b"abc".hex(), b"abc".hex(":"), b"abcd".hex("-", 2), b"abc".hex("::")',
    'bytes.fromhex("61 62"), bytes.fromhex("6")',
    'bytes.fromhex("zz")',
    'bytearray.fromhex("ff00")',
    'b"a" + bytearray(b"b"), bytearray(b"a") + b"b"',
    'b"a" + "b"',
    'b"a" == "a", b"a" == bytearray(b"a"), b"a" < b"b"',
    'b"a" < "b"',
    'list(b"ab"), b"ab"[0], b"ab"[0:1]',
    'b"ab".join([b"1", bytearray(b"2")])',
    'b"ab".join(["x"])',
    '97 in b"abc", b"bc" in b"abc"',
    '"a" in b"abc"',
    '256 in b"abc"',
    'b"a,b".split(b","), b"a b".split(), b"abc".partition(b"b")',
    'b"abc".replace(b"b", b""), b"abc".find(98), b"abc".index(b"z")',
    'b"Ab1".upper(), b"Ab1".isalnum(), b"ab".title(), b"a".center(5, b"*")',
    'b"%d" % 5, b"a" * 3, 3 * b"a"',
]:
    t(text)
