"""indentation that goes wrong"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    'if x:\n\ty\n        z',
    'if x:\n        y\n\tz',
    'if x:\n    pass\n    else:\n    pass',
    '\tx',
    'x\n\ty',
    '(\n  1,\n     2)',
    '# c\n  # d\nx',
    '    # only a comment\nx = 1',
    'if x:\n    # comment\ny',
]:
    t(text)
