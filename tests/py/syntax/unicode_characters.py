"""characters that stand for others"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    'print(“hello”)',
    'print(‘a’)',
    'x − 1',
    'x × y',
    'x≠y',
    'x ≤ y',
    'a\u200bb = 1',
    '\ufeffx = 1',
    'x = 1\xa0',
    'x = €5',
    'if x： pass',
    'f（x）',
    'x ＝ 1',
    'x = «1»',
    'x = 1\x0c',
    'x\x0b= 1',
    '\u3000x',
    'x = 1 …',
    'éè = 1',
    'x́ = 1',
    '́x = 1',
    'x² = 1',
    '😀 = 1',
    '"😀"',
    '# “ fine ”',
    "x = '“'",
    'λ = lambda: 1',
    'lambda\xa0x: 1',
]:
    t(text)
