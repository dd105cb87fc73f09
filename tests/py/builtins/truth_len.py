def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
print(bool(L(0)), bool(L(2)), len(L(7)), not L(0))
class B:
    def __bool__(self): return False
    def __len__(self): return 5
print(bool(B()), len(B()))
err(lambda: len(L(-1)))
err(lambda: len(L("a")))
class W:
    def __bool__(self): return 1
err(lambda: bool(W()))
print([bool(v) for v in (0, 1, "", "a", [], [0], {}, {1: 2}, set(), (), None, 0.0, range(0), b"")])
print([] or "default", [1] and "yes", not [], None or 0 or "x")
