# Augmented assignment evaluates its target once.
calls = []


class Box:
    def __init__(self):
        self.v = 1

    def __getitem__(self, k):
        calls.append(("get", k))
        return self.v

    def __setitem__(self, k, v):
        calls.append(("set", k, v))
        self.v = v


def index():
    calls.append("index")
    return 7


b = Box()
b[index()] += 5
print(calls, b.v)
b.v *= 3
print(b.v)
n = 7
n += 1; n -= 2; n *= 3; n //= 2; n %= 5; n **= 2; n <<= 3; n >>= 1; n |= 1; n &= 15; n ^= 2
print(n)
n /= 2
print(n)
