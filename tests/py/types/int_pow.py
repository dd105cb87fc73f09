print(2**0, 2**10, (-2)**3, 2**-1, 0**0, 10**20, (-3)**41, 7**1.0, True**2)
print(pow(2, 10, 1000), pow(3, -1, 7), pow(2, 3, -5), pow(10**20, 10**18, 97), pow(-2, 3, 7), pow(5, 0, 1))
for f in (lambda: 0**-1, lambda: pow(2, 3, 0), lambda: pow(2, -1, 4), lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: divmod(1, 0), lambda: 1 << -1, lambda: 10**400 / 3, lambda: float(10**400), lambda: 1 @ 2, lambda: ~1.5):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
