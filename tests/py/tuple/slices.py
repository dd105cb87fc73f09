# Slices of tuples.
t = tuple(range(6))
print(t[1:3], t[::-1], t[::2], t[5:1:-2], t[-3:], t[:-3], t[10:], t[3:1], t[slice(1, None, 3)])
for key in [6, -7, "a", 1.0, slice(None, None, 0)]:
    try:
        t[key]
    except Exception as e:
        print(type(e).__name__, e)
