# lambda with every parameter form.
print((lambda: 1)(), (lambda x: x)(2), (lambda x, y=2: x + y)(1), (lambda *a: a)(1, 2), (lambda **k: k)(a=1), (lambda x, /, y, *, z: (x, y, z))(1, 2, z=3), (lambda *, k=1: k)())
print((lambda x: lambda y: x + y)(1)(2), [f(2) for f in (lambda x: x, lambda x: x * x)], sorted([3, 1], key=lambda v: -v), (lambda: (1, 2))(), (lambda x: x if x else "no")(0))
f = lambda x: (y := x * 2) + y
print(f(2), f.__name__, (lambda: 0).__qualname__, (lambda a, b=1: 0).__defaults__)
print((lambda x: -x)(3), (lambda: [i for i in range(3)])(), (lambda f: f(f))(lambda f: "self"))
