import random
for seed in (0, 1, -1, 2 ** 70, "text", b"bytes", bytearray(b"bytes"), 1.5, True, "", "日本"):
    print(repr(seed), random.Random(seed).random())
print(random.Random(5).getrandbits(64), [random.Random(5).getrandbits(n) for n in (1, 31, 32, 33, 64, 65)])
r = random.Random(); r.seed("abc", version=1); print(r.random()); r.seed("abc"); print(r.random())
for bad in ([1], (1, 2), {}):
    try:
        random.seed(bad)
    except TypeError as e:
        print(e)
s = random.SystemRandom()
print(0 <= s.random() < 1, len(s.randbytes(5)), 1 <= s.randint(1, 3) <= 3, s.choice([4]), s.getrandbits(8) < 256, s.seed(1))
try:
    s.getstate()
except NotImplementedError as e:
    print(e)
