# Repeated lists share their items.
a = [[]] * 3
a[0].append(1)
print(a, [1] * 0, [1] * -5, 2 * [1, 2], [] * 10**18, [None] * 3)
b = [1, 2]
b *= 2
print(b)
b *= 0
print(b)
for n in [10**18, 2**65, 1.5, "a", [1]]:
    try:
        print(len([1, 2] * n))
    except Exception as e:
        print(type(e).__name__, e)
