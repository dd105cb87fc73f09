import random
r = random.Random(12345)
print(r.random(), r.getrandbits(10), r.getrandbits(100), r.randrange(10), r.randrange(5, 50, 5), r.randint(-3, 3), r.randrange(100, 0, -7))
print(r.randbytes(8), [r.randint(1, 6) for _ in range(10)])
for call in (lambda: r.randrange(0), lambda: r.randrange(5, 5), lambda: r.randrange(1, 10, 0), lambda: r.randint(5, 1), lambda: r.randrange(1.5),
             lambda: r.randrange("a"), lambda: r.choice([]), lambda: r.sample([1], 2), lambda: r.sample({1, 2}, 1), lambda: r.randrange(5, step=2), lambda: r.getrandbits(-1)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
