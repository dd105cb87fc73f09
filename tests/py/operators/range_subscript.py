# Subscripts of a range: every kind of key, reading, assigning and deleting.
values = [range(3)]
keys = [0, -1, 5, True, 1.0, "a", b"a", None, (1, 2), [1], slice(0, 1), slice(None, None, -1), slice("a", None), slice(0, 2, 0), ..., 2**70, {1}, int]
for value in values:
    for key in keys:
        try:
            print(repr(value[key]))
        except Exception as e:
            print(type(e).__name__ + ":", e)
    for key in keys:
        try:
            value[key] = 5
            print(value)
        except Exception as e:
            print(type(e).__name__ + ":", e)
    for key in keys:
        try:
            del value[key]
            print(value)
        except Exception as e:
            print(type(e).__name__ + ":", e)
