# Shifts of big and negative numbers.
print(1 << 100, -1 << 65, (1 << 100) >> 98, -5 >> 1, -1 >> 1000, 5 >> 1000, 0 << 10**6, -(1 << 70) >> 69, True << 3, 1 << 0, 7 >> 0)
for code in ["1 << -1", "1 >> -1", "1 << 1.5", "1.5 >> 1", "1 << 2**80", "0 << 2**80", "5 >> 2**80", "-5 >> 2**80", "1 << 'a'"]:
    try:
        print(code, eval(code))
    except (ValueError, TypeError, OverflowError, MemoryError) as e:
        print(code, type(e).__name__, e)
