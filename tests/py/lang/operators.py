# Arithmetic, comparison chains, boolean operators, identity, augmented assignment, big integers.
print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 / 2, 2 ** 10, 2 ** -1, 7 & 3, 7 | 8, 6 ^ 3, ~5, 1 << 4, 256 >> 3)
print(9223372036854775807 + 1, -9223372036854775808 - 1, 3037000500 * 3037000500, 2 ** 100)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0, 3 > 2 >= 2 != 1, "a" < "b" <= "b")


def side(v):
    print("side", v)
    return v


print(side(1) < side(5) < side(3) < side(9))
print(0 or "x", 1 and "y", None or 0 or [], "" and 1, not 0, not "a")
print(1 if [] else 2, (3 if True else 4))
print(None is None, [] is [], 1 is not None, 3 in [1, 2, 3], "b" not in "abc")
a = 5
a += 2; a -= 1; a *= 3; a //= 2; a **= 2; a %= 50; a <<= 2; a >>= 1; a |= 1; a &= 0xff; a ^= 3
print(a)
f = 1.5
f += 1; f *= 2; f /= 4; f -= 0.25
print(f)
s = "a"
s += "b"; s *= 3
print(s)
l = [1]
m = l
l += [2]
print(m, l is m)
l = l + [3]
print(m, l)
t = (1,)
t += (2,)
print(t)
d = {"a": [1]}
d["a"] += [2]
d.setdefault("b", 0)
d["b"] += 5
print(d)
print(-2 ** 2, (-2) ** 2, 2 ** 3 ** 2, not 1 == 2, 1 + 2 * 3 - 4 / 2)
print(True + True, True == 1, int(True), 5 .__add__(3))
print(0.1 + 0.2, 1e3, 1_000_000, 0xff, 0o17, 0b101, 1e-7, 123456789.123)
for op in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: "a" - 1, lambda: [] < 1, lambda: -"a",
           lambda: 1 in 5, lambda: {}[[]], lambda: "%d" % "x"):
    try:
        op()
    except Exception as e:
        print(type(e).__name__, e)


class Chain:
    def __lt__(self, other):
        return ["truthy"]


print(Chain() < 1 < 2, (Chain() < 1))
print((lambda: (yield))().__class__.__name__)
