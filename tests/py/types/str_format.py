print("{} {} {}".format(1, "a", None), "{0} {1} {0}".format("x", "y"), "{a} {b}".format(a=1, b=2), "{{}} {}".format(3))
class P:
    def __init__(self): self.x = [1, {"k": "v"}]
    def __format__(self, spec): return f"<{spec}>"
print("{0.x[1][k]} {0.x[0]:>4} {0:abc} {1!r:>6} {2!s} {3!a}".format(P(), "q", 2.5, "é"))
print("{:{}}|{:{w}.{p}f}|{:>{w}}".format("a", 5, 3.14159, "z", w=8, p=2), "{:,}".format(1234567), "{:_x}".format(10**10))
print("{x[a]} {x[0]}".format(x={"a": 1, 0: 2}), "{k}".format_map({"k": "v"}))
for f, a, k in [("{", (), {}), ("}", (), {}), ("{0", (1,), {}), ("{}", (), {}), ("{a}", (), {}), ("{0}{}", (1, 2), {}), ("{}{0}", (1, 2), {}), ("{!x}", (1,), {}),
                ("{0.}", (1,), {}), ("{0[}", (1,), {}), ("{:{:{}}}", (1, 2, 3), {}), ("{!}", (1,), {}), ("{0[0]x}", ([1],), {}), ("{!rx}", (1,), {}), ("{0.nope}", (1,), {})]:
    try:
        print(f.format(*a, **k))
    except Exception as e:
        print(f, type(e).__name__, e)
