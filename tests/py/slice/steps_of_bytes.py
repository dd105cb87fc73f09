"""start, stop and step of bytes, all combinations"""
value = b"abcdefgh"
points = None, 0, 1, 3, 7, 8, 9, 20, -1, -3, -8, -9, -20
for step in None, 1, 2, 3, -1, -2, -5, 100, -100:
    print(step, [repr(value[a:b:step]) for a in points for b in points if (a or 0) % 3 != 1])
for bad in ("0", 1.5, [], slice(None, None, 0), slice("a", None), slice(None, 2.0)):
    try:
        print(value[bad])
    except Exception as e:
        print(type(e).__name__, e)
for i in 0, -1, 7, -8, True:
    print(i, value[i])
for i in 8, -9, 10**20, -10**20:
    try:
        print(value[i])
    except IndexError as e:
        print(e)
