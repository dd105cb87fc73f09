# Names inside f-strings follow the scopes around them.
def f(a):
    def g():
        return f"{a} {b}"

    b = 2
    return g()


print(f(1), [f"{i}" for i in range(2)], (lambda q: f"{q!r}")("x"), f"{(w := 5)} {w}", {f"k{i}": i for i in range(2)})


class C:
    n = 3
    s = f"{n}"
    __private = 1
    t = f"{__private}"


print(C.s, C.t)


def gen():
    x = f"{(yield 1)}"
    yield x


it = gen()
print(next(it), it.send("sent"))
