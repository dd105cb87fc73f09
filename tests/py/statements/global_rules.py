# global: binding, deleting, and what the compiler refuses.
x = 1


def f():
    global x, y
    x = 2
    y = 3
    del y
    for x in range(5):
        pass


f()
print(x, "y" in globals())


def g():
    global h, C, math, e

    def h():
        return 1

    class C:
        pass

    import math
    try:
        raise ValueError
    except ValueError as e:
        pass


g()
print(h(), C.__qualname__, h.__qualname__, math.pi > 3, "e" in globals())
for code in ["def f():\n x = 1\n global x", "def f():\n print(x)\n global x", "def f(x):\n global x", "nonlocal x", "def f():\n nonlocal q", "global x\nx = 1", "def f():\n for x in y: pass\n global x", "class C:\n x = 1\n global x", "def f():\n x: int\n global x", "def f():\n global x\n x: int = 1"]:
    try:
        compile(code, "f", "exec")
        print(repr(code), "compiles")
    except SyntaxError as e:
        print(repr(code), e.msg, e.lineno, e.offset)
