def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
print()
print(1, "a", None, [1], sep=", ")
print("a", "b", sep="", end="!\n")
print("x", end="")
print("y", sep="ignored")
print(1, 2, sep=None, end=None)
print(*[1, 2, 3], sep="\n")
class S:
    def __str__(self): return "str of S"
    def __repr__(self): return "repr of S"
print(S(), [S()], f"{S()} {S()!r}")
class W:
    def __init__(self): self.parts = []
    def write(self, t): self.parts.append(t)
    def flush(self): self.parts.append("<flush>")
w = W()
print("to", "file", file=w, flush=True)
print("".join(w.parts))
err(lambda: print(1, sep=5))
err(lambda: print(1, end=b""))
print("é€😀", b"bytes", 1.0, True, ..., NotImplemented)
