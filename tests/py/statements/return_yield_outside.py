# Statements where they do not belong.
for code in ["return 1", "yield 1", "break", "continue", "class C:\n return 1", "def f():\n break", "if 1:\n continue", "await x", "async with a: pass", "async for a in b: pass", "def f():\n await x", "for x in y:\n def f():\n  break", "class C:\n yield 1", "[(yield 1) for x in y]", "def f():\n [(yield 1) for x in y]", "lambda: (yield)", "while 1:\n class C:\n  continue", "async def f():\n yield from x", "async def f():\n yield 1\n return 2", "def f(): return (yield)", "for x in y: break", "try:\n continue\nfinally: pass", "def f(x=(yield)): pass", "x = yield", "async def f():\n [await x for x in y]", "[await x for x in y]", "def f():\n async with a: pass"]:
    try:
        compile(code, "f", "exec")
        print(repr(code), "compiles")
    except SyntaxError as e:
        print(repr(code), "->", e.msg, e.lineno, e.offset)
