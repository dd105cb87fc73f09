# random.randrange with big ints and its errors.
import random

random.seed(7)
print(random.randrange(10**28), random.randint(-(10**30), 10**30), random.randrange(2**64, 2**65, 2**10), random.getrandbits(200))
for bad in (lambda: random.randrange(0), lambda: random.randrange(5, 5), lambda: random.randrange(1.5), lambda: random.randrange(1, 10, 0), lambda: random.randint(2, 1), lambda: random.choice([]), lambda: random.sample([1], 2),
            lambda: random.sample({1, 2}, 1), lambda: random.choices([1], weights=[1, 2]), lambda: random.choices([1], weights=[0]), lambda: random.getrandbits(-1), lambda: random.seed([]), lambda: random.shuffle((1,)),
            lambda: random.randrange("5"), lambda: random.uniform("a", 1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
