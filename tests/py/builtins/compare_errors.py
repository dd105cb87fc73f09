def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
class A: pass
a = A()
err(lambda: a < a)
err(lambda: 1 < "a")
err(lambda: [1] < (1,))
err(lambda: {} < {})
err(lambda: None > 1)
err(lambda: "a" >= b"a")
err(lambda: (1, "a") < (1, 2))
err(lambda: min(1, None))
err(lambda: sorted([(1, None), (1, 2)]))
err(lambda: max(["a", 1]))
print(1 == "a", [] == (), {} == [], None == 0, a == a, a != a, (1,) == [1], 1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True)
class L:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __eq__(self, o): return self.n == o.n
print(L(1) < L(2), L(2) > L(1), L(1) == L(1), L(1) != L(2), [L(1)] == [L(1)], (L(1), 2) < (L(1), 3), L(1) in [L(1)])
