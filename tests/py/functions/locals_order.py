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
def prog():
    a = 5
    def f():
        print(locals())
        [a for a in 'xy']
        lambda: a
        print(locals())
    def g():
        print(locals())
        lambda: a
    def h():
        print(locals())
        [a for a in 'xy']
        print(a)
    def i():
        print(locals())
        [x for x in 'xy' if a]
    def j():
        print(locals())
        [x for x in 'xy' if a]
        [a for a in 'xy']
    f(); g(); h(); i(); j()
prog()


def only_comprehensions():
    z = 1
    a = [3]
    b = [a for _ in "x"]
    c = {k: z for k in "y"}
    print(list(locals()))
    d = [(lambda: b) for _ in "x"]
    e = [[z for _ in "x"] for _ in "y"]
    f = list(c for _ in "x")
    print(list(locals()))


only_comprehensions()
