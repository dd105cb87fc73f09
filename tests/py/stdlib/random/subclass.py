import random
class Fixed(random.Random):
    def random(self): return 0.25
f = Fixed(1)
print(f.random(), f.uniform(0, 4), f.triangular(0, 1), f.choices([1, 2, 3, 4], k=3), f.expovariate(2))
class Half(random.Random):
    def __init__(self, x=None, label=None):
        super().__init__(x)
        self.label = label
print(Half(3, label="q").random(), random.Random(3).random(), Half(1, "z").label)
