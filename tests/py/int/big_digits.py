# Numbers of thousands of digits.
n = 3**5000
s = str(n)
print(len(s), s[:20], s[-20:], int(s) == n, n % 10**9, (n * n) // n == n, hash(n) == hash(n + 0), n.bit_length())
f = 1
for i in range(1, 401):
    f *= i
print(f, sum(map(int, str(f))))
print(-(7**300), 10**50 - 1, (10**50 - 1) // 7, (10**50 - 1) % 7, -(10**50) // 7, -(10**50) % 7)
