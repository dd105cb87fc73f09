# Indentation gone wrong.
for text in ["  x = 1", "if x:\npass", "def f():\nreturn 1", "if x:\n    a\n  b", "if x:\n  a\n    b", "if x:\n\ta\n        b", "class A:\npass", "for x in y:\n\n\nz", "while 1:\n# comment\nx", "if 1:\n  pass\n else:\n  pass",
             "try:\nx", "with a:\nb", "def f():\n    '''doc'''\n  x", "x = 1\n    y = 2", "if a:\n    b\n\tc", "else:\n  pass", "    ", "if x:", "def f():", "class A:\n    def f(self):\n    pass", "try:\n  pass", "match x:\ncase 1: pass", "try:\n  pass\nexcept:\nx", "if x:\n  pass\nelse:\ny"]:
    try:
        compile(text, "f.py", "exec")
        print(repr(text), "compiles")
    except SyntaxError as e:
        print(repr(text), type(e).__name__, e.msg, e.lineno, e.offset)
