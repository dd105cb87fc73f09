"""numbers that are none"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    '1_',
    '1__0',
    '0x',
    '0xg',
    '0b2',
    '0o8',
    '012',
    '1e',
    '1.2.3',
    '1abc',
    '0_7',
    '1_000',
    '1if x else y',
    '0x1for x in y',
    '1.e5',
    '1.real',
    '1j2',
    '0b1_0',
    '00',
    '0_0',
    '09.5',
    '1_.5',
    '.5_',
    '5__5.0',
    '0XFF',
    '0B1',
    '1E5',
    '1 .real',
    '0in x',
    '1or 2',
]:
    t(text)
