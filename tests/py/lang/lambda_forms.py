# Lambdas with every kind of parameter, nested, in defaults, in comprehensions and classes.
print((lambda: 1)(), (lambda x: x)(2), (lambda x, y=3: x + y)(1), (lambda *a: a)(1, 2), (lambda **k: k)(a=1))
print((lambda x, /, y, *, z=5: (x, y, z))(1, 2), (lambda *, k: k)(k=1))
add = lambda a: lambda b: a + b
print(add(1)(2), [f(10) for f in [add(i) for i in range(3)]])
print(sorted("bca", key=lambda c: -ord(c)), list(map(lambda p: p[0] * p[1], [(1, 2), (3, 4)])))
conditional = lambda n: "even" if n % 2 == 0 else "odd"
print(conditional(3), (lambda: (yield 1))().__next__())


class C:
    double = lambda self, x: x * 2
    table = {"a": lambda: "A", "b": lambda: "B"}

    def go(self):
        return (lambda: self.double(4))()


print(C().go(), C.table["b"](), (lambda: (lambda: (lambda: "deep")())())())
default = lambda x, f=lambda v: v + 1: f(x)
print(default(1), default(1, lambda v: v * 10))
fact = (lambda f: lambda n: f(f, n))(lambda f, n: 1 if n < 2 else n * f(f, n - 1))
print(fact(10))
print((lambda a, b: (lambda: a)() + (lambda: b)())(1, 2), (lambda x: [x for x in range(x)])(3))
print([(lambda i: i * i)(i) for i in range(4)], {k: (lambda v=k: v)() for k in "ab"})
