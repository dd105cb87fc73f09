"""fields within specs, attributes, keys, conversions"""
class P:
    x = 3.14159
    def __format__(self, spec):
        return f"<{spec}>"
    def __getitem__(self, key):
        return f"item {key!r}"
p, width, precision, names = P(), 10, 3, {"a": 1, "b c": [5, 6]}

def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


for text in [
    '"{:{}}".format(5, 8)',
    '"{:{w}.{p}f}".format(2.5, w=8, p=1)',
    '"{0:{1}{2}}".format("x", "^", 5)',
    '"{p.x:.2f}".format(p=p)',
    '"{p[0]}|{p[a]}|{p[-1]}|{p[ b ]}".format(p=p)',
    '"{n[a]} {n[b c][1]}".format(n=names)',
    '"{!r:>8}|{!s}|{!a}".format("é", "b", "é")',
    '"{} {}".format(1)',
    '"{0} {}".format(1, 2)',
    '"{} {0}".format(1, 2)',
    '"{a}".format()',
    '"{a.b}".format(a=1)',
    '"{a[x]}".format(a=[1])',
    '"{a[5]}".format(a=[1])',
    '"{".format()',
    '"}".format()',
    '"{}}".format(1)',
    '"{{}}".format(1)',
    '"{{{}}}".format(1)',
    '"{!x}".format(1)',
    '"{!}".format(1)',
    '"{:{:{}}}".format(1,2,3)',
    '"{a!r:{b}}".format(a="x", b=">5")',
    'f"{p:abc}"',
    'f"{2.5:{width}.{precision}}"',
    'f"{2.5!r:{width}}"',
    'f"{names[\'a\']}"',
    'f"{p.x:{width}.{precision - 1}f}|"',
    'f"{width=}|{width = }|{width=:>5}|{width=!r}"',
    'f"{p.x=:.2f}"',
    'f"{3 + 4 = }"',
    'f"{[f\'{i}\' for i in range(3)]}"',
    'f"{ {1: 2}[1] }"',
    'f"{(lambda v: v * 2)(3)}"',
    'f"{width!r:^{width}}"',
    'f"{1:{\'>\'}{5}}"',
    '"%(a)s %(b)05.1f" % {"a": 1, "b": 2}',
    '"{0.real} {0.imag}".format(1 + 2j)',
    '"{:%Y}".format(5)',
    'format(p)',
    'format(p, "q")',
    '"{0[0][1]}".format([[1, 2]])',
    '"{:>{width}}".format("r", width="6")',
    'str.format("{} {}", 1, 2)',
    '"{x}".format_map({"x": 1})',
    '"{y}".format_map({"x": 1})',
]:
    t(text)
