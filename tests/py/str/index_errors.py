# Subscripts of text that are refused.
s = "abc"
for key in [3, -4, "a", 1.0, None, (1,), slice("a"), slice(1, 2, 0), slice(1.5, None), 2**80, -(2**80)]:
    try:
        print(s[key])
    except (IndexError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(s[True], s[-3], s[slice(None)], s[2**80:], s[-(2**80):2])
