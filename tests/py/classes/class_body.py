# Class bodies run like any code.
class A:
    print("in body", __qualname__, __module__)
    for i in range(3):
        exec(f"attr{i} = {i}")
    if True:
        def f(self): return "if"
    else:
        def f(self): return "else"
    try:
        1 / 0
    except ZeroDivisionError:
        caught = True
    [x for x in range(2)]
    a, (b, *c) = 1, (2, 3, 4)
    del i
    import math
    class Inner:
        pass
    with open(__file__) as fh:
        first = fh.readline()
    lam = lambda self: self.a


print(A.attr0, A.attr2, A().f(), A.caught, A.a, A.b, A.c, hasattr(A, "i"), A.math.pi > 3, A.Inner.__qualname__, A.first.strip(), A().lam())
