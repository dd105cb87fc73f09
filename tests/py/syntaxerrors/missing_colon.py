# What a person types: a colon forgotten.
for text in ["if x\n  pass", "for i in y\n  pass", "while x\n  pass", "def f()\n  pass", "class A\n  pass", "try\n  pass\nexcept: pass", "try:\n  pass\nexcept\n  pass", "with x\n  pass", "if x:\n  pass\nelse\n  pass",
             "if x:\n  pass\nelif y\n  pass", "try:\n  pass\nfinally\n  pass", "match x:\n  case 1\n    pass", "lambda x 1", "class A(B)\n  pass", "def f() -> int\n  pass", "async def f()\n  pass", "x[1 2]", "{1: 2, 3}", "{1 2}", "{'a' 1}"]:
    try:
        compile(text, "f.py", "exec")
        print(repr(text), "compiles")
    except SyntaxError as e:
        print(repr(text), type(e).__name__, e.msg, e.lineno, e.offset)
