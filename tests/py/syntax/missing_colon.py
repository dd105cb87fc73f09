"""a compound statement without its colon"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    'if x\n    pass',
    'if x: pass\nelse\n    pass',
    'while True\n    pass',
    'for i in x\n    pass',
    'def f()\n    pass',
    'class A\n    pass',
    'class A(B)\n    pass',
    'with x as y\n    pass',
    'try\n    pass\nfinally:\n    pass',
    'try:\n    pass\nexcept ValueError\n    pass',
    'try:\n    pass\nfinally\n    pass',
    'match x:\n    case 1\n        pass',
    'elif x: pass',
    'if x: pass\nelif y\n    pass',
]:
    t(text)
