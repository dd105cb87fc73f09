"""float() of texts"""
def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


for text in [
    'float("1.5")',
    'float(" 1.5\\n")',
    'float("1e5")',
    'float("1E+5")',
    'float("1e-5")',
    'float(".5")',
    'float("5.")',
    'float(".")',
    'float("")',
    'float("e5")',
    'float("1e")',
    'float("inf"), float("-Infinity"), float("+INF")',
    'float("nan"), float("-NaN")',
    'float("infinit")',
    'float("1_000.5_5")',
    'float("1__0")',
    'float("1_.5")',
    'float("0x1p3")',
    'float("1,5")',
    'float("1 5")',
    'float(b"1.5")',
    'float("\\u0663.\\u0661")',
    'float("1d5")',
    'float("1f")',
    'float(None)',
    'float([])',
    'float("9" * 400)',
    'float("1e400"), float("-1e400"), float("1e-400")',
    'float(10**400)',
    'float("0.1") + float("0.2")',
    'float("123456789012345678")',
    'float("2.2250738585072011e-308")',
    'float("5e-324"), float("4e-324"), float("2e-324")',
    'float.fromhex("0x1.8p1")',
    'float.fromhex("-0x.8p-3")',
    'float.fromhex("1.8")',
    'float.fromhex("inf")',
    'float.fromhex("x")',
    'float.fromhex("0x1p5000")',
    '(1.5).hex(), (0.1).hex(), (-0.0).hex(), (5e-324).hex()',
    '(0.75).as_integer_ratio(), (-2.5).as_integer_ratio(), (1e20).as_integer_ratio()',
    'float("nan").as_integer_ratio()',
    'float("inf").as_integer_ratio()',
    '(2.0).is_integer(), (2.5).is_integer(), float("inf").is_integer()',
    'float(True), float("  -0  ")',
    'float("+-1")',
    'float("1e5e5")',
    'float("\\x00")',
]:
    t(text)
