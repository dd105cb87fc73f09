# Int, float and bool arithmetic in hot loops: overflow, comparison, conversions.
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


print(collatz(27), collatz(97))
big = 1
for i in range(1, 30):
    big *= i
print(big, big // 10 ** 20, big % 1000007, -big)
x = 9223372036854775807
x += 1
print(x, x - 1, x == 9223372036854775808, x > 9223372036854775807, x // 2, x - x)
y = -9223372036854775808
print(-y, y - 1, abs(y), y // -1)
print(10 ** 18 * 10, 2 ** 63, 2 ** 64 - 1, (2 ** 64) >> 3, 1 << 70, hash(2 ** 61) == hash(1) or "differs")
print(7 / 2, 7.0 // 2, -7 // 2.0, 7 % -3, -7.5 % 2, 2 ** 0.5, 1e308 * 10, round(2.5), round(3.5), round(2.675, 2))
print(True + 1, True * 3, False or 0, 1.0 == 1, 1 == 1.5, 3 < 3.5, int(3.9), int(-3.9), float("1e3"))
total = 0.0
for i in range(10):
    total += 0.1
print(total, total == 1.0)
print(divmod(17, 5), divmod(-17, 5), pow(2, 10, 1000), abs(-3), min(3, 1.5), max(2, 2.0))
print(0x7fffffffffffffff, 0xffffffffffffffff, 1_0.5_0, 1E5, .5, 5.)
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a
print(gcd(1071, 462), gcd(2 ** 80, 2 ** 70 * 3))
n = 0
n -= 5; n **= 3; n //= 7; n %= 4; n |= 8; n ^= 1; n <<= 60
print(n)
print(int("ff", 16), int("-12"), int("0b11", 0), bin(10), hex(255), oct(8), format(255, "08b"))
