"""strings that do not end"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    '"abc',
    "'abc",
    '"""abc',
    "'''abc\n\nd",
    'f"abc',
    'f"{x!}"',
    'f"{x!z}"',
    'f"{}"',
    'f"{ }"',
    'f"}"',
    'b"é"',
    '"\\x1"',
    '"\\u12"',
    '"\\N{"',
    'b"\\x1"',
    'rb"a',
    '"a" f"{x}"',
    '"a\\',
    'f"{lambda x: 1}"',
    'f"{x=!r:>5}"',
    'f"{x = }"',
    'f"{*x}"',
    'f"{yield}"',
]:
    t(text)
