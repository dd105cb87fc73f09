# What is assigned is looked at before the place.
b = bytearray(3)
for k, v in ((9, 300), (9, 1), ("a", 300), (1, "x"), (9, "x"), (-1, 7), (True, 255), (-4, 0)):
    try:
        b[k] = v
        print(b)
    except Exception as e:
        print(type(e).__name__, e)
