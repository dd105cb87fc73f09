# Slices of a range are ranges.
r = range(10, 30, 3)
print(r[1:4], r[::2], r[::-1], r[-2:], r[100:], r[:-1], r[5:1:-2], r[0], r[-1], list(r[::3]))
for key in [7, -8, "a", 1.0, None, slice(0, 1, 0)]:
    try:
        r[key]
    except Exception as e:
        print(type(e).__name__, e)
