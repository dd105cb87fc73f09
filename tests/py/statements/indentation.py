# Indentation errors and what is none.
cases = ["if 1:\npass", "if 1:\n  a\n   b", "if 1:\n  a\n b", " a", "if 1:\n\ta\n        b", "if 1:\n  a\nelse:\nb", "while 1:\nx = 1", "with a:\nb", "a\n  b", "if 1:\n  if 2:\n  a", "try:\n a\nexcept:\nb", "match x:\n case 1:\n pass", "match x:\ncase 1: pass", "def f():\n  '''doc'''\n x", "if 1: a\n  b"]
for code in cases:
    try:
        compile(code, "f", "exec")
        print(repr(code), "compiles")
    except SyntaxError as e:
        print(repr(code), "->", type(e).__name__, e.msg, e.lineno)
