# Binary operator methods, all of them, and their reflections.
class N:
    def __init__(self, n): self.n = n


names = ["add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor"]
symbols = ["+", "-", "*", "@", "/", "//", "%", "**", "<<", ">>", "&", "|", "^"]
for name in names:
    setattr(N, f"__{name}__", lambda self, o, name=name: f"{name}({self.n}, {getattr(o, 'n', o)})")
    setattr(N, f"__r{name}__", lambda self, o, name=name: f"r{name}({self.n}, {getattr(o, 'n', o)})")
a, b = N(1), N(2)
for s in symbols:
    print(eval(f"a {s} b"), eval(f"a {s} 5"), eval(f"5 {s} a"), eval(f"'x' {s} a") if s != "%" else "", eval(f"None {s} a"), eval(f"[] {s} a"))
print(divmod(7, 2), pow(a, 3), a.__add__(9), N.__rsub__(a, 3))
