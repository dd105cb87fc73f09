"""try without its other half"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    'try:\n    pass',
    'try:\n    pass\nelse:\n    pass',
    'try:\n    pass\nfinally:\n    pass\nexcept A:\n    pass',
    'try:\n    pass\nexcept:\n    pass\nexcept A:\n    pass',
    'try:\n    pass\nexcept A:\n    pass\nexcept* B:\n    pass',
    'try:\n    pass\nexcept*:\n    pass',
    'try:\n    pass\nexcept A as b.c:\n    pass',
    'try:\n    pass\nexcept A as 1:\n    pass',
    'except A:\n    pass',
    'finally:\n    pass',
    'try:\n    pass\nexcept (A, B) as e:\n    pass',
    'try:\n    pass\nexcept A:\n    pass\nelse:\n    pass\nfinally:\n    pass',
    'raise',
    'raise A from',
    'raise A from B',
    'raise from B',
    'assert',
    'assert x,',
    'assert (x, "y")',
]:
    t(text)
