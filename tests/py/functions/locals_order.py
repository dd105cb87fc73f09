# locals() tells variables of inner functions last, by name; parameters stay where they are.
def f(a, c, *r, d=1, **k):
    z = 1
    def g(): return a, z, y, d
    y = 2
    x = 3
    m = [i for i in range(2)]
    print(locals().keys())
    class C:
        q = 1
        print(list(locals()))
f(1, 2)
def h(p):
    y = 1
    def inner(u):
        v = 2
        w = lambda: v
        print(list(locals()), y, p)
    inner(0)
h(1)
def gen(n):
    def k(): return b
    a = 1
    b = 2
    yield list(locals())
print(next(gen(1)))
