"""statements in the wrong place"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    'return 1',
    'break',
    'continue',
    'yield 1',
    'await x',
    'async with x: pass',
    'async for x in y: pass',
    'def f():\n    break',
    'for x in y:\n    def f():\n        continue',
    'class A:\n    return 1',
    'class A:\n    yield 1',
    'def f():\n    await x',
    'async def f():\n    yield from x',
    'async def f():\n    yield 1\n    return 2',
    '[await x for x in y]',
    'def f():\n    [x async for x in y]',
    'nonlocal x',
    'def f():\n    nonlocal x',
    'def f():\n    global x\n    x = 1\n    nonlocal x',
    'def f(x):\n    global x',
    'def f():\n    x = 1\n    global x',
    'def f():\n    print(x)\n    global x',
    'x = 1\nglobal x',
    'def f():\n    x: int = 1\n    global x',
    'class A:\n    nonlocal x',
    'lambda: (yield)',
    '[(yield x) for x in y]',
    'while 1:\n    try:\n        break\n    finally:\n        continue',
    'try:\n    pass\nexcept* A:\n    return',
    'for x in y:\n    try:\n        pass\n    except* A:\n        break',
]:
    t(text)
