"""what complex numbers do not do"""
def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


for text in ["1j // 1", "1 // 1j", "1j % 1", "divmod(1j, 2)", "1j @ 1", "1j & 1", "1j << 1", "int(1j)", "float(1j)", "round(1j)", "[1, 2][1j]", "'a' * 1j", "range(1j)", "1j / 0", "1j / 0j", "1 / 0j", "1j[0]", "1j()", "len(1j)", "list(1j)", "(1j).foo", "(1j).__floordiv__", "'%d' % 1j", "'%f' % 1j", "'%x' % 1j", "chr(1j)", "bytes(1j)", "1j + 'a'", "'a' + 1j", "1j + None", "[] + 1j", "-(1j) - []", "1j += 1"]:
    t(text)
import json, math, operator
for text in ["json.dumps(1j)", "math.sqrt(1j)", "math.floor(1j)", "operator.index(1j)"]:
    t(text)
