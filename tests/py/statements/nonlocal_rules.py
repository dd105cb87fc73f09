# nonlocal: the nearest binding outwards, counters, and errors.
def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


a, b = counter(), counter()
print(a(), a(5), b(), a())


def deep():
    v = 1

    def middle():
        def inner():
            nonlocal v
            v += 1

        inner()
        return v

    return middle(), v


print(deep())
for code in ["def f():\n def g():\n  nonlocal x", "def f(x):\n def g(x):\n  nonlocal x", "def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x", "x = 1\ndef f():\n nonlocal x", "def f():\n x = 1\n class C:\n  nonlocal x\n  x = 2\n return x", "def f():\n nonlocal __class__", "def f():\n global x\n def g():\n  nonlocal x"]:
    try:
        compile(code, "f", "exec")
        print(repr(code), "compiles")
    except SyntaxError as e:
        print(repr(code), e.msg, e.lineno, e.offset)
