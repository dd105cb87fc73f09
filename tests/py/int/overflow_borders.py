# Around the borders of machine words nothing changes.
for k in (31, 32, 62, 63, 64, 65, 127, 128):
    n = 2**k
    print(n - 1, n, n + 1, -n - 1, -n, -n + 1, (n - 1) * (n - 1), (n - 1) + (n - 1), -n - n, n // 3, -n // 3, n % 1000, -n % 1000, n >> 1, (n - 1) ^ n, (n * n) // n == n, abs(-n) == n, n - n)
m = 2**63 - 1
print(m + 1, -m - 2, m * -1, -(-m - 1), abs(-m - 1), (-m - 1) // -1, m << 1, divmod(-m - 1, -1), (-m - 1) % -1, (-m - 1) * -1, m - -1)
