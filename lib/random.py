"""Random numbers; the same numbers as elsewhere for the same seed."""

import math
import os

from _random import Twister


class Random:
    def __init__(self, x=None):
        self._core = Twister()
        self.gauss_next = None
        self.seed(x)

    def seed(self, a=None, version=2):
        if a is None:
            a = int.from_bytes(os.urandom(32), "big")
        elif isinstance(a, (str, bytes, bytearray)):
            from hashlib import sha512

            a = a.encode() if isinstance(a, str) else bytes(a)
            a = int.from_bytes(a + sha512(a).digest(), "big")
        elif isinstance(a, float):
            a = hash(a)
        self._core.seed(abs(a))
        self.gauss_next = None

    def random(self):
        return self._core.random()

    def getrandbits(self, k):
        return self._core.getrandbits(k)

    def _below(self, n):
        k = n.bit_length()
        r = self.getrandbits(k)
        while r >= n:
            r = self.getrandbits(k)
        return r

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def randrange(self, start, stop=None, step=1):
        if stop is None:
            start, stop = 0, start
        width = len(range(start, stop, step))
        if width <= 0:
            raise ValueError(f"empty range in randrange({start}, {stop})" if step == 1
                             else f"empty range in randrange({start}, {stop}, {step})")
        return start + step * self._below(width)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def shuffle(self, x):
        for i in reversed(range(1, len(x))):
            j = self._below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if counts is not None:
            population = [item for item, n in zip(population, counts) for _ in range(n)]
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        result = [None] * k
        limit = 21
        if k > 5:
            limit += 4 ** math.ceil(math.log(k * 3, 4))
        if n <= limit:
            pool = list(population)
            for i in range(k):
                j = self._below(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            chosen = set()
            for i in range(k):
                j = self._below(n)
                while j in chosen:
                    j = self._below(n)
                chosen.add(j)
                result[i] = population[j]
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[math.floor(self.random() * n)] for _ in range(k)]
            cum_weights, total = [], 0
            for weight in weights:
                total += weight
                cum_weights.append(total)
        total = cum_weights[-1] + 0.0
        from bisect import bisect

        return [population[bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        c = 0.5 if mode is None else (mode - low) / (high - low)
        if u > c:
            u, c, low, high = 1.0 - u, 1.0 - c, high, low
        return low + (high - low) * math.sqrt(u * c)

    def gauss(self, mu=0.0, sigma=1.0):
        z, self.gauss_next = self.gauss_next, None
        if z is None:
            x2pi, g2rad = self.random() * 2 * math.pi, math.sqrt(-2.0 * math.log(1.0 - self.random()))
            z, self.gauss_next = math.cos(x2pi) * g2rad, math.sin(x2pi) * g2rad
        return mu + z * sigma

    normalvariate = gauss

    def expovariate(self, lambd=1.0):
        return -math.log(1.0 - self.random()) / lambd

    def getstate(self):
        raise NotImplementedError("random.getstate() is not part of this Python dialect")


class SystemRandom(Random):
    def seed(self, *args):
        pass

    def random(self):
        return (int.from_bytes(os.urandom(7), "big") >> 3) * 2 ** -53

    def getrandbits(self, k):
        count = (k + 7) // 8
        return int.from_bytes(os.urandom(count), "big") >> (count * 8 - k)

    def randbytes(self, n):
        return os.urandom(n)


_instance = Random()
seed, random, getrandbits, randbytes = _instance.seed, _instance.random, _instance.getrandbits, _instance.randbytes
randrange, randint, choice, shuffle = _instance.randrange, _instance.randint, _instance.choice, _instance.shuffle
sample, choices, uniform, triangular = _instance.sample, _instance.choices, _instance.uniform, _instance.triangular
gauss, normalvariate, expovariate = _instance.gauss, _instance.normalvariate, _instance.expovariate
