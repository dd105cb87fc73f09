"""a block that is not there"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    'if x:\npass',
    'while x:\nx = 1',
    'for i in x:\nx = 1',
    'def f():\nx = 1',
    'class A:\nx = 1',
    'with x:\nx = 1',
    'try:\nx = 1',
    'try:\n    x\nexcept A:\ny',
    'try:\n    x\nfinally:\ny',
    'if x:\n    y\nelse:\nz',
    'if x:\n    y\nelif z:\nw',
    'match x:\ncase 1:\n  pass',
    'match x:\n    case 1:\n    pass',
    'for i in x:\n    pass\nelse:\ny',
]:
    t(text)
