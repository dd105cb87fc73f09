import random
r = random.Random(7)
for name, args in (("uniform", (1, 5)), ("triangular", (0, 10, 3)), ("triangular", ()), ("betavariate", (2, 3)), ("betavariate", (0.5, 0.5)),
                   ("expovariate", (1.5,)), ("gammavariate", (2.5, 1)), ("gammavariate", (0.7, 2)), ("gammavariate", (1, 1)), ("gauss", (0, 1)),
                   ("gauss", (5, 2)), ("lognormvariate", (0, 1)), ("normalvariate", (10, 3)), ("vonmisesvariate", (1, 4)),
                   ("vonmisesvariate", (1, 0)), ("paretovariate", (3,)), ("weibullvariate", (1, 2)), ("binomialvariate", (10, 0.3)),
                   ("binomialvariate", (1000, 0.4)), ("binomialvariate", (200, 0.9)), ("binomialvariate", ())):
    print(name, args, [round(getattr(r, name)(*args), 12) for _ in range(4)])
print(r.gauss(), r.gauss(), r.normalvariate(), r.expovariate())
try:
    r.gammavariate(0, 1)
except ValueError as e:
    print(e)
